#include "app_part.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "xalloc.h"

/* From an order to the function that does it, and from a line to an order. */

static unsigned (*const handlers[ACTION_COUNT])(struct app *, const struct order *) = {
#define ACTION(id, name, keys, argument, group, where, handler, hint, help) \
	[ACTION_##id] = handler,
#include "action.def"
#undef ACTION
};

unsigned app_do(struct app *a, const struct order *o)
{
	if (o->action != ACTION_PLAY && o->action != ACTION_GROW &&
		o->action != ACTION_SHRINK)
		a->playing = false;
	return handlers[o->action](a, o);
}

long app_times(const struct order *o)
{
	return o->count > 0 ? o->count : 1;
}

void app_say(struct app *a, const char *text)
{
	strbuf_clear(&a->message);
	strbuf_puts(&a->message, text);
}

static bool is_number(const char *text)
{
	if (!*text)
		return false;
	for (; *text; text++) {
		if (!isdigit((unsigned char)*text))
			return false;
	}
	return true;
}

static unsigned complain(struct app *a, const char *format, const char *text)
{
	strbuf_clear(&a->message);
	strbuf_printf(&a->message, format, text);
	return REACT_DRAW;
}

/* What stands behind the command NAME, in ORDER; false: it may not, as was said. */
static bool read_argument(struct app *a, struct order *o)
{
	const struct action_row *row = action_row(o->action);

	switch (row->argument) {
	case ARGUMENT_NUMBER:
		if (!is_number(o->text)) {
			complain(a, _("error: '%s' wants a number"), row->name);
			return false;
		}
		o->count = strtol(o->text, NULL, 10);
		return true;
	case ARGUMENT_NONE:
		if (*o->text)
			complain(
				a, _("error: '%s' takes nothing behind it"), row->name);
		return !*o->text;
	case ARGUMENT_COUNT:
	case ARGUMENT_STEP:
		if (*o->text && !is_number(o->text)) {
			complain(a, _("error: '%s' is not a number"), o->text);
			return false;
		}
		o->count = *o->text ? strtol(o->text, NULL, 10) : 0;
		return true;
	default:
		return true;
	}
}

static unsigned do_line(struct app *a, char *line)
{
	char *name = line, *rest;
	struct order o = {.action = ACTION_GOTO, .text = name};

	if (is_number(line))
		return app_do(a, &o);
	rest = line + strcspn(line, " ");
	o.action = action_find(line, (size_t)(rest - line));
	if (o.action == ACTION_NONE) {
		*rest = '\0';
		return complain(
			a, _("error: there is no command '%s' (? shows all)"), name);
	}
	o.text = rest + strspn(rest, " ");
	return read_argument(a, &o) ? app_do(a, &o) : REACT_DRAW;
}

unsigned app_command(struct app *a, const char *line)
{
	char *copy = xstrdup(line + strspn(line, " :"));
	size_t n = strlen(copy);
	unsigned reaction = REACT_DRAW;

	while (n > 0 && copy[n - 1] == ' ')
		copy[--n] = '\0';
	strbuf_clear(&a->message);
	if (n > 0)
		reaction = do_line(a, copy);
	free(copy);
	return reaction;
}

const char *app_command_of_key(const struct app *a, const char *name)
{
	enum action action = keymap_find(&a->keymap, key_code(name));

	return action == ACTION_NONE ? NULL : action_row(action)->name;
}
