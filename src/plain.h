#ifndef GCREFS_PLAIN_H
#define GCREFS_PLAIN_H

#include "world.h"

/*
 * Calls of a built-in type's own slot (list.__repr__(l), object.__setattr__(o, n, v)):
 * what O's class has of its own in Python is passed over.  Between the two calls
 * special(), and who looks for such methods in another way, find none for O.  Frames
 * that were pushed meanwhile do not ask again.
 */
static inline void plain_begin(struct world *w, obj_id o)
{
	set_reg(w, REG_PLAIN, o);
}

/* The same for both operands. */
static inline void plain_begin_both(struct world *w, obj_id a, obj_id b)
{
	set_reg(w, REG_PLAIN, a);
	set_reg(w, REG_PLAIN_TOO, b);
}

static inline void plain_end(struct world *w)
{
	set_reg(w, REG_PLAIN, 0);
	set_reg(w, REG_PLAIN_TOO, 0);
}

static inline bool passes_over(const struct world *w, obj_id o)
{
	return reg(w, REG_PLAIN) == o || reg(w, REG_PLAIN_TOO) == o;
}

#endif
