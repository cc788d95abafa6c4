#include "builtin_dict.h"

#include "arguments.h"
#include "attrs.h"
#include "dialect.h"
#include "errors.h"
#include "find.h"
#include "gc.h"
#include "gclist.h"
#include "list.h"
#include "lookup.h"
#include "passing.h"
#include "subscript.h"
#include "text.h"
#include "walk.h"

/*
 * Filling a dict: dict(), update(), |, fromkeys(), in a FRAME_BUILTIN.  What it is
 * filled from: another dict, entry by entry; an object with keys(); pairs from
 * an iterator; then keyword arguments.  (Objects/dictobject.c, dict_merge,
 * PyDict_MergeFromSeq2.)
 */
enum {
	WORD_FIND,
	WORD_INDEX = FIND_WORDS,
	WORD_NUMBER
};
enum {
	LOCAL_DICT,
	LOCAL_ITERATOR,
	LOCAL_KEY,
	LOCAL_VALUE,
	LOCAL_OLD,
	LOCAL_PAIR
};
enum state {
	STATE_START,
	STATE_ENTRIES, /* SOURCE is a dict: entry INDEX is next */
	STATE_WALK_START,
	STATE_WALK,
	STATE_KEYS_CAME, /* the result of SOURCE.keys() */
	STATE_KEYS_LIST,
	STATE_KEYS_LISTED,
	STATE_KEYS_START,
	STATE_KEYS,
	STATE_KEY_VALUE,
	STATE_PAIR, /* a pair that is no list or tuple was made a list */
	STATE_HASH, /* the hash of KEY came */
	STATE_FIND, /* a key in the dict was compared with KEY */
	STATE_KEYWORDS,
	STATE_DONE
};

static uint32_t filling_word(const struct world *w, uint32_t f, uint32_t i)
{
	return word(w, builtin_word(w, f, i));
}

static void set_filling_word(struct world *w, uint32_t f, uint32_t i, uint32_t value)
{
	set_word(w, builtin_word(w, f, i), value);
}

static obj_id local(const struct world *w, uint32_t f, uint32_t i)
{
	return word(w, builtin_local(w, f, i));
}

/* Moves a reference into an own slot; what was there is dropped. */
static void keep(struct world *w, uint32_t f, uint32_t i, obj_id o)
{
	uint32_t index = builtin_local(w, f, i);
	obj_id old = word(w, index);

	set_word(w, index, o);
	if (old)
		drop(w, old, NULL);
}

static void keep_held(struct world *w, uint32_t f, uint32_t i, obj_id o)
{
	hold(w, o);
	keep(w, f, i, o);
}

/* What it is filled from; 0: keywords alone. */
static obj_id source_of(const struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	return args_positional(w, &a) ? arg(w, &a, 0) : 0;
}

/* Where a stored pair came from, to go on there. */
static enum state origin(const struct world *w, uint32_t f)
{
	obj_id source = source_of(w, f);

	if (local(w, f, LOCAL_PAIR) == OBJ_ELLIPSIS)
		return STATE_KEYS;
	return source && obj_kind(w, source) == KIND_DICT &&
			!local(w, f, LOCAL_ITERATOR)
		? STATE_ENTRIES
		: STATE_WALK;
}

/* KEY: VALUE goes into the dict, once the place is found. */
static void stored(struct world *w, uint32_t f, enum find_result r)
{
	struct dict_probe p;
	obj_id value, old;

	if (r == FIND_WAIT) {
		set_frame_state(w, f, STATE_FIND);
		return;
	}
	if (r == FIND_RAISED) {
		builtin_return(w, 0);
		return;
	}
	find_probe(w, f, WORD_FIND, local(w, f, LOCAL_KEY), &p);
	value = local(w, f, LOCAL_VALUE);
	set_word(w, builtin_local(w, f, LOCAL_VALUE), 0);
	old = dict_store(w, local(w, f, LOCAL_DICT), &p, value, NULL);
	set_frame_state(w, f, origin(w, f));
	keep(w, f, LOCAL_OLD, old);
}

static void store_hashed(struct world *w, uint32_t f, uint64_t hash)
{
	stored(w, f,
		find_start(w, f, WORD_FIND, local(w, f, LOCAL_DICT),
			local(w, f, LOCAL_KEY), hash));
}

