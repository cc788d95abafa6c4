#ifndef GCREFS_PARSE_H
#define GCREFS_PARSE_H

#include "ast.h"
#include "diag.h"
#include "source.h"

/*
 * The syntax tree of a whole file, of the source's Python version.  Accepts all
 * that this Python's own parser accepts.  NULL: *ERROR is filled with Python's
 * own SyntaxError (DIAG_SYNTAX), as that version words and places it.
 *
 * What Python only finds when it sorts out names and compiles ("'return' outside
 * function") is found by scope_analyze().  The tree does not need the source any
 * more.  Nesting is bounded: what is too deep for Python's parser gives Python's
 * error.
 */
struct ast_tree *parse_source(const struct source *s, struct diag *error);

#endif
