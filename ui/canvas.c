#include "canvas.h"

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "strbuf.h"
#include "xalloc.h"

static int max(int a, int b)
{
	return a > b ? a : b;
}

static int min(int a, int b)
{
	return a < b ? a : b;
}

/* Places in this file's static functions are places in the whole grid. */

static struct canvas_cell *cell_at(const struct canvas *c, int x, int y)
{
	return &c->cells[(size_t)y * (size_t)c->stride + (size_t)x];
}

static bool is_inside(const struct canvas *c, int x, int y)
{
	return x >= c->x0 && x < c->x1 && y >= c->y0 && y < c->y1;
}

static void make_blank(struct canvas_cell *cell, unsigned style)
{
	*cell = (struct canvas_cell){{' '}, (uint16_t)style, 1, 0};
}

/* Blanks the other half of a wide character of which (X, Y) is one half. */
static void drop_half(struct canvas *c, int x, int y)
{
	struct canvas_cell *cell = cell_at(c, x, y);

	if (cell->width == 0 && x > 0)
		make_blank(cell - 1, cell[-1].style);
	else if (cell->width == 2 && x + 1 < c->stride)
		make_blank(cell + 1, cell[1].style);
}

static void set_blank(struct canvas *c, int x, int y, unsigned style)
{
	if (!is_inside(c, x, y))
		return;
	drop_half(c, x, y);
	make_blank(cell_at(c, x, y), style);
}

static void set_wide(struct canvas *c, int x, int y, const struct wtext_cluster *what,
	unsigned style)
{
	struct canvas_cell *cell;

	if (!is_inside(c, x, y) || !is_inside(c, x + 1, y)) {
		set_blank(c, x, y, style);
		set_blank(c, x + 1, y, style);
		return;
	}
	drop_half(c, x, y);
	drop_half(c, x + 1, y);
	cell = cell_at(c, x, y);
	make_blank(cell, style);
	memcpy(cell->code, what->code, sizeof cell->code);
	cell->width = 2;
	cell[1] = (struct canvas_cell){{0}, (uint16_t)style, 0, 0};
}

static void set_cluster(struct canvas *c, int x, int y,
	const struct wtext_cluster *what, unsigned style)
{
	struct canvas_cell *cell;

	if (what->width == 2) {
		set_wide(c, x, y, what, style);
		return;
	}
	if (!is_inside(c, x, y))
		return;
	drop_half(c, x, y);
	cell = cell_at(c, x, y);
	make_blank(cell, style);
	memcpy(cell->code, what->code, sizeof cell->code);
}

void canvas_init(struct canvas *c, int columns, int rows, enum glyph_set glyphs)
{
	*c = (struct canvas){.glyphs = glyphs, .owner = 1};
	canvas_resize(c, columns, rows);
}

void canvas_free(struct canvas *c)
{
	assert(c->owner);
	free(c->cells);
	*c = (struct canvas){.owner = 1};
}

void canvas_resize(struct canvas *c, int columns, int rows)
{
	assert(c->owner && columns >= 0 && rows >= 0);
	c->cells = xreallocarray(
		c->cells, (size_t)max(columns * rows, 1), sizeof *c->cells);
	c->columns = c->stride = c->x1 = columns;
	c->rows = c->height = c->y1 = rows;
	for (int i = 0; i < columns * rows; i++)
		make_blank(&c->cells[i], STYLE_DEFAULT);
}

struct canvas canvas_sub(const struct canvas *c, struct canvas_rect r)
{
	struct canvas sub = *c;

	sub.owner = 0;
	sub.columns = max(r.width, 0);
	sub.rows = max(r.height, 0);
	sub.x = c->x + r.x;
	sub.y = c->y + r.y;
	sub.x0 = max(c->x0, sub.x);
	sub.y0 = max(c->y0, sub.y);
	sub.x1 = max(sub.x0, min(c->x1, sub.x + sub.columns));
	sub.y1 = max(sub.y0, min(c->y1, sub.y + sub.rows));
	return sub;
}

