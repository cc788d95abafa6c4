#include "interp.h"

#include <stdlib.h>

#include "call_path.h"
#include "codeobject.h"
#include "dialect.h"
#include "gc.h"
#include "dict.h"
#include "gclist.h"
#include "list.h"
#include "xalloc.h"

/*
 * Calls.  Stack: callable, (self), arguments.  A bound method is taken apart
 * first: self goes where the method was, and the function to PY_EXTRA, as
 * CPython's call_function() does it.
 *
 *	state 0: not called yet
 *	state 1: the callee's frame has ended; its result is in FRAME_RESULT
 */

/* Words of a call on the stack. */
struct call_site {
	uint32_t base;     /* first word, to be cleared afterwards */
	uint32_t count;    /* words */
	uint32_t callable; /* the word with the callable */
	uint32_t names;    /* a word with the keywords' names, to be cleared; 0: none */
	struct args args;
};

static struct call_site site(const struct world *w, uint32_t f, const struct op *op,
	uint32_t n, obj_id names)
{
	uint32_t self = op->flag & 1u;
	uint32_t extra = frame_slot(f, PY_EXTRA);
	struct call_site s = {.count = n + 1 + self};
	uint32_t callable;

	s.base = slot_at(f, op->sp - s.count);
	callable = s.base + (self && !word(w, s.base) ? 1 : 0);
	s.args = (struct args){.base = callable + 1, .names = names};
	if (word(w, extra)) {
		s.callable = extra;
		s.args.base = callable;
	} else {
		s.callable = callable;
	}
	s.args.count = s.base + s.count - s.args.base;
	s.args.callable = s.callable;
	return s;
}

/* Whether the callable was a bound method, which is taken apart now. */
static bool take_apart(struct world *w, uint32_t f, const struct call_site *s)
{
	obj_id method = word(w, s->callable);
	obj_id self, function;

	if (s->callable == frame_slot(f, PY_EXTRA) ||
		obj_kind(w, method) != KIND_METHOD)
		return false;
	self = obj_field(w, method, METHOD_SELF);
	function = obj_field(w, method, METHOD_FUNCTION);
	if (!self)
		return false;
	set_word(w, s->callable, self);
	hold(w, self);
	set_word(w, frame_slot(f, PY_EXTRA), function);
	hold(w, function);
	drop(w, method, NULL);
	return true;
}

/* Result in, callable and arguments out: in 3.11 the callable first, before
 * that the arguments from the last to the first. */
static enum flow call_done(
	struct world *w, uint32_t f, const struct call_site *s, obj_id result)
{
	uint32_t extra = frame_slot(f, PY_EXTRA);
	uint32_t n = s->count + 2;
	struct owned few[12];
	struct owned *list = n <= 12 ? few : xcalloc(n, sizeof(*list));
	bool forward = w->dialect->arguments_moved;

	for (uint32_t i = 0; i < s->count; i++) {
		uint32_t index = s->base + (forward ? i : s->count - 1 - i);

		list[forward ? i + 1 : i] = (struct owned){.object = word(w, index)};
		set_word(w, index, 0);
	}
	list[forward ? 0 : s->count] = (struct owned){.object = word(w, extra)};
	set_word(w, extra, 0);
	list[n - 1] = (struct owned){.object = s->names ? word(w, s->names) : 0};
	if (s->names)
		set_word(w, s->names, 0);
	set_word(w, s->base, result);
	drop_all(w, list, n);
	if (list != few)
		free(list);
	return FLOW_NEXT;
}

/* The levels of the instruction, and those of what it calls. */
static enum outcome call_by_program(
	struct world *w, uint32_t f, struct call_site *s, uint32_t dst, obj_id *result)
{
	obj_id callable = word(w, s->callable);
	enum outcome outcome;
	uint32_t levels;

	if (obj_kind(w, callable) == KIND_FUNCTION)
		return call(w, callable, &s->args, dst, result);
	if (!recursion_enter(w, call_path_by_program(w, callable), false, &levels))
		return OUT_ERROR;
	s->args.hot = recursion_is_hot(w, f);
	outcome = call(w, callable, &s->args, dst, result);
	recursion_settle(w, outcome == OUT_PUSHED ? f : reg(w, REG_TOP), levels);
	return outcome;
}

static enum flow run_call(struct world *w, uint32_t f, const struct op *op, uint32_t n,
	obj_id names, uint32_t names_word)
{
	struct call_site s = site(w, f, op, n, names);
	obj_id result = 0;

	s.names = names_word;
	if (frame_state(w, f) == 1)
		return call_done(w, f, &s, take_result(w, f));
	if (take_apart(w, f, &s))
		return FLOW_STAY;
	switch (call_by_program(w, f, &s, f + FRAME_RESULT, &result)) {
	case OUT_VALUE:
		return call_done(w, f, &s, result);
	case OUT_PUSHED:
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	default:
		return FLOW_STAY;
	}
}

enum flow do_CALL(struct world *w, uint32_t f, const struct op *op)
{
	return run_call(w, f, op, (uint32_t)op->arg, 0, 0);
}

/* 2.7: names and values alternate on the stack: the names become a tuple in
 * the slot of the first name, and the values close up. */
static obj_id gather_names(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t pairs = (uint32_t)op->extra;
	uint32_t first = slot_at(f, op->sp - 2 * pairs);
	obj_id *names = xcalloc(pairs, sizeof(*names));
	obj_id tuple;

	for (uint32_t i = 0; i < pairs; i++) {
		names[i] = word(w, first + 2 * i);
		hold(w, names[i]);
	}
	tuple = tuple_of(w, names, pairs);
	free(names);
	return tuple;
}

