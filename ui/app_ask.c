#include "app_part.h"

#include <stdlib.h>
#include <string.h>

#include "at.h"
#include "i18n.h"
#include "query_select.h"
#include "view.h"
#include "xalloc.h"

/* Questions: selecting by what an object is called, why it is alive or dead, why no
 * collection starts, what is different between two steps. */

enum {
	DEATH_LIMIT = 20000 /* steps looked back without being asked */
};

/* The death of an object, for the object pane: looked for once a step. */
const struct past_death *app_death(struct app *a, const struct scene *s)
{
	struct app_death *d = &a->death;
	struct past_reach reach = {.limit = DEATH_LIMIT};
	obj_id o = s->selected_object;

	if (!o || s->query.marks[o] & (QUERY_REACHABLE | QUERY_IMMORTAL))
		return NULL;
	if (d->serial != s->selected || d->asked_at != s->step)
		d->known = past_death(a->machine, s->query.first_serial, s->selected,
				   reach, &d->death) == PAST_FOUND;
	d->serial = s->selected;
	d->asked_at = s->step;
	return d->known ? &d->death : NULL;
}

/* Selecting. */

static uint32_t next_match(
	const struct app *a, const struct scene *s, const obj_id *list, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		uint32_t serial = obj_serial(s->w, list[i]);

		if (a->look.chosen && serial > a->look.chosen)
			return serial;
	}
	return count ? obj_serial(s->w, list[0]) : 0;
}

static void tell_match(struct app *a, const struct scene *s, uint32_t count)
{
	struct strbuf name = STRBUF_INIT;

	naming_text(s->names, &s->query, a->look.chosen, &name);
	strbuf_clear(&a->message);
	if (count == 1)
		strbuf_printf(&a->message, "%s", name.text);
	else
		strbuf_printf(&a->message, _("%s, one of %u"), name.text, count);
	strbuf_free(&name);
}

/* Selects what TEXT names: of several the next one; false: as was said, none. */
static bool select_named(struct app *a, const struct scene *s, const char *text)
{
	struct diag d = DIAG_INIT;
	obj_id *list;
	uint32_t count = query_select(&s->query, text, &list, &d);

	if (count) {
		a->look.chosen = next_match(a, s, list, count);
		tell_match(a, s, count);
	} else {
		strbuf_clear(&a->message);
		strbuf_printf(&a->message, _("error: %s"), d.message);
	}
	free(list);
	diag_free(&d);
	return count > 0;
}

unsigned app_select(struct app *a, const struct order *o)
{
	struct scene s;

	if (!*o->text) {
		app_ask(a, ASK_COMMAND, "select ");
		return REACT_DRAW;
	}
	app_scene(a, &s);
	select_named(a, &s, o->text);
	scene_free(&s);
	return REACT_DRAW;
}

void app_select_serial(struct app *a, uint32_t serial)
{
	a->look.chosen = serial;
}

/* Answers. */

static void begin_answer(struct app *a)
{
	report_free(&a->answer);
	report_add(&a->answer, REPORT_NOTE, 0, _("at step %llu:"),
		(unsigned long long)machine_position(a->machine));
	a->scroll[VIEW_ANSWER] = 0;
	app_focus(a, VIEW_ANSWER);
}

static void answer_why(struct app *a, const struct scene *s)
{
	struct past_death death;
	struct machine_poll asked = {app_poll, a};
	struct past_reach reach = {0, &asked};
	struct report_source from = {&s->query, a->machine, a->names, a->scenario, NULL,
		query_follow_index(s->follow)};
	obj_id o = naming_find(s->names, s->w, a->look.chosen);

	if (!o) {
		app_say(a,
			a->look.chosen ? _("The selected object has been freed.")
				       : _("Select an object first: with the arrows."));
		return;
	}
	if (past_death(a->machine, s->query.first_serial, a->look.chosen, reach,
		    &death) == PAST_FOUND)
		from.death = &death;
	begin_answer(a);
	report_object(&a->answer, &from, o, REPORT_ALL);
}

unsigned app_why(struct app *a, const struct order *o)
{
	struct scene s;

	app_scene(a, &s);
	if (strcmp(o->text, "gc") == 0) {
		begin_answer(a);
		report_due(&a->answer, s.w);
	} else {
		if (!a->look.chosen)
			a->look.chosen = s.selected;
		if (!*o->text || select_named(a, &s, o->text))
			answer_why(a, &s);
	}
	scene_free(&s);
	return REACT_DRAW;
}

/* The step that a place means; false: there is none. */
static bool find_step(struct app *a, const char *place, uint64_t *step)
{
	struct machine_poll asked = {app_poll, a};
	uint64_t here = machine_position(a->machine);
	bool found;

	if (!at_is_valid(place))
		return false;
	machine_seek(a->machine, 0, NULL);
	found = at_go(a->machine, place, &asked) == MACHINE_MOVED;
	*step = machine_position(a->machine);
	machine_seek(a->machine, here, NULL);
	return found;
}

/* "A B", "A,B", or "A": from there to here. */
unsigned app_diff(struct app *a, const struct order *o)
{
	struct machine_poll asked = {app_poll, a};
	char *text = xstrdup(o->text);
	char *second = text + strcspn(text, " ,");
	uint64_t from = 0, to = machine_position(a->machine);
	struct query_diff d;

	while (*second == ' ' || *second == ',')
		*second++ = '\0';
	if (!find_step(a, text, &from) || (*second && !find_step(a, second, &to))) {
		app_say(a,
			_("error: two places are wanted, or one: diff 10 20, diff gc:1"));
	} else if (query_diff_init(&d, a->machine, naming_first_serial(a->names), from,
			   to, &asked) == MACHINE_MOVED) {
		begin_answer(a);
		report_diff(&a->answer, &d);
		query_diff_free(&d);
	}
	free(text);
	return REACT_DRAW;
}
