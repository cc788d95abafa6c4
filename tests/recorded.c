#include "recorded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "number.h"
#include "text.h"

const char *const recorded_versions[] = {
	"2.7", "3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", NULL};

FILE *recorded_open(const char *name, const char *version)
{
	const char *srcdir = getenv("srcdir");
	struct strbuf path = STRBUF_INIT;
	FILE *f;

	strbuf_printf(
		&path, "%s/tests/data/%s-%s", srcdir ? srcdir : ".", name, version);
	f = fopen(path.text, "r");
	if (!f)
		fail_msg("cannot read %s", path.text);
	strbuf_free(&path);
	return f;
}

bool recorded_line(FILE *f, struct strbuf *line)
{
	int c;

	strbuf_clear(line);
	while ((c = getc(f)) != EOF && c != '\n')
		strbuf_putc(line, (char)c);
	return c != EOF;
}

obj_id recorded_value(struct world *w, const char *text)
{
	uint64_t bits;
	double x;

	switch (*text++) {
	case 'i':
		return int_from_text(w, text, false);
	case 'l':
		return int_from_text(w, text, true);
	case 'b':
		return bool_of(*text == '1');
	case 'f':
		bits = strtoull(text, NULL, 16);
		memcpy(&x, &bits, sizeof(x));
		return float_new(w, x);
	case 's':
		return native_from(w, text);
	default:
		return OBJ_NONE;
	}
}

uint32_t recorded_digest(uint32_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 0x01000193u;
	return hash;
}
