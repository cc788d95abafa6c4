#include "call.h"

#include <stdio.h>
#include <stdlib.h>

#include "code.h"
#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "list.h"
#include "passing.h"
#include "recursion.h"
#include "text.h"
#include "xalloc.h"

/*
 * Binding arguments to parameters.
 * Source: CPython, Python/ceval.c, PyEval_EvalCodeEx and its successors: first
 * everything is checked, in the order in which CPython finds mistakes, then the
 * frame is pushed and filled.
 */

/* One call being bound. */
struct binding {
	obj_id function, code_object;
	const struct code *code;
	const struct args *args;
	uint32_t positional; /* given, with self */
	uint32_t keywords;
	uint32_t fixed; /* parameters before * */
	uint32_t named; /* parameters that have a name: fixed + keyword-only */
	obj_id defaults;
};

static struct binding binding_of(
	const struct world *w, obj_id function, const struct args *a)
{
	struct binding b = {.function = function, .args = a};

	b.code_object = obj_field(w, function, FUNCTION_CODE);
	b.code = code_of(w, b.code_object);
	b.keywords = a->names ? obj_n(w, a->names) : 0;
	b.positional = (a->self ? 1 : 0) + a->count - b.keywords;
	b.fixed = b.code->argument_count;
	b.named = b.fixed + b.code->keyword_only_count;
	b.defaults = obj_field(w, function, FUNCTION_DEFAULTS);
	return b;
}

static uint32_t default_count(const struct world *w, const struct binding *b)
{
	return b->defaults && b->defaults != OBJ_NONE ? obj_n(w, b->defaults) : 0;
}

static const char *called_name(const struct world *w, const struct binding *b)
{
	uint32_t field = py_at_least(w->dialect->version, 3, 10) ? FUNCTION_QUALNAME
								 : FUNCTION_NAME;

	return text_bytes(w, obj_field(w, b->function, field));
}

/* The parameter that a keyword names; b->named: none. */
static uint32_t parameter(const struct world *w, const struct binding *b, obj_id name)
{
	uint32_t i = b->code->positional_only_count;

	while (i < b->named &&
		!text_same(w, code_slot_name(w, b->code_object, i), name))
		i++;
	return i;
}

/* Those of the keywords that name positional-only parameters, if any: raises. */
static bool names_positional_only(struct world *w, const struct binding *b)
{
	struct strbuf names = STRBUF_INIT;

	for (uint32_t i = 0; i < b->code->positional_only_count; i++) {
		obj_id name = code_slot_name(w, b->code_object, i);

		for (uint32_t k = 0; k < b->keywords; k++) {
			if (text_same(w, item(w, b->args->names, k), name))
				strbuf_printf(&names, "%s%s", names.length ? ", " : "",
					text_bytes(w, name));
		}
	}
	if (names.length)
		pass_object(w, KIND_LIST, 0);
	if (names.length)
		raise_error(w, T_TYPE_ERROR,
			"%s() got some positional-only arguments passed as keyword arguments: '%s'",
			called_name(w, b), names.text);
	strbuf_free(&names);
	return reg(w, REG_EXCEPTION) != 0;
}

static bool check_keywords(struct world *w, const struct binding *b, bool *given)
{
	for (uint32_t k = 0; k < b->keywords; k++) {
		obj_id name = item(w, b->args->names, k);
		uint32_t i = parameter(w, b, name);

		if (i == b->named) {
			if (b->code->flags & CODE_VARKEYWORDS)
				continue;
			if (names_positional_only(w, b))
				return false;
			/* 3.13 collects what could have been meant. */
			if (py_at_least(w->dialect->version, 3, 13))
				pass_object(w, KIND_LIST, 0);
			raise_error(w, T_TYPE_ERROR,
				"%s() got an unexpected keyword argument '%s'",
				called_name(w, b), text_bytes(w, name));
			return false;
		}
		if (given[i] ||
			i < (b->positional < b->fixed ? b->positional : b->fixed)) {
			raise_error(w, T_TYPE_ERROR,
				w->dialect->version.major == 2
					? "%s() got multiple values for keyword argument '%s'"
					: "%s() got multiple values for argument '%s'",
				called_name(w, b), text_bytes(w, name));
			return false;
		}
		given[i] = true;
	}
	return true;
}

static const char *plural(uint32_t n)
{
	return n == 1 ? "" : "s";
}

