#include <ctype.h>
#include <stdlib.h>

#include "i18n.h"
#include "query_tiles.h"
#include "strbuf.h"
#include "view.h"
#include "xalloc.h"

/*
 * The heap as tiles, a cell each: the mark says what is there, so that no colour is
 * needed to read it.
 *
 *	██████X██████R████RR██D█XXx████..........
 *	...█████
 *	a tile: 4 objects  X unreachable (x: some of them)  █ live
 *	Node #12 to Node #15: 3 unreachable, 1 live
 *
 * A tile is a whole cell and no half block or braille dot: those have no room for a
 * mark.
 */

enum {
	LEGEND_ROWS = 2,
	OBJECTS_COUNTED = 4096 /* of the tile under the cursor */
};

/* How one kind of tile looks. */
struct look {
	uint32_t code; /* 0: the full tile */
	unsigned style;
	const char *word;
};

static struct look state_look(enum object_state s)
{
	const char *mark = state_mark(s);

	return (struct look){s == STATE_LIVE ? 0 : (unsigned char)*mark, state_style(s),
		state_word(s)};
}

static struct look list_look(enum gc_list list)
{
	static const struct look looks[GC_LISTS_END] = {
		[0] = {'-', STYLE_DIM, N_("in no list")},
		[GC_GENERATION_0] = {'0', STYLE_CHANGED, NULL},
		[GC_GENERATION_1] = {'1', STYLE_TENTATIVE, NULL},
		[GC_GENERATION_2] = {'2', STYLE_DEFAULT, NULL},
		[GC_PERMANENT] = {'F', STYLE_DIM, NULL},
		[GC_REACHABLE] = {'R', STYLE_REACHABLE, NULL},
		[GC_UNREACHABLE] = {'X', STYLE_GARBAGE, NULL},
		[GC_FINALIZERS] = {'D', STYLE_GARBAGE, NULL},
		[GC_STILL_UNREACHABLE] = {'S', STYLE_GARBAGE, NULL},
		[GC_CALLBACKS] = {'C', STYLE_WEAK, NULL},
		[GC_SEEN] = {'V', STYLE_GARBAGE, NULL},
	};
	struct look look = looks[list];

	look.word = look.word ? _(look.word) : query_list_name(list);
	return look;
}

static struct look age_look(unsigned age)
{
	static const char *const words[] = {N_("newest"), N_("8 made since"),
		N_("64 made since"), N_("512 made since"), N_("4,096"), N_("32,768"),
		N_("262,144"), N_("2 million"), N_("16 million"), N_("more")};

	return (struct look){'0' + age,
		age == 0          ? STYLE_CHANGED
			: age < 3 ? STYLE_TENTATIVE
			: age < 5 ? STYLE_DEFAULT
				  : STYLE_DIM,
		_(words[age])};
}

static struct look type_look(enum kind kind)
{
	static const char letters[KIND_COUNT] = {[KIND_INT] = 'n',
		[KIND_FLOAT] = 'n',
		[KIND_COMPLEX] = 'n',
		[KIND_STR] = 's',
		[KIND_BYTES] = 'b',
		[KIND_LIST] = 'L',
		[KIND_TUPLE] = 'T',
		[KIND_DICT] = 'D',
		[KIND_SET] = 'S',
		[KIND_INSTANCE] = 'I',
		[KIND_OLD_INSTANCE] = 'I',
		[KIND_TYPE] = 'C',
		[KIND_OLD_CLASS] = 'C',
		[KIND_FUNCTION] = 'F',
		[KIND_METHOD] = 'M',
		[KIND_CELL] = 'c',
		[KIND_CODE] = 'o',
		[KIND_WEAKREF] = 'W',
		[KIND_GENERATOR] = 'G',
		[KIND_EXCEPTION] = 'E',
		[KIND_FRAME] = 'f'};
	static const unsigned styles[] = {STYLE_DEFAULT, STYLE_REACHABLE,
		STYLE_TENTATIVE, STYLE_OUTSIDE, STYLE_WEAK, STYLE_REFERENCE};
	bool container = kind_table[kind].flags & KIND_GC;

	return (struct look){letters[kind] ? (uint32_t)letters[kind] : '+',
		container ? styles[kind % 6] : STYLE_DIM,
		letters[kind] ? kind_table[kind].name : _("another type")};
}

static struct look look_of(enum tile_by by, uint8_t what)
{
	switch (by) {
	case TILE_STATE:
		return state_look((enum object_state)what);
	case TILE_GENERATION:
		return list_look((enum gc_list)what);
	case TILE_AGE:
		return age_look(what);
	default:
		return type_look((enum kind)what);
	}
}

static void put_look(struct canvas *c, int x, int y, const struct look *look, bool all)
{
	uint32_t code = look->code;
	unsigned style = look->style;

	if (!all) {
		style |= STYLE_UNDERLINE;
		code = code < 0x80 ? (uint32_t)tolower((int)code) : code;
	}
	if (code)
		canvas_put(c, x, y, code, style);
	else
		canvas_glyph(c, x, y, GLYPH_FULL, look->style);
}

/* Which looks occur, for the legend. */
struct seen {
	bool what[256];
	bool empty;
	bool some; /* a tile in which not all are alike */
};

static void draw_tile(struct canvas *c, const struct tiles *t, uint32_t i, int columns,
	struct seen *seen)
{
	struct tile tile = tiles_at(t, i);
	struct look look;
	int x = (int)i % columns, y = (int)i / columns;

	if (tile.empty) {
		seen->empty = true;
		return;
	}
	look = look_of(t->by, tile.what);
	seen->what[tile.what] = true;
	seen->some = seen->some || !tile.all;
	put_look(c, x, y, &look, tile.all);
}

