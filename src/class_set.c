#include "class.h"

#include "attrs.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "text.h"

/* Assignment to __class__ and __dict__ of instances, to __name__ and its like of
 * classes (Objects/typeobject.c, object_set_class, type_set_name ...). */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static bool refuse(struct world *w, const char *message)
{
	raise_error(w, T_TYPE_ERROR, "%s", message);
	return false;
}

static bool is_class(struct world *w, obj_id value)
{
	if (!value)
		return refuse(w, "can't delete __class__ attribute");
	if (obj_kind(w, value) == KIND_TYPE)
		return true;
	raise_error(w, T_TYPE_ERROR,
		is_two(w) ? "__class__ must be set to new-style class, not '%s' object"
			  : "__class__ must be set to a class, not '%s' object",
		type_name_of(w, value));
	return false;
}

static bool same_slots(const struct world *w, obj_id a, obj_id b)
{
	uint32_t n = obj_field(w, a, TYPE_SLOT_COUNT);

	if (n != obj_field(w, b, TYPE_SLOT_COUNT))
		return false;
	for (uint32_t i = 0; i < n; i++) {
		if (!text_same(w, word(w, obj_field(w, a, TYPE_SLOTS) + i),
			    word(w, obj_field(w, b, TYPE_SLOTS) + i)))
			return false;
	}
	return true;
}

static bool same_form(const struct world *w, obj_id a, obj_id b)
{
	return same_slots(w, a, b) &&
		obj_field(w, a, TYPE_KIND) == obj_field(w, b, TYPE_KIND) &&
		type_has(w, a, TYPE_HAS_DICT) == type_has(w, b, TYPE_HAS_DICT) &&
		type_has(w, a, TYPE_HAS_WEAK) == type_has(w, b, TYPE_HAS_WEAK);
}

bool object_set_class(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	obj_id class = obj_class(w, o);

	if (!is_class(w, value))
		return false;
	if (!type_has(w, value, TYPE_HEAP) || !type_has(w, class, TYPE_HEAP))
		return refuse(w,
			is_two(w) ? "__class__ assignment: only for heap types"
				: py_at_least(w->dialect->version, 3, 10)
				? "__class__ assignment only supported for mutable types or ModuleType subclasses"
				: "__class__ assignment only supported for heap types or ModuleType subclasses");
	if (!same_form(w, class, value)) {
		raise_error(w, T_TYPE_ERROR,
			"__class__ assignment: '%s' object layout differs from '%s'",
			type_name(w, is_two(w) ? class : value),
			type_name(w, is_two(w) ? value : class));
		return false;
	}
	if (obj_flag(w, o, OBJECT_INPLACE))
		instance_dict(w, o);
	set_word(w, BASE_CLASS + o, value);
	old[0] = (struct owned){class, {PLACE_CLASS, o, 0, 0}};
	return true;
}

bool object_set_dict(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	if (!value)
		return refuse(w, "cannot delete __dict__");
	if (obj_kind(w, value) != KIND_DICT) {
		raise_error(w, T_TYPE_ERROR,
			"__dict__ must be set to a dictionary, not a '%s'",
			type_name_of(w, value));
		return false;
	}
	instance_dict(w, o);
	old[0] = (struct owned){
		instance_replace_dict(w, o, value), {PLACE_DICT, o, 0, 0}};
	return true;
}

static bool set_text(struct world *w, obj_id type, enum field field, const char *name,
	obj_id value, struct owned *old)
{
	if (!type_has(w, type, TYPE_HEAP)) {
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 10)
				? "cannot set '%s' attribute of immutable type '%s'"
				: "can't set %s.%s",
			py_at_least(w->dialect->version, 3, 10) ? name
								: type_name(w, type),
			py_at_least(w->dialect->version, 3, 10) ? type_name(w, type)
								: name);
		return false;
	}
	if (!value) {
		if (py_at_least(w->dialect->version, 3, 10))
			raise_error(w, T_TYPE_ERROR,
				"cannot delete '%s' attribute of immutable type '%s'",
				name, type_name(w, type));
		else
			raise_error(w, T_TYPE_ERROR, "can't delete %s.%s",
				type_name(w, type), name);
		return false;
	}
	if (obj_kind(w, value) != native_kind(w)) {
		raise_error(w, T_TYPE_ERROR,
			"can only assign string to %s.%s, not '%s'", type_name(w, type),
			name, type_name_of(w, value));
		return false;
	}
	old[0].object = obj_field(w, type, field);
	set_obj_field(w, type, field, value);
	return true;
}

bool type_set_name(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	return set_text(w, o, TYPE_NAME, "__name__", value, old);
}

bool type_set_qualname(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	return set_text(w, o, TYPE_QUALNAME, "__qualname__", value, old);
}

bool type_set_module(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	if (!type_has(w, o, TYPE_HEAP)) {
		raise_error(
			w, T_TYPE_ERROR, "can't set %s.__module__", type_name(w, o));
		return false;
	}
	if (!value) {
		raise_error(
			w, T_TYPE_ERROR, "can't delete %s.__module__", type_name(w, o));
		return false;
	}
	old[0].object = dict_set(
		w, obj_field(w, o, TYPE_DICT), name_object(N_MODULE), value, NULL);
	return true;
}

bool type_set_abstract(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	bool any = value && obj_kind(w, value) == KIND_SET && obj_n(w, value);
	uint32_t flags = obj_field(w, o, TYPE_FLAGS) & ~(uint32_t)TYPE_ABSTRACT;

	if (!value || !type_has(w, o, TYPE_HEAP)) {
		raise_error(w, T_ATTRIBUTE_ERROR, "__abstractmethods__");
		return false;
	}
	set_obj_field(w, o, TYPE_FLAGS, flags | (any ? TYPE_ABSTRACT : 0));
	old[0].object = dict_set(w, obj_field(w, o, TYPE_DICT),
		name_object(N_ABSTRACT_METHODS), value, NULL);
	return true;
}
