#ifndef GCREFS_QUERY_PAST_H
#define GCREFS_QUERY_PAST_H

#include "machine.h"
#include "query_index.h"

struct naming;

/*
 * Questions about the past of an object.  They take the machine back in time and
 * return it to where it was; nothing is changed.  Objects are named by serial.
 */

enum past_result {
	PAST_FOUND,
	PAST_NOT,       /* it is not so: alive, or never there */
	PAST_TOO_FAR,   /* not within LIMIT steps */
	PAST_CANCELLED
};

/* How far to go back; LIMIT 0: to the start.  POLL may be NULL. */
struct past_reach {
	uint64_t limit;
	const struct machine_poll *poll;
};

/*
 * When an object that is dead now died: the last step at which something outside
 * still led to it is STEP - 1, and EVENT, in which the last such reference went, leads
 * to STEP.  An object that nothing keeps any more is dead from there until it is
 * freed, or somebody gets at it (a weak reference that still works, gc.get_objects,
 * a __del__).
 *
 * Only steps that lower the count of the object, or of what leads to it, are
 * looked at; the rest is passed over by swaps.
 */
struct past_death {
	uint64_t step;
	struct event event;
	/* The place that lost it: the last UNBIND of it, or of what leads to it, in
	 * the same line as EVENT; kind EV_NONE when the event says all. */
	struct event cause;
};

enum past_result past_death(struct machine *m, uint32_t first_serial, uint32_t serial,
	struct past_reach reach, struct past_death *d);

/* The events that are about SERIAL, up to now: newest first, at most ROOM of them;
 * their number is returned.  *ALL: whether there are no more, back to its birth.
 * Looks only at what the window of the history holds, and at most LIMIT steps back. */
struct past_event {
	uint64_t step;
	struct event event;
};
uint32_t past_events(const struct machine *m, uint32_t serial, uint64_t limit,
	struct past_event *list, uint32_t room, bool *all);

#endif
