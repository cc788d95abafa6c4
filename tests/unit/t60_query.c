#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "play.h"
#include "strbuf.h"
#include "xalloc.h"

static const char ring[] = "import gc\n"
			   "class Node(object):\n"
			   "    pass\n"
			   "a = Node()\n"
			   "b = Node()\n"
			   "a.next = b\n"
			   "b.next = a\n"
			   "keep = [[1, 'x']]\n"
			   "del a, b\n"
			   "gc.collect()\n"
			   "del keep\n";

static struct query look(const struct play *p)
{
	struct query q;

	query_init(&q, machine_world(p->machine), naming_first_serial(p->names));
	return q;
}

/* The object that a global name refers to. */
static obj_id global(const struct play *p, const char *name)
{
	const struct world *w = machine_world(p->machine);
	obj_id main = reg(w, REG_MAIN);
	struct query q = look(p);
	obj_id found = 0;

	for (uint32_t i = 0; i < obj_slots(w, main); i++) {
		struct slot s = obj_slot_info(w, main, i);
		struct strbuf key = STRBUF_INIT, wanted = STRBUF_INIT;

		if (s.place != PLACE_KEY || !s.target)
			continue;
		query_value(&q, s.name, 40, &key);
		strbuf_printf(&wanted, "'%s'", name);
		if (strcmp(key.text, wanted.text) == 0)
			found = s.target;
		strbuf_free(&key);
		strbuf_free(&wanted);
	}
	query_free(&q);
	return found;
}

static void expect_text(struct strbuf *text, const char *expected)
{
	assert_string_equal(text->text, expected);
	strbuf_clear(text);
}

/* Every unit of every refcount has a named holder, at every step; what has more
 * is marked as held by the operation under way. */
static void check_ledger(const struct play *p)
{
	struct query q = look(p);
	uint32_t *holders = xcalloc(q.slots + 1, sizeof(*holders));
	struct reference_cursor c = {0};
	struct reference r;

	while (query_reference(q.w, &c, &r)) {
		struct strbuf place = STRBUF_INIT;

		holders[r.target]++;
		if (!obj_immortal(q.w, r.target)) {
			query_place(&q, &r, &place);
			assert_true(place.length > 0);
		}
		strbuf_free(&place);
	}
	for (obj_id o = OBJ_NONE; o < q.slots; o++) {
		if (obj_kind(q.w, o) == KIND_NONE || obj_immortal(q.w, o))
			continue;
		if (q.marks[o] & QUERY_HELD)
			assert_true(holders[o] < obj_rc(q.w, o));
		else
			assert_int_equal(holders[o], obj_rc(q.w, o));
	}
	free(holders);
	query_free(&q);
}

static void every_reference_has_a_holder(void **state)
{
	static const char *const versions[] = {"2.7", "3.11"};

	(void)state;
	for (int v = 0; v < 2; v++) {
		struct play p;

		play_start(&p, ring, versions[v], GC_FIVE_STEP);
		while (play_step(&p))
			check_ledger(&p);
		play_free(&p);
	}
}

static void holders_have_names(void **state)
{
	struct play p;
	struct query q;
	struct reference *list;
	struct strbuf text = STRBUF_INIT;
	obj_id keep, inner;

	(void)state;
	play_start(&p, ring, "3.11", GC_FIVE_STEP);
	play_until(&p, EV_UNBIND, "a");
	keep = global(&p, "keep");
	q = look(&p);
	assert_int_equal(query_ledger(&q, keep, &list), 1);
	query_place(&q, &list[0], &text);
	expect_text(&text, "name keep");
	free(list);
	inner = obj_slot(q.w, keep, 0);
	assert_int_equal(query_ledger(&q, inner, &list), 1);
	query_place(&q, &list[0], &text);
	assert_non_null(strstr(text.text, "list #"));
	assert_non_null(strstr(text.text, "[0]"));
	free(list);
	strbuf_free(&text);
	query_free(&q);
	play_free(&p);
}

