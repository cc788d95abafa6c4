#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "gc.h"
#include "list.h"
#include "prng.h"
#include "synth.h"
#include "world_fixture.h"
#include "xalloc.h"

/*
 * While nothing is recorded, the collector and deallocation take shortcuts: many
 * objects in a turn, no frames, nothing looked at twice.  Wherever such a run can
 * be stopped, a recorded one has passed through the same world at the same step.
 * (Of a long run only some of these places are looked at.)
 */

static const char *const versions[] = {"2.7", "3.6", "3.8", "3.11", "3.13", "3.15"};
#define VERSIONS (sizeof(versions) / sizeof(versions[0]))

struct stop {
	uint64_t step;
	uint64_t hash;
};

/* Where the unrecorded run stopped, and how many of these places the recorded one
 * has come to. */
struct trace {
	struct stop *stops;
	size_t count, room, passed;
	size_t seen;
	bool recorded;
	char where[80];
};

static void note(struct trace *t, struct stop s)
{
	if (t->count == t->room) {
		t->room = t->room ? 2 * t->room : 256;
		t->stops = xreallocarray(t->stops, t->room, sizeof(*t->stops));
	}
	t->stops[t->count++] = s;
}

static void at_stop(struct trace *t, const struct world *w)
{
	if (!t->recorded) {
		if (t->seen++ < 100 || t->seen % 1999 == 0)
			note(t, (struct stop){w->step, world_hash(w)});
		return;
	}
	while (t->passed < t->count && t->stops[t->passed].step == w->step &&
		t->stops[t->passed].hash == world_hash(w))
		t->passed++;
}

static void run(struct trace *t, struct fixture *x)
{
	at_stop(t, &x->w);
	while (fixture_step(x))
		at_stop(t, &x->w);
}

static void collect(struct trace *t, struct fixture *x)
{
	assert_true(gc_start(&x->w, 2, false, 0));
	run(t, x);
}

/* Both runs of one world: BUILD makes it, PLAY runs it. */
struct story {
	const char *version;
	enum gc_algorithm algorithm;
	uint32_t seed;
	void (*play)(struct trace *t, struct fixture *x, obj_id *held, uint32_t n);
	uint32_t (*build)(struct fixture *x, uint32_t seed, obj_id *held);
};

#define HELD 64

static void tell(struct trace *t, const struct story *s)
{
	struct fixture x;
	obj_id held[HELD];
	uint32_t n;

	fixture_init(&x, s->version);
	set_reg(&x.w, REG_GC_ALGORITHM, s->algorithm);
	n = s->build(&x, s->seed, held);
	x.w.step = 0;
	if (t->recorded)
		fixture_record(&x);
	s->play(t, &x, held, n);
	fixture_audit(&x, t->where);
	fixture_free(&x);
}

static void check(const struct story *s, const char *what)
{
	struct trace t = {0};

	snprintf(t.where, sizeof(t.where), "%s %u, Python %s, algorithm %d", what,
		(unsigned)s->seed, s->version, (int)s->algorithm);
	tell(&t, s);
	assert_true(t.count > 4);
	t.recorded = true;
	tell(&t, s);
	if (t.passed != t.count)
		fail_msg("%s: the recorded run misses stop %zu of %zu, step %llu",
			t.where, t.passed, t.count,
			(unsigned long long)t.stops[t.passed].step);
	free(t.stops);
}

static void drop_held(struct trace *t, struct fixture *x, obj_id *held, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		drop(&x->w, held[i], NULL);
		run(t, x);
	}
}

static void play(struct trace *t, struct fixture *x, obj_id *held, uint32_t n)
{
	collect(t, x);
	collect(t, x);
	drop_held(t, x, held, n);
	collect(t, x);
}

/* The shapes of the benchmark. */

static uint32_t build_shape(struct fixture *x, uint32_t seed, obj_id *held)
{
	held[0] = synth_build(&x->w, (enum synth_shape)seed, 200);
	return held[0] != 0;
}

static void shapes(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < 2 * VERSIONS * SYNTH_SHAPES; i++) {
		struct story s = {.version = versions[i / 2 % VERSIONS],
			.algorithm = i % 2 ? GC_FIVE_STEP : GC_CPYTHON,
			.seed = i / 2 / VERSIONS,
			.play = play,
			.build = build_shape};

		check(&s, synth_name((enum synth_shape)s.seed));
	}
}

/* Everything, anyhow: what needs a frame lies between what needs none. */

#define OBJECTS 60

static obj_id make(struct fixture *x, struct prng *random, const obj_id *class,
	const obj_id *made, uint32_t count)
{
	obj_id items[3];

	switch (prng_below(random, 8)) {
	case 0:
		for (int i = 0; i < 3; i++)
			items[i] = count ? made[prng_below(random, count)] : OBJ_NONE;
		return fixture_tuple(x, items, 3);
	case 1:
		return fixture_root(x, dict_new(&x->w));
	case 2:
	case 3:
		return fixture_instance(x, class[prng_below(random, 2)]);
	default:
		return fixture_list(x);
	}
}

