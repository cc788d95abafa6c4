#include "find.h"

#include <stdlib.h>

#include "code.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "keyed.h"
#include "list.h"
#include "number.h"
#include "weakref.h"
#include "xalloc.h"

enum {
	FIND_HASH,
	FIND_HASH_HIGH,
	FIND_PERTURB,
	FIND_PERTURB_HIGH,
	FIND_POSITION,
	FIND_RUN,
	FIND_ENTRY,
	FIND_FREE,
	FIND_VERSION,
	FIND_KEY /* of the entry, as a number: nothing is owned */
};

static uint64_t read_pair(const struct world *w, uint32_t index)
{
	return word(w, index) | (uint64_t)word(w, index + 1) << 32;
}

static void write_pair(struct world *w, uint32_t index, uint64_t value)
{
	set_word(w, index, (uint32_t)value);
	set_word(w, index + 1, (uint32_t)(value >> 32));
}

static uint32_t words_at(const struct world *w, uint32_t f, uint32_t at)
{
	return builtin_word(w, f, at);
}

static void save(struct world *w, uint32_t base, const struct dict_probe *p)
{
	write_pair(w, base + FIND_HASH, p->hash);
	write_pair(w, base + FIND_PERTURB, p->perturb);
	set_word(w, base + FIND_POSITION, p->position);
	set_word(w, base + FIND_RUN, p->run);
	set_word(w, base + FIND_ENTRY, p->entry);
	set_word(w, base + FIND_FREE, p->free);
}

void find_probe(const struct world *w, uint32_t f, uint32_t at, obj_id key,
	struct dict_probe *p)
{
	uint32_t base = words_at(w, f, at);

	*p = (struct dict_probe){.hash = read_pair(w, base + FIND_HASH),
		.key = key,
		.perturb = read_pair(w, base + FIND_PERTURB),
		.position = word(w, base + FIND_POSITION),
		.run = word(w, base + FIND_RUN),
		.entry = word(w, base + FIND_ENTRY),
		.free = word(w, base + FIND_FREE)};
}

uint32_t find_entry(const struct world *w, uint32_t f, uint32_t at)
{
	return word(w, words_at(w, f, at) + FIND_ENTRY);
}

static bool is_dict(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_DICT;
}

static uint32_t version_of(const struct world *w, obj_id o)
{
	return is_dict(w, o) ? dict_version(w, o) : set_version(w, o);
}

static obj_id entry_key(const struct world *w, obj_id o, uint32_t i)
{
	return is_dict(w, o) ? dict_entry_key(w, o, i) : set_entry_key(w, o, i);
}

static enum dict_result probe(const struct world *w, obj_id o, struct dict_probe *p)
{
	return is_dict(w, o) ? dict_probe(w, o, p) : set_probe(w, o, p);
}

/* The deleted place that P has met may have been taken while keys were compared. */
static void check_free(const struct world *w, obj_id container, struct dict_probe *p)
{
	if (is_dict(w, container) && w->dialect->version.major != 2)
		return;
	if (p->free && entry_key(w, container, p->free - 1))
		p->free = 0;
}

/* Searches on from P; pushes a comparison when one is needed. */
static enum find_result search(struct world *w, uint32_t f, uint32_t at,
	obj_id container, struct dict_probe *p)
{
	uint32_t base = words_at(w, f, at);

	for (;;) {
		enum dict_result r = probe(w, container, p);
		obj_id result = 0;

		check_free(w, container, p);
		save(w, base, p);
		set_word(w, base + FIND_VERSION, version_of(w, container));
		set_word(w, base + FIND_KEY,
			r == DICT_COMPARE ? entry_key(w, container, p->entry) : 0);
		if (r != DICT_COMPARE)
			return r == DICT_FOUND ? FIND_FOUND : FIND_ABSENT;
		switch (compare_any(w, COMPARE_EQ, entry_key(w, container, p->entry),
			p->key, f + FRAME_RESULT, &result)) {
		case OUT_VALUE:
			if (result == OBJ_TRUE)
				return FIND_FOUND;
			break;
		case OUT_PUSHED:
			return FIND_WAIT;
		default:
			return FIND_RAISED;
		}
	}
}

enum find_result find_start(struct world *w, uint32_t f, uint32_t at, obj_id container,
	obj_id key, uint64_t hash)
{
	struct dict_probe p;

	if (is_dict(w, container))
		dict_probe_start(w, container, key, hash, &p);
	else
		set_probe_start(w, container, key, hash, &p);
	return search(w, f, at, container, &p);
}

/* Whether the table, or the key that was compared, is another one now. */
static bool is_changed(const struct world *w, uint32_t base, obj_id container)
{
	return version_of(w, container) != word(w, base + FIND_VERSION) ||
		entry_key(w, container, word(w, base + FIND_ENTRY)) !=
		word(w, base + FIND_KEY);
}