static void store(struct world *w, uint32_t f)
{
	uint64_t hash;

	switch (hash_key(w, local(w, f, LOCAL_KEY), f + FRAME_RESULT, &hash)) {
	case OUT_VALUE:
		store_hashed(w, f, hash);
		break;
	case OUT_PUSHED:
		set_frame_state(w, f, STATE_HASH);
		break;
	default:
		builtin_return(w, 0);
	}
}

static obj_id take_answer(struct world *w, uint32_t f)
{
	obj_id result = word(w, f + FRAME_RESULT);

	set_word(w, f + FRAME_RESULT, 0);
	return result;
}

static void hash_came(struct world *w, uint32_t f)
{
	obj_id result = take_answer(w, f);
	uint64_t hash;
	bool fine = hash_result(w, result, &hash);

	keep(w, f, LOCAL_OLD, result);
	if (fine)
		store_hashed(w, f, hash);
	else
		builtin_return(w, 0);
}

/* From a dict. */

static void next_entry(struct world *w, uint32_t f)
{
	obj_id source = source_of(w, f);
	uint32_t i = filling_word(w, f, WORD_INDEX);

	while (i < dict_entries(w, source) && !dict_entry_key(w, source, i))
		i++;
	if (i >= dict_entries(w, source)) {
		set_frame_state(w, f, STATE_KEYWORDS);
		return;
	}
	set_filling_word(w, f, WORD_INDEX, i + 1);
	keep_held(w, f, LOCAL_VALUE, dict_entry_value(w, source, i));
	keep_held(w, f, LOCAL_KEY, dict_entry_key(w, source, i));
	store_hashed(w, f, dict_entry_hash(w, source, i));
}

/* From an iterator of pairs. */

static void bad_pair(struct world *w, uint32_t f, uint32_t length)
{
	raise_error(w, T_VALUE_ERROR,
		"dictionary update sequence element #%u has length %u; 2 is required",
		filling_word(w, f, WORD_NUMBER), length);
	builtin_return(w, 0);
}

static void take_pair(struct world *w, uint32_t f)
{
	obj_id pair = local(w, f, LOCAL_PAIR);

	if (obj_n(w, pair) != 2) {
		bad_pair(w, f, obj_n(w, pair));
		return;
	}
	set_filling_word(w, f, WORD_NUMBER, filling_word(w, f, WORD_NUMBER) + 1);
	keep_held(w, f, LOCAL_KEY, item(w, pair, 0));
	keep_held(w, f, LOCAL_VALUE, item(w, pair, 1));
	store(w, f);
}

static void made_pair(struct world *w, uint32_t f, obj_id v)
{
	obj_id list = 0;
	enum outcome outcome;

	keep(w, f, LOCAL_PAIR, v);
	if (obj_kind(w, v) == KIND_LIST || obj_kind(w, v) == KIND_TUPLE) {
		take_pair(w, f);
		return;
	}
	set_frame_state(w, f, STATE_PAIR);
	outcome = list_of_builtin(w, v, f + FRAME_RESULT, &list);
	if (outcome == OUT_VALUE) {
		keep(w, f, LOCAL_PAIR, list);
		take_pair(w, f);
	} else if (outcome == OUT_UNKNOWN) {
		raise_error(w, T_TYPE_ERROR,
			"cannot convert dictionary update sequence element #%u to a sequence",
			filling_word(w, f, WORD_NUMBER));
		builtin_return(w, 0);
	} else if (outcome == OUT_ERROR) {
		builtin_return(w, 0);
	}
}

