#include "code_read.h"

const struct code *code_of(const struct world *w, obj_id o)
{
	return w->unit->codes[word(w, obj_payload(w, o) + obj_n(w, o))];
}

obj_id code_constant(const struct world *w, obj_id o, uint32_t i)
{
	return obj_field(w, o, i);
}

obj_id code_name(const struct world *w, obj_id o, uint32_t i)
{
	return obj_field(w, o, code_of(w, o)->constant_count + i);
}

obj_id code_slot_name(const struct world *w, obj_id o, uint32_t i)
{
	const struct code *code = code_of(w, o);

	return obj_field(w, o, code->constant_count + code->name_count + i);
}

obj_id code_object_name(const struct world *w, obj_id o)
{
	return obj_field(w, o, obj_n(w, o) - 2);
}

obj_id code_object_qualname(const struct world *w, obj_id o)
{
	return obj_field(w, o, obj_n(w, o) - 1);
}
