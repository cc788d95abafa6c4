#ifndef GCREFS_HANDLED_H
#define GCREFS_HANDLED_H

#include "frame.h"

/*
 * The exception that is being handled: sys.exc_info(), a bare raise, __context__.
 *
 * 3.x: one for each handler that is open, the one before on the operand stack; a
 * generator has its own, and what its caller handles is put aside in its frame.
 * 2.7: a function has one from its first handler to its end (set_exc_info,
 * reset_exc_info); the traceback is no part of the exception, but of the state of
 * being raised (then it is in the exception's field all the same) or handled.
 */

/* Borrowed; 0: none. */
obj_id handled_exception(const struct world *w);
/* Its traceback; 0: none. */
obj_id handled_traceback(const struct world *w);

/* A handler begins in FRAME_PYTHON F: EXCEPTION, which is on its stack, is handled.
 * Returns what goes on the stack below (owned): what was handled before; 2.7: the
 * traceback.  FINALLY: 2.7 does not count it as handled.  What must be dropped is
 * put into LIST. */
struct owned;
#define HANDLED_DROPS 5
obj_id handled_enter(struct world *w, uint32_t f, obj_id exception, bool finally,
	struct owned *list);

/* The handler ends; PREVIOUS (owned) is what handled_enter() returned.  What must be
 * dropped is put into LIST (one). */
void handled_leave(struct world *w, obj_id previous, struct owned *list);

/* 2.7: F ends: what was handled before it is handled again.  False: something runs
 * first, call again. */
bool handled_restore(struct world *w, uint32_t f);

/* 2.7: nothing is handled any more (sys.exc_clear). */
void handled_forget(struct world *w, struct owned *list);

/* 2.7: a traceback that was taken out of EXCEPTION goes back (borrowed; 0 or None:
 * there is none), because it is raised again. */
void handled_reraise(struct world *w, obj_id exception, obj_id traceback);

#endif
