#include "interp.h"

#include "attr.h"
#include "dialect.h"
#include "exception.h"
#include "errors.h"
#include "gc.h"
#include "passing.h"
#include "recursion.h"
#include "special.h"
#include "text.h"

/*
 * with: the manager's __exit__, bound to it, waits on the stack.
 *
 *	state 1: what __enter__ or __exit__ has returned is in FRAME_RESULT
 */

static enum flow no_manager(
	struct world *w, obj_id manager, bool has_enter, bool has_exit)
{
	bool exit_first = w->dialect->version.major == 2;
	const char *missing =
		(exit_first ? !has_exit : has_enter) ? "__exit__" : "__enter__";

	if (obj_kind(w, manager) == KIND_OLD_INSTANCE)
		raise_error(w, T_ATTRIBUTE_ERROR, "%s instance has no attribute '%s'",
			text_bytes(w,
				obj_field(w, obj_field(w, manager, OLD_INSTANCE_CLASS),
					OLD_CLASS_NAME)),
			missing);
	else if (py_at_least(w->dialect->version, 3, 11))
		raise_error(w, T_TYPE_ERROR,
			"'%s' object does not support the context manager protocol%s",
			type_name_of(w, manager),
			has_enter ? " (missed __exit__ method)" : "");
	else
		raise_error(w, T_ATTRIBUTE_ERROR, "%s", missing);
	return FLOW_STAY;
}

/* A method of the manager as it is on CPython's stack: bound, counted. */
static obj_id bound(struct world *w, obj_id function, obj_id manager)
{
	if (obj_kind(w, function) == KIND_FUNCTION)
		return method_new(w, function, manager, obj_class(w, manager));
	hold(w, function);
	return function;
}

/* Calls a method that bound() gave, with what ARGUMENTS[1..] holds; ARGUMENTS[0] is
 * room for self. */
static void push_bound(
	struct world *w, uint32_t f, obj_id method, obj_id *arguments, uint32_t count)
{
	if (obj_kind(w, method) == KIND_METHOD && obj_field(w, method, METHOD_SELF)) {
		arguments[0] = obj_field(w, method, METHOD_SELF);
		pass_call_frame(w,
			frame_push_call(w, f + FRAME_RESULT,
				obj_field(w, method, METHOD_FUNCTION), arguments,
				count + 1, w->dialect->version.major == 2),
			CALL_BOUND);
	} else {
		frame_push_call(w, f + FRAME_RESULT, method, arguments + 1, count, 0);
	}
	frame_set_path(w, LEVELS_BOUND);
	set_frame_state(w, f, 1);
}

/* [mgr -> exit v] */
enum flow do_WITH_ENTER(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u), kept = frame_slot(f, PY_EXTRA);
	obj_id manager = word(w, top);
	obj_id enter, leave, arguments[1];

	if (frame_state(w, f) == 1) {
		obj_id used = word(w, kept);

		set_word(w, kept, 0);
		set_word(w, top + 1, take_result(w, f));
		drop(w, used, NULL);
		return FLOW_NEXT;
	}
	enter = special(w, manager, N_ENTER);
	leave = special(w, manager, N_EXIT);
	if (!enter || !leave)
		return no_manager(w, manager, enter, leave);
	if (!gc_charge(w, gc_free_list(w, KIND_METHOD, 0)))
		return FLOW_STAY;
	gc_count_new(w, gc_free_list(w, KIND_METHOD, 0));
	set_word(w, kept, bound(w, enter, manager));
	set_word(w, top, bound(w, leave, manager));
	push_bound(w, f, word(w, kept), arguments, 0);
	drop(w, manager, NULL);
	return FLOW_STAY;
}

/* [exit ->] */
enum flow do_WITH_EXIT(struct world *w, uint32_t f, const struct op *op)
{
	obj_id arguments[4] = {0, OBJ_NONE, OBJ_NONE, OBJ_NONE};
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id result, method = word(w, top);

	if (frame_state(w, f) == 0) {
		push_bound(w, f, method, arguments, 3);
		return FLOW_STAY;
	}
	result = take_result(w, f);
	set_word(w, top, 0);
	drop_all(w, (struct owned[]){{.object = method}, {.object = result}}, 2);
	return FLOW_NEXT;
}

/* Up to 3.10 an exception that is raised again has the traceback that it had when it
 * came here, whatever __exit__ has added to it: that is on the stack beside it. */
static bool keeps_traceback(const struct world *w)
{
	return w->dialect->version.major == 3 &&
		!py_at_least(w->dialect->version, 3, 11);
}

static void restore_traceback(
	struct world *w, uint32_t f, obj_id exception, obj_id result)
{
	uint32_t kept = frame_slot(f, PY_EXTRA);
	obj_id traceback = word(w, kept), now;

	if (!traceback)
		return;
	set_word(w, kept, 0);
	now = traceback;
	if (result == OBJ_NONE || result == OBJ_FALSE) {
		now = obj_field(w, exception, EXCEPTION_TRACEBACK);
		set_obj_field(w, exception, EXCEPTION_TRACEBACK, traceback);
	}
	if (now)
		drop(w, now, NULL);
}

/* [exit prev exc -> exit prev exc r] */
enum flow do_WITH_EXCEPT(struct world *w, uint32_t f, const struct op *op)
{
	obj_id method = operand(w, f, op, 2), exception = operand(w, f, op, 0);
	obj_id traceback = w->dialect->version.major == 2
		? operand(w, f, op, 1)
		: obj_field(w, exception, EXCEPTION_TRACEBACK);
	obj_id arguments[4] = {0, exception_class(w, exception), exception,
		traceback ? traceback : OBJ_NONE};

	if (frame_state(w, f) == 1) {
		set_word(w, slot_at(f, op->sp), take_result(w, f));
		restore_traceback(w, f, exception, word(w, slot_at(f, op->sp)));
		return FLOW_NEXT;
	}
	if (keeps_traceback(w) && traceback) {
		hold(w, traceback);
		set_word(w, frame_slot(f, PY_EXTRA), traceback);
	}
	push_bound(w, f, method, arguments, 3);
	return FLOW_STAY;
}
