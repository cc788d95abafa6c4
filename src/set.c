#include "probe.h"

#include "gclist.h"

/*
 * The table is the set: head | {hash, hash high, key} ...
 *
 * 3.x looks at a run of neighbours before it jumps (Objects/setobject.c,
 * LINEAR_PROBES), 2.7 walks as its dicts do.
 */
#define LINEAR_PROBES 9

static uint32_t log2_of(const struct world *w, obj_id set)
{
	return obj_field(w, set, SET_LOG2);
}

static uint32_t words_for(uint32_t log2)
{
	return SET_HEAD + (SET_ENTRY_WORDS << log2);
}

uint32_t set_words(const struct world *w, obj_id set)
{
	return words_for(log2_of(w, set));
}

uint32_t set_entries(const struct world *w, obj_id set)
{
	return 1u << log2_of(w, set);
}

static uint32_t entry_at(uint32_t block, uint32_t i)
{
	return block + SET_HEAD + SET_ENTRY_WORDS * i;
}

static uint32_t entry_of(const struct world *w, obj_id set, uint32_t i)
{
	return entry_at(obj_payload(w, set), i);
}

obj_id set_entry_key(const struct world *w, obj_id set, uint32_t i)
{
	return word(w, entry_of(w, set, i) + SET_ENTRY_KEY);
}

uint64_t set_entry_hash(const struct world *w, obj_id set, uint32_t i)
{
	return hash_at(w, entry_of(w, set, i));
}

/* Walking. */

struct set_walk {
	struct walk k;
	uint32_t run;
	bool linear;
	bool early;
};

static struct set_walk set_walk_start(
	const struct world *w, uint32_t log2, uint64_t hash)
{
	bool old = is_old(w);

	return (struct set_walk){walk_start(log2, hash), 0, !old, !old};
}

static uint32_t place_of(const struct set_walk *s)
{
	return s->k.i + s->run;
}

static void set_walk_on(struct set_walk *s)
{
	if (s->linear && s->run < LINEAR_PROBES &&
		s->k.i + LINEAR_PROBES <= s->k.mask) {
		s->run++;
		return;
	}
	s->run = 0;
	walk_on(&s->k, s->early);
}

/* Making and growing. */

static uint32_t block_with_head(struct world *w, uint32_t log2)
{
	uint32_t block = block_new(w, words_for(log2));

	zero_words(w, block, words_for(log2));
	set_word(w, block + SET_LOG2, log2);
	return block;
}

void set_fill(struct world *w, obj_id o)
{
	set_obj_payload(w, o, block_with_head(w, 3));
}

obj_id set_new(struct world *w, obj_id class)
{
	obj_id set = obj_new(w, KIND_SET, class);

	set_fill(w, set);
	obj_born(w, set);
	gc_track(w, set);
	return set;
}

static void write_entry(struct world *w, uint32_t e, uint64_t hash, obj_id key)
{
	set_hash_at(w, e, hash);
	set_word(w, e + SET_ENTRY_KEY, key);
}

static void put_clean(struct world *w, uint32_t block, uint64_t hash, obj_id key)
{
	struct set_walk s = set_walk_start(w, word(w, block + SET_LOG2), hash);

	while (word(w, entry_at(block, place_of(&s)) + SET_ENTRY_KEY))
		set_walk_on(&s);
	write_entry(w, entry_at(block, place_of(&s)), hash, key);
}

/* The keys of one table into another, which is clean. */
static void put_all(struct world *w, uint32_t from, uint32_t to)
{
	uint32_t size = 1u << word(w, from + SET_LOG2);

	for (uint32_t i = 0; i < size; i++) {
		uint32_t e = entry_at(from, i);

		if (word(w, e + SET_ENTRY_KEY))
			put_clean(w, to, hash_at(w, e), word(w, e + SET_ENTRY_KEY));
	}
}

static void resize(struct world *w, obj_id set, uint64_t minimum)
{
	uint32_t block = obj_payload(w, set);
	uint32_t words = set_words(w, set);
	uint32_t fresh = block_with_head(w, table_log2(minimum, true));

	put_all(w, block, fresh);
	set_word(w, fresh + SET_FILL, obj_n(w, set));
	set_word(w, fresh + SET_VERSION, word(w, block + SET_VERSION) + 1);
	set_word(w, fresh + SET_FINGER, word(w, block + SET_FINGER));
	set_obj_payload(w, set, fresh);
	block_free(w, block, words);
}

static uint64_t grown(const struct world *w, obj_id set)
{
	uint64_t used = obj_n(w, set);

	return used > 50000 ? used * 2 : used * 4;
}

