#include "timeline.h"

#include <stdlib.h>

#include "naming.h"
#include "xalloc.h"

void timeline_free(struct timeline *t)
{
	free(t->marks);
	*t = (struct timeline){0};
}

static void add(struct timeline *t, uint64_t step, enum gc_phase phase)
{
	if (t->count == t->capacity) {
		t->capacity = t->capacity ? 2 * t->capacity : 64;
		t->marks = xreallocarray(t->marks, t->capacity, sizeof(*t->marks));
	}
	t->marks[t->count++] = (struct timeline_mark){step, phase, t->generation};
}

static void look_at(struct timeline *t, uint64_t step, const struct event *e)
{
	switch (e->kind) {
	case EV_GC_START:
		t->generation = e->index;
		add(t, step, GC_PHASE_MERGE);
		break;
	case EV_GC_PHASE:
		add(t, step, (enum gc_phase)e->now);
		break;
	case EV_GC_END:
		add(t, step, GC_PHASE_IDLE);
		break;
	default:
		break;
	}
}

void timeline_update(struct timeline *t, const struct machine *m, struct naming *names)
{
	uint64_t frontier = machine_frontier(m);

	while (t->seen < frontier) {
		struct event e = machine_event_at(m, ++t->seen);

		naming_event(names, &e);
		look_at(t, t->seen, &e);
	}
}

const struct timeline_mark *timeline_at(const struct timeline *t, uint64_t step)
{
	uint32_t low = 0, high = t->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (t->marks[middle].step <= step)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? &t->marks[low - 1] : NULL;
}

enum gc_phase timeline_phase(const struct timeline *t, uint64_t step)
{
	const struct timeline_mark *mark = timeline_at(t, step);

	return mark ? mark->phase : GC_PHASE_IDLE;
}
