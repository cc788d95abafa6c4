#include "builtin.h"

#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "list.h"
#include "number.h"

/* The sys module. */

/* getrefcount(o): its own argument counts, and on the way there nothing else. */
obj_id sys_getrefcount(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0);

	if (obj_immortal(w, o))
		return int_new(
			w, w->dialect->version.minor >= 14 ? 3221225472 : 4294967295);
	return int_new(w, obj_rc(w, o));
}

obj_id sys_exit(struct world *w, const struct args *a)
{
	return raise_value(w, T_SYSTEM_EXIT, a->count ? arg(w, a, 0) : 0);
}

obj_id sys_getrecursionlimit(struct world *w, const struct args *a)
{
	(void)a;
	return int_new(w, reg(w, REG_RECURSION_LIMIT));
}

obj_id sys_setrecursionlimit(struct world *w, const struct args *a)
{
	obj_id limit = arg(w, a, 0);

	if (!is_int(w, limit))
		return raise_error(w, T_TYPE_ERROR, "an integer is required");
	if (!int_fits(w, limit) || int_value(w, limit) < 1)
		return raise_error(w, T_VALUE_ERROR,
			w->dialect->version.major == 2
				? "recursion limit must be positive"
				: "recursion limit must be greater or equal than 1");
	set_reg(w, REG_RECURSION_LIMIT, (uint32_t)int_value(w, limit));
	return OBJ_NONE;
}

/* sys.version_info: a tuple whose items have names. */

static obj_id version_item(struct world *w, const struct args *a, uint32_t i)
{
	obj_id v = item(w, a->self, i);

	hold(w, v);
	return v;
}

obj_id version_major(struct world *w, const struct args *a)
{
	return version_item(w, a, 0);
}

obj_id version_minor(struct world *w, const struct args *a)
{
	return version_item(w, a, 1);
}

obj_id version_micro(struct world *w, const struct args *a)
{
	return version_item(w, a, 2);
}

obj_id version_releaselevel(struct world *w, const struct args *a)
{
	return version_item(w, a, 3);
}

obj_id version_serial(struct world *w, const struct args *a)
{
	return version_item(w, a, 4);
}

/* sys.implementation: what is in its dict. */

obj_id namespace_dict(struct world *w, const struct args *a)
{
	obj_id dict = obj_field(w, a->self, 0);

	hold(w, dict);
	return dict;
}

static obj_id in_namespace(struct world *w, const struct args *a, uint32_t i)
{
	obj_id v = dict_entry_value(w, obj_field(w, a->self, 0), i);

	hold(w, v);
	return v;
}

obj_id namespace_name(struct world *w, const struct args *a)
{
	return in_namespace(w, a, 0);
}

obj_id namespace_cache_tag(struct world *w, const struct args *a)
{
	return in_namespace(w, a, 1);
}

obj_id namespace_version(struct world *w, const struct args *a)
{
	return in_namespace(w, a, 2);
}

obj_id namespace_hexversion(struct world *w, const struct args *a)
{
	return in_namespace(w, a, 3);
}

obj_id namespace_multiarch(struct world *w, const struct args *a)
{
	return in_namespace(w, a, 4);
}
