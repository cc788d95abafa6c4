#include "view.h"

#include <stdlib.h>
#include <string.h>

#include "graph_draw.h"
#include "i18n.h"
#include "placing.h"
#include "strbuf.h"
#include "xalloc.h"

/*
 * The heap as a picture: names and other holders at the left, objects as boxes.
 * How much a box says depends on how many there are.
 */
enum detail {
	DETAIL_VALUE,
	DETAIL_COUNTS,
	DETAIL_COMPACT
};

enum {
	NUMBERS_WIDTH = 12, /* "rc 1 gc 1→0" */
	COMPACT_WIDTH = 4,  /* a blank and "2→1" */
	BADGE_WIDTH = 3,
	NAME_LIMIT = 24,
	LINES = 3,
};

/* Everything the layout and the painter need, by node. */
struct figure {
	uint32_t id;   /* serial or root */
	obj_id object; /* 0: a root or a ghost */
	const char *root;
};

struct figures {
	struct figure *at;
	int count;
	int objects; /* how many of them are objects */
	int left_out;
	enum detail detail;
	bool more[4]; /* there is more at the left, right, top, bottom */
};

static int limit_of(const struct canvas *c)
{
	int limit = c->columns * c->rows / 25;

	return limit < 8 ? 8 : limit > 300 ? 300 : limit;
}

static enum detail wanted_detail(const struct canvas *c, int n)
{
	int cells = c->columns * c->rows;

	if (n * 150 <= cells)
		return DETAIL_VALUE;
	return n * 100 <= cells + cells / 2 ? DETAIL_COUNTS : DETAIL_COMPACT;
}

static void add_figure(struct figures *s, struct figure figure)
{
	s->at[s->count++] = figure;
}

static bool is_among(const struct figures *s, uint32_t id)
{
	for (int i = 0; i < s->count; i++) {
		if (s->at[i].id == id)
			return true;
	}
	return false;
}

/* Freed objects that had a box. */
static void add_ghosts(
	struct figures *out, const struct scene *s, const struct placing *placing)
{
	const struct layout *before = placing_base(placing, s->step);

	for (int i = 0; before && i < s->ghost_count; i++) {
		uint32_t serial = s->ghosts[i].serial;

		if (!is_among(out, serial) && layout_find(before, serial))
			add_figure(out, (struct figure){.id = serial});
	}
}

static struct figures collect_figures(
	const struct scene *s, const struct picture *p, int limit)
{
	struct figures out = {0};

	out.at = xcalloc(p->object_count + p->root_count + GHOSTS, sizeof(*out.at));
	for (uint32_t i = 0; i < p->object_count; i++) {
		obj_id o = p->objects[i];

		if (out.count >= limit && o != s->selected_object) {
			out.left_out++;
			continue;
		}
		add_figure(&out, (struct figure){obj_serial(s->w, o), o, NULL});
	}
	out.objects = out.count;
	return out;
}

static bool leads_somewhere(
	const struct picture *p, const struct figures *s, uint32_t id)
{
	for (uint32_t i = 0; i < p->edge_count; i++) {
		if (p->edges[i].from == id && is_among(s, p->edges[i].to))
			return true;
	}
	return false;
}

static void add_roots(struct figures *s, const struct picture *p)
{
	for (uint32_t i = 0; i < p->root_count; i++) {
		if (leads_somewhere(p, s, p->roots[i].id))
			add_figure(s,
				(struct figure){p->roots[i].id, 0, p->roots[i].text});
	}
}

static int compare_figures(const void *a, const void *b)
{
	uint32_t x = ((const struct figure *)a)->id, y = ((const struct figure *)b)->id;

	return x < y ? -1 : x > y;
}

/* The text of a box. */
struct box_text {
	struct strbuf lines[LINES];
	const char *pointers[LINES];
	struct strbuf badge;
	int count;
};

