#include "interp.h"

#include "apply.h"
#include "builtin_list.h"
#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "iterate.h"
#include "list.h"
#include "special.h"
#include "text.h"

/* Displays and calls with stars: lists, sets, dicts take in what an iterable or
 * a mapping gives. */

/* Pushes the built-in method ID of CONTAINER with TOS. */
static enum flow push_method(
	struct world *w, uint32_t f, uint32_t id, obj_id container, obj_id v)
{
	push_builtin_step(w, id, container, &v, 1, f + FRAME_RESULT);
	set_frame_state(w, f, 1);
	return FLOW_STAY;
}

static enum flow method_done(struct world *w, uint32_t f, const struct op *op)
{
	obj_id result = take_result(w, f);

	(void)result; /* None */
	return finish(w, f, op, 1, 0);
}

/* Up to 3.8 a call names its function, which is below the list. */
static enum flow cannot_extend(
	struct world *w, uint32_t f, const struct op *op, obj_id v)
{
	if (py_at_least(w->dialect->version, 3, 9))
		raise_error(w, T_TYPE_ERROR,
			"Value after * must be an iterable, not %s",
			type_name_of(w, v));
	else if (op->flag & 1)
		raise_not_spreadable(w, operand(w, f, op, (uint32_t)op->arg + 1), v,
			"*", "an iterable");
	else
		raise_error(w, T_TYPE_ERROR, "'%s' object is not iterable",
			type_name_of(w, v));
	return FLOW_STAY;
}

enum flow do_LIST_EXTEND(struct world *w, uint32_t f, const struct op *op)
{
	obj_id list = operand(w, f, op, (uint32_t)op->arg), v = operand(w, f, op, 0);
	obj_id r;

	if (frame_state(w, f))
		return method_done(w, f, op);
	if (!is_iterable(w, v))
		return cannot_extend(w, f, op, v);
	r = list_extend_plain(w, list, v);
	if (r == RESULT_STEP)
		return push_method(w, f, B_list_extend_method, list, v);
	return r == OBJ_NONE ? finish(w, f, op, 1, 0) : FLOW_STAY;
}

enum flow do_SET_UPDATE(struct world *w, uint32_t f, const struct op *op)
{
	if (frame_state(w, f))
		return method_done(w, f, op);
	return push_method(w, f, B_set_update, operand(w, f, op, (uint32_t)op->arg),
		operand(w, f, op, 0));
}

enum flow do_DICT_UPDATE(struct world *w, uint32_t f, const struct op *op)
{
	obj_id v = operand(w, f, op, 0);

	if (frame_state(w, f))
		return method_done(w, f, op);
	if (obj_kind(w, v) != KIND_DICT && !overrides(w, v, N_GETITEM)) {
		raise_error(w, T_TYPE_ERROR, "'%s' object is not a mapping",
			type_name_of(w, v));
		return FLOW_STAY;
	}
	return push_method(
		w, f, B_dict_update, operand(w, f, op, (uint32_t)op->arg), v);
}
