#ifndef GCREFS_CLASS_END_H
#define GCREFS_CLASS_END_H

#include "call.h"

/*
 * The end of type.__new__: values in the namespace learn their names (__set_name__),
 * then the base learns of its subclass (__init_subclass__).  3.6+.
 * Source: CPython, Objects/typeobject.c, type_new_set_names, type_new_init_subclass.
 */

/* Whether CLASS, just made with COUNT further keywords, needs it. */
bool class_end_needed(const struct world *w, obj_id class, uint32_t count);

/* Pushes a frame that does it; its result, CLASS (taken over), comes to DST.  KEYWORDS: a
 * dict of the further keywords; 0: none. */
void class_end_push(struct world *w, obj_id class, obj_id keywords, uint32_t dst);

/* object.__init_subclass__ of CLASS refuses arguments; returns 0. */
obj_id class_end_refuse(struct world *w, obj_id class);

#endif
