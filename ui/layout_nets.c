/*
 * Nets: which references share a line, on which side of their boxes, through
 * which channels.
 */
#include "layout_core.h"

#include <assert.h>
#include <stdlib.h>

#include "xalloc.h"

enum {
	MUTUAL_LIMIT = 4
};

static enum layout_side side_from(const struct layout_core *c, const struct edge *e)
{
	return c->items[e->to].layer >= c->items[e->from].layer ? LAYOUT_RIGHT
								: LAYOUT_LEFT;
}

static enum layout_side side_to(const struct layout_core *c, const struct edge *e)
{
	return c->items[e->to].layer > c->items[e->from].layer ? LAYOUT_LEFT
							       : LAYOUT_RIGHT;
}

/* What the choice of a net depends on, counted over shown edges. */
struct degrees {
	int *out[2], *in[2], *mutual[2]; /* by side */
};

static struct degrees degrees_new(int items)
{
	struct degrees d;

	for (int side = 0; side < 2; side++) {
		d.out[side] = xcalloc((size_t)items + 1, sizeof(int));
		d.in[side] = xcalloc((size_t)items + 1, sizeof(int));
		d.mutual[side] = xcalloc((size_t)items + 1, sizeof(int));
	}
	return d;
}

static void degrees_free(struct degrees *d)
{
	for (int side = 0; side < 2; side++) {
		free(d->out[side]);
		free(d->in[side]);
		free(d->mutual[side]);
	}
}

/* Finds reverse edges: edge numbers ordered by ends. */
struct edge_index {
	const struct layout_core *core;
	int *sorted;
};

static int compare_edges(const struct edge *a, int from, int to, bool weak)
{
	if (a->from != from)
		return a->from < from ? -1 : 1;
	if (a->to != to)
		return a->to < to ? -1 : 1;
	return (int)a->weak - (int)weak;
}

static int compare_indexes(const void *a, const void *b, void *core)
{
	const struct edge *edges = ((const struct layout_core *)core)->edges;
	const struct edge *f = &edges[*(const int *)b];

	return compare_edges(&edges[*(const int *)a], f->from, f->to, f->weak);
}

static struct edge_index edge_index_new(struct layout_core *c)
{
	struct edge_index x = {c, xcalloc((size_t)c->edge_count + 1, sizeof(int))};

	for (int i = 0; i < c->edge_count; i++)
		x.sorted[i] = i;
	if (c->edge_count > 1)
		qsort_r(x.sorted, (size_t)c->edge_count, sizeof(int), compare_indexes,
			c);
	return x;
}

