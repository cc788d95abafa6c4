#include "call.h"

#include <string.h>

#include "dealloc.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "generic.h"
#include "list.h"
#include "lookup.h"
#include "leave.h"
#include "class.h"
#include "argtuple.h"
#include "call_path.h"
#include "passing.h"
#include "recursion.h"
#include "refuse.h"
#include "special.h"
#include "text.h"

static bool arity_holds(const struct builtin *b, const struct args *a)
{
	if (a->names && b->arity != ARITY_KEYWORDS)
		return false;
	return b->arity == ARITY_KEYWORDS ||
		(a->count >= b->min && (b->max == 255 || a->count <= b->max));
}

/* The name in messages: qualified from 3.9 on. */
static void put_name(const struct world *w, const struct builtin *b, struct strbuf *out)
{
	static const char *const modules[] = {
		"", "gc.", "sys.", "weakref.", "math.", "", ""};

	if (py_at_least(w->dialect->version, 3, 9)) {
		if (b->owner < OWNER_BUILTINS)
			strbuf_printf(out, "%s.",
				type_name(w, type_object((enum builtin_type)b->owner)));
		else
			strbuf_puts(out, modules[b->owner - OWNER_BUILTINS]);
	}
	strbuf_puts(out, b->name);
}

/* The same in the complaints of PyArg_ParseTuple and its like. */
static const char *short_name(const struct world *w, const struct builtin *b)
{
	bool finds = strstr(b->name, "find") || strstr(b->name, "index");

	if (b->flags & BUILTIN_STATIC)
		return type_name(w, type_object((enum builtin_type)b->owner));
	if (b->arity == ARITY_FIND && finds && w->dialect->version.major == 2)
		return "find/rfind/index/rindex";
	return b->name;
}

/* Whether the complaint is of the kind "f() takes at least 1 argument (0 given)". */
static bool is_parsed(const struct world *w, const struct builtin *b)
{
	if (b->arity == ARITY_UNPACKED)
		return w->dialect->version.major == 2;
	if (b->arity == ARITY_PARSED)
		return !py_at_least(w->dialect->version, 3, 8);
	return (b->arity == ARITY_FIND || b->arity == ARITY_GROUP) &&
		!py_at_least(w->dialect->version, 3, 13);
}

static bool is_one_of_ranges(const struct world *w, const struct builtin *b)
{
	return b->arity == ARITY_SOME || b->arity == ARITY_UNPACKED ||
		b->arity == ARITY_PARSED || b->arity == ARITY_FIND || is_parsed(w, b);
}

static void raise_range(struct world *w, const struct builtin *b, const struct args *a,
	const char *name)
{
	bool few = a->count < b->min, old = is_parsed(w, b);
	uint32_t n = few ? b->min : b->max;
	const char *exactly = old ? " exactly" : "";
	const char *how = b->min == b->max ? exactly : few ? " at least" : " at most";

	if (old)
		raise_error(w, T_TYPE_ERROR, "%s() takes%s %u argument%s (%u given)",
			name, how, n, n == 1 ? "" : "s", a->count);
	else if (b->arity == ARITY_GROUP)
		raise_error(w, T_TYPE_ERROR, "%s requires %u to %u arguments", name,
			b->min, b->max);
	else
		raise_error(w, T_TYPE_ERROR, "%s expected%s %u argument%s, got %u",
			name, how, n,
			n == 1 && py_at_least(w->dialect->version, 3, 8) ? "" : "s",
			a->count);
}

static void raise_arity(struct world *w, const struct builtin *b, const struct args *a)
{
	struct strbuf name = STRBUF_INIT;

	if (is_one_of_ranges(w, b) && !a->names)
		strbuf_puts(&name, short_name(w, b));
	else
		put_name(w, b, &name);
	if (a->names)
		raise_error(
			w, T_TYPE_ERROR, "%s() takes no keyword arguments", name.text);
	else if (b->arity == ARITY_NONE)
		raise_error(w, T_TYPE_ERROR, "%s() takes no arguments (%u given)",
			name.text, a->count);
	else if (b->arity == ARITY_ONE)
		raise_error(w, T_TYPE_ERROR,
			"%s() takes exactly one argument (%u given)", name.text,
			a->count);
	else
		raise_range(w, b, a, name.text);
	strbuf_free(&name);
}

