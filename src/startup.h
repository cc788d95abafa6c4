#ifndef GCREFS_STARTUP_H
#define GCREFS_STARTUP_H

#include "world.h"

/*
 * What a script finds when it starts that CPython's own start, the compiler and the
 * imported modules have left behind: objects on the free lists, as far as they are
 * still there after the first full collection.
 *
 * In 3.x that collection empties all lists but the one slice.  2.7 leaves lists,
 * dicts and sets alone, so the tables of its compiler, one set a scope, are found
 * again by the program.  Measured: numfree of Objects/listobject.c, dictobject.c and
 * setobject.c before the first statement of scripts with no, one, two ... functions
 * and classes, beside and inside each other, and after each import.
 */
void startup_free_lists(struct world *w);

#endif
