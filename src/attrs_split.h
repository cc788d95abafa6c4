#ifndef GCREFS_ATTRS_SPLIT_H
#define GCREFS_ATTRS_SPLIT_H

#include "heap.h"

/*
 * 3.6 to 3.10: the dicts of a class's instances share a table of keys as long as they
 * get them in the same order (PEP 412; Objects/dictobject.c, insertdict and
 * _PyObjectDict_SetItem).  Nothing depends on it but what sys.getsizeof() says.
 *
 * The class has the keys in TYPE_KEYS, like those of 3.11; a dict that shares them
 * has DICT_KEYS.
 */

/* Added to TYPE_KEYS_USABLE of a class whose new instances share its keys no more. */
#define NO_SHARED_KEYS 0x80000000u
/* DICT_KEYS_SERIAL of a dict with DICT_KEYS 0 whose size is not known. */
#define NOT_FOLLOWED UINT32_MAX
/* Keys that there is room for at first. */
#define SPLIT_KEYS 5

/* Whether the version has them. */
bool split_dicts(const struct world *w);
bool split_has_keys(const struct world *w, obj_id class);
/* How many keys there is room for, in all. */
uint32_t split_keys(const struct world *w, obj_id class);

/* Whether DICT, which shares the keys of CLASS, still does with the new KEY. */
bool split_takes_key(struct world *w, obj_id class, obj_id dict, obj_id key);

/* An attribute was stored in DICT, which has thereby a table of its own: CLASS takes
 * its keys over, if nobody else shares those that it has, or has none from now on. */
void split_left(struct world *w, obj_id class, obj_id dict);

/* CLASS has no shared keys any more: an attribute was deleted. */
void split_forget_keys(struct world *w, obj_id class);

#endif
