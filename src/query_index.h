#ifndef GCREFS_QUERY_INDEX_H
#define GCREFS_QUERY_INDEX_H

#include "query.h"

/*
 * All references of one state, both ways: who refers to an object, and what it
 * refers to.  The graph that the questions of query_path.h and query_loss.h walk.
 *
 * References are numbered in the order of query_reference().  Those of the
 * interpreter and of frames come first: they are the roots, together with the
 * objects that the operation under way holds (QUERY_HELD).  Making it takes time
 * and memory (60 bytes a reference) in proportion to the heap.
 */
struct query_index {
	const struct query *q; /* borrowed */
	struct reference *refs;
	uint32_t count;
	uint32_t roots;      /* refs[0] to refs[roots - 1] are not of objects */
	uint32_t *first_out; /* [slots + 1] refs from object o: first_out[o] up to
				first_out[o + 1] */
	uint32_t *first_in;  /* [slots + 1] the same into `in` for refs to o */
	uint32_t *in;        /* numbers of references */
};

/* Q must outlive it.  To be freed. */
void query_index_init(struct query_index *x, const struct query *q);
void query_index_free(struct query_index *x);

/* Whether reference I counts as one from outside: not gc.garbage's own. */
bool query_index_is_root(const struct query_index *x, uint32_t i);

/*
 * The cycles: the strongly connected components (Tarjan 1972, with a stack of
 * its own instead of recursion).  `of` numbers the component of each object from 1
 * on, 0 for free slots; `size` has the objects in it, and is 0 for an object alone
 * that does not refer to itself: it is in no cycle.
 */
struct query_components {
	uint32_t *of;   /* [slots] */
	uint32_t *size; /* [count + 1] */
	uint32_t count;
};

void query_components_init(struct query_components *c, const struct query_index *x);
void query_components_free(struct query_components *c);

/* How many objects are in the cycles through O; 0: it is in none. */
uint32_t query_cycle_size(const struct query_components *c, obj_id o);

#endif