/* "rc 2 gc 1"; gc_refs alone when both do not fit. */
static void add_numbers(
	const struct scene *s, obj_id o, struct strbuf *out, bool *changed)
{
	struct strbuf rc = STRBUF_INIT, gc = STRBUF_INIT;
	bool rc_changed = scene_refcount(s, o, &rc);
	bool gc_changed = scene_gc_refs(s, o, &gc);
	struct strbuf both = STRBUF_INIT;

	strbuf_printf(&both, "rc %s gc %s", rc.text, gc.text);
	if (!gc.length)
		strbuf_printf(out, "rc %s", rc.text);
	else if (wtext_width(both.text, GLYPHS_UNICODE) <= NUMBERS_WIDTH)
		strbuf_puts(out, both.text);
	else
		strbuf_printf(out, "gc %s", gc.text);
	*changed = rc_changed || gc_changed;
	strbuf_free(&rc);
	strbuf_free(&gc);
	strbuf_free(&both);
}

/* The __dict__ that is folded into O, if it is a container of its own. */
static obj_id folded_dict(const struct scene *s, obj_id o)
{
	uint32_t attrs = obj_attrs(s->w, o);
	obj_id dict = attrs ? word(s->w, attrs + ATTRS_DICT) : 0;

	if (obj_kind(s->w, o) == KIND_OLD_INSTANCE)
		dict = obj_field(s->w, o, OLD_INSTANCE_DICT);
	return dict && !query_is_shown(&s->query, s->options, dict) ? dict : 0;
}

/* While a collection runs a folded dict's own count matters; else the value. */
static void add_third(
	const struct scene *s, obj_id o, struct strbuf *out, bool *changed)
{
	obj_id dict = folded_dict(s, o);
	struct strbuf gc = STRBUF_INIT;

	*changed = false;
	if (dict)
		*changed = scene_gc_refs(s, dict, &gc);
	if (gc.length) {
		strbuf_printf(out, _("dict gc %s "), gc.text);
		scene_badge(s, dict, out);
	} else {
		query_value(&s->query, o, 40, out);
	}
	strbuf_free(&gc);
}

static void object_text(const struct scene *s, const struct figure *figure,
	enum detail detail, struct box_text *t, unsigned *changed)
{
	bool numbers = false, third = false;

	query_name(&s->query, figure->object, &t->lines[0]);
	scene_badge(s, figure->object, &t->badge);
	if (detail == DETAIL_COMPACT) {
		strbuf_putc(&t->lines[0], ' ');
		numbers = scene_gc_refs(s, figure->object, &t->lines[0]);
		if (s->query.gc.phase == GC_PHASE_IDLE)
			numbers = scene_refcount(s, figure->object, &t->lines[0]);
		*changed = numbers;
		t->count = 1;
		return;
	}
	add_numbers(s, figure->object, &t->lines[1], &numbers);
	t->count = 2;
	if (detail == DETAIL_VALUE) {
		add_third(s, figure->object, &t->lines[2], &third);
		t->count = 3;
	}
	*changed = (unsigned)numbers << 1 | (unsigned)third << 2;
}

static void figure_text(const struct scene *s, const struct figure *figure,
	enum detail detail, struct box_text *t, unsigned *changed)
{
	*changed = 0;
	t->count = 1;
	if (figure->root) {
		strbuf_puts(&t->lines[0], figure->root);
	} else if (figure->object) {
		object_text(s, figure, detail, t, changed);
	} else {
		naming_text(s->names, &s->query, figure->id, &t->lines[0]);
		strbuf_puts(&t->badge, "freed");
	}
	for (int i = 0; i < LINES; i++)
		t->pointers[i] = t->lines[i].text;
}

static void box_text_free(struct box_text *t)
{
	for (int i = 0; i < LINES; i++)
		strbuf_free(&t->lines[i]);
	strbuf_free(&t->badge);
}

/* Columns of a box: the same whatever its numbers are. */
static int columns_of(const struct scene *s, const struct figure *figure,
	enum detail detail, enum glyph_set glyphs)
{
	struct strbuf name = STRBUF_INIT;
	int width;

	if (figure->root)
		strbuf_puts(&name, figure->root);
	else
		naming_text(s->names, &s->query, figure->id, &name);
	width = wtext_width(name.text, glyphs);
	strbuf_free(&name);
	if (width > NAME_LIMIT)
		width = NAME_LIMIT;
	if (figure->root)
		return width;
	if (detail == DETAIL_COMPACT)
		return width + COMPACT_WIDTH;
	width += BADGE_WIDTH;
	return width > NUMBERS_WIDTH ? width : NUMBERS_WIDTH;
}

