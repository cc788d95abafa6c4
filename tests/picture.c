#include "picture.h"

#include <stdlib.h>

#include "canvas.h"
#include "graph_draw.h"
#include "strbuf.h"
#include "xalloc.h"

struct graph picture_graph(const struct dot *d)
{
	struct graph_node *nodes = xcalloc((size_t)d->node_count + 1, sizeof *nodes);
	struct graph_ref *refs = xcalloc((size_t)d->edge_count + 1, sizeof *refs);

	for (int i = 0; i < d->node_count; i++)
		nodes[i] = (struct graph_node){(uint32_t)i, d->nodes[i].root,
			wtext_width(d->nodes[i].label, GLYPHS_UNICODE), 1};
	for (int i = 0; i < d->edge_count; i++)
		refs[i] = (struct graph_ref){(uint32_t)d->edges[i].from,
			(uint32_t)d->edges[i].to, d->edges[i].weak};
	return (struct graph){nodes, d->node_count, refs, d->edge_count};
}

void picture_graph_free(struct graph *g)
{
	union {
		const void *constant;
		void *plain;
	} nodes = {g->nodes}, refs = {g->refs};

	free(nodes.plain);
	free(refs.plain);
}

struct layout *picture_layout(const struct dot *d, struct picture_options o)
{
	struct graph g = picture_graph(d);
	struct layout *l = layout_new(&g,
		(struct layout_options){
			o.style, o.glyphs == GLYPHS_ASCII ? 2 : 1, o.spare});

	picture_graph_free(&g);
	return l;
}

char *picture_text(const struct dot *d, const struct layout *l, enum glyph_set glyphs)
{
	struct graph_look *looks = xcalloc((size_t)d->node_count + 1, sizeof *looks);
	struct graph_picture picture = {
		.layout = l, .looks = looks, .look_count = d->node_count};
	struct strbuf out = STRBUF_INIT;
	struct canvas c;

	for (int i = 0; i < d->node_count; i++)
		looks[i] = (struct graph_look){.id = (uint32_t)i,
			.lines = (const char *const *)&d->nodes[i].label,
			.line_count = 1};
	canvas_init(&c, l->width, l->height, glyphs);
	graph_draw(&c, &picture);
	canvas_dump(&c, &out);
	canvas_free(&c);
	free(looks);
	return strbuf_take(&out);
}
