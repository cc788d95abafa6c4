#include "scene.h"

#include <string.h>

#include "strbuf.h"
#include "style.h"
#include "symbols.h"

enum {
	LOOK_BACK = 4000, /* steps searched for the line before */
	GHOST_LIFE = 8,   /* shown steps that a freed object stays */
	GHOST_STEPS = 400
};

/* The lines of the last two LINE events. */
static void find_lines(struct scene *s)
{
	uint64_t step = s->step;
	int lines[2] = {0, 0}, found = 0;

	for (int i = 0; i < LOOK_BACK && step > 0 && found < 2; i++, step--) {
		struct event e = machine_event_at(s->machine, step);

		if (e.kind == EV_LINE)
			lines[found++] = e.line;
	}
	if (found == 0)
		lines[0] = (int)reg(s->w, REG_LINE);
	s->at_line = s->event.kind == EV_LINE;
	s->line = lines[0];
	s->line_done = lines[1];
	if (s->step > 0 && reg(s->w, REG_DEPTH) == 0) {
		s->line = 0;
		s->line_done = lines[0];
	}
}

static void add_ghost(struct scene *s, const struct event *e)
{
	if (e->kind == EV_FREE && e->object >= s->query.first_serial &&
		s->ghost_count < GHOSTS)
		s->ghosts[s->ghost_count++].serial = e->object;
	if (e->kind == EV_UNBIND && e->object && e->other && s->removed_count < GHOSTS)
		s->removed[s->removed_count++] =
			(struct ghost_reference){e->other, e->object};
}

/* Objects and references that went away in the last shown steps. */
static void find_ghosts(struct scene *s)
{
	uint64_t step = s->step;
	int shown = 0;

	for (int i = 0; i < GHOST_STEPS && step > 0; i++, step--) {
		struct event e = machine_event_at(s->machine, step);

		if (event_is_shown(&e) && shown++ == GHOST_LIFE)
			return;
		add_ghost(s, &e);
	}
}

static void find_selection(struct scene *s, uint32_t chosen)
{
	s->chosen = chosen != 0;
	s->selected = chosen ? chosen : s->event.object;
	s->selected_object = naming_find(s->names, s->w, s->selected);
	if (!s->chosen && s->selected_object &&
		(s->query.marks[s->selected_object] & QUERY_ATOM ||
			obj_immortal(s->w, s->selected_object))) {
		s->selected = 0;
		s->selected_object = 0;
	}
}

static const struct graph_choice usual_choice;

void scene_init(struct scene *s, const struct scene_source *from)
{
	const struct graph_choice *choice = from->choice ? from->choice : &usual_choice;

	*s = (struct scene){
		.machine = from->machine,
		.w = machine_world(from->machine),
		.scenario = from->scenario,
		.timeline = from->timeline,
		.stops = from->stops,
		.names = from->names,
		.choice = choice,
		.options = graph_choice_options(choice),
		.step = machine_position(from->machine),
		.event = machine_event(from->machine),
		.language = from->language,
		.way = {from->way[0], from->way[1]},
	};
	s->follow = from->follow;
	if (!s->follow)
		s->follow = s->own = query_follow_new(naming_first_serial(from->names));
	s->query = *query_follow(s->follow, s->machine);
	s->narrator = (struct narrator){&s->query, s->query.gc.phase, s->names};
	find_lines(s);
	find_ghosts(s);
	find_selection(s, from->chosen);
}

bool scene_is_container_type(const char *type)
{
	static const char *const others[] = {"int", "long", "float", "complex", "str",
		"unicode", "bytes", "tuple", "bool", "frame", "NoneType", "range",
		"xrange", "slice", "type", "module", "code"};

	if (!*type || strstr(type, "iterator") || strstr(type, "method") ||
		strstr(type, "descriptor"))
		return false;
	for (unsigned i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		if (strcmp(others[i], type) == 0)
			return false;
	}
	return true;
}

void scene_free(struct scene *s)
{
	query_follow_free(s->own);
}

const struct picture *scene_picture(const struct scene *s)
{
	return query_follow_picture(s->follow, s->options);
}

bool scene_is_visited(const struct scene *s, uint32_t serial)
{
	return s->event.object == serial && serial != 0;
}

/* Whether the event's numbers are refcounts, or gc_refs. */
static bool is_about_refcount(const struct event *e)
{
	return e->kind == EV_BIND || e->kind == EV_UNBIND || e->kind == EV_INCREF ||
		e->kind == EV_DECREF;
}

static bool is_about_gc_refs(const struct event *e)
{
	return e->kind == EV_SUBTRACT_REF || e->kind == EV_RESCUE;
}

static bool change(
	const struct scene *s, obj_id o, bool about, uint32_t value, struct strbuf *out)
{
	bool changed = about && s->event.object == obj_serial(s->w, o) &&
		s->event.was != s->event.now && s->event.now == value;

	if (changed)
		strbuf_printf(out, "%u\xe2\x86\x92%u", s->event.was, value);
	else
		strbuf_printf(out, "%u", value);
	return changed;
}

bool scene_refcount(const struct scene *s, obj_id o, struct strbuf *out)
{
	if (obj_immortal(s->w, o)) {
		strbuf_puts(out, "\xe2\x88\x9e");
		return false;
	}
	return change(s, o, is_about_refcount(&s->event), obj_rc(s->w, o), out);
}

bool scene_gc_refs(const struct scene *s, obj_id o, struct strbuf *out)
{
	if (!query_is_collected(&s->query, o))
		return false;
	if (obj_immortal(s->w, o)) {
		strbuf_puts(out, "\xe2\x88\x9e");
		return false;
	}
	return change(s, o, is_about_gc_refs(&s->event), gc_refs(s->w, o), out);
}

void scene_badge(const struct scene *s, obj_id o, struct strbuf *out)
{
	strbuf_puts(out, state_mark(query_state(&s->query, o)));
	if (obj_flag(s->w, o, OBJECT_FINALIZED))
		strbuf_putc(out, 'F');
}

static char generation_mark(const struct scene *s, obj_id o)
{
	int generation = s->query.list[o] - GC_GENERATION_0;

	return generation >= 0 && generation < 3 ? (char)('0' + generation) : 0;
}

void scene_marks(const struct scene *s, obj_id o, struct strbuf *out)
{
	char generation = generation_mark(s, o);

	if (generation)
		strbuf_putc(out, generation);
	scene_badge(s, o, out);
	if (query_has_finalizer(s->w, o) && !obj_flag(s->w, o, OBJECT_FINALIZED))
		strbuf_putc(out, 'f');
	if (query_weakrefs(s->w, o) > 0)
		strbuf_putc(out, 'w');
}

unsigned state_style(enum object_state s)
{
	switch (s) {
	case STATE_REACHABLE:
		return STYLE_REACHABLE;
	case STATE_SET_ASIDE:
		return STYLE_TENTATIVE;
	case STATE_DEAD:
	case STATE_UNREACHABLE:
	case STATE_UNCOLLECTABLE:
		return STYLE_GARBAGE;
	case STATE_FREED:
		return STYLE_DIM;
	default:
		return STYLE_DEFAULT;
	}
}
