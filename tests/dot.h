#ifndef GCREFS_TESTS_DOT_H
#define GCREFS_TESTS_DOT_H

#include <stdbool.h>

/*
 * Reads the graphs of tests/graphs: DOT as those files use it, one node or
 * edge a statement.  Nodes: NAME [label="..."], a root if style=rounded or if
 * the label is v and digits.  Edges: A -> B, weak if [style=dashed].
 */
struct dot_node {
	char *name, *label;
	bool root;
	bool gone;	/* not from a file: a test has taken it away */
};

struct dot_edge {
	int from, to;
	bool weak;
	bool gone;
};

struct dot {
	struct dot_node *nodes;
	int node_count;
	struct dot_edge *edges;
	int edge_count;
};

/* Reads a file; NULL when it cannot be opened.  Free with dot_free(). */
struct dot *dot_read(const char *path);
void dot_free(struct dot *d);

#endif
