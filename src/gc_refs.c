#include "gc_ahead.h"
#include "gc_frame.h"
#include "gc_visit.h"

#include "dialect.h"

/*
 * CPython's way to find what is unreachable (Modules/gcmodule.c, update_refs,
 * subtract_refs, move_unreachable), over the generation being collected and,
 * after the finalizers have run, over what was found.
 */

/* Farther than this, in objects, the second-level cache is left. */
#define FAR 16384u

static bool is_far(obj_id a, obj_id b)
{
	return (a > b ? a - b : b - a) > FAR;
}

bool gc_is_scattered(const struct world *w, obj_id list, obj_id o)
{
	uint32_t far = 0;

	for (uint32_t i = 0; i < 16 && o != list; i++) {
		obj_id next = gc_next(w, o);
		obj_id to = gc_is_list(w, o) && obj_n(w, o) ? obj_field(w, o, LIST_HEAD)
							    : o;

		far += is_far(o, next) || is_far(o, to);
		o = next;
	}
	return far >= 8;
}

GC_INLINE bool update_pass(struct world *w, uint32_t f, obj_id list, uint32_t budget,
	enum gc_word counter, bool record)
{
	struct gc_pass p = gc_pass(w, list, record);
	bool legacy = record && w->dialect->legacy_finalizers;
	obj_id o = gc_cursor(w, f, list);
	uint32_t seen = 0;

	for (; o != list && seen < budget; seen++) {
		uint32_t rc = obj_rc(w, o);

		if (legacy && obj_flag(w, o, OBJECT_UNCOLLECTABLE))
			set_obj_flag(w, o, OBJECT_UNCOLLECTABLE, false);
		gc_put_word(&p, o, rc | GC_FLAG_COLLECTING);
		gc_object_event(&p, EV_COPY_REFS, o, rc);
		o = gc_next(w, o);
	}
	gc_pass_end(&p);
	gc_add(w, f, counter, seen);
	return gc_walk_stops(w, f, list, o);
}

static bool update_list(
	struct world *w, uint32_t f, obj_id list, uint32_t budget, enum gc_word counter)
{
	if (w->arena.recording || w->dialect->legacy_finalizers)
		return update_pass(w, f, list, budget, counter, true);
	return update_pass(w, f, list, budget, counter, false);
}

bool gc_update_refs(struct world *w, uint32_t f, uint32_t budget)
{
	return update_list(w, f, gc_young(w, f), budget, GC_WORD_LENGTH);
}

GC_INLINE void visit_subtract(struct gc_pass *p, obj_id from, uint32_t slot, obj_id to)
{
	uint32_t value = gc_word(p->w, to);

	if (!(value & GC_FLAG_COLLECTING))
		return;
	assert(value & GC_REFS_MASK);
	gc_put_word(p, to, value - 1);
	gc_reference_event(p, EV_SUBTRACT_REF, from, slot, to, value & GC_REFS_MASK);
}

/* What an object of this META word is to later phases: enum gc_kinds. */
GC_INLINE uint32_t kinds_of(uint32_t meta)
{
	uint32_t shape = meta & (0xff | OBJECT_HEAP_CLASS | OBJECT_WEAKREFED);

	if (shape == KIND_LIST)
		return 0;
	if (shape == KIND_TUPLE)
		return GC_HAS_TUPLES;
	return shape == KIND_DICT ? GC_HAS_DICTS
				  : GC_HAS_TUPLES | GC_HAS_DICTS | GC_HAS_OTHERS;
}

GC_INLINE bool subtract_pass(struct world *w, uint32_t f, obj_id list, uint32_t budget,
	bool record, bool ahead)
{
	struct gc_pass p = gc_pass(w, list, record);
	obj_id o = gc_cursor(w, f, list);
	struct gc_ahead a;
	uint32_t kinds = 0;

	if (ahead)
		gc_ahead_start(w, &a, list, o);
	for (; o != list && budget; budget--) {
		if (ahead)
			gc_ahead_step(w, &a, list);
		kinds |= kinds_of(obj_meta(w, o));
		gc_visit(&p, o, visit_subtract);
		o = gc_next(w, o);
	}
	gc_pass_end(&p);
	gc_set(w, f, GC_WORD_KINDS, gc_get(w, f, GC_WORD_KINDS) | kinds);
	return gc_walk_stops(w, f, list, o);
}

