#include "gc_frame.h"
#include "gc_visit.h"

#include "callbacks.h"
#include "clear.h"
#include "dealloc.h"
#include "dialect.h"
#include "generator_state.h"
#include "list.h"
#include "order.h"
#include "weakref.h"

/*
 * What happens to the unreachable: finalizers, gc.garbage, clearing (CPython:
 * Modules/gcmodule.c, the functions named at each).
 */

static void announce(struct world *w, enum event_kind kind, obj_id o, uint32_t now)
{
	w->step++;
	if (w->arena.recording)
		world_record(w,
			(struct event){.kind = (uint8_t)kind,
				.object = obj_serial(w, o),
				.now = now});
}

obj_id gc_trash(const struct world *w)
{
	return w->dialect->legacy_finalizers || w->dialect->all_or_nothing
		? GC_UNREACHABLE
		: GC_STILL_UNREACHABLE;
}

void gc_spare(struct world *w, obj_id list, obj_id to)
{
	for (obj_id o = gc_next(w, list); o != list; o = gc_next(w, o))
		set_gc_word(w, o, 0);
	gclist_merge(w, list, to);
}

/* has_finalizer */
static bool is_uncollectable(const struct world *w, obj_id o)
{
	if (obj_kind(w, o) == KIND_GENERATOR)
		return generator_in_block(w, o);
	return find_del(w, o);
}

/* 2.7: what has a __del__ is uncollectable (move_finalizers) ... */
bool gc_move_finalizers(struct world *w, uint32_t f, uint32_t budget)
{
	obj_id o = gc_cursor(w, f, GC_UNREACHABLE);

	for (; o != GC_UNREACHABLE && budget; budget--) {
		obj_id next = gc_next(w, o);

		if (is_uncollectable(w, o)) {
			set_gc_word(w, o, GC_FLAG_REACHED);
			set_obj_flag(w, o, OBJECT_UNCOLLECTABLE, true);
			gclist_move(w, o, GC_FINALIZERS);
			announce(w, EV_KEEP, o, 0);
		}
		o = next;
	}
	return gc_walk_stops(w, f, GC_UNREACHABLE, o);
}

GC_INLINE void visit_finalizer_reachable(
	struct gc_pass *p, obj_id from, uint32_t slot, obj_id to)
{
	if (!(gc_word(p->w, to) & GC_FLAG_UNREACHABLE))
		return;
	gc_put_word(p, to, GC_FLAG_REACHED);
	set_obj_flag(p->w, to, OBJECT_UNCOLLECTABLE, true);
	gc_move(p, to, GC_FINALIZERS);
	gc_reference_event(p, EV_RESCUE, from, slot, to, 0);
}

/* ... and so is everything that such objects refer to
 * (move_finalizer_reachable). */
bool gc_move_finalizer_reachable(struct world *w, uint32_t f, uint32_t budget)
{
	struct gc_pass p = gc_pass(w, GC_FINALIZERS, true);
	obj_id o = gc_cursor(w, f, GC_FINALIZERS);

	for (; o != GC_FINALIZERS && budget; budget--) {
		gc_visit(&p, o, visit_finalizer_reachable);
		o = gc_next(w, o);
	}
	gc_pass_end(&p);
	return gc_walk_stops(w, f, GC_FINALIZERS, o);
}

/* 3.4+: __del__ of each, once in a life (finalize_garbage).  What was looked at
 * goes to another list before a __del__ runs, so that the walk survives what
 * that does. */
static bool needs_finalizer(const struct world *w, obj_id o)
{
	uint32_t meta = obj_meta(w, o);

	if (!(meta & OBJECT_HEAP_CLASS) && (meta & 0xff) != KIND_GENERATOR)
		return false;
	return !(meta & OBJECT_FINALIZED) && find_del(w, o);
}

/* Moves the front of FROM up to and including LAST to the end of TO. */
static void splice_front(struct world *w, obj_id from, obj_id last, obj_id to)
{
	obj_id first = gc_next(w, from);
	obj_id rest = gc_next(w, last);
	obj_id end = gc_prev(w, to);

	gclist_link(w, from, rest);
	gclist_link(w, end, first);
	gclist_link(w, last, to);
}

static void start_finalizer(struct world *w, uint32_t f, obj_id o)
{
	obj_id callable = find_del(w, o);

	set_obj_flag(w, o, OBJECT_FINALIZED, true);
	splice_front(w, GC_UNREACHABLE, o, GC_SEEN);
	gc_set(w, f, GC_WORD_CURSOR, 0);
	set_word(w, frame_slot(f, GC_SLOT_CURRENT), o);
	hold(w, o);
	set_word(w, frame_slot(f, GC_SLOT_DEL), callable);
	hold(w, callable);
	world_event(w,
		(struct event){
			.kind = EV_FINALIZER, .object = obj_serial(w, o), .now = 1});
	call_del(w, f, callable, o);
}

