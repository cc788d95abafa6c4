#include "interp.h"

#include "attr.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "keyed.h"
#include "leave.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "range.h"
#include "repr.h"
#include "special.h"
#include "text.h"

/*
 * Patterns (3.10+).  What may run Python code in its middle is a hidden built-in
 * function: match_class, match_keys.
 * Source: CPython, Python/ceval.c, match_class, match_keys.
 */

static bool is_sequence(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);

	return kind == KIND_LIST || kind == KIND_TUPLE || kind == KIND_RANGE;
}

enum flow do_MATCH_SEQUENCE(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(w, f, op, bool_of(is_sequence(w, operand(w, f, op, 0))));
}

enum flow do_MATCH_MAPPING(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(
		w, f, op, bool_of(obj_kind(w, operand(w, f, op, 0)) == KIND_DICT));
}

/* The length of what the two above let through. */
static int64_t plain_length(const struct world *w, obj_id o)
{
	int64_t n = obj_n(w, o);

	if (obj_kind(w, o) == KIND_RANGE)
		range_length(w, o, &n);
	return n;
}

enum flow do_GET_LEN(struct world *w, uint32_t f, const struct op *op)
{
	obj_id o = operand(w, f, op, 0), length;

	if (frame_state(w, f) == 0 && overrides(w, o, N_LEN)) {
		push_special(w, special(w, o, N_LEN), o, 0, 0, f + FRAME_RESULT);
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	}
	length = frame_state(w, f) ? take_result(w, f) : int_new(w, plain_length(w, o));
	set_word(w, slot_at(f, op->sp), length);
	if (!is_int(w, length))
		raise_error(w, T_TYPE_ERROR,
			"'%s' object cannot be interpreted as an integer",
			type_name_of(w, length));
	else if (int_sign(w, length) < 0)
		raise_error(w, T_VALUE_ERROR, "__len__() should return >= 0");
	else
		return FLOW_NEXT;
	return FLOW_STAY;
}

/* Pushes the hidden function ID with COUNT operands from the deepest on. */
static enum flow push_hidden(struct world *w, uint32_t f, uint32_t id, uint32_t index,
	uint32_t count, uint32_t number)
{
	uint32_t g = builtin_push(w, id, 0, count, f + FRAME_RESULT);

	for (uint32_t i = 0; i < count; i++) {
		hold(w, word(w, index + i));
		set_word(w, frame_slot(g, BUILTIN_FIRST_ARGUMENT + i),
			word(w, index + i));
	}
	set_word(w, builtin_word(w, g, BUILTIN_OWN_WORDS - 1), number);
	set_frame_state(w, f, 1);
	return FLOW_STAY;
}

static uint32_t given_number(const struct world *w, uint32_t f)
{
	return word(w, builtin_word(w, f, BUILTIN_OWN_WORDS - 1));
}

enum flow do_MATCH_CLASS(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t base = slot_at(f, op->sp - 3u);

	if (frame_state(w, f))
		return finish(w, f, op, 3, take_result(w, f));
	return push_hidden(w, f, B_match_class, base, 3, (uint32_t)op->arg);
}

enum flow do_MATCH_KEYS(struct world *w, uint32_t f, const struct op *op)
{
	if (frame_state(w, f)) {
		set_word(w, slot_at(f, op->sp), take_result(w, f));
		return FLOW_NEXT;
	}
	return push_hidden(w, f, B_match_keys, slot_at(f, op->sp - 2u), 2, 0);
}

/* Own slots of both functions. */
enum {
	LOCAL_VALUES,
	LOCAL_MATCH_ARGS,
	LOCAL_CALLED
};

static obj_id values_of(const struct world *w, uint32_t f)
{
	return word(w, builtin_local(w, f, LOCAL_VALUES));
}

/* The values as a tuple; nothing was changed when false. */
static bool return_values(struct world *w, uint32_t f)
{
	obj_id values = values_of(w, f);
	uint32_t n = obj_n(w, values);

	if (n && !gc_charge(w, gc_free_list(w, KIND_TUPLE, n)))
		return false;
	builtin_return(w,
		tuple_copy_words(
			w, type_object(T_TUPLE), n ? item_index(w, values, 0) : 0, n));
	return true;
}

/* CPython collects attributes in a list; values of keys in the tuple itself, with a
 * set of the keys. */