const struct canvas_cell *canvas_at(const struct canvas *c, int x, int y)
{
	x += c->x;
	y += c->y;
	return is_inside(c, x, y) ? cell_at(c, x, y) : NULL;
}

void canvas_clear(struct canvas *c)
{
	canvas_fill(c, (struct canvas_rect){0, 0, c->columns, c->rows}, STYLE_DEFAULT);
}

void canvas_fill(struct canvas *c, struct canvas_rect r, unsigned style)
{
	struct canvas s = canvas_sub(c, r);

	for (int y = s.y0; y < s.y1; y++)
		for (int x = s.x0; x < s.x1; x++)
			set_blank(&s, x, y, style);
}

void canvas_restyle(struct canvas *c, struct canvas_rect r, unsigned style)
{
	struct canvas s = canvas_sub(c, r);
	unsigned flags = style & ~(unsigned)STYLE_ROLE;

	for (int y = s.y0; y < s.y1; y++)
		for (int x = s.x0; x < s.x1; x++) {
			struct canvas_cell *cell = cell_at(&s, x, y);
			unsigned old = cell->style;
			if (style & STYLE_ROLE)
				old = (old & ~(unsigned)STYLE_ROLE) |
					(style & STYLE_ROLE);
			cell->style = (uint16_t)(old | flags);
		}
}

void canvas_put(struct canvas *c, int x, int y, uint32_t code, unsigned style)
{
	struct wtext_cluster cluster = {{code}, wtext_code_width(code)};

	assert(cluster.width > 0);
	set_cluster(c, c->x + x, c->y + y, &cluster, style);
}

void canvas_glyph(struct canvas *c, int x, int y, enum glyph g, unsigned style)
{
	struct wtext_cluster cluster = {{glyph_code(c->glyphs, g)}, 1};

	set_cluster(c, c->x + x, c->y + y, &cluster, style);
}

int canvas_text(struct canvas *c, int x, int y, const char *text, unsigned style)
{
	struct wtext t = wtext_start(text, strlen(text), c->glyphs);
	struct wtext_cluster cluster;
	int columns = 0;

	while (wtext_next(&t, &cluster)) {
		set_cluster(c, c->x + x + columns, c->y + y, &cluster, style);
		columns += cluster.width;
	}
	return columns;
}

int canvas_printf(
	struct canvas *c, int x, int y, unsigned style, const char *format, ...)
{
	struct strbuf b = STRBUF_INIT;
	va_list args;
	int columns;

	va_start(args, format);
	strbuf_vprintf(&b, format, args);
	va_end(args);
	columns = canvas_text(c, x, y, b.text, style);
	strbuf_free(&b);
	return columns;
}

/* A text's clusters and their columns. */
struct clusters {
	struct wtext_cluster *list;
	int count;
	int columns;
};

static struct clusters clusters_of(
	const char *text, size_t length, enum glyph_set glyphs)
{
	struct wtext t = wtext_start(text, length, glyphs);
	struct clusters all = {NULL, 0, 0};
	int capacity = 0;
	struct wtext_cluster cluster;

	while (wtext_next(&t, &cluster)) {
		if (all.count == capacity) {
			capacity = 2 * capacity + 32;
			all.list = xreallocarray(
				all.list, (size_t)capacity, sizeof *all.list);
		}
		all.list[all.count++] = cluster;
		all.columns += cluster.width;
	}
	return all;
}

/* Draws clusters FIRST to LAST - 1 and returns the columns. */
static int draw_clusters(struct canvas *c, int x, int y, const struct clusters *all,
	int first, int last, unsigned style)
{
	int columns = 0;

	for (int i = first; i < last; i++) {
		set_cluster(c, c->x + x + columns, c->y + y, &all->list[i], style);
		columns += all->list[i].width;
	}
	return columns;
}

/* How many clusters from FIRST on, in direction STEP, fit in WIDTH columns. */
static int count_fitting(const struct clusters *all, int first, int step, int width)
{
	int count = 0;

	for (int i = first; i >= 0 && i < all->count; i += step, count++) {
		width -= all->list[i].width;
		if (width < 0)
			break;
	}
	return count;
}

