#include "special.h"

#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "lookup.h"
#include "number.h"
#include "passing.h"
#include "plain.h"
#include "recursion.h"
#include "weakref.h"

/* Special methods, and the truth of values. */

obj_id behind(const struct world *w, obj_id o)
{
	obj_id referent = is_weak_proxy(w, o) ? weakref_referent(w, o) : o;

	return referent ? referent : o;
}

obj_id dict_of_proxy(const struct world *w, obj_id o)
{
	if (obj_kind(w, o) == KIND_EXCEPTION && w->dialect->version.major == 2)
		return obj_field(w, o, EXCEPTION_ARGS);
	return obj_class(w, o) == type_object(T_DICT_PROXY) ? obj_field(w, o, 0) : o;
}

/* The class whose special methods count: made by a class statement; else 0. */
static obj_id own_class(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);

	if (obj_kind(w, o) == KIND_OLD_INSTANCE)
		return obj_field(w, o, OLD_INSTANCE_CLASS);
	return type_is_heap(w, class) ? class : 0;
}

obj_id special(const struct world *w, obj_id o, enum name name)
{
	return passes_over(w, o) ? 0 : special_always(w, o, name);
}

obj_id special_always(const struct world *w, obj_id o, enum name name)
{
	obj_id class = own_class(w, behind(w, o));
	obj_id found = class ? type_lookup(w, class, name_object(name)) : 0;

	/* What a built-in base does is C code, found without this. */
	if (found && obj_kind(w, found) == KIND_DESCRIPTOR)
		return 0;
	if (found && obj_kind(w, found) == KIND_BUILTIN && obj_immortal(w, found))
		return 0;
	return found;
}

bool overrides(const struct world *w, obj_id o, enum name name)
{
	return special(w, o, name) != 0;
}

static void push_as(struct world *w, enum call_form form, obj_id function, obj_id o,
	obj_id a, obj_id b, uint32_t dst)
{
	obj_id arguments[3] = {behind(w, o), a, b};
	uint32_t first = obj_kind(w, function) == KIND_FUNCTION ? 0 : 1;
	uint32_t count = 1 + (a != 0) + (b != 0), f;

	if (obj_kind(w, function) == KIND_WRAPPER) {
		if (obj_class(w, function) == type_object(T_CLASSMETHOD)) {
			arguments[0] = obj_class(w, arguments[0]);
			first = 0;
		}
		function = obj_field(w, function, WRAPPER_CALLABLE);
	}
	f = frame_push_call(w, dst, function, arguments + first, count - first,
		first ? 0 : w->dialect->method_holds);
	frame_set_path(w, LEVELS_SPECIAL);
	if (first == 0)
		pass_call_frame(w, f, form);
}

void push_special(
	struct world *w, obj_id function, obj_id o, obj_id a, obj_id b, uint32_t dst)
{
	push_as(w, CALL_SPECIAL, function, o, a, b, dst);
}

void push_looked_up(struct world *w, enum name hook, obj_id o, obj_id a, uint32_t dst)
{
	push_as(w, CALL_HOOK, special(w, o, hook), o, a, 0, dst);
	frame_set_path(w, LEVELS_BOUND);
}

void push_hook(struct world *w, obj_id function, const obj_id *arguments,
	uint32_t count, uint32_t dst)
{
	uint32_t f = frame_push_call(
		w, dst, function, arguments, count, w->dialect->method_holds);

	frame_set_path(w, LEVELS_SPECIAL);

	pass_call_frame(w, f, CALL_SPECIAL);
}

void push_builtin_step(struct world *w, uint32_t id, obj_id self,
	const obj_id *arguments, uint32_t count, uint32_t dst)
{
	uint32_t f = builtin_push(w, id, self, count, dst);

	for (uint32_t i = 0; i < count; i++) {
		hold(w, arguments[i]);
		set_word(w, frame_slot(f, BUILTIN_FIRST_ARGUMENT + i), arguments[i]);
	}
}

/* Truth. */

static int truth_of_contents(const struct world *w, obj_id o)
{
	int64_t length;

	switch (obj_kind(w, o)) {
	case KIND_SINGLETON:
		return o != OBJ_NONE;
	case KIND_INT:
	case KIND_FLOAT:
	case KIND_COMPLEX:
		return number_true(w, o);
	case KIND_STR:
	case KIND_BYTES:
	case KIND_LIST:
	case KIND_TUPLE:
	case KIND_DICT:
	case KIND_SET:
		return obj_n(w, o) != 0;
	case KIND_VIEW:
		return obj_n(w, obj_field(w, o, VIEW_DICT)) != 0;
	case KIND_RANGE:
		return !range_length(w, o, &length) || length;
	default:
		return 1;
	}
}

bool truth_plain(const struct world *w, obj_id o)
{
	return truth_of_contents(w, o);
}

static enum name truth_name(const struct world *w)
{
	return w->dialect->version.major == 2 ? N_NONZERO : N_BOOL;
}

int truth(struct world *w, obj_id o, uint32_t dst)
{
	obj_id function;

	if (is_weak_proxy(w, o) && !weakref_referent(w, o)) {
		raise_error(w, T_REFERENCE_ERROR,
			"weakly-referenced object no longer exists");
		return -1;
	}
	o = behind(w, o);
	if (!own_class(w, o))
		return truth_of_contents(w, o);
	function = special(w, o, truth_name(w));
	if (!function)
		function = special(w, o, N_LEN);
	if (!function)
		return truth_of_contents(w, o);
	push_special(w, function, o, 0, 0, dst);
	return 2;
}

static int bad_truth(struct world *w, obj_id result)
{
	if (w->dialect->version.major == 2)
		raise_error(w, T_TYPE_ERROR,
			"__nonzero__ should return bool or int, returned %s",
			type_name_of(w, result));
	else
		raise_error(w, T_TYPE_ERROR, "__bool__ should return bool, returned %s",
			type_name_of(w, result));
	return -1;
}

static int length_truth(struct world *w, obj_id result)
{
	if (!is_int(w, result)) {
		raise_error(w, T_TYPE_ERROR,
			w->dialect->version.major == 2
				? "an integer is required"
				: "'%s' object cannot be interpreted as an integer",
			type_name_of(w, result));
		return -1;
	}
	if (int_sign(w, result) >= 0)
		return int_sign(w, result);
	raise_error(w, T_VALUE_ERROR, "__len__() should return >= 0");
	return -1;
}

int truth_result(struct world *w, obj_id o, obj_id result)
{
	if (result == OBJ_TRUE || result == OBJ_FALSE)
		return result == OBJ_TRUE;
	if (!special(w, o, truth_name(w)))
		return length_truth(w, result);
	if (w->dialect->version.major == 2 && is_int(w, result))
		return int_sign(w, result) != 0;
	return bad_truth(w, result);
}
