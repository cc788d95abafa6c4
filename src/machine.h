#ifndef GCREFS_MACHINE_H
#define GCREFS_MACHINE_H

#include <stddef.h>

#include "diag.h"
#include "gc.h"
#include "pyversion.h"

/*
 * A program under way, and time: the only place where interpreter, collector,
 * deallocation and history meet.
 *
 * A machine is at a step: the state after that many events, from step 0
 * (before the first operation) to the end of the program.  The same program,
 * version and options give the same numbers on every machine, for ever.
 * Everything is deterministic, so every step can be reached again: within the
 * window of the history at once, before it by executing from step 0.
 */
struct machine;
struct insertions;

struct machine_options {
	struct py_version version;
	enum gc_algorithm algorithm;
	int64_t threshold[3];	/* -1: the version's own */
	uint64_t max_steps;	/* 0: no limit */
	uint64_t max_memory;	/* bytes of simulated memory; 0: 1 GiB */
	bool recording;		/* keep history; false: run only (machine_run) */
	const struct insertions *insertions; /* statements to insert (insertion.h), borrowed;
				   NULL: none */
	uint64_t window;	/* steps the history window holds; 0: 1 Mi */
};

/* Options for VERSION: cpython algorithm, its thresholds, no limit, recording. */
struct machine_options machine_options(struct py_version version);

/* A machine at step 0 of the program.  UNIT (borrowed) was compiled for the
 * same version.  Returns NULL with a message in D when the system refuses the
 * memory. */
struct machine *machine_new(const struct unit *unit, const struct machine_options *options,
	struct diag *d);
void machine_free(struct machine *m);
const struct machine_options *machine_options_of(const struct machine *m);

/* How far one step goes. */
enum grain {
	GRAIN_MICRO,		/* one event */
	GRAIN_STEP,		/* to the next event that concerns something shown */
	GRAIN_OPERATION,	/* one operation of the interpreter, turn of the collector */
	GRAIN_LINE,		/* to the next line of source */
	GRAIN_PHASE,		/* to the next phase of a collection */
	GRAIN_GC,		/* to the next start or end of a collection */
	GRAIN_PROGRAM
};

enum machine_result {
	MACHINE_MOVED,		/* there */
	MACHINE_AT_START,	/* moved to step 0, or was there: nothing before it */
	MACHINE_AT_END,		/* moved to the end, or was there: nothing after it */
	MACHINE_LIMIT,		/* max_steps reached; every step before it stays */
	MACHINE_CANCELLED	/* the caller's poll said so; at a step on the way */
};

/* Asked now and then during long moves (at least every 10 ms or so): the step
 * reached, and the one aimed at (UINT64_MAX: unknown).  Returns false to
 * cancel.  `poll` NULL: never cancelled. */
struct machine_poll {
	bool (*poll)(void *context, uint64_t step, uint64_t target);
	void *context;
};

enum machine_result machine_forward(struct machine *m, enum grain grain,
	const struct machine_poll *poll);
enum machine_result machine_backward(struct machine *m, enum grain grain,
	const struct machine_poll *poll);

/* Goes to a step; past the end: to the end. */
enum machine_result machine_seek(struct machine *m, uint64_t step,
	const struct machine_poll *poll);

/* Runs to the end without keeping history (recording off), the fastest way. */
enum machine_result machine_run(struct machine *m, const struct machine_poll *poll);

/* The step it is at, the last one that was ever executed, and whether that is
 * the end of the program. */
uint64_t machine_position(const struct machine *m);
uint64_t machine_frontier(const struct machine *m);
bool machine_end_known(const struct machine *m);

/* The event that led to the present step (EV_START at step 0). */
struct event machine_event(const struct machine *m);

/* The event of another step in the window; EV_NONE outside of it. */
struct event machine_event_at(const struct machine *m, uint64_t step);

/* The words of the world that may differ between step SINCE and the present one: their
 * indices, some more than once, in WORDS, *COUNT of them.  False: they are more than
 * ROOM, or SINCE is not in the window. */
bool machine_changes(const struct machine *m, uint64_t since, uint32_t *words,
	uint32_t room, uint32_t *count);

/* Whether an event concerns something shown (GRAIN_STEP stops there): all but
 * temporaries of the operand stack and bookkeeping. */
bool event_is_shown(const struct event *e);

/* The state, for reading. */
const struct world *machine_world(const struct machine *m);
uint64_t machine_hash(const struct machine *m);

/* What the program has printed so far, both streams (1, 2) in the order they
 * were printed, piece by piece, through a cursor that starts at 0; returns
 * false at the end.  Borrowed until the next move. */
bool machine_output_piece(const struct machine *m, size_t *cursor, int *stream,
	const char **bytes, size_t *length);

/* The program's exit status; valid at the end. */
int machine_exit_status(const struct machine *m);

#endif
