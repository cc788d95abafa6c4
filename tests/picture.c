#include "picture.h"

#include <stdlib.h>

#include "canvas.h"
#include "graph_draw.h"
#include "strbuf.h"
#include "xalloc.h"

struct picture_input picture_input_new(const struct dot *d)
{
	struct picture_input in = {xcalloc((size_t)d->node_count + 1, sizeof *in.nodes),
		xcalloc((size_t)d->edge_count + 1, sizeof *in.refs), {0}};

	for (int i = 0; i < d->node_count; i++)
		if (!d->nodes[i].gone)
			in.nodes[in.graph.node_count++] = (struct graph_node){
				(uint32_t)i, d->nodes[i].root,
				wtext_width(d->nodes[i].label, GLYPHS_UNICODE), 1};
	for (int i = 0; i < d->edge_count; i++)
		if (!d->edges[i].gone)
			in.refs[in.graph.ref_count++] =
				(struct graph_ref){(uint32_t)d->edges[i].from,
					(uint32_t)d->edges[i].to, d->edges[i].weak};
	in.graph.nodes = in.nodes;
	in.graph.refs = in.refs;
	return in;
}

void picture_input_free(struct picture_input *in)
{
	free(in->nodes);
	free(in->refs);
}

struct layout *picture_layout(const struct dot *d, struct picture_options o)
{
	struct picture_input in = picture_input_new(d);
	struct layout *l = layout_new(&in.graph,
		(struct layout_options){
			o.style, o.glyphs == GLYPHS_ASCII ? 2 : 1, o.spare});

	picture_input_free(&in);
	return l;
}

bool picture_update(struct layout *l, const struct dot *d)
{
	struct picture_input in = picture_input_new(d);
	bool changed = layout_update(l, &in.graph);

	picture_input_free(&in);
	return changed;
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
