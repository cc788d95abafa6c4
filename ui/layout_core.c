#include "layout_core.h"

#include <assert.h>
#include <stdlib.h>

#include "xalloc.h"

void ints_push(struct ints *a, int value)
{
	if (a->count == a->capacity) {
		a->capacity = a->capacity ? 2 * a->capacity : 4;
		a->at = xreallocarray(a->at, (size_t)a->capacity, sizeof *a->at);
	}
	a->at[a->count++] = value;
}

void ints_free(struct ints *a)
{
	free(a->at);
	*a = (struct ints){NULL, 0, 0};
}

static void *grow(void *array, int count, int *capacity, size_t size)
{
	if (count < *capacity)
		return array;
	*capacity = *capacity ? 2 * *capacity : 16;
	return xreallocarray(array, (size_t)*capacity, size);
}

struct layout_core *core_new(struct layout_options options)
{
	struct layout_core *c = xcalloc(1, sizeof *c);

	c->options = options;
	return c;
}

void core_free(struct layout_core *c)
{
	for (int i = 0; i < c->item_count; i++)
		ints_free(&c->items[i].pins);
	for (int i = 0; i < c->net_count; i++)
		core_drop_net(&c->nets[i]);
	free(c->items);
	free(c->pins);
	free(c->nets);
	free(c->edges);
	free(c->layers);
	free(c);
}

int core_add_item(struct layout_core *c, struct item item)
{
	c->items = grow(c->items, c->item_count, &c->item_capacity, sizeof *c->items);
	c->items[c->item_count] = item;
	return c->item_count++;
}

int core_add_pin(struct layout_core *c, int net, int item, enum layout_side side)
{
	c->pins = grow(c->pins, c->pin_count, &c->pin_capacity, sizeof *c->pins);
	c->pins[c->pin_count] = (struct pin){net, item, side, -1, false};
	ints_push(&c->items[item].pins, c->pin_count);
	ints_push(&c->nets[net].pins, c->pin_count);
	return c->pin_count++;
}

int core_add_net(struct layout_core *c, struct net net)
{
	c->nets = grow(c->nets, c->net_count, &c->net_capacity, sizeof *c->nets);
	c->nets[c->net_count] = net;
	return c->net_count++;
}

void core_drop_net(struct net *n)
{
	ints_free(&n->pins);
	free(n->dummies);
	free(n->wires);
	n->dummies = NULL;
	n->wires = NULL;
	n->dead = true;
}

int core_add_edge(struct layout_core *c, int from, int to, bool weak)
{
	c->edges = grow(c->edges, c->edge_count, &c->edge_capacity, sizeof *c->edges);
	c->edges[c->edge_count] = (struct edge){.from = from,
		.to = to,
		.weak = weak,
		.fresh = true,
		.net = -1,
		.pin_from = -1,
		.pin_to = -1};
	return c->edge_count++;
}

void core_grow_layers(struct layout_core *c, int count)
{
	if (count <= c->layer_count)
		return;
	c->layers = xreallocarray(c->layers, (size_t)count, sizeof *c->layers);
	for (int i = c->layer_count; i < count; i++)
		c->layers[i] = (struct layer){0, 0, c->options.spare};
	c->layer_count = count;
}

static bool is_framed(const struct layout_core *c, const struct item *item)
{
	return item->is_box && !item->root && c->options.style == LAYOUT_BOX;
}

int core_frame(const struct layout_core *c, const struct item *item)
{
	return is_framed(c, item) ? 1 : 0;
}

int core_width(const struct layout_core *c, const struct item *item)
{
	return item->columns + (is_framed(c, item) ? 4 : 2);
}

int core_height(const struct layout_core *c, const struct item *item, int pin_rows)
{
	int rows = pin_rows > item->lines ? pin_rows : item->lines;

	return rows + 2 * core_frame(c, item);
}

int core_row(const struct layout_core *c, struct end e)
{
	int row = c->items[e.item].y;

	return e.pin < 0 ? row : row + c->pins[e.pin].row;
}

int core_channel(const struct layout_core *c, const struct pin *p)
{
	return c->items[p->item].layer - (p->side == LAYOUT_LEFT ? 1 : 0);
}
