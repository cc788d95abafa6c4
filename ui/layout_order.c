/*
 * Order of the items of a layer from top to bottom, one component at a time:
 * barycenters (Sugiyama, Tagawa, Toda 1981) and swaps of adjacent items, which
 * count the crossings in the channels at both sides and the length of lines
 * within the layer.
 */
#include "layout_core.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "layout_cost.h"
#include "xalloc.h"

enum {
	SWEEPS = 8,
	SWAP_PASSES = 10,
};

struct order {
	struct layout_core *core;
	struct ints *left, *right, *same; /* neighbours of each item */
	struct ints *groups;              /* items by component and layer */
	int *position;                    /* of each item in its group */
	int *count, *sum;                 /* of the neighbours' positions */
	struct cost *cost;
};

static struct ints *group_of(const struct order *o, int component, int layer)
{
	return &o->groups[component * o->core->layer_count + layer];
}

static void connect(struct order *o)
{
	struct links links = {NULL, 0, 0};

	for (int net = 0; net < o->core->net_count; net++)
		links_of_net(o->core, net, &links);
	for (int i = 0; i < links.count; i++) {
		const struct link *k = &links.at[i];
		int a = k->a.item, b = k->b.item;
		if (k->across) {
			ints_push(&o->right[a], b);
			ints_push(&o->left[b], a);
		} else if (a != b) {
			ints_push(&o->same[a], b);
			ints_push(&o->same[b], a);
		}
	}
	free(links.at);
}

static int compare_start(const void *a, const void *b, void *core)
{
	const struct item *items = ((const struct layout_core *)core)->items;
	int i = *(const int *)a, j = *(const int *)b;

	if (items[i].rank != items[j].rank)
		return items[i].rank - items[j].rank;
	if (items[i].number != items[j].number)
		return items[i].number - items[j].number;
	return i - j;
}

static void number_group(const struct order *o, const struct ints *group)
{
	for (int i = 0; i < group->count; i++)
		o->position[group->at[i]] = i;
}

static struct order order_new(struct layout_core *c)
{
	size_t items = (size_t)c->item_count + 1;
	struct order o = {.core = c,
		.left = xcalloc(items, sizeof(struct ints)),
		.right = xcalloc(items, sizeof(struct ints)),
		.same = xcalloc(items, sizeof(struct ints)),
		.groups = xcalloc((size_t)(c->component_count * c->layer_count) + 1,
			sizeof(struct ints)),
		.position = xcalloc(items, sizeof(int)),
		.count = xcalloc(items, sizeof(int)),
		.sum = xcalloc(items, sizeof(int)),
		.cost = cost_new(c)};

	connect(&o);
	for (int i = 0; i < c->item_count; i++)
		ints_push(group_of(&o, c->items[i].component, c->items[i].layer), i);
	for (int g = 0; g < c->component_count * c->layer_count; g++) {
		if (o.groups[g].count > 1)
			qsort_r(o.groups[g].at, (size_t)o.groups[g].count, sizeof(int),
				compare_start, c);
		number_group(&o, &o.groups[g]);
	}
	return o;
}

static void order_free(struct order *o)
{
	for (int i = 0; i < o->core->item_count; i++) {
		ints_free(&o->left[i]);
		ints_free(&o->right[i]);
		ints_free(&o->same[i]);
	}
	for (int g = 0; g < o->core->component_count * o->core->layer_count; g++)
		ints_free(&o->groups[g]);
	free(o->left);
	free(o->right);
	free(o->same);
	free(o->groups);
	free(o->position);
	free(o->count);
	free(o->sum);
	cost_free(o->cost);
}

static void sort_by_position(const struct order *o, struct ints *list)
{
	for (int i = 1; i < list->count; i++) {
		int item = list->at[i], k = i;
		for (; k > 0 && o->position[list->at[k - 1]] > o->position[item]; k--)
			list->at[k] = list->at[k - 1];
		list->at[k] = item;
	}
}

static long cost_of(const struct order *o, int component)
{
	long cost = 0;

	for (int channel = 0; channel < o->core->layer_count; channel++)
		cost += cost_of_channel(o->cost, component, channel, o->position);
	return cost;
}

