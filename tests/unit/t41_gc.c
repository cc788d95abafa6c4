#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dealloc.h"
#include "dict.h"
#include "gc.h"
#include "gc_model.h"
#include "gclist.h"
#include "history.h"
#include "number.h"
#include "prng.h"
#include "weakref.h"
#include "world_fixture.h"

static const char *const versions[] = {"2.7", "3.6", "3.7", "3.8", "3.9", "3.10",
	"3.11", "3.12", "3.13", "3.14", "3.15"};
#define VERSIONS (sizeof(versions) / sizeof(versions[0]))

/* A world that follows the model, node by node. */
struct twin {
	struct fixture x;
	struct model *model;
	obj_id object[MODEL_NODES];
	uint32_t serial[MODEL_NODES];
	obj_id plain, with_del;  /* classes */
	bool store[MODEL_NODES]; /* the next __del__ stores it outside */
};

static int node_of(const struct twin *t, uint32_t serial)
{
	for (int i = 0; i < t->model->nodes; i++) {
		if (t->serial[i] == serial)
			return i;
	}
	return -1;
}

static void on_call(struct fixture *x, obj_id callable, obj_id argument)
{
	struct twin *t = x->context;
	int i = node_of(t, obj_serial(&x->w, argument));

	(void)callable;
	if (i < 0 || !t->store[i])
		return;
	t->store[i] = false;
	hold(&x->w, argument);
	fixture_root(x, argument);
}

static void twin_init(struct twin *t, const char *version, enum gc_algorithm algorithm,
	struct model *m)
{
	struct world *w = &t->x.w;

	memset(t, 0, sizeof(*t));
	fixture_init(&t->x, version);
	t->model = m;
	t->x.on_call = on_call;
	t->x.context = t;
	set_reg(w, REG_GC_ALGORITHM, algorithm);
	t->plain = fixture_class(&t->x, KIND_LIST, false);
	t->with_del = fixture_class(&t->x, KIND_LIST, true);
	set_reg(w, REG_GARBAGE, fixture_list(&t->x));
	hold(w, reg(w, REG_GARBAGE));
	fixture_collect(&t->x, 2);
}

static void twin_store(struct twin *t, obj_id dict, int key, obj_id value)
{
	struct world *w = &t->x.w;
	struct dict_probe p;

	dict_probe_start(
		w, dict, OBJ_SMALL_INT_FIRST + 5 + (obj_id)key, (uint64_t)key, &p);
	assert_int_equal(dict_probe(w, dict, &p), DICT_ABSENT);
	hold(w, value);
	assert_int_equal(dict_store(w, dict, &p, value, NULL), 0);
}

static obj_id twin_object(const struct twin *t, int i)
{
	return i == MODEL_ATOM ? OBJ_SMALL_INT_FIRST : t->object[i];
}

static void twin_new(struct twin *t, int i)
{
	const struct model_node *n = &t->model->node[i];
	obj_id kids[MODEL_KIDS];
	obj_id o;

	for (int k = 0; k < n->kid_count; k++)
		kids[k] = twin_object(t, n->kids[k]);
	switch (n->kind) {
	case MODEL_LIST:
		o = fixture_list(&t->x);
		break;
	case MODEL_TUPLE:
		o = fixture_tuple(&t->x, kids, (uint32_t)n->kid_count);
		break;
	case MODEL_DICT:
		o = fixture_root(&t->x, dict_new(&t->x.w));
		break;
	default:
		o = fixture_instance(&t->x, n->has_del ? t->with_del : t->plain);
		t->store[i] = n->resurrects;
	}
	t->object[i] = o;
	t->serial[i] = obj_serial(&t->x.w, o);
}

static void twin_link(struct twin *t, int from, int to, int at)
{
	if (t->model->node[from].kind == MODEL_DICT)
		twin_store(t, t->object[from], at, twin_object(t, to));
	else
		fixture_append(&t->x, t->object[from], twin_object(t, to));
}

/* Runs gc.collect(); returns its result. */
static int twin_collect(struct twin *t, int generation)
{
	return (int)fixture_collect(&t->x, (uint32_t)generation);
}

