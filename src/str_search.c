#include "strmethods.h"

#include <string.h>

#include "list.h"

size_t span_find(const struct view *v, const struct view *part, size_t at)
{
	const char *found;

	if (at > v->n)
		return SIZE_MAX;
	found = memmem(v->p + at, v->n - at, part->p, part->n);
	return found ? (size_t)(found - v->p) : SIZE_MAX;
}

/* The last place that ends at LIMIT or before. */
size_t span_rfind(const struct view *v, const struct view *part, size_t limit)
{
	if (part->n > limit)
		return SIZE_MAX;
	for (size_t at = limit - part->n + 1; at-- > 0;) {
		if (memcmp(v->p + at, part->p, part->n) == 0)
			return at;
	}
	return SIZE_MAX;
}

int64_t str_find(const struct world *w, obj_id o, obj_id part, int64_t start,
	int64_t end, bool last)
{
	struct view v, p = span_of(w, part);
	int64_t first;
	size_t at;

	if (!span_part(w, o, start, end, &v, &first))
		return -1;
	at = last ? span_rfind(&v, &p, v.n) : span_find(&v, &p, 0);
	return at == SIZE_MAX ? -1 : first + span_index(&v, at);
}

int64_t str_count(
	const struct world *w, obj_id o, obj_id part, int64_t start, int64_t end)
{
	struct view v, p = span_of(w, part);
	int64_t first, n = 0;

	if (!span_part(w, o, start, end, &v, &first))
		return 0;
	if (p.n == 0)
		return span_index(&v, v.n) + 1;
	for (size_t at = span_find(&v, &p, 0); at != SIZE_MAX;
		at = span_find(&v, &p, at + p.n))
		n++;
	return n;
}

bool str_starts(
	const struct world *w, obj_id o, obj_id part, int64_t start, int64_t end)
{
	struct view v, p = span_of(w, part);
	int64_t first;

	return span_part(w, o, start, end, &v, &first) && p.n <= v.n &&
		memcmp(v.p, p.p, p.n) == 0;
}

bool str_ends(const struct world *w, obj_id o, obj_id part, int64_t start, int64_t end)
{
	struct view v, p = span_of(w, part);
	int64_t first;

	return span_part(w, o, start, end, &v, &first) && p.n <= v.n &&
		memcmp(v.p + v.n - p.n, p.p, p.n) == 0;
}

obj_id str_remove_prefix(struct world *w, obj_id o, obj_id part)
{
	struct view v = span_of(w, o);
	uint32_t n = str_starts(w, o, part, 0, TEXT_END) ? obj_n(w, part) : 0;

	return new_part(w, o, v.p + n, v.n - n);
}

obj_id str_remove_suffix(struct world *w, obj_id o, obj_id part)
{
	struct view v = span_of(w, o);
	uint32_t n = str_ends(w, o, part, 0, TEXT_END) ? obj_n(w, part) : 0;

	return new_part(w, o, v.p, v.n - n);
}

/* An empty text is found before every character and at the end. */
static void replace_empty(
	const struct view *v, const struct view *new, int64_t maximum, struct strbuf *b)
{
	const char *p = v->p;
	const char *end = v->p + v->n;

	while (p < end && maximum-- > 0) {
		const char *start = p;

		strbuf_add(b, new->p, new->n);
		span_next(v, &p);
		strbuf_add(b, start, (size_t)(p - start));
	}
	if (p == end && maximum > 0)
		strbuf_add(b, new->p, new->n);
	strbuf_add(b, p, (size_t)(end - p));
}

obj_id str_replace(struct world *w, obj_id o, obj_id old, obj_id new, int64_t maximum)
{
	struct view v = span_of(w, o), from = span_of(w, old), to = span_of(w, new);
	struct strbuf b = STRBUF_INIT;
	size_t done = 0;

	if (maximum < 0)
		maximum = TEXT_END;
	if (maximum == 0 || (from.n && span_find(&v, &from, 0) == SIZE_MAX))
		return new_part(w, o, v.p, v.n);
	if (!from.n) {
		replace_empty(&v, &to, maximum, &b);
		return new_from(w, o, &b);
	}
	while (maximum-- > 0) {
		size_t at = span_find(&v, &from, done);

		if (at == SIZE_MAX)
			break;
		strbuf_add(&b, v.p + done, at - done);
		strbuf_add(&b, to.p, to.n);
		done = at + from.n;
	}
	strbuf_add(&b, v.p + done, v.n - done);
	return new_from(w, o, &b);
}

/* Stripping. */

static bool is_stripped(const struct view *v, const struct view *set, uint32_t c)
{
	if (!set)
		return is_space_in(v, c);
	for (const char *p = set->p; p < set->p + set->n;) {
		if (span_next(set, &p) == c)
			return true;
	}
	return false;
}

obj_id str_strip(struct world *w, obj_id o, obj_id characters, bool left, bool right)
{
	struct view v = span_of(w, o);
	struct view set = characters ? span_of(w, characters) : v;
	const char *start = v.p;
	const char *end = v.p + v.n;

	while (left && start < end) {
		const char *next = start;

		if (!is_stripped(&v, characters ? &set : NULL, span_next(&v, &next)))
			break;
		start = next;
	}
	while (right && end > start) {
		const char *before = end;

		if (!is_stripped(
			    &v, characters ? &set : NULL, span_previous(&v, &before)))
			break;
		end = before;
	}
	return new_part(w, o, start, (size_t)(end - start));
}

/* Three parts. */

static obj_id three(struct world *w, obj_id a, obj_id b, obj_id c)
{
	obj_id items[3] = {a, b, c};

	return tuple_of(w, items, 3);
}

static obj_id split_at(struct world *w, obj_id o, obj_id separator, size_t at)
{
	struct view v = span_of(w, o);
	size_t n = obj_n(w, separator);

	hold(w, separator);
	return three(w, new_part(w, o, v.p, at), separator,
		new_part(w, o, v.p + at + n, v.n - at - n));
}

obj_id str_partition(struct world *w, obj_id o, obj_id separator)
{
	struct view v = span_of(w, o), s = span_of(w, separator);
	size_t at = span_find(&v, &s, 0);

	if (at != SIZE_MAX)
		return split_at(w, o, separator, at);
	return three(w, new_part(w, o, v.p, v.n), text_new_like(w, o, "", 0),
		text_new_like(w, o, "", 0));
}

obj_id str_rpartition(struct world *w, obj_id o, obj_id separator)
{
	struct view v = span_of(w, o), s = span_of(w, separator);
	size_t at = span_rfind(&v, &s, v.n);

	if (at != SIZE_MAX)
		return split_at(w, o, separator, at);
	return three(w, text_new_like(w, o, "", 0), text_new_like(w, o, "", 0),
		new_part(w, o, v.p, v.n));
}
