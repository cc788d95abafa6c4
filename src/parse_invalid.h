#ifndef GCREFS_PARSE_INVALID_H
#define GCREFS_PARSE_INVALID_H

#include "parse_core.h"

/*
 * The better messages: what is tried in the second pass over a wrong program (3.9
 * and later), each after CPython's rule "invalid_..." of a like name in
 * Grammar/python.gram.  Each returns when its case is not given.
 */

/* parse_invalid_expr.c: inside expressions */
void invalid_legacy(struct parser *p);
void invalid_after_disjunction(
	struct parser *p, const struct token *start, struct ast *left);
void invalid_named(struct parser *p, const struct ast *left);
void invalid_keyword_generator(struct parser *p, const struct token *start);
void invalid_keyword_expression(struct parser *p, const struct ast *node);
void invalid_positional(struct parser *p, const char *message);
void invalid_comprehension(struct parser *p, const struct ast *elt);
void invalid_tuple_comprehension(struct parser *p, size_t mark);
void invalid_group(struct parser *p, const struct ast *inner);
void invalid_dict_value(struct parser *p);
void invalid_dict_unpacking(struct parser *p, const struct ast *value);
/* In an f-string's field (3.12). */
void invalid_field_start(struct parser *p);
void invalid_after_field(struct parser *p, bool debug);
void invalid_after_conversion(struct parser *p, bool given);
void invalid_after_format(struct parser *p);
void invalid_conversion(struct parser *p);

/* parse_invalid_target.c: what may be bound, deleted, annotated */
/* Whether the grammar (3.9 and later) takes NODE as a target. */
bool invalid_is_target(struct parser *p, const struct ast *node, enum ast_context ctx);
/* TARGET is the first of its statement, or a later one. */
void invalid_assignment(struct parser *p, const struct ast *target, bool first);
void invalid_augmented(struct parser *p, const struct ast *target);
void invalid_old_augmented(struct parser *p, const struct ast *target);
void invalid_annotation(struct parser *p, const struct ast *target);
/* The tokens of TARGET begin at AT. */
void invalid_for_target(struct parser *p, size_t at, const struct ast *target);
void invalid_with_target(struct parser *p, const struct ast *target);
void invalid_del(struct parser *p);

/* parse_invalid_params.c: parameters */
void invalid_default(struct parser *p);
void invalid_nondefault(struct parser *p, const struct ast *node);
void invalid_slash(struct parser *p, const struct token *t, bool first, bool second,
	bool after_star);
void invalid_second_star(struct parser *p, const struct token *t);
void invalid_star_default(struct parser *p);
void invalid_after_kwarg(struct parser *p);
void invalid_kwarg_default(struct parser *p);
void invalid_parameter(struct parser *p);
void invalid_type_bound(struct parser *p, enum ast_kind kind);
void invalid_empty_type_params(struct parser *p);

/* parse_invalid_stmt.c: statements */
/* Where an indented block is missing; does not return. */
_Noreturn void invalid_block(
	struct parser *p, const char *what, const struct token *keyword);
void invalid_missing_colon(struct parser *p);
void invalid_match_colon(struct parser *p);
void invalid_class_colon(struct parser *p);
void invalid_def(struct parser *p);
void invalid_import_names(struct parser *p);
void invalid_import_comma(struct parser *p, const char *message);
void invalid_except(struct parser *p, bool star);
void invalid_except_list(struct parser *p, const struct token *first);
void invalid_mixed_except(struct parser *p, const struct ast *handler);
void invalid_after_try(struct parser *p);
void invalid_class_pattern(struct parser *p);
void invalid_as_pattern(struct parser *p);

#endif
