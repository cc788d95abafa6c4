#include "interp.h"

#include "dict.h"
#include "errors.h"
#include "lookup.h"
#include "number.h"
#include "repr.h"
#include "special.h"
#include "dialect.h"

/* Operators and comparisons, truth and the jumps that depend on it. */

static const enum name binary_names[BINARY_OPERATORS][3] = {
	{N_ADD, N_RADD, N_IADD}, {N_SUB, N_RSUB, N_ISUB}, {N_MUL, N_RMUL, N_IMUL},
	{N_DIV, N_RDIV, N_IDIV}, {N_TRUEDIV, N_RTRUEDIV, N_ITRUEDIV},
	{N_FLOORDIV, N_RFLOORDIV, N_IFLOORDIV}, {N_MOD, N_RMOD, N_IMOD},
	{N_POW, N_RPOW, N_IPOW}, {N_MATMUL, N_RMATMUL, N_IMATMUL},
	{N_LSHIFT, N_RLSHIFT, N_ILSHIFT}, {N_RSHIFT, N_RRSHIFT, N_IRSHIFT},
	{N_AND, N_RAND, N_IAND}, {N_OR, N_ROR, N_IOR}, {N_XOR, N_RXOR, N_IXOR},
};

static enum flow unsupported(struct world *w, int op, bool inplace, obj_id a, obj_id b)
{
	raise_error(w, T_TYPE_ERROR, "unsupported operand type(s) for %s: '%s' and '%s'",
		binary_symbol(op, inplace), type_name_of(w, a), type_name_of(w, b));
	return FLOW_STAY;
}

/*
 * The attempts at a binary operator, in order; the frame's state says which one
 * is under way: 1 in-place method of a, 2 reflected method of b (when b's class
 * derives from a's), 3 method of a, 4 reflected method of b, 5 none is left.
 * Source: CPython, Objects/abstract.c, binary_op1 and binary_iop1.
 */
static obj_id attempt(const struct world *w, int op, unsigned n, obj_id a, obj_id b)
{
	bool b_first = obj_class(w, a) != obj_class(w, b) &&
		type_is_subtype(w, obj_class(w, b), obj_class(w, a));
	obj_id reflected = special(w, b, binary_names[op][1]);

	switch (n) {
	case 1:
		return special(w, a, binary_names[op][2]);
	case 2:
		return b_first && reflected != special(w, a, binary_names[op][1]) ? reflected : 0;
	case 3:
		return special(w, a, binary_names[op][0]);
	default:
		return obj_class(w, a) != obj_class(w, b) ? reflected : 0;
	}
}

static enum flow binary(struct world *w, uint32_t f, const struct op *op, bool inplace)
{
	obj_id a = operand(w, f, op, 1), b = operand(w, f, op, 0);
	unsigned state = frame_state(w, f);
	obj_id result = 0;

	if (state == 0) {
		enum outcome outcome = binary_builtin(w, op->arg, a, b, inplace, &result);

		if (outcome != OUT_PUSHED)
			return settle_outcome(w, f, op, outcome, 2, result);
		state = inplace ? 0 : 1;
	} else {
		result = take_result(w, f);
		if (result != OBJ_NOT_IMPLEMENTED)
			return finish(w, f, op, 2, result);
	}
	while (++state <= 4) {
		obj_id function = attempt(w, op->arg, state, a, b);

		if (function) {
			bool reflected = state % 2 == 0;

			push_special(w, function, reflected ? b : a, reflected ? a : b, 0,
				f + FRAME_RESULT);
			set_frame_state(w, f, state);
			return FLOW_STAY;
		}
	}
	return unsupported(w, op->arg, inplace, a, b);
}

enum flow do_BINARY(struct world *w, uint32_t f, const struct op *op)
{
	return binary(w, f, op, false);
}

enum flow do_INPLACE(struct world *w, uint32_t f, const struct op *op)
{
	return binary(w, f, op, true);
}

