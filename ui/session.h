#ifndef GCREFS_SESSION_H
#define GCREFS_SESSION_H

#include "options.h"
#include "program.h"

/* Runs the interactive program on the terminal until the user leaves; P is another
 * one afterwards when its file was edited.  Returns the exit status; a signal that ends it does so here.  PROBLEMS: of the settings, a
 * line each, to be told.  *WHY: set when the terminal cannot be used, nothing has
 * been shown then. */
int session_run(struct program *p, const struct options *options, const char *problems, const char **why);

#endif
