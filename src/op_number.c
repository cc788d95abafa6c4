#include "interp.h"

#include "attr.h"
#include "dict.h"
#include "errors.h"
#include "lookup.h"
#include "number.h"
#include "repr.h"
#include "special.h"
#include "text.h"
#include "compare.h"
#include "dialect.h"
#include "recursion.h"

/* Operators and comparisons, truth and the jumps that depend on it. */

/* finish() for two operands, dropping USED (0: nothing) first. */
static enum flow finish_with(
	struct world *w, uint32_t f, const struct op *op, obj_id used, obj_id result)
{
	uint32_t base = slot_at(f, op->sp - 2u);
	struct owned list[3] = {{.object = used}, {.object = word(w, base)},
		{.object = word(w, base + 1)}};

	if (!result) {
		if (used)
			drop(w, used, NULL);
		return FLOW_STAY;
	}
	set_word(w, base, result);
	set_word(w, base + 1, 0);
	drop_all(w, list, 3);
	return FLOW_NEXT;
}

/* What weak proxies among the operands stand for; false: raised. */
static bool operands_behind(struct world *w, uint32_t f, obj_id *a, obj_id *b)
{
	if (frame_state(w, f)) {
		*a = behind(w, *a);
		*b = behind(w, *b);
		return true;
	}
	*a = unproxy(w, *a);
	if (*a)
		*b = unproxy(w, *b);
	return *a && *b;
}

static enum flow binary(struct world *w, uint32_t f, const struct op *op, bool inplace)
{
	obj_id a = operand(w, f, op, 1), b = operand(w, f, op, 0);
	unsigned state = frame_state(w, f);
	obj_id result = 0;

	if (!operands_behind(w, f, &a, &b))
		return FLOW_STAY;
	if (state == 0) {
		enum outcome outcome = binary_builtin(
			w, op->arg, a, b, inplace, f + FRAME_RESULT, &result);

		if (outcome != OUT_UNKNOWN)
			return settle_outcome(w, f, op, outcome, 2, result);
		state = inplace ? 0 : 1;
	} else {
		result = take_result(w, f);
		if (result != OBJ_NOT_IMPLEMENTED)
			return finish(w, f, op, 2, result);
	}
	while (++state <= 4) {
		obj_id function = binary_attempt(w, op->arg, state, a, b);

		if (function) {
			bool reflected = state % 2 == 0;

			push_special(w, function, reflected ? b : a, reflected ? a : b,
				0, f + FRAME_RESULT);
			set_frame_state(w, f, state);
			return FLOW_STAY;
		}
	}
	binary_error(w, op->arg, inplace, a, b);
	return FLOW_STAY;
}

enum flow do_BINARY(struct world *w, uint32_t f, const struct op *op)
{
	return binary(w, f, op, false);
}

enum flow do_INPLACE(struct world *w, uint32_t f, const struct op *op)
{
	return binary(w, f, op, true);
}

static bool is_jump(const struct op *op)
{
	return op->code == OP_JUMP_FALSE || op->code == OP_JUMP_TRUE;
}

/* Two values of a type that the instruction compares itself: no level of recursion.
 * Source: Python/ceval.c, COMPARE_OP of 2.7, COMPARE_OP_FLOAT and others. */
static bool is_quick(
	const struct world *w, uint32_t f, const struct op *op, obj_id a, obj_id b)
{
	obj_id class = obj_class(w, a);

	if (class != obj_class(w, b))
		return false;
	if (w->dialect->version.major == 2)
		return class == type_object(T_INT);
	if (!recursion_is_hot(w, f))
		return false;
	if (!py_at_least(w->dialect->version, 3, 12) && !is_jump(op + 1))
		return false;
	if (class == type_object(T_STR))
		return op->arg == COMPARE_EQ || op->arg == COMPARE_NE;
	return class == type_object(T_INT) || class == type_object(T_FLOAT);
}

