#include "handled.h"

#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "exception.h"

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

/* _PyErr_GetTopmostException: the generators that run have put aside what their
 * callers handle. */
obj_id handled_exception(const struct world *w)
{
	obj_id handled = reg(w, REG_HANDLED);

	if (is_two(w))
		return handled;
	for (uint32_t f = reg(w, REG_TOP); f && !handled; f = word(w, f + FRAME_LINK)) {
		if (frame_kind(w, f) == FRAME_PYTHON)
			handled = word(w, frame_slot(f, PY_HANDLED));
	}
	return handled;
}

obj_id handled_traceback(const struct world *w)
{
	obj_id handled;

	if (is_two(w))
		return reg(w, REG_HANDLED_TRACEBACK);
	handled = handled_exception(w);
	return handled ? obj_field(w, handled, EXCEPTION_TRACEBACK) : 0;
}

/* The reference in word INDEX, which is 0 then. */
static obj_id take(struct world *w, uint32_t index)
{
	obj_id o = word(w, index);

	set_word(w, index, 0);
	return o;
}

static obj_id traceback_of(struct world *w, obj_id exception)
{
	return take(w, exception_traceback_index(w, exception));
}

/* For what is older than exc_info() the module sys has it, too: sys.exc_type,
 * sys.exc_value, sys.exc_traceback.  What was there is added to LIST (3). */
static void tell_sys(struct world *w, struct owned *list)
{
	static const uint16_t names[] = {N_EXC_TYPE, N_EXC_VALUE, N_EXC_TRACEBACK};
	obj_id module = dict_get(w, reg(w, REG_MODULES), name_object(N_SYS));
	obj_id e = reg(w, REG_HANDLED), tb = reg(w, REG_HANDLED_TRACEBACK);
	obj_id values[] = {e ? exception_class(w, e) : OBJ_NONE, e ? e : OBJ_NONE,
		tb ? tb : OBJ_NONE};

	for (unsigned i = 0; module && i < 3; i++) {
		hold(w, values[i]);
		list[i].object = dict_set(w, obj_field(w, module, MODULE_DICT),
			name_object(names[i]), values[i], NULL);
	}
}

static obj_id enter2(
	struct world *w, uint32_t f, obj_id exception, bool finally, struct owned *list)
{
	obj_id traceback = traceback_of(w, exception);
	obj_id old = reg(w, REG_HANDLED), old_traceback = reg(w, REG_HANDLED_TRACEBACK);

	if (finally)
		return traceback ? traceback : OBJ_NONE;
	if (word(w, frame_slot(f, PY_HANDLED))) {
		list[0].object = old;
		list[1].object = old_traceback;
	} else {
		set_word(w, frame_slot(f, PY_HANDLED), old ? old : OBJ_NONE);
		set_word(w, frame_slot(f, PY_TRACEBACK), old_traceback);
	}
	hold(w, exception);
	set_reg(w, REG_HANDLED, exception);
	if (traceback)
		hold(w, traceback);
	set_reg(w, REG_HANDLED_TRACEBACK, traceback);
	tell_sys(w, list + 2);
	return traceback ? traceback : OBJ_NONE;
}

obj_id handled_enter(
	struct world *w, uint32_t f, obj_id exception, bool finally, struct owned *list)
{
	obj_id previous = reg(w, REG_HANDLED);

	if (is_two(w))
		return enter2(w, f, exception, finally, list);
	hold(w, exception);
	set_reg(w, REG_HANDLED, exception);
	return previous ? previous : OBJ_NONE;
}

void handled_leave(struct world *w, obj_id previous, struct owned *list)
{
	if (is_two(w)) {
		list[0].object = previous;
		return;
	}
	list[0].object = reg(w, REG_HANDLED);
	set_reg(w, REG_HANDLED, previous == OBJ_NONE ? 0 : previous);
}

bool handled_restore(struct world *w, uint32_t f)
{
	obj_id before = word(w, frame_slot(f, PY_HANDLED));
	struct owned list[HANDLED_DROPS] = {{0}};

	if (!is_two(w) || !before)
		return true;
	list[0].object = reg(w, REG_HANDLED);
	list[1].object = reg(w, REG_HANDLED_TRACEBACK);
	set_word(w, frame_slot(f, PY_HANDLED), 0);
	set_reg(w, REG_HANDLED, before == OBJ_NONE ? 0 : before);
	set_reg(w, REG_HANDLED_TRACEBACK, take(w, frame_slot(f, PY_TRACEBACK)));
	tell_sys(w, list + 2);
	drop_all(w, list, HANDLED_DROPS);
	return reg(w, REG_TOP) == f;
}

void handled_forget(struct world *w, struct owned *list)
{
	list[0].object = reg(w, REG_HANDLED);
	list[1].object = reg(w, REG_HANDLED_TRACEBACK);
	set_reg(w, REG_HANDLED, 0);
	set_reg(w, REG_HANDLED_TRACEBACK, 0);
	tell_sys(w, list + 2);
}

void handled_reraise(struct world *w, obj_id exception, obj_id traceback)
{
	uint32_t index;

	if (!is_two(w) || !traceback || traceback == OBJ_NONE ||
		obj_kind(w, traceback) != KIND_TRACEBACK)
		return;
	index = exception_traceback_index(w, exception);
	if (word(w, index))
		return;
	hold(w, traceback);
	set_word(w, index, traceback);
}
