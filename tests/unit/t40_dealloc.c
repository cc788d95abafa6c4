#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "callbacks.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "gclist.h"
#include "history.h"
#include "weakref.h"
#include "world_fixture.h"

static const char *const versions[] = {"2.7", "3.6", "3.7", "3.8", "3.9", "3.10",
	"3.11", "3.12", "3.13", "3.14", "3.15"};
#define VERSIONS (sizeof(versions) / sizeof(versions[0]))

static bool alive(struct fixture *x, uint32_t serial)
{
	return obj_by_serial(&x->w, serial) != 0;
}

/* The serials of the objects freed since step 0, in order, as "a b c". */
static uint32_t freed(struct fixture *x, uint32_t *serials, uint32_t room)
{
	uint32_t n = 0;

	for (uint64_t s = 1; s <= history_end(x->w.history); s++) {
		struct event e = history_event(x->w.history, s);

		if (e.kind == EV_FREE && n < room)
			serials[n++] = e.object;
	}
	return n;
}

static void a_list_drops_its_items_last_to_first(void **state)
{
	(void)state;
	struct fixture x;
	obj_id list, item[3];
	uint32_t expected[4], got[4];

	fixture_init(&x, "3.11");
	list = fixture_list(&x);
	expected[3] = obj_serial(&x.w, list);
	for (int i = 0; i < 3; i++) {
		item[i] = fixture_list(&x);
		expected[2 - i] = obj_serial(&x.w, item[i]);
		fixture_append(&x, list, item[i]);
		fixture_drop(&x, item[i]);
	}
	fixture_record(&x);
	fixture_drop(&x, list);
	assert_int_equal(freed(&x, got, 4), 4);
	assert_memory_equal(got, expected, sizeof(got));
	fixture_audit(&x, "end");
	fixture_free(&x);
}

/* Every step of a cascade leaves a sound world, and can be undone. */
static void every_step_is_sound(void **state)
{
	(void)state;

	for (size_t v = 0; v < VERSIONS; v++) {
		struct fixture x;
		obj_id class, list, o;
		uint64_t hash;

		fixture_init(&x, versions[v]);
		class = fixture_class(&x, KIND_LIST, true);
		list = fixture_list(&x);
		for (int i = 0; i < 3; i++) {
			o = fixture_instance(&x, class);
			fixture_append(&x, list, o);
			fixture_append(&x, o, class);
			fixture_drop(&x, o);
		}
		fixture_audit(&x, "before");
		hash = world_hash(&x.w);
		fixture_record(&x);
		fixture_drop(&x, list);
		assert_int_equal(x.calls, 3);
		for (uint64_t s = history_end(x.w.history) + 1; s-- > 0;) {
			history_seek(x.w.history, s);
			fixture_audit(&x, versions[v]);
		}
		assert_true(world_hash(&x.w) == hash);
		fixture_free(&x);
	}
}

static obj_id saved;

static void save_argument(struct fixture *x, obj_id callable, obj_id argument)
{
	(void)callable;
	if (saved)
		return;
	hold(&x->w, argument);
	saved = fixture_root(x, argument);
}

/* A resurrected object is finalized again on 2.7 only, and is at the end of the
 * youngest generation. */
static void resurrection(void **state)
{
	(void)state;

	for (size_t v = 0; v < VERSIONS; v++) {
		struct fixture x;
		obj_id class, o;
		uint32_t serial;

		fixture_init(&x, versions[v]);
		class = fixture_class(&x, KIND_LIST, true);
		o = fixture_instance(&x, class);
		fixture_list(&x);
		serial = obj_serial(&x.w, o);
		saved = 0;
		x.on_call = save_argument;
		fixture_drop(&x, o);
		assert_int_equal(saved, o);
		assert_true(alive(&x, serial));
		assert_int_equal(obj_rc(&x.w, o), 1);
		assert_int_equal(gc_prev(&x.w, GC_GENERATION_0), o);
		fixture_drop(&x, o);
		assert_false(alive(&x, serial));
		assert_int_equal(x.calls, x.w.dialect->del_once ? 1 : 2);
		fixture_free(&x);
	}
}

/* All weak references are dead when the first callback runs, newest first;
 * __del__ before (3.4) or after them (2.7). */
static void callbacks_newest_first(void **state)
{
	(void)state;

	for (size_t v = 0; v < VERSIONS; v++) {
		struct fixture x;
		obj_id class, o, function, ref[3];
		uint32_t want[3];

		fixture_init(&x, versions[v]);
		class = fixture_class(&x, KIND_LIST, true);
		function = fixture_function(&x);
		o = fixture_instance(&x, class);
		for (int i = 0; i < 3; i++)
			ref[i] = fixture_root(&x,
				weakref_new(&x.w, type_object(T_WEAKREF), o,
					i ? function : 0));
		assert_int_equal(
			weakref_new(&x.w, type_object(T_WEAKREF), o, 0), ref[0]);
		fixture_root(&x, ref[0]);
		assert_int_equal(weakref_count(&x.w, o), 3);
		want[x.w.dialect->weakrefs_before_del ? 2 : 0] = obj_serial(&x.w, o);
		want[x.w.dialect->weakrefs_before_del ? 0 : 1] =
			obj_serial(&x.w, ref[2]);
		want[x.w.dialect->weakrefs_before_del ? 1 : 2] =
			obj_serial(&x.w, ref[1]);
		fixture_record(&x);
		fixture_drop(&x, o);
		assert_int_equal(x.calls, 3);
		assert_memory_equal(x.called, want, sizeof(want));
		assert_int_equal(weakref_referent(&x.w, ref[0]), 0);
		for (uint64_t s = history_end(x.w.history) + 1; s-- > 0;) {
			history_seek(x.w.history, s);
			fixture_audit(&x, versions[v]);
		}
		assert_int_equal(weakref_referent(&x.w, ref[0]), o);
		fixture_free(&x);
	}
}

/* Several references dropped at once go in order, each with what it owns. */
static void drop_all_in_order(void **state)
{
	(void)state;
	struct fixture x;
	obj_id a, b, inner;
	uint32_t want[3], got[3];

	fixture_init(&x, "3.11");
	a = fixture_list(&x);
	b = fixture_list(&x);
	inner = fixture_list(&x);
	want[0] = obj_serial(&x.w, inner);
	want[1] = obj_serial(&x.w, a);
	want[2] = obj_serial(&x.w, b);
	fixture_append(&x, a, inner);
	fixture_drop(&x, inner);
	fixture_record(&x);
	for (uint32_t i = 0; i <= FIXTURE_ROOTS; i++)
		set_word(&x.w, frame_slot(BASE_STACK, i), 0);
	drop_all(&x.w,
		(struct owned[]){{a, {0}}, {0, {0}},
			{b, {.place = PLACE_LOCAL, .name = name_object(N_NAME)}}},
		3);
	fixture_run(&x);
	assert_int_equal(freed(&x, got, 3), 3);
	assert_memory_equal(got, want, sizeof(got));
	fixture_audit(&x, "end");
	fixture_free(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_drops_its_items_last_to_first),
		cmocka_unit_test(every_step_is_sound),
		cmocka_unit_test(resurrection),
		cmocka_unit_test(callbacks_newest_first),
		cmocka_unit_test(drop_all_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
