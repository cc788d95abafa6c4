#include "history.h"

#include <assert.h>
#include <stdlib.h>

#include "xalloc.h"

struct mark {
	uint64_t log; /* log position of the state */
	struct event event;
};

struct history {
	struct arena *arena;
	struct mark *marks; /* ring, by step */
	uint64_t capacity;
	uint64_t start; /* oldest step with a mark */
	uint64_t end;
	uint64_t position;
	uint64_t cursor;  /* log position the arena is in */
	uint64_t resumed; /* the end when the present turn began */
};

static struct mark *mark_of(const struct history *h, uint64_t step)
{
	return &h->marks[step & (h->capacity - 1)];
}

struct history *history_new(struct arena *a, uint64_t steps)
{
	struct history *h = xcalloc(1, sizeof(*h));

	assert((steps & (steps - 1)) == 0);
	h->arena = a;
	h->capacity = steps;
	h->marks = xcalloc(steps, sizeof(*h->marks));
	return h;
}

void history_free(struct history *h)
{
	if (!h)
		return;
	free(h->marks);
	free(h);
}

void history_restart(struct history *h, uint64_t step, struct event e)
{
	arena_log_truncate(h->arena, h->arena->log_end);
	h->start = h->end = h->position = h->resumed = step;
	h->cursor = h->arena->log_end;
	*mark_of(h, step) = (struct mark){h->cursor, e};
}

/* The present turn is always held whole, so that each of its steps can be reached. */
static void grow(struct history *h)
{
	struct history old = *h;

	h->capacity *= 2;
	h->marks = xcalloc(h->capacity, sizeof(*h->marks));
	for (uint64_t step = h->start; step <= h->end; step++)
		*mark_of(h, step) = *mark_of(&old, step);
	free(old.marks);
}

void history_mark(struct history *h, struct event e)
{
	if (h->end - h->resumed + 1 >= h->capacity)
		grow(h);
	h->end++;
	h->position = h->end;
	h->cursor = h->arena->log_end;
	if (h->end - h->start >= h->capacity)
		h->start = h->end - h->capacity + 1;
	*mark_of(h, h->end) = (struct mark){h->arena->log_end, e};
}

uint64_t history_first(const struct history *h)
{
	uint64_t log_start = arena_log_start(h->arena);
	uint64_t low = h->start, high = h->end;

	if (mark_of(h, low)->log >= log_start)
		return low;
	while (low + 1 < high) {
		uint64_t middle = low + (high - low) / 2;

		if (mark_of(h, middle)->log >= log_start)
			high = middle;
		else
			low = middle;
	}
	return high;
}

bool history_has(const struct history *h, uint64_t step)
{
	return step >= h->start && step <= h->end &&
		mark_of(h, step)->log >= arena_log_start(h->arena);
}

uint64_t history_end(const struct history *h)
{
	return h->end;
}

uint64_t history_position(const struct history *h)
{
	return h->position;
}

struct event history_event(const struct history *h, uint64_t step)
{
	assert(step >= h->start && step <= h->end);
	return mark_of(h, step)->event;
}

uint64_t history_changes(
	const struct history *h, uint64_t step, uint32_t *words, uint64_t room)
{
	uint64_t from = mark_of(h, step)->log, to = h->cursor;

	assert(history_has(h, step));
	if (from > to) {
		to = from;
		from = h->cursor;
	}
	for (uint64_t i = from; i < to && to - from <= room; i++)
		words[i - from] = arena_log_index(h->arena, i);
	return to - from;
}

void history_seek(struct history *h, uint64_t step)
{
	assert(step >= history_first(h) && step <= h->end);
	arena_swap(h->arena, h->cursor, mark_of(h, step)->log);
	h->cursor = mark_of(h, step)->log;
	h->position = step;
}

void history_resume(struct history *h)
{
	arena_swap(h->arena, h->cursor, h->arena->log_end);
	h->cursor = h->arena->log_end;
	h->position = h->end;
	h->resumed = h->end;
}

void history_executed(struct history *h)
{
	h->cursor = h->arena->log_end;
	h->position = h->end;
	if (h->end > h->resumed)
		mark_of(h, h->end)->log = h->cursor;
}
