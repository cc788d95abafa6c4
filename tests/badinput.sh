#!/bin/sh
# What gcrefs says to input that is wrong, too much, or hostile; and its exit
# statuses: 0 fine, 1 failed, 2 refused; `run` ends with the program's own.
# Speaks TAP.  GCREFS: the program.
LC_ALL=C.UTF-8
export LC_ALL

gcrefs=$(cd "$(dirname "${GCREFS:-./gcrefs}")" && pwd)/gcrefs
scratch=$(mktemp -d) || exit 99
trap 'chmod -R u+rwx "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
number=0

# A test is "try", what is expected of it, and "done_with NAME".

# try ARGUMENT...: runs gcrefs; nothing but what a test says is on its input.
try()
{
	wrong=
	timeout 60 "$gcrefs" "$@" </dev/null >out 2>err
	status=$?
}

note()
{
	wrong="$wrong
# $*"
}

status()
{
	[ "$status" -eq "$1" ] || note "status $status, not $1"
}

# out TEXT, err TEXT: the stream has a line with this text.
out()
{
	grep -qF -e "$1" out || note "standard output lacks: $1"
}

err()
{
	grep -qF -e "$1" err || note "standard error lacks: $1"
}

silent()
{
	for stream; do
		[ ! -s $stream ] || note "$stream is not empty"
	done
}

# No control characters but newlines in a stream: C0, DEL, C1 in UTF-8, and what
# turns the direction of writing.
harmless()
{
	for stream; do
		! tr -d '\n' <$stream | grep -qaP '[\x00-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]' ||
			note "$stream has control characters"
	done
}

done_with()
{
	number=$((number + 1))
	if [ -z "$wrong" ]; then
		echo "ok $number - $1"
	else
		echo "not ok $number - $1$wrong"
		sed 's/^/#   out: /; 8q' out | cut -c -200
		sed 's/^/#   err: /; 8q' err | cut -c -200
	fi
}

skip()
{
	number=$((number + 1))
	echo "ok $number - $1 # SKIP $2"
}

# Files.

for command in run trace show ''; do
	try $command missing.py
	status 2
	err "missing.py"
	err "No such file or directory"
	silent out
	done_with "${command:-story}: no such file"

	mkdir -p folder.py
	try $command folder.py
	status 2
	err "folder.py"
	silent out
	done_with "${command:-story}: a directory"

	: >empty.py
	try $command empty.py
	status 0
	silent err
	done_with "${command:-story}: an empty file"
done

echo 'print(1)' >locked.py
chmod 000 locked.py
if [ -r locked.py ]; then
	skip "a file that cannot be read" "root reads everything"
else
	try run locked.py
	status 2
	err "locked.py"
	err "Permission denied"
	done_with "a file that cannot be read"
fi

printf 'x = 1\nprint("a\0b")\n' >nul.py
try run --python=2.7 nul.py
status 1
err 'SyntaxError: EOL while scanning string literal'
done_with "a NUL byte, 2.7"
try run --python=3.11 nul.py
status 1
err 'SyntaxError: source code cannot contain null bytes'
done_with "a NUL byte, 3.11"

printf 'x = 1\ny = "\377"\n' >utf8.py
try run --python=2.7 utf8.py
status 1
err "SyntaxError: Non-ASCII character '\\xff' in file utf8.py on line 2"
done_with "invalid UTF-8, 2.7"
try run --python=3.11 utf8.py
status 1
err "SyntaxError: Non-UTF-8 code starting with '\\xff' in file utf8.py on line 2"
done_with "invalid UTF-8, 3.11"

{
	printf 'x = "'
	head -c 10000000 /dev/zero | tr '\0' a
	printf '"\nprint(len(x))\n'
} >long.py
try run long.py
status 0
out 10000000
done_with "a line of 10 MB: run"
try show --at=end --view=output long.py
status 0
silent err
out '10000000'
done_with "a line of 10 MB: show"
try long.py
status 0
silent err
done_with "a line of 10 MB: story"

