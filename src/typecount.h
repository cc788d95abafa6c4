#ifndef GCREFS_TYPECOUNT_H
#define GCREFS_TYPECOUNT_H

#include "heap.h"

/*
 * What CPython makes for a class besides what the program can see (type_new,
 * PyType_Ready): counted when the class is made, given back when it dies.
 */

/* VALUE of __slots__, of which COUNT become members. */
void typecount_slots(struct world *w, obj_id value, uint32_t count);
/* The mro of TYPE, N classes, and the lists that it is made from. */
void typecount_mro(struct world *w, obj_id type, uint32_t n);
/* Its bases learn of TYPE; its attributes are told their names. */
void typecount_links(struct world *w, obj_id type);
/* TYPE is about to be freed. */
void typecount_discharge(struct world *w, obj_id type);

#endif
