#include "apply.h"

#include <stdlib.h>

#include "attr.h"
#include "call_path.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "list.h"
#include "lookup.h"
#include "passing.h"
#include "recursion.h"
#include "repr.h"
#include "text.h"
#include "xalloc.h"

/* Names of callables. */

static const char *old_description(const struct world *w, obj_id callable)
{
	switch (obj_kind(w, callable)) {
	case KIND_FUNCTION:
	case KIND_METHOD:
	case KIND_BUILTIN:
		return "()";
	case KIND_OLD_CLASS:
		return " constructor";
	case KIND_OLD_INSTANCE:
		return " instance";
	default:
		return " object";
	}
}

/* Python/ceval.c, PyEval_GetFuncName. */
static const char *old_name(const struct world *w, obj_id callable)
{
	switch (obj_kind(w, callable)) {
	case KIND_FUNCTION:
		return text_bytes(w, obj_field(w, callable, FUNCTION_NAME));
	case KIND_METHOD:
		return old_name(w, obj_field(w, callable, METHOD_FUNCTION));
	case KIND_BUILTIN:
		return builtin_table[obj_field(w, callable, BUILTIN_ID)].name;
	case KIND_OLD_CLASS:
		return text_bytes(w, obj_field(w, callable, OLD_CLASS_NAME));
	case KIND_OLD_INSTANCE:
		return old_name(w, obj_field(w, callable, OLD_INSTANCE_CLASS));
	default:
		return type_name_of(w, callable);
	}
}

static void put_module(const struct world *w, obj_id module, struct strbuf *out)
{
	if (module && is_text(w, module) && !text_is(w, module, "builtins"))
		strbuf_printf(out, "%s.", text_bytes(w, module));
}

/* Objects/object.c, _PyObject_FunctionStr. */
static void put_function(const struct world *w, obj_id callable, struct strbuf *out)
{
	const struct builtin *b;

	switch (obj_kind(w, callable)) {
	case KIND_FUNCTION:
		put_module(w, obj_field(w, callable, FUNCTION_MODULE), out);
		strbuf_printf(out, "%s()",
			text_bytes(w, obj_field(w, callable, FUNCTION_QUALNAME)));
		break;
	case KIND_METHOD:
		put_function(w, obj_field(w, callable, METHOD_FUNCTION), out);
		break;
	case KIND_BUILTIN:
		b = &builtin_table[obj_field(w, callable, BUILTIN_ID)];
		if (b->owner < OWNER_BUILTINS)
			strbuf_printf(out, "%s.",
				type_name(w, type_object((enum builtin_type)b->owner)));
		strbuf_printf(out, "%s()", b->name);
		break;
	case KIND_TYPE:
		if (type_has(w, callable, TYPE_HEAP))
			put_module(w,
				dict_get(w, obj_field(w, callable, TYPE_DICT),
					name_object(N_MODULE)),
				out);
		strbuf_printf(out, "%s()",
			text_bytes(w,
				obj_field(w, callable, TYPE_QUALNAME)
					? obj_field(w, callable, TYPE_QUALNAME)
					: obj_field(w, callable, TYPE_NAME)));
		break;
	default:
		str_text(w, callable, out);
	}
}

void callable_text(const struct world *w, obj_id callable, struct strbuf *out)
{
	if (py_at_least(w->dialect->version, 3, 9))
		put_function(w, callable, out);
	else
		strbuf_printf(out, "%s%s", old_name(w, callable),
			old_description(w, callable));
}

void raise_not_spreadable(
	struct world *w, obj_id callable, obj_id v, const char *stars, const char *what)
{
	struct strbuf text = STRBUF_INIT;

	callable_text(w, callable, &text);
	raise_error(w, T_TYPE_ERROR, "%s argument after %s must be %s, not %s",
		text.text, stars, what, type_name_of(w, v));
	strbuf_free(&text);
}

bool is_mapping(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_DICT || attr_exists(w, o, name_object(N_KEYS));
}

static bool refuse_key(struct world *w, obj_id callable, obj_id key)
{
	struct strbuf text = STRBUF_INIT;

	callable_text(w, callable, &text);
	if (is_text(w, key))
		raise_error(w, T_TYPE_ERROR,
			"%s got multiple values for keyword argument '%s'", text.text,
			text_bytes(w, key));
	else if (py_at_least(w->dialect->version, 3, 9))
		raise_error(w, T_TYPE_ERROR, "keywords must be strings");
	else
		raise_error(w, T_TYPE_ERROR, "%s keywords must be strings", text.text);
	strbuf_free(&text);
	return false;
}

