#ifndef GCREFS_SURFACE_H
#define GCREFS_SURFACE_H

#include <stdbool.h>
#include <stdint.h>

#include "pyversion.h"

/*
 * What the built-in types and modules of the real interpreters have, as names:
 * surface.def, written by tools/surface.py.  gcrefs does not have all of it; what it
 * lacks it must refuse, and never say that Python has no such thing.
 */
enum surface_kind {
	SURFACE_SLOT,		/* a slot wrapper: list.__len__ */
	SURFACE_METHOD,
	SURFACE_CLASS_METHOD,	/* dict.fromkeys */
	SURFACE_STATIC,		/* __new__, str.maketrans */
	SURFACE_GETSET,		/* an attribute */
	SURFACE_MEMBER,		/* an attribute that is a word of the C struct */
	SURFACE_NONE,		/* None: list.__hash__ */
	SURFACE_VALUE		/* something else: __doc__ */
};

enum surface_module {
	SURFACE_BUILTINS, SURFACE_GC, SURFACE_SYS, SURFACE_WEAKREF,
	SURFACE_MATH,
	SURFACE_MODULES
};

struct surface_row {
	int owner;		/* enum builtin_type or surface_module */
	enum surface_kind kind;	/* of types only */
	uint16_t since, until;	/* as 207 (2.7), 311; until 0: no end */
	const char *names;	/* separated by spaces */
};

/* The rows of all types, of all modules; ended by one without names. */
extern const struct surface_row surface_types[], surface_modules[];

/* Whether version V has what the row says. */
bool surface_applies(const struct surface_row *row, struct py_version v);

/* The next name of a row's: *cursor is set to row->names first.  Its length goes to
 * *LENGTH; NULL: there is none. */
const char *surface_next(const char **cursor, int *length);

/* Whether MODULE has NAME in version V. */
bool surface_module_has(enum surface_module module, struct py_version v, const char *name);

/* The module called NAME; SURFACE_MODULES: none of these. */
enum surface_module surface_module_named(const char *name);

#endif
