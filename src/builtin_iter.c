#include "builtin.h"

#include <stdlib.h>

#include "arguments.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "iterate.h"
#include "list.h"
#include "number.h"
#include "object_core.h"
#include "passing.h"
#include "range.h"
#include "special.h"
#include "text.h"
#include "walk.h"
#include "xalloc.h"

/* Iterators: iter, next, enumerate, zip, map, filter, reversed, range. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

/* iter(o), iter(callable, sentinel) */

static obj_id callable_iterator(struct world *w, const struct args *a)
{
	if (!is_callable(w, arg(w, a, 0)))
		return raise_error(w, T_TYPE_ERROR,
			w->dialect->version.minor == 12 && !is_two(w)
				? "iter(object, sentinel): object must be callable"
				: "iter(v, w): v must be callable");
	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	hold(w, arg(w, a, 1));
	return iterator_new(w, T_CALLABLE_ITERATOR, 0, arg(w, a, 0), arg(w, a, 1));
}

obj_id core_iter(struct world *w, const struct args *a)
{
	obj_id result = 0;

	if (a->count == 2)
		return callable_iterator(w, a);
	switch (iter_builtin(w, arg(w, a, 0), &result)) {
	case OUT_VALUE:
		return result;
	case OUT_AGAIN:
		return RESULT_AGAIN;
	case OUT_UNKNOWN:
		return RESULT_STEP;
	default:
		return 0;
	}
}

static obj_id take_local(struct world *w, uint32_t f, uint32_t i)
{
	uint32_t index = builtin_local(w, f, i);
	obj_id o = word(w, index);

	set_word(w, index, 0);
	return o;
}

