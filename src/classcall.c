#include "class.h"

#include <stdlib.h>
#include <string.h>

#include "apply.h"
#include "codeobject.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "interp.h"
#include "list.h"
#include "lookup.h"
#include "recursion.h"
#include "oldclass.h"
#include "passing.h"
#include "refuse.h"
#include "special.h"
#include "strbuf.h"
#include "text.h"
#include "xalloc.h"

/* Calling a class. */

enum outcome call_class(struct world *w, obj_id type, const struct args *a,
	uint32_t dst, obj_id *result)
{
	struct args with_type = *a;
	obj_id function;

	if (obj_kind(w, type) == KIND_OLD_CLASS)
		return call_old_class(w, type, a, dst, result);
	function = obj_class(w, type) == type_object(T_TYPE) ? 0
							     : special(w, type, N_CALL);
	if (!function)
		return call_class_plain(w, type, a, dst, result);
	with_type.self = type;
	with_type.callable = 0;
	return call(w, function, &with_type, dst, result);
}

enum outcome call_class_plain(struct world *w, obj_id type, const struct args *a,
	uint32_t dst, obj_id *result)
{
	struct args with_type = *a;
	obj_id constructor;

	with_type.self = type;
	if (type_has(w, type, TYPE_HEAP))
		return call_builtin_id(w, B_class_call_step, &with_type, dst, result);
	constructor = type_lookup(w, type, name_object(N_NEW));
	if (!constructor) {
		raise_error(w, T_TYPE_ERROR, "cannot create '%s' instances",
			type_name(w, type));
		return OUT_ERROR;
	}
	if (obj_kind(w, constructor) == KIND_DESCRIPTOR) {
		refuse_attribute(w, type, "__new__");
		return OUT_ERROR;
	}
	return call_builtin_id(
		w, obj_field(w, constructor, BUILTIN_ID), &with_type, dst, result);
}

static bool is_written(const struct world *w, obj_id type, enum name name)
{
	obj_id found = type_lookup(w, type, name_object(name));

	return found && obj_kind(w, found) != KIND_DESCRIPTOR &&
		obj_kind(w, found) != KIND_BUILTIN;
}

/* Too many arguments for object.__new__ (Objects/typeobject.c, object_new). */
static obj_id excess(struct world *w, const struct args *a)
{
	struct py_version v = w->dialect->version;
	const char *name = type_name(w, a->self);

	if (v.major == 2 || !py_at_least(v, 3, 7))
		return raise_error(w, T_TYPE_ERROR, "object() takes no parameters");
	if (is_written(w, a->self, N_NEW))
		return raise_error(w, T_TYPE_ERROR,
			py_at_least(v, 3, 8)
				? "object.__new__() takes exactly one argument (the type to instantiate)"
				: "object.__new__() takes no arguments");
	return raise_error(w, T_TYPE_ERROR, "%s() takes no arguments", name);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "'area', 'name'", in the order of the alphabet. */
static void put_abstract(
	const struct world *w, obj_id names, const char *quote, struct strbuf *out)
{
	const char **texts = xcalloc(obj_n(w, names), sizeof(*texts));
	uint32_t n = 0, slots = obj_slots(w, names);

	for (uint32_t i = 0; i < slots; i++) {
		obj_id name = obj_slot(w, names, i);

		if (name && n < obj_n(w, names))
			texts[n++] = text_bytes(w, name);
	}
	qsort(texts, n, sizeof(*texts), by_text);
	for (uint32_t i = 0; i < n; i++)
		strbuf_printf(out, "%s%s%s%s", i ? ", " : "", quote, texts[i], quote);
	free(texts);
}

/* A class with abstract methods has no instances (Objects/typeobject.c, object_new). */
static obj_id refuse_abstract(struct world *w, obj_id type)
{
	obj_id names = dict_get(
		w, obj_field(w, type, TYPE_DICT), name_object(N_ABSTRACT_METHODS));
	struct py_version v = w->dialect->version;
	bool late = py_at_least(v, 3, 12);
	bool one = obj_n(w, names) == 1 && py_at_least(v, 3, 9);
	struct strbuf list = STRBUF_INIT;

	put_abstract(w, names, late ? "'" : "", &list);
	raise_error(w, T_TYPE_ERROR,
		"Can't instantiate abstract class %s %s abstract method%s %s",
		type_name(w, type), late ? "without an implementation for" : "with",
		one ? "" : "s", list.text);
	strbuf_free(&list);
	return 0;
}

/* object(): takes no arguments, unless the class has its own __init__ and no
 * __new__. */
obj_id object_new(struct world *w, const struct args *a)
{
	if (a->count &&
		(is_written(w, a->self, N_NEW) || !is_written(w, a->self, N_INIT)))
		return excess(w, a);
	if (type_has(w, a->self, TYPE_ABSTRACT))
		return refuse_abstract(w, a->self);
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

/* __new__ written in Python: a function, or a staticmethod around it.  __init__ gets
 * the same arguments afterwards. */
static enum outcome call_new_method(
	struct world *w, obj_id new, const struct args *a, uint32_t dst)
{
	if (obj_kind(w, new) == KIND_WRAPPER)
		new = obj_field(w, new, WRAPPER_CALLABLE);
	apply_push_copy(w, new, a->self, a, dst);
	return OUT_PUSHED;
}

/* State 0: make the object.  True: it is in its slot (or raised, or waiting). */
static void make_instance(struct world *w, uint32_t f, const struct args *a)
{
	obj_id new = type_lookup(w, a->self, name_object(N_NEW));
	obj_id init = type_lookup(w, a->self, name_object(N_INIT));
	uint32_t arguments = frame_extra(w, f, BUILTIN_WORD_ARGUMENTS);
	struct args given = *a;
	obj_id result = 0;
	enum outcome outcome;

	given.keep = true;
	if (obj_kind(w, new) == KIND_BUILTIN) {
		if (init && obj_kind(w, init) == KIND_FUNCTION &&
			ignores_arguments(w, new)) {
			given.count = 0;
			given.names = 0;
		}
		outcome = call_slot(w, obj_field(w, new, BUILTIN_ID), &given,
			f + FRAME_RESULT, &result);
	} else {
		outcome = call_new_method(w, new, a, f + FRAME_RESULT);
	}
	if (outcome == OUT_VALUE)
		set_word(w, f + FRAME_RESULT, result);
	/* An exception keeps the tuple. */
	if (outcome == OUT_VALUE && obj_kind(w, result) == KIND_EXCEPTION &&
		obj_field(w, result, EXCEPTION_ARGS) != OBJ_EMPTY_TUPLE)
		set_word(w, arguments, pass_kept(word(w, arguments)));
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
	uint32_t levels;

	/* The instruction that makes the instance evaluates __init__ itself (3.13). */
	bool hot = word(w, f + FRAME_LEVELS) >> 16 != 0;

	given.self = o;
	given.keep = true;
	if (!recursion_enter(w, LEVELS_INIT, hot, &levels)) {
		builtin_return(w, 0);
		return;
	}
	outcome = call(w, type_lookup(w, obj_class(w, o), name_object(N_INIT)), &given,
		f + FRAME_RESULT, &result);
	recursion_settle(w, outcome == OUT_PUSHED ? f : reg(w, REG_TOP), levels);
	if (outcome == OUT_PUSHED) {
		set_word(w, frame_extra(w, f, BUILTIN_WORD_HELD),
			pass_call(w, CALL_INIT,
				a->count - (a->names ? obj_n(w, a->names) : 0)));
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
