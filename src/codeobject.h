#ifndef GCREFS_CODEOBJECT_H
#define GCREFS_CODEOBJECT_H

#include "code_read.h"

/*
 * Code as objects: one KIND_CODE for each code of the unit, made before the
 * first step.  Its items are the constants, then str objects for the names,
 * the local names and the cell names; behind them a word with the number of
 * the code in the unit, and one that counts its calls.
 */

/* Makes the code object of a module, and those in it; new reference.  AST: also a
 * list of the constants that the syntax tree holds (pythonrun.c keeps its arena until
 * the program has ended), a new reference; NULL: it came without source, as an
 * imported module does. */
obj_id code_object_build(struct world *w, const struct code *code, obj_id *ast);

/* The native str object for an identifier known at boot: the fixed one if
 * there is one, else one for all equal texts.  Only while the world is built.
 * New reference. */
obj_id name_new(struct world *w, const char *text);

#endif
