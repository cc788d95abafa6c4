#include "builtin.h"

#include "attr.h"
#include "dealloc.h"
#include "dialect.h"
#include "errors.h"
#include "generic.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "passing.h"
#include "recursion.h"
#include "special.h"
#include "text.h"

/*
 * isinstance and issubclass (Objects/abstract.c, object_isinstance and its like).
 */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static bool is_class(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_TYPE || obj_kind(w, o) == KIND_OLD_CLASS;
}

static bool is_instance(const struct world *w, obj_id o, obj_id class)
{
	if (obj_kind(w, class) == KIND_OLD_CLASS && obj_kind(w, o) == KIND_OLD_INSTANCE)
		return class_is_subclass(w, obj_field(w, o, OLD_INSTANCE_CLASS), class);
	if (class == type_object(T_BASESTRING) && is_text(w, o))
		return true;
	return class_is_subclass(w, obj_class(w, o), class);
}

static int bad_classes(struct world *w, bool instance)
{
	bool new = py_at_least(w->dialect->version, 3, 10);

	if (instance)
		raise_error(w, T_TYPE_ERROR, "isinstance() arg 2 must be %s",
			is_two(w)     ? "a class, type, or tuple of classes and types"
				: new ? "a type, a tuple of types, or a union"
				      : "a type or tuple of types");
	else
		raise_error(w, T_TYPE_ERROR, "issubclass() arg 2 must be %s",
			new ? "a class, a tuple of classes, or a union"
			    : "a class or tuple of classes");
	return -1;
}

#define NESTING 100 /* tuples in tuples of classes */

/* 1, 0; -1: raised. */
static int matches(struct world *w, obj_id o, obj_id classes, bool instance, int depth)
{
	int found = 0;

	if (is_class(w, classes))
		return instance ? is_instance(w, o, classes)
				: class_is_subclass(w, o, classes);
	if (generic_members(w, classes))
		classes = generic_members(w, classes);
	if (generic_origin(w, classes)) {
		raise_error(w, T_TYPE_ERROR,
			instance
				? "isinstance() argument 2 cannot be a parameterized generic"
				: "issubclass() argument 2 cannot be a parameterized generic");
		return -1;
	}
	if (obj_kind(w, classes) != KIND_TUPLE || depth == NESTING)
		return bad_classes(w, instance);
	for (uint32_t i = 0; !found && i < obj_n(w, classes); i++)
		found = matches(w, o, item(w, classes, i), instance, depth + 1);
	return found;
}

/* Class I of CLASSES, a class or a tuple of tuples ... of them; 0: there are no more.
 */
static obj_id class_at(const struct world *w, obj_id classes, uint32_t *i, int depth)
{
	obj_id found = 0;

	if (obj_kind(w, classes) != KIND_TUPLE || depth == NESTING)
		return (*i)-- == 0 ? classes : 0;
	for (uint32_t k = 0; !found && k < obj_n(w, classes); k++)
		found = class_at(w, item(w, classes, k), i, depth + 1);
	return found;
}

static obj_id hook_of(const struct world *w, obj_id class, bool instance)
{
	return special(w, class, instance ? N_INSTANCECHECK : N_SUBCLASSCHECK);
}

/* Whether one of the classes has a say of its own. */
static bool asks_python(const struct world *w, obj_id classes, bool instance)
{
	obj_id class;

	for (uint32_t n = 0;; n++) {
		uint32_t i = n;

		class = class_at(w, classes, &i, 0);
		if (!class || hook_of(w, class, instance))
			return class != 0;
	}
}

/* The classes from own word 0 on are asked; states: 1 a hook has answered, 2 the truth
 * of what it said is in FRAME_RESULT. */
enum {
	STATE_LOOK,
	STATE_ANSWERED,
	STATE_TRUE
};

/* 1, 0: it matches, or not; -1: raised; 2: Python code was asked. */
static int look(struct world *w, uint32_t f, obj_id o, obj_id class, bool instance)
{
	obj_id hook = hook_of(w, class, instance);

	/* An exact instance is one without being asked (PyObject_IsInstance). */
	if (!hook || (instance && obj_class(w, o) == class))
		return matches(w, o, class, instance, 0);
	set_frame_state(w, f, STATE_ANSWERED);
	push_special(w, hook, class, o, 0, f + FRAME_RESULT);
	frame_set_path(w, instance ? LEVELS_ISINSTANCE : LEVELS_ISSUBCLASS);
	return 2;
}

