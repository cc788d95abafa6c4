#include "app_part.h"

#include <string.h>

#include "dialect.h"
#include "i18n.h"

/* From the app to cells. */

/* A file's name without its folders. */
static const char *base_name(const char *file)
{
	const char *slash = strrchr(file, '/');

	return slash && slash[1] ? slash + 1 : file;
}

static void add_version(const struct scene *s, struct strbuf *out)
{
	strbuf_printf(out, _("Python %s"), s->w->dialect->release);
	if (!s->w->dialect->recorded)
		strbuf_puts(out, _(" (from tables, not recorded)"));
}

static void add_place(const struct scene *s, struct strbuf *out)
{
	if (s->event.kind == EV_END)
		strbuf_puts(out, _("ended"));
	else if (s->step == 0)
		strbuf_puts(out, _("not started"));
	else if (!s->line)
		strbuf_puts(out, _("at the exit"));
	else
		strbuf_printf(out, _("line %d"), s->line);
}

static void draw_status(
	const struct app *a, const struct scene *s, struct canvas *c, int y)
{
	struct strbuf text = STRBUF_INIT;
	unsigned style = STYLE_TITLE | STYLE_REVERSE;
	struct strbuf right = STRBUF_INIT;
	int width;

	canvas_fill(c, (struct canvas_rect){0, y, c->columns, 1}, style);
	strbuf_puts(&text, base_name(a->scenario->file));
	strbuf_puts(&text, "  ");
	add_version(s, &text);
	app_branch_label(a, &right);
	if (a->playing)
		strbuf_puts(&right, _("playing  "));
	add_place(s, &right);
	strbuf_printf(&right, _("  step %llu "), (unsigned long long)s->step);
	width = wtext_width(right.text, c->glyphs);
	if (c->columns >= 60) {
		canvas_text(c, 1, y, "gcrefs", style);
		canvas_text_fit(c, 9, y, c->columns - 10 - width, CANVAS_CUT_MIDDLE,
			text.text, style);
	}
	canvas_text_fit(c, c->columns >= 60 ? c->columns - width : 0, y, c->columns,
		CANVAS_CUT_END, right.text, style);
	strbuf_free(&text);
	strbuf_free(&right);
}

static void add_phase(const struct scene *s, struct strbuf *out)
{
	if (s->query.gc.phase == GC_PHASE_IDLE) {
		strbuf_puts(out, _("what happens"));
		return;
	}
	strbuf_printf(out, _("collection of generation %u: "), s->query.gc.generation);
	narrate_phase_label(&s->query, s->query.gc.phase, out);
}

static int view_digit(enum view_id view)
{
	return view <= VIEW_LAST_PANE ? '1' + (int)view : 0;
}

void app_add_button(struct app *a, int x, int y, int width, enum action action)
{
	if (a->button_count < APP_BUTTONS)
		a->buttons[a->button_count++] =
			(struct app_button){x, y, width, action};
}

static void draw_title(struct app *a, const struct scene *s, struct canvas *c,
	const struct app_pane *pane)
{
	struct canvas_rect r = pane->title;
	bool focused = pane->view == a->look.focus;
	struct strbuf text = STRBUF_INIT;
	int x = r.x + 1;

	if (pane->view == VIEW_EXPLAIN)
		add_phase(s, &text);
	else if (view_digit(pane->view))
		strbuf_printf(&text, "%c %s", view_digit(pane->view),
			_(views[pane->view].name));
	else
		strbuf_puts(&text, _(views[pane->view].name));
	x += canvas_text(c, x, r.y, focused ? "[" : " ", STYLE_TITLE);
	x += canvas_text_fit(c, x, r.y, r.x + r.width - x - 1, CANVAS_CUT_END,
		text.text, STYLE_TITLE);
	x += canvas_text(c, x, r.y, focused ? "]" : " ", STYLE_TITLE);
	for (int v = VIEW_SOURCE; pane->tabs && v <= VIEW_STORY; v++) {
		if (v == (int)pane->view || x + 3 >= r.x + r.width)
			continue;
		app_add_button(a, x, r.y, 2, (enum action)(ACTION_PANE_1 + v));
		x += canvas_printf(
			c, x, r.y, STYLE_DIM, "%c ", view_digit((enum view_id)v));
	}
	strbuf_free(&text);
}

/* A title's rule reaches the vertical rules at its ends, and joins them. */
static int rule_width(const struct canvas *c, const struct app_pane *pane)
{
	int from = pane->title.x - (pane->title.x > 0);
	int to = pane->title.x + pane->title.width;

	return (to < c->columns ? to + 1 : to) - from;
}

static void draw_rules(struct canvas *c, const struct app_layout *l)
{
	for (int i = 0; i < l->count; i++) {
		const struct app_pane *pane = &l->panes[i];

		if (pane->title.height)
			canvas_hline(c, pane->title.x - (pane->title.x > 0),
				pane->title.y, rule_width(c, pane), LINE_SINGLE,
				STYLE_BORDER);
	}
	for (int i = 0; i < 2; i++) {
		if (l->rule_x[i])
			canvas_vline(c, l->rule_x[i], l->rule_y, l->rule_height + 1,
				LINE_SINGLE, STYLE_BORDER);
	}
}

