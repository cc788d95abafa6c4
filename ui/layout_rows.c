/*
 * Rows of items: each pin wants the row of its partner, the order in the layer
 * is kept.  With absolute distances this is a weighted isotonic regression,
 * solved exactly by pooling adjacent violators (Barlow, Bartholomew, Bremner,
 * Brunk 1972) with medians.
 */
#include "layout_core.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum {
	WEIGHT = 5040
}; /* divisible by small numbers of leaves */

struct wish {
	int row;
	long weight;
};

struct wishes {
	struct wish *at; /* sorted by row */
	int count;
	long weight;
};

/* Items FIRST to the next block's first, moved together. */
struct block {
	int first;
	struct wishes wishes;
	int row;
};

struct rows {
	struct layout_core *core;
	struct links links;
	struct ints *links_left, *links_right; /* of each item */
	struct ints *groups;
	int *limits; /* rows a component's layers get */
};

static int compare_positions(const void *a, const void *b, void *core)
{
	const struct item *items = ((const struct layout_core *)core)->items;

	return items[*(const int *)a].position - items[*(const int *)b].position;
}

static struct ints *groups_of(struct layout_core *c)
{
	int count = c->component_count * c->layer_count;
	struct ints *groups = xcalloc((size_t)count + 1, sizeof *groups);

	for (int i = 0; i < c->item_count; i++)
		ints_push(&groups[c->items[i].component * c->layer_count +
				  c->items[i].layer],
			i);
	for (int g = 0; g < count; g++)
		if (groups[g].count > 1)
			qsort_r(groups[g].at, (size_t)groups[g].count, sizeof(int),
				compare_positions, c);
	return groups;
}

static void groups_free(const struct layout_core *c, struct ints *groups)
{
	for (int g = 0; g < c->component_count * c->layer_count; g++)
		ints_free(&groups[g]);
	free(groups);
}

void rows_stack(struct layout_core *c)
{
	struct ints *groups = groups_of(c);

	for (int g = 0; g < c->component_count * c->layer_count; g++) {
		int y = 0;
		for (int i = 0; i < groups[g].count; i++) {
			struct item *item = &c->items[groups[g].at[i]];
			item->y = y;
			item->is_placed = true;
			y += item->height;
		}
	}
	groups_free(c, groups);
}

static long link_weight(const struct layout_core *c, const struct link *k)
{
	int dummies = !c->items[k->a.item].is_box + !c->items[k->b.item].is_box;
	long base = dummies == 2 ? 8 : dummies == 1 ? 2 : 1;

	return base * WEIGHT / k->leaves;
}

/* Inserts in order; groups are small and wishes few. */
static void add_wish(struct wishes *w, int row, long weight)
{
	int k = w->count++;

	w->at = xreallocarray(w->at, (size_t)w->count, sizeof *w->at);
	for (; k > 0 && w->at[k - 1].row > row; k--)
		w->at[k] = w->at[k - 1];
	w->at[k] = (struct wish){row, weight};
	w->weight += weight;
}

static int row_of_pin(const struct layout_core *c, struct end e)
{
	return e.pin < 0 ? 0 : c->pins[e.pin].row;
}

static void add_wishes(const struct rows *r, const struct ints *links, bool at_left,
	int offset, struct wishes *out)
{
	for (int i = 0; i < links->count; i++) {
		const struct link *k = &r->links.at[links->at[i]];
		struct end here = at_left ? k->b : k->a, there = at_left ? k->a : k->b;
		add_wish(out,
			core_row(r->core, there) - row_of_pin(r->core, here) - offset,
			link_weight(r->core, k));
	}
}

static void merge(struct wishes *into, struct wishes *from)
{
	int total = into->count + from->count, i = 0, j = 0;
	struct wish *all = xreallocarray(NULL, (size_t)total + 1, sizeof *all);

	for (int k = 0; k < total; k++)
		all[k] = j == from->count ||
				(i < into->count && into->at[i].row <= from->at[j].row)
			? into->at[i++]
			: from->at[j++];
	free(into->at);
	free(from->at);
	into->at = all;
	into->count = total;
	into->weight += from->weight;
}

static int median(const struct wishes *w)
{
	long below = 0;

	for (int i = 0; i < w->count; i++) {
		below += w->at[i].weight;
		if (2 * below >= w->weight)
			return w->at[i].row;
	}
	return 0;
}

/* Pools blocks from the last one up while they are out of order. */
static int pool(struct block *blocks, int count)
{
	struct block *last = &blocks[count - 1];

	last->row = median(&last->wishes);
	while (count > 1 && last[-1].row > last->row) {
		merge(&last[-1].wishes, &last->wishes);
		last--;
		last->row = median(&last->wishes);
		count--;
	}
	return count;
}

enum sides {
	FROM_LEFT = 1,
	FROM_RIGHT = 2,
};

static int clamp(int row, int limit)
{
	return row > limit ? limit : row < 0 ? 0 : row;
}

