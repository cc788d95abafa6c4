#include "arena.h"

#include <assert.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "xalloc.h"

static void *map_words(uint32_t words)
{
	return mmap(NULL, (size_t)words * sizeof(uint32_t), PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
}

bool arena_init(struct arena *a, uint32_t words, uint64_t log_capacity)
{
	void *memory = map_words(words);

	assert((log_capacity & (log_capacity - 1)) == 0);
	if (memory == MAP_FAILED)
		return false;
	*a = (struct arena){.w = memory, .store = memory, .words = words};
	a->log = xcalloc(log_capacity, sizeof(*a->log));
	a->log_capacity = log_capacity;
	return true;
}

void arena_free(struct arena *a)
{
	munmap(a->store, (size_t)a->words * sizeof(uint32_t));
	free(a->log);
	*a = (struct arena){0};
}

void arena_reset(struct arena *a)
{
	void *memory = mmap(a->store, (size_t)a->words * sizeof(uint32_t),
		PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0);

	assert(memory == a->store);
	(void)memory;
	a->log_end = a->log_floor = a->log_broken = 0;
}

void arena_log_grow(struct arena *a)
{
	uint64_t start = arena_log_start(a);
	uint64_t capacity = a->log_capacity * 2;
	struct arena_undo *log = xcalloc(capacity, sizeof(*log));

	for (uint64_t i = start; i < a->log_end; i++)
		log[i & (capacity - 1)] = a->log[i & (a->log_capacity - 1)];
	free(a->log);
	a->log = log;
	a->log_broken = start;
	a->log_capacity = capacity;
}

uint64_t arena_log_start(const struct arena *a)
{
	uint64_t start =
		a->log_end > a->log_capacity ? a->log_end - a->log_capacity : 0;

	return start > a->log_broken ? start : a->log_broken;
}

static void swap_entry(struct arena *a, uint64_t position)
{
	struct arena_undo *e = &a->log[position & (a->log_capacity - 1)];
	uint32_t value = a->w[e->index];

	a->store[e->index] = e->value;
	e->value = value;
}

void arena_swap(struct arena *a, uint64_t from, uint64_t to)
{
	assert(from >= arena_log_start(a) && to >= arena_log_start(a));
	assert(from <= a->log_end && to <= a->log_end);
	while (from > to)
		swap_entry(a, --from);
	while (from < to)
		swap_entry(a, from++);
}

void arena_log_truncate(struct arena *a, uint64_t position)
{
	uint64_t start = arena_log_start(a);

	assert(position >= start && position <= a->log_end);
	a->log_broken = start;
	a->log_end = position;
	if (a->log_floor > position)
		a->log_floor = position;
}

static uint64_t mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x100000001b3u;
	return h ^ h >> 29;
}

uint64_t arena_hash(const struct arena *a, uint64_t h, uint32_t index, uint32_t count)
{
	const uint32_t *w = a->w + index;
	uint64_t lane[4] = {h, ~h, h << 1, h >> 1};
	uint32_t i = 0;

	/* Four chains, because one waits for its multiplication. */
	for (; count - i >= 8; i += 8) {
		for (uint32_t k = 0; k < 4; k++) {
			uint32_t at = i + 2 * k;

			lane[k] = mix(lane[k], (uint64_t)w[at + 1] << 32 | w[at]);
		}
	}
	for (; i < count; i++)
		lane[0] = mix(lane[0], w[i]);
	return mix(mix(mix(mix(h, lane[0]), lane[1]), lane[2]), lane[3]);
}