static obj_id take(struct world *w, uint32_t f, enum gc_slot slot)
{
	obj_id o = word(w, frame_slot(f, slot));

	set_word(w, frame_slot(f, slot), 0);
	return o;
}

/* Whether nothing is left of the __del__ that was called last. */
static bool finalizer_settled(struct world *w, uint32_t f)
{
	obj_id o = word(w, frame_slot(f, GC_SLOT_CURRENT));
	obj_id callable = word(w, frame_slot(f, GC_SLOT_DEL));

	if (callable) {
		if (!word(w, f + FRAME_RESULT) && reg(w, REG_EXCEPTION)) {
			del_report(w, frame_slot(f, GC_SLOT_DEL), o);
			return false;
		}
		if (!call_settled(w, f, callable, UNRAISABLE_DEL))
			return false;
		drop(w, take(w, f, GC_SLOT_DEL), NULL);
		if (reg(w, REG_TOP) != f)
			return false;
	}
	if (o)
		drop(w, take(w, f, GC_SLOT_CURRENT), NULL);
	return reg(w, REG_TOP) == f;
}

bool gc_finalize_garbage(struct world *w, uint32_t f, uint32_t budget)
{
	obj_id o;

	if (!finalizer_settled(w, f))
		return false;
	for (o = gc_cursor(w, f, GC_UNREACHABLE); o != GC_UNREACHABLE && budget;
		budget--) {
		if (needs_finalizer(w, o)) {
			start_finalizer(w, f, o);
			return false;
		}
		o = gc_next(w, o);
	}
	if (!gc_walk_stops(w, f, GC_UNREACHABLE, o))
		return false;
	gclist_merge(w, GC_UNREACHABLE, GC_SEEN);
	gclist_merge(w, GC_SEEN, GC_UNREACHABLE);
	return true;
}

/* delete_garbage. */

static void save_in_garbage(struct world *w, obj_id o)
{
	obj_id list = reg(w, REG_GARBAGE);

	announce(w, EV_UNCOLLECTABLE, o, 0);
	if (!list)
		return;
	hold(w, o);
	list_append(w, list, o);
}

static void clear_one(struct world *w, uint32_t f, obj_id o)
{
	gc_set(w, f, GC_WORD_CURSOR, o);
	if (reg(w, REG_GC_DEBUG) & GC_DEBUG_SAVEALL) {
		save_in_garbage(w, o);
		return;
	}
	if (!gc_is_list(w, o) && !has_clear(w, o))
		return;
	set_word(w, frame_slot(f, GC_SLOT_CURRENT), o);
	hold(w, o);
	announce(w, EV_CLEAR, o, obj_rc(w, o));
	clear_container(w, o);
}

/* What is still there after its tp_clear goes to the old generation. */
static void pass_on(struct world *w, uint32_t f)
{
	obj_id o = gc_get(w, f, GC_WORD_CURSOR);

	gc_set(w, f, GC_WORD_CURSOR, 0);
	if (gc_next(w, gc_trash(w)) != o)
		return;
	set_gc_word(w, o, 0);
	gclist_move(w, o, gc_old(w, f));
}

bool gc_delete_garbage(struct world *w, uint32_t f, uint32_t budget)
{
	obj_id list = gc_trash(w);

	while (budget--) {
		obj_id held = take(w, f, GC_SLOT_CURRENT);

		if (held)
			drop_now(w, held, NULL);
		if (reg(w, REG_TOP) != f)
			return false;
		if (gc_get(w, f, GC_WORD_CURSOR))
			pass_on(w, f);
		if (gclist_empty(w, list))
			return true;
		clear_one(w, f, gc_next(w, list));
		if (reg(w, REG_TOP) != f)
			return false;
	}
	return false;
}

/* 2.7: those with a __del__ go to gc.garbage, and all that was kept for them back
 * to the old generation (handle_finalizers). */
bool gc_handle_finalizers(struct world *w, uint32_t f, uint32_t budget)
{
	bool all = reg(w, REG_GC_DEBUG) & GC_DEBUG_SAVEALL;
	obj_id o = gc_cursor(w, f, GC_FINALIZERS);

	if (!gc_get(w, f, GC_WORD_CURSOR))
		gc_debug_finalizers(w);
	for (; o != GC_FINALIZERS && budget; budget--) {
		gc_add(w, f, GC_WORD_UNCOLLECTABLE, 1);
		if (all || is_uncollectable(w, o))
			save_in_garbage(w, o);
		o = gc_next(w, o);
	}
	if (!gc_walk_stops(w, f, GC_FINALIZERS, o))
		return false;
	gc_spare(w, GC_FINALIZERS, gc_old(w, f));
	return true;
}
