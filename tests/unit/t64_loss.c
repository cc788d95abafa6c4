#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "play.h"
#include "query_due.h"
#include "query_loss.h"
#include "query_select.h"
#include "random_program.h"
#include "strbuf.h"
#include "xalloc.h"

/*
 * What is foretold against what then happens: random programs are asked, before a line
 * that only rebinds a name, what would be freed without that name, and run on.
 */

enum {
	PROGRAMS = 120,
	NAMED = 4096
};

struct foretold {
	uint32_t freed[NAMED], lost[NAMED];
	uint32_t freed_count, lost_count;
	bool known;
};

/* The name that the line about to run sets to None: 'a'; 0: it is another line. */
static char rebound_name(const struct play *p)
{
	struct event e = machine_event(p->machine);
	const char *line;

	if (e.kind != EV_LINE || e.line < 1 || e.line > p->scenario->line_count)
		return 0;
	line = p->scenario->lines[e.line - 1];
	return strlen(line) == 8 && strcmp(line + 1, " = None") == 0 ? line[0] : 0;
}

/* The number of the reference that the global NAME is. */
static uint32_t name_reference(const struct query_index *x, char name)
{
	for (uint32_t i = x->roots; i < x->count; i++) {
		struct strbuf place = STRBUF_INIT;
		bool found = false;

		if (x->refs[i].object == reg(x->q->w, REG_MAIN)) {
			query_place(x->q, &x->refs[i], &place);
			found = strncmp(place.text, "name ", 5) == 0 &&
				place.text[5] == name && place.length == 6;
		}
		strbuf_free(&place);
		if (found)
			return i;
	}
	fail_msg("no name %c", name);
	return 0;
}

static void foretell(const struct play *p, char name, struct foretold *f)
{
	struct query q;
	struct query_index x;
	struct query_loss l;

	query_init(&q, machine_world(p->machine), naming_first_serial(p->names));
	query_index_init(&x, &q);
	query_loss_init(&l, &x, name_reference(&x, name));
	*f = (struct foretold){.known = !l.finalizer};
	for (uint32_t i = 0; i < l.freed_count; i++)
		f->freed[f->freed_count++] = obj_serial(q.w, l.freed[i]);
	for (uint32_t i = 0; i < l.lost_count; i++)
		f->lost[f->lost_count++] = obj_serial(q.w, l.lost[i]);
	query_loss_free(&l);
	query_index_free(&x);
	query_free(&q);
}

static bool has(const uint32_t *list, uint32_t count, uint32_t serial)
{
	for (uint32_t i = 0; i < count; i++) {
		if (list[i] == serial)
			return true;
	}
	return false;
}

/* Runs the line and compares. */
static void check_line(struct play *p, const struct foretold *f)
{
	uint32_t freed = 0;
	struct query q;

	while (play_step(p)) {
		struct event e = machine_event(p->machine);

		if (e.kind == EV_LINE)
			break;
		if (e.kind != EV_FREE)
			continue;
		assert_true(has(f->freed, f->freed_count, e.object));
		freed++;
	}
	assert_int_equal(freed, f->freed_count);
	query_init(&q, machine_world(p->machine), naming_first_serial(p->names));
	for (uint32_t i = 0; i < f->lost_count; i++) {
		obj_id o = obj_by_serial(q.w, f->lost[i]);

		assert_true(o != 0);
		assert_int_equal(query_state(&q, o), STATE_DEAD);
	}
	query_free(&q);
}

static uint32_t check_program(uint64_t seed)
{
	static const char *const versions[] = {"3.11", "2.7", "3.13", "3.6"};
	struct strbuf source = STRBUF_INIT;
	struct foretold *f = xcalloc(1, sizeof(*f));
	struct play p;
	uint32_t checked = 0;

	random_program(seed, &source);
	play_start(&p, source.text, versions[seed % 4], GC_FIVE_STEP);
	while (play_step(&p)) {
		char name = rebound_name(&p);

		if (!name)
			continue;
		foretell(&p, name, f);
		if (!f->known)
			continue;
		checked += f->freed_count + f->lost_count;
		check_line(&p, f);
	}
	play_free(&p);
	free(f);
	strbuf_free(&source);
	return checked;
}

