#include "unraisable.h"

#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "exception.h"
#include "frame.h"
#include "leave.h"
#include "list.h"
#include "lookup.h"
#include "output.h"
#include "repr.h"
#include "text.h"
#include "traceback.h"

/* Slots: what frame_push_unraisable() says, then the exception's text (see
 * traceback.h). */
enum {
	EXCEPTION,
	CONTEXT,
	TEXTS
};
enum {
	STATE_START,
	STATE_TEXT
};

/* The value: 2.7 shows what a built-in error was raised with, since an instance is
 * made only when somebody handles it. */
static obj_id shown_value(const struct world *w, obj_id exception)
{
	obj_id args = obj_kind(w, exception) == KIND_EXCEPTION
		? obj_field(w, exception, EXCEPTION_ARGS)
		: 0;

	if (!args || !obj_flag(w, exception, OBJECT_RAW) || obj_n(w, args) > 1)
		return exception;
	if (exception_is(w, exception, T_KEY_ERROR))
		return args;
	return obj_n(w, args) ? item(w, args, 0) : 0;
}

static void put_ignored2(
	struct world *w, obj_id exception, obj_id context, struct strbuf *out)
{
	obj_id type = exception_class(w, exception), value = shown_value(w, exception);
	bool old = obj_kind(w, type) == KIND_OLD_CLASS;

	strbuf_puts(out, "Exception ");
	if (old || type_has(w, type, TYPE_HEAP))
		strbuf_printf(out, "%s.",
			text_bytes(w,
				dict_get(w,
					obj_field(w, type,
						old ? (uint32_t)OLD_CLASS_DICT
						    : (uint32_t)TYPE_DICT),
					name_object(N_MODULE))));
	strbuf_puts(out, type_short_name(w, type));
	if (value) {
		strbuf_puts(out, ": ");
		repr_text(w, value, out);
	}
	strbuf_puts(out, " in ");
	repr_text(w, context, out);
	strbuf_puts(out, " ignored\n");
}

static void put_ignored(
	struct world *w, uint32_t f, enum unraisable what, struct strbuf *out)
{
	static const char *const late[] = {
		"Exception ignored while calling deallocator ",
		"Exception ignored while calling weakref callback ",
		"Exception ignored while calling GC callback ",
		"Exception ignored on calling weakref callback ",
		"Exception ignored in atexit callback ",
	};
	bool named = py_at_least(
		w->dialect->version, 3, what == UNRAISABLE_ATEXIT ? 13 : 14);

	strbuf_puts(out,
		named ? late[what]
			: what == UNRAISABLE_ATEXIT
			? "Exception ignored in atexit callback: "
			: "Exception ignored in: ");
	repr_text(w, word(w, frame_slot(f, CONTEXT)), out);
	strbuf_puts(out, named ? ":\n" : "\n");
	traceback_ignored_text(w, word(w, frame_slot(f, EXCEPTION)),
		word(w, frame_slot(f, TEXTS)), out);
}

/* Whether the exception's own code is asked for its text first. */
static bool asks(struct world *w, uint32_t f)
{
	obj_id exception = word(w, frame_slot(f, EXCEPTION)), text = 0;

	if (w->dialect->version.major == 2 || !str_takes_python(w, exception))
		return false;
	set_frame_state(w, f, STATE_TEXT);
	str_of(w, exception, f + FRAME_RESULT, &text);
	assert(!text);
	return true;
}

static void print(struct world *w, uint32_t f)
{
	struct strbuf text = STRBUF_INIT;

	if (w->dialect->version.major == 2)
		put_ignored2(w, word(w, frame_slot(f, EXCEPTION)),
			word(w, frame_slot(f, CONTEXT)), &text);
	else
		put_ignored(w, f, word(w, frame_extra(w, f, 0)), &text);
	output_write(w, 2, text.text, text.length);
	strbuf_free(&text);
	frame_leave(w, f, 0);
}

/* 3.8+: what was raised outside of any Python code came about in the frame that
 * runs (_PyErr_WriteUnraisableMsg). */
static void add_place(struct world *w, uint32_t f, obj_id exception)
{
	if (!py_at_least(w->dialect->version, 3, 8) ||
		word(w, exception_traceback_index(w, exception)))
		return;
	while (f && frame_kind(w, f) != FRAME_PYTHON)
		f = word(w, f + FRAME_LINK);
	if (f)
		traceback_add(w, exception, f);
}

void unraisable_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);

	if (frame_leaves(w, f))
		return;
	if (frame_state(w, f) == 0)
		add_place(w, f, word(w, frame_slot(f, EXCEPTION)));
	if (frame_state(w, f) == STATE_TEXT) {
		set_word(w, frame_slot(f, TEXTS),
			traceback_take_text(
				w, 0, word(w, frame_slot(f, EXCEPTION)), f));
		print(w, f);
	} else if (!asks(w, f)) {
		print(w, f);
	}
}
