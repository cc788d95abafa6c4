#include "interp.h"

#include "dialect.h"
#include "errors.h"
#include "exception.h"
#include "handled.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "passing.h"
#include "repr.h"
#include "special.h"

/* Raising and handling exceptions. */

/* States of RAISE: what a class has made is in FRAME_RESULT. */
enum {
	RAISE_MADE = 1,
	RAISE_CAUSE
};

/* Raises EXCEPTION (owned) from here; the unwinder finds the handler. */
static enum flow throw_from_here(struct world *w, obj_id exception)
{
	set_reg(w, REG_EXCEPTION, exception);
	world_event(w,
		(struct event){.kind = EV_RAISE, .object = obj_serial(w, exception)});
	return FLOW_STAY;
}

static bool is_exception_class(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_OLD_CLASS ||
		(obj_kind(w, o) == KIND_TYPE && type_has(w, o, TYPE_IS_EXCEPTION));
}

/* In 2.7 an instance of an old-style class will do. */
static bool is_exception(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_EXCEPTION || obj_kind(w, o) == KIND_OLD_INSTANCE;
}

static enum flow must_derive(struct world *w, obj_id o)
{
	if (w->dialect->version.major == 2)
		raise_error(w, T_TYPE_ERROR,
			"exceptions must be old-style classes or derived from BaseException, not %s",
			type_name_of(w, o));
	else
		raise_error(
			w, T_TYPE_ERROR, "exceptions must derive from BaseException");
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
	return throw_from_here(w, handled);
}

/* 3.x: `from cause`, which is in the word CAUSE_WORD: state 2 has the exception that
 * its class has made.  False: raised, or not yet there. */
static bool make_cause(struct world *w, uint32_t f, uint32_t cause_word, obj_id *cause)
{
	obj_id given = word(w, cause_word);

	*cause = given == OBJ_NONE ? 0 : given;
	if (given == OBJ_NONE)
		return true;
	if (is_exception_class(w, given)) {
		frame_push_call(w, f + FRAME_RESULT, given, NULL, 0, 0);
		set_frame_state(w, f, RAISE_CAUSE);
		return false;
	}
	if (obj_kind(w, given) == KIND_EXCEPTION)
		return true;
	raise_error(w, T_TYPE_ERROR, "exception causes must derive from BaseException");
	return false;
}

static enum flow not_made(struct world *w, obj_id class, obj_id made)
{
	struct strbuf text = STRBUF_INIT;

	if (w->dialect->version.major == 2)
		return must_derive(w, made);
	strbuf_puts(&text, "calling ");
	repr_text(w, class, &text);
	strbuf_puts(&text, " should have returned an instance of BaseException, not ");
	repr_text(w, obj_class(w, made), &text);
	raise_error(w, T_TYPE_ERROR, "%s", text.text);
	strbuf_free(&text);
	return FLOW_STAY;
}

/* Calling the class has given something else. */
static enum flow made_something_else(struct world *w, uint32_t f, obj_id class)
{
	obj_id made = take_result(w, f);

	set_word(w, frame_slot(f, PY_EXTRA), made);
	return not_made(w, class, made);
}

/* What was made takes the place of what it was made from. */
static enum flow keep_made(struct world *w, uint32_t f, uint32_t index)
{
	obj_id made = take_result(w, f), class = word(w, index);

	set_word(w, index, made);
	drop(w, class, NULL);
	return FLOW_STAY;
}

/* Exception E, in the word FIRST, is raised with its cause. */
static enum flow raise_with(
	struct world *w, uint32_t f, const struct op *op, uint32_t first)
{
	obj_id e = word(w, first), cause = 0, old;

	if (op->arg == 2 && !make_cause(w, f, first + 1, &cause))
		return FLOW_STAY;
	set_word(w, first, 0);
	old = obj_field(w, e, EXCEPTION_CAUSE);
	if (op->arg == 2) {
		set_word(w, first + 1, 0);
		set_obj_field(w, e, EXCEPTION_CAUSE, cause);
		set_obj_field(w, e, EXCEPTION_SUPPRESS, 1);
	}
	exception_set_context(w, e);
	throw_from_here(w, e);
	if (op->arg == 2 && old)
		drop(w, old, NULL);
	return FLOW_STAY;
}

static enum flow raise3(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t first = slot_at(f, op->sp - (uint32_t)op->arg);
	obj_id what = word(w, first), made;

	switch (frame_state(w, f)) {
	case RAISE_MADE:
		made = word(w, f + FRAME_RESULT);
		if (obj_kind(w, made) != KIND_EXCEPTION)
			return made_something_else(w, f, what);
		return keep_made(w, f, first);
	case RAISE_CAUSE:
		return keep_made(w, f, first + 1);
	default:
		break;
	}
	if (is_exception_class(w, what)) {
		frame_push_call(w, f + FRAME_RESULT, what, NULL, 0, 0);
		set_frame_state(w, f, RAISE_MADE);
		return FLOW_STAY;
	}
	if (obj_kind(w, what) != KIND_EXCEPTION)
		return must_derive(w, what);
	return raise_with(w, f, op, first);
}

/* 2.7: raise E, value, traceback. */

/* raise ((E, x), y): the first item counts. */
static bool take_first_item(struct world *w, uint32_t first)
{
	obj_id tuple = word(w, first);

	if (obj_kind(w, tuple) != KIND_TUPLE || obj_n(w, tuple) == 0)
		return false;
	hold(w, item(w, tuple, 0));
	set_word(w, first, item(w, tuple, 0));
	drop(w, tuple, NULL);
	return true;
}

