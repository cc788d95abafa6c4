#include "view.h"

#include <stdlib.h>

#include "i18n.h"
#include "list_weave.h"
#include "strbuf.h"

/*
 * The collector's doubly linked lists, in order: one row a container, with the
 * references between the rows woven at the side where there is room.
 *
 *	     gen 0: 12            count 12 of 700
 *	     object            refs  gc_refs
 *	 ●─ ►list #4           2     2→1     R    →↑1 ←1
 *	 ▼─  list #5           1     1            ←1
 *	     … 8 of the interpreter
 *	 list #3 ◄ list #4 ► (head)	links of the selected one
 */

enum {
	LINK_ROWS = 1,
	ROWS_WIDTH = 36, /* of a row, before lanes and counts get any room */
	LANES_LEAST = 3,
	ENDS_LEAST = 8,
	ENDS_MOST = 26
};

static void add_note(const struct scene *s, enum gc_list list, struct strbuf *out)
{
	uint32_t g = (uint32_t)(list - GC_GENERATION_0);

	if (s->query.gc.phase != GC_PHASE_IDLE && g == s->query.gc.generation)
		strbuf_puts(out, _("being collected"));
	else
		strbuf_printf(out, _("count %u of %u"), reg(s->w, REG_GC_COUNT + g),
			reg(s->w, REG_GC_THRESHOLD + g));
}

static void draw_heading(
	struct canvas *c, const struct scene *s, int y, const struct list_row *row)
{
	struct strbuf note = STRBUF_INIT;
	int x = 1, width;

	if (list_is_generation(row->list))
		x += canvas_printf(c, x, y, STYLE_TITLE, _("gen %d: %u"),
			row->list - GC_GENERATION_0, row->length);
	else
		x += canvas_printf(c, x, y, STYLE_TITLE, _("%s: %u"),
			row->list ? query_list_name(row->list) : _("not tracked"),
			row->length);
	if (list_is_generation(row->list))
		add_note(s, row->list, &note);
	width = wtext_width(note.text, c->glyphs);
	if (x + width + 2 < c->columns)
		canvas_text(c, c->columns - 1 - width, y, note.text, STYLE_DIM);
	strbuf_free(&note);
}

/* Where the columns are. */
struct columns {
	int name, refs, gc_refs, mark;
};

static struct columns columns_of(const struct canvas *c)
{
	int mark = c->columns - 3;

	return (struct columns){2, mark - 13, mark - 7, mark};
}

static void draw_columns(struct canvas *c, int y)
{
	struct columns at = columns_of(c);

	canvas_text(c, at.name, y, _("object"), STYLE_DIM);
	canvas_text(c, at.refs, y, _("refs"), STYLE_DIM);
	canvas_text(c, at.gc_refs, y, _("gc_refs"), STYLE_DIM);
}

static unsigned number_style(bool changed)
{
	return changed ? STYLE_CHANGED : STYLE_DEFAULT;
}

static void draw_numbers(struct canvas *c, const struct scene *s, int y, obj_id o)
{
	struct columns at = columns_of(c);
	struct strbuf rc = STRBUF_INIT, gc = STRBUF_INIT, badge = STRBUF_INIT;
	bool rc_changed = scene_refcount(s, o, &rc);
	bool gc_changed = scene_gc_refs(s, o, &gc);

	scene_badge(s, o, &badge);
	canvas_text(c, at.refs, y, rc.text, number_style(rc_changed));
	canvas_text(c, at.gc_refs, y, gc.text, number_style(gc_changed));
	canvas_text_fit(c, at.mark, y, 2, CANVAS_CUT_END, badge.text,
		state_style(query_state(&s->query, o)));
	strbuf_free(&rc);
	strbuf_free(&gc);
	strbuf_free(&badge);
}

static void draw_object(
	struct canvas *c, const struct scene *s, int y, obj_id o, struct view_place *p)
{
	struct strbuf name = STRBUF_INIT;
	struct columns at = columns_of(c);

	query_name(&s->query, o, &name);
	canvas_text_fit(c, at.name, y, at.refs - at.name - 1, CANVAS_CUT_MIDDLE,
		name.text, state_style(query_state(&s->query, o)));
	strbuf_free(&name);
	draw_numbers(c, s, y, o);
	if (scene_is_visited(s, obj_serial(s->w, o)))
		canvas_glyph(c, 1, y, GLYPH_HEAD_RIGHT, STYLE_VISITED);
	spots_add(p->spots, (struct canvas_rect){0, y, c->columns, 1}, SPOT_OBJECT,
		obj_serial(s->w, o));
	if (obj_serial(s->w, o) != s->selected)
		return;
	if (s->chosen)
		canvas_restyle(
			c, (struct canvas_rect){0, y, c->columns, 1}, STYLE_SELECTED);
	p->cursor_x = 1;
	p->cursor_y = y;
}

