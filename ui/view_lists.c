#include "view.h"

#include <stdlib.h>

#include "i18n.h"
#include "strbuf.h"
#include "xalloc.h"

/*
 * The collector's doubly linked lists, in order: one row a container.
 *
 *	 gen 0: 12            count 12 of 700
 *	 object            refs  gc_refs
 *	►list #4           2     2→1     R
 *	 … 8 of the interpreter
 *	 list #3 ◄ list #4 ► (head)	links of the selected one
 */

enum {
	LINK_ROWS = 1
};

struct row {
	enum gc_list list;
	obj_id object; /* 0: heading of the list, or `length` hidden ones */
	uint32_t length;
	bool hidden;
};

struct list_rows {
	struct row *at;
	int count, capacity;
	int selected; /* -1: not among them */
};

static void add_row(struct list_rows *r, struct row row)
{
	if (r->count == r->capacity) {
		r->capacity = r->capacity ? 2 * r->capacity : 64;
		r->at = xreallocarray(r->at, (size_t)r->capacity, sizeof(*r->at));
	}
	r->at[r->count++] = row;
}

static bool is_generation(enum gc_list list)
{
	return list >= GC_GENERATION_0 && list <= GC_GENERATION_2;
}

/* Containers that the program did not make itself, and parts of classes, are
 * only counted. */
static bool is_hidden(const struct scene *s, obj_id o)
{
	if (o == s->selected_object || s->options.classes)
		return false;
	if (obj_serial(s->w, o) < s->query.first_serial)
		return true;
	switch (obj_kind(s->w, o)) {
	case KIND_DESCRIPTOR:
	case KIND_BUILTIN:
		return true;
	default:
		break;
	}
	return s->query.owner[o] &&
		(obj_kind(s->w, s->query.owner[o]) == KIND_TYPE ||
			obj_kind(s->w, s->query.owner[o]) == KIND_MODULE);
}

static void add_object(
	struct list_rows *r, const struct scene *s, enum gc_list list, obj_id o)
{
	struct row *last = &r->at[r->count - 1];

	if (!is_hidden(s, o)) {
		if (o == s->selected_object)
			r->selected = r->count;
		add_row(r, (struct row){list, o, 0, false});
	} else if (last->hidden) {
		last->length++;
	} else {
		add_row(r, (struct row){list, 0, 1, true});
	}
}

/* The permanent generation holds what was there before the program, and what
 * gc.freeze() put there. */
static bool is_of_interest(const struct scene *s, enum gc_list list)
{
	obj_id head = (obj_id)list;

	if (is_generation(list))
		return true;
	if (!gc_next(s->w, head) || gclist_empty(s->w, head))
		return false;
	if (list != GC_PERMANENT)
		return true;
	for (obj_id o = gc_next(s->w, head); o != head; o = gc_next(s->w, o)) {
		if (!is_hidden(s, o))
			return true;
	}
	return false;
}

static void add_list(struct list_rows *r, const struct scene *s, enum gc_list list)
{
	obj_id head = (obj_id)list;
	int heading = r->count;
	uint32_t length = 0;

	if (!is_of_interest(s, list))
		return;
	add_row(r, (struct row){.list = list});
	for (obj_id o = gc_next(s->w, head); o != head; o = gc_next(s->w, o)) {
		add_object(r, s, list, o);
		length++;
	}
	r->at[heading].length = length;
}

/* Working lists first while a collection uses them. */
static struct list_rows collect_rows(const struct scene *s)
{
	struct list_rows r = {.selected = -1};

	for (int list = GC_REACHABLE; list < GC_LISTS_END; list++)
		add_list(&r, s, (enum gc_list)list);
	for (int list = GC_GENERATION_0; list <= GC_PERMANENT; list++)
		add_list(&r, s, (enum gc_list)list);
	return r;
}

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
	struct canvas *c, const struct scene *s, int y, const struct row *row)
{
	struct strbuf note = STRBUF_INIT;
	int x = 1, width;

	if (is_generation(row->list))
		x += canvas_printf(c, x, y, STYLE_TITLE, _("gen %d: %u"),
			row->list - GC_GENERATION_0, row->length);
	else
		x += canvas_printf(c, x, y, STYLE_TITLE, "%s: %u",
			query_list_name(row->list), row->length);
	if (is_generation(row->list))
		add_note(s, row->list, &note);
	width = (int)note.length;
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
	const struct row *row, struct view_place *p)
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

void view_lists_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	struct list_rows r = collect_rows(s);
	int top = c->rows > 6 ? 1 : 0;
	int height = c->rows > 4 ? c->rows - LINK_ROWS - top : c->rows;
	int usual = clamp(r.selected - height / 2, 0, r.count - height);
	int first = clamp(usual + p->scroll, 0, r.count - height);

	p->scroll = first - usual;
	if (top)
		draw_columns(c, 0);
	for (int i = first; i < r.count && i - first < height; i++)
		draw_row(c, s, i - first + top, &r.at[i], p);
	if (height < c->rows)
		draw_links(c, s, c->rows - 1);
	free(r.at);
}

uint32_t view_lists_neighbour(const struct scene *s, int delta)
{
	struct list_rows r = collect_rows(s);
	int at = r.selected < 0 ? (delta > 0 ? -1 : r.count) : r.selected;
	uint32_t serial = 0;

	for (at += delta; at >= 0 && at < r.count && !serial; at += delta) {
		if (r.at[at].object)
			serial = obj_serial(s->w, r.at[at].object);
	}
	free(r.at);
	return serial;
}
