#ifndef GCREFS_LIST_ROWS_H
#define GCREFS_LIST_ROWS_H

#include "scene.h"

/*
 * The collector's lists as rows, in their order: a heading for each list that has
 * something to show, then its containers.  Working lists come first while a
 * collection uses them, then the generations, the frozen ones, and containers that
 * are in no list.  Those that the interpreter made are only counted, in one row for
 * all that stand together.  Making them walks the lists once.
 */
struct list_row {
	enum gc_list list; /* 0: not tracked */
	obj_id object;     /* 0: heading of the list, or `length` hidden ones */
	uint32_t length;
	bool hidden;
};

struct list_rows {
	struct list_row *at;
	int count, capacity;
	int selected;     /* -1: not among them */
	uint32_t *row_of; /* [slots] row of each object, + 1; 0: in none */
};

/* To be freed. */
struct list_rows list_rows_collect(const struct scene *s);
void list_rows_free(struct list_rows *r);

static inline bool list_is_generation(enum gc_list list)
{
	return list >= GC_GENERATION_0 && list <= GC_GENERATION_2;
}

#endif
