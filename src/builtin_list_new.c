#include "builtin_list.h"

#include "arguments.h"
#include "attrs.h"
#include "class.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "iterate.h"
#include "length_hint.h"
#include "list.h"
#include "passing.h"
#include "sequence.h"
#include "walk.h"

/* list() and tuple(): SELF is the class. */

bool one_argument(
	struct world *w, const struct args *a, const char *name, const char *keyword)
{
	bool modern = py_at_least(w->dialect->version, 3, 7);

	if (a->names && modern)
		return args_no_keywords(w, a, name);
	if (a->names && !args_known(w, a, name, (const char *[]){keyword, NULL}))
		return false;
	if (a->count <= 1)
		return true;
	if (modern)
		raise_error(w, T_TYPE_ERROR, "%s expected at most 1 argument, got %u",
			name, a->count);
	else
		raise_error(w, T_TYPE_ERROR, "%s() takes at most 1 argument (%u given)",
			name, a->count);
	return false;
}

static bool is_items(const struct world *w, obj_id o)
{
	return (obj_kind(w, o) == KIND_LIST || obj_kind(w, o) == KIND_TUPLE) &&
		!overrides(w, o, N_ITER);
}

static obj_id listed(struct world *w, obj_id o)
{
	obj_id result = 0;

	switch (list_call_builtin(w, o, &result)) {
	case OUT_VALUE:
		return result;
	case OUT_AGAIN:
		return RESULT_AGAIN;
	case OUT_UNKNOWN:
		return not_iterable(w, o);
	default:
		return 0;
	}
}

static obj_id empty_list(struct world *w, obj_id class)
{
	if (class == type_object(T_LIST))
		return gc_charge(w, FREE_NONE) ? list_of(w, NULL, 0) : RESULT_AGAIN;
	return gc_charge(w, FREE_NONE) ? instance_new(w, class) : RESULT_AGAIN;
}

/* A list of the items of a list or tuple. */
static obj_id copied(struct world *w, obj_id items)
{
	obj_id list = sequence_joined(w, KIND_LIST, items, 0, 1);
	uint32_t n = obj_n(w, list);

	if (py_at_least(w->dialect->version, 3, 10))
		list_set_room(w, list, (n + 1) & ~1u);
	else if (!py_at_least(w->dialect->version, 3, 8))
		list_set_room(w, list, list_grown(w, 0, n));
	return list;
}

obj_id list_new(struct world *w, const struct args *a)
{
	obj_id o;

	if (!one_argument(w, a, "list", "sequence"))
		return 0;
	if (a->count == 0)
		return empty_list(w, a->self);
	o = arg(w, a, 0);
	if (a->self != type_object(T_LIST) ||
		(!is_items(w, o) && !iterable_quietly(w, o)))
		return RESULT_STEP;
	if (!is_items(w, o))
		return listed(w, o);
	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	return copied(w, o);
}

enum {
	LOCAL_ITERATOR,
	LOCAL_LIST
};
enum state {
	STATE_MAKE,
	STATE_SIZE, /* 3.8, 3.9: list() asks for the length before it iterates, too */
	STATE_START,
	STATE_HINT,
	STATE_NEXT,
	STATE_FILLED
};

static enum state list_start(const struct world *w, obj_id iterable)
{
	struct py_version v = w->dialect->version;

	return v.major == 3 && (v.minor == 8 || v.minor == 9) &&
			special(w, iterable, N_LEN)
		? STATE_SIZE
		: STATE_START;
}