static bool subtract_list(struct world *w, uint32_t f, obj_id list, uint32_t budget)
{
	if (w->arena.recording)
		return subtract_pass(w, f, list, budget, true, false);
	if (gc_is_scattered(w, list, gc_cursor(w, f, list)))
		return subtract_pass(w, f, list, budget, false, true);
	return subtract_pass(w, f, list, budget, false, false);
}

bool gc_subtract_refs(struct world *w, uint32_t f, uint32_t budget)
{
	return subtract_list(w, f, gc_young(w, f), budget);
}

bool gc_resurrect_subtract(struct world *w, uint32_t f, uint32_t budget)
{
	return subtract_list(w, f, GC_UNREACHABLE, budget);
}

/* A reachable object refers to TO: what was set aside comes back to the end of
 * the list; what the walk has yet to reach is marked. */
GC_INLINE void visit_rescue(struct gc_pass *p, obj_id from, uint32_t slot, obj_id to)
{
	uint32_t value = gc_word(p->w, to);

	if (!(value & GC_FLAG_COLLECTING) || (value & GC_REFS_MASK))
		return;
	gc_put_word(p, to, GC_FLAG_COLLECTING | 1);
	if (value & GC_FLAG_UNREACHABLE)
		gc_move(p, to, p->list);
	gc_reference_event(p, EV_RESCUE, from, slot, to, 0);
}

/* The object at the cursor has gc_refs > 0. */
GC_INLINE void keep(struct gc_pass *p, obj_id o)
{
	uint32_t refs = gc_refs(p->w, o);

	gc_put_word(p, o, refs | GC_FLAG_REACHED);
	gc_object_event(p, EV_KEEP, o, refs);
	gc_visit(p, o, visit_rescue);
}

GC_INLINE void set_aside(struct gc_pass *p, obj_id o, obj_id aside)
{
	gc_put_word(p, o, GC_FLAG_COLLECTING | GC_FLAG_UNREACHABLE);
	gc_move(p, o, aside);
	gc_object_event(p, EV_SET_ASIDE, o, 0);
}

static bool is_tuple(const struct world *w, obj_id o)
{
	return (obj_meta(w, o) & (0xff | OBJECT_HEAP_CLASS)) == KIND_TUPLE;
}

/* What stays is counted in word COUNTER of the frame; UNTRACK: tuples that can
 * go leave the list as they pass. */
GC_INLINE bool move_pass(struct world *w, uint32_t f, struct gc_pass p, obj_id aside,
	uint32_t budget, bool untrack, bool ahead, enum gc_word counter)
{
	obj_id o = gc_cursor(w, f, p.list);
	struct gc_ahead a;
	uint32_t kept = 0;

	if (ahead)
		gc_ahead_start(w, &a, p.list, o);
	for (; o != p.list && budget; budget--) {
		obj_id next;

		if (ahead)
			gc_ahead_step(w, &a, p.list);
		if (!gc_refs(w, o)) {
			next = gc_next(w, o);
			set_aside(&p, o, aside);
			o = next;
			continue;
		}
		keep(&p, o);
		kept++;
		next = gc_next(w, o);
		if (untrack && is_tuple(w, o) && gc_untrack_tuple(w, o))
			kept--;
		o = next;
	}
	gc_pass_end(&p);
	gc_add(w, f, counter, kept);
	return gc_walk_stops(w, f, p.list, o);
}

static bool move_list(struct world *w, uint32_t f, obj_id list, obj_id aside,
	uint32_t budget, bool untrack, enum gc_word counter)
{
	struct gc_pass p = gc_pass(w, list, w->arena.recording);

	if (p.record)
		return move_pass(w, f, gc_pass(w, list, true), aside, budget, untrack,
			false, counter);
	p.record = false;
	if (untrack)
		return move_pass(w, f, p, aside, budget, true, false, counter);
	if (gc_is_scattered(w, list, gc_cursor(w, f, list)))
		return move_pass(w, f, p, aside, budget, false, true, counter);
	return move_pass(w, f, p, aside, budget, false, false, counter);
}

