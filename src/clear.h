#ifndef GCREFS_CLEAR_H
#define GCREFS_CLEAR_H

#include "frame.h"

/* tp_clear of container O, for the collector, which holds O meanwhile: takes
 * its references out in CPython's order and drops them.  Pushes frames; done
 * when they are gone.  Only if has_clear(). */
void clear_container(struct world *w, obj_id o);

/* Run by the machine when a FRAME_CLEAR is on top. */
void clear_step(struct world *w);

#endif
