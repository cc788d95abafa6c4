#ifndef GCREFS_EXCEPTION_H
#define GCREFS_EXCEPTION_H

#include "builtin.h"

/* Exception objects: their making and their attributes. */

/* Setter of a getset attribute of exceptions; NULL: none. */
attribute_setter *exception_setter_find(uint32_t id);

/* What can be raised is a KIND_EXCEPTION or, in 2.7, an old-style instance.  The class
 * that sys.exc_info() gives; the index of the word that holds the traceback. */
obj_id exception_class(const struct world *w, obj_id e);
uint32_t exception_traceback_index(const struct world *w, obj_id e);

/* What SystemExit.code and StopIteration.value are made from: sets them as the
 * types' own __init__ do from the arguments that E has. */
void exception_set_value(struct world *w, obj_id e);

/* The pending exception was raised because of CAUSE (taken over), which is its
 * __context__ too (_PyErr_FormatFromCause). */
void exception_because(struct world *w, obj_id cause);

/* Appends NOTE (taken over) to E's __notes__, made when missing.  False: raised. */
bool exception_note(struct world *w, obj_id e, obj_id note);
/* Setter of a getset attribute of classes; NULL: none (builtin_class.c). */
attribute_setter *type_setter_find(uint32_t id);

#endif
