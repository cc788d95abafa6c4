#include "exception.h"

#include "dealloc.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "text.h"

/* Source: CPython, Objects/exceptions.c. */

static obj_id held(struct world *w, obj_id o)
{
	if (!o)
		o = OBJ_NONE;
	hold(w, o);
	return o;
}

static obj_id field(struct world *w, const struct args *a, enum field field)
{
	return held(w, obj_field(w, a->self, field));
}

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static bool is_kind_of(const struct world *w, obj_id class, enum builtin_type t)
{
	return type_is_subtype(w, class, type_object(t));
}

void exception_set_value(struct world *w, obj_id e)
{
	obj_id args = obj_field(w, e, EXCEPTION_ARGS), value = 0;
	uint32_t n = obj_n(w, args);
	bool exit = is_kind_of(w, obj_class(w, e), T_SYSTEM_EXIT);

	if (!exit && (is_two(w) || !is_kind_of(w, obj_class(w, e), T_STOP_ITERATION)))
		return;
	if (n == 1 || (n && !exit))
		value = item(w, args, 0);
	else if (n)
		value = args;
	if (value)
		hold(w, value);
	set_obj_field(w, e, EXCEPTION_VALUE, value);
}

/* A class with its own __init__ gets what that passes on: 2.7 all, 3.x what is not
 * args. */
static bool has_own_init(const struct world *w, obj_id class)
{
	obj_id init = type_lookup(w, class, name_object(N_INIT));

	return init && obj_kind(w, init) == KIND_FUNCTION;
}

static obj_id arguments_tuple(struct world *w, const struct args *a)
{
	uint32_t n = a->count - (a->names ? obj_n(w, a->names) : 0);

	return n ? tuple_copy_words(w, type_object(T_TUPLE), a->base, n)
		 : OBJ_EMPTY_TUPLE;
}

obj_id exception_create(struct world *w, const struct args *a)
{
	bool own = has_own_init(w, a->self);
	obj_id e;

	if (a->names && !own)
		return raise_error(w, T_TYPE_ERROR, "%s() takes no keyword arguments",
			type_name(w, a->self));
	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	e = exception_new(
		w, a->self, own && is_two(w) ? OBJ_EMPTY_TUPLE : arguments_tuple(w, a));
	if (!own)
		exception_set_value(w, e);
	return e;
}

void exception_init(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (a.names) {
		raise_error(w, T_TYPE_ERROR, "%s() takes no keyword arguments",
			type_name_of(w, a.self));
		builtin_return(w, 0);
		return;
	}
	set_word(w, builtin_local(w, f, 0), obj_field(w, a.self, EXCEPTION_ARGS));
	set_obj_field(w, a.self, EXCEPTION_ARGS, arguments_tuple(w, &a));
	set_word(w, builtin_local(w, f, 1), obj_field(w, a.self, EXCEPTION_VALUE));
	set_obj_field(w, a.self, EXCEPTION_VALUE, 0);
	exception_set_value(w, a.self);
	builtin_return(w, OBJ_NONE);
}

obj_id exception_args(struct world *w, const struct args *a)
{
	return field(w, a, EXCEPTION_ARGS);
}

obj_id exception_traceback(struct world *w, const struct args *a)
{
	return field(w, a, EXCEPTION_TRACEBACK);
}

obj_id exception_cause(struct world *w, const struct args *a)
{
	return field(w, a, EXCEPTION_CAUSE);
}

obj_id exception_context(struct world *w, const struct args *a)
{
	return field(w, a, EXCEPTION_CONTEXT);
}

obj_id exception_code(struct world *w, const struct args *a)
{
	return field(w, a, EXCEPTION_VALUE);
}

obj_id exception_value(struct world *w, const struct args *a)
{
	return field(w, a, EXCEPTION_VALUE);
}

obj_id exception_message(struct world *w, const struct args *a)
{
	obj_id args = obj_field(w, a->self, EXCEPTION_ARGS);

	return obj_n(w, args) == 1 ? held(w, item(w, args, 0))
				   : held(w, OBJ_EMPTY_BYTES);
}

obj_id exception_suppress(struct world *w, const struct args *a)
{
	return bool_of(obj_field(w, a->self, EXCEPTION_SUPPRESS));
}

/* Setting. */

static bool put(
	struct world *w, obj_id e, enum field field, obj_id value, struct owned *old)
{
	struct place p = {PLACE_FIELD, e, field, 0};

	old[0] = (struct owned){obj_field(w, e, field), p};
	set_obj_field(w, e, field, value == OBJ_NONE ? 0 : value);
	if (value && value != OBJ_NONE)
		announce_bind(w, value, &p, 0);
	return true;
}

static bool refuse(struct world *w, const char *message)
{
	raise_error(w, T_TYPE_ERROR, "%s", message);
	return false;
}

static bool set_traceback(struct world *w, obj_id e, obj_id value, struct owned *old)
{
	if (!value)
		return refuse(w, "__traceback__ may not be deleted");
	if (value != OBJ_NONE && obj_kind(w, value) != KIND_TRACEBACK)
		return refuse(w, "__traceback__ must be a traceback or None");
	return put(w, e, EXCEPTION_TRACEBACK, value, old);
}

static bool set_other(
	struct world *w, obj_id e, enum field field, obj_id value, struct owned *old)
{
	const char *name = field == EXCEPTION_CAUSE ? "cause" : "context";

	if (!value)
		raise_error(w, T_TYPE_ERROR, "__%s__ may not be deleted", name);
	else if (value != OBJ_NONE && obj_kind(w, value) != KIND_EXCEPTION)
		raise_error(w, T_TYPE_ERROR,
			"exception %s must be None or derive from BaseException", name);
	else
		return put(w, e, field, value, old);
	return false;
}

static bool set_cause(struct world *w, obj_id e, obj_id value, struct owned *old)
{
	if (!set_other(w, e, EXCEPTION_CAUSE, value, old))
		return false;
	set_obj_field(w, e, EXCEPTION_SUPPRESS, 1);
	return true;
}

static bool set_context(struct world *w, obj_id e, obj_id value, struct owned *old)
{
	return set_other(w, e, EXCEPTION_CONTEXT, value, old);
}

static bool set_suppress(struct world *w, obj_id e, obj_id value, struct owned *old)
{
	if (value != OBJ_TRUE && value != OBJ_FALSE)
		return refuse(w, "attribute value type must be bool");
	set_obj_field(w, e, EXCEPTION_SUPPRESS, value == OBJ_TRUE);
	old[0].object = value;
	return true;
}

static bool set_value(struct world *w, obj_id e, obj_id value, struct owned *old)
{
	return put(w, e, EXCEPTION_VALUE, value, old);
}

attribute_setter *exception_setter_find(uint32_t id)
{
	switch (id) {
	case B_exception_traceback:
		return set_traceback;
	case B_exception_cause:
		return set_cause;
	case B_exception_context:
		return set_context;
	case B_exception_suppress:
		return set_suppress;
	case B_exception_code:
	case B_exception_value:
		return set_value;
	default:
		return NULL;
	}
}

void exception_with_traceback(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id tb = arg(w, &a, 0);
	struct owned old[2] = {{0}, {0}};

	hold(w, tb);
	if (!set_traceback(w, a.self, tb, old)) {
		set_word(w, builtin_local(w, f, 0), tb);
		builtin_return(w, 0);
		return;
	}
	set_word(w, builtin_local(w, f, 0), old[0].object);
	hold(w, a.self);
	builtin_return(w, a.self);
}
