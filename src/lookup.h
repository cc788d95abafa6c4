#ifndef GCREFS_LOOKUP_H
#define GCREFS_LOOKUP_H

#include "heap.h"

/* The attribute NAME (a native str) of a type, found along its mro in the
 * types' own dicts; borrowed, 0: not there.
 * Source: CPython, Objects/typeobject.c, _PyType_Lookup. */
obj_id type_lookup(const struct world *w, obj_id type, obj_id name);

/* Whether TYPE is BASE or derives from it. */
bool type_is_subtype(const struct world *w, obj_id type, obj_id base);

#endif
