#include "interp.h"

#include <stdlib.h>

#include "codeobject.h"
#include "dialect.h"
#include "errors.h"
#include "frameobject.h"
#include "gc.h"
#include "generator.h"
#include "handled.h"
#include "passing.h"
#include "suggest.h"
#include "traceback.h"
#include "trashcan.h"
#include "xalloc.h"

static op_fn *const operations[OP_CODES] = {
#define OP(name, text) do_##name,
#include "op.def"
#undef OP
};

enum flow push_held(struct world *w, uint32_t f, const struct op *op, obj_id v)
{
	set_word(w, slot_at(f, op->sp), v);
	incref(w, v, NULL);
	return FLOW_NEXT;
}

enum flow finish(struct world *w, uint32_t f, const struct op *op, uint32_t consumed,
	obj_id result)
{
	uint32_t base = slot_at(f, op->sp - consumed);
	struct owned list[8];

	assert(consumed <= 8);
	for (uint32_t i = 0; i < consumed; i++) {
		list[i] = (struct owned){.object = word(w, base + i)};
		set_word(w, base + i, 0);
	}
	if (result)
		set_word(w, base, result);
	drop_all(w, list, consumed);
	return FLOW_NEXT;
}

obj_id take_result(struct world *w, uint32_t f)
{
	obj_id result = word(w, f + FRAME_RESULT);

	set_word(w, f + FRAME_RESULT, 0);
	set_frame_state(w, f, PYTHON_RUNNING);
	return result;
}

enum flow settle_outcome(struct world *w, uint32_t f, const struct op *op,
	enum outcome outcome, uint32_t consumed, obj_id result)
{
	if (outcome == OUT_VALUE)
		return finish(w, f, op, consumed, result);
	if (outcome == OUT_PUSHED)
		set_frame_state(w, f, frame_state(w, f) + 1);
	return FLOW_STAY;
}

/* How many operations run in one turn when nobody looks. */
#define TURN 1000

/* Drops one slot of the frame that ends; false: something runs first. */
static bool drop_slot(struct world *w, uint32_t f, uint32_t i, obj_id name)
{
	obj_id o = word(w, frame_slot(f, i));
	struct place p = {PLACE_LOCAL, 0, i, name};

	if (!o)
		return true;
	set_word(w, frame_slot(f, i), 0);
	drop(w, o, name ? &p : NULL);
	return reg(w, REG_TOP) == f;
}

/* The order in which a frame gives up what it holds (frame_dealloc,
 * _PyFrame_Clear): locals, cells, free cells; then the function and the rest. */
static bool drop_slots(struct world *w, uint32_t f)
{
	static const uint8_t last[] = {PY_FUNCTION, PY_NAMES, PY_GLOBALS, PY_CODE};
	obj_id code_object = word(w, frame_slot(f, PY_CODE));
	const struct code *code = code_of(w, code_object);
	uint32_t n = code->local_count + code->cell_count + code->free_count;

	for (uint32_t k = 0; k < n; k++) {
		uint32_t i = w->dialect->locals_backwards ? n - 1 - k : k;

		if (!drop_slot(w, f, PY_FIRST + i, code_slot_name(w, code_object, i)))
			return false;
	}
	for (uint32_t k = 0; k < sizeof(last) - 1; k++) {
		if (!drop_slot(w, f, last[k], 0))
			return false;
	}
	return true;
}

/* What a frame that has given up everything delivers; returns what is to be dropped
 * in the end. */
static obj_id deliver(struct world *w, uint32_t f, bool raising, obj_id result)
{
	obj_id dropped = 0;

	if (word(w, frame_extra(w, f, PY_GENERATOR))) {
		result = generator_outcome(w, f, raising, result, &dropped);
	} else if (raising) {
		set_reg(w, REG_EXCEPTION, result);
		result = 0;
	}
	if (!word(w, f + FRAME_DST)) {
		dropped = result;
		result = 0;
	}
	frame_pop(w, result);
	return dropped;
}

/* Up to 3.10 the end of a frame is a deallocation: of its frame object, if there is
 * one, which has everything then. */
static void begin_drop(struct world *w, uint32_t f)
{
	bool first = !(frame_flags(w, f) & FRAME_ENDS);

	add_frame_flags(w, f, FRAME_ENDS);
	if (word(w, f + FRAME_OBJECT)) {
		add_frame_flags(w, f, FRAME_TAKEN);
		frame_object_take(w, f);
	} else if (!first || !w->dialect->frame_objects) {
		return;
	} else if (trash_full(w, false)) {
		add_frame_flags(w, f, FRAME_TAKEN);
		frame_object(w, f);
		frame_object_take(w, f);
	} else {
		add_frame_flags(w, f, FRAME_COUNTED);
		trash_enter(w, 1);
	}
}

/* Drops the locals one after another; the frame ends when all are gone. */
static void leave_frame(struct world *w, uint32_t f)
{
	bool raising = frame_state(w, f) == PYTHON_RAISING;
	bool counted;
	obj_id result, code;

	if (!handled_restore(w, f))
		return;
	generator_finish(w, f);
	begin_drop(w, f);
	if (reg(w, REG_TOP) != f || !drop_slots(w, f))
		return;
	code = word(w, frame_slot(f, PY_CODE));
	if (!(frame_flags(w, f) & FRAME_TAKEN))
		pass_frame_end(w, code);
	if (word(w, frame_extra(w, f, PY_HELD)))
		pass_release(w, word(w, frame_extra(w, f, PY_HELD)));
	set_word(w, frame_slot(f, PY_CODE), 0);
	result = word(w, frame_slot(f, PY_EXTRA));
	set_word(w, frame_slot(f, PY_EXTRA), 0);
	set_reg(w, REG_DEPTH, reg(w, REG_DEPTH) - 1);
	counted = frame_flags(w, f) & FRAME_COUNTED;
	result = deliver(w, f, raising, result);
	world_event(w, (struct event){.kind = EV_RETURN, .now = reg(w, REG_DEPTH)});
	if (counted)
		trash_leave(w, 1, false);
	drop_all(w, (struct owned[]){{.object = result}, {.object = code}}, 2);
}

