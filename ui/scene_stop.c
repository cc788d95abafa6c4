#include "scene.h"
#include "symbols.h"

/* Where a step stops. */

/* Whether the object has a box, or is part of one. */
static bool has_box(const struct scene_source *s, uint32_t serial)
{
	const struct world *w = machine_world(s->machine);
	struct picture_options options = {0};
	obj_id o = naming_find(s->names, w, serial);
	const struct query *q;

	if (s->choice)
		options = graph_choice_options(s->choice);
	if (!o || !query_can_be_part(w, o))
		return o &&
			query_is_shown_alone(
				w, naming_first_serial(s->names), options, o);
	q = query_follow(s->follow, s->machine);
	while (q->owner[o] && !query_is_shown(q, options, o))
		o = q->owner[o];
	return query_is_shown(q, options, o);
}

/* Whether a name of the program is bound or unbound. */
static bool is_about_name(const struct scene_source *s, const struct event *e)
{
	const struct world *w = machine_world(s->machine);

	if (e->kind != EV_BIND && e->kind != EV_UNBIND)
		return false;
	return e->place == PLACE_GLOBAL || e->place == PLACE_LOCAL ||
		e->place == PLACE_CELL ||
		naming_find(s->names, w, e->other) == reg(w, REG_MAIN);
}

bool scene_is_worth_a_stop(const struct scene_source *s)
{
	struct event e = machine_event(s->machine);

	switch (e.kind) {
	case EV_FREE:
		return scene_is_container_type(
			symbols_text(machine_world(s->machine)->symbols,
				naming_type(s->names, e.object)));
	case EV_ALLOC:
	case EV_INCREF:
	case EV_DECREF:
	case EV_COPY_REFS:
	case EV_SUBTRACT_REF:
	case EV_KEEP:
	case EV_SET_ASIDE:
	case EV_RESCUE:
	case EV_CLEAR:
	case EV_DEFERRED:
		return has_box(s, e.object);
	case EV_BIND:
	case EV_UNBIND:
		return is_about_name(s, &e) || has_box(s, e.object) ||
			has_box(s, e.other);
	case EV_PROMOTE:
		return e.now > 0;
	default:
		return true;
	}
}
