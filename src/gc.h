#ifndef GCREFS_GC_H
#define GCREFS_GC_H

#include "frame.h"
#include "gccount.h"

/*
 * The cycle collector: CPython's, one step at a time.
 *
 * A collection is a FRAME_GC.  gc_step() does a bit of it: one object (all its
 * references) while history is recorded, many when nobody looks; every single
 * copy of a count, subtraction, decision and move is an event of its own.  The
 * cursor (phase, object) is in words of the frame.
 *
 * Two algorithms, the same result: `cpython` is CPython's own pass
 * (update_refs, subtract_refs, move_unreachable); `five-step` is the textbook
 * form (copy, subtract, keep what has gc_refs > 0 in a new list, then all that
 * this list refers to, then the rest is unreachable).  Where step 4 of
 * five-step ends, one REORDER step puts the survivors in the order in which
 * CPython's pass leaves them, so that the program's future is the same.
 * Source for all phases: CPython, Modules/gcmodule.c, collect() and the
 * functions named in enum gc_phase.
 */
enum gc_algorithm {
	GC_CPYTHON,
	GC_FIVE_STEP
};

enum gc_phase {
#define PHASE(name, function, step) GC_PHASE_##name,
#include "gc_phase.def"
#undef PHASE
	GC_PHASES
};

/* CPython's function for a phase in version-independent spelling, and the
 * number of the five steps that it belongs to (0: none). */
const char *gc_phase_function(enum gc_phase phase);
int gc_phase_step(enum gc_phase phase);

/* Starts a collection of GENERATION (0..2): pushes the frame.  Its result, the
 * number gc.collect() returns, goes to DST as an int object (0: nobody asks).
 * Returns false, pushing nothing, when one is already running. */
bool gc_start(struct world *w, uint32_t generation, bool automatic, uint32_t dst);

/* The same of everything, for nobody, without gc.callbacks: the last one at the exit of
 * 3.x (_PyGC_CollectNoFail). */
bool gc_start_silently(struct world *w);

/* Runs the FRAME_GC on top a bit further. */
void gc_step(struct world *w);		/* FRAME_GC */
void gc_callbacks_step(struct world *w);	/* FRAME_GC_CALLBACKS */

/*
 * Accounting, called by whoever makes or frees containers.
 *
 * gc_charge() is called BEFORE a container is allocated.  It counts it (unless
 * CPython would take it from a free list) and returns false when a collection
 * has to run first: then a FRAME_GC is on top, the caller returns without
 * having changed anything, and is run again afterwards.
 */
bool gc_charge(struct world *w, enum free_list list);

/* 3.12+: a collection that became due waits for the next function entry,
 * backward jump or end of a call, where the interpreter asks.  Returns true when
 * a FRAME_GC was pushed: the caller goes on after it. */
bool gc_breaker(struct world *w);
/* The state of the running collection, for views; phase GC_PHASE_IDLE: none. */
struct gc_state {
	enum gc_phase phase;
	uint32_t generation;
	bool automatic;
	obj_id object;		/* where the cursor is; 0: nowhere */
	uint32_t frame;
};
struct gc_state gc_state(const struct world *w);

#endif
