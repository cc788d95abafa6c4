#include "format.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "dialect.h"
#include "lookup.h"

bool format_fail(struct format_error *e, int type, const char *format, ...)
{
	va_list args;

	e->type = type;
	va_start(args, format);
	vsnprintf(e->message, sizeof(e->message), format, args);
	va_end(args);
	return false;
}

static bool is_old(const struct world *w)
{
	return w->dialect->version.major == 2;
}

/* Reading a conversion. */

struct reader {
	const char *start, *p, *end;
	bool bytes;
};

/* The next character, or UINT32_MAX at the end. */
static uint32_t peek(const struct reader *r)
{
	const char *p = r->p;

	if (p == r->end)
		return UINT32_MAX;
	return r->bytes ? (unsigned char)*p : text_decode(&p, r->end);
}

static uint32_t take(struct reader *r)
{
	if (r->bytes)
		return (unsigned char)*r->p++;
	return text_decode(&r->p, r->end);
}

static bool read_key(struct reader *r, struct format_spec *s, struct format_error *e)
{
	int depth = 1;

	s->has_key = true;
	s->text = ++r->p;
	for (; depth > 0; r->p++) {
		if (r->p == r->end)
			return format_fail(e, T_VALUE_ERROR, "incomplete format key");
		depth += (*r->p == '(') - (*r->p == ')');
	}
	s->length = (size_t)(r->p - s->text) - 1;
	return true;
}

static void read_flags(struct reader *r, struct format_spec *s)
{
	for (;; r->p++) {
		switch (peek(r)) {
		case '-':
			s->left = true;
			break;
		case '+':
			s->sign = true;
			break;
		case ' ':
			s->blank = true;
			break;
		case '#':
			s->alternate = true;
			break;
		case '0':
			s->zero = true;
			break;
		default:
			return;
		}
	}
}

static bool read_number(
	struct reader *r, int *value, const char *too_big, struct format_error *e)
{
	int64_t n = 0;

	if (peek(r) == '*') {
		r->p++;
		*value = FORMAT_STAR;
		return true;
	}
	for (; r->p < r->end && *r->p >= '0' && *r->p <= '9'; r->p++) {
		n = n * 10 + (*r->p - '0');
		if (n > INT_MAX)
			return format_fail(e, T_VALUE_ERROR, "%s", too_big);
	}
	*value = (int)n;
	return true;
}

static bool read_conversion(const struct world *w, struct reader *r,
	struct format_spec *s, struct format_error *e)
{
	if (peek(r) == '(' && !read_key(r, s, e))
		return false;
	read_flags(r, s);
	if ((peek(r) == '*' || (peek(r) >= '0' && peek(r) <= '9')) &&
		!read_number(r, &s->width, "width too big", e))
		return false;
	if (peek(r) == '.') {
		r->p++;
		if (!read_number(r, &s->precision,
			    is_old(w) || r->bytes ? "prec too big"
						  : "precision too big",
			    e))
			return false;
	}
	if (peek(r) == 'h' || peek(r) == 'l' || peek(r) == 'L')
		r->p++;
	if (r->p == r->end)
		return format_fail(e, T_VALUE_ERROR, "incomplete format");
	for (const char *p = r->start; p < r->p; p++)
		s->index += r->bytes || (*p & 0xc0) != 0x80;
	s->conversion = take(r);
	return true;
}

/* Only in 3.7 and later is %5% more than a percent sign. */
static bool is_percent(
	const struct world *w, const struct format_spec *s, const char *start)
{
	if (s->conversion != '%')
		return false;
	if (start[1] == '%')
		return true;
	return !is_old(w) && w->dialect->version.minor < 7;
}

