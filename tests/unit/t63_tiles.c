#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "play.h"
#include "query_tiles.h"
#include "strbuf.h"

/* Tiles against a look at every object. */

static const char many[] = "import gc\n"
			   "class Node(object):\n"
			   "    def __del__(self): pass\n"
			   "gc.disable()\n"
			   "first = None\n"
			   "for i in range(1500):\n"
			   "    n = Node()\n"
			   "    n.next = first\n"
			   "    first = n\n"
			   "    if i % 40 == 0:\n"
			   "        n.me = n\n"
			   "        first = None\n"
			   "    if i % 90 == 0:\n"
			   "        gc.collect(i % 2)\n"
			   "gc.collect()\n"
			   "last = 1\n";

static const enum object_state by_urgency[] = {STATE_UNREACHABLE, STATE_SET_ASIDE,
	STATE_UNCOLLECTABLE, STATE_DEAD, STATE_REACHABLE, STATE_CANDIDATE, STATE_LIVE};

/* The most urgent state of COUNT objects; whether all have it in *ALL. */
static enum object_state most_urgent(
	const struct query *q, const obj_id *list, uint32_t count, bool *all)
{
	for (unsigned i = 0; i < sizeof(by_urgency) / sizeof(by_urgency[0]); i++) {
		uint32_t n = 0;

		for (uint32_t k = 0; k < count; k++)
			n += query_state(q, list[k]) == by_urgency[i];
		*all = n == count;
		if (n)
			return by_urgency[i];
	}
	fail();
	return STATE_FREED;
}

static void check_state(const struct tiles *t, uint32_t i)
{
	obj_id list[4096];
	uint32_t count = tiles_objects(t, i, list, 4096);
	struct tile tile = tiles_at(t, i);
	bool all;

	assert_int_equal(tile.empty, count == 0);
	if (count == 0)
		return;
	assert_int_equal(tile.what, most_urgent(t->q, list, count, &all));
	if (tile.all)
		assert_true(all);
	assert_int_equal(tiles_find(t, list[0]), i);
	assert_int_equal(tiles_find(t, list[count - 1]), i);
	assert_int_equal(query_state(t->q, tiles_object(t, i)), tile.what);
}

static void check_list(const struct tiles *t, uint32_t i)
{
	obj_id list[4096];
	uint32_t count = tiles_objects(t, i, list, 4096);
	struct tile tile = tiles_at(t, i);
	uint8_t most = 0;
	bool all = true;

	for (uint32_t k = 0; k < count; k++) {
		all = all && t->q->list[list[k]] == t->q->list[list[0]];
		most = t->q->list[list[k]] > most ? t->q->list[list[k]] : most;
	}
	assert_int_equal(tile.empty, count == 0);
	assert_int_equal(tile.what, most);
	if (tile.all)
		assert_true(all);
}

static void check_age_and_type(const struct tiles *t, uint32_t i)
{
	obj_id list[4096];
	uint32_t count = tiles_objects(t, i, list, 4096), newest = 0;
	struct tile tile = tiles_at(t, i);
	uint32_t age, exponent = 0;

	assert_int_equal(tile.empty, count == 0);
	if (count == 0)
		return;
	for (uint32_t k = 0; k < count; k++) {
		uint32_t serial = obj_serial(t->q->w, list[k]);

		newest = serial > newest ? serial : newest;
		if (t->by == TILE_TYPE && tile.all)
			assert_int_equal(obj_kind(t->q->w, list[k]), tile.what);
	}
	age = reg(t->q->w, REG_SERIAL) - 1 - newest;
	for (uint64_t n = 8; n <= age && exponent < 9; n *= 8)
		exponent++;
	assert_int_equal(tile.what,
		t->by == TILE_AGE ? exponent : (uint32_t)obj_kind(t->q->w, list[0]));
}

/* All objects, once each. */
static void check_tiles(const struct query *q, enum tile_by by, bool all, uint32_t room)
{
	struct tiles t;
	uint32_t objects = 0, expected = 0;

	tiles_init(&t, q, by, all, room);
	assert_true(t.count <= room);
	assert_int_equal(t.each & (t.each - 1), 0);
	for (uint32_t i = 0; i < t.count; i++) {
		obj_id list[4096];

		assert_true(t.each <= 4096);
		objects += tiles_objects(&t, i, list, 4096);
		if (by == TILE_STATE)
			check_state(&t, i);
		else if (by == TILE_GENERATION)
			check_list(&t, i);
		else
			check_age_and_type(&t, i);
	}
	for (obj_id o = OBJ_FIRST_FREE; o < q->slots; o++)
		expected += obj_kind(q->w, o) != KIND_NONE &&
			(all || obj_serial(q->w, o) >= q->first_serial);
	assert_int_equal(objects, expected);
	tiles_free(&t);
}

static void check_now(const struct play *p)
{
	static const uint32_t rooms[] = {100000, 300, 77, 2};
	struct query q;

	query_init(&q, machine_world(p->machine), naming_first_serial(p->names));
	for (unsigned i = 0; i < 4; i++) {
		check_tiles(&q, TILE_STATE, true, rooms[i]);
		check_tiles(&q, TILE_STATE, false, rooms[i]);
		check_tiles(&q, TILE_GENERATION, true, rooms[i]);
		check_tiles(&q, TILE_AGE, i % 2, rooms[i]);
		check_tiles(&q, TILE_TYPE, true, rooms[i]);
	}
	query_free(&q);
}

static void tiles_tell_what_is_there(void **state)
{
	static const char *const versions[] = {"2.7", "3.11"};

	(void)state;
	for (int v = 0; v < 4; v++) {
		struct play p;
		uint32_t n = 0;

		play_start(
			&p, many, versions[v % 2], v < 2 ? GC_FIVE_STEP : GC_CPYTHON);
		while (play_step(&p)) {
			if (n++ % 1777 == 0)
				check_now(&p);
		}
		assert_true(n > 20000);
		play_free(&p);
	}
}

/* A tile stands for a power of two of objects, and for more only when there is less
 * room. */
static void tiles_grow_by_doubling(void **state)
{
	struct play p;
	struct query q;
	struct tiles t;
	uint32_t each = 0;

	(void)state;
	play_start(&p, many, "3.11", GC_FIVE_STEP);
	play_until(&p, EV_BIND, "last");
	query_init(&q, machine_world(p.machine), naming_first_serial(p.names));
	for (uint32_t room = q.slots; room > 0; room /= 2) {
		tiles_init(&t, &q, TILE_STATE, true, room);
		assert_true(t.each > 0 && (t.each & (t.each - 1)) == 0);
		assert_true(t.each >= each);
		each = t.each;
		tiles_free(&t);
	}
	query_free(&q);
	play_free(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tiles_tell_what_is_there),
		cmocka_unit_test(tiles_grow_by_doubling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
