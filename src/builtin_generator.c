#include "generator.h"

#include "attr.h"
#include "codeobject.h"
#include "dialect.h"
#include "errors.h"
#include "frameobject.h"
#include "iterate.h"
#include "leave.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "passing.h"
#include "special.h"

/* Methods and attributes of generators. */

static obj_id take_answer(struct world *w, uint32_t f)
{
	obj_id result = word(w, f + FRAME_RESULT);

	set_word(w, f + FRAME_RESULT, 0);
	return result;
}

/* next, send: state 1 has what the generator yielded; its end has raised. */
static void send_to(struct world *w, uint32_t f, obj_id g, obj_id value)
{
	if (frame_state(w, f)) {
		builtin_return(w, take_answer(w, f));
	} else if (generator_state(w, g) == GENERATOR_FINISHED) {
		raise_value(w, T_STOP_ITERATION, 0);
		builtin_return(w, 0);
	} else {
		hold(w, value);
		if (generator_send(w, g, value, 0, f + FRAME_RESULT)) {
			set_frame_state(w, f, 1);
		} else {
			set_word(w, builtin_local(w, f, 0), value);
			builtin_return(w, 0);
		}
	}
}

void generator_next_method(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	send_to(w, f, a.self, OBJ_NONE);
}

void generator_next27_method(struct world *w, uint32_t f)
{
	generator_next_method(w, f);
}

void generator_send_method(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	send_to(w, f, a.self, arg(w, &a, 0));
}

/* throw(type, value, traceback): state 1 has the exception, 2 what the generator
 * yielded. */
static bool is_exception_class(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_TYPE && type_has(w, o, TYPE_IS_EXCEPTION);
}

static bool throw_arguments_fit(struct world *w, const struct args *a)
{
	obj_id type = arg(w, a, 0);
	obj_id value = a->count > 1 ? arg(w, a, 1) : OBJ_NONE;
	obj_id tb = a->count > 2 ? arg(w, a, 2) : OBJ_NONE;
	bool instance = obj_kind(w, type) == KIND_EXCEPTION;

	if (tb != OBJ_NONE && obj_kind(w, tb) != KIND_TRACEBACK)
		raise_error(w, T_TYPE_ERROR,
			"throw() third argument must be a traceback object");
	else if (instance && value != OBJ_NONE)
		raise_error(w, T_TYPE_ERROR,
			"instance exception may not have a separate value");
	else if (!instance && !is_exception_class(w, type))
		raise_error(w, T_TYPE_ERROR,
			w->dialect->version.major == 2
				? "exceptions must be classes, or instances, not %s"
				: "exceptions must be classes or instances deriving from BaseException, not %s",
			type_name_of(w, type));
	else
		return true;
	return false;
}

/* The exception is made: the value itself, or the class called with it. */
static void make_exception(struct world *w, uint32_t f, const struct args *a)
{
	obj_id type = arg(w, a, 0);
	obj_id value = a->count > 1 ? arg(w, a, 1) : OBJ_NONE;
	obj_id made = obj_kind(w, type) == KIND_EXCEPTION ? type : value;

	set_frame_state(w, f, 1);
	if (obj_kind(w, made) == KIND_EXCEPTION &&
		(made == type || type_is_subtype(w, obj_class(w, made), type))) {
		hold(w, made);
		set_word(w, f + FRAME_RESULT, made);
		return;
	}
	if (obj_kind(w, value) == KIND_TUPLE)
		frame_push_call(w, f + FRAME_RESULT, type,
			&w->arena.w[item_index(w, value, 0)], obj_n(w, value), 0);
	else
		frame_push_call(
			w, f + FRAME_RESULT, type, &value, value != OBJ_NONE, 0);
}

static void throw_made(struct world *w, uint32_t f, const struct args *a)
{
	obj_id e = take_answer(w, f);
	obj_id tb = a->count > 2 ? arg(w, a, 2) : OBJ_NONE;

	if (e && tb != OBJ_NONE) {
		obj_id old = obj_field(w, e, EXCEPTION_TRACEBACK);

		hold(w, tb);
		set_obj_field(w, e, EXCEPTION_TRACEBACK, tb);
		set_word(w, builtin_local(w, f, 1), old);
	}
	set_frame_state(w, f, 2);
	if (!e) {
		builtin_return(w, 0);
	} else if (generator_state(w, a->self) == GENERATOR_FINISHED) {
		set_reg(w, REG_EXCEPTION, e);
		builtin_return(w, 0);
	} else if (!generator_throw_in(w, a->self, e, 0, f + FRAME_RESULT)) {
		set_word(w, builtin_local(w, f, 0), e);
		builtin_return(w, 0);
	}
}

