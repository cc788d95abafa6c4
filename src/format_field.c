#include "format.h"

#include <string.h>

/* Objects/stringlib/unicode_format.h, MarkupIterator_next. */

/* Literal text up to the next single brace.  {{ and }} are one brace each and end
 * the literal, which then holds the first of the two. */
static bool read_literal(const char *text, size_t length, size_t *i,
	struct format_field *f, bool *opens, struct format_error *e)
{
	size_t start = *i;

	while (*i < length && text[*i] != '{' && text[*i] != '}')
		++*i;
	f->literal = text + start;
	f->literal_length = *i - start;
	*opens = false;
	if (*i == length)
		return true;
	if (*i + 1 < length && text[*i + 1] == text[*i]) {
		f->literal_length++;
		*i += 2;
		return true;
	}
	if (text[*i] == '}')
		return format_fail(
			e, T_VALUE_ERROR, "Single '}' encountered in format string");
	if (*i + 1 == length)
		return format_fail(
			e, T_VALUE_ERROR, "Single '{' encountered in format string");
	++*i;
	*opens = true;
	return true;
}

/* The index behind the name: at '!', ':', or the closing brace. */
static size_t name_end(const char *text, size_t length, size_t i)
{
	bool brackets = false;

	for (; i < length; i++) {
		if (text[i] == '[')
			brackets = true;
		else if (text[i] == ']')
			brackets = false;
		else if (!brackets && strchr("{}:!", text[i]) && text[i])
			break;
	}
	return i;
}

static bool read_conversion(const char *text, size_t length, size_t *i,
	struct format_field *f, struct format_error *e)
{
	++*i;
	if (*i >= length)
		return format_fail(e, T_VALUE_ERROR,
			"end of string while looking for conversion specifier");
	f->conversion = text[(*i)++];
	if (*i < length && text[*i] != ':' && text[*i] != '}')
		return format_fail(
			e, T_VALUE_ERROR, "expected ':' after conversion specifier");
	return true;
}

static bool read_spec(const char *text, size_t length, size_t *i,
	struct format_field *f, struct format_error *e)
{
	int depth = 1;

	f->spec = text + ++*i;
	for (; *i < length; ++*i) {
		if (text[*i] == '{') {
			f->spec_nested = true;
			depth++;
		} else if (text[*i] == '}' && --depth == 0) {
			f->spec_length = (size_t)(text + *i - f->spec);
			return true;
		}
	}
	return format_fail(e, T_VALUE_ERROR, "unmatched '{' in format spec");
}

static bool read_field(const char *text, size_t length, size_t *i,
	struct format_field *f, struct format_error *e)
{
	size_t start = *i;

	f->has_field = true;
	*i = name_end(text, length, *i);
	f->name = text + start;
	f->name_length = *i - start;
	f->spec = text + *i;
	if (*i < length && text[*i] == '{')
		return format_fail(e, T_VALUE_ERROR, "unexpected '{' in field name");
	if (*i < length && text[*i] == '!' && !read_conversion(text, length, i, f, e))
		return false;
	if (*i < length && text[*i] == ':' && !read_spec(text, length, i, f, e))
		return false;
	if (*i >= length)
		return format_fail(
			e, T_VALUE_ERROR, "expected '}' before end of string");
	++*i;
	return true;
}

enum format_piece format_next_field(const char *text, size_t length, uint32_t *position,
	struct format_field *f, struct format_error *e)
{
	size_t i = *position;
	bool opens;

	*f = (struct format_field){0};
	e->type = 0;
	if (i >= length)
		return FORMAT_END;
	if (!read_literal(text, length, &i, f, &opens, e))
		return FORMAT_ERROR;
	if (opens && !read_field(text, length, &i, f, e))
		return FORMAT_ERROR;
	*position = (uint32_t)i;
	return FORMAT_LITERAL;
}
