#include "view.h"

#include <stdlib.h>
#include <string.h>

#include "graph_choice.h"
#include "graph_draw.h"
#include "graph_label.h"
#include "graph_text.h"
#include "i18n.h"
#include "placing.h"
#include "strbuf.h"
#include "xalloc.h"

/*
 * The heap as a picture: names and other holders at the left, objects as boxes.
 */
struct sight {
	struct canvas *c;
	const struct scene *s;
	struct placing *placing;
	struct graph_figures figures;
	enum graph_detail detail;
	bool more[4]; /* there is more at the left, right, top, bottom */
};

static int limit_of(const struct canvas *c)
{
	int limit = c->columns * c->rows / 25;

	return limit < 8 ? 8 : limit > 300 ? 300 : limit;
}

static enum graph_detail wanted_detail(const struct canvas *c, int n)
{
	int cells = c->columns * c->rows;

	if (n * 150 <= cells)
		return GRAPH_VALUE;
	return n * 100 <= cells + cells / 2 ? GRAPH_COUNTS : GRAPH_COMPACT;
}

/* Freed objects that had a box. */
static void add_ghosts(
	struct graph_figures *out, const struct scene *s, const struct placing *placing)
{
	const struct layout *before = placing_base(placing, s->step);
	int count = out->count;

	for (int i = 0; before && i < s->ghost_count; i++) {
		uint32_t serial = s->ghosts[i].serial;

		if (!graph_figure_find(out, graph_box_of(s, serial)) &&
			layout_find(before, serial))
			out->at[count++] = (struct graph_figure){.id = serial};
	}
	out->count = count;
	graph_figures_sort(out);
}

static const struct layout *place_at(const struct sight *g)
{
	const struct graph_figures *f = &g->figures;
	struct graph_node *nodes = xcalloc((size_t)f->count + 1, sizeof(*nodes));
	struct graph_ref *refs = xcalloc(f->edge_count + 1, sizeof(*refs));
	struct layout_options options = {
		g->detail == GRAPH_COMPACT ? LAYOUT_COMPACT : LAYOUT_BOX,
		glyph_is_ascii(g->c->glyphs) ? 2 : 1,
		g->s->choice->labelled ? GRAPH_LABEL_ROOM : 1};
	struct graph graph = {nodes, f->count, refs, (int)f->edge_count};
	const struct layout *layout;

	for (int i = 0; i < f->count; i++) {
		const struct graph_figure *figure = &f->at[i];

		nodes[i] = (struct graph_node){figure->id, figure->root != NULL,
			graph_text_columns(g->s, figure, g->detail, g->c->glyphs),
			graph_text_lines(figure, g->detail)};
	}
	for (uint32_t i = 0; i < f->edge_count; i++)
		refs[i] = (struct graph_ref){
			f->edges[i].from, f->edges[i].to, f->edges[i].weak};
	layout = placing_at(g->placing, g->s->step, (int)g->detail, &graph, options);
	free(nodes);
	free(refs);
	return layout;
}

static bool fits(const struct canvas *c, const struct layout *layout)
{
	return layout->width <= c->columns && layout->height <= c->rows;
}

/* The layout for this step: with less detail when that makes it fit. */
static const struct layout *place(struct sight *g)
{
	const struct layout *layout = placing_find(g->placing, g->s->step);
	enum graph_detail wanted = g->detail;

	if (layout)
		return layout;
	for (; g->detail <= GRAPH_COMPACT; g->detail++) {
		layout = place_at(g);
		if (fits(g->c, layout))
			return layout;
		placing_withdraw(g->placing, g->s->step);
	}
	g->detail = wanted;
	return place_at(g);
}

static enum graph_state graph_state(
	const struct scene *s, const struct graph_figure *figure)
{
	static const enum graph_state states[STATE_COUNT] = {
		[STATE_LIVE] = GRAPH_LIVE,
		[STATE_DEAD] = GRAPH_DEAD,
		[STATE_CANDIDATE] = GRAPH_CANDIDATE,
		[STATE_REACHABLE] = GRAPH_REACHABLE,
		[STATE_SET_ASIDE] = GRAPH_SET_ASIDE,
		[STATE_UNREACHABLE] = GRAPH_UNREACHABLE,
		[STATE_UNCOLLECTABLE] = GRAPH_UNCOLLECTABLE,
		[STATE_FREED] = GRAPH_FREED,
	};

	if (figure->root)
		return GRAPH_LIVE;
	if (figure->fold)
		return states[graph_fold_state(s, figure->fold)];
	return figure->object ? states[query_state(&s->query, figure->object)]
			      : GRAPH_FREED;
}

/* References that stand out. */
struct marks {
	struct graph_mark at[GHOSTS + 2];
	int count;
};

static void add_mark(struct marks *m, struct graph_mark mark)
{
	if (mark.from && mark.to && mark.from != mark.to)
		m->at[m->count++] = mark;
}

