#include "parse_core.h"

#include "parse_invalid.h"

/* Levels of binary operators, the loosest first; 0: no such operator. */
enum {
	LEVEL_BITOR = 1,
	LEVEL_XOR,
	LEVEL_AND,
	LEVEL_SHIFT,
	LEVEL_ARITH,
	LEVEL_TERM
};

struct binary {
	int level;
	enum ast_operator op;
};

static struct binary binary_operator(const struct parser *p, enum token_kind kind)
{
	switch (kind) {
	case TOKEN_VBAR:
		return (struct binary){LEVEL_BITOR, AST_BITOR};
	case TOKEN_CIRCUMFLEX:
		return (struct binary){LEVEL_XOR, AST_BITXOR};
	case TOKEN_AMPER:
		return (struct binary){LEVEL_AND, AST_BITAND};
	case TOKEN_LEFTSHIFT:
		return (struct binary){LEVEL_SHIFT, AST_LSHIFT};
	case TOKEN_RIGHTSHIFT:
		return (struct binary){LEVEL_SHIFT, AST_RSHIFT};
	case TOKEN_PLUS:
		return (struct binary){LEVEL_ARITH, AST_ADD};
	case TOKEN_MINUS:
		return (struct binary){LEVEL_ARITH, AST_SUB};
	case TOKEN_STAR:
		return (struct binary){LEVEL_TERM, AST_MULT};
	case TOKEN_SLASH:
		return (struct binary){LEVEL_TERM, AST_DIV};
	case TOKEN_DOUBLESLASH:
		return (struct binary){LEVEL_TERM, AST_FLOORDIV};
	case TOKEN_PERCENT:
		return (struct binary){LEVEL_TERM, AST_MOD};
	case TOKEN_AT:
		return (struct binary){parse_is_2(p) ? 0 : LEVEL_TERM, AST_MATMULT};
	default:
		return (struct binary){0, AST_ADD};
	}
}

/* ---- what may begin an expression */

bool parse_token_starts_expression(const struct parser *p, const struct token *t)
{
	switch (t->kind) {
	case TOKEN_NAME:
	case TOKEN_NUMBER:
	case TOKEN_STRING:
	case TOKEN_FSTRING_START:
	case TOKEN_LPAR:
	case TOKEN_LSQB:
	case TOKEN_LBRACE:
	case TOKEN_BACKQUOTE:
	case TOKEN_PLUS:
	case TOKEN_MINUS:
	case TOKEN_TILDE:
	case TOKEN_NOT:
	case TOKEN_LAMBDA:
	case TOKEN_AWAIT:
	case TOKEN_NONE:
	case TOKEN_TRUE:
	case TOKEN_FALSE:
		return true;
	case TOKEN_ELLIPSIS:
		return !parse_is_2(p);
	default:
		return false;
	}
}

bool parse_starts_expression(struct parser *p)
{
	return parse_token_starts_expression(p, parse_peek(p));
}

static bool starts_element(struct parser *p)
{
	return parse_starts_expression(p) ||
		(!parse_is_2(p) && parse_at(p, TOKEN_STAR));
}

/* ---- operators */

static struct ast *unary(struct parser *p);

static struct ast *power(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *left = parse_primary(p);

	if (!parse_accept(p, TOKEN_DOUBLESTAR))
		return left;
	struct ast *right = unary(p);
	struct ast *node = parse_node(p, AST_BIN_OP, start);
	node->bin_op.left = left;
	node->bin_op.op = AST_POW;
	node->bin_op.right = right;
	return node;
}

static struct ast *unary(struct parser *p)
{
	const struct token *start = parse_peek(p);
	enum ast_operator op;

	switch (start->kind) {
	case TOKEN_PLUS:
		op = AST_UADD;
		break;
	case TOKEN_MINUS:
		op = AST_USUB;
		break;
	case TOKEN_TILDE:
		op = AST_INVERT;
		break;
	default:
		return power(p);
	}
	parse_next(p);
	parse_enter(p, 1);
	struct ast *operand = unary(p);
	parse_leave(p, 1);
	struct ast *node = parse_node(p, AST_UNARY_OP, start);
	node->unary_op.op = op;
	node->unary_op.operand = operand;
	return node;
}

static struct ast *climb(struct parser *p, int least)
{
	const struct token *start = parse_peek(p);
	struct ast *left = unary(p);

