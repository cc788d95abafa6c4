#ifndef GCREFS_PERCENT_H
#define GCREFS_PERCENT_H

#include "call.h"

/* TEMPLATE % VALUES: a new text.  OUT_PUSHED when __str__, __repr__ or
 * __getitem__ is Python code (a FRAME_BUILTIN, percent_step). */
enum outcome format_percent(
	struct world *w, obj_id template, obj_id values, uint32_t dst, obj_id *result);

#endif
