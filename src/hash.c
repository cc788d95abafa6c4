#include "probe.h"

#include <stdlib.h>

#include "lookup.h"
#include "number.h"
#include "plain.h"
#include "text.h"
#include "weakref.h"
#include "xalloc.h"

/* -1 is CPython's mark for an error, so no hash is -1. */
static uint64_t not_minus(uint64_t hash, uint64_t instead)
{
	return hash == UINT64_MAX ? instead : hash;
}

/* Tuples: Objects/tupleobject.c, tuplehash; the xxHash form since 3.8. */

#define PRIME_1 UINT64_C(11400714785074694791)
#define PRIME_2 UINT64_C(14029467366897019727)
#define PRIME_5 UINT64_C(2870177450012600261)

struct mixer {
	bool early; /* before 3.8 */
	uint64_t x;
	uint64_t factor;
	uint32_t length;
	uint32_t left;
};

static struct mixer mixer_start(const struct world *w, uint32_t length)
{
	if (is_before(w, 8))
		return (struct mixer){true, 0x345678, 1000003, length, length};
	return (struct mixer){false, PRIME_5, 0, length, length};
}

static void mixer_add(struct mixer *m, uint64_t hash)
{
	m->left--;
	if (m->early) {
		m->x = (m->x ^ hash) * m->factor;
		m->factor += 82520 + 2 * (uint64_t)m->left;
		return;
	}
	m->x += hash * PRIME_2;
	m->x = m->x << 31 | m->x >> 33;
	m->x *= PRIME_1;
}

static uint64_t mixer_end(const struct mixer *m)
{
	if (m->early)
		return not_minus(m->x + 97531, UINT64_MAX - 1);
	return not_minus(m->x + (m->length ^ (PRIME_5 ^ 3527539)), 1546275796);
}

/* Frozensets: Objects/setobject.c, frozenset_hash; 2.7 without the two last
 * shifts. */

static uint64_t shuffle(uint64_t hash)
{
	return (hash ^ 89869747 ^ hash << 16) * 3644798167u;
}

static uint64_t frozenset_hash(const struct world *w, obj_id o)
{
	uint64_t x = (obj_n(w, o) + UINT64_C(1)) * 1927868237;

	for (uint32_t i = 0; i < set_entries(w, o); i++) {
		if (set_entry_key(w, o, i))
			x ^= shuffle(set_entry_hash(w, o, i));
	}
	if (!is_old(w))
		x ^= x >> 11 ^ x >> 25;
	return not_minus(x * 69069 + 907133923, 590923713);
}

/* Methods: of the function and what it is bound to. */
static uint64_t method_hash(const struct world *w, obj_id o)
{
	obj_id self = obj_field(w, o, METHOD_SELF);
	uint64_t x = self ? address_hash(w, self) : 0;

	return not_minus(
		x ^ address_hash(w, obj_field(w, o, METHOD_FUNCTION)), UINT64_MAX - 1);
}

static bool is_hashed_by_identity(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_SINGLETON:
	case KIND_OBJECT:
	case KIND_INSTANCE:
	case KIND_TYPE:
	case KIND_OLD_CLASS:
	case KIND_FUNCTION:
	case KIND_BUILTIN:
	case KIND_MODULE:
	case KIND_CODE:
	case KIND_ITERATOR:
	case KIND_PROPERTY:
	case KIND_WRAPPER:
	case KIND_SUPER:
	case KIND_DESCRIPTOR:
	case KIND_EXCEPTION:
	case KIND_TRACEBACK:
	case KIND_FRAME:
	case KIND_GENERATOR:
		return true;
	default:
		return false;
	}
}

#define NONE_HASH 0xfca86420

/* 2.7's old-style instances: by identity, unless they compare in their own way. */
static bool old_instance_hash(const struct world *w, obj_id o, uint64_t *hash)
{
	static const uint8_t names[] = {N_HASH, N_EQ, N_CMP};
	obj_id class = obj_field(w, o, OLD_INSTANCE_CLASS);

	for (unsigned i = 0; i < sizeof(names); i++) {
		if (type_lookup(w, class, name_object((enum name)names[i])))
			return false;
	}
	*hash = address_hash(w, o);
	return true;
}

static bool hash_leaf(struct world *w, obj_id o, uint64_t *hash);

void weakref_keep_hash(struct world *w, obj_id o, uint64_t hash)
{
	set_obj_field(w, o, WEAKREF_HASH, (uint32_t)hash);
	set_obj_field(w, o, WEAKREF_HASH_HIGH, (uint32_t)(hash >> 32));
	set_obj_field(w, o, WEAKREF_HASHED, 1);
}

