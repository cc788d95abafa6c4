#include "generator.h"

#include <stdlib.h>

#include "codeobject.h"
#include "dialect.h"
#include "errors.h"
#include "frameobject.h"
#include "gc.h"
#include "gclist.h"
#include "interp.h"
#include "list.h"
#include "lookup.h"
#include "order.h"
#include "recursion.h"
#include "text.h"
#include "xalloc.h"

/* Frame slots that are put away besides those of the code. */
static const uint8_t kept[][2] = {{PY_FUNCTION, GENERATOR_FUNCTION},
	{PY_CODE, GENERATOR_FRAME_CODE}, {PY_GLOBALS, GENERATOR_GLOBALS}};

static const struct code *running_code(const struct world *w, uint32_t f)
{
	return code_of(w, word(w, frame_slot(f, PY_CODE)));
}

static const struct code *suspended_code(const struct world *w, obj_id g)
{
	return code_of(w, obj_field(w, g, GENERATOR_FRAME_CODE));
}

static obj_id generator_of(const struct world *w, uint32_t f)
{
	return word(w, frame_extra(w, f, PY_GENERATOR));
}

/* Where the slots are while it is suspended. */
static uint32_t put_away_at(const struct world *w, obj_id g)
{
	if (w->dialect->frame_objects)
		return obj_payload(w, obj_field(w, g, GENERATOR_FRAME)) +
			FRAME_OBJECT_HEAD;
	return obj_payload(w, g) + GENERATOR_HEAD;
}

/* The word with what the suspended generator handles. */
static uint32_t handled_at(const struct world *w, obj_id g)
{
	return obj_payload(w, g) + GENERATOR_HEAD + obj_field(w, g, GENERATOR_SLOTS) -
		1;
}

static void move_word(struct world *w, uint32_t to, uint32_t from)
{
	if (!word(w, from))
		return;
	set_word(w, to, word(w, from));
	set_word(w, from, 0);
}

