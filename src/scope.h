#ifndef GCREFS_SCOPE_H
#define GCREFS_SCOPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ast.h"
#include "diag.h"
#include "source.h"

/*
 * What every name of a program means: a `struct scope` for each module, function,
 * class, lambda and comprehension, as CPython's symbol table makes them
 * (Python/symtable.c), with the variables of its code object in CPython's order.
 *
 * Names are given as written in the source; in classes `__x` is mangled inside.
 */

enum scope_kind {
	SCOPE_MODULE,
	SCOPE_FUNCTION,		/* def, lambda, generator, comprehension */
	SCOPE_CLASS,
	/* 3.12: the names of type parameters (def f[T]), and a lazily evaluated
	 * bound or value of a type alias. */
	SCOPE_TYPE_PARAMETERS,
};

enum scope_use {
	SCOPE_LOCAL,		/* fast local of a function; name of a class, module */
	SCOPE_GLOBAL_EXPLICIT,	/* declared */
	SCOPE_GLOBAL_IMPLICIT,	/* global or built-in */
	SCOPE_CELL,		/* local, and used by an inner function */
	SCOPE_FREE,		/* of an outer function */
};

/* Names in a fixed order. */
struct scope_names {
	const char **names;	/* interned in the tree, mangled */
	uint32_t count;
};

struct scope {
	enum scope_kind kind;
	const struct ast *node;	/* MODULE, FUNCTION_DEF, LAMBDA, LIST_COMP, ... */
	struct scope *parent;	/* NULL: the module */
	const char *class_name;	/* that mangles names here; NULL: none */

	/* A function's parameters come first: positional, keyword-only, *args, **kw
	 * (2.7: a tuple parameter is ".1", its names follow all parameters); then
	 * the locals in the order in which the compiler meets them.  Up to 3.10
	 * without cells that are no parameters; from 3.11 the same.  From 3.12 with
	 * the variables of the comprehensions that are inlined. */
	struct scope_names varnames;
	struct scope_names cellvars; /* co_cellvars */
	struct scope_names freevars; /* co_freevars */

	bool is_generator;	/* has a yield */
	bool is_coroutine;	/* async def; a comprehension that awaits */
	bool is_nested;		/* within a function */
	bool is_inlined;	/* 3.12: a comprehension run in its parent's frame;
				 * its locals are the parent's (see varnames) */
	/* 2.7: import * or exec in a function: names that are not local, cell or
	 * free are looked up by name (LOAD_NAME), not as globals. */
	bool is_unoptimized;
	bool needs_class_cell;	/* a class whose methods use super() or __class__ */
};

struct scope_table;

/*
 * Makes the scopes of TREE, parsed from S.  NULL: *ERROR is filled with the
 * SyntaxError of CPython's symbol table or compiler, in their order: what is wrong
 * with global, nonlocal and parameters; then `return` outside a function, `break`
 * outside a loop and the like.  Nesting that is too deep gives Python's
 * RecursionError.  TREE gets new names, and must outlive the table.
 */
struct scope_table *scope_analyze(
	struct ast_tree *tree, const struct source *s, struct diag *error);
void scope_table_free(struct scope_table *table);

/* The scope that NODE opens, or NULL if it opens none (in 2.7 a LIST_COMP). */
const struct scope *scope_of(const struct scope_table *table, const struct ast *node);

/* What NAME, as written in SCOPE, means there.  (In an inlined comprehension: as if
 * it were a function.)  A name that does not occur: SCOPE_GLOBAL_IMPLICIT. */
enum scope_use scope_lookup(
	const struct scope_table *table, const struct scope *scope, const char *name);

/* The name that CPython makes of NAME in SCOPE: `__x` in class C is `_C__x`. */
const char *scope_mangle(
	const struct scope_table *table, const struct scope *scope, const char *name);

#endif
