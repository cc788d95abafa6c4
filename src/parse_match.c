#include "parse_core.h"

#include <string.h>

#include "parse_invalid.h"

static struct ast *pattern(struct parser *p);
static struct ast *maybe_star(struct parser *p);

/* ---- literals and names */

static struct ast *signed_number(struct parser *p)
{
	const struct token *start = parse_peek(p);

	if (!parse_accept(p, TOKEN_MINUS))
		return parse_number(p);
	struct ast *operand = parse_number(p);
	struct ast *node = parse_node(p, AST_UNARY_OP, start);
	node->unary_op.op = AST_USUB;
	node->unary_op.operand = operand;
	return node;
}

/* A number, perhaps with an imaginary part: 1+2j. */
static struct ast *number_value(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *left = signed_number(p);
	enum token_kind kind = parse_peek(p)->kind;

	if (kind != TOKEN_PLUS && kind != TOKEN_MINUS)
		return left;
	parse_next(p);
	const struct token *t = parse_peek(p);
	struct ast *right = parse_number(p);
	if (right->constant.value.kind != AST_VALUE_COMPLEX)
		parse_fail_token(p, t, "imaginary number required in complex literal");
	struct ast *node = parse_node(p, AST_BIN_OP, start);
	node->bin_op.left = left;
	node->bin_op.op = kind == TOKEN_PLUS ? AST_ADD : AST_SUB;
	node->bin_op.right = right;
	return node;
}

static struct ast *name_node(struct parser *p)
{
	const struct token *t = parse_peek(p);
	const char *id = parse_name(p);
	struct ast *node = parse_node(p, AST_NAME, t);

	node->name.id = id;
	return node;
}

/* a.b.c, or a alone */
static struct ast *dotted(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *node = name_node(p);

	while (parse_accept(p, TOKEN_DOT)) {
		const char *attr = parse_name(p);
		struct ast *next = parse_node(p, AST_ATTRIBUTE, start);
		next->attribute.value = node;
		next->attribute.attr = attr;
		node = next;
	}
	return node;
}

static struct ast *value_pattern(
	struct parser *p, const struct token *start, struct ast *value)
{
	struct ast *node = parse_node(p, AST_MATCH_VALUE, start);

	node->match_value.value = value;
	return node;
}

static struct ast *singleton(struct parser *p, enum ast_value_kind kind)
{
	const struct token *t = parse_next(p);
	struct ast *node = parse_node(p, AST_MATCH_SINGLETON, t);

	node->match_singleton.value.kind = kind;
	return node;
}

/* ---- sequences, groups */

static struct ast_list patterns_to(struct parser *p, enum token_kind close)
{
	size_t mark = parse_mark(p);

	while (!parse_at(p, close)) {
		parse_push(p, maybe_star(p));
		if (!parse_accept(p, TOKEN_COMMA))
			break;
	}
	parse_expect(p, close);
	return parse_list(p, mark);
}

static struct ast *bracket_pattern(struct parser *p)
{
	const struct token *open = parse_next(p);
	enum token_kind close = open->kind == TOKEN_LSQB ? TOKEN_RSQB : TOKEN_RPAR;
	struct ast_list list = patterns_to(p, close);
	bool comma = p->list.tokens[p->at - 2].kind == TOKEN_COMMA;

	if (close == TOKEN_RPAR && list.count == 1 && !comma &&
		list.items[0]->kind != AST_MATCH_STAR) {
		list.items[0]->parenthesized = true;
		return list.items[0];
	}
	if (close == TOKEN_RPAR && list.count == 1 && !comma)
		parse_fail(p);
	struct ast *node = parse_node(p, AST_MATCH_SEQUENCE, open);
	node->match_sequence.patterns = list;
	return node;
}

static struct ast *maybe_star(struct parser *p)
{
	const struct token *start = parse_peek(p);

	if (!parse_accept(p, TOKEN_STAR))
		return pattern(p);
	const char *name = parse_name(p);
	struct ast *node = parse_node(p, AST_MATCH_STAR, start);
	node->match_star.name = strcmp(name, "_") == 0 ? NULL : name;
	return node;
}

/* ---- mappings, classes */

static struct ast *mapping_key(struct parser *p)
{
	const struct token *t = parse_peek(p);
	enum ast_value_kind kind;

	switch (t->kind) {
	case TOKEN_NONE:
		kind = AST_VALUE_NONE;
		break;
	case TOKEN_TRUE:
		kind = AST_VALUE_TRUE;
		break;
	case TOKEN_FALSE:
		kind = AST_VALUE_FALSE;
		break;
	case TOKEN_STRING:
	case TOKEN_FSTRING_START:
		return parse_strings(p);
	case TOKEN_NAME: {
		struct ast *node = dotted(p);
		if (node->kind == AST_NAME)
			parse_fail(p);
		return node;
	}
	default:
		return number_value(p);
	}
	parse_next(p);
	struct ast *node = parse_node(p, AST_CONSTANT, t);
	node->constant.value.kind = kind;
	return node;
}

