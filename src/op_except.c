#include "interp.h"

#include "dialect.h"
#include "errors.h"
#include "handled.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "special.h"

/* Raising and handling exceptions. */

/* Raises EXCEPTION (owned) from here; the unwinder finds the handler. */
static enum flow throw(struct world *w, obj_id exception)
{
	set_reg(w, REG_EXCEPTION, exception);
	world_event(w, (struct event){.kind = EV_RAISE, .object = obj_serial(w, exception)});
	return FLOW_STAY;
}

static bool is_exception_class(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_TYPE && type_has(w, o, TYPE_IS_EXCEPTION);
}

static enum flow must_derive(struct world *w, obj_id o)
{
	if (w->dialect->version.major == 2)
		raise_error(w, T_TYPE_ERROR,
			"exceptions must be old-style classes or derived from BaseException, not %s",
			type_name_of(w, o));
	else
		raise_error(w, T_TYPE_ERROR, "exceptions must derive from BaseException");
	return FLOW_STAY;
}

static enum flow raise_again(struct world *w, uint32_t f)
{
	obj_id handled = handled_exception(w);

	if (!handled) {
		if (w->dialect->version.major == 2)
			return must_derive(w, OBJ_NONE);
		raise_error(w, T_RUNTIME_ERROR, "No active exception to reraise");
		return FLOW_STAY;
	}
	hold(w, handled);
	handled_reraise(w, handled, handled_traceback(w));
	add_frame_flags(w, f, FRAME_NO_TRACEBACK);
	return throw(w, handled);
}

/* 3.x: `from cause`.  Takes the operand's reference. */
static bool set_cause(struct world *w, obj_id exception, uint32_t cause_word)
{
	obj_id cause = word(w, cause_word);

	if (is_exception_class(w, cause)) {
		cause = exception_new(w, cause, OBJ_EMPTY_TUPLE);
	} else if (cause == OBJ_NONE) {
		cause = 0;
	} else if (obj_kind(w, cause) == KIND_EXCEPTION) {
		hold(w, cause);
	} else {
		raise_error(w, T_TYPE_ERROR, "exception causes must derive from BaseException");
		return false;
	}
	set_obj_field(w, exception, EXCEPTION_CAUSE, cause);
	set_obj_field(w, exception, EXCEPTION_SUPPRESS, 1);
	return true;
}

/* The exception is made: in state 1 by a call of its class. */
static enum flow raise_made(struct world *w, uint32_t f, const struct op *op, obj_id e)
{
	bool has_cause = op->arg == 2 && w->dialect->version.major == 3;

	if (obj_kind(w, e) != KIND_EXCEPTION) {
		set_word(w, slot_at(f, op->sp), e);
		return must_derive(w, e);
	}
	exception_set_context(w, e);
	if (has_cause && !set_cause(w, e, slot_at(f, op->sp - 1u))) {
		obj_id failure = reg(w, REG_EXCEPTION);

		set_reg(w, REG_EXCEPTION, 0);
		drop(w, e, NULL);
		set_reg(w, REG_EXCEPTION, failure);
		return FLOW_STAY;
	}
	return throw(w, e);
}

enum flow do_RAISE(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t first = slot_at(f, op->sp - (uint32_t)op->arg);
	obj_id what, result = 0;
	struct args a = {.base = first + 1};

	if (op->arg == 0)
		return raise_again(w, f);
	what = word(w, first);
	if (frame_state(w, f) == 1)
		return raise_made(w, f, op, take_result(w, f));
	if (obj_kind(w, what) == KIND_EXCEPTION) {
		hold(w, what);
		return raise_made(w, f, op, what);
	}
	if (!is_exception_class(w, what))
		return must_derive(w, what);
	/* 2.7: raise E, value. */
	if (w->dialect->version.major == 2 && op->arg > 1 && word(w, first + 1) != OBJ_NONE)
		a.count = 1;
	switch (call(w, what, &a, f + FRAME_RESULT, &result)) {
	case OUT_VALUE:
		return raise_made(w, f, op, result);
	case OUT_PUSHED:
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	default:
		return FLOW_STAY;
	}
}

/* [exc ->]; 2.7: its traceback may be below. */
enum flow do_RERAISE(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id exception = word(w, top);

	set_word(w, top, 0);
	handled_reraise(w, exception, word(w, top - 1));
	add_frame_flags(w, f, FRAME_NO_TRACEBACK);
	return throw(w, exception);
}