void core_iter_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	switch (walk_start(w, f, 0, arg(w, &a, 0), NULL)) {
	case WALK_READY:
		builtin_return(w, take_local(w, f, 0));
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

/* The end of the iterator with a default: that is returned. */
static obj_id next_default(struct world *w, uint32_t f, const struct args *a)
{
	obj_id e = reg(w, REG_EXCEPTION);

	if (e && !exception_is(w, e, T_STOP_ITERATION))
		return 0;
	set_reg(w, REG_EXCEPTION, 0);
	set_word(w, builtin_local(w, f, 0), e);
	hold(w, arg(w, a, 1));
	return arg(w, a, 1);
}

/* next(iterator[, default]) */
void core_next(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id it = arg(w, &a, 0), v = word(w, f + FRAME_RESULT);
	enum outcome outcome = OUT_VALUE;

	if (frame_state(w, f) == 0 && !is_iterator(w, it)) {
		raise_error(w, T_TYPE_ERROR,
			is_two(w) ? "%s object is not an iterator"
				  : "'%s' object is not an iterator",
			type_name_of(w, it));
		builtin_return(w, 0);
		return;
	}
	if (frame_state(w, f) == 0)
		outcome = iter_next_raising(w, it, f + FRAME_RESULT, &v);
	if (outcome == OUT_AGAIN)
		return;
	if (outcome == OUT_PUSHED) {
		set_frame_state(w, f, 1);
		return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	if (!v && a.count == 2)
		v = next_default(w, f, &a);
	if (!v && !reg(w, REG_EXCEPTION))
		raise_value(w, T_STOP_ITERATION, 0);
	builtin_return(w, v);
}

/* enumerate */

/* The start: 64 bits; false: raised. */
static bool enumerate_start(struct world *w, obj_id start, int64_t *n)
{
	*n = 0;
	if (!start || index_value(w, start, false, n) == OUT_VALUE)
		return true;
	raise_error(w, T_TYPE_ERROR,
		is_two(w) ? "'%s' object cannot be interpreted as an index"
			  : "'%s' object cannot be interpreted as an integer",
		type_name_of(w, start));
	return false;
}

static bool enumerate_arguments(
	struct world *w, const struct args *a, obj_id *o, obj_id *start)
{
	static const char *const names[] = {"iterable", "sequence", "start", NULL};
	uint32_t n = args_positional(w, a);

	*o = n > 0 ? arg(w, a, 0)
		   : args_keyword(w, a, is_two(w) ? "sequence" : "iterable");
	*start = n > 1 ? arg(w, a, 1) : args_keyword(w, a, "start");
	if (a->count > 2)
		raise_error(w, T_TYPE_ERROR,
			"enumerate() takes at most 2 arguments (%u given)", a->count);
	else if (!*o && !py_at_least(w->dialect->version, 3, 7))
		raise_error(w, T_TYPE_ERROR, "Required argument '%s' (pos 1) not found",
			is_two(w) ? "sequence" : "iterable");
	else if (!*o)
		raise_error(w, T_TYPE_ERROR,
			"enumerate() missing required argument 'iterable'%s",
			py_at_least(w->dialect->version, 3, 11) ? "" : " (pos 1)");
	else
		return args_known(w, a, "enumerate", names);
	return false;
}

enum {
	LOCAL_ITERATOR,
	LOCAL_TUPLE
};

static void make_enumerate(struct world *w, uint32_t f, int64_t start)
{
	obj_id it;

	if (!gc_charge(w, FREE_NONE))
		return;
	it = iterator_new(w, T_ENUMERATE, word(w, builtin_local(w, f, LOCAL_ITERATOR)),
		0, reused_tuple(w, 2));
	set_iterator_position(w, it, start);
	builtin_return(w, it);
}

void core_enumerate(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o, start;
	int64_t n;

	if (!enumerate_arguments(w, &a, &o, &start) || !enumerate_start(w, start, &n)) {
		builtin_return(w, 0);
		return;
	}
	if (frame_state(w, f) == 1) {
		make_enumerate(w, f, n);
		return;
	}
	switch (walk_start(w, f, LOCAL_ITERATOR, o, NULL)) {
	case WALK_READY:
		set_frame_state(w, f, 1);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

/* zip and map of 3.x: a tuple of iterators in LOCAL_TUPLE is filled, own word 0
 * counting. */

static const char *zip_message(struct world *w, uint32_t i, struct strbuf *out)
{
	if (py_at_least(w->dialect->version, 3, 8))
		return NULL;
	strbuf_printf(out, "zip argument #%u must support iteration", i + 1);
	return out->text;
}

static bool fill_inputs(
	struct world *w, uint32_t f, const struct args *a, uint32_t first, bool zip)
{
	uint32_t count = builtin_word(w, f, 0),
		 tuple = builtin_local(w, f, LOCAL_TUPLE);
	struct strbuf message = STRBUF_INIT;
	uint32_t i = word(w, count);
	obj_id *nones;
	enum walk walk;

	if (!word(w, tuple)) {
		if (a->count > first &&
			!gc_charge(w, gc_free_list(w, KIND_TUPLE, a->count - first)))
			return false;
		nones = xcalloc(a->count - first + 1, sizeof(*nones));
		for (uint32_t k = 0; k < a->count - first; k++)
			nones[k] = OBJ_NONE;
		set_word(w, tuple, tuple_of(w, nones, a->count - first));
		free(nones);
	}
	if (i == a->count - first)
		return true;
	walk = walk_start(w, f, LOCAL_ITERATOR, arg(w, a, first + i),
		zip ? zip_message(w, i, &message) : NULL);
	strbuf_free(&message);
	if (walk == WALK_RAISED)
		builtin_return(w, 0);
	if (walk != WALK_READY)
		return false;
	set_word(w, item_index(w, word(w, tuple), i), take_local(w, f, LOCAL_ITERATOR));
	set_word(w, count, i + 1);
	return false;
}

void core_zip(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t n = args_positional(w, &a);

	if (a.names) {
		raise_error(w, T_TYPE_ERROR, "zip() takes no keyword arguments");
		builtin_return(w, 0);
		return;
	}
	if (fill_inputs(w, f, &a, 0, true) && gc_charge(w, FREE_NONE))
		builtin_return(w,
			iterator_new(w, T_ZIP,
				word(w, builtin_local(w, f, LOCAL_TUPLE)), 0,
				n ? reused_tuple(w, n) : 0));
}

void core_map(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (a.names || a.count < 2) {
		raise_error(w, T_TYPE_ERROR,
			a.names ? "map() takes no keyword arguments"
				: "map() must have at least two arguments.");
		builtin_return(w, 0);
		return;
	}
	if (fill_inputs(w, f, &a, 1, false) && gc_charge(w, FREE_NONE))
		builtin_return(w,
			iterator_new(w, T_MAP,
				word(w, builtin_local(w, f, LOCAL_TUPLE)),
				arg(w, &a, 0), 0));
}

void core_filter(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (frame_state(w, f) == 1) {
		if (gc_charge(w, FREE_NONE))
			builtin_return(w,
				iterator_new(w, T_FILTER,
					word(w, builtin_local(w, f, LOCAL_ITERATOR)),
					arg(w, &a, 0), 0));
		return;
	}
	switch (walk_start(w, f, LOCAL_ITERATOR, arg(w, &a, 1), NULL)) {
	case WALK_READY:
		set_frame_state(w, f, 1);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

/* reversed(sequence) */

static bool is_reversible(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
	case KIND_TUPLE:
	case KIND_STR:
	case KIND_BYTES:
	case KIND_RANGE:
		return true;
	default:
		return special(w, o, N_GETITEM) && special(w, o, N_LEN);
	}
}

static obj_id reverse_builtin(struct world *w, obj_id o)
{
	bool list = obj_kind(w, o) == KIND_LIST;
	obj_id it;

	if (obj_kind(w, o) == KIND_RANGE || list || obj_kind(w, o) == KIND_DICT)
		pass_object(w, KIND_BUILTIN, 0); /* __reversed__ */
	if (obj_kind(w, o) == KIND_RANGE)
		return range_iterator_new(w, o, true);
	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	it = iterator_new(w, list ? T_LIST_REVERSE_ITERATOR : T_REVERSED, o, 0, 0);
	set_iterator_position(w, it,
		(int64_t)(is_text(w, o) ? text_length(w, o) : obj_n(w, o)) -
			(list ? 0 : 1));
	return it;
}

obj_id core_reversed(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0), method = special(w, o, N_REVERSED);

	if (method || special(w, o, N_GETITEM))
		return RESULT_STEP;
	if (is_reversible(w, o))
		return reverse_builtin(w, o);
	return raise_error(w, T_TYPE_ERROR,
		is_two(w) ? "argument to reversed() must be a sequence"
			  : "'%s' object is not reversible",
		type_name_of(w, o));
}

static void reversed_instance(struct world *w, uint32_t f, obj_id o, obj_id n)
{
	obj_id it;

	if (!is_int(w, n)) {
		raise_error(w, T_TYPE_ERROR,
			"'%s' object cannot be interpreted as an integer",
			type_name_of(w, n));
		builtin_return(w, 0);
		return;
	}
	if (!gc_charge(w, FREE_NONE))
		return;
	it = iterator_new(w, T_REVERSED, o, 0, 0);
	set_iterator_position(w, it, int_value(w, n) - 1);
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, LOCAL_TUPLE), n);
	builtin_return(w, it);
}

void core_reversed_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o = arg(w, &a, 0), method = special(w, o, N_REVERSED);
	obj_id result = word(w, f + FRAME_RESULT);

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		if (!method && !is_reversible(w, o)) {
			raise_error(w, T_TYPE_ERROR,
				is_two(w) ? "argument to reversed() must be a sequence"
					  : "'%s' object is not reversible",
				type_name_of(w, o));
			builtin_return(w, 0);
			return;
		}
		push_special(w, method ? method : special(w, o, N_LEN), o, 0, 0,
			f + FRAME_RESULT);
	} else if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
	} else if (method) {
		set_word(w, f + FRAME_RESULT, 0);
		builtin_return(w, result);
	} else {
		reversed_instance(w, f, o, result);
	}
}

