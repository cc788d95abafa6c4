#include "class.h"

#include "apply.h"
#include "attr.h"
#include "class_bases.h"
#include "class_end.h"
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
#include "repr.h"
#include "text.h"

/* The class statement. */

/*
 * __build_class__(function, name, *bases, metaclass=None, **keywords): 3.x.
 * Source: CPython, Python/bltinmodule.c, builtin___build_class__.
 */
enum {
	NAMESPACE,
	BASES,
	CELL,
	META,
	KEYWORDS,
	CALLED
};
enum {
	STATE_START,
	STATE_PREPARED,
	STATE_BODY,
	STATE_MADE
};

static obj_id local(const struct world *w, uint32_t f, uint32_t i)
{
	return word(w, builtin_local(w, f, i));
}

static void set_local(struct world *w, uint32_t f, uint32_t i, obj_id o)
{
	set_word(w, builtin_local(w, f, i), o);
}

static uint32_t named(const struct world *w, const struct args *a)
{
	return a->names ? obj_n(w, a->names) : 0;
}

/* The keywords but `metaclass`, as a dict; the metaclass; false: raised. */
static bool read_keywords(struct world *w, uint32_t f, const struct args *a)
{
	uint32_t n = named(w, a);
	obj_id bases = local(w, f, BASES), meta = 0, dict = 0;

	if (n) {
		gc_count_new(w, FREE_LIST_DICT);
		dict = dict_new(w);
		set_local(w, f, KEYWORDS, dict);
	}
	for (uint32_t i = 0; i < n; i++) {
		obj_id name = item(w, a->names, i), value = arg(w, a, a->count - n + i);

		if (text_same(w, name, name_object(N_METACLASS_KEYWORD))) {
			meta = value;
			continue;
		}
		hold(w, value);
		dict_set(w, dict, name, value, NULL);
	}
	if (!meta)
		meta = obj_n(w, bases) ? obj_class(w, item(w, bases, 0))
				       : type_object(T_TYPE);
	if (obj_kind(w, meta) == KIND_TYPE)
		meta = class_metaclass(w, meta, bases);
	if (!meta)
		return false;
	hold(w, meta);
	set_local(w, f, META, meta);
	return true;
}

/* Keywords that are left. */
static uint32_t keyword_count(const struct world *w, uint32_t f)
{
	obj_id dict = local(w, f, KEYWORDS);

	return dict ? obj_n(w, dict) : 0;
}

/* Calls CALLABLE (owned) with the name, the bases, perhaps the namespace, and the
 * keywords; goes on in state NEXT. */
static void call_with_parts(struct world *w, uint32_t f, const struct args *a,
	obj_id callable, bool namespace, uint32_t next)
{
	obj_id parts[3] = {arg(w, a, 1), local(w, f, BASES), local(w, f, NAMESPACE)};
	uint32_t n = namespace ? 3 : 2;
	uint32_t tuple = frame_slot(f, BUILTIN_SELF_SLOT);
	struct spread s = {.callable = builtin_local(w, f, CALLED),
		.args = tuple,
		.keywords = keyword_count(w, f) ? builtin_local(w, f, KEYWORDS) : 0};
	obj_id old = word(w, tuple);

	for (uint32_t i = 0; i < n; i++)
		hold(w, parts[i]);
	set_word(w, tuple, tuple_of(w, parts, n));
	set_local(w, f, CALLED, callable);
	if (apply_push(w, &s, f + FRAME_RESULT)) {
		set_frame_state(w, f, next);
		callable = 0;
	} else if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		callable = 0;
	} else {
		set_local(w, f, CALLED, 0);
	}
	drop_all(w, (struct owned[]){{.object = old}, {.object = callable}}, 2);
}

static void run_class_body(struct world *w, uint32_t f, const struct args *a)
{
	obj_id function = arg(w, a, 0);
	obj_id code_object = obj_field(w, function, FUNCTION_CODE);
	const struct code *code = code_of(w, code_object);
	uint32_t body;

	set_frame_state(w, f, STATE_BODY);
	body = push_python(w, code_object, obj_field(w, function, FUNCTION_GLOBALS),
		local(w, f, NAMESPACE), function, f + FRAME_RESULT);
	for (uint32_t i = 0; i < code->free_count; i++) {
		obj_id cell = item(w, obj_field(w, function, FUNCTION_CLOSURE), i);

		hold(w, cell);
		set_word(w, slot_at(body, code->local_count + code->cell_count + i),
			cell);
	}
}

