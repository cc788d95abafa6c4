#include "picture_net.h"

#include <stdlib.h>

#include "xalloc.h"

static int compare_nodes(const void *a, const void *b)
{
	uint32_t x = ((const struct net_node *)a)->id;
	uint32_t y = ((const struct net_node *)b)->id;

	return x < y ? -1 : x > y;
}

uint32_t picture_net_find(const struct picture_net *n, uint32_t id)
{
	struct net_node key = {.id = id};
	const struct net_node *found =
		bsearch(&key, n->nodes, n->count, sizeof(*n->nodes), compare_nodes);

	return found ? (uint32_t)(found - n->nodes) : UINT32_MAX;
}

static void add_links(struct picture_net *n, const struct picture *p)
{
	n->links = xcalloc(p->edge_count + 1, sizeof(*n->links));
	for (uint32_t i = 0; i < p->edge_count; i++) {
		uint32_t from = picture_net_find(n, p->edges[i].from);
		uint32_t to = picture_net_find(n, p->edges[i].to);

		if (from != UINT32_MAX && to != UINT32_MAX)
			n->links[n->link_count++] =
				(struct net_link){from, to, p->edges[i].weak};
	}
}

struct picture_net picture_net_new(const struct world *w, const struct picture *p)
{
	struct picture_net n = {0};

	n.nodes = xcalloc(p->object_count + p->root_count + 1, sizeof(*n.nodes));
	for (uint32_t i = 0; i < p->object_count; i++)
		n.nodes[n.count++] = (struct net_node){
			.id = obj_serial(w, p->objects[i]), .object = p->objects[i]};
	n.objects = n.count;
	for (uint32_t i = 0; i < p->root_count; i++)
		n.nodes[n.count++] = (struct net_node){
			.id = p->roots[i].id, .root = p->roots[i].text};
	qsort(n.nodes + n.objects, n.count - n.objects, sizeof(*n.nodes),
		compare_nodes);
	for (uint32_t i = 0; i < n.count; i++)
		n.nodes[i].box = i;
	add_links(&n, p);
	return n;
}

void picture_net_free(struct picture_net *n)
{
	free(n->nodes);
	free(n->links);
}
