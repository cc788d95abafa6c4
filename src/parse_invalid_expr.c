#include "parse_invalid.h"

#include <string.h>

static struct ast_place range(const struct ast *first, const struct ast *last)
{
	return (struct ast_place){first->place.line, first->place.column,
		last->place.end_line, last->place.end_column};
}

static struct ast_place from_token(const struct token *first, const struct ast *last)
{
	return (struct ast_place){first->line, first->column, last->place.end_line,
		last->place.end_column};
}

static bool is_legacy(const struct ast *node)
{
	return node->kind == AST_NAME && !node->parenthesized &&
		(strcmp(node->name.id, "print") == 0 ||
			strcmp(node->name.id, "exec") == 0);
}

/* print "x", exec "x" */
void invalid_legacy(struct parser *p)
{
	const struct token *t = parse_peek(p);
	size_t at = p->at;

	if (!parse_at_least(p, 3, 10) ||
		!(parse_token_is(t, "print") || parse_token_is(t, "exec")) ||
		parse_peek_at(p, 1)->kind == TOKEN_LPAR)
		return;
	parse_next(p);
	struct ast *rest = parse_attempt(p, parse_star_expressions);
	if (!rest)
		rest = parse_attempt(p, parse_disjunction);
	p->at = at;
	if (rest)
		parse_fail_at(p, "SyntaxError", from_token(t, rest),
			"Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?",
			(int)t->length, t->text, (int)t->length, t->text);
}

static bool is_soft_keyword(const struct parser *p, const struct token *t)
{
	return parse_token_is(t, "_") || parse_token_is(t, "case") ||
		parse_token_is(t, "match") ||
		(parse_token_is(t, "type") && parse_at_least(p, 3, 12));
}

/* a b: a comma is missing, where commas can be. */
static void missing_comma(
	struct parser *p, const struct token *start, const struct ast *left)
{
	size_t at = p->at;

	if (!parse_starts_expression(p) || is_legacy(left) ||
		(start->kind == TOKEN_NAME &&
			(start[1].kind == TOKEN_STRING || is_soft_keyword(p, start))))
		return;
	p->second_pass = false;
	struct ast *right = parse_attempt(p, parse_expression);
	p->second_pass = true;
	bool inside = right && (parse_last(p)->level > 0 || p->in_fstring);
	p->at = at;
	if (inside)
		parse_fail_at(p, "SyntaxError", range(left, right),
			"invalid syntax. Perhaps you forgot a comma?");
}

void invalid_after_disjunction(
	struct parser *p, const struct token *start, struct ast *left)
{
	size_t at = p->at;

	if (!parse_at_least(p, 3, 10))
		return;
	missing_comma(p, start, left);
	if (!parse_accept(p, TOKEN_IF))
		return;
	struct ast *test = parse_attempt(p, parse_disjunction);
	if (test && !parse_at(p, TOKEN_ELSE) && !parse_at(p, TOKEN_COLON))
		parse_fail_at(p, "SyntaxError", range(left, test),
			"expected 'else' after 'if' expression");
	p->at = at;
}

static bool is_bitor(const struct ast *node)
{
	if (node->parenthesized)
		return true;
	switch (node->kind) {
	case AST_COMPARE:
	case AST_BOOL_OP:
	case AST_IF_EXP:
	case AST_LAMBDA:
	case AST_STARRED:
		return false;
	case AST_UNARY_OP:
		return node->unary_op.op != AST_NOT;
	default:
		return true;
	}
}

/* What CPython's rule leaves to others: a list, a tuple, a generator, True ... */
static bool is_display(const struct ast *left)
{
	return left->kind == AST_TUPLE || left->kind == AST_LIST ||
		left->kind == AST_GENERATOR_EXP ||
		(left->kind == AST_CONSTANT &&
			left->constant.value.kind <= AST_VALUE_FALSE);
}

