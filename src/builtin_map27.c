#include "builtin.h"

#include <stdio.h>

#include "dealloc.h"
#include "errors.h"
#include "gc.h"
#include "list.h"
#include "passing.h"
#include "refuse.h"
#include "strmethods.h"
#include "text.h"
#include "walk.h"

/*
 * 2.7's map, filter, zip and reduce, which make lists at once.
 * Source: CPython 2.7, Python/bltinmodule.c.
 */

/* Own slots: the iterator that is asked, the list of all, the list that is made
 * (reduce: the value so far), the items that one round has got, what a call has left.
 * Own words: how many iterators there are; the one whose turn it is; bits of those that
 * have ended. */
#define ITERATORS 31
enum {
	LOCAL_CURRENT,
	LOCAL_ITERATORS,
	LOCAL_MADE,
	LOCAL_ROW,
	LOCAL_REST
};
enum {
	WORD_STARTED,
	WORD_TURN,
	WORD_ENDED
};
enum {
	STATE_START,
	STATE_ITEMS,
	STATE_CALLED
};

enum kind_of_work {
	MAP,
	ZIP,
	FILTER,
	REDUCE
};

static obj_id local(const struct world *w, uint32_t f, uint32_t i)
{
	return word(w, builtin_local(w, f, i));
}

static obj_id take(struct world *w, uint32_t index)
{
	obj_id o = word(w, index);

	set_word(w, index, 0);
	return o;
}

static uint32_t get(const struct world *w, uint32_t f, uint32_t i)
{
	return word(w, builtin_word(w, f, i));
}

static void put(struct world *w, uint32_t f, uint32_t i, uint32_t value)
{
	set_word(w, builtin_word(w, f, i), value);
}

/* The iterables among the arguments: the first, and how many. */
static uint32_t first_iterable(enum kind_of_work work)
{
	return work == ZIP ? 0 : 1;
}

static uint32_t iterables(const struct args *a, enum kind_of_work work)
{
	return work == FILTER || work == REDUCE ? 1 : a->count - first_iterable(work);
}

static const char *not_iterable(
	enum kind_of_work work, uint32_t i, char *text, size_t size)
{
	if (work == REDUCE)
		return "reduce() arg 2 must support iteration";
	if (work == FILTER)
		return NULL;
	if (work == MAP)
		snprintf(text, size, "argument %u to map() must support iteration",
			i + 2);
	else
		snprintf(text, size, "zip argument #%u must support iteration", i + 1);
	return text;
}

/* A list that is not one of CPython's. */
static void put_helper(struct world *w, uint32_t f, uint32_t local)
{
	obj_id list = list_of(w, NULL, 0);

	set_obj_flag(w, list, OBJECT_UNMADE, true);
	set_word(w, builtin_local(w, f, local), list);
}

/* zip() keeps its iterators in a tuple. */
static void hold_tuple(struct world *w, uint32_t f, uint32_t n)
{
	gc_count_new(w, gc_free_list(w, KIND_TUPLE, n));
	set_word(w, frame_extra(w, f, BUILTIN_WORD_HELD), pass_held(n, 0, false));
}

/* Makes one iterator more; false: not yet, or raised. */
static bool start(
	struct world *w, uint32_t f, const struct args *a, enum kind_of_work work)
{
	uint32_t i = get(w, f, WORD_STARTED);
	char text[64];

	if (work == MAP && a->count < 2) {
		raise_error(w, T_TYPE_ERROR, "map() requires at least two args");
		builtin_return(w, 0);
		return false;
	}
	if (iterables(a, work) > ITERATORS) {
		refuse(w, "more than 31 iterables are outside gcrefs's language");
		builtin_return(w, 0);
		return false;
	}
	if (!local(w, f, LOCAL_ROW)) {
		if (work != REDUCE && !gc_charge(w, FREE_LIST_LIST))
			return false;
		put_helper(w, f, LOCAL_ROW);
		put_helper(w, f, LOCAL_ITERATORS);
		if (work == ZIP && a->count)
			hold_tuple(w, f, a->count);
		if (work != REDUCE)
			set_word(w, builtin_local(w, f, LOCAL_MADE),
				list_of(w, NULL, 0));
	}
	if (i == iterables(a, work))
		return true;
	switch (walk_start(w, f, LOCAL_CURRENT, arg(w, a, first_iterable(work) + i),
		not_iterable(work, i, text, sizeof(text)))) {
	case WALK_READY:
		list_append(w, local(w, f, LOCAL_ITERATORS),
			take(w, builtin_local(w, f, LOCAL_CURRENT)));
		put(w, f, WORD_STARTED, i + 1);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
	return false;
}

/* The row as a tuple, or its only item. */
static obj_id row_value(struct world *w, obj_id row, bool tuple)
{
	uint32_t n = obj_n(w, row);

	if (tuple) {
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, n));
		return tuple_copy_words(
			w, type_object(T_TUPLE), n ? item_index(w, row, 0) : 0, n);
	}
	hold(w, item(w, row, 0));
	return item(w, row, 0);
}

