#include "layout_wire.h"

#include <assert.h>
#include <stdlib.h>

#include "xalloc.h"

void segments_add(struct segments *all, struct segment s)
{
	if (all->count == all->capacity) {
		all->capacity = all->capacity ? 2 * all->capacity : 16;
		all->at =
			xreallocarray(all->at, (size_t)all->capacity, sizeof *all->at);
	}
	all->at[all->count++] = s;
}

void segment_free(struct segment *s)
{
	ints_free(&s->left);
	ints_free(&s->right);
}

void segments_free(struct segments *all)
{
	for (int i = 0; i < all->count; i++)
		segment_free(&all->at[i]);
	free(all->at);
	*all = (struct segments){NULL, 0, 0};
}

static void insert_row(struct ints *rows, int row)
{
	int k = rows->count;

	ints_push(rows, row);
	for (; k > 0 && rows->at[k - 1] > row; k--)
		rows->at[k] = rows->at[k - 1];
	rows->at[k] = row;
}

/* Channels that a net's shown pins need. */
static void live_channels(const struct layout_core *c, const struct net *n,
	const bool *live_pins, int *first, int *last)
{
	*first = n->last + 1;
	*last = n->first - 1;
	for (int i = 0; i < n->pins.count; i++) {
		int channel = core_channel(c, &c->pins[n->pins.at[i]]);
		if (live_pins && !live_pins[n->pins.at[i]])
			continue;
		*first = channel < *first ? channel : *first;
		*last = channel > *last ? channel : *last;
	}
}

static void add_dummies(const struct layout_core *c, const struct net *n, int channel,
	const bool *live_pins, struct segment *s)
{
	int first, last;

	live_channels(c, n, live_pins, &first, &last);
	if (channel > first && channel <= last)
		insert_row(&s->left, c->items[nets_dummy(n, channel)].y);
	if (channel >= first && channel < last)
		insert_row(&s->right, c->items[nets_dummy(n, channel + 1)].y);
}

struct segment segment_of_wire(
	const struct layout_core *c, int net, int channel, const bool *live_pins)
{
	const struct net *n = &c->nets[net];
	struct segment s = {.net = net, .column = -1};

	add_dummies(c, n, channel, live_pins, &s);
	for (int i = 0; i < n->pins.count; i++) {
		int pin = n->pins.at[i];
		const struct pin *p = &c->pins[pin];
		if (core_channel(c, p) != channel || (live_pins && !live_pins[pin]))
			continue;
		insert_row(p->side == LAYOUT_RIGHT ? &s.left : &s.right,
			core_row(c, (struct end){p->item, pin}));
	}
	segment_measure(&s);
	return s;
}

void segment_measure(struct segment *s)
{
	const struct ints *left = &s->left, *right = &s->right;

	s->low = s->high = left->count ? left->at[0] : right->count ? right->at[0] : 0;
	if (left->count && left->at[left->count - 1] > s->high)
		s->high = left->at[left->count - 1];
	if (right->count && right->at[0] < s->low)
		s->low = right->at[0];
	if (right->count && right->at[right->count - 1] > s->high)
		s->high = right->at[right->count - 1];
}

bool segment_is_straight(const struct segment *s)
{
	return s->left.count == 1 && s->right.count == 1 && s->low == s->high;
}

static bool have_common(const struct ints *a, const struct ints *b)
{
	for (int i = 0, j = 0; i < a->count && j < b->count;) {
		if (a->at[i] == b->at[j])
			return true;
		if (a->at[i] < b->at[j])
			i++;
		else
			j++;
	}
	return false;
}

bool segment_must_be_left(const struct segment *a, const struct segment *b)
{
	if (a->net == b->net)
		return a->part == SEGMENT_LEFT && b->part == SEGMENT_RIGHT;
	return a->high >= b->low && b->high >= a->low &&
		have_common(&b->right, &a->left);
}

static bool is_row_of(const struct ints *rows, int row)
{
	return rows->count && (rows->at[0] == row || rows->at[rows->count - 1] == row);
}

/* Both A's lower and B's upper end have arms to both sides.  In ASCII such a
 * join does not tell whether it goes on down or up. */
static bool is_ambiguous(const struct segment *a, const struct segment *b)
{
	return a->high + 1 == b->low && is_row_of(&a->left, a->high) &&
		is_row_of(&a->right, a->high) && is_row_of(&b->left, b->low) &&
		is_row_of(&b->right, b->low);
}

bool segment_needs_distance(
	const struct layout_core *c, const struct segment *a, const struct segment *b)
{
	if (a->high >= b->low && b->high >= a->low)
		return true;
	if (a->net == b->net)
		return true;
	return c->options.stride > 1 && (is_ambiguous(a, b) || is_ambiguous(b, a));
}

static int count_between(const struct ints *rows, int low, int high)
{
	int count = 0;

	for (int i = 0; i < rows->count; i++)
		count += rows->at[i] >= low && rows->at[i] <= high;
	return count;
}

int segment_crossings(const struct segment *a, const struct segment *b)
{
	return count_between(&a->right, b->low, b->high) +
		count_between(&b->left, a->low, a->high);
}

/* FNV-1a over whole numbers. */
static uint32_t mix(uint32_t print, const struct ints *rows)
{
	print = (print ^ (uint32_t)rows->count) * UINT32_C(16777619);
	for (int i = 0; i < rows->count; i++)
		print = (print ^ (uint32_t)rows->at[i]) * UINT32_C(16777619);
	return print;
}

uint32_t segment_print(const struct segment *s)
{
	return mix(mix(UINT32_C(2166136261), &s->left), &s->right);
}

bool segment_prefer_split(const struct segment *a, const struct segment *b)
{
	int ends_a, ends_b = b->left.count + b->right.count;

	if (b->part != SEGMENT_WHOLE)
		return false;
	if (!a)
		return true;
	ends_a = a->left.count + a->right.count;
	return ends_b != ends_a ? ends_b < ends_a : b->net < a->net;
}

void segment_store(struct layout_core *c, const struct segment *s, int channel)
{
	struct net *n = &c->nets[s->net];
	struct wire *w = &n->wires[channel - n->first];

	assert(s->column >= 0);
	if (s->part == SEGMENT_RIGHT) {
		w->column2 = s->column;
		w->joint = s->left.at[0];
	} else {
		w->column = s->column;
		if (s->part == SEGMENT_WHOLE)
			w->column2 = -1;
	}
}

void segment_remember(struct layout_core *c, int net, int channel)
{
	struct net *n = &c->nets[net];
	struct segment s = segment_of_wire(c, net, channel, NULL);

	n->wires[channel - n->first].print = segment_print(&s);
	segment_free(&s);
}
