#include "probe.h"

#include "attrs.h"
#include "attrs_split.h"
#include "dialect.h"
#include "gccount.h"
#include "gclist.h"
#include "text.h"

/*
 * Two forms (w->dialect->dict_ordered says which):
 *
 *	compact		head | entries in the order of insertion | indices
 *	2.7		head | entries, the table itself
 */

static bool compact(const struct world *w)
{
	return w->dialect->dict_ordered;
}

/* Where things are. */

static uint32_t log2_of(const struct world *w, obj_id dict)
{
	return obj_field(w, dict, DICT_LOG2);
}

/* Entries that a table has room for. */
static uint32_t capacity(const struct world *w, uint32_t log2)
{
	if (!log2)
		return 0;
	return compact(w) ? (2u << log2) / 3 : 1u << log2;
}

/* obj_payload_words() knows the same. */
static uint32_t words_for(const struct world *w, uint32_t log2)
{
	uint32_t words = DICT_HEAD + ENTRY_WORDS * capacity(w, log2);

	return log2 && compact(w) ? words + (1u << log2) : words;
}

uint32_t dict_words(const struct world *w, obj_id dict)
{
	return words_for(w, log2_of(w, dict));
}

static uint32_t entry_at(uint32_t block, uint32_t i)
{
	return block + DICT_HEAD + ENTRY_WORDS * i;
}

static uint32_t entry_of(const struct world *w, obj_id dict, uint32_t i)
{
	return entry_at(obj_payload(w, dict), i);
}

static uint32_t indices_at(const struct world *w, uint32_t block, uint32_t log2)
{
	return entry_at(block, capacity(w, log2));
}

static uint32_t indices_of(const struct world *w, obj_id dict)
{
	return indices_at(w, obj_payload(w, dict), log2_of(w, dict));
}

uint32_t dict_entries(const struct world *w, obj_id dict)
{
	return obj_field(w, dict, DICT_ENTRIES);
}

obj_id dict_entry_key(const struct world *w, obj_id dict, uint32_t i)
{
	return word(w, entry_of(w, dict, i) + ENTRY_KEY);
}

obj_id dict_entry_value(const struct world *w, obj_id dict, uint32_t i)
{
	return word(w, entry_of(w, dict, i) + ENTRY_VALUE);
}

uint64_t dict_entry_hash(const struct world *w, obj_id dict, uint32_t i)
{
	return hash_at(w, entry_of(w, dict, i));
}

/* Making and growing. */

static uint32_t block_with_head(struct world *w, uint32_t log2)
{
	uint32_t block = block_new(w, words_for(w, log2));

	zero_words(w, block, DICT_HEAD);
	set_word(w, block + DICT_LOG2, log2);
	if (!log2)
		return block;
	if (compact(w)) {
		zero_words(w, indices_at(w, block, log2), 1u << log2);
	} else {
		zero_words(w, entry_at(block, 0), ENTRY_WORDS << log2);
		set_word(w, block + DICT_ENTRIES, 1u << log2);
	}
	return block;
}

void dict_fill(struct world *w, obj_id o)
{
	set_obj_payload(w, o, block_with_head(w, 0));
}

obj_id dict_new(struct world *w)
{
	obj_id dict = obj_new(w, KIND_DICT, type_object(T_DICT));

	dict_fill(w, dict);
	if (compact(w) && !py_at_least(w->dialect->version, 3, 8))
		set_obj_flag(w, dict, OBJECT_ROOMY, true);
	obj_born(w, dict);
	if (!w->dialect->dict_lazy)
		gc_track(w, dict);
	return dict;
}

/* Whether a new entry may go where the indices say INDEX: 3.6 does not reuse
 * the place of a deleted one. */
static bool is_vacant(uint32_t index, bool reuse)
{
	return index == 0 || (reuse && index == DICT_DELETED);
}

static void write_entry(
	struct world *w, uint32_t e, uint64_t hash, obj_id key, obj_id value)
{
	set_hash_at(w, e, hash);
	set_word(w, e + ENTRY_KEY, key);
	set_word(w, e + ENTRY_VALUE, value);
}

/* Puts a key that is not there into a table with room (2.7: and no deleted
 * entries); returns its entry. */
