#ifndef GCREFS_SEQUENCE_H
#define GCREFS_SEQUENCE_H

#include "heap.h"

/* New lists and tuples: memory, accounting, contents. */

/* Whether COUNT more items (bytes of a text) would fit; raises MemoryError. */
bool sequence_room(struct world *w, enum kind kind, uint64_t count);

/* gc_charge() for a list or tuple of COUNT items; the empty tuple is free. */
bool sequence_charge(struct world *w, enum kind kind, uint32_t count);

/* The items of A and B (0: none), repeated, in a new exact list or tuple. */
obj_id sequence_joined(
	struct world *w, enum kind kind, obj_id a, obj_id b, uint32_t times);

/* COUNT items of A from START on, each STEP further. */
obj_id sequence_picked(struct world *w, enum kind kind, obj_id a, int64_t start,
	int64_t step, uint32_t count);

#endif
