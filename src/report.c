#include "report.h"

#include <stdarg.h>
#include <stdlib.h>

#include "strbuf.h"
#include "xalloc.h"

void report_free(struct report *r)
{
	for (uint32_t i = 0; i < r->count; i++)
		free(r->lines[i].text);
	free(r->lines);
	*r = (struct report)REPORT_INIT;
}

void report_take(
	struct report *r, enum report_role role, int indent, struct strbuf *text)
{
	if (r->count == r->capacity) {
		r->capacity = r->capacity ? 2 * r->capacity : 32;
		r->lines = xreallocarray(r->lines, r->capacity, sizeof(*r->lines));
	}
	r->lines[r->count++] = (struct report_line){role, indent, strbuf_take(text)};
}

void report_add(
	struct report *r, enum report_role role, int indent, const char *format, ...)
{
	struct strbuf text = STRBUF_INIT;
	va_list args;

	va_start(args, format);
	strbuf_vprintf(&text, format, args);
	va_end(args);
	report_take(r, role, indent, &text);
}

void report_print(const struct report *r, struct strbuf *out)
{
	for (uint32_t i = 0; i < r->count; i++)
		strbuf_printf(
			out, "%*s%s\n", 2 * r->lines[i].indent, "", r->lines[i].text);
}
