#!/bin/sh
# How long a full collection takes here and in a Python, in processor time:
# alternating runs, medians, and the ratio of the medians.
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

# median FIELD FILE
median()
{
	awk -v f="$1" '{ print $f }' "$2" | sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
printf '%-9s %10s %10s %7s   %7s %7s\n' shape 'here ms' 'python ms' ratio again last
for shape; do
	: >"$tmp/here"
	: >"$tmp/python"
	i=0
	while [ "$i" -lt "$runs" ]; do
		"$collect" "$shape" "$n" "$version" >>"$tmp/here" || exit 1
		"$python" "$here/collect.py" "$shape" "$n" >>"$tmp/python" || exit 1
		i=$((i + 1))
	done
	awk -v s="$shape" -v a="$(median 1 "$tmp/here")" -v b="$(median 1 "$tmp/python")" \
		-v c="$(median 3 "$tmp/here")" -v d="$(median 3 "$tmp/python")" \
		-v e="$(median 5 "$tmp/here")" -v f="$(median 5 "$tmp/python")" \
		'BEGIN { printf "%-9s %10.1f %10.1f %7.2f   %7.2f %7.2f\n",
			s, a * 1e3, b * 1e3, a / b, c / d, e / f }'
done
