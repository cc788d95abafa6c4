#ifndef GCREFS_OBJSIZE_H
#define GCREFS_OBJSIZE_H

#include "heap.h"

/*
 * The bytes that CPython uses for an object, as sys.getsizeof() says: with the
 * collector's header, without what it refers to.  -1: gcrefs does not know (what
 * depends on the size of CPython's code or frames).
 */
int64_t object_size(const struct world *w, obj_id o);

/* That is: its own size, what its __sizeof__() says, and what stands before it. */
int64_t object_own_size(const struct world *w, obj_id o);
int64_t object_front(const struct world *w, obj_id o);

#endif
