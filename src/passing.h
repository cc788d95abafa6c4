#ifndef GCREFS_PASSING_H
#define GCREFS_PASSING_H

#include "heap.h"

/*
 * Containers that CPython makes for its own use: the tuple of arguments of a
 * function in C, the dict of its keywords, the bound method through which a
 * special method is called, the frame.  Nobody ever sees them, but the first one
 * of its size is counted, and is kept for the next (gccount.h).
 *
 * Measured: each change of count[0], with what made it, on each interpreter.
 */

/* One of KIND with N items that is made and given back. */
void pass_object(struct world *w, enum kind kind, uint32_t n);
/* COUNT of them that are there at the same time. */
void pass_objects(struct world *w, enum kind kind, uint32_t n, uint32_t count);

/* For a built-in function with a tuple of COUNT arguments that C code calls. */
void pass_tuple(struct world *w, uint32_t count);

/* How C code calls something written in Python. */
enum call_form {
	CALL_DIRECT,
	CALL_TUPLE,	/* with a tuple of arguments (2.7) */
	CALL_BOUND,	/* a bound method, which makes a tuple with self (2.7) */
	CALL_SPECIAL,	/* a special method, bound for this call (2.7, 3.6) */
	CALL_SLOT,	/* with a tuple of arguments, on all versions */
	CALL_HOOK,	/* a special method that is bound on all versions */
	CALL_INIT	/* the same with a tuple that is there already */
};

/* What a call holds until its end is a number: 0, or for pass_release().  For a call
 * with COUNT arguments besides self: */
uint32_t pass_call(struct world *w, enum call_form form, uint32_t count);
/* The number for a tuple of COUNT, another of MORE and a DICT, which have been
 * counted. */
uint32_t pass_held(uint32_t count, uint32_t more, bool dict);
/* The first tuple is kept by somebody. */
uint32_t pass_kept(uint32_t held);
void pass_release(struct world *w, uint32_t held);
/* The same for FRAME_CALL F, which has just been pushed and releases it. */
void pass_call_frame(struct world *w, uint32_t f, enum call_form form);

/* 2.7: whether a class is among others, or an exception one that is waited for, is
 * asked through a method of type (__subclasscheck__, __instancecheck__). */
void pass_class_check(struct world *w);

/* An exception with ARGUMENTS that nobody sees. */
void pass_exception(struct world *w, uint32_t arguments);

/* Before it fills a list from ITERABLE, list_extend() asks how long that is. */
void pass_length_hint(struct world *w, obj_id iterable);

/* What is made at the first use and stays. */
enum once {
	ONCE_REPR,		/* the thread's dict, and the list of Py_ReprEnter() */
	ONCE_KEYWORDS		/* + number of the function: the names of its parameters */
};
bool pass_once(struct world *w, unsigned what); /* whether this is the first use */
void pass_once_repr(struct world *w);

/* Up to 3.10: the frame of CODE, when it is called, and when it ends or the frame
 * object that has outlived it dies.  A code object keeps its last frame for the next
 * call; others go to a free list. */
void pass_frame(struct world *w, obj_id code);
void pass_frame_end(struct world *w, obj_id code);

#endif