/* range (2.7: xrange) objects, and the list that 2.7's range() makes. */

static obj_id not_an_index(struct world *w, obj_id o)
{
	if (!is_two(w))
		return raise_error(w, T_TYPE_ERROR,
			"'%s' object cannot be interpreted as an integer",
			type_name_of(w, o));
	return raise_error(w, T_TYPE_ERROR,
		obj_kind(w, o) == KIND_FLOAT ? "integer argument expected, got float"
					     : "an integer is required");
}

obj_id core_range_new(struct world *w, const struct args *a)
{
	obj_id parts[3] = {OBJ_SMALL_INT_FIRST + 5, 0, OBJ_SMALL_INT_FIRST + 6};
	bool one = a->count == 1;

	if (a->names)
		return raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 7)
				? "range() takes no keyword arguments"
				: is_two(w)
				? "xrange() does not take keyword arguments"
				: "range() does not take keyword arguments");
	if (a->count == 0 || a->count > 3) {
		bool late = py_at_least(w->dialect->version, 3, 9);
		bool single = py_at_least(w->dialect->version, 3, 8);

		if (is_two(w))
			return raise_error(
				w, T_TYPE_ERROR, "xrange() requires 1-3 int arguments");
		return raise_error(w, T_TYPE_ERROR,
			a->count         ? "range expected at most 3 arguments, got %u"
				: late   ? "range expected at least 1 argument, got %u"
				: single ? "range expected 1 argument, got %u"
					 : "range expected 1 arguments, got %u",
			a->count);
	}
	for (uint32_t i = 0; i < a->count; i++) {
		if (!is_int(w, arg(w, a, i)))
			return not_an_index(w, arg(w, a, i));
		parts[one ? 1 : i] = arg(w, a, i);
	}
	if (int_sign(w, parts[2]) == 0)
		return raise_error(w, T_VALUE_ERROR, "%s() arg 3 must not be zero",
			is_two(w) ? "xrange" : "range");
	return range_new(w, parts[0], parts[1], parts[2]);
}

