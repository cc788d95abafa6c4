#ifndef GCREFS_GC_FRAME_H
#define GCREFS_GC_FRAME_H

#include "gc.h"
#include "gclist.h"

/*
 * Inside the collector: the words of a FRAME_GC and the functions that run its
 * phases.  The frame's state is the phase.
 */
enum gc_slot {
	GC_SLOT_CURRENT,	/* held while it is finalized or cleared */
	GC_SLOT_DEL,		/* the __del__ being called */
	GC_SLOT_CALLBACK,	/* of gc.callbacks: the one being called */
	GC_SLOT_INFO,		/* and what they are told */
	GC_SLOTS
};

enum gc_word {
	GC_WORD_GENERATION,
	GC_WORD_AUTOMATIC,
	GC_WORD_CURSOR,		/* next object of the phase; 0: the phase begins */
	GC_WORD_LENGTH,		/* containers in the set being collected */
	GC_WORD_KINDS,		/* enum gc_kinds: what is among them */
	GC_WORD_SURVIVORS,	/* those found reachable */
	GC_WORD_FOUND,		/* trash, as gc.collect() counts it */
	GC_WORD_UNCOLLECTABLE,
	GC_WORD_QUEUED,		/* weak references in GC_CALLBACKS */
	GC_WORD_SEEN,		/* trash looked at again after __del__ */
	GC_WORD_ALIVE,		/* of which is referred to again */
	GC_WORD_TOLD,		/* gc.callbacks: how many have been called */
	GC_WORD_SILENT,		/* nobody is told: the last one of all */
	GC_WORD_COUNTED,	/* it is in the statistics */
	GC_WORD_CHARGES,	/* what the operation that it interrupts has accounted for */
	GC_WORD_LATE,		/* containers made since it became due */
	GC_WORDS		/* five-step: then the list as it was, while it is needed */
};

enum gc_kinds {
	GC_HAS_TUPLES = 1,
	GC_HAS_DICTS = 2,
	GC_HAS_OTHERS = 4	/* perhaps with a finalizer or a weak reference */
};

static inline uint32_t gc_get(const struct world *w, uint32_t f, enum gc_word i)
{
	return word(w, frame_extra(w, f, i));
}

static inline void gc_set(struct world *w, uint32_t f, enum gc_word i, uint32_t value)
{
	set_word(w, frame_extra(w, f, i), value);
}

static inline void gc_add(struct world *w, uint32_t f, enum gc_word i, uint32_t value)
{
	gc_set(w, f, i, gc_get(w, f, i) + value);
}

/* The list being collected, and the one that survivors and spared trash go to. */
static inline obj_id gc_young(const struct world *w, uint32_t f)
{
	return GC_GENERATION_0 + gc_get(w, f, GC_WORD_GENERATION);
}

static inline obj_id gc_old(const struct world *w, uint32_t f)
{
	uint32_t generation = gc_get(w, f, GC_WORD_GENERATION);

	return GC_GENERATION_0 + (generation < 2 ? generation + 1 : 2);
}

/* Where a phase that walks over LIST goes on. */
static inline obj_id gc_cursor(const struct world *w, uint32_t f, obj_id list)
{
	obj_id cursor = gc_get(w, f, GC_WORD_CURSOR);

	return cursor ? cursor : gc_next(w, list);
}

/* A walk over LIST stops before O: the phase is over at the list's head. */
static inline bool gc_walk_stops(struct world *w, uint32_t f, obj_id list, obj_id o)
{
	gc_set(w, f, GC_WORD_CURSOR, o);
	return o == list;
}

/*
 * Each phase works on at most BUDGET objects and returns whether it is over.
 * When a frame was pushed it returns false.
 */
bool gc_update_refs(struct world *w, uint32_t f, uint32_t budget);
bool gc_subtract_refs(struct world *w, uint32_t f, uint32_t budget);
bool gc_move_unreachable(struct world *w, uint32_t f, uint32_t budget);
bool gc_resurrect_update(struct world *w, uint32_t f, uint32_t budget);
bool gc_resurrect_subtract(struct world *w, uint32_t f, uint32_t budget);
bool gc_resurrect_move(struct world *w, uint32_t f, uint32_t budget);
bool gc_move_reachable(struct world *w, uint32_t f, uint32_t budget);
bool gc_follow_reachable(struct world *w, uint32_t f, uint32_t budget);
bool gc_reorder(struct world *w, uint32_t f, uint32_t budget);
bool gc_untrack_tuples(struct world *w, uint32_t f, uint32_t budget);
bool gc_untrack_dicts(struct world *w, uint32_t f, uint32_t budget);
bool gc_move_finalizers(struct world *w, uint32_t f, uint32_t budget);
bool gc_move_finalizer_reachable(struct world *w, uint32_t f, uint32_t budget);
bool gc_handle_weakrefs(struct world *w, uint32_t f, uint32_t budget);
bool gc_run_callbacks(struct world *w, uint32_t f, uint32_t budget);
bool gc_finalize_garbage(struct world *w, uint32_t f, uint32_t budget);
bool gc_clear_weakrefs(struct world *w, uint32_t f, uint32_t budget);
bool gc_delete_garbage(struct world *w, uint32_t f, uint32_t budget);
bool gc_handle_finalizers(struct world *w, uint32_t f, uint32_t budget);

/* Untracks tuple O if nothing in it could ever be part of a cycle (CPython:
 * _PyTuple_MaybeUntrack).  Returns whether it did. */
bool gc_untrack_tuple(struct world *w, obj_id o);

/* Ends the collection's interest in the objects of LIST and moves them, in
 * order, to the end of TO. */
void gc_spare(struct world *w, obj_id list, obj_id to);

/* The bits of gc.set_debug(). */
enum {
	GC_DEBUG_STATS = 1,
	GC_DEBUG_COLLECTABLE = 2,
	GC_DEBUG_UNCOLLECTABLE = 4,
	GC_DEBUG_INSTANCES = 8,	/* 2.7: old-style ones */
	GC_DEBUG_OBJECTS = 16,	/* 2.7: all others */
	GC_DEBUG_SAVEALL = 32
};

/* The texts that they ask for, on the standard error stream: at the start and the end
 * of a collection, of the trash when it is known, of what has a __del__ (2.7). */
void gc_debug_start(struct world *w, uint32_t f);
void gc_debug_trash(struct world *w);
void gc_debug_finalizers(struct world *w);
void gc_debug_end(struct world *w, uint32_t f);

/* Calls the functions in gc.callbacks with PHASE, "start" or "stop", one each time;
 * true: all have been called. */
bool gc_tell(struct world *w, uint32_t f, const char *phase);

/* The list of what is to be cleared and freed. */
obj_id gc_trash(const struct world *w);

#endif
