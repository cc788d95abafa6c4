#include "list_weave.h"

#include <stdlib.h>

#include "strbuf.h"
#include "xalloc.h"

enum {
	FEW = 64,         /* references that are all looked at */
	TARGETS_NAMED = 3 /* of a row without a lane */
};

static uint32_t log2_of(uint32_t n)
{
	return n > 1 ? 32 - (uint32_t)__builtin_clz(n - 1) : 0;
}

/* How many of N references are looked at. */
static uint32_t budget(const struct list_weave *l, uint32_t n)
{
	uint32_t most = (uint32_t)l->height * log2_of(n);

	if (n <= FEW)
		return n;
	most = most < FEW ? FEW : most;
	return n < most ? n : most;
}

static obj_id object_at(const struct list_weave *l, int i)
{
	return l->first + i < l->rows->count ? l->rows->at[l->first + i].object : 0;
}

static void add_target(struct list_weave *l, int from, obj_id target)
{
	int row = (int)l->rows->row_of[target] - 1 - l->first;

	if (!target || l->rows->row_of[target] == 0)
		return;
	if (row < 0)
		l->ends[from].up++;
	else if (row >= l->height)
		l->ends[from].down++;
	else if (object_at(l, row) == target) {
		weave_add(&l->weave, from, row);
		if (l->ends[row].in)
			l->ends[row].in--;
	}
}

static void look_at_row(struct list_weave *l, const struct world *w, int i)
{
	obj_id o = object_at(l, i);
	uint32_t slots = obj_slots(w, o), looked = budget(l, slots);

	for (uint32_t k = 0; k < looked; k++)
		add_target(l, i, obj_slot(w, o, k));
	l->ends[i].more = slots - looked;
	l->touched += looked;
}

void list_weave_init(struct list_weave *l, const struct scene *s,
	const struct list_rows *rows, int first, int height, int room,
	struct weave_memory *memory)
{
	uint32_t *keys = xcalloc((size_t)height + 1, sizeof(*keys));

	*l = (struct list_weave){.rows = rows, .first = first, .height = height};
	l->ends = xcalloc((size_t)height + 1, sizeof(*l->ends));
	weave_init(&l->weave, height);
	for (int i = 0; i < height; i++) {
		obj_id o = object_at(l, i);

		keys[i] = o ? obj_serial(s->w, o) : 0;
		if (o && !obj_immortal(s->w, o))
			l->ends[i].in = obj_rc(s->w, o);
	}
	for (int i = 0; i < height; i++) {
		if (object_at(l, i))
			look_at_row(l, s->w, i);
	}
	weave_assign(&l->weave, room, keys, memory);
	free(keys);
}

void list_weave_free(struct list_weave *l)
{
	weave_free(&l->weave);
	free(l->ends);
}

static enum glyph mark_glyph(enum weave_mark mark)
{
	switch (mark) {
	case WEAVE_SOURCE:
		return GLYPH_SOURCE;
	case WEAVE_SOURCE_SELF:
		return GLYPH_SOURCE_SELF;
	case WEAVE_TOP:
		return GLYPH_HEAD_UP;
	case WEAVE_BOTTOM:
		return GLYPH_HEAD_DOWN;
	default:
		return GLYPH_HEAD_RIGHT;
	}
}

static void draw_cell(
	struct canvas *c, int x, int y, enum weave_mark mark, bool line, unsigned style)
{
	unsigned across = ARM_E | ARM_W;

	if (mark > WEAVE_PASS)
		canvas_glyph(c, x, y, mark_glyph(mark), style);
	else if (mark == WEAVE_PASS && line)
		canvas_glyph(c, x, y, GLYPH_CROSSING, style);
	else if (mark == WEAVE_PASS)
		canvas_put(c, x, y, glyph_line(c->glyphs, LINE_ROUND, ARM_N | ARM_S),
			style);
	else if (line)
		canvas_put(c, x, y, glyph_line(c->glyphs, LINE_ROUND, across), style);
}

/* The row whose lane it is, or -1. */
static int owner_of(const struct list_weave *l, int lane, int i)
{
	for (int row = 0; row < l->height; row++) {
		if (l->weave.lane[row] != lane)
			continue;
		for (int k = row, by = i < row ? -1 : 1;; k += by) {
			if (weave_at(&l->weave, k, lane) == WEAVE_NONE)
				break;
			if (k == i)
				return row;
			if (k + by < 0 || k + by >= l->height)
				break;
			if (weave_at(&l->weave, k + by, lane) == WEAVE_SOURCE ||
				weave_at(&l->weave, k + by, lane) == WEAVE_SOURCE_SELF)
				break;
		}
	}
	return -1;
}

/* The selected object's lane, and what it refers to, stand out. */
static unsigned cell_style(
	const struct list_weave *l, const struct scene *s, int lane, int i)
{
	int row = s->selected_object ? owner_of(l, lane, i) : -1;

	return row >= 0 && object_at(l, row) == s->selected_object
		? STYLE_REFERENCE | STYLE_BOLD
		: STYLE_REFERENCE;
}

void list_weave_draw(
	const struct list_weave *l, const struct scene *s, struct canvas *c)
{
	for (int i = 0; i < l->height; i++) {
		int reach = weave_reach(&l->weave, i);

		for (int lane = 0; lane < l->weave.lanes; lane++)
			draw_cell(c, c->columns - 2 - lane, i,
				weave_at(&l->weave, i, lane), lane <= reach,
				cell_style(l, s, lane, i));
		if (reach >= 0)
			draw_cell(c, c->columns - 1, i, WEAVE_NONE, true,
				STYLE_REFERENCE);
	}
}

static void add_cut(
	const struct list_weave *l, const struct scene *s, int i, struct strbuf *out)
{
	const char *comma = "\xe2\x86\x92 ";
	int named = 0;

	if (!weave_is_cut(&l->weave, i))
		return;
	for (int k = 0; k < l->weave.edge_count; k++) {
		obj_id target = object_at(l, l->weave.edges[k].to);

		if (l->weave.edges[k].from != i || named++ >= TARGETS_NAMED)
			continue;
		strbuf_printf(out, "%s#%lld", comma,
			(long long)query_number(&s->query, obj_serial(s->w, target)));
		comma = ",";
	}
	strbuf_puts(out, named > TARGETS_NAMED ? ",\xe2\x80\xa6 " : " ");
}

void list_weave_add_ends(
	const struct list_weave *l, const struct scene *s, int i, struct strbuf *out)
{
	const struct list_ends *e = &l->ends[i];

	add_cut(l, s, i, out);
	if (e->up)
		strbuf_printf(out, "\xe2\x86\x92\xe2\x86\x91%u ", e->up);
	if (e->down)
		strbuf_printf(out, "\xe2\x86\x92\xe2\x86\x93%u ", e->down);
	if (e->more)
		strbuf_printf(out, "\xe2\x86\x92+%u ", e->more);
	if (e->in)
		strbuf_printf(out, "\xe2\x86\x90%u", e->in);
}
