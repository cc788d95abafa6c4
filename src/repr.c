#include "repr.h"

#include "attr.h"
#include "codec_error.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gccount.h"
#include "leave.h"
#include "list.h"
#include "number.h"
#include "plain.h"
#include "recursion.h"
#include "repr_part.h"
#include "repr_use.h"
#include "special.h"
#include "text.h"

/* How deep C code follows containers in containers. */
#define MAX_DEPTH 100

/* What a text is being made for: objects on the way from the outermost one, so
 * that a container inside itself is shown as [...]. */
struct writer {
	const struct world *w;
	struct strbuf *out;
	struct repr_use *use;
	const struct writer *outer;
	obj_id object;
	uint32_t depth, room; /* levels of recursion: entered, and how many can be */
	bool *python;         /* set when only frames can make the text */
};

/*
 * A FRAME_REPR makes the text of a composed object (slots: the object, the text
 * so far, the keys of a set), or waits for a special method (no slots) to see
 * whether its result is a str.
 */
enum {
	SLOT_OBJECT,
	SLOT_TEXT,
	SLOT_KEYS,
	SLOTS
};
enum {
	WORD_MODE,
	WORD_POSITION,
	WORD_GIVEN,
	WORD_USE, /* what repr_use_hold() gave */
	WORDS
};
enum mode {
	MODE_COMPOSE,
	MODE_REPR,
	MODE_STR
};
enum state {
	STATE_GO,
	STATE_RESULT
};

static void cut(struct strbuf *b, size_t length)
{
	if (b->length <= length)
		return;
	b->length = length;
	b->text[length] = 0;
}

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

/* Whether O's text is under way in a frame (Py_ReprEnter). */
static bool in_frames(const struct world *w, obj_id o)
{
	for (uint32_t f = reg(w, REG_TOP); f; f = word(w, f + FRAME_LINK)) {
		if (frame_kind(w, f) == FRAME_REPR && word(w, f + FRAME_SLOT_COUNT) &&
			word(w, frame_slot(f, SLOT_OBJECT)) == o)
			return true;
	}
	return false;
}

static bool inside_itself(const struct writer *outer, obj_id o)
{
	for (; outer; outer = outer->outer) {
		if (outer->object == o)
			return true;
	}
	return false;
}

/* A __repr__ (or __str__) written in Python; 0: C code does it. */
static obj_id python_method(const struct world *w, obj_id o, enum name name)
{
	return obj_kind(w, o) == KIND_WEAKREF &&
			obj_class(w, o) != type_object(T_WEAKREF)
		? 0
		: special(w, o, name);
}

/* The same of what is inside something else. */
static obj_id item_method(const struct world *w, obj_id o)
{
	return python_method(w, o, N_REPR) ? python_method(w, o, N_REPR)
		: passes_over(w, o)        ? special_always(w, o, N_REPR)
					   : 0;
}

static void put_repr(const struct writer *outer, obj_id o);

/* Whether a text as long as this one can exist. */
static bool fits(const struct world *w, const struct strbuf *text)
{
	return text->length < 1000 || heap_has_room(w, text->length / 4);
}

static void put_composed(const struct writer *outer, obj_id o)
{
	const struct world *w = outer->w;
	const char *inside = inside_text(w, o);
	struct writer me = *outer;
	struct pieces p = {.object = o};
	obj_id next;

	if (inside && (inside_itself(outer, o) || in_frames(w, o))) {
		strbuf_puts(outer->out, inside);
		return;
	}
	me.outer = outer;
	me.object = inside ? o : 0;
	me.depth += obj_kind(w, o) == KIND_SET ? 2 : 1; /* it makes a list */
	if (me.depth > MAX_DEPTH)
		*me.python = true;
	repr_use_begin(w, me.use, o);
	while (!*me.python && fits(w, me.out) && (next = next_piece(w, &p, me.out)))
		put_repr(&me, next);
	repr_use_end(w, me.use, o);
}

static void put_repr(const struct writer *outer, obj_id o)
{
	if (outer->depth > outer->room)
		*outer->python = true;
	else if (outer->depth ? item_method(outer->w, o)
			      : python_method(outer->w, o, N_REPR))
		*outer->python = true;
	else if (is_composed(outer->w, o))
		put_composed(outer, o);
	else
		put_leaf(outer->w, o, outer->out);
}

