#ifndef GCREFS_REFUSE_H
#define GCREFS_REFUSE_H

#include "world.h"

/*
 * What real Python has and gcrefs does not, met while the program runs: the program
 * stops there, with what can be said on standard error and exit status 2.  It is no
 * exception: no `except` catches it, nothing is printed after it.
 *
 * Returns 0 with an exception in REG_EXCEPTION, so that the operation under way ends as
 * a failing one does.
 */
obj_id refuse(struct world *w, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Attribute NAME of TYPE (an object): real Python has it. */
obj_id refuse_attribute(struct world *w, obj_id type, const char *name);

/* NAME of MODULE, if real Python has it there: true, and refused. */
bool refuse_module_name(struct world *w, obj_id module, const char *name);

#endif
