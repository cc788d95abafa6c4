#include "builtin.h"

#include <stdlib.h>

#include "dealloc.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "gccount.h"
#include "gclist.h"
#include "list.h"
#include "number.h"
#include "text.h"
#include "traverse.h"
#include "xalloc.h"

/* The gc module. */

static obj_id held(struct world *w, obj_id o)
{
	hold(w, o);
	return o;
}

/* collect([generation]): the collection's frame ends with the number. */
void gc_collect_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id result = word(w, f + FRAME_RESULT);
	int64_t generation = 2;

	if (frame_state(w, f) == 1) {
		set_word(w, f + FRAME_RESULT, 0);
		builtin_return(w, result);
		return;
	}
	if (a.count > 1 ||
		(a.names && !text_is(w, item(w, a.names, 0), "generation"))) {
		raise_error(w, T_TYPE_ERROR,
			"collect() takes at most 1 argument (%u given)", a.count);
		builtin_return(w, 0);
		return;
	}
	if (a.count) {
		if (!is_int(w, arg(w, &a, 0))) {
			raise_error(w, T_TYPE_ERROR,
				w->dialect->version.major == 2
					? "an integer is required"
					: py_at_least(w->dialect->version, 3, 10)
					? "'%s' object cannot be interpreted as an integer"
					: "an integer is required (got type %s)",
				type_name_of(w, arg(w, &a, 0)));
			builtin_return(w, 0);
			return;
		}
		generation =
			int_fits(w, arg(w, &a, 0)) ? int_value(w, arg(w, &a, 0)) : -1;
	}
	if (generation < 0 || generation > 2) {
		raise_error(w, T_VALUE_ERROR, "invalid generation");
		builtin_return(w, 0);
		return;
	}
	set_frame_state(w, f, 1);
	if (!gc_start(w, (uint32_t)generation, false, f + FRAME_RESULT))
		set_word(w, f + FRAME_RESULT, int_new(w, 0));
}

obj_id gc_enable(struct world *w, const struct args *a)
{
	(void)a;
	set_reg(w, REG_GC_ENABLED, 1);
	return OBJ_NONE;
}

obj_id gc_disable(struct world *w, const struct args *a)
{
	(void)a;
	set_reg(w, REG_GC_ENABLED, 0);
	return OBJ_NONE;
}

obj_id gc_isenabled(struct world *w, const struct args *a)
{
	(void)a;
	return bool_of(reg(w, REG_GC_ENABLED));
}

static obj_id three(struct world *w, uint32_t first)
{
	obj_id items[3];

	for (unsigned i = 0; i < 3; i++)
		items[i] = int_new(w, (int32_t)reg(w, first + i));
	return tuple_of(w, items, 3);
}

obj_id gc_get_count(struct world *w, const struct args *a)
{
	uint32_t counts[3];
	obj_id items[3];

	(void)a;
	/* The numbers are read before the tuple is made. */
	for (unsigned i = 0; i < 3; i++)
		counts[i] = reg(w, REG_GC_COUNT + i);
	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 3)))
		return RESULT_AGAIN;
	for (unsigned i = 0; i < 3; i++)
		items[i] = int_new(w, counts[i]);
	return tuple_of(w, items, 3);
}

obj_id gc_get_threshold(struct world *w, const struct args *a)
{
	(void)a;
	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 3)))
		return RESULT_AGAIN;
	return three(w, REG_GC_THRESHOLD);
}

obj_id gc_set_threshold(struct world *w, const struct args *a)
{
	for (uint32_t i = 0; i < a->count; i++) {
		if (!is_int(w, arg(w, a, i)))
			return raise_error(w, T_TYPE_ERROR,
				w->dialect->version.major == 2
					? "an integer is required"
					: py_at_least(w->dialect->version, 3, 10)
					? "'%s' object cannot be interpreted as an integer"
					: "an integer is required (got type %s)",
				type_name_of(w, arg(w, a, i)));
	}
	for (uint32_t i = 0; i < a->count; i++)
		set_reg(w, REG_GC_THRESHOLD + i, (uint32_t)int_value(w, arg(w, a, i)));
	return OBJ_NONE;
}

obj_id gc_get_debug(struct world *w, const struct args *a)
{
	(void)a;
	return int_new(w, reg(w, REG_GC_DEBUG));
}

obj_id gc_set_debug(struct world *w, const struct args *a)
{
	if (!is_int(w, arg(w, a, 0)))
		return raise_error(w, T_TYPE_ERROR, "an integer is required");
	set_reg(w, REG_GC_DEBUG, (uint32_t)int_value(w, arg(w, a, 0)));
	return OBJ_NONE;
}

/* What the interpreter made for ever is on no list of ours; on CPython's are
 * its functions, modules and descriptors, but not the static types. */
obj_id gc_is_tracked(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0);
	enum kind kind = obj_kind(w, o);

	if (obj_immortal(w, o) &&
		(kind == KIND_BUILTIN || kind == KIND_MODULE ||
			kind == KIND_DESCRIPTOR || kind == KIND_FUNCTION ||
			type_is_heap(w, kind == KIND_TYPE ? o : 0)))
		return OBJ_TRUE;
	return bool_of(obj_tracked(w, o));
}

obj_id gc_is_finalized(struct world *w, const struct args *a)
{
	return bool_of(obj_flag(w, arg(w, a, 0), OBJECT_FINALIZED));
}

static bool refers_to(const struct world *w, obj_id o, obj_id target)
{
	uint32_t n = visited_count(w, o);

	for (uint32_t i = 0; i < n; i++) {
		struct visited v = visited_slot(w, o, i);

		if (visited_target(w, v) == target &&
			!obj_slot_info(w, v.holder, v.slot).hidden)
			return true;
	}
	return false;
}

static bool refers_to_any(const struct world *w, obj_id o, const struct args *a)
{
	for (uint32_t k = 0; k < a->count; k++) {
		if (refers_to(w, o, arg(w, a, k)))
			return true;
	}
	return false;
}

/* get_referrers(*objects): the tracked containers, generation by generation. */
obj_id gc_get_referrers(struct world *w, const struct args *a)
{
	obj_id list;

	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	list = list_of(w, NULL, 0);
	for (obj_id head = GC_GENERATION_0; head <= GC_GENERATION_2; head++) {
		for (obj_id o = gc_next(w, head); o != head; o = gc_next(w, o)) {
			if (o != list && refers_to_any(w, o, a))
				list_append(w, list, held(w, o));
		}
	}
	return list;
}

/* get_referents(*objects): what tp_traverse visits, in its order. */
obj_id gc_get_referents(struct world *w, const struct args *a)
{
	obj_id list;

	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	list = list_of(w, NULL, 0);
	for (uint32_t k = 0; k < a->count; k++) {
		obj_id o = arg(w, a, k);
		uint32_t n = object_is_gc(w, o) ? visited_count(w, o) : 0;

		for (uint32_t i = 0; i < n; i++) {
			struct visited v = visited_slot(w, o, i);
			obj_id target = visited_target(w, v);

			if (target && !obj_slot_info(w, v.holder, v.slot).hidden)
				list_append(w, list, held(w, target));
		}
	}
	return list;
}