bool keywords_fit(struct world *w, obj_id callable, obj_id into, obj_id from)
{
	for (uint32_t i = 0; i < dict_entries(w, from); i++) {
		obj_id key = dict_entry_key(w, from, i);

		if (!key)
			continue;
		if (!is_text(w, key) || obj_kind(w, key) != native_kind(w))
			return refuse_key(w, callable, key);
		if (into && dict_get(w, into, key))
			return refuse_key(w, callable, key);
	}
	return true;
}

/*
 * The frame: argument 0 is the callable, the others its arguments, then perhaps
 * further references to these.  States: what the arguments came from goes; the call;
 * its result is there.
 */
enum {
	STATE_PARTS,
	STATE_CALL,
	STATE_CALLED
};
enum {
	WORD_COUNT,
	WORD_MOVE /* the callee takes the arguments over, in 2.7 too */
};

/* 3.12+: a Python function's arguments are all that stays. */
static bool drops_early(const struct world *w, obj_id callable)
{
	return py_at_least(w->dialect->version, 3, 12) &&
		obj_kind(w, callable) == KIND_FUNCTION;
}

static bool pairs_fit(struct world *w, const struct spread *s)
{
	obj_id callable = word(w, s->callable);

	for (uint32_t i = 0; i < s->pair_count; i++) {
		obj_id name = word(w, s->pairs + 2 * i);

		if (s->keywords && dict_get(w, word(w, s->keywords), name))
			return refuse_key(w, callable, name);
		for (uint32_t k = 0; k < i; k++) {
			if (text_same(w, word(w, s->pairs + 2 * k), name))
				return refuse_key(w, callable, name);
		}
	}
	return true;
}

static void put_held(struct world *w, uint32_t index, obj_id o)
{
	hold(w, o);
	set_word(w, index, o);
}

static void put_moved(struct world *w, uint32_t index, uint32_t from)
{
	set_word(w, index, word(w, from));
	set_word(w, from, 0);
}

static uint32_t put_keywords(
	struct world *w, uint32_t at, const struct spread *s, obj_id names)
{
	uint32_t n = 0;
	obj_id dict = s->keywords ? word(w, s->keywords) : 0;

	for (uint32_t i = 0; i < s->pair_count; i++) {
		put_held(w, item_index(w, names, n++), word(w, s->pairs + 2 * i));
		put_moved(w, at++, s->pairs + 2 * i + 1);
	}
	for (uint32_t i = 0; dict && i < dict_entries(w, dict); i++) {
		if (!dict_entry_key(w, dict, i))
			continue;
		put_held(w, item_index(w, names, n++), dict_entry_key(w, dict, i));
		put_held(w, at++, dict_entry_value(w, dict, i));
	}
	return at;
}

/* A tuple of COUNT names, to be filled in. */
static obj_id names_tuple(struct world *w, uint32_t count)
{
	obj_id *nothing = xcalloc(count, sizeof(*nothing));
	obj_id tuple;

	for (uint32_t i = 0; i < count; i++)
		nothing[i] = OBJ_NONE;
	tuple = tuple_of(w, nothing, count);
	free(nothing);
	return tuple;
}

/* Whether the C code between caller and callee has references of its own to all
 * arguments (_PyStack_UnpackDict). */
static bool copies_arguments(const struct world *w, obj_id callable, uint32_t named)
{
	if (!named || !py_at_least(w->dialect->version, 3, 9))
		return false;
	return !drops_early(w, callable);
}

static void put_arguments(
	struct world *w, uint32_t at, const struct spread *s, obj_id names)
{
	obj_id args = s->args ? word(w, s->args) : 0;
	uint32_t more = args ? obj_n(w, args) : 0;

	put_moved(w, at++, s->callable);
	for (uint32_t i = 0; i < s->count; i++)
		put_moved(w, at++, s->first + i);
	for (uint32_t i = 0; i < more; i++)
		put_held(w, at++, item(w, args, i));
	put_keywords(w, at, s, names);
}

/* Tuple and dict go before the call. */
static void take_parts(struct world *w, uint32_t f, const struct spread *s)
{
	if (s->args)
		put_moved(w, builtin_local(w, f, 0), s->args);
	if (s->keywords)
		put_moved(w, builtin_local(w, f, 1), s->keywords);
}

/* 2.7: a Python function gets the tuple that update_star_args() has made; for others
 * see argtuple.h. */
static void hold_positional(
	struct world *w, uint32_t f, obj_id callable, uint32_t count)
{
	enum kind kind = obj_kind(w, callable);

