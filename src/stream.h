#ifndef GCREFS_STREAM_H
#define GCREFS_STREAM_H

#include "heap.h"

/* sys.stdout and sys.stderr: objects of type T_FILE (KIND_PARTS). */

obj_id stream_new(struct world *w, uint32_t stream);
/* 1 or 2; 0: O is no such object. */
int stream_of(const struct world *w, obj_id o);
/* What sys.stdout is now; borrowed, 0: there is none. */
obj_id stream_current(const struct world *w);

/* 2.7: whether a space is due before the next print item. */
bool stream_softspace(const struct world *w, obj_id o);
void stream_set_softspace(struct world *w, obj_id o, bool on);

#endif
