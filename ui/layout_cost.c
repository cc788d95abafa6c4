/*
 * What an order of items costs: the crossings that its nets will have, as if
 * every item were one row high.  A net's ends in a channel meet one vertical,
 * so two nets cross less than their references would one by one.
 */
#include "layout_cost.h"

#include <stdlib.h>

#include "xalloc.h"

/* A net in a channel: items at its ends, then their rows, sorted. */
struct bundle {
	int net;
	struct ints left, right;
	int *left_rows, *right_rows;
	int low, high;
};

struct bundles {
	struct bundle *at;
	int count;
};

struct cost {
	int channels;
	struct bundles *groups; /* by component and channel */
	int group_count;
	long work;
};

static struct bundle *add_bundle(struct bundles *group, int net)
{
	group->at =
		xreallocarray(group->at, (size_t)group->count + 1, sizeof *group->at);
	group->at[group->count] = (struct bundle){.net = net};
	return &group->at[group->count++];
}

/* Links of a net come channel by channel, each with the centre as one end. */
static void add_link(
	const struct layout_core *c, struct cost *cost, const struct link *k)
{
	int channel = c->items[k->a.item].layer;
	int component = c->items[k->a.item].component;
	int center = nets_center(c, &c->nets[k->net], channel).item;
	bool center_left = c->items[center].layer == channel;
	struct bundles *group = &cost->groups[component * cost->channels + channel];
	struct bundle *b = group->count ? &group->at[group->count - 1] : NULL;

	if (!b || b->net != k->net) {
		b = add_bundle(group, k->net);
		ints_push(center_left ? &b->left : &b->right, center);
	}
	if (!k->across)
		ints_push(&b->left, k->b.item == center ? k->a.item : k->b.item);
	else if (center_left)
		ints_push(&b->right, k->b.item);
	else
		ints_push(&b->left, k->a.item);
}

static void make_room(struct cost *cost)
{
	for (int g = 0; g < cost->group_count; g++)
		for (int i = 0; i < cost->groups[g].count; i++) {
			struct bundle *b = &cost->groups[g].at[i];
			b->left_rows = xcalloc((size_t)b->left.count + 1, sizeof(int));
			b->right_rows =
				xcalloc((size_t)b->right.count + 1, sizeof(int));
		}
}

struct cost *cost_new(const struct layout_core *c)
{
	struct cost *cost = xcalloc(1, sizeof *cost);
	struct links links = {NULL, 0, 0};

	cost->channels = c->layer_count;
	cost->group_count = c->component_count * c->layer_count;
	cost->groups = xcalloc((size_t)cost->group_count + 1, sizeof *cost->groups);
	for (int net = 0; net < c->net_count; net++)
		links_of_net(c, net, &links);
	for (int i = 0; i < links.count; i++)
		add_link(c, cost, &links.at[i]);
	make_room(cost);
	free(links.at);
	return cost;
}

void cost_free(struct cost *cost)
{
	for (int g = 0; g < cost->group_count; g++) {
		for (int i = 0; i < cost->groups[g].count; i++) {
			struct bundle *b = &cost->groups[g].at[i];
			ints_free(&b->left);
			ints_free(&b->right);
			free(b->left_rows);
			free(b->right_rows);
		}
		free(cost->groups[g].at);
	}
	free(cost->groups);
	free(cost);
}

static void fill_rows(const struct ints *items, const int *position, int *rows)
{
	for (int i = 0; i < items->count; i++) {
		int row = position[items->at[i]], k = i;
		for (; k > 0 && rows[k - 1] > row; k--)
			rows[k] = rows[k - 1];
		rows[k] = row;
	}
}

static void fill_bundle(struct bundle *b, const int *position)
{
	int lefts = b->left.count, rights = b->right.count;

	fill_rows(&b->left, position, b->left_rows);
	fill_rows(&b->right, position, b->right_rows);
	b->low = lefts ? b->left_rows[0] : b->right_rows[0];
	b->high = lefts ? b->left_rows[lefts - 1] : b->right_rows[rights - 1];
	if (rights && b->right_rows[0] < b->low)
		b->low = b->right_rows[0];
	if (rights && b->right_rows[rights - 1] > b->high)
		b->high = b->right_rows[rights - 1];
}

static int count_between(const int *rows, int count, int low, int high)
{
	int inside = 0;

	for (int i = 0; i < count && rows[i] <= high; i++)
		inside += rows[i] >= low;
	return inside;
}

/* Crossings when A's vertical is left of B's. */
static int crossings(const struct bundle *a, const struct bundle *b)
{
	return count_between(a->right_rows, a->right.count, b->low, b->high) +
		count_between(b->left_rows, b->left.count, a->low, a->high);
}

static int fewest_crossings(const struct bundle *a, const struct bundle *b)
{
	int first, second;

	if (a->high < b->low || b->high < a->low)
		return 0;
	first = crossings(a, b);
	second = crossings(b, a);
	return first < second ? first : second;
}

long cost_of_channel(struct cost *cost, int component, int channel, const int *position)
{
	struct bundles *group = &cost->groups[component * cost->channels + channel];
	long sum = 0;

	for (int i = 0; i < group->count; i++) {
		fill_bundle(&group->at[i], position);
		for (int k = 0; k < i; k++)
			sum += fewest_crossings(&group->at[k], &group->at[i]);
	}
	cost->work += (long)group->count * (group->count + 8) / 2;
	return sum;
}

long cost_work(const struct cost *cost)
{
	return cost->work;
}
