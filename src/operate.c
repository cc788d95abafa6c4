#include "special.h"

#include "attr.h"
#include "lookup.h"

/*
 * The attempts at a binary operator, in order; the frame's state says which one
 * is under way: 1 in-place method of a, 2 reflected method of b (when b's class
 * derives from a's), 3 method of a, 4 reflected method of b, 5 none is left.
 * Source: CPython, Objects/abstract.c, binary_op1 and binary_iop1.
 */
obj_id binary_attempt(const struct world *w, int op, unsigned n, obj_id a, obj_id b)
{
	bool b_first = obj_class(w, a) != obj_class(w, b) &&
		type_is_subtype(w, obj_class(w, b), obj_class(w, a));
	obj_id reflected = special(w, b, binary_name(op, METHOD_REFLECTED));

	switch (n) {
	case 1:
		return special(w, a, binary_name(op, METHOD_INPLACE));
	case 2:
		return b_first &&
				reflected !=
					special(w, a, binary_name(op, METHOD_REFLECTED))
			? reflected
			: 0;
	case 3:
		return special(w, a, binary_name(op, METHOD_PLAIN));
	default:
		return obj_class(w, a) != obj_class(w, b) ? reflected : 0;
	}
}

/* A FRAME_BUILTIN (hidden function) for two operands; own word 0: the operator. */

enum outcome binary_any(
	struct world *w, int op, obj_id a, obj_id b, uint32_t dst, obj_id *result)
{
	obj_id operands[2];
	enum outcome outcome;

	a = unproxy(w, a);
	b = a ? unproxy(w, b) : 0;
	if (!b)
		return OUT_ERROR;
	operands[0] = a;
	operands[1] = b;
	outcome = binary_builtin(w, op, a, b, false, dst, result);
	if (outcome != OUT_UNKNOWN)
		return outcome;
	push_builtin_step(w, B_binary_step, 0, operands, 2, dst);
	set_word(w, builtin_word(w, reg(w, REG_TOP), 0), (uint32_t)op);
	return OUT_PUSHED;
}

/* The state says which attempt is under way. */
void binary_step(struct world *w, uint32_t f)
{
	struct args args = builtin_args(w, f);
	obj_id a = arg(w, &args, 0), b = arg(w, &args, 1),
	       result = word(w, f + FRAME_RESULT);
	int op = (int)word(w, builtin_word(w, f, 0));
	unsigned state = frame_state(w, f) ? frame_state(w, f) : 1;

	set_word(w, f + FRAME_RESULT, 0);
	if (reg(w, REG_EXCEPTION) || (result && result != OBJ_NOT_IMPLEMENTED)) {
		builtin_return(w, result);
		return;
	}
	while (++state <= 4) {
		obj_id function = binary_attempt(w, op, state, a, b);

		if (function) {
			bool reflected = state % 2 == 0;

			set_frame_state(w, f, state);
			push_special(w, function, reflected ? b : a, reflected ? a : b,
				0, f + FRAME_RESULT);
			return;
		}
	}
	binary_error(w, op, false, a, b);
	builtin_return(w, 0);
}
