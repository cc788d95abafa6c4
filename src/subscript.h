#ifndef GCREFS_SUBSCRIPT_H
#define GCREFS_SUBSCRIPT_H

#include "special.h"

/* Subscripts of sequences: what subscript_load() and subscript_store() of
 * special.h are made of, for methods and for 2.7's slices without an object. */

/* o[k] with an index, of a sequence. */
enum outcome subscript_item(struct world *w, obj_id o, obj_id k, obj_id *result);

/* o[a:b:c]; 0 or None: not given. */
enum outcome subscript_load_parts(
	struct world *w, obj_id o, const obj_id parts[3], obj_id *result);
enum outcome subscript_store_item(
	struct world *w, obj_id list, obj_id k, obj_id value, struct removed *removed);
enum outcome subscript_store_parts(struct world *w, obj_id o, const obj_id parts[3],
	obj_id value, struct removed *removed);

/* Raises the error of o[k] (N_GETITEM), o[k] = v (N_SETITEM), del o[k] (N_DELITEM) when
 * O does not know the method NAME. */
void subscript_missing(struct world *w, enum name name, obj_id o, obj_id k);

#endif
