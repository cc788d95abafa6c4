#ifndef GCREFS_GRAPH_READER_H
#define GCREFS_GRAPH_READER_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Reads a drawn object graph back: from the picture's text alone to boxes and
 * references.  It knows the signs and nothing about who draws them, so that a
 * test can hold a drawing to "exactly the references of the graph".
 *
 * The signs:
 *
 *   box       a frame of square corners (single, double, heavy, dashed, dotted),
 *             or rows of [...] below each other, the first with text; in ASCII
 *             +-+| #=# *** :.: ,.,  Text may stand in the upper border.
 *   root      (name)
 *   line      ─ │ ╭ ╮ ╰ ╯, weak ╌ ╎; in ASCII - | . ' and weak ~ :
 *   join      ├ ┤ ┬ ┴ ● of one net, in ASCII *
 *   crossing  ┼ of two nets, in ASCII +
 *   tail      ├ ┤ on a frame's side; a line that touches the side of [ ] ( ) or
 *             of an ASCII frame
 *   head      ► ◄ ▲ ▼ touching the box, in ASCII > <
 *
 *   ghost     ┄ ┆, a reference that is gone: says nothing
 *
 * In ASCII, . opens downward and ' upward, to the side where a line goes on, and
 * * to all sides where one does; so two vertical lines must not stand side by side.
 *
 * What hangs together is a net.  A net with one tail refers to all its heads, a
 * net with one head is referred to by all its tails, and a line with two heads
 * and no tail is a mutual pair.  All else is unreadable.
 */

struct graph_box {
	char *label;		/* the first text inside, without blanks around */
	bool root;		/* drawn as (label) */
	int x, y;		/* its upper left cell, from 0 */
	int width, height;
};

struct graph_edge {
	int tail, head;		/* indices of boxes */
	bool weak;
};

/* A place that breaks the rules. */
struct graph_spot {
	int x, y;
	const char *why;	/* constant text */
};

/* Boxes stand in the order of their upper left cells, row by row; edges are
 * sorted by tail, head, weak, and each is there once. */
struct graph_reading {
	struct graph_box *boxes;
	size_t box_count;
	struct graph_edge *edges;
	size_t edge_count;
	struct graph_spot *spots;
	size_t spot_count;
};

/* Reads TEXT, UTF-8 with one line a row; never fails: what it cannot read is in
 * the spots.  Columns are counted with wcwidth(), so set a UTF-8 locale when
 * labels can be wide.  Give the result back with graph_reading_free(). */
struct graph_reading graph_read(const char *text);
void graph_reading_free(struct graph_reading *g);

/* The box labelled LABEL, -1 if there is none, -2 if there are several. */
int graph_find_box(const struct graph_reading *g, const char *label);

/* The references as text that a test can compare: "tail -> head" or, weak,
 * "tail ~> head", roots in parentheses, a line each, sorted by strcmp(), then
 * "unreadable X,Y: WHY" for every spot.  The caller frees it. */
char *graph_reading_text(const struct graph_reading *g);

#endif
