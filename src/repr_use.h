#ifndef GCREFS_REPR_USE_H
#define GCREFS_REPR_USE_H

#include "heap.h"

/*
 * What CPython makes while it makes a text.  Py_ReprEnter() keeps a list of the
 * objects on the way, in the thread's dict.  repr() of a set lists it first.  2.7
 * gathers the texts of the items in a list, a tuple's in a tuple (list_repr,
 * dict_repr, tuplerepr); the print statement writes them as they come (tp_print).
 */
struct repr_use {
	bool printed;		/* by the print statement */
	bool enters;
	uint32_t lists, most_lists;
	uint32_t tuples[21], most_tuples[21]; /* by length */
};

/* Around the texts of O's items. */
void repr_use_begin(const struct world *w, struct repr_use *use, obj_id o);
void repr_use_end(const struct world *w, struct repr_use *use, obj_id o);
/* Counts it all (gccount.h). */
void repr_use_count(struct world *w, const struct repr_use *use);

/* The same for a text made in frames: what O's own text holds, until
 * repr_use_release().  The keys of a set are the caller's. */
uint32_t repr_use_hold(struct world *w, obj_id o);
void repr_use_release(struct world *w, uint32_t held);

#endif
