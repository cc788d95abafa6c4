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
	obj_id object;      /* 0: skipped */
	struct place place;	/* PLACE_NONE: a temporary */
};

void drop_all(struct world *w, const struct owned *list, uint32_t count);

/* Drops the COUNT references in the words from INDEX on, first to last, by way of
 * a FRAME_DROP that takes them over; the words are zero afterwards. */
void take_words(struct world *w, uint32_t index, uint32_t count);

/* The same for references in a block got with WORDS, which is freed. */
void drop_block(struct world *w, uint32_t block, uint32_t words, uint32_t index,
	uint32_t count, int step);

/* drop() for the states of frames: lists and tuples that die are freed at once
 * when nothing is recorded. */
void drop_now(struct world *w, obj_id o, const struct place *p);

/* Run by the machine when such a frame is on top. */
void dealloc_step(struct world *w);	/* FRAME_DEALLOC */
void drop_step(struct world *w);	/* FRAME_DROP */

/* The object that a FRAME_DEALLOC takes apart; 0: it is gone. */
obj_id dealloc_object(const struct world *w, uint32_t f);

/* __del__ of O as its class (2.7: the old-style instance itself) has it, not yet
 * bound; borrowed.  0: none. */
obj_id find_del(const struct world *w, obj_id o);

/* Calls __del__ CALLABLE of O, result to FRAME_RESULT of frame F. */
void call_del(struct world *w, uint32_t f, obj_id callable, obj_id o);

/* The exception that __del__ of O ended with is printed; the __del__ is in word
 * SLOT of a frame.  The message names it, or, when calls make bound methods, one
 * that takes its place there. */
void del_report(struct world *w, uint32_t slot, obj_id o);

#endif
