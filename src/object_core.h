#ifndef GCREFS_OBJECT_CORE_H
#define GCREFS_OBJECT_CORE_H

#include "heap.h"

/* What several built-in functions ask about objects. */

/* callable(o) */
bool is_callable(const struct world *w, obj_id o);

/* len() of a value whose length is C code; false: it has none. */
bool length_plain(const struct world *w, obj_id o, int64_t *n);

#endif
