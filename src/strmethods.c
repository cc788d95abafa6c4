#include "strmethods.h"

#include <string.h>

#include "dialect.h"
#include "unicode_case.h"

/* Views, places, slices. */

struct view span_of(const struct world *w, obj_id o)
{
	bool bytes = obj_kind(w, o) == KIND_BYTES;

	return (struct view){text_bytes(w, o), obj_n(w, o), bytes,
		bytes || obj_flag(w, o, OBJECT_ASCII)};
}

size_t span_offset(const struct view *v, int64_t i)
{
	const char *p = v->p;
	const char *end = v->p + v->n;

	if (v->single)
		return i < (int64_t)v->n ? (size_t)i : v->n;
	while (i-- > 0 && p < end)
		text_decode(&p, end);
	return (size_t)(p - v->p);
}

int64_t span_index(const struct view *v, size_t offset)
{
	int64_t n = 0;

	if (v->single)
		return (int64_t)offset;
	for (size_t i = 0; i < offset; i++)
		n += (v->p[i] & 0xc0) != 0x80;
	return n;
}

bool span_part(const struct world *w, obj_id o, int64_t start, int64_t end,
	struct view *v, int64_t *first)
{
	int64_t length = text_length(w, o);
	size_t from, to;

	if (end > length)
		end = length;
	else if (end < 0)
		end = end + length < 0 ? 0 : end + length;
	if (start < 0)
		start = start + length < 0 ? 0 : start + length;
	*v = span_of(w, o);
	if (start > end)
		return false;
	from = span_offset(v, start);
	to = span_offset(v, end);
	v->p += from;
	v->n = to - from;
	*first = start;
	return true;
}

uint32_t span_next(const struct view *v, const char **p)
{
	if (v->single)
		return (unsigned char)*(*p)++;
	return text_decode(p, v->p + v->n);
}

uint32_t span_previous(const struct view *v, const char **p)
{
	const char *q;

	--*p;
	while (!v->single && *p > v->p && (**p & 0xc0) == 0x80)
		--*p;
	q = *p;
	return span_next(v, &q);
}

bool is_space_in(const struct view *v, uint32_t c)
{
	if (v->bytes)
		return c == ' ' || (c >= '\t' && c <= '\r');
	return unicode_flags(c) & UNICODE_SPACE;
}

obj_id new_part(struct world *w, obj_id like, const char *p, size_t n)
{
	if (n == obj_n(w, like) && p == text_bytes(w, like) &&
		(obj_class(w, like) == type_object(T_STR) ||
			obj_class(w, like) == type_object(T_BYTES))) {
		hold(w, like);
		return like;
	}
	return text_new_like(w, like, p, n);
}

obj_id new_from(struct world *w, obj_id like, struct strbuf *b)
{
	obj_id o = text_new_like(w, like, b->text, b->length);

	strbuf_free(b);
	return o;
}

static obj_id slice_stepping(
	struct world *w, obj_id o, int64_t start, int64_t step, int64_t count)
{
	struct view v = span_of(w, o);
	struct strbuf b = STRBUF_INIT;
	const char *p = v.p + span_offset(&v, start);

	for (int64_t i = 0; i < count; i++) {
		const char *next = p;

		span_next(&v, &next);
		strbuf_add(&b, p, (size_t)(next - p));
		for (int64_t k = 0; k < step && i + 1 < count; k++)
			span_next(&v, &p);
		for (int64_t k = 0; k > step && i + 1 < count; k--)
			span_previous(&v, &p);
	}
	return new_from(w, o, &b);
}

obj_id str_slice(struct world *w, obj_id o, int64_t start, int64_t step, int64_t count)
{
	struct view v = span_of(w, o);
	size_t from, to;

	if (step != 1 && count > 0)
		return slice_stepping(w, o, start, step, count);
	from = span_offset(&v, start);
	to = count > 0 ? span_offset(&v, start + count) : from;
	return new_part(w, o, v.p + from, to - from);
}

/* Shapes. */

static void put_fill(
	struct strbuf *b, const struct view *v, uint32_t fill, int64_t count)
{
	while (count-- > 0) {
		if (v->bytes)
			strbuf_putc(b, (char)fill);
		else
			strbuf_put_utf8(b, fill);
	}
}

obj_id str_pad(struct world *w, obj_id o, int64_t width, uint32_t fill, char align)
{
	struct view v = span_of(w, o);
	struct strbuf b = STRBUF_INIT;
	int64_t room = width - text_length(w, o);
	int64_t left;

	if (room <= 0)
		return new_part(w, o, v.p, v.n);
	/* Objects/stringlib: an odd rest goes left when the width is odd. */
	left = align == '<' ? 0 : align == '>' ? room : room / 2 + (room & width & 1);
	put_fill(&b, &v, fill, left);
	strbuf_add(&b, v.p, v.n);
	put_fill(&b, &v, fill, room - left);
	return new_from(w, o, &b);
}

obj_id str_zfill(struct world *w, obj_id o, int64_t width)
{
	struct view v = span_of(w, o);
	struct strbuf b = STRBUF_INIT;
	int64_t room = width - text_length(w, o);
	size_t sign = v.n && (*v.p == '+' || *v.p == '-');

	if (room <= 0)
		return new_part(w, o, v.p, v.n);
	strbuf_add(&b, v.p, sign);
	put_fill(&b, &v, '0', room);
	strbuf_add(&b, v.p + sign, v.n - sign);
	return new_from(w, o, &b);
}

obj_id str_expandtabs(struct world *w, obj_id o, int64_t size)
{
	struct view v = span_of(w, o);
	struct strbuf b = STRBUF_INIT;
	int64_t column = 0;

	for (const char *p = v.p; p < v.p + v.n;) {
		const char *start = p;
		uint32_t c = span_next(&v, &p);

		if (c == '\t') {
			int64_t spaces = size > 0 ? size - column % size : 0;

			put_fill(&b, &v, ' ', spaces);
			column += spaces;
			continue;
		}
		strbuf_add(&b, start, (size_t)(p - start));
		column = c == '\n' || c == '\r' ? 0 : column + 1;
	}
	return new_from(w, o, &b);
}
