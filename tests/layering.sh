#!/bin/sh
# Checks the shape of the source tree: who includes whom (tests/layers), and
# what only one file may do.  Speaks TAP.  srcdir: top of the source tree.

cd "${srcdir:-.}" || exit 99
files=$(ls src/*.[ch] src/*.def ui/*.[ch] ui/*.def 2>/dev/null)

# report NUMBER NAME: a test that fails if standard input has any line; the
# lines say what is wrong.
report()
{
	wrong=$(cat)
	if [ -z "$wrong" ]; then
		echo "ok $1 - $2"
	else
		echo "not ok $1 - $2"
		printf '%s\n' "$wrong" | sed 's/^/# /'
	fi
}

# inclusions: "FILE HEADER" for every #include "..." of the tree, the header
# with its directory ("?" when there is no such file).
inclusions()
{
	for file in $files; do
		sed -n 's/^[ \t]*#[ \t]*include[ \t]*"\([^"]*\)".*/\1/p' "$file" |
		while read -r header; do
			if [ "$header" = config.h ]; then
				continue
			elif [ -f "src/$header" ]; then
				echo "$file src/$header"
			elif [ -f "ui/$header" ]; then
				echo "$file ui/$header"
			else
				echo "$file ?$header"
			fi
		done
	done
}

# against_table: reads tests/layers, then a line "FILE" or "FILE HEADER" each;
# prints what the table does not allow.
against_table()
{
	awk '
	function stem(file) {
		sub(/\.(c|h|def)$/, "", file)
		return file
	}
	function pattern(module) {
		gsub(/\*/, "[a-z0-9_]*", module)
		return "^" module "$"
	}
	function side(module, list,    n, i, part) {
		n = split(list, part, " ")
		for (i = 1; i <= n; i++)
			if (module ~ pattern(part[i]))
				return 1
		return 0
	}
	function layer(file,    i, found, module) {
		module = stem(file)
		found = ""
		for (i = 1; i <= modules; i++) {
			if (module !~ pattern(name[i]))
				continue
			if (found != "" && found != level[i])
				print file " stands in the table twice"
			found = level[i]
		}
		return found
	}
	NR == FNR && (/^#/ || NF == 0) { next }
	NR == FNR && $1 == "apart" {
		sub(/^apart /, "")
		split($0, half, " : ")
		apart++
		left[apart] = half[1]
		right[apart] = half[2]
		next
	}
	NR == FNR {
		for (i = 2; i <= NF; i++) {
			modules++
			level[modules] = $1
			name[modules] = $i
		}
		next
	}
	NF == 1 && layer($1) == "" { print $1 " is missing in tests/layers" }
	NF == 1 || layer($1) == "" { next }
	layer($2) + 0 > layer($1) + 0 {
		print $1 " (layer " layer($1) ") includes " $2 " (layer " layer($2) ")"
	}
	{
		a = stem($1)
		b = stem($2)
		for (i = 1; i <= apart; i++)
			if (side(a, left[i]) && side(b, right[i]))
				print $1 " includes " $2 ": kept apart"
	}' tests/layers -
}

# no_calls REGEX FILE...: where one of the functions is called.
no_calls()
{
	functions=$1
	shift
	grep -nE "(^|[^A-Za-z0-9_])($functions)[ \t]*\(" "$@" /dev/null
}

except()
{
	printf '%s\n' $files | grep -vxF "$1"
}

echo "1..10"

printf '%s\n' $files | against_table | report 1 "every file is in tests/layers"

inclusions | grep -vF '?' | against_table | report 2 "includes point down only"

inclusions | grep -F '?' | report 3 "every header that is included exists"

inclusions | grep '^src/.* ui/' | report 4 "src/ does not know ui/"

inclusions | grep '\.h .*\.h$' |
	tsort 2>&1 >/dev/null | report 5 "no circle of headers"

grep -nE '#[ \t]*include[ \t]*<(n?cursesw?/)?(n?curses|term|panel)\.h>' \
	$(except ui/screen.c) /dev/null | report 6 "only ui/screen.c includes curses"

no_calls 'f?printf|vf?printf|f?puts|f?putc|putchar|fwrite|perror' \
	$(except src/xalloc.c | grep ^src/) | report 7 "src/ prints nothing"

no_calls 'malloc|calloc|realloc|reallocarray|strn?dup' \
	$(except src/xalloc.c) | report 8 "memory comes from src/xalloc.c"

for file in $files $(ls tests/*.[ch] tests/*/*.[ch] 2>/dev/null); do
	grep -qwF "$file" Makefile.am ||
		grep -qxF "unit_tests += ${file%.c}" Makefile.am ||
		echo "$file is missing in Makefile.am"
done | report 9 "every file is in Makefile.am"

sed -nE 's/^[a-z_]*(_SOURCES|_tests|_scripts) \+= //p' Makefile.am | tr ' ' '\n' |
	sort | uniq -d | report 10 "no file is twice in Makefile.am"
