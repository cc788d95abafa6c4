/*
 * Strongly connected components, connected components and layers of a fresh
 * layout.  Items are boxes only here, in the order of their ids.  All searches
 * are iterative: a heap may hold a list of a million links.
 */
#include "layout_core.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* Successors and predecessors along strong edges, in id order. */
struct neighbours {
	int *first_out, *out;
	int *first_in, *in;
};

static void fill(const struct layout_core *c, int *first, int *list, bool forward)
{
	int *next;

	for (int i = 0; i < c->edge_count; i++) {
		const struct edge *e = &c->edges[i];
		if (!e->weak)
			first[(forward ? e->from : e->to) + 1]++;
	}
	for (int i = 0; i < c->item_count; i++)
		first[i + 1] += first[i];
	next = xreallocarray(NULL, (size_t)c->item_count + 1, sizeof *next);
	memcpy(next, first, ((size_t)c->item_count + 1) * sizeof *next);
	for (int i = 0; i < c->edge_count; i++) {
		const struct edge *e = &c->edges[i];
		if (!e->weak)
			list[next[forward ? e->from : e->to]++] =
				forward ? e->to : e->from;
	}
	free(next);
}

static struct neighbours neighbours_of(const struct layout_core *c)
{
	size_t items = (size_t)c->item_count + 1, edges = (size_t)c->edge_count + 1;
	struct neighbours n = {xcalloc(items, sizeof(int)), xcalloc(edges, sizeof(int)),
		xcalloc(items, sizeof(int)), xcalloc(edges, sizeof(int))};

	fill(c, n.first_out, n.out, true);
	fill(c, n.first_in, n.in, false);
	return n;
}

static void neighbours_free(struct neighbours *n)
{
	free(n->first_out);
	free(n->out);
	free(n->first_in);
	free(n->in);
}

/* Tarjan's algorithm (1972) with its recursion on an explicit stack. */
struct tarjan {
	const struct neighbours *graph;
	struct item *items;
	int *index, *low, *next; /* index 0: not visited */
	struct ints path, stack;
	int visited, components;
};

static void tarjan_enter(struct tarjan *t, int v)
{
	t->index[v] = t->low[v] = ++t->visited;
	t->next[v] = t->graph->first_out[v];
	ints_push(&t->path, v);
	ints_push(&t->stack, v);
}

static void tarjan_leave(struct tarjan *t, int v)
{
	int member;

	t->path.count--;
	if (t->path.count > 0) {
		int parent = t->path.at[t->path.count - 1];
		if (t->low[v] < t->low[parent])
			t->low[parent] = t->low[v];
	}
	if (t->low[v] != t->index[v])
		return;
	do {
		member = t->stack.at[--t->stack.count];
		t->items[member].scc = t->components;
	} while (member != v);
	t->components++;
}

static void tarjan_step(struct tarjan *t, int v)
{
	int w;

	if (t->next[v] == t->graph->first_out[v + 1]) {
		tarjan_leave(t, v);
		return;
	}
	w = t->graph->out[t->next[v]++];
	if (!t->index[w])
		tarjan_enter(t, w);
	else if (t->items[w].scc < 0 && t->index[w] < t->low[v])
		t->low[v] = t->index[w];
}

/* Numbers SCCs so that each comes after those it refers to; returns how many. */
static int find_sccs(struct layout_core *c, const struct neighbours *graph)
{
	size_t count = (size_t)c->item_count + 1;
	struct tarjan t = {.graph = graph,
		.items = c->items,
		.index = xcalloc(count, sizeof(int)),
		.low = xcalloc(count, sizeof(int)),
		.next = xcalloc(count, sizeof(int))};

	for (int i = 0; i < c->item_count; i++)
		c->items[i].scc = -1;
	for (int i = 0; i < c->item_count; i++) {
		if (!t.index[i])
			tarjan_enter(&t, i);
		while (t.path.count > 0)
			tarjan_step(&t, t.path.at[t.path.count - 1]);
	}
	free(t.index);
	free(t.low);
	free(t.next);
	ints_free(&t.path);
	ints_free(&t.stack);
	return t.components;
}

static int find_root(int *parent, int i)
{
	while (parent[i] != i)
		i = parent[i] = parent[parent[i]];
	return i;
}

/* Components along edges of both kinds, numbered by their lowest id. */
static void find_components(struct layout_core *c)
{
	int *parent = xcalloc((size_t)c->item_count + 1, sizeof *parent);

	for (int i = 0; i < c->item_count; i++)
		parent[i] = i;
	for (int i = 0; i < c->edge_count; i++) {
		int a = find_root(parent, c->edges[i].from);
		int b = find_root(parent, c->edges[i].to);
		if (a < b)
			parent[b] = a;
		else
			parent[a] = b;
	}
	c->component_count = 0;
	for (int i = 0; i < c->item_count; i++) {
		int root = find_root(parent, i);
		c->items[i].component =
			root == i ? c->component_count++ : c->items[root].component;
	}
	free(parent);
}

/* Gives layers and numbers from the items in QUEUE on, which have theirs. */
static int search(struct layout_core *c, const struct neighbours *graph,
	struct ints *queue, int number)
{
	for (int at = 0; at < queue->count; at++) {
		int v = queue->at[at];
		c->items[v].number = number++;
		for (int i = graph->first_out[v]; i < graph->first_out[v + 1]; i++) {
			struct item *w = &c->items[graph->out[i]];
			if (w->layer >= 0)
				continue;
			w->layer = c->items[v].layer + 1;
			ints_push(queue, graph->out[i]);
		}
	}
	queue->count = 0;
	return number;
}

