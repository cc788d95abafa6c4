#include "iterate.h"

#include "attr.h"
#include "call_path.h"
#include "code.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "generator.h"
#include "list.h"
#include "passing.h"
#include "recursion.h"
#include "number.h"
#include "weakref.h"

/*
 * The next item when that runs Python code: a FRAME_BUILTIN (hidden function
 * `next`).  Its arguments are the iterator and room for what its inputs give:
 * enumerate, zip, map and filter take from all inputs first.
 */
enum {
	WORD_INPUT
};
enum {
	LOCAL_INDEX,
	LOCAL_RESULT,
	LOCAL_TRUTH
};
enum state {
	STATE_START,
	STATE_GATHER,
	STATE_INPUT,
	STATE_ACT,
	STATE_RESULT,
	STATE_TRUTH
};

static obj_id iterator_of(const struct world *w, uint32_t f)
{
	return word(w, frame_slot(f, BUILTIN_FIRST_ARGUMENT));
}

static uint32_t gathered(uint32_t f, uint32_t i)
{
	return frame_slot(f, BUILTIN_FIRST_ARGUMENT + 1 + i);
}

static obj_id take_answer(struct world *w, uint32_t f)
{
	obj_id result = word(w, f + FRAME_RESULT);

	set_word(w, f + FRAME_RESULT, 0);
	return result;
}

static void push_next(struct world *w, obj_id it, uint32_t dst)
{
	uint32_t inputs = obj_kind(w, it) == KIND_ITERATOR ? iterator_inputs(w, it) : 0;
	uint32_t f = builtin_push(w, B_next_step, 0, 1 + inputs, dst);

	hold(w, it);
	set_word(w, frame_slot(f, BUILTIN_FIRST_ARGUMENT), it);
}

/* A weak proxy has a next item whatever it stands for; 0: not really, raised. */
static obj_id behind_iterator(struct world *w, obj_id it)
{
	if (!is_weak_proxy(w, it))
		return it;
	it = unproxy(w, it);
	if (!it || is_iterator(w, it))
		return it;
	return raise_error(w, T_TYPE_ERROR,
		"Weakref proxy referenced a non-iterator '%s' object",
		type_name_of(w, it));
}

enum outcome iter_next(struct world *w, obj_id it, uint32_t dst, obj_id *result)
{
	it = behind_iterator(w, it);
	if (!it)
		return OUT_ERROR;
	if (obj_kind(w, it) == KIND_GENERATOR)
		return generator_next(w, it, dst, result);
	if (iterates_plainly(w, it))
		return next_plain(w, it, result);
	push_next(w, it, dst);
	return OUT_PUSHED;
}

enum outcome iter_next_raising(struct world *w, obj_id it, uint32_t dst, obj_id *result)
{
	obj_id function;

	*result = 0;
	it = behind_iterator(w, it);
	if (!it)
		return OUT_ERROR;
	if (obj_kind(w, it) == KIND_ITERATOR)
		return iter_next(w, it, dst, result);
	if (obj_kind(w, it) == KIND_GENERATOR) {
		if (generator_state(w, it) == GENERATOR_FINISHED)
			return OUT_VALUE;
		return generator_send(w, it, OBJ_NONE, 0, dst) ? OUT_PUSHED : OUT_ERROR;
	}
	function = special(w, it, w->dialect->version.major == 2 ? N_NEXT27 : N_NEXT);
	push_special(w, function, it, 0, 0, dst);
	return OUT_PUSHED;
}

/* Calls CALLABLE with the gathered items; the frame keeps none of them. */
static void call_gathered(struct world *w, uint32_t f, obj_id callable, uint32_t count)
{
	struct args a = {.base = gathered(f, 0), .count = count, .move = true};
	enum level_path path = call_path_by_c(w, callable, LEVELS_CALLED);
	enum outcome outcome;
	obj_id result = 0;
	uint32_t levels;

	set_frame_state(w, f, STATE_RESULT);
	if (!recursion_enter(w, path, false, &levels)) {
		builtin_return(w, 0);
		return;
	}
	outcome = call(w, callable, &a, f + FRAME_RESULT, &result);
	recursion_settle(w, outcome == OUT_PUSHED ? f : reg(w, REG_TOP), levels);
	switch (outcome) {
	case OUT_VALUE:
		set_word(w, f + FRAME_RESULT, result);
		break;
	case OUT_ERROR:
		builtin_return(w, 0);
		break;
	case OUT_AGAIN:
		set_frame_state(w, f, STATE_ACT);
		break;
	default:
		break;
	}
}

/* __getitem__ of an instance, with the next index. */
static void get_item(struct world *w, uint32_t f, obj_id it)
{
	obj_id source = obj_field(w, it, ITERATOR_SOURCE);
	int64_t i = iterator_position(w, it);
	bool back = obj_class(w, it) == type_object(T_REVERSED);
	obj_id index;

	if (!source || i < 0) {
		builtin_return(w, 0);
		return;
	}
	index = int_new(w, i);
	set_word(w, builtin_local(w, f, LOCAL_INDEX), index);
	set_iterator_position(w, it, back ? i - 1 : i + 1);
	set_frame_state(w, f, STATE_RESULT);
	push_special(
		w, special(w, source, N_GETITEM), source, index, 0, f + FRAME_RESULT);
}

