#include "builtin.h"

#include "arguments.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "list.h"
#include "number.h"
#include "object_core.h"
#include "weakref.h"

/* The weakref module's own types and functions. */

static bool can_have_weakrefs(const struct world *w, obj_id o)
{
	return type_has(w, obj_class(w, o), TYPE_HAS_WEAK);
}

static obj_id make(struct world *w, obj_id type, obj_id o, obj_id callback)
{
	if (callback == OBJ_NONE)
		callback = 0;
	if (!can_have_weakrefs(w, o))
		return raise_error(w, T_TYPE_ERROR,
			"cannot create weak reference to '%s' object",
			type_name_of(w, o));
	if (!callback && !type_has(w, type, TYPE_HEAP)) {
		obj_id known = weakref_existing(w, type, o);

		if (known) {
			hold(w, known);
			return known;
		}
	}
	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	return weakref_new(w, type, o, callback);
}

static bool no_keywords(struct world *w, const struct args *a)
{
	if (a->names)
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 7)
				? "ref() takes no keyword arguments"
				: "ref() does not take keyword arguments");
	return !a->names;
}

/* Weakref and callback are all that FUNCTION, __new__ or __init__, takes. */
static bool counts(struct world *w, const struct args *a, const char *function)
{
	uint32_t n = args_positional(w, a);
	bool few = n < 1;

	if (!few && n <= 2)
		return true;
	raise_error(w, T_TYPE_ERROR, "%s expected at %s %s, got %u", function,
		few ? "least" : "most",
		!few                                             ? "2 arguments"
			: py_at_least(w->dialect->version, 3, 8) ? "1 argument"
								 : "1 arguments",
		n);
	return false;
}

/* The __init__ of a class derived from ref may take more. */
static bool has_init(const struct world *w, obj_id type)
{
	obj_id init = type_lookup(w, type, name_object(N_INIT));

	return init && obj_kind(w, init) != KIND_DESCRIPTOR;
}

obj_id weakref_ref_new(struct world *w, const struct args *a)
{
	uint32_t n = args_positional(w, a);

	if ((!has_init(w, a->self) && !no_keywords(w, a)) || !counts(w, a, "__new__"))
		return 0;
	return make(w, a->self, arg(w, a, 0), n > 1 ? arg(w, a, 1) : 0);
}

obj_id weakref_ref_init(struct world *w, const struct args *a)
{
	return no_keywords(w, a) && counts(w, a, "__init__") ? OBJ_NONE : 0;
}

obj_id weakref_proxy(struct world *w, const struct args *a)
{
	enum builtin_type type =
		is_callable(w, arg(w, a, 0)) ? T_CALLABLE_PROXY : T_PROXY;

	return make(
		w, type_object(type), arg(w, a, 0), a->count > 1 ? arg(w, a, 1) : 0);
}

obj_id weakref_getweakrefcount(struct world *w, const struct args *a)
{
	return int_new(w, weakref_count(w, arg(w, a, 0)));
}

obj_id weakref_getweakrefs(struct world *w, const struct args *a)
{
	obj_id list;

	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	list = list_of(w, NULL, 0);
	for (obj_id r = obj_weak(w, arg(w, a, 0)); r;
		r = obj_field(w, r, WEAKREF_NEXT)) {
		hold(w, r);
		list_append(w, list, r);
	}
	return list;
}

obj_id weakref_callback(struct world *w, const struct args *a)
{
	obj_id callback = obj_field(w, a->self, WEAKREF_CALLBACK);

	if (!callback)
		callback = OBJ_NONE;
	hold(w, callback);
	return callback;
}

obj_id weakref_call(struct world *w, const struct args *a)
{
	obj_id referent = weakref_referent(w, a->self);

	if (!referent)
		referent = OBJ_NONE;
	hold(w, referent);
	return referent;
}
