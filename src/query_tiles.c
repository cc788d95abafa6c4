#include "query_tiles.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum {
	SMALL_HEAP = 1 << 16, /* slots up to which the interpreter's are left out */
	FAST_FROM = 16        /* objects a tile from which columns are read */
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

/* Many in a row. */

#define EACH_BYTE UINT64_C(0x0101010101010101)
#define NEVER_DEAD (QUERY_REACHABLE | QUERY_GARBAGE | QUERY_IMMORTAL | QUERY_FREE)

/* The marks of a range: all bits that any, and that every one has, and whether one
 * has none of NEVER_DEAD. */
struct marks_seen {
	uint8_t any, every;
	bool dead;
};

static void see_mark(struct marks_seen *s, uint8_t m)
{
	s->any |= m;
	s->every &= m;
	s->dead = s->dead || !(m & NEVER_DEAD);
}

static struct marks_seen see_marks(const uint8_t *marks, uint32_t n)
{
	struct marks_seen s = {0, 0xff, false};
	uint64_t any = 0, every = UINT64_MAX, zero = 0, m;
	uint32_t i = 0;

	for (; i + sizeof(m) <= n; i += sizeof(m)) {
		uint64_t kept;

		memcpy(&m, marks + i, sizeof(m));
		any |= m;
		every &= m;
		kept = m & NEVER_DEAD * EACH_BYTE;
		zero |= (kept - EACH_BYTE) & ~kept & 0x80 * EACH_BYTE;
	}
	for (unsigned k = 0; k < sizeof(m) && i > 0; k++) {
		s.any |= (uint8_t)(any >> 8 * k);
		s.every &= (uint8_t)(every >> 8 * k);
	}
	s.dead = zero != 0;
	for (; i < n; i++)
		see_mark(&s, marks[i]);
	return s;
}

/* The flags of a collection in a range. */
struct flags_seen {
	uint32_t any, every;
};

static struct flags_seen see_flags(const uint32_t *words, uint32_t n)
{
	uint64_t any[4] = {0},
		 every[4] = {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};
	struct flags_seen s = {0, UINT32_MAX};
	uint32_t i = 0;

	for (; i + 8 <= n; i += 8) {
		uint64_t w[4];

		memcpy(w, words + i, sizeof(w));
		for (int k = 0; k < 4; k++) {
			any[k] |= w[k];
			every[k] &= w[k];
		}
	}
	for (int k = 0; k < 4; k++) {
		s.any |= (uint32_t)(any[k] | any[k] >> 32);
		s.every &= (uint32_t)(every[k] & every[k] >> 32);
	}
	for (; i < n; i++) {
		s.any |= words[i];
		s.every &= words[i];
	}
	return s;
}

static struct tile idle_tile(const struct marks_seen *m)
{
	if (m->dead)
		return (struct tile){STATE_DEAD, false,
			!(m->any & (QUERY_REACHABLE | QUERY_IMMORTAL))};
	return (struct tile){STATE_LIVE, m->every & QUERY_FREE, true};
}

static struct tile collected_tile(
	const struct query *q, const struct flags_seen *f, struct tile idle)
{
	bool decided = gc_phase_step(q->gc.phase) == 5;

	if (f->any & GC_FLAG_UNREACHABLE)
		return (struct tile){decided ? STATE_UNREACHABLE : STATE_SET_ASIDE,
			false, f->every & GC_FLAG_UNREACHABLE};
	if (f->any & GC_FLAG_REACHED)
		return (struct tile){
			STATE_REACHABLE, false, f->every & GC_FLAG_REACHED};
	if (f->any & GC_FLAG_COLLECTING)
		return (struct tile){
			STATE_CANDIDATE, false, f->every & GC_FLAG_COLLECTING};
	return idle;
}

/* By whole words; false: only a look at each object can tell. */
static bool look_at_states(
	const struct tiles *t, obj_id first, uint32_t n, struct tile *tile)
{
	const struct query *q = t->q;
	struct marks_seen m = see_marks(q->marks + first, n);
	struct flags_seen f;

	if (m.any & (QUERY_GARBAGE | QUERY_FLAGGED))
		return false;
	*tile = idle_tile(&m);
	if (q->gc.phase == GC_PHASE_IDLE)
		return true;
	f = see_flags(q->w->arena.w + BASE_GC_REFS + first, n);
	*tile = collected_tile(q, &f, *tile);
	return !m.dead || tile->all ||
		urgency((enum object_state)tile->what) >= urgency(STATE_DEAD);
}

/* Whether N bytes, at least 8, are all the same. */
static bool is_uniform(const uint8_t *bytes, uint32_t n)
{
	uint64_t same = bytes[0] * EACH_BYTE, differs = 0, m;

	for (uint32_t i = 0; i + sizeof(m) <= n; i += sizeof(m)) {
		memcpy(&m, bytes + i, sizeof(m));
		differs |= m ^ same;
	}
	memcpy(&m, bytes + n - sizeof(m), sizeof(m));
	return !(differs | (m ^ same));
}

/* The last tile may be small. */
static bool look_at_lists(
	const struct tiles *t, obj_id first, uint32_t n, struct tile *tile)
{
	const uint8_t *list = t->q->list + first;

	if (n < FAST_FROM || list[0] == 0 || !is_uniform(list, n))
		return false;
	*tile = (struct tile){list[0], false, true};
	return true;
}

static bool look_at_ages(
	const struct tiles *t, obj_id first, uint32_t n, struct tile *tile)
{
	const uint32_t *serials = t->q->w->arena.w + BASE_SERIAL + first;
	uint32_t newest = 0, oldest = UINT32_MAX;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t serial = serials[i]; /* 0: a free slot */

		newest = serial > newest ? serial : newest;
		oldest = serial - 1 < oldest ? serial - 1 : oldest;
	}
	*tile = (struct tile){0, true, true};
	if (newest) {
		uint8_t age = age_of(t->q->w, newest);

		*tile = (struct tile){age, false, age == age_of(t->q->w, oldest + 1)};
	}
	return true;
}

static bool look_at_types(
	const struct tiles *t, obj_id first, uint32_t n, struct tile *tile)
{
	const uint32_t *meta = t->q->w->arena.w + BASE_META + first;
	uint32_t differs = 0;

	for (uint32_t i = 0; i < n; i++)
		differs |= meta[i] ^ meta[0];
	*tile = (struct tile){meta[0] & 0xff, false, !(differs & 0xff)};
	return tile->what != KIND_NONE;
}

static bool look_at_many(const struct tiles *t, uint32_t i, struct tile *tile)
{
	obj_id first = t->first + i * t->each;
	uint32_t n = end_of(t, i) - i * t->each;

	switch (t->by) {
	case TILE_STATE:
		return look_at_states(t, first, n, tile);
	case TILE_GENERATION:
		return look_at_lists(t, first, n, tile);
	case TILE_AGE:
		return look_at_ages(t, first, n, tile);
	default:
		return look_at_types(t, first, n, tile);
	}
}

struct tile tiles_at(const struct tiles *t, uint32_t i)
{
	struct tile tile;

	if (!t->objects && t->each >= FAST_FROM && look_at_many(t, i, &tile))
		return tile;
	return look_at_each(t, i);
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
