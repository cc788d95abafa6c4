#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "audit.h"
#include "branch.h"
#include "condition.h"
#include "play.h"
#include "strbuf.h"

static const char program[] = "import gc\n"
			      "class Node(object):\n"
			      "    pass\n"
			      "def f(inner):\n"
			      "    here = [inner]\n"
			      "    return here\n"
			      "a = Node()\n"
			      "a.me = a\n"
			      "f(a)\n"
			      "del a\n"
			      "gc.collect()\n"
			      "print('end')\n";

static const char cycle[] = "b = Node(); b.me = b; b = None";

static const char *const versions[] = {"2.7", "3.6", "3.11", "3.12", "3.13"};

enum {
	VERSIONS = sizeof(versions) / sizeof(versions[0])
};

/* The step before LINE is about to run. */
static uint64_t step_before(struct play *p, int line)
{
	machine_seek(p->machine, 0, NULL);
	do
		assert_true(play_step(p));
	while (machine_event(p->machine).kind != EV_LINE ||
		machine_event(p->machine).line != line);
	return machine_position(p->machine) - 1;
}

static void begin(struct play *p, const char *version)
{
	play_start(p, program, version, GC_FIVE_STEP);
}

static struct branch *branch(
	struct play *p, const struct branch *parent, int line, const char *statement)
{
	struct diag d = DIAG_INIT;
	struct branch *b = branch_new(p->scenario->unit, p->machine, parent,
		step_before(p, line), line, statement, &d);

	if (!b)
		fail_msg("%s: %s", statement, d.message);
	assert_int_equal(branch_run(b, NULL), MACHINE_MOVED);
	return b;
}

static int64_t value_of(const struct branch *b, const char *condition)
{
	struct strbuf why = STRBUF_INIT;
	struct condition *c = condition_parse(condition, &why);
	const struct machine *m = branch_machine(b);
	struct condition_state s = {machine_world(m), 1, machine_position(m)};
	struct condition_value v = condition_value(c, &s);

	assert_int_equal(v.kind, VALUE_NUMBER);
	condition_free(c);
	return v.number;
}

static void expect(const struct branch *b, const char *condition, int64_t expected)
{
	assert_int_equal(value_of(b, condition), expected);
}

static void the_statement_runs_in_the_module(void **state)
{
	(void)state;
	for (int i = 0; i < VERSIONS; i++) {
		struct play p;
		struct branch *b;

		begin(&p, versions[i]);
		b = branch(&p, NULL, 10, "more = [a, a, a]");
		expect(b, "len(more)", 3);
		expect(b, "refcount(a)", 5);
		branch_free(b);
		b = branch(&p, NULL, 10, "del a.me");
		expect(b, "refcount(a)", 1);
		branch_free(b);
		play_free(&p);
	}
}

/* In a function it sees the variables. */
static void the_statement_runs_in_a_function(void **state)
{
	(void)state;
	for (int i = 0; i < VERSIONS; i++) {
		struct play p;
		struct branch *b;

		begin(&p, versions[i]);
		b = branch(&p, NULL, 6, "here.append(inner)");
		expect(b, "len(here)", 2);
		branch_free(b);
		play_free(&p);
	}
}

/* What it binds or deletes there, the function's variables are then.  Up to 3.12 the
 * dict of locals() is kept, and refers to the same. */
static void the_statement_sets_variables_of_a_function(void **state)
{
	static const struct {
		const char *statement;
		int length;      /* of here */
		int kept, fresh; /* references to a, more than without it */
	} cases[] = {{"pass", 1, 0, 0}, {"here = [inner, inner]", 2, 1, 1},
		{"inner = None", 1, -2, -1}, {"del inner", 1, -2, -1},
		{"other = inner", 1, 1, 0}};

	(void)state;
	for (int i = 0; i < VERSIONS; i++) {
		struct play p;
		bool keeps = i < VERSIONS - 1;
		int64_t usual = 0;

		begin(&p, versions[i]);
		for (unsigned k = 0; k < sizeof(cases) / sizeof(cases[0]); k++) {
			struct branch *b = branch(&p, NULL, 6, cases[k].statement);
			int64_t now = value_of(b, "refcount(a)");

			if (k == 0)
				usual = now;
			expect(b, "len(here)", cases[k].length);
			assert_int_equal(
				now, usual + (keeps ? cases[k].kept : cases[k].fresh));
			branch_free(b);
		}
		play_free(&p);
	}
}

