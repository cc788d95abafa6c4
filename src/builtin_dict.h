#ifndef GCREFS_BUILTIN_DICT_H
#define GCREFS_BUILTIN_DICT_H

#include "dict.h"
#include "special.h"

/* What the methods of dict and set share. */

/* A new object of CLASS, which is dict, set, frozenset or derives from one:
 * counted and empty.  RESULT_AGAIN: a collection runs first. */
obj_id table_new(struct world *w, obj_id class);

/* Drops all references of a table that was taken out, first to last, and frees it. */
void table_clear(struct world *w, const struct dict_block *b);

#endif
