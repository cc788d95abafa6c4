#include "app_part.h"

#include "i18n.h"

/*
 * Where a key goes: to what is open (the prompt, a menu), to a command that waits
 * for a letter, to the count, or to the keymap.
 *
 * A digit shows its pane at once.  When a key that can be repeated follows soon,
 * the digits were its count and the pane is as it was: 5n makes five steps.  What
 * moves about in a pane counts from 10 on: 2j is the second pane, a line down.
 */
enum {
	COUNT_PATIENCE = 700, /* ms between a digit and what it counts */
	COUNT_LIMIT = 100000000
};

/* Moving about in a pane that was just shown is no count of one digit. */
static bool takes_count(const struct app *a, enum action action)
{
	const struct action_row *row = action_row(action);

	if (row->argument == ARGUMENT_COUNT)
		return row->group != GROUP_LOOK || a->count >= 10;
	return row->argument == ARGUMENT_STEP;
}

static void forget_count(struct app *a)
{
	a->count = 0;
	a->count_until = 0;
}

/* After a digit has shown its pane. */
static void add_digit(struct app *a, const struct app_look *before, uint32_t digit)
{
	if (a->count == 0)
		a->before = *before;
	a->count = 10 * a->count + (long)(digit - '0');
	if (a->count > COUNT_LIMIT)
		a->count = COUNT_LIMIT;
	a->count_until = a->now + COUNT_PATIENCE;
}

static bool is_digit(const struct app *a, uint32_t code)
{
	return code >= (a->count ? '0' : '1') && code <= '9';
}

static unsigned do_key(struct app *a, uint32_t code, enum action action)
{
	struct order o = {.action = action, .text = ""};
	struct app_look before = a->look;
	unsigned reaction;

	if (takes_count(a, action)) {
		if (a->count)
			a->look = a->before;
		o.count = a->count;
	}
	if (action_row(action)->argument == ARGUMENT_LETTER) {
		a->letter = action;
		app_say(a, action_row(action)->help);
		return REACT_DRAW;
	}
	reaction = app_do(a, &o);
	if (is_digit(a, code))
		add_digit(a, &before, code);
	else
		forget_count(a);
	return reaction;
}

static unsigned do_letter(struct app *a, uint32_t code)
{
	char text[2] = {code < 0x80 ? (char)code : '?', '\0'};
	struct order o = {.action = a->letter, .text = text};

	a->letter = ACTION_NONE;
	if (code >= KEY_BASE)
		return REACT_DRAW;
	return app_do(a, &o);
}

unsigned app_key(struct app *a, const struct key *key)
{
	enum action action = keymap_find(&a->keymap, key->code);

	if (key->code == KEY_MOUSE)
		return app_mouse_key(a, key);
	if (a->count && a->now >= a->count_until)
		forget_count(a);
	if (a->asking != ASK_NOTHING)
		return app_prompt_key(a, key);
	if (a->menu.open)
		return app_menu_key(a, key);
	if (a->letter != ACTION_NONE) {
		strbuf_clear(&a->message);
		return do_letter(a, key->code);
	}
	if (action == ACTION_NONE && is_digit(a, key->code) && a->count) {
		add_digit(a, &a->before, key->code);
		return REACT_DRAW;
	}
	if (action == ACTION_NONE)
		return 0;
	app_show_key(a, key->code, action);
	strbuf_clear(&a->message);
	return do_key(a, key->code, action);
}

bool app_is_stop(const struct app *a, const struct key *key)
{
	enum action action = keymap_find(&a->keymap, key->code);

	return action == ACTION_STOP || action == ACTION_CANCEL ||
		action == ACTION_QUIT;
}
