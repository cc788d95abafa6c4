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

/* Its own name, and qualified name; borrowed. */
obj_id code_object_name(const struct world *w, obj_id code_object);
obj_id code_object_qualname(const struct world *w, obj_id code_object);

#endif
