#include "builtin.h"

#include "dealloc.h"
#include "exception.h"
#include "gc.h"
#include "handled.h"
#include "list.h"

/* sys.exc_info(), sys.exception(), sys.exc_clear(). */

obj_id sys_exc_info(struct world *w, const struct args *a)
{
	obj_id e = handled_exception(w), tb = handled_traceback(w);
	obj_id items[3] = {OBJ_NONE, OBJ_NONE, OBJ_NONE};

	(void)a;
	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 3)))
		return RESULT_AGAIN;
	if (e) {
		items[0] = exception_class(w, e);
		items[1] = e;
		items[2] = tb ? tb : OBJ_NONE;
	}
	for (unsigned i = 0; i < 3; i++)
		hold(w, items[i]);
	return tuple_of(w, items, 3);
}

obj_id sys_exception(struct world *w, const struct args *a)
{
	obj_id e = handled_exception(w);

	(void)a;
	if (!e)
		return OBJ_NONE;
	hold(w, e);
	return e;
}

obj_id sys_exc_clear(struct world *w, const struct args *a)
{
	struct owned list[HANDLED_DROPS] = {{0}};

	(void)a;
	handled_forget(w, list);
	drop_all(w, list, HANDLED_DROPS);
	return OBJ_NONE;
}
