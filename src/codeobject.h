#ifndef GCREFS_CODEOBJECT_H
#define GCREFS_CODEOBJECT_H

#include "code.h"
#include "heap.h"

/*
 * Code as objects: one KIND_CODE for each code of the unit, made before the
 * first step.  Its items are the constants, then str objects for the names,
 * the local names and the cell names; behind them a word with the number of
 * the code in the unit.
 */

/* Makes the code objects; codes[0]'s one is returned (one reference). */
obj_id code_objects_build(struct world *w);

const struct code *code_of(const struct world *w, obj_id code_object);

/* Borrowed. */
obj_id code_constant(const struct world *w, obj_id code_object, uint32_t i);
obj_id code_name(const struct world *w, obj_id code_object, uint32_t i);
/* Name of slot I: a local, or a cell. */
obj_id code_slot_name(const struct world *w, obj_id code_object, uint32_t i);

/* Its own name, and qualified name; borrowed. */
obj_id code_object_name(const struct world *w, obj_id code_object);
obj_id code_object_qualname(const struct world *w, obj_id code_object);

/* The native str object for an identifier known at boot: the fixed one if
 * there is one, else one for all equal texts.  Only while the world is built.
 * New reference. */
obj_id name_new(struct world *w, const char *text);

#endif
