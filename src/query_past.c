#include "query_past.h"

#include <stdlib.h>

#include "query_path.h"
#include "xalloc.h"

enum {
	CAUSE_STEPS = 200, /* looked at for the cause of a death */
	POLL_EVERY = 4096
};

/* What leads to a dead object, as it was when last looked at. */
struct kin {
	obj_id *objects;
	uint32_t *serials, *rc;
	uint32_t count;
};

struct hunt {
	struct machine *m;
	uint32_t first_serial, serial;
	struct kin kin;
};

static void kin_free(struct kin *k)
{
	free(k->objects);
	free(k->serials);
	free(k->rc);
	*k = (struct kin){0};
}

static void kin_fill(struct kin *k, const struct query *q, const uint8_t *marks)
{
	for (obj_id o = OBJ_NONE; o < q->slots; o++) {
		if (!marks[o])
			continue;
		k->objects[k->count] = o;
		k->serials[k->count] = obj_serial(q->w, o);
		k->rc[k->count++] = obj_rc(q->w, o);
	}
}

/* The object and all that leads to it. */
static void kin_collect(struct kin *k, const struct query *q, obj_id o)
{
	struct query_index x;
	uint8_t *marks = xcalloc(q->slots + 1, 1);
	uint32_t count;

	kin_free(k);
	query_index_init(&x, q);
	count = query_path_ancestors(&x, o, marks);
	k->objects = xcalloc(count, sizeof(*k->objects));
	k->serials = xcalloc(count, sizeof(*k->serials));
	k->rc = xcalloc(count, sizeof(*k->rc));
	kin_fill(k, q, marks);
	query_index_free(&x);
	free(marks);
}

/* Whether a reference to one of them was dropped after this state.  Those that
 * were not born yet lead nowhere. */
static bool has_lost(struct kin *k, const struct world *w)
{
	uint32_t n = 0;
	bool lost = false;

	for (uint32_t i = 0; i < k->count; i++) {
		obj_id o = k->objects[i];

		if (obj_serial(w, o) != k->serials[i])
			continue;
		lost = lost || obj_rc(w, o) > k->rc[i];
		k->objects[n] = o;
		k->serials[n] = k->serials[i];
		k->rc[n++] = obj_rc(w, o);
	}
	k->count = n;
	return lost;
}

/* Looks at the present state: whether the object is dead here.  If so, learns
 * who leads to it. */
static bool is_dead_here(struct hunt *h)
{
	struct query q;
	obj_id o;
	bool dead = false;

	query_init(&q, machine_world(h->m), h->first_serial);
	o = obj_by_serial(q.w, h->serial);
	if (o && !obj_immortal(q.w, o) && !(q.marks[o] & QUERY_REACHABLE)) {
		dead = true;
		kin_collect(&h->kin, &q, o);
	}
	query_free(&q);
	return dead;
}

static bool is_kin(const struct kin *k, uint32_t serial)
{
	for (uint32_t i = 0; i < k->count; i++) {
		if (k->serials[i] == serial)
			return true;
	}
	return false;
}

static void find_cause(const struct hunt *h, struct past_death *d)
{
	for (uint64_t n = 1; n <= CAUSE_STEPS && n < d->step; n++) {
		struct event e = machine_event_at(h->m, d->step - n);

		if (e.kind == EV_LINE || e.kind == EV_NONE)
			return;
		if (e.kind == EV_UNBIND && is_kin(&h->kin, e.object)) {
			d->cause = e;
			return;
		}
	}
}

static bool is_cancelled(const struct past_reach *reach, uint64_t step, uint64_t begin)
{
	return reach->poll && reach->poll->poll && (begin - step) % POLL_EVERY == 0 &&
		!reach->poll->poll(reach->poll->context, step, 0);
}

/* Goes back to the last state in which the object was alive. */
static enum past_result go_back(
	struct hunt *h, const struct past_reach *reach, uint64_t begin)
{
	uint64_t step = begin;

	while (step > 0 && (!reach->limit || begin - step < reach->limit)) {
		struct event e = machine_event_at(h->m, step);

		step--;
		if (machine_seek(h->m, step, reach->poll) == MACHINE_CANCELLED ||
			is_cancelled(reach, step, begin))
			return PAST_CANCELLED;
		/* What a frame that ended had is moved without a count. */
		if ((has_lost(&h->kin, machine_world(h->m)) || e.kind == EV_RETURN) &&
			!is_dead_here(h))
			return PAST_FOUND;
	}
	return step > 0 ? PAST_TOO_FAR : PAST_NOT;
}

enum past_result past_death(struct machine *m, uint32_t first_serial, uint32_t serial,
	struct past_reach reach, struct past_death *d)
{
	struct hunt h = {.m = m, .first_serial = first_serial, .serial = serial};
	uint64_t begin = machine_position(m);
	enum past_result result = PAST_NOT;

	*d = (struct past_death){0};
	if (is_dead_here(&h))
		result = go_back(&h, &reach, begin);
	if (result == PAST_FOUND) {
		d->step = machine_position(m) + 1;
		machine_seek(m, d->step, NULL);
		d->event = machine_event_at(m, d->step);
		if (d->event.kind != EV_UNBIND)
			find_cause(&h, d);
	}
	machine_seek(m, begin, NULL);
	kin_free(&h.kin);
	return result;
}

uint32_t past_events(const struct machine *m, uint32_t serial, uint64_t limit,
	struct past_event *list, uint32_t room, bool *all)
{
	uint64_t begin = machine_position(m);
	uint32_t count = 0;

	*all = false;
	for (uint64_t step = begin; step > 0; step--) {
		struct event e = machine_event_at(m, step);

		if (e.kind == EV_NONE || (limit && begin - step >= limit))
			return count;
		if (e.object != serial && e.other != serial)
			continue;
		if (count == room)
			return count;
		list[count++] = (struct past_event){step, e};
		if (e.kind == EV_ALLOC && e.object == serial)
			break;
	}
	*all = true;
	return count;
}
