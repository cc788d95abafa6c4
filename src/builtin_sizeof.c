#include "builtin.h"

#include "arguments.h"
#include "dialect.h"
#include "errors.h"
#include "number.h"
#include "objsize.h"
#include "refuse.h"
#include "special.h"
#include "text.h"

/* sys.getsizeof(), and __sizeof__() of what is built in. */

static obj_id known(struct world *w, obj_id o, int64_t size)
{
	if (size >= 0)
		return int_new(w, size);
	return refuse(w, "sys.getsizeof() of '%s' objects is outside gcrefs's language",
		type_name_of(w, o));
}

obj_id object_sizeof(struct world *w, const struct args *a)
{
	return known(w, a->self, object_own_size(w, a->self));
}

#define SIZEOF(name) \
	obj_id name(struct world *w, const struct args *a) \
	{ \
		return object_sizeof(w, a); \
	}

SIZEOF(type_sizeof)
SIZEOF(int_sizeof)
SIZEOF(long_sizeof)
SIZEOF(str_sizeof)
SIZEOF(bytes_sizeof)
SIZEOF(list_sizeof)
SIZEOF(dict_sizeof)
SIZEOF(set_sizeof)
SIZEOF(frozenset_sizeof)
SIZEOF(code_sizeof)
SIZEOF(frame_sizeof)
SIZEOF(generator_sizeof)

static obj_id size_argument(struct world *w, const struct args *a)
{
	uint32_t n = args_positional(w, a);
	obj_id o;

	if (!args_known(w, a, "getsizeof",
		    (const char *const[]){"object", "default", NULL}))
		return 0;
	o = n ? arg(w, a, 0) : args_keyword(w, a, "object");
	if (!o)
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 7)
				? "getsizeof() missing required argument 'object' (pos 1)"
				: "Required argument 'object' (pos 1) not found");
	else if (a->count > 2)
		raise_error(w, T_TYPE_ERROR,
			"getsizeof() takes at most 2 arguments (%u given)", a->count);
	return reg(w, REG_EXCEPTION) ? 0 : o;
}

obj_id sys_getsizeof(struct world *w, const struct args *a)
{
	obj_id o = size_argument(w, a);

	if (!o)
		return 0;
	return special(w, o, N_SIZEOF) ? RESULT_STEP : known(w, o, object_size(w, o));
}

/* __sizeof__ in Python: what stands in front of the object is added. */
void sys_getsizeof_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o = size_argument(w, &a), value = word(w, f + FRAME_RESULT);
	int64_t size = 0;

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		push_special(w, special(w, o, N_SIZEOF), o, 0, 0, f + FRAME_RESULT);
		return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, 0), value);
	if (!reg(w, REG_EXCEPTION) && index_value(w, value, false, &size) != OUT_VALUE)
		raise_error(w, T_TYPE_ERROR,
			w->dialect->version.major == 2
				? "an integer is required"
				: "'%s' object cannot be interpreted as an integer",
			type_name_of(w, value));
	builtin_return(
		w, reg(w, REG_EXCEPTION) ? 0 : int_new(w, size + object_front(w, o)));
}

obj_id sys_getdefaultencoding(struct world *w, const struct args *a)
{
	(void)a;
	return native_from(w, w->dialect->version.major == 2 ? "ascii" : "utf-8");
}
