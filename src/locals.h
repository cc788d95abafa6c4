#ifndef GCREFS_LOCALS_H
#define GCREFS_LOCALS_H

#include "frame.h"

/*
 * What locals() gives in FRAME_PYTHON F: the names dict of a module or class
 * body; in a function a dict of its variables as they are now.  Up to 3.12 the
 * frame keeps that dict and fills it again (PyFrame_FastToLocals), later it is a
 * new one each time (PEP 667).
 *
 * New reference, or RESULT_AGAIN.  References that the dict gives up are dropped.
 */
obj_id frame_locals(struct world *w, uint32_t f);

/* The same for frame object O, whose frame runs, is a suspended generator's, or has
 * ended: its f_locals. */
obj_id frame_object_locals(struct world *w, obj_id o);

/* The innermost FRAME_PYTHON: the caller of a built-in function. */
uint32_t frame_of_caller(const struct world *w);

#endif
