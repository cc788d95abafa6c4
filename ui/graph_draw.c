#include "graph_draw.h"

#include <assert.h>
#include <stdlib.h>

#include "canvas.h"
#include "layout.h"
#include "xalloc.h"

/* A cell of references' lines: one net, or two that cross. */
struct wire_cell {
	int net[2]; /* plus 1; 0: none */
	uint8_t arms[2];
};

struct painter {
	struct canvas *canvas;
	const struct graph_picture *picture;
	const struct layout *layout;
	struct wire_cell *cells; /* the canvas's columns and rows */
};

static const struct {
	enum line_kind border;
	unsigned style;
} states[GRAPH_STATE_COUNT] = {
	[GRAPH_LIVE] = {LINE_SINGLE, STYLE_DEFAULT},
	[GRAPH_DEAD] = {LINE_DOUBLE, STYLE_GARBAGE},
	[GRAPH_CANDIDATE] = {LINE_SINGLE, STYLE_DEFAULT},
	[GRAPH_REACHABLE] = {LINE_SINGLE, STYLE_REACHABLE},
	[GRAPH_SET_ASIDE] = {LINE_DASHED, STYLE_TENTATIVE},
	[GRAPH_UNREACHABLE] = {LINE_DOUBLE, STYLE_GARBAGE},
	[GRAPH_UNCOLLECTABLE] = {LINE_DOUBLE, STYLE_GARBAGE},
	[GRAPH_FREED] = {LINE_DOTTED, STYLE_DIM},
};

static int max(int a, int b)
{
	return a > b ? a : b;
}

static int min(int a, int b)
{
	return a < b ? a : b;
}

static void add_arms(struct painter *p, int x, int y, int net, unsigned arms)
{
	struct wire_cell *cell = &p->cells[y * p->canvas->columns + x];
	int slot = cell->net[0] == 0 || cell->net[0] == net + 1 ? 0 : 1;

	assert(cell->net[slot] == 0 || cell->net[slot] == net + 1);
	cell->net[slot] = net + 1;
	cell->arms[slot] |= (uint8_t)arms;
}

static void add_horizontal(struct painter *p, const struct layout_run *r)
{
	int y = r->y0 - p->picture->y;
	int first = max(r->x0, p->picture->x);
	int last = min(r->x1, p->picture->x + p->canvas->columns - 1);

	if (y < 0 || y >= p->canvas->rows)
		return;
	for (int x = first; x <= last; x++)
		add_arms(p, x - p->picture->x, y, r->net,
			(x > r->x0 || r->open0 ? ARM_W : 0u) |
				(x < r->x1 || r->open1 ? ARM_E : 0u));
}

static void add_vertical(struct painter *p, const struct layout_run *r)
{
	int x = r->x0 - p->picture->x;
	int first = max(r->y0, p->picture->y);
	int last = min(r->y1, p->picture->y + p->canvas->rows - 1);

	if (x < 0 || x >= p->canvas->columns)
		return;
	for (int y = first; y <= last; y++)
		add_arms(p, x, y - p->picture->y, r->net,
			(y > r->y0 ? ARM_N : 0u) | (y < r->y1 ? ARM_S : 0u));
}

static unsigned net_style(const struct layout *l, int net)
{
	if (l->nets[net].weak)
		return STYLE_WEAK;
	return l->nets[net].back ? STYLE_BACK : STYLE_REFERENCE;
}

static void draw_cell(struct painter *p, int x, int y, const struct wire_cell *cell)
{
	int net = cell->net[0] - 1;
	unsigned arms = cell->arms[0], style = net_style(p->layout, net);

	if (cell->net[1]) {
		assert((arms == (ARM_N | ARM_S) && cell->arms[1] == (ARM_E | ARM_W)) ||
			(arms == (ARM_E | ARM_W) && cell->arms[1] == (ARM_N | ARM_S)));
		canvas_glyph(p->canvas, x, y, GLYPH_CROSSING, style);
	} else {
		canvas_put(p->canvas, x, y,
			glyph_line(p->canvas->glyphs,
				p->layout->nets[net].weak ? LINE_WEAK : LINE_ROUND,
				arms),
			style);
	}
}

