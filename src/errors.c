#include "errors.h"

#include <stdio.h>
#include <string.h>

#include "attrs.h"
#include "codec_error.h"
#include "dealloc.h"
#include "dialect.h"
#include "exception.h"
#include "gclist.h"
#include "gccount.h"
#include "handled.h"
#include "list.h"
#include "passing.h"
#include "lookup.h"
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

static void count_exception(struct world *w, obj_id e)
{
	uint32_t n = obj_n(w, obj_field(w, e, EXCEPTION_ARGS));

	if (n)
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, n));
	gc_count_new(w, FREE_NONE);
}

static void mark_unmade(struct world *w, obj_id e, bool on)
{
	obj_id args = obj_field(w, e, EXCEPTION_ARGS);

	set_obj_flag(w, e, OBJECT_UNMADE, on);
	if (args != OBJ_EMPTY_TUPLE)
		set_obj_flag(w, args, OBJECT_UNMADE, on);
}

/* What is raised while another is handled gets its context at once; errors of names
 * get what suggestions need. */
static bool made_at_once(const struct world *w, obj_id e)
{
	struct py_version v = w->dialect->version;

	if (py_at_least(v, 3, 12) || (v.major == 3 && handled_exception(w)))
		return true;
	return py_at_least(v, 3, 10) &&
		(exception_is(w, e, T_ATTRIBUTE_ERROR) ||
			exception_is(w, e, T_NAME_ERROR));
}

void exception_raised(struct world *w, obj_id e)
{
	if (made_at_once(w, e))
		count_exception(w, e);
	else
		mark_unmade(w, e, true);
}

void exception_normalize(struct world *w, obj_id e)
{
	if (!obj_flag(w, e, OBJECT_UNMADE)) {
		pass_class_check(w);
		return;
	}
	mark_unmade(w, e, false);
	count_exception(w, e);
}

static obj_id raise_args(struct world *w, enum builtin_type type, obj_id args)
{
	obj_id e = exception_new(w, type_object(type), args);

	exception_raised(w, e);
	exception_set_value(w, e);
	assert(!reg(w, REG_EXCEPTION));
	exception_set_context(w, e);
	if (!py_at_least(w->dialect->version, 3, 8) &&
		!obj_field(w, e, EXCEPTION_CONTEXT))
		set_obj_flag(w, e, OBJECT_RAW, true);
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

void exception_text(const struct world *w, obj_id exception, struct strbuf *out)
{
	obj_id args = obj_kind(w, exception) == KIND_EXCEPTION
		? obj_field(w, exception, EXCEPTION_ARGS)
		: 0;
	obj_id only = args && obj_n(w, args) == 1 ? item(w, args, 0) : 0;

	if (obj_kind(w, exception) == KIND_OLD_INSTANCE)
		str_text(w, exception, out);
	if (!args || obj_n(w, args) == 0 || put_special_exception(w, exception, out))
		return;
	if (only && exception_is(w, exception, T_KEY_ERROR))
		repr_text(w, only, out);
	else if (only)
		str_text(w, only, out);
	else
		repr_text(w, args, out);
}
