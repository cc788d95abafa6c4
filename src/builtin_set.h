#ifndef GCREFS_BUILTIN_SET_H
#define GCREFS_BUILTIN_SET_H

#include "special.h"

/* The class of a new set that an operation on SET makes: from 3.x on never a
 * subclass. */
obj_id set_result_class(const struct world *w, obj_id set);

/* gc_charge() for a new set of CLASS. */
bool set_charge(struct world *w, obj_id class);

#endif
