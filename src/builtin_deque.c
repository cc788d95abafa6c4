#include "builtin.h"

#include "class.h"
#include "dealloc.h"
#include "deque.h"
#include "gc.h"
#include "number.h"

/*
 * The parts of a deque that its Python half is made of.  An index is a number from 0
 * on, and there is such an item: lib/_collections.py sees to that.
 */

static uint32_t index_of(const struct world *w, const struct args *a)
{
	int64_t i = int_value(w, arg(w, a, 0));

	assert(i >= 0 && i <= (int64_t)obj_n(w, a->self));
	return (uint32_t)i;
}

obj_id deque_new(struct world *w, const struct args *a)
{
	return gc_charge(w, FREE_NONE) ? instance_new(w, a->self) : RESULT_AGAIN;
}

obj_id deque_size(struct world *w, const struct args *a)
{
	return int_new(w, obj_n(w, a->self));
}

obj_id deque_item(struct world *w, const struct args *a)
{
	obj_id value = word(w, deque_word(w, a->self, index_of(w, a)));

	hold(w, value);
	return value;
}

obj_id deque_put(struct world *w, const struct args *a)
{
	uint32_t i = index_of(w, a), at = deque_word(w, a->self, i);
	struct place p = {PLACE_INDEX, a->self, i, 0};
	obj_id old = word(w, at), value = arg(w, a, 1);

	hold(w, value);
	set_word(w, at, value);
	announce_bind(w, value, &p, 1);
	drop(w, old, &p);
	return OBJ_NONE;
}

obj_id deque_add(struct world *w, const struct args *a)
{
	hold(w, arg(w, a, 1));
	deque_insert(w, a->self, index_of(w, a), arg(w, a, 1));
	return OBJ_NONE;
}

obj_id deque_remove(struct world *w, const struct args *a)
{
	return deque_take(w, a->self, index_of(w, a));
}

/* The maxlen. */
obj_id deque_bound(struct world *w, const struct args *a)
{
	uint32_t limit = deque_limit(w, a->self);

	return limit ? int_new(w, limit - 1) : OBJ_NONE;
}

obj_id deque_set_bound(struct world *w, const struct args *a)
{
	obj_id maxlen = arg(w, a, 0);

	deque_set_limit(w, a->self,
		maxlen == OBJ_NONE ? 0 : (uint32_t)int_value(w, maxlen) + 1);
	return OBJ_NONE;
}
