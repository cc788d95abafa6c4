#ifndef GCREFS_BUILTIN_LIST_H
#define GCREFS_BUILTIN_LIST_H

#include "special.h"

/* What the methods of list and of other containers share. */

/* An int argument, cut to 64 bits; raises TypeError and returns false. */
bool integer_argument(struct world *w, obj_id o, int64_t *value);

/* Appends the items of OTHER: OBJ_NONE, 0 (raised), RESULT_AGAIN, or RESULT_STEP
 * when it must be iterated over in frames. */
obj_id list_extend_plain(struct world *w, obj_id list, obj_id other);

/* Whether there is at most one argument (KEYWORD: its name in 2.7 and 3.6). */
bool one_argument(
	struct world *w, const struct args *a, const char *name, const char *keyword);

/* Sorts LIST in a frame of its own; its result, None, goes to DST. */
struct sort_options {
	obj_id key, cmp; /* functions; 0: none */
	bool reverse;
};
void sort_push(
	struct world *w, obj_id list, const struct sort_options *o, uint32_t dst);

/* list.count(), of any iterable. */
void list_count(struct world *w, uint32_t f);

#endif
