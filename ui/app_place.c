#include "app_part.h"

#include <string.h>

#include "at.h"
#include "i18n.h"

/* Places in time: going to one, letters for them, and the way back. */

static void add_place(struct app_jumps *j, uint64_t step)
{
	if (j->count && j->at[j->count - 1] == step)
		return;
	if (j->count == APP_JUMPS) {
		memmove(j->at, j->at + 1, (APP_JUMPS - 1) * sizeof(*j->at));
		j->count--;
	}
	j->at[j->count++] = step;
}

void app_leave(struct app *a)
{
	struct app_jumps *j = &a->jumps;

	j->left = machine_position(a->machine);
	j->any = true;
	j->count = j->now;
	add_place(j, j->left);
	j->now = j->count;
}

/* The present place joins the list, to be come back to. */
static void older(struct app *a)
{
	struct app_jumps *j = &a->jumps;

	if (j->now == j->count) {
		add_place(j, machine_position(a->machine));
		j->now = j->count - 1;
	}
	if (j->now == 0)
		app_say(a, _("There is no older place."));
	else
		app_seek(a, j->at[--j->now]);
}

static void where_jump_began(struct app *a)
{
	uint64_t step = a->jumps.left;

	if (!a->jumps.any) {
		app_say(a, _("There was no jump yet."));
		return;
	}
	app_leave(a);
	app_seek(a, step);
}

static void newer(struct app *a)
{
	struct app_jumps *j = &a->jumps;

	if (j->now + 1 >= j->count)
		app_say(a, _("There is no newer place."));
	else
		app_seek(a, j->at[++j->now]);
}

unsigned app_older(struct app *a, const struct order *o)
{
	for (long i = 0; i < app_times(o) && i < APP_JUMPS; i++) {
		if (o->action == ACTION_OLDER)
			older(a);
		else
			newer(a);
	}
	return REACT_DRAW;
}

unsigned app_goto(struct app *a, const struct order *o)
{
	struct machine_poll asked = {app_poll, a};
	uint64_t before = machine_position(a->machine);
	enum machine_result result;

	if (!*o->text) {
		app_ask(a, ASK_COMMAND, "goto ");
		return REACT_DRAW;
	}
	if (!at_is_valid(o->text)) {
		strbuf_printf(&a->message,
			_("error: '%s' is not STEP, start, end, line:N, gc:N or "
			  "phase:NAME"),
			o->text);
		return REACT_DRAW;
	}
	app_leave(a);
	result = at_go(a->machine, o->text, &asked);
	if (result == MACHINE_AT_END && strspn(o->text, "0123456789") == 0) {
		machine_seek(a->machine, before, &asked);
		strbuf_printf(&a->message, _("From here on there is no %s."), o->text);
	} else {
		app_tell(a, result);
	}
	app_moved(a);
	return REACT_DRAW;
}

static void set_mark(struct app *a, int letter)
{
	a->marks[letter] = machine_position(a->machine) + 1;
	strbuf_printf(&a->message, _("Step %llu is marked: '%c comes back to it."),
		(unsigned long long)machine_position(a->machine), 'a' + letter);
}

static void jump(struct app *a, int letter)
{
	if (!a->marks[letter]) {
		strbuf_printf(
			&a->message, _("No step is marked with %c."), 'a' + letter);
		return;
	}
	app_leave(a);
	app_seek(a, a->marks[letter] - 1);
}

unsigned app_mark(struct app *a, const struct order *o)
{
	char c = o->text[0];

	if (c == '\'' && !o->text[1] && o->action == ACTION_JUMP)
		where_jump_began(a);
	else if (c < 'a' || c > 'z' || o->text[1])
		app_say(a, _("A letter from a to z, please."));
	else if (o->action == ACTION_MARK)
		set_mark(a, c - 'a');
	else
		jump(a, c - 'a');
	return REACT_DRAW;
}
