#ifndef GCREFS_LEAVE_H
#define GCREFS_LEAVE_H

#include "frame.h"

/*
 * Ends the native frame F: RESULT (owned; 0: REG_EXCEPTION is set) is delivered,
 * then what its slots still hold is dropped, first to last.  The last act of a
 * step.  When something that this step has dropped is still to be deallocated
 * (its frame is on top), that comes first, and F ends at its next turn.
 */
void frame_leave(struct world *w, uint32_t f, obj_id result);

/* The first thing in a turn of F: whether it ends now. */
bool frame_leaves(struct world *w, uint32_t f);

#endif
