#ifndef GCREFS_SPECIAL_H
#define GCREFS_SPECIAL_H

#include "call.h"
#include "dealloc.h"

/*
 * What operators do with values: C code for the built-in types, a call of the
 * special method for instances.
 *
 * The functions that return an outcome know the built-in types.  OUT_PUSHED:
 * Python code is needed in the middle (__eq__ of an item, __hash__ of a key): a
 * frame was pushed, its result comes to DST.  OUT_UNKNOWN: these types do not
 * know the operation in C; the caller looks for a special method.
 */

/* Truth of a value: 1, 0; -1: raised; 2: Python code was pushed, its result
 * goes through truth_result(). */
int truth(struct world *w, obj_id o, uint32_t dst);
/* The truth of O that the result of a pushed __bool__, __nonzero__ or __len__
 * means: drops nothing; -1: raised. */
int truth_result(struct world *w, obj_id o, obj_id result);

/* The truth of a value that a special method has returned: that of its contents,
 * without Python code. */
bool truth_plain(const struct world *w, obj_id o);

/* The special method NAME of O's class, when it is written in Python (or
 * called like it); 0: none.  A weak proxy's are those of what it stands for. */
obj_id special(const struct world *w, obj_id o, enum name name);
/* The same, also while it is passed over (plain.h). */
obj_id special_always(const struct world *w, obj_id o, enum name name);
/* What a weak proxy stands for while that is alive; other values stand for
 * themselves.  (unproxy(), attr.h, raises when it is dead.) */
obj_id behind(const struct world *w, obj_id o);
/* The dict that a read-only view of one (a class's __dict__) shows, the arguments that
 * a 2.7 exception is a sequence of; other values themselves. */
obj_id dict_of_proxy(const struct world *w, obj_id o);
/* Pushes a call of FUNCTION with O and, if not 0, A and B. */
void push_special(
	struct world *w, obj_id function, obj_id o, obj_id a, obj_id b, uint32_t dst);
/* The same for HOOK of O, with A if not 0, that CPython binds for the call on all
 * versions (_PyObject_LookupSpecial, slot_tp_getattr_hook). */
void push_looked_up(struct world *w, enum name hook, obj_id o, obj_id a, uint32_t dst);
/* The same for FUNCTION with all of its COUNT arguments, self first. */
void push_hook(struct world *w, obj_id function, const obj_id *arguments, uint32_t count,
	uint32_t dst);
/* Whether O is an instance of a class statement's class that has NAME. */
bool overrides(const struct world *w, obj_id o, enum name name);

/* Pushes the built-in function ID as a frame (class STEP or MIXED) with new
 * references to SELF (0: none) and to ARGUMENTS. */
void push_builtin_step(struct world *w, uint32_t id, obj_id self,
	const obj_id *arguments, uint32_t count, uint32_t dst);

/* a OP b of built-in types (enum binary). */
enum outcome binary_builtin(struct world *w, int op, obj_id a, obj_id b, bool inplace,
	uint32_t dst, obj_id *result);
/* Special method of attempt N (from 1, in place only; 4 is the last) at A OP B; 0:
 * there is none.  Even ones are B's. */
obj_id binary_attempt(const struct world *w, int op, unsigned n, obj_id a, obj_id b);
/* The same of any two values, special methods included: OUT_VALUE, OUT_ERROR,
 * OUT_AGAIN, or OUT_PUSHED. */
enum outcome binary_any(
	struct world *w, int op, obj_id a, obj_id b, uint32_t dst, obj_id *result);
/* Raises the TypeError of operands that do not know OP; returns 0. */
obj_id binary_error(struct world *w, int op, bool inplace, obj_id a, obj_id b);
enum binary_method {
	METHOD_PLAIN,
	METHOD_REFLECTED,
	METHOD_INPLACE
};
enum name binary_name(int op, enum binary_method which);

