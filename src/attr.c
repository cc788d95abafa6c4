#include "attr.h"

#include "attrs.h"
#include "class.h"
#include "descriptor.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "lookup.h"
#include "oldclass.h"
#include "passing.h"
#include "plain.h"
#include "recursion.h"
#include "refuse.h"
#include "special.h"
#include "suggest.h"
#include "super.h"
#include "text.h"
#include "weakref.h"

obj_id method_new(struct world *w, obj_id function, obj_id self, obj_id class)
{
	obj_id m = obj_new_fields(w, KIND_METHOD, type_object(T_METHOD), METHOD_WORDS);

	hold(w, function);
	set_obj_field(w, m, METHOD_FUNCTION, function);
	if (self)
		hold(w, self);
	set_obj_field(w, m, METHOD_SELF, self);
	if (w->dialect->version.major == 2 && class) {
		hold(w, class);
		set_obj_field(w, m, METHOD_CLASS, class);
	}
	obj_born(w, m);
	gc_track(w, m);
	return m;
}

obj_id unproxy(struct world *w, obj_id o)
{
	if (!is_weak_proxy(w, o))
		return o;
	o = weakref_referent(w, o);
	if (!o)
		raise_error(w, T_REFERENCE_ERROR,
			"weakly-referenced object no longer exists");
	return o;
}

/* Whether a descriptor is that of a value in __slots__; a built-in type's member is an
 * attribute like others. */
static bool is_slot(const struct world *w, obj_id d)
{
	return obj_class(w, d) == type_object(T_MEMBER_DESCRIPTOR) &&
		type_has(w, obj_field(w, d, DESCRIPTOR_TYPE), TYPE_HEAP);
}

/* Whether a class attribute takes precedence over the instance's own. */
static bool is_data_descriptor(const struct world *w, obj_id d)
{
	obj_id class = obj_class(w, d);

	return obj_kind(w, d) == KIND_PROPERTY ||
		class == type_object(T_GETSET_DESCRIPTOR) ||
		class == type_object(T_MEMBER_DESCRIPTOR) || descriptor_sets(w, d);
}

/* The dict or inline value of the object itself; borrowed, 0: not there. */
static obj_id own_attribute(const struct world *w, obj_id o, obj_id name)
{
	obj_id dict;

	switch (obj_kind(w, o)) {
	case KIND_FUNCTION:
		dict = obj_field(w, o, FUNCTION_DICT);
		return dict ? dict_get(w, dict, name) : 0;
	case KIND_MODULE:
		return dict_get(w, obj_field(w, o, MODULE_DICT), name);
	default:
		return instance_get(w, o, name);
	}
}

static enum outcome got(struct world *w, obj_id v, obj_id *result)
{
	hold(w, v);
	*result = v;
	return OUT_VALUE;
}

static enum outcome load_member(struct world *w, obj_id d, obj_id o, obj_id *result)
{
	obj_id v = instance_slot(w, o, obj_field(w, d, DESCRIPTOR_ID));

	if (v)
		return got(w, v, result);
	if (py_at_least(w->dialect->version, 3, 10))
		raise_error(w, T_ATTRIBUTE_ERROR, "'%s' object has no attribute '%s'",
			type_name_of(w, o),
			text_bytes(w, obj_field(w, d, DESCRIPTOR_NAME)));
	else
		raise_error(w, T_ATTRIBUTE_ERROR, "%s",
			text_bytes(w, obj_field(w, d, DESCRIPTOR_NAME)));
	return OUT_ERROR;
}

static enum outcome load_getset(struct world *w, obj_id d, obj_id o, obj_id *result)
{
	struct args a = {.self = o};

	*result = builtin_table[obj_field(w, d, DESCRIPTOR_ID)].fn(w, &a);
	if (*result == RESULT_AGAIN)
		return OUT_AGAIN;
	return *result ? OUT_VALUE : OUT_ERROR;
}

/* The complaint of a property that lacks what is asked of it.  From 3.10 on it knows
 * its name, if it was in a class statement. */
static enum outcome property_lacks(
	struct world *w, obj_id d, obj_id o, const char *part, const char *before)
{
	obj_id name = obj_field(w, d, PROPERTY_NAME);

