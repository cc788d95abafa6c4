/*
 * Places for what is new, with everything else left where it is: North,
 * "Incremental layout in DynaDAG" (1995), taken to the point where old boxes
 * move only to make room for a line that has no other row.
 */
#include "layout_core.h"

#include <assert.h>
#include <stdlib.h>

#include "xalloc.h"

static int min_positive(int a, int b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* The lowest layer among what refers to ITEM (or is referred to by it), -1 if
 * none has a layer yet. */
static int nearest_layer(const struct layout_core *c, int item, bool referrers)
{
	int layer = -1;

	for (int i = 0; i < c->edge_count; i++) {
		const struct edge *e = &c->edges[i];
		int own = referrers ? e->to : e->from;
		int other = referrers ? e->from : e->to;
		if (!e->hidden && own == item && other != item)
			layer = min_positive(layer, c->items[other].layer);
	}
	return layer;
}

static int wanted_layer(const struct layout_core *c, int item, bool alone)
{
	int layer;

	if (c->items[item].root)
		return 0;
	layer = nearest_layer(c, item, true);
	if (layer >= 0)
		return layer + 1;
	if (!alone)
		return -1;
	layer = nearest_layer(c, item, false);
	return layer > 2 ? layer - 1 : 1;
}

static void set_layer(struct layout_core *c, int item, int layer)
{
	c->items[item].layer = layer;
	core_grow_layers(c, layer + 1);
}

/* Gives layers to all items that have one wanted, as things are before. */
static bool layer_round(struct layout_core *c)
{
	int *wanted = xreallocarray(NULL, (size_t)c->item_count + 1, sizeof *wanted);
	bool any = false;

	for (int i = 0; i < c->item_count; i++)
		wanted[i] = c->items[i].layer >= 0 ? -1 : wanted_layer(c, i, false);
	for (int i = 0; i < c->item_count; i++)
		if (wanted[i] >= 0) {
			set_layer(c, i, wanted[i]);
			any = true;
		}
	free(wanted);
	return any;
}

static void layer_fresh(struct layout_core *c)
{
	for (int i = 0; i < c->item_count; i++) {
		while (layer_round(c))
			;
		if (c->items[i].layer < 0)
			set_layer(c, i, wanted_layer(c, i, true));
	}
}

/* Rows Y to Y + HEIGHT - 1 of a layer hold nothing but EXCEPT. */
static bool is_free(
	const struct layout_core *c, int layer, int y, int height, int except)
{
	for (int i = 0; i < c->item_count; i++) {
		const struct item *item = &c->items[i];
		if (i != except && item->layer == layer && item->is_placed &&
			item->y < y + height && y < item->y + item->height)
			return false;
	}
	return true;
}

static int free_slot_near(const struct layout_core *c, int layer, int y, int height)
{
	if (y < 0)
		y = 0;
	for (int distance = 0;; distance++) {
		if (is_free(c, layer, y + distance, height, -1))
			return y + distance;
		if (y - distance >= 0 && is_free(c, layer, y - distance, height, -1))
			return y - distance;
	}
}

static int compare_ints(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static int bottom_of_layer(const struct layout_core *c, int layer)
{
	int bottom = 0;

	for (int i = 0; i < c->item_count; i++) {
		const struct item *item = &c->items[i];
		if (item->layer == layer && item->is_placed &&
			item->y + item->height > bottom)
			bottom = item->y + item->height;
	}
	return bottom;
}

/* The median of the middle rows of ITEM's neighbours. */
static int wanted_row(const struct layout_core *c, int item)
{
	struct ints rows = {NULL, 0, 0};
	int row;

	for (int i = 0; i < c->edge_count; i++) {
		const struct edge *e = &c->edges[i];
		int other = e->from == item ? e->to : e->from;
		if (e->hidden || (e->from != item && e->to != item) || other == item ||
			!c->items[other].is_placed)
			continue;
		ints_push(&rows, c->items[other].y + c->items[other].height / 2);
	}
	if (rows.count == 0)
		return bottom_of_layer(c, c->items[item].layer) +
			c->items[item].height / 2;
	qsort(rows.at, (size_t)rows.count, sizeof(int), compare_ints);
	row = rows.at[(rows.count - 1) / 2];
	ints_free(&rows);
	return row;
}

static bool has_placed_neighbour(const struct layout_core *c, int item)
{
	for (int i = 0; i < c->edge_count; i++) {
		const struct edge *e = &c->edges[i];
		if (!e->hidden &&
			((e->from == item && c->items[e->to].is_placed) ||
				(e->to == item && c->items[e->from].is_placed)))
			return true;
	}
	return false;
}

static void place_box(struct layout_core *c, int i)
{
	struct item *item = &c->items[i];

	item->y = free_slot_near(
		c, item->layer, wanted_row(c, i) - item->height / 2, item->height);
	item->is_placed = true;
}

/* Places new boxes, those with neighbours that have a place first. */
static void place_boxes(struct layout_core *c)
{
	bool again = true;

	while (again) {
		again = false;
		for (int i = 0; i < c->item_count; i++)
			if (c->items[i].is_box && !c->items[i].is_placed &&
				has_placed_neighbour(c, i)) {
				place_box(c, i);
				again = true;
			}
		for (int i = 0; i < c->item_count && !again; i++)
			if (c->items[i].is_box && !c->items[i].is_placed) {
				place_box(c, i);
				again = true;
			}
	}
}

static bool has_pin_on(const struct layout_core *c, const struct item *item,
	enum layout_side side, int row)
{
	for (int i = 0; i < item->pins.count; i++) {
		const struct pin *p = &c->pins[item->pins.at[i]];
		if (p->side == side && p->row == row)
			return true;
	}
	return false;
}

/* The free row of a side nearest to WANTED (from the item's top), or -1. */
static int free_pin_row(const struct layout_core *c, const struct item *item,
	enum layout_side side, int wanted)
{
	int frame = core_frame(c, item), best = -1;

	for (int row = frame; row < item->height - frame; row++)
		if (!has_pin_on(c, item, side, row) &&
			(best < 0 || abs(row - wanted) < abs(best - wanted)))
			best = row;
	return best;
}

/* Moves down what stands in the way below item I, as little as needed. */
static void push_down(struct layout_core *c, int i)
{
	int layer = c->items[i].layer, y = c->items[i].y, height = c->items[i].height;

	for (int k = 0; k < c->item_count; k++) {
		struct item *item = &c->items[k];
		if (k == i || item->layer != layer || !item->is_placed ||
			item->y >= y + height || y >= item->y + item->height)
			continue;
		item->y = y + height;
		push_down(c, k);
	}
}

/* Gives a box one more row: below or above if there is room, else below. */
static void grow_box(struct layout_core *c, int i)
{
	struct item *item = &c->items[i];

	item->height++;
	if (is_free(c, item->layer, item->y + item->height - 1, 1, i))
		return;
	if (item->y > 0 && is_free(c, item->layer, item->y - 1, 1, i)) {
		item->y--;
		item->text_row += core_frame(c, item); /* stays; [ ] has it on top */
		for (int k = 0; k < item->pins.count; k++)
			if (c->pins[item->pins.at[k]].row >= 0)
				c->pins[item->pins.at[k]].row++;
		return;
	}
	push_down(c, i);
}

static bool is_known(const struct layout_core *c, struct end e)
{
	return c->items[e.item].is_placed && (e.pin < 0 || c->pins[e.pin].row >= 0);
}

/* The mean row of the ends that a pin's line joins in its channel. */
static int wanted_pin_row(const struct layout_core *c, int pin)
{
	struct links links = {NULL, 0, 0};
	const struct item *item = &c->items[c->pins[pin].item];
	int sum = 0, count = 0;

	links_of_net(c, c->pins[pin].net, &links);
	for (int i = 0; i < links.count; i++) {
		const struct link *k = &links.at[i];
		struct end other = k->a.pin == pin ? k->b : k->a;
		if ((k->a.pin != pin && k->b.pin != pin) ||
			!c->items[other.item].is_placed)
			continue;
		sum += is_known(c, other)
			? core_row(c, other)
			: c->items[other.item].y + c->items[other.item].height / 2;
		count++;
	}
	free(links.at);
	return count > 0 ? sum / count - item->y : item->height / 2;
}

static void place_pin(struct layout_core *c, int pin)
{
	struct pin *p = &c->pins[pin];
	int wanted = wanted_pin_row(c, pin);

	p->row = free_pin_row(c, &c->items[p->item], p->side, wanted);
	if (p->row >= 0)
		return;
	grow_box(c, p->item);
	p->row = free_pin_row(c, &c->items[p->item], p->side, wanted);
	assert(p->row >= 0);
}

static void place_dummy(struct layout_core *c, const struct net *n, int layer, int from)
{
	struct item *dummy = &c->items[nets_dummy(n, layer)];

	if (dummy->is_placed)
		return;
	dummy->y = free_slot_near(c, layer, core_row(c, nets_center(c, n, from)), 1);
	dummy->is_placed = true;
}

/* From the hub on, each on the row of the one before if possible. */
static void place_dummies(struct layout_core *c, const struct net *n)
{
	int hub = core_channel(c, &c->pins[n->hub_pin]);

	for (int layer = hub; layer > n->first; layer--)
		place_dummy(c, n, layer, layer);
	for (int layer = hub + 1; layer <= n->last; layer++)
		place_dummy(c, n, layer, layer - 1);
}

/* A node whose text has more lines than before. */
static void grow_texts(struct layout_core *c)
{
	for (int i = 0; i < c->item_count; i++) {
		int frame = core_frame(c, &c->items[i]);
		while (c->items[i].is_box && c->items[i].is_placed &&
			c->items[i].text_row + c->items[i].lines + frame >
				c->items[i].height) {
			if (c->items[i].text_row > frame)
				c->items[i].text_row--;
			else
				grow_box(c, i);
		}
	}
}

void pin_place(struct layout_core *c)
{
	layer_fresh(c);
	nets_assign(c);
	ports_size(c, true);
	place_boxes(c);
	ports_assign(c, true);
	grow_texts(c);
	for (int pin = 0; pin < c->pin_count; pin++)
		if (c->pins[pin].row < 0)
			place_pin(c, pin);
	for (int net = 0; net < c->net_count; net++)
		if (!c->nets[net].dead)
			place_dummies(c, &c->nets[net]);
}
