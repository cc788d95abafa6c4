#include "app_part.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"

/* Stops: setting them, listing them, and going on until one is met. */

static struct condition_state state_now(const struct app *a)
{
	return (struct condition_state){machine_world(a->machine),
		naming_first_serial(a->names), machine_position(a->machine)};
}

static struct strbuf no_text(void)
{
	return (struct strbuf)STRBUF_INIT;
}

/* Setting. */

static void add_stop(struct app *a, const char *spec, bool watch)
{
	struct strbuf why = no_text();
	int number = stops_add(&a->stops, spec, watch, &why);
	struct condition_state now = state_now(a);

	strbuf_clear(&a->message);
	if (number == 0) {
		strbuf_printf(&a->message, _("error: %s"), why.text);
	} else {
		stops_begin(&a->stops, &now);
		strbuf_printf(&a->message, _("Stop %d: %s (c goes on to it, C back)"),
			number, spec);
	}
	strbuf_free(&why);
}

static void remove_stop(struct app *a, int number)
{
	strbuf_clear(&a->message);
	strbuf_printf(&a->message,
		stops_remove(&a->stops, number) ? _("Stop %d is gone.")
						: _("There is no stop %d."),
		number);
}

static void toggle_line(struct app *a)
{
	int line = scenario_code_line(a->scenario, app_line(a));
	const struct stop *stop = stops_on_line(&a->stops, line);
	struct strbuf spec = no_text();

	if (stop) {
		remove_stop(a, stop->number);
	} else if (line) {
		strbuf_printf(&spec, "line %d", line);
		add_stop(a, spec.text, false);
		strbuf_free(&spec);
	}
}

/* "#7" of the selected object. */
static void selected_number(const struct app *a, struct strbuf *out)
{
	struct query numbering = {.w = machine_world(a->machine),
		.first_serial = naming_first_serial(a->names)};

	strbuf_printf(
		out, "#%lld", (long long)query_number(&numbering, a->look.chosen));
}

unsigned app_break(struct app *a, const struct order *o)
{
	struct strbuf spec = no_text();

	if (*o->text) {
		add_stop(a, o->text, false);
	} else if (a->look.focus == VIEW_SOURCE) {
		toggle_line(a);
	} else if (a->look.chosen) {
		selected_number(a, &spec);
		add_stop(a, spec.text, false);
		strbuf_free(&spec);
	} else {
		app_ask(a, ASK_COMMAND, "break ");
	}
	return REACT_DRAW;
}

unsigned app_watch(struct app *a, const struct order *o)
{
	struct strbuf object = no_text(), spec = no_text();

	if (*o->text) {
		add_stop(a, o->text, true);
	} else if (a->look.chosen) {
		selected_number(a, &object);
		strbuf_printf(&spec, "gc_refs(%s)", object.text);
		add_stop(a, spec.text, true);
	} else {
		app_ask(a, ASK_COMMAND, "watch ");
	}
	strbuf_free(&object);
	strbuf_free(&spec);
	return REACT_DRAW;
}

/* Commands about the stop with a number. */
unsigned app_stop_number(struct app *a, const struct order *o)
{
	struct stop *stop = stops_find(&a->stops, (int)o->count);

	if (!stop) {
		strbuf_printf(&a->message, _("There is no stop %ld."), o->count);
	} else if (o->action == ACTION_DELETE) {
		remove_stop(a, stop->number);
	} else {
		stop->enabled = o->action == ACTION_ENABLE;
		strbuf_printf(&a->message,
			stop->enabled ? _("Stop %d is on.") : _("Stop %d is off."),
			stop->number);
	}
	return REACT_DRAW;
}

/* The list. */

static void describe(struct app *a, const struct stop *stop, struct strbuf *out)
{
	struct condition_state now = state_now(a);
	struct condition_value value;

	strbuf_puts(out, stop->kind == STOP_WATCH ? _("watch ") : "");
	strbuf_puts(out, stop->text);
	if (stop->condition) {
		value = condition_value(stop->condition, &now);
		strbuf_puts(out, _("   now "));
		value_text(&value, &now, out);
	}
	if (!stop->enabled)
		strbuf_puts(out, _("   (off)"));
}