bool gc_move_unreachable(struct world *w, uint32_t f, uint32_t budget)
{
	return move_list(w, f, gc_young(w, f), GC_UNREACHABLE, budget,
		w->dialect->untrack_in_walk, GC_WORD_SURVIVORS);
}

/* Up to 3.8: one object that lives again spares all (check_garbage). */
static bool check_garbage(struct world *w, uint32_t f, uint32_t budget)
{
	struct gc_pass p = gc_pass(w, GC_UNREACHABLE, w->arena.recording);
	obj_id o = gc_cursor(w, f, GC_UNREACHABLE);
	uint32_t alive = 0;

	for (; o != GC_UNREACHABLE && budget; budget--) {
		uint32_t refs = gc_refs(w, o);

		alive += refs != 0;
		gc_put_word(&p, o, refs | GC_FLAG_COLLECTING | GC_FLAG_UNREACHABLE);
		gc_object_event(&p, refs ? EV_KEEP : EV_SET_ASIDE, o, refs);
		o = gc_next(w, o);
	}
	gc_pass_end(&p);
	gc_add(w, f, GC_WORD_ALIVE, alive);
	return gc_walk_stops(w, f, GC_UNREACHABLE, o);
}

/* Who lives again goes to the old generation; the rest counts as found. */
static void spare_resurrected(struct world *w, uint32_t f)
{
	uint32_t seen = gc_get(w, f, GC_WORD_SEEN);
	uint32_t alive = gc_get(w, f, GC_WORD_ALIVE);

	if (w->dialect->all_or_nothing && alive)
		alive = seen;
	if (alive)
		gc_spare(w, GC_UNREACHABLE, gc_old(w, f));
	if (!w->dialect->count_before)
		gc_add(w, f, GC_WORD_FOUND, seen - alive);
}

/*
 * Nothing but lists, tuples and dicts without weak references was collected: no
 * Python code has run since they were found, and a second look finds the same.
 * All references to what is unreachable come from there, so that their number
 * is the sum of the counts.
 */
static void look_again_unchanged(struct world *w, uint32_t f)
{
	uint64_t seen = 0, references = 0;

	for (obj_id o = gc_next(w, GC_UNREACHABLE); o != GC_UNREACHABLE;
		o = gc_next(w, o)) {
		seen++;
		references += obj_rc(w, o);
	}
	gc_add(w, f, GC_WORD_SEEN, (uint32_t)seen);
	w->step += seen + references + seen;
	if (!w->dialect->all_or_nothing)
		gclist_merge(w, GC_UNREACHABLE, GC_STILL_UNREACHABLE);
	spare_resurrected(w, f);
}

static bool is_unchanged(const struct world *w, uint32_t f)
{
	return !(gc_get(w, f, GC_WORD_KINDS) & GC_HAS_OTHERS);
}

/* While nothing is recorded, what is known already is not looked at: then this
 * stands for all three phases, and the two changes between them. */
bool gc_resurrect_update(struct world *w, uint32_t f, uint32_t budget)
{
	if (w->arena.recording || gc_get(w, f, GC_WORD_CURSOR) || !is_unchanged(w, f))
		return update_list(w, f, GC_UNREACHABLE, budget, GC_WORD_SEEN);
	look_again_unchanged(w, f);
	w->step += 2;
	set_frame_state(w, f, GC_PHASE_RESURRECT_MOVE);
	return true;
}

/* From 3.9 only what is referred to from outside again, and what that refers to,
 * is spared (handle_resurrected_objects). */
bool gc_resurrect_move(struct world *w, uint32_t f, uint32_t budget)
{
	bool over;

	if (w->dialect->all_or_nothing)
		over = check_garbage(w, f, budget);
	else
		over = move_list(w, f, GC_UNREACHABLE, GC_STILL_UNREACHABLE, budget,
			false, GC_WORD_ALIVE);
	if (over)
		spare_resurrected(w, f);
	return over;
}
