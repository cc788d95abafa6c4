#ifndef GCREFS_CALL_PATH_H
#define GCREFS_CALL_PATH_H

#include "builtin.h"
#include "recursion.h"

/* Which levels of recursion (recursion.h) CPython counts for a call. */

/* Those of what is called, CALLABLE, unless it is a Python function or method. */
enum level_path call_path(const struct world *w, obj_id callable, const struct args *a);
/* Those of an instruction of the program that calls it. */
enum level_path call_path_by_program(const struct world *w, obj_id callable);
/* Those of C code that calls it along PATH: what runs no Python function evaluates
 * nothing (3.12). */
enum level_path call_path_by_c(
	const struct world *w, obj_id callable, enum level_path path);

#endif
