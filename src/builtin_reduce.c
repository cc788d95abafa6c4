#include "builtin.h"

#include "arguments.h"
#include "code.h"
#include "dialect.h"
#include "errors.h"
#include "list.h"
#include "number.h"
#include "passing.h"
#include "special.h"
#include "text.h"
#include "walk.h"

/* Functions that go through an iterable and give one value: any, all, sum, min,
 * max, and 2.7's reduce. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

enum {
	LOCAL_ITERATOR,
	LOCAL_ITEM,
	LOCAL_BEST,
	LOCAL_KEY,
	LOCAL_BEST_KEY,
	LOCAL_RESULT
};
enum state {
	STATE_START,
	STATE_NEXT,
	STATE_TRUTH,
	STATE_KEY,
	STATE_COMPARE
};

static obj_id take_answer(struct world *w, uint32_t f)
{
	obj_id o = word(w, f + FRAME_RESULT);

	set_word(w, f + FRAME_RESULT, 0);
	return o;
}

static obj_id take_local(struct world *w, uint32_t f, uint32_t i)
{
	obj_id o = word(w, builtin_local(w, f, i));

	set_word(w, builtin_local(w, f, i), 0);
	return o;
}

/* Starts to walk; true: it may go on to the next item at once. */
static void begin(struct world *w, uint32_t f, obj_id iterable)
{
	switch (walk_start(w, f, LOCAL_ITERATOR, iterable, NULL)) {
	case WALK_READY:
		set_frame_state(w, f, STATE_NEXT);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

/* any, all: the first item whose truth is FOUND ends it. */

static void judge(struct world *w, uint32_t f, int t, bool found)
{
	struct owned list[2] = {{.object = take_answer(w, f)},
		{.object = take_local(w, f, LOCAL_ITEM)}};

	if (t == found) {
		builtin_return(w, bool_of(found));
		drop_all(w, list, 2);
		return;
	}
	set_frame_state(w, f, STATE_NEXT);
	drop_all(w, list, 2);
}

static void ask_next(struct world *w, uint32_t f, bool found)
{
	obj_id v = 0;
	int t;

	switch (walk_next(w, f, LOCAL_ITERATOR, &v)) {
	case WALK_END:
		builtin_return(w, bool_of(!found));
		return;
	case WALK_RAISED:
		builtin_return(w, 0);
		return;
	case WALK_ITEM:
		break;
	default:
		return;
	}
	set_word(w, builtin_local(w, f, LOCAL_ITEM), v);
	t = truth(w, v, f + FRAME_RESULT);
	if (t < 0)
		builtin_return(w, 0);
	else if (t == 2)
		set_frame_state(w, f, STATE_TRUTH);
	else
		judge(w, f, t, found);
}

static void any_all(struct world *w, uint32_t f, bool found)
{
	struct args a = builtin_args(w, f);
	int t;

	if (frame_state(w, f) == STATE_START) {
		begin(w, f, arg(w, &a, 0));
	} else if (frame_state(w, f) == STATE_NEXT) {
		ask_next(w, f, found);
	} else if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
	} else {
		t = truth_result(w, word(w, builtin_local(w, f, LOCAL_ITEM)),
			word(w, f + FRAME_RESULT));
		if (t >= 0) {
			judge(w, f, t, found);
			return;
		}
		set_word(w, builtin_local(w, f, LOCAL_RESULT), take_answer(w, f));
		builtin_return(w, 0);
	}
}

void core_any(struct world *w, uint32_t f)
{
	any_all(w, f, true);
}

void core_all(struct world *w, uint32_t f)
{
	any_all(w, f, false);
}

/* min, max */

static bool is_max(const struct world *w, uint32_t f)
{
	return word(w, frame_extra(w, f, BUILTIN_WORD_ID)) == B_core_max;
}

static const char *best_name(const struct world *w, uint32_t f)
{
	return is_max(w, f) ? "max" : "min";
}

static bool best_arguments(struct world *w, uint32_t f, const struct args *a)
{
	static const char *const names[] = {"key", "default", NULL},
				 *const two[] = {"key", NULL};
	const char *name = best_name(w, f);
	uint32_t n = args_positional(w, a);
	bool late = py_at_least(w->dialect->version, 3, 9);

	if (n == 0) {
		raise_error(w, T_TYPE_ERROR, "%s expected %s1 argument%s, got 0", name,
			late ? "at least " : "",
			py_at_least(w->dialect->version, 3, 8) ? "" : "s");
		return false;
	}
	if (is_two(w) && a->names &&
		(obj_n(w, a->names) > 1 || !args_keyword(w, a, "key"))) {
		raise_error(w, T_TYPE_ERROR, "%s() got an unexpected keyword argument",
			name);
		return false;
	}
	if (!args_known(w, a, name, is_two(w) ? two : names))
		return false;
	if (n == 1 || !args_keyword(w, a, "default"))
		return true;
	raise_error(w, T_TYPE_ERROR,
		"Cannot specify a default for %s() with multiple positional arguments",
		name);
	return false;
}

/* The next of several arguments, or of an iterable: as walk_next(). */
static enum walk next_candidate(
	struct world *w, uint32_t f, const struct args *a, obj_id *v)
{
	uint32_t n = args_positional(w, a), at = builtin_word(w, f, 0);
	uint32_t i = word(w, at);

	if (n == 1)
		return walk_next(w, f, LOCAL_ITERATOR, v);
	if (i == n)
		return WALK_END;
	set_word(w, at, i + 1);
	*v = arg(w, a, i);
	hold(w, *v);
	return WALK_ITEM;
}

static void best_end(struct world *w, uint32_t f, const struct args *a)
{
	obj_id best = take_local(w, f, LOCAL_BEST),
	       otherwise = args_keyword(w, a, "default");

	if (!best && otherwise) {
		hold(w, otherwise);
		best = otherwise;
	}
	if (!best)
		raise_error(w, T_VALUE_ERROR,
			py_at_least(w->dialect->version, 3, 12)
				? "%s() iterable argument is empty"
				: "%s() arg is an empty sequence",
			best_name(w, f));
	builtin_return(w, best);
}

/* The candidate is the best so far, or not. */
static void choose(struct world *w, uint32_t f, bool better)
{
	static const uint8_t locals[][2] = {
		{LOCAL_BEST_KEY, LOCAL_KEY}, {LOCAL_BEST, LOCAL_ITEM}};
	struct owned list[3] = {{.object = take_answer(w, f)}};

	for (unsigned i = 0; i < 2; i++) {
		uint32_t best = builtin_local(w, f, locals[i][0]);
		obj_id candidate = take_local(w, f, locals[i][1]);

		list[1 + i].object = better ? word(w, best) : candidate;
		if (better)
			set_word(w, best, candidate);
	}
	set_frame_state(w, f, STATE_NEXT);
	drop_all(w, list, 3);
}

static void compare_candidate(struct world *w, uint32_t f)
{
	obj_id key = word(w, builtin_local(w, f, LOCAL_KEY));
	obj_id best = word(w, builtin_local(w, f, LOCAL_BEST_KEY)), result = 0;

	if (!best) {
		choose(w, f, true);
		return;
	}
	set_frame_state(w, f, STATE_COMPARE);
	switch (compare_any(w, is_max(w, f) ? COMPARE_GT : COMPARE_LT, key, best,
		f + FRAME_RESULT, &result)) {
	case OUT_VALUE:
		set_word(w, f + FRAME_RESULT, result);
		break;
	case OUT_ERROR:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

static void next_best(struct world *w, uint32_t f, const struct args *a)
{
	obj_id key = args_keyword(w, a, "key"), v = 0;

	switch (next_candidate(w, f, a, &v)) {
	case WALK_END:
		best_end(w, f, a);
		return;
	case WALK_RAISED:
		builtin_return(w, 0);
		return;
	case WALK_ITEM:
		break;
	default:
		return;
	}
	set_word(w, builtin_local(w, f, LOCAL_ITEM), v);
	if (key && (key != OBJ_NONE || !py_at_least(w->dialect->version, 3, 8))) {
		set_frame_state(w, f, STATE_KEY);
		pass_call_frame(w, frame_push_call(w, f + FRAME_RESULT, key, &v, 1, 0),
			CALL_TUPLE);
		return;
	}
	hold(w, v);
	set_word(w, builtin_local(w, f, LOCAL_KEY), v);
	compare_candidate(w, f);
}

static void best_of(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	switch ((enum state)frame_state(w, f)) {
	case STATE_START:
		if (!best_arguments(w, f, &a))
			builtin_return(w, 0);
		else if (args_positional(w, &a) == 1)
			begin(w, f, arg(w, &a, 0));
		else
			set_frame_state(w, f, STATE_NEXT);
		break;
	case STATE_NEXT:
		next_best(w, f, &a);
		break;
	case STATE_KEY:
		set_word(w, builtin_local(w, f, LOCAL_KEY), take_answer(w, f));
		if (reg(w, REG_EXCEPTION))
			builtin_return(w, 0);
		else
			compare_candidate(w, f);
		break;
	default:
		if (reg(w, REG_EXCEPTION))
			builtin_return(w, 0);
		else
			choose(w, f, truth_plain(w, word(w, f + FRAME_RESULT)));
		break;
	}
}

void core_min(struct world *w, uint32_t f)
{
	best_of(w, f);
}

void core_max(struct world *w, uint32_t f)
{
	best_of(w, f);
}

/* sum(iterable[, start]); keyword from 3.8. */

static bool sum_arguments(struct world *w, const struct args *a, obj_id *start)
{
	static const char *const names[] = {"start", NULL};
	bool keywords = py_at_least(w->dialect->version, 3, 8);
	uint32_t n = args_positional(w, a);

	*start = n > 1 ? arg(w, a, 1) : args_keyword(w, a, "start");
	if (!keywords && a->names)
		raise_error(w, T_TYPE_ERROR, "sum() takes no keyword arguments");
	else if (n == 0)
		raise_error(w, T_TYPE_ERROR,
			keywords
				? "sum() takes at least 1 positional argument (0 given)"
				: "sum expected at least 1 arguments, got 0");
	else if (a->count > 2)
		raise_error(w, T_TYPE_ERROR,
			keywords ? "sum() takes at most 2 arguments (%u given)"
				 : "sum expected at most 2 arguments, got %u",
			a->count);
	else if (*start &&
		(obj_kind(w, *start) == KIND_STR || (is_two(w) && is_text(w, *start))))
		raise_error(w, T_TYPE_ERROR,
			"sum() can't sum strings [use ''.join(seq) instead]");
	else if (*start && obj_kind(w, *start) == KIND_BYTES)
		raise_error(w, T_TYPE_ERROR,
			"sum() can't sum bytes [use b''.join(seq) instead]");
	else
		return args_known(w, a, "sum", names);
	return false;
}

/* The sum so far and the item are added: in place of the sum. */
static void added(struct world *w, uint32_t f, obj_id sum)
{
	struct owned list[2] = {{.object = take_local(w, f, LOCAL_BEST)},
		{.object = take_local(w, f, LOCAL_ITEM)}};

	set_word(w, builtin_local(w, f, LOCAL_BEST), sum);
	set_frame_state(w, f, STATE_NEXT);
	drop_all(w, list, 2);
}

/* 3.12 adds floats with a correction (Neumaier), kept in own words 0 and 1 until
 * the sum is needed as a value. */
static double correction(const struct world *w, uint32_t f)
{
	uint64_t bits = word(w, builtin_word(w, f, 0)) |
		(uint64_t)word(w, builtin_word(w, f, 1)) << 32;
	union {
		uint64_t bits;
		double value;
	} u = {bits};

	return u.value;
}

static void set_correction(struct world *w, uint32_t f, double value)
{
	union {
		double value;
		uint64_t bits;
	} u = {value};

	set_word(w, builtin_word(w, f, 0), (uint32_t)u.bits);
	set_word(w, builtin_word(w, f, 1), (uint32_t)(u.bits >> 32));
}

static double magnitude(double x)
{
	return x < 0 ? -x : x;
}

static bool add_float(struct world *w, uint32_t f, obj_id sum, obj_id v)
{
	struct number_error e;
	double x, s, t;

	if (!py_at_least(w->dialect->version, 3, 12) ||
		obj_class(w, sum) != type_object(T_FLOAT) ||
		(obj_class(w, v) != type_object(T_FLOAT) &&
			obj_class(w, v) != type_object(T_INT)) ||
		!number_double(w, v, &x, &e))
		return false;
	s = float_value(w, sum);
	t = s + x;
	if (obj_class(w, v) == type_object(T_FLOAT))
		set_correction(w, f,
			correction(w, f) +
				(magnitude(s) >= magnitude(x) ? (s - t) + x
							      : (x - t) + s));
	added(w, f, float_new(w, t));
	return true;
}

/* What the corrections come to is added before the sum is used otherwise. */
static obj_id settle_sum(struct world *w, uint32_t f)
{
	uint32_t at = builtin_local(w, f, LOCAL_BEST);
	double c = correction(w, f);
	obj_id sum = word(w, at);

	if (c == 0 || c != c || c - c != 0)
		return sum;
	set_correction(w, f, 0);
	set_word(w, at, float_new(w, float_value(w, sum) + c));
	drop(w, sum, NULL);
	return word(w, at);
}

static void add_next(struct world *w, uint32_t f)
{
	obj_id v = 0, sum, result = 0;

	switch (walk_next(w, f, LOCAL_ITERATOR, &v)) {
	case WALK_END:
		settle_sum(w, f);
		builtin_return(w, take_local(w, f, LOCAL_BEST));
		return;
	case WALK_RAISED:
		builtin_return(w, 0);
		return;
	case WALK_ITEM:
		break;
	default:
		return;
	}
	set_word(w, builtin_local(w, f, LOCAL_ITEM), v);
	sum = word(w, builtin_local(w, f, LOCAL_BEST));
	if (add_float(w, f, sum, v))
		return;
	sum = settle_sum(w, f);
	set_frame_state(w, f, STATE_COMPARE);
	switch (binary_any(w, BINARY_ADD, sum, v, f + FRAME_RESULT, &result)) {
	case OUT_VALUE:
		added(w, f, result);
		break;
	case OUT_ERROR:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

void core_sum(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t sum = builtin_local(w, f, LOCAL_BEST);
	obj_id start;

	if (frame_state(w, f) == STATE_START) {
		if (!sum_arguments(w, &a, &start)) {
			builtin_return(w, 0);
			return;
		}
		if (!word(w, sum)) {
			start = start ? start : int_new(w, 0);
			hold(w, start);
			set_word(w, sum, start);
		}
		begin(w, f, arg(w, &a, 0));
	} else if (frame_state(w, f) == STATE_NEXT) {
		add_next(w, f);
	} else if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
	} else {
		added(w, f, take_answer(w, f));
	}
}

/* 2.7's cmp(): 0 when equal, else by whether a < b. */
void core_cmp(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t state = frame_state(w, f);
	obj_id result = 0;
	bool yes;

	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	if (state % 2) {
		result = take_answer(w, f);
		yes = truth_plain(w, result);
		set_frame_state(w, f, state + 1);
		if (yes || state == 3)
			builtin_return(w, int_new(w, state == 1 ? 0 : yes ? -1 : 1));
		drop(w, result, NULL);
		return;
	}
	set_frame_state(w, f, state + 1);
	switch (compare_any(w, state ? COMPARE_LT : COMPARE_EQ, arg(w, &a, 0),
		arg(w, &a, 1), f + FRAME_RESULT, &result)) {
	case OUT_VALUE:
		set_word(w, f + FRAME_RESULT, result);
		break;
	case OUT_ERROR:
		builtin_return(w, 0);
		break;
	case OUT_AGAIN:
		set_frame_state(w, f, state);
		break;
	default:
		break;
	}
}
