#ifndef GCREFS_CLASS_BASES_H
#define GCREFS_CLASS_BASES_H

#include "heap.h"

/*
 * What a new class takes from its bases: layout, metaclass, order of lookup.
 * Each call raises TypeError and returns 0 when the bases do not go together.
 * Source: CPython, Objects/typeobject.c, best_base, _PyType_CalculateMetaclass,
 * mro_implementation and pmerge.
 */

/* The base whose instances' layout the new class takes; borrowed.  2.7: classic
 * ones do not count. */
obj_id class_best_base(struct world *w, obj_id bases);

/* The most derived of META and the classes of all bases; borrowed. */
obj_id class_metaclass(struct world *w, obj_id meta, obj_id bases);

/* The mro tuple of TYPE with BASES; a new reference. */
obj_id class_linearize(struct world *w, obj_id type, obj_id bases);

#endif
