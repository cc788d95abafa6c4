#ifndef GCREFS_KNOWN_NAMES_H
#define GCREFS_KNOWN_NAMES_H

#include <stdbool.h>

#include "code.h"
#include "diag.h"
#include "pyversion.h"

/* Whether the program uses no built-in name that Python V has and gcrefs lacks.  A
 * name that the program assigns anywhere as a global is its own.  False: the first
 * place that uses one is in D. */
bool names_are_known(const struct unit *unit, struct py_version v, struct diag *d);

#endif