static void call_own_next(struct world *w, uint32_t f, obj_id it)
{
	obj_id function =
		special(w, it, w->dialect->version.major == 2 ? N_NEXT27 : N_NEXT);

	if (!function) {
		raise_error(w, T_TYPE_ERROR, "'%s' object is not an iterator",
			type_name_of(w, it));
		builtin_return(w, 0);
		return;
	}
	set_frame_state(w, f, STATE_RESULT);
	push_special(w, function, it, 0, 0, f + FRAME_RESULT);
}

static void give_tuple(struct world *w, uint32_t f, obj_id it, uint32_t count)
{
	obj_id t;

	if (tuple_in_use(w, it) && !gc_charge(w, gc_free_list(w, KIND_TUPLE, count)))
		return;
	t = tuple_from_words(w, type_object(T_TUPLE), gathered(f, 0), count);
	builtin_return(w, t);
}

static void give_pair(struct world *w, uint32_t f, obj_id it)
{
	obj_id pair[2];

	if (tuple_in_use(w, it) && !gc_charge(w, gc_free_list(w, KIND_TUPLE, 2)))
		return;
	pair[0] = int_new(w, iterator_position(w, it));
	pair[1] = word(w, gathered(f, 0));
	set_word(w, gathered(f, 0), 0);
	set_iterator_position(w, it, iterator_position(w, it) + 1);
	set_word(w, builtin_local(w, f, LOCAL_RESULT), tuple_again(w, it, pair, 2));
	set_frame_state(w, f, STATE_RESULT);
}

/* filter: the item itself, or the next one is looked at; RESULT is dropped. */
static void answered(struct world *w, uint32_t f, bool yes, obj_id result)
{
	obj_id v = word(w, gathered(f, 0));

	set_word(w, gathered(f, 0), 0);
	set_word(w, builtin_local(w, f, LOCAL_RESULT), 0);
	if (yes) {
		set_word(w, builtin_local(w, f, LOCAL_TRUTH), result);
		builtin_return(w, v);
		return;
	}
	set_frame_state(w, f, STATE_START);
	drop_all(w, (struct owned[]){{.object = result}, {.object = v}}, 2);
}

/* filter: what the function says, or the truth of the item. */
static void ask(struct world *w, uint32_t f, obj_id it)
{
	obj_id function = obj_field(w, it, ITERATOR_FUNCTION);
	obj_id v = word(w, gathered(f, 0));
	int t;

	if (function != OBJ_NONE && function != type_object(T_BOOL)) {
		set_frame_state(w, f, STATE_RESULT);
		frame_push_call(w, f + FRAME_RESULT, function, &v, 1, 0);
		return;
	}
	t = truth(w, v, f + FRAME_RESULT);
	if (t < 0)
		builtin_return(w, 0);
	else if (t == 2)
		set_frame_state(w, f, STATE_TRUTH);
	else
		answered(w, f, t == 1, 0);
}

static void act(struct world *w, uint32_t f, obj_id it)
{
	switch (obj_class(w, it) - OBJ_TYPES) {
	case T_ENUMERATE:
		give_pair(w, f, it);
		break;
	case T_ZIP:
		give_tuple(w, f, it, iterator_inputs(w, it));
		break;
	case T_MAP:
		call_gathered(w, f, obj_field(w, it, ITERATOR_FUNCTION),
			iterator_inputs(w, it));
		break;
	case T_FILTER:
		ask(w, f, it);
		break;
	case T_CALLABLE_ITERATOR:
		if (obj_field(w, it, ITERATOR_FUNCTION))
			call_gathered(w, f, obj_field(w, it, ITERATOR_FUNCTION), 0);
		else
			builtin_return(w, 0);
		break;
	default:
		get_item(w, f, it);
	}
}

/* Takes from the inputs. */
static void gather(struct world *w, uint32_t f, obj_id it)
{
	uint32_t at = builtin_word(w, f, WORD_INPUT);

	set_frame_state(w, f, STATE_GATHER);
	while (word(w, at) < iterator_inputs(w, it)) {
		obj_id v = 0;
		enum outcome outcome = iter_next(
			w, iterator_input(w, it, word(w, at)), f + FRAME_RESULT, &v);

		if (outcome == OUT_PUSHED)
			set_frame_state(w, f, STATE_INPUT);
		if (outcome == OUT_PUSHED || outcome == OUT_AGAIN)
			return;
		if (!v) {
			builtin_return(w, 0);
			return;
		}
		set_word(w, gathered(f, word(w, at)), v);
		set_word(w, at, word(w, at) + 1);
	}
	set_frame_state(w, f, STATE_ACT);
	act(w, f, it);
}

static void start(struct world *w, uint32_t f, obj_id it)
{
	set_word(w, builtin_word(w, f, WORD_INPUT), 0);
	if (obj_kind(w, it) == KIND_ITERATOR)
		gather(w, f, it);
	else
		call_own_next(w, f, it);
}

