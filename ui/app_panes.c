#include "app_part.h"

#include <assert.h>

/*
 * What is where.
 *
 *	tiny		below 20x3: one line
 *	small		below 40x8: status, one pane
 *	middle		below 80x24: status, one pane, the sentence, hints
 *	full		graph at the left, a column of panes at the right, below
 *			them explanation, timeline, hints; from 170 columns on a
 *			column at the left, too
 *	present		in front of a class: graph and one pane, more room for words
 */
enum {
	TINY_COLUMNS = 20,
	TINY_ROWS = 3,
	SMALL_COLUMNS = 40,
	SMALL_ROWS = 8,
	FULL_COLUMNS = 80,
	FULL_ROWS = 24,
	LEAST_COLUMNS = 20, /* of the graph, and of the column beside it */
	LEAST_ROWS = 3,     /* of a pane with its title */
	PRESENT_COLUMNS = 60,
	PRESENT_ROWS = 16
};

static struct app_pane *add(
	struct app_layout *l, enum view_id view, struct canvas_rect place)
{
	struct app_pane *pane = &l->panes[l->count++];

	assert(l->count <= APP_PANES);

	*pane = (struct app_pane){.view = view, .place = place, .cut = -1};
	return pane;
}

/* A pane with a rule and its title on top; R is both. */
static struct app_pane *add_titled(
	struct app_layout *l, enum view_id view, struct canvas_rect r)
{
	struct app_pane *pane =
		add(l, view, (struct canvas_rect){r.x, r.y + 1, r.width, r.height - 1});

	pane->title = (struct canvas_rect){r.x, r.y, r.width, 1};
	return pane;
}

static enum view_id shared_view(const struct app *a, bool collecting)
{
	if (a->look.tab_chosen)
		return a->look.tab;
	return collecting ? VIEW_LISTS : VIEW_SOURCE;
}

static enum view_id main_view(const struct app *a)
{
	return a->look.tiles ? VIEW_TILES : VIEW_GRAPH;
}

static void arrange_small(
	const struct app *a, int columns, int rows, struct app_layout *l)
{
	enum view_id view =
		a->look.focus == VIEW_GRAPH || a->look.focus == VIEW_TIMELINE
		? VIEW_EXPLAIN
		: a->look.focus;

	l->status_row = 0;
	add(l, view, (struct canvas_rect){0, 1, columns, rows - 1});
}

static void arrange_middle(
	const struct app *a, int columns, int rows, struct app_layout *l)
{
	int explain = rows < 12 ? 1 : rows < 18 ? 2 : 3;
	enum view_id view =
		a->look.focus == VIEW_TIMELINE ? main_view(a) : a->look.focus;

	l->status_row = 0;
	l->hint_row = rows - 1;
	add_titled(l, view, (struct canvas_rect){0, 1, columns, rows - 2 - explain})
		->tabs = true;
	add(l, VIEW_EXPLAIN,
		(struct canvas_rect){0, rows - 1 - explain, columns, explain});
}

static int clamp(int value, int least, int most)
{
	return value > most ? most : value < least ? least : value;
}

/* The column's views, each with its share of the rows; the last one gets the
 * rest. */
struct slot_plan {
	enum view_id view;
	int share;   /* percent */
	bool shared; /* shows any of several views */
};

/* CUT: the first boundary in it. */
static void stack(const struct app *a, struct app_layout *l, struct canvas_rect r,
	const struct slot_plan *plan, int count, int cut)
{
	int y = r.y, end = r.y + r.height, usual = r.y;

	for (int i = 0; i < count; i++) {
		struct app_pane *pane;
		int to = end;

		usual += r.height * plan[i].share / 100;
		if (i < count - 1)
			to = clamp(usual + a->cuts[l->size_class][cut + i],
				y + LEAST_ROWS, end - LEAST_ROWS * (count - 1 - i));
		pane = add_titled(
			l, plan[i].view, (struct canvas_rect){r.x, y, r.width, to - y});
		pane->tabs = plan[i].shared;
		pane->cut = i > 0 ? cut + i - 1 : -1;
		y = to;
	}
}

/* What the shared pane shows when FIXED views have panes of their own. */
static enum view_id shared_beside(
	const struct app *a, const enum view_id *fixed, int count, enum view_id usual)
{
	if (!a->look.tab_chosen)
		return usual;
	for (int i = 0; i < count; i++) {
		if (fixed[i] == a->look.tab)
			return usual;
	}
	return a->look.tab;
}

static void stack_right(const struct app *a, struct app_layout *l, struct canvas_rect r,
	bool collecting)
{
	static const enum view_id fixed[] = {VIEW_SOURCE, VIEW_OUTPUT};
	bool tall = r.height >= 26, wide = r.width >= 36;
	enum view_id second = shared_beside(a, fixed, tall ? 2 : 1, VIEW_LISTS);
	const struct slot_plan three[] = {
		{VIEW_SOURCE, 40, false}, {second, 42, true}, {VIEW_OUTPUT, 0, false}};

	if (tall)
		stack(a, l, r, three, 3, CUT_RIGHT);
	else if (wide || r.height >= 22)
		stack(a, l, r,
			(struct slot_plan[]){
				{VIEW_SOURCE, 45, false}, {second, 0, true}},
			2, CUT_RIGHT);
	else
		stack(a, l, r, &(struct slot_plan){shared_view(a, collecting), 0, true},
			1, CUT_RIGHT);
}

