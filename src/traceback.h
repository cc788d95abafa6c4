#ifndef GCREFS_TRACEBACK_H
#define GCREFS_TRACEBACK_H

#include "frame.h"
#include "strbuf.h"

/*
 * Traceback objects, and the text of an uncaught exception.
 *
 * What Python code has to say (a __str__ of the exception) must be asked before:
 * TEXTS is a list of exceptions, each followed by its str(), for those whose str()
 * takes Python code (str_takes_python()); 0: none.
 */

/* The traceback of a frame that an exception is leaving: prepended to the
 * exception's.  F is a FRAME_PYTHON. */
void traceback_add(struct world *w, obj_id exception, uint32_t f);

/* What an uncaught exception is printed with: those that led to it (__cause__,
 * __context__), the oldest first, itself last.  To be freed; *count of them. */
struct traceback_link {
	obj_id exception;
	bool is_cause;		/* of the next one; else its context */
};
struct traceback_link *traceback_chain(const struct world *w, obj_id exception,
	uint32_t *count);

/* "Traceback (most recent call last):", File lines, last line, for all of the chain. */
void traceback_text(const struct world *w, obj_id exception, obj_id texts,
	struct strbuf *out);
/* Writes it to standard error. */
void traceback_print(struct world *w, obj_id exception, obj_id texts);

/* A str() that FRAME_REPR has delivered to frame F (or its error, which is shown as
 * such) goes into TEXTS (0: a new list) with its exception.  Returns the list. */
obj_id traceback_take_text(struct world *w, obj_id texts, obj_id exception, uint32_t f);

/* The same of the exception alone as an error that is ignored is shown: by
 * CPython's C code, which knows no suggestions and, from 3.13 on, no carets. */
void traceback_ignored_text(const struct world *w, obj_id exception, obj_id texts,
	struct strbuf *out);

#endif
