#!/usr/bin/env python3
"""Writes src/caret_width.c: the characters that take two columns in a traceback.

    python3.13 tools/caret_width.py > src/caret_width.c

They are asked of the interpreter that runs this.
"""
import unicodedata


def wide_ranges():
    first = None
    for code in range(0x110001):
        wide = code < 0x110000 and unicodedata.east_asian_width(chr(code)) in "WF"
        if wide and first is None:
            first = code
        elif not wide and first is not None:
            yield first, code - 1
            first = None


print('#include "caret_width.h"\n')
print("/* Written by tools/caret_width.py with Unicode %s. */" % unicodedata.unidata_version)
print("\n/* clang-format off */\n")
print("static const uint32_t wide[][2] = {")
line = "\t"
for low, high in wide_ranges():
    row = "{0x%04x, 0x%04x}," % (low, high)
    if len(line.expandtabs(8)) + len(row) > 88:
        print(line.rstrip())
        line = "\t"
    line += row + " "
print(line.rstrip())
print("""};

/* clang-format on */

unsigned caret_width(uint32_t c)
{
	unsigned low = 0, high = sizeof(wide) / sizeof(wide[0]);

	while (low < high) {
		unsigned middle = (low + high) / 2;

		if (c > wide[middle][1])
			low = middle + 1;
		else
			high = middle;
	}
	return low < sizeof(wide) / sizeof(wide[0]) && c >= wide[low][0] ? 2 : 1;
}""")