/* Whether a table that is FILL full must grow. */
static bool is_full(const struct world *w, obj_id set, uint64_t fill)
{
	uint64_t mask = set_entries(w, set) - 1;

	if (is_old(w))
		return fill * 3 >= (mask + 1) * 2;
	return is_before(w, 7) ? fill * 3 >= mask * 2 : fill * 5 >= mask * 3;
}

void set_merge_room(struct world *w, obj_id set, uint32_t count)
{
	if (is_full(w, set, obj_field(w, set, SET_FILL) + (uint64_t)count))
		resize(w, set, (obj_n(w, set) + (uint64_t)count) * 2);
}

void set_tidy(struct world *w, obj_id set)
{
	uint32_t dummies = obj_field(w, set, SET_FILL) - obj_n(w, set);
	uint32_t mask = set_entries(w, set) - 1;

	if (is_old(w) ? (uint64_t)dummies * 5 >= mask : dummies > mask / 4)
		resize(w, set, grown(w, set));
}

/* Searching. */

void set_probe_start(const struct world *w, obj_id set, obj_id key, uint64_t hash,
	struct dict_probe *p)
{
	struct walk k = walk_start(log2_of(w, set), hash);

	*p = (struct dict_probe){.hash = hash,
		.key = key,
		.perturb = hash,
		.position = k.i,
		.entry = DICT_DELETED};
}

static enum dict_result look_at(
	const struct world *w, obj_id set, struct dict_probe *p, uint32_t place)
{
	obj_id key = set_entry_key(w, set, place);
	enum dict_result result = DICT_ABSENT;

	if (key == p->key)
		result = DICT_FOUND;
	else if (set_entry_hash(w, set, place) == p->hash)
		result = compare_keys(w, key, p->key);
	if (result != DICT_ABSENT)
		p->entry = place;
	return result;
}

static bool is_dummy(const struct world *w, obj_id set, uint32_t place)
{
	uint32_t e = entry_of(w, set, place);

	return !word(w, e + SET_ENTRY_KEY) &&
		word(w, e + SET_ENTRY_HASH_HIGH) == ENTRY_DUMMY;
}

/* Which deleted place a new key goes to: up to 3.6 the first one met, later the
 * last, in 3.9 none. */
static void note_dummy(const struct world *w, struct dict_probe *p, uint32_t place)
{
	if (is_before(w, 7) ? !p->free : w->dialect->version.minor != 9)
		p->free = place + 1;
}

enum dict_result set_probe(const struct world *w, obj_id set, struct dict_probe *p)
{
	struct set_walk s = set_walk_start(w, log2_of(w, set), p->hash);

	s.k.i = p->position;
	s.k.perturb = p->perturb;
	s.run = p->run;
	if (p->entry != DICT_DELETED)
		set_walk_on(&s);
	for (;; set_walk_on(&s)) {
		uint32_t place = place_of(&s);
		enum dict_result result = DICT_ABSENT;

		p->position = s.k.i;
		p->perturb = s.k.perturb;
		p->run = s.run;
		if (is_dummy(w, set, place)) {
			note_dummy(w, p, place);
		} else if (!set_entry_key(w, set, place)) {
			p->entry = DICT_DELETED;
			return DICT_ABSENT;
		} else {
			result = look_at(w, set, p, place);
		}
		if (result != DICT_ABSENT)
			return result;
	}
}

/* Changing. */

static void changed(struct world *w, obj_id set)
{
	set_obj_field(w, set, SET_VERSION, set_version(w, set) + 1);
	set_obj_field(w, set, SET_HASHED, 0);
}

static uint32_t find_place(const struct world *w, obj_id set, obj_id key, uint64_t hash)
{
	struct set_walk s = set_walk_start(w, log2_of(w, set), hash);

	while (set_entry_key(w, set, place_of(&s)) != key)
		set_walk_on(&s);
	return place_of(&s);
}

uint32_t set_put(struct world *w, obj_id set, const struct dict_probe *p)
{
	uint32_t place = p->free ? p->free - 1 : p->position + p->run;
	uint32_t fill = obj_field(w, set, SET_FILL) + !p->free;

	assert(p->entry == DICT_DELETED);
	hold(w, p->key);
	write_entry(w, entry_of(w, set, place), p->hash, p->key);
	set_obj_field(w, set, SET_FILL, fill);
	set_obj_n(w, set, obj_n(w, set) + 1);
	if ((is_old(w) || !p->free) && is_full(w, set, fill)) {
		resize(w, set, grown(w, set));
		place = find_place(w, set, p->key, p->hash);
	}
	set_obj_field(w, set, SET_HASHED, 0);
	return place;
}

