#include "placing.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum {
	ENTRIES_LIMIT = 4096
};

/* A layout that several steps share. */
struct shared {
	struct layout *layout;
	int users;
};

struct entry {
	uint64_t step;
	int level;
	struct shared *shared;
};

struct placing {
	struct entry *entries; /* by step */
	int count, capacity;
};

struct placing *placing_new(void)
{
	return xcalloc(1, sizeof(struct placing));
}

static void release(struct shared *s)
{
	if (--s->users > 0)
		return;
	layout_free(s->layout);
	free(s);
}

void placing_reset(struct placing *p)
{
	for (int i = 0; i < p->count; i++)
		release(p->entries[i].shared);
	p->count = 0;
}

void placing_free(struct placing *p)
{
	if (!p)
		return;
	placing_reset(p);
	free(p->entries);
	free(p);
}

/* Index of the first entry with a step above STEP. */
static int upper(const struct placing *p, uint64_t step)
{
	int low = 0, high = p->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (p->entries[middle].step <= step)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The entry that STEP has, or follows. */
static const struct entry *base_of(const struct placing *p, uint64_t step)
{
	int i = upper(p, step);

	if (p->count == 0)
		return NULL;
	return &p->entries[i > 0 ? i - 1 : 0];
}

int placing_level(const struct placing *p, uint64_t step, int wanted)
{
	const struct entry *base = base_of(p, step);

	if (!base)
		return wanted;
	if (base->step == step || base->level > wanted)
		return base->level;
	return wanted;
}

const struct layout *placing_find(const struct placing *p, uint64_t step)
{
	const struct entry *base = base_of(p, step);

	return base && base->step == step ? base->shared->layout : NULL;
}

const struct layout *placing_base(const struct placing *p, uint64_t step)
{
	const struct entry *base = base_of(p, step);

	return base ? base->shared->layout : NULL;
}

static void insert(struct placing *p, struct entry e)
{
	int at;

	if (p->count == p->capacity) {
		p->capacity = p->capacity ? 2 * p->capacity : 64;
		p->entries = xreallocarray(
			p->entries, (size_t)p->capacity, sizeof(*p->entries));
	}
	at = upper(p, e.step);
	memmove(p->entries + at + 1, p->entries + at,
		(size_t)(p->count - at) * sizeof(*p->entries));
	p->entries[at] = e;
	p->count++;
}

void placing_withdraw(struct placing *p, uint64_t step)
{
	int at = upper(p, step) - 1;

	if (at < 0 || p->entries[at].step != step)
		return;
	release(p->entries[at].shared);
	p->count--;
	memmove(p->entries + at, p->entries + at + 1,
		(size_t)(p->count - at) * sizeof(*p->entries));
}

/* Half of the entries go, those farthest away from STEP. */
static void make_room(struct placing *p, uint64_t step)
{
	int at = upper(p, step), from = at - ENTRIES_LIMIT / 4;
	int to = at + ENTRIES_LIMIT / 4, kept = 0;

	if (p->count < ENTRIES_LIMIT)
		return;
	for (int i = 0; i < p->count; i++) {
		if (i >= from && i < to)
			p->entries[kept++] = p->entries[i];
		else
			release(p->entries[i].shared);
	}
	p->count = kept;
}

static struct shared *share(struct layout *layout)
{
	struct shared *s = xcalloc(1, sizeof(*s));

	s->layout = layout;
	return s;
}

const struct layout *placing_at(struct placing *p, uint64_t step, int level,
	const struct graph *g, struct layout_options options)
{
	const struct entry *base;
	struct entry e = {step, level, NULL};

	make_room(p, step);
	base = base_of(p, step);
	if (base && base->step == step)
		return base->shared->layout;
	if (base && base->level == level) {
		struct layout *next = layout_copy(base->shared->layout);

		if (layout_update(next, g)) {
			e.shared = share(next);
		} else {
			layout_free(next);
			e.shared = base->shared;
		}
	} else {
		e.shared = share(layout_new(g, options));
	}
	e.shared->users++;
	insert(p, e);
	return e.shared->layout;
}
