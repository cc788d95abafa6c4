#ifndef GCREFS_QUERY_DUE_H
#define GCREFS_QUERY_DUE_H

#include <stdbool.h>

#include "world.h"

/*
 * Why a collection starts by itself now, or does not: the rules of gc_due()
 * (CPython: Modules/gcmodule.c, _PyObject_GC_Alloc and gc_collect_generations;
 * 3.12+ also Python/ceval_gil.c) with every number that goes into them.
 *
 * A container that is made counts in count[0]; when that is then above
 * threshold[0], the oldest generation whose count is above its threshold is
 * collected, with all younger ones.  A full collection also waits until what
 * has survived collections of generation 1 since the last full one is at least a
 * quarter of what survived that.
 */
enum query_verdict {
	DUE_RUNNING,        /* one is running now */
	DUE_WAITING,        /* 3.12+: due, and waits for the eval breaker */
	DUE_DISABLED,       /* gc.disable() */
	DUE_ZERO_THRESHOLD, /* threshold[0] is 0 */
	DUE_BELOW,          /* count[0] is not above threshold[0] */
	DUE_EXCEPTION,      /* due, but an exception is being raised */
	DUE_NOW             /* with the next container that counts */
};

struct query_due {
	enum query_verdict verdict;
	uint32_t count[3], threshold[3];
	bool over[3];         /* count above threshold */
	uint32_t missing;     /* BELOW: containers to be made until one starts */
	int generation;       /* it would take, from the counts as they are; -1: none */
	uint32_t pending;     /* survivors of generation 1 since the last full one */
	uint32_t total;       /* survivors of the last full one */
	bool quarter_reached; /* the 25 % rule allows a full collection */
	bool at_breaker;      /* of this version: not in the middle of an operation */
};

struct query_due query_due(const struct world *w);

#endif