/* Rich comparison: a's method, the swapped one of b; else identity or an error.
 * States as above: 2 b's first, 3 a's, 4 b's. */
static const enum name compare_names[] = {N_LT, N_LE, N_EQ, N_NE, N_GT, N_GE};
static const uint8_t swapped[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ, COMPARE_NE,
	COMPARE_LT, COMPARE_LE};

static obj_id compare_attempt(const struct world *w, int op, unsigned n, obj_id a, obj_id b)
{
	bool b_first = obj_class(w, a) != obj_class(w, b) &&
		type_is_subtype(w, obj_class(w, b), obj_class(w, a));
	obj_id mirrored = special(w, b, compare_names[swapped[op]]);

	if (n == 2)
		return b_first ? mirrored : 0;
	if (n == 3)
		return special(w, a, compare_names[op]);
	return b_first ? 0 : mirrored;
}

static const char *const compare_symbols[] = {"<", "<=", "==", "!=", ">", ">="};

static enum flow compare_default(struct world *w, uint32_t f, const struct op *op, obj_id a,
	obj_id b)
{
	if (op->arg == COMPARE_EQ || op->arg == COMPARE_NE)
		return finish(w, f, op, 2, bool_of((a == b) == (op->arg == COMPARE_EQ)));
	if (w->dialect->version.major == 2)
		return finish(w, f, op, 2, bool_of(compare_order2(w, op->arg, a, b)));
	raise_error(w, T_TYPE_ERROR, "'%s' not supported between instances of '%s' and '%s'",
		compare_symbols[op->arg], type_name_of(w, a), type_name_of(w, b));
	return FLOW_STAY;
}

static enum flow rich_compare(struct world *w, uint32_t f, const struct op *op)
{
	obj_id a = operand(w, f, op, 1), b = operand(w, f, op, 0);
	unsigned state = frame_state(w, f);
	obj_id result = 0;

	if (state == 0) {
		enum outcome outcome = compare_builtin(w, op->arg, a, b, &result);

		if (outcome != OUT_PUSHED)
			return settle_outcome(w, f, op, outcome, 2, result);
		state = 1;
	} else {
		result = take_result(w, f);
		if (result != OBJ_NOT_IMPLEMENTED)
			return finish(w, f, op, 2, result);
	}
	while (++state <= 4) {
		obj_id function = compare_attempt(w, op->arg, state, a, b);

		if (function) {
			bool mirrored = state % 2 == 0;

			push_special(w, function, mirrored ? b : a, mirrored ? a : b, 0,
				f + FRAME_RESULT);
			set_frame_state(w, f, state);
			return FLOW_STAY;
		}
	}
	return compare_default(w, f, op, a, b);
}

/* value in container: TOS1 in TOS. */
static enum flow contains(struct world *w, uint32_t f, const struct op *op)
{
	obj_id container = operand(w, f, op, 0), value = operand(w, f, op, 1);
	obj_id function;
	int found = 0;

	if (frame_state(w, f) == 0) {
		enum outcome outcome = contains_builtin(w, container, value, &found);

		if (outcome == OUT_PUSHED) {
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
		if (outcome != OUT_VALUE)
			return FLOW_STAY;
	} else {
		obj_id result = take_result(w, f);

		found = truth(w, result, 0);
		drop(w, result, NULL);
	}
	return finish(w, f, op, 2, bool_of(found == (op->arg == COMPARE_IN)));
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
	t = truth_result(w, result);
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
	function = special(w, a, names[op->arg]);
	if (function) {
		push_special(w, function, a, 0, 0, f + FRAME_RESULT);
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	}
	result = is_number(w, a) ? number_unary(w, op->arg, a, &e) : 0;
	if (!result) {
		raise_error(w, T_TYPE_ERROR, "bad operand type for unary %s: '%s'",
			symbols[op->arg], type_name_of(w, a));
		return FLOW_STAY;
	}
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

static enum flow jump_or_pop(struct world *w, uint32_t f, const struct op *op, bool when)
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