	for (;;) {
		struct binary b = binary_operator(p, parse_peek(p)->kind);
		if (b.level == 0 || b.level < least)
			return left;
		parse_next(p);
		struct ast *right =
			b.level == LEVEL_TERM ? unary(p) : climb(p, b.level + 1);
		struct ast *node = parse_node(p, AST_BIN_OP, start);
		node->bin_op.left = left;
		node->bin_op.op = b.op;
		node->bin_op.right = right;
		left = node;
	}
}

struct ast *parse_bitor(struct parser *p)
{
	return climb(p, LEVEL_BITOR);
}

/* Consumes a comparison operator. */
static bool accept_comparison(struct parser *p, enum ast_operator *op)
{
	static const struct {
		enum token_kind kind;
		enum ast_operator op;
	} simple[] = {{TOKEN_EQEQUAL, AST_EQ}, {TOKEN_NOTEQUAL, AST_NOTEQ},
		{TOKEN_LESS, AST_LT}, {TOKEN_LESSEQUAL, AST_LTE},
		{TOKEN_GREATER, AST_GT}, {TOKEN_GREATEREQUAL, AST_GTE},
		{TOKEN_IN, AST_IN}};
	enum token_kind kind = parse_peek(p)->kind;

	for (size_t i = 0; i < sizeof simple / sizeof *simple; i++) {
		if (kind == simple[i].kind) {
			*op = simple[i].op;
			parse_next(p);
			return true;
		}
	}
	if (kind == TOKEN_LESSGREATER && parse_is_2(p)) {
		*op = AST_NOTEQ;
		parse_next(p);
		return true;
	}
	if (kind == TOKEN_IS) {
		parse_next(p);
		*op = parse_accept(p, TOKEN_NOT) ? AST_ISNOT : AST_IS;
		return true;
	}
	if (kind == TOKEN_NOT && parse_peek_at(p, 1)->kind == TOKEN_IN) {
		p->at += 2;
		*op = AST_NOTIN;
		return true;
	}
	/* An LL(1) parser has taken the `not`. */
	if (kind == TOKEN_NOT && !parse_at_least(p, 3, 9)) {
		p->at++;
		parse_fail(p);
	}
	return false;
}

/* The operators of one comparison while it is read; they live in the tree's arena,
 * so that a failure leaves nothing behind. */
static void push_operator(struct parser *p, struct ast_operators *ops,
	uint32_t *capacity, enum ast_operator op)
{
	if (ops->count == *capacity) {
		uint8_t *more = ast_alloc(p->tree, (size_t)*capacity * 2 + 4);
		for (uint32_t i = 0; i < ops->count; i++)
			more[i] = ops->items[i];
		ops->items = more;
		*capacity = *capacity * 2 + 4;
	}
	ops->items[ops->count++] = (uint8_t)op;
}

static struct ast *comparison(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *left = parse_bitor(p);
	struct ast_operators ops = {NULL, 0};
	uint32_t capacity = 0;
	size_t mark = parse_mark(p);
	enum ast_operator op;

	while (accept_comparison(p, &op)) {
		push_operator(p, &ops, &capacity, op);
		parse_push(p, parse_bitor(p));
	}
	if (ops.count == 0)
		return left;
	struct ast *node = parse_node(p, AST_COMPARE, start);
	node->compare.left = left;
	node->compare.ops = ops;
	node->compare.comparators = parse_list(p, mark);
	return node;
}

static struct ast *inversion(struct parser *p)
{
	const struct token *start = parse_peek(p);

	if (!parse_accept(p, TOKEN_NOT))
		return comparison(p);
	parse_enter(p, 1);
	struct ast *operand = inversion(p);
	parse_leave(p, 1);
	struct ast *node = parse_node(p, AST_UNARY_OP, start);
	node->unary_op.op = AST_NOT;
	node->unary_op.operand = operand;
	return node;
}

static struct ast *bool_chain(struct parser *p, enum token_kind word,
	enum ast_operator op, parse_rule *operand)
{
	const struct token *start = parse_peek(p);
	struct ast *first = operand(p);

	if (!parse_at(p, word))
		return first;
	size_t mark = parse_mark(p);
	parse_push(p, first);
	while (parse_accept(p, word))
		parse_push(p, operand(p));
	struct ast *node = parse_node(p, AST_BOOL_OP, start);
	node->bool_op.op = op;
	node->bool_op.values = parse_list(p, mark);
	return node;
}

