#ifndef GCREFS_CLASS_H
#define GCREFS_CLASS_H

#include "call.h"

/*
 * Classes: what a class statement makes, and what calling a class does.
 * Source: CPython, Objects/typeobject.c, type_new, type_call, PyType_Ready.
 */

/* A new class, an instance of META (type, or derived from it).  NAME, BASES (a tuple)
 * and NAMESPACE (a dict) are borrowed.  What Python code does with a new class is
 * class_end.h.  Returns a new reference, or 0 with an exception. */
obj_id class_new(struct world *w, obj_id meta, obj_id name, obj_id bases,
	obj_id namespace);

/* Keeps TYPE_HAS_DEL, _EQ, _HASH, _GETATTRIBUTE and _GETATTR true to the classes' dicts:
 * for one class, for all (after somebody assigned or deleted such a method). */
bool class_is_special_name(const struct world *w, obj_id name);
void class_update_specials(struct world *w, obj_id type);
void class_update_all_specials(struct world *w);

/* Setters of attributes of classes and instances (builtin.h). */
struct owned;
bool object_set_class(struct world *w, obj_id o, obj_id value, struct owned *old);
bool object_set_dict(struct world *w, obj_id o, obj_id value, struct owned *old);
bool type_set_name(struct world *w, obj_id o, obj_id value, struct owned *old);
bool type_set_qualname(struct world *w, obj_id o, obj_id value, struct owned *old);
bool type_set_abstract(struct world *w, obj_id o, obj_id value, struct owned *old);
bool type_set_module(struct world *w, obj_id o, obj_id value, struct owned *old);

/* Calling a class: built-in, or of a class statement, or old-style (2.7). */
enum outcome call_class(struct world *w, obj_id type, const struct args *a, uint32_t dst,
	obj_id *result);

/* The same, whatever __call__ the metaclass has (type.__call__). */
enum outcome call_class_plain(struct world *w, obj_id type, const struct args *a,
	uint32_t dst, obj_id *result);

/* An instance without anything in it; charged before.  New reference. */
obj_id instance_new(struct world *w, obj_id class);

/* ref(): the referent or None. */
enum outcome call_weakref(struct world *w, obj_id ref, const struct args *a, uint32_t dst,
	obj_id *result);

/* 2.7: A.method(...), an unbound method. */
enum outcome call_unbound(struct world *w, obj_id method, const struct args *a,
	uint32_t dst, obj_id *result);

#endif
