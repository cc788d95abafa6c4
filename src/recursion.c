#include "recursion.h"

#include "dialect.h"
#include "errors.h"
#include "frame.h"

static bool is_apart(const struct world *w)
{
	return py_at_least(w->dialect->version, 3, 12);
}

uint32_t recursion_units(const struct world *w, bool calls)
{
	if (!calls)
		return 1;
	return is_apart(w) || !py_at_least(w->dialect->version, 3, 7) ? 3 : 1;
}

static uint32_t native_limit(const struct world *w)
{
	if (!is_apart(w))
		return reg(w, REG_RECURSION_LIMIT);
	return py_at_least(w->dialect->version, 3, 13) ? 10000 : 1500;
}

static bool exceeded(struct world *w, const char *where)
{
	raise_error(w,
		w->dialect->version.major == 2 ? T_RUNTIME_ERROR : T_RECURSION_ERROR,
		"maximum recursion depth exceeded%s", where);
	return false;
}

static bool has_room(struct world *w)
{
	if (frame_has_room(w))
		return true;
	raise_value(w, T_MEMORY_ERROR, 0);
	return false;
}

/* 3.12+: what the evaluation of the module takes (PY_EVAL_C_STACK_UNITS). */
#define MODULE_UNITS 2

bool recursion_enter(struct world *w, uint32_t units, const char *where)
{
	uint32_t depth = reg(w, REG_NATIVE_DEPTH) +
		(is_apart(w) ? MODULE_UNITS : reg(w, REG_DEPTH));

	if (depth + 1 > native_limit(w))
		return exceeded(w, where);
	if (is_apart(w) && units > 1 && depth + 2 > native_limit(w))
		return exceeded(w, "");
	if (!is_apart(w) && depth + units > native_limit(w))
		return exceeded(w, " while calling a Python object");
	if (!has_room(w))
		return false;
	set_reg(w, REG_NATIVE_DEPTH, reg(w, REG_NATIVE_DEPTH) + units);
	return true;
}

void recursion_leave(struct world *w, uint32_t units)
{
	set_reg(w, REG_NATIVE_DEPTH, reg(w, REG_NATIVE_DEPTH) - units);
}

bool recursion_call(struct world *w)
{
	uint32_t depth =
		reg(w, REG_DEPTH) + (is_apart(w) ? 0 : reg(w, REG_NATIVE_DEPTH));

	if (depth >= reg(w, REG_RECURSION_LIMIT))
		return exceeded(w, "");
	return has_room(w);
}