static int lines_of(const struct figure *figure, enum detail detail)
{
	if (figure->root || detail == DETAIL_COMPACT)
		return 1;
	return detail == DETAIL_VALUE ? 3 : 2;
}

static const struct layout *place_at(struct canvas *c, const struct scene *s,
	const struct picture *p, const struct figures *figures, struct placing *placing)
{
	struct graph_node *nodes = xcalloc((size_t)figures->count + 1, sizeof(*nodes));
	struct graph_ref *refs = xcalloc(p->edge_count + 1, sizeof(*refs));
	struct layout_options options = {
		figures->detail == DETAIL_COMPACT ? LAYOUT_COMPACT : LAYOUT_BOX,
		c->glyphs == GLYPHS_ASCII ? 2 : 1, 1};
	struct graph g = {nodes, figures->count, refs, (int)p->edge_count};
	const struct layout *layout;

	for (int i = 0; i < figures->count; i++) {
		const struct figure *figure = &figures->at[i];

		nodes[i] = (struct graph_node){figure->id, figure->root != NULL,
			columns_of(s, figure, figures->detail, c->glyphs),
			lines_of(figure, figures->detail)};
	}
	for (uint32_t i = 0; i < p->edge_count; i++)
		refs[i] = (struct graph_ref){
			p->edges[i].from, p->edges[i].to, p->edges[i].weak};
	layout = placing_at(placing, s->step, (int)figures->detail, &g, options);
	free(nodes);
	free(refs);
	return layout;
}

static bool fits(const struct canvas *c, const struct layout *layout)
{
	return layout->width <= c->columns && layout->height <= c->rows;
}

/* The layout for this step: with less detail when that makes it fit. */
static const struct layout *place(struct canvas *c, const struct scene *s,
	const struct picture *p, struct figures *figures, struct placing *placing)
{
	const struct layout *layout = placing_find(placing, s->step);
	enum detail wanted = figures->detail;

	if (layout)
		return layout;
	for (; figures->detail <= DETAIL_COMPACT; figures->detail++) {
		layout = place_at(c, s, p, figures, placing);
		if (fits(c, layout))
			return layout;
		placing_withdraw(placing, s->step);
	}
	figures->detail = wanted;
	return place_at(c, s, p, figures, placing);
}

/* The serial of the box that shows an object: its own, or its owner's. */
static uint32_t box_of(const struct scene *s, uint32_t serial)
{
	obj_id o = naming_find(s->names, s->w, serial);

	while (o && s->query.owner[o] && !query_is_shown(&s->query, s->options, o))
		o = s->query.owner[o];
	return o ? obj_serial(s->w, o) : serial;
}

static enum graph_state graph_state(const struct scene *s, const struct figure *figure)
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
	return figure->object ? states[query_state(&s->query, figure->object)]
			      : GRAPH_FREED;
}