static void put_away(struct world *w, uint32_t f, obj_id g)
{
	uint32_t n = running_code(w, f)->slot_count;
	uint32_t at;

	move_word(w, obj_payload(w, g) + GENERATOR_FRAME, f + FRAME_OBJECT);
	if (obj_field(w, g, GENERATOR_FRAME))
		frame_object_tell(w, obj_field(w, g, GENERATOR_FRAME), f, false);
	at = put_away_at(w, g);
	for (uint32_t i = 0; i < n; i++)
		move_word(w, at + i, slot_at(f, i));
	for (unsigned i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		move_word(w, obj_payload(w, g) + kept[i][1], frame_slot(f, kept[i][0]));
	set_obj_field(w, g, GENERATOR_PC, word(w, frame_extra(w, f, PY_PC)));
	set_obj_field(w, g, GENERATOR_RUNNING, 0);
}

/* Its frame on the stack again. */
static uint32_t take_out(struct world *w, obj_id g, uint32_t flags, uint32_t dst)
{
	uint32_t n = suspended_code(w, g)->slot_count;
	uint32_t f = frame_push(w, FRAME_PYTHON, dst, PY_FIRST + n, PY_WORDS);
	uint32_t at = put_away_at(w, g);

	for (uint32_t i = 0; i < n; i++)
		move_word(w, slot_at(f, i), at + i);
	for (unsigned i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		move_word(w, frame_slot(f, kept[i][0]), obj_payload(w, g) + kept[i][1]);
	move_word(w, f + FRAME_OBJECT, obj_payload(w, g) + GENERATOR_FRAME);
	set_word(w, frame_extra(w, f, PY_PC), obj_field(w, g, GENERATOR_PC));
	if (word(w, f + FRAME_OBJECT))
		frame_object_tell(w, word(w, f + FRAME_OBJECT), f, true);
	set_word(w, frame_extra(w, f, PY_GENERATOR), g);
	set_frame_flags(w, f, flags);
	set_obj_field(w, g, GENERATOR_RUNNING, f);
	set_obj_field(w, g, GENERATOR_STATE, GENERATOR_RUNS);
	set_reg(w, REG_DEPTH, reg(w, REG_DEPTH) + 1);
	return f;
}

/* From 3.x on a generator handles exceptions of its own. */
static void exchange_handled(struct world *w, uint32_t f, obj_id g)
{
	if (w->dialect->version.major == 2)
		return;
	move_word(w, frame_slot(f, PY_HANDLED), REG_HANDLED);
	move_word(w, REG_HANDLED, handled_at(w, g));
}

static void exchange_back(struct world *w, uint32_t f, obj_id g)
{
	if (w->dialect->version.major == 2)
		return;
	move_word(w, handled_at(w, g), REG_HANDLED);
	move_word(w, REG_HANDLED, frame_slot(f, PY_HANDLED));
}

static void announce(struct world *w, enum event_kind kind, obj_id g)
{
	world_event(w,
		(struct event){.kind = (uint8_t)kind,
			.object = obj_serial(w, g),
			.now = reg(w, REG_DEPTH)});
}

static obj_id new_generator(struct world *w, uint32_t f)
{
	bool inside = !w->dialect->frame_objects;
	uint32_t slots = (inside ? running_code(w, f)->slot_count : 0) + 1u;
	obj_id code = word(w, frame_slot(f, PY_CODE));
	obj_id g = obj_new_fields(
		w, KIND_GENERATOR, type_object(T_GENERATOR), GENERATOR_HEAD + slots);

	set_obj_field(w, g, GENERATOR_SLOTS, slots);
	hold(w, code);
	set_obj_field(w, g, GENERATOR_CODE, code);
	if (w->dialect->version.major == 3) {
		hold(w, code_object_name(w, code));
		set_obj_field(w, g, GENERATOR_NAME, code_object_name(w, code));
		hold(w, code_object_qualname(w, code));
		set_obj_field(w, g, GENERATOR_QUALNAME, code_object_qualname(w, code));
	}
	return g;
}

bool generator_make(struct world *w, uint32_t f)
{
	obj_id g;

	if (!gc_charge(w, FREE_NONE))
		return false;
	if (w->dialect->frame_objects)
		frame_object_for_generator(w, f);
	g = new_generator(w, f);
	put_away(w, f, g);
	set_obj_field(w, g, GENERATOR_STATE, GENERATOR_CREATED);
	set_reg(w, REG_DEPTH, reg(w, REG_DEPTH) - 1);
	frame_pop(w, g);
	obj_born(w, g);
	gc_track(w, g);
	return true;
}

void generator_yield(struct world *w, uint32_t f, obj_id value)
{
	obj_id g = generator_of(w, f);

	exchange_back(w, f, g);
	put_away(w, f, g);
	set_obj_field(w, g, GENERATOR_STATE, GENERATOR_SUSPENDED);
	set_reg(w, REG_DEPTH, reg(w, REG_DEPTH) - 1);
	frame_pop(w, value);
	announce(w, EV_RETURN, g);
}

static bool can_run(struct world *w, obj_id g)
{
	if (generator_state(w, g) == GENERATOR_RUNS) {
		raise_error(w, T_VALUE_ERROR, "generator already executing");
		return false;
	}
	return recursion_call(w);
}

/* The levels of recursion that resuming it takes: a loop does it itself. */
static bool enter(struct world *w, uint32_t *levels)
{
	uint32_t f = reg(w, REG_TOP);

	if (frame_kind(w, f) == FRAME_PYTHON)
		return recursion_enter(w, LEVELS_LOOP, recursion_is_hot(w, f), levels);
	return recursion_enter(w, LEVELS_GENERATOR, false, levels);
}

bool generator_send(
	struct world *w, obj_id g, obj_id value, uint32_t flags, uint32_t dst)
{
	bool fresh = generator_state(w, g) == GENERATOR_CREATED;
	const struct code *code;
	uint32_t f, pc, levels;

	if (!can_run(w, g))
		return false;
	if (fresh && value != OBJ_NONE) {
		raise_error(w, T_TYPE_ERROR,
			"can't send non-None value to a just-started generator");
		return false;
	}
	if (!enter(w, &levels))
		return false;
	code = suspended_code(w, g);
	if (fresh)
		code_count_call(w, obj_field(w, g, GENERATOR_FRAME_CODE));
	pc = obj_field(w, g, GENERATOR_PC);
	f = take_out(w, g, flags, dst);
	recursion_hold(w, f, levels);
	exchange_handled(w, f, g);
	if (!fresh)
		set_word(w, slot_at(f, code->ops[pc].sp - 1u), value);
	set_word(w, frame_extra(w, f, PY_PC), pc + 1);
	announce(w, EV_CALL, g);
	return true;
}

obj_id generator_delegate(const struct world *w, obj_id g)
{
	uint32_t pc = obj_field(w, g, GENERATOR_PC);
	const struct op *op;

	if (generator_state(w, g) != GENERATOR_SUSPENDED)
		return 0;
	op = &suspended_code(w, g)->ops[pc - 1];
	if (op->code != OP_SEND)
		return 0;
	return word(w, put_away_at(w, g) + op->sp - 2);
}

/* In a `yield from` the exception goes on to what it waits for: the operation
 * SEND does that. */
static void throw_at(struct world *w, uint32_t f, obj_id exception, bool delegate)
{
	uint32_t pc = word(w, frame_extra(w, f, PY_PC));

	if (!delegate) {
		exception_set_context(w, exception);
		set_reg(w, REG_EXCEPTION, exception);
		world_event(w,
			(struct event){
				.kind = EV_RAISE, .object = obj_serial(w, exception)});
		return;
	}
	set_word(w, frame_extra(w, f, PY_PC), pc - 1);
	set_word(w, slot_at(f, running_code(w, f)->ops[pc - 1].sp - 1u), exception);
	set_frame_state(w, f, SEND_THROW);
}

bool generator_throw_in(
	struct world *w, obj_id g, obj_id exception, uint32_t flags, uint32_t dst)
{
	bool delegate = generator_delegate(w, g) != 0;
	uint32_t f;

	if (!can_run(w, g))
		return false;
	f = take_out(w, g, flags, dst);
	exchange_handled(w, f, g);
	announce(w, EV_CALL, g);
	throw_at(w, f, exception, delegate);
	return true;
}

void generator_finish(struct world *w, uint32_t f)
{
	obj_id g = generator_of(w, f);

	if (!g || generator_state(w, g) == GENERATOR_FINISHED)
		return;
	exchange_back(w, f, g);
	set_obj_field(w, g, GENERATOR_STATE, GENERATOR_FINISHED);
	set_obj_field(w, g, GENERATOR_RUNNING, 0);
}

void generator_clear(struct world *w, obj_id g)
{
	uint32_t first = obj_attr_slots(w, g) + kind_table[KIND_GENERATOR].fields;
	uint32_t n = obj_slots(w, g) - first;
	struct owned *list = xcalloc(n + 1, sizeof(*list));

	set_obj_field(w, g, GENERATOR_STATE, GENERATOR_FINISHED);
	for (uint32_t i = 0; i < n; i++)
		list[i].object = take_slot(w, g, first + i, &list[i].place);
	drop_all(w, list, n);
	free(list);
}

void delegate_ended(struct world *w, uint32_t f)
{
	set_frame_flags(w, f, frame_flags(w, f) | GENERATOR_ENDED);
}

obj_id stop_iteration_value(struct world *w, obj_id exception)
{
	obj_id args = obj_field(w, exception, EXCEPTION_ARGS);
	obj_id value = args && obj_n(w, args) ? item(w, args, 0) : OBJ_NONE;

	hold(w, value);
	return value;
}

/* 3.7+: StopIteration must not leave a generator. */
static void stop_iteration_error(struct world *w, obj_id exception, obj_id *dropped)
{
	obj_id e;

	raise_error(w, T_RUNTIME_ERROR, "generator raised StopIteration");
	e = reg(w, REG_EXCEPTION);
	*dropped = obj_field(w, e, EXCEPTION_CONTEXT);
	hold(w, exception);
	set_obj_field(w, e, EXCEPTION_CONTEXT, exception);
	set_obj_field(w, e, EXCEPTION_CAUSE, exception);
	set_obj_field(w, e, EXCEPTION_SUPPRESS, 1);
}

static obj_id raised(struct world *w, uint32_t f, obj_id exception, obj_id *dropped)
{
	uint32_t flags = frame_flags(w, f);
	obj_id value = 0;

	if (!exception_is(w, exception, T_STOP_ITERATION)) {
		set_reg(w, REG_EXCEPTION, exception);
	} else if (py_at_least(w->dialect->version, 3, 7)) {
		stop_iteration_error(w, exception, dropped);
	} else if (flags & GENERATOR_DELEGATED) {
		value = stop_iteration_value(w, exception);
		*dropped = exception;
		delegate_ended(w, word(w, f + FRAME_LINK));
	} else if (flags & GENERATOR_ITERATED) {
		*dropped = exception;
	} else {
		set_reg(w, REG_EXCEPTION, exception);
	}
	return value;
}

obj_id generator_outcome(
	struct world *w, uint32_t f, bool raising, obj_id result, obj_id *dropped)
{
	uint32_t flags = frame_flags(w, f);

	if (raising)
		return raised(w, f, result, dropped);
	if (flags & GENERATOR_DELEGATED) {
		delegate_ended(w, word(w, f + FRAME_LINK));
		return result;
	}
	if (!(flags & GENERATOR_ITERATED))
		raise_value(w, T_STOP_ITERATION, result == OBJ_NONE ? 0 : result);
	*dropped = result;
	return 0;
}

enum outcome generator_next(struct world *w, obj_id g, uint32_t dst, obj_id *result)
{
	*result = 0;
	if (generator_state(w, g) == GENERATOR_FINISHED)
		return OUT_VALUE;
	if (!generator_send(w, g, OBJ_NONE, GENERATOR_ITERATED, dst))
		return OUT_ERROR;
	return OUT_PUSHED;
}
