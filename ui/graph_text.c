#include "graph_text.h"

#include "i18n.h"
#include "scene.h"
#include "wtext.h"

enum {
	NUMBERS_WIDTH = 12, /* "rc 1 gc 1→0" */
	COMPACT_WIDTH = 5,  /* "2/1→0" */
	COMPACT_BADGE = 2,  /* "XF" */
	BADGE_WIDTH = 4,    /* "2XFw" */
	NAME_LIMIT = 24
};

/* "rc 2 gc 1"; gc_refs alone when both do not fit. */
static void add_numbers(
	const struct scene *s, obj_id o, struct strbuf *out, bool *changed)
{
	struct strbuf rc = STRBUF_INIT, gc = STRBUF_INIT;
	bool rc_changed = scene_refcount(s, o, &rc);
	bool gc_changed = scene_gc_refs(s, o, &gc);
	struct strbuf both = STRBUF_INIT;

	strbuf_printf(&both, "rc %s gc %s", rc.text, gc.text);
	if (!gc.length)
		strbuf_printf(out, "rc %s", rc.text);
	else if (wtext_width(both.text, GLYPHS_UNICODE) <= NUMBERS_WIDTH)
		strbuf_puts(out, both.text);
	else
		strbuf_printf(out, "gc %s", gc.text);
	*changed = rc_changed || gc_changed;
	strbuf_free(&rc);
	strbuf_free(&gc);
	strbuf_free(&both);
}

/* The __dict__ that is folded into O, if it is a container of its own. */
static obj_id folded_dict(const struct scene *s, obj_id o)
{
	uint32_t attrs = obj_attrs(s->w, o);
	obj_id dict = attrs ? word(s->w, attrs + ATTRS_DICT) : 0;

	if (obj_kind(s->w, o) == KIND_OLD_INSTANCE)
		dict = obj_field(s->w, o, OLD_INSTANCE_DICT);
	return dict && !query_is_shown(&s->query, s->options, dict) ? dict : 0;
}

/* While a collection runs a folded dict's own count matters; else the value. */
static void add_third(
	const struct scene *s, obj_id o, struct strbuf *out, bool *changed)
{
	obj_id dict = folded_dict(s, o);
	struct strbuf gc = STRBUF_INIT;

	*changed = false;
	if (dict)
		*changed = scene_gc_refs(s, dict, &gc);
	if (gc.length) {
		strbuf_printf(out, _("dict gc %s "), gc.text);
		scene_badge(s, dict, out);
	} else {
		query_value(&s->query, o, 40, out);
	}
	strbuf_free(&gc);
}

/* What is hidden beside it: "+3". */
static void add_more(const struct graph_figure *figure, struct strbuf *out)
{
	if (figure->more > 0)
		strbuf_printf(out, " +%u", figure->more);
}

/* "Node #7 2/1": refcount and, while it has one, gc_refs; that alone ("/1") when
 * both are too wide. */
static void compact_text(const struct scene *s, obj_id o, struct graph_text *t)
{
	struct strbuf both = STRBUF_INIT, gc = STRBUF_INIT;
	bool gc_changed = scene_gc_refs(s, o, &gc);

	t->changed = scene_refcount(s, o, &both) || gc_changed;
	if (gc.length)
		strbuf_printf(&both, "/%s", gc.text);
	if (gc.length && wtext_width(both.text, GLYPHS_UNICODE) > COMPACT_WIDTH) {
		strbuf_clear(&both);
		strbuf_printf(&both, "/%s", gc.text);
	}
	query_name(&s->query, o, &t->lines[0]);
	strbuf_printf(&t->lines[0], " %s", both.text);
	scene_badge(s, o, &t->badge);
	strbuf_free(&both);
	strbuf_free(&gc);
}

static void object_text(const struct scene *s, const struct graph_figure *figure,
	enum graph_detail detail, struct graph_text *t)
{
	obj_id o = figure->object;
	bool numbers = false, third = false;

	if (detail == GRAPH_COMPACT) {
		compact_text(s, o, t);
		return;
	}
	query_name(&s->query, o, &t->lines[0]);
	scene_marks(s, o, &t->badge);
	add_numbers(s, o, &t->lines[1], &numbers);
	add_more(figure, &t->lines[1]);
	if (detail == GRAPH_VALUE)
		add_third(s, o, &t->lines[2], &third);
	t->changed = (unsigned)numbers << 1 | (unsigned)third << 2;
}

/* ---- folds */

static obj_id member(const struct scene *s, const struct graph_fold *f, uint32_t i)
{
	return naming_find(s->names, s->w, f->members[i]);
}

static bool is_of(const struct scene *s, const struct graph_fold *f, obj_id o)
{
	return o && graph_fold_of(s->choice, obj_serial(s->w, o)) == f;
}

