#include "app_part.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "xalloc.h"

/* What the graph shows: filter, focus, folds, and the way along references.  All
 * of it can be taken back. */

static const char *const filter_names[FILTER_COUNT] = {
	[FILTER_MINE] = "mine",
	[FILTER_ALL] = "all",
	[FILTER_GENERATION] = "generation",
	[FILTER_UNREACHABLE] = "unreachable",
	[FILTER_NEIGHBOURS] = "neighbours",
};

const char *app_filter_name(enum graph_filter f)
{
	return filter_names[f];
}

static const char *filter_text(enum graph_filter f)
{
	static const char *const texts[FILTER_COUNT] = {
		[FILTER_MINE] = N_("Shown: the program's own containers."),
		[FILTER_ALL] = N_("Shown: classes and functions too."),
		[FILTER_GENERATION] = N_("Shown: one generation."),
		[FILTER_UNREACHABLE] = N_("Shown: what is not reachable."),
		[FILTER_NEIGHBOURS] = N_("Shown: the neighbours of one object."),
	};

	return _(texts[f]);
}

/* ---- taking back */

static void state_free(struct app_sight *s)
{
	graph_choice_free(&s->choice);
}

void app_graph_free(struct app *a)
{
	graph_choice_free(&a->choice);
	for (int i = 0; i < a->sights.count; i++)
		state_free(&a->sights.at[i]);
}

/* Remembers what is seen, before it changes. */
static void remember(struct app *a)
{
	struct app_sights *s = &a->sights;

	while (s->count > s->now)
		state_free(&s->at[--s->count]);
	if (s->count == APP_SIGHTS) {
		state_free(&s->at[0]);
		s->count--;
		memmove(s->at, s->at + 1, (size_t)s->count * sizeof(*s->at));
	}
	s->at[s->count++] =
		(struct app_sight){graph_choice_copy(&a->choice), a->look.chosen};
	s->now = s->count;
}

/* Another choice needs another layout. */
static void changed(struct app *a)
{
	a->choice.number = ++a->choices;
}

static void exchange(struct app *a, struct app_sight *s)
{
	struct app_sight now = {a->choice, a->look.chosen};

	a->choice = s->choice;
	a->look.chosen = s->chosen;
	*s = now;
}

unsigned app_undo(struct app *a, const struct order *o)
{
	struct app_sights *s = &a->sights;
	bool back = o->action == ACTION_UNDO;

	for (long i = 0; i < app_times(o); i++) {
		if (back ? s->now == 0 : s->now == s->count) {
			app_say(a,
				back ? _("Nothing to take back in the picture.")
				     : _("Nothing to do again."));
			return REACT_DRAW;
		}
		exchange(a, &s->at[back ? --s->now : s->now++]);
	}
	return REACT_DRAW;
}

/* ---- filters */

static int find_filter(const char *name)
{
	for (int i = 0; i < FILTER_COUNT; i++) {
		if (strncmp(filter_names[i], name, strlen(name)) == 0)
			return i;
	}
	return -1;
}

unsigned app_filter(struct app *a, const struct order *o)
{
	int by = o->action == ACTION_VIEW ? 1 : FILTER_COUNT - 1;
	int filter = ((int)a->choice.filter + by) % FILTER_COUNT;

	if (*o->text && (filter = find_filter(o->text)) < 0) {
		strbuf_printf(&a->message, _("error: nothing is called '%s'"), o->text);
		return REACT_DRAW;
	}
	if (filter == FILTER_NEIGHBOURS && !a->look.chosen) {
		if (*o->text || by > 1) {
			app_say(a, _("Select an object first."));
			return REACT_DRAW;
		}
		filter = FILTER_MINE;
	}
	remember(a);
	a->choice.filter = (enum graph_filter)filter;
	a->choice.focus = a->look.chosen;
	changed(a);
	app_say(a, filter_text(a->choice.filter));
	return REACT_DRAW;
}

/* ---- folds */

static bool fold_around(struct app *a, const struct scene *s)
{
	const struct picture *picture = scene_picture(s);
	uint32_t serial = graph_box_of(s, s->selected), *list, count;
	bool cycle = true;

	count = graph_cycle_of(s->w, picture, serial, &list);
	if (count == 0) {
		cycle = false;
		count = graph_leaves_of(s->w, picture, serial, &list);
	}
	if (count == 0)
		return false;
	remember(a);
	graph_choice_fold(&a->choice, list, count, cycle);
	free(list);
	changed(a);
	strbuf_clear(&a->message);
	strbuf_printf(&a->message,
		P_("%u object is one box; o there: all again.",
			"%u objects are one box; o there: all again.", count),
		count);
	return true;
}

