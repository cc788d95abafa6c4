#include "graph_grid.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "strbuf.h"
#include "xalloc.h"

/* A kind of frame: its corners, what its borders are made of, and the signs of a
 * tail that leaves it on the left and on the right. */
struct frame {
	uint32_t corner[4]; /* upper left, upper right, lower left, lower right */
	const wchar_t *across, *down, *left_tail, *right_tail;
	bool ascii;
};

static const struct frame frames[] = {
	{{L'┌', L'┐', L'└', L'┘'}, L"─┄╌┈", L"│┆╎┊", L"┤", L"├", false},
	{{L'╔', L'╗', L'╚', L'╝'}, L"═", L"║", L"╣╢", L"╠╟", false},
	{{L'┏', L'┓', L'┗', L'┛'}, L"━", L"┃", L"┫┨", L"┣┠", false},
	{{L'·', L'·', L'·', L'·'}, L"┈", L"┊", L"·", L"·", false},
	{{'+', '+', '+', '+'}, L"-", L"|", L"", L"", true},
	{{'#', '#', '#', '#'}, L"=", L"#", L"", L"", true},
	{{':', ':', ':', ':'}, L".", L":", L"", L"", true},
	{{'*', '*', '*', '*'}, L"*", L"*", L"", L"", true},
	{{',', ',', ',', ','}, L".", L".", L"", L"", true},
};

struct grid_cell *grid_at(struct grid *g, int x, int y)
{
	if (x < 0 || y < 0 || x >= g->columns || y >= g->rows) {
		g->blank = (struct grid_cell){.code = ' '};
		return &g->blank;
	}
	return &g->cells[(size_t)y * (size_t)g->columns + (size_t)x];
}

void grid_complain(struct grid *g, int x, int y, const char *why)
{
	struct graph_reading *out = g->out;

	out->spots = xreallocarray(out->spots, out->spot_count + 1, sizeof *out->spots);
	out->spots[out->spot_count++] = (struct graph_spot){x, y, why};
}

/* --- the text as cells --- */

static uint32_t next_code(const char **text)
{
	const unsigned char *p = (const unsigned char *)*text;
	int more = *p < 0x80 ? 0 : *p < 0xe0 ? 1 : *p < 0xf0 ? 2 : 3;
	uint32_t code = more ? *p & (0x3fu >> more) : *p;

	for (p++; more > 0 && (*p & 0xc0) == 0x80; more--)
		code = code << 6 | (*p++ & 0x3f);
	*text = (const char *)p;
	return code;
}

static int width_of(uint32_t code)
{
	int width = code < 0x300 ? 1 : wcwidth((wchar_t)code);

	return width < 0 ? 1 : width;
}

static void measure(struct grid *g, const char *text)
{
	int x = 0;

	while (*text) {
		uint32_t code = next_code(&text);
		if (code == '\n') {
			g->rows++;
			x = 0;
			continue;
		}
		x += width_of(code);
		if (x > g->columns)
			g->columns = x;
	}
	g->rows++;
}

static void fill(struct grid *g, const char *text)
{
	int x = 0, y = 0;

	for (size_t i = 0; i < (size_t)g->columns * (size_t)g->rows; i++)
		g->cells[i].code = ' ';
	while (*text) {
		uint32_t code = next_code(&text);
		int width = width_of(code);
		if (code == '\n') {
			y++;
			x = 0;
			continue;
		}
		if (width > 0)
			grid_at(g, x, y)->code = code;
		if (width > 1)
			grid_at(g, x + 1, y)->code = 0;
		x += width;
	}
}

/* --- boxes --- */

static bool is_one_of(uint32_t code, const wchar_t *set)
{
	return code && wcschr(set, (wchar_t)code);
}

static bool is_side(const struct frame *f, uint32_t code, const wchar_t *tails)
{
	return is_one_of(code, f->down) || is_one_of(code, tails);
}

static bool is_lower_border(
	struct grid *g, const struct frame *f, int x0, int x1, int y)
{
	if (grid_at(g, x0, y)->code != f->corner[2] ||
		grid_at(g, x1, y)->code != f->corner[3])
		return false;
	for (int x = x0 + 1; x < x1; x++)
		if (!is_one_of(grid_at(g, x, y)->code, f->across))
			return false;
	return true;
}

/* The row of the lower border of a frame that starts in row Y0 between the columns
 * X0 and X1; 0 if this is none. */
static int find_lower_border(
	struct grid *g, const struct frame *f, int x0, int x1, int y0)
{
	for (int y = y0 + 1; y < g->rows; y++) {
		if (y > y0 + 1 && is_lower_border(g, f, x0, x1, y))
			return y;
		if (!is_side(f, grid_at(g, x0, y)->code, f->left_tail) ||
			!is_side(f, grid_at(g, x1, y)->code, f->right_tail))
			return 0;
	}
	return 0;
}

/* In ASCII a crossing of lines looks like a corner, but lines lead to it. */
static bool is_corner(struct grid *g, const struct frame *f, int x, int y)
{
	if (grid_at(g, x, y)->code != f->corner[0])
		return false;
	return !f->ascii ||
		(!is_one_of(grid_at(g, x - 1, y)->code, L"-~*") &&
			!is_one_of(grid_at(g, x, y - 1)->code, L"|"));
}

