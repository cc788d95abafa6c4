#ifndef GCREFS_CLASS_H
#define GCREFS_CLASS_H

#include "call.h"

/*
 * Classes: what a class statement makes, and what calling a class does.
 * Source: CPython, Objects/typeobject.c, type_new, type_call, PyType_Ready.
 */

/* A new class.  NAME, BASES (a tuple) and NAMESPACE (a dict) are borrowed.
 * Returns a new reference, or 0 with an exception. */
obj_id class_new(struct world *w, obj_id name, obj_id bases, obj_id namespace);

/* Keeps TYPE_HAS_DEL, _EQ and _HASH true to the classes' dicts: for one class, for
 * all (after somebody assigned or deleted such a method). */
void class_update_specials(struct world *w, obj_id type);
void class_update_all_specials(struct world *w);

/* Counts the containers that a class statement makes, one a call, from *N on;
 * false: a collection runs first, do it again. */
bool class_charge(struct world *w, uint32_t *n);

/* Calling a class: built-in, or of a class statement, or old-style (2.7). */
enum outcome call_class(struct world *w, obj_id type, const struct args *a, uint32_t dst,
	obj_id *result);

/* An instance without anything in it; charged before.  New reference. */
obj_id instance_new(struct world *w, obj_id class);

/* ref(): the referent or None. */
enum outcome call_weakref(struct world *w, obj_id ref, const struct args *a, uint32_t dst,
	obj_id *result);

/* 2.7: A.method(...), an unbound method. */
enum outcome call_unbound(struct world *w, obj_id method, const struct args *a,
	uint32_t dst, obj_id *result);

#endif
