#include "keyed.h"

#include "list.h"
#include "weakref.h"

static bool hashes_at(const struct world *w, obj_id o, int depth)
{
	obj_id function = special(w, o, N_HASH);

	if (is_weak_proxy(w, o))
		return false;
	if (!function && obj_kind(w, o) == KIND_WEAKREF && weakref_referent(w, o))
		return hashes_at(w, weakref_referent(w, o), depth);
	if (function)
		return function != OBJ_NONE;
	if (obj_kind(w, o) != KIND_TUPLE || depth == 100)
		return false;
	for (uint32_t i = 0; i < obj_n(w, o); i++) {
		if (hashes_at(w, item(w, o, i), depth + 1))
			return true;
	}
	return false;
}

bool hashes_in_python(const struct world *w, obj_id o)
{
	return hashes_at(w, o, 0);
}

enum outcome keyed_plain(struct world *w, obj_id container, obj_id key,
	struct dict_probe *p, bool *found)
{
	bool dict = obj_kind(w, container) == KIND_DICT;
	enum dict_result r;
	uint64_t hash;

	if (!hash_value(w, key, &hash)) {
		if (hashes_in_python(w, key))
			return OUT_PUSHED;
		hash_or_raise(w, key, &hash);
		return OUT_ERROR;
	}
	if (dict)
		dict_probe_start(w, container, key, hash, p);
	else
		set_probe_start(w, container, key, hash, p);
	r = dict ? dict_probe(w, container, p) : set_probe(w, container, p);
	*found = r == DICT_FOUND;
	return r == DICT_COMPARE ? OUT_PUSHED : OUT_VALUE;
}

enum {
	KEYED_START,
	KEYED_HASH,
	KEYED_COMPARED
};

static enum find_result found(struct world *w, uint32_t f, enum find_result r)
{
	set_frame_state(w, f, r == FIND_WAIT ? KEYED_COMPARED : KEYED_DONE);
	return r;
}

static enum find_result hash_came(
	struct world *w, uint32_t f, obj_id container, obj_id key)
{
	obj_id result = word(w, f + FRAME_RESULT);
	uint64_t hash;
	bool fine;

	if (reg(w, REG_EXCEPTION))
		return FIND_RAISED;
	set_word(w, f + FRAME_RESULT, 0);
	fine = hash_result(w, result, &hash);
	drop(w, result, NULL);
	return fine ? found(w, f, find_start(w, f, 0, container, key, hash))
		    : FIND_RAISED;
}

enum find_result keyed_step(struct world *w, uint32_t f, obj_id container, obj_id key)
{
	uint64_t hash;

	switch (frame_state(w, f)) {
	case KEYED_START:
		switch (hash_key(w, key, f + FRAME_RESULT, &hash)) {
		case OUT_VALUE:
			return found(w, f, find_start(w, f, 0, container, key, hash));
		case OUT_PUSHED:
			set_frame_state(w, f, KEYED_HASH);
			return FIND_WAIT;
		default:
			return FIND_RAISED;
		}
	case KEYED_HASH:
		return hash_came(w, f, container, key);
	default:
		return found(w, f, find_resume(w, f, 0, container, key));
	}
}

void keyed_probe(const struct world *w, uint32_t f, obj_id key, struct dict_probe *p)
{
	find_probe(w, f, 0, key, p);
}

uint32_t keyed_entry(const struct world *w, uint32_t f)
{
	return find_entry(w, f, 0);
}