/* Weak references hash what they refer to, and keep that. */
static bool weakref_hash(struct world *w, obj_id o, uint64_t *hash)
{
	obj_id referent = weakref_referent(w, o);

	if (is_weak_proxy(w, o))
		return false;
	if (obj_field(w, o, WEAKREF_HASHED)) {
		*hash = obj_field(w, o, WEAKREF_HASH) |
			(uint64_t)obj_field(w, o, WEAKREF_HASH_HIGH) << 32;
		return true;
	}
	if (!referent || !hash_leaf(w, referent, hash))
		return false;
	weakref_keep_hash(w, o, *hash);
	return true;
}

/* Anything but tuples and ranges. */
static bool hash_leaf(struct world *w, obj_id o, uint64_t *hash)
{
	if (type_has(w, obj_class(w, o), TYPE_HAS_HASH) && !passes_over(w, o))
		return false;
	switch (obj_kind(w, o)) {
	case KIND_INT:
	case KIND_FLOAT:
	case KIND_COMPLEX:
		*hash = number_hash(w, o);
		return true;
	case KIND_STR:
	case KIND_BYTES:
		*hash = text_hash_cached(w, o);
		return true;
	case KIND_METHOD:
		*hash = method_hash(w, o);
		return true;
	case KIND_OLD_INSTANCE:
		return old_instance_hash(w, o, hash);
	case KIND_WEAKREF:
		return weakref_hash(w, o, hash);
	case KIND_SET:
		*hash = frozenset_hash(w, o);
		return obj_flag(w, o, OBJECT_FROZEN);
	default:
		*hash = o == OBJ_NONE && !is_before(w, 12) ? NONE_HASH
							   : address_hash(w, o);
		return is_hashed_by_identity(w, o);
	}
}

/* Ranges: as the tuple (length, first, step), the last two None where they do
 * not matter (Objects/rangeobject.c, range_hash).  Only of 64-bit numbers. */

static uint64_t part_hash(struct world *w, obj_id part)
{
	uint64_t hash;

	(void)hash_leaf(w, part, &hash);
	return hash;
}

static bool range_hash(struct world *w, obj_id o, uint64_t *hash)
{
	struct mixer m = mixer_start(w, 3);
	int64_t length;

	if (is_old(w)) {
		*hash = address_hash(w, o);
		return true;
	}
	if (!range_length(w, o, &length))
		return false;
	mixer_add(&m, int64_hash(w, length));
	mixer_add(&m, part_hash(w, length ? obj_field(w, o, RANGE_START) : OBJ_NONE));
	mixer_add(
		&m, part_hash(w, length > 1 ? obj_field(w, o, RANGE_STEP) : OBJ_NONE));
	*hash = mixer_end(&m);
	return true;
}

static bool hash_flat(struct world *w, obj_id o, uint64_t *hash)
{
	return obj_kind(w, o) == KIND_RANGE ? range_hash(w, o, hash)
					    : hash_leaf(w, o, hash);
}

/* Tuples in tuples: a stack of those under way, the innermost last. */

struct level {
	obj_id tuple;
	struct mixer mixer;
};

struct levels {
	struct level *level;
	uint32_t count, capacity;
};

static void enter(struct world *w, struct levels *s, obj_id tuple)
{
	if (s->count == s->capacity) {
		s->capacity = s->capacity ? 2 * s->capacity : 8;
		s->level = xreallocarray(s->level, s->capacity, sizeof(*s->level));
	}
	s->level[s->count++] = (struct level){tuple, mixer_start(w, obj_n(w, tuple))};
}

static bool is_hashed_inside(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_TUPLE &&
		!type_has(w, obj_class(w, o), TYPE_HAS_HASH);
}

static bool run(struct world *w, struct levels *s, uint64_t *hash)
{
	while (s->count) {
		struct level *top = &s->level[s->count - 1];
		obj_id item;

		if (!top->mixer.left) {
			*hash = mixer_end(&top->mixer);
			if (--s->count)
				mixer_add(&s->level[s->count - 1].mixer, *hash);
			continue;
		}
		item = obj_field(w, top->tuple, top->mixer.length - top->mixer.left);
		if (is_hashed_inside(w, item)) {
			enter(w, s, item);
			continue;
		}
		if (!hash_flat(w, item, hash))
			return false;
		mixer_add(&top->mixer, *hash);
	}
	return true;
}

bool hash_value(struct world *w, obj_id o, uint64_t *hash)
{
	struct levels s = {0};
	bool ok;

	if (!is_hashed_inside(w, o))
		return hash_flat(w, o, hash);
	enter(w, &s, o);
	ok = run(w, &s, hash);
	free(s.level);
	return ok;
}

bool set_hash_value(const struct world *w, obj_id o, uint64_t *hash)
{
	if (obj_kind(w, o) != KIND_SET || type_has(w, obj_class(w, o), TYPE_HAS_HASH))
		return false;
	*hash = frozenset_hash(w, o);
	return true;
}

uint64_t hash_parts(const struct world *w, const uint64_t *parts, uint32_t count)
{
	struct mixer m = mixer_start(w, count);

	for (uint32_t i = 0; i < count; i++)
		mixer_add(&m, parts[i]);
	return mixer_end(&m);
}
