#include "traceback.h"

#include <stdlib.h>
#include <string.h>

#include "attrs.h"
#include "caret.h"
#include "code.h"
#include "codeobject.h"
#include "dialect.h"
#include "dealloc.h"
#include "dict.h"
#include "errors.h"
#include "exception.h"
#include "frameobject.h"
#include "gccount.h"
#include "gclist.h"
#include "list.h"
#include "lookup.h"
#include "output.h"
#include "repr.h"
#include "suggest.h"
#include "text.h"
#include "xalloc.h"

/* How a text is made: where it goes, what Python code said before, and whether it
 * is the text of an exception that is ignored. */
struct writer {
	const struct world *w;
	obj_id texts;
	bool ignored;
	struct strbuf *out;
};

static bool since(const struct writer *p, int minor)
{
	return py_at_least(p->w->dialect->version, 3, minor);
}

void traceback_add(struct world *w, obj_id exception, uint32_t f)
{
	const struct code *code = code_of(w, word(w, frame_slot(f, PY_CODE)));
	uint32_t pc = frame_operation(w, f);
	obj_id frame = frame_object(w, f);
	uint32_t index = exception_traceback_index(w, exception);
	obj_id tb;

	gc_count_new(w, FREE_NONE);
	tb = obj_new_fields(
		w, KIND_TRACEBACK, type_object(T_TRACEBACK), TRACEBACK_WORDS);
	hold(w, frame);
	set_obj_field(w, tb, TRACEBACK_FRAME, frame);
	set_obj_field(w, tb, TRACEBACK_NEXT, word(w, index));
	set_obj_field(w, tb, TRACEBACK_LINE, (uint32_t)code->ops[pc].line);
	set_obj_field(w, tb, TRACEBACK_PC, pc);
	set_word(w, index, tb);
	obj_born(w, tb);
	gc_track(w, tb);
}

static const struct code *traceback_code(const struct world *w, obj_id tb)
{
	return code_of(
		w, obj_field(w, obj_field(w, tb, TRACEBACK_FRAME), FRAME_OBJECT_CODE));
}

/* Frames. */

/* Repeated frames are shown three times (3.6+). */
#define SHOWN_REPEATS 3
/* PyTraceBack_LIMIT: only the innermost ones are shown by C code. */
#define SHOWN_FRAMES 1000

static void put_repeats(const struct writer *p, uint32_t repeats)
{
	if (since(p, 6) && repeats > SHOWN_REPEATS)
		strbuf_printf(p->out, "  [Previous line repeated %u more time%s]\n",
			repeats - SHOWN_REPEATS,
			repeats - SHOWN_REPEATS == 1 ? "" : "s");
}

/* 3.x: when the modules are gone, the one that reads files is too. */
static bool can_read_source(const struct world *w)
{
	return w->dialect->version.major == 2 || reg(w, REG_MAIN);
}

static void put_frame(const struct writer *p, obj_id tb)
{
	const struct code *code = traceback_code(p->w, tb);
	int line = (int)obj_field(p->w, tb, TRACEBACK_LINE);

	strbuf_printf(p->out, "  File \"%s\", line %d, in %s\n", code->file_name, line,
		code->name);
	if (!can_read_source(p->w))
		return;
	if (since(p, 13) && p->ignored)
		caret_plain_line(code->source, line, p->out);
	else
		caret_lines(code->source, p->w->dialect->version, line,
			&code->positions[obj_field(p->w, tb, TRACEBACK_PC)], p->out);
}

static bool same_place(const struct world *w, obj_id a, obj_id b)
{
	return a &&
		obj_field(w, a, TRACEBACK_LINE) == obj_field(w, b, TRACEBACK_LINE) &&
		!strcmp(traceback_code(w, a)->name, traceback_code(w, b)->name);
}

static obj_id first_shown(const struct writer *p, obj_id tb)
{
	uint32_t depth = 0;

	for (obj_id t = tb; t; t = obj_field(p->w, t, TRACEBACK_NEXT))
		depth++;
	if (since(p, 13) && !p->ignored)
		return tb;
	for (; depth > SHOWN_FRAMES; depth--)
		tb = obj_field(p->w, tb, TRACEBACK_NEXT);
	return tb;
}

