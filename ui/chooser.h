#ifndef GCREFS_CHOOSER_H
#define GCREFS_CHOOSER_H

#include <stdio.h>

#include "options.h"

/* The scenarios that are installed, or in the folder named by the environment
 * variable GCREFS_SCENARIOS. */

/* Writes one line each: file, title.  Returns the exit status. */
int chooser_list(FILE *out);

/* Lets the user choose on the terminal.  *FILE: the chosen one, to be freed;
 * NULL: none, and the result is the exit status. */
int chooser_run(const struct options *o, char **file);

#endif
