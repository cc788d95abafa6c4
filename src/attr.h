#ifndef GCREFS_ATTR_H
#define GCREFS_ATTR_H

#include "call.h"
#include "dealloc.h"

/*
 * Attribute access: o.name, as PyObject_GenericGetAttr and its kin do it: data
 * descriptors of the class, the instance's own, other things of the class,
 * __getattr__.
 */

/* o.name; outcomes as call(). */
enum outcome attr_load(struct world *w, obj_id o, obj_id name, uint32_t dst, obj_id *result);

/* The same without __getattribute__ and __getattr__ of O's class: what object's own
 * __getattribute__ does.  O is no weak proxy. */
enum outcome attr_load_plain(
	struct world *w, obj_id o, obj_id name, uint32_t dst, obj_id *result);

/* A function or built-in method that o.name(...) can call with o in front,
 * without making a bound method.  Borrowed; 0: use attr_load. */
obj_id attr_method(const struct world *w, obj_id o, obj_id name);

/* Whether attr_load would find it without running Python code: 1, 0, -1: only
 * Python code can tell. */
int attr_exists(const struct world *w, obj_id o, obj_id name);

/* o.name = value, or del o.name (VALUE 0).  A reference to VALUE is taken over
 * when the outcome is OUT_VALUE or OUT_PUSHED; OUT_VALUE: *old are references
 * to drop (two, 0: none).  OUT_PUSHED: Python code does it; its result, to be
 * dropped, comes to DST. */
enum outcome attr_store(struct world *w, obj_id o, obj_id name, obj_id value, uint32_t dst,
	struct owned *old);

/* The same without __setattr__ and __delattr__ of O's class.  O is neither a weak proxy
 * nor old-style. */
enum outcome attr_store_plain(struct world *w, obj_id o, obj_id name, obj_id value,
	uint32_t dst, struct owned *old);

/* Calls the setter of property D for O, or with VALUE 0 its deleter: OUT_PUSHED, or
 * OUT_ERROR when it has none. */
enum outcome property_store(
	struct world *w, obj_id d, obj_id o, obj_id value, uint32_t dst);

/* What a class attribute gives when it is reached through O (0: through the
 * class TYPE itself). */
enum outcome bind_attribute(struct world *w, obj_id attribute, obj_id o, obj_id type,
	uint32_t dst, obj_id *result);

/* A new bound method object; charged. */
obj_id method_new(struct world *w, obj_id function, obj_id self, obj_id class);

/* The object itself, or what a weak proxy stands for; 0: raised ReferenceError. */
obj_id unproxy(struct world *w, obj_id o);

#endif
