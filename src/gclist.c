#include "gclist.h"

void gclist_merge(struct world *w, obj_id from, obj_id to)
{
	if (gclist_empty(w, from))
		return;
	gclist_link(w, gc_prev(w, to), gc_next(w, from));
	gclist_link(w, gc_prev(w, from), to);
	gclist_init(w, from);
}

uint32_t gclist_length(const struct world *w, obj_id head)
{
	uint32_t n = 0;

	for (obj_id o = gc_next(w, head); o != head; o = gc_next(w, o))
		n++;
	return n;
}

static void announce(struct world *w, enum event_kind kind, obj_id o)
{
	w->step++;
	if (w->arena.recording)
		world_record(w,
			(struct event){
				.kind = (uint8_t)kind, .object = obj_serial(w, o)});
}

void gc_track(struct world *w, obj_id o)
{
	assert(!obj_tracked(w, o));
	gclist_append(w, obj_immortal(w, o) ? GC_PERMANENT : GC_GENERATION_0, o);
	announce(w, EV_TRACK, o);
}

void gc_untrack(struct world *w, obj_id o)
{
	if (!obj_tracked(w, o))
		return;
	gclist_untrack(w, o);
	announce(w, EV_UNTRACK, o);
}
