#include "oldclass.h"

#include "attr.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "list.h"
#include "passing.h"
#include "special.h"
#include "text.h"

obj_id old_class_new(struct world *w, obj_id name, obj_id bases, obj_id namespace)
{
	obj_id class = obj_new_fields(
		w, KIND_OLD_CLASS, type_object(T_OLD_CLASS), OLD_CLASS_WORDS);
	obj_id old;

	if (!dict_get(w, namespace, name_object(N_DOC))) {
		old = dict_set(w, namespace, name_object(N_DOC), OBJ_NONE, NULL);
		assert(!old);
		(void)old;
	}
	hold(w, bases);
	set_obj_field(w, class, OLD_CLASS_BASES, bases);
	hold(w, namespace);
	set_obj_field(w, class, OLD_CLASS_DICT, namespace);
	hold(w, name);
	set_obj_field(w, class, OLD_CLASS_NAME, name);
	obj_born(w, class);
	gc_track(w, class);
	return class;
}

obj_id old_class_lookup(const struct world *w, obj_id class, obj_id name)
{
	obj_id bases = obj_field(w, class, OLD_CLASS_BASES);
	obj_id found = dict_get(w, obj_field(w, class, OLD_CLASS_DICT), name);

	for (uint32_t i = 0; !found && i < obj_n(w, bases); i++) {
		obj_id base = item(w, bases, i);

		if (obj_kind(w, base) == KIND_OLD_CLASS)
			found = old_class_lookup(w, base, name);
	}
	return found;
}

static const char *class_name(const struct world *w, obj_id class)
{
	return text_bytes(w, obj_field(w, class, OLD_CLASS_NAME));
}

static enum outcome got(struct world *w, obj_id v, obj_id *result)
{
	hold(w, v);
	*result = v;
	return OUT_VALUE;
}

/* What a class attribute gives when reached through an instance, or not (0). */
static enum outcome bind_old(struct world *w, obj_id v, obj_id self, obj_id class,
	uint32_t dst, obj_id *result)
{
	if (obj_kind(w, v) != KIND_FUNCTION)
		return bind_attribute(w, v, self, class, dst, result);
	if (!gc_charge(w, gc_free_list(w, KIND_METHOD, 0)))
		return OUT_AGAIN;
	*result = method_new(w, v, self, class);
	return OUT_VALUE;
}

static enum outcome load_from_class(
	struct world *w, obj_id class, obj_id name, uint32_t dst, obj_id *result)
{
	obj_id v;

	if (text_is(w, name, "__dict__"))
		return got(w, obj_field(w, class, OLD_CLASS_DICT), result);
	if (text_is(w, name, "__name__"))
		return got(w, obj_field(w, class, OLD_CLASS_NAME), result);
	if (text_is(w, name, "__bases__"))
		return got(w, obj_field(w, class, OLD_CLASS_BASES), result);
	v = old_class_lookup(w, class, name);
	if (v)
		return bind_old(w, v, 0, class, dst, result);
	raise_error(w, T_ATTRIBUTE_ERROR, "class %s has no attribute '%s'",
		class_name(w, class), text_bytes(w, name));
	return OUT_ERROR;
}

static enum outcome load_from_instance(
	struct world *w, obj_id o, obj_id name, uint32_t dst, obj_id *result)
{
	obj_id class = obj_field(w, o, OLD_INSTANCE_CLASS);
	obj_id v, getattr;

	if (text_is(w, name, "__dict__"))
		return got(w, obj_field(w, o, OLD_INSTANCE_DICT), result);
	if (text_is(w, name, "__class__"))
		return got(w, class, result);
	v = dict_get(w, obj_field(w, o, OLD_INSTANCE_DICT), name);
	if (v)
		return got(w, v, result);
	v = old_class_lookup(w, class, name);
	if (v)
		return bind_old(w, v, o, class, dst, result);
	getattr = old_class_lookup(w, class, name_object(N_GETATTR));
	if (getattr) {
		push_hook(w, getattr, (obj_id[]){o, name}, 2, dst);
		return OUT_PUSHED;
	}
	raise_error(w, T_ATTRIBUTE_ERROR, "%s instance has no attribute '%s'",
		class_name(w, class), text_bytes(w, name));
	return OUT_ERROR;
}

enum outcome old_attr_load(
	struct world *w, obj_id o, obj_id name, uint32_t dst, obj_id *result)
{
	if (obj_kind(w, o) == KIND_OLD_CLASS)
		return load_from_class(w, o, name, dst, result);
	return load_from_instance(w, o, name, dst, result);
}

/* instance_setattr: __class__ and __dict__ are the instance's own references. */
static enum outcome store_field(
	struct world *w, obj_id o, enum field field, obj_id value, struct owned *old)
{
	bool class = field == OLD_INSTANCE_CLASS;

	if (!value || obj_kind(w, value) != (class ? KIND_OLD_CLASS : KIND_DICT)) {
		raise_error(w, T_TYPE_ERROR,
			class ? "__class__ must be set to a class"
			      : "__dict__ must be set to a dictionary");
		return OUT_ERROR;
	}
	old[0].object = obj_field(w, o, field);
	set_obj_field(w, o, field, value);
	return OUT_VALUE;
}

