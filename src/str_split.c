#include "strmethods.h"

#include <stdlib.h>
#include <string.h>

#include "dialect.h"
#include "list.h"
#include "xalloc.h"

/* Splitting, and joining again. */

/* Objects that will be the items of a list. */
struct items {
	obj_id *item;
	uint32_t count, capacity;
};

static void put(
	struct world *w, struct items *s, obj_id o, const char *from, const char *to)
{
	if (s->count == s->capacity) {
		s->capacity = s->capacity ? 2 * s->capacity : 16;
		s->item = xreallocarray(s->item, s->capacity, sizeof(*s->item));
	}
	s->item[s->count++] = new_part(w, o, from, (size_t)(to - from));
}

/* Room of the list at first (Objects/stringlib/split.h): for 12 parts, or what MAXIMUM
 * allows, or from 3.12 the length of a text (SEPARATOR 0: white space). */
static uint32_t first_room(
	const struct world *w, obj_id o, obj_id separator, int64_t maximum)
{
	uint32_t length = text_length(w, o);

	if (maximum == TEXT_END && obj_kind(w, o) == KIND_STR &&
		py_at_least(w->dialect->version, 3, 12)) {
		if (separator)
			maximum = length / text_length(w, separator) + 1;
		else
			maximum = length ? (length + 1) / 2 : 1;
	}
	if (separator && obj_kind(w, o) == KIND_STR &&
		length < text_length(w, separator))
		return 1;
	return maximum >= 11 ? 12 : (uint32_t)maximum + 1;
}

static obj_id finish(struct world *w, struct items *s, bool reversed, uint32_t room)
{
	obj_id list;

	for (uint32_t i = 0; reversed && i < s->count / 2; i++) {
		obj_id t = s->item[i];

		s->item[i] = s->item[s->count - 1 - i];
		s->item[s->count - 1 - i] = t;
	}
	list = list_of(w, s->item, s->count);
	list_set_room(w, list, list_room_appended(w, room, s->count));
	free(s->item);
	return list;
}

static const char *skip(const struct view *v, const char *p, bool spaces)
{
	const char *end = v->p + v->n;

	while (p < end) {
		const char *next = p;

		if (is_space_in(v, span_next(v, &next)) != spaces)
			break;
		p = next;
	}
	return p;
}

static const char *skip_back(const struct view *v, const char *p, bool spaces)
{
	while (p > v->p) {
		const char *before = p;

		if (is_space_in(v, span_previous(v, &before)) != spaces)
			break;
		p = before;
	}
	return p;
}

static obj_id split_spaces(struct world *w, obj_id o, int64_t maximum)
{
	struct view v = span_of(w, o);
	struct items s = {0};
	uint32_t room = first_room(w, o, 0, maximum);
	const char *end = v.p + v.n;
	const char *p = skip(&v, v.p, true);

	while (p < end && maximum-- > 0) {
		const char *stop = skip(&v, p, false);

		put(w, &s, o, p, stop);
		p = skip(&v, stop, true);
	}
	if (p < end)
		put(w, &s, o, p, end);
	return finish(w, &s, false, room);
}

static obj_id rsplit_spaces(struct world *w, obj_id o, int64_t maximum)
{
	struct view v = span_of(w, o);
	struct items s = {0};
	uint32_t room = first_room(w, o, 0, maximum);
	const char *p = skip_back(&v, v.p + v.n, true);

	while (p > v.p && maximum-- > 0) {
		const char *start = skip_back(&v, p, false);

		put(w, &s, o, start, p);
		p = skip_back(&v, start, true);
	}
	if (p > v.p)
		put(w, &s, o, v.p, p);
	return finish(w, &s, true, room);
}

obj_id str_split(struct world *w, obj_id o, obj_id separator, int64_t maximum)
{
	struct view v = span_of(w, o), sep;
	struct items s = {0};
	uint32_t room;
	size_t done = 0;

	if (maximum < 0)
		maximum = TEXT_END;
	if (!separator)
		return split_spaces(w, o, maximum);
	sep = span_of(w, separator);
	room = first_room(w, o, separator, maximum);
	while (maximum-- > 0) {
		size_t at = span_find(&v, &sep, done);

		if (at == SIZE_MAX)
			break;
		put(w, &s, o, v.p + done, v.p + at);
		done = at + sep.n;
	}
	put(w, &s, o, v.p + done, v.p + v.n);
	return finish(w, &s, false, room);
}

obj_id str_rsplit(struct world *w, obj_id o, obj_id separator, int64_t maximum)
{
	struct view v = span_of(w, o), sep;
	struct items s = {0};
	uint32_t room;
	size_t left = v.n;

	if (maximum < 0)
		maximum = TEXT_END;
	if (!separator)
		return rsplit_spaces(w, o, maximum);
	sep = span_of(w, separator);
	room = first_room(w, o, separator, maximum);
	while (maximum-- > 0) {
		size_t at = span_rfind(&v, &sep, left);

		if (at == SIZE_MAX)
			break;
		put(w, &s, o, v.p + at + sep.n, v.p + left);
		left = at;
	}
	put(w, &s, o, v.p, v.p + left);
	return finish(w, &s, true, room);
}

static bool ends_line(const struct view *v, uint32_t c)
{
	if (c == '\n' || c == '\r')
		return true;
	return !v->bytes &&
		(c == 0x0b || c == 0x0c || (c >= 0x1c && c <= 0x1e) || c == 0x85 ||
			c == 0x2028 || c == 0x2029);
}

obj_id str_splitlines(struct world *w, obj_id o, bool keep_ends)
{
	struct view v = span_of(w, o);
	struct items s = {0};
	const char *end = v.p + v.n;
	const char *start = v.p;
	const char *p = v.p;

	while (p < end) {
		const char *stop = p;
		uint32_t c = span_next(&v, &p);

		if (!ends_line(&v, c))
			continue;
		if (c == '\r' && p < end && *p == '\n')
			p++;
		put(w, &s, o, start, keep_ends ? p : stop);
		start = p;
	}
	if (start < end)
		put(w, &s, o, start, end);
	return finish(w, &s, false, 0);
}

obj_id str_join(struct world *w, obj_id separator, uint32_t index, uint32_t count)
{
	struct strbuf b = STRBUF_INIT;

	if (count == 1 && obj_class(w, word(w, index)) == obj_class(w, separator)) {
		hold(w, word(w, index));
		return word(w, index);
	}
	for (uint32_t i = 0; i < count; i++) {
		obj_id o = word(w, index + i);

		if (i)
			strbuf_add(&b, text_bytes(w, separator), obj_n(w, separator));
		strbuf_add(&b, text_bytes(w, o), obj_n(w, o));
	}
	return new_from(w, separator, &b);
}