static void arrange_wide(
	const struct app *a, struct app_layout *l, struct canvas_rect main, int side)
{
	static const enum view_id fixed[] = {
		VIEW_SOURCE, VIEW_OUTPUT, VIEW_LISTS, VIEW_OBJECT};
	struct canvas_rect left = {0, main.y, side, main.height};
	struct canvas_rect right = {main.width - side, main.y, side, main.height};
	enum view_id third = shared_beside(a, fixed, 4, VIEW_STORY);

	stack(a, l, left,
		(struct slot_plan[]){{VIEW_SOURCE, 48, false}, {VIEW_OUTPUT, 20, false},
			{third, 0, true}},
		3, CUT_LEFT);
	add_titled(l, main_view(a),
		(struct canvas_rect){
			side + 1, main.y, main.width - 2 * side - 2, main.height});
	stack(a, l, right,
		(struct slot_plan[]){{VIEW_LISTS, 48, false}, {VIEW_OBJECT, 40, false},
			{VIEW_COUNTERS, 0, false}},
		3, CUT_RIGHT);
	l->rule_x[0] = side;
	l->rule_x[1] = main.width - side - 1;
}

/* The right column's, as the user wants it in windows of this class. */
static int side_width(const struct app *a, int columns, struct app_layout *l)
{
	int side = columns < 100 ? 30 : columns < 120 ? 36 : columns < 170 ? 44 : 46;

	l->size_class = columns < 110 ? 0 : columns < 170 ? 1 : 2;
	side += a->side[l->size_class];
	if (side > columns - LEAST_COLUMNS)
		side = columns - LEAST_COLUMNS;
	return side < LEAST_COLUMNS ? LEAST_COLUMNS : side;
}

/* Rows of the explanation, of ROWS in all. */
static int explain_height(const struct app *a, const struct app_layout *l, int rows)
{
	int usual = rows < 34 ? 4 : rows < 50 ? 5 : 6;

	return clamp(usual - a->cuts[l->size_class][CUT_BELOW], 1, rows - 14);
}

static void arrange_full(const struct app *a, int columns, int rows, bool collecting,
	struct app_layout *l)
{
	int side = side_width(a, columns, l);
	int explain = explain_height(a, l, rows);
	struct canvas_rect main = {0, 1, columns, rows - 4 - explain};

	l->status_row = 0;
	l->hint_row = rows - 1;
	l->rule_y = main.y;
	l->rule_height = main.height;
	if (a->zoom) {
		add_titled(l,
			a->look.focus == VIEW_TIMELINE ? main_view(a) : a->look.focus,
			main)
			->tabs = true;
	} else if (columns >= 170 && rows >= 34) {
		arrange_wide(a, l, main,
			2 * side > columns - 2 - LEAST_COLUMNS
				? (columns - 2 - LEAST_COLUMNS) / 2
				: side);
	} else {
		add_titled(l, main_view(a),
			(struct canvas_rect){
				0, main.y, columns - side - 1, main.height});
		stack_right(a, l,
			(struct canvas_rect){columns - side, main.y, side, main.height},
			collecting);
		l->rule_x[0] = columns - side - 1;
	}
	add_titled(l, VIEW_EXPLAIN,
		(struct canvas_rect){0, rows - 3 - explain, columns, explain + 1})
		->cut = CUT_BELOW;
	add(l, VIEW_TIMELINE, (struct canvas_rect){0, rows - 2, columns, 1});
}

static void arrange_present(const struct app *a, int columns, int rows, bool collecting,
	struct app_layout *l)
{
	int explain = rows / 4;
	struct canvas_rect main = {0, 1, columns, rows - 3 - explain};
	int side = columns < FULL_COLUMNS || a->zoom ? 0 : columns * 2 / 5;
	enum view_id view = a->zoom || !side ? a->look.focus : main_view(a);

	l->status_row = 0;
	l->hint_row = rows - 1;
	add_titled(l, view == VIEW_TIMELINE ? main_view(a) : view,
		(struct canvas_rect){
			0, main.y, side ? columns - side - 1 : columns, main.height});
	if (side) {
		add_titled(l, shared_view(a, collecting),
			(struct canvas_rect){columns - side, main.y, side, main.height})
			->tabs = true;
		l->rule_x[0] = columns - side - 1;
		l->rule_y = main.y;
		l->rule_height = main.height;
	}
	add_titled(l, VIEW_EXPLAIN,
		(struct canvas_rect){0, rows - 2 - explain, columns, explain + 1});
}

void app_arrange(const struct app *a, int columns, int rows, bool collecting,
	struct app_layout *l)
{
	*l = (struct app_layout){.status_row = -1, .hint_row = -1};
	if (columns < TINY_COLUMNS || rows < TINY_ROWS)
		l->status_row = 0;
	else if (columns < SMALL_COLUMNS || rows < SMALL_ROWS)
		arrange_small(a, columns, rows, l);
	else if (a->present.on && columns >= PRESENT_COLUMNS && rows >= PRESENT_ROWS)
		arrange_present(a, columns, rows, collecting, l);
	else if (columns < FULL_COLUMNS || rows < FULL_ROWS)
		arrange_middle(a, columns, rows, l);
	else
		arrange_full(a, columns, rows, collecting, l);
}
