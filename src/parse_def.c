#include "parse_core.h"

#include "parse_invalid.h"

static void def_colon(struct parser *p)
{
	const struct token *t = parse_peek(p);

	if (t->kind != TOKEN_COLON && t->kind != TOKEN_ERROR && t->kind != TOKEN_END &&
		parse_at_least(p, 3, 10))
		parse_fail_token(p, t, "expected ':'");
	parse_expect(p, TOKEN_COLON);
}

static void end_with_body(struct ast *node, const struct ast_list *body)
{
	struct ast_place last = body->items[body->count - 1]->place;

	node->place.end_line = last.end_line;
	node->place.end_column = last.end_column;
}

/* ---- type parameters */

static struct ast *type_param(struct parser *p)
{
	const struct token *start = parse_peek(p);
	enum ast_kind kind = AST_TYPE_VAR;
	struct ast *bound = NULL, *value = NULL;

	if (parse_accept(p, TOKEN_STAR))
		kind = AST_TYPE_VAR_TUPLE;
	else if (parse_accept(p, TOKEN_DOUBLESTAR))
		kind = AST_PARAM_SPEC;
	const char *name = parse_name(p);
	if (parse_at(p, TOKEN_COLON) && p->second_pass && kind != AST_TYPE_VAR)
		invalid_type_bound(p, kind);
	if (kind == AST_TYPE_VAR && parse_accept(p, TOKEN_COLON))
		bound = parse_expression(p);
	if (parse_at_least(p, 3, 13) && parse_accept(p, TOKEN_EQUAL))
		value = kind == AST_TYPE_VAR_TUPLE ? parse_star_or_expression(p)
						   : parse_expression(p);
	struct ast *node = parse_node(p, kind, start);
	if (kind == AST_TYPE_VAR) {
		node->type_var.name = name;
		node->type_var.bound = bound;
		node->type_var.default_value = value;
	} else {
		node->param_spec.name = name;
		node->param_spec.default_value = value;
	}
	return node;
}

struct ast_list parse_type_params(struct parser *p)
{
	struct ast_list none = {NULL, 0};
	size_t mark = parse_mark(p);

	if (!parse_at_least(p, 3, 12) || !parse_accept(p, TOKEN_LSQB))
		return none;
	if (p->second_pass)
		invalid_empty_type_params(p);
	do {
		if (parse_at(p, TOKEN_RSQB) && p->item_count > mark)
			break;
		parse_push(p, type_param(p));
	} while (parse_accept(p, TOKEN_COMMA));
	parse_expect(p, TOKEN_RSQB);
	return parse_list(p, mark);
}

/* ---- def */

static struct ast_list function_body(
	struct parser *p, const struct token *keyword, bool is_async)
{
	bool outer = p->in_async;

	p->in_async = is_async && !parse_at_least(p, 3, 7);
	struct ast_list body = parse_block(p, "function definition", keyword);
	p->in_async = outer;
	return body;
}

struct ast *parse_funcdef(struct parser *p, const struct token *start,
	struct ast_list decorators, bool is_async)
{
	const struct token *keyword = parse_expect(p, TOKEN_DEF);
	const char *name = parse_name(p);
	struct ast *returns = NULL;

	struct ast_list params = parse_type_params(p);
	if (p->second_pass && !parse_at(p, TOKEN_LPAR))
		invalid_def(p);
	parse_expect(p, TOKEN_LPAR);
	struct ast *args = parse_parameters(p, TOKEN_RPAR);
	parse_expect(p, TOKEN_RPAR);
	if (!parse_is_2(p) && parse_accept(p, TOKEN_RARROW))
		returns = parse_expression(p);
	def_colon(p);
	struct ast *node = parse_node(
		p, is_async ? AST_ASYNC_FUNCTION_DEF : AST_FUNCTION_DEF, start);
	parse_check_name(p, name, node);
	struct ast_list body = function_body(p, keyword, is_async);
	node->function_def.name = name;
	node->function_def.args = args;
	node->function_def.body = body;
	node->function_def.decorator_list = decorators;
	node->function_def.returns = returns;
	node->function_def.type_params = params;
	end_with_body(node, &body);
	return node;
}

/* ---- class */

/* 2.7: the bases are expressions; a class has no keywords. */
static void bases(struct parser *p, struct ast_list *args, struct ast_list *keywords)
{
	size_t mark = parse_mark(p);

	if (!parse_is_2(p)) {
		p->in_bases = parse_at_least(p, 3, 7);
		parse_arguments(p, args, keywords);
		p->in_bases = false;
		return;
	}
	while (!parse_at(p, TOKEN_RPAR)) {
		parse_push(p, parse_expression(p));
		if (!parse_accept(p, TOKEN_COMMA))
			break;
	}
	*args = parse_list(p, mark);
}

struct ast *parse_classdef(
	struct parser *p, const struct token *start, struct ast_list decorators)
{
	const struct token *keyword = parse_expect(p, TOKEN_CLASS);
	const char *name = parse_name(p);
	struct ast_list args = {NULL, 0}, keywords = {NULL, 0};

	struct ast_list params = parse_type_params(p);
	if (parse_accept(p, TOKEN_LPAR)) {
		bases(p, &args, &keywords);
		parse_expect(p, TOKEN_RPAR);
	}
	if (!parse_at(p, TOKEN_COLON) && p->second_pass)
		invalid_class_colon(p);
	parse_expect(p, TOKEN_COLON);
	struct ast *node = parse_node(p, AST_CLASS_DEF, start);
	parse_check_name(p, name, node);
	struct ast_list body = parse_block(p, "class definition", keyword);
	node->class_def.name = name;
	node->class_def.bases = args;
	node->class_def.keywords = keywords;
	node->class_def.body = body;
	node->class_def.decorator_list = decorators;
	node->class_def.type_params = params;
	end_with_body(node, &body);
	return node;
}

/* ---- decorators */

/* Before 3.9 a decorator is a dotted name, perhaps called. */
static struct ast *decorator(struct parser *p)
{
	if (parse_at_least(p, 3, 9))
		return parse_named(p);
	size_t at = p->at;
	parse_expect(p, TOKEN_NAME);
	while (parse_accept(p, TOKEN_DOT))
		parse_expect(p, TOKEN_NAME);
	if (!parse_at(p, TOKEN_LPAR) && !parse_at(p, TOKEN_NEWLINE))
		parse_fail(p);
	p->at = at;
	struct ast *node = parse_primary(p);
	if (!parse_at(p, TOKEN_NEWLINE))
		parse_fail(p);
	return node;
}

struct ast *parse_decorated(struct parser *p)
{
	const struct token *first = parse_peek(p);
	size_t mark = parse_mark(p);

	while (parse_accept(p, TOKEN_AT)) {
		parse_push(p, decorator(p));
		parse_expect(p, TOKEN_NEWLINE);
	}
	struct ast_list decorators = parse_list(p, mark);
	const struct token *start = parse_peek(p);
	bool async36 = p->version.minor == 6 && parse_at_word(p, "async") &&
		parse_peek_at(p, 1)->kind == TOKEN_DEF;
	bool is_async = parse_at(p, TOKEN_ASYNC) || async36;
	if (is_async)
		parse_next(p);
	if (!parse_at_least(p, 3, 8))
		start = first;
	if (parse_at(p, TOKEN_DEF))
		return parse_funcdef(p, start, decorators, is_async);
	if (parse_at(p, TOKEN_CLASS) && !is_async)
		return parse_classdef(p, start, decorators);
	parse_fail(p);
}