	if (name && py_at_least(w->dialect->version, 3, 11))
		raise_error(w, T_ATTRIBUTE_ERROR,
			"property '%s' of '%s' object has no %s", text_bytes(w, name),
			type_name_of(w, o), part);
	else if (name)
		raise_error(
			w, T_ATTRIBUTE_ERROR, "%s '%s'", before, text_bytes(w, name));
	else if (py_at_least(w->dialect->version, 3, 11))
		raise_error(w, T_ATTRIBUTE_ERROR, "property of '%s' object has no %s",
			type_name_of(w, o), part);
	else
		raise_error(w, T_ATTRIBUTE_ERROR, "%s", before);
	return OUT_ERROR;
}

static enum outcome load_property(struct world *w, obj_id d, obj_id o, uint32_t dst)
{
	obj_id getter = obj_field(w, d, PROPERTY_GET);

	if (!getter)
		return property_lacks(w, d, o, "getter", "unreadable attribute");
	pass_call_frame(w,
		frame_push_call(w, dst, getter, &o, 1, w->dialect->getter_holds),
		CALL_TUPLE);
	frame_set_path(w, LEVELS_GETTER);
	return OUT_PUSHED;
}

static enum outcome bind_function(
	struct world *w, obj_id function, obj_id self, obj_id class, obj_id *result)
{
	if (!gc_charge(w, gc_free_list(w, KIND_METHOD, 0)))
		return OUT_AGAIN;
	*result = method_new(w, function, self, class);
	return OUT_VALUE;
}

static enum outcome bind_descriptor(struct world *w, obj_id d, obj_id o, obj_id *result)
{
	bool wrapper = obj_class(w, d) == type_object(T_SLOT_WRAPPER);

	if (!gc_charge(w, wrapper ? FREE_NONE : gc_free_list(w, KIND_BUILTIN, 0)))
		return OUT_AGAIN;
	*result = builtin_new_of(w, wrapper ? T_METHOD_WRAPPER : T_BUILTIN,
		obj_field(w, d, DESCRIPTOR_ID), o, 0);
	return OUT_VALUE;
}

static enum outcome bind_wrapper(struct world *w, obj_id d, obj_id type, obj_id *result)
{
	obj_id callable = obj_field(w, d, WRAPPER_CALLABLE);

	if (obj_class(w, d) == type_object(T_STATICMETHOD))
		return got(w, callable, result);
	return bind_function(w, callable, type, obj_class(w, type), result);
}

/* dict.fromkeys: called with the class in front. */
static bool is_class_method(const struct world *w, obj_id d)
{
	return obj_class(w, d) == type_object(T_METHOD_DESCRIPTOR) &&
		(builtin_table[obj_field(w, d, DESCRIPTOR_ID)].flags & BUILTIN_CLASS);
}

/* What real Python has and gcrefs does not, when it is used through O (0: through the
 * class). */
static bool lacks(const struct world *w, obj_id d, obj_id o)
{
	uint32_t id;

	if (obj_kind(w, d) != KIND_DESCRIPTOR || is_slot(w, d))
		return false;
	id = obj_field(w, d, DESCRIPTOR_ID);
	return id == B_lacking_value || (id == B_lacking && o);
}

static enum outcome refuse_descriptor(struct world *w, obj_id d)
{
	refuse_attribute(w, obj_field(w, d, DESCRIPTOR_TYPE),
		text_bytes(w, obj_field(w, d, DESCRIPTOR_NAME)));
	return OUT_ERROR;
}

enum outcome bind_attribute(
	struct world *w, obj_id d, obj_id o, obj_id type, uint32_t dst, obj_id *result)
{
	obj_id class = obj_class(w, d);

	if (descriptor_gets(w, d)) {
		descriptor_get(w, d, o, type, dst);
		return OUT_PUSHED;
	}
	switch (obj_kind(w, d)) {
	case KIND_FUNCTION:
		if (!o && w->dialect->version.major == 3)
			break;
		return bind_function(w, d, o, type, result);
	case KIND_WRAPPER:
		return bind_wrapper(w, d, type, result);
	case KIND_PROPERTY:
		return o ? load_property(w, d, o, dst) : got(w, d, result);
	case KIND_DESCRIPTOR:
		if (lacks(w, d, o))
			return refuse_descriptor(w, d);
		if (is_class_method(w, d))
			return bind_descriptor(w, d, type, result);
		if (!o)
			break;
		if (is_slot(w, d))
			return load_member(w, d, o, result);
		if (class == type_object(T_GETSET_DESCRIPTOR) ||
			class == type_object(T_MEMBER_DESCRIPTOR))
			return load_getset(w, d, o, result);
		return bind_descriptor(w, d, o, result);
	default:
		break;
	}
	return got(w, d, result);
}