static void check_lists(const struct twin *t, const char *where)
{
	const struct world *w = &t->x.w;

	for (int g = 0; g < 3; g++) {
		obj_id head = GC_GENERATION_0 + (obj_id)g;
		int k = 0;

		for (obj_id o = gc_next(w, head); o != head; o = gc_next(w, o)) {
			int i = node_of(t, obj_serial(w, o));

			if (i < 0)
				continue;
			if (k >= t->model->list[g].count ||
				t->model->list[g].node[k] != i)
				fail_msg("%s: generation %d: node %d at %d", where, g,
					i, k);
			k++;
		}
		if (k != t->model->list[g].count)
			fail_msg("%s: generation %d has %d nodes, not %d", where, g, k,
				t->model->list[g].count);
	}
}

static void check_calls(const struct twin *t, const char *where)
{
	if ((int)t->x.calls != t->model->calls)
		fail_msg("%s: %u calls, not %d", where, t->x.calls, t->model->calls);
	for (int k = 0; k < t->model->calls && k < 256; k++) {
		if (node_of(t, t->x.called[k]) != t->model->called[k])
			fail_msg("%s: call %d is of another object", where, k);
	}
}

/* The state without the word that tells the algorithms apart. */
static uint64_t state_hash(struct twin *t)
{
	uint32_t algorithm = reg(&t->x.w, REG_GC_ALGORITHM);
	uint64_t hash;

	set_reg(&t->x.w, REG_GC_ALGORITHM, 0);
	hash = world_hash(&t->x.w);
	set_reg(&t->x.w, REG_GC_ALGORITHM, algorithm);
	return hash;
}

struct program {
	struct prng random;
	struct model model;
	struct twin twin[2]; /* one an algorithm */
	char where[64];
};

static int alive_node(struct program *p, int kinds)
{
	for (int tries = 0; tries < 20; tries++) {
		int i = (int)prng_below(&p->random, (uint32_t)p->model.nodes);

		if (p->model.node[i].alive && (kinds >> p->model.node[i].kind & 1))
			return i;
	}
	return MODEL_ATOM;
}

#define ANY 15
#define LINKABLE (1 << MODEL_LIST | 1 << MODEL_DICT | 1 << MODEL_INSTANCE)

static void make_node(struct program *p, bool resurrection)
{
	enum model_kind kind = (enum model_kind)prng_below(&p->random, 4);
	int kids[3], n = 0, i;

	if (kind == MODEL_TUPLE) {
		n = prng_range(&p->random, 1, 3);
		for (int k = 0; k < n; k++)
			kids[k] = p->model.nodes && prng_chance(&p->random, 60)
				? alive_node(p, ANY)
				: MODEL_ATOM;
	}
	i = model_new(&p->model, kind, kids, n);
	if (kind == MODEL_INSTANCE) {
		p->model.node[i].has_del = prng_chance(&p->random, 50);
		p->model.node[i].resurrects = resurrection &&
			p->model.node[i].has_del && prng_chance(&p->random, 40);
	}
	twin_new(&p->twin[0], i);
	twin_new(&p->twin[1], i);
}

static void make_link(struct program *p)
{
	int from = alive_node(p, LINKABLE);
	int to = prng_chance(&p->random, 90) ? alive_node(p, ANY) : MODEL_ATOM;
	int at;

	if (from == MODEL_ATOM || p->model.node[from].kid_count == MODEL_KIDS)
		return;
	at = p->model.node[from].kid_count;
	model_link(&p->model, from, to);
	twin_link(&p->twin[0], from, to, at);
	twin_link(&p->twin[1], from, to, at);
}

/* References from outside: how often a bottom slot of the world holds it. */
static bool is_held(const struct twin *t, obj_id o)
{
	for (uint32_t i = 1; i <= FIXTURE_ROOTS; i++) {
		if (word(&t->x.w, frame_slot(BASE_STACK, i)) == o)
			return true;
	}
	return false;
}

static void drop_node(struct program *p)
{
	int i = alive_node(p, ANY);

	if (i == MODEL_ATOM || !is_held(&p->twin[0], p->twin[0].object[i]))
		return;
	model_drop(&p->model, i);
	fixture_drop(&p->twin[0].x, p->twin[0].object[i]);
	fixture_drop(&p->twin[1].x, p->twin[1].object[i]);
}

static void collect(struct program *p)
{
	int generation = (int)prng_below(&p->random, 5);
	int found;

	generation = generation > 2 ? 0 : generation;
	found = model_collect(&p->model, generation);
	for (int a = 0; a < 2; a++) {
		int n = twin_collect(&p->twin[a], generation);

		if (n != found)
			fail_msg("%s: algorithm %d: collect(%d) is %d, not %d",
				p->where, a, generation, n, found);
	}
}