/* The reference that the present event went along. */
static int mark_of(const struct scene *s, struct graph_mark *mark)
{
	const struct event *e = &s->event;

	if (!e->object || !e->other)
		return 0;
	if (e->kind != EV_SUBTRACT_REF && e->kind != EV_RESCUE && e->kind != EV_BIND &&
		e->kind != EV_INCREF)
		return 0;
	*mark = (struct graph_mark){.from = box_of(s, e->other),
		.to = box_of(s, e->object),
		.style = STYLE_VISITED | STYLE_BOLD};
	return 1;
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

static void paint(struct canvas *c, const struct scene *s, const struct layout *layout,
	struct figures *figures, struct view_place *p)
{
	struct graph_look *looks = xcalloc((size_t)figures->count + 1, sizeof(*looks));
	struct box_text *texts = xcalloc((size_t)figures->count + 1, sizeof(*texts));
	uint32_t visited = box_of(s, s->event.object),
		 selected = box_of(s, s->selected);
	const struct layout_box *focus =
		layout_find(layout, s->chosen ? selected : visited);
	struct graph_mark mark;
	struct graph_picture picture = {.layout = layout,
		.looks = looks,
		.look_count = figures->count,
		.marks = &mark,
		.mark_count = mark_of(s, &mark)};

	for (int i = 0; i < figures->count; i++) {
		const struct figure *figure = &figures->at[i];
		struct box_text *t = &texts[i];

		*t = (struct box_text){.lines = {STRBUF_INIT, STRBUF_INIT, STRBUF_INIT},
			.badge = STRBUF_INIT};
		looks[i].id = figure->id;
		figure_text(s, figure, figures->detail, t, &looks[i].changed);
		looks[i].lines = t->pointers;
		looks[i].line_count = t->count;
		looks[i].badge = t->badge.length ? t->badge.text : NULL;
		looks[i].state = graph_state(s, figure);
		looks[i].visited = figure->object && figure->id == visited;
		looks[i].selected =
			s->chosen && figure->object && figure->id == selected;
	}
	if (focus) {
		picture.x = window(focus->x, focus->width, c->columns);
		picture.y = window(focus->y, focus->height, c->rows);
		p->cursor_x = focus->x - picture.x;
		p->cursor_y = focus->y - picture.y;
	}
	figures->more[0] = picture.x > 0;
	figures->more[1] = layout->width > picture.x + c->columns;
	figures->more[2] = picture.y > 0;
	figures->more[3] = layout->height > picture.y + c->rows;
	graph_draw(c, &picture);
	for (int i = 0; i < figures->count; i++)
		box_text_free(&texts[i]);
	free(texts);
	free(looks);
}

/* Arrows at the right end: the picture goes on there. */
static void draw_more(struct canvas *c, const struct figures *figures, int y)
{
	static const enum glyph arrows[] = {
		GLYPH_HEAD_LEFT, GLYPH_HEAD_RIGHT, GLYPH_HEAD_UP, GLYPH_HEAD_DOWN};
	int x = c->columns - 1;

	for (int i = 3; i >= 0; i--) {
		if (figures->more[i])
			canvas_glyph(c, x--, y, arrows[i], STYLE_TITLE);
	}
	if (x < c->columns - 1)
		canvas_text(c, x - 4, y, _("more"), STYLE_DEFAULT);
}

/* "objects: 5   D dead   X unreachable": what the marks mean that are there. */
static void draw_legend(
	struct canvas *c, const struct scene *s, const struct figures *figures, int y)
{
	bool seen[STATE_COUNT] = {false};
	int x = 1;

	for (int i = 0; i < figures->count; i++) {
		if (figures->at[i].object)
			seen[query_state(&s->query, figures->at[i].object)] = true;
	}
	if (figures->left_out)
		x += canvas_printf(c, x, y, STYLE_DEFAULT, _("objects: %d of %d"),
			figures->objects, figures->objects + figures->left_out);
	else
		x += canvas_printf(
			c, x, y, STYLE_DIM, _("objects: %d"), figures->objects);
	for (int state = STATE_DEAD; state < STATE_FREED; state++) {
		if (seen[state])
			x += canvas_printf(c, x + 2, y,
				     state_style((enum object_state)state), "%s %s",
				     state_mark((enum object_state)state),
				     state_word((enum object_state)state)) +
				2;
	}
	draw_more(c, figures, y);
}

void view_graph_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	struct picture picture;
	struct figures figures;
	struct placing *own = p->placing ? NULL : placing_new();
	struct placing *placing = own ? own : p->placing;
	struct canvas area = canvas_sub(c,
		(struct canvas_rect){
			0, 0, c->columns, c->rows > 5 ? c->rows - 1 : c->rows});

	query_picture(&s->query, s->options, &picture);
	figures = collect_figures(s, &picture, limit_of(&area));
	figures.detail = (enum detail)placing_level(
		placing, s->step, (int)wanted_detail(&area, figures.objects));
	add_ghosts(&figures, s, placing);
	add_roots(&figures, &picture);
	qsort(figures.at, (size_t)figures.count, sizeof(*figures.at), compare_figures);
	if (figures.count > 0)
		paint(&area, s, place(&area, s, &picture, &figures, placing), &figures,
			p);
	else
		canvas_text_wrap(&area, (struct canvas_rect){1, 0, area.columns - 2, 3},
			_("No containers of the program are here."), STYLE_DIM);
	if (area.rows < c->rows)
		draw_legend(c, s, &figures, c->rows - 1);
	free(figures.at);
	picture_free(&picture);
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
	from = layout_find(layout, box_of(s, s->selected));
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