/* The bounds of 2.7's range(); false: raised. */
static bool range_bounds(struct world *w, const struct args *a, int64_t bounds[3])
{
	static const char *const names[] = {"start", "end", "step"};

	bounds[0] = 0;
	bounds[2] = 1;
	for (uint32_t i = 0; i < a->count; i++) {
		uint32_t which = a->count == 1 ? 1 : i;

		if (!is_int(w, arg(w, a, i))) {
			raise_error(w, T_TYPE_ERROR,
				"range() integer %s argument expected, got %s.",
				names[which], type_name_of(w, arg(w, a, i)));
			return false;
		}
		if (!int_fits(w, arg(w, a, i))) {
			raise_error(w, T_OVERFLOW_ERROR,
				"range() result has too many items");
			return false;
		}
		bounds[which] = int_value(w, arg(w, a, i));
	}
	if (bounds[2])
		return true;
	raise_error(w, T_VALUE_ERROR, "range() step argument must not be zero");
	return false;
}

static uint64_t range_count(const int64_t b[3])
{
	if (b[2] > 0)
		return b[0] < b[1]
			? ((uint64_t)b[1] - (uint64_t)b[0] - 1) / (uint64_t)b[2] + 1
			: 0;
	return b[0] > b[1]
		? ((uint64_t)b[0] - (uint64_t)b[1] - 1) / (0 - (uint64_t)b[2]) + 1
		: 0;
}

obj_id core_range_list(struct world *w, const struct args *a)
{
	int64_t b[3] = {0, 0, 1};
	uint64_t n;
	obj_id *items, list;

	if (!range_bounds(w, a, b))
		return 0;
	n = range_count(b);
	if (n > INT32_MAX)
		return raise_error(
			w, T_OVERFLOW_ERROR, "range() result has too many items");
	if (!heap_has_room(w, 4 * n))
		return raise_value(w, T_MEMORY_ERROR, 0);
	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	items = xcalloc(n + 1, sizeof(*items));
	for (uint64_t i = 0; i < n; i++)
		items[i] = int_new(w, b[0] + (int64_t)i * b[2]);
	list = list_of(w, items, (uint32_t)n);
	free(items);
	return list;
}
