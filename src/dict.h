#ifndef GCREFS_DICT_H
#define GCREFS_DICT_H

#include "heap.h"

/*
 * Dicts and sets: the tables, with CPython's own probing, growth and order,
 * per version (3.6+: compact dicts in insertion order; 2.7: the table's slot
 * order; sets: 3.x with its linear run, 2.7 without).
 *
 * No Python code runs here and nothing dies here: keys are compared by
 * identity, then by hash and value for the kinds whose equality is C code
 * (str, bytes, int, float, tuples of such ...).  A key that would need Python
 * code makes a lookup stop and say so; who can push frames goes on from there
 * with dict_probe().  References that a call takes out are handed to the
 * caller, who owns them.
 */

/* A new dict (untracked while it holds no container, when dialect->dict_lazy). */
obj_id dict_new(struct world *w);

/* Looking up a str key (2.7: bytes key): never needs Python code.
 * Returns the value, borrowed; 0: not there. */
obj_id dict_get(const struct world *w, obj_id dict, obj_id name);

/* A search that can be suspended. */
struct dict_probe {
	uint64_t hash;
	obj_id key;
	uint64_t perturb;	/* where the search is */
	uint32_t position;
	uint32_t run;		/* 3.x sets: steps from there along the linear run */
	uint32_t entry;		/* DICT_FOUND, DICT_COMPARE: index of the entry in question */
	uint32_t free;		/* a deleted place met on the way, + 1 */
};
enum dict_result {
	DICT_FOUND,		/* `entry` holds the key */
	DICT_ABSENT,
	DICT_COMPARE,		/* only Python code can tell whether `entry`'s key == key */
};
void dict_probe_start(const struct world *w, obj_id dict, obj_id key, uint64_t hash,
	struct dict_probe *p);
/* Goes on; after DICT_COMPARE that meant "not equal". */
enum dict_result dict_probe(const struct world *w, obj_id dict, struct dict_probe *p);

/* Entries: 0 <= i < dict_entries(); an entry in use has a key. */
uint32_t dict_entries(const struct world *w, obj_id dict);
obj_id dict_entry_key(const struct world *w, obj_id dict, uint32_t i);
obj_id dict_entry_value(const struct world *w, obj_id dict, uint32_t i);
uint64_t dict_entry_hash(const struct world *w, obj_id dict, uint32_t i);

/* Grows whenever the dict gets another table.  A search under way starts again then, or
 * when the key it compares is no longer where it was (lookdict()). */
static inline uint32_t dict_version(const struct world *w, obj_id dict)
{
	return obj_field(w, dict, DICT_VERSION);
}

/* Stores VALUE under KEY.  The probe says where (from dict_probe ending in
 * FOUND or ABSENT, with the dict not changed since).  Takes over one reference
 * to VALUE; holds KEY when it is new.  Returns the old value, now the
 * caller's, or 0.  Announces BIND for the value (moved there), at PLACE, or
 * when that is NULL at {PLACE_KEY, dict, entry, key}.  Tracks the dict when it
 * must be (MAINTAIN_TRACKING). */
obj_id dict_store(struct world *w, obj_id dict, const struct dict_probe *p, obj_id value,
	const struct place *place);

/* The same for a str key that is known to be comparable in C. */
obj_id dict_set(struct world *w, obj_id dict, obj_id name, obj_id value,
	const struct place *place);

/* Looks for a str key: its entry, or DICT_DELETED when it is not there. */
uint32_t dict_find(const struct world *w, obj_id dict, obj_id name);

/* Takes an entry out; its key and value become the caller's. */
void dict_take(struct world *w, obj_id dict, uint32_t entry, obj_id *key, obj_id *value);

/* The entry that popitem() takes from a dict that is not empty, and taking it:
 * 3.x the last one, 2.7 the next after the one before. */
uint32_t dict_popitem_entry(const struct world *w, obj_id dict);
void dict_popitem(struct world *w, obj_id dict, obj_id *key, obj_id *value);

/* Takes the whole table out, as PyDict_Clear: the dict is empty afterwards.
 * The detached block is the caller's: its references in order (key, value,
 * key, value ...; of a set the keys) are found with dict_detached(), 0 where
 * there is none; free with block_free(). */
struct dict_block {
	uint32_t block, words;
	uint32_t first_entry;	/* index of the first entry's first word */
	uint32_t entries;	/* to look at */
	uint32_t references;	/* for dict_detached(): 0 <= i < references */
	bool is_set;
};
struct dict_block dict_detach(struct world *w, obj_id dict);
obj_id dict_detached(const struct world *w, const struct dict_block *b, uint32_t i);

/* Words of its payload block, for block_free(). */
uint32_t dict_words(const struct world *w, obj_id dict);