static void next_pair(struct world *w, uint32_t f)
{
	obj_id v = local(w, f, LOCAL_PAIR);

	if (v) {
		set_word(w, builtin_local(w, f, LOCAL_PAIR), 0);
		drop(w, v, NULL);
		return;
	}

	switch (walk_next(w, f, LOCAL_ITERATOR, &v)) {
	case WALK_ITEM:
		made_pair(w, f, v);
		break;
	case WALK_END:
		set_frame_state(w, f, STATE_KEYWORDS);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

static void start_walk(struct world *w, uint32_t f, obj_id iterable, enum state next)
{
	switch (walk_start(w, f, LOCAL_ITERATOR, iterable, NULL)) {
	case WALK_READY:
		set_frame_state(w, f, next);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

/* From an object with keys(): LOCAL_PAIR is Ellipsis as a mark.  But for 2.7, a list is
 * made of the keys before the first value is asked for. */

static void keys_came(struct world *w, uint32_t f)
{
	keep(w, f, LOCAL_OLD, take_answer(w, f));
	set_word(w, builtin_local(w, f, LOCAL_PAIR), OBJ_ELLIPSIS);
	set_frame_state(w, f,
		w->dialect->version.major == 2 ? STATE_KEYS_START : STATE_KEYS_LIST);
}

static void no_keys(struct world *w, uint32_t f, obj_id keys)
{
	if (py_at_least(w->dialect->version, 3, 7))
		raise_error(w, T_TYPE_ERROR,
			"%s.keys() returned a non-iterable (type %s)",
			type_name_of(w, source_of(w, f)), type_name_of(w, keys));
	else
		raise_error(w, T_TYPE_ERROR, "o.keys() are not iterable");
	builtin_return(w, 0);
}

static void list_keys(struct world *w, uint32_t f)
{
	obj_id keys = local(w, f, LOCAL_OLD), list = 0;

	switch (list_of_builtin(w, keys, f + FRAME_RESULT, &list)) {
	case OUT_VALUE:
		keep(w, f, LOCAL_OLD, list);
		set_frame_state(w, f, STATE_KEYS_START);
		break;
	case OUT_PUSHED:
		set_frame_state(w, f, STATE_KEYS_LISTED);
		break;
	case OUT_UNKNOWN:
		no_keys(w, f, keys);
		break;
	case OUT_ERROR:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

static void ask_value(struct world *w, uint32_t f, obj_id source, obj_id key)
{
	obj_id method = special(w, source, N_GETITEM), value = 0;

	set_frame_state(w, f, STATE_KEY_VALUE);
	if (method) {
		push_special(w, method, source, key, 0, f + FRAME_RESULT);
		return;
	}
	switch (subscript_load(w, source, key, f + FRAME_RESULT, &value)) {
	case OUT_VALUE:
		set_word(w, f + FRAME_RESULT, value);
		break;
	case OUT_UNKNOWN:
		subscript_missing(w, N_GETITEM, source, key);
		break;
	default:
		break;
	}
}

static void next_given_key(struct world *w, uint32_t f)
{
	obj_id source = source_of(w, f), v = 0;

	switch (walk_next(w, f, LOCAL_ITERATOR, &v)) {
	case WALK_ITEM:
		keep(w, f, LOCAL_KEY, v);
		ask_value(w, f, source, v);
		break;
	case WALK_END:
		set_frame_state(w, f, STATE_KEYWORDS);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

/* Keyword arguments. */

static void store_keyword(struct world *w, uint32_t f, const struct args *a, uint32_t i)
{
	obj_id name = item(w, a->names, i);
	obj_id value = arg(w, a, args_positional(w, a) + i);

	hold(w, value);
	keep(w, f, LOCAL_OLD, dict_set(w, local(w, f, LOCAL_DICT), name, value, NULL));
}

/* 2.7 gathers them in a dict, from the last to the first, and merges that. */
static void store_gathered(struct world *w, uint32_t f, const struct args *a)
{
	uint32_t n = obj_n(w, a->names);
	obj_id dict;

	dict = dict_new(w);
	set_obj_flag(w, dict, OBJECT_UNMADE, true); /* it is counted with the call */
	for (uint32_t i = n; i-- > 0;) {
		obj_id value = arg(w, a, args_positional(w, a) + i);

		hold(w, value);
		dict_set(w, dict, item(w, a->names, i), value, NULL);
	}
	dict_merge_room(w, local(w, f, LOCAL_DICT), dict);
	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		obj_id old, key = dict_entry_key(w, dict, i);

		if (!key)
			continue;
		hold(w, dict_entry_value(w, dict, i));
		old = dict_set(w, local(w, f, LOCAL_DICT), key,
			dict_entry_value(w, dict, i), NULL);
		if (old)
			drop(w, old, NULL);
	}
	drop(w, dict, NULL);
}

static void store_keywords(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t n = a.names ? obj_n(w, a.names) : 0;

	set_frame_state(w, f, STATE_DONE);
	if (n && w->dialect->version.major == 2)
		store_gathered(w, f, &a);
	else
		for (uint32_t i = 0; i < n; i++)
			store_keyword(w, f, &a, i);
}

/* dict() and update(), not {**d}, ask whether there is keys(): dicts too, to 3.8. */
static void pass_keys_lookup(struct world *w, obj_id source)
{
	if (special(w, source, N_KEYS))
		pass_object(w, KIND_METHOD, 0);
	else if (obj_kind(w, source) == KIND_DICT &&
		(obj_class(w, source) != type_object(T_DICT) ||
			!py_at_least(w->dialect->version, 3, 9)))
		pass_object(w, KIND_BUILTIN, 0);
}

static void start(struct world *w, uint32_t f)
{
	obj_id source = source_of(w, f), keys;

	if (source && word(w, frame_extra(w, f, BUILTIN_WORD_ARGUMENTS)))
		pass_keys_lookup(w, source);
	if (!source) {
		set_frame_state(w, f, STATE_KEYWORDS);
	} else if (obj_kind(w, source) == KIND_DICT && !overrides(w, source, N_ITER)) {
		if (source != local(w, f, LOCAL_DICT))
			dict_merge_room(w, local(w, f, LOCAL_DICT), source);
		set_frame_state(w, f,
			source == local(w, f, LOCAL_DICT) ? STATE_KEYWORDS
							  : STATE_ENTRIES);
	} else if ((keys = special(w, source, N_KEYS))) {
		set_frame_state(w, f, STATE_KEYS_CAME);
		push_special(w, keys, source, 0, 0, f + FRAME_RESULT);
	} else {
		set_frame_state(w, f, STATE_WALK_START);
	}
}

/* A bit of the work; true: the dict is filled. */
static bool fill(struct world *w, uint32_t f)
{
	enum state state = (enum state)frame_state(w, f);
	bool waits = state == STATE_WALK || state == STATE_KEYS ||
		state == STATE_WALK_START || state == STATE_KEYS_START;

	if (reg(w, REG_EXCEPTION) && !waits) {
		builtin_return(w, 0);
		return false;
	}
	switch (state) {
	case STATE_START:
		start(w, f);
		break;
	case STATE_ENTRIES:
		next_entry(w, f);
		break;
	case STATE_WALK_START:
		start_walk(w, f, source_of(w, f), STATE_WALK);
		break;
	case STATE_WALK:
		next_pair(w, f);
		break;
	case STATE_KEYS_CAME:
		keys_came(w, f);
		break;
	case STATE_KEYS_LIST:
		list_keys(w, f);
		break;
	case STATE_KEYS_LISTED:
		keep(w, f, LOCAL_OLD, take_answer(w, f));
		set_frame_state(w, f, STATE_KEYS_START);
		break;
	case STATE_KEYS_START:
		start_walk(w, f, local(w, f, LOCAL_OLD), STATE_KEYS);
		break;
	case STATE_KEYS:
		next_given_key(w, f);
		break;
	case STATE_KEY_VALUE:
		keep(w, f, LOCAL_VALUE, take_answer(w, f));
		store(w, f);
		break;
	case STATE_PAIR:
		keep(w, f, LOCAL_PAIR, take_answer(w, f));
		take_pair(w, f);
		break;
	case STATE_HASH:
		hash_came(w, f);
		break;
	case STATE_FIND:
		stored(w, f,
			find_resume(w, f, WORD_FIND, local(w, f, LOCAL_DICT),
				local(w, f, LOCAL_KEY)));
		break;
	case STATE_KEYWORDS:
		store_keywords(w, f);
		break;
	case STATE_DONE:
		return true;
	}
	return false;
}

static bool at_most_one(struct world *w, const struct args *a, const char *name)
{
	uint32_t n = args_positional(w, a);

	if (n <= 1)
		return true;
	raise_error(w, T_TYPE_ERROR, "%s expected at most 1 argument%s, got %u", name,
		py_at_least(w->dialect->version, 3, 8) ? "" : "s", n);
	return false;
}

/* Fills the frame's own dict; what follows is what it returns. */
static void fill_self(struct world *w, uint32_t f, const char *name, bool returns_self)
{
	struct args a = builtin_args(w, f);

	if (frame_state(w, f) == STATE_START && !local(w, f, LOCAL_DICT)) {
		if (!at_most_one(w, &a, name)) {
			builtin_return(w, 0);
			return;
		}
		keep_held(w, f, LOCAL_DICT, a.self);
	}
	if (!fill(w, f))
		return;
	if (returns_self)
		hold(w, a.self);
	builtin_return(w, returns_self ? a.self : OBJ_NONE);
}

void dict_update(struct world *w, uint32_t f)
{
	fill_self(w, f, "update", false);
}

void dict_init(struct world *w, uint32_t f)
{
	fill_self(w, f, "dict", false);
}

void dict_ior(struct world *w, uint32_t f)
{
	fill_self(w, f, "update", true);
}

static void return_dict(struct world *w, uint32_t f)
{
	obj_id dict = local(w, f, LOCAL_DICT);

	set_word(w, builtin_local(w, f, LOCAL_DICT), 0);
	builtin_return(w, dict);
}

void dict_or(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (frame_state(w, f) == STATE_START && !local(w, f, LOCAL_DICT)) {
		if (!gc_charge(w, FREE_LIST_DICT))
			return;
		keep(w, f, LOCAL_DICT, dict_copy(w, a.self));
	}
	if (fill(w, f))
		return_dict(w, f);
}

/* dict(): SELF is the class. */

/* dict() makes the table at once, from 3.6 to 3.9. */
static obj_id roomy(struct world *w, obj_id dict)
{
	if (w->dialect->dict_ordered && !py_at_least(w->dialect->version, 3, 10))
		set_obj_flag(w, dict, OBJECT_ROOMY, true);
	return dict;
}

obj_id table_new(struct world *w, obj_id class)
{
	enum kind kind = (enum kind)obj_field(w, class, TYPE_KIND);
	obj_id o;

	/* tp_alloc does not look at the free list; tp_dealloc puts into it. */
	if (class == type_object(T_DICT))
		return gc_charge(w, FREE_NONE) ? roomy(w, dict_new(w)) : RESULT_AGAIN;
	if (!gc_charge(
		    w, type_is_heap(w, class) ? FREE_NONE : gc_free_list(w, kind, 0)))
		return RESULT_AGAIN;
	o = obj_new(w, kind, class);
	if (kind == KIND_DICT)
		dict_fill(w, roomy(w, o));
	else
		set_fill(w, o);
	if (type_is_heap(w, class))
		instance_init(w, o);
	if (type_is_subtype(w, class, type_object(T_FROZENSET)))
		set_obj_flag(w, o, OBJECT_FROZEN, true);
	obj_born(w, o);
	gc_track(w, o);
	return o;
}

obj_id dict_create(struct world *w, const struct args *a)
{
	if (a->count)
		return RESULT_STEP;
	return table_new(w, a->self);
}

void dict_create_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id dict;

	if (frame_state(w, f) == STATE_START && !local(w, f, LOCAL_DICT)) {
		if (!at_most_one(w, &a, "dict")) {
			builtin_return(w, 0);
			return;
		}
		dict = table_new(w, a.self);
		if (dict == RESULT_AGAIN)
			return;
		keep(w, f, LOCAL_DICT, dict);
	}
	if (fill(w, f))
		return_dict(w, f);
}

/* dict.fromkeys(): pairs of each key and the same value. */

void dict_fromkeys(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id v = 0, dict;

	switch (frame_state(w, f)) {
	case STATE_START:
		dict = table_new(w, type_object(T_DICT));
		if (dict == RESULT_AGAIN)
			return;
		keep(w, f, LOCAL_DICT, dict);
		set_frame_state(w, f, STATE_WALK_START);
		break;
	case STATE_WALK:
		switch (walk_next(w, f, LOCAL_ITERATOR, &v)) {
		case WALK_ITEM:
			keep(w, f, LOCAL_KEY, v);
			keep_held(w, f, LOCAL_VALUE,
				a.count > 1 ? arg(w, &a, 1) : OBJ_NONE);
			store(w, f);
			break;
		case WALK_END:
			return_dict(w, f);
			break;
		case WALK_RAISED:
			builtin_return(w, 0);
			break;
		default:
			break;
		}
		break;
	default:
		fill(w, f);
	}
}
