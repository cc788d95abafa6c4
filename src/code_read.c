#include "code_read.h"

#include "dialect.h"

const struct code *code_of(const struct world *w, obj_id o)
{
	return w->unit->codes[word(w, obj_payload(w, o) + obj_n(w, o))];
}

static uint32_t calls_at(const struct world *w, obj_id o)
{
	return obj_payload(w, o) + obj_n(w, o) + 1;
}

uint32_t code_calls(const struct world *w, obj_id o)
{
	return word(w, calls_at(w, o));
}

void code_count_call(struct world *w, obj_id o)
{
	if (code_calls(w, o) < w->dialect->hot_calls)
		set_word(w, calls_at(w, o), code_calls(w, o) + 1);
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
