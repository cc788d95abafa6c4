#include "interp.h"

#include <stdlib.h>

#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "find.h"
#include "gc.h"
#include "keyed.h"
#include "list.h"
#include "passing.h"
#include "special.h"
#include "xalloc.h"

/*
 * Displays and comprehensions of dicts and sets.
 *
 * Keys that are compared and hashed in C go in at once.  Otherwise the operands
 * move to a FRAME_BUILTIN (hidden functions `dict_display`, `set_display`),
 * which makes the container key by key.
 */

/* Whether the COUNT keys, STRIDE words apart, are all C code: 1; 0: not; -1: one
 * is unhashable (raised). */
static int plain_keys(struct world *w, uint32_t index, uint32_t count, uint32_t stride)
{
	bool plain = true;

	for (uint32_t i = 0; i < count; i++) {
		obj_id key = word(w, index + i * stride);
		uint64_t hash;

		if (hash_value(w, key, &hash))
			plain = plain && is_plain_value(w, key);
		else if (hashes_in_python(w, key))
			plain = false;
		else
			return hash_or_raise(w, key, &hash) ? 1 : -1;
	}
	return plain;
}

/* Moves COUNT operands from INDEX on into a frame for ID. */
static enum flow push_display(
	struct world *w, uint32_t f, uint32_t id, uint32_t index, uint32_t count)
{
	uint32_t frame = builtin_push(w, id, 0, count, f + FRAME_RESULT);

	for (uint32_t i = 0; i < count; i++) {
		set_word(w, frame_slot(frame, BUILTIN_FIRST_ARGUMENT + i),
			word(w, index + i));
		set_word(w, index + i, 0);
	}
	set_frame_state(w, f, 1);
	return FLOW_STAY;
}

static enum flow display_done(struct world *w, uint32_t f, uint32_t index)
{
	set_word(w, index, take_result(w, f));
	return FLOW_NEXT;
}

/* Stores a pair whose key is plain; *OLD: the value that was there before. */
static void store_pair(
	struct world *w, obj_id dict, obj_id key, obj_id value, obj_id *old)
{
	struct dict_probe p;
	bool found;

	keyed_plain(w, dict, key, &p, &found);
	*old = dict_store(w, dict, &p, value, NULL);
}

enum flow do_BUILD_DICT(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t n = (uint32_t)op->arg;
	uint32_t base = slot_at(f, op->sp - 2 * n);
	uint32_t expected = n ? n : (uint32_t)op->extra;
	struct owned *list;
	obj_id dict;
	int plain;

	if (frame_state(w, f))
		return display_done(w, f, base);
	plain = plain_keys(w, base, n, 2);
	if (plain < 0) {
		pass_object(w, KIND_DICT, 0);
		return FLOW_STAY;
	}
	if (!plain)
		return push_display(w, f, B_dict_display, base, 2 * n);
	if (!gc_charge(w, FREE_LIST_DICT))
		return FLOW_STAY;
	dict = dict_new(w);
	if (expected > 5)
		dict_presize(w, dict, expected);
	list = xcalloc(2 * n + 1, sizeof(*list));
	for (uint32_t i = 0; i < n; i++) {
		obj_id key = word(w, base + 2 * i), value = word(w, base + 2 * i + 1);

		set_word(w, base + 2 * i + 1, 0);
		store_pair(w, dict, key, value, &list[2 * i].object);
		list[2 * i + 1].object = key;
		set_word(w, base + 2 * i, 0);
	}
	set_word(w, base, dict);
	drop_all(w, list, 2 * n);
	free(list);
	return FLOW_NEXT;
}

/* The keys are constants: always plain. */
enum flow do_BUILD_CONST_DICT(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t n = (uint32_t)op->arg;
	uint32_t base = slot_at(f, op->sp - n - 1);
	obj_id keys = word(w, base + n);
	obj_id dict;
	struct owned *list;

	if (!gc_charge(w, FREE_LIST_DICT))
		return FLOW_STAY;
	dict = dict_new(w);
	if (n > 5)
		dict_presize(w, dict, n);
	list = xcalloc(n + 1, sizeof(*list));
	for (uint32_t i = 0; i < n; i++) {
		obj_id value = word(w, base + i);

		set_word(w, base + i, 0);
		store_pair(w, dict, item(w, keys, i), value, &list[i].object);
	}
	list[n].object = keys;
	set_word(w, base + n, 0);
	set_word(w, base, dict);
	drop_all(w, list, n + 1);
	free(list);
	return FLOW_NEXT;
}

/* The pair in the words KEY_AT and VALUE_AT, both consumed, goes into DICT. */
static enum flow add_pair(struct world *w, uint32_t f, const struct op *op, obj_id dict,
	uint32_t key_at, uint32_t value_at)
{
	obj_id key = word(w, key_at), value = word(w, value_at), old = 0;
	int plain;

	if (frame_state(w, f)) {
		take_result(w, f);
		return finish(w, f, op, 2, 0);
	}
	plain = plain_keys(w, key_at, 1, 1);
	if (plain < 0)
		return FLOW_STAY;
	if (!plain) {
		push_builtin_step(w, B_dict_setitem, dict, (obj_id[]){key, value}, 2,
			f + FRAME_RESULT);
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	}
	set_word(w, value_at, 0);
	store_pair(w, dict, key, value, &old);
	set_word(w, key_at, 0);
	drop_all(w, (struct owned[]){{.object = old}, {.object = key}}, 2);
	return FLOW_NEXT;
}

