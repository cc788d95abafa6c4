#include "query_index.h"

#include <stdlib.h>

#include "xalloc.h"

static void collect(struct query_index *x)
{
	struct reference_cursor c = {0};
	struct reference r;
	uint32_t capacity = 1024;

	x->refs = xcalloc(capacity, sizeof(*x->refs));
	while (query_reference(x->q->w, &c, &r)) {
		if (x->count == capacity) {
			capacity *= 2;
			x->refs = xreallocarray(x->refs, capacity, sizeof(*x->refs));
		}
		x->roots += r.holder != HOLDER_OBJECT;
		x->refs[x->count++] = r;
	}
}

/* Counts become positions: first[o] of the first, first[slots] the total. */
static void accumulate(uint32_t *first, uint32_t slots)
{
	uint32_t sum = 0;

	for (uint32_t o = 0; o <= slots; o++) {
		uint32_t n = first[o];

		first[o] = sum;
		sum += n;
	}
}

static void sort_out(struct query_index *x)
{
	for (uint32_t i = x->roots; i < x->count; i++)
		x->first_out[x->refs[i].object]++;
	accumulate(x->first_out, x->q->slots);
	for (uint32_t o = 0; o <= x->q->slots; o++)
		x->first_out[o] += x->roots;
}

static void sort_in(struct query_index *x)
{
	uint32_t *next = xcalloc(x->q->slots + 1, sizeof(*next));

	for (uint32_t i = 0; i < x->count; i++)
		x->first_in[x->refs[i].target]++;
	accumulate(x->first_in, x->q->slots);
	for (uint32_t i = 0; i < x->count; i++) {
		obj_id o = x->refs[i].target;

		x->in[x->first_in[o] + next[o]++] = i;
	}
	free(next);
}

void query_index_init(struct query_index *x, const struct query *q)
{
	*x = (struct query_index){.q = q};
	collect(x);
	x->first_out = xcalloc(q->slots + 2, sizeof(*x->first_out));
	x->first_in = xcalloc(q->slots + 2, sizeof(*x->first_in));
	x->in = xcalloc(x->count + 1, sizeof(*x->in));
	sort_out(x);
	sort_in(x);
}

void query_index_free(struct query_index *x)
{
	free(x->refs);
	free(x->first_out);
	free(x->first_in);
	free(x->in);
}

bool query_index_is_root(const struct query_index *x, uint32_t i)
{
	return i < x->roots &&
		(x->refs[i].holder != HOLDER_REGISTER ||
			x->refs[i].index != REG_GARBAGE);
}

/* Tarjan's algorithm; the call stack is `path` with the next reference of each. */
struct walk {
	const struct query_index *x;
	struct query_components *c;
	uint32_t *number, *low, *next;
	obj_id *path, *open;
	uint32_t depth, open_count, numbered;
};

static void enter(struct walk *t, obj_id o)
{
	t->number[o] = t->low[o] = ++t->numbered;
	t->next[o] = t->x->first_out[o];
	t->path[t->depth++] = o;
	t->open[t->open_count++] = o;
}

static bool refers_to_itself(const struct query_index *x, obj_id o)
{
	for (uint32_t i = x->first_out[o]; i < x->first_out[o + 1]; i++) {
		if (x->refs[i].target == o)
			return true;
	}
	return false;
}

static void close_component(struct walk *t, obj_id o)
{
	uint32_t id = ++t->c->count, n = 0;
	obj_id member;

	do {
		member = t->open[--t->open_count];
		t->c->of[member] = id;
		n++;
	} while (member != o);
	t->c->size[id] = n > 1 || refers_to_itself(t->x, o) ? n : 0;
}

static void leave(struct walk *t, obj_id o)
{
	if (t->low[o] == t->number[o])
		close_component(t, o);
	t->depth--;
	if (t->depth > 0 && t->low[o] < t->low[t->path[t->depth - 1]])
		t->low[t->path[t->depth - 1]] = t->low[o];
}

static void walk_from(struct walk *t, obj_id start)
{
	enter(t, start);
	while (t->depth > 0) {
		obj_id o = t->path[t->depth - 1], target;

		if (t->next[o] == t->x->first_out[o + 1]) {
			leave(t, o);
			continue;
		}
		target = t->x->refs[t->next[o]++].target;
		if (!t->number[target])
			enter(t, target);
		else if (!t->c->of[target] && t->number[target] < t->low[o])
			t->low[o] = t->number[target];
	}
}

void query_components_init(struct query_components *c, const struct query_index *x)
{
	uint32_t slots = x->q->slots;
	struct walk t = {.x = x, .c = c};

	*c = (struct query_components){0};
	c->of = xcalloc(slots + 1, sizeof(*c->of));
	c->size = xcalloc(slots + 1, sizeof(*c->size));
	t.number = xcalloc(slots + 1, sizeof(*t.number));
	t.low = xcalloc(slots + 1, sizeof(*t.low));
	t.next = xcalloc(slots + 1, sizeof(*t.next));
	t.path = xcalloc(slots + 1, sizeof(*t.path));
	t.open = xcalloc(slots + 1, sizeof(*t.open));
	for (obj_id o = OBJ_NONE; o < slots; o++) {
		if (obj_kind(x->q->w, o) != KIND_NONE && !t.number[o])
			walk_from(&t, o);
	}
	free(t.number);
	free(t.low);
	free(t.next);
	free(t.path);
	free(t.open);
}

void query_components_free(struct query_components *c)
{
	free(c->of);
	free(c->size);
}

uint32_t query_cycle_size(const struct query_components *c, obj_id o)
{
	return c->size[c->of[o]];
}
