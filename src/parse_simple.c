#include "parse_core.h"

#include <string.h>

#include "parse_invalid.h"

/* ---- assignment and expression statements */

static bool augmented(enum token_kind kind, enum ast_operator *op)
{
	static const struct {
		enum token_kind kind;
		enum ast_operator op;
	} table[] = {{TOKEN_PLUSEQUAL, AST_ADD}, {TOKEN_MINEQUAL, AST_SUB},
		{TOKEN_STAREQUAL, AST_MULT}, {TOKEN_SLASHEQUAL, AST_DIV},
		{TOKEN_PERCENTEQUAL, AST_MOD}, {TOKEN_AMPEREQUAL, AST_BITAND},
		{TOKEN_VBAREQUAL, AST_BITOR}, {TOKEN_CIRCUMFLEXEQUAL, AST_BITXOR},
		{TOKEN_ATEQUAL, AST_MATMULT}, {TOKEN_LEFTSHIFTEQUAL, AST_LSHIFT},
		{TOKEN_RIGHTSHIFTEQUAL, AST_RSHIFT}, {TOKEN_DOUBLESTAREQUAL, AST_POW},
		{TOKEN_DOUBLESLASHEQUAL, AST_FLOORDIV}};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if (table[i].kind == kind) {
			*op = table[i].op;
			return true;
		}
	}
	return false;
}

/* testlist_star_expr or yield */
static struct ast *right_side(struct parser *p)
{
	if (parse_at(p, TOKEN_YIELD))
		return parse_yield(p);
	return parse_is_2(p) ? parse_expressions(p) : parse_star_expressions(p);
}

static bool is_simple_target(const struct ast *node)
{
	return node->kind == AST_NAME || node->kind == AST_ATTRIBUTE ||
		node->kind == AST_SUBSCRIPT;
}

static struct ast *augmented_assignment(struct parser *p, const struct token *start,
	struct ast *target, enum ast_operator op)
{
	if (parse_at_least(p, 3, 9) && !is_simple_target(target)) {
		if (p->second_pass)
			invalid_augmented(p, target);
		parse_fail(p);
	}
	parse_next(p);
	if (is_simple_target(target))
		parse_set_context(p, target, AST_STORE);
	else if (parse_at_least(p, 3, 9))
		parse_fail_late(p, target,
			"'%s' is an illegal expression for augmented assignment",
			parse_expr_name(p, target));
	else
		invalid_old_augmented(p, target);
	struct ast *value = parse_at(p, TOKEN_YIELD) ? parse_yield(p)
		: parse_at_least(p, 3, 9)            ? parse_star_expressions(p)
						     : parse_expressions(p);
	struct ast *node = parse_node(p, AST_AUG_ASSIGN, start);
	node->aug_assign.target = target;
	node->aug_assign.op = op;
	node->aug_assign.value = value;
	return node;
}

static void annotation_target(struct parser *p, struct ast *target)
{
	if (is_simple_target(target)) {
		parse_set_context(p, target, AST_STORE);
		return;
	}
	if (parse_at_least(p, 3, 9)) {
		if (p->second_pass)
			invalid_annotation(p, target);
		parse_fail(p);
	}
	if (target->kind == AST_LIST)
		parse_fail_late(
			p, target, "only single target (not list) can be annotated");
	else if (target->kind == AST_TUPLE)
		parse_fail_late(
			p, target, "only single target (not tuple) can be annotated");
	else
		parse_fail_late(p, target, "illegal target for annotation");
}

static struct ast *annotated_assignment(
	struct parser *p, const struct token *start, struct ast *target)
{
	struct ast *value = NULL;

	annotation_target(p, target);
	parse_expect(p, TOKEN_COLON);
	struct ast *annotation = parse_expression(p);
	if (parse_accept(p, TOKEN_EQUAL)) {
		if (parse_at(p, TOKEN_YIELD))
			value = parse_yield(p);
		else if (parse_at_least(p, 3, 8))
			value = parse_star_expressions(p);
		else
			value = parse_expression(p);
	}
	struct ast *node = parse_node(p, AST_ANN_ASSIGN, start);
	node->ann_assign.target = target;
	node->ann_assign.annotation = annotation;
	node->ann_assign.value = value;
	node->ann_assign.simple = target->kind == AST_NAME && !target->parenthesized;
	return node;
}

