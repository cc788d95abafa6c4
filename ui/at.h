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

/* Goes there from where the machine is.  MACHINE_MOVED: it is there.  MACHINE_AT_END:
 * there is no such place, and the machine is at the end.  Else MACHINE_LIMIT or
 * MACHINE_CANCELLED: it is on the way. */
enum machine_result at_go(
	struct machine *m, const char *text, const struct machine_poll *poll);

#endif
