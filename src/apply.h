#ifndef GCREFS_APPLY_H
#define GCREFS_APPLY_H

#include "special.h"
#include "strbuf.h"

/*
 * Calls whose arguments are spread over a tuple, a dict and the stack: f(*a, **k).
 */

/* Where the parts of such a call are: words of the arena, 0: not there. */
struct spread {
	uint32_t callable;
	uint32_t first, count;	/* positional arguments */
	uint32_t pairs, pair_count; /* keyword, value, keyword, value ... (2.7) */
	uint32_t args;		/* a tuple with more positional arguments */
	uint32_t keywords;	/* a dict with more keyword arguments */
	uint32_t end;		/* behind the last of these words */
};

/* Pushes a frame (hidden function `apply`) that calls it; the result comes to DST.
 * It takes over the callable and what is on the stack one by one; tuple and dict
 * stay.  Returns false when it raised, or a collection runs first: nothing was
 * changed. */
bool apply_push(struct world *w, const struct spread *s, uint32_t dst);

/* Pushes a frame that calls CALLABLE with SELF (0: none) and the arguments A, which stay
 * where they are. */
void apply_push_copy(struct world *w, obj_id callable, obj_id self, const struct args *a,
	uint32_t dst);

/* The callable as messages about its arguments name it: "f()", "A object", from
 * 3.9 "__main__.f()". */
void callable_text(const struct world *w, obj_id callable, struct strbuf *out);

/* "f() argument after * must be an iterable, not int". */
void raise_not_spreadable(struct world *w, obj_id callable, obj_id v, const char *stars,
	const char *what);

/* Whether all keys of FROM are texts and none is in INTO (0: no such dict); else
 * raises the TypeError. */
bool keywords_fit(struct world *w, obj_id callable, obj_id into, obj_id from);

/* Whether O is a dict or an instance that has keys(): what ** takes. */
bool is_mapping(const struct world *w, obj_id o);

#endif
