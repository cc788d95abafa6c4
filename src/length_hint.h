#ifndef GCREFS_LENGTH_HINT_H
#define GCREFS_LENGTH_HINT_H

#include "heap.h"

/*
 * How many items an iterable is expected to give, as far as C code tells
 * (PyObject_LengthHint): CPython makes that much room in a list or tuple before it
 * takes them.
 */
/* What it says for "no idea". */
#define LENGTH_UNKNOWN 8
#define TUPLE_LENGTH_UNKNOWN 10

struct length_hint {
	uint32_t count;
	bool sized;		/* it has a length, not only an idea of one */
	bool exact;		/* a set, dict or view of one */
};

struct length_hint length_hint(const struct world *w, obj_id o, uint32_t unknown);

/* Makes room in LIST for the items of O that list.extend(), or with MAKING list(), will
 * append. */
void list_expect_from(struct world *w, obj_id list, obj_id o, bool making);

#endif
