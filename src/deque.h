#ifndef GCREFS_DEQUE_H
#define GCREFS_DEQUE_H

#include "heap.h"

/*
 * The items of a collections.deque: a row with room at both ends, so that all four
 * ends of a queue take the same few writes.  What else a deque can do is written in
 * Python (lib/_collections.py).
 *
 * As in CPython (Modules/_collectionsmodule.c) its items are visited and die from the
 * left to the right.
 */

/* Index of the word of item I, 0 <= I <= obj_n() (valid until it grows). */
static inline uint32_t deque_word(const struct world *w, obj_id o, uint32_t i)
{
	return obj_payload(w, o) + DEQUE_HEAD + obj_field(w, o, DEQUE_START) + i;
}

/* Puts VALUE before item AT (obj_n(): at the end); takes the reference over;
 * announces BIND. */
void deque_insert(struct world *w, obj_id o, uint32_t at, obj_id value);
/* Takes item AT out; it becomes the caller's. */
obj_id deque_take(struct world *w, obj_id o, uint32_t at);

/* The maxlen + 1; 0: none. */
void deque_set_limit(struct world *w, obj_id o, uint32_t limit);
uint32_t deque_limit(const struct world *w, obj_id o);

#endif
