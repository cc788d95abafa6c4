/*
 * Tracks of a fresh layout.  In a channel every net that is not straight gets
 * one vertical segment.  Segments that overlap in rows are put in an order that
 * causes few crossings and keeps the constraint that no horizontal of one net
 * runs over one of another; where constraints form a cycle, one net is split in
 * two segments joined on a free row (a dogleg: Deutsch 1976).
 */
#include "layout_core.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "layout_wire.h"
#include "xalloc.h"

enum {
	SIFT_PASSES = 6
};

struct channel {
	struct layout_core *core;
	int number;
	struct segments segments; /* of all wires that need a track */
	struct ints taken;        /* rows with an end of any wire, or a joint */
	int *crossings;           /* [i * count + j]: of i left of j */
	int *order;
};

static bool is_taken(const struct channel *ch, int row)
{
	for (int i = 0; i < ch->taken.count; i++)
		if (ch->taken.at[i] == row)
			return true;
	return false;
}

static int free_row_near(const struct channel *ch, int row)
{
	for (int distance = 0;; distance++) {
		if (!is_taken(ch, row + distance))
			return row + distance;
		if (row - distance >= 0 && !is_taken(ch, row - distance))
			return row - distance;
	}
}

static bool is_here(const struct net *n, int channel)
{
	return !n->dead && channel >= n->first && channel <= n->last;
}

static void collect(struct channel *ch)
{
	struct layout_core *c = ch->core;

	for (int net = 0; net < c->net_count; net++) {
		struct segment s;
		if (!is_here(&c->nets[net], ch->number))
			continue;
		s = segment_of_wire(c, net, ch->number, NULL);
		for (int i = 0; i < s.left.count; i++)
			ints_push(&ch->taken, s.left.at[i]);
		for (int i = 0; i < s.right.count; i++)
			ints_push(&ch->taken, s.right.at[i]);
		if (segment_is_straight(&s))
			segment_free(&s);
		else
			segments_add(&ch->segments, s);
	}
}

/* Whether segment I must come before J, to its left. */
static bool is_before(const struct channel *ch, int i, int j)
{
	const struct segment *a = &ch->segments.at[i], *b = &ch->segments.at[j];

	return i != j && segment_must_be_left(a, b);
}

static int find_open(const struct channel *ch, const bool *done)
{
	for (int i = 0; i < ch->segments.count; i++)
		if (!done[i])
			return i;
	return -1;
}

static int first_before(const struct channel *ch, const bool *done, int i)
{
	int before = 0;

	while (done[before] || !is_before(ch, before, i))
		before++;
	return before;
}

/* Every open segment waits for another one: walks back until one repeats, then
 * once around that cycle for the one that is best split. */
static int pick_from_cycle(const struct channel *ch, const bool *done)
{
	bool *seen = xcalloc((size_t)ch->segments.count + 1, sizeof *seen);
	int at = find_open(ch, done), best = -1, start;

	for (; !seen[at]; at = first_before(ch, done, at))
		seen[at] = true;
	start = at;
	do {
		if (segment_prefer_split(best < 0 ? NULL : &ch->segments.at[best],
			    &ch->segments.at[at]))
			best = at;
		at = first_before(ch, done, at);
	} while (at != start);
	free(seen);
	assert(best >= 0);
	return best;
}

static void split(struct channel *ch, int i)
{
	struct segment *s = &ch->segments.at[i], right = *s;
	int joint = free_row_near(ch, (s->low + s->high) / 2);

	assert(s->part == SEGMENT_WHOLE);
	ints_push(&ch->taken, joint);
	s->part = SEGMENT_LEFT;
	right.part = SEGMENT_RIGHT;
	s->right = right.left = (struct ints){NULL, 0, 0};
	ints_push(&s->right, joint);
	ints_push(&right.left, joint);
	segment_measure(s);
	segment_measure(&right);
	segments_add(&ch->segments, right);
}

/* What remains crossed when I comes next, less what it would be otherwise. */
static long remaining_cost(const struct channel *ch, const bool *done, int i)
{
	int count = ch->segments.count;
	long cost = 0;

	for (int j = 0; j < count; j++)
		if (!done[j] && j != i)
			cost += ch->crossings[i * count + j] -
				ch->crossings[j * count + i];
	return cost;
}

static bool is_waiting(const struct channel *ch, const bool *done, int i)
{
	for (int j = 0; j < ch->segments.count; j++)
		if (!done[j] && is_before(ch, j, i))
			return true;
	return false;
}

