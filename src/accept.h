#ifndef GCREFS_ACCEPT_H
#define GCREFS_ACCEPT_H

#include "ast.h"
#include "pyversion.h"

/*
 * What of Python the present engine runs: the table accept.def.
 */

enum construct {
#define ACCEPT(name, now, text, instead) CONSTRUCT_##name,
#include "accept.def"
#undef ACCEPT
	CONSTRUCT_COUNT
};

bool compile_accepts(enum construct construct);
/* "a lambda"; and what can be written instead, or NULL. */
const char *construct_name(enum construct construct);
const char *construct_instead(enum construct construct);

/* The first module that NODE, an import, names and that there is not; NULL: there are
 * all.  (accept_import.c) */
const char *import_unaccepted(const struct ast *node);
/* What to do without it, or NULL. */
const char *import_instead(const char *name);

/*
 * The first place in the tree ROOT that compile_accepts() does not: the node, and
 * in *CONSTRUCT what it is.  NULL: all is accepted.
 */
const struct ast *find_unaccepted(
	const struct ast *root, struct py_version v, enum construct *construct);

#endif
