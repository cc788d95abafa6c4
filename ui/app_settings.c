#include "app_part.h"

#include <string.h>

#include "i18n.h"

/* Settings, while the program runs. */

/* From what is set to what it means here. */
unsigned app_apply(struct app *a, const struct settings *before)
{
	unsigned reaction = REACT_DRAW;

	settings_keymap(&a->settings, &a->keymap);
	app_set_pace(a, a->settings.pace);
	if (a->settings.mouse != before->mouse) {
		a->mouse.off = !a->settings.mouse;
		reaction |= REACT_MOUSE;
	}
	if (a->settings.theme != before->theme && a->settings.theme >= 0) {
		a->theme =
			theme_limit((enum theme)a->settings.theme, a->options.colors);
		reaction |= REACT_THEME | REACT_REPAINT;
	}
	if (a->settings.present != before->present) {
		app_set_present(a, a->settings.present);
		reaction |= REACT_THEME | REACT_REPAINT;
	}
	if (a->settings.glyphs != before->glyphs)
		reaction |= REACT_REPAINT;
	if (strcmp(a->settings.language, before->language) != 0)
		reaction |= REACT_LANGUAGE | REACT_REPAINT;
	return reaction;
}

const struct settings *app_settings(const struct app *a)
{
	return &a->settings;
}

static void list_settings(struct app *a)
{
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;

	menu_open(&a->menu, _("Settings"),
		_("Enter changes it  / finds  q closes   :set NAME=VALUE"), 20);
	a->menu_kind = APP_MENU_SETTINGS;
	for (int i = 0; settings_name(i); i++) {
		strbuf_clear(&left);
		strbuf_clear(&right);
		strbuf_printf(&left, "%s = ", settings_name(i));
		settings_value(&a->settings, i, &left);
		strbuf_puts(&right, settings_help(i));
		if (*settings_values(i))
			strbuf_printf(&right, ": %s", settings_values(i));
		menu_add(&a->menu, i, left.text, right.text);
	}
	strbuf_free(&left);
	strbuf_free(&right);
}

static unsigned set_line(struct app *a, const char *line)
{
	struct settings before = a->settings;
	struct strbuf why = STRBUF_INIT;
	bool done = settings_line(&a->settings, line, &why);

	strbuf_clear(&a->message);
	strbuf_printf(
		&a->message, done ? "%s" : _("error: %s"), done ? line : why.text);
	strbuf_free(&why);
	return app_apply(a, &before);
}

unsigned app_set(struct app *a, const struct order *o)
{
	struct strbuf line = STRBUF_INIT;
	unsigned reaction = REACT_DRAW;

	if (!*o->text) {
		list_settings(a);
		return REACT_DRAW;
	}
	strbuf_puts(&line, o->action == ACTION_MAP ? "map " : "");
	strbuf_puts(&line, o->text);
	reaction = set_line(a, line.text);
	strbuf_free(&line);
	return reaction;
}

/* The next of its values; of a number or a text: it is typed. */
unsigned app_settings_menu(struct app *a)
{
	int i = menu_choice(&a->menu);
	const char *values = i < 0 ? "" : settings_values(i), *at;
	struct strbuf now = STRBUF_INIT, line = STRBUF_INIT;
	unsigned reaction = REACT_DRAW;

	if (i < 0)
		return REACT_DRAW;
	settings_value(&a->settings, i, &now);
	at = *values ? strstr(values, now.text) : NULL;
	if (at) {
		at += strcspn(at, " ");
		at = *at ? at + 1 : values;
		strbuf_printf(
			&line, "%s=%.*s", settings_name(i), (int)strcspn(at, " "), at);
		reaction = set_line(a, line.text);
		list_settings(a);
		menu_select(&a->menu, i);
	} else {
		menu_close(&a->menu);
		strbuf_printf(&line, "set %s=%s", settings_name(i), now.text);
		app_ask(a, ASK_COMMAND, line.text);
	}
	strbuf_free(&now);
	strbuf_free(&line);
	return reaction;
}
