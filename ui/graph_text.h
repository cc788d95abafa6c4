#ifndef GCREFS_GRAPH_TEXT_H
#define GCREFS_GRAPH_TEXT_H

#include "glyph.h"
#include "graph_choice.h"
#include "strbuf.h"

/* What the boxes of the graph say.  How much depends on how many there are. */
enum graph_detail {
	GRAPH_VALUE,	/* name, counts, value */
	GRAPH_COUNTS,	/* name, counts */
	GRAPH_COMPACT	/* one line: name, count */
};

enum {
	GRAPH_TEXT_LINES = 3
};

struct graph_text {
	struct strbuf lines[GRAPH_TEXT_LINES];
	const char *pointers[GRAPH_TEXT_LINES];	/* to these */
	int count;
	struct strbuf badge;	/* generation, state, marks; "" for a root */
	unsigned changed;	/* bit i: line i changed in this step */
};

/* To be freed. */
void graph_text_make(const struct scene *s, const struct graph_figure *figure,
	enum graph_detail detail, struct graph_text *t);
void graph_text_free(struct graph_text *t);

/* Size of a figure's text, the same whatever its numbers are. */
int graph_text_columns(const struct scene *s, const struct graph_figure *figure,
	enum graph_detail detail, enum glyph_set glyphs);
int graph_text_lines(const struct graph_figure *figure, enum graph_detail detail);

/* The state that a fold shows: that of its members when they all have the same,
 * else the state of the one that is worst off. */
enum object_state graph_fold_state(
	const struct scene *s, const struct graph_fold *fold);

#endif