/* Keys and patterns are pushed in turn. */
static struct ast *mapping_pattern(struct parser *p)
{
	const struct token *open = parse_expect(p, TOKEN_LBRACE);
	size_t mark = parse_mark(p);
	const char *rest = NULL;

	while (!parse_at(p, TOKEN_RBRACE) && !rest) {
		if (parse_accept(p, TOKEN_DOUBLESTAR)) {
			rest = parse_name(p);
			if (strcmp(rest, "_") == 0)
				parse_fail(p);
		} else {
			parse_push(p, mapping_key(p));
			parse_expect(p, TOKEN_COLON);
			parse_push(p, pattern(p));
		}
		if (!parse_accept(p, TOKEN_COMMA))
			break;
	}
	parse_expect(p, TOKEN_RBRACE);
	size_t count = (p->item_count - mark) / 2;
	struct ast **keys = ast_alloc(p->tree, count * sizeof *keys);
	struct ast **patterns = ast_alloc(p->tree, count * sizeof *patterns);
	for (size_t i = 0; i < count; i++) {
		keys[i] = p->items[mark + 2 * i];
		patterns[i] = p->items[mark + 2 * i + 1];
	}
	p->item_count = mark;
	struct ast *node = parse_node(p, AST_MATCH_MAPPING, open);
	node->match_mapping.keys = (struct ast_list){keys, (uint32_t)count};
	node->match_mapping.patterns = (struct ast_list){patterns, (uint32_t)count};
	node->match_mapping.rest = rest;
	return node;
}

/* Keyword patterns: names and patterns are pushed in turn. */
static void class_keywords(struct parser *p, struct ast *node)
{
	size_t mark = parse_mark(p);

	while (parse_at(p, TOKEN_NAME) && parse_peek_at(p, 1)->kind == TOKEN_EQUAL) {
		const struct token *t = parse_peek(p);
		struct ast *name =
			ast_node(p->tree, AST_IDENTIFIER, parse_token_place(t));
		name->identifier.id = parse_name(p);
		parse_push(p, name);
		parse_expect(p, TOKEN_EQUAL);
		parse_push(p, pattern(p));
		if (!parse_accept(p, TOKEN_COMMA))
			break;
	}
	size_t count = (p->item_count - mark) / 2;
	struct ast **names = ast_alloc(p->tree, count * sizeof *names);
	struct ast **patterns = ast_alloc(p->tree, count * sizeof *patterns);
	for (size_t i = 0; i < count; i++) {
		names[i] = p->items[mark + 2 * i];
		patterns[i] = p->items[mark + 2 * i + 1];
	}
	p->item_count = mark;
	node->match_class.kwd_attrs = (struct ast_list){names, (uint32_t)count};
	node->match_class.kwd_patterns = (struct ast_list){patterns, (uint32_t)count};
}

static struct ast *class_pattern(
	struct parser *p, const struct token *start, struct ast *cls)
{
	struct ast *node = ast_node(p->tree, AST_MATCH_CLASS, parse_token_place(start));
	size_t mark = parse_mark(p);

	parse_expect(p, TOKEN_LPAR);
	while (!parse_at(p, TOKEN_RPAR) &&
		!(parse_at(p, TOKEN_NAME) &&
			parse_peek_at(p, 1)->kind == TOKEN_EQUAL)) {
		parse_push(p, pattern(p));
		if (!parse_accept(p, TOKEN_COMMA))
			break;
	}
	node->match_class.cls = cls;
	node->match_class.patterns = parse_list(p, mark);
	class_keywords(p, node);
	if (p->second_pass)
		invalid_class_pattern(p);
	parse_expect(p, TOKEN_RPAR);
	node->place = parse_place_from(p, start);
	return node;
}

static struct ast *name_pattern(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *name = dotted(p);

	if (parse_at(p, TOKEN_LPAR))
		return class_pattern(p, start, name);
	if (name->kind == AST_ATTRIBUTE)
		return value_pattern(p, start, name);
	struct ast *node = parse_node(p, AST_MATCH_AS, start);
	node->match_as.name = strcmp(name->name.id, "_") == 0 ? NULL : name->name.id;
	return node;
}

/* ---- patterns */

static struct ast *closed_pattern(struct parser *p)
{
	const struct token *start = parse_peek(p);

	switch (start->kind) {
	case TOKEN_NUMBER:
	case TOKEN_MINUS:
		return value_pattern(p, start, number_value(p));
	case TOKEN_STRING:
	case TOKEN_FSTRING_START:
		return value_pattern(p, start, parse_strings(p));
	case TOKEN_NONE:
		return singleton(p, AST_VALUE_NONE);
	case TOKEN_TRUE:
		return singleton(p, AST_VALUE_TRUE);
	case TOKEN_FALSE:
		return singleton(p, AST_VALUE_FALSE);
	case TOKEN_NAME:
		return name_pattern(p);
	case TOKEN_LPAR:
	case TOKEN_LSQB:
		return bracket_pattern(p);
	case TOKEN_LBRACE:
		return mapping_pattern(p);
	default:
		parse_fail(p);
	}
}

