#ifndef GCREFS_ITERATE_H
#define GCREFS_ITERATE_H

#include "special.h"

/* Iterator objects (KIND_ITERATOR), between iterate.c, iterator.c (those whose
 * next item is C code) and iterate_step.c (the others, in frames). */

/* A new iterator of TYPE; holds SOURCE and FUNCTION (0: none), takes EXTRA over;
 * charged by the caller unless it is a range iterator, which is no container. */
obj_id iterator_new(struct world *w, enum builtin_type type, obj_id source,
	obj_id function, obj_id extra);

/* Inputs of a zip() that are followed in C. */
#define REUSED_MAX 20

/* A new tuple of COUNT Nones, which enumerate() and its like give out again and
 * again as long as nobody keeps it; counted, without starting a collection. */
obj_id reused_tuple(struct world *w, uint32_t count);

/* Position of an iterator: 64 bits. */
int64_t iterator_position(const struct world *w, obj_id it);
void set_iterator_position(struct world *w, obj_id it, int64_t position);

/* An iterator over the keys, values or items of a dict; first charge. */
obj_id dict_iterator_new(struct world *w, enum builtin_type type, obj_id dict);
obj_id range_iterator_new(struct world *w, obj_id range, bool reversed);

/* Whether the next item needs no Python code. */
bool iterates_plainly(const struct world *w, obj_id it);
/* Whether all of O, an iterable, can be iterated over without Python code. */
bool iterable_plainly(const struct world *w, obj_id o);

/* Whether O can be iterated over at all. */
bool is_iterable(const struct world *w, obj_id o);

/* Whether all of O can be iterated over without Python code, and nothing but the
 * iterator is allocated. */
bool iterable_quietly(const struct world *w, obj_id o);

/* The next item of an iterator that iterates plainly: OUT_VALUE (0: the end),
 * OUT_AGAIN, OUT_ERROR. */
enum outcome next_plain(struct world *w, obj_id it, obj_id *result);

/* How many iterators enumerate, zip, map and filter take from; the I-th. */
uint32_t iterator_inputs(const struct world *w, obj_id it);
obj_id iterator_input(const struct world *w, obj_id it, uint32_t i);

/* COUNT items in words of the arena as the tuple that IT gives out; the words are
 * moved.  The caller has charged for a new one when tuple_in_use(). */
bool tuple_in_use(const struct world *w, obj_id it);
obj_id tuple_again(struct world *w, obj_id it, const obj_id *items, uint32_t count);

/* Raises the TypeError of what is not iterable; returns 0. */
obj_id not_iterable(struct world *w, obj_id o);

#endif