static void values_are_readable(void **state)
{
	static const char source[] = "a = [1, 'x', None, 2.5]\n"
				     "b = {'k': 7}\n"
				     "c = (1, (2, 3))\n"
				     "end = 1\n";
	struct play p;
	struct query q;
	struct strbuf text = STRBUF_INIT;

	(void)state;
	play_start(&p, source, "3.11", GC_FIVE_STEP);
	play_until(&p, EV_BIND, "end");
	q = look(&p);
	query_value(&q, global(&p, "a"), 80, &text);
	expect_text(&text, "[1, 'x', None, 2.5]");
	query_value(&q, global(&p, "a"), 6, &text);
	expect_text(&text, "[1, 'x\xe2\x80\xa6");
	query_value(&q, global(&p, "b"), 80, &text);
	expect_text(&text, "{'k': 7}");
	query_value(&q, global(&p, "c"), 80, &text);
	expect_text(&text, "(1, (2, 3))");
	strbuf_free(&text);
	query_free(&q);
	play_free(&p);
}

static void objects_are_numbered_from_the_programs_first(void **state)
{
	struct play p;
	struct query q;
	struct strbuf text = STRBUF_INIT;

	(void)state;
	play_start(&p, "x = []\ny = 1\n", "3.11", GC_FIVE_STEP);
	play_until(&p, EV_BIND, "y");
	q = look(&p);
	query_name(&q, global(&p, "x"), &text);
	expect_text(&text, "list #1");
	assert_int_equal(query_number(&q, q.first_serial), 1);
	assert_int_equal(query_number(&q, q.first_serial - 1), -1);
	strbuf_free(&text);
	query_free(&q);
	play_free(&p);
}

/* How many objects of the picture are in STATE. */
static int count_state(const struct play *p, enum object_state state)
{
	struct query q = look(p);
	struct picture picture;
	int n = 0;

	query_picture(&q, (struct picture_options){false, false}, &picture);
	for (uint32_t i = 0; i < picture.object_count; i++)
		n += query_state(&q, picture.objects[i]) == state;
	picture_free(&picture);
	query_free(&q);
	return n;
}

static void states_follow_the_collection(void **state)
{
	struct play p;

	(void)state;
	play_start(&p, ring, "3.11", GC_FIVE_STEP);
	play_until(&p, EV_UNBIND, "a");
	assert_int_equal(count_state(&p, STATE_LIVE), 4);
	play_until(&p, EV_UNBIND, "b");
	assert_int_equal(count_state(&p, STATE_DEAD), 2);
	assert_int_equal(count_state(&p, STATE_LIVE), 2);
	play_until(&p, EV_SUBTRACT_REF, NULL);
	assert_int_equal(count_state(&p, STATE_CANDIDATE), 4);
	play_until(&p, EV_REORDER, NULL);
	assert_int_equal(count_state(&p, STATE_SET_ASIDE), 2);
	assert_int_equal(count_state(&p, STATE_REACHABLE), 2);
	play_until(&p, EV_CLEAR, NULL);
	assert_int_equal(count_state(&p, STATE_UNREACHABLE), 2);
	assert_int_equal(count_state(&p, STATE_LIVE), 2);
	play_until(&p, EV_GC_END, NULL);
	assert_int_equal(count_state(&p, STATE_LIVE), 2);
	assert_int_equal(count_state(&p, STATE_DEAD), 0);
	play_free(&p);
}

/* Python 2 keeps a ring with a __del__ in gc.garbage. */
static void what_garbage_keeps_is_uncollectable(void **state)
{
	static const char source[] = "import gc\n"
				     "class Node(object):\n"
				     "    def __del__(self): pass\n"
				     "a = Node()\n"
				     "a.me = a\n"
				     "del a\n"
				     "gc.collect()\n"
				     "end = 1\n"
				     "b = gc.garbage[0]\n"
				     "last = 1\n";
	struct play p;

	(void)state;
	play_start(&p, source, "2.7", GC_FIVE_STEP);
	play_until(&p, EV_BIND, "end");
	assert_int_equal(count_state(&p, STATE_UNCOLLECTABLE), 1);
	play_until(&p, EV_BIND, "last");
	assert_int_equal(count_state(&p, STATE_LIVE), 1);
	play_free(&p);
}

