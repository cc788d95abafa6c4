#include "builtin.h"

#include "code.h"
#include "codeobject.h"
#include "errors.h"
#include "frameobject.h"
#include "number.h"

/* Attributes of tracebacks and frames; sys._getframe(). */

static obj_id held(struct world *w, obj_id o)
{
	if (!o)
		o = OBJ_NONE;
	hold(w, o);
	return o;
}

obj_id traceback_next(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, TRACEBACK_NEXT));
}

obj_id traceback_frame(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, TRACEBACK_FRAME));
}

obj_id traceback_lineno(struct world *w, const struct args *a)
{
	return int_new(w, obj_field(w, a->self, TRACEBACK_LINE));
}

static uint32_t next_python(const struct world *w, uint32_t f)
{
	while (f && frame_kind(w, f) != FRAME_PYTHON)
		f = word(w, f + FRAME_LINK);
	return f;
}

obj_id frame_back(struct world *w, const struct args *a)
{
	uint32_t f = obj_field(w, a->self, FRAME_OBJECT_RUNNING);

	if (!f)
		return held(w, obj_field(w, a->self, FRAME_OBJECT_BACK));
	f = next_python(w, word(w, f + FRAME_LINK));
	return f ? held(w, frame_object(w, f)) : OBJ_NONE;
}

obj_id frame_code(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, FRAME_OBJECT_CODE));
}

obj_id frame_globals(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, FRAME_OBJECT_GLOBALS));
}

obj_id frame_builtins(struct world *w, const struct args *a)
{
	(void)a;
	return held(w, reg(w, REG_BUILTINS));
}

obj_id frame_lineno(struct world *w, const struct args *a)
{
	uint32_t f = obj_field(w, a->self, FRAME_OBJECT_RUNNING);
	const struct code *code;

	if (!f)
		return int_new(w, obj_field(w, a->self, FRAME_OBJECT_LINE));
	code = code_of(w, word(w, frame_slot(f, PY_CODE)));
	return int_new(w, code->ops[frame_operation(w, f)].line);
}

obj_id sys_getframe(struct world *w, const struct args *a)
{
	uint32_t f = next_python(w, reg(w, REG_TOP));
	int64_t depth = 0;

	if (a->count) {
		if (!is_int(w, arg(w, a, 0)))
			return raise_error(w, T_TYPE_ERROR, "an integer is required");
		depth = int_value(w, arg(w, a, 0));
	}
	while (f && depth-- > 0)
		f = next_python(w, word(w, f + FRAME_LINK));
	if (!f)
		return raise_error(w, T_VALUE_ERROR, "call stack is not deep enough");
	return held(w, frame_object(w, f));
}
