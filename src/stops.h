#ifndef GCREFS_STOPS_H
#define GCREFS_STOPS_H

#include "condition.h"
#include "machine.h"

/*
 * Where a long move shall end, in both directions:
 *
 *	line 7 | 7		line 7 is about to run
 *	gc_start | free ...	an event of this kind (event.def)
 *	free a			an event of this kind about an object
 *	phase NAME | step:2	a phase of a collection begins
 *	a | #7			any event about an object
 *	refcount(a) == 0	a condition (condition.h) becomes true
 *	any expression		(a watch) its value changes
 *
 * A stop is at a step or not, whichever way one comes: a condition stops at the
 * step at which it became true.  (What is said of a name before the object was ever
 * seen under it is known only afterwards.)
 */
enum stop_kind {
	STOP_LINE,
	STOP_EVENT,
	STOP_PHASE,
	STOP_OBJECT,
	STOP_CONDITION,
	STOP_WATCH
};

struct stop {
	int number; /* from 1; never used again */
	enum stop_kind kind;
	char *text; /* as the user said it */
	bool enabled;
	int line;              /* STOP_LINE */
	int event;             /* STOP_EVENT, enum event_kind */
	char *phase;           /* STOP_PHASE, as at.h names it */
	struct condition *condition; /* NULL: none; the object of STOP_EVENT */
	struct condition_value value; /* at the place last looked at */
};

struct stops {
	struct stop *at; /* in the order of their numbers */
	int count;
	int numbers; /* given so far */
};

/* Adds a stop and returns its number; 0 when SPEC is none: WHY says so. */
int stops_add(struct stops *s, const char *spec, bool watch, struct strbuf *why);
/* The stop with this number, or NULL; good until the next one comes or goes. */
struct stop *stops_find(struct stops *s, int number);
/* False: there is none. */
bool stops_remove(struct stops *s, int number);
void stops_free(struct stops *s);
/* Forgets which objects names have meant: the program is another one. */
void stops_forget(struct stops *s);

/* The stop on a line of source, or NULL. */
struct stop *stops_on_line(const struct stops *s, int line);
bool stops_any_enabled(const struct stops *s);
/* Whether a move by whole lines passes over none of them. */
bool stops_only_lines(const struct stops *s);

/* Before a move: looks at where it begins. */
void stops_begin(struct stops *s, const struct condition_state *now);
/* After one event forward, E: the number of the first stop that is here; 0. */
int stops_forward(
	struct stops *s, const struct condition_state *now, const struct event *e);
/* After one event backward, which took UNDONE back and has E before it.  *HERE:
 * the stop is here; else it is one event ahead, where UNDONE led. */
int stops_backward(struct stops *s, const struct condition_state *now,
	const struct event *undone, const struct event *e, bool *here);

#endif
