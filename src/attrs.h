#ifndef GCREFS_ATTRS_H
#define GCREFS_ATTRS_H

#include "heap.h"

/*
 * Where an instance keeps its attributes.
 *
 * Up to 3.10 (dialect->instance_dict): in a dict object, made at the first
 * store.  From 3.11: in inline values ordered by the class's shared keys, until
 * somebody asks for the __dict__ or the keys are full; then the values move to
 * a dict.  __slots__ values have places of their own.
 * Source: CPython, Objects/dictobject.c, _PyObject_StoreInstanceAttribute.
 */

/* Borrowed; 0: not there. */
obj_id instance_get(const struct world *w, obj_id o, obj_id name);

/* Stores VALUE, taking over one reference.  Returns the old value, the
 * caller's to drop, or 0.  Announces BIND. */
obj_id instance_set(struct world *w, obj_id o, obj_id name, obj_id value);

/* Takes the attribute out: the value is the caller's (and up to 3.10 *key its
 * key); 0: not there. */
obj_id instance_delete(struct world *w, obj_id o, obj_id name, obj_id *key);

/* The names of O's own attributes, in their order (borrowed): at most ROOM of them
 * are stored, their number is returned. */
uint32_t instance_names(const struct world *w, obj_id o, obj_id *names, uint32_t room);

/* The __dict__ object, made when there is none.  Borrowed. */
obj_id instance_dict(struct world *w, obj_id o);

/* Makes DICT (taken over) the __dict__ of O, whose own has been made; returns that. */
obj_id instance_replace_dict(struct world *w, obj_id o, obj_id dict);

/* Whether instance_set() is going to make its dict, which the caller has charged
 * then. */
bool instance_lacks_dict(const struct world *w, obj_id o);

/*
 * From 3.11 a __dict__ that was made of inline values keeps the class's shared
 * keys: its values die in their order, not in that of insertion (a "split" dict).
 * KEY is new in DICT: it joins them, or DICT keeps them no longer.  Returns the class
 * that DICT has left so, else 0.
 */
obj_id attrs_share_key(struct world *w, obj_id dict, obj_id key);
/* Now it keeps them no longer. */
void attrs_unshare(struct world *w, obj_id dict);
/* 3.13.0: the values of DICT, which its instance gives up, are its own from now on
 * (detach_dict_from_object). */
void attrs_detach(struct world *w, obj_id dict);
/* Puts the entries of DICT, which is dying or being emptied and is looked up no more,
 * in the order in which they die. */
void attrs_order_entries(struct world *w, obj_id dict);

/* __slots__ value I of the class's layout. */
obj_id instance_slot(const struct world *w, obj_id o, uint32_t i);
obj_id instance_set_slot(struct world *w, obj_id o, uint32_t i, obj_id value);

/* Makes the attribute storage of a new instance, if its class wants it now. */
void instance_init(struct world *w, obj_id o);

/* Words of the block in the ATTRS column. */
uint32_t attrs_words(const struct world *w, uint32_t attrs);

#endif
