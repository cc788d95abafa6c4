#include "parse_core.h"

#include "parse_invalid.h"

/* ---- arguments */

struct arguments {
	size_t keyword_count;
	struct ast **keywords; /* kept apart: args are on the parser's stack */
	size_t keyword_capacity;
	size_t arg_count;
	bool seen_star, seen_double_star;
	bool bare_generator; /* an argument is a generator without parentheses */
};

static void push_keyword(struct parser *p, struct arguments *a, struct ast *node)
{
	if (a->keyword_count == a->keyword_capacity) {
		size_t capacity = a->keyword_capacity * 2 + 4;
		struct ast **more = ast_alloc(p->tree, capacity * sizeof *more);
		for (size_t i = 0; i < a->keyword_count; i++)
			more[i] = a->keywords[i];
		a->keywords = more;
		a->keyword_capacity = capacity;
	}
	a->keywords[a->keyword_count++] = node;
}

/* Before 3.9 the tree builder finds a keyword twice; later the compiler does. */
static void check_repeated(struct parser *p, struct arguments *a, struct ast *node)
{
	if (parse_at_least(p, 3, 9))
		return;
	for (size_t i = 0; i < a->keyword_count; i++)
		if (a->keywords[i]->keyword.arg == node->keyword.arg)
			parse_fail_late(p, node, "%s", "keyword argument repeated");
}

static void keyword_argument(struct parser *p, struct arguments *a)
{
	const struct token *start = parse_peek(p);
	const char *name = parse_name(p);

	parse_expect(p, TOKEN_EQUAL);
	struct ast *value = parse_expression(p);
	if (p->second_pass)
		invalid_keyword_generator(p, start);
	struct ast *node = parse_node(p, AST_KEYWORD, start);
	node->keyword.arg = name;
	node->keyword.value = value;
	parse_check_name(p, name, node);
	check_repeated(p, a, node);
	push_keyword(p, a, node);
}

static void double_star_argument(struct parser *p, struct arguments *a)
{
	const struct token *start = parse_expect(p, TOKEN_DOUBLESTAR);
	struct ast *value = parse_expression(p);
	struct ast *node = parse_node(p, AST_KEYWORD, start);

	node->keyword.value = value;
	push_keyword(p, a, node);
	a->seen_double_star = true;
}

static void star_argument(struct parser *p, struct arguments *a)
{
	const struct token *start = parse_expect(p, TOKEN_STAR);

	if (a->seen_double_star && parse_at_least(p, 3, 9)) {
		if (p->second_pass)
			parse_fail_token(p, start,
				"iterable argument unpacking follows keyword argument "
				"unpacking");
		parse_fail(p);
	}
	struct ast *value = parse_expression(p);
	struct ast *node = parse_node(p, AST_STARRED, start);
	node->starred.value = value;
	if (a->seen_double_star)
		parse_fail_late(p, node,
			"iterable argument unpacking follows keyword argument unpacking");
	parse_push(p, node);
	a->arg_count++;
	a->seen_star = true;
}

/* A positional argument after keywords. */
static void misplaced(struct parser *p, struct arguments *a, const struct ast *node)
{
	if (parse_is_2(p)) {
		if (a->seen_star)
			parse_fail_late(
				p, node, "only named arguments may follow *expression");
		else if (a->keyword_count)
			parse_fail_late(p, node, "non-keyword arg after keyword arg");
	} else if (a->keyword_count) {
		const char *message = a->seen_double_star
			? "positional argument follows keyword argument unpacking"
			: "positional argument follows keyword argument";
		if (!parse_at_least(p, 3, 9))
			parse_fail_late(p, node, "%s", message);
		else if (p->second_pass)
			invalid_positional(p, message);
		else
			parse_fail(p);
	}
}

static struct ast *bare_generator(
	struct parser *p, const struct token *start, struct ast *elt)
{
	struct ast_list generators = parse_comprehension(p, false);
	struct ast *node = parse_node(p, AST_GENERATOR_EXP, start);

	node->generator_exp.elt = elt;
	node->generator_exp.generators = generators;
	return node;
}

static const char generator_message[] = "Generator expression must be parenthesized";

/* An expression where a keyword should be: f(a.b=1). */
static void keyword_expression(struct parser *p, const struct ast *node)
{
	if (parse_at_least(p, 3, 9)) {
		if (p->second_pass)
			invalid_keyword_expression(p, node);
		parse_fail(p);
	}
	if (node->kind == AST_LAMBDA)
		parse_fail_late(p, node, "lambda cannot contain assignment");
	else if (parse_at_least(p, 3, 8))
		parse_fail_late(p, node,
			"expression cannot contain assignment, perhaps you meant \"==\"?");
	else
		parse_fail_late(p, node, "keyword can't be an expression");
	parse_next(p);
	parse_expression(p);
}

static void positional_argument(struct parser *p, struct arguments *a)
{
	const struct token *start = parse_peek(p);
	struct ast *node =
		parse_at_least(p, 3, 9) ? parse_named_argument(p) : parse_named(p);

	if (parse_at_comprehension(p)) {
		if (p->in_bases)
			parse_fail(p);
		node = bare_generator(p, start, node);
		a->bare_generator = true;
	} else if (parse_at(p, TOKEN_EQUAL)) {
		keyword_expression(p, node);
	}
	misplaced(p, a, node);
	parse_push(p, node);
	a->arg_count++;
}

