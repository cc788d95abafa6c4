#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "play.h"
#include "prng.h"
#include "query_past.h"
#include "query_path.h"
#include "random_program.h"
#include "xalloc.h"

/*
 * The questions about one object against brute force, at every step of random
 * programs.  The brute force here reads frames, registers and objects itself; it
 * shares only obj_slot() with the code under test.
 */

enum {
	PROGRAMS = 300, /* with GCREFS_THOROUGH in the environment */
	USUALLY = 24
};

#define UNREACHED 0xffffffffu

/* What is known of one state. */
struct brute {
	const struct world *w;
	uint32_t slots;
	uint32_t *holders;  /* references to each object */
	uint32_t *distance; /* references that lead to it, the root's or the running
				step's included; UNREACHED: none */
	obj_id *queue;
	uint32_t count;
};

static const uint16_t registers[] = {REG_MODULES, REG_BUILTINS, REG_MAIN, REG_GARBAGE,
	REG_CALLBACKS, REG_EXCEPTION, REG_HANDLED, REG_INTERNED};

static void reach(struct brute *b, obj_id o, uint32_t distance)
{
	if (!o || b->distance[o] != UNREACHED)
		return;
	b->distance[o] = distance;
	b->queue[b->count++] = o;
}

/* Calls for every root reference, gc.garbage too. */
static void for_roots(
	struct brute *b, void (*visit)(struct brute *b, obj_id o, bool garbage))
{
	const struct world *w = b->w;

	for (unsigned i = 0; i < sizeof(registers) / sizeof(registers[0]); i++)
		visit(b, reg(w, registers[i]), registers[i] == REG_GARBAGE);
	for (uint32_t f = reg(w, REG_TOP); f; f = word(w, f + FRAME_LINK)) {
		for (uint32_t i = 0; i < word(w, f + FRAME_SLOT_COUNT); i++)
			visit(b, word(w, f + FRAME_HEAD + i), false);
		visit(b, word(w, f + FRAME_RESULT), false);
		visit(b, word(w, f + FRAME_OBJECT), false);
	}
}

static void count_root(struct brute *b, obj_id o, bool garbage)
{
	(void)garbage;
	b->holders[o]++;
}

static void reach_root(struct brute *b, obj_id o, bool garbage)
{
	if (!garbage)
		reach(b, o, 1);
}

static bool is_alive(const struct brute *b, obj_id o)
{
	return b->distance[o] != UNREACHED;
}

static void brute_init(struct brute *b, const struct world *w)
{
	*b = (struct brute){.w = w, .slots = reg(w, REG_SLOTS)};
	b->holders = xcalloc(b->slots + 1, sizeof(*b->holders));
	b->distance = xcalloc(b->slots + 1, sizeof(*b->distance));
	b->queue = xcalloc(b->slots + 1, sizeof(*b->queue));
	memset(b->distance, 0xff, (b->slots + 1) * sizeof(*b->distance));
	for_roots(b, count_root);
	for (obj_id o = OBJ_NONE; o < b->slots; o++) {
		uint32_t n = obj_kind(w, o) == KIND_NONE ? 0 : obj_slots(w, o);

		for (uint32_t i = 0; i < n; i++)
			b->holders[obj_slot(w, o, i)]++;
	}
	for (obj_id o = OBJ_FIRST_FREE; o < b->slots; o++) {
		if (obj_kind(w, o) != KIND_NONE && !obj_immortal(w, o) &&
			obj_rc(w, o) > b->holders[o])
			reach(b, o, 1);
	}
	for_roots(b, reach_root);
	for (uint32_t k = 0; k < b->count; k++) {
		obj_id o = b->queue[k];
		uint32_t n = o == reg(w, REG_GARBAGE) ? 0 : obj_slots(w, o);

		for (uint32_t i = 0; i < n; i++)
			reach(b, obj_slot(w, o, i), b->distance[o] + 1);
	}
}

static void brute_free(struct brute *b)
{
	free(b->holders);
	free(b->distance);
	free(b->queue);
}

