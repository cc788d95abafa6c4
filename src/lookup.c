#include "lookup.h"

#include "dict.h"

obj_id type_lookup(const struct world *w, obj_id type, obj_id name)
{
	obj_id mro = obj_field(w, type, TYPE_MRO);

	for (uint32_t i = 0; i < obj_n(w, mro); i++) {
		obj_id found = dict_get(w, obj_field(w, obj_field(w, mro, i), TYPE_DICT), name);

		if (found)
			return found;
	}
	return 0;
}

bool type_is_subtype(const struct world *w, obj_id type, obj_id base)
{
	obj_id mro = obj_field(w, type, TYPE_MRO);

	for (uint32_t i = 0; i < obj_n(w, mro); i++) {
		if (obj_field(w, mro, i) == base)
			return true;
	}
	return false;
}
