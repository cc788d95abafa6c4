#ifndef GCREFS_CODE_READ_H
#define GCREFS_CODE_READ_H

#include "code.h"
#include "heap.h"

/* Reading code objects (codeobject.h makes them). */

const struct code *code_of(const struct world *w, obj_id code_object);

/* Borrowed. */
obj_id code_constant(const struct world *w, obj_id code_object, uint32_t i);
obj_id code_name(const struct world *w, obj_id code_object, uint32_t i);
/* Name of slot I: a local, or a cell. */
obj_id code_slot_name(const struct world *w, obj_id code_object, uint32_t i);

/* How often it was called, counted up to the number that specialises it (from 3.11
 * on, dialect.h); and one call more. */
uint32_t code_calls(const struct world *w, obj_id code_object);
void code_count_call(struct world *w, obj_id code_object);

/* Its own name, and qualified name; borrowed. */
obj_id code_object_name(const struct world *w, obj_id code_object);
obj_id code_object_qualname(const struct world *w, obj_id code_object);

#endif
