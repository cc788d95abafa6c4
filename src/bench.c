#include "bench.h"

#include <string.h>
#include <time.h>

#include "boot.h"
#include "clear.h"
#include "dealloc.h"
#include "dialect.h"
#include "number.h"
#include "trashcan.h"

static double cpu_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Lists only: no other frames come up. */
static void run(struct world *w)
{
	for (;;) {
		switch (frame_kind(w, reg(w, REG_TOP))) {
		case FRAME_DEALLOC:
			dealloc_step(w);
			break;
		case FRAME_DROP:
			drop_step(w);
			break;
		case FRAME_TRASH:
			trash_step(w);
			break;
		case FRAME_CLEAR:
			clear_step(w);
			break;
		case FRAME_GC:
			gc_step(w);
			break;
		default:
			return;
		}
	}
}

static uint32_t collect(struct world *w, double *seconds)
{
	uint32_t dst = frame_slot(reg(w, REG_TOP), 0);
	double start = cpu_seconds();
	bool started = gc_start(w, 2, false, dst);

	assert(started);
	(void)started;
	run(w);
	*seconds = cpu_seconds() - start;
	return (uint32_t)int_value(w, word(w, dst));
}

static void measure(
	struct world *w, enum synth_shape shape, uint32_t n, struct bench *b)
{
	double start = cpu_seconds();
	obj_id held = synth_build(w, shape, n);
	uint64_t steps;

	b->build = cpu_seconds() - start;
	steps = w->step;
	b->found[0] = collect(w, &b->first);
	b->steps = w->step - steps;
	b->found[1] = collect(w, &b->again);
	if (held)
		drop(w, held, NULL);
	run(w);
	b->found[2] = collect(w, &b->last);
}

bool bench_run(enum synth_shape shape, uint32_t n, struct py_version version,
	enum gc_algorithm algorithm, struct bench *b)
{
	struct world w;

	memset(&w, 0, sizeof(w));
	if (!arena_init(&w.arena, WORLD_WORDS, 2))
		return false;
	w.dialect = dialect_find(version);
	w.memory_limit = UINT32_MAX;
	boot_objects(&w);
	set_reg(&w, REG_GC_ALGORITHM, algorithm);
	frame_push(&w, FRAME_NONE, 0, 1, 0);
	measure(&w, shape, n, b);
	arena_free(&w.arena);
	return true;
}
