#ifndef GCREFS_GENERATOR_STATE_H
#define GCREFS_GENERATOR_STATE_H

#include "heap.h"

/* What can be said about a generator without running it: see generator.h. */

enum generator_state {
	GENERATOR_CREATED,
	GENERATOR_SUSPENDED,
	GENERATOR_RUNS,
	GENERATOR_FINISHED
};

static inline enum generator_state generator_state(const struct world *w, obj_id g)
{
	obj_id frame = obj_field(w, g, GENERATOR_FRAME);

	if (frame && obj_field(w, frame, FRAME_OBJECT_CLEARED))
		return GENERATOR_FINISHED;
	return (enum generator_state)obj_field(w, g, GENERATOR_STATE);
}

/* The function that ends O, a generator that is not finished, when it dies or is
 * found to be garbage (its method close); 0: there is nothing to do. */
obj_id generator_closer(const struct world *w, obj_id g);

/* Whether it is suspended within try or with: uncollectable (2.7). */
bool generator_in_block(const struct world *w, obj_id g);

#endif