static void equal_for_comparison(struct parser *p, const struct ast *left)
{
	size_t at = p->at;

	parse_next(p);
	struct ast *right = parse_attempt(p, parse_bitor);
	bool single =
		right && !parse_at(p, TOKEN_EQUAL) && !parse_at(p, TOKEN_COLONEQUAL);
	p->at = at;
	if (!single)
		return;
	if (left->kind == AST_NAME && !left->parenthesized)
		parse_fail_at(p, "SyntaxError", range(left, right),
			"invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
	if (!is_display(left))
		parse_fail_node(p, left,
			"cannot assign to %s here. Maybe you meant '==' instead of '='?",
			parse_expr_name(p, left));
}

void invalid_named(struct parser *p, const struct ast *left)
{
	size_t at = p->at;

	if (parse_accept(p, TOKEN_COLONEQUAL)) {
		struct ast *value = parse_attempt(p, parse_expression);
		p->at = at;
		if (value)
			parse_fail_node(p, left,
				"cannot use assignment expressions with %s",
				parse_expr_name(p, left));
	}
	if (parse_at_least(p, 3, 10) && parse_at(p, TOKEN_EQUAL) && is_bitor(left))
		equal_for_comparison(p, left);
}

/* ---- arguments */

void invalid_keyword_generator(struct parser *p, const struct token *start)
{
	if (parse_at_comprehension(p) && parse_at_least(p, 3, 10)) {
		struct ast_place place = parse_token_place(start);
		place.end_line = start[1].end_line;
		place.end_column = start[1].end_column;
		parse_fail_at(p, "SyntaxError", place,
			"invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
	}
}

void invalid_keyword_expression(struct parser *p, const struct ast *node)
{
	const struct token *equal = parse_peek(p);
	struct ast_place place = node->place;

	if (node->kind == AST_CONSTANT && !node->parenthesized &&
		node->constant.value.kind <= AST_VALUE_FALSE) {
		place.end_line = equal->end_line;
		place.end_column = equal->end_column;
		parse_fail_at(p, "SyntaxError", place, "cannot assign to %s",
			parse_expr_name(p, node));
	}
	place.end_line = equal->end_line;
	place.end_column = equal->end_column;
	parse_fail_at(p, "SyntaxError", place,
		"expression cannot contain assignment, perhaps you meant \"==\"?");
}

void invalid_positional(struct parser *p, const char *message)
{
	parse_fail_furthest(p, "SyntaxError", "%s", message);
}

/* ---- displays */

void invalid_comprehension(struct parser *p, const struct ast *elt)
{
	if (elt->kind == AST_STARRED && !parse_at_least(p, 3, 15))
		parse_fail_node(
			p, elt, "iterable unpacking cannot be used in comprehension");
}

/* [a, b for ...]: MARK is where the elements begin on the stack. */
void invalid_tuple_comprehension(struct parser *p, size_t mark)
{
	const struct ast *first = p->items[mark];
	const struct ast *last = p->items[p->item_count - 1];

	if (!parse_at_comprehension(p) || !parse_at_least(p, 3, 10) ||
		parse_last(p)->kind == TOKEN_RPAR)
		return;
	parse_fail_at(p, "SyntaxError", range(first, last),
		"did you forget parentheses around the comprehension target?");
}

void invalid_group(struct parser *p, const struct ast *inner)
{
	if (p->second_pass && parse_at(p, TOKEN_RPAR))
		parse_fail_node(p, inner, "%s use starred expression here",
			parse_at_least(p, 3, 10) ? "cannot" : "can't");
	parse_fail(p);
}

/* {a: *b} */
static void starred_value(struct parser *p, const struct token *star)
{
	struct ast_place place = parse_token_place(star);

	p->at += 2;
	if (!parse_attempt(p, parse_bitor))
		parse_fail(p);
	place.end_line = p->list.tokens[p->furthest].line;
	place.end_column = p->list.tokens[p->furthest].column;
	parse_fail_at(p, "SyntaxError", place,
		"cannot use a starred expression in a dictionary value");
}

/* After a key. */
void invalid_dict_value(struct parser *p)
{
	const struct token *colon = parse_peek(p);
	const struct token *next = parse_peek_at(p, 1);

	if (!parse_at_least(p, 3, 10))
		return;
	if (colon->kind != TOKEN_COLON) {
		const struct token *last = parse_last(p);
		struct ast_place place = {
			last->line, last->end_column - 1, last->line, last->end_column};
		parse_fail_at(
			p, "SyntaxError", place, "':' expected after dictionary key");
	}
	if (next->kind == TOKEN_STAR)
		starred_value(p, next);
	if (next->kind == TOKEN_RBRACE || next->kind == TOKEN_COMMA)
		parse_fail_token(
			p, colon, "expression expected after dictionary key and ':'");
}

void invalid_dict_unpacking(struct parser *p, const struct ast *value)
{
	struct ast_place place = value->place;

	place.column -= 2;
	place.end_line = place.line;
	place.end_column = place.column + 2;
	if (parse_at_least(p, 3, 9) && !p->second_pass)
		parse_fail(p);
	if (parse_at_least(p, 3, 9))
		parse_fail_at(p, "SyntaxError", place,
			"dict unpacking cannot be used in dict comprehension");
	parse_fail_late(
		p, value, "dict unpacking cannot be used in dict comprehension");
}

/* ---- f-strings */

void invalid_field_start(struct parser *p)
{
	const struct token *t = parse_peek(p);

	switch (t->kind) {
	case TOKEN_EQUAL:
	case TOKEN_EXCLAMATION:
	case TOKEN_COLON:
	case TOKEN_RBRACE:
		parse_fail_token(p, t,
			"f-string: valid expression required before '%.*s'",
			(int)t->length, t->text);
	default:
		break;
	}
	if (!parse_starts_expression(p) && t->kind != TOKEN_STAR &&
		t->kind != TOKEN_YIELD)
		parse_fail_token(
			p, t, "f-string: expecting a valid expression after '{'");
}

void invalid_after_field(struct parser *p, bool debug)
{
	const struct token *t = parse_peek(p);

	if (t->kind == TOKEN_EXCLAMATION || t->kind == TOKEN_COLON ||
		t->kind == TOKEN_RBRACE)
		return;
	parse_fail_token(p, t, "f-string: expecting %s",
		debug ? "'!', or ':', or '}'" : "'=', or '!', or ':', or '}'");
}

void invalid_after_conversion(struct parser *p, bool given)
{
	const struct token *t = parse_peek(p);

	if (given && t->kind != TOKEN_COLON && t->kind != TOKEN_RBRACE)
		parse_fail_token(p, t, "f-string: expecting ':' or '}'");
}

void invalid_after_format(struct parser *p)
{
	const struct token *t = parse_peek(p);

	if (t->kind != TOKEN_RBRACE)
		parse_fail_token(p, t, "f-string: expecting '}', or format specs");
}

void invalid_conversion(struct parser *p)
{
	const struct token *t = parse_peek(p);

	if (t->kind == TOKEN_COLON || t->kind == TOKEN_RBRACE)
		parse_fail_token(p, t, "f-string: missing conversion character");
	parse_fail_token(p, t, "f-string: invalid conversion character");
}
