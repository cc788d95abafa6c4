#ifndef GCREFS_TESTS_PLAY_H
#define GCREFS_TESTS_PLAY_H

#include "machine.h"
#include "naming.h"
#include "query.h"
#include "scenario.h"

/* A program under way, for tests of what looks at it. */
struct play {
	struct scenario *scenario;
	struct machine *machine;
	struct naming *names;
};

/* SOURCE as version VERSION ("3.11"; NULL: what it says itself).  Fails the test
 * if it cannot be compiled. */
void play_start(struct play *p, const char *source, const char *version,
	enum gc_algorithm algorithm);
/* The same for a file. */
void play_file(struct play *p, const char *file, enum gc_algorithm algorithm);
void play_free(struct play *p);

/* One event forward, learned by `names`; false at the end. */
bool play_step(struct play *p);
/* To the first event of KIND about a name NAME (NULL: any); fails the test if
 * there is none. */
void play_until(struct play *p, enum event_kind kind, const char *name);

/* All scenarios of the source tree (srcdir or .), sorted; the number in *COUNT.
 * To be freed, with its texts. */
char **play_scenarios(int *count);

#endif