static void link_to(struct fixture *x, obj_id from, uint32_t key, obj_id to)
{
	struct world *w = &x->w;

	switch (obj_kind(w, from)) {
	case KIND_LIST:
		fixture_append(x, from, to);
		break;
	case KIND_DICT:
		hold(w, to);
		dict_set(w, from, name_object((enum name)(key % N_COUNT)), to, NULL);
		break;
	default:
		break;
	}
}

static void unroot(struct fixture *x, obj_id o)
{
	for (uint32_t i = 1; i <= FIXTURE_ROOTS; i++) {
		uint32_t slot = frame_slot(BASE_STACK, i);

		if (word(&x->w, slot) == o)
			set_word(&x->w, slot, 0);
	}
}

/* The references that making them took are held until they are dropped, of each
 * third; those of the others are in a list that is dropped first. */
static uint32_t build_anything(struct fixture *x, uint32_t seed, obj_id *held)
{
	struct prng random = prng_seed(seed);
	obj_id made[OBJECTS];
	obj_id class[2] = {
		fixture_class(x, KIND_LIST, false), fixture_class(x, KIND_LIST, true)};
	obj_id bag = fixture_list(x);
	uint32_t n = 0;

	for (uint32_t i = 0; i < OBJECTS; i++)
		made[i] = make(x, &random, class, made, i);
	for (uint32_t i = 0; i < 2 * OBJECTS; i++)
		link_to(x, made[prng_below(&random, OBJECTS)], i,
			made[prng_below(&random, OBJECTS)]);
	unroot(x, bag);
	held[n++] = bag;
	for (uint32_t i = 0; i < OBJECTS; i++) {
		unroot(x, made[i]);
		if (i % 3) {
			fixture_append(x, bag, made[i]);
			set_word(&x->w, BASE_RC + made[i], obj_rc(&x->w, made[i]) - 1);
		} else {
			held[n++] = made[i];
		}
	}
	return n;
}

static void play_anything(struct trace *t, struct fixture *x, obj_id *held, uint32_t n)
{
	drop_held(t, x, held, n / 2);
	collect(t, x);
	drop_held(t, x, held + n / 2, n - n / 2);
	collect(t, x);
	collect(t, x);
}

static void anything(void **state)
{
	(void)state;
	for (uint32_t seed = 0; seed < 20 * VERSIONS; seed++) {
		struct story s = {.version = versions[seed % VERSIONS],
			.algorithm = seed / VERSIONS % 2 ? GC_FIVE_STEP : GC_CPYTHON,
			.seed = seed + 1,
			.play = play_anything,
			.build = build_anything};

		check(&s, "seed");
	}
}

/* A chain that is deeper than deallocations nest, so that the trashcan is used; with an
 * odd seed, something here and there needs a frame. */

static obj_id make_link(struct fixture *x, struct prng *random, const obj_id *class)
{
	struct world *w = &x->w;
	obj_id o;

	switch (prng_below(random, 32)) {
	case 0:
		return dict_new(w);
	case 1:
		o = fixture_instance(x, class[prng_below(random, 2)]);
		unroot(x, o);
		return o;
	default:
		return list_of(w, NULL, 0);
	}
}

static obj_id nested(struct world *w, uint32_t depth)
{
	obj_id o = list_of(w, NULL, 0);

	while (--depth)
		o = list_of(w, &o, 1);
	return o;
}

/* Each seventh link near the end has a side chain, too. */
static uint32_t build_chain(struct fixture *x, uint32_t seed, obj_id *held)
{
	struct prng random = prng_seed(seed);
	obj_id class[2] = {
		fixture_class(x, KIND_LIST, false), fixture_class(x, KIND_LIST, true)};
	uint32_t n = x->w.dialect->trash_native ? 10100 : 130 + prng_below(&random, 80);
	obj_id last = list_of(&x->w, NULL, 0);

	for (uint32_t i = 0; i < n; i++) {
		obj_id o = seed % 2 ? make_link(x, &random, class)
				    : list_of(&x->w, NULL, 0);

		if (obj_kind(&x->w, o) == KIND_DICT) {
			dict_set(&x->w, o, name_object(N_DEL), last, NULL);
		} else {
			if (i % 7 == 0 && i < 300)
				list_append(&x->w, o, nested(&x->w, 45 + i % 65));
			list_append(&x->w, o, last);
		}
		last = o;
	}
	held[0] = last;
	return 1;
}

static void play_chain(struct trace *t, struct fixture *x, obj_id *held, uint32_t n)
{
	drop_held(t, x, held, n);
	collect(t, x);
}

static void chains(void **state)
{
	(void)state;
	for (uint32_t seed = 0; seed < 4 * VERSIONS; seed++) {
		struct story s = {.version = versions[seed / 4],
			.seed = seed,
			.play = play_chain,
			.build = build_chain};

		check(&s, "chain");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shapes),
		cmocka_unit_test(anything),
		cmocka_unit_test(chains),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
