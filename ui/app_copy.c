#include "app_part.h"

#include "i18n.h"

/* Text for the clipboard. */

static void add_object(const struct scene *s, struct strbuf *out)
{
	query_name(&s->query, s->selected_object, out);
	strbuf_putc(out, ' ');
	query_value(&s->query, s->selected_object, 1000, out);
}

/* The line under the user's cursor, the selected object, or the sentence. */
static void add_selection(struct app *a, struct strbuf *out)
{
	struct scene s;
	int line = app_line(a);

	app_scene(a, &s);
	if (a->look.focus == VIEW_SOURCE && line)
		strbuf_puts(out, a->scenario->lines[line - 1]);
	else if (s.chosen && s.selected_object)
		add_object(&s, out);
	else
		narrate(&s.narrator, &s.event, out);
	scene_free(&s);
}

static const struct app_pane *focused_pane(const struct app *a)
{
	for (int i = 0; i < a->layout.count; i++) {
		if (a->layout.panes[i].view == a->look.focus)
			return &a->layout.panes[i];
	}
	return NULL;
}

static void add_pane(struct app *a, struct strbuf *out)
{
	const struct app_pane *pane = focused_pane(a);
	struct canvas c;

	if (!pane || pane->place.width < 1 || pane->place.height < 1)
		return;
	canvas_init(&c, pane->place.width, pane->place.height, GLYPHS_UNICODE);
	app_draw_view(a, &c, pane->view);
	canvas_dump(&c, out);
	canvas_free(&c);
}

unsigned app_copy(struct app *a, const struct order *o)
{
	strbuf_clear(&a->copied);
	if (o->action == ACTION_COPY)
		add_selection(a, &a->copied);
	else
		add_pane(a, &a->copied);
	strbuf_clear(&a->message);
	strbuf_printf(&a->message,
		P_("copied %zu byte (OSC 52)", "copied %zu bytes (OSC 52)",
			a->copied.length),
		a->copied.length);
	return REACT_DRAW | REACT_COPY;
}

const char *app_copied(const struct app *a)
{
	return a->copied.text;
}
