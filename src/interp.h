#ifndef GCREFS_INTERP_H
#define GCREFS_INTERP_H

#include "call.h"
#include "code.h"
#include "dealloc.h"

/*
 * The interpreter: operations of a code object on the slots of its frame.
 *
 * An operation is a function.  It reads and clears its operands on the stack,
 * puts its result there, and drops what it consumed as its last act.  One that
 * needs Python code in its middle pushes a frame whose result comes to
 * FRAME_RESULT, leaves a number in the frame's state, and returns FLOW_STAY:
 * it is run again when that frame has ended.  A failing operation raises and
 * returns FLOW_STAY; the unwinder drops its operands.
 */
enum flow {
	FLOW_NEXT,	/* go on with the next operation */
	FLOW_JUMP,	/* go on with operation op->arg */
	FLOW_STAY	/* this operation is not finished, or has raised */
};

typedef enum flow op_fn(struct world *w, uint32_t f, const struct op *op);

#define OP(name, text) op_fn do_##name;
#include "op.def"
#undef OP

/* States of a FRAME_PYTHON. */
enum python_state {
	PYTHON_RUNNING = 0,	/* 1..: the operation at PC has begun */
	PYTHON_RETURNING = 250,	/* locals are being dropped; PY_EXTRA is the result */
	PYTHON_RAISING = 251	/* the same; PY_EXTRA is the exception */
};

/* Flags of a FRAME_PYTHON. */
enum python_flag {
	FRAME_GATHERED = 1,	/* the operands of the operation at PC are rearranged */
	FRAME_ENDS = 4,		/* what it holds is being dropped */
	FRAME_COUNTED = 8,	/* this is a level of nesting for the trashcan */
	FRAME_TAKEN = 256,	/* its frame object has all it had (to 3.10: is the frame) */
	FRAME_NO_TRACEBACK = 2	/* the exception being raised has passed here before */
};

/* Run by the machine for FRAME_PYTHON. */
void interp_step(struct world *w);

/* The pending exception reaches FRAME_PYTHON F: handler, or end of the frame. */
void interp_unwind(struct world *w, uint32_t f);

/* Index of slot I of the code running in F. */
static inline uint32_t slot_at(uint32_t f, uint32_t i)
{
	return frame_slot(f, PY_FIRST + i);
}

/* The operand I from the top (0: TOS), borrowed. */
static inline obj_id operand(const struct world *w, uint32_t f, const struct op *op,
	uint32_t i)
{
	return word(w, slot_at(f, op->sp - 1u - i));
}

/* Puts a new reference to V on the stack. */
enum flow push_held(struct world *w, uint32_t f, const struct op *op, obj_id v);

/* Takes CONSUMED operands off, puts RESULT (owned; 0: nothing) in their place,
 * drops the operands, deepest first. */
enum flow finish(struct world *w, uint32_t f, const struct op *op, uint32_t consumed,
	obj_id result);

/* What an attempt gave: finishes, waits (next state), or raises. */
enum flow settle_outcome(struct world *w, uint32_t f, const struct op *op,
	enum outcome outcome, uint32_t consumed, obj_id result);

/* In state > 0: the result that the pushed frame has left (owned); the state
 * is 0 again. */
obj_id take_result(struct world *w, uint32_t f);

#endif
