#include "interp.h"

#include <stdlib.h>

#include "apply.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "iterate.h"
#include "length_hint.h"
#include "list.h"
#include "text.h"
#include "xalloc.h"

/*
 * Calls with * and **, and targets with a star.
 *
 * CALL_EX goes through its operands again and again: each round makes one of them
 * what it must be (a tuple, a dict) and returns FLOW_STAY; when all are, a frame
 * that makes the call is pushed.
 *
 *	state 0: looks what is still to be done
 *	state 1: the list of what * gives is in FRAME_RESULT
 *	state 2: the dict for ** has been filled
 *	state 3: the call has ended; its result is in FRAME_RESULT
 */
enum state {
	STATE_LOOK,
	STATE_TUPLE,
	STATE_FILLED,
	STATE_CALLED
};

/* Puts NEW (owned) in the place of an operand, which is dropped. */
static enum flow replace(struct world *w, uint32_t index, obj_id new)
{
	obj_id old = word(w, index);

	set_word(w, index, new);
	drop(w, old, NULL);
	return FLOW_STAY;
}

static enum flow refuse(
	struct world *w, obj_id callable, obj_id v, const char *stars, const char *what)
{
	raise_not_spreadable(w, callable, v, stars, what);
	return FLOW_STAY;
}

/* The operand after * becomes a tuple. */
static enum flow make_tuple(
	struct world *w, uint32_t f, uint32_t index, obj_id callable)
{
	obj_id v = word(w, index);
	uint32_t n = obj_n(w, v);

	if (obj_kind(w, v) == KIND_LIST) {
		if (n && !gc_charge(w, gc_free_list(w, KIND_TUPLE, n)))
			return FLOW_STAY;
		return replace(w, index,
			tuple_copy_words(
				w, type_object(T_TUPLE), item_index(w, v, 0), n));
	}
	if (!is_iterable(w, v))
		return refuse(w, callable, v, "*", "an iterable");
	push_builtin_step(
		w, B_tuple_new, type_object(T_TUPLE), &v, 1, f + FRAME_RESULT);
	set_frame_state(w, f, STATE_TUPLE);
	return FLOW_STAY;
}

/* The operand after ** (2.7) becomes a dict. */
static enum flow make_dict(struct world *w, uint32_t f, uint32_t index, obj_id callable)
{
	obj_id v = word(w, index), dict;

	if (!is_mapping(w, v))
		return refuse(w, callable, v, "**", "a mapping");
	if (!gc_charge(w, FREE_LIST_DICT))
		return FLOW_STAY;
	dict = dict_new(w);
	set_word(w, frame_slot(f, PY_EXTRA), dict);
	push_builtin_step(w, B_dict_update, dict, &v, 1, f + FRAME_RESULT);
	set_frame_state(w, f, STATE_FILLED);
	return FLOW_STAY;
}

/* What is in FRAME_RESULT or PY_EXTRA takes its operand's place. */
static enum flow take_made(struct world *w, uint32_t f, const struct spread *s)
{
	bool tuple = frame_state(w, f) == STATE_TUPLE;
	obj_id made = take_result(w, f);

	if (tuple)
		return replace(w, s->args, made);
	made = word(w, frame_slot(f, PY_EXTRA));
	set_word(w, frame_slot(f, PY_EXTRA), 0);
	return replace(w, s->keywords, made);
}

static struct spread operands(const struct world *w, uint32_t f, const struct op *op)
{
	struct spread s = {0};
	uint32_t next = slot_at(f, op->sp);

	if (!(op->flag & 4)) {
		s.keywords = op->arg & 1 ? --next : 0;
		s.args = --next;
		s.callable = s.first = s.pairs = next - 1;
	} else {
		s.keywords = op->flag & 2 ? --next : 0;
		s.args = op->flag & 1 ? --next : 0;
		s.pair_count = (uint32_t)op->extra;
		s.pairs = next - 2 * s.pair_count;
		s.count = (uint32_t)op->arg;
		s.first = s.pairs - s.count;
		s.callable = s.first - 1;
	}
	s.end = slot_at(f, op->sp);
	(void)w;
	return s;
}

/* The call is over: callable and operands go. */
static enum flow call_ended(struct world *w, uint32_t f, const struct spread *s)
{
	uint32_t n = s->end - s->callable;
	struct owned *list = xcalloc(n, sizeof(*list));

	for (uint32_t i = 0; i < n; i++) {
		list[i].object = word(w, s->callable + i);
		set_word(w, s->callable + i, 0);
	}
	set_word(w, s->callable, take_result(w, f));
	drop_all(w, list, n);
	free(list);
	return FLOW_NEXT;
}

enum flow do_CALL_EX(struct world *w, uint32_t f, const struct op *op)
{
	struct spread s = operands(w, f, op);

