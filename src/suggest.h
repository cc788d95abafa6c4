#ifndef GCREFS_SUGGEST_H
#define GCREFS_SUGGEST_H

#include "strbuf.h"
#include "world.h"

/*
 * What Python adds to the message of an uncaught NameError, AttributeError (3.10+)
 * or ImportError (3.12+): ". Did you mean: 'print'?", and from 3.12 on ". Did you
 * forget to import 'sys'?".  It is no part of str(exception).
 *
 * Sources: CPython, Python/suggestions.c; 3.13, Lib/traceback.py,
 * _compute_suggestion_error.  The candidates are all names that the real version has,
 * whether or not gcrefs knows what they name (tools/suggest_names.py).
 */

/* Appends it to OUT, if there is something to say of EXCEPTION. */
void suggest_put(const struct world *w, obj_id exception, struct strbuf *out);

/* What an exception is about, for suggestions: NAME was not found in OBJECT (0: a
 * variable).  Does nothing before 3.10, or when EXCEPTION knows it already. */
void suggest_note(struct world *w, obj_id exception, obj_id name, obj_id object);

/* The distance of two names in costs of CPython: 2 for a character that is added,
 * removed or replaced, 1 for a change of its case; more than MAX: MAX + 1 or more. */
size_t suggest_distance(const char *a, size_t a_length, const char *b, size_t b_length,
	size_t max);

#endif
