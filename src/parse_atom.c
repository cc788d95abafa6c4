#include "parse_core.h"

#include "parse_invalid.h"

/* ---- comprehensions */

static bool is_async_for(struct parser *p)
{
	bool word =
		parse_at(p, TOKEN_ASYNC) || (p->in_async && parse_at_word(p, "async"));

	return word && parse_peek_at(p, 1)->kind == TOKEN_FOR;
}

bool parse_at_comprehension(struct parser *p)
{
	return parse_at(p, TOKEN_FOR) || is_async_for(p);
}

/* Before 3.9: or_test, or a lambda of such. */
static struct ast *old_test(struct parser *p)
{
	return parse_at(p, TOKEN_LAMBDA) ? parse_lambda(p, old_test)
					 : parse_disjunction(p);
}

/* 2.7: [x for x in 1, 2, 3] */
static struct ast *old_iterable(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *first = old_test(p);

	if (!parse_at(p, TOKEN_COMMA))
		return first;
	size_t mark = parse_mark(p);
	parse_push(p, first);
	while (parse_accept(p, TOKEN_COMMA)) {
		if (!parse_starts_expression(p))
			break;
		parse_push(p, old_test(p));
	}
	struct ast *node = parse_node(p, AST_TUPLE, start);
	node->tuple.elts = parse_list(p, mark);
	if (node->tuple.elts.count == 1)
		parse_fail(p);
	return node;
}

static struct ast *condition(struct parser *p)
{
	if (!parse_at_least(p, 3, 9))
		return old_test(p);
	return parse_disjunction(p);
}

static struct ast *comprehension_clause(struct parser *p, bool old_list)
{
	const struct token *start = parse_peek(p);
	bool is_async = is_async_for(p);

	if (is_async)
		parse_next(p);
	parse_expect(p, TOKEN_FOR);
	struct ast *target = parse_target_list(p, AST_STORE);
	parse_expect(p, TOKEN_IN);
	struct ast *iter = old_list ? old_iterable(p) : parse_disjunction(p);
	size_t mark = parse_mark(p);
	while (parse_accept(p, TOKEN_IF))
		parse_push(p, condition(p));
	struct ast *node = parse_node(p, AST_COMPREHENSION, start);
	node->comprehension.target = target;
	node->comprehension.iter = iter;
	node->comprehension.ifs = parse_list(p, mark);
	node->comprehension.is_async = is_async;
	return node;
}

struct ast_list parse_comprehension(struct parser *p, bool old_list)
{
	size_t mark = parse_mark(p);

	while (parse_at_comprehension(p))
		parse_push(p, comprehension_clause(p, old_list));
	return parse_list(p, mark);
}

/* ---- parentheses */

static struct ast *generator(
	struct parser *p, const struct token *open, struct ast *elt)
{
	if (p->second_pass)
		invalid_comprehension(p, elt);
	struct ast_list generators = parse_comprehension(p, false);
	parse_expect(p, TOKEN_RPAR);
	struct ast *node = parse_node(p, AST_GENERATOR_EXP, open);
	node->generator_exp.elt = elt;
	node->generator_exp.generators = generators;
	node->parenthesized = true;
	return node;
}

/* The rest of a list of elements after the first, pushed since MARK, up to CLOSE. */
static void more_elements(struct parser *p, enum token_kind close)
{
	while (parse_accept(p, TOKEN_COMMA)) {
		if (parse_at(p, close) || (p->second_pass && parse_at_comprehension(p)))
			break;
		parse_push(p, parse_star_or_named(p));
	}
}

static bool is_star(const struct ast *node)
{
	return node->kind == AST_STARRED && !node->parenthesized;
}

/* Before 3.8 a tuple, a generator begins with its first element. */
static void old_place(struct parser *p, struct ast *node, const struct ast *first)
{
	if (parse_at_least(p, 3, 8))
		return;
	node->place.line = first->place.line;
	node->place.column = first->place.column;
}

static struct ast *tuple_rest(
	struct parser *p, const struct token *open, struct ast *first)
{
	size_t mark = parse_mark(p);

	parse_push(p, first);
	more_elements(p, TOKEN_RPAR);
	parse_expect(p, TOKEN_RPAR);
	struct ast *node = parse_node(p, AST_TUPLE, open);
	node->tuple.elts = parse_list(p, mark);
	node->parenthesized = true;
	old_place(p, node, first);
	return node;
}

static struct ast *group_rest(struct parser *p, struct ast *inner)
{
	if (is_star(inner)) {
		if (!parse_at_least(p, 3, 9))
			parse_fail_late(p, inner, "can't use starred expression here");
		else
			invalid_group(p, inner);
	}
	parse_expect(p, TOKEN_RPAR);
	inner->parenthesized = true;
	return inner;
}

