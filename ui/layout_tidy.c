#include "layout_tidy.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

static int compare_nodes(const void *a, const void *b)
{
	uint32_t x = ((const struct graph_node *)a)->id;
	uint32_t y = ((const struct graph_node *)b)->id;

	return x < y ? -1 : x > y;
}

int tidy_compare_refs(const void *a, const void *b)
{
	const struct graph_ref *e = a, *f = b;

	if (e->from != f->from)
		return e->from < f->from ? -1 : 1;
	if (e->to != f->to)
		return e->to < f->to ? -1 : 1;
	return (int)e->weak - (int)f->weak;
}

static bool has_node(const struct graph_node *nodes, int count, uint32_t id)
{
	struct graph_node key = {.id = id};

	return bsearch(&key, nodes, (size_t)count, sizeof *nodes, compare_nodes) !=
		NULL;
}

struct tidy tidy_new(const struct graph *g)
{
	struct tidy t = {
		xreallocarray(NULL, (size_t)g->node_count + 1, sizeof *t.nodes),
		xreallocarray(NULL, (size_t)g->ref_count + 1, sizeof *t.edges),
		g->node_count, 0};

	if (g->node_count > 0)
		memcpy(t.nodes, g->nodes, (size_t)g->node_count * sizeof *t.nodes);
	qsort(t.nodes, (size_t)t.node_count, sizeof *t.nodes, compare_nodes);
	for (int i = 0; i < g->ref_count; i++)
		if (has_node(t.nodes, t.node_count, g->refs[i].from) &&
			has_node(t.nodes, t.node_count, g->refs[i].to))
			t.edges[t.edge_count++] = g->refs[i];
	qsort(t.edges, (size_t)t.edge_count, sizeof *t.edges, tidy_compare_refs);
	if (t.edge_count > 0) {
		int kept = 1;
		for (int i = 1; i < t.edge_count; i++)
			if (tidy_compare_refs(&t.edges[i], &t.edges[kept - 1]))
				t.edges[kept++] = t.edges[i];
		t.edge_count = kept;
	}
	return t;
}

void tidy_free(struct tidy *t)
{
	free(t->nodes);
	free(t->edges);
}

struct item tidy_item(const struct graph_node *node)
{
	return (struct item){.is_box = true,
		.root = node->root,
		.id = node->id,
		.columns = node->columns,
		.lines = node->lines,
		.layer = -1,
		.fresh = true};
}

int tidy_index(const struct tidy *t, uint32_t id)
{
	struct graph_node key = {.id = id};
	const struct graph_node *node = bsearch(
		&key, t->nodes, (size_t)t->node_count, sizeof *t->nodes, compare_nodes);

	return (int)(node - t->nodes);
}
