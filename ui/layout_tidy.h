#ifndef GCREFS_LAYOUT_TIDY_H
#define GCREFS_LAYOUT_TIDY_H

#include "layout_core.h"

/* A graph of our own: nodes sorted by id, edges by from, to, weak, without
 * double and dangling ones. */
struct tidy {
	struct graph_node *nodes;
	struct graph_ref *edges;
	int node_count, edge_count;
};

struct tidy tidy_new(const struct graph *g);
void tidy_free(struct tidy *t);
/* Orders struct graph_ref by from, to, weak; for qsort() and bsearch(). */
int tidy_compare_refs(const void *a, const void *b);
/* Index of a node that is there. */
int tidy_index(const struct tidy *t, uint32_t id);
/* The item of a node, without a place. */
struct item tidy_item(const struct graph_node *node);

#endif
