#ifndef GCREFS_SCOPE_CHECK_H
#define GCREFS_SCOPE_CHECK_H

#include "scope_core.h"

/* Mistakes that CPython's compiler finds, not its grammar (Python/compile.c, and
 * Python/future.c for imports from __future__). */

/* `scope_state` in scope_core.h holds the statements around the current one, in the
 * current function: CPython's u_fblock. */
struct scope_state scope_state_enter(struct scope_table *t);
void scope_state_leave(struct scope_table *t, struct scope_state saved);
void scope_state_push(struct scope_table *t, enum state_kind kind,
	const struct ast *node, const struct ast_list *finalbody);
void scope_state_pop(struct scope_table *t);

/* Before the symbol table is built. */
void scope_check_futures(struct scope_table *t);
void scope_check_future(struct scope_table *t, const struct ast *node);

void scope_check_return(
	struct scope_table *t, const struct block *b, const struct ast *node);
void scope_check_jump(struct scope_table *t, const struct ast *node);
void scope_check_yield(
	struct scope_table *t, const struct block *b, const struct ast *node);
void scope_check_async(struct scope_table *t, const struct block *b,
	const struct ast *node, const char *what);
void scope_check_async_comprehension(struct scope_table *t, const struct block *b,
	const struct block *inner, const struct ast *node);
/* PLACE: of the statement compiled last, which is what 2.7 reports. */
void scope_check_bare(struct scope_table *t, const struct ast *handler, bool is_last,
	struct ast_place place);
/* PLACE: of the call. */
void scope_check_keywords(struct scope_table *t, const struct ast_list *keywords,
	struct ast_place place);
/* The elements of a tuple or list that is assigned to. */
void scope_check_stars(struct scope_table *t, const struct ast *node);
/* A starred expression where none may be. */
_Noreturn void scope_check_starred(struct scope_table *t, const struct ast *node);
/* __debug__ */
void scope_check_name(struct scope_table *t, const char *name, enum ast_context ctx,
	struct ast_place place);
/* The name of a def and those of its parameters. */
void scope_check_parameters(
	struct scope_table *t, const struct ast *def, const struct ast *args);
void scope_check_match(struct scope_table *t, const struct ast *node);

#endif