static struct ast *parentheses(struct parser *p)
{
	const struct token *open = parse_expect(p, TOKEN_LPAR);

	if (parse_accept(p, TOKEN_RPAR)) {
		struct ast *node = parse_node(p, AST_TUPLE, open);
		node->parenthesized = true;
		return node;
	}
	if (parse_at(p, TOKEN_YIELD))
		return group_rest(p, parse_yield(p));
	struct ast *first = parse_star_or_named(p);
	if (parse_at_comprehension(p)) {
		if (is_star(first) && parse_at_least(p, 3, 9) &&
			!parse_at_least(p, 3, 15) && !p->second_pass)
			parse_fail(p);
		struct ast *node = generator(p, open, first);
		old_place(p, node, first);
		return node;
	}
	if (parse_at(p, TOKEN_COMMA))
		return tuple_rest(p, open, first);
	return group_rest(p, first);
}

/* ---- lists */

static struct ast *list_comprehension(
	struct parser *p, const struct token *open, struct ast *elt)
{
	if (is_star(elt) && parse_at_least(p, 3, 9) && !parse_at_least(p, 3, 15) &&
		!p->second_pass)
		parse_fail(p);
	if (p->second_pass)
		invalid_comprehension(p, elt);
	struct ast_list generators = parse_comprehension(p, parse_is_2(p));
	parse_expect(p, TOKEN_RSQB);
	struct ast *node = parse_node(p, AST_LIST_COMP, open);
	node->list_comp.elt = elt;
	node->list_comp.generators = generators;
	return node;
}

static struct ast *list_display(struct parser *p)
{
	const struct token *open = parse_expect(p, TOKEN_LSQB);
	size_t mark = parse_mark(p);

	if (!parse_at(p, TOKEN_RSQB)) {
		struct ast *first = parse_star_or_named(p);
		if (parse_at_comprehension(p))
			return list_comprehension(p, open, first);
		parse_push(p, first);
		more_elements(p, TOKEN_RSQB);
		if (p->second_pass)
			invalid_tuple_comprehension(p, mark);
	}
	parse_expect(p, TOKEN_RSQB);
	struct ast *node = parse_node(p, AST_LIST, open);
	node->list.elts = parse_list(p, mark);
	return node;
}

/* ---- dicts and sets */

/* A key after the first: CPython looks for its colon before it misses a comma. */
static struct ast *later_key(struct parser *p)
{
	bool second_pass = p->second_pass;

	p->second_pass = false;
	struct ast *key = parse_expression(p);
	p->second_pass = second_pass;
	return key;
}

/* Keys and values are pushed in turn, NULL for the key of **value. */
static void dict_item(struct parser *p, struct ast *key)
{
	if (!key && !parse_is_2(p) && parse_accept(p, TOKEN_DOUBLESTAR)) {
		parse_push(p, NULL);
		parse_push(p, parse_bitor(p));
		return;
	}
	parse_push(p, key ? key : later_key(p));
	if (p->second_pass)
		invalid_dict_value(p);
	parse_expect(p, TOKEN_COLON);
	parse_push(p, parse_expression(p));
}

static struct ast *dict_comprehension(
	struct parser *p, const struct token *open, struct ast *key, struct ast *value)
{
	if (!key && !parse_at_least(p, 3, 15))
		invalid_dict_unpacking(p, value);
	struct ast_list generators = parse_comprehension(p, false);
	parse_expect(p, TOKEN_RBRACE);
	struct ast *node = parse_node(p, AST_DICT_COMP, open);
	node->dict_comp.key = key ? key : value;
	node->dict_comp.value = key ? value : NULL;
	node->dict_comp.generators = generators;
	return node;
}

/* The key of the first item may have been read already. */
static struct ast *dict_display(
	struct parser *p, const struct token *open, struct ast *first_key)
{
	size_t mark = parse_mark(p);

	while (!parse_at(p, TOKEN_RBRACE)) {
		dict_item(p, first_key);
		first_key = NULL;
		if (p->item_count - mark == 2 && parse_at_comprehension(p)) {
			struct ast *key = p->items[mark], *value = p->items[mark + 1];
			p->item_count = mark;
			return dict_comprehension(p, open, key, value);
		}
		if (!parse_accept(p, TOKEN_COMMA))
			break;
	}
	parse_expect(p, TOKEN_RBRACE);
	size_t count = (p->item_count - mark) / 2;
	struct ast *node = parse_node(p, AST_DICT, open);
	node->dict.keys.items = ast_alloc(p->tree, count * sizeof(struct ast *));
	node->dict.values.items = ast_alloc(p->tree, count * sizeof(struct ast *));
	node->dict.keys.count = node->dict.values.count = (uint32_t)count;
	for (size_t i = 0; i < count; i++) {
		node->dict.keys.items[i] = p->items[mark + 2 * i];
		node->dict.values.items[i] = p->items[mark + 2 * i + 1];
	}
	p->item_count = mark;
	return node;
}

