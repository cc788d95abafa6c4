#ifndef GCREFS_UNRAISABLE_H
#define GCREFS_UNRAISABLE_H

#include "world.h"

/* An exception that nobody can catch, of a __del__ or a callback: "Exception ignored
 * in ...".  The machine calls it for FRAME_UNRAISABLE, which frame.h pushes. */
void unraisable_step(struct world *w);

#endif
