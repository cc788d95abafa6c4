#include "builtin.h"

#include "arguments.h"
#include "class.h"
#include "codec_error.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "list.h"
#include "number.h"
#include "repr.h"
#include "special.h"
#include "text.h"

/* str(), 2.7's unicode(), 3.x's bytes(). */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

/* TEXT as an instance of CLASS: the same when it is one; else it is taken over. */
static obj_id in_class(struct world *w, obj_id class, obj_id text)
{
	obj_id o;

	if (!text || class == obj_class(w, text))
		return text;
	if (type_is_gc(w, class, obj_kind(w, text)))
		gc_count_new(w, FREE_NONE);
	o = instance_new(w, class);
	text_fill(w, o, text_bytes(w, text), obj_n(w, text));
	drop(w, text, NULL);
	return o;
}

static obj_id decoded(struct world *w, obj_id o, obj_id encoding, obj_id errors)
{
	enum codec codec = encoding ? codec_find(text_bytes(w, encoding)) : CODEC_UTF8;
	enum codec_errors handling =
		errors ? codec_errors_find(text_bytes(w, errors)) : ERRORS_STRICT;
	struct codec_failure failure = {0};
	obj_id text;

	if (codec == CODEC_UNKNOWN)
		return raise_error(w, T_LOOKUP_ERROR, "unknown encoding: %s",
			text_bytes(w, encoding));
	if (handling == ERRORS_UNKNOWN)
		return raise_error(w, T_LOOKUP_ERROR, "unknown error handler name '%s'",
			text_bytes(w, errors));
	text = str_decode(w, text_bytes(w, o), obj_n(w, o), codec, handling, &failure);
	return text ? text : raise_codec(w, T_UNICODE_DECODE_ERROR, &failure, o);
}

/* The three arguments by place or by name; false: raised. */
static bool text_arguments(struct world *w, const struct args *a, const char *name,
	const char *const *names, uint32_t count, obj_id v[3])
{
	uint32_t n = args_positional(w, a);

	for (uint32_t i = 0; i < 3; i++)
		v[i] = i >= count ? 0
			: i < n   ? arg(w, a, i)
				  : args_keyword(w, a, names[i]);
	if (a->count > count) {
		raise_error(w, T_TYPE_ERROR,
			"%s() takes at most %u argument%s (%u given)", name, count,
			count == 1 ? "" : "s", a->count);
		return false;
	}
	for (uint32_t i = 1; i < count; i++) {
		if (!v[i] || is_text(w, v[i]))
			continue;
		if (py_at_least(w->dialect->version, 3, 10))
			raise_error(w, T_TYPE_ERROR,
				"%s() argument '%s' must be str, not %s", name,
				names[i], type_name_of(w, v[i]));
		else
			raise_error(w, T_TYPE_ERROR,
				"%s() argument %u must be %s, not %s", name, i + 1,
				is_two(w) ? "string" : "str", type_name_of(w, v[i]));
		return false;
	}
	return args_known(w, a, name, names);
}

/* str() of one value, of exact class str without a frame. */
static obj_id str_plain(struct world *w, const struct args *a, obj_id o)
{
	obj_id result = 0;

	if (a->self != type_object(is_two(w) ? T_BYTES : T_STR))
		return RESULT_STEP;
	switch (str_of(w, o, a->dst, &result)) {
	case OUT_VALUE:
		return result;
	case OUT_PUSHED:
		return RESULT_PUSHED;
	default:
		return 0;
	}
}

/* A subclass: the text comes first, then the instance. */
static void str_subclass(struct world *w, uint32_t f, obj_id o)
{
	struct args a = builtin_args(w, f);
	obj_id text = word(w, f + FRAME_RESULT);
	enum outcome outcome = OUT_VALUE;

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		outcome = str_of(w, o, f + FRAME_RESULT, &text);
	}
	if (outcome == OUT_PUSHED)
		return;
	set_word(w, f + FRAME_RESULT, 0);
	builtin_return(w,
		outcome == OUT_ERROR || reg(w, REG_EXCEPTION)
			? 0
			: in_class(w, a.self, text));
}

static const char *const str_names[] = {"object", "encoding", "errors", NULL};

