#include "builtin.h"

#include "gclist.h"

const struct builtin builtin_table[BUILTIN_COUNT] = {
#define FN(owner, name, function, arity, min, max, since, until, flags) \
	{name, owner, function, NULL, arity, min, max, since, until, flags},
#define STEP(owner, name, function, arity, min, max, since, until, flags) \
	{name, owner, NULL, function, arity, min, max, since, until, flags},
#define MIXED(owner, name, function, arity, min, max, since, until, flags) \
	{name, owner, function, function##_step, arity, min, max, since, until, flags},
#include "builtin.def"
#undef MIXED
#undef FN
#undef STEP
};

bool builtin_exists(const struct builtin *b, struct py_version v)
{
	uint16_t number = (uint16_t)(v.major * 100 + v.minor);

	return number >= b->since && (!b->until || number <= b->until);
}

obj_id builtin_new(struct world *w, uint32_t id, obj_id self, obj_id module)
{
	return builtin_new_of(w, T_BUILTIN, id, self, module);
}

obj_id builtin_new_of(struct world *w, enum builtin_type type, uint32_t id, obj_id self,
	obj_id module)
{
	obj_id o = obj_new_fields(w, KIND_BUILTIN, type_object(type), BUILTIN_WORDS);

	if (self)
		hold(w, self);
	set_obj_field(w, o, BUILTIN_SELF, self);
	if (module)
		hold(w, module);
	set_obj_field(w, o, BUILTIN_MODULE, module);
	set_obj_field(w, o, BUILTIN_ID, id);
	obj_born(w, o);
	gc_track(w, o);
	return o;
}
