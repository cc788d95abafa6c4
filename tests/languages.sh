#!/bin/sh
# Every text of the program is translated, translations take the same arguments, and
# what the program shows in Chinese is in tests/golden/language.  Speaks TAP.
# GOLDEN=write in the environment writes the files instead.  srcdir: top of the
# source tree; GCREFS: the program.
#
# A new text: `make po` in the build folder, then translate it in po/zh_CN.po.

build=$PWD
cd "${srcdir:-.}" || exit 99
gcrefs=${GCREFS:-$build/gcrefs}
catalogue=po/zh_CN.po
found=$build/languages.found
count=0

if [ ! -f "$build/locale/zh_CN/LC_MESSAGES/gcrefs.mo" ]; then
	echo "1..0 # SKIP built without languages"
	exit 0
fi

# report NAME: a test that fails if there is any line in $found.
report()
{
	count=$((count + 1))
	if [ -s "$found" ]; then
		echo "not ok $count - $1"
		sed 's/^/# /' "$found"
	else
		echo "ok $count - $1"
	fi
	rm -f "$found"
}

# chinese ARGUMENT...: runs the program in Chinese, whatever is installed here.
chinese()
{
	LC_ALL=zh_CN.UTF-8 LANGUAGE='' "$gcrefs" "$@" 2>&1
}

# picture NAME ARGUMENT...: what the program prints in Chinese is the golden.
picture()
{
	name=$1
	golden=tests/golden/language/$name.txt
	shift
	if [ "$GOLDEN" = write ]; then
		chinese "$@" >"$golden"
	fi
	chinese "$@" | diff "$golden" - >"$found" 2>&1
	report "$name"
}

# same ARGUMENT...: is printed in English whatever the language is.
same()
{
	chinese "$@" >"$build/languages.zh"
	LC_ALL=C.UTF-8 "$gcrefs" "$@" 2>&1 | cmp - "$build/languages.zh" >"$found" 2>&1
	rm -f "$build/languages.zh"
	report "gcrefs $1 is never translated"
}

# The texts without a translation.
untranslated()
{
	tools/texts >"$build/languages.pot"
	msgmerge -q --no-fuzzy-matching -o - $catalogue "$build/languages.pot" |
		msgattrib --no-obsolete --untranslated - |
		awk '/^msgid/ { entry++ } entry > 1 && /^(msgid|")/'
	rm -f "$build/languages.pot"
}

with_tools()
{
	if ! command -v xgettext >/dev/null || ! command -v msgmerge >/dev/null; then
		count=$((count + 1))
		echo "ok $count - $1 # SKIP no gettext tools"
		return
	fi
	"$2" >"$found" 2>&1
	report "$1"
}

check_arguments()
{
	msgfmt -c -o /dev/null $catalogue 2>&1 | grep -v 'header field'
}

guesses()
{
	msgattrib --only-fuzzy $catalogue
}

self=scenarios/01-self-reference.py
closure=scenarios/06-closure.py
ring=scenarios/13-del-in-a-ring.py

echo "1..18"
with_tools "every text has a translation (else: make po)" untranslated
with_tools "translations take the same arguments" check_arguments
with_tools "no translation is a guess" guesses
picture screen show --python=3.11 --at=line:33 $self
picture collecting show --python=3.11 --at=133 $self
picture large show --python=2.7 --at=phase:step:4 --size=120x40 $ring
picture small show --python=3.11 --at=line:33 --size=40x10 $self
picture story --python=3.11 $self
picture object show --python=3.11 --view=object --size=60x30 --select=ring \
	--at=line:33 $self
picture why show --python=3.11 --why=ring --at=line:33 $self
picture diff show --python=3.11 --diff=line:29,line:37 $self
picture linear --python=3.11 --batch='n;n;f;why gc;lists;help' $self
picture help --help
picture mistake --theme=blue x.py
picture plain show --python=3.11 --at=line:33 --glyphs=ascii $self
same run $closure
same trace $closure
LC_ALL=C LANGUAGE=zh_CN "$gcrefs" show --at=20 $self | LC_ALL=C grep '[^ -~]' >"$found"
report "no Chinese where characters are ASCII"
