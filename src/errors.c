#include "errors.h"

#include <stdio.h>
#include <string.h>

#include "attrs.h"
#include "codec_error.h"
#include "codeobject.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "exception.h"
#include "gclist.h"
#include "handled.h"
#include "frameobject.h"
#include "leave.h"
#include "list.h"
#include "lookup.h"
#include "output.h"
#include "repr.h"
#include "text.h"

obj_id exception_new(struct world *w, obj_id type, obj_id args)
{
	obj_id e = obj_new_fields(w, KIND_EXCEPTION, type, EXCEPTION_WORDS);

	set_obj_field(w, e, EXCEPTION_ARGS, args);
	instance_init(w, e);
	obj_born(w, e);
	gc_track(w, e);
	return e;
}

/* No cycle is made: where the chain of what was handled leads to EXCEPTION, it is
 * cut (_PyErr_SetObject). */
static obj_id cut_chain(struct world *w, obj_id from, obj_id exception)
{
	obj_id next;

	for (; (next = obj_field(w, from, EXCEPTION_CONTEXT)) != 0; from = next) {
		if (next == exception) {
			set_obj_field(w, from, EXCEPTION_CONTEXT, 0);
			return next;
		}
	}
	return 0;
}

void exception_set_context(struct world *w, obj_id exception)
{
	obj_id handled = handled_exception(w), before, cut;

	if (w->dialect->version.major == 2 || !handled || handled == exception)
		return;
	before = obj_field(w, exception, EXCEPTION_CONTEXT);
	if (before == handled)
		return;
	cut = cut_chain(w, handled, exception);
	hold(w, handled);
	set_obj_field(w, exception, EXCEPTION_CONTEXT, handled);
	drop_all(w, (struct owned[]){{.object = before}, {.object = cut}}, 2);
}

static obj_id raise_args(struct world *w, enum builtin_type type, obj_id args)
{
	obj_id e = exception_new(w, type_object(type), args);

	exception_set_value(w, e);
	assert(!reg(w, REG_EXCEPTION));
	if (w->dialect->version.major == 2)
		set_obj_flag(w, e, OBJECT_RAW, true);
	exception_set_context(w, e);
	set_reg(w, REG_EXCEPTION, e);
	world_event(w, (struct event){.kind = EV_RAISE, .object = obj_serial(w, e)});
	return 0;
}

obj_id raise_value(struct world *w, enum builtin_type type, obj_id value)
{
	if (!value)
		return raise_args(w, type, OBJ_EMPTY_TUPLE);
	hold(w, value);
	return raise_args(w, type, tuple_of(w, &value, 1));
}

obj_id raise_error(struct world *w, enum builtin_type type, const char *format, ...)
{
	struct strbuf text = STRBUF_INIT;
	va_list args;
	obj_id message;

	va_start(args, format);
	strbuf_vprintf(&text, format, args);
	va_end(args);
	message = native_new(w, text.text, text.length);
	strbuf_free(&text);
	return raise_args(w, type, tuple_of(w, &message, 1));
}

bool exception_is(const struct world *w, obj_id o, enum builtin_type type)
{
	return obj_kind(w, o) == KIND_EXCEPTION &&
		type_is_subtype(w, obj_class(w, o), type_object(type));
}

/* Tracebacks. */

void traceback_add(struct world *w, obj_id exception, uint32_t f)
{
	const struct code *code = code_of(w, word(w, frame_slot(f, PY_CODE)));
	uint32_t pc = word(w, frame_extra(w, f, PY_PC));
	obj_id frame = frame_object(w, f);
	obj_id tb = obj_new_fields(w, KIND_TRACEBACK, type_object(T_TRACEBACK),
		TRACEBACK_WORDS);

	hold(w, frame);
	set_obj_field(w, tb, TRACEBACK_FRAME, frame);
	set_obj_field(w, tb, TRACEBACK_NEXT, obj_field(w, exception, EXCEPTION_TRACEBACK));
	set_obj_field(w, tb, TRACEBACK_LINE, (uint32_t)code->ops[pc].line);
	set_obj_field(w, tb, TRACEBACK_PC, pc);
	set_obj_field(w, exception, EXCEPTION_TRACEBACK, tb);
	obj_born(w, tb);
	gc_track(w, tb);
}

/* Line N of the program, without its indentation; empty: there is none. */
static void put_source_line(const struct world *w, uint32_t n, struct strbuf *out)
{
	const char *s = w->source;
	size_t length;

	for (uint32_t i = 1; s && i < n; i++) {
		s = strchr(s, '\n');
		s = s ? s + 1 : NULL;
	}
	if (!s)
		return;
	s += strspn(s, " \t\f");
	length = strcspn(s, "\r\n");
	while (py_at_least(w->dialect->version, 3, 13) && length && (s[length - 1] == ' ' || s[length - 1] == '\t'))
		length--;
	if (length) {
		strbuf_puts(out, "    ");
		strbuf_add(out, s, length);
		strbuf_putc(out, '\n');
	}
}

/* Repeated frames are shown three times (3.6+). */
#define SHOWN_REPEATS 3

static void put_repeats(struct strbuf *out, uint32_t repeats)
{
	if (repeats > SHOWN_REPEATS)
		strbuf_printf(out, "  [Previous line repeated %u more time%s]\n",
			repeats - SHOWN_REPEATS, repeats - SHOWN_REPEATS == 1 ? "" : "s");
}