/* COUNT: words for arguments in the frame itself. */
static uint32_t push_frame(
	struct world *w, uint32_t id, obj_id self, uint32_t count, uint32_t dst)
{
	uint32_t slots = BUILTIN_FIRST_ARGUMENT + count + BUILTIN_LOCALS;
	uint32_t f = frame_push(
		w, FRAME_BUILTIN, dst, slots, BUILTIN_WORD_FIRST + BUILTIN_OWN_WORDS);

	set_word(w, frame_extra(w, f, BUILTIN_WORD_ID), id);
	set_word(w, frame_extra(w, f, BUILTIN_WORD_COUNT), count);
	if (self) {
		hold(w, self);
		set_word(w, frame_slot(f, BUILTIN_SELF_SLOT), self);
	}
	return f;
}

uint32_t builtin_push(
	struct world *w, uint32_t id, obj_id self, uint32_t count, uint32_t dst)
{
	return push_frame(w, id, self, count, dst);
}

/* Up to 3.10 a C function works on the caller's references; the tuple that a
 * class is called with has its own. */
static bool borrows(const struct world *w, uint32_t id, const struct args *a)
{
	return !w->dialect->arguments_moved && !a->move &&
		builtin_table[id].owner != OWNER_HIDDEN;
}

static void push_builtin(
	struct world *w, uint32_t id, const struct args *a, uint32_t held, uint32_t dst)
{
	bool borrowed = borrows(w, id, a);
	uint32_t f = push_frame(w, id, a->self, borrowed ? 0 : a->count, dst);

	set_word(w, frame_extra(w, f, BUILTIN_WORD_ARGUMENTS), held);
	if (a->names) {
		hold(w, a->names);
		set_word(w, frame_slot(f, BUILTIN_NAMES_SLOT), a->names);
	}
	if (borrowed) {
		set_word(w, frame_extra(w, f, BUILTIN_WORD_COUNT), a->count);
		set_word(w, frame_extra(w, f, BUILTIN_WORD_BASE), a->base);
		return;
	}
	for (uint32_t i = 0; i < a->count; i++) {
		obj_id value = word(w, a->base + i);

		set_word(w, frame_slot(f, BUILTIN_FIRST_ARGUMENT + i), value);
		if ((w->dialect->arguments_moved && !a->keep &&
			    id != B_class_call_step) ||
			a->move)
			set_word(w, a->base + i, 0);
		else
			hold(w, value);
	}
}

struct args builtin_args(const struct world *w, uint32_t f)
{
	uint32_t base = word(w, frame_extra(w, f, BUILTIN_WORD_BASE));

	return (struct args){
		.base = base ? base : frame_slot(f, BUILTIN_FIRST_ARGUMENT),
		.count = word(w, frame_extra(w, f, BUILTIN_WORD_COUNT)),
		.self = word(w, frame_slot(f, BUILTIN_SELF_SLOT)),
		.names = word(w, frame_slot(f, BUILTIN_NAMES_SLOT))};
}

uint32_t builtin_local(const struct world *w, uint32_t f, uint32_t i)
{
	return frame_slot(f, word(w, f + FRAME_SLOT_COUNT) - BUILTIN_LOCALS + i);
}

uint32_t builtin_word(const struct world *w, uint32_t f, uint32_t i)
{
	return frame_extra(w, f, BUILTIN_WORD_FIRST + i);
}

void builtin_return(struct world *w, obj_id result)
{
	uint32_t f = reg(w, REG_TOP);

	while (frame_kind(w, f) != FRAME_BUILTIN)
		f = word(w, f + FRAME_LINK);
	frame_leave(w, f, result);
}

void builtin_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);

	if (!frame_leaves(w, f))
		builtin_table[word(w, frame_extra(w, f, BUILTIN_WORD_ID))].step(w, f);
}

