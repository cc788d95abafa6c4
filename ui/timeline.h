#ifndef GCREFS_TIMELINE_H
#define GCREFS_TIMELINE_H

#include <stdint.h>

#include "gc.h"
#include "machine.h"

struct naming;

/*
 * What is remembered about all steps that were ever executed, when the window
 * of the history has long moved on: where collections and their phases lie.
 */
struct timeline_mark {
	uint64_t step;       /* the step at which it begins */
	enum gc_phase phase; /* GC_PHASE_IDLE: the collection is over */
	uint32_t generation;
};

struct timeline {
	struct timeline_mark *marks; /* in the order of the steps */
	uint32_t count, capacity;
	uint64_t seen; /* all steps up to this one were looked at */
	uint32_t generation;
};

void timeline_free(struct timeline *t);

/* Looks at the steps executed since the last time; NAMES learns them, too. */
void timeline_update(struct timeline *t, const struct machine *m, struct naming *names);

/* The phase that runs after STEP; GC_PHASE_IDLE outside of collections. */
enum gc_phase timeline_phase(const struct timeline *t, uint64_t step);

/* The last mark at or before STEP, or NULL. */
const struct timeline_mark *timeline_at(const struct timeline *t, uint64_t step);

#endif
