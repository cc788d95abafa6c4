#include "codec_error.h"

#include <string.h>

#include "errors.h"
#include "list.h"
#include "number.h"
#include "repr.h"
#include "text.h"

/* Places in the args tuple. */
enum {
	ARG_CODEC,
	ARG_OBJECT,
	ARG_START,
	ARG_END,
	ARG_REASON,
	ARG_COUNT
};

obj_id raise_codec(struct world *w, enum builtin_type type,
	const struct codec_failure *f, obj_id o)
{
	obj_id args[ARG_COUNT] = {native_from(w, f->codec), o, int_new(w, f->start),
		int_new(w, f->end), native_from(w, f->reason)};
	obj_id e;

	hold(w, o);
	e = exception_new(w, type_object(type), tuple_of(w, args, ARG_COUNT));
	exception_raised(w, e);
	set_reg(w, REG_EXCEPTION, e);
	world_event(w, (struct event){.kind = EV_RAISE, .object = obj_serial(w, e)});
	return 0;
}

static bool put_codec_error(const struct world *w, obj_id args, struct strbuf *out)
{
	obj_id start = item(w, args, ARG_START), end = item(w, args, ARG_END);
	struct codec_failure f;

	if (!is_text(w, item(w, args, ARG_CODEC)) ||
		!is_text(w, item(w, args, ARG_REASON)) ||
		!is_text(w, item(w, args, ARG_OBJECT)) || !is_int(w, start) ||
		!is_int(w, end))
		return false;
	f = (struct codec_failure){text_bytes(w, item(w, args, ARG_CODEC)),
		int_value(w, start), int_value(w, end),
		text_bytes(w, item(w, args, ARG_REASON))};
	codec_message(w, &f, item(w, args, ARG_OBJECT), out);
	return true;
}

/* "[Errno 2] No such file or directory: 'name'" */
static void put_os_error(const struct world *w, obj_id args, struct strbuf *out)
{
	strbuf_puts(out, "[Errno ");
	str_text(w, item(w, args, 0), out);
	strbuf_puts(out, "] ");
	str_text(w, item(w, args, 1), out);
	if (obj_n(w, args) == 3) {
		strbuf_puts(out, ": ");
		repr_text(w, item(w, args, 2), out);
	}
}

bool put_special_exception(const struct world *w, obj_id exception, struct strbuf *out)
{
	obj_id args = obj_field(w, exception, EXCEPTION_ARGS);
	uint32_t n = obj_n(w, args);

	if (n == ARG_COUNT &&
		(exception_is(w, exception, T_UNICODE_ENCODE_ERROR) ||
			exception_is(w, exception, T_UNICODE_DECODE_ERROR)))
		return put_codec_error(w, args, out);
	if ((n != 2 && n != 3) || !exception_is(w, exception, T_ENVIRONMENT_ERROR))
		return false;
	put_os_error(w, args, out);
	return true;
}
