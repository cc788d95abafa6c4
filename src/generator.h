#ifndef GCREFS_GENERATOR_H
#define GCREFS_GENERATOR_H

#include "call.h"
#include "generator_state.h"

/*
 * Generators: functions whose frame is put away and taken out again.
 *
 * While a generator runs, its frame is a FRAME_PYTHON on the stack like others and
 * the object's own slots are empty; when it yields, the slots move back.  Whoever
 * runs it holds the object.  Up to 3.10 the slots are in a frame object that the
 * generator holds, from 3.11 in the generator itself.
 * Source: CPython, Objects/genobject.c.
 */
/* States of the operation SEND. */
enum send_state {
	SEND_START,
	SEND_WAIT,	/* the next value is in FRAME_RESULT */
	SEND_CLOSING,	/* what it waits for was closed */
	SEND_THROW	/* the value to send is an exception to be thrown */
};

/* What the end of the generator means to whoever runs it, flags of its frame.
 * None: StopIteration is raised, with the value. */
enum generator_flag {
	GENERATOR_ITERATED = 16, /* 0 is delivered, nothing is raised */
	GENERATOR_DELEGATED = 32 /* the value is delivered; the frame below, a
				    FRAME_PYTHON, gets the flag GENERATOR_ENDED */
};
#define GENERATOR_ENDED 64

/* The frame F, which has just begun, becomes a generator's: ends with the
 * generator as its result.  False: a collection runs first. */
bool generator_make(struct world *w, uint32_t f);

/* F, a generator's frame that runs, yields VALUE (owned). */
void generator_yield(struct world *w, uint32_t f, obj_id value);

/* The next item, as iter_next(): a running generator raises ValueError. */
enum outcome generator_next(struct world *w, obj_id g, uint32_t dst, obj_id *result);

/* Pushes its frame.  VALUE (owned) is what the yield expression gives; FLAGS: enum
 * generator_flag.  The result comes to DST.  False: raised (TypeError, ValueError,
 * RecursionError); VALUE is still the caller's.  The generator is not finished. */
bool generator_send(struct world *w, obj_id g, obj_id value, uint32_t flags, uint32_t dst);

/* The same, but EXCEPTION (owned) is raised in it. */
bool generator_throw_in(struct world *w, obj_id g, obj_id exception, uint32_t flags,
	uint32_t dst);

/* F, a generator's frame, is about to end: it is finished, and what its caller
 * handled is handled again. */
void generator_finish(struct world *w, uint32_t f);

/* Ends suspended G without running it: drops what its frame holds (gen_clear_frame).
 * An operation's last act. */
void generator_clear(struct world *w, obj_id g);

/* What the end of frame F delivers: takes RESULT over (raising: the exception),
 * returns what goes to its DST; *dropped is to be dropped.  May set
 * REG_EXCEPTION. */
obj_id generator_outcome(struct world *w, uint32_t f, bool raising, obj_id result,
	obj_id *dropped);

/* An iterator that is no generator is asked for its next value, is sent or thrown
 * VALUE, or closed, in a frame (hidden function `delegate`) whose result goes to a
 * FRAME_PYTHON in a SEND. */
enum delegate_mode { DELEGATE_SEND, DELEGATE_THROW, DELEGATE_CLOSE };
void delegate_push(struct world *w, obj_id it, obj_id value, enum delegate_mode mode,
	uint32_t dst);

/* F, a FRAME_PYTHON in a SEND, is told that what it waits for has ended. */
void delegate_ended(struct world *w, uint32_t f);

/* The value of a StopIteration, a new reference. */
obj_id stop_iteration_value(struct world *w, obj_id exception);

/* What it waits for in a `yield from`; borrowed, 0: nothing. */
obj_id generator_delegate(const struct world *w, obj_id g);

#endif
