#ifndef GCREFS_LINEAR_H
#define GCREFS_LINEAR_H

#include "options.h"
#include "program.h"

/*
 * The program line by line, for screen readers, braille displays, logs, and lines
 * that are slow: a command in, sentences out; nothing is printed unasked, nothing is
 * printed over.  Commands are those of the `:` prompt; an empty line makes a step; a
 * number chooses from the list printed last.
 *
 * Commands come from BATCH (";" between them), or when that is NULL from standard
 * input.  WHY: the reason for this mode, told in the first line.  Returns the exit
 * status.
 */
int linear_run(struct program *p, const struct options *o, const char *batch,
	const char *why);

#endif