static struct ast *conjunction(struct parser *p)
{
	return bool_chain(p, TOKEN_AND, AST_AND, inversion);
}

struct ast *parse_disjunction(struct parser *p)
{
	return bool_chain(p, TOKEN_OR, AST_OR, conjunction);
}

/* ---- whole expressions */

struct ast *parse_lambda(struct parser *p, parse_rule *body_rule)
{
	const struct token *start = parse_expect(p, TOKEN_LAMBDA);
	struct ast *args = parse_parameters(p, TOKEN_COLON);

	parse_expect(p, TOKEN_COLON);
	struct ast *body = body_rule(p);
	struct ast *node = parse_node(p, AST_LAMBDA, start);
	node->lambda.args = args;
	node->lambda.body = body;
	return node;
}

static struct ast *conditional(struct parser *p)
{
	const struct token *start = parse_peek(p);

	if (p->second_pass)
		invalid_legacy(p);
	struct ast *body = parse_disjunction(p);
	if (p->second_pass)
		invalid_after_disjunction(p, start, body);
	if (!parse_at(p, TOKEN_IF))
		return body;
	parse_next(p);
	struct ast *test = parse_disjunction(p);
	parse_expect(p, TOKEN_ELSE);
	struct ast *orelse = parse_expression(p);
	struct ast *node = parse_node(p, AST_IF_EXP, start);
	node->if_exp.test = test;
	node->if_exp.body = body;
	node->if_exp.orelse = orelse;
	return node;
}

struct ast *parse_expression(struct parser *p)
{
	parse_enter(p, 3);
	struct ast *node = parse_at(p, TOKEN_LAMBDA) ? parse_lambda(p, parse_expression)
						     : conditional(p);
	parse_leave(p, 3);
	return node;
}

static struct ast *named(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *target = ast_node(p->tree, AST_NAME, parse_token_place(start));

	target->name.id = parse_name(p);
	target->name.ctx = AST_STORE;
	parse_expect(p, TOKEN_COLONEQUAL);
	parse_check_name(p, target->name.id, target);
	struct ast *value = parse_expression(p);
	struct ast *node = parse_node(p, AST_NAMED_EXPR, start);
	node->named_expr.target = target;
	node->named_expr.value = value;
	return node;
}

static bool at_named(struct parser *p)
{
	return parse_at_least(p, 3, 8) && parse_at(p, TOKEN_NAME) &&
		parse_peek_at(p, 1)->kind == TOKEN_COLONEQUAL;
}

struct ast *parse_named_argument(struct parser *p)
{
	return at_named(p) ? named(p) : parse_expression(p);
}

struct ast *parse_named(struct parser *p)
{
	if (at_named(p))
		return named(p);
	struct ast *node = parse_expression(p);
	if (p->second_pass)
		invalid_named(p, node);
	if (parse_at_least(p, 3, 8) && !parse_at_least(p, 3, 9) &&
		parse_accept(p, TOKEN_COLONEQUAL)) {
		parse_fail_late(p, node, "cannot use %s with %s",
			"assignment expressions", parse_expr_name(p, node));
		parse_expression(p);
	}
	return node;
}

static struct ast *starred(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_STAR);
	struct ast *value = parse_bitor(p);
	struct ast *node = parse_node(p, AST_STARRED, start);

	node->starred.value = value;
	return node;
}

struct ast *parse_star_or_named(struct parser *p)
{
	return !parse_is_2(p) && parse_at(p, TOKEN_STAR) ? starred(p) : parse_named(p);
}

struct ast *parse_star_or_expression(struct parser *p)
{
	return !parse_is_2(p) && parse_at(p, TOKEN_STAR) ? starred(p)
							 : parse_expression(p);
}

/* ITEM {"," ITEM} [","]: the item alone, or a tuple. */
static struct ast *comma_list(struct parser *p, parse_rule *item, bool stars)
{
	const struct token *start = parse_peek(p);
	struct ast *first = item(p);