static void compare(struct program *p)
{
	for (int a = 0; a < 2; a++) {
		check_lists(&p->twin[a], p->where);
		check_calls(&p->twin[a], p->where);
	}
	if (state_hash(&p->twin[0]) != state_hash(&p->twin[1]))
		fail_msg("%s: the algorithms leave different worlds", p->where);
}

static void run_program(
	struct program *p, const char *version, uint64_t seed, int steps)
{
	bool resurrection = seed % 2;

	p->random = prng_seed(seed);
	model_init(&p->model, NULL);
	twin_init(&p->twin[0], version, GC_CPYTHON, &p->model);
	twin_init(&p->twin[1], version, GC_FIVE_STEP, &p->model);
	p->model.dialect = p->twin[0].x.w.dialect;
	for (int s = 0; s < steps; s++) {
		uint32_t what = prng_below(&p->random, 100);

		snprintf(p->where, sizeof(p->where), "Python %s, seed %u, step %d",
			version, (unsigned)seed, s);
		if (p->model.nodes == 0 || (what < 33 && p->model.nodes < MODEL_NODES))
			make_node(p, resurrection);
		else if (what < 72)
			make_link(p);
		else if (what < 88)
			drop_node(p);
		else
			collect(p);
		if (what >= 72)
			compare(p);
	}
	fixture_audit(&p->twin[0].x, p->where);
	fixture_audit(&p->twin[1].x, p->where);
}

static void end_program(struct program *p)
{
	fixture_free(&p->twin[0].x);
	fixture_free(&p->twin[1].x);
}

/* Both algorithms find the same objects in the same order as the model, and
 * leave the same world. */
static void random_programs_follow_the_model(void **state)
{
	(void)state;
	struct program *p = calloc(1, sizeof(*p));

	for (uint64_t seed = 0; seed < 2200; seed++) {
		run_program(p, versions[seed % VERSIONS], seed, 60);
		end_program(p);
	}
	free(p);
}

/* Every event of a collection leaves a sound world, and going back and forward
 * again passes through the same states. */
static void check_every_step(struct fixture *x, const char *where)
{
	struct history *h = x->w.history;
	uint64_t end = history_end(h);
	uint64_t *hash = calloc(end + 1, sizeof(*hash));

	assert_int_equal(history_first(h), 0);
	for (uint64_t s = end + 1; s-- > 0;) {
		history_seek(h, s);
		hash[s] = world_hash(&x->w);
		fixture_audit(x, where);
	}
	for (uint64_t s = 0; s <= end; s++) {
		history_seek(h, s);
		assert_true(hash[s] == world_hash(&x->w));
	}
	history_resume(h);
	free(hash);
}

static void every_step_is_sound(void **state)
{
	(void)state;
	struct program *p = calloc(1, sizeof(*p));

	for (uint64_t seed = 10000; seed < 12000; seed++) {
		run_program(p, versions[seed % VERSIONS], seed, 24);
		for (int a = 0; a < 2; a++) {
			fixture_record(&p->twin[a].x);
			twin_collect(&p->twin[a], (int)(seed % 3));
			twin_collect(&p->twin[a], 2);
			check_every_step(&p->twin[a].x, p->where);
		}
		end_program(p);
	}
	free(p);
}

/* Recorded and not, the same steps are counted and the same world is left. */
static void recording_changes_nothing(void **state)
{
	(void)state;
	struct program *p = calloc(2, sizeof(*p));

	for (uint64_t seed = 20000; seed < 20033; seed++) {
		for (int k = 0; k < 2; k++) {
			uint64_t before;

			run_program(&p[k], versions[seed % VERSIONS], seed, 50);
			for (int a = 0; a < 2; a++) {
				if (k)
					fixture_record(&p[k].twin[a].x);
				before = p[k].twin[a].x.w.step;
				twin_collect(&p[k].twin[a], 2);
				p[k].twin[a].x.w.step -= before;
			}
		}
		for (int a = 0; a < 2; a++) {
			assert_true(p[0].twin[a].x.w.step == p[1].twin[a].x.w.step);
			assert_true(
				state_hash(&p[0].twin[a]) == state_hash(&p[1].twin[a]));
		}
		end_program(&p[0]);
		end_program(&p[1]);
	}
	free(p);
}

