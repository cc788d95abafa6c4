#include "op_subscr.h"

#include "attr.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "generic.h"
#include "number.h"
#include "recursion.h"
#include "special.h"
#include "subscript.h"
#include "text.h"

/* Subscripts and slices. */

/* A class: its __class_getitem__ (3.7+), or list[int]. */
static enum flow class_subscript(struct world *w, uint32_t f, obj_id class, obj_id k)
{
	obj_id function = type_lookup(w, class, name_object(N_CLASS_GETITEM)), made = 0;
	enum outcome outcome = OUT_VALUE;

	if ((!function || obj_kind(w, function) == KIND_DESCRIPTOR) &&
		generic_takes(w, class)) {
		made = generic_alias(w, class, k);
		if (made == RESULT_AGAIN)
			return FLOW_STAY;
		set_word(w, f + FRAME_RESULT, made);
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	}
	if (!function || !py_at_least(w->dialect->version, 3, 7)) {
		subscript_missing(w, N_GETITEM, class, k);
		return FLOW_STAY;
	}
	if (obj_kind(w, function) == KIND_WRAPPER) {
		function = obj_field(w, function, WRAPPER_CALLABLE);
		frame_push_call(
			w, f + FRAME_RESULT, function, (obj_id[]){class, k}, 2, 0);
		frame_set_path(w, LEVELS_BOUND);
	} else {
		outcome =
			bind_attribute(w, function, 0, class, f + FRAME_RESULT, &made);
		if (outcome != OUT_VALUE)
			return FLOW_STAY;
		frame_push_call(w, f + FRAME_RESULT, made, &k, 1, 0);
		drop(w, made, NULL);
	}
	set_frame_state(w, f, 1);
	return FLOW_STAY;
}

enum flow subscript_special(
	struct world *w, uint32_t f, enum name name, obj_id o, obj_id a, obj_id b)
{
	obj_id function = special(w, o, name);

	if (!function && name == N_GETITEM && obj_kind(w, o) == KIND_TYPE)
		return class_subscript(w, f, o, a);
	if (!function) {
		subscript_missing(w, name, o, a);
		return FLOW_STAY;
	}
	push_special(w, function, o, a, b, f + FRAME_RESULT);
	if (name == N_GETITEM)
		frame_set_path(w, LEVELS_OPERATOR);
	set_frame_state(w, f, 1);
	return FLOW_STAY;
}

/* States: the result has come; the number that an index stands for has come. */
enum {
	STATE_DONE = 1,
	STATE_INDEX
};

/* Whether O takes an int, and K tells its own by an __index__ in Python. */
static bool wants_index(const struct world *w, obj_id o, obj_id k)
{
	return obj_flag(w, k, OBJECT_HEAP_CLASS) && !is_int(w, k) &&
		(obj_kind(w, o) == KIND_LIST || obj_kind(w, o) == KIND_TUPLE ||
			obj_kind(w, o) == KIND_RANGE || is_text(w, o)) &&
		special(w, k, N_INDEX);
}

/* Such a K, on top of the stack, gives way to its number; true while that goes on. */
static bool index_goes_first(struct world *w, uint32_t f, const struct op *op)
{
	obj_id k = operand(w, f, op, 0), number;

	if (frame_state(w, f) == STATE_INDEX) {
		number = take_result(w, f);
		if (!is_int(w, number))
			raise_error(w, T_TYPE_ERROR,
				"__index__ returned non-int (type %s)",
				type_name_of(w, number));
		set_word(w, slot_at(f, op->sp - 1u), number);
		drop(w, k, NULL);
		return true;
	}
	if (frame_state(w, f) || !wants_index(w, operand(w, f, op, 1), k))
		return false;
	push_special(w, special(w, k, N_INDEX), k, 0, 0, f + FRAME_RESULT);
	set_frame_state(w, f, STATE_INDEX);
	return true;
}

enum flow do_LOAD_SUBSCR(struct world *w, uint32_t f, const struct op *op)
{
	obj_id o = operand(w, f, op, 1), k = operand(w, f, op, 0), result = 0;
	enum outcome outcome;