int canvas_text_fit(struct canvas *c, int x, int y, int width, enum canvas_cut cut,
	const char *text, unsigned style)
{
	struct clusters all = clusters_of(text, strlen(text), c->glyphs);
	int drawn = 0;

	if (all.columns <= width) {
		drawn = draw_clusters(c, x, y, &all, 0, all.count, style);
	} else if (width > 0) {
		int tail_columns = cut == CANVAS_CUT_MIDDLE ? (width - 1) / 2 : 0;
		int head = count_fitting(&all, 0, 1, width - 1 - tail_columns);
		int tail = count_fitting(&all, all.count - 1, -1, tail_columns);

		drawn = draw_clusters(c, x, y, &all, 0, head, style);
		canvas_glyph(c, x + drawn++, y, GLYPH_ELLIPSIS, style);
		drawn += draw_clusters(
			c, x + drawn, y, &all, all.count - tail, all.count, style);
	}
	free(all.list);
	return drawn;
}

static bool is_blank(const struct clusters *all, int i)
{
	return all->list[i].code[0] == ' ';
}

static bool is_among(uint32_t code, const uint32_t *codes)
{
	while (*codes && *codes != code)
		codes++;
	return *codes;
}

/* Whether a row may end before cluster I: at blanks, and around wide characters,
 * but a row neither begins with what closes nor ends with what opens. */
static bool can_break(const struct clusters *all, int i)
{
	static const uint32_t closing[] = {',', '.', ':', ';', '!', '?', ')', ']', '}',
		'\'', '"', '%', 0x2019, 0x201d, 0x2026, 0x3001, 0x3002, 0x3009, 0x300b,
		0x300d, 0x300f, 0x3011, 0xff01, 0xff09, 0xff0c, 0xff1a, 0xff1b, 0xff1f,
		0};
	static const uint32_t opening[] = {'(', '[', '{', '\'', '"', 0x2018, 0x201c,
		0x3008, 0x300a, 0x300c, 0x300e, 0x3010, 0xff08, 0};
	const struct wtext_cluster *before = &all->list[i - 1], *behind = &all->list[i];

	if (is_blank(all, i))
		return true;
	return (before->width == 2 || behind->width == 2) &&
		!is_among(behind->code[0], closing) &&
		!is_among(before->code[0], opening);
}

/* The end of the row that starts at FIRST: where it may break if such a place
 * fits. */
static int row_end(const struct clusters *all, int first, int width)
{
	int end = first + max(count_fitting(all, first, 1, width), 1);

	if (end >= all->count)
		return all->count;
	for (int i = end; i > first; i--)
		if (can_break(all, i))
			return i;
	return end;
}

static void draw_row(struct canvas *c, int y, const struct clusters *all, int first,
	int end, bool cut, unsigned style)
{
	int columns;

	if (y >= c->rows)
		return;
	if (cut)
		end = min(end, first + count_fitting(all, first, 1, c->columns - 1));
	columns = draw_clusters(c, 0, y, all, first, end, style);
	if (cut)
		canvas_glyph(c, columns, y, GLYPH_ELLIPSIS, style);
}

/* Draws from ROW on and returns the row after the last one needed. */
static int wrap_paragraph(struct canvas *c, const struct clusters *all, int row,
	bool is_last, unsigned style)
{
	int first = 0, end;

	do {
		end = row_end(all, first, c->columns);
		draw_row(c, row, all, first, end,
			row == c->rows - 1 && (end < all->count || !is_last), style);
		row++;
		for (first = end; first < all->count && is_blank(all, first);)
			first++;
	} while (first < all->count);
	return row;
}

int canvas_text_wrap(
	struct canvas *c, struct canvas_rect r, const char *text, unsigned style)
{
	struct canvas sub = canvas_sub(c, r);
	int row = 0;

	for (const char *end;; text = end + 1) {
		struct clusters all;
		end = text + strcspn(text, "\n");
		all = clusters_of(text, (size_t)(end - text), c->glyphs);
		row = wrap_paragraph(&sub, &all, row, !*end, style);
		free(all.list);
		if (!*end)
			return row;
	}
}