/* In C alone, ROOM levels deep at most; false: it takes frames. */
static bool repr_within(const struct world *w, obj_id o, uint32_t room,
	struct strbuf *out, struct repr_use *use)
{
	bool python = false;

	put_repr(&(struct writer){.w = w,
			 .out = out,
			 .use = use,
			 .room = room,
			 .python = &python},
		o);
	return !python;
}

static bool repr_in_c(
	const struct world *w, obj_id o, struct strbuf *out, struct repr_use *use)
{
	return repr_within(w, o, recursion_room(w), out, use);
}

/* For messages. */

void repr_text(const struct world *w, obj_id o, struct strbuf *out)
{
	size_t before = out->length;
	struct repr_use use = {0};

	if (!repr_within(w, o, UINT32_MAX, out, &use)) {
		cut(out, before);
		put_default_repr(w, o, out);
	}
}

static bool is_native(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == native_kind(w);
}

/* str() where it is not repr(), of what contains no other value. */
static bool put_own_str(const struct world *w, obj_id o, struct strbuf *out)
{
	enum kind kind = obj_kind(w, o);

	if (kind == KIND_OLD_CLASS)
		put_old_class(w, o, out);
	else if (kind == KIND_FLOAT || kind == KIND_INT || kind == KIND_COMPLEX)
		number_str(w, o, out);
	else if (is_native(w, o))
		strbuf_add(out, text_bytes(w, o), obj_n(w, o));
	else
		return false;
	return true;
}

void str_text(const struct world *w, obj_id o, struct strbuf *out)
{
	if (obj_kind(w, o) == KIND_EXCEPTION)
		exception_text(w, o, out);
	else if (!put_own_str(w, o, out))
		repr_text(w, o, out);
}

/* Frames. */

static uint32_t push(struct world *w, enum mode mode, uint32_t slots, uint32_t dst)
{
	uint32_t f = frame_push(w, FRAME_REPR, dst, slots, WORDS);

	set_word(w, frame_extra(w, f, WORD_MODE), mode);
	return f;
}

/* Calls a __repr__ or __str__ and looks at what it returns. */
static enum outcome call_method(
	struct world *w, obj_id method, obj_id o, enum mode mode, uint32_t dst)
{
	uint32_t f = push(w, mode, 0, dst);

	set_frame_state(w, f, STATE_RESULT);
	push_special(w, method, o, 0, 0, f + FRAME_RESULT);
	return OUT_PUSHED;
}

/* set_repr() lists the keys first. */
static obj_id keys_of(struct world *w, obj_id set)
{
	obj_id list;

	gc_count_new(w, FREE_LIST_LIST);
	list = list_of(w, NULL, 0);
	for (uint32_t i = 0; i < set_entries(w, set); i++) {
		obj_id key = set_entry_key(w, set, i);

		if (key) {
			hold(w, key);
			list_append(w, list, key);
		}
	}
	return list;
}

static enum outcome compose(struct world *w, obj_id o, uint32_t dst)
{
	uint32_t f = push(w, MODE_COMPOSE, SLOTS, dst), levels;

	hold(w, o);
	set_word(w, frame_slot(f, SLOT_OBJECT), o);
	set_word(w, frame_slot(f, SLOT_TEXT), native_new(w, "", 0));
	set_word(w, frame_extra(w, f, WORD_USE), repr_use_hold(w, o));
	if (obj_kind(w, o) != KIND_SET)
		return OUT_PUSHED;
	set_word(w, frame_slot(f, SLOT_KEYS), keys_of(w, o));
	if (recursion_enter(w, LEVELS_REPR, false, &levels))
		recursion_hold(w, f, levels);
	return OUT_PUSHED;
}

static enum outcome make_repr(
	struct world *w, obj_id o, bool printed, uint32_t dst, obj_id *result)
{
	struct strbuf out = STRBUF_INIT;
	obj_id method = python_method(w, o, N_REPR);
	struct repr_use use = {.printed = printed};
	bool done, full;

	if (method)
		return call_method(w, method, o, MODE_REPR, dst);
	done = repr_in_c(w, o, &out, &use);
	full = !fits(w, &out);
	if (full)
		raise_value(w, T_MEMORY_ERROR, 0);
	else if (done)
		*result = native_new(w, out.text, out.length);
	strbuf_free(&out);
	if (done)
		repr_use_count(w, &use);
	if (full)
		return OUT_ERROR;
	return done ? OUT_VALUE : compose(w, o, dst);
}