	if (index_goes_first(w, f, op))
		return FLOW_STAY;
	if (frame_state(w, f))
		return finish(w, f, op, 2, take_result(w, f));
	o = unproxy(w, o);
	k = o ? unproxy(w, k) : 0;
	if (!k)
		return FLOW_STAY;
	outcome = subscript_load(w, o, k, f + FRAME_RESULT, &result);
	if (outcome != OUT_UNKNOWN)
		return settle_outcome(w, f, op, outcome, 2, result);
	return subscript_special(w, f, N_GETITEM, o, k, 0);
}

/* Drops what a store removed, and the operands, in the order of CPython: what
 * was removed, then value, object, key. */
static enum flow store_done(struct world *w, uint32_t f, const struct op *op,
	const struct removed *r, uint32_t consumed)
{
	uint32_t base = slot_at(f, op->sp - consumed);
	struct owned list[4];

	for (uint32_t i = 0; i < consumed; i++) {
		list[i] = (struct owned){.object = word(w, base + i)};
		set_word(w, base + i, 0);
	}
	drop_removed(w, r, list, consumed);
	return FLOW_NEXT;
}

enum flow do_STORE_SUBSCR(struct world *w, uint32_t f, const struct op *op)
{
	obj_id value = operand(w, f, op, 2), o = operand(w, f, op, 1),
	       k = operand(w, f, op, 0);
	uint32_t value_word = slot_at(f, op->sp - 3u);
	struct removed r = {0};

	if (index_goes_first(w, f, op))
		return FLOW_STAY;
	if (frame_state(w, f)) {
		r.a = take_result(w, f);
		return store_done(w, f, op, &r, 3);
	}
	o = unproxy(w, o);
	if (!o)
		return FLOW_STAY;
	set_word(w, value_word, 0);
	switch (subscript_store(w, o, k, value, f + FRAME_RESULT, &r)) {
	case OUT_VALUE:
		return store_done(w, f, op, &r, 3);
	case OUT_PUSHED:
		set_word(w, value_word, value);
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	case OUT_UNKNOWN:
		set_word(w, value_word, value);
		return subscript_special(w, f, N_SETITEM, o, k, value);
	default:
		set_word(w, value_word, value);
		return FLOW_STAY;
	}
}

enum flow do_DEL_SUBSCR(struct world *w, uint32_t f, const struct op *op)
{
	obj_id o = operand(w, f, op, 1), k = operand(w, f, op, 0);
	struct removed r = {0};

	if (index_goes_first(w, f, op))
		return FLOW_STAY;
	if (frame_state(w, f)) {
		r.a = take_result(w, f);
		return store_done(w, f, op, &r, 2);
	}
	o = unproxy(w, o);
	if (!o)
		return FLOW_STAY;
	switch (subscript_store(w, o, k, 0, f + FRAME_RESULT, &r)) {
	case OUT_VALUE:
		return store_done(w, f, op, &r, 2);
	case OUT_PUSHED:
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	case OUT_UNKNOWN:
		return subscript_special(w, f, N_DELITEM, o, k, 0);
	default:
		return FLOW_STAY;
	}
}

obj_id slice_object(struct world *w, obj_id start, obj_id stop, obj_id step)
{
	obj_id s = obj_new_fields(w, KIND_SLICE, type_object(T_SLICE), SLICE_WORDS);

	set_obj_field(w, s, SLICE_START, start);
	set_obj_field(w, s, SLICE_STOP, stop);
	set_obj_field(w, s, SLICE_STEP, step);
	obj_born(w, s);
	gc_track(w, s);
	return s;
}

enum flow do_BUILD_SLICE(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t base = slot_at(f, op->sp - (uint32_t)op->arg);
	obj_id start, stop, step = OBJ_NONE;

	if (!gc_charge(w, FREE_LIST_SLICE))
		return FLOW_STAY;
	start = word(w, base);
	stop = word(w, base + 1);
	if (op->arg == 3)
		step = word(w, base + 2);
	for (uint32_t i = 0; i < (uint32_t)op->arg; i++)
		set_word(w, base + i, 0);
	set_word(w, base, slice_object(w, start, stop, step));
	return FLOW_NEXT;
}