/* Allocates until N collections have run; notes the generation of each. */
static void allocate_until(struct fixture *x, char *generations, int n)
{
	struct world *w = &x->w;
	int at = 0;

	for (int i = 0; i < 10000 && at < n; i++) {
		gc_begin_account(w);
		if (gc_charge(w, FREE_NONE))
			continue;
		generations[at++] = (char)('0' + gc_state(w).generation);
		fixture_run(x);
		assert_int_equal(reg(w, REG_GC_COUNT), 0);
		/* the allocation is redone, and already paid */
		assert_true(gc_charge(w, FREE_NONE));
		assert_int_equal(reg(w, REG_GC_COUNT), 0);
	}
	generations[at] = 0;
}

/* The oldest generation that is over its threshold; a full one only when enough
 * objects wait for it. */
static void automatic_collections(void **state)
{
	(void)state;
	struct fixture x;
	struct world *w = &x.w;
	char generations[64];

	fixture_init(&x, "3.11");
	set_reg(w, REG_GC_THRESHOLD, 100);
	set_reg(w, REG_GC_THRESHOLD1, 3);
	set_reg(w, REG_GC_THRESHOLD2, 2);
	set_reg(w, REG_GC_LONG_LIVED_TOTAL, 1000);
	allocate_until(&x, generations, 25);
	assert_string_equal(generations, "0000100001000010000100001");
	set_reg(w, REG_GC_LONG_LIVED_PENDING, 250);
	allocate_until(&x, generations, 6);
	assert_string_equal(generations, "200001");
	set_reg(w, REG_GC_THRESHOLD, 0);
	for (int i = 0; i < 300; i++) {
		gc_begin_account(w);
		assert_true(gc_charge(w, FREE_NONE));
	}
	fixture_free(&x);
}

/* From 3.12 an allocation only asks for a collection. */
static void collections_wait_for_the_breaker(void **state)
{
	(void)state;
	struct fixture x;
	struct world *w = &x.w;

	fixture_init(&x, "3.12");
	set_reg(w, REG_GC_THRESHOLD, 2);
	for (int i = 0; i < 2; i++) {
		assert_true(gc_charge(w, FREE_NONE));
		assert_false(gc_breaker(w));
	}
	assert_true(gc_charge(w, FREE_NONE));
	assert_int_equal(gc_state(w).phase, GC_PHASE_IDLE);
	assert_true(gc_breaker(w));
	fixture_run(&x);
	assert_int_equal(reg(w, REG_GC_COUNT), 0);
	assert_int_equal(reg(w, REG_GC_COUNT1), 1);
	assert_false(gc_breaker(w));
	fixture_free(&x);
}

/* What gc.get_count() of the real interpreters says: made, dropped, made again. */
static void free_lists_do_not_count(void **state)
{
	(void)state;
	static const struct {
		const char *version;
		enum kind kind;
		uint32_t length, kept;
	} rows[] = {
		{"2.7", KIND_LIST, 0, 80},
		{"3.13", KIND_LIST, 0, 80},
		{"2.7", KIND_DICT, 0, 80},
		{"3.11", KIND_DICT, 0, 80},
		{"2.7", KIND_SET, 0, 80},
		{"3.6", KIND_SET, 0, 0},
		{"3.8", KIND_METHOD, 0, 256},
		{"3.9", KIND_METHOD, 0, 0},
		{"2.7", KIND_BUILTIN, 0, 256},
		{"3.12", KIND_BUILTIN, 0, 0},
		{"3.10", KIND_FRAME, 0, 200},
		{"3.11", KIND_FRAME, 0, 0},
		{"2.7", KIND_SLICE, 0, 0},
		{"3.7", KIND_SLICE, 0, 1},
		{"3.6", KIND_TUPLE, 1, 2000},
		{"3.12", KIND_TUPLE, 19, 2000},
		{"3.10", KIND_TUPLE, 20, 0},
		{"3.13", KIND_TUPLE, 20, 2000},
		{"3.13", KIND_TUPLE, 21, 0},
		{"3.11", KIND_INSTANCE, 0, 0},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct fixture x;
		enum free_list list;

		fixture_init(&x, rows[i].version);
		list = gc_free_list(&x.w, rows[i].kind, rows[i].length);
		for (int n = 0; n < 4000; n++)
			gc_count_new(&x.w, list);
		assert_int_equal(reg(&x.w, REG_GC_COUNT), 4000);
		for (int n = 0; n < 4000; n++)
			gc_discharge(&x.w, list);
		assert_int_equal(reg(&x.w, REG_GC_COUNT), rows[i].kept);
		for (int n = 0; n < 4000; n++)
			gc_count_new(&x.w, list);
		assert_int_equal(reg(&x.w, REG_GC_COUNT), 4000);
		fixture_free(&x);
	}
}

