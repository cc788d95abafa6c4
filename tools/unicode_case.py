#!/usr/bin/env python3
"""Writes src/unicode_case.c: what str's methods know of characters.

    python3.11 tools/unicode_case.py > src/unicode_case.c

Everything is asked of the interpreter that runs this (which is therefore the
version that the table says it follows).
"""
import sys
import unicodedata

FLAGS = ["ALPHA", "DECIMAL", "DIGIT", "NUMERIC", "SPACE", "UPPER", "LOWER",
         "TITLE", "CASED", "IGNORABLE"]
MAPPINGS = ["lower", "upper", "title", "casefold"]


def is_title(c):
    """Title case letters are those that neither upper() nor lower() leaves alone."""
    return unicodedata.category(c) == "Lt"


def flags(c):
    cased = (c + "\u03a3").lower()[-1] == "\u03c2"
    skipped = ("A" + c + "\u03a3").lower()[-1] == "\u03c2"
    answers = [c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(),
               c.isupper() and not is_title(c), c.islower(), is_title(c), cased,
               skipped and not cased]
    return sum(1 << i for i, yes in enumerate(answers) if yes)


def record(code, special):
    """(flags, four differences); mappings to several characters go to SPECIAL."""
    c = chr(code)
    deltas = []
    for i, name in enumerate(MAPPINGS):
        to = getattr(c, name)()
        if len(to) == 1:
            deltas.append(ord(to) - code)
        else:
            deltas.append(0)
            special.append((code, i, to))
    return (flags(c),) + tuple(deltas)


def put_rows(rows):
    line = "\t"
    for row in rows:
        if len(line.expandtabs(8)) + len(row) + 1 > 88:
            print(line.rstrip())
            line = "\t"
        line += row + " "
    print(line.rstrip())


def main():
    special, runs, records = [], [], {}
    previous = None
    for code in range(0x110000):
        now = record(code, special)
        if now != previous:
            runs.append((code, records.setdefault(now, len(records))))
            previous = now
    print("/* Unicode %s, as Python %d.%d knows it; written by tools/unicode_case.py. */"
          % ((unicodedata.unidata_version,) + sys.version_info[:2]))
    print('\n#include "unicode_case.h"\n\n#include <stddef.h>\n')
    print("/* clang-format off */\n")
    print("/* Flags; differences to lower, upper, title, folded case. */")
    print("static const struct {\n\tuint16_t flags;\n\tint32_t to[4];\n} records[] = {")
    put_rows("{0x%x, {%d, %d, %d, %d}}," % row for row in records)
    print("};\n\n/* From which code point on which record. */")
    print("static const struct {\n\tuint32_t first;\n\tuint16_t record;\n} runs[] = {")
    put_rows("{0x%x, %d}," % run for run in runs)
    print("};\n\n/* Mappings to several characters, in UTF-8. */")
    print("static const struct {\n\tuint32_t code;\n\tuint8_t mapping;\n"
          "\tchar to[7];\n} special[] = {")
    put_rows('{0x%x, %d, "%s"},' % (code, i, "".join(
        "\\%03o" % b if b >= 128 else chr(b) for b in to.encode())) for code, i, to in special)
    print("};\n\n/* clang-format on */")
    print(CODE, end="")
    print(len(runs), len(records), len(special), file=sys.stderr)


CODE = r"""
static unsigned record_of(uint32_t c)
{
	size_t low = 0, high = sizeof(runs) / sizeof(runs[0]);

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (c < runs[middle].first)
			high = middle;
		else
			low = middle;
	}
	return runs[low].record;
}

unsigned unicode_flags(uint32_t c)
{
	return records[record_of(c)].flags;
}

uint32_t unicode_map(uint32_t c, enum unicode_mapping mapping)
{
	return c + (uint32_t)records[record_of(c)].to[mapping];
}

const char *unicode_map_special(uint32_t c, enum unicode_mapping mapping)
{
	size_t low = 0, high = sizeof(special) / sizeof(special[0]);

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (special[middle].code < c ||
			(special[middle].code == c &&
				special[middle].mapping < mapping))
			low = middle + 1;
		else
			high = middle;
	}
	if (low == sizeof(special) / sizeof(special[0]) || special[low].code != c ||
		special[low].mapping != mapping)
		return NULL;
	return special[low].to;
}
"""

if __name__ == "__main__":
    main()
