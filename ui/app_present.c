#include "app_part.h"

#include <string.h>

#include "i18n.h"

/*
 * In front of a class: graph, source and a large explanation, the theme for
 * projectors, and in the place of the hints the keys that were pressed last, each
 * with the name of its command.
 */

void app_set_present(struct app *a, bool on)
{
	if (a->present.on == on)
		return;
	a->present.on = on;
	memset(a->present.keys, 0, sizeof(a->present.keys));
	if (on) {
		a->present.theme = a->theme;
		a->theme = theme_limit(THEME_PROJECTOR, a->options.colors);
	} else {
		a->theme = a->present.theme;
	}
}

unsigned app_present(struct app *a, const struct order *o)
{
	(void)o;
	app_set_present(a, !a->present.on);
	a->settings.present = a->present.on;
	return REACT_DRAW | REACT_THEME | REACT_REPAINT;
}

void app_show_key(struct app *a, uint32_t code, enum action action)
{
	struct app_present *p = &a->present;

	if (!p->on || action == ACTION_REDRAW)
		return;
	memmove(&p->keys[1], &p->keys[0], sizeof(p->keys) - sizeof(p->keys[0]));
	p->keys[0].code = code;
	p->keys[0].action = action;
}

void app_draw_pressed(struct app *a, struct canvas *c, int x, int y, int end)
{
	for (int i = APP_PRESSED - 1; i >= 0; i--) {
		enum action action = a->present.keys[i].action;
		struct strbuf text = STRBUF_INIT;

		if (action == ACTION_NONE)
			continue;
		key_name(a->present.keys[i].code, &text);
		strbuf_printf(&text, " %s", action_row(action)->name);
		x += 3 +
			canvas_text_fit(c, x, y, end - x, CANVAS_CUT_END, text.text,
				STYLE_HINT | (i == 0 ? STYLE_BOLD : 0u));
		strbuf_free(&text);
	}
	if (a->present.keys[0].action == ACTION_NONE)
		canvas_text_fit(c, x, y, end - x, CANVAS_CUT_END,
			_("Keys are shown here as they are pressed; P: as before"),
			STYLE_HINT);
}