/* Marks SCCs of items without a layer that others without one refer to. */
static bool *entered_sccs(
	const struct layout_core *c, const struct neighbours *graph, int sccs)
{
	bool *entered = xcalloc((size_t)sccs + 1, sizeof *entered);

	for (int v = 0; v < c->item_count; v++)
		for (int i = graph->first_in[v]; i < graph->first_in[v + 1]; i++)
			if (c->items[graph->in[i]].scc != c->items[v].scc)
				entered[c->items[v].scc] = true;
	return entered;
}

/* Layer = distance from the roots; what no root reaches starts at layer 1 from
 * the SCCs that nothing else refers to. */
static void layer_by_breadth(
	struct layout_core *c, const struct neighbours *graph, int sccs)
{
	struct ints queue = {NULL, 0, 0};
	bool *entered = entered_sccs(c, graph, sccs);
	int number;

	for (int i = 0; i < c->item_count; i++) {
		c->items[i].layer = c->items[i].root ? 0 : -1;
		if (c->items[i].root)
			ints_push(&queue, i);
	}
	number = search(c, graph, &queue, 0);
	for (int i = 0; i < c->item_count; i++) {
		struct item *item = &c->items[i];
		if (item->layer >= 0 || entered[item->scc])
			continue;
		entered[item->scc] = true;
		item->layer = 1;
		ints_push(&queue, i);
	}
	search(c, graph, &queue, number);
	free(entered);
	ints_free(&queue);
}

static int *items_by_number(const struct layout_core *c)
{
	int *order = xcalloc((size_t)c->item_count + 1, sizeof *order);

	for (int i = 0; i < c->item_count; i++)
		order[c->items[i].number] = i;
	return order;
}

static void layer_by_longest_path(struct layout_core *c, const struct neighbours *graph)
{
	int *order = items_by_number(c);

	for (int i = 0; i < c->item_count; i++)
		c->items[i].layer = c->items[i].root ? 0 : 1;
	for (int k = 0; k < c->item_count; k++) {
		const struct item *v = &c->items[order[k]];
		for (int i = graph->first_out[order[k]];
			i < graph->first_out[order[k] + 1]; i++) {
			struct item *w = &c->items[graph->out[i]];
			if (!w->root && w->number > v->number && w->layer <= v->layer)
				w->layer = v->layer + 1;
		}
	}
	free(order);
}

/* Puts the members of an SCC in layers: those that others refer to come first,
 * after all of those; the rest by distance. */
static void layer_scc(struct layout_core *c, const struct neighbours *graph,
	const int *members, int count, struct ints *queue)
{
	int base = c->items[members[0]].root ? 0 : 1;

	for (int k = 0; k < count; k++) {
		int v = members[k];
		bool entry = c->items[v].root;
		for (int i = graph->first_in[v]; i < graph->first_in[v + 1]; i++) {
			const struct item *u = &c->items[graph->in[i]];
			if (u->scc == c->items[v].scc)
				continue;
			entry = true;
			if (u->layer + 1 > base && !c->items[v].root)
				base = u->layer + 1;
		}
		if (entry)
			ints_push(queue, v);
	}
	if (queue->count == 0)
		ints_push(queue, members[0]);
	for (int k = 0; k < queue->count; k++)
		c->items[queue->at[k]].layer = c->items[queue->at[k]].root ? 0 : base;
	for (int at = 0; at < queue->count; at++) {
		int v = queue->at[at];
		for (int i = graph->first_out[v]; i < graph->first_out[v + 1]; i++) {
			struct item *w = &c->items[graph->out[i]];
			if (w->layer >= 0 || w->scc != c->items[v].scc)
				continue;
			w->layer = c->items[v].layer + 1;
			ints_push(queue, graph->out[i]);
		}
	}
	queue->count = 0;
}

static void layer_by_scc(
	struct layout_core *c, const struct neighbours *graph, int sccs)
{
	int *order = items_by_number(c);
	struct ints *members = xcalloc((size_t)sccs + 1, sizeof *members);
	struct ints queue = {NULL, 0, 0};

	for (int k = 0; k < c->item_count; k++)
		ints_push(&members[c->items[order[k]].scc], order[k]);
	for (int i = 0; i < c->item_count; i++)
		c->items[i].layer = -1;
	for (int s = sccs - 1; s >= 0; s--) {
		layer_scc(c, graph, members[s].at, members[s].count, &queue);
		ints_free(&members[s]);
	}
	free(members);
	free(order);
	ints_free(&queue);
}

void layers_assign(struct layout_core *c, enum layering how)
{
	struct neighbours graph = neighbours_of(c);
	int sccs = find_sccs(c, &graph);

	find_components(c);
	layer_by_breadth(c, &graph, sccs);
	if (how == LAYERING_LONGEST)
		layer_by_longest_path(c, &graph);
	else if (how == LAYERING_SCC)
		layer_by_scc(c, &graph, sccs);
	for (int i = 0; i < c->item_count; i++)
		core_grow_layers(c, c->items[i].layer + 1);
	neighbours_free(&graph);
}