enum outcome repr_of(struct world *w, obj_id o, uint32_t dst, obj_id *result)
{
	uint32_t top = reg(w, REG_TOP), levels;
	enum outcome outcome;

	if (!recursion_enter(w, LEVELS_REPR, false, &levels))
		return OUT_ERROR;
	outcome = make_repr(w, o, false, dst, result);
	recursion_settle(w, outcome == OUT_PUSHED ? top : reg(w, REG_TOP), levels);
	return outcome;
}

/* str() of an exception: Objects/exceptions.c, BaseException_str, KeyError_str. */
static enum outcome exception_str(
	struct world *w, obj_id o, uint32_t dst, obj_id *result)
{
	obj_id args = obj_field(w, o, EXCEPTION_ARGS);
	struct strbuf out = STRBUF_INIT;

	if (obj_n(w, args) == 0 || put_special_exception(w, o, &out)) {
		*result = native_new(w, out.text, out.length);
		strbuf_free(&out);
		return OUT_VALUE;
	}
	if (obj_n(w, args) > 1)
		return repr_of(w, args, dst, result);
	if (exception_is(w, o, T_KEY_ERROR))
		return repr_of(w, item(w, args, 0), dst, result);
	return str_of(w, item(w, args, 0), dst, result);
}

/* A subclass of int or float with a __repr__ has a __str__ of its own up to 3.7. */
static bool has_own_str(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_INT:
	case KIND_FLOAT:
	case KIND_COMPLEX:
		return !py_at_least(w->dialect->version, 3, 8);
	case KIND_STR:
	case KIND_BYTES:
		return is_native(w, o);
	case KIND_OLD_CLASS:
	case KIND_EXCEPTION:
		return true;
	default:
		return false;
	}
}

/* 2.7: a unicode becomes a str by the ASCII codec. */
static enum outcome encoded(struct world *w, obj_id o, obj_id *result)
{
	struct codec_failure failure = {0};

	*result = str_encode(w, o, CODEC_ASCII, ERRORS_STRICT, &failure);
	if (*result)
		return OUT_VALUE;
	raise_codec(w, T_UNICODE_ENCODE_ERROR, &failure, o);
	return OUT_ERROR;
}

static bool repr_takes_python(const struct world *w, obj_id o)
{
	struct strbuf out = STRBUF_INIT;
	struct repr_use use = {0};
	bool done = repr_in_c(w, o, &out, &use);

	strbuf_free(&out);
	return !done;
}

bool str_takes_python(const struct world *w, obj_id o)
{
	obj_id args;

	if (python_method(w, o, N_STR) ||
		(!has_own_str(w, o) && python_method(w, o, N_REPR)))
		return true;
	if (obj_kind(w, o) != KIND_EXCEPTION)
		return repr_takes_python(w, o);
	args = obj_field(w, o, EXCEPTION_ARGS);
	if (obj_n(w, args) == 1 && !exception_is(w, o, T_KEY_ERROR))
		return str_takes_python(w, item(w, args, 0));
	return repr_takes_python(w, args);
}

static enum outcome make_str(
	struct world *w, obj_id o, bool printed, uint32_t dst, obj_id *result)
{
	struct strbuf out = STRBUF_INIT;
	obj_id method;
	bool done;

	method = python_method(w, o, N_STR);
	if (!method && !has_own_str(w, o))
		method = python_method(w, o, N_REPR);
	if (method)
		return call_method(w, method, o, MODE_STR, dst);
	if (obj_kind(w, o) == KIND_EXCEPTION)
		return exception_str(w, o, dst, result);
	if (is_two(w) && obj_kind(w, o) == KIND_STR)
		return encoded(w, o, result);
	done = put_own_str(w, o, &out);
	if (done)
		*result = native_new(w, out.text, out.length);
	strbuf_free(&out);
	return done ? OUT_VALUE : make_repr(w, o, printed, dst, result);
}

/* PyObject_Str: what is a str is itself. */
static enum outcome str_or_self(
	struct world *w, obj_id o, bool printed, uint32_t dst, obj_id *result)
{
	uint32_t top = reg(w, REG_TOP), levels;
	enum outcome outcome;