static uint32_t put_clean(
	struct world *w, uint32_t block, uint64_t hash, obj_id key, obj_id value)
{
	uint32_t log2 = word(w, block + DICT_LOG2);
	struct walk k = walk_start(log2, hash);
	bool early = !is_before(w, 7);
	uint32_t entry;

	if (compact(w)) {
		uint32_t indices = indices_at(w, block, log2);

		while (!is_vacant(word(w, indices + k.i), early))
			walk_on(&k, early);
		entry = word(w, block + DICT_ENTRIES);
		set_word(w, indices + k.i, entry + 1);
		set_word(w, block + DICT_ENTRIES, entry + 1);
	} else {
		while (word(w, entry_at(block, k.i) + ENTRY_KEY))
			walk_on(&k, early);
		entry = k.i;
	}
	write_entry(w, entry_at(block, entry), hash, key, value);
	set_word(w, block + DICT_FILL, word(w, block + DICT_FILL) + 1);
	return entry;
}

static void resize(struct world *w, obj_id dict, uint32_t log2)
{
	uint32_t words = dict_words(w, dict);
	uint32_t block = obj_payload(w, dict);
	uint32_t fresh = block_with_head(w, log2);
	uint32_t entries = dict_entries(w, dict);

	for (uint32_t i = 0; i < entries; i++) {
		uint32_t e = entry_at(block, i);

		if (word(w, e + ENTRY_KEY))
			put_clean(w, fresh, hash_at(w, e), word(w, e + ENTRY_KEY),
				word(w, e + ENTRY_VALUE));
	}
	set_word(w, fresh + DICT_GENERAL, word(w, block + DICT_GENERAL));
	set_word(w, fresh + DICT_VERSION, word(w, block + DICT_VERSION) + 1);
	set_word(w, fresh + DICT_KEYS, word(w, block + DICT_KEYS));
	set_word(w, fresh + DICT_KEYS_SERIAL, word(w, block + DICT_KEYS_SERIAL));
	set_obj_payload(w, dict, fresh);
	block_free(w, block, words);
}

/* 3.x: of a table of SIZE places at least (from 3.10 calculate_log2_keysize, which
 * also goes up from 1 and from powers of two). */
static uint32_t log2_of_size(const struct world *w, uint64_t size)
{
	if (!py_at_least(w->dialect->version, 3, 10))
		return table_log2(size, false);
	return table_log2(size ? (size | 8) : 8, false);
}

/* When USED entries are in a table of SIZE places, and there is no room for more. */
static uint32_t grown_log2(const struct world *w, uint64_t used, uint64_t size)
{
	if (!compact(w))
		return table_log2((used > 50000 ? 2 : 4) * used, true);
	if (!is_before(w, 7))
		return log2_of_size(w, used * 3);
	return table_log2(used * 2 + size / 2, false);
}

/* The smallest table with room for COUNT entries, 3.x. */
static uint32_t log2_for(const struct world *w, uint32_t count)
{
	return log2_of_size(w, ((uint64_t)count * 3 + 1) / 2);
}

void dict_presize(struct world *w, obj_id dict, uint32_t count)
{
	if (count <= 5)
		return;
	if (!compact(w))
		resize(w, dict, table_log2(count, true));
	else if (py_at_least(w->dialect->version, 3, 11))
		resize(w, dict, log2_for(w, count));
	else
		resize(w, dict, table_log2(((uint64_t)count * 3 + 1) / 2, false));
}

/* From 3.10 an empty dict takes a whole table over that has no holes and is not too
 * large. */
static bool takes_table(const struct world *w, obj_id dict, obj_id other)
{
	uint32_t log2 = log2_of(w, other), used = obj_n(w, other);

	return py_at_least(w->dialect->version, 3, 10) && !obj_n(w, dict) &&
		used == dict_entries(w, other) && !obj_field(w, other, DICT_KEYS) &&
		(log2 == 3 || (1u << log2) / 3 < used);
}

void dict_merge_room(struct world *w, obj_id dict, obj_id other)
{
	uint32_t count = obj_n(w, other);
	uint64_t used = obj_n(w, dict) + count;
	uint32_t log2 = log2_of(w, dict);
	uint64_t size = log2 ? 1u << log2 : 8;

	if (!compact(w)) {
		if ((obj_field(w, dict, DICT_FILL) + (uint64_t)count) * 3 >= size * 2)
			resize(w, dict, table_log2(used * 2, true));
	} else if (size * 2 / 3 < count) {
		resize(w, dict,
			takes_table(w, dict, other) ? log2_of(w, other)
						    : log2_for(w, (uint32_t)used));
		if (obj_field(w, other, DICT_GENERAL))
			set_obj_field(w, dict, DICT_GENERAL, 1);
	}
}

