#include "machine.h"

#include <stdlib.h>
#include <string.h>

#include "boot.h"
#include "call.h"
#include "callbacks.h"
#include "clear.h"
#include "code.h"
#include "codeobject.h"
#include "dealloc.h"
#include "dialect.h"
#include "exit.h"
#include "history.h"
#include "insertion.h"
#include "interp.h"
#include "output.h"
#include "repr.h"
#include "symbols.h"
#include "trashcan.h"
#include "unraisable.h"
#include "xalloc.h"

/*
 * Time.  The history holds a window of steps.  To go where it does not reach,
 * the program is executed again from step 0: without recording up to a little
 * before the target, then recording, so that the steps before it can be taken
 * back again.
 */
struct machine {
	struct world world;
	struct machine_options options;
	const char *file_name;
	uint64_t frontier; /* the last step ever executed */
	bool end_known;    /* the frontier is the end of the program */
};

/* Window of steps, and entries of the swap log (8 bytes each). */
#define WINDOW_STEPS (1u << 19)
#define LOG_ENTRIES (1u << 22)
/* Steps recorded before a target that is reached by re-execution. */
#define RUN_UP 65536
/* How often a poll is asked. */
#define POLL_STEPS 4096
#define DEFAULT_MEMORY (1ull << 30)

struct machine_options machine_options(struct py_version version)
{
	return (struct machine_options){.version = version,
		.algorithm = GC_CPYTHON,
		.threshold = {-1, -1, -1},
		.recording = true};
}

static void python_step(struct world *w)
{
	if (reg(w, REG_EXCEPTION))
		interp_unwind(w, reg(w, REG_TOP));
	else
		interp_step(w);
}

/* Who runs a frame of each kind. */
static void (*const runners[FRAME_KINDS])(struct world *w) = {
	[FRAME_PYTHON] = python_step,
	[FRAME_DROP] = drop_step,
	[FRAME_DEALLOC] = dealloc_step,
	[FRAME_TRASH] = trash_step,
	[FRAME_CLEAR] = clear_step,
	[FRAME_CALLBACKS] = callbacks_step,
	[FRAME_CALL] = call_step,
	[FRAME_BUILTIN] = builtin_step,
	[FRAME_REPR] = repr_step,
	[FRAME_UNRAISABLE] = unraisable_step,
	[FRAME_GC] = gc_step,
	[FRAME_GC_CALLBACKS] = gc_callbacks_step,
	[FRAME_INSERTION] = insertion_step,
	[FRAME_EXIT] = exit_step,
};

/* One turn: the frame on top does a bit of its work. */
static void turn(struct world *w)
{
	gc_begin_account(w);
	runners[frame_kind(w, reg(w, REG_TOP))](w);
}

static bool ended(const struct world *w)
{
	return reg(w, REG_TOP) == 0 || reg(w, REG_REFUSED);
}

/* The world at step 0. */
static void start(struct machine *m)
{
	struct world *w = &m->world;

	w->arena.recording = false;
	arena_reset(&w->arena);
	boot_begin(w);
	for (uint32_t i = 0; i < w->unit->module_count; i++) {
		boot_library(w, i);
		while (!ended(w))
			turn(w);
	}
	boot_program(w, m->file_name);
	set_reg(w, REG_GC_ALGORITHM, m->options.algorithm);
	for (unsigned i = 0; i < 3; i++) {
		if (m->options.threshold[i] >= 0)
			set_reg(w, REG_GC_THRESHOLD + i,
				(uint32_t)m->options.threshold[i]);
	}
	exit_push(w);
	if (w->unit->warnings)
		output_write(w, 2, w->unit->warnings, strlen(w->unit->warnings));
	boot_main_frame(w);
	w->step = 0;
}

/* From here on every word and event is kept. */
static void record(struct machine *m, struct event e)
{
	m->world.arena.recording = true;
	m->world.arena.log_floor = m->world.arena.log_end;
	history_restart(m->world.history, m->world.step, e);
}

struct machine *machine_new(
	const struct unit *unit, const struct machine_options *options, struct diag *d)
{
	struct machine *m = xcalloc(1, sizeof(*m));
	struct world *w = &m->world;

	m->options = *options;
	m->file_name = unit->codes[0]->file_name;
	if (!arena_init(&w->arena, WORLD_WORDS, options->recording ? LOG_ENTRIES : 2)) {
		diag_refuse(
			d, NULL, 0, 0, "cannot reserve memory for the simulated world");
		free(m);
		return NULL;
	}
	w->dialect = dialect_find(options->version);
	w->unit = unit;
	w->insertions = options->insertions;
	w->symbols = symbols_new();
	w->output = output_new();
	w->memory_limit = (uint32_t)((options->max_memory ? options->max_memory
							  : DEFAULT_MEMORY) /
		sizeof(uint32_t));
	w->history = options->recording
		? history_new(
			  &w->arena, options->window ? options->window : WINDOW_STEPS)
		: NULL;
	start(m);
	if (options->recording)
		record(m, (struct event){.kind = EV_START});
	return m;
}

