#ifndef GCREFS_LEAVE_H
#define GCREFS_LEAVE_H

#include "frame.h"

/* Ends the native frame F, which is on top: RESULT (owned; 0: REG_EXCEPTION is
 * set) is delivered, then what its slots still hold is dropped, first to last.
 * The last act of a step. */
void frame_leave(struct world *w, uint32_t f, obj_id result);

#endif