static void argument(struct parser *p, struct arguments *a)
{
	enum token_kind kind = parse_peek(p)->kind;

	if (kind == TOKEN_STAR)
		star_argument(p, a);
	else if (kind == TOKEN_DOUBLESTAR)
		double_star_argument(p, a);
	else if (kind == TOKEN_NAME && parse_peek_at(p, 1)->kind == TOKEN_EQUAL)
		keyword_argument(p, a);
	else
		positional_argument(p, a);
}

/* A generator among other arguments needs its own parentheses. */
static void check_bare_generator(struct parser *p, struct arguments *a, size_t mark)
{
	bool alone = a->arg_count + a->keyword_count == 1 &&
		(parse_last(p)->kind != TOKEN_COMMA || !parse_at_least(p, 3, 7));

	if (!a->bare_generator || alone)
		return;
	if (parse_at_least(p, 3, 9) && !p->second_pass)
		parse_fail(p);
	for (size_t i = mark; i < p->item_count; i++) {
		struct ast *node = p->items[i];
		if (node->kind != AST_GENERATOR_EXP || node->parenthesized)
			continue;
		if (parse_at_least(p, 3, 7))
			parse_fail_late(p, node, "%s", generator_message);
		else
			parse_fail_late(
				p, node, "%s if not sole argument", generator_message);
	}
}

void parse_arguments(struct parser *p, struct ast_list *args, struct ast_list *keywords)
{
	struct arguments a = {0};
	size_t mark = parse_mark(p);

	while (!parse_at(p, TOKEN_RPAR)) {
		argument(p, &a);
		if (p->second_pass && a.bare_generator)
			check_bare_generator(p, &a, mark);
		if (parse_is_2(p) && a.seen_double_star)
			break;
		if (!parse_accept(p, TOKEN_COMMA))
			break;
		/* 2.7's grammar ends with *args or **kw: no comma after them. */
		if (!parse_at_least(p, 3, 5) && parse_at(p, TOKEN_RPAR) &&
			(a.seen_star || a.seen_double_star) &&
			parse_last(p)->kind == TOKEN_COMMA)
			parse_fail(p);
	}
	if (!parse_at(p, TOKEN_RPAR))
		parse_fail(p);
	check_bare_generator(p, &a, mark);
	*args = parse_list(p, mark);
	*keywords = ast_list_copy(p->tree, a.keywords, a.keyword_count);
}

/* ---- trailers */

static struct ast *call(struct parser *p, const struct token *start, struct ast *func)
{
	const struct token *open = parse_expect(p, TOKEN_LPAR);
	struct ast_list args, keywords;
	bool outer = p->in_bases;

	p->in_bases = false;
	parse_arguments(p, &args, &keywords);
	p->in_bases = outer;
	parse_expect(p, TOKEN_RPAR);
	if (args.count == 1 && keywords.count == 0 && parse_at_least(p, 3, 8) &&
		args.items[0]->kind == AST_GENERATOR_EXP &&
		!args.items[0]->parenthesized)
		args.items[0]->place = parse_place_from(p, open);
	struct ast *node = parse_node(p, AST_CALL, start);
	node->call.func = func;
	node->call.args = args;
	node->call.keywords = keywords;
	return node;
}

static struct ast *subscript(
	struct parser *p, const struct token *start, struct ast *value)
{
	parse_expect(p, TOKEN_LSQB);
	struct ast *slice = parse_slices(p);
	parse_expect(p, TOKEN_RSQB);
	struct ast *node = parse_node(p, AST_SUBSCRIPT, start);
	node->subscript.value = value;
	node->subscript.slice = slice;
	return node;
}

static struct ast *attribute(
	struct parser *p, const struct token *start, struct ast *value)
{
	parse_expect(p, TOKEN_DOT);
	const char *attr = parse_name(p);
	struct ast *node = parse_node(p, AST_ATTRIBUTE, start);
	node->attribute.value = value;
	node->attribute.attr = attr;
	return node;
}

static struct ast *trailers(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *node = parse_atom(p);

	for (;;) {
		switch (parse_peek(p)->kind) {
		case TOKEN_LPAR:
			parse_enter(p, 12);
			node = call(p, start, node);
			parse_leave(p, 12);
			break;
		case TOKEN_LSQB:
			parse_enter(p, 12);
			node = subscript(p, start, node);
			parse_leave(p, 12);
			break;
		case TOKEN_DOT:
			node = attribute(p, start, node);
			break;
		default:
			return node;
		}
	}
}

static bool at_await(struct parser *p)
{
	return parse_at(p, TOKEN_AWAIT) || (p->in_async && parse_at_word(p, "await"));
}

struct ast *parse_primary(struct parser *p)
{
	if (!at_await(p))
		return trailers(p);
	const struct token *start = parse_next(p);
	struct ast *value = trailers(p);
	struct ast *node = parse_node(p, AST_AWAIT, start);
	node->await.value = value;
	return node;
}