void machine_free(struct machine *m)
{
	if (!m)
		return;
	history_free(m->world.history);
	symbols_free(m->world.symbols);
	output_free(m->world.output);
	arena_free(&m->world.arena);
	free(m);
}

const struct machine_options *machine_options_of(const struct machine *m)
{
	return &m->options;
}

static void reached(struct machine *m)
{
	if (m->world.step > m->frontier)
		m->frontier = m->world.step;
	if (ended(&m->world))
		m->end_known = true;
}

/* One turn at the end of the history.  Its events are new steps, the position
 * is the last of them. */
static void record_turn(struct machine *m)
{
	struct world *w = &m->world;

	history_resume(w->history);
	w->arena.log_floor = w->arena.log_end;
	turn(w);
	history_executed(w->history);
	reached(m);
}

static bool at_end(const struct machine *m)
{
	return m->end_known && machine_position(m) == m->frontier;
}

static bool at_limit(const struct machine *m)
{
	return m->options.max_steps && machine_position(m) >= m->options.max_steps;
}

static bool cancelled(const struct machine_poll *poll, uint64_t step, uint64_t target)
{
	return poll && poll->poll && !poll->poll(poll->context, step, target);
}

/* One event forward.  Turns without events are passed over; POLL is asked now
 * and then while they go on. */
static enum machine_result step_forward(
	struct machine *m, const struct machine_poll *poll)
{
	struct history *h = m->world.history;
	uint64_t position = history_position(h);

	if (at_end(m))
		return MACHINE_AT_END;
	if (at_limit(m))
		return MACHINE_LIMIT;
	for (unsigned idle = 1; history_end(h) == position; idle++) {
		record_turn(m);
		if (ended(&m->world))
			break;
		if (idle % POLL_STEPS == 0 && cancelled(poll, position, UINT64_MAX))
			return MACHINE_CANCELLED;
	}
	if (history_end(h) == position)
		return MACHINE_AT_END;
	history_seek(h, position + 1);
	m->world.step = history_end(h);
	return MACHINE_MOVED;
}

/* Executes from step 0, unrecorded, until the target is within RUN_UP. */
static bool run_up(struct machine *m, uint64_t target, uint64_t margin,
	const struct machine_poll *poll)
{
	struct world *w = &m->world;
	unsigned turns = 0;

	start(m);
	while (!ended(w) && w->step + margin < target) {
		turn(w);
		if (++turns % 64 == 0 && cancelled(poll, w->step, target))
			return false;
	}
	return true;
}

/* Records from the present turn boundary up to TARGET. */
static enum machine_result record_to(
	struct machine *m, uint64_t target, const struct machine_poll *poll)
{
	struct history *h = m->world.history;
	unsigned turns = 0;

	history_resume(h);
	while (history_end(h) < target && !ended(&m->world)) {
		record_turn(m);
		if (++turns % POLL_STEPS == 0 &&
			cancelled(poll, history_end(h), target))
			return MACHINE_CANCELLED;
	}
	m->world.step = history_end(h);
	if (history_end(h) < target)
		return MACHINE_AT_END;
	history_seek(h, target);
	return MACHINE_MOVED;
}

/* Reaches a step before the window by executing again.  The window must begin
 * at or before TARGET; a turn with very many events may need a longer run-up. */
static enum machine_result re_execute(
	struct machine *m, uint64_t target, const struct machine_poll *poll)
{
	uint64_t margin = RUN_UP;

	for (;;) {
		if (target <= margin)
			margin = target;
		if (!run_up(m, target, margin, poll)) {
			start(m);
			record(m, (struct event){.kind = EV_START});
			return MACHINE_CANCELLED;
		}
		if (m->world.step <= target)
			break;
		margin *= 16;
	}
	record(m, (struct event){.kind = m->world.step ? EV_NONE : EV_START});
	return record_to(m, target, poll);
}

enum machine_result machine_seek(
	struct machine *m, uint64_t step, const struct machine_poll *poll)
{
	struct history *h = m->world.history;
	uint64_t limit = m->options.max_steps;
	enum machine_result result;

	if (limit && step > limit) {
		result = machine_seek(m, limit, poll);
		return result == MACHINE_MOVED ? MACHINE_LIMIT : result;
	}
	if (step < history_first(h))
		return re_execute(m, step, poll);
	if (step <= history_end(h)) {
		history_seek(h, step);
		return MACHINE_MOVED;
	}
	return record_to(m, step, poll);
}

static enum machine_result step_backward(
	struct machine *m, const struct machine_poll *poll)
{
	uint64_t position = machine_position(m);

	if (position == 0)
		return MACHINE_AT_START;
	return machine_seek(m, position - 1, poll);
}

bool machine_changes(const struct machine *m, uint64_t since, uint32_t *words,
	uint32_t room, uint32_t *count)
{
	const struct history *h = m->world.history;
	uint64_t n;

	if (!h || !history_has(h, since))
		return false;
	n = history_changes(h, since, words, room);
	*count = n <= room ? (uint32_t)n : 0;
	return n <= room;
}