void generator_throw_method(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	switch (frame_state(w, f)) {
	case 0:
		if (throw_arguments_fit(w, &a))
			make_exception(w, f, &a);
		else
			builtin_return(w, 0);
		break;
	case 1:
		throw_made(w, f, &a);
		break;
	default:
		builtin_return(w, take_answer(w, f));
	}
}

/* close(): state 1 has what came of GeneratorExit; in state 2 there is none. */

/* 3.13: a yield outside of try, with and except does not see GeneratorExit. */
static bool ends_quietly(const struct world *w, obj_id g)
{
	return py_at_least(w->dialect->version, 3, 13) &&
		generator_state(w, g) == GENERATOR_SUSPENDED &&
		!generator_delegate(w, g) && !generator_in_block(w, g);
}

static void start_close(struct world *w, uint32_t f, obj_id g)
{
	bool fresh = generator_state(w, g) == GENERATOR_CREATED;
	obj_id e;

	if (generator_state(w, g) == GENERATOR_FINISHED ||
		(fresh && py_at_least(w->dialect->version, 3, 12))) {
		set_obj_field(w, g, GENERATOR_STATE, GENERATOR_FINISHED);
		builtin_return(w, OBJ_NONE);
		return;
	}
	if (ends_quietly(w, g)) {
		set_frame_state(w, f, 2);
		generator_clear(w, g);
		return;
	}
	e = exception_new(w, type_object(T_GENERATOR_EXIT), OBJ_EMPTY_TUPLE);
	set_obj_flag(w, e, OBJECT_TYPE_ALONE, !py_at_least(w->dialect->version, 3, 12));
	exception_raised(w, e);
	set_frame_state(w, f, 1);
	if (!generator_throw_in(w, g, e, 0, f + FRAME_RESULT)) {
		set_word(w, builtin_local(w, f, 0), e);
		builtin_return(w, 0);
	}
}

/* 3.13: what it returned. */
static obj_id closing_value(struct world *w, obj_id exception)
{
	if (!py_at_least(w->dialect->version, 3, 13) ||
		!exception_is(w, exception, T_STOP_ITERATION))
		return OBJ_NONE;
	return stop_iteration_value(w, exception);
}

static void end_close(struct world *w, uint32_t f)
{
	obj_id yielded = take_answer(w, f), e = reg(w, REG_EXCEPTION), value = 0;

	set_word(w, builtin_local(w, f, 0), yielded);
	if (!yielded)
		pass_class_check(w);
	if (yielded) {
		raise_error(w, T_RUNTIME_ERROR, "generator ignored GeneratorExit");
	} else if (exception_is(w, e, T_GENERATOR_EXIT) ||
		exception_is(w, e, T_STOP_ITERATION)) {
		value = closing_value(w, e);
		set_reg(w, REG_EXCEPTION, 0);
		set_word(w, builtin_local(w, f, 1), e);
	}
	builtin_return(w, value);
}

void generator_close_method(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (frame_state(w, f) == 1)
		end_close(w, f);
	else if (frame_state(w, f) == 2)
		builtin_return(w, OBJ_NONE);
	else
		start_close(w, f, a.self);
}

/* iter(g) */
obj_id generator_iter(struct world *w, const struct args *a)
{
	hold(w, a->self);
	return a->self;
}

static obj_id held_field(struct world *w, const struct args *a, enum field field)
{
	obj_id o = obj_field(w, a->self, field);

	if (!o)
		return OBJ_NONE;
	hold(w, o);
	return o;
}

obj_id generator_name(struct world *w, const struct args *a)
{
	if (w->dialect->version.major == 2) {
		obj_id name =
			code_object_name(w, obj_field(w, a->self, GENERATOR_CODE));

		hold(w, name);
		return name;
	}
	return held_field(w, a, GENERATOR_NAME);
}

obj_id generator_qualname(struct world *w, const struct args *a)
{
	return held_field(w, a, GENERATOR_QUALNAME);
}

obj_id generator_code(struct world *w, const struct args *a)
{
	return held_field(w, a, GENERATOR_CODE);
}

obj_id generator_is_running(struct world *w, const struct args *a)
{
	bool running = generator_state(w, a->self) == GENERATOR_RUNS;

	return w->dialect->version.major == 2 || !py_at_least(w->dialect->version, 3, 6)
		? int_new(w, running)
		: bool_of(running);
}

obj_id generator_yields_from(struct world *w, const struct args *a)
{
	obj_id it = generator_delegate(w, a->self);

	if (!it)
		return OBJ_NONE;
	hold(w, it);
	return it;
}

obj_id generator_frame(struct world *w, const struct args *a)
{
	obj_id frame = generator_frame_object(w, a->self);

	if (!frame)
		return OBJ_NONE;
	hold(w, frame);
	return frame;
}

