#ifndef GCREFS_ERRORS_H
#define GCREFS_ERRORS_H

#include "frame.h"
#include "lookup.h"

/*
 * Python exceptions raised by the engine.  All of these leave a new exception
 * object in REG_EXCEPTION and return 0, so that a function that returns a
 * reference can `return raise(...)`.
 */
obj_id raise_error(struct world *w, enum builtin_type type, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* With one argument (KeyError(key), StopIteration(value)); VALUE is borrowed.
 * 0: none. */
obj_id raise_value(struct world *w, enum builtin_type type, obj_id value);

/* An exception object of TYPE with ARGS (a tuple, taken over). */
obj_id exception_new(struct world *w, obj_id type, obj_id args);

/* Up to 3.11 C code raises a type and a value; the exception and its args are made
 * when somebody handles it (PyErr_NormalizeException), or never.  A new exception E
 * is counted when CPython makes it at once, else marked; */
void exception_raised(struct world *w, obj_id e);
/* and that is what is done when E is handled. */
void exception_normalize(struct world *w, obj_id e);

/* 3.x: what was being handled when EXCEPTION is raised becomes its __context__. */
void exception_set_context(struct world *w, obj_id exception);

/* Whether O is an instance of the built-in exception TYPE (or below it). */
bool exception_is(const struct world *w, obj_id o, enum builtin_type type);

/* str(exception), without Python code. */
struct strbuf;
void exception_text(const struct world *w, obj_id exception, struct strbuf *out);

#endif
