#include "layout.h"

#include <stdlib.h>
#include <string.h>

#include "layout_core.h"
#include "xalloc.h"

static void *copy(const void *from, int count, size_t size)
{
	void *to = xcalloc((size_t)count + 1, size);

	if (count > 0)
		memcpy(to, from, (size_t)count * size);
	return to;
}

static struct ints copy_ints(const struct ints *from)
{
	return (struct ints){
		copy(from->at, from->count, sizeof(int)), from->count, from->count};
}

static void copy_net(struct net *n)
{
	int channels = n->last - n->first + 1;

	n->pins = copy_ints(&n->pins);
	if (n->dummies)
		n->dummies = copy(n->dummies, channels - 1, sizeof(*n->dummies));
	if (n->wires)
		n->wires = copy(n->wires, channels, sizeof(*n->wires));
}

static struct layout_core *copy_core(const struct layout_core *from)
{
	struct layout_core *c = xcalloc(1, sizeof(*c));

	*c = *from;
	c->items = copy(from->items, from->item_count, sizeof(*c->items));
	c->item_capacity = from->item_count + 1;
	c->pins = copy(from->pins, from->pin_count, sizeof(*c->pins));
	c->pin_capacity = from->pin_count + 1;
	c->nets = copy(from->nets, from->net_count, sizeof(*c->nets));
	c->net_capacity = from->net_count + 1;
	c->edges = copy(from->edges, from->edge_count, sizeof(*c->edges));
	c->edge_capacity = from->edge_count + 1;
	c->layers = copy(from->layers, from->layer_count, sizeof(*c->layers));
	for (int i = 0; i < c->item_count; i++)
		c->items[i].pins = copy_ints(&c->items[i].pins);
	for (int i = 0; i < c->net_count; i++) {
		if (!c->nets[i].dead)
			copy_net(&c->nets[i]);
	}
	return c;
}

struct layout *layout_copy(const struct layout *from)
{
	struct layout *l = xcalloc(1, sizeof(*l));

	*l = *from;
	l->boxes = copy(from->boxes, from->box_count, sizeof(*l->boxes));
	l->edges = copy(from->edges, from->edge_count, sizeof(*l->edges));
	l->nets = copy(from->nets, from->net_count, sizeof(*l->nets));
	l->ends = copy(from->ends, from->end_count, sizeof(*l->ends));
	l->runs = copy(from->runs, from->run_count, sizeof(*l->runs));
	l->core = copy_core(from->core);
	return l;
}