static int compare_barycenters(const struct order *o, int a, int b)
{
	long x = (long)o->sum[a] * o->count[b], y = (long)o->sum[b] * o->count[a];

	if (o->core->items[a].rank != o->core->items[b].rank)
		return o->core->items[a].rank - o->core->items[b].rank;
	if (x != y)
		return x < y ? -1 : 1;
	return o->position[a] - o->position[b];
}

static int compare_barycenters_r(const void *a, const void *b, void *order)
{
	return compare_barycenters(order, *(const int *)a, *(const int *)b);
}

/* Sorts a group by the mean position of its neighbours on one side; items that
 * have none keep their place. */
static void sort_by_barycenter(
	struct order *o, struct ints *group, const struct ints *neighbours)
{
	int *moving = xreallocarray(NULL, (size_t)group->count + 1, sizeof *moving);
	int count = 0, next = 0;

	for (int i = 0; i < group->count; i++) {
		int item = group->at[i];
		const struct ints *list = &neighbours[item];
		o->sum[item] = 0;
		o->count[item] = list->count;
		for (int k = 0; k < list->count; k++)
			o->sum[item] += o->position[list->at[k]];
		if (list->count > 0)
			moving[count++] = item;
	}
	qsort_r(moving, (size_t)count, sizeof *moving, compare_barycenters_r, o);
	for (int i = 0; i < group->count; i++)
		if (o->count[group->at[i]] > 0)
			group->at[i] = moving[next++];
	free(moving);
	number_group(o, group);
}

/* Pairs (one of A's neighbours, one of B's) of which A's is lower, minus those
 * of which B's is lower: what a swap of A above B gains. */
static long inversion_gain(
	const struct order *o, const struct ints *a, const struct ints *b)
{
	long gain = 0;
	int below = 0, not_above = 0;

	for (int i = 0; i < a->count; i++) {
		int p = o->position[a->at[i]];
		while (below < b->count && o->position[b->at[below]] < p)
			below++;
		while (not_above < b->count && o->position[b->at[not_above]] <= p)
			not_above++;
		gain += below - (b->count - not_above);
	}
	return gain;
}

/* What the lines within the layer gain when ITEM moves by STEP past OTHER. */
static long span_gain(const struct order *o, int item, int other, int step)
{
	const struct ints *same = &o->same[item];
	long gain = 0;

	for (int k = 0; k < same->count; k++)
		if (same->at[k] != other)
			gain += o->position[same->at[k]] > o->position[item] ? step
									     : -step;
	return gain;
}

static bool swap_if_better(struct order *o, struct ints *group, int i)
{
	int a = group->at[i], b = group->at[i + 1];
	long gain;

	if (o->core->items[a].rank != o->core->items[b].rank)
		return false;
	gain = inversion_gain(o, &o->left[a], &o->left[b]) +
		inversion_gain(o, &o->right[a], &o->right[b]) + span_gain(o, a, b, 1) +
		span_gain(o, b, a, -1);
	if (gain <= 0)
		return false;
	group->at[i] = b;
	group->at[i + 1] = a;
	o->position[a] = i + 1;
	o->position[b] = i;
	return true;
}

static bool swap_group(struct order *o, struct ints *group)
{
	bool any = false, again = true;

	for (int i = 0; i < group->count; i++) {
		sort_by_position(o, &o->left[group->at[i]]);
		sort_by_position(o, &o->right[group->at[i]]);
	}
	for (int pass = 0; again && pass < SWAP_PASSES; pass++) {
		again = false;
		for (int i = 0; i + 1 < group->count; i++)
			again |= swap_if_better(o, group, i);
		any |= again;
	}
	return any;
}

static void swap_layers(struct order *o, int component)
{
	bool again = true;

	for (int pass = 0; again && pass < SWAP_PASSES; pass++) {
		again = false;
		for (int layer = 0; layer < o->core->layer_count; layer++)
			again |= swap_group(o, group_of(o, component, layer));
	}
}