obj_id core_str(struct world *w, const struct args *a)
{
	obj_id v[3];

	if (!text_arguments(w, a, "str", str_names, 3, v))
		return 0;
	if (!v[0])
		return in_class(w, a->self, OBJ_EMPTY_STR);
	if (!v[1] && !v[2])
		return str_plain(w, a, v[0]);
	if (obj_kind(w, v[0]) == KIND_STR)
		return raise_error(w, T_TYPE_ERROR, "decoding str is not supported");
	if (obj_kind(w, v[0]) != KIND_BYTES)
		return raise_error(w, T_TYPE_ERROR,
			"decoding to str: need a bytes-like object, %s found",
			type_name_of(w, v[0]));
	return in_class(w, a->self, decoded(w, v[0], v[1], v[2]));
}

void core_str_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	str_subclass(w, f,
		args_positional(w, &a) ? arg(w, &a, 0) : args_keyword(w, &a, "object"));
}

obj_id core_str2(struct world *w, const struct args *a)
{
	obj_id v[3];

	if (!text_arguments(w, a, "str", str_names, 1, v))
		return 0;
	return v[0] ? str_plain(w, a, v[0]) : in_class(w, a->self, OBJ_EMPTY_BYTES);
}

void core_str2_step(struct world *w, uint32_t f)
{
	core_str_step(w, f);
}

/* unicode(): __unicode__, else the str() decoded. */
obj_id core_unicode(struct world *w, const struct args *a)
{
	static const char *const names[] = {"string", "encoding", "errors", NULL};
	obj_id v[3];

	if (!text_arguments(w, a, "unicode", names, 3, v))
		return 0;
	if (!v[0])
		return in_class(w, a->self, OBJ_EMPTY_STR);
	if (!v[1] && !v[2] && obj_class(w, v[0]) == a->self) {
		hold(w, v[0]);
		return v[0];
	}
	if (!v[1] && !v[2])
		return RESULT_STEP;
	if (obj_kind(w, v[0]) == KIND_STR)
		return raise_error(
			w, T_TYPE_ERROR, "decoding Unicode is not supported");
	if (obj_kind(w, v[0]) != KIND_BYTES)
		return raise_error(w, T_TYPE_ERROR,
			"coercing to Unicode: need string or buffer, %s found",
			type_name_of(w, v[0]));
	return in_class(w, a->self, decoded(w, v[0], v[1], v[2]));
}

static obj_id ascii_decoded(struct world *w, obj_id o)
{
	struct codec_failure failure = {0};
	obj_id text;

	if (obj_kind(w, o) == KIND_STR) {
		hold(w, o);
		return o;
	}
	if (obj_kind(w, o) != KIND_BYTES)
		return raise_error(w, T_TYPE_ERROR,
			"coercing to Unicode: need string or buffer, %s found",
			type_name_of(w, o));
	text = str_decode(
		w, text_bytes(w, o), obj_n(w, o), CODEC_ASCII, ERRORS_STRICT, &failure);
	return text ? text : raise_codec(w, T_UNICODE_DECODE_ERROR, &failure, o);
}

void core_unicode_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o = arg(w, &a, 0), text = word(w, f + FRAME_RESULT);
	obj_id method = special(w, o, N_UNICODE);
	enum outcome outcome = OUT_VALUE;

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		if (method) {
			push_special(w, method, o, 0, 0, f + FRAME_RESULT);
			return;
		}
		if (is_text(w, o)) {
			hold(w, o);
			text = o;
		} else {
			outcome = str_of(w, o, f + FRAME_RESULT, &text);
		}
	}
	if (outcome == OUT_PUSHED)
		return;
	set_word(w, f + FRAME_RESULT, 0);
	if (outcome == OUT_ERROR || reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	set_word(w, builtin_local(w, f, 0), text);
	builtin_return(w, in_class(w, a.self, ascii_decoded(w, text)));
}

/* repr() and str() as attributes of object: the default ones. */
obj_id object_repr(struct world *w, const struct args *a)
{
	struct strbuf text = STRBUF_INIT;
	obj_id result;

	put_default_repr(w, a->self, &text);
	result = native_new(w, text.text, text.length);
	strbuf_free(&text);
	return result;
}

obj_id object_str(struct world *w, const struct args *a)
{
	obj_id result = 0;

	switch (repr_of(w, a->self, a->dst, &result)) {
	case OUT_VALUE:
		return result;
	case OUT_PUSHED:
		return RESULT_PUSHED;
	default:
		return 0;
	}
}