/* The end of an iterator that asks a callable or a sequence. */
static void forget(struct world *w, uint32_t f, obj_id it, enum field field)
{
	set_word(w, builtin_local(w, f, LOCAL_INDEX), obj_field(w, it, field));
	set_obj_field(w, it, field, 0);
	builtin_return(w, 0);
}

static void judge_callable(struct world *w, uint32_t f, obj_id it)
{
	obj_id result = take_answer(w, f), equal = 0;

	set_word(w, builtin_local(w, f, LOCAL_RESULT), result);
	set_frame_state(w, f, STATE_TRUTH);
	switch (compare_any(w, COMPARE_EQ, obj_field(w, it, ITERATOR_EXTRA), result,
		f + FRAME_RESULT, &equal)) {
	case OUT_VALUE:
		set_word(w, f + FRAME_RESULT, equal);
		break;
	case OUT_ERROR:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

static void judge_asked(struct world *w, uint32_t f)
{
	obj_id result = take_answer(w, f);
	int t = truth(w, result, f + FRAME_RESULT);

	if (t == 2 || t < 0) {
		set_word(w, builtin_local(w, f, LOCAL_RESULT), result);
		set_frame_state(w, f, STATE_TRUTH);
	}
	if (t < 0)
		builtin_return(w, 0);
	else if (t != 2)
		answered(w, f, t == 1, result);
}

static void result_came(struct world *w, uint32_t f, obj_id it)
{
	obj_id kept = word(w, builtin_local(w, f, LOCAL_RESULT));

	switch (obj_kind(w, it) == KIND_ITERATOR ? obj_class(w, it) - OBJ_TYPES : 0) {
	case T_CALLABLE_ITERATOR:
		judge_callable(w, f, it);
		break;
	case T_FILTER:
		judge_asked(w, f);
		break;
	case T_ENUMERATE:
		set_word(w, builtin_local(w, f, LOCAL_RESULT), 0);
		builtin_return(w, kept);
		break;
	default:
		builtin_return(w, take_answer(w, f));
	}
}

/* The truth of filter's question, or of "is it the sentinel?". */
static void truth_came(struct world *w, uint32_t f, obj_id it)
{
	obj_id result = take_answer(w, f);
	uint32_t kept = builtin_local(w, f, LOCAL_RESULT);
	obj_id v = word(w, kept);
	bool yes = truth_plain(w, result);

	if (obj_class(w, it) == type_object(T_FILTER)) {
		set_word(w, builtin_local(w, f, LOCAL_INDEX), v);
		set_word(w, kept, 0);
		answered(w, f, yes, result);
		return;
	}
	set_word(w, builtin_local(w, f, LOCAL_TRUTH), result);
	if (yes) {
		forget(w, f, it, ITERATOR_FUNCTION);
		return;
	}
	set_word(w, kept, 0);
	builtin_return(w, v);
}

/* Whether the exception means the end: StopIteration; IndexError of a sequence. */
static bool is_end(const struct world *w, uint32_t f, obj_id it)
{
	obj_id e = reg(w, REG_EXCEPTION);
	bool indexed = obj_kind(w, it) == KIND_ITERATOR &&
		(obj_class(w, it) == type_object(T_SEQUENCE_ITERATOR) ||
			obj_class(w, it) == type_object(T_REVERSED));

	if (frame_state(w, f) != STATE_RESULT)
		return false;
	return exception_is(w, e, T_STOP_ITERATION) ||
		(indexed && exception_is(w, e, T_INDEX_ERROR));
}

static void failed(struct world *w, uint32_t f, obj_id it)
{
	if (is_end(w, f, it)) {
		pass_class_check(w);
		set_word(w, builtin_local(w, f, LOCAL_RESULT), reg(w, REG_EXCEPTION));
		set_reg(w, REG_EXCEPTION, 0);
	}
	builtin_return(w, 0);
}

/* One input has given RESULT (0: it is at its end). */
static void input_came(struct world *w, uint32_t f, obj_id it)
{
	uint32_t at = builtin_word(w, f, WORD_INPUT);
	obj_id v = take_answer(w, f);

	if (!v) {
		builtin_return(w, 0);
		return;
	}
	set_word(w, gathered(f, word(w, at)), v);
	set_word(w, at, word(w, at) + 1);
	gather(w, f, it);
}

void next_step(struct world *w, uint32_t f)
{
	obj_id it = iterator_of(w, f);

	if (reg(w, REG_EXCEPTION)) {
		failed(w, f, it);
		return;
	}
	switch ((enum state)frame_state(w, f)) {
	case STATE_START:
		start(w, f, it);
		break;
	case STATE_GATHER:
		gather(w, f, it);
		break;
	case STATE_INPUT:
		input_came(w, f, it);
		break;
	case STATE_ACT:
		act(w, f, it);
		break;
	case STATE_RESULT:
		result_came(w, f, it);
		break;
	case STATE_TRUTH:
		truth_came(w, f, it);
		break;
	}
}
