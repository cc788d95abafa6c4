#ifndef GCREFS_RECURSION_H
#define GCREFS_RECURSION_H

#include <stdbool.h>

#include "world.h"

/*
 * The recursion limit.  CPython counts calls of Python functions and some of its
 * own C functions, up to 3.11 together, from 3.12 on apart (the C ones against a
 * limit that was compiled in).  Which ones is in recursion.def, a letter for each
 * level; it says what the error's message ends with, too:
 *
 *	C	" while calling a Python object"
 *	R, S	" while getting the repr of an object", "... str ..."
 *	M	" in comparison" (2.7: " in cmp")
 *	I, U	" in __instancecheck__", " in __subclasscheck__"
 *	E	an evaluation that C code starts, two levels (3.12)
 *	P	a Python function that nobody sees (3.13: around __init__)
 *
 * A frame leaves the levels that it holds when it ends (FRAME_LEVELS).
 *
 * Source: Include/internal/pycore_ceval.h, and all that calls
 * Py_EnterRecursiveCall() and its successors.
 */
enum level_path {
#define LEVELS(path, ...) LEVELS_##path,
#include "recursion.def"
#undef LEVELS
	LEVEL_PATHS
};

/* Enters the levels of PATH; *levels is for recursion_leave() or recursion_hold().
 * Too many: RecursionError (2.7: RuntimeError), false.  HOT: the instruction has
 * been specialised. */
bool recursion_enter(
	struct world *w, enum level_path path, bool hot, uint32_t *levels);
void recursion_leave(struct world *w, uint32_t levels);
/* Frame F leaves LEVELS, too, when it ends. */
void recursion_hold(struct world *w, uint32_t f, uint32_t levels);
/* Enters PATH and leaves the levels to what has been pushed since TOP was the running
 * frame; when nothing was, they are left at once. */
void recursion_settle(struct world *w, uint32_t top, uint32_t levels);
/* Whether PATH can be entered; raises. */
bool recursion_check(struct world *w, enum level_path path, bool hot);
/* The same for COUNT levels that are entered one in the other. */
bool recursion_check_nested(struct world *w, enum level_path path, uint32_t count);

/* How many levels of C code can be entered now. */
uint32_t recursion_room(const struct world *w);

/* Whether one more Python function may be called; raises, also MemoryError when the
 * stack is as large as it may be. */
bool recursion_call(struct world *w);

/* Whether the instructions of the code that FRAME_PYTHON F runs have been specialised:
 * it has been called some times (3.11 and later). */
bool recursion_is_hot(const struct world *w, uint32_t f);

#endif
