#include "builtin_dict.h"

#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "iterate.h"
#include "keyed.h"
#include "list.h"
#include "number.h"
#include "recursion.h"

/* Methods of dict that look up one key, or make views, iterators, copies. */

static obj_id held(struct world *w, obj_id o)
{
	hold(w, o);
	return o;
}

/* Why a lookup in C gave nothing: RESULT_STEP or raised. */
static obj_id not_plain(enum outcome outcome)
{
	return outcome == OUT_PUSHED ? RESULT_STEP : 0;
}

static obj_id value_at(struct world *w, obj_id dict, uint32_t entry)
{
	return held(w, dict_entry_value(w, dict, entry));
}

static obj_id second(const struct world *w, const struct args *a)
{
	return a->count > 1 ? arg(w, a, 1) : OBJ_NONE;
}

/* What each method does with the key once it is found, or not. */

static obj_id get_found(
	struct world *w, const struct args *a, bool found, uint32_t entry)
{
	return found ? value_at(w, a->self, entry) : held(w, second(w, a));
}

static obj_id set_default(
	struct world *w, const struct args *a, bool found, const struct dict_probe *p)
{
	obj_id v = second(w, a);

	if (found)
		return value_at(w, a->self, p->entry);
	dict_store(w, a->self, p, held(w, v), NULL);
	return held(w, v);
}

/* *KEY: the key that was taken out, to be dropped. */
static obj_id pop_found(
	struct world *w, const struct args *a, bool found, uint32_t entry, obj_id *key)
{
	obj_id value = 0;

	if (!found)
		return a->count > 1 ? held(w, arg(w, a, 1))
				    : raise_value(w, T_KEY_ERROR, arg(w, a, 0));
	dict_take(w, a->self, entry, key, &value);
	return value;
}

obj_id dict_get_method(struct world *w, const struct args *a)
{
	struct dict_probe p;
	bool found;
	enum outcome outcome = keyed_plain(w, a->self, arg(w, a, 0), &p, &found);

	return outcome == OUT_VALUE ? get_found(w, a, found, p.entry)
				    : not_plain(outcome);
}

obj_id dict_contains(struct world *w, const struct args *a)
{
	struct dict_probe p;
	bool found;
	enum outcome outcome = keyed_plain(w, a->self, arg(w, a, 0), &p, &found);

	return outcome == OUT_VALUE ? bool_of(found) : not_plain(outcome);
}

obj_id dict_has_key(struct world *w, const struct args *a)
{
	return dict_contains(w, a);
}

obj_id dict_setdefault(struct world *w, const struct args *a)
{
	struct dict_probe p;
	bool found;
	enum outcome outcome = keyed_plain(w, a->self, arg(w, a, 0), &p, &found);

	return outcome == OUT_VALUE ? set_default(w, a, found, &p) : not_plain(outcome);
}

obj_id dict_pop(struct world *w, const struct args *a)
{
	struct dict_probe p = {0};
	bool found = false;
	obj_id key = 0, value;
	enum outcome outcome = OUT_VALUE;

	if (obj_n(w, a->self))
		outcome = keyed_plain(w, a->self, arg(w, a, 0), &p, &found);
	if (outcome != OUT_VALUE)
		return not_plain(outcome);
	value = pop_found(w, a, found, p.entry, &key);
	if (key)
		drop(w, key, NULL);
	return value;
}

obj_id dict_getitem(struct world *w, const struct args *a)
{
	struct dict_probe p;
	bool found;
	enum outcome outcome = keyed_plain(w, a->self, arg(w, a, 0), &p, &found);

	if (outcome != OUT_VALUE || (!found && overrides(w, a->self, N_MISSING)))
		return outcome == OUT_ERROR ? 0 : RESULT_STEP;
	if (!found)
		return raise_value(w, T_KEY_ERROR, arg(w, a, 0));
	return value_at(w, a->self, p.entry);
}

/* The same in frames. */

enum {
	LOCAL_OLD_KEY,
	LOCAL_OLD_VALUE
};
enum {
	STATE_MISSING = KEYED_DONE + 1
};

typedef obj_id keyed_act(struct world *w, uint32_t f, const struct args *a, bool found,
	const struct dict_probe *p);

static void keyed(struct world *w, uint32_t f, keyed_act *act)
{
	struct args a = builtin_args(w, f);
	enum find_result r = keyed_step(w, f, a.self, arg(w, &a, 0));
	struct dict_probe p;

	if (r == FIND_WAIT)
		return;
	if (r == FIND_RAISED) {
		builtin_return(w, 0);
		return;
	}
	keyed_probe(w, f, arg(w, &a, 0), &p);
	builtin_return(w, act(w, f, &a, r == FIND_FOUND, &p));
}

