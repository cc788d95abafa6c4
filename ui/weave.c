#include "weave.h"

#include <assert.h>
#include <stdlib.h>

#include "xalloc.h"

enum {
	MARGIN = 1 /* rows between two sources of one lane, if there is room */
};

void weave_init(struct weave *w, int rows)
{
	*w = (struct weave){.rows = rows};
	w->lane = xcalloc((size_t)rows + 1, sizeof(*w->lane));
	w->marks = xcalloc((size_t)rows * WEAVE_LANES + 1, 1);
	for (int row = 0; row < rows; row++)
		w->lane[row] = -1;
}

void weave_free(struct weave *w)
{
	free(w->edges);
	free(w->lane);
	free(w->marks);
}

void weave_add(struct weave *w, int from, int to)
{
	assert(from >= 0 && from < w->rows && to >= 0 && to < w->rows);
	if (w->edge_count == w->edge_capacity) {
		w->edge_capacity = w->edge_capacity ? 2 * w->edge_capacity : 32;
		w->edges = xreallocarray(
			w->edges, (size_t)w->edge_capacity, sizeof(*w->edges));
	}
	w->edges[w->edge_count++] = (struct weave_edge){from, to};
}

static int compare_edges(const void *a, const void *b)
{
	const struct weave_edge *x = a, *y = b;

	return x->from != y->from ? x->from - y->from : x->to - y->to;
}

static void sort_edges(struct weave *w)
{
	int n = 0;

	if (w->edge_count == 0)
		return;
	qsort(w->edges, (size_t)w->edge_count, sizeof(*w->edges), compare_edges);
	for (int i = 1; i < w->edge_count; i++) {
		if (compare_edges(&w->edges[n], &w->edges[i]) != 0)
			w->edges[++n] = w->edges[i];
	}
	w->edge_count = n + 1;
}

/* A source and the rows that its lane covers. */
struct span {
	int source, top, bottom;
	int first, end; /* its edges */
	uint32_t key;
};

static int compare_spans(const void *a, const void *b)
{
	const struct span *x = a, *y = b;
	int length = (x->bottom - x->top) - (y->bottom - y->top);

	if (length)
		return length;
	return x->top != y->top ? x->top - y->top : x->source - y->source;
}

static int find_spans(const struct weave *w, const uint32_t *keys, struct span *spans)
{
	int count = 0;

	for (int i = 0; i < w->edge_count; i++) {
		const struct weave_edge *e = &w->edges[i];

		if (count == 0 || spans[count - 1].source != e->from)
			spans[count++] = (struct span){
				e->from, e->from, e->from, i, i, keys[e->from]};
		if (e->to < spans[count - 1].top)
			spans[count - 1].top = e->to;
		if (e->to > spans[count - 1].bottom)
			spans[count - 1].bottom = e->to;
		spans[count - 1].end = i + 1;
	}
	return count;
}

static bool is_free(const struct weave *w, const struct span *s, int lane, int margin)
{
	int top = s->top > margin ? s->top - margin : 0;
	int bottom = s->bottom + margin < w->rows ? s->bottom + margin : w->rows - 1;

	for (int row = top; row <= bottom; row++) {
		if (w->marks[row * WEAVE_LANES + lane])
			return false;
	}
	return true;
}

static void put(struct weave *w, int row, int lane, enum weave_mark mark)
{
	w->marks[row * WEAVE_LANES + lane] = (uint8_t)mark;
}

static void occupy(struct weave *w, const struct span *s, int lane)
{
	bool self = false;

	for (int row = s->top; row <= s->bottom; row++)
		put(w, row, lane, WEAVE_PASS);
	for (int i = s->first; i < s->end; i++) {
		int to = w->edges[i].to;

		if (to == s->source)
			self = true;
		else
			put(w, to, lane,
				to == s->top              ? WEAVE_TOP
					: to == s->bottom ? WEAVE_BOTTOM
							  : WEAVE_TARGET);
	}
	put(w, s->source, lane, self ? WEAVE_SOURCE_SELF : WEAVE_SOURCE);
	w->lane[s->source] = lane;
	if (lane >= w->lanes)
		w->lanes = lane + 1;
}

static void keep_lanes(struct weave *w, const struct span *spans, int count, int room,
	const struct weave_memory *memory)
{
	for (int i = 0; i < count; i++) {
		for (int k = 0; k < memory->count; k++) {
			int lane = memory->at[k].lane;

			if (memory->at[k].key == spans[i].key && lane < room &&
				is_free(w, &spans[i], lane, 0))
				occupy(w, &spans[i], lane);
		}
	}
}

/* Those that are not full already, so that lanes can grow as the window moves. */
static void give_lanes(
	struct weave *w, const struct span *spans, int count, int room, int margin)
{
	for (int i = 0; i < count; i++) {
		for (int lane = 0; lane < room && w->lane[spans[i].source] < 0;
			lane++) {
			if (is_free(w, &spans[i], lane, margin))
				occupy(w, &spans[i], lane);
		}
	}
}

static void remember(const struct weave *w, const struct span *spans, int count,
	struct weave_memory *memory)
{
	memory->count = 0;
	for (int i = 0; i < count && memory->count < WEAVE_REMEMBERED; i++) {
		if (w->lane[spans[i].source] < 0)
			continue;
		memory->at[memory->count].key = spans[i].key;
		memory->at[memory->count++].lane = w->lane[spans[i].source];
	}
}

void weave_assign(
	struct weave *w, int room, const uint32_t *keys, struct weave_memory *memory)
{
	struct span *spans = xcalloc((size_t)w->rows + 1, sizeof(*spans));
	int count;

	if (room > WEAVE_LANES)
		room = WEAVE_LANES;
	sort_edges(w);
	count = find_spans(w, keys, spans);
	qsort(spans, (size_t)count, sizeof(*spans), compare_spans);
	if (memory)
		keep_lanes(w, spans, count, room, memory);
	give_lanes(w, spans, count, room, MARGIN);
	give_lanes(w, spans, count, room, 0);
	if (memory)
		remember(w, spans, count, memory);
	free(spans);
}

enum weave_mark weave_at(const struct weave *w, int row, int lane)
{
	return (enum weave_mark)w->marks[row * WEAVE_LANES + lane];
}

int weave_reach(const struct weave *w, int row)
{
	int lane = w->lanes - 1;

	while (lane >= 0 && weave_at(w, row, lane) <= WEAVE_PASS)
		lane--;
	return lane;
}

bool weave_is_cut(const struct weave *w, int row)
{
	if (w->lane[row] >= 0)
		return false;
	for (int i = 0; i < w->edge_count; i++) {
		if (w->edges[i].from == row)
			return true;
	}
	return false;
}