static void put_traceback(const struct world *w, obj_id tb, struct strbuf *out)
{
	obj_id last_code = 0;
	uint32_t last_line = 0, repeats = 0;
	bool group = py_at_least(w->dialect->version, 3, 6);

	for (; tb; tb = obj_field(w, tb, TRACEBACK_NEXT)) {
		obj_id code_object = obj_field(w, obj_field(w, tb, TRACEBACK_FRAME), FRAME_OBJECT_CODE);
		uint32_t line = obj_field(w, tb, TRACEBACK_LINE);

		if (code_object != last_code || line != last_line) {
			if (group)
				put_repeats(out, repeats);
			last_code = code_object;
			last_line = line;
			repeats = 0;
		}
		repeats++;
		if (group && repeats > SHOWN_REPEATS)
			continue;
		strbuf_printf(out, "  File \"%s\", line %u, in %s\n",
			code_of(w, code_object)->file_name, line,
			code_of(w, code_object)->name);
		put_source_line(w, line, out);
	}
	if (group)
		put_repeats(out, repeats);
}

/* "ValueError", "__main__.Mine". */
static void put_exception_name(const struct world *w, obj_id type, struct strbuf *out)
{
	obj_id module;

	if (type_has(w, type, TYPE_HEAP)) {
		module = dict_get(w, obj_field(w, type, TYPE_DICT), name_object(N_MODULE));
		if (module && (!text_is(w, module, "__main__") ||
				      !py_at_least(w->dialect->version, 3, 11)))
			strbuf_printf(out, "%s.", text_bytes(w, module));
	}
	strbuf_puts(out, type_name(w, type));
}

void exception_text(const struct world *w, obj_id exception, struct strbuf *out)
{
	obj_id args = obj_field(w, exception, EXCEPTION_ARGS);
	obj_id only = args && obj_n(w, args) == 1 ? item(w, args, 0) : 0;

	if (!args || obj_n(w, args) == 0 || put_special_exception(w, exception, out))
		return;
	if (only && exception_is(w, exception, T_KEY_ERROR))
		repr_text(w, only, out);
	else if (only)
		str_text(w, only, out);
	else
		repr_text(w, args, out);
}

/* One exception, without those that led to it. */
static void put_exception(const struct world *w, obj_id exception, struct strbuf *out)
{
	obj_id tb = obj_field(w, exception, EXCEPTION_TRACEBACK);
	struct strbuf message = STRBUF_INIT;

	if (tb) {
		strbuf_puts(out, "Traceback (most recent call last):\n");
		put_traceback(w, tb, out);
	}
	put_exception_name(w, obj_class(w, exception), out);
	exception_text(w, exception, &message);
	if (message.length) {
		strbuf_puts(out, ": ");
		strbuf_add(out, message.text, message.length);
	}
	strbuf_putc(out, '\n');
	strbuf_free(&message);
}

/* The exceptions that led to it come first, the oldest on top. */
void traceback_text(const struct world *w, obj_id exception, struct strbuf *out)
{
	obj_id cause = obj_field(w, exception, EXCEPTION_CAUSE);
	obj_id context = obj_field(w, exception, EXCEPTION_CONTEXT);

	if (cause) {
		traceback_text(w, cause, out);
		strbuf_puts(out, "\nThe above exception was the direct cause of the following exception:\n\n");
	} else if (context && !obj_field(w, exception, EXCEPTION_SUPPRESS)) {
		traceback_text(w, context, out);
		strbuf_puts(out, "\nDuring handling of the above exception, another exception occurred:\n\n");
	}
	put_exception(w, exception, out);
}

void traceback_print(struct world *w, obj_id exception)
{
	struct strbuf text = STRBUF_INIT;

	traceback_text(w, exception, &text);
	output_write(w, 2, text.text, text.length);
	strbuf_free(&text);
}

/* "Exception ignored in ...". */

/* What C code raised has become no exception object yet: its value is the
 * message. */
static void put_value2(struct world *w, obj_id exception, struct strbuf *out)
{
	obj_id args = obj_field(w, exception, EXCEPTION_ARGS);
	bool raw = obj_flag(w, exception, OBJECT_RAW) && obj_n(w, args) <= 1;

	if (raw && obj_n(w, args) == 0)
		return;
	strbuf_puts(out, ": ");
	repr_text(w, raw ? item(w, args, 0) : exception, out);
}

static void put_ignored2(struct world *w, obj_id exception, obj_id context,
	struct strbuf *out)
{
	strbuf_puts(out, "Exception ");
	strbuf_puts(out, type_name_of(w, exception));
	put_value2(w, exception, out);
	strbuf_puts(out, " in ");
	repr_text(w, context, out);
	strbuf_puts(out, " ignored\n");
}

static void put_ignored(struct world *w, obj_id exception, obj_id context,
	enum unraisable what, struct strbuf *out)
{
	static const char *const late[] = {
		"Exception ignored while calling deallocator ",
		"Exception ignored while calling weakref callback ",
		"Exception ignored while calling GC callback ",
		"Exception ignored on calling weakref callback ",
	};
	bool named = py_at_least(w->dialect->version, 3, 14);

	strbuf_puts(out, named ? late[what] : "Exception ignored in: ");
	repr_text(w, context, out);
	strbuf_puts(out, named ? ":\n" : "\n");
	traceback_text(w, exception, out);
}

void unraisable_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);
	obj_id exception = word(w, frame_slot(f, 0)), context = word(w, frame_slot(f, 1));
	struct strbuf text = STRBUF_INIT;

	if (w->dialect->version.major == 2)
		put_ignored2(w, exception, context, &text);
	else
		put_ignored(w, exception, context, word(w, frame_extra(w, f, 0)), &text);
	output_write(w, 2, text.text, text.length);
	strbuf_free(&text);
	frame_leave(w, f, 0);
}
