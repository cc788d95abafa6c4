#ifndef GCREFS_LIBRARY_H
#define GCREFS_LIBRARY_H

#include "code.h"
#include "diag.h"
#include "pyversion.h"

/*
 * The modules of the standard library that are written in the scenario language: the
 * files of lib/, which are in the binary (library_texts.c, made by tools/library).
 *
 * They are our own text, one for all versions.  Lines with a directive say what
 * differs; they are taken out, and so are those that they rule out:
 *
 *	#native		the module is C code in CPython: its frames are not seen
 *	#since 3.3	the module does not exist before (the first line that holds)
 *	#until 2.7	nor after
 *	#if 3.7		the lines up to #else or #end are for 3.7 and later,
 *	#if <3.7	for versions before it
 *	#at 3.6:81 3.7:112	the next line is line 81 of the module in CPython 3.6, ...:
 *			empty lines are put before it, so that tracebacks name it
 */
struct library_text {
	const char *name;	/* of the module: "functools", "collections.abc" */
	const char *text;
	uint32_t length;
};

extern const struct library_text library_texts[];
extern const uint32_t library_text_count;

/* Whether there is such a module, in whichever version. */
bool library_has(const char *name);

/* Adds the modules that UNIT imports, and those that they import, to it.  False, and
 * D says why: a text of the library is wrong. */
bool library_link(struct unit *unit, struct py_version v, struct diag *d);

#endif