static bool has_edge(const struct picture *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = 0; i < p->edge_count; i++) {
		if (p->edges[i].from == from && p->edges[i].to == to)
			return true;
	}
	return false;
}

static const char *root_text(const struct picture *p, uint32_t id)
{
	for (uint32_t i = 0; i < p->root_count; i++) {
		if (p->roots[i].id == id)
			return p->roots[i].text;
	}
	return NULL;
}

/* An instance's __dict__, where the version has one, is folded into it. */
static void the_picture_has_roots_and_references(void **state)
{
	static const char *const versions[] = {"2.7", "3.11"};

	(void)state;
	for (int v = 0; v < 2; v++) {
		struct play p;
		struct query q;
		struct picture picture;
		uint32_t a, b;

		play_start(&p, ring, versions[v], GC_FIVE_STEP);
		play_until(&p, EV_BIND, "keep");
		q = look(&p);
		query_picture(&q, (struct picture_options){false, false}, &picture);
		assert_int_equal(picture.object_count, 4);
		assert_int_equal(picture.root_count, 3);
		a = obj_serial(q.w, global(&p, "a"));
		b = obj_serial(q.w, global(&p, "b"));
		assert_true(has_edge(&picture, a, b));
		assert_true(has_edge(&picture, b, a));
		for (uint32_t i = 0; i < picture.edge_count; i++) {
			const struct picture_edge *e = &picture.edges[i];

			if (e->to == a && e->from & PICTURE_ROOT)
				assert_string_equal(root_text(&picture, e->from), "a");
		}
		picture_free(&picture);
		query_free(&q);
		play_free(&p);
	}
}

/* Edges between boxes are references between objects, and all of them. */
static void check_edges(const struct play *p)
{
	struct picture_options options = {true, true};
	struct query q = look(p);
	struct picture picture;
	uint32_t expected = 0, drawn = 0;

	query_picture(&q, options, &picture);
	for (uint32_t i = 0; i < picture.object_count; i++) {
		obj_id o = picture.objects[i];
		uint32_t slots = obj_slots(q.w, o);
		uint32_t *seen = xcalloc(slots + 1, sizeof(*seen)), n = 0;

		for (uint32_t s = 0; s < slots; s++) {
			obj_id target = obj_slot(q.w, o, s);
			bool known = false;

			if (!target || !query_is_shown(&q, options, target))
				continue;
			assert_true(has_edge(
				&picture, obj_serial(q.w, o), obj_serial(q.w, target)));
			for (uint32_t k = 0; k < n; k++)
				known = known || seen[k] == target;
			if (!known)
				seen[n++] = target;
		}
		expected += n;
		free(seen);
	}
	for (uint32_t i = 0; i < picture.edge_count; i++)
		drawn += !(picture.edges[i].from & PICTURE_ROOT) &&
			!picture.edges[i].weak;
	assert_true(drawn >= expected);
	picture_free(&picture);
	query_free(&q);
}

static void the_picture_is_true_at_every_step(void **state)
{
	struct play p;

	(void)state;
	play_start(&p, ring, "2.7", GC_FIVE_STEP);
	while (play_step(&p))
		check_edges(&p);
	play_free(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_reference_has_a_holder),
		cmocka_unit_test(holders_have_names),
		cmocka_unit_test(values_are_readable),
		cmocka_unit_test(objects_are_numbered_from_the_programs_first),
		cmocka_unit_test(states_follow_the_collection),
		cmocka_unit_test(what_garbage_keeps_is_uncollectable),
		cmocka_unit_test(the_picture_has_roots_and_references),
		cmocka_unit_test(the_picture_is_true_at_every_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