static void put_frames(const struct writer *p, obj_id tb)
{
	uint32_t repeats = 0;
	obj_id last = 0;

	strbuf_puts(p->out, "Traceback (most recent call last):\n");
	for (tb = first_shown(p, tb); tb; tb = obj_field(p->w, tb, TRACEBACK_NEXT)) {
		if (!same_place(p->w, last, tb)) {
			put_repeats(p, repeats);
			repeats = 0;
		}
		last = tb;
		if (++repeats <= SHOWN_REPEATS || !since(p, 6))
			put_frame(p, tb);
	}
	put_repeats(p, repeats);
}

/* The last line. */

/* "ValueError", "__main__.Mine"; the qualified name is shown from 3.10 on, the
 * program's own module up to 3.10. */
static void put_exception_name(const struct writer *p, obj_id type)
{
	const struct world *w = p->w;
	obj_id module;

	if (obj_kind(w, type) == KIND_OLD_CLASS) {
		module = dict_get(
			w, obj_field(w, type, OLD_CLASS_DICT), name_object(N_MODULE));
		if (module && is_text(w, module))
			strbuf_printf(p->out, "%s.", text_bytes(w, module));
		strbuf_puts(p->out, text_bytes(w, obj_field(w, type, OLD_CLASS_NAME)));
		return;
	}
	if (!type_has(w, type, TYPE_HEAP)) {
		strbuf_puts(p->out, type_short_name(w, type));
		return;
	}
	module = dict_get(w, obj_field(w, type, TYPE_DICT), name_object(N_MODULE));
	if (!module || obj_kind(w, module) != native_kind(w))
		strbuf_puts(p->out, w->dialect->version.major == 2 ? "" : "<unknown>.");
	else if (!(since(p, 11) && text_is(w, module, "__main__")))
		strbuf_printf(p->out, "%s.", text_bytes(w, module));
	if (since(p, 10))
		strbuf_puts(p->out, text_bytes(w, obj_field(w, type, TYPE_QUALNAME)));
	else
		strbuf_puts(p->out, type_short_name(w, type));
}

/* What Python code said for O; 0: it was not asked. */
static obj_id given_text(const struct writer *p, obj_id o)
{
	for (uint32_t i = 0; p->texts && i + 1 < obj_n(p->w, p->texts); i += 2) {
		if (item(p->w, p->texts, i) == o)
			return item(p->w, p->texts, i + 1);
	}
	return 0;
}

/* Up to 3.7 an ignored KeyError that nobody has handled is no instance yet, but its
 * type and a tuple. */
static bool is_raw_key(const struct writer *p, obj_id exception)
{
	return p->ignored && obj_flag(p->w, exception, OBJECT_RAW) &&
		exception_is(p->w, exception, T_KEY_ERROR);
}

static void put_message(const struct writer *p, obj_id exception)
{
	struct strbuf message = STRBUF_INIT;
	obj_id given = given_text(p, exception);

	if (given)
		strbuf_add(&message, text_bytes(p->w, given), obj_n(p->w, given));
	else if (is_raw_key(p, exception))
		repr_text(p->w, obj_field(p->w, exception, EXCEPTION_ARGS), &message);
	else
		exception_text(p->w, exception, &message);
	if (message.length) {
		strbuf_puts(p->out, ": ");
		strbuf_add(p->out, message.text, message.length);
	}
	strbuf_free(&message);
}

static bool is_string(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_STR || obj_kind(w, o) == KIND_BYTES;
}

