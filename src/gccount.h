#ifndef GCREFS_GCCOUNT_H
#define GCREFS_GCCOUNT_H

#include "heap.h"

/*
 * The collector's counters: how many containers were made since the last
 * collection, and the objects that CPython keeps on free lists instead of
 * giving them back, which do not count (Modules/gcmodule.c, _PyObject_GC_Alloc
 * and PyObject_GC_Del; PyList_MAXFREELIST and its like).
 */
enum free_list {
	FREE_NONE, FREE_LIST_LIST, FREE_LIST_DICT, FREE_LIST_SET, FREE_LIST_FRAME,
	FREE_LIST_METHOD, FREE_LIST_BUILTIN, FREE_LIST_SLICE,
	FREE_LIST_TUPLE		/* + length, from 1 */
};
/* Tuples up to this length come from free lists on every version. */
#define FREE_LIST_TUPLE_MAX 19

/* The free list that an object of this kind and size comes from, when its class
 * is the built-in one. */
enum free_list gc_free_list(const struct world *w, enum kind kind, uint32_t n);

/* Whether instances of TYPE are containers: have list links and are counted.
 * Up to 3.7 an instance without any attribute is none. */
bool type_is_gc(const struct world *w, obj_id type, enum kind kind);
/* Whether O is a container: by its kind or, made by a class statement, by its class. */
bool object_is_gc(const struct world *w, obj_id o);

/* An operation that a collection interrupts is done again from its beginning, and
 * must not account twice.  So every change of the counters has a number within its
 * operation.  Takes the next number; returns whether that change was made before. */
bool gc_accounted(struct world *w);

/* Called when an operation (or a step of a built-in function) begins. */
static inline void gc_begin_account(struct world *w)
{
	if (!reg(w, REG_GC_CHARGES))
		return;
	set_reg(w, REG_GC_CHARGES, 0);
	if (reg(w, REG_GC_PAID))
		set_reg(w, REG_GC_PAID, 0);
}

/* Counts a container that is about to be made; announces COUNT unless it comes
 * from a free list.  Returns whether it was counted.  A collection that becomes
 * due waits for the next operation: see gc_charge(), which does not. */
bool gc_count_new(struct world *w, enum free_list list);

/* Lists that are kept. */
#define GC_LISTS_KEPT 80

/* A container is given back: to its free list, which keeps LIMIT of them, or
 * count[0] -= 1. */
static inline void gc_give_back(struct world *w, enum free_list list, uint32_t limit)
{
	uint32_t kept = reg(w, REG_FREE_LIST + list);
	uint32_t count = reg(w, REG_GC_COUNT);

	if (kept < limit)
		set_reg(w, REG_FREE_LIST + list, kept + 1);
	else if (count)
		set_reg(w, REG_GC_COUNT, count - 1);
}
void gc_discharge(struct world *w, enum free_list list);
/* The same for one of KIND with N items, of the built-in class.  Lists are the most:
 * they go straight. */
static inline void gc_discharge_kind(struct world *w, enum kind kind, uint32_t n)
{
	if (kind == KIND_LIST)
		gc_give_back(w, FREE_LIST_LIST, GC_LISTS_KEPT);
	else
		gc_discharge(w, gc_free_list(w, kind, n));
}
/* The same for object O, which is about to be freed; SIZE: its length. */
void gc_discharge_object(struct world *w, obj_id o, uint32_t size);

/* Sets how many objects a free list has, at most what it can keep. */
void gc_keep_free(struct world *w, enum free_list list, uint32_t n);

/* Empties the free lists, as a full collection does. */
void gc_clear_free_lists(struct world *w);

/* The oldest generation whose count is over its threshold (and, for a full
 * collection, that is worth it); -1: none. */
int gc_oldest_over(const struct world *w);

/* Which generation an automatic collection would take now; -1: none. */
int gc_due(const struct world *w);

#endif
