/*
 * Forgets what has been hidden for longest, when there is too much of it, so
 * that its places can be used again.
 */
#include "layout_core.h"

#include <assert.h>
#include <stdlib.h>

#include "xalloc.h"

enum {
	HIDDEN_BOXES = 8, /* kept in any case, beside a part of the shown */
	HIDDEN_EDGES = 16,
};

static int compare_ints(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* The update before which hidden things are forgotten, when there are more than
 * KEEP: SINCE holds the times of all that are hidden. */
static int limit_of(struct ints *since, int keep)
{
	if (since->count <= keep)
		return 0;
	qsort(since->at, (size_t)since->count, sizeof(int), compare_ints);
	return since->at[since->count - keep / 2 - 1] + 1;
}

static int box_limit(const struct layout_core *c)
{
	struct ints since = {NULL, 0, 0};
	int shown = 0, limit;

	for (int i = 0; i < c->item_count; i++) {
		if (!c->items[i].is_box)
			continue;
		if (c->items[i].hidden)
			ints_push(&since, c->items[i].hidden_since);
		else
			shown++;
	}
	limit = limit_of(&since, HIDDEN_BOXES + shown / 2);
	ints_free(&since);
	return limit;
}

static int edge_limit(const struct layout_core *c)
{
	struct ints since = {NULL, 0, 0};
	int shown = 0, limit;

	for (int i = 0; i < c->edge_count; i++)
		if (c->edges[i].hidden)
			ints_push(&since, c->edges[i].hidden_since);
		else
			shown++;
	limit = limit_of(&since, HIDDEN_EDGES + shown / 2);
	ints_free(&since);
	return limit;
}

/* New indexes of what is kept, -1 for the rest. */
struct kept {
	int *items, *pins, *nets;
};

static bool is_edge_kept(const struct kept *k, const struct edge *e, int limit)
{
	return k->items[e->from] >= 0 && k->items[e->to] >= 0 &&
		!(e->hidden && e->hidden_since < limit);
}

static void keep_edges(struct layout_core *c, struct kept *k, int limit)
{
	int count = 0;

	for (int i = 0; i < c->net_count; i++)
		c->nets[i].edge_count = 0;
	for (int i = 0; i < c->edge_count; i++) {
		struct edge e = c->edges[i];
		if (!is_edge_kept(k, &e, limit))
			continue;
		assert(e.net >= 0);
		c->nets[e.net].edge_count++;
		k->nets[e.net] = 0;
		k->pins[c->nets[e.net].hub_pin] = 0;
		k->pins[e.pin_from] = k->pins[e.pin_to] = 0;
		c->edges[count++] = e;
	}
	c->edge_count = count;
}

static void keep_pins(struct layout_core *c, struct kept *k)
{
	int count = 0;

	for (int i = 0; i < c->pin_count; i++)
		if (k->pins[i] >= 0) {
			c->pins[count] = c->pins[i];
			k->pins[i] = count++;
		}
	c->pin_count = count;
}

static void keep_nets(struct layout_core *c, struct kept *k)
{
	int count = 0;

	for (int i = 0; i < c->net_count; i++) {
		struct net *n = &c->nets[i];
		if (k->nets[i] < 0) {
			core_drop_net(n);
			continue;
		}
		n->hub_pin = k->pins[n->hub_pin];
		n->pins.count = 0;
		k->nets[i] = count;
		c->nets[count++] = *n;
	}
	c->net_count = count;
	for (int i = 0; i < c->pin_count; i++) {
		c->pins[i].net = k->nets[c->pins[i].net];
		ints_push(&c->nets[c->pins[i].net].pins, i);
	}
}

/* Gives up the channels that a net's pins do not need any more. */
static void mark_dummies(struct layout_core *c, struct kept *k)
{
	for (int i = 0; i < c->net_count; i++) {
		const struct net *n = &c->nets[i];
		nets_extend(c, i);
		for (int layer = n->first + 1; layer <= n->last; layer++)
			k->items[nets_dummy(n, layer)] = 0;
	}
}

static void keep_items(struct layout_core *c, struct kept *k)
{
	int count = 0;

	for (int i = 0; i < c->item_count; i++) {
		if (k->items[i] < 0) {
			ints_free(&c->items[i].pins);
			continue;
		}
		if (!c->items[i].is_box)
			c->items[i].net = k->nets[c->items[i].net];
		c->items[i].pins.count = 0;
		k->items[i] = count;
		c->items[count++] = c->items[i];
	}
	c->item_count = count;
}

static void renumber_items(struct layout_core *c, const struct kept *k)
{
	for (int i = 0; i < c->pin_count; i++) {
		c->pins[i].item = k->items[c->pins[i].item];
		ints_push(&c->items[c->pins[i].item].pins, i);
	}
	for (int i = 0; i < c->net_count; i++) {
		struct net *n = &c->nets[i];
		n->hub = k->items[n->hub];
		for (int layer = n->first + 1; layer <= n->last; layer++)
			n->dummies[layer - n->first - 1] =
				k->items[n->dummies[layer - n->first - 1]];
	}
	for (int i = 0; i < c->edge_count; i++) {
		struct edge *e = &c->edges[i];
		e->from = k->items[e->from];
		e->to = k->items[e->to];
		e->net = k->nets[e->net];
		e->pin_from = k->pins[e->pin_from];
		e->pin_to = k->pins[e->pin_to];
	}
}

static int *all_dropped(int count)
{
	int *list = xreallocarray(NULL, (size_t)count + 1, sizeof *list);

	for (int i = 0; i < count; i++)
		list[i] = -1;
	return list;
}

static void sweep(struct layout_core *c, int boxes, int edges)
{
	struct kept k = {all_dropped(c->item_count), all_dropped(c->pin_count),
		all_dropped(c->net_count)};

	for (int i = 0; i < c->item_count; i++) {
		const struct item *item = &c->items[i];
		if (item->is_box && !(item->hidden && item->hidden_since < boxes))
			k.items[i] = 0;
	}
	keep_edges(c, &k, edges);
	keep_pins(c, &k);
	keep_nets(c, &k);
	mark_dummies(c, &k);
	keep_items(c, &k);
	renumber_items(c, &k);
	free(k.items);
	free(k.pins);
	free(k.nets);
}

void sweep_hidden(struct layout_core *c)
{
	int boxes = box_limit(c), edges = edge_limit(c);

	if (boxes > 0 || edges > 0)
		sweep(c, boxes, edges);
}