static void sweep(struct order *o, int component, bool to_right)
{
	int layers = o->core->layer_count;

	for (int k = 0; k < layers; k++)
		if (to_right)
			sort_by_barycenter(o, group_of(o, component, k), o->left);
		else
			sort_by_barycenter(
				o, group_of(o, component, layers - 1 - k), o->right);
	swap_layers(o, component);
}

static void keep_positions(struct order *o, int component)
{
	for (int layer = 0; layer < o->core->layer_count; layer++) {
		const struct ints *group = group_of(o, component, layer);
		for (int i = 0; i < group->count; i++)
			o->core->items[group->at[i]].position = i;
	}
}

static int compare_kept(const void *a, const void *b, void *core)
{
	const struct item *items = ((const struct layout_core *)core)->items;

	return items[*(const int *)a].position - items[*(const int *)b].position;
}

static void restore_positions(struct order *o, int component)
{
	for (int layer = 0; layer < o->core->layer_count; layer++) {
		struct ints *group = group_of(o, component, layer);
		if (group->count > 1)
			qsort_r(group->at, (size_t)group->count, sizeof(int),
				compare_kept, o->core);
		number_group(o, group);
	}
}

/* Crossings in the channels at both sides of a layer. */
static long cost_around(const struct order *o, int component, int layer)
{
	long cost = cost_of_channel(o->cost, component, layer, o->position);

	if (layer > 0)
		cost += cost_of_channel(o->cost, component, layer - 1, o->position);
	return cost;
}

static void move_item(struct order *o, struct ints *group, int from, int to)
{
	int item = group->at[from], step = from < to ? 1 : -1;

	for (int i = from; i != to; i += step) {
		group->at[i] = group->at[i + step];
		o->position[group->at[i]] = i;
	}
	group->at[to] = item;
	o->position[item] = to;
}

static bool is_exhausted(const struct order *o)
{
	return cost_work(o->cost) > o->core->effort;
}

/* Moves an item to the best place within REACH. */
static bool sift_item(struct order *o, int component, int layer, int item, int reach)
{
	struct ints *group = group_of(o, component, layer);
	int start = o->position[item], best_place = start;
	long before = cost_around(o, component, layer), best = before;

	for (int place = start - reach; place <= start + reach; place++) {
		long cost;
		if (place == start || place < 0 || place >= group->count ||
			o->core->items[group->at[place]].rank !=
				o->core->items[item].rank)
			continue;
		move_item(o, group, o->position[item], place);
		cost = cost_around(o, component, layer);
		if (cost < best) {
			best = cost;
			best_place = place;
		}
	}
	move_item(o, group, o->position[item], best_place);
	return best < before;
}

static bool sift_layer(struct order *o, int component, int layer, int reach)
{
	struct ints *group = group_of(o, component, layer), items = {NULL, 0, 0};
	bool any = false;

	for (int i = 0; i < group->count; i++)
		ints_push(&items, group->at[i]);
	for (int i = 0; i < items.count && !is_exhausted(o); i++)
		any |= sift_item(o, component, layer, items.at[i], reach);
	ints_free(&items);
	return any;
}

/* Single items to better places, near ones first, with the real cost. */
static void refine(struct order *o, int component)
{
	for (int reach = 1; reach <= 64 && !is_exhausted(o);) {
		bool any = false;
		for (int layer = 0; layer < o->core->layer_count; layer++)
			any |= sift_layer(o, component, layer, reach);
		reach = any ? 1 : 4 * reach;
	}
	keep_positions(o, component);
}

static void order_component(struct order *o, int component)
{
	long best;

	swap_layers(o, component);
	best = cost_of(o, component);
	keep_positions(o, component);
	for (int i = 0; best > 0 && i < SWEEPS; i++) {
		long cost;
		sweep(o, component, i % 2 == 0);
		cost = cost_of(o, component);
		if (cost < best) {
			best = cost;
			keep_positions(o, component);
		}
	}
	restore_positions(o, component);
	if (best > 0)
		refine(o, component);
}

void order_assign(struct layout_core *c)
{
	struct order o = order_new(c);

	for (int component = 0; component < c->component_count; component++)
		order_component(&o, component);
	order_free(&o);
}
