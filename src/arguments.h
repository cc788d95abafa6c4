#ifndef GCREFS_ARGUMENTS_H
#define GCREFS_ARGUMENTS_H

#include "builtin.h"

/* The arguments of built-in functions that take keywords. */

/* How many are positional. */
uint32_t args_positional(const struct world *w, const struct args *a);

/* The value of keyword NAME; 0: not given. */
obj_id args_keyword(const struct world *w, const struct args *a, const char *name);

/* Whether all keywords are among NAMES (NULL at the end); else raises "'foo' is an
 * invalid keyword argument for FUNCTION()" as the version words it. */
bool args_known(struct world *w, const struct args *a, const char *function,
	const char *const *names);

/* Whether there are none; else raises "FUNCTION() takes no keyword arguments". */
bool args_no_keywords(struct world *w, const struct args *a, const char *function);

#endif
