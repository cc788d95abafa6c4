/*
 * Tracks after a change: what still fits stays; the rest looks for a free
 * column, or gets a new one between the others.
 */
#include "layout_core.h"

#include <assert.h>
#include <stdlib.h>

#include "layout_wire.h"
#include "xalloc.h"

struct channel {
	struct layout_core *core;
	int number;
	struct segments placed, waiting;
	struct ints taken;    /* rows with an end of any wire, or a joint */
	struct ints straight; /* rows that one straight wire fills */
};

static bool has_row(const struct ints *rows, int row)
{
	for (int i = 0; i < rows->count; i++)
		if (rows->at[i] == row)
			return true;
	return false;
}

static int free_row_near(const struct channel *ch, int row)
{
	for (int distance = 0;; distance++) {
		if (!has_row(&ch->taken, row + distance))
			return row + distance;
		if (row - distance >= 0 && !has_row(&ch->taken, row - distance))
			return row - distance;
	}
}

static struct wire *wire_of(const struct channel *ch, int net)
{
	const struct net *n = &ch->core->nets[net];

	return &n->wires[ch->number - n->first];
}

static bool fits(const struct channel *ch, const struct segment *s)
{
	for (int i = 0; i < ch->placed.count; i++) {
		const struct segment *t = &ch->placed.at[i];
		if ((segment_must_be_left(s, t) && s->column >= t->column) ||
			(segment_must_be_left(t, s) && t->column >= s->column) ||
			(s->column == t->column &&
				segment_needs_distance(ch->core, s, t)))
			return false;
	}
	return true;
}

static void collect_rows(struct channel *ch, const struct segment *s)
{
	for (int i = 0; i < s->left.count; i++)
		ints_push(&ch->taken, s->left.at[i]);
	for (int i = 0; i < s->right.count; i++)
		ints_push(&ch->taken, s->right.at[i]);
	if (segment_is_straight(s))
		ints_push(&ch->straight, s->low);
}

static bool is_here(const struct channel *ch, const struct net *n)
{
	return !n->dead && ch->number >= n->first && ch->number <= n->last;
}

/* Splits S, which keeps the left part; returns the right one. */
static struct segment split(struct segment *s, int joint)
{
	struct segment right = *s;

	s->part = SEGMENT_LEFT;
	right.part = SEGMENT_RIGHT;
	s->right = right.left = (struct ints){NULL, 0, 0};
	ints_push(&s->right, joint);
	ints_push(&right.left, joint);
	segment_measure(s);
	segment_measure(&right);
	return right;
}

static void keep_dogleg(struct channel *ch, struct segment s, const struct wire *w)
{
	struct segment whole = s, right;

	if (has_row(&ch->straight, w->joint)) {
		segments_add(&ch->waiting, whole);
		return;
	}
	right = split(&s, w->joint);
	s.column = w->column;
	right.column = w->column2;
	if (fits(ch, &s) && fits(ch, &right) && s.column < right.column) {
		ints_push(&ch->taken, w->joint);
		segments_add(&ch->placed, s);
		segments_add(&ch->placed, right);
		return;
	}
	/* back to one piece */
	ints_free(&s.right);
	ints_free(&right.left);
	whole.right = right.right;
	whole.left = s.left;
	segments_add(&ch->waiting, whole);
}

static void keep_or_wait(struct channel *ch, struct segment s)
{
	const struct wire *w = wire_of(ch, s.net);

	s.column = w->column;
	if (w->column >= 0 && w->column2 >= 0) {
		keep_dogleg(ch, s, w);
	} else if (w->column >= 0 && fits(ch, &s)) {
		segments_add(&ch->placed, s);
	} else {
		s.column = -1;
		segments_add(&ch->waiting, s);
	}
}

/* First the wires whose ends are where they were, so that new ends give way. */
static void collect(struct channel *ch, bool unchanged)
{
	struct layout_core *c = ch->core;

	for (int net = 0; net < c->net_count; net++) {
		struct segment s;
		if (!is_here(ch, &c->nets[net]))
			continue;
		s = segment_of_wire(c, net, ch->number, NULL);
		if (!segment_is_straight(&s) &&
			(segment_print(&s) == wire_of(ch, net)->print) == unchanged)
			keep_or_wait(ch, s);
		else
			segment_free(&s);
	}
}

static void collect_all_rows(struct channel *ch)
{
	struct layout_core *c = ch->core;

	for (int net = 0; net < c->net_count; net++) {
		struct segment s;
		if (!is_here(ch, &c->nets[net]))
			continue;
		s = segment_of_wire(c, net, ch->number, NULL);
		collect_rows(ch, &s);
		if (segment_is_straight(&s))
			wire_of(ch, net)->column = wire_of(ch, net)->column2 = -1;
		segment_free(&s);
	}
}

