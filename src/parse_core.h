#ifndef GCREFS_PARSE_CORE_H
#define GCREFS_PARSE_CORE_H

#include <setjmp.h>

#include "ast.h"
#include "diag.h"
#include "lex.h"
#include "source.h"

/*
 * What the files of the parser share; nobody else includes this.
 *
 * The parser is a recursive descent over the tokens of the whole file, with
 * precedence climbing for operators.  A rule consumes its tokens and returns its
 * node; one that cannot go on does not return (parse_fail() and its kin jump out).
 *
 * From 3.9 on CPython parses twice: a first pass only finds that something is
 * wrong, and at which token; a second one looks for a better message with rules
 * for wrong programs ("invalid_..." in its grammar), which may look far ahead.
 * `second_pass` says that we are in that one.
 *
 * Before 3.9 CPython parses the whole file and only then builds the tree; mistakes
 * found while building it ("can't assign to literal") lose against a later
 * mistake in the grammar.  parse_fail_late() keeps the first of them.
 */
struct parser {
	const struct source *source;
	struct py_version version;
	struct ast_tree *tree;
	struct token_list list;
	size_t at;		/* the next token */
	size_t furthest;	/* the last token that was looked at */
	size_t fail_at;		/* where the grammar did not go on, the furthest */
	bool second_pass;
	int depth;		/* of the rules under way, in CPython's units */
	bool in_async;		/* 3.6: `async` and `await` are keywords here */
	bool in_bases;		/* reads the bases of a class: no bare generator */
	bool in_lambda;		/* reads a lambda's parameters */
	bool unicode_literals;	/* 2.7: from __future__ import unicode_literals */
	bool in_fstring;	/* before 3.12: parses an expression in an f-string */
	struct trial *trial;
	struct ast **items;	/* lists under construction, innermost last */
	size_t item_count, item_capacity;
	/* Text under construction; here, so that it is freed after a failure. */
	struct strbuf literal, encoded, decoded;
	struct diag *error;	/* an error of the user's, when `failed` is jumped to */
	struct diag late;	/* before 3.9: the first mistake in a grammatical file */
	jmp_buf failed;
};

typedef struct ast *parse_rule(struct parser *p);

/* ---- tokens */

bool parse_at_least(const struct parser *p, int major, int minor);
bool parse_is_2(const struct parser *p);
const struct token *parse_peek(struct parser *p);
/* The token N after the next. */
const struct token *parse_peek_at(struct parser *p, size_t n);
/* The token consumed last. */
const struct token *parse_last(const struct parser *p);
bool parse_at(struct parser *p, enum token_kind kind);
bool parse_accept(struct parser *p, enum token_kind kind);
/* Consumes a token of KIND or fails. */
const struct token *parse_expect(struct parser *p, enum token_kind kind);
/* Consumes any token. */
const struct token *parse_next(struct parser *p);
/* Whether the next token is the NAME with this spelling (a soft keyword). */
bool parse_at_word(struct parser *p, const char *word);
bool parse_token_is(const struct token *t, const char *word);
/* A NAME token as an interned name. */
const char *parse_name(struct parser *p);

/* ---- nodes */

struct ast_place parse_token_place(const struct token *t);
/* From START to the end of the token consumed last. */
struct ast_place parse_place_from(const struct parser *p, const struct token *start);
struct ast *parse_node(
	struct parser *p, enum ast_kind kind, const struct token *start);

/* Gives back what a parser owns (not its tree, source, error). */
void parse_release(struct parser *p);

/* A list is built by pushing; parse_list() takes what was pushed since MARK. */
size_t parse_mark(const struct parser *p);
void parse_push(struct parser *p, struct ast *item);
struct ast_list parse_list(struct parser *p, size_t mark);

/* ---- depth */

/* Enters a rule that CPython's parser spends UNITS of its stack on. */
void parse_enter(struct parser *p, int units);
void parse_leave(struct parser *p, int units);

/* ---- failing */

