#!/bin/sh
# Does gcrefs run our programs as the real interpreters did?
#
#   tests/conformance.sh [-q] [-g GCREFS] [-p "VERSION..."] [-a "ALGORITHM..."] [PATH...]
#
# Every program that has a recording (tests/record.py makes them and describes their
# format) is run by `gcrefs run` under each version and each algorithm.  Standard
# output must be equal to the byte and the exit status must be equal, and so must
# standard error but for the lines that only underline a part of a traceback's line.
# Addresses are made equal before. PATH is a program or a directory of programs;
# without one: the scenarios and tests/conformance.  Speaks TAP, a line a program;
# with -q only of those that differ, and without the differences.
#
# Status 0: all as recorded; 1: not; 2: could not be tried.
set -u
LC_ALL=C
export LC_ALL

versions="2.7 3.11"
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
# want.status; fails if nothing is.
expected()
{
	rm -f "$scratch"/want.*
	awk -v version="$2" -v base="$scratch/want" '
		/^versions / { wanted = index(substr($0, 9) " ", " " version " ") }
		!wanted { next }
		/^versions / { found = 1 }
		/^status / { status = $2 }
		/^[>!]/ { last = substr($0, 1, 1); text[last] = text[last] substr($0, 2) "\n" }
		/^\\/ { text[last] = substr(text[last], 1, length(text[last]) - 1) }
		END {
			if (!found)
				exit 1
			ORS = ""
			print text[">"] > (base ".out")
			print text["!"] > (base ".raw")
			print status "\n" > (base ".status")
		}' "$1" && without_underlines <"$scratch/want.raw" >"$scratch/want.err"
}

# Removes the ^^^^ lines of tracebacks, but not those of syntax errors.
without_underlines()
{
	awk '
		/^ *[~^]+$/ && before ~ /^ *File ".*", line [0-9]+, in / { next }
		{ print; before = last; last = $0 }'
}

plain_addresses()
{
	sed -E 's/0x[0-9a-fA-F]{6,}/0xADDR/g; s|(File ")[^"]*/([^"/]+")|\1\2|'
}

# Runs the program $1 under version $2 with algorithm $3, into got.*.
run()
{
	(
		cd "$(dirname "$1")" || exit 2
		exec timeout "$seconds" "$gcrefs" run --python="$2" --algorithm="$3" \
			"$(basename "$1")"
	) </dev/null >"$scratch/raw.out" 2>"$scratch/raw.err"
	echo $? >"$scratch/got.status"
	plain_addresses <"$scratch/raw.out" >"$scratch/got.out"
	plain_addresses <"$scratch/raw.err" | without_underlines >"$scratch/got.err"
}

# Compares got.* with want.*; what differs goes to report, with the first lines of
# each difference if it is the first of this program.
compare()
{
	parts=
	for part in out err status; do
		cmp -s "$scratch/want.$part" "$scratch/got.$part" || parts="$parts $part"
	done
	[ -n "$parts" ] || return 0
	printf '%s:%s; ' "$1" "$parts" >>"$scratch/failures"
	[ -s "$scratch/differences" ] || [ -n "$quiet" ] || for part in $parts; do
		diff -U1 "$scratch/want.$part" "$scratch/got.$part" |
			sed '1,2d; s/^/#   /' | head -n 9
	done >"$scratch/differences"
	return 1
}

runs=0
failed=0
programs=0
failing=0

# Says on one line that the program named $1 did well or, with $2, what not.
verdict()
{
	programs=$((programs + 1))
	if [ -z "$2" ]; then
		[ -n "$quiet" ] || echo "ok $programs - $1"
	else
		failing=$((failing + 1))
		echo "not ok $programs - $1: ${2%; }"
		cat "$scratch/differences"
	fi
}

try_program()
{
	name=$(basename "$1" .py)
	recording=$(dirname "$1")/expected/$name.expected
	: >"$scratch/failures"
	: >"$scratch/differences"
	if [ ! -f "$recording" ]; then
		verdict "$name" "nothing is recorded"
		return
	fi
	for version in $versions; do
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
		try_program "$program"
	done
done

echo "1..$programs"
echo "# $programs programs, $runs runs with $algorithms under $versions:" \
	"$((runs - failed)) as recorded, $failed not; $failing programs differ"
[ $runs -gt 0 ] && [ $failing -eq 0 ]
