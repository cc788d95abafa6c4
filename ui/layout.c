#include "layout.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "layout_core.h"
#include "layout_tidy.h"
#include "xalloc.h"

enum {
	PASSES = 8,
	/* Above this number of nodes and edges only one way is tried. */
	TRIALS_LIMIT = 160,
	/* Pairs of nets looked at to improve an order: some milliseconds. */
	EFFORT = 1000000,
	EFFORT_OF_TRIAL = EFFORT / 8,
};

static struct layout_core *core_of(const struct tidy *t, struct layout_options options)
{
	struct layout_core *c = core_new(options);

	for (int i = 0; i < t->node_count; i++)
		core_add_item(c, tidy_item(&t->nodes[i]));
	for (int i = 0; i < t->edge_count; i++)
		core_add_edge(c, tidy_index(t, t->edges[i].from),
			tidy_index(t, t->edges[i].to), t->edges[i].weak);
	return c;
}

/* Sends the dummies of nets that run back to the bottom (1) or top (-1). */
static void rank_back_nets(struct layout_core *c, int rank)
{
	for (int i = 0; i < c->item_count; i++) {
		struct item *item = &c->items[i];
		const struct net *n = item->is_box ? NULL : &c->nets[item->net];
		if (n && (n->kind == NET_SOURCE) == (n->side == LAYOUT_LEFT))
			item->rank = rank;
	}
}

static void compute(struct layout_core *c, enum layering how, int rank)
{
	layers_assign(c, how);
	nets_assign(c);
	rank_back_nets(c, rank);
	order_assign(c);
	ports_size(c, false);
	rows_stack(c);
	ports_assign(c, false);
	rows_assign(c, PASSES);
	ports_assign(c, false);
	rows_assign(c, PASSES);
	rows_finish(c);
	route_assign(c);
	for (int i = 0; i < c->item_count; i++)
		c->items[i].fresh = false;
	for (int i = 0; i < c->edge_count; i++)
		c->edges[i].fresh = false;
}

static bool is_small(const struct tidy *t)
{
	return t->node_count + t->edge_count <= TRIALS_LIMIT;
}

static struct layout *attempt(const struct tidy *t, struct layout_options options,
	enum layering how, int rank)
{
	struct layout *l = xcalloc(1, sizeof *l);

	l->options = options;
	l->core = core_of(t, options);
	l->core->effort = is_small(t) ? EFFORT_OF_TRIAL : EFFORT;
	compute(l->core, how, rank);
	l->statistics.updates = 1;
	emit_layout(l);
	return l;
}

static long score(const struct layout *l)
{
	const struct layout_statistics *s = &l->statistics;

	return 600L * s->crossings + 100L * s->bends + 10L * s->length + s->cells;
}

struct layout *layout_new(const struct graph *g, struct layout_options options)
{
	struct tidy t = tidy_new(g);
	struct layout *best = attempt(&t, options, LAYERING_BREADTH, 0);

	for (int i = 0; is_small(&t) && i < 3 * LAYERING_COUNT; i++) {
		enum layering how = (enum layering)(i / 3);
		int rank = i % 3 - 1;
		struct layout *l;
		bool better;
		if (how == LAYERING_BREADTH && rank == 0)
			continue;
		l = attempt(&t, options, how, rank);
		better = score(l) < score(best);
		layout_free(better ? best : l);
		best = better ? l : best;
	}
	tidy_free(&t);
	return best;
}

void layout_free(struct layout *l)
{
	if (!l)
		return;
	core_free(l->core);
	free(l->boxes);
	free(l->edges);
	free(l->nets);
	free(l->ends);
	free(l->runs);
	free(l);
}

static int compare_box_id(const void *key, const void *box)
{
	uint32_t x = *(const uint32_t *)key, y = ((const struct layout_box *)box)->id;

	return x < y ? -1 : x > y;
}

const struct layout_box *layout_find(const struct layout *l, uint32_t id)
{
	return l->box_count == 0 ? NULL
				 : bsearch(&id, l->boxes, (size_t)l->box_count,
					   sizeof *l->boxes, compare_box_id);
}