static enum outcome no_attribute(struct world *w, obj_id o, obj_id name)
{
	const char *text = text_bytes(w, name);

	if (obj_kind(w, o) == KIND_TYPE)
		raise_error(w, T_ATTRIBUTE_ERROR,
			"type object '%s' has no attribute '%s'", type_name(w, o),
			text);
	else if (obj_kind(w, o) == KIND_MODULE && refuse_module_name(w, o, text))
		return OUT_ERROR;
	else if (obj_kind(w, o) == KIND_MODULE && w->dialect->version.major == 3)
		raise_error(w, T_ATTRIBUTE_ERROR, "module '%s' has no attribute '%s'",
			text_bytes(w,
				dict_get(w, obj_field(w, o, MODULE_DICT),
					name_object(N_NAME))),
			text);
	else
		raise_error(w, T_ATTRIBUTE_ERROR, "'%s' object has no attribute '%s'",
			type_name_of(w, o), text);
	return OUT_ERROR;
}

/* OUT_UNKNOWN: there is none. */
static enum outcome find_in_type(
	struct world *w, obj_id type, obj_id name, uint32_t dst, obj_id *result)
{
	obj_id meta = type_lookup(w, obj_class(w, type), name);
	obj_id own = type_lookup(w, type, name);

	if (meta && is_data_descriptor(w, meta))
		return bind_attribute(w, meta, type, obj_class(w, type), dst, result);
	if (own)
		return bind_attribute(w, own, 0, type, dst, result);
	if (meta)
		return bind_attribute(w, meta, type, obj_class(w, type), dst, result);
	return OUT_UNKNOWN;
}

/* The same for any object. */
static enum outcome find(
	struct world *w, obj_id o, obj_id name, uint32_t dst, obj_id *result)
{
	obj_id d, own;

	if (obj_kind(w, o) == KIND_TYPE)
		return find_in_type(w, o, name, dst, result);
	if (obj_kind(w, o) == KIND_OLD_INSTANCE || obj_kind(w, o) == KIND_OLD_CLASS)
		return old_attr_load(w, o, name, dst, result);
	if (obj_kind(w, o) == KIND_SUPER) {
		enum outcome outcome = super_load(w, o, name, dst, result);

		if (outcome != OUT_UNKNOWN)
			return outcome;
	}
	d = type_lookup(w, obj_class(w, o), name);
	if (d && is_data_descriptor(w, d))
		return bind_attribute(w, d, o, obj_class(w, o), dst, result);
	own = own_attribute(w, o, name);
	if (own)
		return got(w, own, result);
	if (d)
		return bind_attribute(w, d, o, obj_class(w, o), dst, result);
	return OUT_UNKNOWN;
}

/* What an AttributeError needs to be shown with a suggestion. */
static enum outcome noted(struct world *w, enum outcome outcome, obj_id o, obj_id name)
{
	if (outcome == OUT_ERROR &&
		exception_is(w, reg(w, REG_EXCEPTION), T_ATTRIBUTE_ERROR))
		suggest_note(w, reg(w, REG_EXCEPTION), name, o);
	return outcome;
}

enum outcome attr_load_plain(
	struct world *w, obj_id o, obj_id name, uint32_t dst, obj_id *result)
{
	enum outcome outcome = find(w, o, name, dst, result);

	if (outcome == OUT_UNKNOWN)
		outcome = no_attribute(w, o, name);
	return noted(w, outcome, o, name);
}

/* Whether the class of O has a __getattr__ in Python. */
static bool has_getattr(const struct world *w, obj_id o)
{
	return obj_flag(w, o, OBJECT_HEAP_CLASS) &&
		type_has(w, obj_class(w, o), TYPE_HAS_GETATTR);
}

/* Whether finding O.NAME runs Python code that may raise AttributeError. */
static bool runs_python(const struct world *w, obj_id o, obj_id name)
{
	obj_id d = type_lookup(w, obj_class(w, o), name);

	return d && (obj_kind(w, d) == KIND_PROPERTY || descriptor_gets(w, d));
}

