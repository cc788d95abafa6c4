#include <stdint.h>
#include <string.h>

#include "compile_core.h"

/* ---- 3.13: docstrings without their indentation (compile.c, _PyCompile_CleanDoc) */

static void expand_tabs(const char *text, size_t length, struct strbuf *out)
{
	size_t column = 0;

	for (size_t i = 0; i < length; i++) {
		unsigned char ch = (unsigned char)text[i];
		if (ch == '\t') {
			do
				strbuf_putc(out, ' ');
			while (++column % 8);
			continue;
		}
		strbuf_putc(out, (char)ch);
		if (ch == '\n' || ch == '\r')
			column = 0;
		else if ((ch & 0xc0) != 0x80)
			column++;
	}
}

static const char *line_end(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));

	return newline ? newline + 1 : end;
}

static const char *after_blanks(const char *at, const char *end)
{
	while (at < end && *at == ' ')
		at++;
	return at;
}

/* The least indentation of the lines after the first that are not blank. */
static size_t margin_of(const char *text, const char *end)
{
	size_t margin = SIZE_MAX;

	for (const char *at = line_end(text, end); at < end; at = line_end(at, end)) {
		const char *first = after_blanks(at, end);
		if (first < end && *first != '\n' && (size_t)(first - at) < margin)
			margin = (size_t)(first - at);
	}
	return margin == SIZE_MAX ? 0 : margin;
}

static void clean(const struct strbuf *doc, struct strbuf *out)
{
	const char *end = doc->text + doc->length;
	size_t margin = margin_of(doc->text, end);
	const char *at = after_blanks(doc->text, end);

	while (at < end) {
		const char *next = line_end(at, end);
		strbuf_add(out, at, (size_t)(next - at));
		at = next;
		for (size_t i = 0; i < margin && at < end && *at == ' '; i++)
			at++;
	}
}

void docstring_value(struct compiler *c, const struct ast *doc, struct constant *value)
{
	struct strbuf wide = STRBUF_INIT, text = STRBUF_INIT;

	literal(c, &doc->constant.value, value);
	if (!py_at_least(c->v, 3, 13))
		return;
	expand_tabs(value->text, value->length, &wide);
	clean(&wide, &text);
	value->in_ast = text.length == value->length;
	value->length = (uint32_t)text.length;
	value->text = unit_intern(c->memory, text.text, text.length);
	strbuf_free(&wide);
	strbuf_free(&text);
}