/* An exception keeps the tuple that it was made with as its args. */
static bool keeps_tuple(const struct world *w, uint32_t id, obj_id result)
{
	return id == B_exception_create && result &&
		obj_kind(w, result) == KIND_EXCEPTION &&
		obj_field(w, result, EXCEPTION_ARGS) != OBJ_EMPTY_TUPLE;
}

/* HELD: see passing.h. */
static enum outcome run_builtin(struct world *w, uint32_t id, const struct args *a,
	uint32_t held, uint32_t dst, obj_id *result)
{
	const struct builtin *b = &builtin_table[id];
	struct args with_dst = *a;

	if (!arity_holds(b, a)) {
		pass_release(w, held);
		raise_arity(w, b, a);
		return OUT_ERROR;
	}
	with_dst.dst = dst;
	*result = b->fn ? b->fn(w, &with_dst) : RESULT_STEP;
	if (*result == RESULT_PUSHED) {
		*result = 0;
		pass_release(w, held);
		return OUT_PUSHED;
	}
	if (*result == RESULT_STEP) {
		*result = 0;
		push_builtin(w, id, a, held, dst);
		return OUT_PUSHED;
	}
	if (*result == RESULT_AGAIN)
		return OUT_AGAIN;
	pass_release(w, keeps_tuple(w, id, *result) ? pass_kept(held) : held);
	assert(*result || reg(w, REG_EXCEPTION));
	return *result ? OUT_VALUE : OUT_ERROR;
}

enum outcome call_builtin_id(struct world *w, uint32_t id, const struct args *a,
	uint32_t dst, obj_id *result)
{
	uint32_t held;

	if (!pass_arguments_begin(w, id, a, &held))
		return OUT_AGAIN;
	return run_builtin(w, id, a, held, dst, result);
}

enum outcome call_slot(struct world *w, uint32_t id, const struct args *a, uint32_t dst,
	obj_id *result)
{
	return run_builtin(w, id, a, 0, dst, result);
}

/* list.append(l, x): the first argument is self. */
static enum outcome call_descriptor(struct world *w, obj_id descriptor,
	const struct args *a, uint32_t dst, obj_id *result)
{
	uint32_t id = obj_field(w, descriptor, DESCRIPTOR_ID);
	obj_id type = obj_field(w, descriptor, DESCRIPTOR_TYPE);
	bool is_slot = obj_class(w, descriptor) == type_object(T_SLOT_WRAPPER);
	struct args rest = *a;

	if (id == B_lacking || id == B_lacking_value) {
		refuse_attribute(w, type,
			text_bytes(w, obj_field(w, descriptor, DESCRIPTOR_NAME)));
		return OUT_ERROR;
	}
	if (!rest.self) {
		if (a->count == (a->names ? obj_n(w, a->names) : 0)) {
			bool modern =
				py_at_least(w->dialect->version, 3, 8) && !is_slot;

			raise_error(w, T_TYPE_ERROR,
				modern ? "unbound method %s.%s() needs an argument"
				       : "descriptor '%s' of '%s' object needs an argument",
				modern ? type_name(w, type) : builtin_table[id].name,
				modern ? builtin_table[id].name : type_name(w, type));
			return OUT_ERROR;
		}
		rest.self = arg(w, a, 0);
		rest.base++;
		rest.count--;
	}
	if (!type_is_subtype(w, obj_class(w, rest.self), type)) {
		raise_error(w, T_TYPE_ERROR,
			w->dialect->version.major == 2 || is_slot
				? "descriptor '%s' requires a '%s' object but received a '%s'"
				: "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
			builtin_table[id].name, type_name(w, type),
			type_name_of(w, rest.self));
		return OUT_ERROR;
	}
	pass_descriptor(w, id, rest.count);
	return call_builtin_id(w, id, &rest, dst, result);
}