/* From the start, a turn at a time: every invariant holds. */
static void walk(struct play *p, uint64_t end_hash)
{
	struct diag d = DIAG_INIT;
	struct branch *b = branch_new(
		p->scenario->unit, p->machine, NULL, step_before(p, 11), 11, cycle, &d);
	struct machine *m = branch_machine(b);

	while (machine_forward(m, GRAIN_OPERATION, NULL) == MACHINE_MOVED) {
		char *wrong = audit_world(machine_world(m));

		if (wrong)
			fail_msg("step %llu: %s",
				(unsigned long long)machine_position(m), wrong);
	}
	assert_true(machine_hash(m) == end_hash);
	branch_free(b);
}

/* Every step of the whole branch is sound, and is the same whichever way one
 * comes, also by execution from the start. */
static void a_branch_is_a_history(void **state)
{
	(void)state;
	for (int i = 0; i < VERSIONS; i++) {
		struct play p;
		struct branch *b;
		struct machine *m;
		uint64_t here, hash, end_hash;

		begin(&p, versions[i]);
		b = branch(&p, NULL, 11, cycle);
		m = branch_machine(b);
		here = machine_position(m);
		hash = machine_hash(m);
		machine_seek(m, UINT64_MAX, NULL);
		end_hash = machine_hash(m);
		assert_int_equal(machine_exit_status(m), 0);
		machine_seek(m, here, NULL);
		assert_true(machine_hash(m) == hash);
		machine_seek(m, 0, NULL);
		machine_seek(m, here, NULL);
		assert_true(machine_hash(m) == hash);
		branch_free(b);
		walk(&p, end_hash);
		play_free(&p);
	}
}

/* Before the place both histories have the same events. */
static void the_trunk_is_the_same_before(void **state)
{
	struct play p;
	struct branch *b;
	uint64_t step;

	(void)state;
	begin(&p, "3.11");
	step = step_before(&p, 10);
	b = branch(&p, NULL, 10, "pass");
	for (uint64_t s = 1; s <= step; s++) {
		struct event trunk = machine_event_at(p.machine, s);
		struct event other = machine_event_at(branch_machine(b), s);

		assert_int_equal(trunk.kind, other.kind);
		assert_int_equal(trunk.line, other.line);
		assert_int_equal(trunk.now, other.now);
	}
	branch_free(b);
	play_free(&p);
}

static void branches_grow_on_branches(void **state)
{
	struct play p;
	struct branch *first, *second;
	struct diag d = DIAG_INIT;

	(void)state;
	begin(&p, "3.11");
	first = branch(&p, NULL, 8, "x = [a]");
	second = branch_new(p.scenario->unit, branch_machine(first), first,
		machine_position(branch_machine(first)), 8, "x.append(x)", &d);
	assert_non_null(second);
	branch_run(second, NULL);
	expect(first, "len(x)", 1);
	expect(second, "len(x)", 2);
	branch_free(second);
	branch_free(first);
	play_free(&p);
}

static void mistakes_are_told(void **state)
{
	struct play p;
	struct diag d = DIAG_INIT;

	(void)state;
	begin(&p, "3.11");
	assert_null(branch_new(p.scenario->unit, p.machine, NULL, 5, 7, "x = = 1", &d));
	assert_non_null(d.message);
	diag_free(&d);
	play_free(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_statement_runs_in_the_module),
		cmocka_unit_test(the_statement_runs_in_a_function),
		cmocka_unit_test(the_statement_sets_variables_of_a_function),
		cmocka_unit_test(a_branch_is_a_history),
		cmocka_unit_test(the_trunk_is_the_same_before),
		cmocka_unit_test(branches_grow_on_branches),
		cmocka_unit_test(mistakes_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