static obj_id act_get(struct world *w, uint32_t f, const struct args *a, bool found,
	const struct dict_probe *p)
{
	(void)f;
	return get_found(w, a, found, p->entry);
}

static obj_id act_contains(struct world *w, uint32_t f, const struct args *a,
	bool found, const struct dict_probe *p)
{
	(void)w;
	(void)f;
	(void)a;
	(void)p;
	return bool_of(found);
}

static obj_id act_setdefault(struct world *w, uint32_t f, const struct args *a,
	bool found, const struct dict_probe *p)
{
	(void)f;
	return set_default(w, a, found, p);
}

static obj_id act_pop(struct world *w, uint32_t f, const struct args *a, bool found,
	const struct dict_probe *p)
{
	obj_id key = 0, value = pop_found(w, a, found, p->entry, &key);

	set_word(w, builtin_local(w, f, LOCAL_OLD_KEY), key);
	return value;
}

static obj_id act_setitem(struct world *w, uint32_t f, const struct args *a, bool found,
	const struct dict_probe *p)
{
	(void)found;
	set_word(w, builtin_local(w, f, LOCAL_OLD_VALUE),
		dict_store(w, a->self, p, held(w, arg(w, a, 1)), NULL));
	return OBJ_NONE;
}

static obj_id act_delitem(struct world *w, uint32_t f, const struct args *a, bool found,
	const struct dict_probe *p)
{
	obj_id key = 0, value = 0;

	if (!found)
		return raise_value(w, T_KEY_ERROR, arg(w, a, 0));
	dict_take(w, a->self, p->entry, &key, &value);
	set_word(w, builtin_local(w, f, LOCAL_OLD_KEY), key);
	set_word(w, builtin_local(w, f, LOCAL_OLD_VALUE), value);
	return OBJ_NONE;
}

void dict_get_method_step(struct world *w, uint32_t f)
{
	keyed(w, f, act_get);
}

void dict_contains_step(struct world *w, uint32_t f)
{
	keyed(w, f, act_contains);
}

void dict_has_key_step(struct world *w, uint32_t f)
{
	keyed(w, f, act_contains);
}

void dict_setdefault_step(struct world *w, uint32_t f)
{
	keyed(w, f, act_setdefault);
}

void dict_pop_step(struct world *w, uint32_t f)
{
	keyed(w, f, act_pop);
}

void dict_setitem(struct world *w, uint32_t f)
{
	keyed(w, f, act_setitem);
}

void dict_delitem(struct world *w, uint32_t f)
{
	keyed(w, f, act_delitem);
}

static obj_id act_getitem(struct world *w, uint32_t f, const struct args *a, bool found,
	const struct dict_probe *p)
{
	(void)f;
	if (found)
		return value_at(w, a->self, p->entry);
	return raise_value(w, T_KEY_ERROR, arg(w, a, 0));
}

void dict_getitem_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id missing = special(w, a.self, N_MISSING);
	enum find_result r;
	struct dict_probe p;
	obj_id result;

	if (frame_state(w, f) == STATE_MISSING) {
		result = word(w, f + FRAME_RESULT);
		set_word(w, f + FRAME_RESULT, 0);
		builtin_return(w, result);
		return;
	}
	r = keyed_step(w, f, a.self, arg(w, &a, 0));
	if (r == FIND_WAIT)
		return;
	keyed_probe(w, f, arg(w, &a, 0), &p);
	if (r == FIND_ABSENT && missing) {
		set_frame_state(w, f, STATE_MISSING);
		push_looked_up(w, N_MISSING, a.self, arg(w, &a, 0), f + FRAME_RESULT);
		return;
	}
	builtin_return(
		w, r == FIND_RAISED ? 0 : act_getitem(w, f, &a, r == FIND_FOUND, &p));
}

/* Items as lists, views, iterators. */

obj_id dict_popitem_method(struct world *w, const struct args *a)
{
	obj_id pair[2];

	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 2)))
		return RESULT_AGAIN;
	if (!obj_n(w, a->self)) {
		gc_discharge(w, gc_free_list(w, KIND_TUPLE, 2));
		return raise_error(w, T_KEY_ERROR, "popitem(): dictionary is empty");
	}
	dict_popitem(w, a->self, &pair[0], &pair[1]);
	return tuple_of(w, pair, 2);
}

