#include "walk.h"

#include "dealloc.h"
#include "errors.h"
#include "iterate.h"
#include "passing.h"

/* Frame flag: a frame was pushed whose result is still to be looked at. */
#define PENDING 1u

static void set_pending(struct world *w, uint32_t f, bool on)
{
	set_frame_flags(
		w, f, on ? frame_flags(w, f) | PENDING : frame_flags(w, f) & ~PENDING);
}

static bool is_pending(const struct world *w, uint32_t f)
{
	return frame_flags(w, f) & PENDING;
}

static obj_id take_answer(struct world *w, uint32_t f)
{
	obj_id result = word(w, f + FRAME_RESULT);

	set_pending(w, f, false);
	set_word(w, f + FRAME_RESULT, 0);
	return result;
}

static enum walk started(struct world *w, uint32_t f, uint32_t local)
{
	obj_id it = take_answer(w, f);

	if (reg(w, REG_EXCEPTION))
		return WALK_RAISED;
	set_word(w, builtin_local(w, f, local), it);
	if (is_iterator(w, it))
		return WALK_READY;
	raise_error(w, T_TYPE_ERROR, "iter() returned non-iterator of type '%s'",
		type_name_of(w, it));
	return WALK_RAISED;
}

enum walk walk_start(struct world *w, uint32_t f, uint32_t local, obj_id iterable,
	const char *message)
{
	obj_id function, it = 0;

	if (is_pending(w, f))
		return started(w, f, local);
	switch (iter_builtin(w, iterable, &it)) {
	case OUT_VALUE:
		set_word(w, builtin_local(w, f, local), it);
		return WALK_READY;
	case OUT_AGAIN:
		return WALK_WAIT;
	case OUT_UNKNOWN:
		break;
	default:
		return WALK_RAISED;
	}
	iterable = behind(w, iterable);
	function = special(w, iterable, N_ITER);
	if (!function || function == OBJ_NONE) {
		if (message)
			raise_error(w, T_TYPE_ERROR, "%s", message);
		else
			not_iterable(w, iterable);
		return WALK_RAISED;
	}
	set_pending(w, f, true);
	push_special(w, function, iterable, 0, 0, f + FRAME_RESULT);
	return WALK_WAIT;
}

/* That it has no length is no mistake. */
static bool forgives(struct world *w)
{
	obj_id e = reg(w, REG_EXCEPTION);

	if (!e || !exception_is(w, e, T_TYPE_ERROR))
		return !e;
	set_reg(w, REG_EXCEPTION, 0);
	drop(w, e, NULL);
	return true;
}

enum walk walk_hint(struct world *w, uint32_t f, obj_id iterable)
{
	obj_id length = special(w, iterable, N_LEN);

	if (is_pending(w, f)) {
		length = take_answer(w, f);
		if (length)
			drop(w, length, NULL);
		return forgives(w) ? WALK_READY : WALK_RAISED;
	}
	if (!length) {
		pass_length_hint(w, iterable);
		return WALK_READY;
	}
	set_pending(w, f, true);
	push_special(w, length, iterable, 0, 0, f + FRAME_RESULT);
	return WALK_WAIT;
}

enum walk walk_next(struct world *w, uint32_t f, uint32_t local, obj_id *item)
{
	enum outcome outcome = OUT_VALUE;

	if (is_pending(w, f)) {
		*item = take_answer(w, f);
		if (reg(w, REG_EXCEPTION))
			return WALK_RAISED;
	} else if (!heap_has_room(w, 0)) {
		raise_value(w, T_MEMORY_ERROR, 0);
		return WALK_RAISED;
	} else {
		outcome = iter_next(
			w, word(w, builtin_local(w, f, local)), f + FRAME_RESULT, item);
	}
	switch (outcome) {
	case OUT_VALUE:
		return *item ? WALK_ITEM : WALK_END;
	case OUT_PUSHED:
		set_pending(w, f, true);
		return WALK_WAIT;
	case OUT_AGAIN:
		return WALK_WAIT;
	default:
		return WALK_RAISED;
	}
}
