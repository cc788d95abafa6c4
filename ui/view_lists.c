#include "view.h"

#include <stdlib.h>

#include "i18n.h"
#include "strbuf.h"
#include "xalloc.h"

/*
 * The collector's doubly linked lists, in order: one row a container.
 *
 *	 generation 0       12/700
 *	►list #4       rc 2  gc 2→1 R
 *	 ...
 *	 list #3 ◄ list #4 ► (head)	links of the selected one
 */

enum {
	LINK_ROWS = 1
};

struct row {
	enum gc_list list;
	obj_id object; /* 0: heading of the list */
	uint32_t length;
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

static void add_list(struct list_rows *r, const struct scene *s, enum gc_list list)
{
	obj_id head = (obj_id)list;
	int heading = r->count;

	if (!is_generation(list) && (!gc_next(s->w, head) || gclist_empty(s->w, head)))
		return;
	add_row(r, (struct row){.list = list});
	for (obj_id o = gc_next(s->w, head); o != head; o = gc_next(s->w, o)) {
		if (o == s->selected_object)
			r->selected = r->count;
		add_row(r, (struct row){list, o, 0});
	}
	r->at[heading].length = (uint32_t)(r->count - heading - 1);
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

static const char *heading_text(const struct scene *s, enum gc_list list)
{
	if (s->query.gc.phase != GC_PHASE_IDLE && is_generation(list) &&
		(uint32_t)(list - GC_GENERATION_0) == s->query.gc.generation)
		return _("being collected");
	return "";
}

static void draw_heading(
	struct canvas *c, const struct scene *s, int y, const struct row *row)
{
	int x = canvas_text(c, 1, y, query_list_name(row->list), STYLE_TITLE) + 2;
	const char *note = heading_text(s, row->list);

	x += canvas_printf(c, x, y, STYLE_DEFAULT, "(%u)", row->length) + 1;
	if (*note) {
		canvas_text_fit(
			c, x, y, c->columns - x, CANVAS_CUT_END, note, STYLE_DEFAULT);
	} else if (is_generation(row->list)) {
		uint32_t g = (uint32_t)(row->list - GC_GENERATION_0);
		struct strbuf text = STRBUF_INIT;

		strbuf_printf(&text, _("count %u of %u"), reg(s->w, REG_GC_COUNT + g),
			reg(s->w, REG_GC_THRESHOLD + g));
		canvas_text_fit(
			c, x, y, c->columns - x, CANVAS_CUT_END, text.text, STYLE_DIM);
		strbuf_free(&text);
	}
}

static unsigned number_style(bool changed)
{
	return changed ? STYLE_CHANGED : STYLE_DEFAULT;
}

static void draw_object(
	struct canvas *c, const struct scene *s, int y, obj_id o, struct view_place *p)
{
	struct strbuf name = STRBUF_INIT, rc = STRBUF_INIT, gc = STRBUF_INIT;
	struct strbuf badge = STRBUF_INIT;
	enum object_state state = query_state(&s->query, o);
	int wide = c->columns >= 40, name_width = c->columns - (wide ? 25 : 17);
	bool rc_changed, gc_changed;

	query_name(&s->query, o, &name);
	rc_changed = scene_refcount(s, o, &rc);
	gc_changed = scene_gc_refs(s, o, &gc);
	scene_badge(s, o, &badge);
	canvas_text_fit(
		c, 2, y, name_width, CANVAS_CUT_MIDDLE, name.text, state_style(state));
	canvas_printf(c, name_width + 3, y, number_style(rc_changed),
		wide ? _("refs %s") : "%s", rc.text);
	canvas_printf(c, name_width + (wide ? 12 : 7), y, number_style(gc_changed),
		gc.length ? (wide ? _("gc_refs %s") : _("gc %s")) : "%s", gc.text);
	canvas_text_fit(c, c->columns - 2, y, 2, CANVAS_CUT_END, badge.text,
		state_style(state));
	if (scene_is_visited(s, obj_serial(s->w, o)))
		canvas_glyph(c, 1, y, GLYPH_HEAD_RIGHT, STYLE_VISITED);
	if (obj_serial(s->w, o) == s->selected && s->chosen) {
		canvas_restyle(
			c, (struct canvas_rect){0, y, c->columns, 1}, STYLE_SELECTED);
	}
	if (obj_serial(s->w, o) == s->selected) {
		p->cursor_x = 1;
		p->cursor_y = y;
	}
	strbuf_free(&name);
	strbuf_free(&rc);
	strbuf_free(&gc);
	strbuf_free(&badge);
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
	int height = c->rows > 4 ? c->rows - LINK_ROWS : c->rows;
	int wanted = r.selected > height / 2 ? r.selected - height / 2 : 0;
	int first = clamp(wanted + p->scroll, 0, r.count - height);

	p->scroll = first - wanted;
	for (int i = first; i < r.count && i - first < height; i++) {
		if (r.at[i].object)
			draw_object(c, s, i - first, r.at[i].object, p);
		else
			draw_heading(c, s, i - first, &r.at[i]);
	}
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
