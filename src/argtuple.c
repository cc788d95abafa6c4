#include "argtuple.h"

#include "dialect.h"
#include "gc.h"

/*
 * Until which 3.x a builtin gets its arguments as a tuple.  Measured: the change of
 * gc.get_count() over a call right after a full collection, on each interpreter.
 * In 2.7 and 3.6 all do whose arity is not fixed at none or one.
 */
#define FOR_EVER 99
static const struct {
	uint16_t id;
	uint8_t until, since;
} tuples[] = {
	{B_list_new, 8, 0},
	{B_tuple_new, 8, 0},
	{B_set_create, 8, 0},
	{B_frozenset_create, 8, 0},
	{B_core_range_new, 8, 0},
	{B_core_reversed, 9, 0},
	{B_core_bool, 9, 0},
	{B_core_float, 9, 0},
	{B_type_new, 9, 0},
	{B_core_enumerate, 10, 0},
	{B_core_str, 12, 0},
	{B_core_int, 12, 0},
	{B_core_zip, FOR_EVER, 0},
	{B_core_map, 9, 0},
	{B_core_filter, 9, 0},
	{B_exception_create, FOR_EVER, 0},
	{B_weakref_ref_new, FOR_EVER, 0},
	{B_core_next, 7, 0},
	{B_core_min, 12, 0},
	{B_core_max, 12, 0},
	{B_dict_pop, 7, 0},
	{B_dict_update, FOR_EVER, 0},
	{B_gc_set_threshold, FOR_EVER, 0},
	{B_gc_get_referrers, FOR_EVER, 0},
	{B_gc_get_referents, FOR_EVER, 0},
	{B_class_call_step, FOR_EVER, 0},
	{B_print_step, 12, 11},
	{B_old_class_call_step, FOR_EVER, 0},
	{B_core_vars, FOR_EVER, 0},
	{B_slice_new, FOR_EVER, 0},
	{B_property_new, FOR_EVER, 0},
	{B_staticmethod_new, FOR_EVER, 0},
	{B_classmethod_new, FOR_EVER, 0},
	{B_super_new, 10, 0},
	{B_set_union_method, FOR_EVER, 0},
	{B_set_intersection_method, FOR_EVER, 0},
	{B_set_difference_method, FOR_EVER, 0},
	{B_frozenset_union, FOR_EVER, 0},
	{B_frozenset_intersection, FOR_EVER, 0},
	{B_frozenset_difference, FOR_EVER, 0},
	{B_set_update, FOR_EVER, 0},
	{B_set_intersection_update, FOR_EVER, 0},
	{B_set_difference_update, FOR_EVER, 0},
	{B_ustr_format, FOR_EVER, 0},
};

/* Methods of texts with a range: find(), startswith() and their like. */
#define RANGES_UNTIL 12

/* Functions that keep the names of their parameters from their first call with
 * keywords on (Python/getargs.c, parser_init); in order of enum once.  From 3.12 on
 * they are constants. */
static const struct {
	uint16_t id;
	uint8_t names;
	bool always; /* also by a call without keywords */
	uint8_t since;
} parsers[] = {
	{B_print_step, 4, true, 7},
	{B_list_sort, 2, false, 7},
};

static int until(const struct world *w, uint32_t id)
{
	for (unsigned i = 0; i < sizeof(tuples) / sizeof(tuples[0]); i++) {
		if (tuples[i].id == id)
			return w->dialect->version.minor >= tuples[i].since
				? tuples[i].until
				: 0;
	}
	return builtin_table[id].arity == ARITY_FIND ? RANGES_UNTIL : 0;
}

static bool takes_tuple(const struct world *w, uint32_t id)
{
	const struct builtin *b = &builtin_table[id];
	struct py_version v = w->dialect->version;

	if (v.major == 3 && v.minor > 6)
		return v.minor <= until(w, id) || (b->flags & BUILTIN_SLOT);
	if (b->owner == OWNER_HIDDEN)
		return until(w, id) != 0;
	if (b->flags & BUILTIN_SLOT)
		return true;
	return b->arity != ARITY_NONE && b->arity != ARITY_ONE;
}

static void pass_parser(struct world *w, uint32_t id, bool keywords)
{
	struct py_version v = w->dialect->version;

	if (id == B_sorted_step)
		id = B_list_sort;
	for (unsigned i = 0; i < sizeof(parsers) / sizeof(parsers[0]); i++) {
		if (parsers[i].id == id && v.major == 3 && v.minor < 12 &&
			v.minor >= parsers[i].since &&
			(keywords || parsers[i].always) &&
			pass_once(w, ONCE_KEYWORDS + i))
			gc_count_new(w, gc_free_list(w, KIND_TUPLE, parsers[i].names));
	}
}

bool pass_arguments_begin(
	struct world *w, uint32_t id, const struct args *a, uint32_t *length)
{
	uint32_t keywords = a->names ? obj_n(w, a->names) : 0;
	uint32_t n = a->count - keywords;

	*length = 0;
	pass_parser(w, id, keywords);
	if (!takes_tuple(w, id) && !(id == B_type_new && n == 3))
		return true;
	if (n && !gc_charge(w, gc_free_list(w, KIND_TUPLE, n)))
		return false;
	*length = n;
	if (keywords && id != B_print_step)
		pass_object(w, KIND_DICT, 0);
	/* A class hands its keywords on as an array, with a tuple of names. */
	if (keywords && id == B_class_call_step)
		pass_tuple(w, w->dialect->version.major == 2 ? 2 * keywords : keywords);
	return true;
}

void pass_descriptor(struct world *w, uint32_t id, uint32_t count)
{
	bool method = !(builtin_table[id].flags & BUILTIN_SLOT);

	if (method && !w->dialect->bound_calls)
		return;
	pass_tuple(w, count + 1);
	if (method) {
		pass_object(w, KIND_BUILTIN, 0);
		pass_tuple(w, count);
	}
}
