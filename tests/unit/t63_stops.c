#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "play.h"
#include "stops.h"
#include "strbuf.h"

static const char program[] = "import gc\n"
			      "class Node(object):\n"
			      "    pass\n"
			      "a = Node()\n"
			      "a.me = a\n"
			      "for i in [1, 2, 3]:\n"
			      "    x = [i]\n"
			      "del a\n"
			      "gc.collect()\n"
			      "del x\n";

static struct condition_state now(const struct play *p)
{
	return (struct condition_state){machine_world(p->machine),
		naming_first_serial(p->names), machine_position(p->machine)};
}

enum {
	PLACES = 200
};

static int forward(struct play *p, struct stops *s, uint64_t *places)
{
	int n = 0;
	struct condition_state at = now(p);

	stops_begin(s, &at);
	while (play_step(p)) {
		struct event e = machine_event(p->machine);

		at = now(p);
		if (stops_forward(s, &at, &e) && n < PLACES)
			places[n++] = machine_position(p->machine);
	}
	return n;
}

static int backward(struct play *p, struct stops *s, uint64_t *places)
{
	int n = 0;
	struct condition_state at = now(p);
	struct event undone = machine_event(p->machine);

	stops_begin(s, &at);
	while (machine_backward(p->machine, GRAIN_MICRO, NULL) == MACHINE_MOVED) {
		struct event e = machine_event(p->machine);
		bool here;

		at = now(p);
		if (stops_backward(s, &at, &undone, &e, &here) && n < PLACES)
			places[n++] = machine_position(p->machine) + !here;
		undone = e;
	}
	return n;
}

/* Where SPEC stops: the same steps in both directions.  Returns how many. */
static int places_of(const char *spec, bool watch, uint64_t *places)
{
	struct stops stops = {0};
	struct strbuf why = STRBUF_INIT;
	uint64_t back[PLACES];
	struct play p;
	int n;

	play_start(&p, program, "3.11", GC_FIVE_STEP);
	if (!stops_add(&stops, spec, watch, &why))
		fail_msg("%s: %s", spec, why.text);
	/* The first time tells which objects the names mean. */
	forward(&p, &stops, places);
	machine_seek(p.machine, 0, NULL);
	n = forward(&p, &stops, places);
	assert_int_equal(backward(&p, &stops, back), n);
	for (int i = 0; i < n; i++)
		assert_int_equal(back[n - 1 - i], places[i]);
	stops_free(&stops);
	play_free(&p);
	return n;
}

static void the_same_steps_in_both_directions(void **state)
{
	uint64_t places[PLACES];

	(void)state;
	assert_int_equal(places_of("line 7", false, places), 3);
	assert_int_equal(places_of("7", false, places), 3);
	/* The exit collects twice, too. */
	assert_int_equal(places_of("gc_start", false, places), 3);
	assert_int_equal(places_of("phase step:2", false, places), 3);
	assert_int_equal(places_of("subtract_refs", false, places), 3);
	assert_int_equal(places_of("collected(a)", false, places), 1);
	/* When a is gone, and at the exit the class. */
	assert_int_equal(places_of("garbage > 0", false, places), 2);
	assert_int_equal(places_of("refcount(a) == 2", false, places), 3);
	assert_true(places_of("a", false, places) > 4);
	assert_int_equal(places_of("free a", false, places), 1);
	assert_int_equal(places_of("gen(x) == 2", false, places), 1);
	assert_true(places_of("refcount(a)", true, places) >= 3);
}

static void mistakes_are_told(void **state)
{
	static const char *const wrong[] = {
		"", "line", "line x", "7x", "free (", "phase", "refcount(", "free 1"};
	struct stops stops = {0};

	(void)state;
	for (unsigned i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct strbuf why = STRBUF_INIT;

		if (stops_add(&stops, wrong[i], false, &why))
			assert_int_not_equal(stops.at[stops.count - 1].kind, STOP_LINE);
		else
			assert_true(why.length > 0);
		strbuf_free(&why);
	}
	stops_free(&stops);
}

static void numbers_are_never_used_again(void **state)
{
	struct stops stops = {0};
	struct strbuf why = STRBUF_INIT;

	(void)state;
	assert_int_equal(stops_add(&stops, "line 3", false, &why), 1);
	assert_int_equal(stops_add(&stops, "line 4", false, &why), 2);
	assert_true(stops_only_lines(&stops));
	assert_int_equal(stops_add(&stops, "free", false, &why), 3);
	assert_false(stops_only_lines(&stops));
	assert_true(stops_remove(&stops, 2));
	assert_false(stops_remove(&stops, 2));
	assert_null(stops_on_line(&stops, 4));
	assert_non_null(stops_on_line(&stops, 3));
	assert_int_equal(stops_add(&stops, "line 4", false, &why), 4);
	stops_find(&stops, 1)->enabled = false;
	stops_find(&stops, 3)->enabled = false;
	assert_true(stops_any_enabled(&stops));
	stops_find(&stops, 4)->enabled = false;
	assert_false(stops_any_enabled(&stops));
	stops_free(&stops);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_steps_in_both_directions),
		cmocka_unit_test(mistakes_are_told),
		cmocka_unit_test(numbers_are_never_used_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
