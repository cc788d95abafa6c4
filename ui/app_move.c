#include "app_part.h"

#include "i18n.h"

/* Moves in time. */

/* During a long move what is executed is remembered before it leaves the
 * window of the history. */
static bool poll(void *context, uint64_t step, uint64_t target)
{
	struct app *a = context;

	timeline_update(&a->timeline, a->machine, a->names);
	if (!a->options.poll.poll)
		return true;
	return a->options.poll.poll(a->options.poll.context, step, target);
}

static void say(struct app *a, const char *text)
{
	strbuf_clear(&a->message);
	strbuf_puts(&a->message, text);
}

static void tell(struct app *a, enum machine_result result)
{
	switch (result) {
	case MACHINE_AT_START:
		say(a, _("This is the start of the program."));
		break;
	case MACHINE_AT_END:
		say(a, _("This is the end of the program."));
		break;
	case MACHINE_LIMIT:
		say(a, _("The limit of steps is reached (--max-steps)."));
		break;
	case MACHINE_CANCELLED:
		say(a, _("Stopped on the way."));
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
	uint32_t serial = a->chosen, n = 0;

	do {
		result = forward ? machine_forward(a->machine, GRAIN_MICRO, asked)
				 : machine_backward(a->machine, GRAIN_MICRO, asked);
		if (++n % 1024 == 0 &&
			!poll(a, machine_position(a->machine), UINT64_MAX))
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
	{ACTION_END, GRAIN_PROGRAM, true},
	{ACTION_START, GRAIN_PROGRAM, false},
};

static enum machine_result go(struct app *a, const struct move *move)
{
	struct machine_poll asked = {poll, a};

	if (move->forward)
		return machine_forward(a->machine, move->grain, &asked);
	return machine_backward(a->machine, move->grain, &asked);
}

static bool is_worth_a_stop(struct app *a)
{
	struct scene s;
	bool worth;

	app_scene(a, &s);
	worth = scene_is_worth_a_stop(&s);
	scene_free(&s);
	return worth;
}

/* A step goes on until something shown is concerned. */
static enum machine_result go_to_stop(struct app *a, const struct move *move)
{
	enum machine_result result;
	uint32_t n = 0;

	do {
		result = go(a, move);
		if (++n % 64 == 0 && !poll(a, machine_position(a->machine), UINT64_MAX))
			return MACHINE_CANCELLED;
	} while (result == MACHINE_MOVED && machine_position(a->machine) > 0 &&
		!is_worth_a_stop(a));
	return result;
}

bool app_move(struct app *a, enum action action)
{
	struct machine_poll asked = {poll, a};
	bool moved = false;

	if (action == ACTION_OBJECT || action == ACTION_OBJECT_BACK) {
		if (a->chosen)
			tell(a, move_to_object(a, action == ACTION_OBJECT, &asked));
		else
			say(a, _("Select an object first: with the arrows."));
		moved = true;
	}
	for (unsigned i = 0; i < sizeof(moves) / sizeof(moves[0]); i++) {
		if (moves[i].action == action) {
			tell(a,
				moves[i].grain == GRAIN_STEP ? go_to_stop(a, &moves[i])
							     : go(a, &moves[i]));
			moved = true;
		}
	}
	if (moved) {
		timeline_update(&a->timeline, a->machine, a->names);
		a->scroll[VIEW_SOURCE] = 0;
		a->scroll[VIEW_LISTS] = 0;
		a->scroll[VIEW_STORY] = 0;
	}
	return moved;
}
