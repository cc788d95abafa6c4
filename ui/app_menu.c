#include "app_part.h"

#include <string.h>

#include "i18n.h"

/* Lists over the whole screen: keys and signs. */

enum {
	HELP_KEYS_WIDTH = 13
};

static void add_group(struct app *a, enum action_group group)
{
	struct strbuf keys = STRBUF_INIT, text = STRBUF_INIT;

	menu_add_heading(&a->menu, _(action_group_name(group)));
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const struct action_row *row = action_row((enum action)i);

		if (row->group != group)
			continue;
		strbuf_clear(&keys);
		keymap_keys(&a->keymap, (enum action)i, &keys);
		strbuf_clear(&text);
		strbuf_printf(&text, "%s (:%s)", _(row->help), row->name);
		menu_add(&a->menu, i, keys.text, text.text);
	}
	strbuf_free(&keys);
	strbuf_free(&text);
}

void app_open_context(struct app *a, unsigned where)
{
	struct strbuf keys = STRBUF_INIT;

	menu_open(&a->menu, _("What can be done here"),
		_("Up, Down move  Enter or a click does it  q closes"),
		HELP_KEYS_WIDTH);
	a->menu_kind = APP_MENU_HELP;
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const struct action_row *row = action_row((enum action)i);

		if (!(row->where & where))
			continue;
		strbuf_clear(&keys);
		keymap_keys(&a->keymap, (enum action)i, &keys);
		menu_add(&a->menu, i, keys.text, _(row->help));
	}
	strbuf_free(&keys);
}

unsigned app_first_keys(struct app *a, const struct order *o)
{
	static const enum action first[] = {ACTION_STEP, ACTION_BACK, ACTION_LINE,
		ACTION_GC, ACTION_CONTINUE, ACTION_DOWN, ACTION_NEXT_PANE, ACTION_FIND,
		ACTION_COMMAND, ACTION_HELP, ACTION_QUIT};
	struct strbuf keys = STRBUF_INIT;

	(void)o;
	menu_open(&a->menu, _("The keys to begin with"),
		_("Any key goes on   (:set hints=off: not again)"), HELP_KEYS_WIDTH);
	a->menu_kind = APP_MENU_FIRST;
	for (unsigned i = 0; i < sizeof(first) / sizeof(first[0]); i++) {
		strbuf_clear(&keys);
		keymap_keys(&a->keymap, first[i], &keys);
		menu_add(&a->menu, (int)first[i], keys.text,
			_(action_row(first[i])->help));
	}
	a->menu.selected = -1;
	strbuf_free(&keys);
	return REACT_DRAW;
}

unsigned app_help(struct app *a, const struct order *o)
{
	enum action about = action_find(o->text, strlen(o->text));

	menu_open(&a->menu, _("Keys and commands"),
		_("Up, Down, PgUp, PgDn move  / finds  Enter does it  q closes"),
		HELP_KEYS_WIDTH);
	a->menu_kind = APP_MENU_HELP;
	for (int group = 0; group < GROUP_COUNT; group++)
		add_group(a, (enum action_group)group);
	menu_add_heading(&a->menu, _("Signs"));
	app_add_terms(a, true);
	if (about != ACTION_NONE)
		menu_select(&a->menu, (int)about);
	return REACT_DRAW;
}

/* A command from the help: at once, or after its argument was typed. */
static unsigned do_chosen(struct app *a, enum action action)
{
	const struct action_row *row = action_row(action);
	struct order o = {.action = action, .text = ""};
	struct strbuf line = STRBUF_INIT;

	if (row->argument != ARGUMENT_LETTER)
		return app_do(a, &o);
	strbuf_printf(&line, "%s ", row->name);
	app_ask(a, ASK_COMMAND, line.text);
	strbuf_free(&line);
	return REACT_DRAW;
}

unsigned app_menu_key(struct app *a, const struct key *key)
{
	enum menu_result result;
	int choice;

	if (a->menu_kind == APP_MENU_FIRST) {
		menu_close(&a->menu);
		return key->code == KEY_ESCAPE ? REACT_DRAW
					       : REACT_DRAW | app_key(a, key);
	}
	result = menu_key(&a->menu, key);

	if (a->menu_kind == APP_MENU_STOPS &&
		(result == MENU_CHOSEN || result == MENU_OTHER)) {
		app_stops_menu(a, key->code);
		return REACT_DRAW;
	}
	if (a->menu_kind == APP_MENU_SETTINGS && result == MENU_CHOSEN)
		return app_settings_menu(a);
	switch (result) {
	case MENU_CLOSED:
		menu_close(&a->menu);
		break;
	case MENU_CHOSEN:
		choice = menu_choice(&a->menu);
		if (choice < 0)
			break;
		menu_close(&a->menu);
		if (a->menu_kind == APP_MENU_BRANCHES)
			app_enter_branch(a, choice);
		else
			return do_chosen(a, (enum action)choice);
		break;
	default:
		break;
	}
	return REACT_DRAW;
}
