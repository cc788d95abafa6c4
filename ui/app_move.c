#include "app_part.h"

#include "i18n.h"

/* Moves in time. */

/* During a long move what is executed is remembered before it leaves the
 * window of the history. */
bool app_poll(void *context, uint64_t step, uint64_t target)
{
	struct app *a = context;

	timeline_update(&a->timeline, a->machine, a->names);
	if (!a->options.poll.poll)
		return true;
	return a->options.poll.poll(a->options.poll.context, step, target);
}

void app_tell(struct app *a, enum machine_result result)
{
	switch (result) {
	case MACHINE_AT_START:
		app_say(a, _("This is the start of the program."));
		break;
	case MACHINE_AT_END:
		app_say(a, _("This is the end of the program."));
		break;
	case MACHINE_LIMIT:
		app_say(a, _("The limit of steps is reached (--max-steps)."));
		break;
	case MACHINE_CANCELLED:
		app_say(a, _("Stopped on the way."));
		break;
	default:
		break;
	}
}

static bool is_about(const struct app *a, uint32_t serial)
{
	struct event e = machine_event(a->machine);

	return serial && (e.object == serial || e.other == serial);
}

/* To the next or previous event of the selected object. */
static enum machine_result move_to_object(
	struct app *a, bool forward, const struct machine_poll *asked)
{
	enum machine_result result;
	uint32_t serial = a->look.chosen, n = 0;

	do {
		result = forward ? machine_forward(a->machine, GRAIN_MICRO, asked)
				 : machine_backward(a->machine, GRAIN_MICRO, asked);
		if (++n % 1024 == 0 &&
			!app_poll(a, machine_position(a->machine), UINT64_MAX))
			result = MACHINE_CANCELLED;
	} while (result == MACHINE_MOVED && !is_about(a, serial));
	return result;
}

struct move {
	enum action action;
	enum grain grain;
	bool forward;
};

static const struct move moves[] = {
	{ACTION_STEP, GRAIN_STEP, true},
	{ACTION_BACK, GRAIN_STEP, false},
	{ACTION_STEP_MICRO, GRAIN_MICRO, true},
	{ACTION_BACK_MICRO, GRAIN_MICRO, false},
	{ACTION_LINE, GRAIN_LINE, true},
	{ACTION_LINE_BACK, GRAIN_LINE, false},
	{ACTION_PHASE, GRAIN_PHASE, true},
	{ACTION_PHASE_BACK, GRAIN_PHASE, false},
	{ACTION_GC, GRAIN_GC, true},
	{ACTION_GC_BACK, GRAIN_GC, false},
};

static enum machine_result go(struct app *a, const struct move *move)
{
	struct machine_poll asked = {app_poll, a};

	if (move->forward)
		return machine_forward(a->machine, move->grain, &asked);
	return machine_backward(a->machine, move->grain, &asked);
}

static bool is_worth_a_stop(struct app *a)
{
	struct scene_source source = app_source(a);

	return scene_is_worth_a_stop(&source);
}

/* A step goes on until something shown is concerned. */
static enum machine_result go_to_stop(struct app *a, const struct move *move)
{
	enum machine_result result;
	uint32_t n = 0;

	do {
		result = go(a, move);
		if (++n % 64 == 0 &&
			!app_poll(a, machine_position(a->machine), UINT64_MAX))
			return MACHINE_CANCELLED;
	} while (result == MACHINE_MOVED && machine_position(a->machine) > 0 &&
		!is_worth_a_stop(a));
	return result;
}

/* To the next line at DEPTH or less; FINISH: less. */
static enum machine_result go_over(struct app *a, bool forward, bool finish)
{
	struct move move = {ACTION_NONE, GRAIN_LINE, forward};
	unsigned depth = machine_event(a->machine).depth;
	enum machine_result result;
	uint32_t n = 0;

	depth -= finish && depth > 0;
	do {
		result = go(a, &move);
		if (++n % 64 == 0 &&
			!app_poll(a, machine_position(a->machine), UINT64_MAX))
			return MACHINE_CANCELLED;
	} while (result == MACHINE_MOVED && machine_event(a->machine).depth > depth);
	return result;
}

static const struct move *find_move(enum action action)
{
	for (unsigned i = 0; i < sizeof(moves) / sizeof(moves[0]); i++) {
		if (moves[i].action == action)
			return &moves[i];
	}
	return NULL;
}

static enum machine_result move_once(struct app *a, enum action action)
{
	const struct move *move = find_move(action);
	struct machine_poll asked = {app_poll, a};

	switch (action) {
	case ACTION_OBJECT:
	case ACTION_OBJECT_BACK:
		return move_to_object(a, action == ACTION_OBJECT, &asked);
	case ACTION_OVER:
	case ACTION_OVER_BACK:
		return go_over(a, action == ACTION_OVER, false);
	case ACTION_FINISH:
	case ACTION_FINISH_BACK:
		return go_over(a, action == ACTION_FINISH, true);
	default:
		return move->grain == GRAIN_STEP ? go_to_stop(a, move) : go(a, move);
	}
}

unsigned app_move(struct app *a, const struct order *o)
{
	enum machine_result result = MACHINE_MOVED;

	if ((o->action == ACTION_OBJECT || o->action == ACTION_OBJECT_BACK) &&
		!a->look.chosen) {
		app_say(a, _("Select an object first: with the arrows."));
		return REACT_DRAW;
	}
	if (o->action == ACTION_GC || o->action == ACTION_GC_BACK)
		app_leave(a);
	for (long i = 0; i < app_times(o) && result == MACHINE_MOVED; i++) {
		result = move_once(a, o->action);
		if (i % 64 == 63 &&
			!app_poll(a, machine_position(a->machine), UINT64_MAX))
			result = MACHINE_CANCELLED;
	}
	app_tell(a, result);
	app_moved(a);
	return REACT_DRAW;
}

void app_seek(struct app *a, uint64_t step)
{
	struct machine_poll asked = {app_poll, a};
	enum machine_result result = machine_seek(a->machine, step, &asked);

	if (machine_position(a->machine) != step)
		app_tell(a, result);
	app_moved(a);
}

void app_moved(struct app *a)
{
	timeline_update(&a->timeline, a->machine, a->names);
	a->scroll[VIEW_SOURCE] = 0;
	a->scroll[VIEW_LISTS] = 0;
	a->scroll[VIEW_STORY] = 0;
	a->look.line = 0;
}
