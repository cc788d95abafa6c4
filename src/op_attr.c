#include "interp.h"

#include "attr.h"
#include "codeobject.h"
#include "list.h"

/* Attributes, and calls. */

static obj_id name_of(const struct world *w, uint32_t f, const struct op *op)
{
	return code_name(w, word(w, frame_slot(f, PY_CODE)), (uint32_t)op->arg);
}

enum flow do_LOAD_ATTR(struct world *w, uint32_t f, const struct op *op)
{
	obj_id result = 0;
	enum outcome outcome;

	if (frame_state(w, f))
		return finish(w, f, op, 1, take_result(w, f));
	outcome = attr_load(
		w, operand(w, f, op, 0), name_of(w, f, op), f + FRAME_RESULT, &result);
	return settle_outcome(w, f, op, outcome, 1, result);
}

enum flow do_LOAD_METHOD(struct world *w, uint32_t f, const struct op *op)
{
	obj_id o = operand(w, f, op, 0);
	uint32_t base = slot_at(f, op->sp - 1u);
	obj_id function, result = 0;
	enum outcome outcome = OUT_VALUE;

	if (frame_state(w, f) == 0) {
		function = attr_method(w, o, name_of(w, f, op));
		if (function) {
			set_word(w, base + 1, o);
			set_word(w, base, function);
			incref(w, function, NULL);
			return FLOW_NEXT;
		}
		outcome = attr_load(w, o, name_of(w, f, op), f + FRAME_RESULT, &result);
	} else {
		result = take_result(w, f);
	}
	if (outcome != OUT_VALUE)
		return settle_outcome(w, f, op, outcome, 1, 0);
	set_word(w, base, 0);
	set_word(w, base + 1, result);
	drop(w, o, NULL);
	return FLOW_NEXT;
}

/* [v o ->]: the value moves, what was there and the object are dropped. */
enum flow do_STORE_ATTR(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id o = word(w, top), value = word(w, top - 1);
	struct owned list[3];

	if (frame_state(w, f)) {
		obj_id result = take_result(w, f);

		set_word(w, top, 0);
		set_word(w, top - 1, 0);
		drop_all(w,
			(struct owned[]){
				{.object = result}, {.object = value}, {.object = o}},
			3);
		return FLOW_NEXT;
	}
	set_word(w, top - 1, 0);
	switch (attr_store(w, o, name_of(w, f, op), value, f + FRAME_RESULT, list)) {
	case OUT_VALUE:
		set_word(w, top, 0);
		list[2] = (struct owned){.object = o};
		drop_all(w, list, 3);
		return FLOW_NEXT;
	case OUT_PUSHED:
		set_frame_state(w, f, 1);
		break;
	default:
		break;
	}
	set_word(w, top - 1, value);
	return FLOW_STAY;
}

enum flow do_DEL_ATTR(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id o = word(w, top);
	struct owned list[3] = {{0}};

	if (frame_state(w, f)) {
		list[0].object = take_result(w, f);
	} else {
		switch (attr_store(
			w, o, name_of(w, f, op), 0, f + FRAME_RESULT, list)) {
		case OUT_PUSHED:
			set_frame_state(w, f, 1);
			return FLOW_STAY;
		case OUT_VALUE:
			break;
		default:
			return FLOW_STAY;
		}
	}
	set_word(w, top, 0);
	list[2] = (struct owned){.object = o};
	drop_all(w, list, 3);
	return FLOW_NEXT;
}
