#ifndef GCREFS_TEXT_SLICE_H
#define GCREFS_TEXT_SLICE_H

#include "heap.h"

/* Characters of a text (bytes of a byte string): where they are, pieces. */

/* Offset of the first byte of character I (I may be the length). */
uint32_t text_offset(const struct world *w, obj_id o, uint32_t i);

/* COUNT characters from START on, each STEP further, as a text of the same kind;
 * a whole text of the built-in type is itself (new reference). */
obj_id text_slice(struct world *w, obj_id o, int64_t start, int64_t step, uint32_t count);

#endif
