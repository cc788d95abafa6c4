#ifndef GCREFS_EDITOR_H
#define GCREFS_EDITOR_H

#include <stdbool.h>

/* Opens FILE at LINE (from 1) in the user's editor ($VISUAL, $EDITOR, vi) and waits
 * until it ends; the terminal must have been given back.  False: it could not be
 * started, or failed. */
bool editor_run(const char *file, int line);

#endif
