#include "builtin.h"

#include "arguments.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "list.h"
#include "number.h"
#include "text.h"

/* The gc module: generations as lists, their statistics, gc.freeze(). */

static obj_id objects(struct world *w, obj_id first, obj_id last)
{
	obj_id list;

	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	list = list_of(w, NULL, 0);
	for (obj_id head = first; head <= last; head++) {
		for (obj_id o = gc_next(w, head); o != head; o = gc_next(w, o)) {
			if (o == list)
				continue;
			hold(w, o);
			list_append(w, list, o);
		}
	}
	return list;
}

/* get_objects() */
obj_id gc_get_objects(struct world *w, const struct args *a)
{
	(void)a;
	return objects(w, GC_GENERATION_0, GC_GENERATION_2);
}

/* get_objects(generation=None): 3.8+; -1 is what None becomes. */
obj_id gc_get_generation(struct world *w, const struct args *a)
{
	static const char *const names[] = {"generation", NULL};
	obj_id asked = args_keyword(w, a, "generation");
	int64_t g;

	if (!args_known(w, a, "get_objects", names))
		return 0;
	if (a->count > 1)
		return raise_error(w, T_TYPE_ERROR,
			"get_objects() takes at most 1 argument (%u given)", a->count);
	if (!asked && a->count)
		asked = arg(w, a, 0);
	if (!asked || asked == OBJ_NONE)
		return gc_get_objects(w, a);
	if (!is_int(w, asked))
		return raise_error(w, T_TYPE_ERROR,
			"argument should be integer or None, not %s",
			type_name_of(w, asked));
	g = int_fits(w, asked) ? int_value(w, asked) : INT64_MAX;
	if (g == -1)
		return gc_get_objects(w, a);
	if (g < 0)
		return raise_error(
			w, T_VALUE_ERROR, "generation parameter cannot be negative");
	if (g > 2)
		return raise_error(w, T_VALUE_ERROR,
			"generation parameter must be less than the number of available generations (3)");
	return objects(w, GC_GENERATION_0 + (obj_id)g, GC_GENERATION_0 + (obj_id)g);
}

static obj_id statistics(struct world *w, uint32_t generation)
{
	static const char *const names[] = {
		"collections", "collected", "uncollectable"};
	obj_id dict;

	gc_count_new(w, FREE_LIST_DICT);
	dict = dict_new(w);
	for (uint32_t i = 0; i < 3; i++) {
		obj_id key = native_from(w, names[i]);

		text_hash_cached(w, key);
		dict_set(w, dict, key,
			int_new(w, reg(w, REG_GC_STATS + 3 * generation + i)), NULL);
		drop(w, key, NULL);
	}
	return dict;
}

/* get_stats(): of the program's own collections. */
obj_id gc_get_stats(struct world *w, const struct args *a)
{
	obj_id list;

	(void)a;
	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	list = list_of(w, NULL, 0);
	for (uint32_t i = 0; i < 3; i++)
		list_append(w, list, statistics(w, i));
	return list;
}

/* freeze(): all that is tracked is out of the collector's way. */
obj_id gc_freeze(struct world *w, const struct args *a)
{
	(void)a;
	for (uint32_t i = 0; i < 3; i++) {
		gclist_merge(w, GC_GENERATION_0 + i, GC_FROZEN);
		set_reg(w, REG_GC_COUNT + i, 0);
	}
	return OBJ_NONE;
}

obj_id gc_unfreeze(struct world *w, const struct args *a)
{
	(void)a;
	gclist_merge(w, GC_FROZEN, GC_GENERATION_2);
	return OBJ_NONE;
}

obj_id gc_get_freeze_count(struct world *w, const struct args *a)
{
	(void)a;
	return int_new(w, gclist_length(w, GC_FROZEN));
}
