#include "iterate.h"

#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "list.h"
#include "number.h"
#include "passing.h"
#include "range.h"
#include "subscript.h"
#include "text.h"

/* The next item of built-in iterators. */

static enum outcome got(obj_id v, obj_id *result)
{
	*result = v;
	return OUT_VALUE;
}

static enum outcome held(struct world *w, obj_id v, obj_id *result)
{
	hold(w, v);
	return got(v, result);
}

/* The end: the iterator lets go of what it was made for. */
static enum outcome ended(struct world *w, obj_id it, obj_id *result)
{
	obj_id source = obj_field(w, it, ITERATOR_SOURCE);

	set_obj_field(w, it, ITERATOR_SOURCE, 0);
	if (source)
		drop(w, source, &(struct place){PLACE_FIELD, it, ITERATOR_SOURCE, 0});
	return got(0, result);
}

static enum outcome changed(struct world *w, obj_id it, const char *message)
{
	set_obj_field(w, it, ITERATOR_SIZE, UINT32_MAX);
	raise_error(w, T_RUNTIME_ERROR, "%s", message);
	return OUT_ERROR;
}

static uint32_t position(const struct world *w, obj_id it)
{
	return obj_field(w, it, ITERATOR_POSITION);
}

static void set_position(struct world *w, obj_id it, uint32_t i)
{
	set_obj_field(w, it, ITERATOR_POSITION, i);
}

static enum outcome next_item(struct world *w, obj_id it, obj_id source, obj_id *result)
{
	uint32_t i = position(w, it);

	if (i >= obj_n(w, source))
		return ended(w, it, result);
	set_position(w, it, i + 1);
	return held(w, item(w, source, i), result);
}

/* POSITION: one more than the index. */
static enum outcome next_item_back(
	struct world *w, obj_id it, obj_id source, obj_id *result)
{
	uint32_t i = position(w, it);

	if (i == 0 || i > obj_n(w, source))
		return ended(w, it, result);
	set_position(w, it, i - 1);
	return held(w, item(w, source, i - 1), result);
}

/* POSITION: offset of a byte. */
static enum outcome next_character(
	struct world *w, obj_id it, obj_id source, obj_id *result)
{
	const char *bytes = text_bytes(w, source);
	const char *from = bytes + position(w, it);
	const char *to = from;

	if (position(w, it) >= obj_n(w, source)) {
		pass_class_check(w);
		return ended(w, it, result);
	}
	if (obj_kind(w, source) == KIND_BYTES)
		to++;
	else
		text_decode(&to, bytes + obj_n(w, source));
	set_position(w, it, (uint32_t)(to - bytes));
	if (obj_kind(w, source) == KIND_BYTES && w->dialect->version.major == 3)
		return got(int_new(w, (unsigned char)*from), result);
	return got(text_new_like(w, source, from, (size_t)(to - from)), result);
}

static enum outcome next_number(struct world *w, obj_id it, obj_id *result)
{
	uint64_t left = obj_field(w, it, ITERATOR_SIZE) |
		(uint64_t)obj_field(w, it, ITERATOR_STEP) << 32;
	obj_id range = obj_field(w, it, ITERATOR_SOURCE);
	int64_t value = iterator_position(w, it);
	int64_t after;

	if (left == 0)
		return got(0, result);
	left--;
	set_obj_field(w, it, ITERATOR_SIZE, (uint32_t)left);
	set_obj_field(w, it, ITERATOR_STEP, (uint32_t)(left >> 32));
	if (range) {
		set_iterator_position(w, it, value + 1);
		return got(range_item(w, range, value), result);
	}
	if (!__builtin_add_overflow(
		    value, int_value(w, obj_field(w, it, ITERATOR_EXTRA)), &after))
		set_iterator_position(w, it, after);
	return got(int_new(w, value), result);
}

static enum outcome next_key(struct world *w, obj_id it, obj_id set, obj_id *result)
{
	uint32_t i = position(w, it);

	if (obj_field(w, it, ITERATOR_SIZE) != obj_n(w, set))
		return changed(w, it, "Set changed size during iteration");
	while (i < set_entries(w, set) && !set_entry_key(w, set, i))
		i++;
	if (i >= set_entries(w, set))
		return ended(w, it, result);
	set_position(w, it, i + 1);
	return held(w, set_entry_key(w, set, i), result);
}

/* Tuples that are given out again. */

bool tuple_in_use(const struct world *w, obj_id it)
{
	obj_id t = obj_field(w, it, ITERATOR_EXTRA);

	return !t || obj_rc(w, t) != 1;
}

obj_id tuple_again(struct world *w, obj_id it, const obj_id *items, uint32_t count)
{
	obj_id t = obj_field(w, it, ITERATOR_EXTRA);
	struct owned old[REUSED_MAX];

	if (tuple_in_use(w, it))
		return tuple_of(w, items, count);
	for (uint32_t i = 0; i < count; i++) {
		old[i] = (struct owned){.object = item(w, t, i)};
		set_word(w, item_index(w, t, i), items[i]);
	}
	if (!obj_tracked(w, t) && py_at_least(w->dialect->version, 3, 9))
		gc_track(w, t);
	hold(w, t);
	drop_all(w, old, count);
	return t;
}

static bool charge_tuple(struct world *w, obj_id it, uint32_t count)
{
	return !tuple_in_use(w, it) || gc_charge(w, gc_free_list(w, KIND_TUPLE, count));
}

/* Dicts. */

static enum outcome give_entry(
	struct world *w, obj_id it, obj_id dict, uint32_t i, obj_id *result)
{
	obj_id pair[2] = {dict_entry_key(w, dict, i), dict_entry_value(w, dict, i)};

