#include "builtin_list.h"

#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "iterate.h"
#include "length_hint.h"
#include "list.h"
#include "number.h"
#include "sequence.h"
#include "subscript.h"
#include "walk.h"

/* Methods of list and tuple that run no Python code, and making lists. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

bool integer_argument(struct world *w, obj_id o, int64_t *value)
{
	if (index_value(w, o, false, value) == OUT_VALUE)
		return true;
	if (obj_kind(w, o) == KIND_FLOAT && !py_at_least(w->dialect->version, 3, 10))
		raise_error(w, T_TYPE_ERROR, "integer argument expected, got float");
	else if (is_two(w))
		raise_error(w, T_TYPE_ERROR, "an integer is required");
	else
		raise_error(w, T_TYPE_ERROR,
			"'%s' object cannot be interpreted as an integer",
			type_name_of(w, o));
	return false;
}

obj_id list_append_method(struct world *w, const struct args *a)
{
	obj_id v = arg(w, a, 0);

	hold(w, v);
	list_append(w, a->self, v);
	return OBJ_NONE;
}

obj_id list_insert_method(struct world *w, const struct args *a)
{
	int64_t n = obj_n(w, a->self), i;
	obj_id v = arg(w, a, 1);

	if (!integer_argument(w, arg(w, a, 0), &i))
		return 0;
	if (i < 0)
		i = i + n < 0 ? 0 : i + n;
	hold(w, v);
	list_insert(w, a->self, (uint32_t)(i > n ? n : i), v);
	return OBJ_NONE;
}

obj_id list_pop(struct world *w, const struct args *a)
{
	int64_t n = obj_n(w, a->self), i = -1;

	if (a->count && !integer_argument(w, arg(w, a, 0), &i))
		return 0;
	if (n == 0)
		return raise_error(w, T_INDEX_ERROR, "pop from empty list");
	if (i < 0)
		i += n;
	if (i < 0 || i >= n)
		return raise_error(w, T_INDEX_ERROR, "pop index out of range");
	return list_withdraw(w, a->self, (uint32_t)i);
}

obj_id list_reverse(struct world *w, const struct args *a)
{
	uint32_t n = obj_n(w, a->self);

	for (uint32_t i = 0; i < n / 2; i++) {
		uint32_t x = item_index(w, a->self, i),
			 y = item_index(w, a->self, n - 1 - i);
		obj_id v = word(w, x);

		set_word(w, x, word(w, y));
		set_word(w, y, v);
	}
	return OBJ_NONE;
}

obj_id list_copy(struct world *w, const struct args *a)
{
	if (!sequence_charge(w, KIND_LIST, obj_n(w, a->self)))
		return RESULT_AGAIN;
	return sequence_joined(w, KIND_LIST, a->self, 0, 1);
}

/* Slots of both. */

obj_id sequence_len(struct world *w, const struct args *a)
{
	return int_new(w, obj_n(w, a->self));
}

obj_id sequence_iter(struct world *w, const struct args *a)
{
	enum builtin_type type =
		obj_kind(w, a->self) == KIND_LIST ? T_LIST_ITERATOR : T_TUPLE_ITERATOR;

	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	return iterator_new(w, type, a->self, 0, 0);
}

obj_id sequence_getitem(struct world *w, const struct args *a)
{
	obj_id k = arg(w, a, 0), parts[3], result = 0;
	enum outcome outcome;

	if (obj_kind(w, k) == KIND_SLICE) {
		for (uint32_t i = 0; i < 3; i++)
			parts[i] = obj_field(w, k, SLICE_START + i);
		outcome = subscript_load_parts(w, a->self, parts, &result);
	} else {
		outcome = subscript_item(w, a->self, k, &result);
	}
	return outcome == OUT_AGAIN ? RESULT_AGAIN : result;
}

obj_id list_reversed(struct world *w, const struct args *a)
{
	obj_id it;

	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	it = iterator_new(w, T_LIST_REVERSE_ITERATOR, a->self, 0, 0);
	set_iterator_position(w, it, obj_n(w, a->self));
	return it;
}

obj_id tuple_len(struct world *w, const struct args *a)
{
	return sequence_len(w, a);
}

obj_id tuple_iter(struct world *w, const struct args *a)
{
	return sequence_iter(w, a);
}

obj_id tuple_getitem(struct world *w, const struct args *a)
{
	return sequence_getitem(w, a);
}

/* extend, +=: a list or tuple by its items, others by their iterator. */

static obj_id extend_by_items(struct world *w, obj_id list, obj_id other)
{
	uint32_t n = obj_n(w, other);

	list_expect(w, list, n, true);
	for (uint32_t i = 0; i < n; i++) {
		obj_id v = item(w, other, i);

		hold(w, v);
		list_append(w, list, v);
	}
	return OBJ_NONE;
}

obj_id list_extend_plain(struct world *w, obj_id list, obj_id other)
{
	enum kind kind = obj_kind(w, other);
	obj_id it = 0, v = 0;

	if ((kind == KIND_LIST || kind == KIND_TUPLE) && iterable_quietly(w, other))
		return extend_by_items(w, list, other);
	if (!iterable_quietly(w, other))
		return RESULT_STEP;
	if (iter_builtin(w, other, &it) == OUT_AGAIN)
		return RESULT_AGAIN;
	list_expect_from(w, list, other, false);
	while (next_plain(w, it, &v) == OUT_VALUE && v)
		list_append(w, list, v);
	list_resize(w, list, obj_n(w, list));
	drop(w, it, NULL);
	return reg(w, REG_EXCEPTION) ? 0 : OBJ_NONE;
}

obj_id list_extend_method(struct world *w, const struct args *a)
{
	return list_extend_plain(w, a->self, arg(w, a, 0));
}

obj_id list_iadd(struct world *w, const struct args *a)
{
	obj_id done = list_extend_plain(w, a->self, arg(w, a, 0));

	if (done != OBJ_NONE)
		return done;
	hold(w, a->self);
	return a->self;
}

enum {
	EXTEND_ITERATOR
};

/* Whether the frame's list has all items now. */
static bool extend_in_frame(struct world *w, uint32_t f, obj_id list, obj_id other)
{
	obj_id v = 0;

	if (frame_state(w, f) < 2) {
		switch (frame_state(w, f)
				? walk_hint(w, f, other)
				: walk_start(w, f, EXTEND_ITERATOR, other, NULL)) {
		case WALK_READY:
			if (!frame_state(w, f))
				list_expect_from(w, list, other, false);
			set_frame_state(w, f, frame_state(w, f) + 1);
			return false;
		case WALK_RAISED:
			builtin_return(w, 0);
			return false;
		default:
			return false;
		}
	}
	switch (walk_next(w, f, EXTEND_ITERATOR, &v)) {
	case WALK_ITEM:
		list_append(w, list, v);
		return false;
	case WALK_RAISED:
		builtin_return(w, 0);
		return false;
	case WALK_END:
		list_resize(w, list, obj_n(w, list));
		return true;
	default:
		return false;
	}
}

void list_extend_method_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (extend_in_frame(w, f, a.self, arg(w, &a, 0)))
		builtin_return(w, OBJ_NONE);
}

void list_iadd_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (!extend_in_frame(w, f, a.self, arg(w, &a, 0)))
		return;
	hold(w, a.self);
	builtin_return(w, a.self);
}
