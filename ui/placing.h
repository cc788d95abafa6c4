#ifndef GCREFS_PLACING_H
#define GCREFS_PLACING_H

#include <stdint.h>

#include "layout.h"

/*
 * Where the boxes of the graph are at each step.
 *
 * A step keeps the layout in which it was shown first; a new step's layout
 * follows from that of the nearest step before it (or after it, when there is
 * none before).  So nothing moves that did not have to, and a step looks the
 * same when it is seen again, in whatever direction.
 */
struct placing;

struct placing *placing_new(void);
void placing_free(struct placing *p);
/* Forgets all layouts: the next picture is drawn as well as can be. */
void placing_reset(struct placing *p);

/* The level of detail at STEP: that of the layout it follows, or WANTED when
 * that is higher (less detail), so that it does not go to and fro. */
int placing_level(const struct placing *p, uint64_t step, int wanted);

/* The layout of STEP, whose graph is G, in the level from placing_level().
 * Borrowed until the next call. */
const struct layout *placing_at(struct placing *p, uint64_t step, int level,
	const struct graph *g, struct layout_options options);

/* Takes the layout of STEP back: it is too large, and less detail is wanted. */
void placing_withdraw(struct placing *p, uint64_t step);

/* The layout that STEP has already, or NULL. */
const struct layout *placing_find(const struct placing *p, uint64_t step);

/* The layout that STEP has or would follow; NULL: there is none. */
const struct layout *placing_base(const struct placing *p, uint64_t step);

#endif
