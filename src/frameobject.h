#ifndef GCREFS_FRAMEOBJECT_H
#define GCREFS_FRAMEOBJECT_H

#include "frame.h"

/*
 * Frame objects: what a traceback refers to.  While its frame runs, the object
 * has no slots of its own; when the frame ends and somebody still refers to
 * the object, the slots move into it (CPython 3.11, take_ownership), and die
 * with it.
 */

/* The object of FRAME_PYTHON F, made when there is none.  Borrowed. */
obj_id frame_object(struct world *w, uint32_t f);

/* Makes that of F, which becomes a generator's frame (up to 3.10): with room for all
 * slots, so that these can be put away in it. */
void frame_object_for_generator(struct world *w, uint32_t f);

/* The one of generator G, made when there is none; 0: it is finished.  Borrowed. */
obj_id generator_frame_object(struct world *w, obj_id g);

/* Tells frame object O whether its frame F runs, and in which line it is. */
void frame_object_tell(struct world *w, obj_id o, uint32_t f, bool runs);

/* At the end of F: moves the slots to its frame object if somebody else refers to
 * that; up to 3.10 in any case, and they die with it (frame_dealloc).  Then F lets
 * go of the object, if it has one. */
void frame_object_take(struct world *w, uint32_t f);

#endif
