#include "iterate.h"

#include "attr.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "list.h"
#include "number.h"
#include "text.h"
#include "weakref.h"

/* Making iterators. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

obj_id iterator_new(struct world *w, enum builtin_type type, obj_id source,
	obj_id function, obj_id extra)
{
	obj_id it = obj_new_fields(w, KIND_ITERATOR, type_object(type), ITERATOR_WORDS);

	if (source)
		hold(w, source);
	if (function)
		hold(w, function);
	set_obj_field(w, it, ITERATOR_SOURCE, source);
	set_obj_field(w, it, ITERATOR_FUNCTION, function);
	set_obj_field(w, it, ITERATOR_EXTRA, extra);
	obj_born(w, it);
	if (type != T_RANGE_ITERATOR)
		gc_track(w, it);
	return it;
}

obj_id reused_tuple(struct world *w, uint32_t count)
{
	obj_id nones[REUSED_MAX + 1];
	uint32_t n = count <= REUSED_MAX ? count : 0;

	if (!n)
		return 0;
	for (uint32_t i = 0; i < n; i++)
		nones[i] = OBJ_NONE;
	gc_count_new(w, gc_free_list(w, KIND_TUPLE, n));
	return tuple_of(w, nones, n);
}

int64_t iterator_position(const struct world *w, obj_id it)
{
	return (int64_t)(obj_field(w, it, ITERATOR_POSITION) |
		(uint64_t)obj_field(w, it, ITERATOR_POSITION_HIGH) << 32);
}

void set_iterator_position(struct world *w, obj_id it, int64_t position)
{
	set_obj_field(w, it, ITERATOR_POSITION, (uint32_t)position);
	set_obj_field(
		w, it, ITERATOR_POSITION_HIGH, (uint32_t)((uint64_t)position >> 32));
}

/* SIZE: the dict's length, STEP: entries that are left to give. */
obj_id dict_iterator_new(struct world *w, enum builtin_type type, obj_id dict)
{
	obj_id extra = type == T_DICT_ITEM_ITERATOR ? reused_tuple(w, 2) : 0;
	obj_id it = iterator_new(w, type, dict, 0, extra);

	set_obj_field(w, it, ITERATOR_SIZE, obj_n(w, dict));
	set_obj_field(w, it, ITERATOR_STEP, obj_n(w, dict));
	return it;
}

/* POSITION: the next value; SIZE and STEP: how many are left; EXTRA: the step.  A
 * range of numbers beyond 64 bits is kept as SOURCE and counted through. */
obj_id range_iterator_new(struct world *w, obj_id range, bool reversed)
{
	obj_id start = obj_field(w, range, RANGE_START),
	       step = obj_field(w, range, RANGE_STEP);
	int64_t length = 0, first = 0, by = 1;
	bool fits = range_length(w, range, &length) && int_fits(w, start) &&
		int_fits(w, step);
	obj_id it;

	if (fits) {
		first = int_value(w, start);
		by = int_value(w, step);
		if (reversed) {
			first += by * (length - 1);
			by = -by;
		}
	}
	it = iterator_new(
		w, T_RANGE_ITERATOR, fits ? 0 : range, 0, fits ? int_new(w, by) : 0);
	set_iterator_position(w, it, first);
	set_obj_field(w, it, ITERATOR_SIZE, (uint32_t)length);
	set_obj_field(w, it, ITERATOR_STEP, (uint32_t)((uint64_t)length >> 32));
	return it;
}

static obj_id set_iterator_new(struct world *w, obj_id set)
{
	obj_id it = iterator_new(w, T_SET_ITERATOR, set, 0, 0);

	set_obj_field(w, it, ITERATOR_SIZE, obj_n(w, set));
	return it;
}

static enum builtin_type view_iterator(const struct world *w, obj_id view)
{
	if (obj_class(w, view) == type_object(T_DICT_KEYS))
		return T_DICT_KEY_ITERATOR;
	return obj_class(w, view) == type_object(T_DICT_VALUES) ? T_DICT_VALUE_ITERATOR
								: T_DICT_ITEM_ITERATOR;
}

static obj_id make(struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
		return iterator_new(w, T_LIST_ITERATOR, o, 0, 0);
	case KIND_TUPLE:
		return iterator_new(w, T_TUPLE_ITERATOR, o, 0, 0);
	case KIND_STR:
		return iterator_new(w, T_STR_ITERATOR, o, 0, 0);
	case KIND_BYTES:
		return iterator_new(w, T_BYTES_ITERATOR, o, 0, 0);
	case KIND_SET:
		return set_iterator_new(w, o);
	case KIND_DICT:
		return dict_iterator_new(w, T_DICT_KEY_ITERATOR, o);
	case KIND_VIEW:
		return dict_iterator_new(
			w, view_iterator(w, o), obj_field(w, o, VIEW_DICT));
	default:
		return iterator_new(w, T_SEQUENCE_ITERATOR, o, 0, 0);
	}
}