	o = unproxy(w, o);
	if (!o)
		return OUT_ERROR;
	if (is_native(w, o) &&
		obj_class(w, o) == type_object(is_two(w) ? T_BYTES : T_STR)) {
		hold(w, o);
		*result = o;
		return OUT_VALUE;
	}
	if (!recursion_enter(w, LEVELS_STR, false, &levels))
		return OUT_ERROR;
	outcome = make_str(w, o, printed, dst, result);
	recursion_settle(w, outcome == OUT_PUSHED ? top : reg(w, REG_TOP), levels);
	return outcome;
}

enum outcome str_of(struct world *w, obj_id o, uint32_t dst, obj_id *result)
{
	return str_or_self(w, o, false, dst, result);
}

enum outcome print_of(struct world *w, obj_id o, uint32_t dst, obj_id *result)
{
	return str_or_self(w, o, true, dst, result);
}

/* Adds bytes to the text so far; returns the old text, to be dropped. */
static obj_id add_text(struct world *w, uint32_t f, const char *bytes, size_t length)
{
	uint32_t at = frame_slot(f, SLOT_TEXT);
	obj_id old = word(w, at);
	struct strbuf text = STRBUF_INIT;

	strbuf_add(&text, text_bytes(w, old), obj_n(w, old));
	strbuf_add(&text, bytes, length);
	set_word(w, at, native_new(w, text.text, text.length));
	strbuf_free(&text);
	return old;
}

static void end(struct world *w, uint32_t f, obj_id result)
{
	repr_use_release(w, word(w, frame_extra(w, f, WORD_USE)));
	frame_leave(w, f, result);
}

/* Goes on from piece to piece until one takes a frame. */
static void compose_step(struct world *w, uint32_t f)
{
	uint32_t position = frame_extra(w, f, WORD_POSITION),
		 given = frame_extra(w, f, WORD_GIVEN);
	struct pieces p = {word(w, frame_slot(f, SLOT_OBJECT)),
		word(w, frame_slot(f, SLOT_KEYS)), word(w, position), word(w, given)};
	struct strbuf out = STRBUF_INIT;
	uint32_t room = recursion_room(w);
	obj_id next, old, text = 0;
	size_t before = 0;

	while ((next = next_piece(w, &p, &out))) {
		struct repr_use use = {0};

		before = out.length;
		if (!room || !repr_within(w, next, room - 1, &out, &use))
			break;
		repr_use_count(w, &use);
	}
	if (next)
		cut(&out, before);
	old = add_text(w, f, out.text, out.length);
	strbuf_free(&out);
	set_word(w, position, p.position);
	set_word(w, given, p.given);
	if (!next) {
		text = word(w, frame_slot(f, SLOT_TEXT));
		set_word(w, frame_slot(f, SLOT_TEXT), old);
		end(w, f, text);
		return;
	}
	set_frame_state(w, f, STATE_RESULT);
	if (repr_of(w, next, f + FRAME_RESULT, &text) == OUT_ERROR)
		end(w, f, 0);
	drop(w, old, NULL);
}

/* The text of a value has come. */
static void text_came(struct world *w, uint32_t f)
{
	obj_id text = word(w, f + FRAME_RESULT), old;

	set_word(w, f + FRAME_RESULT, 0);
	old = add_text(w, f, text_bytes(w, text), obj_n(w, text));
	set_frame_state(w, f, STATE_GO);
	drop_all(w, (struct owned[]){{.object = old}, {.object = text}}, 2);
}

static bool is_wrong(const struct world *w, obj_id result)
{
	return !is_native(w, result) && !(is_two(w) && obj_kind(w, result) == KIND_STR);
}

/* A special method has returned. */
static void judge(struct world *w, uint32_t f, enum mode mode)
{
	obj_id result = word(w, f + FRAME_RESULT), text = 0;

	set_word(w, f + FRAME_RESULT, 0);
	if (is_native(w, result)) {
		end(w, f, result);
		return;
	}
	if (is_wrong(w, result))
		raise_error(w, T_TYPE_ERROR, "%s returned non-string (type %s)",
			mode == MODE_REPR ? "__repr__" : "__str__",
			type_name_of(w, result));
	else
		encoded(w, result, &text);
	end(w, f, text);
	drop(w, result, NULL);
}

void repr_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);
	enum mode mode = (enum mode)word(w, frame_extra(w, f, WORD_MODE));

	if (reg(w, REG_EXCEPTION))
		end(w, f, 0);
	else if (mode != MODE_COMPOSE)
		judge(w, f, mode);
	else if (frame_state(w, f) == STATE_RESULT)
		text_came(w, f);
	else
		compose_step(w, f);
}
