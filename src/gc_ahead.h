#ifndef GCREFS_GC_AHEAD_H
#define GCREFS_GC_AHEAD_H

#include "gc_visit.h"

/*
 * Looking ahead on a walk over a list whose objects, or their references, lie
 * scattered in memory: what the walk will need is asked for before it comes
 * there.  Never decides anything.
 *
 * Three stages: 16 objects ahead the columns, 8 ahead the items, 4 ahead what
 * the items refer to.
 */
#define GC_AHEAD 16u

struct gc_ahead {
	obj_id ring[GC_AHEAD];	/* the next objects of the list; 0: past its end */
	uint32_t at;
	obj_id last;		/* the farthest */
};

GC_INLINE void gc_prefetch(const struct world *w, uint32_t index)
{
	__builtin_prefetch(&w->arena.w[index], 1);
}

GC_INLINE void gc_ahead_columns(const struct world *w, obj_id o)
{
	gc_prefetch(w, BASE_META + o);
	gc_prefetch(w, BASE_BODY + 2 * o);
	gc_prefetch(w, BASE_GC_REFS + o);
	gc_prefetch(w, BASE_RC + o);
}

/* One step of the walk over LIST. */
GC_INLINE void gc_ahead_step(const struct world *w, struct gc_ahead *a, obj_id list)
{
	obj_id next = gc_next(w, a->last);
	obj_id middle = a->ring[(a->at + GC_AHEAD / 2) % GC_AHEAD];
	obj_id near = a->ring[(a->at + 4) % GC_AHEAD];

	a->ring[a->at] = next == list ? 0 : next;
	a->at = (a->at + 1) % GC_AHEAD;
	if (next != list) {
		a->last = next;
		gc_ahead_columns(w, next);
	}
	if (gc_is_list(w, middle))
		gc_prefetch(w, obj_payload(w, middle) + LIST_HEAD);
	if (!gc_is_list(w, near))
		return;
	for (uint32_t i = 0; i < obj_n(w, near) && i < 4; i++) {
		obj_id to = word(w, obj_payload(w, near) + LIST_HEAD + i);

		gc_prefetch(w, BASE_GC_REFS + to);
		gc_prefetch(w, BASE_LINKS + 2 * to);
	}
}

GC_INLINE void gc_ahead_start(const struct world *w, struct gc_ahead *a, obj_id list, obj_id o)
{
	*a = (struct gc_ahead){.last = o};
	for (uint32_t i = 0; i < GC_AHEAD; i++)
		gc_ahead_step(w, a, list);
}

/* Whether the objects from O on, or what they refer to, are far apart: a sample. */
bool gc_is_scattered(const struct world *w, obj_id list, obj_id o);

#endif
