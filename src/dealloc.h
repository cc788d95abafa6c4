#ifndef GCREFS_DEALLOC_H
#define GCREFS_DEALLOC_H

#include "frame.h"

/*
 * Dropping references, and what follows when the last one goes.
 *
 * A count that reaches zero pushes a FRAME_DEALLOC; the cascade runs when the
 * operation that dropped the reference has ended, depth first, in CPython's
 * order, and can be stopped at every reference.  Atoms are freed on the spot.
 *
 * Therefore an operation drops references as its LAST act, all of them with
 * one call: drop() for one, drop_all() for several.  If an earlier one dies,
 * the later ones wait in a FRAME_DROP below, so that they go in the order that
 * nested Py_DECREFs would give.
 */

/* Drops one owned reference; announced as DECREF (of a temporary when P is
 * NULL), or as UNBIND when P names a variable, attribute or item. */
void drop(struct world *w, obj_id o, const struct place *p);

/* A reference to be dropped, and the place it was in. */
struct owned {
	obj_id object;		/* 0: skipped */
	struct place place;	/* PLACE_NONE: a temporary */
};

void drop_all(struct world *w, const struct owned *list, uint32_t count);

/* Drops the COUNT references in the words from INDEX on, first to last (STEP 1)
 * or last to first (STEP -1), by way of a FRAME_DROP that takes them over; the
 * words need not be cleared.  For many: items of a list, a stack area. */
void drop_words(struct world *w, uint32_t index, uint32_t count, int step);

/* Run by the machine when such a frame is on top. */
void dealloc_step(struct world *w);	/* FRAME_DEALLOC */
void drop_step(struct world *w);	/* FRAME_DROP */

/* tp_clear of container O, for the collector: takes its references out and
 * drops them through a FRAME_DROP.  Order as CPython's. */
void clear_container(struct world *w, obj_id o);

/* Starts __del__ of O with result word DST (FRAME_RESULT of the caller).
 * Returns false when its class has none.  In interp; declared here because the
 * collector and dealloc both call it. */

#endif