	if (w->dialect->version.major != 2 || !count ||
		(kind != KIND_FUNCTION && kind != KIND_METHOD))
		return;
	gc_count_new(w, gc_free_list(w, KIND_TUPLE, count));
	set_word(w, frame_extra(w, f, BUILTIN_WORD_HELD), pass_held(count, 0, false));
}

bool apply_push(struct world *w, const struct spread *s, uint32_t dst)
{
	obj_id dict = s->keywords ? word(w, s->keywords) : 0;
	obj_id callable = word(w, s->callable), names = 0;
	uint32_t named = s->pair_count + (dict ? obj_n(w, dict) : 0);
	uint32_t count = s->count + (s->args ? obj_n(w, word(w, s->args)) : 0) + named;
	uint32_t copies = copies_arguments(w, callable, named) ? count : 0;
	uint32_t f, first;

	if ((dict && !keywords_fit(w, callable, 0, dict)) || !pairs_fit(w, s))
		return false;
	if (named) {
		if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, named)))
			return false;
		names = names_tuple(w, named);
	}
	f = builtin_push(w, B_apply_step, 0, 1 + count + copies, dst);
	first = frame_slot(f, BUILTIN_FIRST_ARGUMENT);
	put_arguments(w, first, s, names);
	for (uint32_t i = 0; i < copies; i++)
		put_held(w, first + 1 + count + i, word(w, first + 1 + i));
	set_word(w, frame_slot(f, BUILTIN_NAMES_SLOT), names);
	set_word(w, builtin_word(w, f, WORD_COUNT), count);
	hold_positional(w, f, callable, count - named);
	if (drops_early(w, callable))
		take_parts(w, f, s);
	return true;
}

void apply_push_copy(struct world *w, obj_id callable, obj_id self,
	const struct args *a, uint32_t dst)
{
	uint32_t count = a->count + (self != 0);
	uint32_t f = builtin_push(w, B_apply_step, 0, 1 + count, dst);
	uint32_t at = frame_slot(f, BUILTIN_FIRST_ARGUMENT);

	put_held(w, at++, callable);
	if (self)
		put_held(w, at++, self);
	for (uint32_t i = 0; i < a->count; i++)
		put_held(w, at++, arg(w, a, i));
	if (a->names)
		put_held(w, frame_slot(f, BUILTIN_NAMES_SLOT), a->names);
	set_word(w, builtin_word(w, f, WORD_COUNT), count);
	set_word(w, builtin_word(w, f, WORD_MOVE), 1);
}

/* Of f(*a, **k) in the program; of a call by C code, such as that of __new__. */
static enum level_path path_of(const struct world *w, uint32_t f, obj_id callable)
{
	if (frame_kind(w, word(w, f + FRAME_LINK)) != FRAME_PYTHON)
		return call_path_by_c(w, callable, LEVELS_CALLED);
	return obj_kind(w, callable) == KIND_BUILTIN ? LEVELS_NONE : LEVELS_OBJECT;
}

static void make_call(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id result = 0;
	enum outcome outcome;
	uint32_t levels;

	a.callable = a.base++;
	a.count = word(w, builtin_word(w, f, WORD_COUNT));
	a.move = w->dialect->version.major == 3 ||
		word(w, builtin_word(w, f, WORD_MOVE));
	if (!recursion_enter(w, path_of(w, f, word(w, a.callable)), false, &levels)) {
		builtin_return(w, 0);
		return;
	}
	outcome = call(w, word(w, a.callable), &a, f + FRAME_RESULT, &result);
	recursion_settle(w, outcome == OUT_PUSHED ? f : reg(w, REG_TOP), levels);
	switch (outcome) {
	case OUT_PUSHED:
		set_frame_state(w, f, STATE_CALLED);
		break;
	case OUT_AGAIN:
		break;
	default:
		builtin_return(w, result);
	}
}

static obj_id take_word(struct world *w, uint32_t index)
{
	obj_id o = word(w, index);

	set_word(w, index, 0);
	return o;
}

void apply_step(struct world *w, uint32_t f)
{
	struct owned parts[2] = {{0}, {0}};

	switch (frame_state(w, f)) {
	case STATE_PARTS:
		set_frame_state(w, f, STATE_CALL);
		parts[0].object = take_word(w, builtin_local(w, f, 0));
		parts[1].object = take_word(w, builtin_local(w, f, 1));
		drop_all(w, parts, 2);
		break;
	case STATE_CALL:
		make_call(w, f);
		break;
	default:
		builtin_return(w, take_word(w, f + FRAME_RESULT));
	}
}
