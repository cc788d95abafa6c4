#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "list_weave.h"
#include "play.h"
#include "timeline.h"

/* The lists as rows: in the collector's own order, and at a cost of the window. */

enum {
	HEIGHT = 50,
	ROOM = 14
};

static const char many[] = "import gc\n"
			   "hub = []\n"
			   "for i in range(3000):\n"
			   "    hub.append([hub, hub, i])\n"
			   "last = 1\n"
			   "gc.collect()\n"
			   "end = 1\n";

struct look {
	struct play play;
	struct timeline timeline;
	struct scene scene;
	struct list_rows rows;
};

static void look_at(struct look *l)
{
	struct scene_source from = {.machine = l->play.machine,
		.scenario = l->play.scenario,
		.timeline = &l->timeline,
		.names = l->play.names,
		.language = ""};

	timeline_update(&l->timeline, l->play.machine, l->play.names);
	scene_init(&l->scene, &from);
	l->rows = list_rows_collect(&l->scene);
}

static void look_away(struct look *l)
{
	list_rows_free(&l->rows);
	scene_free(&l->scene);
}

static uint32_t log2_up(uint32_t n)
{
	uint32_t bits = 0;

	while (1u << bits < n)
		bits++;
	return bits;
}

/* At most 64 references of an ordinary row and rows x log2(d) of a hub are touched. */
static void check_window(const struct look *l, int first)
{
	struct list_weave weave;
	const struct world *w = l->scene.w;
	uint32_t allowed = 0;

	list_weave_init(&weave, &l->scene, &l->rows, first, HEIGHT, ROOM, NULL);
	for (int i = first; i < first + HEIGHT && i < l->rows.count; i++) {
		obj_id o = l->rows.at[i].object;
		uint32_t d = o ? obj_slots(w, o) : 0;

		allowed += d <= 64 ? d : HEIGHT * log2_up(d);
	}
	assert_true(weave.touched <= allowed);
	assert_true(weave.touched <= 64 * HEIGHT * 2);
	list_weave_free(&weave);
}

static void the_cost_is_that_of_the_window(void **state)
{
	struct look l = {0};

	(void)state;
	play_start(&l.play, many, "3.11", GC_FIVE_STEP);
	play_until(&l.play, EV_BIND, "last");
	look_at(&l);
	assert_true(l.rows.count > 3000);
	for (int first = 0; first < l.rows.count; first += 37)
		check_window(&l, first);
	look_away(&l);
	timeline_free(&l.timeline);
	play_free(&l.play);
}

/* Every tracked object that is shown stands in its list, in its order. */
static void check_order(const struct look *l)
{
	const struct world *w = l->scene.w;
	obj_id at = 0;

	for (int i = 0; i < l->rows.count; i++) {
		const struct list_row *row = &l->rows.at[i];

		if (!row->object && !row->hidden)
			at = row->list;
		if (row->hidden) {
			for (uint32_t k = 0; k < row->length; k++)
				at = row->list ? gc_next(w, at) : 0;
		}
		if (!row->object)
			continue;
		assert_int_equal(l->rows.row_of[row->object], i + 1);
		if (row->list) {
			at = gc_next(w, at);
			assert_int_equal(row->object, at);
		} else {
			assert_false(obj_tracked(w, row->object));
		}
	}
}

static void rows_are_in_the_collectors_order(void **state)
{
	struct look l = {0};
	uint32_t n = 0;

	(void)state;
	play_start(&l.play, many, "2.7", GC_FIVE_STEP);
	while (play_step(&l.play)) {
		if (n++ % 2500 != 0)
			continue;
		look_at(&l);
		check_order(&l);
		look_away(&l);
	}
	assert_true(n > 25000);
	timeline_free(&l.timeline);
	play_free(&l.play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_cost_is_that_of_the_window),
		cmocka_unit_test(rows_are_in_the_collectors_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
