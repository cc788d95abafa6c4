#ifndef GCREFS_GENERIC_H
#define GCREFS_GENERIC_H

#include "heap.h"
#include "strbuf.h"

/*
 * What type annotations are made of: list[int] (3.9+) and int | None (3.10+).
 * Source: CPython, Objects/genericaliasobject.c, unionobject.c.
 */

/* Whether TYPE[...] makes a list[int] of it: one of the built-in containers. */
bool generic_takes(const struct world *w, obj_id type);

/* TYPE[K]; new reference, or RESULT_AGAIN. */
obj_id generic_alias(struct world *w, obj_id type, obj_id k);

/* Whether A | B makes a union of types. */
bool generic_joins(const struct world *w, obj_id a, obj_id b);

/* A | B; new reference, or RESULT_AGAIN. */
obj_id generic_union(struct world *w, obj_id a, obj_id b);

/* The tuple of the types in union O; 0: it is none. */
obj_id generic_members(const struct world *w, obj_id o);

/* What list[int] makes instances of; 0: O is none. */
obj_id generic_origin(const struct world *w, obj_id o);

/* Appends the repr of such an object. */
void generic_text(const struct world *w, obj_id o, struct strbuf *out);

#endif
