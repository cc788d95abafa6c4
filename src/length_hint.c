#include "length_hint.h"

#include "deque.h"
#include "dialect.h"
#include "dict.h"
#include "iterate.h"
#include "list.h"
#include "number.h"
#include "text.h"

static uint32_t at_most(int64_t n)
{
	return n < 0 ? 0 : n > INT32_MAX ? INT32_MAX : (uint32_t)n;
}

static uint32_t length_of(const struct world *w, obj_id o)
{
	int64_t length = 0;

	if (obj_kind(w, o) == KIND_RANGE)
		return range_length(w, o, &length) ? at_most(length) : 0;
	return is_text(w, o) ? text_length(w, o) : obj_n(w, o);
}

/* Keys of a set that its iterator has not yet given. */
static uint32_t keys_left(const struct world *w, obj_id it, obj_id set)
{
	uint32_t n = 0;

	for (uint32_t i = (uint32_t)iterator_position(w, it); i < set_entries(w, set);
		i++)
		n += set_entry_key(w, set, i) != 0;
	return n;
}

static uint32_t items_left(const struct world *w, obj_id it, uint32_t unknown)
{
	obj_id source = obj_field(w, it, ITERATOR_SOURCE);
	int64_t at = iterator_position(w, it);

	switch ((enum builtin_type)(obj_class(w, it) - OBJ_TYPES)) {
	case T_RANGE_ITERATOR:
		return obj_field(w, it, ITERATOR_SIZE);
	case T_LIST_ITERATOR:
	case T_TUPLE_ITERATOR:
	case T_STR_ITERATOR:
	case T_BYTES_ITERATOR:
		return source ? at_most((int64_t)length_of(w, source) - at) : 0;
	case T_LIST_REVERSE_ITERATOR:
		return source ? at_most(at) : 0;
	case T_REVERSED:
		return source ? at_most(at + 1) : 0;
	case T_SET_ITERATOR:
		return source ? keys_left(w, it, source) : 0;
	case T_DICT_KEY_ITERATOR:
	case T_DICT_VALUE_ITERATOR:
	case T_DICT_ITEM_ITERATOR:
		return source ? obj_field(w, it, ITERATOR_STEP) : 0;
	default:
		return unknown;
	}
}

struct length_hint length_hint(const struct world *w, obj_id o, uint32_t unknown)
{
	switch (obj_kind(w, o)) {
	case KIND_ITERATOR:
		return (struct length_hint){items_left(w, o, unknown), false, false};
	case KIND_SET:
	case KIND_DICT:
		return (struct length_hint){obj_n(w, o), true, true};
	case KIND_VIEW:
		return (struct length_hint){
			obj_n(w, obj_field(w, o, VIEW_DICT)), true, true};
	case KIND_LIST:
	case KIND_TUPLE:
	case KIND_STR:
	case KIND_BYTES:
	case KIND_RANGE:
	case KIND_DEQUE:
		return (struct length_hint){length_of(w, o), true, false};
	default:
		return (struct length_hint){unknown, false, false};
	}
}

void list_expect_from(struct world *w, obj_id list, obj_id o, bool making)
{
	struct length_hint hint = length_hint(w, o, LENGTH_UNKNOWN);
	struct py_version v = w->dialect->version;
	bool exact = !hint.exact || (making && !py_at_least(v, 3, 13));

	/* What does not fit fails when the items come. */
	if (!heap_has_room(w, hint.count))
		return;
	if (making && hint.sized && py_at_least(v, 3, 8) && !py_at_least(v, 3, 10))
		list_set_room(w, list, hint.count);
	else
		list_expect(w, list, hint.count, exact || !py_at_least(v, 3, 13));
}
