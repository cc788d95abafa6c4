#ifndef GCREFS_RANGE_H
#define GCREFS_RANGE_H

#include "heap.h"

/* range (2.7: xrange) objects. */

/* A range of three ints, which are held; raises ValueError (step 0) and returns
 * 0. */
obj_id range_new(struct world *w, obj_id start, obj_id stop, obj_id step);

/* Item I, which must be one of it: a new int. */
obj_id range_item(struct world *w, obj_id range, int64_t i);

/* range[a:b:c]; 0: raised. */
obj_id range_slice(struct world *w, obj_id range, const obj_id parts[3]);

/* Index of VALUE, an int; -1: not there. */
int64_t range_index(struct world *w, obj_id range, obj_id value);

#endif