/* 3.12+: where the eval breaker is looked at (RESUME, JUMP_BACKWARD, the end of a
 * call); whether a collection starts now. */
static bool break_for_collection(struct world *w)
{
	return reg(w, REG_GC_PENDING) && w->dialect->gc_at_breaker && gc_breaker(w);
}

/* Whether one that became due in the middle of an operation starts before the
 * operation at PC. */
static bool collects_before(struct world *w, uint32_t pc)
{
	return (pc == 0 || !w->dialect->gc_at_breaker) && gc_breaker(w);
}

/* What a call has freed may have emptied the trashcan. */
static void break_for_trash(struct world *w)
{
	if (!reg(w, REG_TRASH_DUE))
		return;
	set_reg(w, REG_TRASH_DUE, 0);
	trash_leave(w, 0, false);
}

/* One operation; whether the same frame can go on at once. */
static bool run_operation(struct world *w, uint32_t f, const struct code *code)
{
	uint32_t pc = word(w, frame_extra(w, f, PY_PC));
	const struct op *op = &code->ops[pc];
	uint32_t at = frame_extra(w, f, PY_AT);
	bool breaks = false;

	gc_begin_account(w);
	if (reg(w, REG_GC_PENDING) && collects_before(w, pc))
		return false;
	if (word(w, at))
		set_word(w, at, 0);
	switch (operations[op->code](w, f, op)) {
	case FLOW_NEXT:
		set_word(w, frame_extra(w, f, PY_PC), pc + 1);
		breaks = op->code == OP_CALL || op->code == OP_CALL_KW;
		break;
	case FLOW_JUMP:
		set_word(w, frame_extra(w, f, PY_PC), (uint32_t)op->arg);
		breaks = (uint32_t)op->arg <= pc;
		break;
	case FLOW_STAY:
		return false;
	}
	if (reg(w, REG_TOP) == f && reg(w, REG_EXCEPTION))
		return false;
	if (breaks)
		break_for_trash(w);
	if (reg(w, REG_TOP) == f && !(breaks && break_for_collection(w)))
		return true;
	set_word(w, at, pc + 1);
	return false;
}

void interp_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);
	const struct code *code;
	unsigned turns = w->arena.recording ? 1 : TURN;

	if (frame_state(w, f) >= PYTHON_RETURNING) {
		leave_frame(w, f);
		return;
	}
	code = code_of(w, word(w, frame_slot(f, PY_CODE)));
	while (turns-- && run_operation(w, f, code))
		continue;
}

/* Takes the operands from slot SP on off, top first, and what an operation
 * under way had put aside. */
static uint32_t take_operands(
	struct world *w, uint32_t f, uint32_t count, uint32_t sp, struct owned *list)
{
	uint32_t n = 0;

	for (uint32_t i = count; i-- > sp;) {
		obj_id o = word(w, slot_at(f, i));

		if (!o)
			continue;
		list[n++] = (struct owned){.object = o};
		set_word(w, slot_at(f, i), 0);
	}
	if (word(w, frame_slot(f, PY_EXTRA)))
		list[n++] = (struct owned){.object = word(w, frame_slot(f, PY_EXTRA))};
	return n;
}

/* Whatever __getattr__ or a property raises is about the attribute that was asked for
 * (PyObject_GetAttr). */
static void note_attribute(
	struct world *w, uint32_t f, const struct code *code, obj_id exception)
{
	const struct op *op = &code->ops[word(w, frame_extra(w, f, PY_PC))];
	obj_id o;

	if ((op->code != OP_LOAD_ATTR && op->code != OP_LOAD_METHOD) ||
		!exception_is(w, exception, T_ATTRIBUTE_ERROR))
		return;
	o = operand(w, f, op, 0);
	if (o)
		suggest_note(w, exception,
			code_name(
				w, word(w, frame_slot(f, PY_CODE)), (uint32_t)op->arg),
			o);
}

void interp_unwind(struct world *w, uint32_t f)
{
	const struct code *code = code_of(w, word(w, frame_slot(f, PY_CODE)));
	const struct handler *h = code_handler(code, word(w, frame_extra(w, f, PY_PC)));
	obj_id exception = reg(w, REG_EXCEPTION);
	uint32_t sp =
		h ? h->sp : code->local_count + code->cell_count + code->free_count;
	struct owned *list = xcalloc(code->slot_count - sp + 1u, sizeof(*list));
	uint32_t count;

	note_attribute(w, f, code, exception);
	count = take_operands(w, f, code->slot_count, sp, list);
	set_reg(w, REG_EXCEPTION, 0);
	set_word(w, f + FRAME_RESULT, 0);
	if (!(frame_flags(w, f) & FRAME_NO_TRACEBACK) && !(code->flags & CODE_NATIVE))
		traceback_add(w, exception, f);
	set_frame_flags(
		w, f, frame_flags(w, f) & (GENERATOR_ITERATED | GENERATOR_DELEGATED));
	if (h) {
		set_word(w, frame_slot(f, PY_EXTRA), 0);
		set_word(w, slot_at(f, sp), exception);
		set_word(w, frame_extra(w, f, PY_PC), h->handler);
		set_frame_state(w, f, PYTHON_RUNNING);
	} else {
		set_word(w, frame_slot(f, PY_EXTRA), exception);
		set_frame_state(w, f, PYTHON_RAISING);
	}
	drop_all(w, list, count);
	free(list);
}
