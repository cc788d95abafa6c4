#include "call_path.h"

#include "class.h"
#include "dialect.h"
#include "lookup.h"

static bool since(const struct world *w, int minor)
{
	return py_at_least(w->dialect->version, 3, minor);
}

/* METH_VARARGS: up to 3.12, and on all versions. */
static const uint16_t by_tuple[] = {B_set_update, B_set_intersection_update,
	B_set_difference_update, B_set_union_method, B_set_intersection_method,
	B_set_difference_method, B_frozenset_union, B_frozenset_intersection,
	B_frozenset_difference, B_gc_get_referrers, B_gc_get_referents};
static const uint16_t always_by_tuple[] = {B_ustr_format, B_bstr_format, B_dict_update};

static bool is_among(uint32_t id, const uint16_t *ids, unsigned n)
{
	while (n-- > 0) {
		if (ids[n] == id)
			return true;
	}
	return false;
}

#define AMONG(id, ids) is_among(id, ids, sizeof(ids) / sizeof((ids)[0]))

/* Of METH_FASTCALL, or with an instruction of its own. */
static bool is_fast(const struct world *w, uint32_t id, const struct args *a)
{
	uint8_t arity = builtin_table[id].arity;

	if (id == B_core_len || id == B_list_append_method)
		return true;
	if (a->names && since(w, 13))
		return false;
	if (arity == ARITY_NONE || arity == ARITY_ONE || AMONG(id, always_by_tuple))
		return false;
	return since(w, 13) || !(arity == ARITY_FIND || AMONG(id, by_tuple));
}

static enum level_path function_path(
	const struct world *w, uint32_t id, const struct args *a)
{
	const struct builtin *b = &builtin_table[id];

	if (b->owner == OWNER_HIDDEN)
		return LEVELS_NONE;
	if (b->flags & BUILTIN_SLOT)
		return LEVELS_WRAPPER;
	if (id == B_sorted_step)
		return LEVELS_SORTED;
	if (id == B_core_min || id == B_core_max)
		return LEVELS_TUPLE;
	if (b->flags & BUILTIN_STATIC)
		return LEVELS_PLAIN;
	return is_fast(w, id, a) ? LEVELS_FAST : LEVELS_PLAIN;
}

/* Built-in classes with a vectorcall. */
static enum level_path builtin_class_path(enum builtin_type t, const struct args *a)
{
	switch (t) {
	case T_LIST:
	case T_TUPLE:
	case T_DICT:
	case T_SET:
	case T_FROZENSET:
		return LEVELS_CLASS_39;
	case T_FLOAT:
	case T_BOOL:
	case T_MAP:
	case T_FILTER:
	case T_REVERSED:
	case T_TYPE:
		return LEVELS_CLASS_310;
	case T_ENUMERATE:
	case T_SUPER:
		return LEVELS_CLASS_311;
	case T_INT:
		return LEVELS_CLASS_313;
	case T_STR:
		return a->count == 1 ? LEVELS_CLASS_STR : LEVELS_CLASS_313;
	case T_RANGE:
		return LEVELS_RANGE;
	default:
		return LEVELS_CLASS;
	}
}

static bool is_function(const struct world *w, obj_id type, enum name name)
{
	obj_id found = type_lookup(w, type, name_object(name));

	return found && obj_kind(w, found) == KIND_FUNCTION;
}

static bool makes_instance(const struct world *w, obj_id type, const struct args *a)
{
	obj_id new;

	if (!a->hot || a->names || !since(w, 13) || !type_has(w, type, TYPE_HAS_DICT))
		return false;
	if (obj_class(w, type) != type_object(T_TYPE) || !is_function(w, type, N_INIT))
		return false;
	new = type_lookup(w, type, name_object(N_NEW));
	return obj_kind(w, new) == KIND_BUILTIN &&
		obj_field(w, new, BUILTIN_ID) == B_object_new;
}

static enum level_path class_path(
	const struct world *w, obj_id type, const struct args *a)
{
	if (!type_has(w, type, TYPE_HEAP))
		return builtin_class_path(
			(enum builtin_type)(type - type_object(0)), a);
	return makes_instance(w, type, a) ? LEVELS_INSTANCE : LEVELS_CLASS;
}

enum level_path call_path(const struct world *w, obj_id callable, const struct args *a)
{
	switch (obj_kind(w, callable)) {
	case KIND_BUILTIN:
		return function_path(w, obj_field(w, callable, BUILTIN_ID), a);
	case KIND_DESCRIPTOR:
		return function_path(w, obj_field(w, callable, DESCRIPTOR_ID), a);
	case KIND_TYPE:
		return class_path(w, callable, a);
	case KIND_WEAKREF:
		return LEVELS_CLASS_311;
	case KIND_OLD_CLASS:
	case KIND_WRAPPER:
		return LEVELS_NONE;
	default:
		return LEVELS_SLOT_CALL;
	}
}

enum level_path call_path_by_program(const struct world *w, obj_id callable)
{
	uint32_t id;

	switch (obj_kind(w, callable)) {
	case KIND_FUNCTION:
		return LEVELS_NONE;
	case KIND_METHOD:
		return obj_field(w, callable, METHOD_SELF) ? LEVELS_NONE
							   : LEVELS_UNBOUND;
	case KIND_BUILTIN:
		id = obj_field(w, callable, BUILTIN_ID);
		return builtin_table[id].flags & BUILTIN_SLOT ? LEVELS_OBJECT
							      : LEVELS_NONE;
	default:
		return LEVELS_OBJECT;
	}
}

enum level_path call_path_by_c(
	const struct world *w, obj_id callable, enum level_path path)
{
	enum kind kind = obj_kind(w, callable);

	if (since(w, 12) && kind != KIND_FUNCTION && kind != KIND_METHOD)
		return LEVELS_NONE;
	return path;
}
