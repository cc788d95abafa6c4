#ifndef GCREFS_PASSING_H
#define GCREFS_PASSING_H

#include "builtin.h"

/*
 * Containers that CPython makes for the time of one call: the tuple of arguments
 * of a function in C, the dict of its keywords, the bound method through which a
 * special method is called, the frame.  Nobody ever sees them, but the first one
 * of its size is counted, and is kept for the next (gccount.h).
 *
 * None of these calls starts a collection: the next container that is made does.
 */

/* For a call of builtin ID with A that is over. */
void pass_arguments(struct world *w, uint32_t id, const struct args *a);
/* For one that goes on in a frame: returns the length of the tuple, 0: there is none;
 * and when the frame ends. */
uint32_t pass_arguments_begin(struct world *w, uint32_t id, const struct args *a);
void pass_arguments_end(struct world *w, uint32_t length);

/* For a special method called by the interpreter: with COUNT arguments besides the
 * object. */
void pass_special(struct world *w, uint32_t count);

/* For the __init__ of a class that was called with COUNT arguments. */
void pass_init(struct world *w, uint32_t count);

/* Up to 3.10: the frame of CODE, when it is called and when it ends.  A code object
 * keeps its last frame for the next call; others go to a free list. */
void pass_frame(struct world *w, obj_id code);
void pass_frame_end(struct world *w, obj_id code);

#endif
