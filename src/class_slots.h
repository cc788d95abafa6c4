#ifndef GCREFS_CLASS_SLOTS_H
#define GCREFS_CLASS_SLOTS_H

#include "heap.h"

/*
 * What __slots__ of a class statement asks for.
 * Source: CPython, Objects/typeobject.c, type_new and _Py_Mangle.
 */
struct class_slots {
	bool given;		/* there is a __slots__ */
	bool dict, weak;	/* __dict__, __weakref__ are among them */
	uint32_t count;
	char **names;		/* the others: mangled, sorted; owned */
};

/* Reads what NAMESPACE says for a class NAME on BASE.  False: raised, *s is empty. */
bool class_slots_read(struct world *w, obj_id name, obj_id namespace, obj_id base,
	struct class_slots *s);
void class_slots_free(struct class_slots *s);

/* Whether instances of BASE are of different lengths (tp_itemsize). */
bool class_has_items(const struct world *w, obj_id base);

#endif