/* The hidden function `delegate`: its arguments are the iterator and the value.
 * States: 0: starts; 1: the next value is in FRAME_RESULT; 2: the method is; 3: what
 * the method gave. */
enum {
	DELEGATE_START,
	DELEGATE_NEXT,
	DELEGATE_METHOD,
	DELEGATE_CALLED
};

void delegate_push(
	struct world *w, obj_id it, obj_id value, enum delegate_mode mode, uint32_t dst)
{
	uint32_t f;

	push_builtin_step(w, B_delegate_step, 0, (obj_id[]){it, value}, 2, dst);
	f = reg(w, REG_TOP);
	set_word(w, builtin_word(w, f, 0), mode);
}

static void end_delegate(struct world *w, uint32_t f, obj_id value)
{
	delegate_ended(w, word(w, f + FRAME_LINK));
	builtin_return(w, value);
}

static void ask_next(struct world *w, uint32_t f, obj_id it)
{
	obj_id function = special(w, it, N_NEXT), v = 0;

	if (function) {
		push_special(w, function, it, 0, 0, f + FRAME_RESULT);
		set_frame_state(w, f, DELEGATE_CALLED);
		return;
	}
	switch (iter_next(w, it, f + FRAME_RESULT, &v)) {
	case OUT_VALUE:
		if (v)
			builtin_return(w, v);
		else
			end_delegate(w, f, OBJ_NONE);
		break;
	case OUT_PUSHED:
		set_frame_state(w, f, DELEGATE_NEXT);
		break;
	case OUT_ERROR:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

/* There is no such method: nothing to close; what was to be thrown is raised. */
static void no_method(
	struct world *w, uint32_t f, enum delegate_mode mode, obj_id value)
{
	(void)f;
	if (mode == DELEGATE_CLOSE) {
		builtin_return(w, OBJ_NONE);
		return;
	}
	hold(w, value);
	set_reg(w, REG_EXCEPTION, value);
	builtin_return(w, 0);
}

static void find_method(
	struct world *w, uint32_t f, enum delegate_mode mode, obj_id it, obj_id value)
{
	static const uint16_t names[] = {N_SEND, N_THROW, N_CLOSE};
	obj_id name = name_object(names[mode]), method = 0;

	if (mode != DELEGATE_SEND && !attr_exists(w, it, name)) {
		no_method(w, f, mode, value);
		return;
	}
	switch (attr_load(w, it, name, f + FRAME_RESULT, &method)) {
	case OUT_VALUE:
		set_word(w, f + FRAME_RESULT, method);
		set_frame_state(w, f, DELEGATE_METHOD);
		break;
	case OUT_PUSHED:
		set_frame_state(w, f, DELEGATE_METHOD);
		break;
	case OUT_ERROR:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

static void call_method(
	struct world *w, uint32_t f, enum delegate_mode mode, obj_id value)
{
	obj_id method = take_answer(w, f);

	if (!method) {
		builtin_return(w, 0);
		return;
	}
	set_word(w, builtin_local(w, f, 0), method);
	frame_push_call(w, f + FRAME_RESULT, method, &value, mode != DELEGATE_CLOSE, 0);
	set_frame_state(w, f, DELEGATE_CALLED);
}

/* The call has ended; StopIteration is the end of the iterator. */
static void called(struct world *w, uint32_t f, enum delegate_mode mode)
{
	obj_id result = take_answer(w, f), e = reg(w, REG_EXCEPTION);

	if (result || mode == DELEGATE_CLOSE || !exception_is(w, e, T_STOP_ITERATION)) {
		builtin_return(w, result);
		return;
	}
	set_reg(w, REG_EXCEPTION, 0);
	set_word(w, builtin_local(w, f, 1), e);
	end_delegate(w, f, stop_iteration_value(w, e));
}

void delegate_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	enum delegate_mode mode = (enum delegate_mode)word(w, builtin_word(w, f, 0));
	obj_id it = arg(w, &a, 0), value = arg(w, &a, 1), result;

	switch (frame_state(w, f)) {
	case DELEGATE_START:
		if (mode == DELEGATE_SEND && value == OBJ_NONE)
			ask_next(w, f, it);
		else
			find_method(w, f, mode, it, value);
		break;
	case DELEGATE_NEXT:
		result = take_answer(w, f);
		if (result || reg(w, REG_EXCEPTION))
			builtin_return(w, result);
		else
			end_delegate(w, f, OBJ_NONE);
		break;
	case DELEGATE_METHOD:
		call_method(w, f, mode, value);
		break;
	default:
		called(w, f, mode);
	}
}