/* TARGET is followed by "=". */
static void assignment_target(struct parser *p, struct ast *target, bool first)
{
	if (parse_at_least(p, 3, 9) && !invalid_is_target(p, target, AST_STORE)) {
		if (p->second_pass)
			invalid_assignment(p, target, first);
		parse_fail(p);
	}
	if (!parse_at_least(p, 3, 9) &&
		(target->kind == AST_YIELD || target->kind == AST_YIELD_FROM) &&
		!target->parenthesized) {
		parse_fail_late(
			p, target, "assignment to yield expression not possible");
		return;
	}
	parse_set_context(p, target, AST_STORE);
}

static struct ast *assignment(
	struct parser *p, const struct token *start, struct ast *first)
{
	size_t mark = parse_mark(p);
	struct ast *value = first;

	while (parse_at(p, TOKEN_EQUAL)) {
		assignment_target(p, value, value == first);
		parse_next(p);
		parse_push(p, value);
		value = right_side(p);
	}
	struct ast *node = parse_node(p, AST_ASSIGN, start);
	node->assign.targets = parse_list(p, mark);
	node->assign.value = value;
	return node;
}

static struct ast *expression_statement(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *first = right_side(p);
	enum ast_operator op;

	if (parse_at(p, TOKEN_EQUAL))
		return assignment(p, start, first);
	if (augmented(parse_peek(p)->kind, &op) &&
		!(op == AST_MATMULT && parse_is_2(p)))
		return augmented_assignment(p, start, first, op);
	if (parse_at(p, TOKEN_COLON) && !parse_is_2(p) &&
		!(parse_at_least(p, 3, 9) && first->kind == AST_YIELD))
		return annotated_assignment(p, start, first);
	struct ast *node = parse_node(p, AST_EXPR, start);
	node->expr.value = first;
	return node;
}

/* ---- statements of one word and a list */

static struct ast *del(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_DEL);
	size_t mark = parse_mark(p);

	if (p->second_pass)
		invalid_del(p);
	struct ast *list = parse_target_list(p, AST_DEL);
	if (list->kind == AST_TUPLE && !list->parenthesized) {
		for (uint32_t i = 0; i < list->tuple.elts.count; i++)
			parse_push(p, list->tuple.elts.items[i]);
	} else {
		parse_push(p, list);
	}
	struct ast *node = parse_node(p, AST_DELETE, start);
	node->delete_.targets = parse_list(p, mark);
	return node;
}

static struct ast *return_statement(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_RETURN);
	struct ast *value = NULL;

	if (parse_starts_expression(p) ||
		(parse_at_least(p, 3, 8) && parse_at(p, TOKEN_STAR)))
		value = parse_at_least(p, 3, 8) ? parse_star_expressions(p)
						: parse_expressions(p);
	struct ast *node = parse_node(p, AST_RETURN, start);
	node->return_.value = value;
	return node;
}

static struct ast *raise_statement(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_RAISE);
	struct ast *exc = NULL, *cause = NULL, *inst = NULL, *tback = NULL;

	if (parse_starts_expression(p)) {
		exc = parse_expression(p);
		if (parse_is_2(p)) {
			if (parse_accept(p, TOKEN_COMMA)) {
				inst = parse_expression(p);
				if (parse_accept(p, TOKEN_COMMA))
					tback = parse_expression(p);
			}
		} else if (parse_accept(p, TOKEN_FROM)) {
			cause = parse_expression(p);
		}
	}
	struct ast *node = parse_node(p, AST_RAISE, start);
	node->raise.exc = exc;
	node->raise.cause = cause;
	node->raise.inst = inst;
	node->raise.tback = tback;
	return node;
}

static struct ast *names_statement(struct parser *p, enum ast_kind kind)
{
	const struct token *start = parse_next(p);
	size_t mark = parse_mark(p);

	do {
		const struct token *t = parse_peek(p);
		const char *id = parse_name(p);
		struct ast *name = parse_node(p, AST_IDENTIFIER, t);
		name->identifier.id = id;
		parse_push(p, name);
	} while (parse_accept(p, TOKEN_COMMA));
	struct ast *node = parse_node(p, kind, start);
	node->global.names = parse_list(p, mark);
	return node;
}

static struct ast *assert_statement(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_ASSERT);
	struct ast *test = parse_expression(p), *msg = NULL;

	if (parse_accept(p, TOKEN_COMMA))
		msg = parse_expression(p);
	struct ast *node = parse_node(p, AST_ASSERT, start);
	node->assert_.test = test;
	node->assert_.msg = msg;
	return node;
}