/* Searching. */

/* Index of the table's place in question, in the probe's terms. */
static struct walk walk_of(
	const struct world *w, obj_id dict, const struct dict_probe *p)
{
	return (struct walk){(1u << log2_of(w, dict)) - 1, p->position, p->perturb};
}

void dict_probe_start(const struct world *w, obj_id dict, obj_id key, uint64_t hash,
	struct dict_probe *p)
{
	struct walk k = walk_start(log2_of(w, dict), hash);

	*p = (struct dict_probe){.hash = hash,
		.key = key,
		.perturb = hash,
		.position = k.i,
		.entry = DICT_DELETED};
}

/* The entry at the table's place I: DICT_DELETED when there was one, *FREE
 * when there never was. */
static uint32_t entry_in_place(
	const struct world *w, obj_id dict, uint32_t i, bool *is_free)
{
	uint32_t e;

	*is_free = false;
	if (compact(w)) {
		e = word(w, indices_of(w, dict) + i);
		*is_free = e == 0;
		return e == 0 || e == DICT_DELETED ? DICT_DELETED : e - 1;
	}
	e = entry_of(w, dict, i);
	if (word(w, e + ENTRY_KEY))
		return i;
	*is_free = word(w, e + ENTRY_HASH_HIGH) != ENTRY_DUMMY;
	return DICT_DELETED;
}

static enum dict_result look_at(
	const struct world *w, obj_id dict, struct dict_probe *p, uint32_t entry)
{
	obj_id key = dict_entry_key(w, dict, entry);
	enum dict_result result = DICT_ABSENT;

	if (key == p->key)
		result = DICT_FOUND;
	else if (dict_entry_hash(w, dict, entry) == p->hash)
		result = compare_keys(w, key, p->key);
	if (result != DICT_ABSENT)
		p->entry = entry;
	return result;
}

enum dict_result dict_probe(const struct world *w, obj_id dict, struct dict_probe *p)
{
	bool early = !is_before(w, 7);
	struct walk k = walk_of(w, dict, p);
	enum dict_result result = DICT_ABSENT;
	bool is_free;

	if (!log2_of(w, dict))
		return DICT_ABSENT; /* and so p->entry is DICT_DELETED */
	if (p->entry != DICT_DELETED)
		walk_on(&k, early);
	for (;; walk_on(&k, early)) {
		uint32_t entry = entry_in_place(w, dict, k.i, &is_free);

		if (is_free) {
			p->entry = DICT_DELETED;
			break;
		}
		if (entry != DICT_DELETED)
			result = look_at(w, dict, p, entry);
		else if (!p->free)
			p->free = k.i + 1;
		if (result != DICT_ABSENT)
			break;
	}
	p->position = k.i;
	p->perturb = k.perturb;
	return result;
}

/* Most names are one object wherever they are used.  Finds the entry whose key is
 * NAME itself; DICT_DELETED: there is none.  Returns false when another key has the
 * same hash. */
static bool find_same(
	const struct world *w, obj_id dict, obj_id name, uint64_t hash, uint32_t *entry)
{
	uint32_t block = obj_payload(w, dict), log2 = word(w, block + DICT_LOG2);
	uint32_t indices = indices_at(w, block, log2);
	struct walk k = walk_start(log2, hash);
	bool early = !is_before(w, 7);

	*entry = DICT_DELETED;
	for (; log2; walk_on(&k, early)) {
		uint32_t i = word(w, indices + k.i), e = entry_at(block, i - 1);

		if (!i)
			break;
		if (i == DICT_DELETED)
			continue;
		if (word(w, e + ENTRY_KEY) == name) {
			*entry = i - 1;
			break;
		}
		if (hash_at(w, e) == hash)
			return false;
	}
	return true;
}

uint32_t dict_find(const struct world *w, obj_id dict, obj_id name)
{
	uint64_t hash = text_hash(w, name);
	struct dict_probe p;
	enum dict_result result;

	if (compact(w) && find_same(w, dict, name, hash, &p.entry))
		return p.entry;
	dict_probe_start(w, dict, name, hash, &p);
	do
		result = dict_probe(w, dict, &p);
	while (result == DICT_COMPARE);
	return p.entry;
}

