/*
 * A layout follows its graph: what is gone is hidden, what comes back is shown
 * where it was, what is new is placed.
 */
#include "layout.h"

#include <assert.h>
#include <stdlib.h>

#include "layout_core.h"
#include "layout_tidy.h"
#include "xalloc.h"

/* Boxes of the core by id. */
struct id_index {
	int *items;
	int count;
};

static int compare_items(const void *a, const void *b, void *core)
{
	const struct item *items = ((const struct layout_core *)core)->items;
	uint32_t x = items[*(const int *)a].id, y = items[*(const int *)b].id;

	return x < y ? -1 : x > y;
}

static struct id_index id_index_new(struct layout_core *c)
{
	struct id_index x = {xcalloc((size_t)c->item_count + 1, sizeof(int)), 0};

	for (int i = 0; i < c->item_count; i++)
		if (c->items[i].is_box)
			x.items[x.count++] = i;
	if (x.count > 1)
		qsort_r(x.items, (size_t)x.count, sizeof(int), compare_items, c);
	return x;
}

static int find_item(const struct layout_core *c, const struct id_index *x, uint32_t id)
{
	int low = 0, high = x->count;

	while (low < high) {
		int middle = (low + high) / 2;
		uint32_t found = c->items[x->items[middle]].id;
		if (found == id)
			return x->items[middle];
		if (found < id)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

static struct graph_ref ref_of(const struct layout_core *c, const struct edge *e)
{
	return (struct graph_ref){c->items[e->from].id, c->items[e->to].id, e->weak};
}

static int compare_edges(const void *a, const void *b, void *core)
{
	struct graph_ref e = ref_of(core, a), f = ref_of(core, b);

	return tidy_compare_refs(&e, &f);
}

static void sort_edges(struct layout_core *c)
{
	if (c->edge_count > 1)
		qsort_r(c->edges, (size_t)c->edge_count, sizeof *c->edges,
			compare_edges, c);
}

/* Whether a known node needs more room than its box has. */
static bool has_outgrown(const struct layout_core *c, const struct item *item,
	const struct graph_node *n)
{
	struct item bigger = *item;

	bigger.columns = n->columns;
	return core_width(c, &bigger) > c->layers[item->layer].width ||
		n->lines > item->lines;
}

/* Whether the graph is what is shown, and fits. */
static bool is_same(
	struct layout_core *c, const struct id_index *x, const struct tidy *t)
{
	int shown = 0, at = 0;

	for (int i = 0; i < x->count; i++)
		shown += !c->items[x->items[i]].hidden;
	if (shown != t->node_count)
		return false;
	for (int i = 0; i < t->node_count; i++) {
		int item = find_item(c, x, t->nodes[i].id);
		if (item < 0 || c->items[item].hidden ||
			has_outgrown(c, &c->items[item], &t->nodes[i]))
			return false;
	}
	for (int i = 0; i < c->edge_count; i++) {
		struct graph_ref ref = ref_of(c, &c->edges[i]);
		if (c->edges[i].hidden)
			continue;
		if (at == t->edge_count || tidy_compare_refs(&ref, &t->edges[at++]))
			return false;
	}
	return at == t->edge_count;
}

static bool knows_any(
	const struct layout_core *c, const struct id_index *x, const struct tidy *t)
{
	for (int i = 0; i < t->node_count; i++)
		if (find_item(c, x, t->nodes[i].id) >= 0)
			return true;
	return false;
}

static void hide_item(struct layout_core *c, struct item *item, bool hide)
{
	if (hide && !item->hidden)
		item->hidden_since = c->update;
	item->hidden = hide;
}

static const struct graph_node *find_node(const struct tidy *t, uint32_t id)
{
	int low = 0, high = t->node_count;

	while (low < high) {
		int middle = (low + high) / 2;
		if (t->nodes[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < t->node_count && t->nodes[low].id == id ? &t->nodes[low] : NULL;
}

/* Hides and shows boxes; notes texts that have become larger. */
static void follow_nodes(struct layout_core *c, const struct tidy *t)
{
	for (int i = 0; i < c->item_count; i++) {
		struct item *item = &c->items[i];
		const struct graph_node *n =
			item->is_box ? find_node(t, item->id) : NULL;
		if (!item->is_box)
			continue;
		hide_item(c, item, !n);
		if (n && n->columns > item->columns)
			item->columns = n->columns;
		if (n && n->lines > item->lines)
			item->lines = n->lines;
	}
}

/* Hides and shows edges; both lists are sorted. */
static void follow_edges(struct layout_core *c, const struct tidy *t)
{
	int at = 0;

	for (int i = 0; i < c->edge_count; i++) {
		struct edge *e = &c->edges[i];
		struct graph_ref ref = ref_of(c, e);
		bool shown;
		while (at < t->edge_count && tidy_compare_refs(&t->edges[at], &ref) < 0)
			at++;
		shown = at < t->edge_count && !tidy_compare_refs(&t->edges[at], &ref);
		if (!shown && !e->hidden)
			e->hidden_since = c->update;
		e->hidden = !shown;
	}
}

static void add_nodes(struct layout_core *c, const struct tidy *t)
{
	struct id_index x = id_index_new(c);

	for (int i = 0; i < t->node_count; i++) {
		struct item item = tidy_item(&t->nodes[i]);
		if (find_item(c, &x, item.id) < 0)
			core_add_item(c, item);
	}
	free(x.items);
}

static void add_edges(struct layout_core *c, const struct tidy *t)
{
	struct id_index x = id_index_new(c);
	int known = c->edge_count, at = 0;

	for (int i = 0; i < t->edge_count; i++) {
		const struct graph_ref *ref = &t->edges[i];
		struct graph_ref old;
		int order = 1;
		for (; at < known && order > 0; at += order > 0) {
			old = ref_of(c, &c->edges[at]);
			order = tidy_compare_refs(ref, &old);
		}
		if (at == known || order != 0)
			core_add_edge(c, find_item(c, &x, ref->from),
				find_item(c, &x, ref->to), ref->weak);
	}
	free(x.items);
}

static void finish(struct layout_core *c)
{
	for (int i = 0; i < c->item_count; i++)
		c->items[i].fresh = false;
	for (int i = 0; i < c->edge_count; i++)
		c->edges[i].fresh = false;
}

static void follow(struct layout_core *c, const struct tidy *t)
{
	c->update++;
	follow_nodes(c, t);
	follow_edges(c, t);
	sweep_hidden(c);
	add_nodes(c, t);
	add_edges(c, t);
	pin_place(c);
	reroute_assign(c);
	finish(c);
}

/* Takes over what a fresh layout has. */
static void replace(struct layout *l, const struct graph *g)
{
	struct layout *fresh = layout_new(g, l->options), old = *l;

	*l = *fresh;
	l->statistics.updates = old.statistics.updates + 1;
	*fresh = old;
	layout_free(fresh);
}

bool layout_update(struct layout *l, const struct graph *g)
{
	struct tidy t = tidy_new(g);
	struct id_index x = id_index_new(l->core);
	bool known = knows_any(l->core, &x, &t), same;

	sort_edges(l->core);
	same = is_same(l->core, &x, &t);
	free(x.items);
	if (!same && !known && t.node_count > 0) {
		replace(l, g);
	} else if (!same) {
		follow(l->core, &t);
		l->statistics.updates++;
		emit_layout(l);
	}
	tidy_free(&t);
	return !same;
}