static struct ast *set_display(
	struct parser *p, const struct token *open, struct ast *first)
{
	size_t mark = parse_mark(p);

	if (parse_at_comprehension(p)) {
		if (is_star(first) && parse_at_least(p, 3, 9) &&
			!parse_at_least(p, 3, 15) && !p->second_pass)
			parse_fail(p);
		if (p->second_pass)
			invalid_comprehension(p, first);
		struct ast_list generators = parse_comprehension(p, false);
		parse_expect(p, TOKEN_RBRACE);
		struct ast *node = parse_node(p, AST_SET_COMP, open);
		node->set_comp.elt = first;
		node->set_comp.generators = generators;
		return node;
	}
	parse_push(p, first);
	more_elements(p, TOKEN_RBRACE);
	if (p->second_pass)
		invalid_tuple_comprehension(p, mark);
	parse_expect(p, TOKEN_RBRACE);
	struct ast *node = parse_node(p, AST_SET, open);
	node->set.elts = parse_list(p, mark);
	return node;
}

static struct ast *braces(struct parser *p)
{
	const struct token *open = parse_expect(p, TOKEN_LBRACE);

	if (parse_at(p, TOKEN_RBRACE) ||
		(!parse_is_2(p) && parse_at(p, TOKEN_DOUBLESTAR)))
		return dict_display(p, open, NULL);
	struct ast *first = parse_at_least(p, 3, 9) ? parse_star_or_named(p)
						    : parse_star_or_expression(p);
	if (parse_at(p, TOKEN_COLON) && !is_star(first) &&
		(first->kind != AST_NAMED_EXPR || first->parenthesized))
		return dict_display(p, open, first);
	return set_display(p, open, first);
}

/* ---- others */

static struct ast *backquotes(struct parser *p)
{
	const struct token *open = parse_expect(p, TOKEN_BACKQUOTE);
	struct ast *value = parse_expressions(p);

	if (value->kind == AST_TUPLE && parse_last(p)->kind == TOKEN_COMMA)
		parse_fail(p);
	parse_expect(p, TOKEN_BACKQUOTE);
	struct ast *node = parse_node(p, AST_REPR, open);
	node->repr.value = value;
	return node;
}

static struct ast *constant(struct parser *p, enum ast_value_kind kind)
{
	const struct token *t = parse_next(p);
	struct ast *node = parse_node(p, AST_CONSTANT, t);

	node->constant.value.kind = kind;
	return node;
}

static struct ast *name(struct parser *p)
{
	const struct token *t = parse_peek(p);
	const char *id = parse_name(p);
	struct ast *node = parse_node(p, AST_NAME, t);

	node->name.id = id;
	return node;
}

/* UNITS of stack for brackets: the rules between two levels of expression. */
static struct ast *bracketed(struct parser *p, parse_rule *rule)
{
	int units = parse_at_least(p, 3, 9) ? 14 : 13;

	parse_enter(p, units);
	struct ast *node = rule(p);
	parse_leave(p, units);
	return node;
}

struct ast *parse_atom(struct parser *p)
{
	switch (parse_peek(p)->kind) {
	case TOKEN_NAME:
		return name(p);
	case TOKEN_NUMBER:
		return parse_number(p);
	case TOKEN_STRING:
	case TOKEN_FSTRING_START:
		return parse_strings(p);
	case TOKEN_LPAR:
		return bracketed(p, parentheses);
	case TOKEN_LSQB:
		return bracketed(p, list_display);
	case TOKEN_LBRACE:
		return bracketed(p, braces);
	case TOKEN_BACKQUOTE:
		return bracketed(p, backquotes);
	case TOKEN_NONE:
		return constant(p, AST_VALUE_NONE);
	case TOKEN_TRUE:
		return constant(p, AST_VALUE_TRUE);
	case TOKEN_FALSE:
		return constant(p, AST_VALUE_FALSE);
	case TOKEN_ELLIPSIS:
		if (!parse_is_2(p))
			return constant(p, AST_VALUE_ELLIPSIS);
		parse_fail(p);
	default:
		parse_fail(p);
	}
}
