#include "parse_core.h"

#include "parse_invalid.h"

static const struct token *colon(struct parser *p)
{
	if (!parse_at(p, TOKEN_COLON) && p->second_pass)
		invalid_missing_colon(p);
	return parse_expect(p, TOKEN_COLON);
}

static struct ast_list else_block(struct parser *p)
{
	struct ast_list none = {NULL, 0};
	const struct token *keyword = parse_peek(p);

	if (!parse_accept(p, TOKEN_ELSE))
		return none;
	colon(p);
	return parse_block(p, "'else' statement", keyword);
}

/* elif recurses in CPython's parser and tree; here the tree is built by a loop. */
static struct ast *if_part(struct parser *p, bool is_elif)
{
	const struct token *start = parse_next(p);
	struct ast *test = parse_named(p);

	colon(p);
	struct ast_list body =
		parse_block(p, is_elif ? "'elif' statement" : "'if' statement", start);
	struct ast *node = parse_node(p, AST_IF, start);
	node->if_.test = test;
	node->if_.body = body;
	return node;
}

static void set_end(struct ast *node)
{
	const struct ast_list *body = &node->if_.body;
	struct ast_place last = body->items[body->count - 1]->place;

	if (node->if_.orelse.count)
		last = node->if_.orelse.items[node->if_.orelse.count - 1]->place;
	node->place.end_line = last.end_line;
	node->place.end_column = last.end_column;
}

static struct ast *if_statement(struct parser *p)
{
	size_t mark = parse_mark(p);
	struct ast *first = if_part(p, false);

	parse_push(p, first);
	while (parse_at(p, TOKEN_ELIF))
		parse_push(p, if_part(p, true));
	struct ast_list orelse = else_block(p);
	for (size_t i = p->item_count; i-- > mark;) {
		struct ast *node = p->items[i];
		node->if_.orelse = orelse;
		set_end(node);
		orelse = ast_list_copy(p->tree, &node, 1);
	}
	p->item_count = mark;
	return first;
}

/* A compound statement ends where its last statement ends, not at the newline. */
static struct ast_place block_place(const struct token *start,
	const struct ast_list *first, const struct ast_list *second)
{
	const struct ast_list *last = second->count ? second : first;
	struct ast_place end = last->items[last->count - 1]->place;

	return (struct ast_place){
		start->line, start->column, end.end_line, end.end_column};
}

static struct ast *while_statement(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_WHILE);
	struct ast *test = parse_named(p);

	colon(p);
	struct ast_list body = parse_block(p, "'while' statement", start);
	struct ast_list orelse = else_block(p);
	struct ast *node =
		ast_node(p->tree, AST_WHILE, block_place(start, &body, &orelse));
	node->while_.test = test;
	node->while_.body = body;
	node->while_.orelse = orelse;
	return node;
}

static struct ast *for_statement(
	struct parser *p, const struct token *start, bool is_async)
{
	const struct token *keyword = parse_expect(p, TOKEN_FOR);
	struct ast *target = parse_target_list(p, AST_STORE);

	parse_expect(p, TOKEN_IN);
	struct ast *iter = parse_at_least(p, 3, 9) ? parse_star_expressions(p)
						   : parse_expressions(p);
	colon(p);
	struct ast_list body = parse_block(p, "'for' statement", keyword);
	struct ast_list orelse = else_block(p);
	struct ast *node = ast_node(p->tree, is_async ? AST_ASYNC_FOR : AST_FOR,
		block_place(start, &body, &orelse));
	node->for_.target = target;
	node->for_.iter = iter;
	node->for_.body = body;
	node->for_.orelse = orelse;
	return node;
}

/* ---- try */

