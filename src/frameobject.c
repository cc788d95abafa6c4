#include "frameobject.h"

#include "code.h"
#include "codeobject.h"
#include "dealloc.h"
#include "dialect.h"
#include "gccount.h"
#include "gclist.h"
#include "generator.h"
#include "interp.h"
#include "trashcan.h"

void frame_object_tell(struct world *w, obj_id o, uint32_t f, bool runs)
{
	const struct code *code = code_of(w, word(w, frame_slot(f, PY_CODE)));
	uint32_t pc = frame_operation(w, f);

	set_obj_field(w, o, FRAME_OBJECT_RUNNING, runs ? f : 0);
	set_obj_field(w, o, FRAME_OBJECT_LINE, (uint32_t)code->ops[pc].line);
}

static uint32_t code_slots(const struct world *w, uint32_t f)
{
	const struct code *code = code_of(w, word(w, frame_slot(f, PY_CODE)));

	return (uint32_t)code->local_count + code->cell_count + code->free_count;
}

/* A frame object for F with room for N slots. */
static obj_id new_frame_object(struct world *w, uint32_t f, uint32_t n)
{
	static const uint8_t fields[][2] = {{FRAME_OBJECT_CODE, PY_CODE},
		{FRAME_OBJECT_GLOBALS, PY_GLOBALS}, {FRAME_OBJECT_NAMES, PY_NAMES},
		{FRAME_OBJECT_FUNCTION, PY_FUNCTION}};
	obj_id o;

	if (!w->dialect->frame_objects)
		gc_count_new(w, FREE_NONE);
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

obj_id frame_object(struct world *w, uint32_t f)
{
	obj_id o = word(w, f + FRAME_OBJECT);

	return o ? o : new_frame_object(w, f, code_slots(w, f));
}

void frame_object_for_generator(struct world *w, uint32_t f)
{
	uint32_t n = code_of(w, word(w, frame_slot(f, PY_CODE)))->slot_count;

	gc_track(w, new_frame_object(w, f, n));
}

/* 3.11+: of a suspended generator that has none yet. */
static obj_id suspended_frame_object(struct world *w, obj_id g)
{
	static const uint8_t fields[][2] = {{FRAME_OBJECT_CODE, GENERATOR_FRAME_CODE},
		{FRAME_OBJECT_GLOBALS, GENERATOR_GLOBALS},
		{FRAME_OBJECT_FUNCTION, GENERATOR_FUNCTION}};
	const struct code *code = code_of(w, obj_field(w, g, GENERATOR_FRAME_CODE));
	uint32_t n = (uint32_t)code->local_count + code->cell_count + code->free_count;
	obj_id o = obj_field(w, g, GENERATOR_FRAME);

	if (o)
		return o;
	gc_count_new(w, gc_free_list(w, KIND_FRAME, 0));
	o = obj_new_fields(w, KIND_FRAME, type_object(T_FRAME), FRAME_OBJECT_HEAD + n);
	for (unsigned i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		obj_id value = obj_field(w, g, fields[i][1]);

		hold(w, value);
		set_obj_field(w, o, fields[i][0], value);
	}
	set_obj_field(w, o, FRAME_OBJECT_LINE,
		(uint32_t)code->ops[obj_field(w, g, GENERATOR_PC)].line);
	set_obj_field(w, o, FRAME_OBJECT_SLOTS, n);
	set_obj_field(w, g, GENERATOR_FRAME, o);
	obj_born(w, o);
	return o;
}

obj_id generator_frame_object(struct world *w, obj_id g)
{
	uint32_t f = obj_field(w, g, GENERATOR_RUNNING);

	if (f)
		return frame_object(w, f);
	if (generator_state(w, g) == GENERATOR_FINISHED)
		return 0;
	return suspended_frame_object(w, g);
}

/* Up to 3.10 a frame that ends is no longer the current one. */
static bool may_be_caller(const struct world *w, uint32_t f)
{
	return frame_kind(w, f) == FRAME_PYTHON &&
		!(w->dialect->frame_objects && (frame_flags(w, f) & FRAME_ENDS));
}

/* The frame that F was called from, as an object; up to 3.11 a generator's frame
 * forgets it whenever it stops. */
static obj_id caller_object(struct world *w, uint32_t f)
{
	uint32_t caller = word(w, f + FRAME_LINK);

	if (!py_at_least(w->dialect->version, 3, 12) &&
		word(w, frame_extra(w, f, PY_GENERATOR)))
		return 0;
	while (caller && !may_be_caller(w, caller))
		caller = word(w, caller + FRAME_LINK);
	return caller ? frame_object(w, caller) : 0;
}

void frame_object_take(struct world *w, uint32_t f)
{
	obj_id o = word(w, f + FRAME_OBJECT), back;
	uint32_t n;

	if (!o)
		return;
	set_word(w, f + FRAME_OBJECT, 0);
	frame_object_tell(w, o, f, false);
	if (obj_rc(w, o) == 1 && !w->dialect->frame_objects) {
		drop(w, o, NULL);
		return;
	}
	n = code_slots(w, f);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t slot = frame_slot(f, PY_FIRST + i);

		set_obj_field(w, o, FRAME_OBJECT_HEAD + i, word(w, slot));
		set_word(w, slot, 0);
	}
	back = obj_rc(w, o) > 1 || trash_full(w, false) ? caller_object(w, f) : 0;
	if (back)
		hold(w, back);
	set_obj_field(w, o, FRAME_OBJECT_BACK, back);
	if (!obj_tracked(w, o) && obj_rc(w, o) > 1)
		gc_track(w, o);
	drop(w, o, NULL);
}
