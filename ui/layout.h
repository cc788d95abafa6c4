#ifndef GCREFS_LAYOUT_H
#define GCREFS_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Where the boxes and lines of an object graph go: a layered drawing from left
 * to right in whole terminal cells (x: columns, y: rows, from 0).  No text, no
 * glyphs, no colours here; graph_draw.h paints the result.
 *
 * References are drawn as nets.  A net is one connected line that has exactly
 * one tail (all its references leave one object), or exactly one head (all
 * enter one object), or is a single line with a head at both ends (two objects
 * that refer to each other).  Two nets share a cell only where a straight
 * horizontal crosses a straight vertical.  So the picture can be read back
 * without knowing the graph.
 *
 *   layer 0   channel 0   layer 1        channel 1      layer 2
 *                        ┌────────┐
 *   (name) ─────────────►│ list A ├─╮                  ┌────────┐
 *                        │        │ ╰─────────────────►│ dict B │
 *                        └────────┘                    └────────┘
 *
 * Layers hold boxes and, for nets that pass, one free row each; vertical lines
 * run only in channels, one net a track.  The phases are those of Sugiyama,
 * Tagawa and Toda (1981): layers by breadth-first search from the roots, order
 * by barycenters and swaps, rows by isotonic regression, channels by ordering
 * tracks under vertical constraints with doglegs where they form a cycle
 * (Deutsch 1976).
 *
 * A layout lives longer than one graph.  layout_update() follows the graph and
 * keeps in place what existed; what is gone is hidden and keeps its place for a
 * while, so that stepping back shows the picture of before.
 */

/* One object or root.  Ids are stable and unique; sizes count text only, in
 * columns and lines; the frame is added here. */
struct graph_node {
	uint32_t id;
	bool root;	/* a name or another holder from outside: layer 0 */
	int columns;	/* widest line, at least 1 */
	int lines;	/* at least 1 */
};

/* One reference.  Several between the same two nodes are drawn as one; one
 * whose ends are not both among the nodes is left out. */
struct graph_ref {
	uint32_t from, to;
	bool weak;
};

struct graph {
	const struct graph_node *nodes;
	int node_count;
	const struct graph_ref *refs;
	int ref_count;
};

enum layout_style {
	LAYOUT_BOX,	/* framed boxes, roots as (name) */
	LAYOUT_COMPACT,	/* [text] */
};

struct layout_options {
	enum layout_style style;
	int stride;	/* columns a track: 1; 2 for ASCII */
	int spare;	/* free tracks a channel gets at first, for later lines */
};

enum layout_side {
	LAYOUT_LEFT,
	LAYOUT_RIGHT,
};

struct layout_box {
	uint32_t id;
	int x, y, width, height;
	int text_y;	/* row of the first line of text */
	int lines;
	int layer;
	bool root;
	bool hidden;	/* not in the graph any more; place kept */
};

/* Where a net meets a box.  At X, Y is the channel's cell beside the box. */
struct layout_end {
	int net, box;
	enum layout_side side;
	int x, y;
	bool head, tail;
};

/* A straight piece of a net, from one cell to another, horizontal when y0 ==
 * y1.  An end that is open goes on into a box. */
struct layout_run {
	int net;
	int x0, y0, x1, y1;
	bool open0, open1;
};

/* A reference and the net that draws it. */
struct layout_edge {
	uint32_t from, to;
	bool weak;
	bool hidden;
	int net;
};

struct layout_net {
	bool weak;
	bool back;	/* its references run against the flow, to the left */
};

struct layout_statistics {
	int crossings;	/* cells with two nets */
	int bends;	/* corners and joins */
	int length;	/* cells of lines */
	int cells;	/* width * height */
	int updates;	/* times that positions were computed, 1 when fresh */
};

struct layout_core;

/* What is to be painted.  Arrays are the layout's and change at every update.
 * Boxes are sorted by id; hidden ones are among them.  Ends, runs and nets are
 * of what is shown only, but for nets no more in use, which have no run. */
struct layout {
	struct layout_options options;
	int width, height;
	struct layout_box *boxes;
	int box_count;
	struct layout_edge *edges;	/* sorted by from, to, weak */
	int edge_count;
	struct layout_net *nets;
	int net_count;
	struct layout_end *ends;
	int end_count;
	struct layout_run *runs;
	int run_count;
	struct layout_statistics statistics;
	struct layout_core *core;
};

/* Lays out from nothing.  The same nodes and edges in whatever order give the
 * same layout.  To be freed with layout_free(). */
struct layout *layout_new(const struct graph *g, struct layout_options options);
void layout_free(struct layout *l);

/* An independent copy: updating one does not change the other. */
struct layout *layout_copy(const struct layout *l);

/* Follows the graph.  Removals hide and move nothing; new boxes take free
 * places; new references take free rows and tracks, and push as little as they
 * can when there are none.  A graph with the same nodes and edges changes
 * nothing at all.  Returns whether anything changed. */
bool layout_update(struct layout *l, const struct graph *g);

/* The box of an object, hidden or not, or NULL. */
const struct layout_box *layout_find(const struct layout *l, uint32_t id);

/* The cells of one reference from tail to head, shown or hidden, as runs (y0 ==
 * y1 or x0 == x1) in *RUNS, to be freed by the caller; returns their number, 0
 * when no such reference is known. */
int layout_path(const struct layout *l, uint32_t from, uint32_t to, bool weak,
	struct layout_run **runs);

#endif
