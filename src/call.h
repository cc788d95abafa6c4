#ifndef GCREFS_CALL_H
#define GCREFS_CALL_H

#include "builtin.h"

/*
 * Calling things: Python functions, methods, classes, built-in functions,
 * instances with __call__.
 */
enum outcome {
	OUT_VALUE,	/* *result is a new reference */
	OUT_PUSHED,	/* a frame was pushed; its result comes to DST */
	OUT_ERROR,	/* REG_EXCEPTION is set */
	OUT_AGAIN,	/* a collection runs first; nothing was changed: do it again */
	OUT_UNKNOWN	/* never from call(): see special.h */
};

/* What a built-in function returns when it ends with this outcome. */
static inline obj_id outcome_result(enum outcome outcome, obj_id result)
{
	switch (outcome) {
	case OUT_VALUE:
		return result;
	case OUT_PUSHED:
		return RESULT_PUSHED;
	case OUT_AGAIN:
		return RESULT_AGAIN;
	default:
		return 0;
	}
}

/* Calls CALLABLE (borrowed).  The words of the arguments stay the caller's to
 * drop afterwards; those that the callee has taken over are 0 then. */
enum outcome call(struct world *w, obj_id callable, const struct args *a, uint32_t dst,
	obj_id *result);

/* Calls built-in function ID (enum builtin_id). */
enum outcome call_builtin_id(struct world *w, uint32_t id, const struct args *a,
	uint32_t dst, obj_id *result);

/* The same for a slot of a class, which gets the tuple of arguments that the class
 * was called with. */
enum outcome call_slot(struct world *w, uint32_t id, const struct args *a, uint32_t dst,
	obj_id *result);

/* Pushes the frame of a Python function, its parameters bound (bind.c). */
enum outcome call_python(struct world *w, obj_id function, const struct args *a,
	uint32_t dst);

/* Pushes a frame for CODE with names dict NAMES (held; 0: a function's). */
uint32_t push_python(struct world *w, obj_id code_object, obj_id globals, obj_id names,
	obj_id function, uint32_t dst);

/* Pushes a FRAME_BUILTIN for a STEP or MIXED function, with new reference SELF (0:
 * none) and COUNT empty words for the arguments.  Returns the frame. */
uint32_t builtin_push(struct world *w, uint32_t id, obj_id self, uint32_t count,
	uint32_t dst);

/* Run by the machine for FRAME_CALL and FRAME_BUILTIN. */
void call_step(struct world *w);
void builtin_step(struct world *w);

#endif
