#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "prng.h"
#include "weave.h"

/* Lanes read back by their grammar alone give the references. */

enum {
	ROWS = 24,
	PROGRAMS = 300
};

typedef bool matrix[ROWS][ROWS];

struct net {
	int source; /* -1: not met yet */
	int targets[ROWS], count;
};

/* What has been read is whole; the next mark begins another. */
static void close_net(struct net *n, matrix found)
{
	assert_true(n->source >= 0 || n->count == 0);
	for (int i = 0; i < n->count; i++)
		found[n->source][n->targets[i]] = true;
	*n = (struct net){.source = -1};
}

/* From top to bottom `▲? ►* ● ►* ▼?`: a ▲, a second ● or an empty row begins another
 * net, a ▼ ends one. */
static void read_lane(const struct weave *w, int lane, matrix found)
{
	struct net n = {.source = -1};

	for (int row = 0; row < w->rows; row++) {
		enum weave_mark mark = weave_at(w, row, lane);
		bool source = mark == WEAVE_SOURCE || mark == WEAVE_SOURCE_SELF;

		if (mark == WEAVE_NONE || mark == WEAVE_TOP ||
			(source && n.source >= 0))
			close_net(&n, found);
		if (source)
			n.source = row;
		if (mark >= WEAVE_TOP || mark == WEAVE_SOURCE_SELF)
			n.targets[n.count++] = row;
		if (mark == WEAVE_BOTTOM)
			close_net(&n, found);
	}
	close_net(&n, found);
}

static void check_random(uint64_t seed)
{
	struct prng random = prng_seed(seed);
	struct weave w;
	matrix wanted = {{false}}, found = {{false}};
	uint32_t keys[ROWS];
	int edges = prng_range(&random, 0, 40);

	weave_init(&w, ROWS);
	for (int row = 0; row < ROWS; row++)
		keys[row] = (uint32_t)row + 100;
	for (int i = 0; i < edges; i++) {
		int from = prng_range(&random, 0, ROWS - 1);
		int to = prng_range(&random, 0, ROWS - 1);

		weave_add(&w, from, to);
		wanted[from][to] = true;
	}
	weave_assign(&w, prng_range(&random, 0, WEAVE_LANES), keys, NULL);
	for (int lane = 0; lane < w.lanes; lane++)
		read_lane(&w, lane, found);
	for (int row = 0; row < ROWS; row++) {
		if (weave_is_cut(&w, row))
			memcpy(found[row], wanted[row], sizeof(found[row]));
		for (int to = 0; to < ROWS; to++)
			assert_int_equal(found[row][to], wanted[row][to]);
	}
	weave_free(&w);
}

static void lanes_are_read_back(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < PROGRAMS; seed++)
		check_random(seed);
}

/* A window that goes down a long list, row by row: sources keep their lanes. */
static void lanes_stay_when_scrolled(void **state)
{
	enum {
		LENGTH = 400
	};
	struct prng random = prng_seed(7);
	struct weave_memory memory = {.count = 0};
	int to[LENGTH][2], before[LENGTH], changes = 0, lanes = 0;

	(void)state;
	for (int i = 0; i < LENGTH; i++) {
		before[i] = -1;
		for (int k = 0; k < 2; k++)
			to[i][k] = i + prng_range(&random, -3, 3);
	}
	for (int first = 0; first + ROWS <= LENGTH; first++) {
		struct weave w;
		uint32_t keys[ROWS];

		weave_init(&w, ROWS);
		for (int row = 0; row < ROWS; row++) {
			keys[row] = (uint32_t)(first + row) + 1;
			for (int k = 0; k < 2; k++) {
				int target = to[first + row][k] - first;

				if (target >= 0 && target < ROWS)
					weave_add(&w, row, target);
			}
		}
		weave_assign(&w, WEAVE_LANES, keys, &memory);
		for (int row = 0; row < ROWS; row++) {
			int old = before[first + row];

			changes += old >= 0 && w.lane[row] >= 0 && old != w.lane[row];
			lanes += w.lane[row] >= 0;
			before[first + row] = w.lane[row];
		}
		weave_free(&w);
	}
	assert_true(lanes > 4 * LENGTH);
	assert_true(changes <= LENGTH - ROWS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lanes_are_read_back),
		cmocka_unit_test(lanes_stay_when_scrolled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