/* A list of the same items; filter gives back what it was given. */
static obj_id made(
	struct world *w, uint32_t f, const struct args *a, enum kind_of_work work)
{
	obj_id list = local(w, f, LOCAL_MADE);
	obj_id given = work == FILTER ? arg(w, a, 1) : 0;
	uint32_t n = obj_n(w, list), first = n ? item_index(w, list, 0) : 0;

	if (given && obj_kind(w, given) == KIND_TUPLE)
		return tuple_copy_words(w, type_object(T_TUPLE), first, n);
	if (given && is_text(w, given))
		return str_join(w,
			obj_kind(w, given) == KIND_STR ? OBJ_EMPTY_STR
						       : OBJ_EMPTY_BYTES,
			first, n);
	return take(w, builtin_local(w, f, LOCAL_MADE));
}

static void end(
	struct world *w, uint32_t f, const struct args *a, enum kind_of_work work)
{
	obj_id value;

	/* The tuple for the row that did not come. */
	if (work == ZIP || work == MAP)
		pass_tuple(w, iterables(a, work));
	if (work != REDUCE) {
		builtin_return(w, made(w, f, a, work));
		return;
	}
	value = take(w, builtin_local(w, f, LOCAL_MADE));
	if (!value)
		raise_error(w, T_TYPE_ERROR,
			"reduce() of empty sequence with no initial value");
	builtin_return(w, value);
}

/* A new row begins. */
static void next_row(struct world *w, uint32_t f)
{
	obj_id row = local(w, f, LOCAL_ROW);
	struct owned list[ITERATORS + 1] = {{0}};
	uint32_t n = obj_n(w, row);

	for (uint32_t i = 0; i < n; i++)
		list[i].object = list_take(w, row, n - 1 - i);
	list[n].object = take(w, builtin_local(w, f, LOCAL_REST));
	put(w, f, WORD_TURN, 0);
	set_frame_state(w, f, STATE_ITEMS);
	drop_all(w, list, n + 1);
}

/* What a row gives goes to the list (VALUE owned; 0: it goes nowhere). */
static void keep(struct world *w, uint32_t f, obj_id value)
{
	if (value)
		list_append(w, local(w, f, LOCAL_MADE), value);
	next_row(w, f);
}

static void call_with(
	struct world *w, uint32_t f, obj_id function, obj_id before, obj_id row)
{
	obj_id arguments[ITERATORS + 1];
	uint32_t n = 0;

	if (before)
		arguments[n++] = before;
	for (uint32_t i = 0; i < obj_n(w, row); i++)
		arguments[n++] = item(w, row, i);
	set_frame_state(w, f, STATE_CALLED);
	pass_call_frame(w,
		frame_push_call(w, f + FRAME_RESULT, function, arguments, n, 0),
		CALL_TUPLE);
}

static void settle_filter(struct world *w, uint32_t f, int t)
{
	if (t < 0)
		builtin_return(w, 0);
	else if (t < 2)
		keep(w, f, t ? row_value(w, local(w, f, LOCAL_ROW), false) : 0);
}

static void use_row(
	struct world *w, uint32_t f, const struct args *a, enum kind_of_work work)
{
	obj_id row = local(w, f, LOCAL_ROW), value = local(w, f, LOCAL_MADE);
	obj_id function = work == ZIP ? OBJ_NONE : arg(w, a, 0);

