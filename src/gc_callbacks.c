#include "gc_frame.h"
#include "gc_visit.h"

#include "callbacks.h"
#include "dealloc.h"
#include "dialect.h"
#include "weakref.h"

/*
 * Weak references to the unreachable (CPython: Modules/gcmodule.c,
 * handle_weakrefs): all are cleared before the first callback runs.  Those that
 * are to be called back wait in the list GC_CALLBACKS and, from the first call
 * on, in the slots of a FRAME_GC_CALLBACKS, which holds them.
 */

static bool is_trash(const struct world *w, obj_id o)
{
	return gc_flag(w, o, GC_FLAG_UNREACHABLE);
}

static void handle_weakref(struct world *w, uint32_t f, obj_id ref)
{
	bool has_callback = obj_field(w, ref, WEAKREF_CALLBACK);

	if (!has_callback && w->dialect->weakrefs_late)
		return;
	weakref_clear(w, ref);
	if (!has_callback || is_trash(w, ref))
		return;
	gclist_move(w, ref, GC_CALLBACKS);
	gc_add(w, f, GC_WORD_QUEUED, 1);
}

static void handle_referent(struct world *w, uint32_t f, obj_id o)
{
	obj_id next;

	for (obj_id ref = obj_weak(w, o); ref; ref = next) {
		next = obj_field(w, ref, WEAKREF_NEXT);
		handle_weakref(w, f, ref);
	}
}

/* A weak reference that is trash is never called back. */
static void silence(struct world *w, obj_id o)
{
	if (obj_kind(w, o) != KIND_WEAKREF || !w->dialect->trash_weakrefs)
		return;
	if (!w->dialect->weakrefs_late || obj_field(w, o, WEAKREF_CALLBACK))
		weakref_clear(w, o);
}

bool gc_handle_weakrefs(struct world *w, uint32_t f, uint32_t budget)
{
	obj_id o = gc_cursor(w, f, GC_UNREACHABLE);
	uint32_t found = 0;

	for (; o != GC_UNREACHABLE && budget; budget--) {
		found++;
		silence(w, o);
		if (obj_weak(w, o))
			handle_referent(w, f, o);
		o = gc_next(w, o);
	}
	if (w->dialect->count_before)
		gc_add(w, f, GC_WORD_FOUND, found);
	return gc_walk_stops(w, f, GC_UNREACHABLE, o);
}

/* 3.15: after the finalizers, what stays trash loses its weak references. */
bool gc_clear_weakrefs(struct world *w, uint32_t f, uint32_t budget)
{
	obj_id list = gc_trash(w);
	obj_id o = gc_cursor(w, f, list);

	for (; o != list && budget; budget--) {
		while (obj_weak(w, o))
			weakref_clear(w, obj_weak(w, o));
		o = gc_next(w, o);
	}
	return gc_walk_stops(w, f, list, o);
}

/* FRAME_GC_CALLBACKS: the weak references, in the order of their calls. */
enum {
	WORD_CURSOR,
	WORD_CALLED,
	CALLBACK_WORDS
};

/* Pushes the frame, once. */
bool gc_run_callbacks(struct world *w, uint32_t f, uint32_t budget)
{
	uint32_t count = gc_get(w, f, GC_WORD_QUEUED);
	uint32_t frame, slot;

	(void)budget;
	if (!count)
		return true;
	gc_set(w, f, GC_WORD_QUEUED, 0);
	frame = frame_push(w, FRAME_GC_CALLBACKS, 0, count, CALLBACK_WORDS);
	slot = frame_slot(frame, 0);
	for (obj_id ref = gc_next(w, GC_CALLBACKS); ref != GC_CALLBACKS;
		ref = gc_next(w, ref)) {
		set_word(w, slot++, ref);
		incref(w, ref, NULL);
	}
	return false;
}

/* The call is over: the weak reference goes to the old generation, or has died
 * by what its callback did, which counts as found. */
static void release(struct world *w, uint32_t f, uint32_t cursor)
{
	uint32_t slot = frame_slot(f, cursor);
	obj_id ref = word(w, slot);

	if (ref) {
		set_word(w, slot, 0);
		drop(w, ref, NULL);
		set_word(w, frame_extra(w, f, WORD_CALLED), ref);
		return;
	}
	ref = word(w, frame_extra(w, f, WORD_CALLED));
	if (gc_next(w, GC_CALLBACKS) == ref)
		gclist_move(w, ref, gc_old(w, word(w, f + FRAME_LINK)));
	else
		gc_add(w, word(w, f + FRAME_LINK), GC_WORD_FOUND, 1);
	set_word(w, frame_extra(w, f, WORD_CURSOR), cursor + 1);
	set_frame_state(w, f, 0);
}

static void call_back(struct world *w, uint32_t f, obj_id ref)
{
	obj_id callback = obj_field(w, ref, WEAKREF_CALLBACK);

	set_frame_state(w, f, 1);
	world_event(w,
		(struct event){.kind = EV_WEAKREF_CALLBACK,
			.object = obj_serial(w, ref),
			.other = obj_serial(w, callback)});
	frame_push_call(
		w, f + FRAME_RESULT, callback, &ref, 1, w->dialect->callback_holds);
}

void gc_callbacks_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);
	uint32_t cursor = word(w, frame_extra(w, f, WORD_CURSOR));
	obj_id ref;

	if (cursor == word(w, f + FRAME_SLOT_COUNT)) {
		frame_pop(w, 0);
		return;
	}
	ref = word(w, frame_slot(f, cursor));
	if (frame_state(w, f) == 0)
		call_back(w, f, ref);
	else if (!ref ||
		call_settled(w, f, obj_field(w, ref, WEAKREF_CALLBACK),
			UNRAISABLE_GC_WEAKREF_CALLBACK))
		release(w, f, cursor);
}
