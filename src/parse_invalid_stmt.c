#include "parse_invalid.h"

#include <stdlib.h>

#include "xalloc.h"

static void set_block_error(struct parser *p, const char *type, struct ast_place place,
	const char *format, ...)
{
	va_list args;

	va_start(args, format);
	parse_set_error(p, p->error, type, place, format, args);
	va_end(args);
}

_Noreturn static void fail_block_at_end(
	struct parser *p, struct ast_place place, const char *message)
{
	if (parse_is_2(p))
		set_block_error(p, "IndentationError", place, "%s", message);
	else
		set_block_error(
			p, "SyntaxError", place, "unexpected EOF while parsing");
	parse_set_end_place(p, p->error);
	longjmp(p->failed, 1);
}

_Noreturn void invalid_block(
	struct parser *p, const char *what, const struct token *keyword)
{
	const struct token *t = parse_peek(p);
	static const char message[] = "expected an indented block";

	if (t->kind == TOKEN_ERROR)
		parse_fail(p);
	if (!parse_at_least(p, 3, 9)) {
		struct ast_place place = parse_token_place(t);
		if (!parse_at_least(p, 3, 8) && t->end_column)
			place.column = t->end_column - 1;
		if (t->line > source_line_count(p->source))
			fail_block_at_end(p, place, message);
		parse_fail_at(p, "IndentationError", place, "%s", message);
	}
	if (!p->second_pass)
		parse_fail(p);
	if (parse_at_least(p, 3, 10))
		parse_fail_furthest(p, "IndentationError", "%s after %s on line %u",
			message, what, (unsigned)keyword->line);
	parse_fail_furthest(p, "IndentationError", "%s", message);
}

/* The colon of a compound statement is missing; where CPython's grammar forces it
 * ("&&':'"), whatever stands there. */
void invalid_missing_colon(struct parser *p)
{
	if (parse_at_least(p, 3, 10) && parse_at(p, TOKEN_NEWLINE))
		parse_fail_furthest(p, "SyntaxError", "expected ':'");
}

void invalid_match_colon(struct parser *p)
{
	invalid_missing_colon(p);
}

void invalid_class_colon(struct parser *p)
{
	invalid_missing_colon(p);
}

void invalid_def(struct parser *p)
{
	if (parse_at_least(p, 3, 11))
		parse_fail_token(p, parse_peek(p), "expected '('");
}

/* ---- imports */

void invalid_import_names(struct parser *p)
{
	if (parse_at(p, TOKEN_NEWLINE) && parse_at_least(p, 3, 13))
		parse_fail_token(
			p, parse_peek(p), "Expected one or more names after 'import'");
}

void invalid_import_comma(struct parser *p, const char *message)
{
	if (parse_at(p, TOKEN_NEWLINE))
		parse_fail_furthest(p, "SyntaxError", "%s", message);
}

/* ---- try */

void invalid_except(struct parser *p, bool star)
{
	if (!parse_at_least(p, 3, 10))
		return;
	if (star && (parse_at(p, TOKEN_NEWLINE) || parse_at(p, TOKEN_COLON)))
		parse_fail_furthest(
			p, "SyntaxError", "expected one or more exception types");
	if (parse_at(p, TOKEN_NEWLINE))
		parse_fail_furthest(p, "SyntaxError", "expected ':'");
}

void invalid_except_list(struct parser *p, const struct token *first)
{
	size_t at = p->at;
	struct ast_place place = parse_token_place(first);

	if (!parse_at_least(p, 3, 10) || parse_at_least(p, 3, 14))
		return;
	parse_next(p);
	struct ast *more = parse_attempt(p, parse_expressions);
	bool ends = parse_at(p, TOKEN_COLON) ||
		(parse_at(p, TOKEN_AS) && parse_peek_at(p, 1)->kind == TOKEN_NAME &&
			parse_peek_at(p, 2)->kind == TOKEN_COLON);
	if (more && ends) {
		const struct token *last = &p->list.tokens[p->furthest];
		place.end_line = last->line;
		place.end_column = last->column;
		parse_fail_at(p, "SyntaxError", place,
			"multiple exception types must be parenthesized");
	}
	p->at = at;
}

void invalid_mixed_except(struct parser *p, const struct ast *handler)
{
	struct ast_place place = handler->place;

	place.end_line = place.line;
	place.end_column = place.column + 6;
	if (p->second_pass)
		parse_fail_at(p, "SyntaxError", place,
			"cannot have both 'except' and 'except*' on the same 'try'");
	parse_fail(p);
}

void invalid_after_try(struct parser *p)
{
	if (parse_at_least(p, 3, 10) && !parse_at(p, TOKEN_EXCEPT) &&
		!parse_at(p, TOKEN_FINALLY))
		parse_fail_furthest(
			p, "SyntaxError", "expected 'except' or 'finally' block");
}

/* ---- patterns */

void invalid_class_pattern(struct parser *p)
{
	if (!parse_at(p, TOKEN_RPAR) && parse_starts_expression(p))
		parse_fail_token(p, parse_peek(p),
			"positional patterns follow keyword patterns");
}

void invalid_as_pattern(struct parser *p)
{
	const struct token *t = parse_peek(p);

	if (parse_token_is(t, "_"))
		parse_fail_token(p, t, "cannot use '_' as a target");
	if (t->kind == TOKEN_NAME)
		return;
	struct ast *node = parse_attempt(p, parse_expression);
	if (node)
		parse_fail_node(p, node, "invalid pattern target");
}
