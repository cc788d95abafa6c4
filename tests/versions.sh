#!/bin/sh
# Two versions of Python beside each other (gcrefs diff), and the versions that follow
# tables instead of recordings, which say so.  Speaks TAP.  GCREFS: the program; with
# GOLDEN=write what is expected is written anew.
LC_ALL=C.UTF-8
export LC_ALL

gcrefs=$(cd "$(dirname "${GCREFS:-./gcrefs}")" && pwd)/gcrefs
cd "$(dirname "$0")/versions" || exit 99
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
number=0
failed=0

verdict()
{
	number=$((number + 1))
	if [ -z "$2" ]; then
		echo "ok $number - $1"
	else
		failed=$((failed + 1))
		echo "not ok $number - $1: $2"
	fi
}

# differs VERSIONS STATUS NAME: gcrefs diff ends so and prints the file NAME.expected.
differs()
{
	"$gcrefs" diff --python="$1" ring.py >"$scratch/out" 2>&1
	status=$?
	[ -z "$GOLDEN" ] || [ ! -w "$3.expected" ] || cp "$scratch/out" "$3.expected"
	wrong=
	[ $status -eq "$2" ] || wrong="status $status, not $2"
	if ! cmp -s "$3.expected" "$scratch/out"; then
		wrong="$wrong other text"
		diff "$3.expected" "$scratch/out" | sed 's/^/# /'
	fi
	verdict "diff $1" "$wrong"
}

# refuses TEXT ARGUMENT...: status 2 and the text on standard error.
refuses()
{
	text=$1
	shift
	"$gcrefs" "$@" >"$scratch/out" 2>"$scratch/err"
	status=$?
	wrong=
	[ $status -eq 2 ] || wrong="status $status, not 2"
	grep -qF -e "$text" "$scratch/err" || wrong="$wrong lacks: $text"
	verdict "$*" "$wrong"
}

# says TEXT ARGUMENT...: the text is on standard output.
says()
{
	text=$1
	shift
	"$gcrefs" "$@" >"$scratch/out" 2>/dev/null
	wrong=
	grep -qF -e "$text" "$scratch/out" || wrong="lacks: $text"
	verdict "$*" "$wrong"
}

differs 2.7,3.11 1 del-in-ring-2.7-3.11
differs 3.9,3.10 0 nothing-3.9-3.10
differs 3.11,3.14 1 locals-3.11-3.14
refuses "diff needs two versions" diff --python=2.7 ring.py
refuses "diff needs two versions" diff ring.py
refuses "is not a version" diff --python=2.7,4.0 ring.py
refuses "is not a version" run --python=2.7,3.11 ring.py
refuses "no-such.py" diff --python=2.7,3.11 no-such.py
says "3.14.10  (from tables, not recorded)" --version
says "3.15.2  (from tables, not recorded)" --version
says "from tables, not recorded" --help
says "from tables, not recorded" --python=3.15 ring.py
says "from tables, not recorded" show --python=3.14 --size=120x30 ring.py

echo "1..$number"
[ $failed -eq 0 ]
