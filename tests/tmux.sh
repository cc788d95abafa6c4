#!/bin/sh
# The program in a real tmux: what is on the screen is what the emulator of the other
# tests sees, sizes change, and the shell has its terminal back at the end.  Speaks TAP.
# srcdir: top of the source tree; GCREFS: the program.

build=$PWD
cd "${srcdir:-.}" || exit 99
gcrefs=${GCREFS:-$build/gcrefs}

if ! command -v tmux >/dev/null; then
	echo "1..0 # SKIP no tmux"
	exit 0
fi

socket=gcrefs-test-$$
LC_ALL=C.UTF-8
LANGUAGE=en
GCREFS_SET=hints=off
XDG_CONFIG_HOME=/dev/null
XDG_STATE_HOME=/dev/null
export LC_ALL LANGUAGE GCREFS_SET XDG_CONFIG_HOME XDG_STATE_HOME
unset NO_COLOR LINES COLUMNS TMUX
trap 'tm kill-server 2>/dev/null; rm -f "$build/tmux.screen"' EXIT

tm()
{
	tmux -L "$socket" -f /dev/null "$@"
}

# shows TEXT: waits until it is on the screen, at most some seconds.
shows()
{
	tries=100
	while [ $tries -gt 0 ]; do
		tm capture-pane -p >"$build/tmux.screen"
		grep -qF -- "$1" "$build/tmux.screen" && return 0
		tries=$((tries - 1))
		sleep 0.1
	done
	return 1
}

count=0

# report NAME: whether the command before it went well.
report()
{
	status=$?
	count=$((count + 1))
	if [ $status -eq 0 ]; then
		echo "ok $count - $1"
	else
		echo "not ok $count - $1"
		sed 's/^/# /' "$build/tmux.screen"
	fi
}

# like GOLDEN: the screen is that of a terminal test, but for its last line, which
# tells of the emulator.
like()
{
	sed '$d' "tests/golden/screen/$1.txt" | diff - "$build/tmux.screen" >&2
}

echo "1..8"
tm new-session -d -x 80 -y 24 'PS1="ready> " sh'
shows "ready>"
report "a shell in tmux"
tm send-keys "stty -a >$build/tmux.before; $gcrefs --python=3.11 --at=line:33" \
	" scenarios/01-self-reference.py; stty -a >$build/tmux.after" Enter
shows "n/N step"
report "the program starts"
like ladder-80x24
report "80x24 is as in the emulator"
tm resize-window -x 120 -y 40
shows "5 output" && like ladder-120x40
report "so is 120x40 after a resize"
tm resize-window -x 40 -y 8
tm resize-window -x 80 -y 24
shows "what happens" && like ladder-80x24
report "and back again"
tm send-keys C-z
shows "ready>" && tm send-keys fg Enter && shows "what happens" && like ladder-80x24
report "stopped, and going on"
tm send-keys q
shows "ready>"
report "the program ends"
shows "ready>" && cmp "$build/tmux.before" "$build/tmux.after"
report "the terminal is as it was"
rm -f "$build/tmux.before" "$build/tmux.after"
