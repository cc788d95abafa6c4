#include "special.h"

#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "list.h"
#include "weakref.h"

/* The item that makes a tuple unhashable; or the value itself. */
static obj_id culprit(struct world *w, obj_id o)
{
	uint64_t hash;

	for (uint32_t depth = 0; obj_kind(w, o) == KIND_TUPLE && depth < 100; depth++) {
		uint32_t i = 0;

		while (i < obj_n(w, o) && hash_value(w, item(w, o, i), &hash))
			i++;
		if (i == obj_n(w, o))
			break;
		o = item(w, o, i);
	}
	return o;
}

bool hash_or_raise(struct world *w, obj_id o, uint64_t *hash)
{
	if (hash_value(w, o, hash))
		return true;
	o = culprit(w, o);
	if (w->dialect->version.major == 2 && obj_kind(w, o) == KIND_SLICE)
		raise_error(w, T_TYPE_ERROR, "unhashable type");
	else if (obj_kind(w, o) == KIND_OLD_INSTANCE)
		raise_error(w, T_TYPE_ERROR, "%s",
			special(w, o, N_HASH) == OBJ_NONE
				? "'NoneType' object is not callable"
				: "unhashable instance");
	else if (obj_kind(w, o) == KIND_WEAKREF && !is_weak_proxy(w, o) &&
		!weakref_referent(w, o))
		raise_error(w, T_TYPE_ERROR, "weak object has gone away");
	else
		raise_error(
			w, T_TYPE_ERROR, "unhashable type: '%s'", type_name_of(w, o));
	return false;
}