	if (work == REDUCE && !value) {
		set_word(w, builtin_local(w, f, LOCAL_MADE), row_value(w, row, false));
		next_row(w, f);
	} else if (work == REDUCE) {
		call_with(w, f, function, value, row);
	} else if (function != OBJ_NONE) {
		call_with(w, f, function, 0, row);
	} else if (work == FILTER) {
		set_frame_state(w, f, STATE_CALLED);
		settle_filter(w, f, truth(w, item(w, row, 0), f + FRAME_RESULT));
	} else {
		keep(w, f, row_value(w, row, work == ZIP || obj_n(w, row) > 1));
	}
}

/* The next item of iterator I, which is in LOCAL_CURRENT meanwhile. */
static enum walk next_of(struct world *w, uint32_t f, uint32_t i, obj_id *value)
{
	uint32_t current = builtin_local(w, f, LOCAL_CURRENT);
	enum walk outcome;

	if (!word(w, current)) {
		obj_id it = item(w, local(w, f, LOCAL_ITERATORS), i);

		hold(w, it);
		set_word(w, current, it);
	}
	outcome = walk_next(w, f, LOCAL_CURRENT, value);
	if (outcome == WALK_ITEM || outcome == WALK_END)
		drop(w, take(w, current), NULL);
	return outcome;
}

/* One item more; map goes on with None where the others still have some. */
static void ask(
	struct world *w, uint32_t f, const struct args *a, enum kind_of_work work)
{
	uint32_t turn = get(w, f, WORD_TURN), n = get(w, f, WORD_STARTED);
	obj_id row = local(w, f, LOCAL_ROW), value = 0;
	uint32_t ended = get(w, f, WORD_ENDED);

	if (n == 0 || ended == (1u << n) - 1 || (work != MAP && ended)) {
		end(w, f, a, work);
		return;
	}
	if (turn == n) {
		use_row(w, f, a, work);
		return;
	}
	switch (ended >> turn & 1 ? WALK_END : next_of(w, f, turn, &value)) {
	case WALK_ITEM:
		list_append(w, row, value);
		break;
	case WALK_END:
		put(w, f, WORD_ENDED, ended | 1u << turn);
		list_append(w, row, OBJ_NONE);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		return;
	default:
		return;
	}
	put(w, f, WORD_TURN, turn + 1);
}

/* The function, or the truth of an item, has given its answer. */
static void answered(
	struct world *w, uint32_t f, const struct args *a, enum kind_of_work work)
{
	obj_id value = take(w, f + FRAME_RESULT), rest = local(w, f, LOCAL_REST);
	int t;

	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
	} else if (work == MAP) {
		keep(w, f, value);
	} else if (work == REDUCE) {
		set_word(w, builtin_local(w, f, LOCAL_REST), local(w, f, LOCAL_MADE));
		set_word(w, builtin_local(w, f, LOCAL_MADE), value);
		next_row(w, f);
	} else if (rest || arg(w, a, 0) == OBJ_NONE) {
		t = truth_result(
			w, rest ? rest : item(w, local(w, f, LOCAL_ROW), 0), value);
		if (!rest)
			set_word(w, builtin_local(w, f, LOCAL_REST), value);
		else
			drop(w, value, NULL);
		settle_filter(w, f, t);
	} else {
		set_word(w, builtin_local(w, f, LOCAL_REST), value);
		settle_filter(w, f, truth(w, value, f + FRAME_RESULT));
	}
}

static void work_on(struct world *w, uint32_t f, enum kind_of_work work)
{
	struct args a = builtin_args(w, f);

	if (frame_state(w, f) == STATE_START) {
		if (!start(w, f, &a, work))
			return;
		if (work == REDUCE && a.count == 3) {
			hold(w, arg(w, &a, 2));
			set_word(w, builtin_local(w, f, LOCAL_MADE), arg(w, &a, 2));
		}
		set_frame_state(w, f, STATE_ITEMS);
	} else if (frame_state(w, f) == STATE_ITEMS) {
		ask(w, f, &a, work);
	} else {
		answered(w, f, &a, work);
	}
}

void core_map27(struct world *w, uint32_t f)
{
	work_on(w, f, MAP);
}

void core_zip27(struct world *w, uint32_t f)
{
	work_on(w, f, ZIP);
}

void core_filter27(struct world *w, uint32_t f)
{
	work_on(w, f, FILTER);
}

void core_reduce27(struct world *w, uint32_t f)
{
	work_on(w, f, REDUCE);
}
