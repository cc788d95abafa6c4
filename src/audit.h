#ifndef GCREFS_AUDIT_H
#define GCREFS_AUDIT_H

#include "world.h"

/*
 * Checks every invariant of a world, at any step:
 *
 * - the ledger: each reference count is the number of places that hold the
 *   object (slots of objects and frames, registers); an object with count 0 is
 *   being deallocated;
 * - the collector's lists: well formed, every tracked container in exactly one,
 *   nothing else in any; gc_refs between 0 and the count;
 * - free slots, free blocks, blocks of objects: disjoint, complete;
 * - lists of weak references; contents of lists and dicts.
 *
 * Returns NULL, or a text (owned by the caller) that says what is wrong first.
 */
char *audit_world(const struct world *w);

#endif
