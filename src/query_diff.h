#ifndef GCREFS_QUERY_DIFF_H
#define GCREFS_QUERY_DIFF_H

#include "machine.h"
#include "query.h"

/*
 * The difference between two steps: objects made and freed, references that are
 * new, gone or lead elsewhere, refcounts, states and collector lists that changed.
 * Objects are those that the program made, plain values aside; references those
 * that such objects, names and frames hold.
 */
enum diff_kind {
	DIFF_MADE,
	DIFF_FREED,
	DIFF_REFERENCE, /* was NULL: new; now NULL: gone */
	DIFF_COUNT,
	DIFF_STATE,
	DIFF_LIST,
	DIFF_KINDS
};

struct diff_entry {
	enum diff_kind kind;
	uint32_t serial; /* of the object; of a reference: what it leads to (led to) */
	char *subject;   /* name of the object; place of the reference */
	char *was, *now; /* NULL: nothing */
};

struct query_diff {
	uint64_t from, to;
	int from_line, to_line;      /* 0: none */
	uint32_t made_in_all;        /* objects, also those that are gone again */
	struct diff_entry *entries;  /* by kind, then by serial or place */
	uint32_t count;
};

/* Goes to both steps and back to where M was; MACHINE_MOVED, or why that did not
 * work (the diff is empty then).  To be freed. */
enum machine_result query_diff_init(struct query_diff *d, struct machine *m,
	uint32_t first_serial, uint64_t from, uint64_t to,
	const struct machine_poll *poll);
void query_diff_free(struct query_diff *d);

#endif
