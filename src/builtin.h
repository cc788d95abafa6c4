#ifndef GCREFS_BUILTIN_H
#define GCREFS_BUILTIN_H

#include "frame.h"
#include "pyversion.h"

/*
 * Built-in functions and methods: builtin.def lists them all.
 *
 * A plain one (FN) is C that runs to its end: it returns a new reference, or
 * 0 with the exception in REG_EXCEPTION.  One that may run Python code in its
 * middle (STEP) works in a FRAME_BUILTIN: it is called again and again while
 * that frame is on top, keeps its place in the frame's state, may push frames
 * (their result comes to FRAME_RESULT), and ends with builtin_return().
 * MIXED: a plain one that may find that it has to be a STEP.
 */

/* The arguments of a call, in words of the arena that the caller owns. */
struct args {
	uint32_t base;		/* index of the first argument */
	uint32_t count;		/* with keyword values, without self */
	obj_id self;		/* of a method; 0: none */
	obj_id names;		/* tuple of the last arguments' names; 0: no keywords */
	uint32_t callable;	/* word that holds what is called, to be moved; 0: none */
	bool move;		/* the callee takes the references, whatever the version */
	bool keep;		/* ... takes none */
	bool hot;		/* by an instruction that CPython has specialised */
	uint32_t dst;		/* of a plain built-in function: see RESULT_PUSHED */
};

/* A plain built-in function returns this when charge() said that a collection
 * runs first: nothing was changed, it is called again. */
#define RESULT_AGAIN UINT32_MAX
/* The plain half of a MIXED one returns this when it needs Python code: nothing
 * was changed, the other half, NAME_step, does it in a frame. */
#define RESULT_STEP (UINT32_MAX - 1)

/* A plain one returns this when it has pushed a frame whose result, gone to
 * a->dst, is its own. */
#define RESULT_PUSHED (UINT32_MAX - 2)

static inline obj_id arg(const struct world *w, const struct args *a, uint32_t i)
{
	return word(w, a->base + i);
}

typedef obj_id builtin_fn(struct world *w, const struct args *a);
typedef void builtin_step_fn(struct world *w, uint32_t frame);

/* How the number of arguments is checked, and the error worded. */
enum arity {
	ARITY_NONE,	/* METH_NOARGS: "takes no arguments (1 given)" */
	ARITY_ONE,	/* METH_O: "takes exactly one argument (2 given)" */
	ARITY_SOME,	/* "expected at least 1 argument, got 0" */
	ARITY_UNPACKED,	/* the same; 2.7 as the next */
	ARITY_PARSED,	/* the same; before 3.8 "f() takes exactly 2 arguments (1 given)" */
	ARITY_FIND,	/* the same, to 3.12; 2.7: "find/rfind/index/rindex() takes ..." */
	ARITY_GROUP,	/* the same; from 3.13 "gc.f requires 1 to 3 arguments" */
	ARITY_KEYWORDS	/* checks for itself */
};

enum builtin_owner {
	OWNER_BUILTINS = 1000, OWNER_GC, OWNER_SYS, OWNER_WEAKREF, OWNER_MATH, OWNER_SLOT, OWNER_HIDDEN
};

struct builtin {
	const char *name;
	int owner;		/* enum builtin_type or builtin_owner */
	builtin_fn *fn;
	builtin_step_fn *step;
	uint8_t arity;
	uint8_t min, max;	/* arguments without self; max 255: any number */
	uint16_t since, until;	/* versions: 207, 311 ...; until 0: no end */
	uint8_t flags;		/* enum builtin_flag */
};

enum builtin_flag {
	BUILTIN_SLOT = 1,	/* a slot wrapper (__init__, __repr__ ...) */
	BUILTIN_STATIC = 2,	/* __new__ */
	BUILTIN_CLASS = 4,	/* class method: dict.fromkeys */
	BUILTIN_ATTRIBUTE = 8	/* a getset attribute: called with self alone */
};

enum builtin_id {
#define FN(owner, name, function, arity, min, max, since, until, flags) B_##function,
#define STEP(owner, name, function, arity, min, max, since, until, flags) B_##function,
#define MIXED(owner, name, function, arity, min, max, since, until, flags) B_##function,
#include "builtin.def"
#undef FN
#undef STEP
#undef MIXED
	BUILTIN_COUNT
};

/* The functions themselves. */
#define FN(owner, name, function, arity, min, max, since, until, flags)                  \
	builtin_fn function;
#define STEP(owner, name, function, arity, min, max, since, until, flags)                \
	builtin_step_fn function;
#define MIXED(owner, name, function, arity, min, max, since, until, flags)               \
	builtin_fn function;                                                             \
	builtin_step_fn function##_step;
#include "builtin.def"
#undef MIXED
#undef FN
#undef STEP

extern const struct builtin builtin_table[BUILTIN_COUNT];

/* Whether the version has it. */
bool builtin_exists(const struct builtin *b, struct py_version v);

/* A new built-in function or bound method object (charge first). */
obj_id builtin_new(struct world *w, uint32_t id, obj_id self, obj_id module);
/* The same of another type: T_METHOD_WRAPPER. */
obj_id builtin_new_of(struct world *w, enum builtin_type type, uint32_t id, obj_id self,
	obj_id module);

/* Assignment to a getset attribute (VALUE 0: deletion): takes the reference to
 * VALUE over and gives what must be dropped in *old, or raises and returns
 * false.  NULL: the attribute is read-only. */
struct owned;
typedef bool attribute_setter(struct world *w, obj_id o, obj_id value, struct owned *old);
attribute_setter *attribute_setter_find(uint32_t id);

/* In a FRAME_BUILTIN: slots 0.. are self (0: none), keyword names, arguments;
 * then LOCALS further slots; the words behind are the function's own. */
enum builtin_slot { BUILTIN_SELF_SLOT, BUILTIN_NAMES_SLOT, BUILTIN_FIRST_ARGUMENT };
enum builtin_word {
	BUILTIN_WORD_ID,
	BUILTIN_WORD_COUNT,	/* of the arguments */
	BUILTIN_WORD_BASE,	/* where they are, in the caller's words; 0: in the slots */
	BUILTIN_WORD_ARGUMENTS,	/* what CPython's call holds of arguments: see passing.h */
	BUILTIN_WORD_HELD,	/* what the call of its __init__ holds: see passing.h */
	BUILTIN_WORD_FIRST
};
#define BUILTIN_LOCALS 6	/* slots for the function's own use, behind the arguments */
#define BUILTIN_OWN_WORDS 16

/* The arguments of the built-in function that frame F runs. */
struct args builtin_args(const struct world *w, uint32_t f);
/* Index of its own slot I (< BUILTIN_LOCALS), and own word I. */
uint32_t builtin_local(const struct world *w, uint32_t f, uint32_t i);
uint32_t builtin_word(const struct world *w, uint32_t f, uint32_t i);

/* Ends the frame on top with RESULT (owned; 0: REG_EXCEPTION is set); what its
 * slots still hold is dropped. */
void builtin_return(struct world *w, obj_id result);

#endif
