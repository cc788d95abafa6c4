#ifndef GCREFS_COMPILE_H
#define GCREFS_COMPILE_H

#include <stddef.h>

#include "code.h"
#include "diag.h"
#include "pyversion.h"

/*
 * From Python source to operations.
 *
 * The operations do, in the order in which they do it, what the code that
 * CPython of the same version compiles from the same source does: same loads,
 * same temporaries, same constants.  That order decides every refcount a program
 * can see, so each construct follows CPython's Python/compile.c (codegen.c from
 * 3.14), ast_opt.c and peephole.c of its version; what was folded there is
 * folded here.
 */

/*
 * Compiles the LENGTH bytes of a file for version V.  FILE_NAME goes into
 * code objects and messages as it is.  The result is to be given back with
 * unit_free().  NULL after a mistake, which D then tells: DIAG_SYNTAX for what
 * Python itself would refuse, DIAG_REFUSED for what compile_accepts()
 * (accept.h) does not.
 */
struct unit *compile_source(const char *bytes, size_t length, const char *file_name,
	struct py_version v, struct diag *d);

/* The same for all of the language that the compiler knows, whether or not
 * compile_accepts() it: for tests of the compiler itself. */
struct unit *compile_whole_language(const char *bytes, size_t length,
	const char *file_name, struct py_version v, struct diag *d);

/* The same for a module of the library (library.h), whose code gets FLAGS
 * (CODE_LIBRARY, CODE_NATIVE). */
struct unit *compile_library(const char *bytes, size_t length, const char *file_name,
	struct py_version v, uint32_t flags, struct diag *d);

/* Frees the unit and everything in it.  NULL is allowed. */
void unit_free(struct unit *unit);

#endif
