#ifndef GCREFS_BOOT_H
#define GCREFS_BOOT_H

#include "heap.h"
#include "pyversion.h"

/*
 * The world before the first step: what the interpreter has built when it
 * starts a script.  Fixed objects (None, small ints, one-character strings,
 * types, names), the modules, the constants of the program, and the frames
 * that will run it.
 */

/* Fixed objects and registers only: enough for a heap to be used. */
void boot_objects(struct world *w);

/*
 * All of it, for w->unit, in three parts: boot_begin(); for each module of the library
 * boot_library(), which pushes the frame that runs it, to be run to its end; and
 * boot_program().  FILE_NAME becomes __file__ and sys.argv[0].  What the library has
 * made then is the interpreter's: it never dies, and no collection looks at it.
 */
void boot_begin(struct world *w);
void boot_library(struct world *w, uint32_t i);
void boot_program(struct world *w, const char *file_name);

/* Pushes the frame of the module's code. */
void boot_main_frame(struct world *w);

/* The text of a type's name on this version. */
const char *builtin_type_name(struct py_version v, enum builtin_type t);
/* Whether the version has this type under a name of its own. */
bool builtin_type_exists(struct py_version v, enum builtin_type t);
enum builtin_type builtin_type_base(enum builtin_type t);
enum kind builtin_type_kind(enum builtin_type t);

#endif
