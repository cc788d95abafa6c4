#ifndef GCREFS_MODULES_H
#define GCREFS_MODULES_H

#include <stdbool.h>

#include "heap.h"
#include "pyversion.h"

/* Modules that exist when a program starts. */

/* builtins, gc, sys, weakref: their dicts with functions, types, constants. */
void modules_build(struct world *w);

/* A new module of the library, without its contents; returns its dict (borrowed). */
obj_id modules_add(struct world *w, const char *name, const char *file_name);

/* What the program can change or see die: __main__'s dict, sys.modules,
 * gc.garbage, gc.callbacks. */
void modules_mortal(struct world *w, const char *file_name);

/* Whether builtins has NAME in version V. */
bool modules_have_builtin(struct py_version v, const char *name);

#endif