	if (!parse_at(p, TOKEN_COMMA))
		return first;
	size_t mark = parse_mark(p);
	parse_push(p, first);
	while (parse_accept(p, TOKEN_COMMA)) {
		if (!(stars ? starts_element(p) : parse_starts_expression(p)))
			break;
		parse_push(p, item(p));
	}
	struct ast *node = parse_node(p, AST_TUPLE, start);
	node->tuple.elts = parse_list(p, mark);
	return node;
}

struct ast *parse_star_expressions(struct parser *p)
{
	return comma_list(p, parse_star_or_expression, true);
}

struct ast *parse_expressions(struct parser *p)
{
	return comma_list(p, parse_expression, false);
}

static struct ast *target(struct parser *p)
{
	return !parse_is_2(p) && parse_at(p, TOKEN_STAR) ? starred(p) : parse_bitor(p);
}

struct ast *parse_target_list(struct parser *p, enum ast_context ctx)
{
	size_t at = p->at;
	struct ast *node = comma_list(p, target, true);

	if (p->second_pass && ctx == AST_STORE)
		invalid_for_target(p, at, node);
	if (!parse_at_least(p, 3, 9))
		parse_set_context(p, node, ctx);
	else if (!invalid_is_target(p, node, ctx))
		parse_fail(p);
	else
		parse_set_context(p, node, ctx);
	return node;
}

struct ast *parse_yield(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_YIELD);
	struct ast *value = NULL;

	if (!parse_is_2(p) && parse_accept(p, TOKEN_FROM)) {
		value = parse_expression(p);
		struct ast *node = parse_node(p, AST_YIELD_FROM, start);
		node->yield_from.value = value;
		return node;
	}
	if (parse_at_least(p, 3, 8) ? starts_element(p) : parse_starts_expression(p))
		value = parse_at_least(p, 3, 8) ? parse_star_expressions(p)
						: parse_expressions(p);
	struct ast *node = parse_node(p, AST_YIELD, start);
	node->yield.value = value;
	return node;
}

/* ---- subscripts */

static struct ast *none_name(struct parser *p)
{
	struct ast *node =
		ast_node(p->tree, AST_NAME, parse_token_place(parse_last(p)));

	node->name.id = ast_intern(p->tree, "None", 4);
	return node;
}

/* After the first expression of a slice (LOWER, may be NULL). */
static struct ast *slice_rest(
	struct parser *p, const struct token *start, struct ast *lower)
{
	struct ast *upper = NULL, *step = NULL;

	parse_expect(p, TOKEN_COLON);
	if (parse_starts_expression(p))
		upper = parse_expression(p);
	if (parse_accept(p, TOKEN_COLON)) {
		if (parse_starts_expression(p))
			step = parse_expression(p);
		else if (parse_is_2(p))
			step = none_name(p);
	}
	struct ast *node = parse_node(p, AST_SLICE, start);
	node->slice.lower = lower;
	node->slice.upper = upper;
	node->slice.step = step;
	return node;
}

static struct ast *old_ellipsis(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_DOT);

	parse_expect(p, TOKEN_DOT);
	parse_expect(p, TOKEN_DOT);
	struct ast *node = parse_node(p, AST_CONSTANT, start);
	node->constant.value.kind = AST_VALUE_ELLIPSIS;
	return node;
}

static struct ast *slice_item(struct parser *p)
{
	const struct token *start = parse_peek(p);

	if (parse_is_2(p) && start->kind == TOKEN_DOT)
		return old_ellipsis(p);
	if (start->kind == TOKEN_STAR && parse_at_least(p, 3, 11))
		return starred(p);
	if (start->kind == TOKEN_COLON)
		return slice_rest(p, start, NULL);
	struct ast *lower =
		parse_at_least(p, 3, 10) ? parse_named(p) : parse_expression(p);
	if (parse_at(p, TOKEN_COLON) && lower->kind != AST_NAMED_EXPR)
		return slice_rest(p, start, lower);
	return lower;
}

struct ast *parse_slices(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *first = slice_item(p);

	if (first->kind != AST_STARRED && !parse_at(p, TOKEN_COMMA))
		return first;
	size_t mark = parse_mark(p);
	parse_push(p, first);
	while (parse_accept(p, TOKEN_COMMA)) {
		if (parse_at(p, TOKEN_RSQB))
			break;
		parse_push(p, slice_item(p));
	}
	struct ast *node = parse_node(p, AST_TUPLE, start);
	node->tuple.elts = parse_list(p, mark);
	return node;
}