/* 2.7 has one wording for too many and too few. */
static bool wrong_number2(struct world *w, const struct binding *b, uint32_t given)
{
	uint32_t least = b->fixed - default_count(w, b);
	bool many = b->code->flags & CODE_VARARGS;
	const char *how = "exactly";
	uint32_t n = b->fixed;

	if (b->fixed == 0 && !many) {
		raise_error(w, T_TYPE_ERROR, "%s() takes no arguments (%u given)",
			called_name(w, b), given);
		return false;
	}
	if (default_count(w, b) || many) {
		how = b->positional > b->fixed ? "at most" : "at least";
		n = b->positional > b->fixed ? b->fixed : least;
	}
	raise_error(w, T_TYPE_ERROR, "%s() takes %s %u argument%s (%u given)",
		called_name(w, b), how, n, plural(n), given);
	return false;
}

static bool too_many(struct world *w, const struct binding *b, const bool *given)
{
	uint32_t defaults = default_count(w, b);
	uint32_t keyword_only = 0;
	char range[64], extra[96] = "";

	if (w->dialect->version.major == 2)
		return wrong_number2(w, b, b->positional + b->keywords);
	for (uint32_t i = b->fixed; i < b->named; i++)
		keyword_only += given[i];
	if (keyword_only)
		snprintf(extra, sizeof(extra),
			" positional argument%s (and %u keyword-only argument%s)",
			plural(b->positional), keyword_only, plural(keyword_only));
	if (defaults)
		snprintf(range, sizeof(range), "from %u to %u", b->fixed - defaults,
			b->fixed);
	else
		snprintf(range, sizeof(range), "%u", b->fixed);
	raise_error(w, T_TYPE_ERROR,
		"%s() takes %s positional argument%s but %u%s %s given",
		called_name(w, b), range, plural(defaults ? 2 : b->fixed),
		b->positional, extra,
		b->positional == 1 && !keyword_only ? "was" : "were");
	return false;
}

static bool missing(struct world *w, const struct binding *b, const uint32_t *which,
	uint32_t count, const char *kind)
{
	struct strbuf names = STRBUF_INIT;

	for (uint32_t i = 0; i < count; i++) {
		const char *before = i == 0 ? ""
			: i + 1 < count     ? ", "
			: count == 2        ? " and "
					    : ", and ";

		strbuf_printf(&names, "%s'%s'", before,
			text_bytes(w, code_slot_name(w, b->code_object, which[i])));
	}
	/* missing_arguments(), format_missing() */
	pass_objects(w, KIND_LIST, 0, count > 2 ? 2 : 1);
	raise_error(w, T_TYPE_ERROR, "%s() missing %u required %s argument%s: %s",
		called_name(w, b), count, kind, plural(count), names.text);
	strbuf_free(&names);
	return false;
}

static bool has_keyword_default(
	const struct world *w, const struct binding *b, uint32_t i)
{
	obj_id dict = obj_field(w, b->function, FUNCTION_KWDEFAULTS);

	return dict && dict != OBJ_NONE &&
		dict_get(w, dict, code_slot_name(w, b->code_object, i));
}

static bool check_missing(struct world *w, const struct binding *b, const bool *given)
{
	uint32_t required = b->fixed - default_count(w, b);
	uint32_t *which = xcalloc(b->named + 1, sizeof(*which));
	uint32_t count = 0;
	bool good = true;

	for (uint32_t i = b->positional; i < required; i++) {
		if (!given[i])
			which[count++] = i;
	}
	if (count && w->dialect->version.major == 2) {
		good = wrong_number2(w, b, b->positional + b->keywords);
	} else if (count) {
		good = missing(w, b, which, count, "positional");
	} else {
		for (uint32_t i = b->fixed; i < b->named; i++) {
			if (!given[i] && !has_keyword_default(w, b, i))
				which[count++] = i;
		}
		if (count)
			good = missing(w, b, which, count, "keyword-only");
	}
	free(which);
	return good;
}

static bool takes_nothing(const struct binding *b)
{
	return b->fixed == 0 && !(b->code->flags & (CODE_VARARGS | CODE_VARKEYWORDS));
}

static bool check(struct world *w, const struct binding *b)
{
	bool few[64] = {0};
	bool *given = b->named <= 64 ? few : xcalloc(b->named, sizeof(*given));
	bool many = b->positional > b->fixed && !(b->code->flags & CODE_VARARGS);
	bool good;

	if (w->dialect->version.major == 2 && (many || takes_nothing(b)))
		good = b->positional + b->keywords == 0 || too_many(w, b, given);
	else
		good = check_keywords(w, b, given) &&
			(!many || too_many(w, b, given)) && check_missing(w, b, given);
	if (given != few)
		free(given);
	return good;
}

