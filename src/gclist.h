#ifndef GCREFS_GCLIST_H
#define GCREFS_GCLIST_H

#include "heap.h"

/*
 * The collector's doubly linked lists, CPython's PyGC_Head lists.  The heads
 * are slots themselves: an empty list's head points to itself.  An untracked
 * object has next = prev = 0.
 */
enum gc_list {
	GC_GENERATION_0 = GC_LIST_FIRST,
	GC_GENERATION_1,
	GC_GENERATION_2,
	GC_PERMANENT,
	GC_REACHABLE,		/* five-step: the new list of step 3 */
	GC_UNREACHABLE,
	GC_FINALIZERS,		/* 2.7: has __del__, or is reachable from such */
	GC_STILL_UNREACHABLE,	/* 3.9+: after the finalizers have run */
	GC_CALLBACKS,		/* weak references whose callbacks are to be called */
	GC_SEEN,		/* trash whose __del__ has been called */
	GC_FROZEN,		/* gc.freeze() */
	GC_LISTS_END
};

/* What a collection knows about an object: in the top bits of its gc_refs word.
 * All zero when no collection is under way. */
enum gc_flag {
	GC_FLAG_COLLECTING = 1 << 28,	/* in the set being collected, not decided */
	GC_FLAG_REACHED = 1 << 29,	/* decided: reachable */
	GC_FLAG_UNREACHABLE = 1 << 30	/* set aside, or found unreachable */
};
#define GC_REFS_MASK 0x0fffffffu

static inline obj_id gc_next(const struct world *w, obj_id o)
{
	return word(w, BASE_LINKS + 2 * o);
}

static inline obj_id gc_prev(const struct world *w, obj_id o)
{
	return word(w, BASE_LINKS + 2 * o + 1);
}

static inline uint32_t gc_refs(const struct world *w, obj_id o)
{
	return word(w, BASE_GC_REFS + o) & GC_REFS_MASK;
}

/* Whether any of the FLAGS (enum gc_flag) is set. */
static inline bool gc_flag(const struct world *w, obj_id o, uint32_t flags)
{
	return word(w, BASE_GC_REFS + o) & flags;
}

static inline bool gclist_empty(const struct world *w, obj_id head)
{
	return gc_next(w, head) == head;
}

/* B follows A. */
static inline void gclist_link(struct world *w, obj_id a, obj_id b)
{
	set_word(w, BASE_LINKS + 2 * a, b);
	set_word(w, BASE_LINKS + 2 * b + 1, a);
}

static inline void gclist_init(struct world *w, obj_id head)
{
	gclist_link(w, head, head);
}

static inline void gclist_append(struct world *w, obj_id head, obj_id o)
{
	gclist_link(w, gc_prev(w, head), o);
	gclist_link(w, o, head);
}

/* Takes O out of its list and leaves it untracked. */
static inline void gclist_remove(struct world *w, obj_id o)
{
	gclist_link(w, gc_prev(w, o), gc_next(w, o));
	set_word(w, BASE_LINKS + 2 * o, 0);
	set_word(w, BASE_LINKS + 2 * o + 1, 0);
}

/* gc_untrack() of a tracked object, without the event: it is in no collection any
 * more either (_PyObject_GC_UNTRACK). */
static inline void gclist_untrack(struct world *w, obj_id o)
{
	gclist_remove(w, o);
	if (word(w, BASE_GC_REFS + o))
		set_word(w, BASE_GC_REFS + o, 0);
}

/* Takes O out of its list and appends it to HEAD's. */
static inline void gclist_move(struct world *w, obj_id o, obj_id head)
{
	gclist_link(w, gc_prev(w, o), gc_next(w, o));
	gclist_append(w, head, o);
}

/* Appends all of FROM, in order, to TO; FROM is empty then. */
void gclist_merge(struct world *w, obj_id from, obj_id to);
uint32_t gclist_length(const struct world *w, obj_id head);

/* A container becomes visible to the collector: tail of generation 0.  What the
 * interpreter made for ever (immortal) is kept out of its way. */
void gc_track(struct world *w, obj_id o);
/* No-op when it is not tracked. */
void gc_untrack(struct world *w, obj_id o);

#endif
