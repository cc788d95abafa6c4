#include "app_part.h"

#include <stdlib.h>

#include "i18n.h"
#include "xalloc.h"

static const int speeds[] = {3000, 1500, 1000, 600, 400, 200, 100, 50, 20};

enum {
	SPEEDS = sizeof(speeds) / sizeof(speeds[0]),
	USUAL_PACE = 3,
	PAGE = 10
};

struct app *app_new(const struct scenario *scenario, struct machine *machine,
	const struct app_options *options)
{
	struct app *a = xcalloc(1, sizeof(*a));

	a->scenario = scenario;
	a->machine = machine;
	a->options = *options;
	a->theme = options->theme;
	a->names = naming_new(reg(machine_world(machine), REG_SERIAL));
	a->focus = VIEW_GRAPH;
	a->tab = VIEW_SOURCE;
	a->pace = USUAL_PACE;
	a->message = (struct strbuf)STRBUF_INIT;
	return a;
}

void app_free(struct app *a)
{
	if (!a)
		return;
	for (int i = 0; i < APP_PLACINGS; i++)
		placing_free(a->placings[i].placing);
	timeline_free(&a->timeline);
	naming_free(a->names);
	strbuf_free(&a->message);
	free(a);
}

enum theme app_theme(const struct app *a)
{
	return a->theme;
}

void app_scene(struct app *a, struct scene *s)
{
	struct scene_source source = {
		.machine = a->machine,
		.scenario = a->scenario,
		.timeline = &a->timeline,
		.names = a->names,
		.options = a->picture,
		.chosen = a->chosen,
		.language = a->options.language ? a->options.language : "",
	};

	timeline_update(&a->timeline, a->machine, a->names);
	scene_init(s, &source);
}

static bool is_for(
	const struct app_placing *p, const struct app *a, const struct canvas *c)
{
	return p->placing && p->columns == c->columns && p->rows == c->rows &&
		p->glyphs == c->glyphs && p->options.classes == a->picture.classes &&
		p->options.unfolded == a->picture.unfolded;
}

struct placing *app_placing_for(struct app *a, const struct canvas *c)
{
	struct app_placing *oldest = &a->placings[0];

	a->clock++;
	for (int i = 0; i < APP_PLACINGS; i++) {
		struct app_placing *p = &a->placings[i];

		if (is_for(p, a, c)) {
			p->used = a->clock;
			return p->placing;
		}
		if (p->used < oldest->used)
			oldest = p;
	}
	placing_free(oldest->placing);
	*oldest = (struct app_placing){
		c->columns, c->rows, c->glyphs, a->picture, placing_new(), a->clock};
	return oldest->placing;
}

static void tidy(struct app *a)
{
	for (int i = 0; i < APP_PLACINGS; i++) {
		if (a->placings[i].placing)
			placing_reset(a->placings[i].placing);
	}
}

/* Views that share one pane where there is room for only one of them. */
static bool is_side_view(enum view_id v)
{
	return v != VIEW_GRAPH && v != VIEW_TIMELINE;
}

static void focus(struct app *a, enum view_id view)
{
	a->focus = view;
	if (is_side_view(view)) {
		a->tab = view;
		a->tab_chosen = true;
	}
}

static void focus_next(struct app *a, int by)
{
	int panes = VIEW_TIMELINE + 1;

	focus(a, (enum view_id)(((int)a->focus + by + panes) % panes));
}

static void choose(struct app *a, uint32_t serial)
{
	if (serial)
		a->chosen = serial;
}

static void select_by_arrow(struct app *a, int dx, int dy)
{
	struct scene s;

	app_scene(a, &s);
	if (a->focus == VIEW_LISTS)
		choose(a, dy ? view_lists_neighbour(&s, dy) : 0);
	else if (a->graph)
		choose(a, view_graph_neighbour(&s, a->graph, dx, dy));
	scene_free(&s);
}

static void arrow(struct app *a, int dx, int dy)
{
	if (a->help)
		a->help_scroll += dy;
	else if (a->focus == VIEW_TIMELINE && dx)
		app_move(a, dx > 0 ? ACTION_STEP : ACTION_BACK);
	else if (a->focus == VIEW_GRAPH || a->focus == VIEW_LISTS)
		select_by_arrow(a, dx, dy);
	else
		a->scroll[a->focus] += dy;
}

