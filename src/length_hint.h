#ifndef GCREFS_LENGTH_HINT_H
#define GCREFS_LENGTH_HINT_H

#include "heap.h"

/*
 * How many items an iterable is expected to give, as far as C code tells
 * (PyObject_LengthHint with CPython's 8 for "no idea"): CPython makes that much room
 * in a list before it takes them.
 */
#define LENGTH_UNKNOWN 8

struct length_hint {
	uint32_t count;
	bool sized;		/* it has a length, not only an idea of one */
	bool exact;		/* a set, dict or view of one */
};

struct length_hint length_hint(const struct world *w, obj_id o);

/* Makes room in LIST for the items of O that list.extend(), or with MAKING list(), will
 * append. */
void list_expect_from(struct world *w, obj_id list, obj_id o, bool making);

#endif