void canvas_arms(struct canvas *c, int x, int y, enum line_kind kind, unsigned arms,
	unsigned style)
{
	struct wtext_cluster cluster = {{0}, 1};
	struct canvas_cell *cell;

	x += c->x;
	y += c->y;
	if (!is_inside(c, x, y))
		return;
	cell = cell_at(c, x, y);
	if (cell->line && cell->line >> 4 == (int)kind)
		arms |= cell->line & 15u;
	cluster.code[0] = glyph_line(c->glyphs, kind, arms);
	set_cluster(c, x, y, &cluster, style);
	cell->line = (uint8_t)((unsigned)kind << 4 | arms);
}

void canvas_hline(
	struct canvas *c, int x, int y, int length, enum line_kind kind, unsigned style)
{
	for (int i = 0; i < length; i++)
		canvas_arms(c, x + i, y, kind,
			(i > 0 || length == 1 ? ARM_W : 0u) |
				(i < length - 1 || length == 1 ? ARM_E : 0u),
			style);
}

void canvas_vline(
	struct canvas *c, int x, int y, int length, enum line_kind kind, unsigned style)
{
	for (int i = 0; i < length; i++)
		canvas_arms(c, x, y + i, kind,
			(i > 0 || length == 1 ? ARM_N : 0u) |
				(i < length - 1 || length == 1 ? ARM_S : 0u),
			style);
}

void canvas_box(
	struct canvas *c, struct canvas_rect r, enum line_kind kind, unsigned style)
{
	canvas_hline(c, r.x, r.y, r.width, kind, style);
	canvas_hline(c, r.x, r.y + r.height - 1, r.width, kind, style);
	canvas_vline(c, r.x, r.y, r.height, kind, style);
	canvas_vline(c, r.x + r.width - 1, r.y, r.height, kind, style);
}

static void copy_cell(struct canvas *c, int x, int y, const struct canvas_cell *from)
{
	struct wtext_cluster cluster = {{0}, from->width};

	if (from->width == 0)
		return; /* its left half draws it */
	memcpy(cluster.code, from->code, sizeof cluster.code);
	set_cluster(c, x, y, &cluster, from->style);
	if (from->width == 1 && is_inside(c, x, y))
		cell_at(c, x, y)->line = from->line;
}

void canvas_blit(struct canvas *c, struct canvas_rect r, const struct canvas *src,
	int scroll_x, int scroll_y)
{
	struct canvas sub = canvas_sub(c, r);

	canvas_fill(c, r, STYLE_DEFAULT);
	for (int y = sub.y0; y < sub.y1; y++)
		/* from one column before: a wide character may hang in */
		for (int x = sub.x0 - 1; x < sub.x1; x++) {
			const struct canvas_cell *from = canvas_at(
				src, x - sub.x + scroll_x, y - sub.y + scroll_y);
			if (from && (x >= sub.x0 || from->width == 2))
				copy_cell(&sub, x, y, from);
		}
}

void canvas_row_text(const struct canvas *c, int y, struct strbuf *out)
{
	size_t kept = out->length;

	for (int x = 0; x < c->columns; x++) {
		const struct canvas_cell *cell = canvas_at(c, x, y);
		if (!cell) {
			strbuf_putc(out, ' ');
			continue;
		}
		if (cell->width == 0 && x == 0)
			strbuf_putc(out, ' ');
		for (int i = 0; i < WTEXT_CODES && cell->code[i]; i++)
			strbuf_put_utf8(out, cell->code[i]);
		if (cell->code[0] != ' ' || cell->code[1])
			kept = out->length;
	}
	out->length = kept;
	if (out->capacity)
		out->text[kept] = '\0';
}

void canvas_dump(const struct canvas *c, struct strbuf *out)
{
	for (int y = 0; y < c->rows; y++) {
		canvas_row_text(c, y, out);
		strbuf_putc(out, '\n');
	}
}
