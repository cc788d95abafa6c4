#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "condition.h"
#include "play.h"
#include "strbuf.h"

static const char ring[] = "import gc\n"
			   "class Node(object):\n"
			   "    pass\n"
			   "def f(inner):\n"
			   "    here = [inner]\n"
			   "    return here\n"
			   "a = Node()\n"
			   "b = Node()\n"
			   "a.next = b\n"
			   "b.next = a\n"
			   "t = (1, 'x')\n"
			   "d = {'key': [a], 1: 2}\n"
			   "f(d)\n"
			   "del d\n"
			   "del a, b\n"
			   "gc.collect()\n"
			   "last = 1\n";

static struct condition_value value(const struct play *p, struct condition *c)
{
	struct condition_state s = {machine_world(p->machine),
		naming_first_serial(p->names), machine_position(p->machine)};

	return condition_value(c, &s);
}

/* The value of TEXT as text. */
static void expect(const struct play *p, const char *text, const char *expected)
{
	struct strbuf out = STRBUF_INIT;
	struct condition *c = condition_parse(text, &out);
	struct condition_state s = {machine_world(p->machine),
		naming_first_serial(p->names), machine_position(p->machine)};
	struct condition_value v;

	if (!c)
		fail_msg("%s: %s", text, out.text);
	v = value(p, c);
	value_text(&v, &s, &out);
	assert_string_equal(out.text, expected);
	condition_free(c);
	strbuf_free(&out);
}

static void until_line(struct play *p, int line)
{
	do
		assert_true(play_step(p));
	while (machine_event(p->machine).kind != EV_LINE ||
		machine_event(p->machine).line != line);
}

static void values(void **state)
{
	struct play p;

	(void)state;
	play_start(&p, ring, "3.11", GC_FIVE_STEP);
	until_line(&p, 13);
	expect(&p, "refcount(a)", "3");
	expect(&p, "refcount(a) == 3", "1");
	expect(&p, "refcount( a ) != 3 or 1 < 2", "1");
	expect(&p, "not refcount(a) == 3", "0");
	expect(&p, "refcount(a.next) + 1 - 2", "1");
	expect(&p, "refcount(d['key'])", "1");
	expect(&p, "refcount(d['key'][0]) >= 3 and (1 == 1)", "1");
	expect(&p, "state(a)", "'live'");
	expect(&p, "state(a) == 'live'", "1");
	expect(&p, "state(a) == \"dead\"", "0");
	expect(&p, "gen(a)", "0");
	expect(&p, "gen(t)", "0");
	expect(&p, "len(d)", "2");
	expect(&p, "tracked(a)", "1");
	expect(&p, "reachable(a)", "1");
	expect(&p, "collected(a)", "0");
	expect(&p, "line", "13");
	expect(&p, "depth", "1");
	expect(&p, "garbage", "0");
	expect(&p, "uncollectable > 0", "0");
	expect(&p, "refcount(nobody)", "nothing");
	expect(&p, "refcount(nobody) == 0", "0");
	expect(&p, "gc_refs(a)", "nothing");
	expect(&p, "True", "1");
	expect(&p, "-1 < 0", "1");
	play_free(&p);
}

static void names_of_the_running_function(void **state)
{
	struct play p;

	(void)state;
	play_start(&p, ring, "3.11", GC_FIVE_STEP);
	until_line(&p, 6);
	expect(&p, "len(here)", "1");
	expect(&p, "len(inner)", "2");
	expect(&p, "len(here[0])", "2");
	expect(&p, "collected(a)", "0");
	expect(&p, "depth", "2");
	play_free(&p);
}

/* A name that is no longer bound means what it meant. */
static void it_remembers(void **state)
{
	struct strbuf why = STRBUF_INIT;
	struct condition *gone = condition_parse("collected(b)", &why);
	struct condition *dead = condition_parse("state(b) == 'dead'", &why);
	struct condition *garbage = condition_parse("garbage", &why);
	struct condition_value v;
	struct play p;

	(void)state;
	play_start(&p, ring, "3.11", GC_FIVE_STEP);
	v = value(&p, gone);
	assert_int_equal(v.kind, VALUE_NOTHING);
	until_line(&p, 15);
	v = value(&p, gone);
	assert_false(value_is_true(&v));
	value(&p, dead);
	until_line(&p, 16);
	v = value(&p, dead);
	assert_true(value_is_true(&v));
	v = value(&p, gone);
	assert_false(value_is_true(&v));
	v = value(&p, garbage);
	assert_true(v.number >= 2);
	until_line(&p, 17);
	v = value(&p, gone);
	assert_true(value_is_true(&v));
	v = value(&p, dead);
	assert_false(value_is_true(&v));
	v = value(&p, garbage);
	assert_int_equal(v.number, 0);
	condition_free(gone);
	condition_free(dead);
	condition_free(garbage);
	play_free(&p);
}

static void mistakes_are_told(void **state)
{
	static const char *const wrong[] = {"", "(", "refcount(", "refcount(a",
		"a ==", "nothing(a)", "a b", "a[", "a['x]", "'x", "a.", "#", "1 2",
		"not", "a.b.c.d.e.f.g.h.i.j.k"};

	(void)state;
	for (unsigned i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct strbuf why = STRBUF_INIT;

		assert_null(condition_parse(wrong[i], &why));
		assert_true(why.length > 0);
		strbuf_free(&why);
	}
}

static void a_long_condition_is_refused(void **state)
{
	struct strbuf text = STRBUF_INIT, why = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 1000; i++)
		strbuf_puts(&text, "not (");
	assert_null(condition_parse(text.text, &why));
	strbuf_clear(&text);
	strbuf_puts(&text, "1");
	for (int i = 0; i < 1000; i++)
		strbuf_puts(&text, " + 1");
	assert_null(condition_parse(text.text, &why));
	strbuf_free(&text);
	strbuf_free(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values),
		cmocka_unit_test(names_of_the_running_function),
		cmocka_unit_test(it_remembers),
		cmocka_unit_test(mistakes_are_told),
		cmocka_unit_test(a_long_condition_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