/* The namespace: a dict, unless the metaclass prepares another. */
static void prepare(struct world *w, uint32_t f, const struct args *a)
{
	obj_id meta = local(w, f, META), prepare = 0, found;

	found = obj_kind(w, meta) == KIND_TYPE
		? type_lookup(w, meta, name_object(N_PREPARE))
		: 0;
	if (!found || obj_kind(w, found) == KIND_DESCRIPTOR) {
		pass_object(w, KIND_BUILTIN, 0);
		if (!gc_charge(w, FREE_LIST_DICT))
			return;
		set_local(w, f, NAMESPACE, dict_new(w));
		run_class_body(w, f, a);
		return;
	}
	switch (bind_attribute(w, found, 0, meta, f + FRAME_RESULT, &prepare)) {
	case OUT_VALUE:
		call_with_parts(w, f, a, prepare, false, STATE_PREPARED);
		break;
	case OUT_AGAIN:
		break;
	default:
		builtin_return(w, 0);
	}
}

static void start(struct world *w, uint32_t f, const struct args *a)
{
	uint32_t bases = a->count - 2 - named(w, a);

	if (!local(w, f, BASES)) {
		if (bases && !gc_charge(w, gc_free_list(w, KIND_TUPLE, bases)))
			return;
		set_local(w, f, BASES,
			tuple_copy_words(w, type_object(T_TUPLE), a->base + 2, bases));
	}
	if (!local(w, f, META) && !read_keywords(w, f, a)) {
		builtin_return(w, 0);
		return;
	}
	prepare(w, f, a);
}

static void prepared(struct world *w, uint32_t f, const struct args *a)
{
	obj_id namespace = word(w, f + FRAME_RESULT);

	set_word(w, f + FRAME_RESULT, 0);
	set_local(w, f, NAMESPACE, namespace);
	if (obj_kind(w, namespace) == KIND_DICT) {
		run_class_body(w, f, a);
		return;
	}
	raise_error(w, T_TYPE_ERROR, "%s.__prepare__() must return a mapping, not %s",
		type_name(w, local(w, f, META)), type_name_of(w, namespace));
	builtin_return(w, 0);
}

/* type(name, bases, namespace), without the detour of a call. */
static void make_plain(struct world *w, uint32_t f, const struct args *a)
{
	uint32_t n = keyword_count(w, f);
	obj_id class;

	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 3)))
		return;
	class = class_new(w, type_object(T_TYPE), arg(w, a, 1), local(w, f, BASES),
		local(w, f, NAMESPACE));
	gc_discharge(w, gc_free_list(w, KIND_TUPLE, 3));
	if (!class || !class_end_needed(w, class, n)) {
		builtin_return(w, class);
		return;
	}
	set_frame_state(w, f, STATE_MADE);
	class_end_push(w, class, local(w, f, KEYWORDS), f + FRAME_RESULT);
}

static void body_done(struct world *w, uint32_t f, const struct args *a)
{
	if (word(w, f + FRAME_RESULT))
		set_local(w, f, CELL, word(w, f + FRAME_RESULT));
	set_word(w, f + FRAME_RESULT, 0);
	if (local(w, f, META) == type_object(T_TYPE)) {
		make_plain(w, f, a);
		return;
	}
	hold(w, local(w, f, META));
	call_with_parts(w, f, a, local(w, f, META), true, STATE_MADE);
}

/* type.__new__ has put the class where super() looks for it. */
static bool cell_is_right(struct world *w, obj_id cell, obj_id class, obj_id name)
{
	obj_id content = cell && obj_kind(w, cell) == KIND_CELL
		? obj_field(w, cell, CELL_CONTENT)
		: class;
	struct strbuf text = STRBUF_INIT, other = STRBUF_INIT;

	if (content == class || obj_kind(w, class) != KIND_TYPE)
		return true;
	repr_text(w, class, &text);
	if (content) {
		repr_text(w, content, &other);
		raise_error(w, T_TYPE_ERROR, "__class__ set to %s defining '%s' as %s",
			other.text, text_bytes(w, name), text.text);
	} else {
		raise_error(w,
			py_at_least(w->dialect->version, 3, 8) ? T_RUNTIME_ERROR
							       : T_DEPRECATION_WARNING,
			"__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?",
			text_bytes(w, name), text.text);
	}
	strbuf_free(&text);
	strbuf_free(&other);
	return false;
}

