#include "app_part.h"

#include <string.h>

#include "i18n.h"

/* The last line: the keys that help most here and now, or what was said. */

/* "n/N step" */
static void hint_text(const struct app *a, enum action action, struct strbuf *out)
{
	enum action opposite = keymap_opposite(&a->keymap, action);

	key_name(keymap_key(&a->keymap, action), out);
	if (opposite != ACTION_NONE) {
		strbuf_putc(out, '/');
		key_name(keymap_key(&a->keymap, opposite), out);
	}
	strbuf_putc(out, ' ');
	strbuf_puts(out, _(action_row(action)->hint));
}

static int place_hint(
	struct app *a, struct canvas *c, int x, int y, int end, enum action action)
{
	struct strbuf text = STRBUF_INIT;
	int width;

	hint_text(a, action, &text);
	width = wtext_width(text.text, c->glyphs);
	if (x + width + 1 > end || keymap_key(&a->keymap, action) == KEY_NONE) {
		width = 0;
	} else {
		canvas_text(c, x, y, text.text, STYLE_HINT);
		app_add_button(a, x, y, width, action);
	}
	strbuf_free(&text);
	return width ? width + 2 : 0;
}

/* Help and quit have their place at the right, whatever else fits. */
static int place_last(struct app *a, struct canvas *c, int y)
{
	static const enum action last[] = {ACTION_QUIT, ACTION_HELP};
	int x = c->columns - 1;

	for (int i = 0; i < 2; i++) {
		struct strbuf text = STRBUF_INIT;

		hint_text(a, last[i], &text);
		x -= wtext_width(text.text, c->glyphs);
		place_hint(a, c, x > 0 ? x : 0, y, c->columns + 1, last[i]);
		strbuf_free(&text);
		x -= 2;
	}
	return x + 2;
}

static unsigned where(const struct app *a)
{
	switch (a->look.focus) {
	case VIEW_GRAPH:
	case VIEW_LISTS:
	case VIEW_OBJECT:
		return a->look.chosen ? WHERE_BOX : 0;
	case VIEW_SOURCE:
		return WHERE_LINES;
	default:
		return 0;
	}
}

static void draw_count(const struct app *a, struct canvas *c, int y)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, _("%ld times: n, s, ) ..."), a->count);
	canvas_text_fit(c, 1, y, c->columns - 1, CANVAS_CUT_END, text.text,
		STYLE_HINT | STYLE_BOLD);
	strbuf_free(&text);
}

/* First a step, then what belongs to this place, then what fits of the rest. */
static void draw_keys(struct app *a, struct canvas *c, int y)
{
	int end = place_last(a, c, y);
	int x = 1;

	x += place_hint(a, c, x, y, end, ACTION_STEP);
	for (int pass = 0; pass < 2; pass++) {
		unsigned wanted = pass ? WHERE_ALL : where(a);

		for (int i = ACTION_STEP + 1; i < ACTION_COUNT; i++) {
			if (i != ACTION_HELP && i != ACTION_QUIT &&
				action_row((enum action)i)->where & wanted)
				x += place_hint(a, c, x, y, end, (enum action)i);
		}
	}
}

void app_draw_hints(struct app *a, struct canvas *c, int y)
{
	canvas_fill(c, (struct canvas_rect){0, y, c->columns, 1}, STYLE_HINT);
	if (a->message.length)
		canvas_text_fit(c, 1, y, c->columns - 1, CANVAS_CUT_END,
			a->message.text, STYLE_HINT | STYLE_BOLD);
	else if (a->count >= 10)
		draw_count(a, c, y);
	else if (a->present.on)
		app_draw_pressed(a, c, 1, y, place_last(a, c, y));
	else
		draw_keys(a, c, y);
}
