#include "gclist.h"

static void set_next(struct world *w, obj_id o, obj_id next)
{
	set_word(w, BASE_LINKS + 2 * o, next);
}

static void set_prev(struct world *w, obj_id o, obj_id prev)
{
	set_word(w, BASE_LINKS + 2 * o + 1, prev);
}

static void link_pair(struct world *w, obj_id a, obj_id b)
{
	set_next(w, a, b);
	set_prev(w, b, a);
}

void gclist_init(struct world *w, obj_id head)
{
	link_pair(w, head, head);
}

void gclist_append(struct world *w, obj_id head, obj_id o)
{
	link_pair(w, gc_prev(w, head), o);
	link_pair(w, o, head);
}

void gclist_remove(struct world *w, obj_id o)
{
	link_pair(w, gc_prev(w, o), gc_next(w, o));
	set_next(w, o, 0);
	set_prev(w, o, 0);
}

void gclist_move(struct world *w, obj_id o, obj_id head)
{
	link_pair(w, gc_prev(w, o), gc_next(w, o));
	gclist_append(w, head, o);
}

void gclist_merge(struct world *w, obj_id from, obj_id to)
{
	if (gclist_empty(w, from))
		return;
	link_pair(w, gc_prev(w, to), gc_next(w, from));
	link_pair(w, gc_prev(w, from), to);
	gclist_init(w, from);
}

uint32_t gclist_length(const struct world *w, obj_id head)
{
	uint32_t n = 0;

	for (obj_id o = gc_next(w, head); o != head; o = gc_next(w, o))
		n++;
	return n;
}

void gc_track(struct world *w, obj_id o)
{
	assert(!obj_tracked(w, o));
	gclist_append(w, GC_GENERATION_0, o);
	world_event(w, (struct event){.kind = EV_TRACK, .object = obj_serial(w, o)});
}

void gc_untrack(struct world *w, obj_id o)
{
	if (!obj_tracked(w, o))
		return;
	gclist_remove(w, o);
	world_event(w, (struct event){.kind = EV_UNTRACK, .object = obj_serial(w, o)});
}
