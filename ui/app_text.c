#include "app_part.h"

#include <string.h>

#include "i18n.h"

/*
 * The application as lines of text, for those who read line by line: no boxes, no
 * colours, one fact a line, words in the place of signs.
 */

void app_text_wrap(struct strbuf *out, const char *text, int width)
{
	struct canvas c;
	int rows;

	canvas_init(&c, width, 1, GLYPHS_UNICODE);
	rows = canvas_text_wrap(
		&c, (struct canvas_rect){0, 0, width, 0}, text, STYLE_DEFAULT);
	canvas_resize(&c, width, rows > 0 ? rows : 1);
	canvas_text_wrap(
		&c, (struct canvas_rect){0, 0, width, rows}, text, STYLE_DEFAULT);
	canvas_dump(&c, out);
	canvas_free(&c);
}

static void add_where(const struct app *a, const struct scene *s, struct strbuf *out)
{
	struct strbuf phase = STRBUF_INIT;

	if (machine_end_known(a->machine))
		strbuf_printf(out, _("Step %llu of %llu."), (unsigned long long)s->step,
			(unsigned long long)machine_frontier(a->machine));
	else
		strbuf_printf(out, _("Step %llu."), (unsigned long long)s->step);
	if (s->query.gc.phase != GC_PHASE_IDLE) {
		narrate_phase_label(&s->query, s->query.gc.phase, &phase);
		strbuf_printf(out, _(" Collection of generation %u, %s."),
			s->query.gc.generation, phase.text);
		strbuf_free(&phase);
	} else if (s->line) {
		strbuf_printf(out, _(" Line %d."), s->line);
	}
}

static void add_line(const struct scene *s, struct strbuf *out, int width)
{
	struct strbuf text = STRBUF_INIT;
	const char *caption;

	if (!s->at_line || s->line < 1 || s->line > s->scenario->line_count)
		return;
	strbuf_printf(
		&text, _("Line %d: %s"), s->line, s->scenario->lines[s->line - 1]);
	app_text_wrap(out, text.text, width);
	strbuf_free(&text);
	caption = scenario_caption(s->scenario, s->line, CAPTION_TEXT, s->language);
	if (caption)
		app_text_wrap(out, caption, width);
	caption = scenario_caption(s->scenario, s->line, CAPTION_QUESTION, s->language);
	if (caption)
		app_text_wrap(out, caption, width);
}

void app_text_step(struct app *a, int width, struct strbuf *out)
{
	struct scene s;
	struct strbuf text = STRBUF_INIT;

	app_scene(a, &s);
	add_where(a, &s, &text);
	app_text_wrap(out, text.text, width);
	strbuf_clear(&text);
	narrate(&s.narrator, &s.event, &text);
	app_text_wrap(out, text.text, width);
	add_line(&s, out, width);
	if (s.query.gc.phase != GC_PHASE_IDLE)
		app_text_wrap(out, narrate_explanation(&s.narrator, &s.event), width);
	scene_free(&s);
	strbuf_free(&text);
}

/* An object in a sentence: "list #4, [1, 2], refcount 2, set aside." */
static void add_object(const struct scene *s, obj_id o, struct strbuf *out)
{
	struct strbuf name = STRBUF_INIT, value = STRBUF_INIT, count = STRBUF_INIT;
	const char *state = state_word(query_state(&s->query, o));

	query_name(&s->query, o, &name);
	query_value(&s->query, o, 60, &value);
	scene_refcount(s, o, &count);
	if (query_is_collected(&s->query, o))
		strbuf_printf(out, _("%s, %s, refcount %s, gc_refs %u, %s."), name.text,
			value.text, count.text, gc_refs(s->w, o), state);
	else
		strbuf_printf(out, _("%s, %s, refcount %s, %s."), name.text, value.text,
			count.text, state);
	strbuf_free(&name);
	strbuf_free(&value);
	strbuf_free(&count);
}

static void add_objects(struct app *a, int width, struct strbuf *out)
{
	struct scene s;
	const struct picture *p;
	struct strbuf text = STRBUF_INIT;

	app_scene(a, &s);
	p = query_follow_picture(s.follow, (struct picture_options){0});
	strbuf_printf(&text, _("Objects, %u."), p->object_count);
	app_text_wrap(out, text.text, width);
	for (uint32_t i = 0; i < p->object_count; i++) {
		strbuf_clear(&text);
		strbuf_printf(&text, "%u. ", i + 1);
		add_object(&s, p->objects[i], &text);
		app_text_wrap(out, text.text, width);
	}
	scene_free(&s);
	strbuf_free(&text);
}

enum {
	VIEW_ROWS = 200
};

/* Without the blank rows at the end. */
static void add_view(struct app *a, enum view_id view, int width, struct strbuf *out)
{
	struct canvas c;
	size_t end;

	canvas_init(&c, width, VIEW_ROWS, GLYPHS_PLAIN);
	app_draw_view(a, &c, view);
	canvas_dump(&c, out);
	canvas_free(&c);
	end = out->length;
	while (end > 1 && out->text[end - 1] == '\n' && out->text[end - 2] == '\n')
		end--;
	out->length = end;
	out->text[end] = '\0';
}

void app_text_view(struct app *a, int width, struct strbuf *out)
{
	if (a->look.focus == VIEW_GRAPH)
		add_objects(a, width, out);
	else
		add_view(a, a->look.focus, width, out);
}

bool app_text_menu(const struct app *a, int width, struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;

	if (!a->menu.open)
		return false;
	app_text_wrap(out, a->menu.title, width);
	for (int i = 0; i < a->menu.count; i++) {
		const struct menu_row *row = &a->menu.rows[i];

		strbuf_clear(&text);
		if (row->heading)
			strbuf_puts(&text, row->left);
		else if (row->id < 0 || !*row->left)
			strbuf_printf(&text, "%d. %s%s%s", i + 1, row->left,
				*row->left ? ": " : "", row->right);
		else
			strbuf_printf(
				&text, "%d. %s: %s", i + 1, row->left, row->right);
		app_text_wrap(out, text.text, width);
	}
	strbuf_free(&text);
	return true;
}

unsigned app_choose(struct app *a, int number)
{
	struct key enter = {.code = KEY_ENTER};
	unsigned reaction = REACT_DRAW;

	if (!a->menu.open)
		return 0;
	if (number < 1 || number > a->menu.count || a->menu.rows[number - 1].heading) {
		menu_close(&a->menu);
		return REACT_DRAW;
	}
	a->menu.selected = number - 1;
	reaction = app_menu_key(a, &enter);
	return reaction;
}

const char *app_wants(struct app *a)
{
	if (a->asking == ASK_NOTHING)
		return NULL;
	a->asking = ASK_NOTHING;
	return a->prompt.text.text;
}

enum view_id app_focused(const struct app *a)
{
	return a->look.focus;
}
