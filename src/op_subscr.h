#ifndef GCREFS_OP_SUBSCR_H
#define GCREFS_OP_SUBSCR_H

#include "interp.h"

/* Subscripts, between op_subscr.c and op_slice.c. */

/* Calls the special method NAME of O with A and, if not 0, B; the frame's state is 1
 * then.  Raises when there is none. */
enum flow subscript_special(
	struct world *w, uint32_t f, enum name name, obj_id o, obj_id a, obj_id b);

/* A new slice of three references that it takes over; charged before. */
obj_id slice_object(struct world *w, obj_id start, obj_id stop, obj_id step);

#endif