static bool find_frame(
	struct grid *g, int x0, int y0, int *x1, int *y1, const struct frame **frame)
{
	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
		const struct frame *f = &frames[i];
		if (!is_corner(g, f, x0, y0))
			continue;
		for (int x = x0 + 2; x < g->columns; x++) {
			if (grid_at(g, x, y0)->code != f->corner[1])
				continue;
			*y1 = find_lower_border(g, f, x0, x, y0);
			*x1 = x;
			*frame = f;
			if (*y1)
				return true;
		}
	}
	return false;
}

/* The text of the cells from X0 up to X1 without blanks around and without border,
 * NULL if there is none. */
static char *text_between(struct grid *g, int x0, int x1, int y, const wchar_t *border)
{
	struct strbuf text = STRBUF_INIT;

	while (x0 < x1 && is_one_of(grid_at(g, x0, y)->code, border))
		x0++;
	while (x0 < x1 && is_one_of(grid_at(g, x1 - 1, y)->code, border))
		x1--;
	if (x0 == x1)
		return NULL;
	for (int x = x0; x < x1; x++)
		if (grid_at(g, x, y)->code)
			strbuf_put_utf8(&text, grid_at(g, x, y)->code);
	return strbuf_take(&text);
}

static int add_box(struct grid *g, struct graph_box box)
{
	struct graph_reading *out = g->out;

	out->boxes = xreallocarray(out->boxes, out->box_count + 1, sizeof *out->boxes);
	out->boxes[out->box_count] = box;
	return (int)out->box_count++;
}

static void claim(struct grid *g, int box, int x0, int x1, int y, enum part sides)
{
	for (int x = x0; x <= x1; x++) {
		struct grid_cell *c = grid_at(g, x, y);
		c->part = x == x0 || x == x1 ? sides : PART_INSIDE;
		c->box = box;
	}
}

static void add_frame(
	struct grid *g, const struct frame *f, int x0, int y0, int x1, int y1)
{
	char *label = NULL;

	for (int y = y0 + 1; y < y1 && !label; y++)
		label = text_between(g, x0 + 1, x1, y, L" ");
	if (!label)
		label = text_between(g, x0 + 1, x1, y0, f->across);
	int box = add_box(g,
		(struct graph_box){label ? label : xstrdup(""), false, x0, y0,
			x1 - x0 + 1, y1 - y0 + 1});
	for (int y = y0; y <= y1; y++)
		claim(g, box, x0, x1, y,
			y == y0 || y == y1 ? PART_INSIDE
				: f->ascii ? PART_OPEN_SIDE
					   : PART_SIDE);
	for (int y = y0 + 1; y < y1; y++) {
		if (is_one_of(grid_at(g, x0, y)->code, f->left_tail))
			grid_at(g, x0, y)->arms = ARM_WEST;
		if (is_one_of(grid_at(g, x1, y)->code, f->right_tail))
			grid_at(g, x1, y)->arms = ARM_EAST;
	}
}

/* The column where the bracket of column X0 is closed, 0 if it is not. */
static int find_closing(struct grid *g, int x0, int y)
{
	uint32_t opening = grid_at(g, x0, y)->code;
	uint32_t closing = opening == '[' ? ']' : ')';
	int depth = 0;

	for (int x = x0; x < g->columns && grid_at(g, x, y)->part == PART_OUTSIDE;
		x++) {
		uint32_t code = grid_at(g, x, y)->code;
		depth += (code == opening) - (code == closing);
		if (depth == 0)
			return x;
	}
	return 0;
}

/* The box whose lowest row is the one above Y, between the same columns. */
static int box_above(struct grid *g, int x0, int x1, int y)
{
	struct grid_cell *c = grid_at(g, x0, y - 1);

	if (c->part != PART_OPEN_SIDE || grid_at(g, x1, y - 1)->box != c->box)
		return -1;
	struct graph_box *b = &g->out->boxes[c->box];
	return b->x == x0 && b->width == x1 - x0 + 1 ? c->box : -1;
}

static void add_bracket(struct grid *g, int x0, int x1, int y, bool root)
{
	char *label = text_between(g, x0 + 1, x1, y, L" ");
	int box = -1;

	if (label) {
		box = add_box(
			g, (struct graph_box){label, root, x0, y, x1 - x0 + 1, 1});
	} else {
		box = box_above(g, x0, x1, y);
		if (box < 0) {
			grid_complain(g, x0, y, "a box without a label");
			return;
		}
		g->out->boxes[box].height++;
	}
	claim(g, box, x0, x1, y, PART_OPEN_SIDE);
}

static void find_box_at(struct grid *g, int x, int y)
{
	const struct frame *f;
	uint32_t code = grid_at(g, x, y)->code;
	int x1, y1;

	if (find_frame(g, x, y, &x1, &y1, &f)) {
		add_frame(g, f, x, y, x1, y1);
	} else if (code == '[' || code == '(') {
		x1 = find_closing(g, x, y);
		if (x1)
			add_bracket(g, x, x1, y, code == '(');
	}
}

static void find_boxes(struct grid *g)
{
	for (int y = 0; y < g->rows; y++)
		for (int x = 0; x < g->columns; x++)
			if (grid_at(g, x, y)->part == PART_OUTSIDE)
				find_box_at(g, x, y);
}

struct grid grid_read(const char *text, struct graph_reading *out)
{
	struct grid g = {.out = out};

	measure(&g, text);
	g.cells = xcalloc((size_t)g.columns * (size_t)g.rows + 1, sizeof *g.cells);
	fill(&g, text);
	find_boxes(&g);
	return g;
}

void grid_free(struct grid *g)
{
	free(g->cells);
	g->cells = NULL;
}
