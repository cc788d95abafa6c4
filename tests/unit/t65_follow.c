#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "play.h"
#include "prng.h"
#include "query_follow.h"
#include "query_pages.h"

/* A query that went along against one that is made anew. */

static void check_page(const struct query *a, const struct query *b, uint32_t i)
{
	const struct query_page *p = query_page(a, i), *q = query_page(b, i);

	assert_int_equal(p->states, q->states);
	assert_int_equal(p->lists, q->lists);
	assert_int_equal(p->newest, q->newest);
	assert_int_equal(p->oldest, q->oldest);
	assert_int_equal(p->mixed, q->mixed);
	if (p->states)
		assert_int_equal(p->kind, q->kind);
}

static void check_pictures(const struct picture *a, const struct picture *b)
{
	assert_int_equal(a->object_count, b->object_count);
	assert_int_equal(a->root_count, b->root_count);
	assert_int_equal(a->edge_count, b->edge_count);
	if (a->object_count)
		assert_memory_equal(
			a->objects, b->objects, a->object_count * sizeof(*a->objects));
	for (uint32_t i = 0; i < a->root_count; i++) {
		assert_int_equal(a->roots[i].id, b->roots[i].id);
		assert_string_equal(a->roots[i].text, b->roots[i].text);
	}
	for (uint32_t i = 0; i < a->edge_count; i++) {
		assert_int_equal(a->edges[i].from, b->edges[i].from);
		assert_int_equal(a->edges[i].to, b->edges[i].to);
		assert_int_equal(a->edges[i].weak, b->edges[i].weak);
	}
}

static void check_query(const struct query *a, const struct query *b)
{
	assert_int_equal(a->slots, b->slots);
	assert_int_equal(a->gc.phase, b->gc.phase);
	assert_memory_equal(a->list + GC_LISTS_END, b->list + GC_LISTS_END,
		a->slots - GC_LISTS_END);
	assert_memory_equal(a->owner, b->owner, a->slots * sizeof(*a->owner));
	for (obj_id o = OBJ_FIRST_FREE; o < a->slots; o++) {
		if (a->marks[o] != b->marks[o])
			fail_msg("object %u: marks %x, should be %x", o, a->marks[o],
				b->marks[o]);
		assert_int_equal(a->holders[o], b->holders[o]);
	}
	for (uint32_t i = 0; OBJ_FIRST_FREE + i * PAGE_SLOTS < a->slots; i++)
		check_page(a, b, i);
}

static void check_now(struct query_follow *f, const struct play *p)
{
	struct picture_options options = {machine_position(p->machine) % 2,
		machine_position(p->machine) % 3 == 0};
	struct query fresh;
	struct picture picture;

	query_init(&fresh, machine_world(p->machine), naming_first_serial(p->names));
	check_query(query_follow(f, p->machine), &fresh);
	query_picture(&fresh, options, &picture);
	check_pictures(query_follow_picture(f, options), &picture);
	picture_free(&picture);
	query_free(&fresh);
}

/* Goes STEPS steps one by one, every one followed, every EACH-th checked. */
static void walk(
	struct query_follow *f, struct play *p, bool forward, int steps, int each)
{
	enum machine_result result = MACHINE_MOVED;

	for (int i = 0; i < steps && result == MACHINE_MOVED; i++) {
		result = forward ? machine_forward(p->machine, GRAIN_MICRO, NULL)
				 : machine_backward(p->machine, GRAIN_MICRO, NULL);
		query_follow(f, p->machine);
		if (i % each == 0)
			check_now(f, p);
	}
}

static void play_around(struct play *p, struct prng *random, int rounds)
{
	struct query_follow *f = query_follow_new(naming_first_serial(p->names));
	uint64_t end;

	machine_seek(p->machine, UINT64_MAX, NULL);
	end = machine_position(p->machine);
	check_now(f, p);
	for (int i = 0; i < rounds; i++) {
		machine_seek(p->machine, prng_u64(random) % end, NULL);
		check_now(f, p);
		walk(f, p, i % 2, 60, 7);
		machine_forward(p->machine, GRAIN_PHASE, NULL);
		walk(f, p, true, 60, 5);
		machine_forward(p->machine, GRAIN_GC, NULL);
		walk(f, p, i % 3 != 0, 30, 3);
	}
	query_follow_free(f);
}

static void scenarios_are_followed(void **state)
{
	struct prng random = prng_seed(65);
	int count, rounds = getenv("GCREFS_THOROUGH") ? 60 : 2;
	char **files = play_scenarios(&count);

	(void)state;
	for (int i = 0; i < count; i++) {
		struct play p;

		play_file(&p, files[i], i % 2 ? GC_FIVE_STEP : GC_CPYTHON);
		play_around(&p, &random, rounds);
		play_free(&p);
		free(files[i]);
	}
	free(files);
}

static const char many[] = "import gc\n"
			   "gc.disable()\n"
			   "keep = [[i] for i in range(300)]\n"
			   "for x in keep[::3]:\n"
			   "    x.append(x)\n"
			   "del x\n"
			   "del keep[::2]\n"
			   "gc.collect()\n";

/* While references are only looked at, nothing is made anew. */
static void collections_are_followed(void **state)
{
	static const char *const versions[] = {"2.7", "3.8", "3.11", "3.13"};

	(void)state;
	for (int v = 0; v < 8; v++) {
		struct play p;
		struct query_follow *f;
		uint64_t made;

		play_start(
			&p, many, versions[v / 2], v % 2 ? GC_FIVE_STEP : GC_CPYTHON);
		f = query_follow_new(naming_first_serial(p.names));
		play_until(&p, EV_SUBTRACT_REF, NULL);
		check_now(f, &p);
		made = query_follow_made(f);
		while (machine_event(p.machine).kind != EV_CLEAR &&
			machine_event(p.machine).kind != EV_GC_END) {
			assert_true(play_step(&p));
			query_follow(f, p.machine);
			if (machine_position(p.machine) % 41 == 0)
				check_now(f, &p);
		}
		assert_in_range(query_follow_made(f) - made, 0, 8);
		check_now(f, &p);
		query_follow_free(f);
		play_free(&p);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scenarios_are_followed),
		cmocka_unit_test(collections_are_followed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
