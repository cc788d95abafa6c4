#include "view.h"

#include "i18n.h"
#include "report.h"
#include "strbuf.h"

/*
 * One object: its value, and the ledger of its refcount, in which every
 * reference has a named holder; its state and neighbours in the list; why it is alive
 * or dead; what it refers to; its last events.
 *
 *	 list #4   [1, 2, #4]
 *	 refcount 2, held by:
 *	  1 name ring
 *	  2 list #4[2]
 *	 state: live
 *	 generation 0
 *	 previous: list #3
 *	 why alive:
 *	   name ring → list #4 (refcount 2)
 */

enum {
	LARGE_HEAP = 300000 /* slots from which why is only told when asked (i) */
};

static void draw_title(struct rows *r, const struct scene *s, obj_id o)
{
	struct strbuf text = STRBUF_INIT;

	query_name(&s->query, o, &text);
	strbuf_puts(&text, "  ");
	if (obj_kind(s->w, o) != KIND_TYPE && obj_kind(s->w, o) != KIND_FUNCTION)
		query_value(&s->query, o, 200, &text);
	rows_wrap(r, 1, text.text, STYLE_TITLE);
	strbuf_free(&text);
}

static void draw_ledger(struct rows *r, const struct scene *s, obj_id o)
{
	const struct reference *list;
	uint32_t count = query_follow_ledger(s->follow, o, &list);
	struct strbuf text = STRBUF_INIT, refcount = STRBUF_INIT;

	scene_refcount(s, o, &refcount);
	strbuf_printf(&text, _("refcount %s, held by:"), refcount.text);
	rows_text(r, 1, text.text, STYLE_DEFAULT);
	for (uint32_t i = 0; i < count; i++) {
		strbuf_clear(&text);
		strbuf_printf(&text, "%u ", i + 1);
		query_place(&s->query, &list[i], &text);
		rows_text(r, 2, text.text, STYLE_DEFAULT);
	}
	if (!obj_immortal(s->w, o) && count < obj_rc(s->w, o)) {
		strbuf_clear(&text);
		strbuf_printf(&text, _("%u more by the step that is under way"),
			obj_rc(s->w, o) - count);
		rows_text(r, 2, text.text, STYLE_DEFAULT);
	}
	if (count == 0 && obj_rc(s->w, o) == 0)
		rows_text(r, 2, _("nobody: it is being freed"), STYLE_DEFAULT);
	strbuf_free(&text);
	strbuf_free(&refcount);
}

static void draw_state(struct rows *r, const struct scene *s, obj_id o)
{
	struct strbuf text = STRBUF_INIT, gc = STRBUF_INIT;
	enum object_state state = query_state(&s->query, o);
	uint8_t list = s->query.list[o];

	scene_gc_refs(s, o, &gc);
	strbuf_printf(&text, _("state: %s"), state_word(state));
	if (gc.length)
		strbuf_printf(&text, _(", gc_refs %s"), gc.text);
	rows_text(r, 1, text.text, state_style(state));
	if (list)
		rows_text(r, 1, query_list_name((enum gc_list)list), STYLE_DEFAULT);
	else
		rows_text(r, 1,
			obj_is_gc(s->w, o) ? _("not tracked")
					   : _("no container: never tracked"),
			STYLE_DEFAULT);
	strbuf_free(&text);
	strbuf_free(&gc);
}

static void add_neighbour(const struct scene *s, obj_id o, struct strbuf *out)
{
	if (o < GC_LISTS_END)
		strbuf_puts(out, _("(head of the list)"));
	else
		query_name(&s->query, o, out);
}

static void draw_links(struct rows *r, const struct scene *s, obj_id o)
{
	struct strbuf text = STRBUF_INIT;

	if (!obj_tracked(s->w, o))
		return;
	strbuf_puts(&text, _("previous: "));
	add_neighbour(s, gc_prev(s->w, o), &text);
	rows_text(r, 1, text.text, STYLE_DEFAULT);
	strbuf_clear(&text);
	strbuf_puts(&text, _("next: "));
	add_neighbour(s, gc_next(s->w, o), &text);
	rows_text(r, 1, text.text, STYLE_DEFAULT);
	strbuf_free(&text);
}

static void draw_facts(struct rows *r, const struct scene *s, obj_id o)
{
	if (query_has_finalizer(s->w, o))
		rows_text(r, 1,
			obj_flag(s->w, o, OBJECT_FINALIZED)
				? _("has __del__, which has run")
				: _("has __del__"),
			STYLE_DEFAULT);
}

/* Why it is alive or dead, what it refers to, what happened to it. */
static void draw_answers(
	struct rows *r, const struct scene *s, obj_id o, const struct past_death *death)
{
	unsigned parts = REPORT_WHY | REPORT_REFERENTS | REPORT_EVENTS;
	struct report report = REPORT_INIT;
	struct report_source from = {
		&s->query, s->machine, s->names, s->scenario, death, NULL};

	if (s->query.slots > LARGE_HEAP)
		parts &= ~(unsigned)REPORT_WHY;
	else
		from.index = query_follow_index(s->follow);
	report_object(&report, &from, o, parts);
	view_report_rows(r, &report, 0);
	report_free(&report);
}

void view_object_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	struct rows r;
	obj_id o = s->selected_object;

	if (p->scroll < 0)
		p->scroll = 0;
	r = rows_start(c, p->scroll);
	if (!o) {
		rows_wrap(&r, 1,
			s->chosen ? _("The selected object has been freed.")
				  : _("No object is selected: arrows select one."),
			STYLE_DIM);
		return;
	}
	draw_title(&r, s, o);
	draw_ledger(&r, s, o);
	draw_state(&r, s, o);
	draw_links(&r, s, o);
	draw_facts(&r, s, o);
	draw_answers(&r, s, o, p->death);
	p->cursor_x = 1;
	p->cursor_y = 0;
}
