#ifndef GCREFS_COMPARE_H
#define GCREFS_COMPARE_H

#include "special.h"

/* Comparisons, between compare.c (values whose comparison is C code) and
 * compare_step.c (the others, in frames). */

/* Whether "a OP b" holds when a is before (-1), the same as (0), after (1) b. */
bool order_holds(int op, int order);

/* 3.x: whether O != x asks the __eq__ in Python of O's class: __ne__ is object's. */
bool inverts_eq(const struct world *w, obj_id o);

/* In C alone.  OUT_UNKNOWN: a special method or the default comes next;
 * OUT_PUSHED, with nothing pushed: items must be compared by Python code. */
enum outcome compare_plain(struct world *w, int op, obj_id a, obj_id b, obj_id *result);

/* Pushes a frame that compares two values of any kind; its result goes to DST. */
void compare_push(struct world *w, int op, obj_id a, obj_id b, uint32_t dst);

/* One attempt to compare by a special method.  N counts from 1; `function` 0: no
 * such method, try the next N; N = COMPARE_ATTEMPTS was the last. */
struct compare_attempt {
	obj_id function; /* borrowed */
	obj_id self, other;
	bool mirrored;  /* b's method, called with a */
	bool inverted;  /* 3.x: __eq__ instead of __ne__ */
	bool three_way; /* 2.7: __cmp__ */
};
#define COMPARE_ATTEMPTS 5
struct compare_attempt compare_attempt(
	const struct world *w, int op, unsigned n, obj_id a, obj_id b);
/* object.__ne__, which asks __eq__, is called through its wrapper, with tuples. */
void compare_pass(struct world *w, const struct compare_attempt *t);

/* What the RESULT of that method means: True, False, any other value (new
 * reference), OBJ_NOT_IMPLEMENTED: go on with the next attempt; 0: raised.  Drops
 * nothing. */
obj_id compare_meaning(
	struct world *w, int op, const struct compare_attempt *attempt, obj_id result);
/* When no attempt is left: identity, 2.7's order, or 0: TypeError. */
obj_id compare_default(struct world *w, int op, obj_id a, obj_id b);

/* 2.7: -1, 0, 1. */
int default_order(const struct world *w, obj_id a, obj_id b);

/* The operands of a comparison: what weak proxies stand for; 2.7 sees that only
 * when both are proxies.  False: one is dead, raised. */
bool compare_operands(struct world *w, obj_id *a, obj_id *b);
/* The same when the comparison is under way: the dead stay as they are. */
void compare_behind(const struct world *w, obj_id *a, obj_id *b);

#endif