/* References from O, and from the dict folded into it, that stay in the fold. */
static uint32_t inner_references(
	const struct scene *s, const struct graph_fold *f, obj_id o)
{
	obj_id dict = folded_dict(s, o);
	uint32_t count = 0;

	for (uint32_t i = 0; i < obj_slots(s->w, o); i++)
		count += is_of(s, f, obj_slot(s->w, o, i));
	for (uint32_t i = 0; dict && i < obj_slots(s->w, dict); i++)
		count += is_of(s, f, obj_slot(s->w, dict, i));
	return count;
}

/* References from outside: what the collector works out for the whole. */
static uint32_t outer_references(const struct scene *s, const struct graph_fold *f)
{
	uint32_t all = 0, inner = 0;

	for (uint32_t i = 0; i < f->count; i++) {
		obj_id o = member(s, f, i);

		if (!o || obj_immortal(s->w, o))
			continue;
		all += obj_rc(s->w, o);
		inner += inner_references(s, f, o);
	}
	return all > inner ? all - inner : 0;
}

static void fold_name(const struct scene *s, const struct graph_fold *f,
	uint32_t members, struct strbuf *out)
{
	struct strbuf type = STRBUF_INIT;
	obj_id first = 0;

	for (uint32_t i = 0; i < f->count && !first; i++)
		first = member(s, f, i);
	if (first)
		query_type_name(&s->query, first, &type);
	if (f->cycle)
		strbuf_printf(out, _("cycle of %u"), members);
	else
		strbuf_printf(
			out, "%s \xc3\x97%u", type.text ? type.text : "?", members);
	strbuf_free(&type);
}

static void fold_text(const struct scene *s, const struct graph_figure *figure,
	enum graph_detail detail, struct graph_text *t)
{
	const struct graph_fold *f = figure->fold;
	uint32_t outer = outer_references(s, f);

	fold_name(s, f, figure->members, &t->lines[0]);
	strbuf_puts(&t->badge, state_mark(graph_fold_state(s, f)));
	if (detail == GRAPH_COMPACT) {
		strbuf_printf(&t->lines[0], " %u", outer);
		return;
	}
	strbuf_printf(&t->lines[1], _("outside %u"), outer);
	add_more(figure, &t->lines[1]);
	for (uint32_t i = 0; detail == GRAPH_VALUE && i < f->count; i++) {
		obj_id o = member(s, f, i);

		if (!o)
			continue;
		if (t->lines[2].length)
			strbuf_puts(&t->lines[2], ", ");
		query_name(&s->query, o, &t->lines[2]);
	}
}

enum object_state graph_fold_state(const struct scene *s, const struct graph_fold *f)
{
	enum object_state worst = STATE_FREED;

	for (uint32_t i = 0; i < f->count; i++) {
		obj_id o = member(s, f, i);
		enum object_state state = o ? query_state(&s->query, o) : STATE_FREED;

		if (worst == STATE_FREED || (state != STATE_FREED && state > worst))
			worst = state;
	}
	return worst;
}

/* ---- all */

void graph_text_make(const struct scene *s, const struct graph_figure *figure,
	enum graph_detail detail, struct graph_text *t)
{
	*t = (struct graph_text){.lines = {STRBUF_INIT, STRBUF_INIT, STRBUF_INIT},
		.badge = STRBUF_INIT,
		.count = graph_text_lines(figure, detail)};
	if (figure->root) {
		strbuf_puts(&t->lines[0], figure->root);
	} else if (figure->fold) {
		fold_text(s, figure, detail, t);
	} else if (figure->object) {
		object_text(s, figure, detail, t);
	} else {
		naming_text(s->names, &s->query, figure->id, &t->lines[0]);
		strbuf_puts(&t->badge, "freed");
		t->count = 1;
	}
	for (int i = 0; i < GRAPH_TEXT_LINES; i++)
		t->pointers[i] = t->lines[i].text;
}

void graph_text_free(struct graph_text *t)
{
	for (int i = 0; i < GRAPH_TEXT_LINES; i++)
		strbuf_free(&t->lines[i]);
	strbuf_free(&t->badge);
}

int graph_text_columns(const struct scene *s, const struct graph_figure *figure,
	enum graph_detail detail, enum glyph_set glyphs)
{
	struct strbuf name = STRBUF_INIT;
	int width;

	if (figure->root)
		strbuf_puts(&name, figure->root);
	else if (figure->fold)
		fold_name(s, figure->fold, figure->fold->count, &name);
	else
		naming_text(s->names, &s->query, figure->id, &name);
	width = wtext_width(name.text, glyphs);
	strbuf_free(&name);
	if (width > NAME_LIMIT)
		width = NAME_LIMIT;
	if (figure->root)
		return width;
	if (detail == GRAPH_COMPACT)
		return width + 1 + COMPACT_WIDTH + 1 + COMPACT_BADGE;
	width += 1 + BADGE_WIDTH;
	return width > NUMBERS_WIDTH ? width : NUMBERS_WIDTH;
}

int graph_text_lines(const struct graph_figure *figure, enum graph_detail detail)
{
	if (figure->root || detail == GRAPH_COMPACT)
		return 1;
	return detail == GRAPH_VALUE ? 3 : 2;
}
