#ifndef GCREFS_NARRATE_H
#define GCREFS_NARRATE_H

#include "naming.h"

/*
 * Events as English.  One sentence of plain text without a newline, with the
 * numbers: "Node #7.next refers to Node #8: gc_refs of Node #8 2 -> 1 (step 2,
 * subtract_refs)".  Names in it are the program's own: show them through the
 * canvas or wtext.h, which make them safe.
 */
struct narrator {
	const struct query *q; /* the state after the event, or a later one */
	enum gc_phase phase;   /* that of the event */
	struct naming *names;
};

void narrate(const struct narrator *n, const struct event *e, struct strbuf *out);

/* What it means: two to four lines' worth of text about the event's kind, or
 * about the phase when a collection runs; "" when there is nothing to add. */
const char *narrate_explanation(const struct narrator *n, const struct event *e);

/* A phase in a few words: "copy every refcount to gc_refs". */
const char *narrate_phase(enum gc_phase phase);

/* "step 2, subtract_refs"; "gc_list_merge" before and after the five steps; ""
 * when no collection runs.  V: the version whose function names count. */
void narrate_phase_label(
	const struct query *q, enum gc_phase phase, struct strbuf *out);

/* The name CPython's function for PHASE has in the version that runs. */
const char *narrate_function(const struct query *q, enum gc_phase phase);

#endif
