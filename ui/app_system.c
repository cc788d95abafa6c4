#include "app_part.h"

#include "i18n.h"

/* What is about the terminal and the program itself. */

unsigned app_theme_choice(struct app *a, const struct order *o)
{
	enum theme next = a->theme;
	int named = theme_find(o->text);

	if (*o->text && named < 0) {
		strbuf_printf(&a->message, _("error: there is no theme '%s'"), o->text);
		return REACT_DRAW;
	}
	do {
		next = (enum theme)((next + 1) % THEME_COUNT);
	} while (theme_limit(next, a->options.colors) != next);
	if (named >= 0)
		next = theme_limit((enum theme)named, a->options.colors);
	a->theme = next;
	strbuf_clear(&a->message);
	strbuf_printf(&a->message, _("Theme: %s"), theme_name(next));
	return REACT_DRAW | REACT_THEME | REACT_REPAINT;
}

enum theme app_theme(const struct app *a)
{
	return a->theme;
}

unsigned app_system(struct app *a, const struct order *o)
{
	switch (o->action) {
	case ACTION_REDRAW:
		return REACT_DRAW | REACT_REPAINT;
	case ACTION_SUSPEND:
		return REACT_SUSPEND;
	case ACTION_QUIT:
		return REACT_QUIT;
	default:
		app_say(a, _("q quits."));
		return REACT_DRAW;
	}
}
