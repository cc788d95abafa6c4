#ifndef GCREFS_CODEC_ERROR_H
#define GCREFS_CODEC_ERROR_H

#include "strmethods.h"

/* UnicodeEncodeError, UnicodeDecodeError: their five arguments and their text. */

/* Raises TYPE for O, which could not be encoded or decoded; returns 0. */
obj_id raise_codec(
	struct world *w, enum builtin_type type, const struct codec_failure *f, obj_id o);

/* The text of an exception whose str() is not made of its arguments alone: one of
 * those, or an OSError with a number.  False: it is no such one. */
bool put_special_exception(const struct world *w, obj_id exception, struct strbuf *out);

#endif
