#ifndef GCREFS_INSERTION_H
#define GCREFS_INSERTION_H

#include "code.h"
#include "world.h"

/*
 * Statements that the program does not have: what would happen if it did.
 *
 * Each runs before the first line of source that begins at or after its step, in the
 * scope of the frame that the line is in, as if it stood there.  In a function it runs
 * with the dict that locals() gives; what it has bound there or deleted, the function's
 * variables are then (as PyFrame_LocalsToFast() of up to 3.12 would make them), if it
 * has not raised an exception.  Other names end with it.  Their code objects are made
 * before step 0 and never die.
 */
enum {
	INSERTION_LIMIT = 8
};

struct insertion {
	uint64_t step;
	const struct code *code; /* in the world's unit */
};

struct insertions {
	struct insertion at[INSERTION_LIMIT]; /* in the order in which they run */
	uint32_t count;
};

/* Makes their code objects, while the world is built. */
void insertion_boot(struct world *w);

/* Whether one is to run before the line that is about to begin. */
static inline bool insertion_is_due(const struct world *w)
{
	const struct insertions *all = w->insertions;
	uint32_t done;

	if (!all)
		return false;
	done = reg(w, REG_INSERTED_DONE);
	return done < all->count && w->step >= all->at[done].step;
}

/* Pushes a FRAME_INSERTION and the statement's frame above F, the running one, which
 * stays where it is; or, when a collection has to come first, that one's. */
void insertion_push(struct world *w, uint32_t f);

/* Run by the machine when a FRAME_INSERTION is on top. */
void insertion_step(struct world *w);

/* Whether one is running, or its consequences are. */
bool insertion_is_running(const struct world *w);

#endif