static void draw_tiles(
	struct canvas *c, const struct tiles *t, int columns, struct seen *seen)
{
	for (uint32_t i = 0; i < t->count; i++)
		draw_tile(c, t, i, columns, seen);
}

/* The legend: one row. */

static void draw_legend(
	struct canvas *c, const struct tiles *t, const struct seen *seen, int y)
{
	static const char *const names[TILE_BY_COUNT] = {
		N_("by state"), N_("by list"), N_("by age"), N_("by type")};
	int x = 1;

	canvas_fill(c, (struct canvas_rect){0, y, c->columns, 1}, STYLE_DEFAULT);
	x += canvas_printf(c, x, y, STYLE_DIM, "%s", _(names[t->by]));
	x += canvas_printf(c, x, y, STYLE_DIM,
		P_(", a tile: %u object", ", a tile: %u objects", t->each), t->each);
	for (unsigned what = 0; what < 256 && x < c->columns; what++) {
		struct look look;

		if (!seen->what[what])
			continue;
		look = look_of(t->by, (uint8_t)what);
		if (x + 4 + wtext_width(look.word, c->glyphs) > c->columns) {
			canvas_glyph(c, x + 1, y, GLYPH_ELLIPSIS, STYLE_DIM);
			return;
		}
		x += 2;
		put_look(c, x, y, &look, true);
		x += 2;
		x += canvas_text(c, x, y, look.word, STYLE_DEFAULT);
	}
	if (seen->some)
		x += canvas_text(
			c, x, y, _("  small, underlined: some are"), STYLE_DIM);
	if (seen->empty)
		canvas_text(c, x, y, _("  blank: free"), STYLE_DIM);
}

/* What the tile under the cursor holds. */

static void add_range(
	const struct query *q, const obj_id *list, uint32_t count, struct strbuf *out)
{
	query_name(q, list[0], out);
	if (count > 1) {
		strbuf_puts(out, _(" to "));
		query_name(q, list[count - 1], out);
	}
}

static void add_counts(
	const struct tiles *t, const obj_id *list, uint32_t count, struct strbuf *out)
{
	uint32_t numbers[STATE_COUNT] = {0};
	const char *comma = "";

	for (uint32_t i = 0; i < count; i++)
		numbers[query_state(t->q, list[i])]++;
	for (int s = 0; s < STATE_COUNT; s++) {
		if (!numbers[s])
			continue;
		strbuf_printf(out, "%s%u %s", comma, numbers[s],
			state_word((enum object_state)s));
		comma = ", ";
	}
}

static void draw_cursor_text(
	struct canvas *c, const struct tiles *t, uint32_t tile, int y)
{
	struct strbuf text = STRBUF_INIT;
	obj_id *all = xcalloc(OBJECTS_COUNTED, sizeof(*all));
	uint32_t count = tiles_objects(t, tile, all, OBJECTS_COUNTED);

	if (count) {
		add_range(t->q, all, count, &text);
		strbuf_puts(&text, _(": "));
		add_counts(t, all, count, &text);
	}
	canvas_text_fit(
		c, 1, y, c->columns - 1, CANVAS_CUT_END, text.text, STYLE_DEFAULT);
	free(all);
	strbuf_free(&text);
}

static struct tiles tiles_for(
	const struct scene *s, enum tile_by by, int columns, int rows)
{
	struct tiles t;

	tiles_init(&t, &s->query, by, s->options.classes,
		(uint32_t)(columns > 0 && rows > 0 ? columns * rows : 1));
	return t;
}

static void mark(struct canvas *c, const struct tiles *t, obj_id o, int columns,
	unsigned style, uint32_t *tile)
{
	*tile = o ? tiles_find(t, o) : t->count;
	if (*tile < t->count)
		canvas_restyle(c,
			(struct canvas_rect){
				(int)*tile % columns, (int)*tile / columns, 1, 1},
			style);
}

void view_tiles_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	int legend = c->rows > 2 * LEGEND_ROWS ? LEGEND_ROWS : 0;
	int rows = c->rows - legend;
	struct tiles t = tiles_for(s, (enum tile_by)p->tile_by, c->columns, rows);
	struct seen seen = {0};
	uint32_t visited, selected;

	p->tile_columns = c->columns;
	p->tile_rows = rows;
	draw_tiles(c, &t, c->columns, &seen);
	mark(c, &t, naming_find(s->names, s->w, s->event.object), c->columns,
		STYLE_VISITED, &visited);
	mark(c, &t, s->selected_object, c->columns,
		s->chosen ? STYLE_SELECTED : STYLE_DEFAULT, &selected);
	if (selected < t.count) {
		p->cursor_x = (int)selected % c->columns;
		p->cursor_y = (int)selected / c->columns;
	}
	if (legend) {
		draw_legend(c, &t, &seen, rows);
		if (selected < t.count)
			draw_cursor_text(c, &t, selected, rows + 1);
	}
	tiles_free(&t);
}

uint32_t view_tiles_neighbour(
	const struct scene *s, const struct view_place *p, int dx, int dy)
{
	struct tiles t =
		tiles_for(s, (enum tile_by)p->tile_by, p->tile_columns, p->tile_rows);
	uint32_t from =
		s->selected_object ? tiles_find(&t, s->selected_object) : t.count;
	int64_t at = from < t.count ? (int64_t)from : -1;
	int64_t step = dx + (int64_t)dy * p->tile_columns;
	obj_id o = 0;

	if (at < 0 && step < 0)
		at = t.count;
	for (at += step; at >= 0 && at < t.count && !o; at += step)
		o = tiles_object(&t, (uint32_t)at);
	tiles_free(&t);
	return o ? obj_serial(s->w, o) : 0;
}