/* What is held while the Python function runs that a call with A has pushed. */
static enum outcome hold_call(struct world *w, enum call_form form,
	const struct args *a, enum outcome outcome)
{
	uint32_t f = reg(w, REG_TOP);
	uint32_t count = a->count - (a->names ? obj_n(w, a->names) : 0);

	if (outcome == OUT_PUSHED && frame_kind(w, f) == FRAME_PYTHON)
		set_word(w, frame_extra(w, f, PY_HELD), pass_call(w, form, count));
	return outcome;
}

static enum outcome call_method(struct world *w, obj_id method, const struct args *a,
	uint32_t dst, obj_id *result)
{
	struct args bound = *a;

	assert(!a->self);
	bound.self = obj_field(w, method, METHOD_SELF);
	bound.callable = 0;
	if (!bound.self)
		return hold_call(
			w, CALL_TUPLE, a, call_unbound(w, method, a, dst, result));
	return call(w, obj_field(w, method, METHOD_FUNCTION), &bound, dst, result);
}

static enum outcome not_callable(struct world *w, obj_id o)
{
	if (obj_kind(w, o) == KIND_OLD_INSTANCE)
		raise_error(w, T_ATTRIBUTE_ERROR, "%s instance has no __call__ method",
			text_bytes(w,
				obj_field(w, obj_field(w, o, OLD_INSTANCE_CLASS),
					OLD_CLASS_NAME)));
	else
		raise_error(w, T_TYPE_ERROR, "'%s' object is not callable",
			type_name_of(w, o));
	return OUT_ERROR;
}

static enum outcome call_instance(
	struct world *w, obj_id o, const struct args *a, uint32_t dst, obj_id *result)
{
	obj_id class = obj_kind(w, o) == KIND_OLD_INSTANCE
		? obj_field(w, o, OLD_INSTANCE_CLASS)
		: obj_class(w, o);
	obj_id function = type_lookup(w, class, name_object(N_CALL));
	struct args bound = *a;

	if (!function && generic_origin(w, o))
		return call(w, generic_origin(w, o), a, dst, result);
	if (!function || a->self)
		return not_callable(w, o);
	if (obj_kind(w, function) == KIND_DESCRIPTOR) {
		refuse_attribute(w, obj_class(w, o), "__call__");
		return OUT_ERROR;
	}
	bound.self = o;
	bound.callable = 0;
	/* slot_tp_call() gets a tuple; 2.7 and 3.6 bind __call__. */
	return hold_call(w, w->dialect->bound_calls ? CALL_SPECIAL : CALL_SLOT, a,
		call(w, function, &bound, dst, result));
}

/* object.__new__(C, ...): the class comes first (tp_new_wrapper). */
static enum outcome call_new(struct world *w, obj_id callable, const struct args *a,
	uint32_t dst, obj_id *result)
{
	obj_id type = obj_field(w, callable, BUILTIN_SELF);
	struct args rest = *a;
	uint32_t held;

	if (rest.self == 0 && a->count == (a->names ? obj_n(w, a->names) : 0)) {
		raise_error(w, T_TYPE_ERROR, "%s.__new__(): not enough arguments",
			type_name(w, type));
		return OUT_ERROR;
	}
	if (rest.self == 0) {
		rest.self = arg(w, a, 0);
		rest.base++;
		rest.count--;
	}
	if (obj_kind(w, rest.self) != KIND_TYPE) {
		raise_error(w, T_TYPE_ERROR,
			"%s.__new__(X): X is not a type object (%s)",
			type_name(w, type), type_name_of(w, rest.self));
		return OUT_ERROR;
	}
	if (!type_is_subtype(w, rest.self, type)) {
		raise_error(w, T_TYPE_ERROR,
			"%s.__new__(%s): %s is not a subtype of %s", type_name(w, type),
			type_name(w, rest.self), type_name(w, rest.self),
			type_name(w, type));
		return OUT_ERROR;
	}
	if (!pass_new_begin(w, a, &held))
		return OUT_AGAIN;
	return run_builtin(
		w, obj_field(w, callable, BUILTIN_ID), &rest, held, dst, result);
}

