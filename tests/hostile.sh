#!/bin/sh
# Programs that want more memory than there is, each within one line or one call:
# Python's MemoryError ends them, and little real memory is used.  Speaks TAP.
# GCREFS: the program.
LC_ALL=C.UTF-8
export LC_ALL

gcrefs=$(cd "$(dirname "${GCREFS:-./gcrefs}")" && pwd)/gcrefs
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
number=0

# hostile VERSIONS PROGRAM: \n is a new line.
hostile()
{
	printf '%b\n' "$2" >program.py
	for version in $1; do
		number=$((number + 1))
		timeout 60 "$gcrefs" run --python="$version" --max-memory=8M \
			program.py </dev/null >out 2>err
		status=$?
		if [ "$status" -eq 1 ] && [ "$(tail -n 1 err)" = MemoryError ]; then
			echo "ok $number - $version: $(tail -n 1 program.py)"
		else
			echo "not ok $number - $version: $(tail -n 1 program.py)"
			echo "# status $status: $(tail -n 1 err)"
		fi
	done
}

both="2.7 3.11"

hostile "$both" 'l = list(iter(int, 1))'
hostile "$both" 'x = tuple(iter(int, 1))'
hostile "$both" 'x = sorted(iter(int, 1))'
hostile "$both" 'l = [1]\nl += iter(int, 1)'
hostile "$both" 'l = [0] * 10**9'
hostile "$both" "s = 'x' * 10**12"
hostile 3.11 'l = list(range(10**12))'
hostile "$both" 'def g():\n    while 1: yield 1\nl = []\nl.extend(g())'
hostile "$both" 'def g():\n    i = 0\n    while 1:\n        yield i\n        i += 1\nd = dict((i, i) for i in g())'
hostile "$both" "s = 'ab'\nwhile 1: s += s"
hostile "$both" 'd = {}\nwhile 1: d[len(d)] = d'
hostile "$both" "s = 'a' * 10**6\ns = s.replace('a', 'b' * 10**6)"
hostile "$both" "s = 'a' * 10**6\ns = s.replace('', 'b' * 10**6)"
hostile "$both" "s = 'x' * 10**6\ns = ''.join([s] * 10**5)"
hostile "$both" "s = 'x' * 10**6\ns = ('%s' * 10**3) % ((s,) * 10**3)"
hostile "$both" "s = 'x' * 10**6\ns = ('{0}' * 10**3).format(s)"
hostile "$both" "s = 'x' * 10**6\ns = repr([s] * 10**3)"
hostile "$both" "s = '%1000000000d' % 1"
hostile "$both" 'x = 1 << 10**10'
hostile "$both" 'import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()'
hostile "$both" 'import sys\nsys.setrecursionlimit(10**9)\ndef g(): yield next(g())\nnext(g())'
hostile "$both" 'import sys\nsys.setrecursionlimit(10**9)\nclass A(object):\n    def __repr__(self): return repr(self)\nrepr(A())'
hostile "$both" 'import sys\nsys.setrecursionlimit(10**9)\nclass A(object):\n    def __init__(self): self.a = A()\nA()'
echo "1..$number"