/* [d v k -> d] */
enum flow do_STORE_MAP(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);

	return add_pair(w, f, op, word(w, top - 2), top, top - 1);
}

enum flow do_MAP_ADD(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	uint32_t key_at = op->flag & 1 ? top : top - 1;

	return add_pair(w, f, op, operand(w, f, op, (uint32_t)op->arg + 1), key_at,
		op->flag & 1 ? top - 1 : top);
}

static void add_key(struct world *w, obj_id set, obj_id key)
{
	struct dict_probe p;
	bool found;

	keyed_plain(w, set, key, &p, &found);
	if (!found)
		set_store(w, set, &p);
}

enum flow do_BUILD_SET(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t n = (uint32_t)op->arg;
	uint32_t base = slot_at(f, op->sp - n);
	struct owned *list;
	obj_id set;
	int plain;

	if (frame_state(w, f))
		return display_done(w, f, base);
	plain = plain_keys(w, base, n, 1);
	if (plain < 0)
		return FLOW_STAY;
	if (!plain)
		return push_display(w, f, B_set_display, base, n);
	if (!gc_charge(w, gc_free_list(w, KIND_SET, 0)))
		return FLOW_STAY;
	set = set_new(w, type_object(T_SET));
	list = xcalloc(n + 1, sizeof(*list));
	for (uint32_t k = 0; k < n; k++) {
		/* 2.7 adds from the top of the stack down. */
		uint32_t i = w->dialect->version.major == 2 ? n - 1 - k : k;

		list[k].object = word(w, base + i);
		add_key(w, set, list[k].object);
		set_word(w, base + i, 0);
	}
	set_word(w, base, set);
	drop_all(w, list, n);
	free(list);
	return FLOW_NEXT;
}

enum flow do_SET_ADD(struct world *w, uint32_t f, const struct op *op)
{
	obj_id set = operand(w, f, op, (uint32_t)op->arg), key = operand(w, f, op, 0);
	int plain;

	if (frame_state(w, f)) {
		take_result(w, f);
		return finish(w, f, op, 1, 0);
	}
	plain = plain_keys(w, slot_at(f, op->sp - 1u), 1, 1);
	if (plain < 0)
		return FLOW_STAY;
	if (!plain) {
		push_builtin_step(w, B_set_add, set, &key, 1, f + FRAME_RESULT);
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	}
	add_key(w, set, key);
	return finish(w, f, op, 1, 0);
}

/* The hidden functions. */
enum {
	LOCAL_CONTAINER
};
enum {
	WORD_NEXT = FIND_WORDS
};

static obj_id new_container(struct world *w, bool dict)
{
	if (!gc_charge(w, gc_free_list(w, dict ? KIND_DICT : KIND_SET, 0)))
		return 0;
	return dict ? dict_new(w) : set_new(w, type_object(T_SET));
}

/* Key number NEXT was found or not: it goes in. */
static void put_in(struct world *w, uint32_t f, obj_id container, bool dict,
	uint32_t key_at, enum find_result r)
{
	obj_id replaced = 0;
	struct dict_probe p;

	keyed_probe(w, f, word(w, key_at), &p);
	if (dict) {
		replaced = dict_store(w, container, &p, word(w, key_at + 1), NULL);
		set_word(w, key_at + 1, 0);
	} else if (r == FIND_ABSENT) {
		set_store(w, container, &p);
	}
	set_frame_state(w, f, 0);
	if (replaced)
		drop(w, replaced, NULL);
}

static void display_step(struct world *w, uint32_t f, bool dict)
{
	struct args a = builtin_args(w, f);
	uint32_t stride = dict ? 2 : 1, n = a.count / stride;
	uint32_t local = builtin_local(w, f, LOCAL_CONTAINER);
	uint32_t next = word(w, builtin_word(w, f, WORD_NEXT));
	bool backwards = !dict && w->dialect->version.major == 2;
	uint32_t key_at = a.base + stride * (backwards ? n - 1 - next : next);
	obj_id container = word(w, local);
	enum find_result r;

	if (!container) {
		set_word(w, local, new_container(w, dict));
		return;
	}
	if (next == n) {
		set_word(w, local, 0);
		builtin_return(w, container);
		return;
	}
	r = keyed_step(w, f, container, word(w, key_at));
	if (r == FIND_WAIT)
		return;
	if (r == FIND_RAISED) {
		builtin_return(w, 0);
		return;
	}
	set_word(w, builtin_word(w, f, WORD_NEXT), next + 1);
	put_in(w, f, container, dict, key_at, r);
}

void dict_display(struct world *w, uint32_t f)
{
	display_step(w, f, true);
}

void set_display(struct world *w, uint32_t f)
{
	display_step(w, f, false);
}