/* A bit of what comes before the first item. */
static void prepare(struct world *w, uint32_t f, obj_id iterable)
{
	enum state state = (enum state)frame_state(w, f);
	obj_id list = word(w, builtin_local(w, f, LOCAL_LIST));

	switch (state == STATE_START ? walk_start(w, f, LOCAL_ITERATOR, iterable, NULL)
				     : walk_hint(w, f, iterable)) {
	case WALK_READY:
		if (state == STATE_START)
			list_expect_from(w, list, iterable, true);
		set_frame_state(w, f, state + 1);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

/* Fills the list in LOCAL_LIST from ITERABLE; true: all items are there. */
static bool fill(struct world *w, uint32_t f, obj_id iterable)
{
	obj_id list = word(w, builtin_local(w, f, LOCAL_LIST)), v = 0;

	if (frame_state(w, f) < STATE_NEXT) {
		prepare(w, f, iterable);
		return false;
	}
	switch (walk_next(w, f, LOCAL_ITERATOR, &v)) {
	case WALK_ITEM:
		list_append(w, list, v);
		return false;
	case WALK_RAISED:
		builtin_return(w, 0);
		return false;
	default:
		return false;
	case WALK_END:
		list_resize(w, list, obj_n(w, list));
		return true;
	}
}

static void return_local(struct world *w, uint32_t f)
{
	uint32_t index = builtin_local(w, f, LOCAL_LIST);
	obj_id list = word(w, index);

	set_word(w, index, 0);
	builtin_return(w, list);
}

static void make_list(struct world *w, uint32_t f, obj_id class, obj_id iterable)
{
	obj_id list = empty_list(w, class);

	if (list == RESULT_AGAIN)
		return;
	set_word(w, builtin_local(w, f, LOCAL_LIST), list);
	set_frame_state(w, f, list_start(w, iterable));
}

void list_new_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (frame_state(w, f) == STATE_MAKE)
		make_list(w, f, a.self, arg(w, &a, 0));
	else if (fill(w, f, arg(w, &a, 0)))
		return_local(w, f);
}

/* list.__init__: empties the list, then fills it. */
void list_init(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t n = obj_n(w, a.self), block;

	if (frame_state(w, f) == STATE_MAKE) {
		hold(w, a.self);
		set_word(w, builtin_local(w, f, LOCAL_LIST), a.self);
		set_frame_state(
			w, f, a.count ? list_start(w, arg(w, &a, 0)) : STATE_START);
		if (n) {
			block = list_splice(w, a.self, 0, n, 0, 0);
			drop_block(w, block, n, block, n, -1);
		}
	} else if (a.count == 0 || fill(w, f, arg(w, &a, 0))) {
		builtin_return(w, OBJ_NONE);
	}
}

static enum free_list tuples(const struct world *w, uint32_t n)
{
	return gc_free_list(w, KIND_TUPLE, n);
}

/* A tuple is made of the length that ITERABLE is taken to have, then resized
 * (PySequence_Tuple).  Returns that length. */
static uint32_t begin_tuple(struct world *w, obj_id iterable)
{
	uint32_t n = length_hint(w, iterable, TUPLE_LENGTH_UNKNOWN).count;

	if (n)
		gc_count_new(w, tuples(w, n));
	return n;
}

static void end_tuple(struct world *w, uint32_t begun, uint32_t length)
{
	if (begun && !length)
		gc_discharge(w, tuples(w, begun));
	else if (length && !begun)
		gc_count_new(w, tuples(w, length));
}

/* An instance of subclass CLASS, made of ITEMS, which in CPython are a tuple of
 * their own (tuple_subtype_new). */
static obj_id tuple_in_class(struct world *w, obj_id class, obj_id items)
{
	uint32_t n = obj_n(w, items);
	obj_id o;

	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	o = tuple_copy_words(w, class, n ? item_index(w, items, 0) : 0, n);
	instance_init(w, o);
	return o;
}

static obj_id tuple_of_items(struct world *w, obj_id class, obj_id items)
{
	uint32_t n = obj_n(w, items);
	bool copied = n && obj_class(w, items) != type_object(T_TUPLE);
	obj_id o;

	if (class == type_object(T_TUPLE)) {
		if (!sequence_charge(w, KIND_TUPLE, n))
			return RESULT_AGAIN;
		return sequence_joined(w, KIND_TUPLE, items, 0, 1);
	}
	if (copied)
		gc_count_new(w, tuples(w, n));
	o = tuple_in_class(w, class, items);
	if (copied && o != RESULT_AGAIN)
		gc_discharge(w, tuples(w, n));
	return o;
}

obj_id tuple_new(struct world *w, const struct args *a)
{
	obj_id o, list = 0, result;
	enum outcome outcome;
	uint32_t begun;

	if (!one_argument(w, a, "tuple", "sequence"))
		return 0;
	if (a->count == 0)
		return tuple_of_items(w, a->self, OBJ_EMPTY_TUPLE);
	o = arg(w, a, 0);
	if (a->self == type_object(T_TUPLE) && obj_class(w, o) == a->self) {
		hold(w, o);
		return o;
	}
	if (is_items(w, o))
		return tuple_of_items(w, a->self, o);
	if (!iterable_quietly(w, o) || a->self != type_object(T_TUPLE))
		return RESULT_STEP;
	pass_length_hint(w, o);
	begun = begin_tuple(w, o);
	outcome = items_of_builtin(w, o, 0, &list);
	if (outcome == OUT_UNKNOWN)
		return not_iterable(w, o);
	if (outcome != OUT_VALUE)
		return outcome == OUT_AGAIN ? RESULT_AGAIN : 0;
	end_tuple(w, begun, obj_n(w, list));
	result = sequence_joined(w, KIND_TUPLE, list, 0, 1);
	drop(w, list, NULL);
	return result;
}

enum {
	WORD_BEGUN /* the length of the tuple that CPython fills */
};

static void start_tuple(struct world *w, uint32_t f, obj_id iterable)
{
	set_word(w, builtin_local(w, f, LOCAL_LIST), list_of(w, NULL, 0));
	set_obj_flag(w, word(w, builtin_local(w, f, LOCAL_LIST)), OBJECT_UNMADE, true);
	set_word(w, builtin_word(w, f, WORD_BEGUN), begin_tuple(w, iterable));
	set_frame_state(w, f, STATE_START);
}

void tuple_new_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id result, list;
	uint32_t n;

	if (frame_state(w, f) == STATE_MAKE) {
		start_tuple(w, f, arg(w, &a, 0));
		return;
	}
	list = word(w, builtin_local(w, f, LOCAL_LIST));
	if (frame_state(w, f) != STATE_FILLED) {
		if (!fill(w, f, arg(w, &a, 0)))
			return;
		set_frame_state(w, f, STATE_FILLED);
		end_tuple(w, word(w, builtin_word(w, f, WORD_BEGUN)), obj_n(w, list));
	}
	n = obj_n(w, list);
	result = a.self == type_object(T_TUPLE)
		? sequence_joined(w, KIND_TUPLE, list, 0, 1)
		: tuple_in_class(w, a.self, list);
	if (result == RESULT_AGAIN)
		return;
	if (n && a.self != type_object(T_TUPLE))
		gc_discharge(w, tuples(w, n));
	builtin_return(w, result);
}
