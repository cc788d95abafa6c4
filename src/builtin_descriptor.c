#include "builtin.h"

#include "arguments.h"
#include "dealloc.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"

/* property, staticmethod, classmethod (Objects/descrobject.c, funcobject.c). */

static void put_held(struct world *w, obj_id o, enum field field, obj_id value)
{
	if (!value || value == OBJ_NONE)
		return;
	hold(w, value);
	set_obj_field(w, o, field, value);
}

static const char *const property_keywords[] = {"fget", "fset", "fdel", "doc", NULL};

static obj_id property_part(const struct world *w, const struct args *a, uint32_t i)
{
	return i < args_positional(w, a) ? arg(w, a, i)
					 : args_keyword(w, a, property_keywords[i]);
}

static obj_id make_property(struct world *w, obj_id class, const obj_id parts[4])
{
	obj_id p, doc = parts[3];

	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	p = obj_new_fields(w, KIND_PROPERTY, class, PROPERTY_WORDS);
	for (uint32_t i = 0; i < 3; i++)
		put_held(w, p, (enum field)(PROPERTY_GET + i), parts[i]);
	if (!doc && parts[0] && obj_kind(w, parts[0]) == KIND_FUNCTION)
		doc = obj_field(w, parts[0], FUNCTION_DOC);
	put_held(w, p, PROPERTY_DOC, doc);
	obj_born(w, p);
	gc_track(w, p);
	return p;
}

obj_id property_new(struct world *w, const struct args *a)
{
	obj_id parts[4];

	if (!args_known(w, a, "property", property_keywords))
		return 0;
	if (a->count > 4)
		return raise_error(w, T_TYPE_ERROR,
			"property() takes at most 4 arguments (%u given)", a->count);
	for (uint32_t i = 0; i < 4; i++)
		parts[i] = property_part(w, a, i);
	return make_property(w, a->self, parts);
}

/* p.setter(f) and its kin: a copy with one part changed. */
static obj_id with_part(struct world *w, const struct args *a, uint32_t changed)
{
	obj_id parts[4] = {0};

	for (uint32_t i = 0; i < 3; i++)
		parts[i] = obj_field(w, a->self, PROPERTY_GET + i);
	if (arg(w, a, 0) != OBJ_NONE)
		parts[changed] = arg(w, a, 0);
	return make_property(w, obj_class(w, a->self), parts);
}

obj_id property_getter(struct world *w, const struct args *a)
{
	return with_part(w, a, 0);
}

obj_id property_setter(struct world *w, const struct args *a)
{
	return with_part(w, a, 1);
}

obj_id property_deleter(struct world *w, const struct args *a)
{
	return with_part(w, a, 2);
}

static obj_id field_of(struct world *w, obj_id o, enum field field)
{
	obj_id value = obj_field(w, o, field);

	if (!value)
		value = OBJ_NONE;
	hold(w, value);
	return value;
}

obj_id property_fget(struct world *w, const struct args *a)
{
	return field_of(w, a->self, PROPERTY_GET);
}

obj_id property_fset(struct world *w, const struct args *a)
{
	return field_of(w, a->self, PROPERTY_SET);
}

obj_id property_fdel(struct world *w, const struct args *a)
{
	return field_of(w, a->self, PROPERTY_DELETE);
}

obj_id property_doc(struct world *w, const struct args *a)
{
	return field_of(w, a->self, PROPERTY_DOC);
}

static obj_id make_wrapper(struct world *w, const struct args *a)
{
	obj_id o;

	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	o = obj_new_fields(w, KIND_WRAPPER, a->self, WRAPPER_WORDS);
	hold(w, arg(w, a, 0));
	set_obj_field(w, o, WRAPPER_CALLABLE, arg(w, a, 0));
	obj_born(w, o);
	gc_track(w, o);
	return o;
}

obj_id staticmethod_new(struct world *w, const struct args *a)
{
	return make_wrapper(w, a);
}

obj_id classmethod_new(struct world *w, const struct args *a)
{
	return make_wrapper(w, a);
}

obj_id staticmethod_function(struct world *w, const struct args *a)
{
	return field_of(w, a->self, WRAPPER_CALLABLE);
}

obj_id classmethod_function(struct world *w, const struct args *a)
{
	return field_of(w, a->self, WRAPPER_CALLABLE);
}
