/*
 * From the positions in the core to boxes, ends and runs in cells, of what is
 * shown only.
 */
#include "layout_core.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "layout_wire.h"
#include "xalloc.h"

struct emit {
	struct layout *out;
	struct layout_core *core;
	bool *heads, *tails, *live; /* of each pin */
	int run_capacity;
};

static void mark_pins(struct emit *m)
{
	const struct layout_core *c = m->core;

	for (int i = 0; i < c->edge_count; i++) {
		const struct edge *e = &c->edges[i];
		if (e->hidden)
			continue;
		m->tails[e->pin_from] = m->live[e->pin_from] = true;
		m->heads[e->pin_to] = m->live[e->pin_to] = true;
	}
}

static int channel_width(const struct layout_core *c, int channel)
{
	int stride = c->options.stride, tracks = c->layers[channel].tracks;
	int width = stride * (tracks + 1) + 1;

	if (channel == c->layer_count - 1)
		return tracks > 0 ? stride * tracks + 1 : 0;
	return width < 3 ? 3 : width;
}

static void widen_layers(struct layout_core *c)
{
	for (int i = 0; i < c->item_count; i++) {
		const struct item *item = &c->items[i];
		int width = item->is_box ? core_width(c, item) : 0;
		if (width > c->layers[item->layer].width)
			c->layers[item->layer].width = width;
	}
}

/* Sets the left edges of layers. */
static void place_layers(struct layout_core *c)
{
	int x = 0;

	widen_layers(c);
	for (int i = 0; i < c->layer_count; i++) {
		c->layers[i].x = x;
		if (i == 0 && c->layers[0].width == 0)
			continue; /* no roots at all */
		x += c->layers[i].width + channel_width(c, i);
	}
}

static int compare_boxes(const void *a, const void *b)
{
	uint32_t x = ((const struct layout_box *)a)->id;
	uint32_t y = ((const struct layout_box *)b)->id;

	return x < y ? -1 : x > y;
}

static struct layout_box box_of(const struct layout_core *c, const struct item *item)
{
	const struct layer *layer = &c->layers[item->layer];
	int width = item->root && item->layer == 0 ? core_width(c, item) : layer->width;

	return (struct layout_box){item->id, layer->x + layer->width - width, item->y,
		width, item->height, item->y + item->text_row, item->lines, item->layer,
		item->root, item->hidden};
}

static void emit_boxes(struct emit *m)
{
	struct layout *l = m->out;

	l->boxes = xreallocarray(
		l->boxes, (size_t)m->core->item_count + 1, sizeof *l->boxes);
	l->box_count = 0;
	for (int i = 0; i < m->core->item_count; i++)
		if (m->core->items[i].is_box)
			l->boxes[l->box_count++] = box_of(m->core, &m->core->items[i]);
	qsort(l->boxes, (size_t)l->box_count, sizeof *l->boxes, compare_boxes);
}

static int compare_edges(const void *a, const void *b)
{
	const struct layout_edge *e = a, *f = b;

	if (e->from != f->from)
		return e->from < f->from ? -1 : 1;
	if (e->to != f->to)
		return e->to < f->to ? -1 : 1;
	return (int)e->weak - (int)f->weak;
}

static void emit_edges(struct emit *m)
{
	const struct layout_core *c = m->core;
	struct layout *l = m->out;

	l->edges = xreallocarray(l->edges, (size_t)c->edge_count + 1, sizeof *l->edges);
	l->edge_count = c->edge_count;
	for (int i = 0; i < c->edge_count; i++) {
		const struct edge *e = &c->edges[i];
		l->edges[i] = (struct layout_edge){c->items[e->from].id,
			c->items[e->to].id, e->weak, e->hidden, e->net};
	}
	qsort(l->edges, (size_t)l->edge_count, sizeof *l->edges, compare_edges);
}

static void emit_run(struct emit *m, struct layout_run run)
{
	struct layout *l = m->out;

	if (l->run_count == m->run_capacity) {
		m->run_capacity = m->run_capacity ? 2 * m->run_capacity : 64;
		l->runs = xreallocarray(
			l->runs, (size_t)m->run_capacity, sizeof *l->runs);
	}
	l->runs[l->run_count++] = run;
}

static int channel_left(const struct layout_core *c, int channel)
{
	return c->layers[channel].x + c->layers[channel].width;
}

/* The last column of a channel, next to the boxes on its right. */
static int channel_right(const struct layout_core *c, int channel)
{
	return c->layers[channel + 1].x - 1;
}

