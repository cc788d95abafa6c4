#ifndef GCREFS_SPECIAL_H
#define GCREFS_SPECIAL_H

#include "call.h"

/*
 * What operators do with values: C code for the built-in types, a call of the
 * special method (pushed, result to DST) for instances.
 */

/* Truth of a value: 1, 0; -1: raised; 2: Python code was pushed, its result
 * goes through truth_result(). */
int truth(struct world *w, obj_id o, uint32_t dst);
/* The truth that a pushed __bool__, __nonzero__ or __len__ means: drops
 * nothing; -1: raised. */
int truth_result(struct world *w, obj_id result);

/* The special method NAME of O's class, when it is written in Python (or
 * called like it); 0: none. */
obj_id special(const struct world *w, obj_id o, enum name name);
/* Pushes a call of FUNCTION with O and, if not 0, A and B. */
void push_special(struct world *w, obj_id function, obj_id o, obj_id a, obj_id b,
	uint32_t dst);

/* a OP b of built-in types (enum binary): OUT_VALUE, OUT_ERROR, OUT_AGAIN; or
 * OUT_PUSHED with nothing pushed: these types do not know it. */
enum outcome binary_builtin(struct world *w, int op, obj_id a, obj_id b, bool inplace,
	obj_id *result);
/* The text of the operator in messages. */
const char *binary_symbol(int op, bool inplace);

/* Comparison (enum compare up to COMPARE_GE) of built-in types, the same way. */
enum outcome compare_builtin(struct world *w, int op, obj_id a, obj_id b, obj_id *result);
/* a in b. */
enum outcome contains_builtin(struct world *w, obj_id container, obj_id value, int *found);

/* o[k] and its kin, of built-in types, the same way. */
enum outcome subscript_load(struct world *w, obj_id o, obj_id k, obj_id *result);
/* VALUE is taken over on OUT_VALUE; 0: deletion.  *removed: references to drop. */
struct removed {
	obj_id a, b;		/* single references */
	uint32_t block, words, count; /* or a block of them, last to first */
};
enum outcome subscript_store(struct world *w, obj_id o, obj_id k, obj_id value,
	struct removed *removed);

/* 2.7's order of any two objects. */
bool compare_order2(const struct world *w, int op, obj_id a, obj_id b);

/* A hash that is C code, or raises TypeError "unhashable type: 'list'". */
bool hash_or_raise(struct world *w, obj_id o, uint64_t *hash);

/* A slice resolved against LENGTH; raises and returns false. */
struct slice_range {
	int64_t start, stop, step;
	uint32_t count;
};
bool slice_resolve(struct world *w, obj_id slice, uint32_t length, struct slice_range *r);

/* An iterator over a built-in type; OUT_PUSHED with nothing pushed: unknown. */
enum outcome iter_builtin(struct world *w, obj_id o, obj_id *result);
/* The next item (new reference), or 0: exhausted or raised (REG_EXCEPTION),
 * RESULT_AGAIN. */
obj_id iter_next(struct world *w, obj_id iterator);
/* A new list of all items of a built-in iterable; OUT_PUSHED with nothing
 * pushed: only Python code can iterate it. */
enum outcome list_of_builtin(struct world *w, obj_id iterable, obj_id *list);

#endif