enum format_piece format_next(const struct world *w, obj_id template,
	uint32_t *position, struct format_spec *s, struct format_error *e)
{
	const char *text = text_bytes(w, template);
	struct reader r = {text, text + *position, text + obj_n(w, template),
		obj_kind(w, template) == KIND_BYTES};
	const char *start = r.p;

	*s = (struct format_spec){.width = FORMAT_NONE, .precision = FORMAT_NONE};
	e->type = 0;
	if (r.p == r.end)
		return FORMAT_END;
	if (*r.p != '%') {
		const char *percent = memchr(r.p, '%', (size_t)(r.end - r.p));

		r.p = percent ? percent : r.end;
		s->text = start;
		s->length = (size_t)(r.p - start);
		*position = (uint32_t)(r.p - text);
		return FORMAT_LITERAL;
	}
	r.p++;
	if (!read_conversion(w, &r, s, e))
		return FORMAT_ERROR;
	*position = (uint32_t)(r.p - text);
	if (!is_percent(w, s, start))
		return FORMAT_CONVERSION;
	s->text = start;
	s->length = 1;
	return FORMAT_LITERAL;
}

/* Values. */

bool format_is_mapping(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_DICT:
	case KIND_LIST:
		return true;
	case KIND_BYTES:
		return !is_old(w);
	case KIND_RANGE:
		return !is_old(w);
	default:
		return false;
	}
}

void format_values_start(
	const struct world *w, struct format_values *v, obj_id values, bool is_mapping)
{
	*v = (struct format_values){.values = values, .count = -1, .next = -2};
	if (obj_kind(w, values) == KIND_TUPLE) {
		v->count = (int32_t)obj_n(w, values);
		v->next = 0;
	} else if (is_mapping) {
		v->mapping = values;
	}
}

obj_id format_values_next(
	const struct world *w, struct format_values *v, struct format_error *e)
{
	if (v->next < v->count) {
		v->next++;
		if (v->count < 0)
			return v->values;
		return obj_field(w, v->values, (uint32_t)v->next - 1);
	}
	format_fail(e, T_TYPE_ERROR, "not enough arguments for format string");
	return 0;
}

void format_values_take(struct format_values *v, obj_id value)
{
	v->values = value;
	v->count = -1;
	v->next = -2;
}

bool format_values_end(const struct world *w, const struct format_values *v, bool bytes,
	struct format_error *e)
{
	if (v->next >= v->count || v->mapping)
		return true;
	return format_fail(e, T_TYPE_ERROR,
		bytes && !is_old(w)
			? "not all arguments converted during bytes formatting"
			: "not all arguments converted during string formatting");
}

static bool take_star(const struct world *w, struct format_values *v, int *value,
	struct format_error *e)
{
	obj_id o = format_values_next(w, v, e);

	if (!o)
		return false;
	if (!is_int(w, o))
		return format_fail(e, T_TYPE_ERROR, "* wants int");
	if (!int_fits(w, o) || int_value(w, o) > INT_MAX || int_value(w, o) < -INT_MAX)
		return format_fail(e, T_OVERFLOW_ERROR,
			"Python int too large to convert to C int");
	*value = (int)int_value(w, o);
	return true;
}

/* Whether a text of WIDTH characters would fit. */
static bool has_room_for(const struct world *w, int width)
{
	return width < 1000 || heap_has_room(w, (uint64_t)width / 4);
}

bool format_stars(const struct world *w, struct format_spec *s, struct format_values *v,
	struct format_error *e)
{
	e->type = 0;
	if (s->width == FORMAT_STAR) {
		if (!take_star(w, v, &s->width, e))
			return false;
		if (s->width < 0) {
			s->left = true;
			s->width = -s->width;
		}
	}
	if (s->precision == FORMAT_STAR) {
		if (!take_star(w, v, &s->precision, e))
			return false;
		if (s->precision < 0)
			s->precision = 0;
	}
	if (!has_room_for(w, s->width) || !has_room_for(w, s->precision))
		return format_fail(e, T_MEMORY_ERROR, "%s", "");
	return true;
}

void format_text(const struct format_spec *s, const char *text, size_t length,
	enum kind kind, struct strbuf *out)
{
	const char *p = text;
	const char *end = text + length;
	int n = 0;

	while (p < end && (s->precision < 0 || n < s->precision)) {
		if (kind == KIND_BYTES)
			p++;
		else
			text_decode(&p, end);
		n++;
	}
	for (int i = n; i < s->width && !s->left; i++)
		strbuf_putc(out, ' ');
	strbuf_add(out, text, (size_t)(p - text));
	for (int i = n; i < s->width && s->left; i++)
		strbuf_putc(out, ' ');
}
