#include "app_part.h"

#include "i18n.h"
#include "query_tiles.h"

/* What is looked at: panes, the selection, scrolling. */

enum {
	PAGE = 10
};

/* Views that share one pane where there is room for only one of them. */
static bool is_side_view(enum view_id v)
{
	return v != VIEW_GRAPH && v != VIEW_TIMELINE && v != VIEW_TILES;
}

void app_focus(struct app *a, enum view_id view)
{
	if (view == VIEW_GRAPH || view == VIEW_TILES)
		a->look.tiles = view == VIEW_TILES;
	a->look.focus = view;
	if (is_side_view(view)) {
		a->look.tab = view;
		a->look.tab_chosen = true;
	}
}

static void focus_next(struct app *a, int by)
{
	int panes = VIEW_LAST_PANE + 1;

	app_focus(a, (enum view_id)(((int)a->look.focus + by + panes) % panes));
}

unsigned app_pane(struct app *a, const struct order *o)
{
	switch (o->action) {
	case ACTION_NEXT_PANE:
		focus_next(a, 1);
		break;
	case ACTION_PREVIOUS_PANE:
		focus_next(a, -1);
		break;
	case ACTION_PANE_AUTO:
		a->look.tab_chosen = false;
		app_focus(a, VIEW_GRAPH);
		break;
	case ACTION_PANE_8:
		if (a->look.focus == VIEW_TILES)
			a->tile_by = (a->tile_by + 1) % TILE_BY_COUNT;
		app_focus(a, VIEW_TILES);
		break;
	case ACTION_ZOOM:
		a->zoom = !a->zoom;
		break;
	default:
		app_focus(a, (enum view_id)(VIEW_GRAPH + (o->action - ACTION_PANE_1)));
		break;
	}
	return REACT_DRAW;
}

/* The selection. */

static void choose(struct app *a, uint32_t serial)
{
	if (serial)
		a->look.chosen = serial;
}

static uint32_t tile_neighbour(
	const struct app *a, const struct scene *s, int dx, int dy)
{
	struct view_place place = {.tile_by = a->tile_by,
		.tile_columns = a->tile_columns,
		.tile_rows = a->tile_rows};

	return view_tiles_neighbour(s, &place, dx, dy);
}

static void select_by_arrow(struct app *a, int dx, int dy)
{
	struct scene s;

	app_scene(a, &s);
	if (a->look.focus == VIEW_TILES)
		choose(a, tile_neighbour(a, &s, dx, dy));
	else if (a->look.focus == VIEW_LISTS)
		choose(a, dy ? view_lists_neighbour(&s, dy) : 0);
	else if (a->graph)
		choose(a, view_graph_neighbour(&s, a->graph, dx, dy));
	scene_free(&s);
}

int app_line(struct app *a)
{
	int line = a->look.line;
	struct scene scene;

	if (line)
		return line;
	app_scene(a, &scene);
	line = scene.line ? scene.line : scene.line_done;
	scene_free(&scene);
	return line;
}

/* The user's cursor in the source, from the present line on. */
static void move_line(struct app *a, int by)
{
	const struct scenario *s = a->scenario;
	int line = app_line(a);

	for (line += by; line >= 1 && line <= s->line_count; line += by < 0 ? -1 : 1) {
		if (!scenario_is_aside(s, line)) {
			a->look.line = line;
			return;
		}
	}
}

static void arrow(struct app *a, int dx, int dy)
{
	struct order step = {.action = dx > 0 ? ACTION_STEP : ACTION_BACK};

	if (a->look.focus == VIEW_TIMELINE && dx)
		app_move(a, &step);
	else if (a->look.focus == VIEW_GRAPH || a->look.focus == VIEW_LISTS ||
		a->look.focus == VIEW_TILES)
		select_by_arrow(a, dx, dy);
	else if (a->look.focus == VIEW_SOURCE && dy)
		move_line(a, dy);
	else
		a->scroll[a->look.focus] += dy;
}

unsigned app_arrow(struct app *a, const struct order *o)
{
	int dx = (o->action == ACTION_RIGHT) - (o->action == ACTION_LEFT);
	int dy = (o->action == ACTION_DOWN) - (o->action == ACTION_UP);

	for (long i = 0; i < app_times(o) && i < 1000; i++)
		arrow(a, dx, dy);
	return REACT_DRAW;
}

/* Scrolling. */

static void scroll_by(struct app *a, int rows)
{
	if (a->look.focus == VIEW_SOURCE)
		a->look.line = 0;
	a->scroll[a->look.focus] += rows;
}

unsigned app_scroll(struct app *a, const struct order *o)
{
	int by = o->action == ACTION_PAGE_UP || o->action == ACTION_PAGE_DOWN
		? PAGE
		: PAGE / 2;
	long times = app_times(o) < 1000 ? app_times(o) : 1000;

	if (o->action == ACTION_PAGE_UP || o->action == ACTION_HALF_UP)
		by = -by;
	scroll_by(a, by * (int)times);
	return REACT_DRAW;
}

unsigned app_ends(struct app *a, const struct order *o)
{
	bool bottom = o->action == ACTION_BOTTOM;

	if (o->count) {
		app_leave(a);
		app_seek(a, (uint64_t)o->count);
	} else if (a->look.focus == VIEW_GRAPH || a->look.focus == VIEW_TIMELINE) {
		app_leave(a);
		app_seek(a, bottom ? UINT64_MAX : 0);
	} else {
		scroll_by(a, bottom ? 1000000 : -1000000);
	}
	return REACT_DRAW;
}

unsigned app_cancel(struct app *a, const struct order *o)
{
	(void)o;
	if (a->wanted.length)
		strbuf_clear(&a->wanted);
	else if (a->zoom)
		a->zoom = false;
	else
		a->look.chosen = 0;
	a->look.line = 0;
	return REACT_DRAW;
}