bool event_is_shown(const struct event *e)
{
	switch (e->kind) {
	case EV_INCREF:
	case EV_DECREF:
		return e->place != PLACE_TEMPORARY && !e->atom;
	case EV_ALLOC:
	case EV_FREE:
		return !e->atom;
	case EV_UNBIND:
		return !e->atom || e->place == PLACE_LOCAL ||
			e->place == PLACE_GLOBAL || e->place == PLACE_ATTRIBUTE;
	case EV_TRACK:
	case EV_UNTRACK:
	case EV_COUNT:
	case EV_NONE:
		return false;
	default:
		return true;
	}
}

/* Whether a move of GRAIN stops at an event; forward and backward agree. */
static bool stops_at(enum grain grain, const struct event *e)
{
	switch (grain) {
	case GRAIN_MICRO:
	case GRAIN_OPERATION:
		return true;
	case GRAIN_STEP:
		return event_is_shown(e);
	case GRAIN_LINE:
		return e->kind == EV_LINE;
	case GRAIN_PHASE:
		return e->kind == EV_GC_PHASE || e->kind == EV_GC_START ||
			e->kind == EV_GC_END;
	case GRAIN_GC:
		return e->kind == EV_GC_START || e->kind == EV_GC_END;
	case GRAIN_PROGRAM:
		break;
	}
	return false;
}

/* GRAIN_OPERATION: to the end of the turn that the next step belongs to. */
static enum machine_result operation_forward(
	struct machine *m, const struct machine_poll *poll)
{
	enum machine_result result = step_forward(m, poll);
	struct history *h = m->world.history;

	if (result == MACHINE_MOVED)
		history_seek(h, history_end(h));
	return result;
}

enum machine_result machine_forward(
	struct machine *m, enum grain grain, const struct machine_poll *poll)
{
	uint64_t begin = machine_position(m);
	enum machine_result result;
	struct event e;

	if (grain == GRAIN_OPERATION && history_end(m->world.history) == begin)
		return operation_forward(m, poll);
	do {
		result = step_forward(m, poll);
		if (result != MACHINE_MOVED)
			break;
		e = machine_event(m);
		if ((machine_position(m) - begin) % POLL_STEPS == 0 &&
			cancelled(poll, machine_position(m), UINT64_MAX))
			return MACHINE_CANCELLED;
	} while (!stops_at(grain, &e));
	if (result == MACHINE_AT_END && machine_position(m) != begin &&
		grain != GRAIN_PROGRAM)
		return MACHINE_MOVED;
	return result;
}

enum machine_result machine_backward(
	struct machine *m, enum grain grain, const struct machine_poll *poll)
{
	uint64_t begin = machine_position(m);
	enum machine_result result;
	struct event e;

	if (grain == GRAIN_PROGRAM)
		return machine_seek(m, 0, poll) == MACHINE_CANCELLED ? MACHINE_CANCELLED
								     : MACHINE_AT_START;
	do {
		result = step_backward(m, poll);
		if (result != MACHINE_MOVED)
			break;
		e = machine_event(m);
		if ((begin - machine_position(m)) % POLL_STEPS == 0 &&
			cancelled(poll, machine_position(m), 0))
			return MACHINE_CANCELLED;
	} while (machine_position(m) > 0 && !stops_at(grain, &e));
	return result;
}

enum machine_result machine_run(struct machine *m, const struct machine_poll *poll)
{
	struct world *w = &m->world;
	unsigned turns = 0;

	assert(!m->options.recording);
	while (!ended(w)) {
		if (m->options.max_steps && w->step >= m->options.max_steps)
			return MACHINE_LIMIT;
		turn(w);
		if (++turns % 1024 == 0 && cancelled(poll, w->step, UINT64_MAX))
			return MACHINE_CANCELLED;
	}
	reached(m);
	return MACHINE_AT_END;
}

uint64_t machine_position(const struct machine *m)
{
	return m->options.recording ? history_position(m->world.history)
				    : m->world.step;
}

uint64_t machine_frontier(const struct machine *m)
{
	return m->frontier;
}

bool machine_end_known(const struct machine *m)
{
	return m->end_known;
}

struct event machine_event_at(const struct machine *m, uint64_t step)
{
	const struct history *h = m->world.history;

	if (!h || !history_has(h, step))
		return (struct event){.kind = EV_NONE};
	return history_event(h, step);
}

struct event machine_event(const struct machine *m)
{
	return machine_event_at(m, machine_position(m));
}

const struct world *machine_world(const struct machine *m)
{
	return &m->world;
}

uint64_t machine_hash(const struct machine *m)
{
	return world_hash(&m->world);
}

bool machine_output_piece(const struct machine *m, size_t *cursor, int *stream,
	const char **bytes, size_t *length)
{
	return output_piece(&m->world, cursor, stream, bytes, length);
}

int machine_exit_status(const struct machine *m)
{
	return (int)reg(&m->world, REG_EXIT_STATUS);
}