head -c 3000000 /dev/urandom >noise.py
try run noise.py
[ "$status" -eq 1 ] || status 2
err Error
done_with "noise"

# Syntax errors, in Python's manner.

printf 'if 1:\n        x = 1\n\ty = 2\n' >tabs.py
try run --python=3.11 tabs.py
status 1
err 'File "tabs.py", line 3'
err 'TabError: inconsistent use of tabs and spaces in indentation'
done_with "tabs and spaces, 3.11"
try run --python=2.7 tabs.py
status 0
silent err
done_with "tabs and spaces, 2.7: a tab is eight"

printf 'x = (1,\nprint(x)\n' >open.py
for command in run trace show ''; do
	try $command --python=3.11 open.py
	status 1
	err 'File "open.py", line 1'
	err '    x = (1,'
	err '        ^'
	err "SyntaxError: '(' was never closed"
	silent out
	done_with "${command:-story}: a syntax error"
done

printf 'import os\n' >outside.py
try run outside.py
status 2
err "outside.py:1:"
done_with "what is outside the language"

{
	printf 'x = '
	head -c 100000 /dev/zero | tr '\0' '('
	echo
} >deep.py
try run --python=3.11 deep.py
[ "$status" -eq 1 ] || status 2
err Error
done_with "100,000 parentheses"

# The command line.

for wrong_option in --nothing --python=1.5 --python --size=0x5 --size=80 --at=nowhere \
	--view=nothing --threshold=1,2,x --max-steps=-1 --max-memory=1X --color=blue \
	--glyphs=runes --grain=salt --theme=loud --algorithm=guess; do
	try show $wrong_option empty.py
	status 2
	silent out
	err "gcrefs:"
	err "Try 'gcrefs --help'"
	done_with "wrong: $wrong_option"
done
try run
status 2
err "FILE"
done_with "no file"
try run empty.py nul.py
status 2
err "nul.py"
done_with "two files"
for option in --help --version; do
	try $option
	status 0
	silent err
	out gcrefs
	done_with "$option"
done
try show --at=99999 empty.py
status 1
err "99999"
done_with "a step behind the end"

# Too much.

printf 'while True:\n    pass\n' >loop.py
for command in run trace show ''; do
	[ "$command" = show ] && at=--at=end || at=
	try $command --max-steps=2000 $at loop.py
	status 1
	err "2000 steps"
	done_with "${command:-story}: a loop without an end, --max-steps"
done
timeout -s INT 1 "$gcrefs" run loop.py >out 2>err
status=$?
wrong=
status 124
done_with "a loop without an end, interrupted"

printf 'def f(n):\n    return f(n + 1)\nf(0)\n' >recursion.py
try run --python=2.7 recursion.py
status 1
err 'RuntimeError: maximum recursion depth exceeded'
done_with "recursion without an end, 2.7"
try run --python=3.11 recursion.py
status 1
err '[Previous line repeated 996 more times]'
err 'RecursionError: maximum recursion depth exceeded'
done_with "recursion without an end, 3.11"

for program in 'x = [0]
while True: x = x + x' 'x = []
while True: x.append([])' 'x = "x" * 10**9' 'x = "ab"
while True: x += x' 'x = [None] * 10**9' 'x = (1,) * 10**9' 'd = {}
i = 0
while True:
    d[i] = i
    i += 1' 'x = 7
while True: x = x * x' 's = set()
i = 0
while True:
    s.add(i)
    i += 1'; do
	printf '%s\n' "$program" >much.py
	try run --max-memory=16M much.py
	status 1
	err 'Traceback (most recent call last):'
	err 'MemoryError'
	done_with "too much memory: $(echo "$program" | tr '\n' ';')"
done
echo 'x = range(10**9)' >much.py
try run --python=2.7 --max-memory=16M much.py
status 1
err 'MemoryError'
done_with "too much memory: range(10**9), 2.7"
try run --python=3.11 --max-memory=16M much.py
status 0
done_with "not too much memory: range(10**9), 3.11"

# Where the output goes.