obj_id dict_get(const struct world *w, obj_id dict, obj_id name)
{
	uint32_t entry = dict_find(w, dict, name);

	return entry == DICT_DELETED ? 0 : dict_entry_value(w, dict, entry);
}

/* Changing. */

bool may_be_tracked(const struct world *w, obj_id o)
{
	if (!object_is_gc(w, o))
		return false;
	if (obj_class(w, o) == type_object(T_TUPLE))
		return obj_tracked(w, o);
	return obj_kind(w, o) != KIND_TYPE || type_has(w, o, TYPE_HEAP);
}

/* 3.13.0: an attribute is stored among the instance's values, past its dict
 * (gh-133543). */
static bool passes_dict(const struct world *w, obj_id dict, const struct place *place)
{
	return obj_flag(w, dict, OBJECT_EMBEDDED) && place &&
		place->place == PLACE_ATTRIBUTE;
}

/* Objects/dictobject.c, MAINTAIN_TRACKING. */
static void maintain_tracking(struct world *w, obj_id dict, obj_id key, obj_id value,
	const struct place *place)
{
	if (w->dialect->dict_lazy && !obj_tracked(w, dict) &&
		(may_be_tracked(w, key) || may_be_tracked(w, value)) &&
		!passes_dict(w, dict, place))
		gc_track(w, dict);
}

static bool is_plain_str(const struct world *w, obj_id key)
{
	return obj_class(w, key) == type_object(T_STR);
}

/* 3.11: a table of texts only is made anew for the first other key. */
static bool becomes_general(const struct world *w, obj_id dict, obj_id key)
{
	return !is_plain_str(w, key) && !obj_field(w, dict, DICT_GENERAL) &&
		py_at_least(w->dialect->version, 3, 11);
}

static uint32_t put_compact(
	struct world *w, obj_id dict, const struct dict_probe *p, obj_id value)
{
	uint32_t log2 = log2_of(w, dict);

	if (obj_field(w, dict, DICT_FILL) >= capacity(w, log2) ||
		(log2 && becomes_general(w, dict, p->key)))
		resize(w, dict, log2 ? grown_log2(w, obj_n(w, dict), 1u << log2) : 3);
	set_obj_n(w, dict, obj_n(w, dict) + 1);
	return put_clean(w, obj_payload(w, dict), p->hash, p->key, value);
}

static uint32_t old_place(const struct world *w, obj_id dict, obj_id key, uint64_t hash)
{
	struct walk k = walk_start(log2_of(w, dict), hash);

	while (dict_entry_key(w, dict, k.i) != key)
		walk_on(&k, false);
	return k.i;
}

/* Grows after the entry is in, unlike 3.x. */
static uint32_t put_old(
	struct world *w, obj_id dict, const struct dict_probe *p, obj_id value)
{
	uint32_t place = p->free ? p->free - 1 : p->position;
	uint32_t fill;

	if (!log2_of(w, dict)) {
		resize(w, dict, 3);
		place = (uint32_t)p->hash & 7;
	}
	fill = obj_field(w, dict, DICT_FILL) + !p->free;
	write_entry(w, entry_of(w, dict, place), p->hash, p->key, value);
	set_obj_field(w, dict, DICT_FILL, fill);
	set_obj_n(w, dict, obj_n(w, dict) + 1);
	if (fill * 3 < 2u << log2_of(w, dict))
		return place;
	resize(w, dict, grown_log2(w, obj_n(w, dict), 0));
	return old_place(w, dict, p->key, p->hash);
}

/* KEY may end DICT's sharing of a class's keys: then it grows at once. */
static obj_id leave_shared(struct world *w, obj_id dict, obj_id key)
{
	obj_id class = attrs_share_key(w, dict, key);
	uint32_t log2;

	if (!class)
		return 0;
	log2 = table_log2((uint64_t)split_keys(w, class) * 3 / 2, false);
	log2 = grown_log2(w, obj_n(w, dict), 1u << log2);
	if (log2 > log2_of(w, dict))
		resize(w, dict, log2);
	return split_dicts(w) ? class : 0;
}

