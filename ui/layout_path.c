/* The way of one reference through its net. */
#include "layout_core.h"

#include <stdlib.h>

#include "layout_wire.h"
#include "xalloc.h"

struct path {
	const struct layout_core *core;
	int net;
	struct layout_run *runs;
	int count;
};

static void add(struct path *p, int x0, int y0, int x1, int y1)
{
	bool swap = x0 > x1 || y0 > y1;

	p->runs = xreallocarray(p->runs, (size_t)p->count + 1, sizeof *p->runs);
	p->runs[p->count++] = swap
		? (struct layout_run){p->net, x1, y1, x0, y0, false, false}
		: (struct layout_run){p->net, x0, y0, x1, y1, false, false};
}

/* Where the path meets a channel's edge. */
struct gate {
	bool left;
	int row;
};

static struct gate gate_of(const struct path *p, int pin, int channel)
{
	const struct pin *q = &p->core->pins[pin];
	const struct net *n = &p->core->nets[p->net];
	int own = core_channel(p->core, q);

	if (own == channel)
		return (struct gate){q->side == LAYOUT_RIGHT,
			core_row(p->core, (struct end){q->item, pin})};
	return (struct gate){own < channel,
		p->core->items[nets_dummy(n, own < channel ? channel : channel + 1)].y};
}

static int gate_x(const struct path *p, int channel, struct gate g)
{
	const struct layer *layer = &p->core->layers[channel];

	return g.left ? layer->x + layer->width : p->core->layers[channel + 1].x - 1;
}

static int track_x(const struct path *p, int channel, int column)
{
	const struct layer *layer = &p->core->layers[channel];

	return layer->x + layer->width + p->core->options.stride * (column + 1);
}

static void cross_channel(struct path *p, int channel, struct gate from, struct gate to)
{
	const struct net *n = &p->core->nets[p->net];
	const struct wire *w = &n->wires[channel - n->first];
	int x_from = gate_x(p, channel, from), x_to = gate_x(p, channel, to);
	int turn_from, turn_to;

	if (from.row == to.row && from.left != to.left && w->column2 < 0) {
		add(p, x_from, from.row, x_to, to.row);
		return;
	}
	turn_from = turn_to = track_x(p, channel, w->column);
	if (w->column2 >= 0 && !from.left)
		turn_from = track_x(p, channel, w->column2);
	if (w->column2 >= 0 && !to.left)
		turn_to = track_x(p, channel, w->column2);
	add(p, x_from, from.row, turn_from, from.row);
	if (turn_from == turn_to) {
		add(p, turn_from, from.row, turn_to, to.row);
	} else {
		add(p, turn_from, from.row, turn_from, w->joint);
		add(p, turn_from, w->joint, turn_to, w->joint);
		add(p, turn_to, w->joint, turn_to, to.row);
	}
	add(p, turn_to, to.row, x_to, to.row);
}

static const struct edge *find_edge(
	const struct layout_core *c, uint32_t from, uint32_t to, bool weak)
{
	for (int i = 0; i < c->edge_count; i++) {
		const struct edge *e = &c->edges[i];
		if (c->items[e->from].id == from && c->items[e->to].id == to &&
			e->weak == weak)
			return e;
	}
	return NULL;
}

int layout_path(const struct layout *l, uint32_t from, uint32_t to, bool weak,
	struct layout_run **runs)
{
	const struct layout_core *c = l->core;
	const struct edge *e = find_edge(c, from, to, weak);
	struct path p = {c, e ? e->net : -1, NULL, 0};
	int first, last, step;

	*runs = NULL;
	if (!e)
		return 0;
	first = core_channel(c, &c->pins[e->pin_from]);
	last = core_channel(c, &c->pins[e->pin_to]);
	step = first <= last ? 1 : -1;
	for (int channel = first;; channel += step) {
		cross_channel(&p, channel, gate_of(&p, e->pin_from, channel),
			gate_of(&p, e->pin_to, channel));
		if (channel == last)
			break;
		int layer = step > 0 ? channel + 1 : channel;
		int y = c->items[nets_dummy(&c->nets[e->net], layer)].y;
		add(&p, c->layers[layer].x, y,
			c->layers[layer].x + c->layers[layer].width - 1, y);
	}
	*runs = p.runs;
	return p.count;
}