/* Columns LOW to HIGH keep S apart from those it must be left or right of. */
static void allowed_columns(
	const struct channel *ch, const struct segment *s, int *low, int *high)
{
	*low = 0;
	*high = ch->core->layers[ch->number].tracks - 1;
	for (int i = 0; i < ch->placed.count; i++) {
		const struct segment *t = &ch->placed.at[i];
		if (segment_must_be_left(t, s) && t->column >= *low)
			*low = t->column + 1;
		if (segment_must_be_left(s, t) && t->column <= *high)
			*high = t->column - 1;
	}
}

/* Crossings with all placed ones; those from column COLUMN on are right of S. */
static int cost_at(const struct channel *ch, const struct segment *s, int column)
{
	int cost = 0;

	for (int i = 0; i < ch->placed.count; i++) {
		const struct segment *t = &ch->placed.at[i];
		cost += t->column < column ? segment_crossings(t, s)
					   : segment_crossings(s, t);
	}
	return cost;
}

static bool take_free_column(struct channel *ch, struct segment *s, int low, int high)
{
	int best = -1, best_cost = 0;

	for (s->column = low; s->column <= high; s->column++) {
		int cost;
		if (!fits(ch, s))
			continue;
		cost = cost_at(ch, s, s->column);
		if (best < 0 || cost < best_cost) {
			best = s->column;
			best_cost = cost;
		}
	}
	s->column = best;
	return best >= 0;
}

static bool is_empty(const struct channel *ch, int column)
{
	for (int i = 0; i < ch->placed.count; i++)
		if (ch->placed.at[i].column == column)
			return false;
	return true;
}

static void shift(struct channel *ch, int first, int last, int by)
{
	for (int i = 0; i < ch->placed.count; i++)
		if (ch->placed.at[i].column >= first && ch->placed.at[i].column <= last)
			ch->placed.at[i].column += by;
}

/* Makes an empty column between COLUMN - 1 and COLUMN and returns it.  Lines
 * move to a column that is free; only when there is none the channel grows. */
static int insert_column(struct channel *ch, int column)
{
	int *tracks = &ch->core->layers[ch->number].tracks;

	for (int to = column; to < *tracks; to++)
		if (is_empty(ch, to)) {
			shift(ch, column, to - 1, 1);
			return column;
		}
	for (int to = column - 1; to >= 0; to--)
		if (is_empty(ch, to)) {
			shift(ch, to + 1, column - 1, -1);
			return column - 1;
		}
	shift(ch, column, *tracks - 1, 1);
	(*tracks)++;
	return column;
}

/* Puts S in the best column that constraints allow; false if there is none. */
static bool place(struct channel *ch, struct segment *s)
{
	int low, high, best;

	allowed_columns(ch, s, &low, &high);
	if (low > high + 1)
		return false;
	if (take_free_column(ch, s, low, high))
		return true;
	best = low;
	for (int column = low + 1; column <= high + 1; column++)
		if (cost_at(ch, s, column) < cost_at(ch, s, best))
			best = column;
	s->column = insert_column(ch, best);
	return true;
}

static void place_waiting(struct channel *ch, struct segment s)
{
	struct segment right;
	bool done;

	s.column = -1;
	if (place(ch, &s)) {
		segments_add(&ch->placed, s);
		return;
	}
	right = split(&s, free_row_near(ch, (s.low + s.high) / 2));
	ints_push(&ch->taken, s.right.at[0]);
	done = place(ch, &s);
	assert(done);
	segments_add(&ch->placed, s);
	done = place(ch, &right);
	assert(done);
	(void)done;
	segments_add(&ch->placed, right);
}

static void store(struct channel *ch)
{
	struct layout_core *c = ch->core;

	for (int i = 0; i < ch->placed.count; i++)
		segment_store(c, &ch->placed.at[i], ch->number);
	for (int net = 0; net < c->net_count; net++)
		if (is_here(ch, &c->nets[net]))
			segment_remember(c, net, ch->number);
}

static void reroute_channel(struct layout_core *c, int number)
{
	struct channel ch = {.core = c, .number = number};

	collect_all_rows(&ch);
	collect(&ch, true);
	collect(&ch, false);
	for (int i = 0; i < ch.waiting.count; i++)
		place_waiting(&ch, ch.waiting.at[i]);
	store(&ch);
	ch.waiting.count = 0; /* their rows have gone to the placed ones */
	segments_free(&ch.placed);
	segments_free(&ch.waiting);
	ints_free(&ch.taken);
	ints_free(&ch.straight);
}

void reroute_assign(struct layout_core *c)
{
	for (int channel = 0; channel < c->layer_count; channel++)
		reroute_channel(c, channel);
}
