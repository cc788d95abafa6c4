#include "errors.h"

#include <stdio.h>
#include <string.h>

#include "attrs.h"
#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "gclist.h"
#include "list.h"
#include "lookup.h"
#include "text.h"

const char *type_name(const struct world *w, obj_id type)
{
	return text_bytes(w, obj_field(w, type, TYPE_NAME));
}

const char *type_name_of(const struct world *w, obj_id o)
{
	return type_name(w, obj_class(w, o));
}

obj_id exception_new(struct world *w, obj_id type, obj_id args)
{
	obj_id e = obj_new_fields(w, KIND_EXCEPTION, type, EXCEPTION_WORDS);

	set_obj_field(w, e, EXCEPTION_ARGS, args);
	instance_init(w, e);
	obj_born(w, e);
	gc_track(w, e);
	return e;
}

static obj_id raise_args(struct world *w, enum builtin_type type, obj_id args)
{
	obj_id e = exception_new(w, type_object(type), args);

	assert(!reg(w, REG_EXCEPTION));
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