/* The same call with its pairs in order: values first, then the names. */
static void close_up(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t pairs = (uint32_t)op->extra;
	uint32_t first = slot_at(f, op->sp - 2 * pairs);
	obj_id *words = xcalloc(2 * pairs, sizeof(*words));

	for (uint32_t i = 0; i < pairs; i++) {
		words[i] = word(w, first + 2 * i + 1);
		words[pairs + i] = word(w, first + 2 * i);
	}
	for (uint32_t i = 0; i < 2 * pairs; i++)
		set_word(w, first + i, words[i]);
	free(words);
}

static enum flow gather_pairs(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t pairs = (uint32_t)op->extra;
	uint32_t first = slot_at(f, op->sp - pairs);
	obj_id names = gather_names(w, f, op);
	struct owned *list = xcalloc(pairs, sizeof(*list));

	close_up(w, f, op);
	for (uint32_t i = 0; i < pairs; i++) {
		list[i].object = word(w, first + i);
		set_word(w, first + i, 0);
	}
	set_word(w, first, names);
	add_frame_flags(w, f, FRAME_GATHERED);
	drop_all(w, list, pairs);
	free(list);
	return FLOW_STAY;
}

static enum flow call_pairs(struct world *w, uint32_t f, const struct op *op)
{
	struct op plain = *op;
	uint32_t names;
	enum flow flow;

	if (op->extra == 0)
		return run_call(w, f, op, (uint32_t)op->arg, 0, 0);
	if (!(frame_flags(w, f) & FRAME_GATHERED))
		return gather_pairs(w, f, op);
	plain.sp = (uint16_t)(op->sp - (uint32_t)op->extra);
	names = slot_at(f, plain.sp);
	flow = run_call(
		w, f, &plain, (uint32_t)(op->arg + op->extra), word(w, names), names);
	if (flow == FLOW_NEXT)
		set_frame_flags(w, f, frame_flags(w, f) & ~(uint32_t)FRAME_GATHERED);
	return flow;
}

enum flow do_CALL_KW(struct world *w, uint32_t f, const struct op *op)
{
	if (op->flag & 2)
		return call_pairs(w, f, op);
	return run_call(w, f, op, (uint32_t)op->arg,
		code_constant(w, word(w, frame_slot(f, PY_CODE)), (uint32_t)op->extra),
		0);
}

/* Functions and classes are made. */

static obj_id take_operand(struct world *w, uint32_t index)
{
	obj_id o = word(w, index);

	set_word(w, index, 0);
	return o;
}

/* 2.7: the default values are on the stack one by one. */
static obj_id gather_defaults(struct world *w, uint32_t top, uint32_t count)
{
	return count ? tuple_from_words(w, type_object(T_TUPLE), top - count + 1, count)
		     : 0;
}

static obj_id module_of(const struct world *w, obj_id globals)
{
	obj_id name = dict_get(w, globals, name_object(N_NAME));

	return name ? name : OBJ_NONE;
}

enum flow do_MAKE_FUNCTION(struct world *w, uint32_t f, const struct op *op)
{
	static const struct {
		uint8_t bit, field;
	} parts[] = {{8, FUNCTION_CLOSURE}, {4, FUNCTION_ANNOTATIONS},
		{2, FUNCTION_KWDEFAULTS}, {1, FUNCTION_DEFAULTS}};
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id function, code_object, qualname = 0;
	obj_id globals = word(w, frame_slot(f, PY_GLOBALS));
	const struct code *code;

	if (!gc_charge(w, FREE_NONE))
		return FLOW_STAY;
	if (op->extra &&
		!gc_charge(w, gc_free_list(w, KIND_TUPLE, (uint32_t)op->extra)))
		return FLOW_STAY;
	function = obj_new_fields(
		w, KIND_FUNCTION, type_object(T_FUNCTION), FUNCTION_WORDS);
	if (op->arg & 16)
		qualname = take_operand(w, top--);
	code_object = take_operand(w, top--);
	code = code_of(w, code_object);
	set_obj_field(w, function, FUNCTION_CODE, code_object);
	for (unsigned i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (op->arg & parts[i].bit)
			set_obj_field(
				w, function, parts[i].field, take_operand(w, top--));
	}
	if (op->extra) {
		set_obj_field(w, function, FUNCTION_DEFAULTS,
			gather_defaults(w, top, (uint32_t)op->extra));
		top -= (uint32_t)op->extra;
	}
	hold(w, globals);
	set_obj_field(w, function, FUNCTION_GLOBALS, globals);
	set_obj_field(w, function, FUNCTION_MODULE, module_of(w, globals));
	hold(w, obj_field(w, function, FUNCTION_MODULE));
	set_obj_field(w, function, FUNCTION_NAME, code_object_name(w, code_object));
	hold(w, obj_field(w, function, FUNCTION_NAME));
	if (!qualname && w->dialect->version.major == 3) {
		qualname = code_object_qualname(w, code_object);
		hold(w, qualname);
	}
	set_obj_field(w, function, FUNCTION_QUALNAME, qualname);
	set_obj_field(w, function, FUNCTION_DOC,
		code->doc ? code_constant(w, code_object, 0) : OBJ_NONE);
	hold(w, obj_field(w, function, FUNCTION_DOC));
	if (py_at_least(w->dialect->version, 3, 10)) {
		hold(w, reg(w, REG_BUILTINS));
		set_obj_field(w, function, FUNCTION_BUILTINS, reg(w, REG_BUILTINS));
	}
	set_word(w, top + 1, function);
	obj_born(w, function);
	gc_track(w, function);
	return FLOW_NEXT;
}