/* Whether a reference that a path names is really there. */
static void check_reference(const struct world *w, const struct reference *r)
{
	bool there = false;

	if (r->holder == HOLDER_REGISTER) {
		there = reg(w, r->index) == r->target;
	} else if (r->holder == HOLDER_FRAME) {
		uint32_t at = r->index == FRAME_INDEX_RESULT ? r->frame + FRAME_RESULT
			: r->index == FRAME_INDEX_OBJECT
			? r->frame + FRAME_OBJECT
			: r->frame + FRAME_HEAD + r->index;

		there = word(w, at) == r->target;
	} else {
		for (uint32_t i = 0; i < obj_slots(w, r->object); i++)
			there = there || obj_slot(w, r->object, i) == r->target;
	}
	assert_true(there);
}

/* Consecutive references that end at O. */
static void check_way(const struct query_index *x, const struct query_path *p, obj_id o)
{
	obj_id at = p->start;

	for (uint32_t i = 0; i < p->count; i++) {
		const struct reference *r = &x->refs[p->refs[i]];

		check_reference(x->q->w, r);
		if (at || i > 0)
			assert_int_equal(r->object, at);
		else
			assert_true(r->holder != HOLDER_OBJECT);
		at = r->target;
	}
	assert_int_equal(at, o);
}

static void check_alive(const struct brute *b, const struct query_index *x, obj_id o)
{
	struct query_path p = query_path_from_root(x, o);

	if (is_alive(b, o)) {
		assert_true(p.found);
		check_way(x, &p, o);
		assert_int_equal(p.count + (p.start != 0), b->distance[o]);
		if (p.start)
			assert_true(obj_rc(b->w, p.start) > b->holders[p.start]);
	} else if (p.found) {
		check_way(x, &p, o);
		assert_int_equal(x->refs[p.refs[0]].index, REG_GARBAGE);
	}
	query_path_free(&p);
}

/* O is in a cycle exactly when what it refers to leads back to it. */
static uint32_t steps_back(struct brute *b, obj_id o)
{
	uint32_t shortest;

	b->count = 0;
	memset(b->distance, 0xff, (b->slots + 1) * sizeof(*b->distance));
	for (uint32_t i = 0; i < obj_slots(b->w, o); i++)
		reach(b, obj_slot(b->w, o, i), 1);
	for (uint32_t k = 0; k < b->count && !is_alive(b, o); k++) {
		for (uint32_t i = 0; i < obj_slots(b->w, b->queue[k]); i++)
			reach(b, obj_slot(b->w, b->queue[k], i),
				b->distance[b->queue[k]] + 1);
	}
	shortest = b->distance[o];
	return shortest;
}

static void check_cycle(struct brute *b, const struct query_index *x, obj_id o)
{
	struct query_components c;
	struct query_path p = query_path_cycle(x, o, 0);
	uint32_t shortest = steps_back(b, o);

	assert_int_equal(p.found, shortest != UNREACHED);
	query_components_init(&c, x);
	assert_int_equal(query_cycle_size(&c, o) > 0, p.found);
	if (p.found) {
		assert_int_equal(p.count, shortest);
		check_way(x, &p, o);
		assert_int_equal(p.start, o);
	}
	query_path_free(&p);
	p = query_path_from_cycle(x, &c, o);
	if (p.found) {
		check_way(x, &p, o);
		assert_true(query_cycle_size(&c, p.start) > 0);
	}
	query_path_free(&p);
	query_components_free(&c);
}

/* The sum of the ledger is the count. */
static void check_ledger(const struct brute *b, const struct query_index *x, obj_id o)
{
	uint32_t count = x->first_in[o + 1] - x->first_in[o];

	assert_int_equal(count, b->holders[o]);
	for (uint32_t i = x->first_in[o]; i < x->first_in[o + 1]; i++) {
		assert_int_equal(x->refs[x->in[i]].target, o);
		check_reference(b->w, &x->refs[x->in[i]]);
	}
	if (!(x->q->marks[o] & QUERY_HELD))
		assert_int_equal(count, obj_rc(b->w, o));
}

/* query_ledger() finds the same holders without an index. */
static void check_holders(const struct query_index *x, obj_id o)
{
	struct reference *list;
	uint32_t count = query_ledger(x->q, o, &list);

	assert_int_equal(count, x->first_in[o + 1] - x->first_in[o]);
	for (uint32_t i = 0; i < count; i++)
		check_reference(x->q->w, &list[i]);
	free(list);
}

/* What was seen of each object on the way forward. */
struct life {
	bool dead;
	uint64_t since; /* the step at which it died last */
};

