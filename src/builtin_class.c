#include "builtin.h"

#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "exception.h"
#include "gc.h"
#include "lookup.h"
#include "refuse.h"
#include "text.h"

/* What classes say of themselves and let be set: __doc__, __annotations__, __name__ and
 * their like. */

static obj_id held(struct world *w, obj_id o)
{
	if (!o)
		o = OBJ_NONE;
	hold(w, o);
	return o;
}

static obj_id own(const struct world *w, obj_id type, enum name name)
{
	return dict_get(w, obj_field(w, type, TYPE_DICT), name_object(name));
}

obj_id type_attr_doc(struct world *w, const struct args *a)
{
	if (!type_has(w, a->self, TYPE_HEAP))
		return refuse_attribute(w, a->self, "__doc__");
	return held(w, own(w, a->self, N_DOC));
}

/* 3.10+: made when it is first asked for. */
obj_id type_attr_annotations(struct world *w, const struct args *a)
{
	obj_id dict = own(w, a->self, N_ANNOTATIONS);

	if (!type_has(w, a->self, TYPE_HEAP))
		return raise_error(w, T_ATTRIBUTE_ERROR,
			"type object '%s' has no attribute '__annotations__'",
			type_name(w, a->self));
	if (dict)
		return held(w, dict);
	if (!gc_charge(w, FREE_LIST_DICT))
		return RESULT_AGAIN;
	dict = dict_new(w);
	dict_set(w, obj_field(w, a->self, TYPE_DICT), name_object(N_ANNOTATIONS),
		held(w, dict), NULL);
	return dict;
}

/* Setters. */

static bool cannot_delete(struct world *w, obj_id type, const char *name)
{
	if (py_at_least(w->dialect->version, 3, 10))
		raise_error(w, T_TYPE_ERROR,
			"cannot delete '%s' attribute of immutable type '%s'", name,
			type_name(w, type));
	else
		raise_error(w, T_TYPE_ERROR, "can't delete %s.%s", type_name(w, type),
			name);
	return false;
}

static bool put_name(struct world *w, obj_id type, enum field field, const char *name,
	obj_id value, struct owned *old)
{
	struct place p = {PLACE_FIELD, type, field, 0};

	if (!value)
		return cannot_delete(w, type, name);
	if (obj_kind(w, value) != native_kind(w)) {
		raise_error(w, T_TYPE_ERROR,
			"can only assign string to %s.%s, not '%s'", type_name(w, type),
			name, type_name_of(w, value));
		return false;
	}
	old[0] = (struct owned){obj_field(w, type, field), p};
	set_obj_field(w, type, field, value);
	announce_bind(w, value, &p, 0);
	return true;
}

static bool set_type_name(struct world *w, obj_id type, obj_id value, struct owned *old)
{
	return put_name(w, type, TYPE_NAME, "__name__", value, old);
}

static bool set_type_qualname(
	struct world *w, obj_id type, obj_id value, struct owned *old)
{
	return put_name(w, type, TYPE_QUALNAME, "__qualname__", value, old);
}

/* Those that are in the class's dict. */
static bool put_own(
	struct world *w, obj_id type, enum name name, obj_id value, struct owned *old)
{
	struct place p = {PLACE_ATTRIBUTE, type, 0, name_object(name)};

	if (!value)
		return cannot_delete(w, type, text_bytes(w, p.name));
	old[0] = (struct owned){
		dict_set(w, obj_field(w, type, TYPE_DICT), p.name, value, &p), p};
	return true;
}

static bool set_type_module(
	struct world *w, obj_id type, obj_id value, struct owned *old)
{
	return put_own(w, type, N_MODULE, value, old);
}

static bool set_type_doc(struct world *w, obj_id type, obj_id value, struct owned *old)
{
	if (w->dialect->version.major == 3)
		return put_own(w, type, N_DOC, value, old);
	raise_error(w, T_ATTRIBUTE_ERROR,
		"attribute '__doc__' of 'type' objects is not writable");
	return false;
}

static bool set_type_annotations(
	struct world *w, obj_id type, obj_id value, struct owned *old)
{
	obj_id dict = obj_field(w, type, TYPE_DICT);
	uint32_t entry = dict_find(w, dict, name_object(N_ANNOTATIONS));

	if (value)
		return put_own(w, type, N_ANNOTATIONS, value, old);
	if (!own(w, type, N_ANNOTATIONS)) {
		raise_error(w, T_ATTRIBUTE_ERROR,
			py_at_least(w->dialect->version, 3, 11)
				? "type object '%s' has no attribute '__annotations__'"
				: "__annotations__",
			type_name(w, type));
		return false;
	}
	dict_take(w, dict, entry, &old[1].object, &old[0].object);
	return true;
}

static bool set_type_bases(
	struct world *w, obj_id type, obj_id value, struct owned *old)
{
	(void)value;
	(void)old;
	refuse_attribute(w, obj_class(w, type), "__bases__ = ...");
	return false;
}

attribute_setter *type_setter_find(uint32_t id)
{
	switch (id) {
	case B_type_attr_name:
		return set_type_name;
	case B_type_attr_qualname:
		return set_type_qualname;
	case B_type_attr_module:
		return set_type_module;
	case B_type_attr_doc:
		return set_type_doc;
	case B_type_attr_bases:
		return set_type_bases;
	case B_type_attr_annotations:
		return set_type_annotations;
	default:
		return NULL;
	}
}
