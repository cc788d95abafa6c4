#include "class.h"

#include "codeobject.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "interp.h"
#include "list.h"
#include "lookup.h"
#include "oldclass.h"
#include "passing.h"
#include "special.h"
#include "text.h"

/* Calling a class, and the class statement. */

enum outcome call_class(struct world *w, obj_id type, const struct args *a,
	uint32_t dst, obj_id *result)
{
	struct args with_type = *a;
	obj_id constructor;

	if (obj_kind(w, type) == KIND_OLD_CLASS)
		return call_old_class(w, type, a, dst, result);
	with_type.self = type;
	if (type_has(w, type, TYPE_HEAP))
		return call_builtin_id(w, B_class_call_step, &with_type, dst, result);
	constructor = type_lookup(w, type, name_object(N_NEW));
	if (!constructor) {
		raise_error(w, T_TYPE_ERROR, "cannot create '%s' instances",
			type_name(w, type));
		return OUT_ERROR;
	}
	return call_builtin_id(
		w, obj_field(w, constructor, BUILTIN_ID), &with_type, dst, result);
}

/* object(): takes no arguments unless the class has its own __init__. */
obj_id object_new(struct world *w, const struct args *a)
{
	obj_id init = type_lookup(w, a->self, name_object(N_INIT));

	if (a->count && (!init || obj_kind(w, init) != KIND_FUNCTION)) {
		if (w->dialect->version.major == 2 || !type_has(w, a->self, TYPE_HEAP))
			return raise_error(w, T_TYPE_ERROR,
				w->dialect->version.major == 2
					? "object() takes no parameters"
					: "%s() takes no arguments",
				type_name(w, a->self));
		return raise_error(w, T_TYPE_ERROR, "%s() takes no arguments",
			type_name(w, a->self));
	}
	if (a->self != type_object(T_OBJECT) && !type_has(w, a->self, TYPE_HEAP) &&
		!type_has(w, a->self, TYPE_IS_EXCEPTION))
		return raise_error(w, T_TYPE_ERROR, "cannot create '%s' instances",
			type_name(w, a->self));
	if (a->self != type_object(T_OBJECT) && !gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	return instance_new(w, a->self);
}

/* Own slots and words of class_call_step(). */
enum {
	INSTANCE,
	HOLD
};

/* list(), dict(), set() leave their arguments to __init__. */
static bool ignores_arguments(const struct world *w, obj_id new)
{
	int owner = builtin_table[obj_field(w, new, BUILTIN_ID)].owner;

	return owner == T_LIST || owner == T_DICT || owner == T_SET ||
		owner == T_OBJECT;
}

/* __new__ written in Python: a function, or a staticmethod around it. */
static enum outcome call_new_method(
	struct world *w, obj_id new, const struct args *a, uint32_t dst, obj_id *result)
{
	if (obj_kind(w, new) == KIND_WRAPPER)
		new = obj_field(w, new, WRAPPER_CALLABLE);
	return call(w, new, a, dst, result);
}

/* State 0: make the object.  True: it is in its slot (or raised, or waiting). */
static void make_instance(struct world *w, uint32_t f, const struct args *a)
{
	obj_id new = type_lookup(w, a->self, name_object(N_NEW));
	obj_id init = type_lookup(w, a->self, name_object(N_INIT));
	struct args given = *a;
	obj_id result = 0;
	enum outcome outcome;

	if (obj_kind(w, new) == KIND_BUILTIN) {
		if (init && obj_kind(w, init) == KIND_FUNCTION &&
			ignores_arguments(w, new)) {
			given.count = 0;
			given.names = 0;
		}
		outcome = call_builtin_id(w, obj_field(w, new, BUILTIN_ID), &given,
			f + FRAME_RESULT, &result);
	} else {
		outcome = call_new_method(w, new, a, f + FRAME_RESULT, &result);
	}
	if (outcome == OUT_VALUE)
		set_word(w, f + FRAME_RESULT, result);
	if (outcome == OUT_VALUE || outcome == OUT_PUSHED)
		set_frame_state(w, f, 1);
	else if (outcome == OUT_ERROR)
		builtin_return(w, 0);
}

/* State 1: is what __new__ gave to be initialized? */
static void made(struct world *w, uint32_t f, const struct args *a)
{
	obj_id o = word(w, f + FRAME_RESULT);
	obj_id init;

	set_word(w, f + FRAME_RESULT, 0);
	init = o ? type_lookup(w, obj_class(w, o), name_object(N_INIT)) : 0;
	if (!init || obj_kind(w, init) != KIND_FUNCTION ||
		!type_is_subtype(w, obj_class(w, o), a->self)) {
		builtin_return(w, o);
		return;
	}
	set_word(w, builtin_local(w, f, INSTANCE), o);
	for (uint32_t i = 0; i < w->dialect->method_holds; i++) {
		set_word(w, builtin_local(w, f, HOLD + i), o);
		incref(w, o, NULL);
	}
	set_frame_state(w, f, 2);
}

/* State 2: call __init__. */
static void initialize(struct world *w, uint32_t f, const struct args *a)
{
	obj_id o = word(w, builtin_local(w, f, INSTANCE)), result = 0;
	struct args given = *a;
	enum outcome outcome;

	given.self = o;
	outcome = call(w, type_lookup(w, obj_class(w, o), name_object(N_INIT)), &given,
		f + FRAME_RESULT, &result);
	if (outcome == OUT_PUSHED) {
		pass_init(w, a->count - (a->names ? obj_n(w, a->names) : 0));
		set_frame_state(w, f, 3);
	}
	if (outcome == OUT_ERROR)
		builtin_return(w, 0);
}

/* State 3: __init__ has returned. */
static void initialized(struct world *w, uint32_t f)
{
	obj_id result = word(w, f + FRAME_RESULT);
	uint32_t instance = builtin_local(w, f, INSTANCE);
	obj_id o = word(w, instance);

	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	if (result != OBJ_NONE) {
		raise_error(w, T_TYPE_ERROR, "__init__() should return None, not '%s'",
			type_name_of(w, result));
		set_word(w, builtin_local(w, f, HOLD + 2), result);
		builtin_return(w, 0);
		return;
	}
	set_word(w, instance, 0);
	builtin_return(w, o);
}

void class_call_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	switch (frame_state(w, f)) {
	case 0:
		make_instance(w, f, &a);
		break;
	case 1:
		made(w, f, &a);
		break;
	case 2:
		initialize(w, f, &a);
		break;
	default:
		initialized(w, f);
		break;
	}
}

