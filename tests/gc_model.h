#ifndef GCREFS_TESTS_GC_MODEL_H
#define GCREFS_TESTS_GC_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "dialect.h"

/*
 * What the collector must come to, computed another way: generations as arrays,
 * nodes with their references, deaths by plain recursion.  It follows the
 * versions through the dialect, and was itself written after a model that
 * agreed with the real interpreters on thousands of random programs.
 */
enum model_kind {
	MODEL_LIST,
	MODEL_TUPLE,
	MODEL_DICT,
	MODEL_INSTANCE
};

#define MODEL_NODES 128
#define MODEL_KIDS 12
#define MODEL_ATOM (-1) /* a reference to something that is no container */

struct model_node {
	enum model_kind kind;
	bool alive, tracked, finalized;
	bool has_del;
	bool resurrects; /* its next __del__ stores it outside */
	int rc;
	int kids[MODEL_KIDS], kid_count;
	int refs; /* gc_refs */
	int state;
};

struct model_list {
	int node[MODEL_NODES];
	int count;
};

struct model {
	const struct dialect *dialect;
	struct model_node node[MODEL_NODES];
	int nodes;
	struct model_list list[3]; /* generations */
	struct model_list trash;   /* being finalized and cleared */
	struct model_list finalizers;
	int called[1024], calls; /* __del__ of which node, in order */
};

void model_init(struct model *m, const struct dialect *d);
/* A new node with one reference from outside. */
int model_new(struct model *m, enum model_kind kind, const int *kids, int count);
/* Appends a reference (not to tuples). */
void model_link(struct model *m, int from, int to);
void model_drop(struct model *m, int i); /* a reference from outside goes */
int model_collect(struct model *m, int generation);

#endif