/* Slot of the code in frame F. */
static uint32_t slot(uint32_t f, uint32_t i)
{
	return frame_slot(f, PY_FIRST + i);
}

static void bind_slot(struct world *w, const struct binding *b, uint32_t f, uint32_t i,
	obj_id value, uint32_t raised)
{
	set_word(w, slot(f, i), value);
	announce_bind(w, value,
		&(struct place){
			PLACE_LOCAL, 0, i, code_slot_name(w, b->code_object, i)},
		raised);
}

/* Whether the callee takes the references of its arguments over. */
static bool takes_over(const struct world *w, const struct binding *b)
{
	return (w->dialect->arguments_moved && !b->args->keep) || b->args->move;
}

/* The argument in word INDEX goes to parameter I: moved, or copied. */
static void bind_word(struct world *w, const struct binding *b, uint32_t f, uint32_t i,
	uint32_t index)
{
	obj_id value = word(w, index);

	if (takes_over(w, b)) {
		set_word(w, index, 0);
		bind_slot(w, b, f, i, value, 0);
	} else {
		hold(w, value);
		bind_slot(w, b, f, i, value, 1);
	}
}

static void bind_positional(struct world *w, const struct binding *b, uint32_t f)
{
	uint32_t self = b->args->self ? 1 : 0;
	uint32_t n = b->positional < b->fixed ? b->positional : b->fixed;

	if (self && n) {
		hold(w, b->args->self);
		bind_slot(w, b, f, 0, b->args->self, 1);
	}
	for (uint32_t i = self; i < n; i++)
		bind_word(w, b, f, i, b->args->base + i - self);
}

/* The reference in word INDEX: moved, or a new one. */
static obj_id pass_on(struct world *w, const struct binding *b, uint32_t index)
{
	obj_id value = word(w, index);

	if (takes_over(w, b))
		set_word(w, index, 0);
	else
		hold(w, value);
	return value;
}

/* def f(*args) called as a method: self is the first item. */
static obj_id star_with_self(struct world *w, const struct binding *b, uint32_t count)
{
	obj_id *items = xcalloc(count, sizeof(*items));
	obj_id tuple;

	items[0] = b->args->self;
	hold(w, items[0]);
	for (uint32_t i = 1; i < count; i++)
		items[i] = pass_on(w, b, b->args->base + i - 1);
	tuple = tuple_of(w, items, count);
	free(items);
	return tuple;
}

static void bind_star(struct world *w, const struct binding *b, uint32_t f)
{
	uint32_t self = b->args->self ? 1 : 0;
	uint32_t taken = b->positional < b->fixed ? b->positional : b->fixed;
	uint32_t count = b->positional - taken;
	uint32_t first = b->args->base + taken - self;
	obj_id class = type_object(T_TUPLE), tuple;

	if (!(b->code->flags & CODE_VARARGS))
		return;
	if (self && taken == 0)
		tuple = star_with_self(w, b, count);
	else if (takes_over(w, b))
		tuple = tuple_from_words(w, class, first, count);
	else
		tuple = tuple_copy_words(w, class, first, count);
	bind_slot(w, b, f, b->named, tuple, 0);
}

static void bind_keywords(struct world *w, const struct binding *b, uint32_t f)
{
	uint32_t first = b->args->base + b->args->count - b->keywords;
	obj_id dict = 0;

	if (b->code->flags & CODE_VARKEYWORDS) {
		uint32_t i = b->named + (b->code->flags & CODE_VARARGS ? 1 : 0);

		dict = dict_new(w);
		bind_slot(w, b, f, i, dict, 0);
	}
	for (uint32_t k = 0; k < b->keywords; k++) {
		obj_id name = item(w, b->args->names, k);
		uint32_t i = parameter(w, b, name);

		if (i < b->named) {
			bind_word(w, b, f, i, first + k);
		} else {
			dict_set(w, dict, name, pass_on(w, b, first + k), NULL);
		}
	}
}