static struct ast *or_pattern(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *first = closed_pattern(p);

	if (!parse_at(p, TOKEN_VBAR))
		return first;
	size_t mark = parse_mark(p);
	parse_push(p, first);
	while (parse_accept(p, TOKEN_VBAR))
		parse_push(p, closed_pattern(p));
	struct ast *node = parse_node(p, AST_MATCH_OR, start);
	node->match_or.patterns = parse_list(p, mark);
	return node;
}

static struct ast *pattern(struct parser *p)
{
	const struct token *start = parse_peek(p);

	parse_enter(p, 8);
	struct ast *node = or_pattern(p);
	parse_leave(p, 8);
	if (!parse_accept(p, TOKEN_AS))
		return node;
	if (p->second_pass)
		invalid_as_pattern(p);
	const char *name = parse_name(p);
	if (strcmp(name, "_") == 0)
		parse_fail(p);
	struct ast *as = parse_node(p, AST_MATCH_AS, start);
	as->match_as.pattern = node;
	as->match_as.name = name;
	return as;
}

/* case a, *b: a sequence without brackets. */
static struct ast *open_pattern(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *first = maybe_star(p);

	if (first->kind != AST_MATCH_STAR && !parse_at(p, TOKEN_COMMA))
		return first;
	if (!parse_at(p, TOKEN_COMMA))
		parse_fail(p);
	size_t mark = parse_mark(p);
	parse_push(p, first);
	while (parse_accept(p, TOKEN_COMMA)) {
		if (parse_at(p, TOKEN_COLON) || parse_at(p, TOKEN_IF))
			break;
		parse_push(p, maybe_star(p));
	}
	struct ast *node = parse_node(p, AST_MATCH_SEQUENCE, start);
	node->match_sequence.patterns = parse_list(p, mark);
	return node;
}

/* ---- the statement */

static struct ast *match_case(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *guard = NULL;

	if (!parse_token_is(start, "case"))
		parse_fail(p);
	parse_next(p);
	struct ast *node = parse_node(p, AST_MATCH_CASE, start);
	node->match_case.pattern = open_pattern(p);
	if (parse_accept(p, TOKEN_IF))
		guard = parse_named(p);
	node->match_case.guard = guard;
	if (!parse_at(p, TOKEN_COLON) && p->second_pass)
		invalid_missing_colon(p);
	parse_expect(p, TOKEN_COLON);
	node->match_case.body = parse_block(p, "'case' statement", start);
	return node;
}

static struct ast *subject(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *first = parse_star_or_named(p);

	if (!parse_at(p, TOKEN_COMMA)) {
		if (first->kind == AST_STARRED)
			parse_fail(p);
		return first;
	}
	size_t mark = parse_mark(p);
	parse_push(p, first);
	while (parse_accept(p, TOKEN_COMMA)) {
		if (!parse_starts_expression(p) && !parse_at(p, TOKEN_STAR))
			break;
		parse_push(p, parse_star_or_named(p));
	}
	struct ast *node = parse_node(p, AST_TUPLE, start);
	node->tuple.elts = parse_list(p, mark);
	return node;
}

/* match SUBJECT: NEWLINE; fails where `match` is only a name. */
static struct ast *match_head(struct parser *p)
{
	const struct token *start = parse_next(p);
	struct ast *value = subject(p);

	if (!parse_at(p, TOKEN_COLON) && p->second_pass)
		invalid_match_colon(p);
	parse_expect(p, TOKEN_COLON);
	parse_expect(p, TOKEN_NEWLINE);
	struct ast *node = parse_node(p, AST_MATCH, start);
	node->match.subject = value;
	return node;
}

struct ast *parse_match(struct parser *p)
{
	const struct token *keyword = parse_peek(p);
	struct ast *node = parse_attempt(p, match_head);
	size_t mark = parse_mark(p);

	if (!node)
		return NULL;
	if (!parse_at(p, TOKEN_INDENT)) {
		if (p->second_pass)
			invalid_block(p, "'match' statement", keyword);
		parse_fail(p);
	}
	parse_next(p);
	do
		parse_push(p, match_case(p));
	while (!parse_at(p, TOKEN_DEDENT));
	parse_next(p);
	node->match.cases = parse_list(p, mark);
	struct ast_list *body =
		&node->match.cases.items[node->match.cases.count - 1]->match_case.body;
	struct ast_place last = body->items[body->count - 1]->place;
	node->place.end_line = last.end_line;
	node->place.end_column = last.end_column;
	return node;
}