/* A staticmethod, from 3.10 on. */
static bool is_callable_wrapper(const struct world *w, obj_id o)
{
	return obj_class(w, o) == type_object(T_STATICMETHOD) &&
		py_at_least(w->dialect->version, 3, 10);
}

static enum outcome call_any(struct world *w, obj_id callable, const struct args *a,
	uint32_t dst, obj_id *result)
{
	struct args with_self = *a;

	switch (obj_kind(w, callable)) {
	case KIND_BUILTIN:
		if (builtin_table[obj_field(w, callable, BUILTIN_ID)].flags &
			BUILTIN_STATIC)
			return call_new(w, callable, a, dst, result);
		with_self.self = obj_field(w, callable, BUILTIN_SELF);
		return call_builtin_id(
			w, obj_field(w, callable, BUILTIN_ID), &with_self, dst, result);
	case KIND_DESCRIPTOR:
		return call_descriptor(w, callable, a, dst, result);
	case KIND_TYPE:
	case KIND_OLD_CLASS:
		return call_class(w, callable, a, dst, result);
	case KIND_WEAKREF:
		if (obj_class(w, callable) == type_object(T_PROXY))
			return not_callable(w, callable);
		if (type_is_heap(w, obj_class(w, callable)) &&
			overrides(w, callable, N_CALL))
			return call_instance(w, callable, a, dst, result);
		return call_weakref(w, callable, a, dst, result);
	case KIND_WRAPPER:
		if (is_callable_wrapper(w, callable))
			return call(w, obj_field(w, callable, WRAPPER_CALLABLE), a, dst,
				result);
		return not_callable(w, callable);
	default:
		return call_instance(w, callable, a, dst, result);
	}
}

enum outcome call(struct world *w, obj_id callable, const struct args *a, uint32_t dst,
	obj_id *result)
{
	uint32_t top = reg(w, REG_TOP), levels;
	enum outcome outcome;

	if (obj_kind(w, callable) == KIND_FUNCTION)
		return call_python(w, callable, a, dst);
	if (obj_kind(w, callable) == KIND_METHOD)
		return call_method(w, callable, a, dst, result);
	if (!recursion_enter(w, call_path(w, callable, a), a->hot, &levels))
		return OUT_ERROR;
	outcome = call_any(w, callable, a, dst, result);
	recursion_settle(w, outcome == OUT_PUSHED ? top : reg(w, REG_TOP), levels);
	return outcome;
}

/* The recursion that FRAME_CALL F counts as; false: raised. */
static bool enter(struct world *w, uint32_t f)
{
	obj_id callable = word(w, frame_slot(f, 0));
	uint32_t below = word(w, f + FRAME_LINK), levels;
	enum level_path path =
		call_path_by_c(w, callable, word(w, frame_extra(w, f, CALL_PATH)));
	bool hot = frame_kind(w, below) == FRAME_PYTHON && recursion_is_hot(w, below);

	if (word(w, f + FRAME_LEVELS))
		return true;
	if (!recursion_enter(w, path, hot, &levels))
		return false;
	recursion_hold(w, f, levels);
	return true;
}

/* FRAME_CALL: state 0 calls, state 1 has the result. */
void call_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);
	struct args a = {.base = frame_slot(f, 1),
		.count = word(w, frame_extra(w, f, 0)),
		.callable = frame_slot(f, 0),
		.move = true};
	obj_id result = 0;

	if (frame_leaves(w, f))
		return;
	if (frame_state(w, f) == 1) {
		result = word(w, f + FRAME_RESULT);
		set_word(w, f + FRAME_RESULT, 0);
		frame_leave(w, f, result);
		return;
	}
	if (!enter(w, f)) {
		frame_leave(w, f, 0);
		return;
	}
	switch (call(w, word(w, frame_slot(f, 0)), &a, f + FRAME_RESULT, &result)) {
	case OUT_PUSHED:
		set_frame_state(w, f, 1);
		break;
	case OUT_AGAIN:
		break;
	case OUT_VALUE:
	case OUT_ERROR:
	case OUT_UNKNOWN:
		frame_leave(w, f, result);
		break;
	}
}