static int track_x(const struct layout_core *c, int channel, int column)
{
	assert(column >= 0 && column < c->layers[channel].tracks);
	return channel_left(c, channel) + c->options.stride * (column + 1);
}

static void emit_vertical(struct emit *m, int net, int x, struct segment *s)
{
	segment_measure(s);
	if (s->low < s->high)
		emit_run(m,
			(struct layout_run){net, x, s->low, x, s->high, false, false});
}

/* The horizontals from a vertical to the left, or to the right edge. */
static void emit_left(
	struct emit *m, int net, int channel, int x, const struct ints *rows)
{
	for (int i = 0; i < rows->count; i++)
		emit_run(m,
			(struct layout_run){net, channel_left(m->core, channel),
				rows->at[i], x, rows->at[i], true, false});
}

static void emit_right(
	struct emit *m, int net, int channel, int x, const struct ints *rows)
{
	for (int i = 0; i < rows->count; i++)
		emit_run(m,
			(struct layout_run){net, x, rows->at[i],
				channel_right(m->core, channel), rows->at[i], false,
				true});
}

static void emit_dogleg(
	struct emit *m, int channel, const struct wire *w, struct segment *s)
{
	int x = track_x(m->core, channel, w->column);
	int x2 = track_x(m->core, channel, w->column2);
	bool joined = s->left.count > 0 && s->right.count > 0;
	struct segment left = *s, right = *s;
	struct ints no_rows = {NULL, 0, 0};

	emit_left(m, s->net, channel, x, &s->left);
	emit_right(m, s->net, channel, x2, &s->right);
	if (joined) {
		emit_run(m,
			(struct layout_run){
				s->net, x, w->joint, x2, w->joint, false, false});
		ints_push(&no_rows, w->joint);
	}
	left.right = right.left = no_rows;
	if (left.left.count > 0)
		emit_vertical(m, s->net, x, &left);
	if (right.right.count > 0)
		emit_vertical(m, s->net, x2, &right);
	ints_free(&no_rows);
}

static void emit_wire(struct emit *m, int net, int channel)
{
	const struct net *n = &m->core->nets[net];
	const struct wire *w = &n->wires[channel - n->first];
	struct segment s = segment_of_wire(m->core, net, channel, m->live);
	int x;

	if (segment_is_straight(&s) && w->column2 < 0) {
		emit_run(m,
			(struct layout_run){net, channel_left(m->core, channel), s.low,
				channel_right(m->core, channel), s.low, true, true});
	} else if (w->column2 >= 0) {
		emit_dogleg(m, channel, w, &s);
	} else if (s.left.count + s.right.count > 0) {
		x = track_x(m->core, channel, w->column);
		emit_left(m, net, channel, x, &s.left);
		emit_right(m, net, channel, x, &s.right);
		emit_vertical(m, net, x, &s);
	}
	segment_free(&s);
}

static bool is_live_dummy(const struct emit *m, const struct net *n, int layer)
{
	bool before = false, after = false;

	for (int i = 0; i < n->pins.count; i++) {
		if (!m->live[n->pins.at[i]])
			continue;
		if (core_channel(m->core, &m->core->pins[n->pins.at[i]]) < layer)
			before = true;
		else
			after = true;
	}
	return before && after;
}

static void emit_net(struct emit *m, int net)
{
	const struct net *n = &m->core->nets[net];

	for (int channel = n->first; channel <= n->last; channel++)
		emit_wire(m, net, channel);
	for (int layer = n->first + 1; layer <= n->last; layer++) {
		const struct layer *at = &m->core->layers[layer];
		int y = m->core->items[nets_dummy(n, layer)].y;
		if (is_live_dummy(m, n, layer) && at->width > 0)
			emit_run(m,
				(struct layout_run){net, at->x, y,
					at->x + at->width - 1, y, true, true});
	}
}

static void emit_nets(struct emit *m)
{
	struct layout *l = m->out;

	l->net_count = m->core->net_count;
	l->nets = xreallocarray(l->nets, (size_t)l->net_count + 1, sizeof *l->nets);
	for (int net = 0; net < l->net_count; net++) {
		const struct net *n = &m->core->nets[net];
		l->nets[net] = (struct layout_net){n->weak, false};
		if (!n->dead)
			emit_net(m, net);
	}
	for (int i = 0; i < m->core->edge_count; i++) {
		const struct edge *e = &m->core->edges[i];
		if (m->core->items[e->to].layer < m->core->items[e->from].layer)
			l->nets[e->net].back = m->core->nets[e->net].kind != NET_MUTUAL;
	}
}

