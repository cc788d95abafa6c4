#ifndef GCREFS_CALLBACKS_H
#define GCREFS_CALLBACKS_H

#include "frame.h"

/*
 * Weak reference callbacks of an object that dies by its reference count
 * (CPython: Objects/weakrefobject.c, PyObject_ClearWeakRefs): all weak
 * references are cleared first, then the callbacks run, newest first.
 */

/* Clears O's weak references.  Pushes a FRAME_CALLBACKS when any has a
 * callback. */
void callbacks_start(struct world *w, obj_id o);

/* Run by the machine when a FRAME_CALLBACKS is on top. */
void callbacks_step(struct world *w);

/*
 * What a call that frame F started came to: drops its result, or has the
 * exception it left behind printed as CONTEXT's.  Returns true when that is
 * done and F is still on top; else F runs again later and asks again.
 */
bool call_settled(struct world *w, uint32_t f, obj_id context, enum unraisable what);

/* A pending exception waits in an (empty) slot of F while Python code runs, and
 * comes back. */
void save_exception(struct world *w, uint32_t f, uint32_t slot);
void restore_exception(struct world *w, uint32_t f, uint32_t slot);

#endif
