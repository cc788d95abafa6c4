#ifndef GCREFS_EXIT_H
#define GCREFS_EXIT_H

#include "frame.h"

/*
 * The end of the interpreter: the FRAME_EXIT at the bottom of the stack runs
 * when the program has ended: an uncaught exception is printed, then what
 * Py_Finalize does with the program's objects, in its order per version.
 * Source: CPython, Python/pythonrun.c, Py_Finalize, PyImport_Cleanup (2.7);
 * Python/pylifecycle.c, finalize_modules (3.x).
 */
void exit_push(struct world *w);
void exit_step(struct world *w);

#endif