unsigned app_breaks(struct app *a, const struct order *o)
{
	struct strbuf left = no_text(), right = no_text();

	(void)o;
	menu_open(&a->menu, _("Stops"),
		_("Enter switches on and off  d deletes  / finds  q closes"), 4);
	a->menu_kind = APP_MENU_STOPS;
	for (int i = 0; i < a->stops.count; i++) {
		strbuf_clear(&left);
		strbuf_clear(&right);
		strbuf_printf(&left, "%d", a->stops.at[i].number);
		describe(a, &a->stops.at[i], &right);
		menu_add(&a->menu, a->stops.at[i].number, left.text, right.text);
	}
	if (a->stops.count == 0)
		menu_add_heading(&a->menu,
			_("There are none: b sets one, also :break refcount(a) == 0"));
	strbuf_free(&left);
	strbuf_free(&right);
	return REACT_DRAW;
}

/* A key in the list that means something to the selected stop. */
void app_stops_menu(struct app *a, uint32_t code)
{
	int number = menu_choice(&a->menu);
	struct stop *stop = stops_find(&a->stops, number);
	struct order again = {.action = ACTION_BREAKS, .text = ""};

	if (!stop)
		return;
	if (code == KEY_ENTER)
		stop->enabled = !stop->enabled;
	else if (code == 'd' || code == KEY_DELETE)
		stops_remove(&a->stops, number);
	app_breaks(a, &again);
	menu_select(&a->menu, number);
}

/* Going on. */

static void say_stop(struct app *a, int number)
{
	const struct stop *stop = stops_find(&a->stops, number);
	struct condition_state now = state_now(a);

	if (!stop)
		return;
	strbuf_clear(&a->message);
	strbuf_printf(&a->message, _("Stop %d: %s"), number, stop->text);
	if (stop->kind == STOP_WATCH) {
		struct condition_value value = condition_value(stop->condition, &now);

		strbuf_puts(&a->message, _(" is now "));
		value_text(&value, &now, &a->message);
	}
}

static bool is_cancelled(struct app *a, uint32_t *n)
{
	return ++*n % 256 == 0 &&
		!app_poll(a, machine_position(a->machine), UINT64_MAX);
}

static enum machine_result go_forward(struct app *a, int *stop)
{
	enum grain grain = stops_only_lines(&a->stops) ? GRAIN_LINE : GRAIN_MICRO;
	struct machine_poll asked = {app_poll, a};
	enum machine_result result;
	uint32_t n = 0;

	while ((result = machine_forward(a->machine, grain, &asked)) == MACHINE_MOVED) {
		struct event e = machine_event(a->machine);
		struct condition_state now = state_now(a);

		if ((*stop = stops_forward(&a->stops, &now, &e)))
			return result;
		if (is_cancelled(a, &n))
			return MACHINE_CANCELLED;
	}
	return result;
}

static enum machine_result go_backward(struct app *a, int *stop)
{
	enum grain grain = stops_only_lines(&a->stops) ? GRAIN_LINE : GRAIN_MICRO;
	struct machine_poll asked = {app_poll, a};
	uint64_t start = machine_position(a->machine);
	struct event undone = machine_event(a->machine), e;
	enum machine_result result;
	uint32_t n = 0;
	bool here;

	while ((result = machine_backward(a->machine, grain, &asked)) ==
		MACHINE_MOVED) {
		struct condition_state now = state_now(a);

		e = machine_event(a->machine);
		*stop = stops_backward(&a->stops, &now, &undone, &e, &here);
		if (*stop && here)
			return result;
		if (*stop && machine_position(a->machine) + 1 < start)
			return machine_forward(a->machine, GRAIN_MICRO, &asked);
		*stop = 0;
		undone = e;
		if (is_cancelled(a, &n))
			return MACHINE_CANCELLED;
	}
	return result;
}

unsigned app_continue(struct app *a, const struct order *o)
{
	bool forward = o->action == ACTION_CONTINUE;
	struct machine_poll asked = {app_poll, a};
	enum machine_result result = MACHINE_MOVED;

	app_leave(a);
	for (long i = 0; i < app_times(o) && result == MACHINE_MOVED; i++) {
		struct condition_state now = state_now(a);
		int stop = 0;

		stops_begin(&a->stops, &now);
		if (!stops_any_enabled(&a->stops))
			result = machine_seek(
				a->machine, forward ? UINT64_MAX : 0, &asked);
		else
			result = forward ? go_forward(a, &stop) : go_backward(a, &stop);
		say_stop(a, stop);
		if (!stops_any_enabled(&a->stops))
			break;
	}
	app_tell(a, result);
	app_moved(a);
	return REACT_DRAW;
}