/* Comparison (enum compare up to COMPARE_GE). */
enum outcome compare_builtin(
	struct world *w, int op, obj_id a, obj_id b, uint32_t dst, obj_id *result);
enum name compare_name(int op);
/* The operator with its sides exchanged. */
int compare_swapped(int op);
/* The same of any two values, special methods and defaults included: OUT_VALUE,
 * OUT_ERROR, or OUT_PUSHED (a FRAME_BUILTIN, compare_any_step). */
enum outcome compare_any(
	struct world *w, int op, obj_id a, obj_id b, uint32_t dst, obj_id *result);
/* 2.7: order of values that do not know each other. */
bool compare_order2(const struct world *w, int op, obj_id a, obj_id b);
/* a in b: True or False. */
enum outcome contains_builtin(
	struct world *w, obj_id container, obj_id value, uint32_t dst, obj_id *result);

/* o[k] and its kin. */
enum outcome subscript_load(
	struct world *w, obj_id o, obj_id k, uint32_t dst, obj_id *result);
/* VALUE is taken over on OUT_VALUE only; 0: deletion.  *removed: references to
 * drop, the block's last to first. */
struct removed {
	obj_id a, b;                  /* single references */
	uint32_t block, words, count; /* or a block of them */
};
enum outcome subscript_store(struct world *w, obj_id o, obj_id k, obj_id value,
	uint32_t dst, struct removed *removed);
/* Own words of the hidden function list_of. */
enum {
	LIST_OF_UNMADE,	/* the list is not one of CPython's */
	LIST_OF_ITERATOR /* CPython fills it from the iterator, else from the iterable */
};

/* Drops them, then LIST. */
void drop_removed(struct world *w, const struct removed *removed,
	const struct owned *list, uint32_t count);

/* A hash that is C code, or raises TypeError "unhashable type: 'list'" (also
 * for a key whose __hash__ is Python code). */
bool hash_or_raise(struct world *w, obj_id o, uint64_t *hash);

/* An index: an int; OUT_UNKNOWN: O is none.  Values that do not fit are cut to
 * the nearest that does, or, when RAISES, an IndexError. */
enum outcome index_value(struct world *w, obj_id o, bool raises, int64_t *value);

/* A slice resolved against LENGTH; raises and returns false. */
struct slice_range {
	int64_t start, stop, step;
	uint32_t count;
};
bool slice_resolve(
	struct world *w, obj_id slice, uint32_t length, struct slice_range *r);
/* The same from its parts; None: not given. */
bool slice_resolve_parts(
	struct world *w, const obj_id parts[3], uint32_t length, struct slice_range *r);

/* An iterator over a built-in type. */
enum outcome iter_builtin(struct world *w, obj_id o, obj_id *result);
/* Whether O is an iterator: a built-in one, or an instance with __next__. */
bool is_iterator(const struct world *w, obj_id o);
/* The next item: OUT_VALUE with a new reference, or with 0 at the end.  After
 * OUT_PUSHED what comes to DST means the same (0 with REG_EXCEPTION: raised). */
enum outcome iter_next(struct world *w, obj_id iterator, uint32_t dst, obj_id *result);

/* The same for next(): what is pushed may raise StopIteration at the end, with the
 * value it has.  ITERATOR is_iterator(). */
enum outcome iter_next_raising(struct world *w, obj_id iterator, uint32_t dst,
	obj_id *result);

/* A new list of the items of an iterable; never OUT_PUSHED when iterable_quietly()
 * (iterate.h). */
enum outcome list_of_builtin(struct world *w, obj_id o, uint32_t dst, obj_id *result);
/* The same as list() makes it, of what is iterable_quietly(). */
enum outcome list_call_builtin(struct world *w, obj_id o, obj_id *result);
/* The same where CPython makes no list (OBJECT_UNMADE). */
enum outcome items_of_builtin(struct world *w, obj_id o, uint32_t dst, obj_id *result);

#endif
