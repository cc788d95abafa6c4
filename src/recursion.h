#ifndef GCREFS_RECURSION_H
#define GCREFS_RECURSION_H

#include <stdbool.h>

#include "world.h"

/*
 * The recursion limit.  CPython counts calls of Python functions and some of its
 * own C functions, up to 3.11 together, from 3.12 apart (the C ones against a
 * limit that was compiled in).  Source: Include/internal/pycore_ceval.h and,
 * for the numbers of levels, measured with nested lists and __repr__ methods.
 */

/* Levels of C recursion of one repr(): of a container, or (CALLS) of an object
 * whose method is called. */
uint32_t recursion_units(const struct world *w, bool calls);

/* Enters UNITS levels; raises RecursionError (2.7: RuntimeError) and returns false
 * when they are too many, MemoryError when the stack is.  WHERE: the end of the message for the first one. */
bool recursion_enter(struct world *w, uint32_t units, const char *where);
void recursion_leave(struct world *w, uint32_t units);

/* Whether one more Python function may be called; raises, also MemoryError when the
 * stack is as large as it may be. */
bool recursion_call(struct world *w);

#endif