/* The callback of a weak reference outside the trash drops that weak reference:
 * it counts as found. */
static obj_id dropped_by_callback;

static void drop_weakref(struct fixture *x, obj_id callable, obj_id argument)
{
	struct world *w = &x->w;

	(void)callable;
	if (argument != dropped_by_callback)
		return;
	for (uint32_t i = 1; i <= FIXTURE_ROOTS; i++) {
		uint32_t slot = frame_slot(BASE_STACK, i);

		if (word(w, slot) != argument)
			continue;
		set_word(w, slot, 0);
		drop(w, argument, NULL);
		return;
	}
}

/* A ring of two, each with weak references: all are cleared before the first
 * callback, which go object by object in list order, newest first; one that is
 * trash itself is not called. */
static void weakrefs_of_trash(void **state)
{
	(void)state;

	for (size_t v = 0; v < 2 * VERSIONS; v++) {
		struct fixture x;
		struct world *w = &x.w;
		obj_id class, function, a, b, ref[4], inside;
		uint32_t want[4];

		fixture_init(&x, versions[v % VERSIONS]);
		set_reg(w, REG_GC_ALGORITHM, v < VERSIONS ? GC_CPYTHON : GC_FIVE_STEP);
		class = fixture_class(&x, KIND_LIST, false);
		function = fixture_function(&x);
		a = fixture_instance(&x, class);
		b = fixture_instance(&x, class);
		fixture_append(&x, a, b);
		fixture_append(&x, b, a);
		for (int i = 0; i < 4; i++)
			ref[i] = fixture_root(&x,
				weakref_new(w, type_object(T_WEAKREF), i < 2 ? a : b,
					function));
		inside = fixture_root(
			&x, weakref_new(w, type_object(T_WEAKREF), a, function));
		fixture_append(&x, b, inside);
		fixture_drop(&x, inside);
		want[0] = obj_serial(w, ref[1]);
		want[1] = obj_serial(w, ref[0]);
		want[2] = obj_serial(w, ref[3]);
		want[3] = obj_serial(w, ref[2]);
		fixture_drop(&x, a);
		fixture_drop(&x, b);
		fixture_record(&x);
		dropped_by_callback = ref[3];
		x.on_call = drop_weakref;
		assert_int_equal(fixture_collect(&x, 2), 4);
		assert_int_equal(x.calls, 4);
		assert_memory_equal(x.called, want, sizeof(want));
		assert_int_equal(weakref_referent(w, ref[0]), 0);
		check_every_step(&x, versions[v % VERSIONS]);
		fixture_free(&x);
	}
}

/* An exception in a __del__ or a callback is reported, and does not stop the
 * collection. */
static void raise_error(struct fixture *x, obj_id callable, obj_id argument)
{
	(void)callable;
	(void)argument;
	set_reg(&x->w, REG_EXCEPTION,
		obj_new_fields(&x->w, KIND_EXCEPTION, type_object(T_VALUE_ERROR),
			EXCEPTION_WORDS));
}

static void errors_are_reported(void **state)
{
	(void)state;

	for (size_t v = 0; v < VERSIONS; v++) {
		struct fixture x;
		struct world *w = &x.w;
		obj_id plain, with_del, a, d;

		fixture_init(&x, versions[v]);
		plain = fixture_class(&x, KIND_LIST, false);
		with_del = fixture_class(&x, KIND_LIST, true);
		a = fixture_instance(&x, plain);
		d = fixture_instance(&x, with_del);
		fixture_append(&x, a, a);
		fixture_root(&x,
			weakref_new(
				w, type_object(T_WEAKREF), a, fixture_function(&x)));
		x.on_call = raise_error;
		fixture_record(&x);
		fixture_drop(&x, a);
		fixture_drop(&x, d);
		assert_int_equal(fixture_collect(&x, 2), 1);
		assert_int_equal(x.unraisable, 2);
		assert_int_equal(reg(w, REG_EXCEPTION), 0);
		check_every_step(&x, versions[v]);
		fixture_free(&x);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_programs_follow_the_model),
		cmocka_unit_test(every_step_is_sound),
		cmocka_unit_test(recording_changes_nothing),
		cmocka_unit_test(automatic_collections),
		cmocka_unit_test(collections_wait_for_the_breaker),
		cmocka_unit_test(free_lists_do_not_count),
		cmocka_unit_test(weakrefs_of_trash),
		cmocka_unit_test(errors_are_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
