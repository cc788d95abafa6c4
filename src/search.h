#ifndef GCREFS_SEARCH_H
#define GCREFS_SEARCH_H

#include "special.h"

/* Looking for a value among the items of any iterable, in a FRAME_BUILTIN: for
 * `in`, list.index() and their kin. */
enum search {
	SEARCH_FOUND,
	SEARCH_END,
	SEARCH_WAIT, /* call again */
	SEARCH_RAISED
};

/* Looks on from the present index, which it uses the frame's state, two own slots
 * and an own word for.  END: index to stop before.  VALUE_FIRST: which side of ==
 * the value is on. */
enum search search_step(struct world *w, uint32_t f, obj_id container, obj_id value,
	uint32_t end, bool value_first);
uint32_t search_index(const struct world *w, uint32_t f);
void search_go_on(struct world *w, uint32_t f); /* after FOUND: with the next item */
void search_from(struct world *w, uint32_t f, uint32_t index);

/* Before 3.9 `in` had the value on the left of ==. */
bool needle_first(const struct world *w);

/* The hidden function `contains`. */
void contains_step(struct world *w, uint32_t f);

#endif