echo 'print("printed")' >print.py
for command in run trace show '' --help; do
	if [ -w /dev/full ]; then
		wrong=
		timeout 60 "$gcrefs" $command print.py </dev/null >/dev/full 2>err
		status=$?
		: >out
		status 1
		err "gcrefs: cannot write to standard output"
		done_with "${command:-story}: a full disk"
	else
		skip "${command:-story}: a full disk" "no /dev/full"
	fi
	wrong=
	timeout 60 "$gcrefs" $command print.py </dev/null >&- 2>err
	status=$?
	: >out
	status 1
	err "gcrefs: cannot write to standard output"
	done_with "${command:-story}: standard output is closed"
done
wrong=
(
	"$gcrefs" trace --max-steps=100000 loop.py 2>err
	echo $? >status
) | head -n 1 >out
status=$(cat status)
[ "$status" -eq 141 ] || [ "$status" -eq 1 ] || note "status $status"
done_with "trace: nobody reads on"

# What is hostile stays text.

name=$(printf 'a\033[31m\033]2;title\007b.py')
cat >"$name" <<'END'
x = ["\x1b[31mred\x1b]2;title\x07\x1b[?1000h", "\x7f", "\r\n\t\b"]
class A(object):
    pass
a = A()
setattr(a, "\x1b[2J", x)
b = {"\x1b[5m": a}
print(x[0])
a.other = b
getattr(a, "\x1b[6n")
END
for at in start 30 60 100 end; do
	for view in '' graph source lists object output story timeline explain counters; do
		try show --at=$at ${view:+--view=$view} "$name"
		[ "$view" != output ] || [ $at != end ] || out '[31mred'
		status 0
		harmless out err
		done_with "hostile: show ${view:-all} at $at"
	done
done
try "$name"
status 0
harmless out err
out '[31mred'
done_with "hostile: story"
try trace "$name"
status 0
harmless out err
done_with "hostile: trace"
mv "$name" "$name.lost"
for command in run trace show ''; do
	try $command "$name"
	status 2
	harmless out err
	err '[31m'
	done_with "hostile: ${command:-story} of no such file"
done
printf 'x = "\033[31m" = 1\n' >"$name"
try run --python=3.11 "$name"
status 1
harmless out err
done_with "hostile: a syntax error"
try "$(printf -- '--\033[31m')"
status 2
harmless out err
done_with "hostile: an option"
try show "$(printf -- '--theme=\033[31m')" empty.py
status 2
harmless out err
done_with "hostile: the value of an option"

# ---- what real Python has and gcrefs lacks

printf 'def f():\n    return len(bytearray(3))\n' >builtin.py
try run --python=3.11 builtin.py
status 2
err "builtin.py:2:16: error: the built-in 'bytearray' is outside gcrefs's language"
silent out
done_with "lacking: a built-in function, before anything runs"
printf 'def open(name):\n    return name\nprint(open("x"))\n' >own.py
try run --python=3.11 own.py
status 0
out x
done_with "lacking: a name that the program has itself"
printf 'print(1)\ntry:\n    é = 1; x = (5).to_bytes\nexcept BaseException:\n    print(2)\nfinally:\n    print(3)\n' >attribute.py
try run --python=3.11 attribute.py
status 2
err "attribute.py:3:16: error: 'to_bytes' of 'int' objects is outside gcrefs's language"
out 1
! grep -q '[23]' out || note "the program went on"
done_with "lacking: an attribute, which no except catches"
printf 'import sys\nsys.settrace\n' >module.py
try run --python=3.11 module.py
status 2
err "'settrace' of module sys is outside gcrefs's language"
done_with "lacking: a name of a module"
printf 'from sys import settrace\n' >from.py
try run --python=2.7 from.py
status 2
err "'settrace' of module sys is outside gcrefs's language"
done_with "lacking: a name imported from a module"
printf '(5).no_such\n' >denied.py
try run --python=3.11 denied.py
status 1
err "AttributeError: 'int' object has no attribute 'no_such'"
done_with "lacking: what Python lacks too is an AttributeError"

echo "1..$number"
