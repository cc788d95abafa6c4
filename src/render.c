#include "render.h"

#include "dialect.h"
#include "errors.h"
#include "format.h"
#include "passing.h"
#include "recursion.h"
#include "repr.h"
#include "special.h"
#include "text.h"

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

obj_id ascii_form(struct world *w, obj_id repr)
{
	struct strbuf out = STRBUF_INIT;
	obj_id result;

	text_escape(text_bytes(w, repr), obj_n(w, repr), &out);
	result = native_new(w, out.text, out.length);
	strbuf_free(&out);
	return result;
}

bool format_checked(struct world *w, obj_id result)
{
	if (obj_kind(w, result) == native_kind(w) || (is_two(w) && is_text(w, result)))
		return true;
	if (is_two(w))
		raise_error(w, T_TYPE_ERROR,
			"%s.__format__ must return string or unicode, not %s",
			"instance", type_name_of(w, result));
	else
		raise_error(w, T_TYPE_ERROR, "__format__ must return a str, not %s",
			type_name_of(w, result));
	return false;
}

/* An int, float or str by its own rules. */
static enum outcome format_builtin(
	struct world *w, obj_id v, obj_id spec, obj_id *result)
{
	struct strbuf out = STRBUF_INIT;
	struct format_error e = {0};
	bool done =
		format_with_spec(w, v, text_bytes(w, spec), obj_n(w, spec), &out, &e);

	if (done)
		*result = obj_kind(w, v) == KIND_STR
			? text_new(w, out.text, out.length)
			: native_new(w, out.text, out.length);
	else
		raise_error(w, (enum builtin_type)e.type, "%s", e.message);
	strbuf_free(&out);
	return done ? OUT_VALUE : OUT_ERROR;
}

static bool formats_itself(const struct world *w, obj_id v)
{
	return is_int(w, v) || obj_kind(w, v) == KIND_FLOAT || is_text(w, v);
}

/* object.__format__ with a spec; 2.7 formats the str(). */
static enum outcome format_object(
	struct world *w, obj_id v, obj_id spec, obj_id *result)
{
	struct strbuf text = STRBUF_INIT;
	obj_id plain;
	enum outcome outcome;

	if (!is_two(w)) {
		raise_error(w, T_TYPE_ERROR,
			"unsupported format string passed to %s.__format__",
			type_name_of(w, v));
		return OUT_ERROR;
	}
	str_text(w, v, &text);
	plain = native_new(w, text.text, text.length);
	strbuf_free(&text);
	outcome = format_builtin(w, plain, spec, result);
	drop(w, plain, NULL);
	return outcome;
}

/* PyObject_Format() knows what exact texts and ints look like, str.format() some more.
 */
static bool formats_at_once(
	const struct world *w, enum formatter who, obj_id v, bool empty)
{
	obj_id class = obj_class(w, v);

	if (who == FORMATTER_METHOD)
		return formats_itself(w, v) && !type_is_heap(w, class);
	return empty && !is_two(w) &&
		(class == type_object(T_STR) || class == type_object(T_INT));
}

/* __format__ is looked up and called; 2.7's object.__format__ does so once more with
 * the text. */
static void pass_format(struct world *w, obj_id v)
{
	uint32_t levels = is_two(w) && !formats_itself(w, v) ? 2 : 1;

	pass_objects(w, KIND_BUILTIN, 0, levels);
	if (!py_at_least(w->dialect->version, 3, 7))
		pass_objects(w, KIND_TUPLE, 1, levels);
}

enum outcome format_of(struct world *w, enum formatter who, obj_id v, obj_id spec,
	uint32_t dst, obj_id *result)
{
	obj_id method = special(w, v, N_FORMAT);
	bool empty = !spec || obj_n(w, spec) == 0;

	if (method) {
		push_looked_up(w, N_FORMAT, v,
			spec                ? spec
				: is_two(w) ? OBJ_EMPTY_BYTES
					    : OBJ_EMPTY_STR,
			dst);
		return OUT_PUSHED;
	}
	if (!formats_at_once(w, who, v, empty))
		pass_format(w, v);
	if (empty && is_text(w, v) &&
		obj_class(w, v) ==
			type_object(obj_kind(w, v) == KIND_STR ? T_STR : T_BYTES) &&
		(is_two(w) || obj_kind(w, v) == KIND_STR)) {
		hold(w, v);
		*result = v;
		return OUT_VALUE;
	}
	if (empty)
		return str_of(w, v, dst, result);
	if (formats_itself(w, v) && (is_two(w) || obj_kind(w, v) != KIND_BYTES))
		return format_builtin(w, v, spec, result);
	return format_object(w, v, spec, result);
}