enum find_result find_resume(
	struct world *w, uint32_t f, uint32_t at, obj_id container, obj_id key)
{
	uint32_t base = words_at(w, f, at);
	obj_id result = word(w, f + FRAME_RESULT);
	struct dict_probe p;
	bool equal;

	if (reg(w, REG_EXCEPTION))
		return FIND_RAISED;
	set_word(w, f + FRAME_RESULT, 0);
	equal = truth_plain(w, result);
	find_probe(w, f, at, key, &p);
	if (is_changed(w, base, container)) {
		drop(w, result, NULL);
		return find_start(w, f, at, container, key, p.hash);
	}
	drop(w, result, NULL);
	return equal ? FIND_FOUND : search(w, f, at, container, &p);
}

/* Hashes. */

/* Values whose hash is made of others' hashes, one of which is Python code. */
static bool is_composed(const struct world *w, obj_id key)
{
	if (obj_kind(w, key) == KIND_WEAKREF)
		return weakref_referent(w, key) != 0;
	return obj_kind(w, key) == KIND_TUPLE;
}

static void push_composed(struct world *w, obj_id key, uint32_t dst)
{
	uint32_t parts = obj_kind(w, key) == KIND_TUPLE ? obj_n(w, key) : 1;
	uint32_t f = builtin_push(w, B_hash_step, 0, 1 + parts, dst);

	hold(w, key);
	set_word(w, frame_slot(f, BUILTIN_FIRST_ARGUMENT), key);
}

enum outcome hash_key(struct world *w, obj_id key, uint32_t dst, uint64_t *hash)
{
	obj_id function;

	if (hash_value(w, key, hash))
		return OUT_VALUE;
	function = special(w, key, N_HASH);
	if (function && function != OBJ_NONE) {
		push_special(w, function, key, 0, 0, dst);
		return OUT_PUSHED;
	}
	if (!function && is_composed(w, key) && hashes_in_python(w, key)) {
		push_composed(w, key, dst);
		return OUT_PUSHED;
	}
	hash_or_raise(w, key, hash);
	return OUT_ERROR;
}

static obj_id part_of(const struct world *w, obj_id key, uint32_t i)
{
	return obj_kind(w, key) == KIND_TUPLE ? item(w, key, i)
					      : weakref_referent(w, key);
}

/* All parts' hashes are there, as ints among the arguments. */
static obj_id composed(struct world *w, const struct args *a, obj_id key)
{
	uint32_t n = a->count - 1;
	uint64_t *parts = xcalloc(n + 1, sizeof(*parts));
	uint64_t hash;

	for (uint32_t i = 0; i < n; i++)
		parts[i] = (uint64_t)int_value(w, arg(w, a, 1 + i));
	hash = obj_kind(w, key) == KIND_TUPLE ? hash_parts(w, parts, n) : parts[0];
	free(parts);
	if (obj_kind(w, key) == KIND_WEAKREF)
		weakref_keep_hash(w, key, hash);
	return int_new(w, (int64_t)hash);
}

/* The hidden function `hash`: own word 0 counts the parts. */
void hash_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id key = arg(w, &a, 0), result = word(w, f + FRAME_RESULT);
	uint32_t at = builtin_word(w, f, 0), i = word(w, at);
	uint64_t hash;
	enum outcome outcome = OUT_VALUE;

	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	if (i + 1 == a.count) {
		builtin_return(w, composed(w, &a, key));
		return;
	}
	if (!frame_state(w, f)) {
		set_frame_state(w, f, 1);
		outcome = hash_key(w, part_of(w, key, i), f + FRAME_RESULT, &hash);
	} else {
		set_word(w, f + FRAME_RESULT, 0);
		outcome = hash_result(w, result, &hash) ? OUT_VALUE : OUT_ERROR;
		drop(w, result, NULL);
	}
	if (outcome == OUT_ERROR)
		builtin_return(w, 0);
	if (outcome != OUT_VALUE)
		return;
	set_frame_state(w, f, 0);
	set_word(w, a.base + 1 + i, int_new(w, (int64_t)hash));
	set_word(w, at, i + 1);
}

bool hash_result(struct world *w, obj_id result, uint64_t *hash)
{
	if (!is_int(w, result)) {
		raise_error(w, T_TYPE_ERROR,
			w->dialect->version.major == 2
				? "an integer is required"
				: "__hash__ method should return an integer");
		return false;
	}
	*hash = int_fits(w, result) ? (uint64_t)int_value(w, result)
				    : number_hash(w, result);
	if (*hash == UINT64_MAX)
		*hash = UINT64_MAX - 1;
	return true;
}