static int edge_find(const struct edge_index *x, int from, int to, bool weak)
{
	int low = 0, high = x->core->edge_count;

	while (low < high) {
		int middle = (low + high) / 2;
		int order = compare_edges(
			&x->core->edges[x->sorted[middle]], from, to, weak);
		if (order == 0)
			return x->sorted[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

/* The shown edge that runs the other way, or NULL. */
static struct edge *reverse_of(
	struct layout_core *c, const struct edge_index *x, const struct edge *e)
{
	int r = e->from == e->to ? -1 : edge_find(x, e->to, e->from, e->weak);

	return r < 0 || c->edges[r].hidden ? NULL : &c->edges[r];
}

static void count_mutual(
	struct layout_core *c, const struct edge_index *x, struct degrees *d)
{
	for (int i = 0; i < c->edge_count; i++) {
		const struct edge *e = &c->edges[i];
		if (!e->hidden && reverse_of(c, x, e))
			d->mutual[side_from(c, e)][e->from]++;
	}
}

static bool is_crowded(
	const struct layout_core *c, const struct degrees *d, const struct edge *e)
{
	return d->mutual[side_from(c, e)][e->from] > MUTUAL_LIMIT ||
		d->mutual[side_to(c, e)][e->to] > MUTUAL_LIMIT;
}

static void mark_mutual(
	struct layout_core *c, const struct edge_index *x, struct degrees *d)
{
	for (int i = 0; i < c->edge_count; i++) {
		struct edge *e = &c->edges[i];
		struct edge *r;
		if (e->hidden)
			continue;
		r = reverse_of(c, x, e);
		if (e->fresh)
			e->mutual = r && r->fresh && !is_crowded(c, d, e);
		if (e->mutual)
			continue;
		d->out[side_from(c, e)][e->from]++;
		d->in[side_to(c, e)][e->to]++;
	}
}

static int find_net(const struct layout_core *c, int hub, enum layout_side side,
	enum net_kind kind, bool weak)
{
	const struct ints *pins = &c->items[hub].pins;

	for (int i = 0; i < pins->count; i++) {
		const struct pin *p = &c->pins[pins->at[i]];
		const struct net *n = &c->nets[p->net];
		if (!n->dead && n->hub_pin == pins->at[i] && p->side == side &&
			n->kind == kind && n->weak == weak)
			return p->net;
	}
	return -1;
}

static int make_net(struct layout_core *c, int hub, enum layout_side side,
	enum net_kind kind, bool weak)
{
	int net = core_add_net(c,
		(struct net){.kind = kind,
			.weak = weak,
			.hub = hub,
			.side = side,
			.first = 0,
			.last = -1});

	c->nets[net].hub_pin = core_add_pin(c, net, hub, side);
	return net;
}

static int net_for(struct layout_core *c, int hub, enum layout_side side,
	enum net_kind kind, bool weak)
{
	int net = find_net(c, hub, side, kind, weak);

	return net >= 0 ? net : make_net(c, hub, side, kind, weak);
}

static void join_mutual(struct layout_core *c, struct edge *e, struct edge *r)
{
	int net = make_net(c, e->from, side_from(c, e), NET_MUTUAL, e->weak);

	e->net = r->net = net;
	e->pin_from = r->pin_to = c->nets[net].hub_pin;
	e->pin_to = r->pin_from = core_add_pin(c, net, e->to, side_to(c, e));
	c->nets[net].edge_count = 2;
}

/* Lets an edge use the line of its reverse, which has that line to itself. */
static void share_line(struct layout_core *c, struct edge *e, const struct edge *r)
{
	struct net *n = &c->nets[r->net];

	n->kind = NET_MUTUAL;
	n->edge_count = 2;
	e->net = r->net;
	e->pin_from = r->pin_to;
	e->pin_to = r->pin_from;
}

static void join_source(struct layout_core *c, struct edge *e)
{
	int net = net_for(c, e->from, side_from(c, e), NET_SOURCE, e->weak);

	e->net = net;
	e->pin_from = c->nets[net].hub_pin;
	e->pin_to = core_add_pin(c, net, e->to, side_to(c, e));
	c->pins[e->pin_to].self_head = e->from == e->to;
	c->nets[net].edge_count++;
}

static void join_target(struct layout_core *c, struct edge *e)
{
	int net = net_for(c, e->to, side_to(c, e), NET_TARGET, e->weak);

	e->net = net;
	e->pin_to = c->nets[net].hub_pin;
	e->pin_from = core_add_pin(c, net, e->from, side_from(c, e));
	c->nets[net].edge_count++;
}

static void assign_edge(
	struct layout_core *c, struct edge *e, struct edge *r, const struct degrees *d)
{
	if (e->mutual && r)
		join_mutual(c, e, r);
	else if (r && r->net >= 0 && c->nets[r->net].edge_count == 1 && !r->fresh)
		share_line(c, e, r);
	else if (e->from == e->to ||
		d->out[side_from(c, e)][e->from] >= d->in[side_to(c, e)][e->to])
		join_source(c, e);
	else
		join_target(c, e);
	nets_extend(c, e->net);
}

void nets_assign(struct layout_core *c)
{
	struct edge_index x = edge_index_new(c);
	struct degrees d = degrees_new(c->item_count);

	count_mutual(c, &x, &d);
	mark_mutual(c, &x, &d);
	for (int i = 0; i < c->edge_count; i++) {
		struct edge *e = &c->edges[i];
		if (e->net < 0)
			assign_edge(c, e, reverse_of(c, &x, e), &d);
	}
	degrees_free(&d);
	free(x.sorted);
}

static int add_dummy(struct layout_core *c, int net, int layer)
{
	const struct item *hub = &c->items[c->nets[net].hub];

	core_grow_layers(c, layer + 1);
	return core_add_item(c,
		(struct item){.net = net,
			.layer = layer,
			.height = 1,
			.component = hub->component,
			.scc = hub->scc,
			.number = hub->number});
}

static void set_channels(struct layout_core *c, int net, int first, int last)
{
	struct net old = c->nets[net];
	struct net *n = &c->nets[net];

	n->first = first;
	n->last = last;
	n->dummies = xreallocarray(NULL, (size_t)(last - first + 1), sizeof(int));
	n->wires = xreallocarray(NULL, (size_t)(last - first + 1), sizeof *n->wires);
	for (int channel = first; channel <= last; channel++)
		n->wires[channel - first] = channel >= old.first && channel <= old.last
			? old.wires[channel - old.first]
			: (struct wire){-1, -1, -1, 0};
	for (int layer = first + 1; layer <= last; layer++) {
		int dummy = layer > old.first && layer <= old.last
			? old.dummies[layer - old.first - 1]
			: add_dummy(c, net, layer);
		c->nets[net].dummies[layer - first - 1] = dummy;
	}
	free(old.dummies);
	free(old.wires);
}

void nets_extend(struct layout_core *c, int net)
{
	const struct net *n = &c->nets[net];
	int first = core_channel(c, &c->pins[n->hub_pin]);
	int last = first;

	for (int i = 0; i < n->pins.count; i++) {
		int channel = core_channel(c, &c->pins[n->pins.at[i]]);
		first = channel < first ? channel : first;
		last = channel > last ? channel : last;
	}
	if (first != n->first || last != n->last)
		set_channels(c, net, first, last);
}

int nets_dummy(const struct net *n, int layer)
{
	return layer > n->first && layer <= n->last ? n->dummies[layer - n->first - 1]
						    : -1;
}

struct end nets_center(const struct layout_core *c, const struct net *n, int channel)
{
	int hub_channel = core_channel(c, &c->pins[n->hub_pin]);

	if (channel == hub_channel)
		return (struct end){n->hub, n->hub_pin};
	return (struct end){
		nets_dummy(n, channel > hub_channel ? channel : channel + 1), -1};
}

static void add_link(struct links *out, struct link link)
{
	if (out->count == out->capacity) {
		out->capacity = out->capacity ? 2 * out->capacity : 32;
		out->at =
			xreallocarray(out->at, (size_t)out->capacity, sizeof *out->at);
	}
	out->at[out->count++] = link;
}

static void link_center(const struct layout_core *c, int net, int channel,
	struct end center, struct end other, struct links *out)
{
	bool center_left = c->items[center.item].layer == channel;
	bool other_left = c->items[other.item].layer == channel;

	if (center.item == other.item && center.pin == other.pin)
		return;
	assert(center_left || other_left);
	if (center_left)
		add_link(out, (struct link){net, !other_left, center, other, 0});
	else
		add_link(out, (struct link){net, true, other, center, 0});
}

static void links_in_channel(
	const struct layout_core *c, int net, int channel, struct links *out)
{
	const struct net *n = &c->nets[net];
	struct end center = nets_center(c, n, channel);
	int left = nets_dummy(n, channel), right = nets_dummy(n, channel + 1);
	int first = out->count;

	if (left >= 0)
		link_center(c, net, channel, center, (struct end){left, -1}, out);
	if (right >= 0)
		link_center(c, net, channel, center, (struct end){right, -1}, out);
	for (int i = 0; i < n->pins.count; i++) {
		int pin = n->pins.at[i];
		if (pin != n->hub_pin && core_channel(c, &c->pins[pin]) == channel)
			link_center(c, net, channel, center,
				(struct end){c->pins[pin].item, pin}, out);
	}
	for (int i = first; i < out->count; i++)
		out->at[i].leaves = out->count - first;
}

void links_of_net(const struct layout_core *c, int net, struct links *out)
{
	const struct net *n = &c->nets[net];

	for (int channel = n->first; !n->dead && channel <= n->last; channel++)
		links_in_channel(c, net, channel, out);
}