static struct ast *word_statement(struct parser *p, enum ast_kind kind)
{
	const struct token *start = parse_next(p);

	return parse_node(p, kind, start);
}

/* ---- 2.7 */

static struct ast *print_statement(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_PRINT);
	struct ast *dest = NULL;
	size_t mark = parse_mark(p);
	bool comma = false, more = true;

	if (parse_accept(p, TOKEN_RIGHTSHIFT)) {
		dest = parse_expression(p);
		more = parse_accept(p, TOKEN_COMMA);
		if (more && !parse_starts_expression(p))
			parse_fail(p);
	}
	while (more && parse_starts_expression(p)) {
		parse_push(p, parse_expression(p));
		more = comma = parse_accept(p, TOKEN_COMMA);
	}
	struct ast *node = parse_node(p, AST_PRINT, start);
	node->print.dest = dest;
	node->print.values = parse_list(p, mark);
	node->print.nl = !comma;
	return node;
}

static struct ast *exec_statement(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_EXEC);
	struct ast *body = parse_bitor(p), *globals = NULL, *locals = NULL;

	if (parse_accept(p, TOKEN_IN)) {
		globals = parse_expression(p);
		if (parse_accept(p, TOKEN_COMMA))
			locals = parse_expression(p);
	}
	struct ast *node = parse_node(p, AST_EXEC, start);
	node->exec.body = body;
	node->exec.globals = globals;
	node->exec.locals = locals;
	return node;
}

/* ---- imports */

static const char *dotted_name(struct parser *p)
{
	struct strbuf text = STRBUF_INIT;
	size_t at = p->at;

	parse_expect(p, TOKEN_NAME);
	while (parse_accept(p, TOKEN_DOT))
		parse_expect(p, TOKEN_NAME);
	for (; at < p->at; at++)
		strbuf_add(&text, p->list.tokens[at].text, p->list.tokens[at].length);
	const char *name = ast_intern(p->tree, text.text, text.length);
	strbuf_free(&text);
	return name;
}

static void alias(struct parser *p, bool dotted)
{
	const struct token *start = parse_peek(p);
	const char *name = dotted ? dotted_name(p) : parse_name(p);
	const char *asname = NULL;

	if (parse_accept(p, TOKEN_AS))
		asname = parse_name(p);
	struct ast *node = parse_node(p, AST_ALIAS, start);
	node->alias.name = name;
	node->alias.asname = asname;
	if (asname || !strchr(name, '.'))
		parse_check_name(p, asname ? asname : name, node);
	parse_push(p, node);
}

static struct ast *import(struct parser *p, const struct token *start, bool is_lazy)
{
	size_t mark = parse_mark(p);

	parse_expect(p, TOKEN_IMPORT);
	do
		alias(p, true);
	while (parse_accept(p, TOKEN_COMMA));
	struct ast *node = parse_node(p, AST_IMPORT, start);
	node->import.names = parse_list(p, mark);
	node->import.is_lazy = is_lazy;
	return node;
}

static int dots(struct parser *p)
{
	int level = 0;

	for (;;) {
		if (parse_accept(p, TOKEN_DOT))
			level++;
		else if (parse_accept(p, TOKEN_ELLIPSIS))
			level += 3;
		else
			return level;
	}
}

static void star_alias(struct parser *p)
{
	const struct token *t = parse_expect(p, TOKEN_STAR);
	struct ast *node = parse_node(p, AST_ALIAS, t);

	node->alias.name = ast_intern(p->tree, "*", 1);
	parse_push(p, node);
}

static void imported_names(struct parser *p)
{
	bool parentheses = parse_accept(p, TOKEN_LPAR);

	if (!parentheses && p->second_pass)
		invalid_import_names(p);
	do {
		if (parentheses && parse_at(p, TOKEN_RPAR) &&
			parse_last(p)->kind == TOKEN_COMMA)
			break;
		if (!parentheses && !parse_at(p, TOKEN_NAME) &&
			parse_last(p)->kind == TOKEN_COMMA) {
			const char *message =
				"trailing comma not allowed without surrounding parentheses";
			if (!parse_at(p, TOKEN_NEWLINE) && !parse_at(p, TOKEN_SEMI))
				parse_fail(p);
			if (parse_at_least(p, 3, 9) && p->second_pass)
				invalid_import_comma(p, message);
			if (parse_at_least(p, 3, 9))
				parse_fail(p);
			parse_fail_late(p, p->items[p->item_count - 1], "%s", message);
			return;
		}
		alias(p, false);
	} while (parse_accept(p, TOKEN_COMMA));
	if (parentheses)
		parse_expect(p, TOKEN_RPAR);
}

