#!/bin/sh
# How long a full collection takes here and in a Python, in processor time:
# alternating runs; smallest, middle and largest of each, and the ratio of the
# middle ones.
#
#	bench/collect.sh [N [RUNS [SHAPE...]]]
#
# COLLECT: the program bench/collect (default: next to this script).
# PYTHON: the interpreter to compare with (default: python3).  VERSION: the
# version that is simulated (default: 3.11).

here=$(dirname "$0")
collect=${COLLECT:-$here/collect}
python=${PYTHON:-python3}
version=${VERSION:-3.11}
n=${1:-1000000}
runs=${2:-5}
[ $# -gt 2 ] && shift 2 || set -- ring ringg pairs rand randhalf randseq deep star

# spread FIELD FILE: smallest, middle and largest, in ms
spread()
{
	awk -v f="$1" '{ print $f * 1e3 }' "$2" | sort -g |
		awk '{ v[NR] = $1 } END { print v[1], v[int((NR + 1) / 2)], v[NR] }'
}

# row NAME FIELD: one line of the table
row()
{
	echo "$1" $(spread "$2" "$tmp/here") $(spread "$2" "$tmp/python") |
		awk '{ printf "%-15s %8.2f %8.2f %8.2f   %8.2f %8.2f %8.2f   %6.2f\n",
			$1, $2, $3, $4, $5, $6, $7, $3 / $6 }'
}

tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
echo "$n lists, $runs runs, processor time in ms; $("$python" --version 2>&1)"
printf '%-15s %26s   %26s   %6s\n' '' 'here: min  median     max' \
	'python: min  median     max' ratio
for shape; do
	: >"$tmp/here"
	: >"$tmp/python"
	i=0
	while [ "$i" -lt "$runs" ]; do
		"$collect" "$shape" "$n" "$version" >>"$tmp/here" || exit 1
		"$python" "$here/collect.py" "$shape" "$n" >>"$tmp/python" || exit 1
		i=$((i + 1))
	done
	row "$shape" 1
	case $shape in
	# What is garbage at once leaves nothing to be collected again.
	ringg | pairs) ;;
	deep) row "$shape-again" 3 ;;
	*)
		row "$shape-again" 3
		row "$shape-dropped" 5
		;;
	esac
done