/* Moves a layer's items, in rows 0 to LIMIT - 1. */
static void place_group(
	const struct rows *r, const struct ints *group, int limit, unsigned sides)
{
	struct block *blocks =
		xreallocarray(NULL, (size_t)group->count + 1, sizeof *blocks);
	int count = 0, offset = 0;

	for (int i = 0; i < group->count; i++) {
		int item = group->at[i];
		struct wishes w = {NULL, 0, 0};
		if (sides & FROM_LEFT)
			add_wishes(r, &r->links_left[item], true, offset, &w);
		if (sides & FROM_RIGHT)
			add_wishes(r, &r->links_right[item], false, offset, &w);
		if (w.count == 0)
			add_wish(&w, r->core->items[item].y - offset, 1);
		blocks[count++] = (struct block){i, w, 0};
		count = pool(blocks, count);
		offset += r->core->items[item].height;
	}
	limit -= offset;
	offset = 0;
	for (int b = 0, i = 0; b < count; b++) {
		int end = b + 1 < count ? blocks[b + 1].first : group->count;
		int row = clamp(blocks[b].row, limit);
		for (; i < end; i++) {
			r->core->items[group->at[i]].y = row + offset;
			offset += r->core->items[group->at[i]].height;
		}
		free(blocks[b].wishes.at);
	}
	free(blocks);
}

static int height_of(const struct layout_core *c, const struct ints *group)
{
	int height = 0;

	for (int i = 0; i < group->count; i++)
		height += c->items[group->at[i]].height;
	return height;
}

/* A component gets a tenth more rows than its fullest layer fills: with less
 * lines bend, with more the picture is mostly empty. */
static int *limits_of(const struct layout_core *c, const struct ints *groups)
{
	int *limits = xcalloc((size_t)c->component_count + 1, sizeof *limits);

	for (int component = 0; component < c->component_count; component++) {
		int most = 0;
		for (int layer = 0; layer < c->layer_count; layer++) {
			int height = height_of(
				c, &groups[component * c->layer_count + layer]);
			most = height > most ? height : most;
		}
		limits[component] = most + most / 10;
	}
	return limits;
}

static struct rows rows_new(struct layout_core *c)
{
	size_t items = (size_t)c->item_count + 1;
	struct rows r = {c, {NULL, 0, 0}, xcalloc(items, sizeof(struct ints)),
		xcalloc(items, sizeof(struct ints)), groups_of(c), NULL};

	r.limits = limits_of(c, r.groups);
	for (int net = 0; net < c->net_count; net++)
		links_of_net(c, net, &r.links);
	for (int i = 0; i < r.links.count; i++) {
		if (!r.links.at[i].across)
			continue;
		ints_push(&r.links_right[r.links.at[i].a.item], i);
		ints_push(&r.links_left[r.links.at[i].b.item], i);
	}
	return r;
}

static void rows_free(struct rows *r)
{
	for (int i = 0; i < r->core->item_count; i++) {
		ints_free(&r->links_left[i]);
		ints_free(&r->links_right[i]);
	}
	free(r->links_left);
	free(r->links_right);
	free(r->links.at);
	free(r->limits);
	groups_free(r->core, r->groups);
}

static void pass(const struct rows *r, bool to_right, unsigned sides)
{
	int layers = r->core->layer_count;

	for (int component = 0; component < r->core->component_count; component++)
		for (int k = 0; k < layers; k++) {
			int layer = to_right ? k : layers - 1 - k;
			place_group(r, &r->groups[component * layers + layer],
				r->limits[component], sides);
		}
}

void rows_assign(struct layout_core *c, int passes)
{
	struct rows r = rows_new(c);

	for (int i = 0; i < passes; i++)
		pass(&r, i % 2 == 0, i % 2 == 0 ? FROM_LEFT : FROM_RIGHT);
	rows_free(&r);
}

/* Rows of one component, from its top: used by an item, then where it goes. */
static int squeeze(struct layout_core *c, int component, int top)
{
	int low = 0, high = 0, next = top;
	int *rows;
	bool first = true;

	for (int i = 0; i < c->item_count; i++) {
		const struct item *item = &c->items[i];
		if (item->component != component)
			continue;
		if (first || item->y < low)
			low = item->y;
		if (first || item->y + item->height > high)
			high = item->y + item->height;
		first = false;
	}
	rows = xcalloc((size_t)(high - low) + 1, sizeof *rows);
	for (int i = 0; i < c->item_count; i++)
		for (int k = 0;
			c->items[i].component == component && k < c->items[i].height;
			k++)
			rows[c->items[i].y - low + k] = 1;
	for (int k = 0; k < high - low; k++) {
		int used = rows[k];
		rows[k] = next;
		next += used;
	}
	for (int i = 0; i < c->item_count; i++)
		if (c->items[i].component == component)
			c->items[i].y = rows[c->items[i].y - low];
	free(rows);
	return next;
}

void rows_finish(struct layout_core *c)
{
	int top = 0;

	for (int component = 0; component < c->component_count; component++)
		top = squeeze(c, component, top) + 1;
}