static bool is_drawn(const struct graph_figures *f, uint32_t from, uint32_t to)
{
	for (uint32_t i = 0; i < f->edge_count; i++) {
		if (f->edges[i].from == from && f->edges[i].to == to)
			return true;
	}
	return false;
}

static void mark_removed(const struct sight *g, struct marks *m)
{
	const struct scene *s = g->s;

	for (int i = 0; i < s->removed_count; i++) {
		uint32_t from = graph_box_of(s, s->removed[i].from);
		uint32_t to = graph_box_of(s, s->removed[i].to);

		if (!is_drawn(&g->figures, from, to))
			add_mark(m,
				(struct graph_mark){.from = from,
					.to = to,
					.style = STYLE_DIM,
					.ghost = true});
	}
}

/* The reference that the present event went along. */
static void mark_event(const struct scene *s, struct marks *m)
{
	const struct event *e = &s->event;

	if (e->kind == EV_SUBTRACT_REF || e->kind == EV_RESCUE || e->kind == EV_BIND ||
		e->kind == EV_INCREF)
		add_mark(m,
			(struct graph_mark){.from = graph_box_of(s, e->other),
				.to = graph_box_of(s, e->object),
				.style = STYLE_VISITED | STYLE_BOLD});
}

static void make_marks(const struct sight *g, struct marks *m)
{
	const struct scene *s = g->s;

	m->count = 0;
	mark_removed(g, m);
	mark_event(s, m);
	add_mark(m,
		(struct graph_mark){.from = s->way[0],
			.to = s->way[1],
			.style = STYLE_SELECTED | STYLE_BOLD});
}

/* Start of the window on a length: whole steps of half a window, so that it
 * does not follow every little move. */
static int window(int from, int size, int window_size)
{
	int step = window_size / 2 > 0 ? window_size / 2 : 1, start = 0;

	while (from + size > start + window_size && start + step <= from)
		start += step;
	return start;
}

static struct graph_look look_of(
	const struct sight *g, const struct graph_figure *figure, struct graph_text *t)
{
	const struct scene *s = g->s;
	uint32_t visited = graph_box_of(s, s->event.object);
	uint32_t selected = graph_box_of(s, s->selected);
	bool object = figure->object || figure->fold;

	graph_text_make(s, figure, g->detail, t);
	return (struct graph_look){
		.id = figure->id,
		.lines = t->pointers,
		.line_count = t->count,
		.badge = t->badge.length ? t->badge.text : NULL,
		.state = graph_state(s, figure),
		.visited = object && figure->id == visited,
		.selected = s->chosen && object && figure->id == selected,
		.changed = t->changed,
	};
}

/* FROM moved by *PAN, which is cut to what there is: 0 to LAST. */
static int panned(int from, int *pan, int last)
{
	int low = from < 0 ? from : 0, high = from > last ? from : last;
	int to = from + *pan;

	to = to < low ? low : to > high ? high : to;
	*pan = to - from;
	return to;
}

/* Moves the window over the picture to what is looked at. */
static void aim(struct sight *g, const struct layout *layout,
	struct graph_picture *picture, struct view_place *p)
{
	const struct scene *s = g->s;
	uint32_t id = graph_box_of(s, s->chosen ? s->selected : s->event.object);
	const struct layout_box *focus = layout_find(layout, id);

	if (focus) {
		picture->x = window(focus->x, focus->width, g->c->columns);
		picture->y = window(focus->y, focus->height, g->c->rows);
	}
	picture->x = panned(picture->x, &p->pan_x, layout->width - g->c->columns);
	picture->y = panned(picture->y, &p->pan_y, layout->height - g->c->rows);
	if (focus) {
		p->cursor_x = focus->x - picture->x;
		p->cursor_y = focus->y - picture->y;
	}
	g->more[0] = picture->x > 0;
	g->more[1] = layout->width > picture->x + g->c->columns;
	g->more[2] = picture->y > 0;
	g->more[3] = layout->height > picture->y + g->c->rows;
}

static void paint(struct sight *g, const struct layout *layout, struct view_place *p)
{
	const struct graph_figures *f = &g->figures;
	struct graph_look *looks = xcalloc((size_t)f->count + 1, sizeof(*looks));
	struct graph_text *texts = xcalloc((size_t)f->count + 1, sizeof(*texts));
	struct marks marks;
	struct graph_picture picture = {.layout = layout,
		.looks = looks,
		.look_count = f->count,
		.marks = marks.at};

	for (int i = 0; i < f->count; i++)
		looks[i] = look_of(g, &f->at[i], &texts[i]);
	make_marks(g, &marks);
	picture.mark_count = marks.count;
	aim(g, layout, &picture, p);
	graph_draw(g->c, &picture);
	if (g->s->choice->labelled)
		graph_label_draw(g->c, g->s, f, layout, picture.x, picture.y);
	for (int i = 0; i < layout->box_count; i++) {
		const struct layout_box *b = &layout->boxes[i];

		if (!b->hidden && !b->root)
			spots_add(p->spots,
				(struct canvas_rect){b->x - picture.x, b->y - picture.y,
					b->width, b->height},
				SPOT_OBJECT, b->id);
	}
	for (int i = 0; i < f->count; i++)
		graph_text_free(&texts[i]);
	free(texts);
	free(looks);
}

