#include "builtin.h"

#include "arguments.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "list.h"
#include "lookup.h"
#include "text.h"

/* property, classmethod, staticmethod (Objects/descrobject.c, funcobject.c). */

static obj_id held(struct world *w, obj_id o)
{
	if (!o)
		o = OBJ_NONE;
	hold(w, o);
	return o;
}

static void put(struct world *w, obj_id o, enum field field, obj_id value)
{
	if (!value || value == OBJ_NONE)
		return;
	hold(w, value);
	set_obj_field(w, o, field, value);
}

/* classmethod(f), staticmethod(f) */

static bool is_fit(struct world *w, const struct args *a, const char *name)
{
	bool plain = !a->names || !py_at_least(w->dialect->version, 3, 7);
	uint32_t n = args_positional(w, a);

	if (!plain)
		return args_no_keywords(w, a, name);
	if (n == 1)
		return true;
	raise_error(w, T_TYPE_ERROR, "%s expected 1 argument%s, got %u", name,
		py_at_least(w->dialect->version, 3, 8) ? "" : "s", n);
	return false;
}

/* 3.10+: looks like the function it wraps (functools_wraps). */
static void look_like(struct world *w, obj_id o, obj_id function)
{
	static const uint16_t names[] = {
		N_MODULE, N_NAME, N_QUALNAME, N_DOC, N_ANNOTATIONS};
	static const uint8_t fields[] = {FUNCTION_MODULE, FUNCTION_NAME,
		FUNCTION_QUALNAME, FUNCTION_DOC, FUNCTION_ANNOTATIONS};
	obj_id dict;

	if (!py_at_least(w->dialect->version, 3, 10) ||
		obj_kind(w, function) != KIND_FUNCTION)
		return;
	if (!obj_field(w, function, FUNCTION_ANNOTATIONS)) {
		gc_count_new(w, FREE_LIST_DICT);
		set_obj_field(w, function, FUNCTION_ANNOTATIONS, dict_new(w));
	}
	gc_count_new(w, FREE_LIST_DICT);
	dict = dict_new(w);
	set_obj_field(w, o, WRAPPER_DICT, dict);
	for (unsigned i = 0; i < sizeof(fields); i++) {
		obj_id value = held(w, obj_field(w, function, fields[i]));

		dict_set(w, dict, name_object(names[i]), value, NULL);
	}
}

static obj_id wrapper_new(struct world *w, const struct args *a, const char *name)
{
	obj_id o;

	if (!is_fit(w, a, name))
		return 0;
	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	o = obj_new_fields(w, KIND_WRAPPER, a->self, WRAPPER_WORDS);
	put(w, o, WRAPPER_CALLABLE, arg(w, a, 0));
	if (!obj_field(w, o, WRAPPER_CALLABLE))
		set_obj_field(w, o, WRAPPER_CALLABLE, OBJ_NONE);
	look_like(w, o, arg(w, a, 0));
	obj_born(w, o);
	gc_track(w, o);
	return o;
}

obj_id staticmethod_new(struct world *w, const struct args *a)
{
	return wrapper_new(w, a, "staticmethod");
}

obj_id classmethod_new(struct world *w, const struct args *a)
{
	return wrapper_new(w, a, "classmethod");
}

obj_id staticmethod_function(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, WRAPPER_CALLABLE));
}

obj_id classmethod_function(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, WRAPPER_CALLABLE));
}

/* property(fget, fset, fdel, doc) */

static const char *const property_names[] = {"fget", "fset", "fdel", "doc", NULL};

static bool property_fits(struct world *w, const struct args *a)
{
	if (a->count > 4) {
		raise_error(w, T_TYPE_ERROR,
			"property() takes at most 4 arguments (%u given)", a->count);
		return false;
	}
	return args_known(w, a, "property", property_names);
}

static obj_id given(const struct world *w, const struct args *a, uint32_t i)
{
	return i < args_positional(w, a) ? arg(w, a, i)
					 : args_keyword(w, a, property_names[i]);
}

static obj_id doc_of(const struct world *w, obj_id function)
{
	return function && obj_kind(w, function) == KIND_FUNCTION
		? obj_field(w, function, FUNCTION_DOC)
		: 0;
}

/* The parts of a new property; a doc that is not given is the getter's. */
static obj_id property_of(struct world *w, obj_id class, const obj_id parts[4])
{
	obj_id o = obj_new_fields(w, KIND_PROPERTY, class, PROPERTY_WORDS);
	obj_id doc = parts[3] && parts[3] != OBJ_NONE ? parts[3] : doc_of(w, parts[0]);

	put(w, o, PROPERTY_GET, parts[0]);
	put(w, o, PROPERTY_SET, parts[1]);
	put(w, o, PROPERTY_DELETE, parts[2]);
	put(w, o, PROPERTY_DOC, doc);
	obj_born(w, o);
	gc_track(w, o);
	return o;
}

obj_id property_new(struct world *w, const struct args *a)
{
	obj_id parts[4];

	if (!property_fits(w, a))
		return 0;
	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	for (uint32_t i = 0; i < 4; i++)
		parts[i] = given(w, a, i);
	return property_of(w, a->self, parts);
}

/* The same property with another function in PART. */
static obj_id property_with(struct world *w, const struct args *a, enum field part)
{
	obj_id parts[4];
	obj_id getter = obj_field(w, a->self, PROPERTY_GET), doc;

	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	for (uint32_t i = 0; i < 3; i++)
		parts[i] = obj_field(w, a->self, PROPERTY_GET + i);
	doc = obj_field(w, a->self, PROPERTY_DOC);
	parts[3] = doc == doc_of(w, getter) ? 0 : doc;
	if (arg(w, a, 0) != OBJ_NONE)
		parts[part] = arg(w, a, 0);
	return property_of(w, obj_class(w, a->self), parts);
}

obj_id property_getter(struct world *w, const struct args *a)
{
	return property_with(w, a, PROPERTY_GET);
}

obj_id property_setter(struct world *w, const struct args *a)
{
	return property_with(w, a, PROPERTY_SET);
}

obj_id property_deleter(struct world *w, const struct args *a)
{
	return property_with(w, a, PROPERTY_DELETE);
}

obj_id property_fget(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, PROPERTY_GET));
}

obj_id property_fset(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, PROPERTY_SET));
}

obj_id property_fdel(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, PROPERTY_DELETE));
}

obj_id property_doc(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, PROPERTY_DOC));
}
