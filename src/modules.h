#ifndef GCREFS_MODULES_H
#define GCREFS_MODULES_H

#include "heap.h"

/* Modules that exist when a program starts. */

/* builtins, gc, sys, weakref: their dicts with functions, types, constants. */
void modules_build(struct world *w);

/* What the program can change or see die: __main__'s dict, sys.modules,
 * gc.garbage, gc.callbacks. */
void modules_mortal(struct world *w, const char *file_name);

#endif
