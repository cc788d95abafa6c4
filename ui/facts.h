#ifndef GCREFS_FACTS_H
#define GCREFS_FACTS_H

#include <stddef.h>

#include "machine.h"

/*
 * What somebody can observe of a whole run, in order, as texts that mean the same in
 * every version of Python: lines that were printed, what collections found, objects of
 * the program's classes that were finalized, saved and freed.  An object is named by its
 * class and which one of it it is ("Node 3"), since numbers differ between versions.
 */
struct fact {
	char *text; /* owned */
	uint64_t step;
	int line; /* 0: the program has ended, the interpreter takes down what is left */
};

struct facts {
	struct fact *items;
	size_t count, capacity;
	enum machine_result end; /* MACHINE_LIMIT: it was stopped */
};

/* Runs M, which records and is at its start, to its end.  To be freed. */
void facts_collect(struct facts *f, struct machine *m);
void facts_free(struct facts *f);

#endif
