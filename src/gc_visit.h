#ifndef GCREFS_GC_VISIT_H
#define GCREFS_GC_VISIT_H

#include "gclist.h"

/*
 * Visiting the references of a container in tp_traverse order, for the loops
 * in which the collector spends its time: everything is inlined, VISIT too.
 * Hidden references are visited with the rest: they are texts, which no
 * collection is about.
 */
#define GC_INLINE static inline __attribute__((always_inline))

GC_INLINE void gc_visit_items(struct world *w, obj_id o, uint32_t head,
	void visit(struct world *, obj_id from, uint32_t slot, obj_id to))
{
	uint32_t n = obj_n(w, o);
	uint32_t items = obj_payload(w, o) + head;

	for (uint32_t i = n; i-- > 0;) {
		obj_id to = word(w, items + i);

		if (to)
			visit(w, o, n - 1 - i, to);
	}
}

GC_INLINE void gc_visit_slots(struct world *w, obj_id o,
	void visit(struct world *, obj_id from, uint32_t slot, obj_id to))
{
	uint32_t n = obj_slots(w, o);

	for (uint32_t i = 0; i < n; i++) {
		obj_id to = obj_slot(w, o, i);

		if (to)
			visit(w, o, i, to);
	}
}

GC_INLINE void gc_visit(struct world *w, obj_id o,
	void visit(struct world *, obj_id from, uint32_t slot, obj_id to))
{
	uint32_t shape = obj_meta(w, o) & (0xff | OBJECT_HEAP_CLASS);

	if (shape == KIND_LIST)
		gc_visit_items(w, o, LIST_HEAD, visit);
	else if (shape == KIND_TUPLE)
		gc_visit_items(w, o, 0, visit);
	else
		gc_visit_slots(w, o, visit);
}

static inline uint32_t gc_word(const struct world *w, obj_id o)
{
	return word(w, BASE_GC_REFS + o);
}

static inline void set_gc_word(struct world *w, obj_id o, uint32_t value)
{
	set_word(w, BASE_GC_REFS + o, value);
}

/* An event about the reference in slot SLOT of FROM to TO. */
static inline void gc_reference_event(struct world *w, enum event_kind kind,
	obj_id from, uint32_t slot, obj_id to, uint32_t was)
{
	struct slot s;
	struct event e;

	w->step++;
	if (!w->arena.recording)
		return;
	s = obj_slot_info(w, from, slot);
	e = place_event(w, to, &(struct place){s.place, from, s.index, s.name});
	e.kind = (uint8_t)kind;
	e.was = was;
	e.now = gc_refs(w, to);
	world_record(w, e);
}

static inline void gc_object_event(struct world *w, enum event_kind kind, obj_id o,
	uint32_t now)
{
	w->step++;
	if (w->arena.recording)
		world_record(w, (struct event){.kind = (uint8_t)kind,
			.object = obj_serial(w, o), .now = now});
}

#endif