static bool is_better(
	const struct channel *ch, long cost, int i, long best_cost, int best)
{
	const struct segment *a = &ch->segments.at[i];
	const struct segment *b = best < 0 ? NULL : &ch->segments.at[best];

	if (!b || cost != best_cost)
		return !b || cost < best_cost;
	return a->low != b->low ? a->low < b->low : a->net < b->net;
}

/* Fills the order; false if a cycle is in the way, with *CULPRIT to be split. */
static bool order_segments(struct channel *ch, int *culprit)
{
	int count = ch->segments.count;
	bool *done = xcalloc((size_t)count + 1, sizeof *done);

	for (int k = 0; k < count; k++) {
		long best_cost = 0;
		int best = -1;
		for (int i = 0; i < count; i++) {
			long cost;
			if (done[i] || is_waiting(ch, done, i))
				continue;
			cost = remaining_cost(ch, done, i);
			if (is_better(ch, cost, i, best_cost, best)) {
				best = i;
				best_cost = cost;
			}
		}
		if (best < 0) {
			*culprit = pick_from_cycle(ch, done);
			free(done);
			return false;
		}
		done[best] = true;
		ch->order[k] = best;
	}
	free(done);
	return true;
}

/* The best place for the segment at place P among those that constraints
 * allow; P when none is better. */
static int best_place(const struct channel *ch, int p)
{
	int count = ch->segments.count, i = ch->order[p], best = p;
	long gain = 0, best_gain = 0;

	for (int q = p - 1; q >= 0 && !is_before(ch, ch->order[q], i); q--) {
		int j = ch->order[q];
		gain += ch->crossings[j * count + i] - ch->crossings[i * count + j];
		if (gain > best_gain) {
			best_gain = gain;
			best = q;
		}
	}
	gain = 0;
	for (int q = p + 1; q < count && !is_before(ch, i, ch->order[q]); q++) {
		int j = ch->order[q];
		gain += ch->crossings[i * count + j] - ch->crossings[j * count + i];
		if (gain > best_gain) {
			best_gain = gain;
			best = q;
		}
	}
	return best;
}

static bool sift(struct channel *ch)
{
	bool any = false;

	for (int p = 0; p < ch->segments.count; p++) {
		int q = best_place(ch, p), moved = ch->order[p];
		if (q == p)
			continue;
		any = true;
		if (q < p)
			memmove(&ch->order[q + 1], &ch->order[q],
				(size_t)(p - q) * sizeof(int));
		else
			memmove(&ch->order[p], &ch->order[p + 1],
				(size_t)(q - p) * sizeof(int));
		ch->order[q] = moved;
	}
	return any;
}

static void measure_crossings(struct channel *ch)
{
	int count = ch->segments.count;

	ch->crossings = xreallocarray(
		ch->crossings, (size_t)count * (size_t)count + 1, sizeof(int));
	ch->order = xreallocarray(ch->order, (size_t)count + 1, sizeof(int));
	for (int i = 0; i < count; i++)
		for (int j = 0; j < count; j++)
			ch->crossings[i * count + j] = i == j
				? 0
				: segment_crossings(
					  &ch->segments.at[i], &ch->segments.at[j]);
}

static void give_columns(struct channel *ch)
{
	struct segment *segments = ch->segments.at;
	int *tracks = &ch->core->layers[ch->number].tracks;
	int used = 0;

	for (int k = 0; k < ch->segments.count; k++) {
		struct segment *s = &segments[ch->order[k]];
		s->column = 0;
		for (int m = 0; m < k; m++) {
			const struct segment *t = &segments[ch->order[m]];
			if (t->column >= s->column &&
				segment_needs_distance(ch->core, s, t))
				s->column = t->column + 1;
		}
		if (s->column >= used)
			used = s->column + 1;
		segment_store(ch->core, s, ch->number);
	}
	*tracks = used + ch->core->options.spare;
}

static void route_channel(struct layout_core *c, int number)
{
	struct channel ch = {.core = c, .number = number};
	int culprit;

	collect(&ch);
	measure_crossings(&ch);
	while (!order_segments(&ch, &culprit)) {
		split(&ch, culprit);
		measure_crossings(&ch);
	}
	for (int pass = 0; pass < SIFT_PASSES && sift(&ch); pass++)
		;
	give_columns(&ch);
	for (int net = 0; net < c->net_count; net++)
		if (is_here(&c->nets[net], number))
			segment_remember(c, net, number);
	segments_free(&ch.segments);
	ints_free(&ch.taken);
	free(ch.crossings);
	free(ch.order);
}

void route_assign(struct layout_core *c)
{
	for (int channel = 0; channel < c->layer_count; channel++)
		route_channel(c, channel);
}