static void draw_lines(struct painter *p)
{
	int columns = p->canvas->columns, rows = p->canvas->rows;

	p->cells = xcalloc((size_t)(columns * rows) + 1, sizeof *p->cells);
	for (int i = 0; i < p->layout->run_count; i++) {
		const struct layout_run *r = &p->layout->runs[i];
		if (r->y0 == r->y1)
			add_horizontal(p, r);
		else
			add_vertical(p, r);
	}
	for (int y = 0; y < rows; y++)
		for (int x = 0; x < columns; x++)
			if (p->cells[y * columns + x].net[0])
				draw_cell(p, x, y, &p->cells[y * columns + x]);
	free(p->cells);
}

static int compare_looks(const void *key, const void *look)
{
	uint32_t x = *(const uint32_t *)key, y = ((const struct graph_look *)look)->id;

	return x < y ? -1 : x > y;
}

static const struct graph_look *look_of(const struct painter *p, uint32_t id)
{
	static const struct graph_look none = {0};
	const struct graph_look *look = p->picture->look_count == 0
		? NULL
		: bsearch(&id, p->picture->looks, (size_t)p->picture->look_count,
			  sizeof *look, compare_looks);

	return look ? look : &none;
}

static bool is_framed(const struct painter *p, const struct layout_box *b)
{
	return p->layout->options.style == LAYOUT_BOX && !b->root;
}

static unsigned look_style(const struct graph_look *look)
{
	unsigned style = look->dim ? STYLE_DIM : states[look->state].style;

	if (look->selected)
		style |= STYLE_SELECTED;
	return look->visited ? style | STYLE_BOLD : style;
}

static enum line_kind border_of(const struct graph_look *look)
{
	return look->visited ? LINE_HEAVY : states[look->state].border;
}

static void draw_brackets(
	struct canvas *sub, const struct layout_box *b, unsigned style)
{
	for (int y = 0; y < sub->rows; y++) {
		canvas_put(sub, 0, y, b->root ? '(' : '[', style);
		canvas_put(sub, sub->columns - 1, y, b->root ? ')' : ']', style);
	}
}

/* The title, and its badge at the right end. */
static void draw_title(struct canvas *sub, int x, int y, int width,
	const struct graph_look *look, unsigned style)
{
	int badge = look->badge ? wtext_width(look->badge, sub->glyphs) : 0;
	int room = badge > 0 ? max(width - badge - 1, 0) : width;

	if (look->line_count > 0)
		canvas_text_fit(sub, x, y, room, CANVAS_CUT_MIDDLE, look->lines[0],
			look->changed & 1u
				? (style & ~(unsigned)STYLE_ROLE) | STYLE_CHANGED
				: style);
	if (badge > 0)
		canvas_text_fit(sub, x + max(width - badge, 0), y, width,
			CANVAS_CUT_END, look->badge, style);
}

static void draw_lines_of_text(struct painter *p, struct canvas *sub,
	const struct layout_box *b, const struct graph_look *look)
{
	int x = is_framed(p, b) ? 2 : 1, width = b->width - 2 * x;
	int y = b->text_y - b->y;
	unsigned style = look_style(look);

	draw_title(sub, x, y, width, look, style);
	for (int i = 1; i < look->line_count && i < b->lines; i++)
		canvas_text_fit(sub, x, y + i, width, CANVAS_CUT_END, look->lines[i],
			i < 32 && look->changed >> i & 1u
				? (style & ~(unsigned)STYLE_ROLE) | STYLE_CHANGED
				: style);
}

static void draw_box(struct painter *p, const struct layout_box *b)
{
	const struct graph_look *look = look_of(p, b->id);
	struct canvas_rect r = {
		b->x - p->picture->x, b->y - p->picture->y, b->width, b->height};
	struct canvas_rect all = {0, 0, b->width, b->height};
	struct canvas sub;

	if ((b->hidden && look->state != GRAPH_FREED) || r.x >= p->canvas->columns ||
		r.y >= p->canvas->rows || r.x + r.width <= 0 || r.y + r.height <= 0)
		return;
	sub = canvas_sub(p->canvas, r);
	canvas_fill(&sub, all, look_style(look));
	if (is_framed(p, b))
		canvas_box(&sub, all, border_of(look), look_style(look));
	else
		draw_brackets(&sub, b, look_style(look));
	draw_lines_of_text(p, &sub, b, look);
}

