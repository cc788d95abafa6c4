import unicodedata, sys
def ranges(pred, lo=0x80):
    out=[]; start=None
    for c in range(lo,0x110000):
        ok = pred(c)
        if ok and start is None: start=c
        if not ok and start is not None: out.append((start,c-1)); start=None
    if start is not None: out.append((start,0x10ffff))
    return out
st = ranges(lambda c: chr(c).isidentifier())
co = ranges(lambda c: ('a'+chr(c)).isidentifier() and not chr(c).isidentifier())
pr = ranges(lambda c: not chr(c).isprintable())
def tab(name, r):
    s = '/* clang-format off */\nstatic const struct range %s[] = {\n' % name
    line='\t'
    for a,b in r:
        item = '{0x%x, 0x%x}, ' % (a,b)
        if len(line)+len(item) > 80: s += line.rstrip()+'\n'; line='\t'
        line += item
    return s + line.rstrip().rstrip(',') + '};\n/* clang-format on */\n'
print(len(st),len(co),len(pr), file=sys.stderr)
open('unicode_id.c','w').write('''#include "unicode_id.h"

#include <stddef.h>

/* Unicode %s, as Python's str.isidentifier() and str.isprintable() see it;
 * written by tests/tools/unicode_id.py. */

struct range {
	uint32_t first, last;
};

''' % unicodedata.unidata_version + tab('id_start', st) + '\n/* Beyond those of id_start. */\n' + tab('id_continue', co) + '\n' + tab('unprintable', pr) + '''
static bool is_in(uint32_t c, const struct range *ranges, size_t count)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (c > ranges[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && c >= ranges[low].first;
}

#define IS_IN(c, table) is_in(c, table, sizeof table / sizeof *table)

static bool is_ascii_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool unicode_is_id_start(uint32_t c)
{
	return c < 0x80 ? is_ascii_letter(c) : IS_IN(c, id_start);
}

bool unicode_is_id_continue(uint32_t c)
{
	if (c < 0x80)
		return is_ascii_letter(c) || (c >= '0' && c <= '9');
	return IS_IN(c, id_start) || IS_IN(c, id_continue);
}

bool unicode_is_printable(uint32_t c)
{
	return c < 0x80 ? c >= ' ' && c < 0x7f : !IS_IN(c, unprintable);
}
''')
