#include "synth.h"

#include <stdlib.h>
#include <string.h>

#include "list.h"
#include "xalloc.h"

static const char *const names[SYNTH_SHAPES] = {
	"ring",
	"ringg",
	"pairs",
	"rand",
	"randhalf",
	"randseq",
	"deep",
	"star",
};

const char *synth_name(enum synth_shape shape)
{
	return names[shape];
}

bool synth_parse(const char *name, enum synth_shape *shape)
{
	for (int i = 0; i < SYNTH_SHAPES; i++) {
		if (strcmp(name, names[i]) != 0)
			continue;
		*shape = (enum synth_shape)i;
		return true;
	}
	return false;
}

struct synth {
	struct world *w;
	obj_id *list;
	uint32_t n;
	uint64_t random; /* xorshift64* */
};

static uint32_t below(struct synth *s, uint32_t limit)
{
	s->random ^= s->random >> 12;
	s->random ^= s->random << 25;
	s->random ^= s->random >> 27;
	return (uint32_t)((s->random * 0x2545f4914f6cdd1dU >> 32) * limit >> 32);
}

static void refer(struct synth *s, uint32_t from, uint32_t to)
{
	hold(s->w, s->list[to]);
	list_append(s->w, s->list[from], s->list[to]);
}

static void ring(struct synth *s, uint32_t start, uint32_t length)
{
	for (uint32_t i = 0; i < length; i++)
		refer(s, start + i, start + (i + 1) % length);
}

/* A ring through every STEP-th list from START on, in random order, and two
 * more references from each. */
static void random_graph(struct synth *s, uint32_t start, uint32_t step)
{
	uint32_t n = (s->n - start + step - 1) / step;
	uint32_t *order = xcalloc(n, sizeof(*order));

	for (uint32_t i = 0; i < n; i++) {
		uint32_t other = below(s, i + 1);

		order[i] = order[other];
		order[other] = start + step * i;
	}
	for (uint32_t i = 0; i < n; i++)
		refer(s, order[i], order[(i + 1) % n]);
	for (uint32_t i = 0; i < 2 * n; i++)
		refer(s, start + step * (i / 2), start + step * below(s, n));
	free(order);
}

static void connect(struct synth *s, enum synth_shape shape)
{
	switch (shape) {
	case SYNTH_RING:
	case SYNTH_RINGG:
		ring(s, 0, s->n);
		break;
	case SYNTH_PAIRS:
		for (uint32_t i = 0; i + 1 < s->n; i += 2)
			ring(s, i, 2);
		break;
	case SYNTH_RAND:
		random_graph(s, 0, 1);
		break;
	case SYNTH_RANDHALF:
		random_graph(s, 0, 2);
		random_graph(s, 1, 2);
		break;
	case SYNTH_RANDSEQ:
		for (uint32_t i = 0; i < 3 * s->n; i++)
			refer(s, i / 3, (i / 3 + i % 3 + 1) % s->n);
		break;
	case SYNTH_DEEP:
		for (uint32_t i = 1; i < s->n; i++)
			refer(s, i, i - 1);
		break;
	default:
		for (uint32_t i = 1; i < s->n; i++) {
			refer(s, 0, i);
			refer(s, i, 0);
		}
	}
}

static obj_id held(const struct synth *s, enum synth_shape shape)
{
	if (shape == SYNTH_RINGG || shape == SYNTH_PAIRS)
		return 0;
	return s->list[shape == SYNTH_DEEP ? s->n - 1 : 0];
}

/* The references that the building held are not drop()ped: no list dies. */
static void let_go(struct synth *s, obj_id keep)
{
	for (uint32_t i = 0; i < s->n; i++) {
		obj_id o = s->list[i];

		if (o != keep)
			set_word(s->w, BASE_RC + o, obj_rc(s->w, o) - 1);
	}
}

obj_id synth_build(struct world *w, enum synth_shape shape, uint32_t n)
{
	struct synth s = {.w = w, .n = n, .random = 88172645463325252u};
	obj_id keep;

	if (shape == SYNTH_PAIRS)
		s.n = n / 2 * 2;
	s.list = xcalloc(n, sizeof(*s.list));
	for (uint32_t i = 0; i < s.n; i++)
		s.list[i] = list_of(w, NULL, 0);
	connect(&s, shape);
	keep = held(&s, shape);
	let_go(&s, keep);
	free(s.list);
	return keep;
}