obj_id dict_store(struct world *w, obj_id dict, const struct dict_probe *p,
	obj_id value, const struct place *place)
{
	uint32_t entry = p->entry;
	obj_id old = 0, left = 0;
	struct place here;

	if (entry == DICT_DELETED && obj_field(w, dict, DICT_KEYS))
		left = leave_shared(w, dict, p->key);
	maintain_tracking(w, dict, p->key, value, place);
	if (entry != DICT_DELETED) {
		old = dict_entry_value(w, dict, entry);
		set_word(w, entry_of(w, dict, entry) + ENTRY_VALUE, value);
	} else {
		hold(w, p->key);
		entry = compact(w) ? put_compact(w, dict, p, value)
				   : put_old(w, dict, p, value);
		if (compact(w) && !is_plain_str(w, p->key))
			set_obj_field(w, dict, DICT_GENERAL, 1);
	}
	if (left && place && place->place == PLACE_ATTRIBUTE)
		split_left(w, left, dict);
	here = (struct place){PLACE_KEY, dict, entry, dict_entry_key(w, dict, entry)};
	announce_bind(w, value, place ? place : &here, 0);
	return old;
}

obj_id dict_set(struct world *w, obj_id dict, obj_id name, obj_id value,
	const struct place *place)
{
	struct dict_probe p;
	enum dict_result result;

	dict_probe_start(w, dict, name, text_hash_cached(w, name), &p);
	do
		result = dict_probe(w, dict, &p);
	while (result == DICT_COMPARE);
	return dict_store(w, dict, &p, value, place);
}

/* 2.7 keeps popitem's finger in the hash of the first place while that is empty;
 * the hash of a key taken out of there serves as one too. */
static void leave_dummy(struct world *w, obj_id dict, uint32_t entry)
{
	uint32_t e = entry_of(w, dict, entry);
	uint64_t hash = hash_at(w, e);
	uint32_t finger =
		entry == 0 && hash < dict_entries(w, dict) ? (uint32_t)hash : 0;

	write_entry(w, e, finger | (uint64_t)ENTRY_DUMMY << 32, 0, 0);
}

static void leave_hole(struct world *w, obj_id dict, uint32_t entry)
{
	uint32_t e = entry_of(w, dict, entry);
	uint32_t indices = indices_of(w, dict);
	struct walk k = walk_start(log2_of(w, dict), hash_at(w, e));

	while (word(w, indices + k.i) != entry + 1)
		walk_on(&k, !is_before(w, 7));
	set_word(w, indices + k.i, DICT_DELETED);
	write_entry(w, e, 0, 0, 0);
}

void dict_take(struct world *w, obj_id dict, uint32_t entry, obj_id *key, obj_id *value)
{
	*key = dict_entry_key(w, dict, entry);
	*value = dict_entry_value(w, dict, entry);
	if (obj_field(w, dict, DICT_KEYS) && split_dicts(w))
		attrs_unshare(w, dict);
	if (compact(w))
		leave_hole(w, dict, entry);
	else
		leave_dummy(w, dict, entry);
	set_obj_n(w, dict, obj_n(w, dict) - 1);
}

uint32_t dict_popitem_entry(const struct world *w, obj_id dict)
{
	uint32_t entries = dict_entries(w, dict);
	uint32_t i;

	if (compact(w)) {
		for (i = entries - 1; !dict_entry_key(w, dict, i); i--)
			;
		return i;
	}
	if (dict_entry_key(w, dict, 0))
		return 0;
	i = word(w, entry_of(w, dict, 0) + ENTRY_HASH);
	if (i < 1 || i >= entries)
		i = 1;
	while (!dict_entry_key(w, dict, i)) {
		if (++i >= entries)
			i = 1;
	}
	return i;
}

void dict_popitem(struct world *w, obj_id dict, obj_id *key, obj_id *value)
{
	uint32_t entry = dict_popitem_entry(w, dict);

	dict_take(w, dict, entry, key, value);
	attrs_unshare(w, dict);
	if (compact(w))
		set_obj_field(w, dict, DICT_ENTRIES, entry);
	else
		set_word(w, entry_of(w, dict, 0) + ENTRY_HASH, entry + 1);
}

struct dict_block dict_detach(struct world *w, obj_id dict)
{
	struct dict_block b;
	uint32_t version;
	obj_id keys = obj_field(w, dict, DICT_KEYS);
	uint32_t serial = obj_field(w, dict, DICT_KEYS_SERIAL);

