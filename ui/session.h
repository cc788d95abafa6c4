#ifndef GCREFS_SESSION_H
#define GCREFS_SESSION_H

#include "machine.h"
#include "options.h"
#include "scenario.h"

/* Runs the interactive program on the terminal until the user leaves.  Returns
 * the exit status; a signal that ends it does so here.  PROBLEMS: of the settings, a
 * line each, to be told.  *WHY: set when the terminal cannot be used, nothing has
 * been shown then. */
int session_run(const struct scenario *scenario, struct machine *machine,
	const struct options *options, const char *problems, const char **why);

#endif
