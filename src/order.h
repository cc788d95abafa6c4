#ifndef GCREFS_ORDER_H
#define GCREFS_ORDER_H

#include "heap.h"

/*
 * In which order an object's references go: when it is deallocated, and when
 * the collector clears it.  CPython's own tp_dealloc and tp_clear functions, as
 * data; measured with objects that print when they die.
 */

/* References that deallocation drops: all but the class, which goes last. */
uint32_t dealloc_slots(const struct world *w, obj_id o);
/* Which obj_slot() the I-th of them is. */
uint32_t dealloc_slot(const struct world *w, obj_id o, uint32_t i);

/* Whether O's type has a tp_clear. */
bool has_clear(const struct world *w, obj_id o);
/* The references that tp_clear takes out one after another, in place: as
 * above.  Contents that go as a whole (items of a list, entries of a dict or
 * set, a class's dict) are not among them. */
uint32_t clear_slots(const struct world *w, obj_id o);
uint32_t clear_slot(const struct world *w, obj_id o, uint32_t i);

/* Takes reference I (of obj_slot()) out of O: returns it, now the caller's, and
 * says where it was.  0: it was empty. */
obj_id take_slot(struct world *w, obj_id o, uint32_t i, struct place *p);

#endif
