#ifndef GCREFS_TRASHCAN_H
#define GCREFS_TRASHCAN_H

#include "dialect.h"
#include "frame.h"

/*
 * The trashcan: deallocations that would nest too deep are put off (CPython:
 * Include/cpython/object.h, Py_TRASHCAN_BEGIN and _END; Objects/object.c,
 * _PyTrash_thread_deposit_object and _destroy_chain).
 *
 * Up to 3.12 a counter of its own says how deep deallocations of containers nest;
 * at 50 an object is put into the trashcan, a list through the `prev` links of
 * untracked objects with refcount 0.  The outermost deallocation empties it.  In
 * 3.13 the counter is the one of C recursion, and 50 levels are left free.
 */

/* C recursion of 3.13 (Py_C_RECURSION_LIMIT, less what the evaluation of the module
 * takes) and what is left free. */
#define TRASH_NATIVE_LIMIT 9998u
#define TRASH_HEADROOM 50u

static inline enum reg trash_counter(const struct world *w)
{
	return w->dialect->trash_native ? REG_NATIVE_DEPTH : REG_TRASH_DEPTH;
}

/* Whether the deallocation of O is counted. */
bool trash_knows(const struct world *w, obj_id o);

/* Whether one more deallocation (INSTANCE: of a class statement's) is too many. */
bool trash_full(const struct world *w, bool instance);

/* How many more deallocations of lists and tuples may nest, and how many must be
 * able to when one has ended for the trashcan to be emptied then. */
struct trash_room {
	uint32_t left, to_empty;
};
static inline struct trash_room trash_room(const struct world *w)
{
	bool native = w->dialect->trash_native;
	uint32_t limit = native ? TRASH_NATIVE_LIMIT - TRASH_HEADROOM : w->dialect->trashcan;
	uint32_t depth = reg(w, trash_counter(w));

	if (!w->dialect->trashcan)
		return (struct trash_room){UINT32_MAX, 0};
	return (struct trash_room){
		.left = depth < limit ? limit - depth : 0,
		.to_empty = native ? TRASH_HEADROOM + 1 : limit,
	};
}

/* The deallocation of LEVELS more objects begins. */
void trash_enter(struct world *w, uint32_t levels);

/* They are over.  INSTANCE: the last one was of a class statement's.  Pushes a
 * FRAME_TRASH when the trashcan is to be emptied now. */
void trash_leave(struct world *w, uint32_t levels, bool instance);

/* Pushes the FRAME_TRASH that empties it. */
void trash_begin(struct world *w);

/* Whether there is something in it, and nothing in the way of emptying it. */
bool trash_waits(const struct world *w);

/* Puts O, which nobody refers to and no list contains, into the trashcan. */
void trash_deposit(struct world *w, obj_id o);

/* Levels of the deallocation of instance O by its built-in base (0, 1). */
uint32_t trash_base_levels(const struct world *w, obj_id o);

/* The object put in before O; of 0: the last one put in. */
obj_id trash_next(const struct world *w, obj_id o);

/* Run by the machine when a FRAME_TRASH is on top. */
void trash_step(struct world *w);

#endif
