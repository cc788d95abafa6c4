#ifndef GCREFS_OLDCLASS_H
#define GCREFS_OLDCLASS_H

#include "call.h"
#include "dealloc.h"

/*
 * 2.7's old-style classes and their instances.
 * Source: CPython 2.7, Objects/classobject.c.
 */
obj_id old_class_new(struct world *w, obj_id name, obj_id bases, obj_id namespace);
enum outcome call_old_class(struct world *w, obj_id class, const struct args *a,
	uint32_t dst, obj_id *result);
enum outcome old_attr_load(struct world *w, obj_id o, obj_id name, uint32_t dst,
	obj_id *result);
enum outcome old_attr_store(struct world *w, obj_id o, obj_id name, obj_id value,
	uint32_t dst, struct owned *old);

/* NAME in CLASS or a base of it, depth first; borrowed, 0: not there. */
obj_id old_class_lookup(const struct world *w, obj_id class, obj_id name);

/* Run for an instance of an old-style class by a FRAME_BUILTIN. */
void old_class_call_step(struct world *w, uint32_t f);

#endif