/* Arrows at the right end: the picture goes on there. */
static void draw_more(const struct sight *g, struct canvas *c, int y)
{
	static const enum glyph arrows[] = {
		GLYPH_HEAD_LEFT, GLYPH_HEAD_RIGHT, GLYPH_HEAD_UP, GLYPH_HEAD_DOWN};
	int x = c->columns - 1;

	for (int i = 3; i >= 0; i--) {
		if (g->more[i])
			canvas_glyph(c, x--, y, arrows[i], STYLE_TITLE);
	}
	if (x < c->columns - 1)
		canvas_text(c, x - 4, y, _("more"), STYLE_DEFAULT);
}

/* "objects: 5   D dead   X unreachable": what the marks mean that are there. */
static void draw_legend(const struct sight *g, struct canvas *c, int y)
{
	const struct graph_figures *f = &g->figures;
	bool seen[STATE_COUNT] = {false};
	bool two = f->objects > 0 && g->detail == GRAPH_COMPACT &&
		g->s->query.gc.phase != GC_PHASE_IDLE;
	int x = 1, shown = 0;

	for (int i = 0; i < f->count; i++) {
		shown += (int)f->at[i].members;
		if (f->at[i].object)
			seen[query_state(&g->s->query, f->at[i].object)] = true;
	}
	if (f->left_out)
		x += canvas_printf(c, x, y, STYLE_DEFAULT, _("objects: %d of %d"),
			shown, shown + f->left_out);
	else
		x += canvas_printf(c, x, y, STYLE_DIM, _("objects: %d"), shown);
	if (two)
		x += 2 + canvas_text(c, x + 2, y, _("refs/gc_refs"), STYLE_DIM);
	for (int state = STATE_DEAD; state < STATE_FREED; state++) {
		if (seen[state])
			x += canvas_printf(c, x + 2, y,
				     state_style((enum object_state)state), "%s %s",
				     state_mark((enum object_state)state),
				     state_word((enum object_state)state)) +
				2;
	}
	draw_more(g, c, y);
}

static const char *nothing_text(enum graph_filter filter)
{
	switch (filter) {
	case FILTER_GENERATION:
		return _("No object of the program is in this generation.");
	case FILTER_UNREACHABLE:
		return _("Nothing is unreachable.");
	case FILTER_NEIGHBOURS:
		return _("The object whose neighbours were shown is not here.");
	default:
		return _("No containers of the program are here.");
	}
}

void view_graph_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	struct placing *own = p->placing ? NULL : placing_new();
	struct canvas area = canvas_sub(c,
		(struct canvas_rect){
			0, 0, c->columns, c->rows > 5 ? c->rows - 1 : c->rows});
	struct sight g = {.c = &area, .s = s, .placing = own ? own : p->placing};

	graph_choose(s, scene_picture(s), limit_of(&area), &g.figures);
	g.detail = (enum graph_detail)placing_level(
		g.placing, s->step, (int)wanted_detail(&area, g.figures.objects));
	add_ghosts(&g.figures, s, g.placing);
	if (g.figures.count > 0)
		paint(&g, place(&g), p);
	else
		canvas_text_wrap(&area, (struct canvas_rect){1, 0, area.columns - 2, 3},
			nothing_text(s->choice->filter), STYLE_DIM);
	if (area.rows < c->rows)
		draw_legend(&g, c, c->rows - 1);
	graph_figures_free(&g.figures);
	placing_free(own);
}

/* How far B is from A in a direction; -1: not in that direction at all. */
static long distance(
	const struct layout_box *a, const struct layout_box *b, int dx, int dy)
{
	long x = (2 * b->x + b->width) - (2 * a->x + a->width);
	long y = 2 * ((2 * b->y + b->height) - (2 * a->y + a->height));
	long along = dx ? x * dx : y * dy, across = labs(dx ? y : x);

	return along <= 0 || across > 3 * along ? -1 : along + 2 * across;
}

uint32_t view_graph_neighbour(
	const struct scene *s, struct placing *placing, int dx, int dy)
{
	const struct layout *layout = placing_find(placing, s->step);
	const struct layout_box *from, *best = NULL;
	long best_distance = 0;

	if (!layout)
		return 0;
	from = layout_find(layout, graph_box_of(s, s->selected));
	for (int i = 0; i < layout->box_count; i++) {
		const struct layout_box *box = &layout->boxes[i];
		long d;

		if (box->hidden || box->root || !naming_find(s->names, s->w, box->id))
			continue;
		d = from && !from->hidden ? distance(from, box, dx, dy)
					  : box->x + box->y + 1;
		if (d > 0 && (!best || d < best_distance)) {
			best = box;
			best_distance = d;
		}
	}
	return best ? best->id : 0;
}