	switch ((enum state)frame_state(w, f)) {
	case STATE_TUPLE:
	case STATE_FILLED:
		return take_made(w, f, &s);
	case STATE_CALLED:
		return call_ended(w, f, &s);
	default:
		break;
	}
	if (s.keywords && obj_kind(w, word(w, s.keywords)) != KIND_DICT)
		return make_dict(w, f, s.keywords, word(w, s.callable));
	if (s.args && obj_kind(w, word(w, s.args)) != KIND_TUPLE)
		return make_tuple(w, f, s.args, word(w, s.callable));
	if (apply_push(w, &s, f + FRAME_RESULT))
		set_frame_state(w, f, STATE_CALLED);
	return FLOW_STAY;
}

/*
 * ** in a call.  What is no dict is made one first; then its entries are added to
 * the dict below, in which none of the keys may be yet.
 */
static enum flow merge(
	struct world *w, uint32_t f, const struct op *op, obj_id callable)
{
	obj_id into = operand(w, f, op, (uint32_t)op->arg), from = operand(w, f, op, 0);

	if (!keywords_fit(w, callable, into, from))
		return FLOW_STAY;
	dict_merge_room(w, into, from);
	for (uint32_t i = 0; i < dict_entries(w, from); i++) {
		obj_id key = dict_entry_key(w, from, i);

		if (!key)
			continue;
		hold(w, dict_entry_value(w, from, i));
		dict_set(w, into, key, dict_entry_value(w, from, i), NULL);
	}
	return finish(w, f, op, 1, 0);
}

enum flow do_DICT_MERGE(struct world *w, uint32_t f, const struct op *op)
{
	struct spread s = {.keywords = slot_at(f, op->sp - 1u)};
	obj_id callable = operand(w, f, op, (uint32_t)op->arg + 2);

	if (frame_state(w, f))
		return take_made(w, f, &s);
	if (obj_kind(w, word(w, s.keywords)) != KIND_DICT)
		return make_dict(w, f, s.keywords, callable);
	return merge(w, f, op, callable);
}

/* a, *b, c = s */

static enum flow too_few(struct world *w, uint32_t want, uint32_t have)
{
	raise_error(w, T_VALUE_ERROR,
		"not enough values to unpack (expected at least %u, got %u)", want,
		have);
	return FLOW_STAY;
}

/* Moves COUNT items of LIST from FROM on to the words that end below TOP. */
static void move_out(
	struct world *w, obj_id list, uint32_t from, uint32_t count, uint32_t top)
{
	for (uint32_t i = 0; i < count; i++)
		set_word(w, top - 1 - i, list_take(w, list, from));
}

/* LIST was made of the COUNT items of S that came after the first BEFORE. */
static void give_room(
	struct world *w, obj_id list, obj_id s, uint32_t before, uint32_t count)
{
	struct length_hint hint = length_hint(w, s, LENGTH_UNKNOWN);
	uint32_t expected = hint.count;

	if (hint.sized && !hint.exact)
		expected = count;
	else if (expected != LENGTH_UNKNOWN)
		expected = expected > before ? expected - before : 0;
	list_set_room(w, list, list_room_filled(w, expected, count));
}

static enum flow spread_out(
	struct world *w, uint32_t f, const struct op *op, obj_id list)
{
	uint32_t before = (uint32_t)op->arg, after = (uint32_t)op->extra;
	uint32_t base = slot_at(f, op->sp - 1u);
	obj_id s = word(w, base);
	uint32_t n = obj_n(w, list);

	if (n < before + after) {
		set_word(w, base, list);
		too_few(w, before + after, n);
		drop(w, s, NULL);
		return FLOW_STAY;
	}
	move_out(w, list, n - after, after, base + after);
	move_out(w, list, 0, before, base + after + 1 + before);
	give_room(w, list, s, before, n - before);
	set_word(w, base + after, list);
	drop(w, s, NULL);
	return FLOW_NEXT;
}

enum flow do_UNPACK_EX(struct world *w, uint32_t f, const struct op *op)
{
	obj_id s = operand(w, f, op, 0), list = 0;

	if (frame_state(w, f))
		return spread_out(w, f, op, take_result(w, f));
	switch (list_of_builtin(w, s, f + FRAME_RESULT, &list)) {
	case OUT_VALUE:
		return spread_out(w, f, op, list);
	case OUT_PUSHED:
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	case OUT_UNKNOWN:
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 7)
				? "cannot unpack non-iterable %s object"
				: "'%s' object is not iterable",
			type_name_of(w, s));
		return FLOW_STAY;
	default:
		return FLOW_STAY;
	}
}

/* __annotations__ of a module or class body. */
enum flow do_SETUP_ANNOTATIONS(struct world *w, uint32_t f, const struct op *op)
{
	obj_id names = word(w, frame_slot(f, PY_NAMES));

	(void)op;
	if (dict_get(w, names, name_object(N_ANNOTATIONS)))
		return FLOW_NEXT;
	if (!gc_charge(w, FREE_LIST_DICT))
		return FLOW_STAY;
	dict_set(w, names, name_object(N_ANNOTATIONS), dict_new(w), NULL);
	return FLOW_NEXT;
}
