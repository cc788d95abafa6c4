#ifndef GCREFS_GC_VISIT_H
#define GCREFS_GC_VISIT_H

#include "dialect.h"
#include "gclist.h"
#include "traverse.h"

/*
 * One pass over a list of containers and their references, for the loops in
 * which the collector spends its time.  Everything is inlined, and compiled once
 * for a pass whose events are recorded and once for one where nobody looks
 * (`record` is a constant): then words are stored directly.  Steps are counted in
 * a local variable.
 */
#define GC_INLINE static inline __attribute__((always_inline))

struct gc_pass {
	struct world *w;
	obj_id list; /* what is walked over */
	bool record;
	uint64_t steps; /* events not recorded, not yet counted */
};

GC_INLINE struct gc_pass gc_pass(struct world *w, obj_id list, bool record)
{
	return (struct gc_pass){.w = w, .list = list, .record = record};
}

GC_INLINE void gc_pass_end(struct gc_pass *p)
{
	p->w->step += p->steps;
}

GC_INLINE void gc_put(struct gc_pass *p, uint32_t index, uint32_t value)
{
	if (p->record)
		set_word(p->w, index, value);
	else
		arena_put(&p->w->arena, index, value);
}

/* The gc_refs word: count and flags. */
GC_INLINE uint32_t gc_word(const struct world *w, obj_id o)
{
	return word(w, BASE_GC_REFS + o);
}

GC_INLINE void gc_put_word(struct gc_pass *p, obj_id o, uint32_t value)
{
	gc_put(p, BASE_GC_REFS + o, value);
}

static inline void set_gc_word(struct world *w, obj_id o, uint32_t value)
{
	set_word(w, BASE_GC_REFS + o, value);
}

GC_INLINE bool gc_is_list(const struct world *w, obj_id o)
{
	return o && (obj_meta(w, o) & (0xff | OBJECT_HEAP_CLASS)) == KIND_LIST;
}

GC_INLINE void gc_link(struct gc_pass *p, obj_id a, obj_id b)
{
	gc_put(p, BASE_LINKS + 2 * a, b);
	gc_put(p, BASE_LINKS + 2 * b + 1, a);
}

/* gclist_move() */
GC_INLINE void gc_move(struct gc_pass *p, obj_id o, obj_id head)
{
	gc_link(p, gc_prev(p->w, o), gc_next(p->w, o));
	gc_link(p, gc_prev(p->w, head), o);
	gc_link(p, o, head);
}

/*
 * Calls VISIT for each reference of O in tp_traverse order.  Hidden ones are
 * visited with the rest: they are texts, which no collection is about.
 */
GC_INLINE void gc_visit_items(struct gc_pass *p, obj_id o, uint32_t head,
	void visit(struct gc_pass *, obj_id from, uint32_t slot, obj_id to))
{
	uint32_t n = obj_n(p->w, o);
	uint32_t items = obj_payload(p->w, o) + head;

	for (uint32_t i = n; i-- > 0;) {
		obj_id to = word(p->w, items + i);

		if (to)
			visit(p, o, n - 1 - i, to);
	}
}

GC_INLINE void gc_visit_chosen(struct gc_pass *p, obj_id o,
	void visit(struct gc_pass *, obj_id from, uint32_t slot, obj_id to))
{
	uint32_t n = visited_count(p->w, o);

	for (uint32_t i = 0; i < n; i++) {
		struct visited v = visited_slot(p->w, o, i);
		obj_id to = visited_target(p->w, v);

		if (to)
			visit(p, v.holder, v.slot, to);
	}
}

GC_INLINE void gc_visit_slots(struct gc_pass *p, obj_id o,
	void visit(struct gc_pass *, obj_id from, uint32_t slot, obj_id to))
{
	uint32_t n = obj_slots(p->w, o);

	for (uint32_t i = 0; i < n; i++) {
		obj_id to = obj_slot(p->w, o, i);

		if (to)
			visit(p, o, i, to);
	}
}

GC_INLINE void gc_visit(struct gc_pass *p, obj_id o,
	void visit(struct gc_pass *, obj_id from, uint32_t slot, obj_id to))
{
	uint32_t shape = obj_meta(p->w, o) & (0xff | OBJECT_HEAP_CLASS);

	if (shape == KIND_LIST)
		gc_visit_items(p, o, LIST_HEAD, visit);
	else if (shape == KIND_TUPLE)
		gc_visit_items(p, o, 0, visit);
	else if (p->w->dialect->dict_embedded || (shape & 0xff) == KIND_TYPE)
		gc_visit_chosen(p, o, visit);
	else
		gc_visit_slots(p, o, visit);
}

/* An event about the reference in slot SLOT of FROM to TO. */
GC_INLINE void gc_reference_event(struct gc_pass *p, enum event_kind kind, obj_id from,
	uint32_t slot, obj_id to, uint32_t was)
{
	struct slot s;
	struct event e;

	p->steps++;
	if (!p->record || !p->w->arena.recording)
		return;
	s = obj_slot_info(p->w, from, slot);
	e = place_event(p->w, to, &(struct place){s.place, from, s.index, s.name});
	e.kind = (uint8_t)kind;
	e.was = was;
	e.now = gc_refs(p->w, to);
	world_record(p->w, e);
}

GC_INLINE void gc_object_event(
	struct gc_pass *p, enum event_kind kind, obj_id o, uint32_t now)
{
	p->steps++;
	if (p->record && p->w->arena.recording)
		world_record(p->w,
			(struct event){.kind = (uint8_t)kind,
				.object = obj_serial(p->w, o),
				.now = now});
}

#endif