static enum outcome load_with_getattr(
	struct world *w, obj_id o, obj_id name, uint32_t dst, obj_id *result)
{
	obj_id e = 0;
	enum outcome outcome;

	if (runs_python(w, o, name)) {
		attribute_push(w, o, name, dst);
		return OUT_PUSHED;
	}
	outcome = find(w, o, name, dst, result);
	if (outcome == OUT_ERROR) {
		e = reg(w, REG_EXCEPTION);
		if (!exception_is(w, e, T_ATTRIBUTE_ERROR))
			return outcome;
		set_reg(w, REG_EXCEPTION, 0);
	} else if (outcome != OUT_UNKNOWN) {
		return outcome;
	}
	pass_class_check(w);
	/* 3.11 made one for nothing. */
	if (!e && py_at_least(w->dialect->version, 3, 11) &&
		!py_at_least(w->dialect->version, 3, 12))
		pass_exception(w, 1);
	push_looked_up(w, N_GETATTR, o, name, dst);
	if (e)
		drop(w, e, NULL);
	return OUT_PUSHED;
}

enum outcome attr_load(
	struct world *w, obj_id o, obj_id name, uint32_t dst, obj_id *result)
{
	o = unproxy(w, o);
	if (!o)
		return OUT_ERROR;
	if (has_getattribute(w, o)) {
		attribute_push(w, o, name, dst);
		return OUT_PUSHED;
	}
	if (has_getattr(w, o))
		return load_with_getattr(w, o, name, dst, result);
	return attr_load_plain(w, o, name, dst, result);
}

/* Py_TPFLAGS_METHOD_DESCRIPTOR: slot wrappers from 3.8 on. */
static bool is_method_descriptor(const struct world *w, obj_id d)
{
	return obj_kind(w, d) == KIND_FUNCTION ||
		obj_class(w, d) == type_object(T_METHOD_DESCRIPTOR) ||
		(obj_class(w, d) == type_object(T_SLOT_WRAPPER) &&
			py_at_least(w->dialect->version, 3, 8));
}

obj_id attr_method(const struct world *w, obj_id o, obj_id name)
{
	obj_id d;

	if (obj_kind(w, o) == KIND_TYPE || obj_kind(w, o) == KIND_MODULE ||
		is_weak_proxy(w, o) || obj_kind(w, o) == KIND_SUPER ||
		has_getattribute(w, o) || obj_kind(w, o) == KIND_OLD_INSTANCE ||
		obj_kind(w, o) == KIND_OLD_CLASS)
		return 0;
	d = type_lookup(w, obj_class(w, o), name);
	if (!d || !is_method_descriptor(w, d) || lacks(w, d, o) ||
		(obj_kind(w, d) == KIND_DESCRIPTOR && is_class_method(w, d)))
		return 0;
	return own_attribute(w, o, name) ? 0 : d;
}

int attr_exists(const struct world *w, obj_id o, obj_id name)
{
	obj_id d = type_lookup(w, obj_class(w, o), name);

	if (obj_kind(w, o) == KIND_TYPE)
		return d || type_lookup(w, o, name) ? 1 : has_getattr(w, o) ? -1 : 0;
	if (is_weak_proxy(w, o) || has_getattribute(w, o) ||
		(d && (obj_kind(w, d) == KIND_PROPERTY || descriptor_gets(w, d))))
		return -1;
	if (d || own_attribute(w, o, name))
		return 1;
	return has_getattr(w, o) ? -1 : 0;
}

/* Storing. */

static enum outcome store_in_dict(struct world *w, obj_id dict, obj_id o, obj_id name,
	obj_id value, struct owned *old)
{
	struct place p = {PLACE_ATTRIBUTE, o, 0, name};
	struct dict_probe probe;
	uint64_t hash;

	if (value) {
		old[0] = (struct owned){dict_set(w, dict, name, value, &p), p};
		return OUT_VALUE;
	}
	hash_value(w, name, &hash);
	dict_probe_start(w, dict, name, hash, &probe);
	if (dict_probe(w, dict, &probe) != DICT_FOUND)
		return no_attribute(w, o, name);
	dict_take(w, dict, probe.entry, &old[1].object, &old[0].object);
	old[0].place = p;
	return OUT_VALUE;
}