void set_store(struct world *w, obj_id set, const struct dict_probe *p)
{
	uint32_t place = set_put(w, set, p);

	announce_bind(w, p->key, &(struct place){PLACE_INDEX, set, place, 0}, 1);
}

/* 2.7 keeps pop's finger in the hash of the first place while that is empty; the
 * hash of a key taken out of there serves as one too. */
static uint32_t old_finger(const struct world *w, obj_id set, uint32_t place)
{
	uint64_t hash = set_entry_hash(w, set, place);

	return is_old(w) && place == 0 && hash < set_entries(w, set) ? (uint32_t)hash
								     : 0;
}

obj_id set_take(struct world *w, obj_id set, uint32_t entry)
{
	obj_id key = set_entry_key(w, set, entry);

	write_entry(w, entry_of(w, set, entry),
		old_finger(w, set, entry) | (uint64_t)ENTRY_DUMMY << 32, 0);
	set_obj_n(w, set, obj_n(w, set) - 1);
	set_obj_field(w, set, SET_HASHED, 0);
	return key;
}

static uint32_t old_pop_entry(const struct world *w, obj_id set)
{
	uint32_t size = set_entries(w, set);
	uint32_t i;

	if (set_entry_key(w, set, 0))
		return 0;
	i = word(w, entry_of(w, set, 0) + SET_ENTRY_HASH);
	if (i < 1 || i >= size)
		i = 1;
	while (!set_entry_key(w, set, i)) {
		if (++i >= size)
			i = 1;
	}
	return i;
}

uint32_t set_pop_entry(const struct world *w, obj_id set)
{
	uint32_t mask = set_entries(w, set) - 1;
	uint32_t i;

	if (is_old(w))
		return old_pop_entry(w, set);
	i = obj_field(w, set, SET_FINGER) & mask;
	while (!set_entry_key(w, set, i))
		i = (i + 1) & mask;
	return i;
}

obj_id set_pop(struct world *w, obj_id set)
{
	uint32_t entry = set_pop_entry(w, set);
	obj_id key = set_take(w, set, entry);

	if (is_old(w))
		set_word(w, entry_of(w, set, 0) + SET_ENTRY_HASH, entry + 1);
	else
		set_obj_field(w, set, SET_FINGER, entry + 1);
	return key;
}

struct dict_block set_detach(struct world *w, obj_id set)
{
	struct dict_block b = {
		.block = obj_payload(w, set),
		.words = set_words(w, set),
		.first_entry = entry_of(w, set, 0),
		.entries = set_entries(w, set),
		.references = set_entries(w, set),
		.is_set = true,
	};

	set_fill(w, set);
	set_obj_n(w, set, 0);
	set_obj_field(w, set, SET_VERSION, word(w, b.block + SET_VERSION) + 1);
	set_obj_field(w, set, SET_FINGER, word(w, b.block + SET_FINGER));
	return b;
}

void set_swap(struct world *w, obj_id a, obj_id b)
{
	uint32_t payload = obj_payload(w, a);
	uint32_t n = obj_n(w, a);

	set_obj_payload(w, a, obj_payload(w, b));
	set_obj_n(w, a, obj_n(w, b));
	set_obj_payload(w, b, payload);
	set_obj_n(w, b, n);
	changed(w, a);
	changed(w, b);
}

/* Copies. */

static void copy_table(struct world *w, obj_id from, obj_id to)
{
	for (uint32_t i = SET_HEAD; i < set_words(w, from); i++)
		set_obj_field(w, to, i, obj_field(w, from, i));
}

/* What set_merge_internal does to an empty set.  The references are not held. */
static void merge_into_empty(struct world *w, obj_id set, obj_id other)
{
	uint32_t n = obj_n(w, other);

	if (!n)
		return;
	set_merge_room(w, set, n);
	if (!is_old(w) && log2_of(w, set) == log2_of(w, other) &&
		obj_field(w, other, SET_FILL) == n)
		copy_table(w, other, set);
	else
		put_all(w, obj_payload(w, other), obj_payload(w, set));
	set_obj_field(w, set, SET_FILL, n);
	set_obj_n(w, set, n);
}

static void hold_keys(struct world *w, obj_id set)
{
	for (uint32_t i = 0; i < set_entries(w, set); i++) {
		if (set_entry_key(w, set, i))
			hold(w, set_entry_key(w, set, i));
	}
}

void set_copy_into(struct world *w, obj_id set, obj_id from)
{
	merge_into_empty(w, set, from);
	hold_keys(w, set);
	changed(w, set);
}
