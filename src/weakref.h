#ifndef GCREFS_WEAKREF_H
#define GCREFS_WEAKREF_H

#include "heap.h"

/*
 * Weak references: KIND_WEAKREF objects in a list that starts in the referent's
 * WEAK column.  Order as CPython's (Objects/weakrefobject.c): the plain ref
 * first, the plain proxy second, then those with callbacks, newest first.
 */

/* The object REF refers to, or 0 when that is dead, or dying with a count of 0
 * (PyWeakref_GET_OBJECT). */
obj_id weakref_referent(const struct world *w, obj_id ref);

/* A weak reference of TYPE (ref, proxy, a subclass) to REFERENT; CALLBACK 0 or
 * held.  A plain ref or proxy that already exists is returned again (new
 * reference).  The caller has made sure that the referent can have weakrefs
 * and has charged the allocation. */
obj_id weakref_new(struct world *w, obj_id type, obj_id referent, obj_id callback);
/* The plain ref (or proxy) that weakref_new would return; 0: none. */
obj_id weakref_existing(const struct world *w, obj_id type, obj_id referent);

/* Takes REF out of its referent's list; it is dead then.  Announces
 * WEAKREF_CLEAR.  The callback stays where it is. */
void weakref_clear(struct world *w, obj_id ref);

/* Whether O is a weak proxy. */
static inline bool is_weak_proxy(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);

	return class == type_object(T_PROXY) || class == type_object(T_CALLABLE_PROXY);
}

uint32_t weakref_count(const struct world *w, obj_id referent);

#endif
