#!/bin/sh
# The manual page's list of keys, commands and settings is what the program says.
# Speaks TAP.  GOLDEN=write in the environment writes the manual page instead.
# srcdir: top of the source tree; GCREFS: the program.

cd "${srcdir:-.}" || exit 99
gcrefs=${GCREFS:-./gcrefs}
page=man/gcrefs.1

# The list as the manual page has it, from the fixed columns of --help-keys.
keys()
{
	"$gcrefs" --help-keys | awk '
	function roff(text) {
		gsub(/\\/, "\\e", text)
		gsub(/-/, "\\-", text)
		return text
	}
	function trimmed(text) {
		sub(/ +$/, "", text)
		return text
	}
	/^[^ ]/ { print ".SS \"" roff($0) "\""; next }
	/^  / {
		key = trimmed(substr($0, 3, 14))
		command = trimmed(substr($0, 18, 20))
		print ".TP"
		print "\\fB" roff(key) "\\fR" (key ? "  " : "") roff(command)
		print "\\&" roff(substr($0, 39))
	}'
}

# The manual page with the list put in.
whole()
{
	sed '/^\.\\" list of keys begins/q' $page
	keys
	sed -n '/^\.\\" list of keys ends/,$p' $page
}

echo 1..1
if [ "$GOLDEN" = write ]; then
	whole >$page.new && mv $page.new $page
	echo "ok 1 - the manual page # written"
elif difference=$(whole | diff $page - 2>&1); then
	echo "ok 1 - the manual page lists all keys, commands and settings"
else
	echo "not ok 1 - the manual page lists all keys, commands and settings"
	printf '%s\n' "$difference" | sed 's/^/# /'
fi