/* 2.7: except type, target; 3.14 allows types without parentheses. */
static void handler_types(struct parser *p, struct ast *node)
{
	const struct token *first = parse_peek(p);

	node->except_handler.type = parse_expression(p);
	if (parse_is_2(p) &&
		(parse_accept(p, TOKEN_AS) || parse_accept(p, TOKEN_COMMA))) {
		struct ast *target = parse_expression(p);
		parse_set_context(p, target, AST_STORE);
		node->except_handler.target = target;
		return;
	}
	if (parse_at(p, TOKEN_COMMA) && !parse_is_2(p)) {
		if (p->second_pass)
			invalid_except_list(p, first);
		if (!parse_at_least(p, 3, 14))
			parse_fail(p);
		size_t mark = parse_mark(p);
		parse_push(p, node->except_handler.type);
		while (parse_accept(p, TOKEN_COMMA) && parse_starts_expression(p))
			parse_push(p, parse_expression(p));
		struct ast *tuple = parse_node(p, AST_TUPLE, first);
		tuple->tuple.elts = parse_list(p, mark);
		node->except_handler.type = tuple;
		if (parse_at(p, TOKEN_AS))
			parse_fail(p);
	}
	if (!parse_is_2(p) && parse_accept(p, TOKEN_AS)) {
		node->except_handler.name = parse_name(p);
		parse_check_name(p, node->except_handler.name, node);
	}
}

static struct ast *handler(struct parser *p, bool *is_star)
{
	const struct token *start = parse_expect(p, TOKEN_EXCEPT);
	struct ast *node = parse_node(p, AST_EXCEPT_HANDLER, start);
	bool star = parse_at_least(p, 3, 11) && parse_accept(p, TOKEN_STAR);

	if (p->second_pass)
		invalid_except(p, star);
	if (star || !parse_at(p, TOKEN_COLON))
		handler_types(p, node);
	colon(p);
	node->except_handler.body = parse_block(
		p, star ? "'except*' statement" : "'except' statement", start);
	struct ast_list none = {NULL, 0};
	node->place = block_place(start, &node->except_handler.body, &none);
	*is_star = star;
	return node;
}

static struct ast *try_statement(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_TRY);

	colon(p);
	struct ast_list body = parse_block(p, "'try' statement", start);
	size_t mark = parse_mark(p);
	bool star = false, first_star = false;
	if (p->second_pass)
		invalid_after_try(p);
	while (parse_at(p, TOKEN_EXCEPT)) {
		parse_push(p, handler(p, &star));
		if (p->item_count == mark + 1)
			first_star = star;
		else if (star != first_star)
			invalid_mixed_except(p, p->items[p->item_count - 1]);
	}
	struct ast_list handlers = parse_list(p, mark), orelse = {NULL, 0},
			finalbody = {NULL, 0};
	if (handlers.count)
		orelse = else_block(p);
	const struct token *keyword = parse_peek(p);
	if (parse_accept(p, TOKEN_FINALLY)) {
		colon(p);
		finalbody = parse_block(p, "'finally' statement", keyword);
	} else if (!handlers.count) {
		parse_fail(p);
	}
	const struct ast_list *last = finalbody.count ? &finalbody
		: orelse.count                        ? &orelse
						      : &handlers;
	struct ast *node = ast_node(p->tree, first_star ? AST_TRY_STAR : AST_TRY,
		block_place(start, &body, last));
	node->try_.body = body;
	node->try_.handlers = handlers;
	node->try_.orelse = orelse;
	node->try_.finalbody = finalbody;
	return node;
}

/* ---- with */

static struct ast *with_item(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *context = parse_expression(p), *vars = NULL;

	if (parse_accept(p, TOKEN_AS)) {
		vars = !parse_is_2(p) && parse_at(p, TOKEN_STAR)
			? parse_star_or_expression(p)
			: parse_bitor(p);
		if (parse_at_least(p, 3, 9)) {
			if (p->second_pass)
				invalid_with_target(p, vars);
			if (!invalid_is_target(p, vars, AST_STORE))
				parse_fail(p);
			if (!parse_at(p, TOKEN_COMMA) && !parse_at(p, TOKEN_RPAR) &&
				!parse_at(p, TOKEN_COLON))
				parse_fail(p);
		}
		parse_set_context(p, vars, AST_STORE);
	}
	struct ast *node = parse_node(p, AST_WITHITEM, start);
	node->withitem.context_expr = context;
	node->withitem.optional_vars = vars;
	return node;
}

