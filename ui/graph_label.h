#ifndef GCREFS_GRAPH_LABEL_H
#define GCREFS_GRAPH_LABEL_H

#include "graph_choice.h"

struct canvas;
struct layout;
struct scene;

/*
 * What references are called (".next", "[2]", "['key']"), written on their lines:
 * on cells that no other reference shares or crosses, so that a name can only be
 * that of the line it stands on, and only where it fits.
 */
enum {
	GRAPH_LABEL_ROOM = 9	/* spare columns of a channel that make room */
};

/* Writes the names of all references between figures on C, where LAYOUT was
 * drawn with its cell X, Y at 0, 0. */
void graph_label_draw(struct canvas *c, const struct scene *s,
	const struct graph_figures *f, const struct layout *layout, int x, int y);

#endif
