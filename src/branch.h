#ifndef GCREFS_BRANCH_H
#define GCREFS_BRANCH_H

#include "machine.h"

/*
 * What if: another history of the same program, in which a statement has been inserted
 * (insertion.h).  Up to that place both are the same, step by step.
 *
 * A branch may begin in another one, and then has the statements of both.
 */
struct branch;

/* The branch of UNIT's program that begins at STEP of the history in FROM (that of
 * PARENT, or when that is NULL the program's own), where LINE is the line of source.
 * UNIT, FROM and PARENT must outlive it.  NULL: STATEMENT is none, as D says, or there
 * are too many in a row. */
struct branch *branch_new(const struct unit *unit, const struct machine *from,
	const struct branch *parent, uint64_t step, int line, const char *statement,
	struct diag *d);
void branch_free(struct branch *b);

/* At step 0; borrowed. */
struct machine *branch_machine(const struct branch *b);

/* Goes to the step at which the last inserted statement has run, or the program has
 * ended. */
enum machine_result branch_run(struct branch *b, const struct machine_poll *poll);

#endif