/* [exc -> prev exc] */
enum flow do_PUSH_EXC(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id exception = word(w, top);
	struct owned list[2] = {{0}, {0}};

	if (obj_flag(w, exception, OBJECT_RAW))
		set_obj_flag(w, exception, OBJECT_RAW, false);
	set_word(w, top, handled_enter(w, f, exception, op->arg == 1, list));
	set_word(w, top + 1, exception);
	drop_all(w, list, 2);
	return FLOW_NEXT;
}

enum flow do_POP_EXC(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id previous = word(w, top);
	struct owned list[1] = {{0}};

	set_word(w, top, 0);
	handled_leave(w, previous, list);
	drop_all(w, list, 1);
	return FLOW_NEXT;
}

/* Whether EXCEPTION is of TYPE, a class or a tuple of them; -1: raised. */
static int matches(struct world *w, obj_id exception, obj_id type)
{
	if (obj_kind(w, type) == KIND_TUPLE) {
		for (uint32_t i = 0; i < obj_n(w, type); i++) {
			int m = matches(w, exception, item(w, type, i));

			if (m)
				return m;
		}
		return 0;
	}
	if (obj_kind(w, type) != KIND_TYPE || !type_has(w, type, TYPE_IS_EXCEPTION)) {
		if (w->dialect->version.major == 2)
			return 0;
		raise_error(w, T_TYPE_ERROR,
			"catching classes that do not inherit from BaseException is not allowed");
		return -1;
	}
	return type_is_subtype(w, obj_class(w, exception), type);
}

enum flow do_MATCH_EXC(struct world *w, uint32_t f, const struct op *op)
{
	int m = matches(w, operand(w, f, op, 1), operand(w, f, op, 0));

	return m < 0 ? FLOW_STAY : finish(w, f, op, 1, bool_of(m));
}

enum flow do_EXC_VALUE(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(w, f, op, operand(w, f, op, 0));
}

enum flow do_ASSERTION_ERROR(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(w, f, op, type_object(T_ASSERTION_ERROR));
}

/* with.  [mgr -> exit v]: state 1 has __enter__'s result. */
enum flow do_WITH_ENTER(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id manager = word(w, top);
	obj_id enter = special(w, manager, N_ENTER), leave = special(w, manager, N_EXIT);

	if (frame_state(w, f) == 1) {
		set_word(w, top + 1, take_result(w, f));
		return FLOW_NEXT;
	}
	if (!enter || !leave) {
		if (py_at_least(w->dialect->version, 3, 11))
			raise_error(w, T_TYPE_ERROR,
				"'%s' object does not support the context manager protocol%s",
				type_name_of(w, manager), enter ? " (missed __exit__ method)" : "");
		else
			raise_error(w, T_ATTRIBUTE_ERROR, "%s", enter ? "__exit__" : "__enter__");
		return FLOW_STAY;
	}
	push_special(w, enter, manager, 0, 0, f + FRAME_RESULT);
	set_frame_state(w, f, 1);
	return FLOW_STAY;
}

/* Calls the manager's __exit__ with the three values; result to FRAME_RESULT. */
static enum flow call_exit(struct world *w, uint32_t f, obj_id manager, obj_id type,
	obj_id value, obj_id traceback)
{
	frame_push_call(w, f + FRAME_RESULT, special(w, manager, N_EXIT),
		(obj_id[]){manager, type, value, traceback}, 4, 0);
	set_frame_state(w, f, 1);
	return FLOW_STAY;
}

enum flow do_WITH_EXIT(struct world *w, uint32_t f, const struct op *op)
{
	obj_id result, manager;

	if (frame_state(w, f) == 0)
		return call_exit(w, f, operand(w, f, op, 0), OBJ_NONE, OBJ_NONE, OBJ_NONE);
	result = take_result(w, f);
	manager = operand(w, f, op, 0);
	set_word(w, slot_at(f, op->sp - 1u), 0);
	drop_all(w, (struct owned[]){{.object = result}, {.object = manager}}, 2);
	return FLOW_NEXT;
}

/* [exit prev exc -> exit prev exc r] */
enum flow do_WITH_EXCEPT(struct world *w, uint32_t f, const struct op *op)
{
	obj_id manager = operand(w, f, op, 2), exception = operand(w, f, op, 0);
	obj_id traceback = w->dialect->version.major == 2
		? operand(w, f, op, 1) : obj_field(w, exception, EXCEPTION_TRACEBACK);

	if (frame_state(w, f) == 1) {
		set_word(w, slot_at(f, op->sp), take_result(w, f));
		return FLOW_NEXT;
	}
	return call_exit(w, f, manager, obj_class(w, exception), exception,
		traceback ? traceback : OBJ_NONE);
}
