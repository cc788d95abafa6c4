#include "builtin.h"

#include "arguments.h"
#include "attr.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "locals.h"
#include "keyed.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "object_core.h"
#include "oldclass.h"
#include "range.h"
#include "render.h"
#include "repr.h"
#include "special.h"
#include "text.h"

/* Functions about any object: id, hash, len, isinstance, repr ... */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

obj_id core_id(struct world *w, const struct args *a)
{
	return int_new(w, (int64_t)obj_address(w, arg(w, a, 0)));
}

obj_id core_repr(struct world *w, const struct args *a)
{
	obj_id result = 0;
	enum outcome outcome = repr_of(w, arg(w, a, 0), a->dst, &result);

	return outcome_result(outcome, result);
}

/* ascii(): the repr, then its escapes. */
void core_ascii(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id text = word(w, f + FRAME_RESULT);
	enum outcome outcome = OUT_VALUE;

	if (frame_state(w, f) == 0)
		outcome = repr_of(w, arg(w, &a, 0), f + FRAME_RESULT, &text);
	set_frame_state(w, f, 1);
	if (outcome == OUT_PUSHED)
		return;
	set_word(w, f + FRAME_RESULT, 0);
	if (outcome == OUT_ERROR || reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	set_word(w, builtin_local(w, f, 0), text);
	builtin_return(w, ascii_form(w, text));
}

static bool is_callable_descriptor(const struct world *w, obj_id o)
{
	return obj_class(w, o) == type_object(T_METHOD_DESCRIPTOR) ||
		obj_class(w, o) == type_object(T_SLOT_WRAPPER);
}

bool is_callable(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_FUNCTION:
	case KIND_METHOD:
	case KIND_BUILTIN:
	case KIND_TYPE:
	case KIND_OLD_CLASS:
		return true;
	case KIND_DESCRIPTOR:
		return is_callable_descriptor(w, o);
	case KIND_WEAKREF:
		return obj_class(w, o) != type_object(T_PROXY);
	case KIND_WRAPPER:
		return obj_class(w, o) == type_object(T_STATICMETHOD) &&
			py_at_least(w->dialect->version, 3, 10);
	default:
		return special(w, o, N_CALL) != 0;
	}
}

obj_id core_callable(struct world *w, const struct args *a)
{
	return bool_of(is_callable(w, arg(w, a, 0)));
}

/* len */

bool length_plain(const struct world *w, obj_id o, int64_t *n)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
	case KIND_TUPLE:
	case KIND_DICT:
	case KIND_SET:
		*n = obj_n(w, o);
		return true;
	case KIND_STR:
	case KIND_BYTES:
		*n = text_length(w, o);
		return true;
	case KIND_VIEW:
		*n = obj_n(w, obj_field(w, o, VIEW_DICT));
		return true;
	case KIND_RANGE:
		return range_length(w, o, n);
	case KIND_PARTS:
		if (obj_class(w, o) != type_object(T_DICT_PROXY))
			return false;
		return length_plain(w, obj_field(w, o, 0), n);
	default:
		return false;
	}
}

obj_id core_len(struct world *w, const struct args *a)
{
	obj_id o = unproxy(w, arg(w, a, 0));
	int64_t n;

	if (!o)
		return 0;
	if (overrides(w, o, N_LEN))
		return RESULT_STEP;
	if (length_plain(w, o, &n))
		return int_new(w, n);
	if (obj_kind(w, o) == KIND_OLD_INSTANCE)
		return raise_error(w, T_ATTRIBUTE_ERROR,
			"%s instance has no attribute '__len__'",
			text_bytes(w,
				obj_field(w, obj_field(w, o, OLD_INSTANCE_CLASS),
					OLD_CLASS_NAME)));
	return raise_error(w, T_TYPE_ERROR, "object of type '%s' has no len()",
		type_name_of(w, o));
}

static obj_id checked_length(struct world *w, obj_id n)
{
	if (!is_int(w, n))
		return raise_error(w, T_TYPE_ERROR,
			is_two(w) ? "an integer is required"
				  : "'%s' object cannot be interpreted as an integer",
			type_name_of(w, n));
	if (int_sign(w, n) < 0)
		return raise_error(w, T_VALUE_ERROR, "__len__() should return >= 0");
	if (!int_fits(w, n))
		return raise_error(w, T_OVERFLOW_ERROR,
			is_two(w) ? "long int too large to convert to int"
				  : "cannot fit 'int' into an index-sized integer");
	return int_new(w, int_value(w, n));
}

void core_len_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id n = word(w, f + FRAME_RESULT), o = arg(w, &a, 0);

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		push_special(w, special(w, o, N_LEN), o, 0, 0, f + FRAME_RESULT);
		return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, 0), n);
	builtin_return(w, reg(w, REG_EXCEPTION) ? 0 : checked_length(w, n));
}

/* hash */

obj_id core_hash(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0);
	uint64_t hash;

	if (hash_value(w, o, &hash))
		return int_new(w, (int64_t)hash);
	if (hashes_in_python(w, o))
		return RESULT_STEP;
	return hash_or_raise(w, o, &hash) ? int_new(w, (int64_t)hash) : 0;
}

/* slot_tp_hash(): an int that is too large is hashed itself. */
static obj_id checked_hash(struct world *w, obj_id h)
{
	int64_t value;

	if (!is_int(w, h))
		return raise_error(w, T_TYPE_ERROR,
			is_two(w) ? "an integer is required"
				  : "__hash__ method should return an integer");
	value = int_fits(w, h) ? int_value(w, h) : (int64_t)number_hash(w, h);
	return int_new(w, value == -1 ? -2 : value);
}

void core_hash_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id h = word(w, f + FRAME_RESULT), o = arg(w, &a, 0);
	uint64_t hash;

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		hash_key(w, o, f + FRAME_RESULT, &hash);
		return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, 0), h);
	builtin_return(w, reg(w, REG_EXCEPTION) ? 0 : checked_hash(w, h));
}

/* globals(): of the Python function that runs. */
obj_id core_globals(struct world *w, const struct args *a)
{
	obj_id globals = word(w, frame_slot(frame_of_caller(w), PY_GLOBALS));

	(void)a;
	hold(w, globals);
	return globals;
}

obj_id core_locals(struct world *w, const struct args *a)
{
	(void)a;
	return frame_locals(w, frame_of_caller(w));
}

/* format(value[, spec]) */
void core_format(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id spec = a.count > 1 ? arg(w, &a, 1) : 0, text = word(w, f + FRAME_RESULT);
	enum outcome outcome = OUT_VALUE;

	if (frame_state(w, f) == 0) {
		if (spec && obj_kind(w, spec) != KIND_STR &&
			!(is_two(w) && is_text(w, spec))) {
			raise_error(w, T_TYPE_ERROR,
				is_two(w)
					? "format expects arg 2 to be string or unicode, not %s"
					: "format() argument 2 must be str, not %s",
				type_name_of(w, spec));
			builtin_return(w, 0);
			return;
		}
		set_frame_state(w, f, 1);
		outcome = format_of(w, FORMATTER_OTHER, arg(w, &a, 0), spec,
			f + FRAME_RESULT, &text);
	}
	if (outcome == OUT_PUSHED)
		return;
	set_word(w, f + FRAME_RESULT, 0);
	if (outcome == OUT_ERROR || reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
	} else if (format_checked(w, text)) {
		builtin_return(w, text);
	} else {
		set_word(w, builtin_local(w, f, 0), text);
		builtin_return(w, 0);
	}
}
