#include "lookup.h"

#include "dialect.h"
#include "dict.h"
#include "text.h"

static obj_id old_class_lookup(const struct world *w, obj_id class, obj_id name)
{
	obj_id bases = obj_field(w, class, OLD_CLASS_BASES);
	obj_id found = dict_get(w, obj_field(w, class, OLD_CLASS_DICT), name);

	for (uint32_t i = 0; !found && bases && i < obj_n(w, bases); i++)
		found = type_lookup(w, obj_field(w, bases, i), name);
	return found;
}

obj_id type_lookup(const struct world *w, obj_id type, obj_id name)
{
	obj_id mro, found = 0;

	if (obj_kind(w, type) == KIND_OLD_CLASS)
		return old_class_lookup(w, type, name);
	mro = obj_field(w, type, TYPE_MRO);
	for (uint32_t i = 0; !found && mro && i < obj_n(w, mro); i++) {
		obj_id class = obj_field(w, mro, i);

		if (obj_kind(w, class) == KIND_OLD_CLASS)
			found = dict_get(w, obj_field(w, class, OLD_CLASS_DICT), name);
		else if (obj_field(w, class, TYPE_DICT))
			found = dict_get(w, obj_field(w, class, TYPE_DICT), name);
	}
	return found;
}

bool type_is_subtype(const struct world *w, obj_id type, obj_id super)
{
	obj_id mro = obj_field(w, type, TYPE_MRO);

	if (type == super)
		return true;
	for (uint32_t i = 0; mro && i < obj_n(w, mro); i++) {
		if (obj_field(w, mro, i) == super)
			return true;
	}
	return false;
}

bool class_is_subclass(const struct world *w, obj_id class, obj_id super)
{
	obj_id bases;

	if (obj_kind(w, class) != KIND_OLD_CLASS)
		return type_is_subtype(w, class, super);
	if (class == super)
		return true;
	bases = obj_field(w, class, OLD_CLASS_BASES);
	for (uint32_t i = 0; bases && i < obj_n(w, bases); i++) {
		if (class_is_subclass(w, obj_field(w, bases, i), super))
			return true;
	}
	return false;
}

/* 2.7: exceptions are in a module of their own; NULL: no exception. */
static const char *exception_name(obj_id type)
{
	static const char *const names[] = {
#define TYPE(id, kind, base, name2, name3) \
	KIND_##kind == KIND_EXCEPTION ? "exceptions." name2 : NULL,
#include "types.def"
#undef TYPE
	};
	uint32_t i = type - OBJ_TYPES;

	return type >= OBJ_TYPES && i < sizeof(names) / sizeof(*names) ? names[i]
								       : NULL;
}

/* The tp_name of types that are in a module; NULL: __name__ will do. */
static const char *dotted_name(const struct world *w, obj_id type)
{
	bool three = w->dialect->version.major == 3;

	if (!three && obj_field(w, type, TYPE_KIND) == KIND_EXCEPTION)
		return exception_name(type);
	if (type == type_object(T_FILE))
		return three ? "_io.TextIOWrapper" : NULL;
	if (!three || w->dialect->version.minor < 10)
		return NULL;
	if (type == type_object(T_WEAKREF))
		return "weakref.ReferenceType";
	if (type == type_object(T_PROXY))
		return "weakref.ProxyType";
	return type == type_object(T_CALLABLE_PROXY) ? "weakref.CallableProxyType"
						     : NULL;
}

const char *type_short_name(const struct world *w, obj_id class)
{
	bool old = obj_kind(w, class) == KIND_OLD_CLASS;
	obj_id name = obj_field(w, class, old ? OLD_CLASS_NAME : TYPE_NAME);

	return name ? text_bytes(w, name) : "";
}

const char *type_name(const struct world *w, obj_id type)
{
	const char *dotted =
		obj_kind(w, type) == KIND_OLD_CLASS ? NULL : dotted_name(w, type);

	return dotted ? dotted : type_short_name(w, type);
}

const char *type_name_of(const struct world *w, obj_id o)
{
	return type_name(w, obj_class(w, o));
}