bool class_charge(struct world *w, uint32_t *n)
{
	while (*n < 5) {
		if (!gc_charge(w, FREE_NONE))
			return false;
		++*n;
	}
	return true;
}

/* __build_class__(function, name, *bases): 3.x. */
enum {
	NAMESPACE,
	BASES
};

static void run_class_body(struct world *w, uint32_t f, const struct args *a)
{
	obj_id function = arg(w, a, 0);
	obj_id bases, namespace, code_object = obj_field(w, function, FUNCTION_CODE);
	const struct code *code = code_of(w, code_object);
	uint32_t body;

	if (a->count > 2 && !gc_charge(w, gc_free_list(w, KIND_TUPLE, a->count - 2)))
		return;
	bases = tuple_copy_words(w, type_object(T_TUPLE), a->base + 2, a->count - 2);
	set_word(w, builtin_local(w, f, BASES), bases);
	namespace = dict_new(w);
	set_word(w, builtin_local(w, f, NAMESPACE), namespace);
	set_frame_state(w, f, 1);
	body = push_python(w, code_object, obj_field(w, function, FUNCTION_GLOBALS),
		namespace, function, f + FRAME_RESULT);
	for (uint32_t i = 0; i < code->free_count; i++) {
		obj_id cell = item(w, obj_field(w, function, FUNCTION_CLOSURE), i);

		hold(w, cell);
		set_word(w, slot_at(body, code->local_count + code->cell_count + i),
			cell);
	}
}

void build_class_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t counter = builtin_word(w, f, 0);
	uint32_t charged;
	obj_id class, cell;

	if (frame_state(w, f) == 0) {
		run_class_body(w, f, &a);
		return;
	}
	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	charged = word(w, counter);
	if (!class_charge(w, &charged)) {
		set_word(w, counter, charged);
		return;
	}
	class = class_new(w, arg(w, &a, 1), word(w, builtin_local(w, f, BASES)),
		word(w, builtin_local(w, f, NAMESPACE)));
	cell = word(w, f + FRAME_RESULT);
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, BASES + 1), cell);
	if (class && cell && obj_kind(w, cell) == KIND_CELL) {
		hold(w, class);
		set_obj_field(w, cell, CELL_CONTENT, class);
	}
	builtin_return(w, class);
}

/* 2.7: without a base, or with an old-style class as the first one. */
static bool makes_old_class(const struct world *w, obj_id bases, obj_id namespace)
{
	if (dict_get(w, namespace, name_object(N_METACLASS)))
		return false;
	return obj_n(w, bases) == 0 || obj_kind(w, item(w, bases, 0)) == KIND_OLD_CLASS;
}

/* 2.7: [name bases dict -> class]; the frame's state counts the charges. */
enum flow do_BUILD_CLASS(struct world *w, uint32_t f, const struct op *op)
{
	obj_id name = operand(w, f, op, 2), bases = operand(w, f, op, 1);
	obj_id namespace = operand(w, f, op, 0);
	uint32_t charged = frame_state(w, f);
	obj_id class;

	if (makes_old_class(w, bases, namespace)) {
		if (!gc_charge(w, FREE_NONE))
			return FLOW_STAY;
		return finish(w, f, op, 3, old_class_new(w, name, bases, namespace));
	}
	if (!class_charge(w, &charged)) {
		set_frame_state(w, f, charged);
		return FLOW_STAY;
	}
	set_frame_state(w, f, 0);
	class = class_new(w, name, bases, namespace);
	return class ? finish(w, f, op, 3, class) : FLOW_STAY;
}