/* 2.7's futures that change the grammar or the literals of what follows. */
static void apply_future(struct parser *p, const struct ast *node)
{
	const char *module = node->import_from.module;

	if (!parse_is_2(p) || !module || strcmp(module, "__future__") != 0)
		return;
	for (uint32_t i = 0; i < node->import_from.names.count; i++) {
		const char *name = node->import_from.names.items[i]->alias.name;
		if (strcmp(name, "unicode_literals") == 0)
			p->unicode_literals = true;
		if (strcmp(name, "print_function") == 0)
			for (size_t t = p->at; t < p->list.count; t++)
				if (p->list.tokens[t].kind == TOKEN_PRINT)
					p->list.tokens[t].kind = TOKEN_NAME;
	}
}

static struct ast *import_from(
	struct parser *p, const struct token *start, bool is_lazy)
{
	parse_expect(p, TOKEN_FROM);
	int level = dots(p);
	const char *module = NULL;
	size_t mark = parse_mark(p);

	if (level == 0 || parse_at(p, TOKEN_NAME))
		module = dotted_name(p);
	parse_expect(p, TOKEN_IMPORT);
	if (parse_at(p, TOKEN_STAR))
		star_alias(p);
	else
		imported_names(p);
	struct ast *node = parse_node(p, AST_IMPORT_FROM, start);
	node->import_from.module = module;
	node->import_from.names = parse_list(p, mark);
	node->import_from.level = level;
	node->import_from.is_lazy = is_lazy;
	apply_future(p, node);
	return node;
}

/* ---- soft keywords: type X = ..., lazy import x */

static struct ast *type_alias(struct parser *p)
{
	const struct token *start = parse_next(p);
	const struct token *t = parse_peek(p);
	const char *id = parse_name(p);
	struct ast *name = parse_node(p, AST_NAME, t);

	name->name.id = id;
	name->name.ctx = AST_STORE;
	struct ast_list params = parse_type_params(p);
	parse_expect(p, TOKEN_EQUAL);
	struct ast *value = parse_expression(p);
	struct ast *node = parse_node(p, AST_TYPE_ALIAS, start);
	node->type_alias.name = name;
	node->type_alias.type_params = params;
	node->type_alias.value = value;
	return node;
}

static struct ast *soft_statement(struct parser *p)
{
	const struct token *start = parse_peek(p);
	enum token_kind second;

	if (start->kind != TOKEN_NAME)
		return NULL;
	if (parse_at_least(p, 3, 12) && parse_token_is(start, "type")) {
		enum token_kind third = parse_peek_at(p, 2)->kind;
		if (parse_peek_at(p, 1)->kind == TOKEN_NAME &&
			(third == TOKEN_EQUAL || third == TOKEN_LSQB))
			return type_alias(p);
	}
	if (!parse_at_least(p, 3, 15) || !parse_token_is(start, "lazy"))
		return NULL;
	second = parse_peek_at(p, 1)->kind;
	if (second != TOKEN_IMPORT && second != TOKEN_FROM)
		return NULL;
	parse_next(p);
	return second == TOKEN_IMPORT ? import(p, start, true)
				      : import_from(p, start, true);
}

struct ast *parse_simple(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *soft = soft_statement(p);

	if (soft)
		return soft;
	switch (start->kind) {
	case TOKEN_PASS:
		return word_statement(p, AST_PASS);
	case TOKEN_BREAK:
		return word_statement(p, AST_BREAK);
	case TOKEN_CONTINUE:
		return word_statement(p, AST_CONTINUE);
	case TOKEN_DEL:
		return del(p);
	case TOKEN_RETURN:
		return return_statement(p);
	case TOKEN_RAISE:
		return raise_statement(p);
	case TOKEN_GLOBAL:
		return names_statement(p, AST_GLOBAL);
	case TOKEN_NONLOCAL:
		return names_statement(p, AST_NONLOCAL);
	case TOKEN_ASSERT:
		return assert_statement(p);
	case TOKEN_IMPORT:
		return import(p, start, false);
	case TOKEN_FROM:
		return import_from(p, start, false);
	case TOKEN_PRINT:
		return print_statement(p);
	case TOKEN_EXEC:
		return exec_statement(p);
	default:
		return expression_statement(p);
	}
}