static void what_is_foretold_happens(void **state)
{
	uint32_t checked = 0;

	(void)state;
	for (uint64_t seed = 0; seed < PROGRAMS; seed++)
		checked += check_program(seed);
	assert_true(checked > PROGRAMS / 2);
}

/* The verdict on collections, against what the machine does next. */
static void collections_start_as_foretold(void **state)
{
	static const char source[] = "import gc\n"
				     "gc.set_threshold(20, 3, 2)\n"
				     "keep = []\n"
				     "for i in range(400):\n"
				     "    keep.append([])\n"
				     "gc.disable()\n"
				     "last = 1\n";
	static const char *const versions[] = {"2.7", "3.11"};

	(void)state;
	for (int v = 0; v < 2; v++) {
		struct play p;
		struct query_due due = {0};
		uint32_t started = 0;

		play_start(&p, source, versions[v], GC_CPYTHON);
		play_until(&p, EV_BIND, "keep");
		do {
			struct event e = machine_event(p.machine);

			if (e.kind == EV_GC_START) {
				assert_int_equal(due.verdict, DUE_NOW);
				assert_int_equal(due.generation, e.index);
				started++;
			}
			if (e.kind != EV_COUNT)
				due = query_due(machine_world(p.machine));
		} while (
			play_step(&p) && reg(machine_world(p.machine), REG_GC_ENABLED));
		assert_true(started > 10);
		assert_int_equal(
			query_due(machine_world(p.machine)).verdict, DUE_DISABLED);
		play_free(&p);
	}
}

static void expect_select(
	const struct query *q, const char *text, uint32_t expected, const char *name)
{
	struct diag d = DIAG_INIT;
	struct strbuf found = STRBUF_INIT;
	obj_id *list;
	uint32_t count = query_select(q, text, &list, &d);

	assert_int_equal(count, expected);
	assert_int_equal(count > 0, d.message == NULL);
	if (count && name) {
		query_name(q, list[0], &found);
		assert_string_equal(found.text, name);
	}
	free(list);
	strbuf_free(&found);
	diag_free(&d);
}

static void objects_are_selected_by_expression(void **state)
{
	static const char source[] = "class Node(object):\n"
				     "    kind = ['k']\n"
				     "    def __getattr__(self, name): return 1\n"
				     "def f(here):\n"
				     "    inner = {'x': here}\n"
				     "    return inner\n"
				     "a = Node()\n"
				     "a.next = [{}, (a,), []]\n"
				     "d = {1: a, 'two': [], None: []}\n"
				     "f(a)\n";
	struct play p;
	struct query q;

	(void)state;
	play_start(&p, source, "3.11", GC_FIVE_STEP);
	play_until(&p, EV_BIND, "inner");
	query_init(&q, machine_world(p.machine), naming_first_serial(p.names));
	expect_select(&q, "a", 1, NULL);
	expect_select(&q, "here.next", 1, NULL);
	expect_select(&q, " inner['x'].next[1][0].next[-1]", 1, NULL);
	expect_select(&q, "Node", 1, "class Node");
	expect_select(&q, "a.kind", 1, NULL);
	expect_select(&q, "a.__class__", 1, "class Node");
	expect_select(&q, "d[1]", 1, NULL);
	expect_select(&q, "d['two']", 1, NULL);
	expect_select(&q, "d[None]", 1, NULL);
	expect_select(&q, "type:Node", 1, NULL);
	expect_select(&q, "type:set", 0, NULL);
	expect_select(&q, "state:dead", 0, NULL);
	expect_select(&q, "state:nonsense", 0, NULL);
	expect_select(&q, "gen:7", 0, NULL);
	expect_select(&q, "#100000", 0, NULL);
	expect_select(&q, "a.missing", 0, NULL);
	expect_select(&q, "a.next[3]", 0, NULL);
	expect_select(&q, "d[2]", 0, NULL);
	expect_select(&q, "d['one']", 0, NULL);
	expect_select(&q, "f(a)", 0, NULL);
	expect_select(&q, "a +", 0, NULL);
	expect_select(&q, "", 0, NULL);
	expect_select(&q, "a; d", 0, NULL);
	expect_select(&q, "\xff\xfe[", 0, NULL);
	query_free(&q);
	play_free(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_foretold_happens),
		cmocka_unit_test(collections_start_as_foretold),
		cmocka_unit_test(objects_are_selected_by_expression),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
