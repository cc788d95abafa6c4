#include "graph_label.h"

#include <stdlib.h>
#include <string.h>

#include "canvas.h"
#include "glyph.h"
#include "layout.h"
#include "scene.h"
#include "strbuf.h"
#include "wtext.h"
#include "xalloc.h"

struct label {
	uint32_t from, to;
	struct strbuf text;
	bool several; /* references: the text names the first */
};

struct board {
	struct canvas *c;
	const struct layout *layout;
	int x, y;
	uint8_t *users;       /* references whose lines go through a cell; 2: several */
	struct label *labels; /* sorted by from, to */
	uint32_t count;
};

/* ---- names */

static int compare_labels(const void *a, const void *b)
{
	const struct label *l = a, *r = b;

	if (l->from != r->from)
		return l->from < r->from ? -1 : 1;
	return l->to < r->to ? -1 : l->to > r->to;
}

static struct label *find_label(const struct board *b, uint32_t from, uint32_t to)
{
	struct label key = {.from = from, .to = to};

	return b->count == 0 ? NULL
			     : bsearch(&key, b->labels, b->count, sizeof(*b->labels),
				       compare_labels);
}

static void name_edges(struct board *b, const struct graph_figures *f)
{
	b->labels = xcalloc(f->edge_count + 1, sizeof(*b->labels));
	for (uint32_t i = 0; i < f->edge_count; i++) {
		const struct picture_edge *e = &f->edges[i];

		if (!e->weak && !(e->from & PICTURE_ROOT))
			b->labels[b->count++] = (struct label){
				.from = e->from, .to = e->to, .text = STRBUF_INIT};
	}
	if (b->count)
		qsort(b->labels, b->count, sizeof(*b->labels), compare_labels);
}

/* A key of an instance's folded dict is an attribute of the instance. */
static void add_place(
	const struct scene *s, const struct reference *r, struct strbuf *out)
{
	obj_id key = r->slot.name, owner = s->query.owner[r->object];

	if (r->slot.place == PLACE_KEY && key && owner &&
		!query_is_shown(&s->query, s->options, r->object)) {
		strbuf_putc(out, '.');
		query_value(&s->query, key, 16, out);
	} else {
		query_slot_label(&s->query, r->object, &r->slot, out);
	}
}

static void add_names(struct board *b, const struct scene *s)
{
	struct reference_cursor cursor = {0};
	struct reference r;

	while (query_reference(s->w, &cursor, &r)) {
		struct label *l;

		if (r.holder != HOLDER_OBJECT)
			continue;
		l = find_label(b, graph_box_of(s, obj_serial(s->w, r.object)),
			graph_box_of(s, obj_serial(s->w, r.target)));
		if (!l)
			continue;
		if (l->text.length)
			l->several = true;
		else
			add_place(s, &r, &l->text);
	}
	for (uint32_t i = 0; i < b->count; i++) {
		if (b->labels[i].several)
			strbuf_puts(&b->labels[i].text, "\xe2\x80\xa6");
	}
}

/* ---- room */

static uint8_t *users_at(const struct board *b, int x, int y)
{
	x -= b->x;
	y -= b->y;
	if (x < 0 || y < 0 || x >= b->c->columns || y >= b->c->rows)
		return NULL;
	return &b->users[y * b->c->columns + x];
}

static void use_runs(struct board *b, const struct layout_run *runs, int count)
{
	for (int i = 0; i < count; i++) {
		for (int y = runs[i].y0; y <= runs[i].y1; y++) {
			for (int x = runs[i].x0; x <= runs[i].x1; x++) {
				uint8_t *users = users_at(b, x, y);

				if (users && *users < 2)
					++*users;
			}
		}
	}
}

static void use_edges(struct board *b)
{
	b->users = xcalloc((size_t)b->c->columns * (size_t)b->c->rows + 1, 1);
	for (int i = 0; i < b->layout->edge_count; i++) {
		const struct layout_edge *e = &b->layout->edges[i];
		struct layout_run *runs;
		int count;

		if (e->hidden)
			continue;
		count = layout_path(b->layout, e->from, e->to, e->weak, &runs);
		use_runs(b, runs, count);
		free(runs);
	}
}

/* Whether a cell of the layout is a straight piece of one reference alone. */
static bool is_free(const struct board *b, int x, int y)
{
	const uint8_t *users = users_at(b, x, y);
	const struct canvas_cell *cell = canvas_at(b->c, x - b->x, y - b->y);

	return users && *users == 1 && cell &&
		cell->code[0] == glyph_line(b->c->glyphs, LINE_ROUND, ARM_E | ARM_W);
}

/* The longest piece of a run that is free: its length, its start in *FROM. */
static int longest(const struct board *b, const struct layout_run *r, int *from)
{
	int best = 0, length = 0;

	for (int x = r->x0; x <= r->x1 && r->y0 == r->y1; x++) {
		length = is_free(b, x, r->y0) ? length + 1 : 0;
		if (length > best) {
			best = length;
			*from = x - length + 1;
		}
	}
	return best;
}

static void write_label(struct board *b, const struct label *l)
{
	struct layout_run *runs;
	int count = layout_path(b->layout, l->from, l->to, false, &runs);
	int width = wtext_width(l->text.text, b->c->glyphs), best = 0, x = 0, y = 0;

	for (int i = 0; i < count; i++) {
		int from = 0, length = longest(b, &runs[i], &from);

		if (length <= best)
			continue;
		best = length;
		x = from;
		y = runs[i].y0;
	}
	if (best >= width + 2)
		canvas_text(b->c, x + (best - width) / 2 - b->x, y - b->y, l->text.text,
			STYLE_DIM);
	free(runs);
}

void graph_label_draw(struct canvas *c, const struct scene *s,
	const struct graph_figures *f, const struct layout *layout, int x, int y)
{
	struct board b = {.c = c, .layout = layout, .x = x, .y = y};

	name_edges(&b, f);
	add_names(&b, s);
	use_edges(&b);
	for (uint32_t i = 0; i < b.count; i++) {
		if (b.labels[i].text.length)
			write_label(&b, &b.labels[i]);
		strbuf_free(&b.labels[i].text);
	}
	free(b.labels);
	free(b.users);
}