static obj_id view_new(struct world *w, enum builtin_type type, obj_id dict)
{
	obj_id view;

	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	view = obj_new_fields(w, KIND_VIEW, type_object(type), VIEW_WORDS);
	set_obj_field(w, view, VIEW_DICT, held(w, dict));
	obj_born(w, view);
	gc_track(w, view);
	return view;
}

static obj_id entry_item(
	struct world *w, enum builtin_type type, obj_id dict, uint32_t i)
{
	obj_id pair[2] = {dict_entry_key(w, dict, i), dict_entry_value(w, dict, i)};

	if (type == T_DICT_KEYS)
		return held(w, pair[0]);
	if (type == T_DICT_VALUES)
		return held(w, pair[1]);
	hold(w, pair[0]);
	hold(w, pair[1]);
	gc_count_new(w, gc_free_list(w, KIND_TUPLE, 2));
	return tuple_of(w, pair, 2);
}

static obj_id entry_list(struct world *w, enum builtin_type type, obj_id dict)
{
	obj_id list;

	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	list = list_of(w, NULL, 0);
	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		if (dict_entry_key(w, dict, i))
			list_append(w, list, entry_item(w, type, dict, i));
	}
	list_set_room(w, list, obj_n(w, list));
	return list;
}

static obj_id view_or_list(struct world *w, enum builtin_type type, obj_id dict)
{
	return w->dialect->version.major == 2 ? entry_list(w, type, dict)
					      : view_new(w, type, dict);
}

obj_id dict_keys_method(struct world *w, const struct args *a)
{
	return view_or_list(w, T_DICT_KEYS, a->self);
}

obj_id dict_values_method(struct world *w, const struct args *a)
{
	return view_or_list(w, T_DICT_VALUES, a->self);
}

obj_id dict_items_method(struct world *w, const struct args *a)
{
	return view_or_list(w, T_DICT_ITEMS, a->self);
}

obj_id dict_viewkeys(struct world *w, const struct args *a)
{
	return view_new(w, T_DICT_KEYS, a->self);
}

obj_id dict_viewvalues(struct world *w, const struct args *a)
{
	return view_new(w, T_DICT_VALUES, a->self);
}

obj_id dict_viewitems(struct world *w, const struct args *a)
{
	return view_new(w, T_DICT_ITEMS, a->self);
}

static obj_id iterator(struct world *w, enum builtin_type type, obj_id dict)
{
	return gc_charge(w, FREE_NONE) ? dict_iterator_new(w, type, dict)
				       : RESULT_AGAIN;
}

obj_id dict_iterkeys(struct world *w, const struct args *a)
{
	return iterator(w, T_DICT_KEY_ITERATOR, a->self);
}

obj_id dict_itervalues(struct world *w, const struct args *a)
{
	return iterator(w, T_DICT_VALUE_ITERATOR, a->self);
}

obj_id dict_iteritems(struct world *w, const struct args *a)
{
	return iterator(w, T_DICT_ITEM_ITERATOR, a->self);
}

obj_id dict_iter(struct world *w, const struct args *a)
{
	return iterator(w, T_DICT_KEY_ITERATOR, a->self);
}

obj_id dict_copy_method(struct world *w, const struct args *a)
{
	return gc_charge(w, FREE_LIST_DICT) ? dict_copy(w, a->self) : RESULT_AGAIN;
}

obj_id dict_len(struct world *w, const struct args *a)
{
	return int_new(w, obj_n(w, a->self));
}

obj_id view_len(struct world *w, const struct args *a)
{
	return int_new(w, obj_n(w, obj_field(w, a->self, VIEW_DICT)));
}

obj_id view_values_len(struct world *w, const struct args *a)
{
	return view_len(w, a);
}

obj_id view_items_len(struct world *w, const struct args *a)
{
	return view_len(w, a);
}

void table_clear(struct world *w, const struct dict_block *b)
{
	uint32_t block, n = 0;

	if (!b->references) {
		if (b->block)
			block_free(w, b->block, b->words);
		return;
	}
	block = block_new(w, b->references);
	for (uint32_t i = 0; i < b->references; i++)
		set_word(w, block + n++, dict_detached(w, b, i));
	if (b->block)
		block_free(w, b->block, b->words);
	drop_block(w, block, b->references, block, n, 1);
}

void dict_clear(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	struct dict_block b;

	if (frame_state(w, f)) {
		builtin_return(w, OBJ_NONE);
		return;
	}
	set_frame_state(w, f, 1);
	b = dict_detach(w, a.self);
	table_clear(w, &b);
}
