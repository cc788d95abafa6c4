#ifndef GCREFS_FRAME_H
#define GCREFS_FRAME_H

#include "heap.h"

/*
 * The frame stack: everything that is under way.
 *
 * The frame on top runs.  What may be interrupted by Python code (a call, a
 * deallocation, a collection, a repr ...) is a frame with a state word and
 * slots; running it does a bit of work, changes the state, perhaps pushes
 * another frame, and returns.  There is no C recursion and no other mechanism.
 *
 *	FRAME_LINK	index of the frame below; 0: none
 *	FRAME_INFO	enum frame_kind, state << 8, flags << 16
 *	FRAME_SIZE	words of the frame, for REG_SP
 *	FRAME_DST	index of the word that gets the result (an owned
 *			reference, or 0 after an exception); 0: it is dropped
 *	FRAME_RESULT	here a frame that this one pushed puts its result
 *	FRAME_OBJECT	the frame object, if there is one
 *	FRAME_LEVELS	levels of recursion that it leaves at its end (recursion.h)
 *	FRAME_SLOTS...	owned references; 0: empty.  A native frame's plain
 *			words lie behind its slots.
 *
 * Every nonzero slot is an owned reference, so the ledger, the unwinder and
 * the drawing need no other knowledge of a frame.
 */
enum frame_word {
	FRAME_LINK, FRAME_INFO, FRAME_SIZE, FRAME_DST, FRAME_RESULT, FRAME_OBJECT,
	FRAME_LEVELS,
	FRAME_SLOT_COUNT,	/* how many slots follow FRAME_HEAD */
	FRAME_HEAD
};

enum frame_kind {
#define FRAME(name, text) FRAME_##name,
#include "frames.def"
#undef FRAME
	FRAME_KINDS
};

static inline uint32_t frame_kind(const struct world *w, uint32_t f)
{
	return word(w, f + FRAME_INFO) & 0xff;
}

static inline uint32_t frame_state(const struct world *w, uint32_t f)
{
	return word(w, f + FRAME_INFO) >> 8 & 0xff;
}

static inline void set_frame_state(struct world *w, uint32_t f, uint32_t state)
{
	uint32_t info = word(w, f + FRAME_INFO);

	set_word(w, f + FRAME_INFO, (info & 0xffff00ff) | state << 8);
}

static inline uint32_t frame_flags(const struct world *w, uint32_t f)
{
	return word(w, f + FRAME_INFO) >> 16;
}

/* A flag of native frames: the result is in FRAME_RESULT, see leave.h. */
#define FRAME_LEAVES 0x8000u

static inline void set_frame_flags(struct world *w, uint32_t f, uint32_t flags)
{
	uint32_t info = word(w, f + FRAME_INFO);

	set_word(w, f + FRAME_INFO, (info & 0xffff) | flags << 16);
}

static inline void add_frame_flags(struct world *w, uint32_t f, uint32_t flags)
{
	set_frame_flags(w, f, frame_flags(w, f) | flags);
}

/* Index of slot I. */
static inline uint32_t frame_slot(uint32_t f, uint32_t i)
{
	return f + FRAME_HEAD + i;
}

/* Slots of a FRAME_PYTHON before those of its code, and its plain words. */
enum python_slot {
	PY_CODE,	/* the KIND_CODE object */
	PY_GLOBALS,
	PY_NAMES,	/* dict of a module's or class body's names; 0: a function */
	PY_FUNCTION,	/* 3.11+: the running function; before, the caller holds it */
	PY_EXTRA,	/* what an operation under way needs to keep */
	PY_HANDLED,	/* what was being handled before: a generator's caller (3.x);
			   until the function's end (2.7), None: nothing */
	PY_TRACEBACK,	/* 2.7: the traceback of that; of what has just been caught */
	PY_FIRST	/* slot 0 of the code */
};

enum python_word {
	PY_PC,
	PY_AT,		/* the operation whose consequences run in frames above, + 1;
			   0: the one at PC */
	PY_GENERATOR,	/* the generator whose frame this is, held by who runs it; 0 */
	PY_HELD,	/* what CPython's call of it holds: see passing.h */
	PY_WORDS
};

/* Words of a FRAME_CALL. */
enum call_word { CALL_COUNT, CALL_HELD, CALL_PATH /* enum level_path */, CALL_WORDS };

/* Index of the operation that FRAME_PYTHON F is in. */
uint32_t frame_operation(const struct world *w, uint32_t f);

/* Pushes a frame with SLOTS empty slots and EXTRA zero words behind them; its
 * result will go to word DST.  It becomes the running one. */
uint32_t frame_push(struct world *w, enum frame_kind kind, uint32_t dst,
	uint32_t slots, uint32_t extra);

/* Whether the stack may grow: frames are memory, too. */
bool frame_has_room(const struct world *w);

/* Levels of recursion are left: of C in the lower half, hidden Python ones above. */
void frame_leave_levels(struct world *w, uint32_t levels);

/* Ends the running frame (its slots are empty); RESULT is an owned reference
 * or 0 and goes to its FRAME_DST. */
void frame_pop(struct world *w, obj_id result);

/*
 * Calls CALLABLE with ARGUMENTS from C code: __del__, a weakref callback, a
 * special method.  Pushes a FRAME_CALL, which takes new references to all of
 * them, moves the arguments on to the callee and ends with the result in DST
 * (0 after an exception, which is in REG_EXCEPTION then).  HOLDS extra
 * references to each argument are kept until the end: what CPython's own C
 * code between caller and callee holds (bound method, argument tuples), a
 * number per version that sys.getrefcount can see.
 */
uint32_t frame_push_call(struct world *w, uint32_t dst, obj_id callable,
	const obj_id *arguments, uint32_t count, uint32_t holds);

/*
 * The pending exception cannot be raised here (it came from a __del__, a
 * weakref callback ...): takes it out of REG_EXCEPTION and pushes a
 * FRAME_UNRAISABLE, which prints it as the version does.  CONTEXT is the
 * object named in the message (2.7: the bound method), WHAT says what ran.
 */
enum unraisable { UNRAISABLE_DEL, UNRAISABLE_WEAKREF_CALLBACK, UNRAISABLE_GC_CALLBACK,
	UNRAISABLE_GC_WEAKREF_CALLBACK, UNRAISABLE_ATEXIT };
void frame_push_unraisable(struct world *w, obj_id context, enum unraisable what);

/* The running frame's owned plain words behind the slots: index of word I. */
static inline uint32_t frame_extra(const struct world *w, uint32_t f, uint32_t i)
{
	return f + FRAME_HEAD + word(w, f + FRAME_SLOT_COUNT) + i;
}

/* What the FRAME_CALL that is running now is for (enum level_path, recursion.h): by itself
 * a plain call by C code. */
static inline void frame_set_path(struct world *w, uint32_t path)
{
	set_word(w, frame_extra(w, reg(w, REG_TOP), CALL_PATH), path);
}

#endif