unsigned app_fold(struct app *a, const struct order *o)
{
	struct scene s;

	(void)o;
	if (!a->look.chosen) {
		app_say(a, _("Select an object first."));
		return REACT_DRAW;
	}
	app_scene(a, &s);
	if (graph_fold_of(&a->choice, graph_box_of(&s, s.selected))) {
		remember(a);
		graph_choice_unfold(&a->choice, graph_box_of(&s, s.selected));
		changed(a);
	} else if (!fold_around(a, &s)) {
		app_say(a, _("It is in no cycle, and holds no two leaves."));
	}
	scene_free(&s);
	return REACT_DRAW;
}

unsigned app_picture(struct app *a, const struct order *o)
{
	if (o->action == ACTION_DICTS) {
		remember(a);
		a->choice.unfolded = !a->choice.unfolded;
		changed(a);
	} else if (o->action == ACTION_LABELS) {
		remember(a);
		a->choice.labelled = !a->choice.labelled;
		changed(a);
	} else {
		app_tidy(a);
	}
	return REACT_DRAW;
}

/* ---- along references */

/* The boxes that the selected one refers to, or that refer to it. */
static uint32_t beside(const struct scene *s, uint32_t box, bool back, uint32_t **list)
{
	struct graph_figures f;
	uint32_t count = 0;

	graph_choose(s, scene_picture(s), INT32_MAX, &f);
	*list = xcalloc(f.edge_count + 1, sizeof(**list));
	for (uint32_t i = 0; i < f.edge_count; i++) {
		uint32_t here = back ? f.edges[i].to : f.edges[i].from;
		uint32_t there = back ? f.edges[i].from : f.edges[i].to;

		if (here == box && !(there & PICTURE_ROOT))
			(*list)[count++] = there;
	}
	graph_figures_free(&f);
	return count;
}

static void say_way(struct app *a, const struct scene *s, uint32_t i, uint32_t count)
{
	struct strbuf from = STRBUF_INIT, to = STRBUF_INIT;

	naming_text(a->names, &s->query, a->way.from, &from);
	naming_text(a->names, &s->query, a->way.to, &to);
	strbuf_clear(&a->message);
	strbuf_printf(&a->message, _("%s refers to %s (%u of %u)"), from.text, to.text,
		i + 1, count);
	strbuf_free(&from);
	strbuf_free(&to);
}

unsigned app_follow(struct app *a, const struct order *o)
{
	struct app_way *way = &a->way;
	bool back = o->action == ACTION_REFERRERS;
	uint32_t *list = NULL, count, start;
	struct scene s;

	if (way->end != a->look.chosen || way->back != back)
		*way = (struct app_way){.start = a->look.chosen, .back = back};
	else
		way->index++;
	app_scene(a, &s);
	start = graph_box_of(&s, way->start);
	count = way->start ? beside(&s, start, back, &list) : 0;
	if (count == 0) {
		app_say(a,
			!way->start    ? _("Select an object first.")
				: back ? _("No object that is shown refers to it.")
				       : _("It refers to no object that is shown."));
	} else {
		remember(a);
		way->index %= count;
		way->end = list[way->index];
		way->from = back ? way->end : start;
		way->to = back ? start : way->end;
		a->look.chosen = way->end;
		say_way(a, &s, way->index, count);
	}
	free(list);
	scene_free(&s);
	return REACT_DRAW;
}

/* ---- the window */

unsigned app_pan(struct app *a, const struct order *o)
{
	int by = (int)(app_times(o) < 100 ? app_times(o) : 100);

	a->panned_from = a->look.chosen;
	if (o->action == ACTION_PAN_LEFT || o->action == ACTION_PAN_RIGHT)
		a->pan_x += o->action == ACTION_PAN_LEFT ? -8 * by : 8 * by;
	else
		a->pan_y += o->action == ACTION_PAN_UP ? -4 * by : 4 * by;
	return REACT_DRAW;
}

/* ---- to what changed */

unsigned app_touched(struct app *a, const struct order *o)
{
	struct scene s;
	uint32_t next;

	(void)o;
	app_scene(a, &s);
	next = a->look.chosen == s.event.object && s.event.other ? s.event.other
								 : s.event.object;
	if (next && naming_find(a->names, s.w, next)) {
		remember(a);
		a->look.chosen = next;
	} else {
		app_say(a, _("This step is about no object that is still there."));
	}
	scene_free(&s);
	return REACT_DRAW;
}