/* Whether the instance has its __dict__ already. */
static bool has_dict(const struct world *w, obj_id o)
{
	uint32_t attrs = obj_attrs(w, o);

	return attrs && word(w, attrs + ATTRS_DICT);
}

static enum outcome store_on_instance(
	struct world *w, obj_id o, obj_id name, obj_id value, struct owned *old)
{
	old[0].place = (struct place){PLACE_ATTRIBUTE, o, 0, name};
	if (value) {
		if (instance_lacks_dict(w, o) && !gc_charge(w, FREE_LIST_DICT))
			return OUT_AGAIN;
		old[0].object = instance_set(w, o, name, value);
		return OUT_VALUE;
	}
	old[0].object = instance_delete(w, o, name, &old[1].object);
	if (!old[0].object) {
		if (py_at_least(w->dialect->version, 3, 11) ||
			(w->dialect->version.major == 2 && !has_dict(w, o)))
			return no_attribute(w, o, name);
		raise_error(w, T_ATTRIBUTE_ERROR, "%s", text_bytes(w, name));
		return OUT_ERROR;
	}
	return OUT_VALUE;
}

static enum outcome store_on_function(
	struct world *w, obj_id o, obj_id name, obj_id value, struct owned *old)
{
	if (!obj_field(w, o, FUNCTION_DICT)) {
		gc_count_new(w, FREE_LIST_DICT);
		set_obj_field(w, o, FUNCTION_DICT, dict_new(w));
	}
	return store_in_dict(w, obj_field(w, o, FUNCTION_DICT), o, name, value, old);
}

static enum outcome store_on_type(
	struct world *w, obj_id type, obj_id name, obj_id value, struct owned *old)
{
	enum outcome outcome;

	if (!type_has(w, type, TYPE_HEAP)) {
		if (py_at_least(w->dialect->version, 3, 10))
			raise_error(w, T_TYPE_ERROR,
				"cannot set '%s' attribute of immutable type '%s'",
				text_bytes(w, name), type_name(w, type));
		else
			raise_error(w, T_TYPE_ERROR,
				"can't set attributes of built-in/extension type '%s'",
				type_name(w, type));
		return OUT_ERROR;
	}
	if (!value && !dict_get(w, obj_field(w, type, TYPE_DICT), name)) {
		if (py_at_least(w->dialect->version, 3, 11))
			return no_attribute(w, type, name);
		raise_error(w, T_ATTRIBUTE_ERROR, "%s", text_bytes(w, name));
		return OUT_ERROR;
	}
	outcome =
		store_in_dict(w, obj_field(w, type, TYPE_DICT), type, name, value, old);
	if (class_is_special_name(w, name))
		class_update_all_specials(w);
	return outcome;
}

static enum outcome store_member(
	struct world *w, obj_id d, obj_id o, obj_id value, struct owned *old)
{
	struct place p = {PLACE_ATTRIBUTE, o, obj_field(w, d, DESCRIPTOR_ID),
		obj_field(w, d, DESCRIPTOR_NAME)};

	old[0] = (struct owned){instance_set_slot(w, o, p.index, value), p};
	if (value) {
		announce_bind(w, value, &p, 0);
	} else if (!old[0].object) {
		raise_error(w, T_ATTRIBUTE_ERROR, "%s", text_bytes(w, p.name));
		return OUT_ERROR;
	}
	return OUT_VALUE;
}

enum outcome property_store(
	struct world *w, obj_id d, obj_id o, obj_id value, uint32_t dst)
{
	obj_id function = obj_field(w, d, value ? PROPERTY_SET : PROPERTY_DELETE);

	if (!function)
		return property_lacks(w, d, o, value ? "setter" : "deleter",
			value ? "can't set attribute" : "can't delete attribute");
	pass_call_frame(w,
		frame_push_call(w, dst, function, (obj_id[]){o, value}, value ? 2 : 1,
			w->dialect->getter_holds),
		CALL_TUPLE);
	return OUT_PUSHED;
}

