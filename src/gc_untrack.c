#include "gc_frame.h"
#include "gc_visit.h"

#include "dict.h"

/*
 * Containers of which nothing can ever be part of a cycle leave the lists
 * (CPython: _PyTuple_MaybeUntrack, _PyDict_MaybeUntrack).
 */

static bool is_exactly(const struct world *w, obj_id o, enum kind kind)
{
	return (obj_meta(w, o) & (0xff | OBJECT_HEAP_CLASS)) == kind;
}

static void leave(struct world *w, obj_id o)
{
	set_gc_word(w, o, 0);
	gc_untrack(w, o);
}

bool gc_untrack_tuple(struct world *w, obj_id o)
{
	uint32_t items = obj_payload(w, o);
	uint32_t n = obj_n(w, o);

	for (uint32_t i = 0; i < n; i++) {
		obj_id item = word(w, items + i);

		if (!item || may_be_tracked(w, item))
			return false;
	}
	leave(w, o);
	return true;
}

bool gc_untrack_tuples(struct world *w, uint32_t f, uint32_t budget)
{
	obj_id list = gc_young(w, f);
	obj_id o = gc_cursor(w, f, list);
	uint32_t gone = 0;

	for (; o != list && budget; budget--) {
		obj_id next = gc_next(w, o);

		if (is_exactly(w, o, KIND_TUPLE))
			gone += gc_untrack_tuple(w, o);
		o = next;
	}
	gc_add(w, f, GC_WORD_SURVIVORS, -gone);
	return gc_walk_stops(w, f, list, o);
}

static bool untrack_dict(struct world *w, obj_id o)
{
	uint32_t n = obj_slots(w, o);

	for (uint32_t i = 0; i < n; i++) {
		obj_id target = obj_slot(w, o, i);

		if (target && may_be_tracked(w, target))
			return false;
	}
	leave(w, o);
	return true;
}

bool gc_untrack_dicts(struct world *w, uint32_t f, uint32_t budget)
{
	obj_id list = gc_young(w, f);
	obj_id o = gc_cursor(w, f, list);
	uint32_t gone = 0;

	for (; o != list && budget; budget--) {
		obj_id next = gc_next(w, o);

		if (is_exactly(w, o, KIND_DICT))
			gone += untrack_dict(w, o);
		o = next;
	}
	gc_add(w, f, GC_WORD_SURVIVORS, -gone);
	return gc_walk_stops(w, f, list, o);
}
