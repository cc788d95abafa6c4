#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "narrate.h"
#include "play.h"
#include "strbuf.h"

static const char ring[] = "import gc\n"
			   "class Node(object):\n"
			   "    pass\n"
			   "a = Node()\n"
			   "b = Node()\n"
			   "a.next = b\n"
			   "b.next = a\n"
			   "keep = [[]]\n"
			   "del a, b\n"
			   "gc.collect()\n"
			   "del keep\n";

/* The sentence for the present step of P. */
static void tell(struct play *p, struct strbuf *out)
{
	struct query q;
	struct narrator n;
	struct event e = machine_event(p->machine);

	query_init(&q, machine_world(p->machine), naming_first_serial(p->names));
	n = (struct narrator){&q, q.gc.phase, p->names};
	strbuf_clear(out);
	narrate(&n, &e, out);
	query_free(&q);
}

/* Fails unless the sentences of the program contain the patterns in order. */
static void expect_story(
	const char *version, enum gc_algorithm algorithm, const char *const *patterns)
{
	struct play p;
	struct strbuf text = STRBUF_INIT;

	play_start(&p, ring, version, algorithm);
	while (*patterns && play_step(&p)) {
		tell(&p, &text);
		if (fnmatch(*patterns, text.text, 0) == 0)
			patterns++;
	}
	if (*patterns)
		fail_msg("nowhere: %s", *patterns);
	strbuf_free(&text);
	play_free(&p);
}

static void a_ring_by_five_steps(void **state)
{
	static const char *const story[] = {"line 4 is about to run",
		"Node #* is made (refcount 1)",
		"name a now refers to Node #* (refcount 1)",
		"Node #*.next now refers to Node #*",
		"name a no longer refers to Node #* (refcount 2 -> 1)",
		"a collection of generation 2 starts: the program asks for it",
		"step 1 of 5, update_refs: *",
		"gc_refs of Node #* := its refcount, 1 (step 1, update_refs)",
		"step 2 of 5, subtract_refs: *",
		"Node #*.next refers to Node #*: gc_refs of Node #* 1 -> 0 (step 2, "
		"subtract_refs)",
		"step 3 of 5, move_unreachable: *",
		"Node #* has gc_refs 0: set aside, perhaps unreachable (step 3, "
		"move_unreachable)",
		"step 4 of 5, move_unreachable: *",
		"*refers to list #*: reachable after all, gc_refs 0 -> 1 (step 4, "
		"move_unreachable)",
		"Node #* is cleared: *(step 5, delete_garbage)", "Node #* is freed: *",
		"the collection of generation 2 ends: it found 2 (uncollectable: 0)",
		NULL};

	(void)state;
	expect_story("3.11", GC_FIVE_STEP, story);
}

static void a_ring_by_cpythons_pass(void **state)
{
	static const char *const story[] = {
		"Node #* has gc_refs 0: set aside, perhaps unreachable (steps 3 and 4, "
		"move_unreachable)",
		"*reachable after all, gc_refs 0 -> 1 (steps 3 and 4, move_unreachable)",
		NULL};

	(void)state;
	expect_story("3.11", GC_CPYTHON, story);
}

/* Before 3.11 an instance's attributes are in a dict of its own. */
static void names_of_older_versions(void **state)
{
	static const char *const story[] = {"Node #*.next now refers to Node #*",
		"step 5 of 5, move_finalizers: *",
		"the collection of generation 2 ends: it found 4 (uncollectable: 0)",
		NULL};

	(void)state;
	expect_story("2.7", GC_FIVE_STEP, story);
}

static void check_sentence(const struct strbuf *text, const struct event *e)
{
	if (text->length < 5 || strchr(text->text, '\n'))
		fail_msg("%s: '%s'", event_kind_name((enum event_kind)e->kind),
			text->text);
}

static void every_step_of_every_scenario_has_a_sentence(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct strbuf text = STRBUF_INIT;

	(void)state;
	assert_true(count >= 14);
	for (int i = 0; i < count; i++) {
		struct play p;

		play_file(&p, files[i], GC_FIVE_STEP);
		for (int step = 0; step < 1500 && play_step(&p); step++) {
			struct event e = machine_event(p.machine);

			tell(&p, &text);
			if (e.kind != EV_PRINT)
				check_sentence(&text, &e);
		}
		play_free(&p);
		free(files[i]);
	}
	free(files);
	strbuf_free(&text);
}

static void every_phase_is_explained(void **state)
{
	struct play p;
	struct query q;

	(void)state;
	play_start(&p, ring, "3.11", GC_FIVE_STEP);
	query_init(&q, machine_world(p.machine), naming_first_serial(p.names));
	for (int phase = GC_PHASE_IDLE + 1; phase < GC_PHASES; phase++) {
		struct narrator n = {&q, (enum gc_phase)phase, p.names};
		struct event e = {.kind = EV_GC_PHASE, .now = (uint32_t)phase};
		struct strbuf text = STRBUF_INIT;

		narrate(&n, &e, &text);
		check_sentence(&text, &e);
		assert_true(text.length < 80);
		assert_non_null(strstr(text.text, narrate_function(&q, n.phase)));
		assert_true(strlen(narrate_explanation(&n, &e)) > 40);
		assert_true(strlen(narrate_explanation(&n, &e)) < 3 * 78);
		strbuf_free(&text);
	}
	query_free(&q);
	play_free(&p);
}

static void every_kind_of_event_has_a_sentence(void **state)
{
	struct play p;
	struct query q;
	struct narrator n;

	(void)state;
	play_start(&p, ring, "3.11", GC_FIVE_STEP);
	play_until(&p, EV_BIND, "keep");
	query_init(&q, machine_world(p.machine), naming_first_serial(p.names));
	n = (struct narrator){&q, GC_PHASE_SUBTRACT_REFS, p.names};
	for (int kind = EV_START; kind < EVENT_KINDS; kind++) {
		struct event e = {.kind = (uint8_t)kind,
			.object = q.first_serial + 8,
			.other = q.first_serial + 9,
			.was = 1,
			.now = 2,
			.line = 7};
		struct strbuf text = STRBUF_INIT;

		narrate(&n, &e, &text);
		check_sentence(&text, &e);
		strbuf_free(&text);
	}
	query_free(&q);
	play_free(&p);
}

static void what_is_gone_keeps_its_name(void **state)
{
	struct play p;
	struct query q;
	struct strbuf text = STRBUF_INIT;
	uint32_t serial;

	(void)state;
	play_start(&p, "x = [1]\ndel x\ny = 1\n", "3.11", GC_FIVE_STEP);
	play_until(&p, EV_FREE, NULL);
	serial = machine_event(p.machine).object;
	play_until(&p, EV_BIND, "y");
	query_init(&q, machine_world(p.machine), naming_first_serial(p.names));
	naming_text(p.names, &q, serial, &text);
	assert_string_equal(text.text, "list #1");
	strbuf_free(&text);
	query_free(&q);
	play_free(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_ring_by_five_steps),
		cmocka_unit_test(a_ring_by_cpythons_pass),
		cmocka_unit_test(names_of_older_versions),
		cmocka_unit_test(every_step_of_every_scenario_has_a_sentence),
		cmocka_unit_test(every_phase_is_explained),
		cmocka_unit_test(every_kind_of_event_has_a_sentence),
		cmocka_unit_test(what_is_gone_keeps_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
