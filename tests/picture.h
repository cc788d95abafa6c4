#ifndef GCREFS_TESTS_PICTURE_H
#define GCREFS_TESTS_PICTURE_H

#include "dot.h"
#include "glyph.h"
#include "layout.h"

/* From a graph of tests/graphs to its picture as text. */

struct picture_options {
	enum layout_style style;
	enum glyph_set glyphs;
	int spare;
};

/* Node I has the id I and its label as its only line of text. */
struct layout *picture_layout(const struct dot *d, struct picture_options o);
/* The whole layout drawn, rows with a newline each; to be freed. */
char *picture_text(const struct dot *d, const struct layout *l, enum glyph_set glyphs);

/* A layout's input made from what is not gone. */
struct picture_input {
	struct graph_node *nodes;
	struct graph_ref *refs;
	struct graph graph;
};

struct picture_input picture_input_new(const struct dot *d);
void picture_input_free(struct picture_input *in);
/* layout_update() with what D is now. */
bool picture_update(struct layout *l, const struct dot *d);

#endif