/* Rich comparison.  State N + 1: attempt N of compare.h is under way; state 1:
 * items are being compared. */
static enum flow rich_compare(struct world *w, uint32_t f, const struct op *op)
{
	obj_id a = operand(w, f, op, 1), b = operand(w, f, op, 0);
	unsigned state = frame_state(w, f);
	obj_id result = 0, meaning;
	struct compare_attempt t;

	if (state == 0 && !compare_operands(w, &a, &b))
		return FLOW_STAY;
	compare_behind(w, &a, &b);
	if (state == 0) {
		enum outcome outcome = is_quick(w, f, op, a, b)
			? compare_plain(w, op->arg, a, b, &result)
			: compare_builtin(w, op->arg, a, b, f + FRAME_RESULT, &result);

		if (outcome != OUT_UNKNOWN)
			return settle_outcome(w, f, op, outcome, 2, result);
	} else {
		result = take_result(w, f);
		if (state == 1)
			return finish(w, f, op, 2, result);
		t = compare_attempt(w, op->arg, state - 1, a, b);
		meaning = compare_meaning(w, op->arg, &t, result);
		if (meaning != OBJ_NOT_IMPLEMENTED)
			return finish_with(w, f, op, result, meaning);
	}
	for (unsigned n = state ? state : 1; n <= COMPARE_ATTEMPTS; n++) {
		t = compare_attempt(w, op->arg, n, a, b);
		if (!t.function)
			continue;
		compare_pass(w, &t);
		push_special(w, t.function, t.self, t.other, 0, f + FRAME_RESULT);
		frame_set_path(w, LEVELS_COMPARISON);
		set_frame_state(w, f, n + 1);
		return FLOW_STAY;
	}
	result = compare_default(w, op->arg, a, b);
	return result ? finish(w, f, op, 2, result) : FLOW_STAY;
}

static enum flow finish_contains(
	struct world *w, uint32_t f, const struct op *op, bool found, obj_id result)
{
	return finish_with(w, f, op, result, bool_of(found == (op->arg == COMPARE_IN)));
}

/* value in container: TOS1 in TOS. */
static enum flow contains(struct world *w, uint32_t f, const struct op *op)
{
	obj_id container = operand(w, f, op, 0), value = operand(w, f, op, 1);
	obj_id function, result = 0;
	enum outcome outcome;

	if (frame_state(w, f)) {
		result = take_result(w, f);
		return finish_contains(w, f, op, truth_plain(w, result), result);
	}
	container = unproxy(w, container);
	if (!container)
		return FLOW_STAY;
	outcome = contains_builtin(w, container, value, f + FRAME_RESULT, &result);
	if (outcome == OUT_VALUE)
		return finish_contains(w, f, op, result == OBJ_TRUE, 0);
	if (outcome != OUT_UNKNOWN)
		return settle_outcome(w, f, op, outcome, 2, result);
	function = special(w, container, N_CONTAINS);
	if (!function) {
		raise_error(w, T_TYPE_ERROR, "argument of type '%s' is not iterable",
			type_name_of(w, container));
		return FLOW_STAY;
	}
	push_special(w, function, container, value, 0, f + FRAME_RESULT);
	set_frame_state(w, f, 1);
	return FLOW_STAY;
}

enum flow do_COMPARE(struct world *w, uint32_t f, const struct op *op)
{
	switch (op->arg) {
	case COMPARE_IS:
	case COMPARE_IS_NOT:
		return finish(w, f, op, 2,
			bool_of((operand(w, f, op, 0) == operand(w, f, op, 1)) ==
				(op->arg == COMPARE_IS)));
	case COMPARE_IN:
	case COMPARE_NOT_IN:
		return contains(w, f, op);
	default:
		return rich_compare(w, f, op);
	}
}

