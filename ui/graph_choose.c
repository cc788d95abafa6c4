#include "graph_choice.h"

#include <stdlib.h>

#include "picture_net.h"
#include "scene.h"
#include "xalloc.h"

/* A picture rewritten by a choice. */

enum {
	RADIUS_MAX = 4
};

/* ---- folds */

static void join_members(struct picture_net *n, const struct graph_fold *fold)
{
	uint32_t first = UINT32_MAX;

	for (uint32_t i = 0; i < fold->count; i++) {
		uint32_t at = picture_net_find(n, fold->members[i]);

		if (at == UINT32_MAX)
			continue;
		if (first == UINT32_MAX)
			first = at;
		n->nodes[at].box = first;
	}
}

/* ---- what is kept */

static bool is_in_generation(const struct scene *s, obj_id o)
{
	obj_id focus = naming_find(s->names, s->w, s->choice->focus);

	if (s->query.gc.phase != GC_PHASE_IDLE)
		return query_is_collected(&s->query, o);
	return s->query.list[o] == (focus ? s->query.list[focus] : GC_GENERATION_0);
}

static bool is_unreachable(const struct scene *s, obj_id o)
{
	switch (query_state(&s->query, o)) {
	case STATE_DEAD:
	case STATE_SET_ASIDE:
	case STATE_UNREACHABLE:
	case STATE_UNCOLLECTABLE:
		return true;
	default:
		return false;
	}
}

static bool is_wanted(const struct scene *s, obj_id o)
{
	switch (s->choice->filter) {
	case FILTER_GENERATION:
		return is_in_generation(s, o);
	case FILTER_UNREACHABLE:
		return is_unreachable(s, o);
	default:
		return true;
	}
}

/* Keeps the boxes one reference away from what is kept, referrers first: they
 * decide what lives.  False, and keeps none, when that makes more than LIMIT. */
static bool widen(struct picture_net *n, uint32_t limit, uint32_t *kept)
{
	bool *near = xcalloc(n->count + 1, sizeof(*near));
	uint32_t more = 0;

	for (uint32_t i = 0; i < n->link_count; i++) {
		uint32_t a = n->nodes[n->links[i].from].box;
		uint32_t b = n->nodes[n->links[i].to].box;

		if (a >= n->objects)
			continue;
		if (n->nodes[a].kept && !n->nodes[b].kept)
			near[b] = true;
		if (n->nodes[b].kept && !n->nodes[a].kept)
			near[a] = true;
	}
	for (uint32_t i = 0; i < n->objects; i++)
		more += near[i];
	for (uint32_t i = 0; i < n->objects && *kept + more <= limit; i++)
		n->nodes[i].kept |= near[i];
	free(near);
	if (more == 0 || *kept + more > limit)
		return false;
	*kept += more;
	return true;
}

/* Only the nearest when all of them are too many. */
static void keep_referrers(struct picture_net *n, uint32_t focus, uint32_t limit)
{
	uint32_t kept = 1;

	for (uint32_t pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < n->link_count && kept < limit; i++) {
			uint32_t from = n->nodes[n->links[i].from].box;
			uint32_t to = n->nodes[n->links[i].to].box;
			uint32_t other = pass == 0 ? from : to;

			if ((pass == 0 ? to : from) != focus || other >= n->objects ||
				n->nodes[other].kept)
				continue;
			n->nodes[other].kept = true;
			kept++;
		}
	}
}

static void keep_neighbours(struct picture_net *n, uint32_t focus, uint32_t limit)
{
	uint32_t kept = 1;
	int radius = 0;

	focus = n->nodes[focus].box;
	n->nodes[focus].kept = true;
	while (radius < RADIUS_MAX && widen(n, limit, &kept))
		radius++;
	if (radius == 0)
		keep_referrers(n, focus, limit);
}

static void keep_first(struct picture_net *n, const struct scene *s, uint32_t limit)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < n->objects; i++) {
		obj_id o = n->nodes[i].object;
		struct net_node *box = &n->nodes[n->nodes[i].box];

		if (box->kept || !is_wanted(s, o))
			continue;
		if (kept >= limit && o != s->selected_object)
			continue;
		box->kept = true;
		kept++;
	}
}

static void keep(struct picture_net *n, const struct scene *s, uint32_t limit)
{
	uint32_t focus = UINT32_MAX;

	if (s->choice->filter == FILTER_NEIGHBOURS)
		focus = picture_net_find(n, s->choice->focus);
	if (focus != UINT32_MAX)
		keep_neighbours(n, focus, limit);
	else if (s->choice->filter != FILTER_NEIGHBOURS)
		keep_first(n, s, limit);
}

/* Roots that hold something that is shown. */
static void keep_roots(struct picture_net *n)
{
	for (uint32_t i = 0; i < n->link_count; i++) {
		if (n->links[i].from >= n->objects &&
			n->nodes[n->nodes[n->links[i].to].box].kept)
			n->nodes[n->links[i].from].kept = true;
	}
}

/* ---- the figures */

static void add_figure(const struct scene *s, const struct picture_net *n, uint32_t at,
	struct graph_figures *out)
{
	const struct net_node *node = &n->nodes[at];
	struct graph_figure figure = {.id = node->id, .root = node->root};

