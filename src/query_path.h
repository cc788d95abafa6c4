#ifndef GCREFS_QUERY_PATH_H
#define GCREFS_QUERY_PATH_H

#include "query_index.h"

/*
 * Ways through the references: why an object is alive, and which cycle keeps a
 * dead one.
 *
 * A path is a list of references, each from what the one before leads to.  Of
 * several shortest ones it is the first in the order of the references, so the
 * same state always gives the same path.
 */
struct query_path {
	uint32_t *refs; /* numbers in the index; NULL when count is 0 */
	uint32_t count;
	obj_id start; /* what refs[0] starts from; 0: a root */
	bool found;   /* with count 0: START is the object itself */
};

void query_path_free(struct query_path *p);

/*
 * The shortest path from a root to O.  `start` is an object when that is held by
 * the operation under way and by no root.  What only gc.garbage keeps has a path
 * from there when there is no other.  Not found: O is dead.
 */
struct query_path query_path_from_root(const struct query_index *x, obj_id o);

/* The shortest cycle through O: from O back to O, not through AVOID (0: any); not
 * found: there is none. */
struct query_path query_path_cycle(
	const struct query_index *x, obj_id o, obj_id avoid);

/* The shortest path from an object in a cycle to O, which is in none; not found:
 * no cycle leads to it.  `start`: that object. */
struct query_path query_path_from_cycle(const struct query_index *x,
	const struct query_components *c, obj_id o);

/* Whatever leads to O, itself included: marks[o] = 1; returns how many. */
uint32_t query_path_ancestors(const struct query_index *x, obj_id o, uint8_t *marks);

#endif
