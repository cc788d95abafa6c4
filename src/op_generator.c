#include "interp.h"

#include "errors.h"
#include "generator.h"
#include "handled.h"
#include "special.h"

/* Operations of generators. */

enum flow do_RETURN_GENERATOR(struct world *w, uint32_t f, const struct op *op)
{
	(void)op;
	generator_make(w, f);
	return FLOW_STAY;
}

enum flow do_YIELD(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id value = word(w, top);

	if (!handled_restore(w, f))
		return FLOW_STAY;
	set_word(w, top, 0);
	generator_yield(w, f, value);
	return FLOW_STAY;
}

enum flow do_GET_YIELD_FROM(struct world *w, uint32_t f, const struct op *op)
{
	return do_GET_ITER(w, f, op);
}

/* [it v -> r] */
static enum flow delegate_over(
	struct world *w, uint32_t f, const struct op *op, obj_id r)
{
	uint32_t base = slot_at(f, op->sp - 2u);
	obj_id it = word(w, base), v = word(w, base + 1);

	set_word(w, base, r);
	set_word(w, base + 1, 0);
	set_frame_flags(w, f, frame_flags(w, f) & ~(uint32_t)GENERATOR_ENDED);
	set_frame_state(w, f, SEND_START);
	drop_all(w, (struct owned[]){{.object = v}, {.object = it}}, 2);
	return FLOW_JUMP;
}

/* What it waits for has given something, or ended. */
static enum flow answered(struct world *w, uint32_t f, const struct op *op)
{
	obj_id r = take_result(w, f);

	if (frame_flags(w, f) & GENERATOR_ENDED)
		return delegate_over(w, f, op, r);
	set_word(w, slot_at(f, op->sp - 1u), r);
	return FLOW_NEXT;
}

static enum flow raise_here(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id exception = word(w, top);

	set_word(w, top, 0);
	set_frame_state(w, f, SEND_START);
	set_reg(w, REG_EXCEPTION, exception);
	world_event(w,
		(struct event){.kind = EV_RAISE, .object = obj_serial(w, exception)});
	return FLOW_STAY;
}

static enum flow delegate(struct world *w, uint32_t f, const struct op *op,
	enum delegate_mode mode, enum send_state next)
{
	delegate_push(
		w, operand(w, f, op, 1), operand(w, f, op, 0), mode, f + FRAME_RESULT);
	set_frame_state(w, f, next);
	return FLOW_STAY;
}

static enum flow send_value(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id it = operand(w, f, op, 1), v = word(w, top);

	if (obj_kind(w, it) != KIND_GENERATOR)
		return delegate(w, f, op, DELEGATE_SEND, SEND_WAIT);
	if (generator_state(w, it) == GENERATOR_FINISHED)
		return delegate_over(w, f, op, OBJ_NONE);
	if (generator_send(w, it, v, GENERATOR_DELEGATED, f + FRAME_RESULT)) {
		set_word(w, top, 0);
		set_frame_state(w, f, SEND_WAIT);
	}
	return FLOW_STAY;
}

/* An exception that was thrown into this generator goes on to what it waits for;
 * GeneratorExit closes that first. */
static enum flow throw_value(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	obj_id it = operand(w, f, op, 1), e = word(w, top);
	bool generator = obj_kind(w, it) == KIND_GENERATOR;

	if (exception_is(w, e, T_GENERATOR_EXIT))
		return delegate(w, f, op, DELEGATE_CLOSE, SEND_CLOSING);
	if (!generator)
		return delegate(w, f, op, DELEGATE_THROW, SEND_WAIT);
	if (generator_state(w, it) == GENERATOR_FINISHED)
		return raise_here(w, f, op);
	if (generator_throw_in(w, it, e, GENERATOR_DELEGATED, f + FRAME_RESULT)) {
		set_word(w, top, 0);
		set_frame_state(w, f, SEND_WAIT);
	}
	return FLOW_STAY;
}

enum flow do_SEND(struct world *w, uint32_t f, const struct op *op)
{
	switch ((enum send_state)frame_state(w, f)) {
	case SEND_WAIT:
		return answered(w, f, op);
	case SEND_THROW:
		return throw_value(w, f, op);
	case SEND_CLOSING:
		take_result(w, f);
		return raise_here(w, f, op);
	default:
		return send_value(w, f, op);
	}
}