	switch (obj_class(w, it) - OBJ_TYPES) {
	case T_DICT_KEY_ITERATOR:
		return held(w, pair[0], result);
	case T_DICT_VALUE_ITERATOR:
		return held(w, pair[1], result);
	default:
		hold(w, pair[0]);
		hold(w, pair[1]);
		return got(tuple_again(w, it, pair, 2), result);
	}
}

static enum outcome next_entry(struct world *w, obj_id it, obj_id dict, obj_id *result)
{
	uint32_t i = position(w, it);
	uint32_t left = obj_field(w, it, ITERATOR_STEP);

	if (obj_field(w, it, ITERATOR_SIZE) != obj_n(w, dict))
		return changed(w, it, "dictionary changed size during iteration");
	while (i < dict_entries(w, dict) && !dict_entry_key(w, dict, i))
		i++;
	if (i >= dict_entries(w, dict))
		return ended(w, it, result);
	if (left == 0 && py_at_least(w->dialect->version, 3, 8)) {
		raise_error(
			w, T_RUNTIME_ERROR, "dictionary keys changed during iteration");
		return OUT_ERROR;
	}
	if (obj_class(w, it) == type_object(T_DICT_ITEM_ITERATOR) &&
		!charge_tuple(w, it, 2))
		return OUT_AGAIN;
	set_position(w, it, i + 1);
	set_obj_field(w, it, ITERATOR_STEP, left ? left - 1 : 0);
	return give_entry(w, it, dict, i, result);
}

/* Iterators over iterators. */

/* FUNCTION keeps an item that was taken before a collection had to run. */
static enum outcome next_numbered(struct world *w, obj_id it, obj_id *result)
{
	obj_id v = obj_field(w, it, ITERATOR_FUNCTION);
	obj_id pair[2];
	enum outcome outcome = OUT_VALUE;

	if (!v)
		outcome = next_plain(w, obj_field(w, it, ITERATOR_SOURCE), &v);
	if (outcome != OUT_VALUE || !v)
		return outcome == OUT_VALUE ? got(0, result) : outcome;
	set_obj_field(w, it, ITERATOR_FUNCTION, v);
	if (!charge_tuple(w, it, 2))
		return OUT_AGAIN;
	set_obj_field(w, it, ITERATOR_FUNCTION, 0);
	pair[0] = int_new(w, iterator_position(w, it));
	pair[1] = v;
	set_iterator_position(w, it, iterator_position(w, it) + 1);
	return got(tuple_again(w, it, pair, 2), result);
}

static enum outcome give_back(struct world *w, const obj_id *items, uint32_t count,
	enum outcome outcome, obj_id *result)
{
	struct owned list[REUSED_MAX];

	for (uint32_t i = 0; i < count; i++)
		list[i] = (struct owned){.object = items[i]};
	drop_all(w, list, count);
	*result = 0;
	return outcome;
}

static enum outcome next_zipped(struct world *w, obj_id it, obj_id *result)
{
	uint32_t n = iterator_inputs(w, it);
	obj_id items[REUSED_MAX];

	if (n == 0)
		return got(0, result);
	if (!charge_tuple(w, it, n))
		return OUT_AGAIN;
	for (uint32_t i = 0; i < n; i++) {
		enum outcome outcome =
			next_plain(w, iterator_input(w, it, i), &items[i]);

		if (outcome == OUT_VALUE && items[i])
			continue;
		if (tuple_in_use(w, it))
			gc_discharge(w, gc_free_list(w, KIND_TUPLE, n));
		return give_back(w, items, i, outcome, result);
	}
	return got(tuple_again(w, it, items, n), result);
}

/* Any sequence, by index. */
static enum outcome next_indexed(
	struct world *w, obj_id it, obj_id source, obj_id *result)
{
	bool back = obj_class(w, it) == type_object(T_REVERSED);
	int64_t i = iterator_position(w, it);
	int64_t length = 0;
	obj_id index;
	enum outcome outcome;

	if (obj_kind(w, source) == KIND_RANGE)
		range_length(w, source, &length);
	else
		length = is_text(w, source) ? text_length(w, source) : obj_n(w, source);
	if (i < 0 || i >= length)
		return ended(w, it, result);
	index = int_new(w, i);
	outcome = subscript_item(w, source, index, result);
	if (outcome == OUT_VALUE)
		set_iterator_position(w, it, back ? i - 1 : i + 1);
	drop(w, index, NULL);
	return outcome;
}

enum outcome next_plain(struct world *w, obj_id it, obj_id *result)
{
	obj_id source = obj_field(w, it, ITERATOR_SOURCE);
	obj_id type = obj_class(w, it) - OBJ_TYPES;

	*result = 0;
	/* Who goes through all of it in C gets here without the interpreter. */
	if (!heap_has_room(w, 0)) {
		raise_value(w, T_MEMORY_ERROR, 0);
		return OUT_ERROR;
	}
	if (type == T_RANGE_ITERATOR)
		return next_number(w, it, result);
	if (!source)
		return OUT_VALUE;
	switch (type) {
	case T_LIST_ITERATOR:
	case T_TUPLE_ITERATOR:
		return next_item(w, it, source, result);
	case T_LIST_REVERSE_ITERATOR:
		return next_item_back(w, it, source, result);
	case T_STR_ITERATOR:
	case T_BYTES_ITERATOR:
		return next_character(w, it, source, result);
	case T_SET_ITERATOR:
		return next_key(w, it, source, result);
	case T_DICT_KEY_ITERATOR:
	case T_DICT_VALUE_ITERATOR:
	case T_DICT_ITEM_ITERATOR:
		return next_entry(w, it, source, result);
	case T_ENUMERATE:
		return next_numbered(w, it, result);
	case T_ZIP:
		return next_zipped(w, it, result);
	default:
		return next_indexed(w, it, source, result);
	}
}
