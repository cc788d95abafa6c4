#ifndef GCREFS_PROBE_H
#define GCREFS_PROBE_H

#include "dialect.h"
#include "dict.h"

/*
 * What dict.c and set.c share: the walk through a hash table (Objects/
 * dictobject.c, "open addressing"): i = 5i + perturb + 1, perturb >>= 5.
 */
#define PERTURB_SHIFT 5

struct walk {
	uint32_t mask;
	uint32_t i;
	uint64_t perturb;
};

static inline struct walk walk_start(uint32_t log2, uint64_t hash)
{
	uint32_t mask = (1u << log2) - 1;

	return (struct walk){mask, (uint32_t)hash & mask, hash};
}

/* EARLY: the hash is shifted before it is used. */
static inline void walk_on(struct walk *k, bool early)
{
	if (early)
		k->perturb >>= PERTURB_SHIFT;
	k->i = (uint32_t)(k->i * 5 + k->perturb + 1) & k->mask;
	if (!early)
		k->perturb >>= PERTURB_SHIFT;
}

static inline bool is_old(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static inline bool is_before(const struct world *w, int minor)
{
	return is_old(w) || w->dialect->version.minor < minor;
}

/* The size of a table for MINIMUM: the power of two above it (ABOVE) or not
 * below it, 8 at least; as its logarithm. */
static inline uint32_t table_log2(uint64_t minimum, bool above)
{
	uint32_t log2 = 3;

	while ((UINT64_C(1) << log2) < minimum + above)
		log2++;
	return log2;
}

static inline uint64_t hash_at(const struct world *w, uint32_t index)
{
	return word(w, index) | (uint64_t)word(w, index + 1) << 32;
}

static inline void set_hash_at(struct world *w, uint32_t index, uint64_t hash)
{
	set_word(w, index, (uint32_t)hash);
	set_word(w, index + 1, (uint32_t)(hash >> 32));
}

static inline void zero_words(struct world *w, uint32_t index, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		set_word(w, index + i, 0);
}

/* Adds KEY to a set after ABSENT, and holds it; no event.  Returns its place. */
uint32_t set_put(struct world *w, obj_id set, const struct dict_probe *p);

/* Fills an empty set with the keys of FROM, which it then holds; no event. */
void set_copy_into(struct world *w, obj_id set, obj_id from);

/* Whether the key at hand (its hash is the same) is the key looked for. */
static inline enum dict_result compare_keys(const struct world *w, obj_id a, obj_id b)
{
	int equal = equal_value(w, a, b);

	return equal < 0 ? DICT_COMPARE : equal ? DICT_FOUND : DICT_ABSENT;
}

#endif