/* with (a as b, c as d): - only if the colon follows.  The items are returned in a
 * node that is not kept. */
static struct ast *parenthesized_items(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_LPAR);
	size_t mark = parse_mark(p);

	do {
		if (parse_at(p, TOKEN_RPAR) && p->item_count > mark)
			break;
		parse_push(p, with_item(p));
	} while (parse_accept(p, TOKEN_COMMA));
	parse_expect(p, TOKEN_RPAR);
	if (!parse_at(p, TOKEN_COLON))
		parse_fail(p);
	struct ast *node = parse_node(p, AST_WITH, start);
	node->with.items = parse_list(p, mark);
	return node;
}

static struct ast_list with_items(struct parser *p)
{
	size_t mark = parse_mark(p);

	if (parse_at_least(p, 3, 9) && parse_at(p, TOKEN_LPAR)) {
		struct ast *grouped = parse_attempt(p, parenthesized_items);
		if (grouped)
			return grouped->with.items;
	}
	do
		parse_push(p, with_item(p));
	while (parse_accept(p, TOKEN_COMMA));
	return parse_list(p, mark);
}

static struct ast *with_statement(
	struct parser *p, const struct token *start, bool is_async)
{
	const struct token *keyword = parse_expect(p, TOKEN_WITH);
	struct ast_list items = with_items(p), none = {NULL, 0};

	colon(p);
	struct ast_list body = parse_block(p, "'with' statement", keyword);
	struct ast *node = ast_node(p->tree, is_async ? AST_ASYNC_WITH : AST_WITH,
		block_place(start, &body, &none));
	node->with.items = items;
	node->with.body = body;
	return node;
}

/* ---- which one */

static bool at_async(struct parser *p)
{
	enum token_kind next;

	if (parse_at(p, TOKEN_ASYNC))
		return true;
	if (p->version.major != 3 || p->version.minor != 6 ||
		!parse_at_word(p, "async"))
		return false;
	next = parse_peek_at(p, 1)->kind;
	return next == TOKEN_DEF ||
		(p->in_async && (next == TOKEN_FOR || next == TOKEN_WITH));
}

bool parse_at_compound(struct parser *p)
{
	switch (parse_peek(p)->kind) {
	case TOKEN_IF:
	case TOKEN_WHILE:
	case TOKEN_FOR:
	case TOKEN_TRY:
	case TOKEN_WITH:
	case TOKEN_DEF:
	case TOKEN_CLASS:
	case TOKEN_AT:
		return true;
	default:
		return at_async(p);
	}
}

static struct ast *async_statement(struct parser *p)
{
	const struct token *start = parse_next(p);
	struct ast_list none = {NULL, 0};

	switch (parse_peek(p)->kind) {
	case TOKEN_DEF:
		return parse_funcdef(p, start, none, true);
	case TOKEN_FOR:
		return for_statement(p, start, true);
	case TOKEN_WITH:
		return with_statement(p, start, true);
	default:
		parse_fail(p);
	}
}

struct ast *parse_compound(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast_list none = {NULL, 0};

	switch (start->kind) {
	case TOKEN_IF:
		return if_statement(p);
	case TOKEN_WHILE:
		return while_statement(p);
	case TOKEN_FOR:
		return for_statement(p, start, false);
	case TOKEN_TRY:
		return try_statement(p);
	case TOKEN_WITH:
		return with_statement(p, start, false);
	case TOKEN_DEF:
		return parse_funcdef(p, start, none, false);
	case TOKEN_CLASS:
		return parse_classdef(p, start, none);
	case TOKEN_AT:
		return parse_decorated(p);
	default:
		return async_statement(p);
	}
}
