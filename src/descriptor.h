#ifndef GCREFS_DESCRIPTOR_H
#define GCREFS_DESCRIPTOR_H

#include "call.h"

/*
 * What classes say about attributes in Python: descriptors with __get__, __set__,
 * __delete__, and the hooks __getattribute__ and __getattr__.
 * Source: CPython, Objects/typeobject.c, slot_tp_descr_get and its like,
 * slot_tp_getattr_hook.
 */

/* Whether D, found in a class, has a __get__ in Python; whether it has a __set__ or
 * __delete__, and so takes precedence over the instance's own attributes. */
bool descriptor_gets(const struct world *w, obj_id d);
bool descriptor_sets(const struct world *w, obj_id d);

/* Pushes D.__get__(O, TYPE); O 0: None. */
void descriptor_get(struct world *w, obj_id d, obj_id o, obj_id type, uint32_t dst);

/* Pushes D.__set__(O, VALUE), or with VALUE 0 D.__delete__(O): OUT_PUSHED, or
 * OUT_ERROR when D has none. */
enum outcome descriptor_set(
	struct world *w, obj_id d, obj_id o, obj_id value, uint32_t dst);

/* Whether the class of O has a __getattribute__ in Python. */
bool has_getattribute(const struct world *w, obj_id o);

/* Pushes a frame that looks NAME of O up by way of Python code: __getattribute__ when
 * the class has one, and __getattr__ after an AttributeError. */
void attribute_push(struct world *w, obj_id o, obj_id name, uint32_t dst);

#endif