static void draw_row(struct canvas *c, const struct scene *s, int y,
	const struct list_row *row, struct view_place *p)
{
	if (row->hidden)
		canvas_printf(c, 2, y, STYLE_DIM,
			_("\xe2\x80\xa6 %u of the interpreter"), row->length);
	else if (row->object)
		draw_object(c, s, y, row->object, p);
	else
		draw_heading(c, s, y, row);
}

static void add_neighbour(const struct scene *s, obj_id o, struct strbuf *out)
{
	if (o < GC_LISTS_END)
		strbuf_puts(out, _("(head)"));
	else
		query_name(&s->query, o, out);
}

/* "prev ◄ this ► next" */
static void draw_links(struct canvas *c, const struct scene *s, int y)
{
	struct strbuf text = STRBUF_INIT;
	obj_id o = s->selected_object;

	if (o && obj_tracked(s->w, o)) {
		add_neighbour(s, gc_prev(s->w, o), &text);
		strbuf_puts(&text, " \xe2\x97\x84 ");
		query_name(&s->query, o, &text);
		strbuf_puts(&text, " \xe2\x96\xba ");
		add_neighbour(s, gc_next(s->w, o), &text);
	} else if (o) {
		query_name(&s->query, o, &text);
		strbuf_puts(&text, _(": in none of the lists"));
	}
	canvas_fill(c, (struct canvas_rect){0, y, c->columns, 1}, STYLE_DEFAULT);
	canvas_text_fit(c, 1, y, c->columns - 1, CANVAS_CUT_MIDDLE, text.text,
		STYLE_DEFAULT | STYLE_UNDERLINE);
	strbuf_free(&text);
}

static int clamp(int value, int low, int high)
{
	if (value > high)
		value = high;
	return value < low ? low : value;
}

/* Where the window's parts are: lanes, the rows themselves, counts at their ends. */
struct parts {
	struct canvas_rect lanes, rows, ends;
};

static struct parts parts_of(const struct canvas *c, int lanes, int top, int height)
{
	int left = lanes > 0 ? lanes + 1 : 0, width = c->columns - left;
	int ends = width - ROWS_WIDTH;

	if (ends < ENDS_LEAST)
		ends = 0;
	if (ends > ENDS_MOST)
		ends = ENDS_MOST;
	return (struct parts){{0, top, left, height}, {left, top, width - ends, height},
		{c->columns - ends, top, ends, height}};
}

static int lanes_room(const struct canvas *c)
{
	int room = c->columns - ROWS_WIDTH - 1;

	return room < LANES_LEAST ? 0 : room;
}

static void draw_ends(
	struct canvas *c, const struct scene *s, const struct list_weave *l)
{
	for (int i = 0; i < l->height; i++) {
		struct strbuf text = STRBUF_INIT;

		list_weave_add_ends(l, s, i, &text);
		canvas_text_fit(
			c, 1, i, c->columns - 1, CANVAS_CUT_END, text.text, STYLE_DIM);
		strbuf_free(&text);
	}
}

/* LANES: made room for when the window has any. */
static void draw_window(struct canvas *c, const struct scene *s, struct list_weave *l,
	int top, struct view_place *p)
{
	struct parts at = parts_of(c, l->weave.lanes, top, l->height);
	struct canvas lanes = canvas_sub(c, at.lanes), rows = canvas_sub(c, at.rows);
	struct canvas ends = canvas_sub(c, at.ends);
	struct canvas head =
		canvas_sub(c, (struct canvas_rect){at.rows.x, 0, at.rows.width, 1});

	if (top)
		draw_columns(&head, 0);
	for (int i = 0; i < l->height && l->first + i < l->rows->count; i++)
		draw_row(&rows, s, i, &l->rows->at[l->first + i], p);
	list_weave_draw(l, s, &lanes);
	if (at.ends.width)
		draw_ends(&ends, s, l);
	if (p->cursor_y >= 0) {
		p->cursor_x += at.rows.x;
		p->cursor_y += top;
	}
}

void view_lists_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	struct list_rows r = list_rows_collect(s);
	struct list_weave l;
	int top = c->rows > 6 ? 1 : 0;
	int height = c->rows > 4 ? c->rows - LINK_ROWS - top : c->rows;
	int usual = clamp(r.selected - height / 2, 0, r.count - height);
	int first = clamp(usual + p->scroll, 0, r.count - height);

	p->scroll = first - usual;
	list_weave_init(&l, s, &r, first, height, lanes_room(c), p->lanes);
	draw_window(c, s, &l, top, p);
	if (height < c->rows)
		draw_links(c, s, c->rows - 1);
	list_weave_free(&l);
	list_rows_free(&r);
}

uint32_t view_lists_neighbour(const struct scene *s, int delta)
{
	struct list_rows r = list_rows_collect(s);
	int at = r.selected < 0 ? (delta > 0 ? -1 : r.count) : r.selected;
	uint32_t serial = 0;

	for (at += delta; at >= 0 && at < r.count && !serial; at += delta) {
		if (r.at[at].object)
			serial = obj_serial(s->w, r.at[at].object);
	}
	list_rows_free(&r);
	return serial;
}
