#include "builtin.h"

#include "attrs.h"
#include "dealloc.h"

/* Attributes of objects, types, functions, methods and cells. */

static obj_id held(struct world *w, obj_id o)
{
	if (!o)
		o = OBJ_NONE;
	hold(w, o);
	return o;
}

/* __dict__ and __weakref__ of instances: descriptors of their class. */
obj_id object_dict(struct world *w, const struct args *a)
{
	return held(w, instance_dict(w, a->self));
}

obj_id object_weakref(struct world *w, const struct args *a)
{
	return held(w, obj_weak(w, a->self));
}

obj_id object_class(struct world *w, const struct args *a)
{
	if (obj_kind(w, a->self) == KIND_OLD_INSTANCE)
		return held(w, obj_field(w, a->self, OLD_INSTANCE_CLASS));
	return held(w, obj_class(w, a->self));
}

obj_id type_attr_name(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, TYPE_NAME));
}

obj_id type_attr_mro(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, TYPE_MRO));
}

obj_id type_attr_bases(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, TYPE_BASES));
}

obj_id function_name(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, FUNCTION_NAME));
}

obj_id function_closure(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, FUNCTION_CLOSURE));
}

obj_id function_defaults(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, FUNCTION_DEFAULTS));
}

obj_id function_code(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, FUNCTION_CODE));
}

obj_id function_globals(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, FUNCTION_GLOBALS));
}

obj_id cell_contents(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, CELL_CONTENT));
}

obj_id method_self(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, METHOD_SELF));
}

obj_id method_function(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, METHOD_FUNCTION));
}
