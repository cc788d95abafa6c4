#include "generator_state.h"

#include "codeobject.h"
#include "dialect.h"
#include "lookup.h"

obj_id generator_closer(const struct world *w, obj_id g)
{
	enum generator_state state = generator_state(w, g);

	if (state != GENERATOR_SUSPENDED &&
		(state != GENERATOR_CREATED || py_at_least(w->dialect->version, 3, 12)))
		return 0;
	return type_lookup(w, type_object(T_GENERATOR), name_object(N_CLOSE));
}

bool generator_in_block(const struct world *w, obj_id g)
{
	if (generator_state(w, g) != GENERATOR_SUSPENDED)
		return false;
	return code_handler(code_of(w, obj_field(w, g, GENERATOR_FRAME_CODE)),
		       obj_field(w, g, GENERATOR_PC)) != NULL;
}
