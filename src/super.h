#ifndef GCREFS_SUPER_H
#define GCREFS_SUPER_H

#include "call.h"

/*
 * super objects: attributes as the classes after a given one define them.
 * Source: CPython, Objects/typeobject.c, super_getattro, super_init.
 */

/* super(CLASS, O).NAME without a super object; START: the class whose mro is
 * followed.  Borrowed, unbound; 0: not there. */
obj_id super_find(const struct world *w, obj_id class, obj_id start, obj_id name);

/* The class whose mro super(CLASS, O) follows: that of O, or O itself when it is a
 * class; 0: raised TypeError. */
obj_id super_start(struct world *w, obj_id class, obj_id o);

/* Attribute NAME of super object S; OUT_UNKNOWN: it is one that super objects
 * themselves have, or nobody. */
enum outcome super_load(struct world *w, obj_id s, obj_id name, uint32_t dst,
	obj_id *result);

#endif