static void bind_defaults(struct world *w, const struct binding *b, uint32_t f)
{
	uint32_t n = default_count(w, b);
	obj_id keyword_defaults = obj_field(w, b->function, FUNCTION_KWDEFAULTS);

	for (uint32_t i = b->fixed - n; i < b->fixed; i++) {
		if (!word(w, slot(f, i))) {
			obj_id value = item(w, b->defaults, i - (b->fixed - n));

			hold(w, value);
			bind_slot(w, b, f, i, value, 1);
		}
	}
	for (uint32_t i = b->fixed; i < b->named; i++) {
		if (!word(w, slot(f, i))) {
			obj_id value = dict_get(w, keyword_defaults,
				code_slot_name(w, b->code_object, i));

			hold(w, value);
			bind_slot(w, b, f, i, value, 1);
		}
	}
}

uint32_t push_python(struct world *w, obj_id code_object, obj_id globals, obj_id names,
	obj_id function, uint32_t dst)
{
	const struct code *code = code_of(w, code_object);
	uint32_t f =
		frame_push(w, FRAME_PYTHON, dst, PY_FIRST + code->slot_count, PY_WORDS);

	pass_frame(w, code_object);
	hold(w, code_object);
	set_word(w, frame_slot(f, PY_CODE), code_object);
	hold(w, globals);
	set_word(w, frame_slot(f, PY_GLOBALS), globals);
	if (names) {
		hold(w, names);
		set_word(w, frame_slot(f, PY_NAMES), names);
	}
	set_reg(w, REG_DEPTH, reg(w, REG_DEPTH) + 1);
	world_event(w,
		(struct event){.kind = EV_CALL,
			.line = code->flags & CODE_LIBRARY ? 0 : code->first_line,
			.object = function ? obj_serial(w, function) : 0,
			.now = reg(w, REG_DEPTH)});
	return f;
}

/* The cells of the closure, which CPython copies when the frame is made. */
static void copy_closure(struct world *w, const struct binding *b, uint32_t f)
{
	obj_id closure = obj_field(w, b->function, FUNCTION_CLOSURE);
	uint32_t first = b->code->local_count + b->code->cell_count;

	for (uint32_t i = 0; i < b->code->free_count; i++) {
		obj_id cell = item(w, closure, i);

		set_word(w, slot(f, first + i), cell);
		incref(w, cell,
			&(struct place){PLACE_LOCAL, 0, first + i,
				code_slot_name(w, b->code_object, first + i)});
	}
}

/* From 3.11 the frame owns its function: the caller's reference. */
static void take_function(
	struct world *w, obj_id function, const struct args *a, uint32_t f)
{
	if (a->callable && word(w, a->callable) == function)
		set_word(w, a->callable, 0);
	else
		hold(w, function);
	set_word(w, frame_slot(f, PY_FUNCTION), function);
}

/* Up to 3.10 making a generator runs nothing. */
static bool can_enter(struct world *w, const struct binding *b)
{
	if ((b->code->flags & CODE_GENERATOR) && w->dialect->frame_objects)
		return true;
	return recursion_call(w);
}

enum outcome call_python(
	struct world *w, obj_id function, const struct args *a, uint32_t dst)
{
	struct binding b = binding_of(w, function, a);
	obj_id names = 0;
	uint32_t f;

	if (!can_enter(w, &b))
		return OUT_ERROR;
	if (!check(w, &b)) {
		pass_frame(w, b.code_object);
		pass_frame_end(w, b.code_object);
		return OUT_ERROR;
	}
	if ((b.code->flags & CODE_VARKEYWORDS) && !gc_charge(w, FREE_LIST_DICT))
		return OUT_AGAIN;
	if ((b.code->flags & CODE_VARARGS) && b.positional > b.fixed &&
		!gc_charge(w, gc_free_list(w, KIND_TUPLE, b.positional - b.fixed)))
		return OUT_AGAIN;
	if (b.code->flags & CODE_CLASS_BODY) {
		if (!gc_charge(w, FREE_LIST_DICT))
			return OUT_AGAIN;
		names = dict_new(w);
	}
	if (!(b.code->flags & CODE_GENERATOR))
		code_count_call(w, b.code_object);
	f = push_python(w, b.code_object, obj_field(w, function, FUNCTION_GLOBALS),
		names, function, dst);
	if (names)
		set_word(w, BASE_RC + names, obj_rc(w, names) - 1);
	bind_positional(w, &b, f);
	bind_star(w, &b, f);
	bind_keywords(w, &b, f);
	bind_defaults(w, &b, f);
	if (w->dialect->arguments_moved)
		take_function(w, function, a, f);
	copy_closure(w, &b, f);
	return OUT_PUSHED;
}
