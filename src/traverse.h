#ifndef GCREFS_TRAVERSE_H
#define GCREFS_TRAVERSE_H

#include "heap.h"

/*
 * What tp_traverse visits, where that is not what an object holds.
 *
 * 3.13.0 (dialect->dict_embedded): a __dict__ made of an instance's inline values
 * leaves them where they are.  The instance visits them itself and never its dict;
 * the dict visits nothing, so that the collector always finds it held from outside.
 * Source: CPython 3.13.0, Objects/dictobject.c, PyObject_VisitManagedDict and
 * dict_traverse (mended later: gh-130327).
 */
struct visited {
	obj_id holder; /* whose slot it is: O, or its dict */
	uint32_t slot; /* of the holder: for obj_slot(), obj_slot_info(); or: */
#define VISITED_NOTHING UINT32_MAX
};

/* How many references are visited, and which one is the I-th of them (or nothing: the
 * weak reference to a class that its bases keep is its slot here).  In other
 * versions: obj_slots() of them, and {O, I}. */
uint32_t visited_count(const struct world *w, obj_id o);
struct visited visited_slot(const struct world *w, obj_id o, uint32_t i);
/* What it refers to; 0: an empty slot. */
obj_id visited_target(const struct world *w, struct visited v);

#endif