/* 3.11+: the notes of an exception. */
static void put_notes(const struct writer *p, obj_id exception)
{
	obj_id notes = since(p, 11) && !p->ignored
		? instance_get(p->w, exception, name_object(N_NOTES))
		: 0;
	bool sequence = notes &&
		(obj_kind(p->w, notes) == KIND_LIST ||
			obj_kind(p->w, notes) == KIND_TUPLE);

	if (!notes || (notes == OBJ_NONE && since(p, 13)))
		return;
	if (!sequence) {
		repr_text(p->w, notes, p->out);
		strbuf_puts(p->out, since(p, 12) || is_string(p->w, notes) ? "\n" : "");
		return;
	}
	for (uint32_t i = 0; i < obj_n(p->w, notes); i++) {
		str_text(p->w, item(p->w, notes, i), p->out);
		strbuf_putc(p->out, '\n');
	}
}

/* One exception, without those that led to it. */
static void put_exception(const struct writer *p, obj_id exception)
{
	obj_id tb = word(p->w, exception_traceback_index(p->w, exception));

	if (tb)
		put_frames(p, tb);
	put_exception_name(p, exception_class(p->w, exception));
	put_message(p, exception);
	if (!p->ignored)
		suggest_put(p->w, exception, p->out);
	strbuf_putc(p->out, '\n');
	put_notes(p, exception);
}

/* The chain. */

static bool is_linked(
	const struct traceback_link *chain, uint32_t count, obj_id exception)
{
	for (uint32_t i = 0; i < count; i++) {
		if (chain[i].exception == exception)
			return true;
	}
	return false;
}

static struct traceback_link led_to(const struct world *w, obj_id exception)
{
	obj_id cause;

	if (obj_kind(w, exception) != KIND_EXCEPTION)
		return (struct traceback_link){0};
	cause = obj_field(w, exception, EXCEPTION_CAUSE);
	if (cause || obj_field(w, exception, EXCEPTION_SUPPRESS))
		return (struct traceback_link){cause, true};
	return (struct traceback_link){
		obj_field(w, exception, EXCEPTION_CONTEXT), false};
}

struct traceback_link *traceback_chain(
	const struct world *w, obj_id exception, uint32_t *count)
{
	struct traceback_link *chain = NULL, next = {exception, false};

	for (*count = 0; next.exception && !is_linked(chain, *count, next.exception);
		next = led_to(w, next.exception)) {
		chain = xreallocarray(chain, *count + 1, sizeof(*chain));
		chain[(*count)++] = next;
	}
	for (uint32_t i = 0; i < *count / 2; i++) {
		struct traceback_link swap = chain[i];

		chain[i] = chain[*count - 1 - i];
		chain[*count - 1 - i] = swap;
	}
	return chain;
}

void traceback_text(
	const struct world *w, obj_id exception, obj_id texts, struct strbuf *out)
{
	struct writer p = {w, texts, false, out};
	uint32_t count;
	struct traceback_link *chain = traceback_chain(w, exception, &count);

	for (uint32_t i = 0; i < count; i++) {
		put_exception(&p, chain[i].exception);
		if (i + 1 < count)
			strbuf_puts(out,
				chain[i].is_cause
					? "\nThe above exception was the direct cause of the following exception:\n\n"
					: "\nDuring handling of the above exception, another exception occurred:\n\n");
	}
	free(chain);
}

void traceback_ignored_text(
	const struct world *w, obj_id exception, obj_id texts, struct strbuf *out)
{
	put_exception(&(struct writer){w, texts, true, out}, exception);
}

void traceback_print(struct world *w, obj_id exception, obj_id texts)
{
	struct strbuf text = STRBUF_INIT;

	traceback_text(w, exception, texts, &text);
	output_write(w, 2, text.text, text.length);
	strbuf_free(&text);
}

obj_id traceback_take_text(struct world *w, obj_id texts, obj_id exception, uint32_t f)
{
	static const char failed[] = "<exception str() failed>";
	obj_id text = word(w, f + FRAME_RESULT), error = reg(w, REG_EXCEPTION);

	set_word(w, f + FRAME_RESULT, 0);
	set_reg(w, REG_EXCEPTION, 0);
	if (!text)
		text = native_new(w, failed, sizeof(failed) - 1);
	if (!texts)
		texts = list_of(w, NULL, 0);
	hold(w, exception);
	list_append(w, texts, exception);
	list_append(w, texts, text);
	if (error)
		drop(w, error, NULL);
	return texts;
}