	attrs_order_entries(w, dict);
	b = (struct dict_block){
		.block = obj_payload(w, dict),
		.words = dict_words(w, dict),
		.first_entry = entry_of(w, dict, 0),
		.entries = dict_entries(w, dict),
		.references = 2 * dict_entries(w, dict),
	};
	version = obj_field(w, dict, DICT_VERSION);
	if (obj_flag(w, dict, OBJECT_ROOMY))
		set_obj_flag(w, dict, OBJECT_ROOMY, false);
	dict_fill(w, dict);
	set_obj_n(w, dict, 0);
	set_obj_field(w, dict, DICT_VERSION, version + 1);
	if (obj_flag(w, dict, OBJECT_EMBEDDED)) {
		set_obj_field(w, dict, DICT_KEYS, keys);
		set_obj_field(w, dict, DICT_KEYS_SERIAL, serial);
	}
	return b;
}

obj_id dict_detached(const struct world *w, const struct dict_block *b, uint32_t i)
{
	if (b->is_set)
		return word(
			w, b->block + SET_HEAD + SET_ENTRY_WORDS * i + SET_ENTRY_KEY);
	return word(w, entry_at(b->block, i / 2) + ENTRY_KEY + i % 2);
}

/* Copies: born with their contents. */

static void copy_table(struct world *w, obj_id from, obj_id to)
{
	uint32_t words = dict_words(w, from);
	uint32_t block = block_new(w, words);

	block_free(w, obj_payload(w, to), dict_words(w, to));
	for (uint32_t i = 0; i < words; i++)
		set_word(w, block + i, obj_field(w, from, i));
	set_obj_payload(w, to, block);
	set_word(w, block + DICT_VERSION, 0);
	if (word(w, block + DICT_KEYS))
		set_word(w, block + DICT_KEYS_SERIAL, NOT_FOLLOWED);
	set_word(w, block + DICT_KEYS, 0);
}

static void copy_entries(struct world *w, obj_id from, obj_id to)
{
	uint32_t entries = dict_entries(w, from);

	dict_merge_room(w, to, from);
	if (!log2_of(w, to))
		resize(w, to, 3);
	for (uint32_t i = 0; i < entries; i++) {
		if (dict_entry_key(w, from, i))
			put_clean(w, obj_payload(w, to), dict_entry_hash(w, from, i),
				dict_entry_key(w, from, i),
				dict_entry_value(w, from, i));
	}
	set_obj_field(w, to, DICT_GENERAL, obj_field(w, from, DICT_GENERAL));
}

static bool hold_entries(struct world *w, obj_id dict)
{
	bool tracked = false;

	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		obj_id key = dict_entry_key(w, dict, i);
		obj_id value = dict_entry_value(w, dict, i);

		if (!key)
			continue;
		hold(w, key);
		hold(w, value);
		tracked = tracked || may_be_tracked(w, key) || may_be_tracked(w, value);
	}
	return tracked;
}

/* PyDict_Copy takes a whole table over when few entries in it are deleted. */
static bool is_dense(const struct world *w, obj_id dict)
{
	return compact(w) && !is_before(w, 7) &&
		obj_n(w, dict) >= dict_entries(w, dict) * 2 / 3;
}

obj_id dict_copy(struct world *w, obj_id dict)
{
	obj_id copy = obj_new(w, KIND_DICT, type_object(T_DICT));
	bool dense = obj_n(w, dict) && is_dense(w, dict);
	bool tracked = false;

	dict_fill(w, copy);
	if (compact(w) && !py_at_least(w->dialect->version, 3, 8))
		set_obj_flag(w, copy, OBJECT_ROOMY, true);
	if (obj_field(w, dict, DICT_KEYS))
		set_obj_field(w, copy, DICT_KEYS_SERIAL, NOT_FOLLOWED);
	if (dense)
		copy_table(w, dict, copy);
	else if (obj_n(w, dict))
		copy_entries(w, dict, copy);
	set_obj_n(w, copy, obj_n(w, dict));
	tracked = hold_entries(w, copy);
	obj_born(w, copy);
	if (!w->dialect->dict_lazy || (dense ? obj_tracked(w, dict) : tracked))
		gc_track(w, copy);
	return copy;
}
