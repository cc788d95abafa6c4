#!/bin/sh
# Does gcrefs run our programs as the real interpreters did?
#
#   tests/conformance.sh [-q] [-g GCREFS] [-p "VERSION..."] [-a "ALGORITHM..."] [PATH...]
#
# Every program that has a recording (tests/record.py makes them and describes their
# format) is run by `gcrefs run` under each version and each algorithm; without -p,
# under 2.7, 3.11 and one of the others, which take turns (-p all: all).  Standard
# output must be equal to the byte and the exit status must be equal, and so must
# standard error.  Addresses are made equal before.  PATH is a program or a directory
# of programs; without one: the scenarios and tests/conformance.  Speaks TAP, a line a
# program; with -q only of those that differ, and without the differences.
#
# Status 0: all as recorded; 1: not; 2: could not be tried.
set -u
LC_ALL=C
export LC_ALL

versions=
others="3.6 3.7 3.8 3.9 3.10 3.12 3.13"
algorithms="five-step cpython"
seconds=60

here=$(cd "$(dirname "$0")" && pwd)
gcrefs=${GCREFS:-./gcrefs}
quiet=

usage()
{
	echo "usage: conformance.sh [-q] [-g GCREFS] [-p VERSIONS] [-a ALGORITHMS] [PATH...]" >&2
	exit 2
}

while getopts qg:p:a: option; do
	case $option in
	q) quiet=yes ;;
	g) gcrefs=$OPTARG ;;
	p) versions=$OPTARG ;;
	a) algorithms=$OPTARG ;;
	*) usage ;;
	esac
done
shift $((OPTIND - 1))
[ "$versions" != all ] || versions="2.7 3.11 $others"
[ $# -gt 0 ] || set -- "$here/../scenarios" "$here/conformance"

case $gcrefs in
*/*) gcrefs=$(cd "$(dirname "$gcrefs")" && pwd)/$(basename "$gcrefs") ;;
*) gcrefs=$(command -v "$gcrefs") ;;
esac
if [ ! -x "$gcrefs" ]; then
	echo "conformance.sh: no program $gcrefs (give one with -g)" >&2
	exit 2
fi

scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM

# Splits what is recorded for version $2 in the file $1 into want.out, want.err and
# $recorded, the status; fails if nothing is.
expected()
{
	recorded=$(awk -v version="$2" -v out="$scratch/want.out" \
		-v err="$scratch/want.err" '
		/^versions / { wanted = index(substr($0, 9) " ", " " version " ") }
		!wanted { next }
		/^versions / { found = 1 }
		/^status / { status = $2 }
		{ mark = substr($0, 1, 1); line = substr($0, 2) }
		mark == "!" || mark == ">" { text[mark] = text[mark] line "\n"; to = mark }
		mark == "\\" { text[to] = substr(text[to], 1, length(text[to]) - 1) }
		END {
			if (!found)
				exit 1
			ORS = ""
			print status
			print text[">"] > out
			print text["!"] > err
		}' "$1")
}

# Makes standard input comparable with what is recorded.
plain()
{
	sed -E 's/0x[0-9a-fA-F]{6,}/0xADDR/g; s|(File ")[^"]*/([^"/]+")|\1\2|
		s|^/[^:]*/([^/:]+:[0-9]+: [A-Za-z]+Warning: )|\1|'
}

# Runs the program $1 under version $2 with algorithm $3: got.out, got.err, $status.
run()
{
	(
		cd "${1%/*}" || exit 2
		exec timeout "$seconds" "$gcrefs" run --python="$2" --algorithm="$3" \
			"${1##*/}"
	) </dev/null >"$scratch/got.out" 2>"$scratch/got.err"
	status=$?
}

# Compares the run with what is recorded. What differs goes to failures, and if it is
# the first of this program, the first lines of each difference to differences.
compare()
{
	parts=
	if ! cmp -s "$scratch/want.out" "$scratch/got.out"; then
		plain <"$scratch/got.out" >"$scratch/plain.out"
		cmp -s "$scratch/want.out" "$scratch/plain.out" || parts=" out"
	fi
	if ! cmp -s "$scratch/want.err" "$scratch/got.err"; then
		plain <"$scratch/got.err" >"$scratch/plain.err"
		cmp -s "$scratch/want.err" "$scratch/plain.err" || parts="$parts err"
	fi
	differ=$parts
	[ "$status" -eq "$recorded" ] || parts="$parts status=$status, not $recorded"
	[ -n "$parts" ] || return 0
	printf '%s:%s; ' "$1" "$parts" >>"$scratch/failures"
	[ -s "$scratch/differences" ] || [ -n "$quiet" ] || for part in $differ; do
		diff -U1 "$scratch/want.$part" "$scratch/plain.$part" |
			sed '1,2d; s/^/#   /' | head -n 9
	done >"$scratch/differences"
	return 1
}

# Programs that are known to differ, a line each: name, tab, what is missing.
# When one is right again, its line goes.
differs=${0%/*}/conformance/differs

runs=0
failed=0
programs=0
failing=0

# The versions of the next program.
choose_versions()
{
	if [ -n "$versions" ]; then
		chosen=$versions
		return
	fi
	chosen="2.7 3.11 ${others%% *}"
	others="${others#* } ${others%% *}"
}

# Says on one line that the program named $1 did well or, with $2, what not.
verdict()
{
	programs=$((programs + 1))
	if [ -z "$2" ]; then
		[ -n "$quiet" ] || echo "ok $programs - $1"
	elif grep -q "^$1	" "$differs" 2>/dev/null; then
		echo "not ok $programs - $1: ${2%; } # TODO known, see conformance/differs"
	else
		failing=$((failing + 1))
		echo "not ok $programs - $1: ${2%; }"
		cat "$scratch/differences"
	fi
}

try_program()
{
	name=${1##*/}
	name=${name%.py}
	recording=${1%/*}/expected/$name.expected
	: >"$scratch/failures"
	: >"$scratch/differences"
	if [ ! -f "$recording" ]; then
		verdict "$name" "nothing is recorded"
		return
	fi
	choose_versions
	for version in $chosen; do
		expected "$recording" "$version" || continue
		for algorithm in $algorithms; do
			runs=$((runs + 1))
			run "$1" "$version" "$algorithm"
			compare "$version $algorithm" || failed=$((failed + 1))
		done
	done
	verdict "$name" "$(cat "$scratch/failures")"
}

for path; do
	if [ -d "$path" ]; then
		set -- "$path"/*.py
	else
		set -- "$path"
	fi
	for program; do
		[ -f "$program" ] || usage
		case $program in
		*/*) ;;
		*) program=./$program ;;
		esac
		try_program "$program"
	done
done

echo "1..$programs"
echo "# $programs programs, $runs runs with $algorithms under ${versions:-2.7, 3.11, others}:" \
	"$((runs - failed)) as recorded, $failed not; $failing programs differ"
[ $runs -gt 0 ] && [ $failing -eq 0 ]
