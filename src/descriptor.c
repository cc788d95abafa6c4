#include "descriptor.h"

#include "attr.h"
#include "errors.h"
#include "passing.h"
#include "recursion.h"
#include "special.h"
#include "text.h"

bool descriptor_gets(const struct world *w, obj_id d)
{
	return obj_flag(w, d, OBJECT_HEAP_CLASS) && special(w, d, N_GET);
}

bool descriptor_sets(const struct world *w, obj_id d)
{
	return obj_flag(w, d, OBJECT_HEAP_CLASS) &&
		(special(w, d, N_SET) || special(w, d, N_DELETE));
}

void descriptor_get(struct world *w, obj_id d, obj_id o, obj_id type, uint32_t dst)
{
	push_special(w, special(w, d, N_GET), d, o ? o : OBJ_NONE,
		type ? type : OBJ_NONE, dst);
	frame_set_path(w, LEVELS_CALLED);
}

enum outcome descriptor_set(
	struct world *w, obj_id d, obj_id o, obj_id value, uint32_t dst)
{
	obj_id function = special(w, d, value ? N_SET : N_DELETE);

	if (!function) {
		raise_error(w, T_ATTRIBUTE_ERROR, value ? "__set__" : "__delete__");
		return OUT_ERROR;
	}
	push_special(w, function, d, o, value, dst);
	return OUT_PUSHED;
}

bool has_getattribute(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);

	return obj_flag(w, o, OBJECT_HEAP_CLASS) &&
		type_has(w, class, TYPE_HAS_GETATTRIBUTE);
}

void attribute_push(struct world *w, obj_id o, obj_id name, uint32_t dst)
{
	if (!has_getattribute(w, o) || special(w, o, N_GETATTR)) {
		push_builtin_step(w, B_attribute_step, 0, (obj_id[]){o, name}, 2, dst);
		return;
	}
	push_special(w, special(w, o, N_GETATTRIBUTE), o, name, 0, dst);
	frame_set_path(w, LEVELS_OPERATOR);
}

/* The frame of attribute_push(): (object, name). */
enum {
	STATE_START,
	STATE_LOOKED, /* __getattribute__, or a descriptor, has ended */
	STATE_ASKED   /* __getattr__ has ended */
};

static void look(struct world *w, uint32_t f, obj_id o, obj_id name)
{
	obj_id result = 0;

	if (has_getattribute(w, o)) {
		push_looked_up(w, N_GETATTRIBUTE, o, name, f + FRAME_RESULT);
		set_frame_state(w, f, STATE_LOOKED);
		return;
	}
	switch (attr_load_plain(w, o, name, f + FRAME_RESULT, &result)) {
	case OUT_AGAIN:
		break;
	case OUT_VALUE:
		builtin_return(w, result);
		break;
	default:
		set_frame_state(w, f, STATE_LOOKED);
	}
}

static void ask(struct world *w, uint32_t f, obj_id o, obj_id name)
{
	obj_id e = reg(w, REG_EXCEPTION);

	set_reg(w, REG_EXCEPTION, 0);
	set_frame_state(w, f, STATE_ASKED);
	pass_class_check(w);
	push_looked_up(w, N_GETATTR, o, name, f + FRAME_RESULT);
	drop(w, e, NULL);
}

void attribute_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o = arg(w, &a, 0), name = arg(w, &a, 1), result;

	if (frame_state(w, f) == STATE_START) {
		look(w, f, o, name);
		return;
	}
	if (frame_state(w, f) == STATE_LOOKED &&
		exception_is(w, reg(w, REG_EXCEPTION), T_ATTRIBUTE_ERROR) &&
		special(w, o, N_GETATTR)) {
		ask(w, f, o, name);
		return;
	}
	result = word(w, f + FRAME_RESULT);
	set_word(w, f + FRAME_RESULT, 0);
	builtin_return(w, result);
}

/* object.__getattribute__(o, name), type.__getattribute__ */
obj_id object_getattribute(struct world *w, const struct args *a)
{
	obj_id name = arg(w, a, 0), result = 0;

	if (obj_kind(w, name) != native_kind(w))
		return raise_error(w, T_TYPE_ERROR,
			"attribute name must be string, not '%s'",
			type_name_of(w, name));
	text_hash_cached(w, name);
	enum outcome outcome = attr_load_plain(w, a->self, name, a->dst, &result);

	return outcome_result(outcome, result);
}

obj_id type_getattribute(struct world *w, const struct args *a)
{
	return object_getattribute(w, a);
}

/* object.__setattr__(o, name, value), object.__delattr__(o, name) */

static void store(struct world *w, uint32_t f, obj_id value)
{
	struct args a = builtin_args(w, f);
	obj_id name = arg(w, &a, 0);
	struct owned old[2] = {{0}};

	if (frame_state(w, f)) {
		set_word(w, builtin_local(w, f, 0), word(w, f + FRAME_RESULT));
		set_word(w, f + FRAME_RESULT, 0);
		builtin_return(w, reg(w, REG_EXCEPTION) ? 0 : OBJ_NONE);
		return;
	}
	if (obj_kind(w, name) != native_kind(w)) {
		raise_error(w, T_TYPE_ERROR, "attribute name must be string, not '%s'",
			type_name_of(w, name));
		builtin_return(w, 0);
		return;
	}
	text_hash_cached(w, name);
	if (value)
		hold(w, value);
	switch (attr_store_plain(w, a.self, name, value, f + FRAME_RESULT, old)) {
	case OUT_VALUE:
		builtin_return(w, OBJ_NONE);
		drop_all(w, old, 2);
		break;
	case OUT_PUSHED:
		set_word(w, builtin_local(w, f, 1), value);
		set_frame_state(w, f, 1);
		break;
	default:
		set_word(w, builtin_local(w, f, 1), value);
		builtin_return(w, 0);
	}
}

void object_setattr(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	store(w, f, arg(w, &a, 1));
}

void object_delattr(struct world *w, uint32_t f)
{
	store(w, f, 0);
}