static void draw_pane(struct app *a, const struct scene *s, struct canvas *c,
	const struct app_pane *pane, int cursor[2])
{
	struct canvas sub = canvas_sub(c, pane->place);
	int spots = a->spots.count;
	struct view_place place = {.focused = pane->view == a->look.focus,
		.scroll = a->scroll[pane->view],
		.reveal = a->reveal[pane->view],
		.line = a->look.line,
		.spots = &a->spots,
		.pan_x = a->pan_x,
		.pan_y = a->pan_y,
		.cursor_x = -1,
		.cursor_y = -1};

	if (sub.columns < 1 || sub.rows < 1)
		return;
	if (pane->view == VIEW_GRAPH) {
		place.placing = app_placing_for(a, &sub);
		a->graph = place.placing;
	}
	place.tile_by = a->tile_by;
	if (a->lanes_at != s->step)
		a->lanes.count = 0;
	a->lanes_at = s->step;
	place.lanes = &a->lanes;
	place.answer = &a->answer;
	if (pane->view == VIEW_OBJECT)
		place.death = app_death(a, s);
	views[pane->view].draw(&sub, s, &place);
	if (pane->view == VIEW_TILES) {
		a->tile_columns = place.tile_columns;
		a->tile_rows = place.tile_rows;
	}
	if (pane->view == VIEW_GRAPH) {
		a->pan_x = place.pan_x;
		a->pan_y = place.pan_y;
	}
	for (; spots < a->spots.count; spots++) {
		a->spots.at[spots].place.x += pane->place.x;
		a->spots.at[spots].place.y += pane->place.y;
	}
	a->scroll[pane->view] = place.scroll;
	a->reveal[pane->view] = 0;
	if (place.focused && place.cursor_x >= 0) {
		cursor[0] = pane->place.x + place.cursor_x;
		cursor[1] = pane->place.y + place.cursor_y;
	}
}

/* All that fits on one line. */
static void draw_tiny(const struct scene *s, struct canvas *c)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, "%llu ", (unsigned long long)s->step);
	narrate(&s->narrator, &s->event, &text);
	if (c->rows > 1)
		canvas_text_wrap(c, (struct canvas_rect){0, 0, c->columns, c->rows},
			text.text, STYLE_DEFAULT);
	else
		canvas_text_fit(
			c, 0, 0, c->columns, CANVAS_CUT_END, text.text, STYLE_DEFAULT);
	strbuf_free(&text);
}

static void draw_panes(struct app *a, const struct scene *s, struct canvas *c,
	const struct app_layout *l, int cursor[2])
{
	draw_rules(c, l);
	for (int i = 0; i < l->count; i++) {
		draw_pane(a, s, c, &l->panes[i], cursor);
		app_highlight(a, c, &l->panes[i]);
		if (l->panes[i].title.height)
			draw_title(a, s, c, &l->panes[i]);
	}
	if (l->count == 0)
		draw_tiny(s, c);
	else
		draw_status(a, s, c, l->status_row);
}

void app_draw(struct app *a, struct canvas *c, struct app_cursor *at)
{
	struct scene s;
	int cursor[2] = {0, 0};

	canvas_clear(c);
	a->spots.count = 0;
	a->button_count = 0;
	a->columns = c->columns;
	a->rows = c->rows;
	app_scene(a, &s);
	app_arrange(
		a, c->columns, c->rows, s.query.gc.phase != GC_PHASE_IDLE, &a->layout);
	draw_panes(a, &s, c, &a->layout, cursor);
	if (a->layout.hint_row >= 0)
		app_draw_hints(a, c, a->layout.hint_row);
	if (a->menu.open)
		menu_draw(&a->menu, c, cursor);
	if (a->asking != ASK_NOTHING)
		app_draw_prompt(a, c, c->rows - 1, cursor);
	scene_free(&s);
	at->x = cursor[0] >= 0 && cursor[0] < c->columns ? cursor[0] : 0;
	at->y = cursor[1] >= 0 && cursor[1] < c->rows ? cursor[1] : 0;
	at->visible = a->asking != ASK_NOTHING;
}

void app_draw_view(struct app *a, struct canvas *c, enum view_id view)
{
	struct app_pane pane = {.view = view, .place = {0, 0, c->columns, c->rows}};
	struct scene s;
	int cursor[2];

	canvas_clear(c);
	app_scene(a, &s);
	draw_pane(a, &s, c, &pane, cursor);
	scene_free(&s);
}

void app_draw_progress(
	const struct app *a, struct canvas *c, uint64_t step, uint64_t target)
{
	struct strbuf text = STRBUF_INIT;
	unsigned style = STYLE_HINT | STYLE_BOLD;

	(void)a;
	strbuf_printf(&text, _("step %llu"), (unsigned long long)step);
	if (target != UINT64_MAX)
		strbuf_printf(
			&text, _(" on the way to %llu"), (unsigned long long)target);
	strbuf_puts(&text, _("   Ctrl-C stops"));
	canvas_fill(c, (struct canvas_rect){0, c->rows - 1, c->columns, 1}, style);
	canvas_text_fit(c, c->columns > 2 ? 1 : 0, c->rows - 1, c->columns - 1,
		CANVAS_CUT_END, text.text, style);
	strbuf_free(&text);
}
