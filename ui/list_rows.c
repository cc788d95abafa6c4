#include "list_rows.h"

#include <stdlib.h>

#include "xalloc.h"

static void add_row(struct list_rows *r, struct list_row row)
{
	if (r->count == r->capacity) {
		r->capacity = r->capacity ? 2 * r->capacity : 64;
		r->at = xreallocarray(r->at, (size_t)r->capacity, sizeof(*r->at));
	}
	r->at[r->count++] = row;
}

/* Containers that the program did not make itself, and parts of classes, are
 * only counted. */
static bool is_hidden(const struct scene *s, obj_id o)
{
	if (o == s->selected_object || s->options.classes)
		return false;
	if (obj_serial(s->w, o) < s->query.first_serial)
		return true;
	switch (obj_kind(s->w, o)) {
	case KIND_DESCRIPTOR:
	case KIND_BUILTIN:
		return true;
	default:
		break;
	}
	return s->query.owner[o] &&
		(obj_kind(s->w, s->query.owner[o]) == KIND_TYPE ||
			obj_kind(s->w, s->query.owner[o]) == KIND_MODULE);
}

static void add_object(
	struct list_rows *r, const struct scene *s, enum gc_list list, obj_id o)
{
	struct list_row *last = &r->at[r->count - 1];

	if (!is_hidden(s, o)) {
		if (o == s->selected_object)
			r->selected = r->count;
		r->row_of[o] = (uint32_t)r->count + 1;
		add_row(r, (struct list_row){list, o, 0, false});
	} else {
		if (last->hidden)
			last->length++;
		else
			add_row(r, (struct list_row){list, 0, 1, true});
		r->row_of[o] = (uint32_t)r->count;
	}
}

/* The permanent generation holds what was there before the program, and what
 * gc.freeze() put there. */
static bool is_of_interest(const struct scene *s, enum gc_list list)
{
	obj_id head = (obj_id)list;

	if (list_is_generation(list))
		return true;
	if (!gc_next(s->w, head) || gclist_empty(s->w, head))
		return false;
	if (list != GC_PERMANENT)
		return true;
	for (obj_id o = gc_next(s->w, head); o != head; o = gc_next(s->w, o)) {
		if (!is_hidden(s, o))
			return true;
	}
	return false;
}

static void add_list(struct list_rows *r, const struct scene *s, enum gc_list list)
{
	obj_id head = (obj_id)list;
	int heading = r->count;
	uint32_t length = 0;

	if (!is_of_interest(s, list))
		return;
	add_row(r, (struct list_row){.list = list});
	for (obj_id o = gc_next(s->w, head); o != head; o = gc_next(s->w, o)) {
		add_object(r, s, list, o);
		length++;
	}
	r->at[heading].length = length;
}

/* Containers of the program's own that the collector does not track. */
static void add_untracked(struct list_rows *r, const struct scene *s)
{
	int heading = r->count;

	for (obj_id o = OBJ_FIRST_FREE; o < s->query.slots; o++) {
		if (!obj_is_gc(s->w, o) || obj_tracked(s->w, o) ||
			obj_immortal(s->w, o) || is_hidden(s, o) ||
			s->query.marks[o] & QUERY_ATOM)
			continue;
		if (r->count == heading)
			add_row(r, (struct list_row){0});
		add_object(r, s, 0, o);
		r->at[heading].length++;
	}
}

struct list_rows list_rows_collect(const struct scene *s)
{
	struct list_rows r = {.selected = -1};

	r.row_of = xcalloc(s->query.slots + 1, sizeof(*r.row_of));
	for (int list = GC_REACHABLE; list < GC_LISTS_END; list++)
		add_list(&r, s, (enum gc_list)list);
	for (int list = GC_GENERATION_0; list <= GC_PERMANENT; list++)
		add_list(&r, s, (enum gc_list)list);
	add_untracked(&r, s);
	return r;
}

void list_rows_free(struct list_rows *r)
{
	free(r->at);
	free(r->row_of);
}