static bool start_values(struct world *w, uint32_t f, bool keys)
{
	if (values_of(w, f))
		return true;
	if (!gc_charge(w, keys ? FREE_NONE : FREE_LIST_LIST))
		return false;
	if (keys)
		gc_discharge(w, FREE_NONE);
	set_word(w, builtin_local(w, f, LOCAL_VALUES), list_of(w, NULL, 0));
	set_obj_flag(w, values_of(w, f), OBJECT_UNMADE, keys);
	return true;
}

static obj_id take_answer(struct world *w, uint32_t f)
{
	obj_id result = word(w, f + FRAME_RESULT);

	set_word(w, f + FRAME_RESULT, 0);
	set_frame_state(w, f, 0);
	return result;
}

/* match_class(subject, class, names): states: 0: looks what is next; 1: the value
 * of an attribute is in FRAME_RESULT; 2: __match_args__ is. */
enum {
	CLASS_NEXT,
	CLASS_VALUE,
	CLASS_ARGS
};

static bool matches_itself(const struct world *w, obj_id class)
{
	static const uint8_t types[] = {T_INT, T_FLOAT, T_STR, T_BYTES, T_LIST, T_TUPLE,
		T_DICT, T_SET, T_FROZENSET};

	for (unsigned i = 0; i < sizeof(types); i++) {
		if (type_is_subtype(w, class, type_object(types[i])))
			return true;
	}
	return false;
}

static bool args_are_names(struct world *w, obj_id class, obj_id args)
{
	if (obj_kind(w, args) == KIND_TUPLE)
		return true;
	raise_error(w, T_TYPE_ERROR, "%s.__match_args__ must be a tuple (got %s)",
		type_name(w, class), type_name_of(w, args));
	return false;
}

/* Whether the class takes that many positional patterns. */
static bool args_suffice(struct world *w, uint32_t f, obj_id class)
{
	obj_id args = word(w, builtin_local(w, f, LOCAL_MATCH_ARGS));
	uint32_t allowed;

	if (args == OBJ_NONE)
		allowed = matches_itself(w, class);
	else if (args_are_names(w, class, args))
		allowed = obj_n(w, args);
	else
		return false;
	if (given_number(w, f) <= allowed)
		return true;
	raise_error(w, T_TYPE_ERROR,
		"%s() accepts %u positional sub-pattern%s (%u given)",
		type_name(w, class), allowed, allowed == 1 ? "" : "s",
		given_number(w, f));
	return false;
}

/* Name of attribute I; 0: raised. */
static obj_id attribute_name(
	struct world *w, uint32_t f, const struct args *a, uint32_t i)
{
	uint32_t positional = given_number(w, f);
	obj_id name;

	if (i >= positional)
		return item(w, arg(w, a, 2), i - positional);
	name = item(w, word(w, builtin_local(w, f, LOCAL_MATCH_ARGS)), i);
	if (obj_kind(w, name) == KIND_STR)
		return name;
	return raise_error(w, T_TYPE_ERROR,
		"__match_args__ elements must be strings (got %s)",
		type_name_of(w, name));
}

static bool is_new_name(
	struct world *w, uint32_t f, const struct args *a, uint32_t i, obj_id name)
{
	struct strbuf text = STRBUF_INIT;

	for (uint32_t k = 0; k < i; k++) {
		if (!text_same(w, attribute_name(w, f, a, k), name))
			continue;
		text_repr(w, name, &text);
		raise_error(w, T_TYPE_ERROR,
			"%s() got multiple sub-patterns for attribute %s",
			type_name(w, arg(w, a, 1)), text.text);
		strbuf_free(&text);
		return false;
	}
	return true;
}

/* An attribute that is not there: no match. */
static void no_attribute(struct world *w, uint32_t f)
{
	obj_id e = reg(w, REG_EXCEPTION);

	if (!exception_is(w, e, T_ATTRIBUTE_ERROR)) {
		builtin_return(w, 0);
		return;
	}
	set_reg(w, REG_EXCEPTION, 0);
	set_word(w, builtin_local(w, f, LOCAL_CALLED), e);
	builtin_return(w, OBJ_NONE);
}

static void load_next(struct world *w, uint32_t f, const struct args *a)
{
	uint32_t i = obj_n(w, values_of(w, f));
	obj_id name = attribute_name(w, f, a, i), v = 0;

	if (!name || !is_new_name(w, f, a, i, name)) {
		builtin_return(w, 0);
		return;
	}
	switch (attr_load(w, arg(w, a, 0), name, f + FRAME_RESULT, &v)) {
	case OUT_VALUE:
		list_append(w, values_of(w, f), v);
		break;
	case OUT_PUSHED:
		set_frame_state(w, f, CLASS_VALUE);
		break;
	case OUT_AGAIN:
		break;
	default:
		no_attribute(w, f);
	}
}

