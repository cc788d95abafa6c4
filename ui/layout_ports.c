/*
 * Rows of pins on the sides of their boxes.  Pins are sorted by where their
 * lines go; lines that stay in the layer go to the upper or lower end, nested.
 */
#include "layout_core.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* Where a pin's line goes: rows of the other ends in its channel. */
struct aim {
	long across_sum, same_sum;
	int across, same;
	int leaves;
};

static int middle(const struct item *item)
{
	return item->y + item->height / 2;
}

static int aim_row(const struct layout_core *c, struct end e)
{
	const struct item *item = &c->items[e.item];

	return e.pin < 0 || c->pins[e.pin].row < 0 ? middle(item) : core_row(c, e);
}

static void aim_at(struct layout_core *c, struct aim *aims, const struct link *k,
	struct end from, struct end to)
{
	struct aim *aim;

	if (from.pin < 0 || from.item == to.item || !c->items[to.item].is_placed)
		return;
	aim = &aims[from.pin];
	aim->leaves = k->leaves;
	if (k->across) {
		aim->across_sum += aim_row(c, to);
		aim->across++;
	} else {
		aim->same_sum += aim_row(c, to);
		aim->same++;
	}
}

static struct aim *aims_of(struct layout_core *c)
{
	struct aim *aims = xcalloc((size_t)c->pin_count + 1, sizeof *aims);
	struct links links = {NULL, 0, 0};

	for (int net = 0; net < c->net_count; net++)
		links_of_net(c, net, &links);
	for (int i = 0; i < links.count; i++) {
		aim_at(c, aims, &links.at[i], links.at[i].a, links.at[i].b);
		aim_at(c, aims, &links.at[i], links.at[i].b, links.at[i].a);
	}
	free(links.at);
	return aims;
}

/* How a pin is sorted: -1 goes up within the layer, 0 across, 1 down. */
struct key {
	int pin, net;
	int way;
	long sum;
	int count;
};

static struct key key_of(const struct layout_core *c, const struct aim *aim, int pin)
{
	const struct item *item = &c->items[c->pins[pin].item];
	struct key k = {.pin = pin, .net = c->pins[pin].net};

	k.sum = aim->across_sum + aim->same_sum;
	k.count = aim->across + aim->same;
	if (k.count == 0) {
		k.sum = middle(item);
		k.count = 1;
	} else if (aim->across == 0) {
		k.way = k.sum < (long)middle(item) * k.count ? -1 : 1;
	}
	return k;
}

static int compare_keys(const void *a, const void *b)
{
	const struct key *k = a, *m = b;
	long x = k->sum * m->count, y = m->sum * k->count;
	int order = x < y ? -1 : x > y;

	if (k->way != m->way)
		return k->way - m->way;
	if (k->way != 0)
		order = -order;
	if (order != 0)
		return order;
	if (k->net != m->net)
		return (k->net < m->net) == (k->way <= 0) ? -1 : 1;
	return k->pin - m->pin;
}

/* The head of a self-loop whose tail PIN is, or -1. */
static int self_head_of(const struct layout_core *c, int pin)
{
	const struct net *n = &c->nets[c->pins[pin].net];

	for (int i = 0; i < n->pins.count && n->hub_pin == pin; i++)
		if (c->pins[n->pins.at[i]].self_head)
			return n->pins.at[i];
	return -1;
}

/* Appends the pins of one side in order, the head of a self-loop right after
 * its tail. */
static void sort_side(struct layout_core *c, const struct aim *aims,
	const struct item *item, enum layout_side side, struct ints *out)
{
	struct key *keys =
		xreallocarray(NULL, (size_t)item->pins.count + 1, sizeof *keys);
	int count = 0;

	for (int i = 0; i < item->pins.count; i++) {
		int pin = item->pins.at[i];
		if (c->pins[pin].side == side && !c->pins[pin].self_head)
			keys[count++] = key_of(c, &aims[pin], pin);
	}
	qsort(keys, (size_t)count, sizeof *keys, compare_keys);
	for (int i = 0; i < count; i++) {
		int self_head = self_head_of(c, keys[i].pin);
		ints_push(out, keys[i].pin);
		if (self_head >= 0)
			ints_push(out, self_head);
	}
	free(keys);
}

static int count_side(
	const struct layout_core *c, const struct item *item, enum layout_side side)
{
	int count = 0;

	for (int i = 0; i < item->pins.count; i++)
		count += c->pins[item->pins.at[i]].side == side;
	return count;
}

void ports_size(struct layout_core *c, bool fresh_only)
{
	for (int i = 0; i < c->item_count; i++) {
		struct item *item = &c->items[i];
		int left, right;
		if (!item->is_box || (fresh_only && !item->fresh))
			continue;
		left = count_side(c, item, LAYOUT_LEFT);
		right = count_side(c, item, LAYOUT_RIGHT);
		item->height = core_height(c, item, left > right ? left : right);
		item->text_row =
			core_frame(c, item) ? (item->height - item->lines) / 2 : 0;
	}
}

/* What it costs to put a pin on a row: distance from where its line goes. */
static long row_cost(const struct item *item, const struct aim *aim, int row)
{
	long goal, weight;

	if (aim->across == 0) {
		goal = middle(item) - item->y;
		weight = 1;
	} else {
		goal = aim->across_sum / aim->across - item->y;
		weight = 1000 / (aim->leaves + 1);
	}
	return weight * labs(goal - row);
}

/*
 * Chooses increasing rows from TOP on, among ROWS rows, with the least cost in
 * sum: best[i][r] is the least cost of the pins from i on when pin i has a row
 * of at least r.
 */
static void place_pins(struct layout_core *c, const struct item *item,
	const struct aim *aims, const struct ints *pins, int top, int rows)
{
	int count = pins->count, width = rows + 1;
	long *best = xcalloc((size_t)(count + 1) * (size_t)width, sizeof *best);
	int row = 0;

	for (int i = count - 1; i >= 0; i--)
		for (int r = rows; r >= 0; r--) {
			long *here = &best[i * width + r];
			long take;
			*here = LONG_MAX / 4;
			if (r > rows - (count - i))
				continue;
			take = row_cost(item, &aims[pins->at[i]], top + r) +
				best[(i + 1) * width + r + 1];
			*here = take < here[1] ? take : here[1];
		}
	for (int i = 0; i < count; i++, row++) {
		while (best[i * width + row] == best[i * width + row + 1])
			row++;
		c->pins[pins->at[i]].row = top + row;
	}
	free(best);
}

static void place_side(struct layout_core *c, const struct aim *aims,
	const struct item *item, enum layout_side side)
{
	struct ints pins = {NULL, 0, 0};
	int frame = core_frame(c, item), rows = item->height - 2 * frame;
	bool self = false;

	sort_side(c, aims, item, side, &pins);
	for (int i = 0; i < pins.count; i++)
		self |= c->pins[pins.at[i]].self_head;
	if (self)
		for (int i = 0; i < pins.count; i++)
			c->pins[pins.at[i]].row = frame + (rows - pins.count) / 2 + i;
	else
		place_pins(c, item, aims, &pins, frame, rows);
	ints_free(&pins);
}

void ports_assign(struct layout_core *c, bool fresh_only)
{
	struct aim *aims = aims_of(c);

	for (int i = 0; i < c->item_count; i++)
		if (c->items[i].is_box && (c->items[i].fresh || !fresh_only)) {
			place_side(c, aims, &c->items[i], LAYOUT_LEFT);
			place_side(c, aims, &c->items[i], LAYOUT_RIGHT);
		}
	free(aims);
}
