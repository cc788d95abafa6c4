#include "graph_choice.h"

#include <stdlib.h>
#include <string.h>

#include "picture_net.h"
#include "scene.h"
#include "xalloc.h"

struct picture_options graph_choice_options(const struct graph_choice *c)
{
	return (struct picture_options){
		.classes = c->filter == FILTER_ALL, .unfolded = c->unfolded};
}

/* ---- the choice */

static int compare_ids(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static struct graph_fold copy_fold(const struct graph_fold *f)
{
	struct graph_fold copy = *f;

	copy.members = xcalloc(f->count, sizeof(*copy.members));
	memcpy(copy.members, f->members, f->count * sizeof(*copy.members));
	return copy;
}

struct graph_choice graph_choice_copy(const struct graph_choice *c)
{
	struct graph_choice copy = *c;

	copy.folds = xcalloc(c->fold_count + 1, sizeof(*copy.folds));
	for (uint32_t i = 0; i < c->fold_count; i++)
		copy.folds[i] = copy_fold(&c->folds[i]);
	return copy;
}

void graph_choice_free(struct graph_choice *c)
{
	for (uint32_t i = 0; i < c->fold_count; i++)
		free(c->folds[i].members);
	free(c->folds);
	*c = (struct graph_choice){0};
}

static bool is_member(const struct graph_fold *f, uint32_t serial)
{
	return bsearch(&serial, f->members, f->count, sizeof(serial), compare_ids);
}

const struct graph_fold *graph_fold_of(const struct graph_choice *c, uint32_t serial)
{
	for (uint32_t i = 0; i < c->fold_count; i++) {
		if (is_member(&c->folds[i], serial))
			return &c->folds[i];
	}
	return NULL;
}

bool graph_choice_unfold(struct graph_choice *c, uint32_t serial)
{
	const struct graph_fold *fold = graph_fold_of(c, serial);
	uint32_t at;

	if (!fold)
		return false;
	at = (uint32_t)(fold - c->folds);
	free(c->folds[at].members);
	c->fold_count--;
	memmove(c->folds + at, c->folds + at + 1,
		(c->fold_count - at) * sizeof(*c->folds));
	return true;
}

void graph_choice_fold(
	struct graph_choice *c, const uint32_t *serials, uint32_t count, bool cycle)
{
	struct graph_fold fold = {xcalloc(count, sizeof(*serials)), count, cycle};

	for (uint32_t i = 0; i < count; i++)
		graph_choice_unfold(c, serials[i]);
	c->folds = xreallocarray(c->folds, c->fold_count + 1, sizeof(*c->folds));
	memcpy(fold.members, serials, count * sizeof(*serials));
	qsort(fold.members, count, sizeof(*fold.members), compare_ids);
	c->folds[c->fold_count++] = fold;
}

/* ---- what can be folded */

/* Marks everything that START reaches, along the references or against them. */
static void reach(const struct picture_net *n, uint32_t start, bool back, uint8_t mark,
	uint8_t *marks)
{
	bool found = true;

	marks[start] |= mark;
	while (found) {
		found = false;
		for (uint32_t i = 0; i < n->link_count; i++) {
			uint32_t from = n->links[i].from, to = n->links[i].to;
			uint32_t a = back ? to : from, b = back ? from : to;

			if (n->links[i].weak || !(marks[a] & mark) || marks[b] & mark ||
				b >= n->objects)
				continue;
			marks[b] |= mark;
			found = true;
		}
	}
}

static uint32_t take(const struct picture_net *n, const uint8_t *marks, uint8_t wanted,
	uint32_t **list)
{
	uint32_t count = 0;

	*list = xcalloc(n->objects + 1, sizeof(**list));
	for (uint32_t i = 0; i < n->objects; i++) {
		if (marks[i] == wanted)
			(*list)[count++] = n->nodes[i].id;
	}
	if (count < 2) {
		free(*list);
		*list = NULL;
		return 0;
	}
	return count;
}

uint32_t graph_cycle_of(const struct world *w, const struct picture *p, uint32_t serial,
	uint32_t **list)
{
	struct picture_net n = picture_net_new(w, p);
	uint8_t *marks = xcalloc(n.count + 1, sizeof(*marks));
	uint32_t start = picture_net_find(&n, serial), count = 0;

	*list = NULL;
	if (start != UINT32_MAX) {
		reach(&n, start, false, 1, marks);
		reach(&n, start, true, 2, marks);
		count = take(&n, marks, 3, list);
	}
	free(marks);
	picture_net_free(&n);
	return count;
}

uint32_t graph_leaves_of(const struct world *w, const struct picture *p,
	uint32_t serial, uint32_t **list)
{
	struct picture_net n = picture_net_new(w, p);
	uint8_t *marks = xcalloc(n.count + 1, sizeof(*marks));
	uint32_t hub = picture_net_find(&n, serial), count;

	*list = NULL;
	for (uint32_t i = 0; i < n.link_count; i++) {
		const struct net_link *l = &n.links[i];

		if (l->from != hub && l->to < n.objects)
			marks[l->to] |= 2;
		else
			marks[l->to] |= 1;
		marks[l->from] |= 4;
	}
	count = hub == UINT32_MAX ? 0 : take(&n, marks, 1, list);
	free(marks);
	picture_net_free(&n);
	return count;
}
