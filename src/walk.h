#ifndef GCREFS_WALK_H
#define GCREFS_WALK_H

#include "special.h"

/*
 * Iterating over any iterable in a FRAME_BUILTIN.  The iterator is kept in own
 * slot LOCAL of the frame.
 *
 *	walk_start()	once; then until it says so
 *	walk_hint()	in the same way where CPython makes room for all items first
 *	walk_next()	again and again
 *
 * WALK_WAIT: a frame was pushed, or a collection runs first: return, and call
 * the same function again with the frame in the same state.
 */
enum walk {
	WALK_ITEM,  /* *item is a new reference */
	WALK_READY, /* walk_start(): the iterator is there */
	WALK_END,
	WALK_WAIT,
	WALK_RAISED
};

/* Makes the iterator of ITERABLE.  MESSAGE (NULL: "'X' object is
 * not iterable") is raised when there is none.  WAITING: whether this
 * is the call after WALK_WAIT. */
enum walk walk_start(struct world *w, uint32_t f, uint32_t local, obj_id iterable,
	const char *message);
/* Asks ITERABLE how long it is (PyObject_LengthHint); the answer does not matter. */
enum walk walk_hint(struct world *w, uint32_t f, obj_id iterable);
enum walk walk_next(struct world *w, uint32_t f, uint32_t local, obj_id *item);

#endif