static int answered(struct world *w, uint32_t f)
{
	obj_id answer = word(w, f + FRAME_RESULT);
	int found;

	if (reg(w, REG_EXCEPTION))
		return -1;
	if (frame_state(w, f) == STATE_ANSWERED) {
		set_word(w, f + FRAME_RESULT, 0);
		set_word(w, builtin_local(w, f, 0), answer);
		found = truth(w, answer, f + FRAME_RESULT);
		if (found == 2)
			set_frame_state(w, f, STATE_TRUE);
	} else {
		found = truth_result(w, word(w, builtin_local(w, f, 0)), answer);
		set_word(w, f + FRAME_RESULT, 0);
		set_word(w, builtin_local(w, f, 1), answer);
	}
	return found;
}

static void settle(struct world *w, uint32_t f, bool instance)
{
	struct args a = builtin_args(w, f);
	uint32_t next = builtin_word(w, f, 0), i = word(w, next);
	int found;

	if (frame_state(w, f) == STATE_LOOK) {
		obj_id class = class_at(w, arg(w, &a, 1), &i, 0);

		set_word(w, next, word(w, next) + 1);
		found = class ? look(w, f, arg(w, &a, 0), class, instance) : 0;
		if (!class) {
			builtin_return(w, OBJ_FALSE);
			return;
		}
	} else {
		found = answered(w, f);
	}
	if (found == 0) {
		obj_id answer = word(w, builtin_local(w, f, 0));

		set_frame_state(w, f, STATE_LOOK);
		set_word(w, builtin_local(w, f, 0), 0);
		if (answer)
			drop(w, answer, NULL);
	} else if (found != 2) {
		builtin_return(w, found < 0 ? 0 : OBJ_TRUE);
	}
}

void core_isinstance_step(struct world *w, uint32_t f)
{
	settle(w, f, true);
}

void core_issubclass_step(struct world *w, uint32_t f)
{
	settle(w, f, false);
}

/* 2.7: each class is asked but the exact one, up to that which says yes. */
static bool pass_instance_check(struct world *w, obj_id o, obj_id class)
{
	if (obj_class(w, o) == class)
		return true;
	if (obj_kind(w, class) != KIND_TUPLE) {
		pass_class_check(w);
		return is_class(w, class) && is_instance(w, o, class);
	}
	for (uint32_t i = 0; i < obj_n(w, class); i++) {
		if (pass_instance_check(w, o, item(w, class, i)))
			return true;
	}
	return false;
}

obj_id core_isinstance(struct world *w, const struct args *a)
{
	obj_id o;
	int found;

	if (asks_python(w, arg(w, a, 1), true))
		return RESULT_STEP;
	pass_instance_check(w, arg(w, a, 0), arg(w, a, 1));
	found = matches(w, arg(w, a, 0), arg(w, a, 1), true, 0);
	if (found == 0 && w->dialect->version.major == 2 &&
		behind(w, arg(w, a, 0)) == arg(w, a, 0))
		return OBJ_FALSE;
	if (found == 0 && obj_kind(w, arg(w, a, 0)) == KIND_WEAKREF) {
		o = unproxy(w, arg(w, a, 0));
		found = o ? matches(w, o, arg(w, a, 1), true, 0) : -1;
	}
	return found < 0 ? 0 : bool_of(found);
}

obj_id core_issubclass(struct world *w, const struct args *a)
{
	int found;

	if (asks_python(w, arg(w, a, 1), false))
		return RESULT_STEP;
	if (!is_class(w, arg(w, a, 0)))
		return raise_error(
			w, T_TYPE_ERROR, "issubclass() arg 1 must be a class");
	pass_class_check(w);
	found = matches(w, arg(w, a, 0), arg(w, a, 1), false, 0);
	return found < 0 ? 0 : bool_of(found);
}

/* type.__instancecheck__(class, o), type.__subclasscheck__(class, c) */

obj_id type_instancecheck(struct world *w, const struct args *a)
{
	return bool_of(is_instance(w, arg(w, a, 0), a->self));
}

obj_id type_subclasscheck(struct world *w, const struct args *a)
{
	if (!is_class(w, arg(w, a, 0)))
		return raise_error(
			w, T_TYPE_ERROR, "issubclass() arg 1 must be a class");
	return bool_of(class_is_subclass(w, arg(w, a, 0), a->self));
}
