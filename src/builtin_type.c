#include "builtin.h"

#include <stdio.h>
#include <string.h>

#include "arguments.h"
#include "attrs.h"
#include "class.h"
#include "class_bases.h"
#include "class_end.h"
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

obj_id exception_dict(struct world *w, const struct args *a)
{
	return object_dict(w, a);
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

/* A built-in type's may be that of its module with it: "sys.version_info". */
obj_id type_attr_name(struct world *w, const struct args *a)
{
	obj_id name = obj_field(w, a->self, TYPE_NAME);
	const char *dot = strrchr(text_bytes(w, name), '.');

	return type_has(w, a->self, TYPE_HEAP) || !dot ? held(w, name)
						       : native_from(w, dot + 1);
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

obj_id type_attr_abstract(struct world *w, const struct args *a)
{
	obj_id names = dict_get(
		w, obj_field(w, a->self, TYPE_DICT), name_object(N_ABSTRACT_METHODS));

	if (names)
		return held(w, names);
	return raise_error(w, T_ATTRIBUTE_ERROR,
		py_at_least(w->dialect->version, 3, 11)
			? "type object '%s' has no attribute '__abstractmethods__'"
			: "__abstractmethods__",
		type_name(w, a->self));
}

/* Of "sys.version_info": "sys"; NULL: the name has no dot. */
static const char *module_in_name(const struct world *w, obj_id type, char text[32])
{
	const char *name = type_name(w, type);
	const char *dot = strrchr(name, '.');

	if (!dot)
		return NULL;
	snprintf(text, 32, "%.*s", (int)(dot - name), name);
	return text;
}

obj_id type_attr_module(struct world *w, const struct args *a)
{
	char text[32];
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
	if (!type_has(w, a->self, TYPE_HEAP) && module_in_name(w, a->self, text))
		return native_from(w, text);
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

static bool is_direct_base(const struct world *w, obj_id base, obj_id class)
{
	obj_id bases =
		obj_kind(w, class) == KIND_TYPE ? obj_field(w, class, TYPE_BASES) : 0;

	for (uint32_t i = 0; bases && i < obj_n(w, bases); i++) {
		if (item(w, bases, i) == base)
			return true;
	}
	return false;
}

/* In the order in which they were made. */
obj_id type_subclasses(struct world *w, const struct args *a)
{
	uint32_t last = 0, serial;
	obj_id list, next;

	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	list = list_of(w, NULL, 0);
	do {
		next = 0;
		for (obj_id o = OBJ_TYPES; o < reg(w, REG_SLOTS); o++) {
			serial = obj_serial(w, o);
			if (serial > last && is_direct_base(w, a->self, o) &&
				(!next || serial < obj_serial(w, next)))
				next = o;
		}
		if (next) {
			last = obj_serial(w, next);
			hold(w, next);
			list_append(w, list, next);
		}
	} while (next);
	return list;
}

/* type(o); type(name, bases, dict, **keywords) */

obj_id type_new(struct world *w, const struct args *a)
{
	uint32_t n = args_positional(w, a);
	obj_id one = n == 1 ? arg(w, a, 0) : 0;

	if (n == 3 && (!a->names || !is_two(w)))
		return RESULT_STEP;
	if (one && !a->names && a->self == type_object(T_TYPE))
		return held(w,
			obj_kind(w, one) == KIND_OLD_CLASS ? type_object(T_OLD_CLASS)
							   : obj_class(w, one));
	if (a->self == type_object(T_TYPE) || is_two(w))
		return raise_error(w, T_TYPE_ERROR, "type() takes 1 or 3 arguments");
	return raise_error(w, T_TYPE_ERROR,
		"type.__new__() takes exactly 3 arguments (%u given)", n);
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

/* The frame of type.__new__. */
enum {
	STATE_START,
	STATE_ENDED
};
enum {
	LOCAL_NAMESPACE,
	LOCAL_KEYWORDS
};

static obj_id keywords_of(struct world *w, const struct args *a)
{
	uint32_t n = a->names ? obj_n(w, a->names) : 0;
	obj_id dict = n ? dict_new(w) : 0;

	for (uint32_t i = 0; i < n; i++) {
		obj_id value = arg(w, a, a->count - n + i);

		hold(w, value);
		dict_set(w, dict, item(w, a->names, i), value, NULL);
	}
	return dict;
}

/* A more derived metaclass with a __new__ of its own makes the class: true. */
static bool leave_to(struct world *w, uint32_t f, const struct args *a, obj_id meta)
{
	obj_id new = type_lookup(w, meta, name_object(N_NEW)), result = 0;
	struct args given = *a;

	if (meta == a->self || obj_kind(w, new) == KIND_BUILTIN)
		return false;
	given.self = meta;
	if (obj_kind(w, new) == KIND_WRAPPER)
		new = obj_field(w, new, WRAPPER_CALLABLE);
	switch (call(w, new, &given, f + FRAME_RESULT, &result)) {
	case OUT_PUSHED:
		set_frame_state(w, f, STATE_ENDED);
		break;
	case OUT_AGAIN:
		break;
	default:
		builtin_return(w, result);
	}
	return true;
}

static obj_id make(struct world *w, uint32_t f, const struct args *a, obj_id meta)
{
	obj_id module = calling_module(w);
	obj_id namespace = dict_copy(w, arg(w, a, 2));

	/* A copy that CPython does not make. */
	set_obj_flag(w, namespace, OBJECT_UNMADE, true);
	set_word(w, builtin_local(w, f, LOCAL_NAMESPACE), namespace);
	if (module && !dict_get(w, namespace, name_object(N_MODULE))) {
		hold(w, module);
		dict_set(w, namespace, name_object(N_MODULE), module, NULL);
	}
	return class_new(w, meta, arg(w, a, 0), arg(w, a, 1), namespace);
}

static void type_new_start(struct world *w, uint32_t f, const struct args *a)
{
	obj_id meta =
		type_arguments(w, a) ? class_metaclass(w, a->self, arg(w, a, 1)) : 0;
	obj_id class, keywords;

	if (!meta) {
		builtin_return(w, 0);
		return;
	}
	if (leave_to(w, f, a, meta))
		return;
	class = make(w, f, a, meta);
	if (!class || !class_end_needed(w, class, a->names ? obj_n(w, a->names) : 0)) {
		builtin_return(w, class);
		return;
	}
	keywords = keywords_of(w, a);
	set_word(w, builtin_local(w, f, LOCAL_KEYWORDS), keywords);
	set_frame_state(w, f, STATE_ENDED);
	class_end_push(w, class, keywords, f + FRAME_RESULT);
}

void type_new_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id result = word(w, f + FRAME_RESULT);

	if (frame_state(w, f) == STATE_START) {
		type_new_start(w, f, &a);
		return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	builtin_return(w, result);
}

/* type.__init__ only counts its arguments. */
obj_id type_init(struct world *w, const struct args *a)
{
	uint32_t n = args_positional(w, a);

	if (a->names && (is_two(w) || n == 1))
		return raise_error(
			w, T_TYPE_ERROR, "type.__init__() takes no keyword arguments");
	if (n != 1 && n != 3)
		return raise_error(
			w, T_TYPE_ERROR, "type.__init__() takes 1 or 3 arguments");
	return OBJ_NONE;
}

/* type.__call__(class, ...): makes an instance, whatever the metaclass says. */
obj_id type_call(struct world *w, const struct args *a)
{
	obj_id result = 0;

	enum outcome outcome = call_class_plain(w, a->self, a, a->dst, &result);

	return outcome_result(outcome, result);
}

obj_id type_prepare(struct world *w, const struct args *a)
{
	(void)a;
	return gc_charge(w, FREE_LIST_DICT) ? dict_new(w) : RESULT_AGAIN;
}
