#ifndef GCREFS_AT_H
#define GCREFS_AT_H

#include "machine.h"

/*
 * A place in time as the command line names it:
 *
 *	STEP | start | end | line:N | gc:N | phase:NAME
 *
 * line:N is where line N is about to run for the first time, gc:N where the N-th
 * collection starts, phase:NAME where a phase first begins: a function's name
 * ("subtract_refs") or "step:2".
 */
bool at_is_valid(const char *text);

/* Goes there from where the machine is.  False when there is no such place; the
 * machine is at the end then. */
bool at_go(struct machine *m, const char *text, const struct machine_poll *poll);

#endif