static void made(struct world *w, uint32_t f, const struct args *a)
{
	obj_id class = word(w, f + FRAME_RESULT);

	set_word(w, f + FRAME_RESULT, 0);
	if (cell_is_right(w, local(w, f, CELL), class, arg(w, a, 1))) {
		builtin_return(w, class);
		return;
	}
	set_local(w, f, META, class);
	builtin_return(w, 0);
}

void build_class_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (frame_state(w, f) != STATE_START && reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	switch (frame_state(w, f)) {
	case STATE_START:
		start(w, f, &a);
		break;
	case STATE_PREPARED:
		prepared(w, f, &a);
		break;
	case STATE_BODY:
		body_done(w, f, &a);
		break;
	default:
		made(w, f, &a);
	}
}

/*
 * 2.7.  Source: CPython, Python/ceval.c, build_class; Objects/classobj.c, PyClass_New.
 */

/* Who makes the class: __metaclass__ of the namespace, the class of the first base
 * (of a classic one: of the first that is not), the global __metaclass__; 0: it is an
 * old-style class. */
static obj_id metaclass27(
	const struct world *w, uint32_t f, obj_id bases, obj_id namespace)
{
	obj_id meta = dict_get(w, namespace, name_object(N_METACLASS));

	for (uint32_t i = 0; !meta && i < obj_n(w, bases); i++) {
		if (obj_kind(w, item(w, bases, i)) != KIND_OLD_CLASS)
			meta = obj_class(w, item(w, bases, i));
	}
	if (!meta && obj_n(w, bases) == 0)
		meta = dict_get(w, word(w, frame_slot(f, PY_GLOBALS)),
			name_object(N_METACLASS));
	return meta == type_object(T_OLD_CLASS) ? 0 : meta;
}

/* A TypeError of C code says where it happened. */
static void add_prefix(struct world *w)
{
	obj_id e = reg(w, REG_EXCEPTION);
	struct strbuf text = STRBUF_INIT;

	if (!exception_is(w, e, T_TYPE_ERROR) || !obj_flag(w, e, OBJECT_RAW))
		return;
	exception_text(w, e, &text);
	set_reg(w, REG_EXCEPTION, 0);
	raise_error(w, T_TYPE_ERROR, "Error when calling the metaclass bases\n    %s",
		text.text);
	strbuf_free(&text);
	drop(w, e, NULL);
}

/* The frame: (name, bases, namespace, metaclass). */
void class_by_metaclass_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id parts[3] = {arg(w, &a, 0), arg(w, &a, 1), arg(w, &a, 2)}, result;

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		frame_push_call(w, f + FRAME_RESULT, arg(w, &a, 3), parts, 3, 0);
		return;
	}
	result = word(w, f + FRAME_RESULT);
	set_word(w, f + FRAME_RESULT, 0);
	builtin_return(w, result);
	if (!result)
		add_prefix(w);
}

/* [name bases dict -> class]. */
#define STATE_CALLED 200

enum flow do_BUILD_CLASS(struct world *w, uint32_t f, const struct op *op)
{
	obj_id name = operand(w, f, op, 2), bases = operand(w, f, op, 1);
	obj_id namespace = operand(w, f, op, 0), meta, class;

	if (frame_state(w, f) == STATE_CALLED)
		return finish(w, f, op, 3, take_result(w, f));
	meta = metaclass27(w, f, bases, namespace);
	if (!meta) {
		if (!gc_charge(w, FREE_NONE))
			return FLOW_STAY;
		return finish(w, f, op, 3, old_class_new(w, name, bases, namespace));
	}
	if (meta != type_object(T_TYPE) || class_metaclass(w, meta, bases) != meta) {
		obj_id parts[4] = {name, bases, namespace, meta};

		if (reg(w, REG_EXCEPTION)) {
			add_prefix(w);
			return FLOW_STAY;
		}
		set_frame_state(w, f, STATE_CALLED);
		push_builtin_step(
			w, B_class_by_metaclass_step, 0, parts, 4, f + FRAME_RESULT);
		return FLOW_STAY;
	}
	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 3)))
		return FLOW_STAY;
	class = class_new(w, meta, name, bases, namespace);
	gc_discharge(w, gc_free_list(w, KIND_TUPLE, 3));
	if (!class)
		add_prefix(w);
	return class ? finish(w, f, op, 3, class) : FLOW_STAY;
}
