#include "parse_invalid.h"

void invalid_default(struct parser *p)
{
	const struct token *equal = parse_peek(p);
	enum token_kind next = parse_peek_at(p, 1)->kind;

	if (parse_at_least(p, 3, 11) &&
		(next == TOKEN_RPAR || next == TOKEN_COMMA || next == TOKEN_COLON))
		parse_fail_token(p, equal, "expected default value expression");
}

void invalid_nondefault(struct parser *p, const struct ast *node)
{
	const char *message = parse_at_least(p, 3, 12)
		? "parameter without a default follows parameter with a default"
		: "non-default argument follows default argument";

	if (!parse_at_least(p, 3, 10) && parse_at(p, TOKEN_COMMA))
		parse_peek_at(p, 1);
	if (!parse_at_least(p, 3, 10))
		parse_fail_furthest(p, "SyntaxError", "%s", message);
	parse_fail_node(p, node, "%s", message);
}

void invalid_slash(struct parser *p, const struct token *t, bool first, bool second,
	bool after_star)
{
	if (!parse_at_least(p, 3, 11))
		return;
	if (second)
		parse_fail_token(p, t, "/ may appear only once");
	if (after_star)
		parse_fail_token(p, t, "/ must be ahead of *");
	if (first && parse_at_least(p, 3, 12))
		parse_fail_token(p, t, "at least one argument must precede /");
}

void invalid_second_star(struct parser *p, const struct token *t)
{
	if (parse_at_least(p, 3, 11))
		parse_fail_token(p, t, "* argument may appear only once");
}

void invalid_star_default(struct parser *p)
{
	if (parse_at(p, TOKEN_EQUAL) && parse_at_least(p, 3, 11))
		parse_fail_token(p, parse_peek(p),
			"var-positional argument cannot have default value");
}

void invalid_kwarg_default(struct parser *p)
{
	if (parse_at(p, TOKEN_EQUAL) && parse_at_least(p, 3, 11))
		parse_fail_token(p, parse_peek(p),
			"var-keyword argument cannot have default value");
}

void invalid_after_kwarg(struct parser *p)
{
	const struct token *t = parse_peek(p);

	if (!parse_at_least(p, 3, 11))
		return;
	if (t->kind == TOKEN_NAME || t->kind == TOKEN_STAR ||
		t->kind == TOKEN_DOUBLESTAR || t->kind == TOKEN_SLASH)
		parse_fail_token(p, t, "arguments cannot follow var-keyword argument");
}

/* def f(a, (b, c)): as in 2. */
void invalid_parameter(struct parser *p)
{
	const struct token *open = parse_peek(p);
	size_t n = 1;

	if (open->kind != TOKEN_LPAR || !parse_at_least(p, 3, 11))
		return;
	for (;; n += 2) {
		if (parse_peek_at(p, n)->kind != TOKEN_NAME)
			return;
		if (parse_peek_at(p, n + 1)->kind != TOKEN_COMMA)
			break;
		if (parse_peek_at(p, n + 2)->kind == TOKEN_RPAR) {
			n++;
			break;
		}
	}
	const struct token *close = parse_peek_at(p, n + 1);
	if (close->kind != TOKEN_RPAR)
		return;
	struct ast_place place = {
		open->line, open->column, close->end_line, close->end_column};
	parse_fail_at(p, "SyntaxError", place, "%s cannot be parenthesized",
		p->in_lambda ? "Lambda expression parameters" : "Function parameters");
}

void invalid_type_bound(struct parser *p, enum ast_kind kind)
{
	const struct token *colon = parse_next(p);
	struct ast *bound = parse_attempt(p, parse_expression);

	if (!bound)
		parse_fail(p);
	parse_fail_token(p, colon, "cannot use %s with %s",
		bound->kind == AST_TUPLE ? "constraints" : "bound",
		kind == AST_PARAM_SPEC ? "ParamSpec" : "TypeVarTuple");
}

void invalid_empty_type_params(struct parser *p)
{
	if (parse_at(p, TOKEN_RSQB) && parse_at_least(p, 3, 13))
		parse_fail_token(
			p, parse_peek(p), "Type parameter list cannot be empty");
}
