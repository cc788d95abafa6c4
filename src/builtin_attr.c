#include "builtin.h"

#include "attr.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "passing.h"
#include "locals.h"
#include "lookup.h"
#include "number.h"
#include "special.h"
#include "strmethods.h"
#include "codec_error.h"
#include "text.h"

/* getattr, hasattr, setattr, delattr, vars. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static obj_id bad_name(struct world *w, const char *function, obj_id name)
{
	if (function && !py_at_least(w->dialect->version, 3, 11))
		return raise_error(w, T_TYPE_ERROR,
			"%s(): attribute name must be string", function);
	return raise_error(w, T_TYPE_ERROR, "attribute name must be string, not '%s'",
		type_name_of(w, name));
}

/* The name as a native str with its hash known: borrowed, unless it was made
 * (2.7: from a unicode), then *made.  0: raised. */
static obj_id name_of(struct world *w, const char *function, obj_id name, obj_id *made)
{
	struct codec_failure failure;

	*made = 0;
	if (is_two(w) && obj_kind(w, name) == KIND_STR) {
		name = *made =
			str_encode(w, name, CODEC_ASCII, ERRORS_STRICT, &failure);
		if (!name)
			return raise_codec(w, T_UNICODE_ENCODE_ERROR, &failure, name);
	}
	if (obj_kind(w, name) != native_kind(w))
		return bad_name(w, function, name);
	text_hash_cached(w, name);
	return name;
}

/* Whether it is there: 1, 0; -1: to be found out by loading it. */
static int exists(const struct world *w, obj_id o, obj_id name)
{
	if (obj_kind(w, o) == KIND_OLD_INSTANCE || obj_kind(w, o) == KIND_OLD_CLASS ||
		overrides(w, o, N_GETATTRIBUTE))
		return -1;
	return attr_exists(w, o, name) == 0 ? 0 : -1;
}

static obj_id plain_name(struct world *w, obj_id name)
{
	if (obj_kind(w, name) != native_kind(w))
		return 0;
	text_hash_cached(w, name);
	return name;
}

static obj_id held(struct world *w, obj_id o)
{
	hold(w, o);
	return o;
}

/* VALUE instead of an attribute that is not there. */
static obj_id absent(struct world *w, obj_id value)
{
	pass_class_check(w);
	return held(w, value);
}

obj_id core_getattr(struct world *w, const struct args *a)
{
	obj_id name = plain_name(w, arg(w, a, 1)), result = 0;

	if (!name)
		return RESULT_STEP;
	if (a->count == 3)
		return exists(w, arg(w, a, 0), name) ? RESULT_STEP
						     : absent(w, arg(w, a, 2));
	enum outcome outcome = attr_load(w, arg(w, a, 0), name, a->dst, &result);

	return outcome_result(outcome, result);
}

enum {
	LOCAL_NAME,
	LOCAL_EXCEPTION
};

/* Whether the exception means that there is no such attribute. */
static bool is_absence(const struct world *w, bool any)
{
	obj_id e = reg(w, REG_EXCEPTION);

	return exception_is(w, e, any && is_two(w) ? T_EXCEPTION : T_ATTRIBUTE_ERROR);
}

/* 1: *result is the attribute, 0: there is none, -1: raised, or waiting for a
 * frame.  A missing one's exception is put away. */
static int load(
	struct world *w, uint32_t f, const char *function, bool swallow, obj_id *result)
{
	struct args a = builtin_args(w, f);
	enum outcome outcome = OUT_VALUE;
	obj_id name, made;

