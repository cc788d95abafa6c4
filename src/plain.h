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

static inline void plain_end(struct world *w)
{
	set_reg(w, REG_PLAIN, 0);
}

static inline bool is_plain(const struct world *w, obj_id o)
{
	return reg(w, REG_PLAIN) == o;
}

#endif