/* A border's vertical with a reference's tail on it, or 0 to leave it. */
static uint32_t tail_glyph(
	enum glyph_set set, enum line_kind border, enum layout_side side)
{
	bool right = side == LAYOUT_RIGHT;

	if (glyph_is_ascii(set))
		return 0;
	if (border == LINE_DOUBLE)
		return right ? 0x255f : 0x2562;
	if (border == LINE_HEAVY)
		return set == GLYPHS_CONSOLE ? 0 : right ? 0x2520 : 0x2528;
	if (set == GLYPHS_CONSOLE && border != LINE_SINGLE)
		return 0;
	return right ? 0x251c : 0x2524;
}

static void draw_end(struct painter *p, const struct layout_end *e)
{
	const struct layout_box *b = &p->layout->boxes[e->box];
	const struct graph_look *look = look_of(p, b->id);
	int x = e->x - p->picture->x, y = e->y - p->picture->y;
	uint32_t tail = tail_glyph(p->canvas->glyphs, border_of(look), e->side);

	if (e->head)
		canvas_glyph(p->canvas, x, y,
			e->side == LAYOUT_LEFT ? GLYPH_HEAD_RIGHT : GLYPH_HEAD_LEFT,
			net_style(p->layout, e->net));
	else if (tail && is_framed(p, b))
		canvas_put(p->canvas, e->side == LAYOUT_LEFT ? x + 1 : x - 1, y, tail,
			look_style(look));
}

static void draw_dot(struct painter *p, int x, int y, unsigned arms, unsigned style)
{
	const struct canvas_cell *cell =
		canvas_at(p->canvas, x - p->picture->x, y - p->picture->y);

	if (cell && cell->code[0] == ' ')
		canvas_put(p->canvas, x - p->picture->x, y - p->picture->y,
			glyph_line(p->canvas->glyphs, LINE_GHOST, arms), style);
}

/* Dots on the cells of a run that are free; ends of a vertical are corners. */
static void draw_ghost(struct painter *p, const struct layout_run *r, unsigned style)
{
	for (int x = r->x0; x <= r->x1 && r->y0 == r->y1; x++)
		draw_dot(p, x, r->y0, ARM_E | ARM_W, style);
	for (int y = r->y0; y <= r->y1 && r->y0 < r->y1; y++)
		draw_dot(p, r->x0, y,
			y == r->y0 || y == r->y1 ? ARM_N | ARM_E : ARM_N | ARM_S,
			style);
}

static void draw_mark(struct painter *p, const struct graph_mark *mark)
{
	struct layout_run *runs;
	int count = layout_path(p->layout, mark->from, mark->to, mark->weak, &runs);

	/* verticals first: their corners come before the ends of horizontals */
	for (int i = 0; i < count && mark->ghost; i++)
		if (runs[i].y0 < runs[i].y1)
			draw_ghost(p, &runs[i], mark->style);
	for (int i = 0; i < count; i++) {
		const struct layout_run *r = &runs[i];
		if (mark->ghost)
			draw_ghost(p, r, mark->style);
		else
			canvas_restyle(p->canvas,
				(struct canvas_rect){r->x0 - p->picture->x,
					r->y0 - p->picture->y, r->x1 - r->x0 + 1,
					r->y1 - r->y0 + 1},
				mark->style);
	}
	free(runs);
}

void graph_draw(struct canvas *c, const struct graph_picture *picture)
{
	struct painter p = {c, picture, picture->layout, NULL};

	canvas_clear(c);
	draw_lines(&p);
	for (int i = 0; i < p.layout->box_count; i++)
		draw_box(&p, &p.layout->boxes[i]);
	for (int i = 0; i < p.layout->end_count; i++)
		draw_end(&p, &p.layout->ends[i]);
	for (int i = 0; i < picture->mark_count; i++)
		draw_mark(&p, &picture->marks[i]);
}
