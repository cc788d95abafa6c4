#ifndef GCREFS_DEALLOC_PLAIN_H
#define GCREFS_DEALLOC_PLAIN_H

#include "dealloc.h"

/*
 * Inside deallocation: lists and tuples that are nothing else, which most
 * objects of a large heap are.  Their frames have no slots, and when nothing is
 * recorded a whole tree of them is freed without any frame.
 */
enum dealloc_word { DEALLOC_OBJECT, DEALLOC_CURSOR, DEALLOC_WORDS };

/* No finalizer, weak references, attributes. */
static inline bool is_plain(const struct world *w, obj_id o)
{
	uint32_t shape = obj_meta(w, o) & (0xff | OBJECT_HEAP_CLASS);

	return (shape == KIND_LIST || shape == KIND_TUPLE) && !obj_weak(w, o);
}

/* Pushes the FRAME_DEALLOC of O. */
uint32_t dealloc_push(struct world *w, obj_id o);

/* Goes on with a plain object's frame F. */
void dealloc_plain(struct world *w, uint32_t f, obj_id o);

/* Whether O is freed on the spot, without a frame. */
bool dealloc_is_atom(const struct world *w, obj_id o);
void dealloc_free_blocks(struct world *w, obj_id o);

#endif