/* PyErr_NormalizeException: the class is called with the value. */
static void call_class_with(struct world *w, uint32_t f, obj_id class, obj_id value)
{
	if (obj_kind(w, value) == KIND_TUPLE)
		frame_push_call(w, f + FRAME_RESULT, class,
			&w->arena.w[item_index(w, value, 0)], obj_n(w, value), 0);
	else
		frame_push_call(
			w, f + FRAME_RESULT, class, &value, value != OBJ_NONE, 0);
	set_frame_state(w, f, RAISE_MADE);
}

static enum flow raise_made2(
	struct world *w, uint32_t f, const struct op *op, uint32_t first)
{
	obj_id e = word(w, first);
	obj_id traceback = op->arg == 3 ? word(w, first + 2) : OBJ_NONE;

	if (traceback != OBJ_NONE && obj_kind(w, traceback) != KIND_TRACEBACK) {
		raise_error(
			w, T_TYPE_ERROR, "raise: arg 3 must be a traceback or None");
		return FLOW_STAY;
	}
	set_word(w, first, 0);
	if (traceback != OBJ_NONE) {
		handled_reraise(w, e, traceback);
		add_frame_flags(w, f, FRAME_NO_TRACEBACK);
	}
	return throw_from_here(w, e);
}

static enum flow raise2(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t first = slot_at(f, op->sp - (uint32_t)op->arg);
	obj_id what = word(w, first),
	       value = op->arg > 1 ? word(w, first + 1) : OBJ_NONE;

	if (frame_state(w, f) == RAISE_MADE) {
		obj_id made = word(w, f + FRAME_RESULT);

		if (!is_exception(w, made))
			return made_something_else(w, f, what);
		if (op->arg > 1 && value != OBJ_NONE) {
			set_word(w, first + 1, OBJ_NONE);
			set_word(w, frame_slot(f, PY_EXTRA), value);
		}
		return keep_made(w, f, first);
	}
	if (take_first_item(w, first))
		return FLOW_STAY;
	if (is_exception_class(w, what)) {
		if (is_exception(w, value) &&
			class_is_subclass(w, exception_class(w, value), what)) {
			hold(w, value);
			set_word(w, first, value);
			set_word(w, first + 1, OBJ_NONE);
			drop_all(w,
				(struct owned[]){{.object = what}, {.object = value}},
				2);
			return FLOW_STAY;
		}
		call_class_with(w, f, what, value);
		return FLOW_STAY;
	}
	if (!is_exception(w, what))
		return must_derive(w, what);
	if (value != OBJ_NONE) {
		raise_error(w, T_TYPE_ERROR,
			"instance exception may not have a separate value");
		return FLOW_STAY;
	}
	return raise_made2(w, f, op, first);
}

enum flow do_RAISE(struct world *w, uint32_t f, const struct op *op)
{
	if (op->arg == 0)
		return raise_again(w, f);
	return w->dialect->version.major == 2 ? raise2(w, f, op) : raise3(w, f, op);
}

/* [exc ->]; 2.7: its traceback may be below. */
enum flow do_RERAISE(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id exception = word(w, top);

	set_word(w, top, 0);
	handled_reraise(w, exception, word(w, top - 1));
	add_frame_flags(w, f, FRAME_NO_TRACEBACK);
	return throw_from_here(w, exception);
}

/* [exc -> prev exc] */
enum flow do_PUSH_EXC(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id exception = word(w, top);
	struct owned list[HANDLED_DROPS] = {{0}};

	if (obj_flag(w, exception, OBJECT_RAW))
		set_obj_flag(w, exception, OBJECT_RAW, false);
	if (obj_flag(w, exception, OBJECT_TYPE_ALONE))
		set_obj_flag(w, exception, OBJECT_TYPE_ALONE, false);
	exception_normalize(w, exception);
	set_word(w, top, handled_enter(w, f, exception, op->arg == 1, list));
	set_word(w, top + 1, exception);
	drop_all(w, list, HANDLED_DROPS);
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

/* 3.x: whether TYPE can be caught: a class of exceptions, or a tuple of them. */
static bool can_be_caught(struct world *w, obj_id type)
{
	bool fine = is_exception_class(w, type);

	if (w->dialect->version.major == 2)
		return true;
	if (obj_kind(w, type) == KIND_TUPLE) {
		fine = true;
		for (uint32_t i = 0; i < obj_n(w, type); i++)
			fine &= is_exception_class(w, item(w, type, i));
	}
	if (!fine)
		raise_error(w, T_TYPE_ERROR,
			"catching classes that do not inherit from BaseException is not allowed");
	return fine;
}

/* Whether EXCEPTION is of TYPE, a class or a tuple of such, at any depth (2.7). */
static bool matches(const struct world *w, obj_id exception, obj_id type)
{
	bool found = false;

	if (is_exception_class(w, type))
		return class_is_subclass(w, exception_class(w, exception), type);
	if (obj_kind(w, type) != KIND_TUPLE)
		return false;
	for (uint32_t i = 0; i < obj_n(w, type) && !found; i++)
		found = matches(w, exception, item(w, type, i));
	return found;
}

enum flow do_MATCH_EXC(struct world *w, uint32_t f, const struct op *op)
{
	obj_id exception = operand(w, f, op, 1), type = operand(w, f, op, 0);

	if (!can_be_caught(w, type))
		return FLOW_STAY;
	pass_class_check(w);
	return finish(w, f, op, 1, bool_of(matches(w, exception, type)));
}

enum flow do_EXC_VALUE(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(w, f, op, operand(w, f, op, 0));
}

enum flow do_ASSERTION_ERROR(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(w, f, op, type_object(T_ASSERTION_ERROR));
}