struct watch {
	struct play play;
	struct prng random;
	uint32_t first_serial;
	struct life *lives; /* by serial from the first */
	uint32_t room;
};

static struct life *life_of(struct watch *t, uint32_t serial)
{
	uint32_t i = serial - t->first_serial;

	if (i >= t->room) {
		uint32_t room = 2 * i + 64;

		t->lives = xreallocarray(t->lives, room, sizeof(*t->lives));
		memset(t->lives + t->room, 0, (room - t->room) * sizeof(*t->lives));
		t->room = room;
	}
	return &t->lives[i];
}

static bool is_own(const struct watch *t, const struct world *w, obj_id o)
{
	return obj_kind(w, o) != KIND_NONE && obj_serial(w, o) >= t->first_serial &&
		!obj_immortal(w, o);
}

/* Notes deaths; gives one object of the program's own, by chance; 0: there is none. */
static obj_id observe(struct watch *t, const struct brute *b)
{
	obj_id chosen = 0;
	uint32_t seen = 0;

	for (obj_id o = OBJ_FIRST_FREE; o < b->slots; o++) {
		struct life *life;

		if (!is_own(t, b->w, o))
			continue;
		life = life_of(t, obj_serial(b->w, o));
		if (!is_alive(b, o) && !life->dead)
			life->since = machine_position(t->play.machine);
		life->dead = !is_alive(b, o);
		if (prng_below(&t->random, ++seen) == 0)
			chosen = o;
	}
	return chosen;
}

static void check_death(struct watch *t, uint32_t serial)
{
	struct past_death d;
	const struct life *life = life_of(t, serial);
	uint64_t here = machine_position(t->play.machine);
	uint64_t hash = machine_hash(t->play.machine);
	enum past_result result = past_death(t->play.machine, t->first_serial, serial,
		(struct past_reach){0, NULL}, &d);

	assert_int_equal(result == PAST_FOUND, life->dead);
	assert_int_equal(machine_position(t->play.machine), here);
	assert_true(machine_hash(t->play.machine) == hash);
	if (!life->dead)
		return;
	assert_int_equal(d.step, life->since);
	assert_int_equal(
		d.event.line, machine_event_at(t->play.machine, life->since).line);
}

static void check_all_deaths(struct watch *t)
{
	const struct world *w = machine_world(t->play.machine);

	for (obj_id o = OBJ_FIRST_FREE; o < reg(w, REG_SLOTS); o++) {
		if (is_own(t, w, o))
			check_death(t, obj_serial(w, o));
	}
}

static void check_state(struct watch *t)
{
	struct brute b;
	struct query q;
	struct query_index x;
	obj_id o;

	brute_init(&b, machine_world(t->play.machine));
	o = observe(t, &b);
	if (o) {
		query_init(&q, b.w, t->first_serial);
		query_index_init(&x, &q);
		check_ledger(&b, &x, o);
		check_alive(&b, &x, o);
		if (prng_chance(&t->random, 20))
			check_cycle(&b, &x, o);
		if (prng_chance(&t->random, 20))
			check_holders(&x, o);
		query_index_free(&x);
		query_free(&q);
		if (prng_chance(&t->random, 4))
			check_death(t, obj_serial(b.w, o));
	}
	brute_free(&b);
}

static void check_program(uint64_t seed)
{
	static const char *const versions[] = {"3.11", "2.7", "3.13", "3.6"};
	struct watch t = {.random = prng_seed(seed)};
	struct strbuf source = STRBUF_INIT;

	random_program(seed, &source);
	play_start(&t.play, source.text, versions[seed % 4],
		seed % 3 ? GC_FIVE_STEP : GC_CPYTHON);
	t.first_serial = naming_first_serial(t.play.names);
	while (play_step(&t.play) && reg(machine_world(t.play.machine), REG_DEPTH) > 0)
		check_state(&t);
	assert_int_equal(reg(machine_world(t.play.machine), REG_EXIT_STATUS), 0);
	check_all_deaths(&t);
	play_free(&t.play);
	free(t.lives);
	strbuf_free(&source);
}

static void answers_are_true_at_every_step(void **state)
{
	uint64_t count = getenv("GCREFS_THOROUGH") ? PROGRAMS : USUALLY;

	(void)state;
	for (uint64_t seed = 0; seed < count; seed++) {
		print_message("# seed %u\n", (unsigned)seed);
		check_program(seed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_true_at_every_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