/* The grammar does not go on here: "invalid syntax" or what the version says. */
_Noreturn void parse_fail(struct parser *p);
/* The user's mistake, said in CPython's words about a place; ends the parse. */
_Noreturn void parse_fail_at(struct parser *p, const char *type,
	struct ast_place place, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
_Noreturn void parse_fail_node(struct parser *p, const struct ast *node,
	const char *format, ...) __attribute__((format(printf, 3, 4)));
/* At the last token that was looked at. */
_Noreturn void parse_fail_furthest(struct parser *p, const char *type,
	const char *format, ...) __attribute__((format(printf, 3, 4)));
_Noreturn void parse_fail_token(struct parser *p, const struct token *t,
	const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The same, but before 3.9 only if the rest of the file is grammatical. */
void parse_fail_late(struct parser *p, const struct ast *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* A mistake in a string: 3.10 and 3.11 point at what follows the strings. */
_Noreturn void parse_fail_string(struct parser *p, const struct token *t,
	const char *format, ...) __attribute__((format(printf, 3, 4)));
/* An error whose caret is at a place but which has no range. */
void parse_set_error(struct parser *p, struct diag *d, const char *type,
	struct ast_place place, const char *format, va_list args);

/* Puts an error where versions before 3.10 see the end of the file. */
void parse_set_end_place(struct parser *p, struct diag *d);

/* RULE's node, or NULL and nothing consumed when the grammar does not allow it. */
struct ast *parse_attempt(struct parser *p, parse_rule *rule);

/* parse.c: RULE in one pass or two; NULL: p->error is set. */
struct ast *parse_run(struct parser *p, parse_rule *rule);

/* ---- rules, by file */

/* parse_stmt.c */
struct ast *parse_module(struct parser *p);
struct ast_list parse_block(
	struct parser *p, const char *what, const struct token *keyword);
void parse_statement(struct parser *p);
void parse_simple_line(struct parser *p);

/* parse_simple.c: one small statement */
struct ast *parse_simple(struct parser *p);

/* parse_compound.c, parse_def.c */
bool parse_at_compound(struct parser *p);
struct ast *parse_compound(struct parser *p);
struct ast *parse_decorated(struct parser *p);
struct ast *parse_funcdef(struct parser *p, const struct token *start,
	struct ast_list decorators, bool is_async);
struct ast *parse_classdef(
	struct parser *p, const struct token *start, struct ast_list decorators);
struct ast_list parse_type_params(struct parser *p);

/* parse_params.c: parameters up to CLOSE (a parenthesis or a colon) */
struct ast *parse_parameters(struct parser *p, enum token_kind close);

/* parse_match.c */
struct ast *parse_match(struct parser *p);

/* parse_expr.c */
struct ast *parse_expression(struct parser *p);		/* test */
struct ast *parse_disjunction(struct parser *p);	/* or_test */
struct ast *parse_bitor(struct parser *p);		/* expr */
struct ast *parse_named(struct parser *p);		/* namedexpr_test */
/* The same as an argument, where `=` means a keyword. */
struct ast *parse_named_argument(struct parser *p);
struct ast *parse_star_or_named(struct parser *p);
struct ast *parse_star_or_expression(struct parser *p);
/* One expression, or a tuple without parentheses. */
struct ast *parse_star_expressions(struct parser *p);
struct ast *parse_expressions(struct parser *p);	/* testlist */
struct ast *parse_slices(struct parser *p);
struct ast *parse_yield(struct parser *p);
struct ast *parse_lambda(struct parser *p, parse_rule *body);
/* Targets of for and of comprehensions, and of del: in context CTX. */
struct ast *parse_target_list(struct parser *p, enum ast_context ctx);
bool parse_starts_expression(struct parser *p);
bool parse_token_starts_expression(const struct parser *p, const struct token *t);

/* parse_primary.c */
struct ast *parse_primary(struct parser *p);	/* await, atom, trailers */
/* Arguments of a call or a class, between the parentheses. */
void parse_arguments(
	struct parser *p, struct ast_list *args, struct ast_list *keywords);

/* parse_atom.c */
struct ast *parse_atom(struct parser *p);
bool parse_at_comprehension(struct parser *p);
struct ast_list parse_comprehension(struct parser *p, bool old_list);

/* parse_string.c, parse_fstring.c, parse_number.c */
struct ast *parse_strings(struct parser *p);
struct ast *parse_number(struct parser *p);
/* A STR or BYTES constant of the text between the quotes. */
struct ast_value parse_decode(struct parser *p, const struct token *t,
	const char *text, size_t length, bool raw, bool bytes);
/* The parts of an f-string token (before 3.12), pushed one by one. */
void parse_old_fstring(
	struct parser *p, const struct token *t, const char *text, size_t length, bool raw);
/* FSTRING_START to FSTRING_END (from 3.12), pushed one by one. */
void parse_new_fstring(struct parser *p);

/* parse_target.c */
void parse_set_context(struct parser *p, struct ast *node, enum ast_context ctx);
/* "function call", "literal", ...: what 3.8 and later call NODE in messages. */
const char *parse_expr_name(const struct parser *p, const struct ast *node);
/* Names that may not be bound (None, __debug__, ...): fails. */
void parse_check_name(struct parser *p, const char *name, const struct ast *node);

#endif
