#include "frameobject.h"

#include "code.h"
#include "codeobject.h"
#include "dealloc.h"
#include "gclist.h"

static uint32_t code_slots(const struct world *w, uint32_t f)
{
	const struct code *code = code_of(w, word(w, frame_slot(f, PY_CODE)));

	return (uint32_t)code->local_count + code->cell_count + code->free_count;
}

obj_id frame_object(struct world *w, uint32_t f)
{
	static const uint8_t fields[][2] = {{FRAME_OBJECT_CODE, PY_CODE},
		{FRAME_OBJECT_GLOBALS, PY_GLOBALS}, {FRAME_OBJECT_NAMES, PY_NAMES},
		{FRAME_OBJECT_FUNCTION, PY_FUNCTION}};
	obj_id o = word(w, f + FRAME_OBJECT);
	uint32_t n = code_slots(w, f);

	if (o)
		return o;
	o = obj_new_fields(w, KIND_FRAME, type_object(T_FRAME), FRAME_OBJECT_HEAD + n);
	for (unsigned i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		obj_id value = word(w, frame_slot(f, fields[i][1]));

		if (value)
			hold(w, value);
		set_obj_field(w, o, fields[i][0], value);
	}
	set_obj_field(w, o, FRAME_OBJECT_RUNNING, f);
	set_obj_field(w, o, FRAME_OBJECT_SLOTS, n);
	set_word(w, f + FRAME_OBJECT, o);
	obj_born(w, o);
	return o;
}

void frame_object_take(struct world *w, uint32_t f)
{
	obj_id o = word(w, f + FRAME_OBJECT);
	uint32_t n;

	if (!o)
		return;
	set_word(w, f + FRAME_OBJECT, 0);
	set_obj_field(w, o, FRAME_OBJECT_RUNNING, 0);
	set_obj_field(w, o, FRAME_OBJECT_LINE, reg(w, REG_LINE));
	if (obj_rc(w, o) == 1) {
		drop(w, o, NULL);
		return;
	}
	n = code_slots(w, f);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t slot = frame_slot(f, PY_FIRST + i);

		set_obj_field(w, o, FRAME_OBJECT_HEAD + i, word(w, slot));
		set_word(w, slot, 0);
	}
	gc_track(w, o);
	drop(w, o, NULL);
}