static enum outcome store_getset(struct world *w, obj_id d, obj_id o, obj_id name,
	obj_id value, struct owned *old)
{
	attribute_setter *setter =
		attribute_setter_find(obj_field(w, d, DESCRIPTOR_ID));

	if (lacks(w, d, o))
		return refuse_descriptor(w, d);
	if (setter)
		return setter(w, o, value, old) ? OUT_VALUE : OUT_ERROR;
	if (obj_class(w, d) == type_object(T_MEMBER_DESCRIPTOR))
		raise_error(w,
			w->dialect->version.major == 2 ? T_TYPE_ERROR
						       : T_ATTRIBUTE_ERROR,
			"readonly attribute");
	else
		raise_error(w, T_ATTRIBUTE_ERROR,
			"attribute '%s' of '%s' objects is not writable",
			text_bytes(w, name),
			type_name(w, obj_field(w, d, DESCRIPTOR_TYPE)));
	return OUT_ERROR;
}

static enum outcome store_descriptor(struct world *w, obj_id d, obj_id o, obj_id name,
	obj_id value, uint32_t dst, struct owned *old)
{
	if (descriptor_sets(w, d))
		return descriptor_set(w, d, o, value, dst);
	if (obj_kind(w, d) == KIND_PROPERTY)
		return property_store(w, d, o, value, dst);
	if (is_slot(w, d))
		return store_member(w, d, o, value, old);
	return store_getset(w, d, o, name, value, old);
}

/* A class's own __setattr__ or __delattr__; 0: the generic one. */
static obj_id store_hook(const struct world *w, obj_id o, obj_id value)
{
	enum name name = value ? N_SETATTR : N_DELATTR;
	obj_id hook;

	if (!type_has(w, obj_class(w, o), TYPE_HAS_SETATTR))
		return 0;
	hook = type_lookup(w, obj_class(w, o), name_object(name));
	return hook && obj_kind(w, hook) == KIND_FUNCTION ? hook : 0;
}

static enum outcome cannot_store(struct world *w, obj_id o, obj_id name, obj_id d)
{
	if (!d && py_at_least(w->dialect->version, 3, 13)) {
		raise_error(w, T_ATTRIBUTE_ERROR,
			"'%s' object has no attribute '%s' and no __dict__ for setting new attributes",
			type_name_of(w, o), text_bytes(w, name));
		suggest_note(w, reg(w, REG_EXCEPTION), name, o);
		return OUT_ERROR;
	}
	if (!d)
		return no_attribute(w, o, name);
	raise_error(w, T_ATTRIBUTE_ERROR, "'%s' object attribute '%s' is read-only",
		type_name_of(w, o), text_bytes(w, name));
	return OUT_ERROR;
}

enum outcome attr_store(struct world *w, obj_id o, obj_id name, obj_id value,
	uint32_t dst, struct owned *old)
{
	obj_id hook;

	old[0] = old[1] = (struct owned){0};
	o = unproxy(w, o);
	if (!o)
		return OUT_ERROR;
	if (obj_kind(w, o) == KIND_OLD_INSTANCE || obj_kind(w, o) == KIND_OLD_CLASS)
		return old_attr_store(w, o, name, value, dst, old);
	hook = passes_over(w, o) ? 0 : store_hook(w, o, value);
	if (hook) {
		push_hook(w, hook, (obj_id[]){o, name, value}, value ? 3 : 2, dst);
		return OUT_PUSHED;
	}
	return attr_store_plain(w, o, name, value, dst, old);
}

enum outcome attr_store_plain(struct world *w, obj_id o, obj_id name, obj_id value,
	uint32_t dst, struct owned *old)
{
	obj_id d = type_lookup(w, obj_class(w, o), name);

	old[0] = old[1] = (struct owned){0};
	if (obj_kind(w, o) == KIND_TYPE && !type_has(w, o, TYPE_HEAP))
		return store_on_type(w, o, name, value, old);
	if (d && is_data_descriptor(w, d))
		return store_descriptor(w, d, o, name, value, dst, old);
	switch (obj_kind(w, o)) {
	case KIND_TYPE:
		return store_on_type(w, o, name, value, old);
	case KIND_FUNCTION:
		return store_on_function(w, o, name, value, old);
	case KIND_MODULE:
		return store_in_dict(
			w, obj_field(w, o, MODULE_DICT), o, name, value, old);
	default:
		if (type_has(w, obj_class(w, o), TYPE_HAS_DICT))
			return store_on_instance(w, o, name, value, old);
		return cannot_store(w, o, name, d);
	}
}
