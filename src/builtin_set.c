#include "builtin_set.h"

#include "builtin_dict.h"
#include "code.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "iterate.h"
#include "keyed.h"
#include "list.h"
#include "number.h"
#include "setops.h"

/* Methods of set and frozenset that look for one key, or copy. */

obj_id set_result_class(const struct world *w, obj_id set)
{
	if (w->dialect->version.major == 2)
		return obj_class(w, set);
	return type_object(obj_flag(w, set, OBJECT_FROZEN) ? T_FROZENSET : T_SET);
}

bool set_charge(struct world *w, obj_id class)
{
	bool exact = !type_is_heap(w, class);

	return gc_charge(w, exact ? gc_free_list(w, KIND_SET, 0) : FREE_NONE);
}

obj_id set_operate(struct world *w, int op, obj_id a, obj_id b)
{
	obj_id class = set_result_class(w, a);

	if (!set_is_plain(w, a) || !set_is_plain(w, b))
		return RESULT_STEP;
	if (!set_charge(w, class))
		return RESULT_AGAIN;
	switch (op) {
	case BINARY_OR:
		return set_union(w, a, b, class);
	case BINARY_AND:
		return set_intersection(w, a, b, class);
	case BINARY_SUBTRACT:
		return set_difference(w, a, b, class);
	default:
		return set_symmetric_difference(w, a, b, class);
	}
}

obj_id set_add(struct world *w, const struct args *a)
{
	struct dict_probe p;
	bool found;
	enum outcome outcome = keyed_plain(w, a->self, arg(w, a, 0), &p, &found);

	if (outcome != OUT_VALUE)
		return outcome == OUT_PUSHED ? RESULT_STEP : 0;
	if (!found)
		set_store(w, a->self, &p);
	return OBJ_NONE;
}

obj_id set_contains(struct world *w, const struct args *a)
{
	struct dict_probe p;
	bool found;
	enum outcome outcome = keyed_plain(w, a->self, arg(w, a, 0), &p, &found);

	return outcome == OUT_VALUE     ? bool_of(found)
		: outcome == OUT_PUSHED ? RESULT_STEP
					: 0;
}

obj_id frozenset_contains(struct world *w, const struct args *a)
{
	return set_contains(w, a);
}

obj_id set_pop_method(struct world *w, const struct args *a)
{
	if (!obj_n(w, a->self))
		return raise_error(w, T_KEY_ERROR, "pop from an empty set");
	return set_pop(w, a->self);
}

obj_id set_copy_method(struct world *w, const struct args *a)
{
	if (!set_charge(w, set_result_class(w, a->self)))
		return RESULT_AGAIN;
	return set_copy(w, a->self, set_result_class(w, a->self));
}

obj_id frozenset_copy(struct world *w, const struct args *a)
{
	if (obj_class(w, a->self) != type_object(T_FROZENSET))
		return set_copy_method(w, a);
	hold(w, a->self);
	return a->self;
}

obj_id set_len(struct world *w, const struct args *a)
{
	return int_new(w, obj_n(w, a->self));
}

obj_id frozenset_len(struct world *w, const struct args *a)
{
	return set_len(w, a);
}

obj_id set_iter(struct world *w, const struct args *a)
{
	obj_id it = 0;

	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	it = iterator_new(w, T_SET_ITERATOR, a->self, 0, 0);
	set_obj_field(w, it, ITERATOR_SIZE, obj_n(w, a->self));
	return it;
}

obj_id frozenset_iter(struct world *w, const struct args *a)
{
	return set_iter(w, a);
}

/* In frames. */

enum {
	LOCAL_KEY
};

static bool located(struct world *w, uint32_t f, const struct args *a, bool *found)
{
	enum find_result r = keyed_step(w, f, a->self, arg(w, a, 0));

	*found = r == FIND_FOUND;
	if (r == FIND_RAISED)
		builtin_return(w, 0);
	return r == FIND_FOUND || r == FIND_ABSENT;
}

void set_add_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	struct dict_probe p;
	bool found;

	if (!located(w, f, &a, &found))
		return;
	keyed_probe(w, f, arg(w, &a, 0), &p);
	if (!found)
		set_store(w, a.self, &p);
	builtin_return(w, OBJ_NONE);
}

void set_contains_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	bool found;

	if (located(w, f, &a, &found))
		builtin_return(w, bool_of(found));
}

void frozenset_contains_step(struct world *w, uint32_t f)
{
	set_contains_step(w, f);
}

static void take_out(struct world *w, uint32_t f, bool must)
{
	struct args a = builtin_args(w, f);
	bool found;

	if (!located(w, f, &a, &found))
		return;
	if (!found) {
		builtin_return(w,
			must ? raise_value(w, T_KEY_ERROR, arg(w, &a, 0)) : OBJ_NONE);
		return;
	}
	set_word(w, builtin_local(w, f, LOCAL_KEY),
		set_take(w, a.self, keyed_entry(w, f)));
	builtin_return(w, OBJ_NONE);
}

void set_discard(struct world *w, uint32_t f)
{
	take_out(w, f, false);
}

void set_remove(struct world *w, uint32_t f)
{
	take_out(w, f, true);
}

void set_clear(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	struct dict_block b;

	if (frame_state(w, f)) {
		builtin_return(w, OBJ_NONE);
		return;
	}
	set_frame_state(w, f, 1);
	b = set_detach(w, a.self);
	table_clear(w, &b);
}
