#include "builtin.h"

#include <stdlib.h>

#include "code.h"
#include "codeobject.h"
#include "dealloc.h"
#include "errors.h"
#include "dialect.h"
#include "frameobject.h"
#include "locals.h"
#include "number.h"
#include "xalloc.h"

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

obj_id frame_f_locals(struct world *w, const struct args *a)
{
	return frame_object_locals(w, a->self);
}

/* clear(): lets go of the variables of a frame that has ended. */
obj_id frame_clear(struct world *w, const struct args *a)
{
	uint32_t n = obj_field(w, a->self, FRAME_OBJECT_SLOTS), first;
	struct owned *list;

	if (obj_field(w, a->self, FRAME_OBJECT_RUNNING))
		return raise_error(
			w, T_RUNTIME_ERROR, "cannot clear an executing frame");
	list = xcalloc((size_t)n + 1, sizeof(*list));
	first = obj_payload(w, a->self) + FRAME_OBJECT_HEAD;
	for (uint32_t i = 0; i < n; i++) {
		list[i].object = word(w, first + i);
		set_word(w, first + i, 0);
	}
	if (!(code_of(w, obj_field(w, a->self, FRAME_OBJECT_CODE))->flags &
		    (CODE_MODULE | CODE_CLASS_BODY)) &&
		py_at_least(w->dialect->version, 3, 11)) {
		list[n].object = obj_field(w, a->self, FRAME_OBJECT_NAMES);
		set_obj_field(w, a->self, FRAME_OBJECT_NAMES, 0);
	}
	drop_all(w, list, n + 1);
	free(list);
	return OBJ_NONE;
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
