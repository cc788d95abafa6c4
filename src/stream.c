#include "stream.h"

#include "dict.h"
#include "gclist.h"

obj_id stream_new(struct world *w, uint32_t stream)
{
	obj_id o = obj_new_fields(w, KIND_PARTS, type_object(T_FILE), PARTS_WORDS);

	set_obj_field(w, o, PARTS_STREAM, stream);
	obj_born(w, o);
	gc_track(w, o);
	return o;
}

int stream_of(const struct world *w, obj_id o)
{
	if (!o || obj_kind(w, o) != KIND_PARTS ||
		obj_class(w, o) != type_object(T_FILE))
		return 0;
	return (int)obj_field(w, o, PARTS_STREAM);
}

obj_id stream_current(const struct world *w)
{
	obj_id sys = dict_get(w, reg(w, REG_MODULES), name_object(N_SYS));

	return sys ? dict_get(w, obj_field(w, sys, MODULE_DICT), name_object(N_STDOUT))
		   : 0;
}

bool stream_softspace(const struct world *w, obj_id o)
{
	return obj_field(w, o, PARTS_SOFTSPACE);
}

void stream_set_softspace(struct world *w, obj_id o, bool on)
{
	set_obj_field(w, o, PARTS_SOFTSPACE, on);
}
