#include "at.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool read_number(const char *text, uint64_t *n)
{
	char *end;

	if (!isdigit((unsigned char)*text))
		return false;
	*n = strtoull(text, &end, 10);
	return *end == '\0';
}

static const char *after(const char *text, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(text, prefix, n) == 0 ? text + n : NULL;
}

static bool is_phase(const char *name, enum gc_phase phase)
{
	const char *digit = after(name, "step:");

	if (digit)
		return gc_phase_step(phase) > 0 &&
			digit[0] == '0' + gc_phase_step(phase) && !digit[1];
	return phase != GC_PHASE_IDLE && strcmp(gc_phase_function(phase), name) == 0;
}

static bool is_phase_name(const char *name)
{
	for (int phase = 0; phase < GC_PHASES; phase++) {
		if (is_phase(name, (enum gc_phase)phase))
			return true;
	}
	return false;
}

bool at_is_valid(const char *text)
{
	uint64_t n;
	const char *rest;

	if (strcmp(text, "start") == 0 || strcmp(text, "end") == 0)
		return true;
	if ((rest = after(text, "line:")) || (rest = after(text, "gc:")))
		return read_number(rest, &n) && n > 0;
	if ((rest = after(text, "phase:")))
		return is_phase_name(rest);
	return read_number(text, &n);
}

/* Whether the machine is where TEXT says; COUNT collections have started. */
static bool is_there(const struct event *e, const char *text, uint64_t *count)
{
	uint64_t n = 0;
	const char *rest;

	if ((rest = after(text, "line:")) && read_number(rest, &n))
		return e->kind == EV_LINE && (uint64_t)e->line == n;
	if ((rest = after(text, "gc:")) && read_number(rest, &n))
		return e->kind == EV_GC_START && ++*count == n;
	rest = after(text, "phase:");
	return rest && e->kind == EV_GC_PHASE && is_phase(rest, (enum gc_phase)e->now);
}

static enum grain grain_for(const char *text)
{
	if (after(text, "line:"))
		return GRAIN_LINE;
	return after(text, "gc:") ? GRAIN_GC : GRAIN_MICRO;
}

static enum machine_result go_to_step(
	struct machine *m, uint64_t step, const struct machine_poll *poll)
{
	enum machine_result result = machine_seek(m, step, poll);

	return machine_position(m) == step ? MACHINE_MOVED : result;
}

/* Moves between two questions whether to go on. */
#define POLL_MOVES 4096

enum machine_result at_go(
	struct machine *m, const char *text, const struct machine_poll *poll)
{
	enum grain grain = grain_for(text);
	enum machine_result result;
	uint64_t n, count = 0, moves = 0;

	if (strcmp(text, "start") == 0)
		return go_to_step(m, 0, poll);
	if (strcmp(text, "end") == 0) {
		result = machine_seek(m, UINT64_MAX, poll);
		return result == MACHINE_AT_END ? MACHINE_MOVED : result;
	}
	if (read_number(text, &n))
		return go_to_step(m, n, poll);
	while ((result = machine_forward(m, grain, poll)) == MACHINE_MOVED) {
		struct event e = machine_event(m);

		if (is_there(&e, text, &count))
			return MACHINE_MOVED;
		if (poll && ++moves % POLL_MOVES == 0 &&
			!poll->poll(poll->context, machine_position(m), UINT64_MAX))
			return MACHINE_CANCELLED;
	}
	return result;
}
