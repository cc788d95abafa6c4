#ifndef GCREFS_LOOKUP_H
#define GCREFS_LOOKUP_H

#include "heap.h"

/* Finds NAME in the dicts of TYPE's mro (_PyType_Lookup), or, for an old-style
 * class of 2.7, in its own and its bases' dicts, depth first, left to right.
 * Borrowed; 0: not there.  NAME is a str whose hash is known. */
obj_id type_lookup(const struct world *w, obj_id type, obj_id name);

/* Whether TYPE is SUPER or has it in its mro. */
bool type_is_subtype(const struct world *w, obj_id type, obj_id super);

/* The same for classes of both sorts; an old-style one has only such below it. */
bool class_is_subclass(const struct world *w, obj_id class, obj_id super);

/* __name__ of a class; borrowed. */
const char *type_short_name(const struct world *w, obj_id class);
/* The name of a type, and of O's type, as messages show it (tp_name); borrowed. */
const char *type_name(const struct world *w, obj_id type);
const char *type_name_of(const struct world *w, obj_id o);

#endif