static bool is_iterable_kind(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
	case KIND_TUPLE:
	case KIND_STR:
	case KIND_BYTES:
	case KIND_SET:
	case KIND_DICT:
	case KIND_VIEW:
		return true;
	default:
		return overrides(w, o, N_GETITEM);
	}
}

enum outcome iter_builtin(struct world *w, obj_id o, obj_id *result)
{
	o = unproxy(w, o);
	if (!o)
		return OUT_ERROR;
	o = dict_of_proxy(w, o);
	if (overrides(w, o, N_ITER))
		return OUT_UNKNOWN;
	if (obj_kind(w, o) == KIND_ITERATOR || obj_kind(w, o) == KIND_GENERATOR) {
		hold(w, o);
		*result = o;
		return OUT_VALUE;
	}
	if (obj_kind(w, o) == KIND_RANGE) {
		*result = range_iterator_new(w, o, false);
		return OUT_VALUE;
	}
	if (!is_iterable_kind(w, o))
		return OUT_UNKNOWN;
	if (!gc_charge(w, FREE_NONE))
		return OUT_AGAIN;
	*result = make(w, o);
	return OUT_VALUE;
}

static bool has_next(const struct world *w, obj_id o)
{
	return overrides(w, o, is_two(w) ? N_NEXT27 : N_NEXT);
}

bool is_iterator(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);

	return kind == KIND_ITERATOR || kind == KIND_GENERATOR || is_weak_proxy(w, o) ||
		has_next(w, o);
}

/* What an iterator takes from. */

uint32_t iterator_inputs(const struct world *w, obj_id it)
{
	obj_id source = obj_field(w, it, ITERATOR_SOURCE);

	switch (obj_class(w, it) - OBJ_TYPES) {
	case T_ENUMERATE:
	case T_FILTER:
		return 1;
	case T_ZIP:
	case T_MAP:
		return source ? obj_n(w, source) : 0;
	default:
		return 0;
	}
}

obj_id iterator_input(const struct world *w, obj_id it, uint32_t i)
{
	obj_id source = obj_field(w, it, ITERATOR_SOURCE);

	if (obj_class(w, it) == type_object(T_ZIP) ||
		obj_class(w, it) == type_object(T_MAP))
		return item(w, source, i);
	return source;
}

/* How deep iterators over iterators are followed in C. */
#define DEPTH_LIMIT 20

static bool plain_at(const struct world *w, obj_id it, int depth)
{
	obj_id source;

	if (obj_kind(w, it) != KIND_ITERATOR || depth == DEPTH_LIMIT)
		return false;
	source = obj_field(w, it, ITERATOR_SOURCE);
	switch (obj_class(w, it) - OBJ_TYPES) {
	case T_MAP:
	case T_FILTER:
	case T_CALLABLE_ITERATOR:
		return false;
	case T_SEQUENCE_ITERATOR:
	case T_REVERSED:
		return !source || !overrides(w, source, N_GETITEM);
	case T_ENUMERATE:
	case T_ZIP:
		for (uint32_t i = 0; i < iterator_inputs(w, it); i++) {
			if (!plain_at(w, iterator_input(w, it, i), depth + 1))
				return false;
		}
		return iterator_inputs(w, it) <= REUSED_MAX;
	default:
		return true;
	}
}

bool iterates_plainly(const struct world *w, obj_id it)
{
	return plain_at(w, it, 0);
}

bool iterable_plainly(const struct world *w, obj_id o)
{
	if (overrides(w, o, N_ITER))
		return false;
	if (obj_kind(w, o) == KIND_ITERATOR)
		return iterates_plainly(w, o);
	return obj_kind(w, o) == KIND_RANGE ||
		(is_iterable_kind(w, o) && !overrides(w, o, N_GETITEM));
}

bool is_iterable(const struct world *w, obj_id o)
{
	o = dict_of_proxy(w, o);
	return iterable_plainly(w, o) || is_iterator(w, o) || overrides(w, o, N_ITER) ||
		overrides(w, o, N_GETITEM);
}

obj_id not_iterable(struct world *w, obj_id o)
{
	if (obj_kind(w, o) == KIND_OLD_INSTANCE)
		return raise_error(w, T_TYPE_ERROR, "iteration over non-sequence");
	return raise_error(
		w, T_TYPE_ERROR, "'%s' object is not iterable", type_name_of(w, o));
}
