#ifndef GCREFS_GRAPH_DRAW_H
#define GCREFS_GRAPH_DRAW_H

#include <stdbool.h>
#include <stdint.h>

struct canvas;
struct layout;

/*
 * Paints a layout on a canvas, in the canvas's glyph set.  Square corners are
 * objects, round ones references; ┼ is only ever two references that cross; ├
 * ┬ ● join one reference's line with itself; ► and ◄ touch what is referred to.
 *
 *         ┌──────────┐              +----------+
 *   (x)──►│ list #4  ├─╮       (x)->| list #4  |--.
 *         │ rc 2     │◄╯            | rc 2     |<-'
 *         └──────────┘              +----------+
 *
 * A layout for the ascii set needs a stride of 2 columns a track.
 */

/* What is known about an object now; decides border and colour. */
enum graph_state {
	GRAPH_LIVE,		/* single */
	GRAPH_DEAD,		/* double */
	GRAPH_CANDIDATE,	/* single */
	GRAPH_REACHABLE,	/* single */
	GRAPH_SET_ASIDE,	/* dashed */
	GRAPH_UNREACHABLE,	/* double */
	GRAPH_UNCOLLECTABLE,	/* double */
	GRAPH_FREED,		/* dotted; drawn although it is hidden */
	GRAPH_STATE_COUNT,
};

/*
 * How one box looks.  Lines are UTF-8, shown as wtext.h says and cut with an
 * ellipsis to the box; the first is the title, with the badge at its right
 * end.  Count title, one blank and badge in the node's columns.
 */
struct graph_look {
	uint32_t id;
	const char *const *lines;
	int line_count;
	const char *badge;	/* NULL: none */
	enum graph_state state;
	bool visited;		/* heavy border */
	bool selected;
	bool dim;		/* not part of what is looked at now */
	unsigned changed;	/* bit i: line i changed in this step */
};

/* A reference whose path from tail to head is to stand out. */
struct graph_mark {
	uint32_t from, to;
	bool weak;
	unsigned style;		/* as for canvas_restyle() */
	bool ghost;		/* gone from the graph: dotted, where cells are free */
};

struct graph_picture {
	const struct layout *layout;
	const struct graph_look *looks;	/* sorted by id; boxes without one are blank */
	int look_count;
	const struct graph_mark *marks;	/* later ones over earlier ones */
	int mark_count;
	int x, y;	/* cell of the layout that comes to the canvas's 0,0 */
};

/* Draws over all of the canvas.  Composes only what is visible. */
void graph_draw(struct canvas *c, const struct graph_picture *p);

#endif