/* __match_args__ of the class; None: it has none. */
static void load_match_args(struct world *w, uint32_t f, const struct args *a)
{
	uint32_t slot = builtin_local(w, f, LOCAL_MATCH_ARGS);
	obj_id class = arg(w, a, 1), v = 0;

	if (!attr_exists(w, class, name_object(N_MATCH_ARGS))) {
		set_word(w, slot, OBJ_NONE);
	} else {
		switch (attr_load(
			w, class, name_object(N_MATCH_ARGS), f + FRAME_RESULT, &v)) {
		case OUT_VALUE:
			set_word(w, slot, v);
			break;
		case OUT_PUSHED:
			set_frame_state(w, f, CLASS_ARGS);
			return;
		case OUT_AGAIN:
			return;
		default:
			builtin_return(w, 0);
			return;
		}
	}
	if (!args_suffice(w, f, class))
		builtin_return(w, 0);
}

/* What needs no attribute is decided; true: go on. */
static bool is_instance_of(struct world *w, const struct args *a)
{
	obj_id class = arg(w, a, 1);

	if (obj_kind(w, class) != KIND_TYPE) {
		raise_error(w, T_TYPE_ERROR, "called match pattern must be a %s",
			py_at_least(w->dialect->version, 3, 12) ? "class" : "type");
		builtin_return(w, 0);
		return false;
	}
	if (type_is_subtype(w, obj_class(w, arg(w, a, 0)), class))
		return true;
	builtin_return(w, OBJ_NONE);
	return false;
}

static void go_on(struct world *w, uint32_t f, const struct args *a)
{
	uint32_t slot = builtin_local(w, f, LOCAL_MATCH_ARGS);
	uint32_t positional = given_number(w, f);

	if (!is_instance_of(w, a) || !start_values(w, f, false))
		return;
	if (positional && !word(w, slot)) {
		load_match_args(w, f, a);
		return;
	}
	if (positional && word(w, slot) == OBJ_NONE && obj_n(w, values_of(w, f)) == 0) {
		hold(w, arg(w, a, 0));
		list_append(w, values_of(w, f), arg(w, a, 0));
	}
	if (obj_n(w, values_of(w, f)) == positional + obj_n(w, arg(w, a, 2)))
		return_values(w, f);
	else
		load_next(w, f, a);
}

void match_class(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (reg(w, REG_EXCEPTION)) {
		if (frame_state(w, f) == CLASS_VALUE)
			no_attribute(w, f);
		else
			builtin_return(w, 0);
		return;
	}
	switch (frame_state(w, f)) {
	case CLASS_VALUE:
		list_append(w, values_of(w, f), take_answer(w, f));
		break;
	case CLASS_ARGS:
		set_word(w, builtin_local(w, f, LOCAL_MATCH_ARGS), take_answer(w, f));
		if (!args_suffice(w, f, arg(w, &a, 1)))
			builtin_return(w, 0);
		break;
	default:
		go_on(w, f, &a);
	}
}

/* match_keys(subject, keys): the state is keyed_step()'s. */

static bool is_repeated(const struct world *w, obj_id keys, uint32_t i)
{
	for (uint32_t k = 0; k < i; k++) {
		if (equal_value(w, item(w, keys, k), item(w, keys, i)) == 1)
			return true;
	}
	return false;
}

static void raise_repeated(struct world *w, obj_id key)
{
	struct strbuf text = STRBUF_INIT;

	repr_text(w, key, &text);
	raise_error(w, T_VALUE_ERROR, "mapping pattern checks duplicate key (%s)",
		text.text);
	strbuf_free(&text);
}

void match_keys(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id subject = arg(w, &a, 0), keys = arg(w, &a, 1), v;
	uint32_t i;

	if (!start_values(w, f, true))
		return;
	i = obj_n(w, values_of(w, f));
	if (i == obj_n(w, keys)) {
		return_values(w, f);
		return;
	}
	if (frame_state(w, f) == 0 && is_repeated(w, keys, i)) {
		raise_repeated(w, item(w, keys, i));
		builtin_return(w, 0);
		return;
	}
	switch (keyed_step(w, f, subject, item(w, keys, i))) {
	case FIND_FOUND:
		v = dict_entry_value(w, subject, keyed_entry(w, f));
		hold(w, v);
		list_append(w, values_of(w, f), v);
		set_frame_state(w, f, 0);
		break;
	case FIND_ABSENT:
		builtin_return(w, OBJ_NONE);
		break;
	case FIND_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}