	if (frame_state(w, f) == 0) {
		name = name_of(w, function, arg(w, &a, 1), &made);
		if (made)
			set_word(w, builtin_local(w, f, LOCAL_NAME), made);
		if (!name) {
			builtin_return(w, 0);
			return -1;
		}
		outcome = attr_load(w, arg(w, &a, 0), name, f + FRAME_RESULT, result);
		if (outcome == OUT_AGAIN && made)
			drop(w, made, NULL);
		if (outcome == OUT_AGAIN)
			set_word(w, builtin_local(w, f, LOCAL_NAME), 0);
		if (outcome == OUT_PUSHED)
			set_frame_state(w, f, 1);
		if (outcome == OUT_AGAIN || outcome == OUT_PUSHED)
			return -1;
	} else {
		*result = word(w, f + FRAME_RESULT);
		set_word(w, f + FRAME_RESULT, 0);
	}
	if (!reg(w, REG_EXCEPTION))
		return 1;
	if (!swallow || !is_absence(w, function[0] == 'h')) {
		builtin_return(w, 0);
		return -1;
	}
	pass_class_check(w);
	set_word(w, builtin_local(w, f, LOCAL_EXCEPTION), reg(w, REG_EXCEPTION));
	set_reg(w, REG_EXCEPTION, 0);
	return 0;
}

void core_getattr_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id result = 0;

	switch (load(w, f, "getattr", a.count == 3, &result)) {
	case 1:
		builtin_return(w, result);
		break;
	case 0:
		builtin_return(w, held(w, arg(w, &a, 2)));
		break;
	default:
		break;
	}
}

obj_id core_hasattr(struct world *w, const struct args *a)
{
	obj_id name = plain_name(w, arg(w, a, 1));

	return name && exists(w, arg(w, a, 0), name) == 0 ? absent(w, OBJ_FALSE)
							  : RESULT_STEP;
}

void core_hasattr_step(struct world *w, uint32_t f)
{
	obj_id result = 0;
	int found = load(w, f, "hasattr", true, &result);

	if (found < 0)
		return;
	if (found)
		set_word(w, builtin_local(w, f, LOCAL_EXCEPTION + 1), result);
	builtin_return(w, bool_of(found));
}

/* VALUE 0: deletion. */
static void store(struct world *w, uint32_t f, obj_id value)
{
	struct args a = builtin_args(w, f);
	struct owned old[2] = {{0}};
	obj_id name, made;
	enum outcome outcome;

	if (frame_state(w, f) == 1) {
		set_word(w, builtin_local(w, f, LOCAL_EXCEPTION),
			word(w, f + FRAME_RESULT));
		set_word(w, f + FRAME_RESULT, 0);
		builtin_return(w, reg(w, REG_EXCEPTION) ? 0 : OBJ_NONE);
		return;
	}
	name = name_of(w, NULL, arg(w, &a, 1), &made);
	set_word(w, builtin_local(w, f, LOCAL_NAME), made);
	if (!name) {
		builtin_return(w, 0);
		return;
	}
	if (value)
		hold(w, value);
	outcome = attr_store(w, arg(w, &a, 0), name, value, f + FRAME_RESULT, old);
	if (outcome == OUT_PUSHED) {
		set_word(w, builtin_local(w, f, LOCAL_EXCEPTION + 1), value);
		set_frame_state(w, f, 1);
		return;
	}
	if (outcome == OUT_VALUE) {
		builtin_return(w, OBJ_NONE);
		drop_all(w, old, 2);
		return;
	}
	set_word(w, builtin_local(w, f, LOCAL_EXCEPTION), value);
	builtin_return(w, 0);
}

void core_setattr(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	store(w, f, arg(w, &a, 2));
}

void core_delattr(struct world *w, uint32_t f)
{
	store(w, f, 0);
}

/* vars(o): its __dict__; vars(): as locals(). */
obj_id core_vars(struct world *w, const struct args *a)
{
	obj_id o = a->count ? arg(w, a, 0) : 0, result = 0;

	if (!o)
		return frame_locals(w, frame_of_caller(w));
	if (exists(w, o, name_object(N_DICT)) == 0)
		return raise_error(w, T_TYPE_ERROR,
			"vars() argument must have __dict__ attribute");
	enum outcome outcome = attr_load(w, o, name_object(N_DICT), a->dst, &result);

	return outcome_result(outcome, result);
}