static void scroll_page(struct app *a, int by)
{
	if (a->help)
		a->help_scroll += by;
	else
		a->scroll[a->focus] += by;
}

static void set_pace(struct app *a, int by)
{
	a->pace += by;
	if (a->pace < 0)
		a->pace = 0;
	if (a->pace >= SPEEDS)
		a->pace = SPEEDS - 1;
	strbuf_clear(&a->message);
	strbuf_printf(&a->message, _("A step every %d ms."), speeds[a->pace]);
}

static void cancel(struct app *a)
{
	if (a->help)
		a->help = false;
	else if (a->zoom)
		a->zoom = false;
	else
		a->chosen = 0;
}

static unsigned next_theme(struct app *a)
{
	enum theme next = a->theme;

	do {
		next = (enum theme)((next + 1) % THEME_COUNT);
	} while (theme_limit(next, a->options.colors) != next);
	a->theme = next;
	strbuf_clear(&a->message);
	strbuf_printf(&a->message, _("Theme: %s"), theme_name(next));
	return REACT_THEME | REACT_REPAINT;
}

/* Actions about what is seen; false: it is not one of them. */
static bool look(struct app *a, enum action action)
{
	switch (action) {
	case ACTION_UP:
		arrow(a, 0, -1);
		break;
	case ACTION_DOWN:
		arrow(a, 0, 1);
		break;
	case ACTION_LEFT:
		arrow(a, -1, 0);
		break;
	case ACTION_RIGHT:
		arrow(a, 1, 0);
		break;
	case ACTION_PAGE_UP:
		scroll_page(a, -PAGE);
		break;
	case ACTION_PAGE_DOWN:
		scroll_page(a, PAGE);
		break;
	case ACTION_NEXT_PANE:
		focus_next(a, 1);
		break;
	case ACTION_PREVIOUS_PANE:
		focus_next(a, -1);
		break;
	case ACTION_PANE_AUTO:
		a->tab_chosen = false;
		a->focus = VIEW_GRAPH;
		break;
	case ACTION_ZOOM:
		a->zoom = !a->zoom;
		break;
	default:
		if (action < ACTION_PANE_1 || action > ACTION_PANE_7)
			return false;
		focus(a, (enum view_id)(VIEW_GRAPH + (action - ACTION_PANE_1)));
		break;
	}
	return true;
}

static unsigned other(struct app *a, enum action action)
{
	switch (action) {
	case ACTION_PLAY:
		a->playing = !a->playing;
		break;
	case ACTION_FASTER:
		set_pace(a, 1);
		break;
	case ACTION_SLOWER:
		set_pace(a, -1);
		break;
	case ACTION_CANCEL:
		cancel(a);
		break;
	case ACTION_CLASSES:
		a->picture.classes = !a->picture.classes;
		break;
	case ACTION_UNFOLD:
		a->picture.unfolded = !a->picture.unfolded;
		break;
	case ACTION_TIDY:
		tidy(a);
		break;
	case ACTION_THEME:
		return REACT_DRAW | next_theme(a);
	case ACTION_REDRAW:
		return REACT_DRAW | REACT_REPAINT;
	case ACTION_SUSPEND:
		return REACT_SUSPEND;
	case ACTION_HELP:
		a->help = !a->help;
		a->help_scroll = 0;
		break;
	case ACTION_STOP:
		strbuf_clear(&a->message);
		strbuf_puts(&a->message, _("q quits."));
		break;
	case ACTION_QUIT:
		if (!a->help)
			return REACT_QUIT;
		a->help = false;
		break;
	default:
		break;
	}
	return REACT_DRAW;
}

unsigned app_key(struct app *a, const struct key *key)
{
	enum action action = keymap_find(key->code);

	if (action == ACTION_NONE)
		return 0;
	strbuf_clear(&a->message);
	if (action != ACTION_PLAY && action != ACTION_FASTER && action != ACTION_SLOWER)
		a->playing = false;
	if (app_move(a, action)) {
		a->help = false;
		return REACT_DRAW;
	}
	if (look(a, action))
		return REACT_DRAW;
	return other(a, action);
}

int app_timeout(const struct app *a)
{
	return a->playing ? speeds[a->pace] : -1;
}

unsigned app_tick(struct app *a)
{
	if (!a->playing)
		return 0;
	app_move(a, ACTION_STEP);
	if (a->message.length)
		a->playing = false;
	return REACT_DRAW;
}
