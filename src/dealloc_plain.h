#ifndef GCREFS_DEALLOC_PLAIN_H
#define GCREFS_DEALLOC_PLAIN_H

#include "dealloc.h"
#include "gccount.h"

/*
 * Inside deallocation: lists and tuples that are nothing else, which most
 * objects of a large heap are.  Their frames have no slots, and when nothing is
 * recorded a whole tree of them is freed without any frame.
 */
enum dealloc_word { DEALLOC_OBJECT, DEALLOC_CURSOR, DEALLOC_WORDS };

/* No finalizer, weak references, attributes. */
static inline bool is_plain(const struct world *w, obj_id o)
{
	uint32_t shape = obj_meta(w, o) &
		(0xff | OBJECT_HEAP_CLASS | OBJECT_UNMADE | OBJECT_WEAKREFED);

	return shape == KIND_LIST || shape == KIND_TUPLE;
}

/* Index of the word of its first item. */
static inline uint32_t plain_items(const struct world *w, obj_id o)
{
	return obj_payload(w, o) + (obj_kind(w, o) == KIND_LIST ? LIST_HEAD : 0);
}

/* The end of a plain object: its references are gone, and it is no longer
 * tracked. */
static inline void plain_free(struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);
	uint32_t block = obj_payload(w, o);
	uint32_t n = obj_n(w, o);

	if (block)
		block_free(w, block,
			kind == KIND_LIST ? LIST_HEAD + word(w, block + LIST_CAPACITY) : n);
	set_obj_payload(w, o, 0);
	gc_discharge_kind(w, kind, n);
	obj_free(w, o);
}

/* Pushes the FRAME_DEALLOC of O. */
uint32_t dealloc_push(struct world *w, obj_id o);

/* Goes on with a plain object's frame F. */
void dealloc_plain(struct world *w, uint32_t f, obj_id o);

/*
 * Where taking apart a tree of plain objects stopped because something needs a
 * frame: the objects that were being taken apart, each found in the next.
 */
struct tree_stop {
	obj_id object;	/* its last reference is to be dropped; 0: none is */
	obj_id holder;	/* what it was found in; 0: nothing */
	bool emptying;	/* the trashcan is being emptied, above ... */
	obj_id below;	/* ... this; 0: nothing */
};

/* Drops a reference to O, and frees the plain objects that die with it.  Returns
 * whether that was all; if not, the caller hands STOP to tree_go_on() as its last
 * act.  Only while nothing is recorded. */
bool tree_drop(struct world *w, obj_id o, struct tree_stop *stop);
/* Drops a reference to O if that is not the last one; returns whether it did.  Only
 * while nothing is recorded. */
static inline bool drop_kept(struct world *w, obj_id o)
{
	uint32_t rc = obj_rc(w, o);

	if (rc == 1)
		return false;
	w->step++;
	if (rc != RC_IMMORTAL)
		set_word(w, BASE_RC + o, rc - 1);
	return true;
}

/* Goes on with frames. */
void tree_go_on(struct world *w, const struct tree_stop *stop);

/* Whether O is freed on the spot, without a frame. */
bool dealloc_is_atom(const struct world *w, obj_id o);
void dealloc_free_blocks(struct world *w, obj_id o);

#endif
