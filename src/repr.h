#ifndef GCREFS_REPR_H
#define GCREFS_REPR_H

#include "call.h"
#include "strbuf.h"

/*
 * The text of values: repr(), str(), print.
 *
 * Without Python code it is C; a __repr__ or __str__ written in Python, at any
 * depth inside containers, runs in frames (FRAME_REPR holds the container, the
 * position and the text so far).
 */

/* repr(o) or str(o), a native str: OUT_VALUE, OUT_ERROR, or OUT_PUSHED (the
 * result comes to DST, and has been checked to be a str). */
enum outcome repr_of(struct world *w, obj_id o, uint32_t dst, obj_id *result);
enum outcome str_of(struct world *w, obj_id o, uint32_t dst, obj_id *result);
/* The same as str_of() for 2.7's print statement, which makes fewer objects. */
enum outcome print_of(struct world *w, obj_id o, uint32_t dst, obj_id *result);

/* The machine calls it for FRAME_REPR. */
void repr_step(struct world *w);

/* The same without Python code, for messages: an instance whose __repr__ is
 * written in Python is shown by its default text. */
void repr_text(const struct world *w, obj_id o, struct strbuf *out);
void str_text(const struct world *w, obj_id o, struct strbuf *out);

/* Whether str(o) runs Python code. */
bool str_takes_python(const struct world *w, obj_id o);

/* The default texts, for messages: "<__main__.A object at 0x7f...>". */
void put_default_repr(const struct world *w, obj_id o, struct strbuf *out);

#endif