enum outcome old_attr_store(struct world *w, obj_id o, obj_id name, obj_id value,
	uint32_t dst, struct owned *old)
{
	bool is_class = obj_kind(w, o) == KIND_OLD_CLASS;
	obj_id class = is_class ? o : obj_field(w, o, OLD_INSTANCE_CLASS);
	obj_id dict = is_class ? obj_field(w, o, OLD_CLASS_DICT)
			       : obj_field(w, o, OLD_INSTANCE_DICT);
	obj_id hook = is_class ? 0
			       : old_class_lookup(w, class,
					 name_object(value ? N_SETATTR : N_DELATTR));
	struct place p = {PLACE_ATTRIBUTE, o, 0, name};
	struct dict_probe probe;
	uint64_t hash;

	if (!is_class && text_is(w, name, "__class__"))
		return store_field(w, o, OLD_INSTANCE_CLASS, value, old);
	if (!is_class && text_is(w, name, "__dict__"))
		return store_field(w, o, OLD_INSTANCE_DICT, value, old);
	if (hook) {
		push_hook(w, hook, (obj_id[]){o, name, value}, value ? 3 : 2, dst);
		return OUT_PUSHED;
	}
	old[0].place = p;
	if (value) {
		old[0].object = dict_set(w, dict, name, value, &p);
		return OUT_VALUE;
	}
	hash_value(w, name, &hash);
	dict_probe_start(w, dict, name, hash, &probe);
	if (dict_probe(w, dict, &probe) == DICT_FOUND) {
		dict_take(w, dict, probe.entry, &old[1].object, &old[0].object);
		return OUT_VALUE;
	}
	raise_error(w, T_ATTRIBUTE_ERROR,
		is_class ? "class %s has no attribute '%s'"
			 : "%s instance has no attribute '%s'",
		class_name(w, class), text_bytes(w, name));
	return OUT_ERROR;
}

enum outcome call_old_class(struct world *w, obj_id class, const struct args *a,
	uint32_t dst, obj_id *result)
{
	struct args with_class = *a;

	with_class.self = class;
	return call_builtin_id(w, B_old_class_call_step, &with_class, dst, result);
}

static bool make_instance(struct world *w, uint32_t f, obj_id class)
{
	obj_id o;

	if (!gc_charge(w, FREE_NONE))
		return false;
	o = obj_new_fields(
		w, KIND_OLD_INSTANCE, type_object(T_OLD_INSTANCE), OLD_INSTANCE_WORDS);
	hold(w, class);
	set_obj_field(w, o, OLD_INSTANCE_CLASS, class);
	gc_count_new(w, FREE_LIST_DICT);
	set_obj_field(w, o, OLD_INSTANCE_DICT, dict_new(w));
	set_word(w, builtin_local(w, f, 0), o);
	obj_born(w, o);
	gc_track(w, o);
	return true;
}

static void call_init(struct world *w, uint32_t f, const struct args *a)
{
	obj_id init = old_class_lookup(w, a->self, name_object(N_INIT));
	uint32_t instance = builtin_local(w, f, 0);
	obj_id o = word(w, instance), result = 0;
	struct args given = *a;

	if (!init && a->count == 0) {
		set_word(w, instance, 0);
		builtin_return(w, o);
		return;
	}
	if (!init) {
		raise_error(w, T_TYPE_ERROR, "this constructor takes no arguments");
		builtin_return(w, 0);
		return;
	}
	given.self = o;
	given.move = true;
	incref(w, o, NULL);
	set_word(w, builtin_local(w, f, 1), o);
	switch (call(w, init, &given, f + FRAME_RESULT, &result)) {
	case OUT_VALUE:
		set_word(w, f + FRAME_RESULT, result);
		set_frame_state(w, f, 2);
		break;
	case OUT_PUSHED:
		set_word(w, frame_extra(w, f, BUILTIN_WORD_HELD),
			pass_call(w, CALL_INIT,
				a->count - (a->names ? obj_n(w, a->names) : 0)));
		set_frame_state(w, f, 2);
		break;
	case OUT_ERROR:
	case OUT_UNKNOWN:
		builtin_return(w, 0);
		break;
	case OUT_AGAIN:
		break;
	}
}

void old_class_call_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t instance = builtin_local(w, f, 0);
	obj_id o, result;

	if (frame_state(w, f) == 0 && !make_instance(w, f, a.self))
		return;
	if (frame_state(w, f) == 0)
		set_frame_state(w, f, 1);
	if (frame_state(w, f) == 1) {
		call_init(w, f, &a);
		return;
	}
	result = word(w, f + FRAME_RESULT);
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, 2), result);
	if (!reg(w, REG_EXCEPTION) && result != OBJ_NONE)
		raise_error(w, T_TYPE_ERROR, "__init__() should return None");
	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	o = word(w, instance);
	set_word(w, instance, 0);
	builtin_return(w, o);
}