/* Fills a new object (kind DICT, no payload yet): for subclasses. */
void dict_fill(struct world *w, obj_id o);

/* Room for COUNT entries from the start (2.7 and 3.x presizing rules). */
void dict_presize(struct world *w, obj_id dict, uint32_t count);

/* Room for the entries of OTHER, before they are stored one by one: what dict.update()
 * of a dict does first (PyDict_Merge). */
void dict_merge_room(struct world *w, obj_id dict, obj_id other);

/* A copy as dict.copy() makes it: references held, order and table size as
 * CPython's. */
obj_id dict_copy(struct world *w, obj_id dict);

/* Whether the collector must know O when it is stored in a dict or tuple
 * (_PyObject_GC_MAY_BE_TRACKED). */
bool may_be_tracked(const struct world *w, obj_id o);

/* Sets, the same way.  CLASS: the type object of set, frozenset or a subclass. */
obj_id set_new(struct world *w, obj_id class);
void set_fill(struct world *w, obj_id o);
uint32_t set_words(const struct world *w, obj_id set);
void set_probe_start(const struct world *w, obj_id set, obj_id key, uint64_t hash,
	struct dict_probe *p);
enum dict_result set_probe(const struct world *w, obj_id set, struct dict_probe *p);
uint32_t set_entries(const struct world *w, obj_id set);	/* size of the table */
obj_id set_entry_key(const struct world *w, obj_id set, uint32_t i);
uint64_t set_entry_hash(const struct world *w, obj_id set, uint32_t i);
/* The same. */
static inline uint32_t set_version(const struct world *w, obj_id set)
{
	return obj_field(w, set, SET_VERSION);
}
/* After ABSENT: holds KEY.  Announces BIND of the key. */
void set_store(struct world *w, obj_id set, const struct dict_probe *p);
/* Takes an entry out; the key becomes the caller's. */
obj_id set_take(struct world *w, obj_id set, uint32_t entry);
/* set.pop() of a set that is not empty. */
uint32_t set_pop_entry(const struct world *w, obj_id set);
obj_id set_pop(struct world *w, obj_id set);
struct dict_block set_detach(struct world *w, obj_id set);
obj_id set_copy(struct world *w, obj_id set, obj_id class);

/* Room for COUNT more keys, as update() with a dict or set of COUNT makes first. */
void set_merge_room(struct world *w, obj_id set, uint32_t count);
/* After many were taken out: makes the table anew when more than a fourth is
 * deleted ones (difference_update does). */
void set_tidy(struct world *w, obj_id set);
/* Exchanges the contents of two sets (intersection_update: SET and its result). */
void set_swap(struct world *w, obj_id a, obj_id b);

/* Whether no key needs Python code to be compared (is_plain_value).  The next
 * ones are for two sets that are so. */
bool set_is_plain(const struct world *w, obj_id set);

/* Adds all keys of OTHER: update(), |=. */
void set_merge(struct world *w, obj_id set, obj_id other);

/* New sets of CLASS from two sets, in the order CPython makes them. */
obj_id set_union(struct world *w, obj_id a, obj_id b, obj_id class);
obj_id set_intersection(struct world *w, obj_id a, obj_id b, obj_id class);
obj_id set_difference(struct world *w, obj_id a, obj_id b, obj_id class);
obj_id set_symmetric_difference(struct world *w, obj_id a, obj_id b, obj_id class);
/* Whether every key of A is in B: 1, 0; -1 needs Python code (any sets). */
int set_is_subset(const struct world *w, obj_id a, obj_id b);

/* Hash of an object whose hash is C code.  A class with a special method in
 * Python says so in its flags: TYPE_HAS_HASH, TYPE_HAS_EQ (2.7: __cmp__
 * counts as __eq__; 3.x: a class with __eq__ alone has __hash__ None, and that
 * counts as TYPE_HAS_HASH).  Returns false when it needs Python
 * code or has none (then the caller finds out which). */
bool hash_value(struct world *w, obj_id o, uint64_t *hash);

/* The hash of a tuple of items with these hashes. */
uint64_t hash_parts(const struct world *w, const uint64_t *parts, uint32_t count);
/* Remembers the hash of what weak reference O refers to. */
void weakref_keep_hash(struct world *w, obj_id o, uint64_t hash);

/* The hash of a set as if it were frozen: `set in set` looks for it. */
bool set_hash_value(const struct world *w, obj_id o, uint64_t *hash);

/* Whether comparing O with another such object never needs Python code. */
bool is_plain_value(const struct world *w, obj_id o);

/* Equality without Python code: 1 equal, 0 not, -1 needs Python code. */
int equal_value(const struct world *w, obj_id a, obj_id b);
/* The same; -1 also when it takes more than LEVELS of recursion. */
int equal_within(const struct world *w, obj_id a, obj_id b, uint32_t levels);

#endif
