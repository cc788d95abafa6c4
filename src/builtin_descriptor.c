#include "builtin.h"

#include "attr.h"
#include "dealloc.h"
#include "dialect.h"
#include "errors.h"

/* __get__, __set__ and __delete__ of the built-in descriptors, called by name. */

static obj_id get(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0) == OBJ_NONE ? 0 : arg(w, a, 0);
	obj_id type = a->count > 1 && arg(w, a, 1) != OBJ_NONE ? arg(w, a, 1) : 0;
	obj_id result = 0;

	if (!o && !type)
		return raise_error(w, T_TYPE_ERROR, "__get__(None, None) is invalid");
	enum outcome outcome = bind_attribute(
		w, a->self, o, type ? type : obj_class(w, o), a->dst, &result);

	return outcome_result(outcome, result);
}

obj_id function_get(struct world *w, const struct args *a)
{
	return get(w, a);
}

obj_id method_get(struct world *w, const struct args *a)
{
	return get(w, a);
}

obj_id property_get(struct world *w, const struct args *a)
{
	return get(w, a);
}

obj_id classmethod_get(struct world *w, const struct args *a)
{
	return get(w, a);
}

obj_id staticmethod_get(struct world *w, const struct args *a)
{
	return get(w, a);
}

static void set(struct world *w, uint32_t f, obj_id value)
{
	struct args a = builtin_args(w, f);

	if (frame_state(w, f)) {
		set_word(w, builtin_local(w, f, 0), word(w, f + FRAME_RESULT));
		set_word(w, f + FRAME_RESULT, 0);
		builtin_return(w, reg(w, REG_EXCEPTION) ? 0 : OBJ_NONE);
		return;
	}
	set_frame_state(w, f, 1);
	if (property_store(w, a.self, arg(w, &a, 0), value, f + FRAME_RESULT) ==
		OUT_ERROR)
		builtin_return(w, 0);
}

void property_set(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	set(w, f, arg(w, &a, 1));
}

void property_delete(struct world *w, uint32_t f)
{
	set(w, f, 0);
}
