#ifndef GCREFS_SETOPS_H
#define GCREFS_SETOPS_H

#include "builtin.h"

/* The operators | & - ^ (enum binary) of two sets, as a new set: RESULT_AGAIN,
 * or RESULT_STEP when keys must be compared by Python code. */
obj_id set_operate(struct world *w, int op, obj_id a, obj_id b);

#endif