/* The truth of TOS: 1, 0; -1: not known yet (or raised). */
static int operand_truth(struct world *w, uint32_t f, const struct op *op)
{
	obj_id result;
	int t;

	if (frame_state(w, f) == 0) {
		t = truth(w, operand(w, f, op, 0), f + FRAME_RESULT);
		if (t == 2)
			set_frame_state(w, f, 1);
		return t == 2 ? -1 : t;
	}
	result = take_result(w, f);
	t = truth_result(w, operand(w, f, op, 0), result);
	drop(w, result, NULL);
	return t;
}

enum flow do_UNARY(struct world *w, uint32_t f, const struct op *op)
{
	static const enum name names[] = {N_BOOL, N_NEG, N_POS, N_INVERT};
	static const char *const symbols[] = {"not", "-", "+", "~"};
	obj_id a = operand(w, f, op, 0), function, result;
	struct number_error e = {0};

	if (op->arg == UNARY_NOT) {
		int t = operand_truth(w, f, op);

		return t < 0 ? FLOW_STAY : finish(w, f, op, 1, bool_of(!t));
	}
	if (frame_state(w, f))
		return finish(w, f, op, 1, take_result(w, f));
	a = unproxy(w, a);
	if (!a)
		return FLOW_STAY;
	function = special(w, a, names[op->arg]);
	if (function) {
		push_special(w, function, a, 0, 0, f + FRAME_RESULT);
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	}
	result = is_number(w, a) ? number_unary(w, op->arg, a, &e) : 0;
	if (!result && e.type)
		raise_error(w, (enum builtin_type)e.type, "%s", e.message);
	else if (!result && obj_kind(w, a) == KIND_OLD_INSTANCE)
		raise_error(w, T_ATTRIBUTE_ERROR, "%s instance has no attribute '%s'",
			text_bytes(w,
				obj_field(w, obj_field(w, a, OLD_INSTANCE_CLASS),
					OLD_CLASS_NAME)),
			text_bytes(w, name_object(names[op->arg])));
	else if (!result)
		raise_error(w, T_TYPE_ERROR, "bad operand type for unary %s: '%s'",
			symbols[op->arg], type_name_of(w, a));
	if (!result)
		return FLOW_STAY;
	return finish(w, f, op, 1, result);
}

static enum flow jump_if(struct world *w, uint32_t f, const struct op *op, bool when)
{
	int t = operand_truth(w, f, op);

	if (t < 0)
		return FLOW_STAY;
	finish(w, f, op, 1, 0);
	return t == when ? FLOW_JUMP : FLOW_NEXT;
}

enum flow do_JUMP_FALSE(struct world *w, uint32_t f, const struct op *op)
{
	return jump_if(w, f, op, false);
}

enum flow do_JUMP_TRUE(struct world *w, uint32_t f, const struct op *op)
{
	return jump_if(w, f, op, true);
}

static enum flow jump_or_pop(
	struct world *w, uint32_t f, const struct op *op, bool when)
{
	int t = operand_truth(w, f, op);

	if (t < 0)
		return FLOW_STAY;
	return t == when ? FLOW_JUMP : finish(w, f, op, 1, 0);
}

enum flow do_JUMP_FALSE_OR_POP(struct world *w, uint32_t f, const struct op *op)
{
	return jump_or_pop(w, f, op, false);
}

enum flow do_JUMP_TRUE_OR_POP(struct world *w, uint32_t f, const struct op *op)
{
	return jump_or_pop(w, f, op, true);
}

static enum flow jump_none(struct world *w, uint32_t f, const struct op *op, bool when)
{
	bool none = operand(w, f, op, 0) == OBJ_NONE;

	finish(w, f, op, 1, 0);
	return none == when ? FLOW_JUMP : FLOW_NEXT;
}

enum flow do_JUMP_NONE(struct world *w, uint32_t f, const struct op *op)
{
	return jump_none(w, f, op, true);
}

enum flow do_JUMP_NOT_NONE(struct world *w, uint32_t f, const struct op *op)
{
	return jump_none(w, f, op, false);
}