static int box_index(const struct layout *l, uint32_t id)
{
	const struct layout_box *b = layout_find(l, id);

	return (int)(b - l->boxes);
}

static void emit_ends(struct emit *m)
{
	const struct layout_core *c = m->core;
	struct layout *l = m->out;

	l->ends = xreallocarray(l->ends, (size_t)c->pin_count + 1, sizeof *l->ends);
	l->end_count = 0;
	for (int i = 0; i < c->pin_count; i++) {
		const struct pin *p = &c->pins[i];
		if (!m->live[i])
			continue;
		l->ends[l->end_count++] = (struct layout_end){p->net,
			box_index(l, c->items[p->item].id), p->side,
			p->side == LAYOUT_RIGHT ? channel_left(c, core_channel(c, p))
						: channel_right(c, core_channel(c, p)),
			core_row(c, (struct end){p->item, i}), m->heads[i],
			m->tails[i]};
	}
}

static int max(int a, int b)
{
	return a > b ? a : b;
}

static void measure_size(struct layout *l)
{
	l->width = l->height = 0;
	for (int i = 0; i < l->box_count; i++) {
		l->width = max(l->width, l->boxes[i].x + l->boxes[i].width);
		l->height = max(l->height, l->boxes[i].y + l->boxes[i].height);
	}
	for (int i = 0; i < l->run_count; i++) {
		l->width = max(l->width, l->runs[i].x1 + 1);
		l->height = max(l->height, l->runs[i].y1 + 1);
	}
}

/* Horizontals by row: first[y] to first[y + 1] in LIST. */
struct by_row {
	int *first, *list;
};

static struct by_row horizontals_of(const struct layout *l)
{
	struct by_row rows = {xcalloc((size_t)l->height + 2, sizeof(int)),
		xcalloc((size_t)l->run_count + 1, sizeof(int))};
	int *next;

	for (int i = 0; i < l->run_count; i++)
		if (l->runs[i].y0 == l->runs[i].y1)
			rows.first[l->runs[i].y0 + 1]++;
	for (int y = 0; y < l->height; y++)
		rows.first[y + 1] += rows.first[y];
	next = xreallocarray(NULL, (size_t)l->height + 1, sizeof *next);
	memcpy(next, rows.first, (size_t)l->height * sizeof *next);
	for (int i = 0; i < l->run_count; i++)
		if (l->runs[i].y0 == l->runs[i].y1)
			rows.list[next[l->runs[i].y0]++] = i;
	free(next);
	return rows;
}

static int crossings_at(const struct layout *l, const struct by_row *rows,
	const struct layout_run *vertical, int y)
{
	int count = 0;

	for (int i = rows->first[y]; i < rows->first[y + 1]; i++) {
		const struct layout_run *h = &l->runs[rows->list[i]];
		count += h->net != vertical->net && h->x0 <= vertical->x0 &&
			vertical->x0 <= h->x1;
	}
	return count;
}

static void measure(struct layout *l)
{
	struct by_row rows = horizontals_of(l);
	struct layout_statistics *s = &l->statistics;

	*s = (struct layout_statistics){
		.cells = l->width * l->height, .updates = s->updates};
	for (int i = 0; i < l->run_count; i++) {
		const struct layout_run *r = &l->runs[i];
		s->length += r->x1 - r->x0 + r->y1 - r->y0 + 1;
		if (r->y0 == r->y1)
			s->bends += !r->open0 + !r->open1;
		else
			for (int y = r->y0; y <= r->y1; y++)
				s->crossings += crossings_at(l, &rows, r, y);
	}
	free(rows.first);
	free(rows.list);
}

void emit_layout(struct layout *l)
{
	size_t pins = (size_t)l->core->pin_count + 1;
	struct emit m = {l, l->core, xcalloc(pins, sizeof(bool)),
		xcalloc(pins, sizeof(bool)), xcalloc(pins, sizeof(bool)), 0};

	free(l->runs);
	l->runs = NULL;
	l->run_count = 0;
	mark_pins(&m);
	place_layers(l->core);
	emit_boxes(&m);
	emit_edges(&m);
	emit_nets(&m);
	emit_ends(&m);
	measure_size(l);
	measure(l);
	free(m.heads);
	free(m.tails);
	free(m.live);
}
