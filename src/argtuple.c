#include "argtuple.h"

#include "dialect.h"
#include "gc.h"
#include "lookup.h"

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
	{B_dict_create, 8, 0},
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
	{B_print_step, FOR_EVER, 11},
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
	{B_weakref_proxy, 10, 0},
	{B_generator_throw_method, 8, 0},
};

/* Methods of texts with a range: find(), startswith() and their like. */
#define RANGES_UNTIL 12

/* Functions that keep the names of their parameters from their first call with
 * keywords on (Python/getargs.c, parser_init); in order of enum once.  From 3.12 on
 * most are constants. */
static const struct {
	uint16_t id;
	uint8_t names;
	bool always; /* also by a call without keywords */
	uint8_t since, until;
} parsers[] = {
	{B_print_step, 4, false, 7, 10},
	{B_print_step, 4, true, 11, 11},
	{B_list_sort, 2, false, 7, 11},
	{B_core_min, 2, false, 13, 13},
	{B_core_max, 2, false, 13, 13},
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

/* 2.7: with one argument that is parsed from a tuple. */
static bool parses_one(uint32_t id)
{
	static const uint16_t ids[] = {B_core_chr, B_core_unichr, B_bstr_zfill,
		B_ustr_zfill, B_gc_set_debug, B_file_write};

	for (unsigned i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		if (ids[i] == id)
			return true;
	}
	return false;
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
	if (b->arity == ARITY_ONE)
		return v.major == 2 && parses_one(id);
	return b->arity != ARITY_NONE;
}

static void pass_parser(struct world *w, uint32_t id, bool keywords)
{
	struct py_version v = w->dialect->version;

	if (id == B_sorted_step)
		id = B_list_sort;
	for (unsigned i = 0; i < sizeof(parsers) / sizeof(parsers[0]); i++) {
		if (parsers[i].id == id && v.major == 3 &&
			v.minor >= parsers[i].since && v.minor <= parsers[i].until &&
			(keywords || parsers[i].always) &&
			pass_once(w, ONCE_KEYWORDS + i))
			gc_count_new(w, gc_free_list(w, KIND_TUPLE, parsers[i].names));
	}
}

/* The keywords of a call come as an array with a tuple of names, or as a dict. */
static bool takes_dict(const struct world *w, uint32_t id)
{
	return id != B_print_step || !py_at_least(w->dialect->version, 3, 7);
}

static bool is_function(const struct world *w, obj_id type, enum name name)
{
	obj_id found = type_lookup(w, type, name_object(name));

	return found && obj_kind(w, found) == KIND_FUNCTION;
}

/* The length of the tuple by which a class hands KEYWORDS on to its __init__ in
 * Python; 0: there is none. */
static uint32_t handed_on(
	const struct world *w, uint32_t id, obj_id class, uint32_t keywords)
{
	if (id != B_class_call_step ||
		(!is_function(w, class, N_INIT) && !is_function(w, class, N_NEW)))
		return 0;
	return w->dialect->version.major == 2 ? 2 * keywords : keywords;
}

bool pass_arguments_begin(
	struct world *w, uint32_t id, const struct args *a, uint32_t *held)
{
	uint32_t keywords = a->names ? obj_n(w, a->names) : 0;
	uint32_t n = a->count - keywords;
	bool dict = keywords && takes_dict(w, id);
	uint32_t array = dict ? handed_on(w, id, a->self, keywords) : 0;

	*held = 0;
	pass_parser(w, id, keywords);
	if (!takes_tuple(w, id) && !(id == B_type_new && n == 3))
		return true;
	if (n && !gc_charge(w, gc_free_list(w, KIND_TUPLE, n)))
		return false;
	if (dict)
		gc_count_new(w, FREE_LIST_DICT);
	if (array)
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, array));
	*held = pass_held(n, array, dict);
	return true;
}

bool pass_new_begin(struct world *w, const struct args *a, uint32_t *held)
{
	uint32_t keywords = a->names ? obj_n(w, a->names) : 0;
	uint32_t n = a->count - keywords;

	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, n)))
		return false;
	if (keywords)
		gc_count_new(w, FREE_LIST_DICT);
	if (n > 1)
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, n - 1));
	*held = pass_held(n - 1, n, keywords);
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
