#include "query_path.h"

#include <stdlib.h>

#include "xalloc.h"

/* A breadth-first search: objects in the order found, and the reference by which
 * each was found, + 1. */
struct search {
	const struct query_index *x;
	obj_id *queue;
	uint32_t head, tail;
	uint32_t *by;
	uint8_t *seen;
};

static void start(struct search *s, const struct query_index *x)
{
	uint32_t n = x->q->slots + 1;

	*s = (struct search){.x = x};
	s->queue = xcalloc(n, sizeof(*s->queue));
	s->by = xcalloc(n, sizeof(*s->by));
	s->seen = xcalloc(n, 1);
}

static void finish(struct search *s)
{
	free(s->queue);
	free(s->by);
	free(s->seen);
}

/* BY: number of the reference, + 1; 0: it is a start. */
static void find(struct search *s, obj_id o, uint32_t by)
{
	if (!o || s->seen[o])
		return;
	s->seen[o] = 1;
	s->by[o] = by;
	s->queue[s->tail++] = o;
}

/* What the objects found refer to, until O is found; not what END refers to. */
static bool spread(struct search *s, obj_id o, obj_id end)
{
	while (!s->seen[o] && s->head < s->tail) {
		obj_id from = s->queue[s->head++];

		if (from == end)
			continue;
		for (uint32_t i = s->x->first_out[from]; i < s->x->first_out[from + 1];
			i++)
			find(s, s->x->refs[i].target, i + 1);
	}
	return s->seen[o];
}

static struct query_path path_to(const struct search *s, obj_id o)
{
	struct query_path p = {.found = true};
	uint32_t n = 0;
	obj_id at = o;

	for (uint32_t by = s->by[o]; by; by = by > s->x->roots ? s->by[at] : 0, n++)
		at = s->x->refs[by - 1].object;
	p.refs = n ? xcalloc(n, sizeof(*p.refs)) : NULL;
	p.count = n;
	for (at = o; n > 0; n--) {
		p.refs[n - 1] = s->by[at] - 1;
		at = s->x->refs[s->by[at] - 1].object;
	}
	p.start = at;
	return p;
}

void query_path_free(struct query_path *p)
{
	free(p->refs);
}

static void find_roots(struct search *s)
{
	const struct query *q = s->x->q;

	for (uint32_t i = 0; i < s->x->roots; i++) {
		if (query_index_is_root(s->x, i))
			find(s, s->x->refs[i].target, i + 1);
	}
	for (obj_id o = OBJ_FIRST_FREE; o < q->slots; o++) {
		if (q->marks[o] & QUERY_HELD)
			find(s, o, 0);
	}
}

struct query_path query_path_from_root(const struct query_index *x, obj_id o)
{
	struct search s;
	struct query_path p = {0};
	obj_id garbage = reg(x->q->w, REG_GARBAGE);

	start(&s, x);
	find_roots(&s);
	if (!spread(&s, o, garbage) && garbage) {
		finish(&s);
		start(&s, x);
		for (uint32_t i = 0; i < x->roots; i++) {
			if (!query_index_is_root(x, i))
				find(&s, garbage, i + 1);
		}
		spread(&s, o, 0);
	}
	if (s.seen[o])
		p = path_to(&s, o);
	finish(&s);
	return p;
}

/* The search began behind O, and came back to it. */
static struct query_path way_around(const struct search *s, obj_id o)
{
	struct query_path p = {.found = true, .start = o};
	obj_id at = o;

	do {
		at = s->x->refs[s->by[at] - 1].object;
		p.count++;
	} while (at != o);
	p.refs = xcalloc(p.count, sizeof(*p.refs));
	for (uint32_t n = p.count; n > 0; n--) {
		p.refs[n - 1] = s->by[at] - 1;
		at = s->x->refs[s->by[at] - 1].object;
	}
	return p;
}

struct query_path query_path_cycle(const struct query_index *x, obj_id o, obj_id avoid)
{
	struct search s;
	struct query_path p = {0};

	start(&s, x);
	for (uint32_t i = x->first_out[o]; i < x->first_out[o + 1]; i++)
		find(&s, x->refs[i].target, i + 1);
	if (spread(&s, o, avoid))
		p = way_around(&s, o);
	finish(&s);
	return p;
}

/* Against the references: from O to whatever leads to it, nearest first. */
static obj_id nearest_in_cycle(struct search *s, const struct query_components *c)
{
	while (s->head < s->tail) {
		obj_id o = s->queue[s->head++];

		if (query_cycle_size(c, o))
			return o;
		for (uint32_t i = s->x->first_in[o]; i < s->x->first_in[o + 1]; i++) {
			uint32_t ref = s->x->in[i];

			if (ref >= s->x->roots)
				find(s, s->x->refs[ref].object, ref + 1);
		}
	}
	return 0;
}

struct query_path query_path_from_cycle(
	const struct query_index *x, const struct query_components *c, obj_id o)
{
	struct search s;
	struct query_path p = {0};
	uint32_t n = 0;

	start(&s, x);
	find(&s, o, 0);
	p.start = nearest_in_cycle(&s, c);
	p.found = p.start != 0;
	for (obj_id at = p.start; p.found && at != o; n++)
		at = x->refs[s.by[at] - 1].target;
	p.count = n;
	p.refs = n ? xcalloc(n, sizeof(*p.refs)) : NULL;
	n = 0;
	for (obj_id at = p.start; n < p.count; n++) {
		p.refs[n] = s.by[at] - 1;
		at = x->refs[p.refs[n]].target;
	}
	finish(&s);
	return p;
}

uint32_t query_path_ancestors(const struct query_index *x, obj_id o, uint8_t *marks)
{
	struct search s;
	uint32_t count;

	start(&s, x);
	find(&s, o, 0);
	while (s.head < s.tail) {
		obj_id to = s.queue[s.head++];

		marks[to] = 1;
		for (uint32_t i = x->first_in[to]; i < x->first_in[to + 1]; i++) {
			if (x->in[i] >= x->roots)
				find(&s, x->refs[x->in[i]].object, x->in[i] + 1);
		}
	}
	count = s.tail;
	finish(&s);
	return count;
}
