#ifndef GCREFS_ARGTUPLE_H
#define GCREFS_ARGTUPLE_H

#include "builtin.h"
#include "passing.h"

/* The tuple of arguments of a function in C, and what else its call makes. */

/* For a call of builtin ID with A.  False: a collection runs first.  *HELD: for
 * pass_release() when the call is over. */
bool pass_arguments_begin(
	struct world *w, uint32_t id, const struct args *a, uint32_t *held);

/* The same for a call of C.__new__ from Python, with the class as first argument
 * (tp_new_wrapper). */
bool pass_new_begin(struct world *w, const struct args *a, uint32_t *held);

/* For a call of the method or slot ID through its class, with COUNT arguments
 * besides the object. */
void pass_descriptor(struct world *w, uint32_t id, uint32_t count);

#endif
