#ifndef GCREFS_BENCH_H
#define GCREFS_BENCH_H

#include "gc.h"
#include "pyversion.h"
#include "synth.h"

/*
 * The speed of a full collection: builds a synthetic heap in a world of its own
 * and collects it, nothing recorded.  Times are processor time, in seconds.
 */
struct bench {
	double build;
	double first;      /* the collection after it was built */
	double again;      /* another one, of what survived */
	double last;       /* and one after the held list was let go */
	uint32_t found[3]; /* what the three returned */
	uint64_t steps;    /* events of the first */
};

/* Returns false when the system refuses the memory. */
bool bench_run(enum synth_shape shape, uint32_t n, struct py_version version,
	enum gc_algorithm algorithm, struct bench *b);

#endif
