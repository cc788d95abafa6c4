#include "query_tiles.h"

#include <stdlib.h>

#include "query_pages.h"
#include "xalloc.h"

enum {
	SMALL_HEAP = 1 << 16 /* slots up to which the interpreter's are left out */
};

/* Places. */

static void list_own(struct tiles *t)
{
	const struct query *q = t->q;

	t->objects = xcalloc(q->slots + 1, sizeof(*t->objects));
	for (obj_id o = OBJ_FIRST_FREE; o < q->slots; o++) {
		bool lives = obj_kind(q->w, o) != KIND_NONE;

		if (!lives || obj_serial(q->w, o) >= q->first_serial)
			t->objects[t->places++] = o;
	}
}

void tiles_init(struct tiles *t, const struct query *q, enum tile_by by, bool all,
	uint32_t room)
{
	*t = (struct tiles){.q = q, .by = by, .first = OBJ_FIRST_FREE, .each = 1};
	if (!all && q->slots <= SMALL_HEAP)
		list_own(t);
	else
		t->places = q->slots > t->first ? q->slots - t->first : 0;
	while ((t->places + t->each - 1) / t->each > room)
		t->each *= 2;
	t->count = (t->places + t->each - 1) / t->each;
}

void tiles_free(struct tiles *t)
{
	free(t->objects);
}

static obj_id at_place(const struct tiles *t, uint32_t place)
{
	return t->objects ? t->objects[place] : t->first + place;
}

static uint32_t end_of(const struct tiles *t, uint32_t i)
{
	return i + 1 < t->count ? (i + 1) * t->each : t->places;
}

/* One object. */

static uint8_t urgency(enum object_state s)
{
	static const uint8_t table[STATE_COUNT] = {
		[STATE_LIVE] = 1,
		[STATE_CANDIDATE] = 2,
		[STATE_REACHABLE] = 3,
		[STATE_DEAD] = 4,
		[STATE_UNCOLLECTABLE] = 5,
		[STATE_SET_ASIDE] = 6,
		[STATE_UNREACHABLE] = 7,
	};

	return table[s];
}

static uint8_t age_of(const struct world *w, uint32_t serial)
{
	uint32_t age = reg(w, REG_SERIAL) - 1 - serial;
	uint8_t digit = 0;

	for (; age >= 8 && digit < 9; age >>= 3)
		digit++;
	return digit;
}

static uint8_t what_is(const struct tiles *t, obj_id o)
{
	switch (t->by) {
	case TILE_STATE:
		return (uint8_t)query_state(t->q, o);
	case TILE_GENERATION:
		return t->q->list[o];
	case TILE_AGE:
		return age_of(t->q->w, obj_serial(t->q->w, o));
	default:
		return (uint8_t)obj_kind(t->q->w, o);
	}
}

static bool is_more_urgent(const struct tiles *t, uint8_t a, uint8_t b)
{
	switch (t->by) {
	case TILE_STATE:
		return urgency((enum object_state)a) > urgency((enum object_state)b);
	case TILE_GENERATION:
		return a > b;
	case TILE_AGE:
		return a < b;
	default:
		return false;
	}
}

static struct tile look_at_each(const struct tiles *t, uint32_t i)
{
	struct tile tile = {.empty = true, .all = true};

	for (uint32_t place = i * t->each; place < end_of(t, i); place++) {
		obj_id o = at_place(t, place);
		uint8_t what;

		if (obj_kind(t->q->w, o) == KIND_NONE)
			continue;
		what = what_is(t, o);
		if (tile.empty)
			tile.what = what;
		tile.all = tile.all && what == tile.what;
		if (is_more_urgent(t, what, tile.what))
			tile.what = what;
		tile.empty = false;
	}
	return tile;
}

/* Many in a row, by pages. */

static void join(struct query_page *all, const struct query_page *p)
{
	if (!all->states)
		all->kind = p->kind;
	all->mixed |= p->states && (p->mixed || p->kind != all->kind);
	all->states |= p->states;
	all->lists |= p->lists;
	all->newest = p->newest > all->newest ? p->newest : all->newest;
	all->oldest = p->oldest < all->oldest ? p->oldest : all->oldest;
}

static bool is_one(uint16_t set)
{
	return !(set & (set - 1));
}

/* The most urgent of a set of values. */
static struct tile most_urgent(const struct tiles *t, uint16_t set)
{
	struct tile tile = {(uint8_t)__builtin_ctz(set), false, is_one(set)};

	for (; set; set &= (uint16_t)(set - 1)) {
		uint8_t what = (uint8_t)__builtin_ctz(set);

		if (is_more_urgent(t, what, tile.what))
			tile.what = what;
	}
	return tile;
}

static struct tile of_page(const struct tiles *t, const struct query_page *p)
{
	const struct world *w = t->q->w;
	uint8_t age;

	if (!p->states)
		return (struct tile){.empty = true, .all = true};
	switch (t->by) {
	case TILE_STATE:
		return most_urgent(t, p->states);
	case TILE_GENERATION:
		return most_urgent(t, p->lists);
	case TILE_AGE:
		age = age_of(w, p->newest);
		return (struct tile){age, false, age == age_of(w, p->oldest)};
	default:
		return (struct tile){p->kind, false, !p->mixed};
	}
}

static struct tile look_at_pages(const struct tiles *t, uint32_t i)
{
	struct query_page all = {.oldest = UINT32_MAX};
	uint32_t end = (end_of(t, i) + PAGE_SLOTS - 1) / PAGE_SLOTS;

	for (uint32_t page = i * t->each / PAGE_SLOTS; page < end; page++)
		join(&all, query_page(t->q, page));
	return of_page(t, &all);
}

struct tile tiles_at(const struct tiles *t, uint32_t i)
{
	return !t->objects && t->each >= PAGE_SLOTS ? look_at_pages(t, i)
						    : look_at_each(t, i);
}

uint32_t tiles_objects(const struct tiles *t, uint32_t i, obj_id *list, uint32_t room)
{
	uint32_t count = 0;

	for (uint32_t place = i * t->each; place < end_of(t, i) && count < room;
		place++) {
		if (obj_kind(t->q->w, at_place(t, place)) != KIND_NONE)
			list[count++] = at_place(t, place);
	}
	return count;
}

obj_id tiles_object(const struct tiles *t, uint32_t i)
{
	struct tile tile = tiles_at(t, i);

	for (uint32_t place = i * t->each; place < end_of(t, i); place++) {
		obj_id o = at_place(t, place);

		if (obj_kind(t->q->w, o) != KIND_NONE && what_is(t, o) == tile.what)
			return o;
	}
	return 0;
}

uint32_t tiles_find(const struct tiles *t, obj_id o)
{
	uint32_t low = 0, high = t->places;

	if (!t->objects)
		return o >= t->first && o - t->first < t->places
			? (o - t->first) / t->each
			: t->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (t->objects[middle] < o)
			low = middle + 1;
		else
			high = middle;
	}
	return low < t->places && t->objects[low] == o ? low / t->each : t->count;
}
