#include "builtin.h"

#include "attrs.h"
#include "class.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "list.h"
#include "lookup.h"
#include "text.h"

/* Attributes of objects and types, and type(). */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static obj_id held(struct world *w, obj_id o)
{
	if (!o)
		o = OBJ_NONE;
	hold(w, o);
	return o;
}

/* __dict__ and __weakref__ of instances: descriptors of their class. */
obj_id object_dict(struct world *w, const struct args *a)
{
	return held(w, instance_dict(w, a->self));
}

obj_id object_weakref(struct world *w, const struct args *a)
{
	return held(w, obj_weak(w, a->self));
}

obj_id object_class(struct world *w, const struct args *a)
{
	if (obj_kind(w, a->self) == KIND_OLD_INSTANCE)
		return held(w, obj_field(w, a->self, OLD_INSTANCE_CLASS));
	return held(w, obj_class(w, a->self));
}

/* object's own methods. */
obj_id object_init(struct world *w, const struct args *a)
{
	(void)w;
	(void)a;
	return OBJ_NONE;
}

obj_id type_attr_name(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, TYPE_NAME));
}

obj_id type_attr_qualname(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, TYPE_QUALNAME));
}

obj_id type_attr_mro(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, TYPE_MRO));
}

obj_id type_attr_bases(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, TYPE_BASES));
}

obj_id type_attr_base(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, TYPE_BASE));
}

obj_id type_attr_module(struct world *w, const struct args *a)
{
	obj_id module = type_has(w, a->self, TYPE_HEAP)
		? dict_get(w, obj_field(w, a->self, TYPE_DICT), name_object(N_MODULE))
		: 0;

	if (module)
		return held(w, module);
	if (is_two(w) && type_has(w, a->self, TYPE_IS_EXCEPTION))
		return native_from(w, "exceptions");
	if (obj_field(w, a->self, TYPE_KIND) == KIND_WEAKREF &&
		py_at_least(w->dialect->version, 3, 10))
		return native_from(w, "weakref");
	return held(w, name_object(is_two(w) ? N_BUILTINS2 : N_BUILTINS3));
}

obj_id type_attr_dict(struct world *w, const struct args *a)
{
	obj_id proxy, dict = obj_field(w, a->self, TYPE_DICT);

	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	proxy = obj_new_fields(w, KIND_PARTS, type_object(T_DICT_PROXY), PARTS_WORDS);
	hold(w, dict);
	set_obj_field(w, proxy, 0, dict);
	obj_born(w, proxy);
	gc_track(w, proxy);
	return proxy;
}

obj_id type_mro(struct world *w, const struct args *a)
{
	obj_id mro = obj_field(w, a->self, TYPE_MRO);

	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	return list_copy_words(w, item_index(w, mro, 0), obj_n(w, mro));
}

/* type(o); type(name, bases, dict) */

obj_id type_new(struct world *w, const struct args *a)
{
	obj_id one = a->count == 1 ? arg(w, a, 0) : 0;

	if (a->count == 3 && !a->names)
		return RESULT_STEP;
	if (!one || a->names || a->self != type_object(T_TYPE))
		return raise_error(w, T_TYPE_ERROR, "type() takes 1 or 3 arguments");
	return held(w, obj_class(w, one));
}

static bool type_arguments(struct world *w, const struct args *a)
{
	static const struct {
		uint8_t kind;
		const char *name;
	} rows[] = {{0, "str"}, {KIND_TUPLE, "tuple"}, {KIND_DICT, "dict"}};

	for (uint32_t i = 0; i < 3; i++) {
		enum kind kind = i ? (enum kind)rows[i].kind : native_kind(w);

		if (obj_kind(w, arg(w, a, i)) == kind)
			continue;
		raise_error(w, T_TYPE_ERROR, "%s argument %u must be %s, not %s",
			is_two(w) ? "type()" : "type.__new__()", i + 1,
			i == 0 && is_two(w) ? "string" : rows[i].name,
			type_name_of(w, arg(w, a, i)));
		return false;
	}
	return true;
}

/* __name__ of the module whose function runs; 0: unknown. */
static obj_id calling_module(const struct world *w)
{
	uint32_t f = reg(w, REG_TOP);

	while (f && frame_kind(w, f) != FRAME_PYTHON)
		f = word(w, f + FRAME_LINK);
	return f ? dict_get(w, word(w, frame_slot(f, PY_GLOBALS)), name_object(N_NAME))
		 : 0;
}

void type_new_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t count = word(w, builtin_word(w, f, 0));
	obj_id namespace, module = calling_module(w);

	if (!type_arguments(w, &a)) {
		builtin_return(w, 0);
		return;
	}
	if (!class_charge(w, &count)) {
		set_word(w, builtin_word(w, f, 0), count);
		return;
	}
	namespace = dict_copy(w, arg(w, &a, 2));
	set_word(w, builtin_local(w, f, 0), namespace);
	if (module && !dict_get(w, namespace, name_object(N_MODULE))) {
		hold(w, module);
		dict_set(w, namespace, name_object(N_MODULE), module, NULL);
	}
	builtin_return(w, class_new(w, arg(w, &a, 0), arg(w, &a, 1), namespace));
}