	if (node->object) {
		figure.fold = graph_fold_of(s->choice, node->id);
		figure.object = figure.fold ? 0 : node->object;
		out->objects++;
	}
	if (figure.fold)
		figure.id = figure.fold->members[0];
	out->at[out->count++] = figure;
}

static int compare_ids(uint32_t x, uint32_t y)
{
	return x < y ? -1 : x > y;
}

static int compare_figures(const void *a, const void *b)
{
	return compare_ids(((const struct graph_figure *)a)->id,
		((const struct graph_figure *)b)->id);
}

void graph_figures_sort(struct graph_figures *f)
{
	if (f->count)
		qsort(f->at, (size_t)f->count, sizeof(*f->at), compare_figures);
}

const struct graph_figure *graph_figure_find(const struct graph_figures *f, uint32_t id)
{
	struct graph_figure key = {.id = id};

	return f->count == 0 ? NULL
			     : bsearch(&key, f->at, (size_t)f->count, sizeof(*f->at),
				       compare_figures);
}

static uint32_t id_of(const struct scene *s, const struct picture_net *n, uint32_t at)
{
	const struct graph_fold *fold =
		n->nodes[at].object ? graph_fold_of(s->choice, n->nodes[at].id) : NULL;

	return fold ? fold->members[0] : n->nodes[at].id;
}

/* A pair of boxes of which one is not shown, once. */
static int compare_links(const void *a, const void *b)
{
	const struct net_link *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->to < y->to ? -1 : x->to > y->to;
}

static void count_more(
	const struct scene *s, const struct picture_net *n, struct graph_figures *out)
{
	struct net_link *hidden = xcalloc(2 * n->link_count + 1, sizeof(*hidden));
	uint32_t count = 0;

	for (uint32_t i = 0; i < n->link_count; i++) {
		uint32_t a = n->nodes[n->links[i].from].box;
		uint32_t b = n->nodes[n->links[i].to].box;

		if (a >= n->objects || n->nodes[a].kept == n->nodes[b].kept)
			continue;
		hidden[count++] = n->nodes[a].kept ? (struct net_link){a, b, false}
						   : (struct net_link){b, a, false};
	}
	qsort(hidden, count, sizeof(*hidden), compare_links);
	for (uint32_t i = 0; i < count; i++) {
		const struct graph_figure *f;

		if (i > 0 && compare_links(&hidden[i - 1], &hidden[i]) == 0)
			continue;
		f = graph_figure_find(out, id_of(s, n, hidden[i].from));
		if (f)
			out->at[f - out->at].more++;
	}
	free(hidden);
}

static void add_edges(
	const struct scene *s, const struct picture_net *n, struct graph_figures *out)
{
	out->edges = xcalloc(n->link_count + 1, sizeof(*out->edges));
	for (uint32_t i = 0; i < n->link_count; i++) {
		uint32_t from = n->nodes[n->links[i].from].box;
		uint32_t to = n->nodes[n->links[i].to].box;

		if (!n->nodes[from].kept || !n->nodes[to].kept)
			continue;
		if (from == to && graph_fold_of(s->choice, n->nodes[from].id))
			continue;
		out->edges[out->edge_count++] = (struct picture_edge){
			id_of(s, n, from), id_of(s, n, to), n->links[i].weak};
	}
}

static void count_objects(
	const struct scene *s, const struct picture_net *n, struct graph_figures *out)
{
	for (uint32_t i = 0; i < n->objects; i++) {
		const struct net_node *box = &n->nodes[n->nodes[i].box];
		const struct graph_figure *f = box->kept
			? graph_figure_find(out, id_of(s, n, n->nodes[i].box))
			: NULL;

		if (f)
			out->at[f - out->at].members++;
		else
			out->left_out++;
	}
}

void graph_choose(const struct scene *s, const struct picture *p, int limit,
	struct graph_figures *out)
{
	struct picture_net n = picture_net_new(s->w, p);

	*out = (struct graph_figures){0};
	out->at = xcalloc(n.count + GHOSTS, sizeof(*out->at));
	for (uint32_t i = 0; i < s->choice->fold_count; i++)
		join_members(&n, &s->choice->folds[i]);
	keep(&n, s, (uint32_t)limit);
	keep_roots(&n);
	for (uint32_t i = 0; i < n.count; i++) {
		if (n.nodes[i].kept)
			add_figure(s, &n, i, out);
	}
	graph_figures_sort(out);
	count_objects(s, &n, out);
	count_more(s, &n, out);
	add_edges(s, &n, out);
	picture_net_free(&n);
}

void graph_figures_free(struct graph_figures *f)
{
	free(f->at);
	free(f->edges);
}

uint32_t graph_box_of(const struct scene *s, uint32_t serial)
{
	obj_id o = naming_find(s->names, s->w, serial);
	const struct graph_fold *fold;

	while (o && s->query.owner[o] && !query_is_shown(&s->query, s->options, o))
		o = s->query.owner[o];
	if (o)
		serial = obj_serial(s->w, o);
	fold = graph_fold_of(s->choice, serial);
	return fold ? fold->members[0] : serial;
}
