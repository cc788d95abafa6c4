#include "parse_core.h"

#include "parse_invalid.h"

/*
 * Parameters of def and lambda:
 *   a, b=1, /, c, *args, d, e=2, **kw        (3; annotations in def only)
 *   a, (b, c)=(1, 2), *args, **kw            (2.7)
 */
struct parameters {
	bool annotated; /* of a def in 3 */
	struct ast **positional_only, **args, **keyword_only, **keyword_defaults,
		**defaults;
	size_t positional_only_count, arg_count, keyword_only_count, default_count;
	size_t capacity;
	struct ast *vararg, *kwarg;
	bool seen_star;
};

/* Room for one more item in each list. */
static void make_room(struct parser *p, struct parameters *a)
{
	size_t most = a->arg_count + a->keyword_only_count + a->default_count;
	size_t size = most * 2 + 8;

	if (most + 1 < a->capacity)
		return;
	struct ast ***lists[] = {
		&a->args, &a->keyword_only, &a->keyword_defaults, &a->defaults};
	size_t counts[] = {a->arg_count, a->keyword_only_count, a->keyword_only_count,
		a->default_count};
	for (size_t k = 0; k < 4; k++) {
		struct ast **more = ast_alloc(p->tree, size * sizeof *more);
		for (size_t i = 0; i < counts[k]; i++)
			more[i] = (*lists[k])[i];
		*lists[k] = more;
	}
	a->capacity = size;
}

static struct ast *parameter(struct parser *p, const struct parameters *a, bool star)
{
	const struct token *start = parse_peek(p);
	const char *name = parse_name(p);
	struct ast *annotation = NULL;

	if (a->annotated && parse_accept(p, TOKEN_COLON))
		annotation = star && parse_at_least(p, 3, 11)
			? parse_star_or_expression(p)
			: parse_expression(p);
	struct ast *node = parse_node(p, AST_ARG, start);
	node->arg.arg = name;
	node->arg.annotation = annotation;
	parse_check_name(p, name, node);
	return node;
}

/* 2.7: ((a, b), c) */
static struct ast *old_sublist(struct parser *p)
{
	const struct token *open = parse_expect(p, TOKEN_LPAR);
	size_t mark = parse_mark(p);
	bool tuple = false;

	parse_enter(p, 2);
	do {
		if (parse_at(p, TOKEN_RPAR) && tuple)
			break;
		if (parse_at(p, TOKEN_LPAR)) {
			parse_push(p, old_sublist(p));
		} else {
			const struct token *t = parse_peek(p);
			const char *id = parse_name(p);
			struct ast *name = parse_node(p, AST_NAME, t);
			name->name.id = id;
			name->name.ctx = AST_STORE;
			parse_check_name(p, id, name);
			parse_push(p, name);
		}
		tuple |= parse_at(p, TOKEN_COMMA);
	} while (parse_accept(p, TOKEN_COMMA));
	parse_expect(p, TOKEN_RPAR);
	parse_leave(p, 2);
	if (!tuple) {
		struct ast *only = p->items[mark];
		p->item_count = mark;
		return only;
	}
	struct ast *node = parse_node(p, AST_TUPLE, open);
	node->tuple.elts = parse_list(p, mark);
	node->tuple.ctx = AST_STORE;
	return node;
}

/* (a) is a, as an argument. */
static struct ast *old_tuple(struct parser *p)
{
	const struct token *start = parse_peek(p);
	struct ast *node = old_sublist(p);

	if (node->kind != AST_NAME)
		return node;
	struct ast *arg = parse_node(p, AST_ARG, start);
	arg->arg.arg = node->name.id;
	return arg;
}

static void plain_parameter(struct parser *p, struct parameters *a)
{
	if (parse_is_2(p) && a->seen_star)
		parse_fail(p);
	struct ast *node = parse_is_2(p) && parse_at(p, TOKEN_LPAR)
		? old_tuple(p)
		: parameter(p, a, false);
	struct ast *value = NULL;

	make_room(p, a);
	if (p->second_pass && parse_at(p, TOKEN_EQUAL))
		invalid_default(p);
	if (parse_accept(p, TOKEN_EQUAL))
		value = parse_expression(p);
	if (a->seen_star) {
		a->keyword_only[a->keyword_only_count] = node;
		a->keyword_defaults[a->keyword_only_count++] = value;
		return;
	}
	a->args[a->arg_count++] = node;
	if (value) {
		a->defaults[a->default_count++] = value;
	} else if (a->default_count && !parse_at_least(p, 3, 9)) {
		parse_fail_late(
			p, a->args[0], "non-default argument follows default argument");
	} else if (a->default_count) {
		if (p->second_pass)
			invalid_nondefault(p, node);
		parse_fail(p);
	}
}

static void slash(struct parser *p, struct parameters *a)
{
	const struct token *t = parse_peek(p);

	if (!parse_at_least(p, 3, 8) || a->arg_count == 0 || a->positional_only_count ||
		a->seen_star) {
		if (p->second_pass)
			invalid_slash(p, t, a->arg_count == 0 && !a->seen_star,
				a->positional_only_count > 0, a->seen_star);
		parse_fail(p);
	}
	parse_next(p);
	a->positional_only = a->args;
	a->positional_only_count = a->arg_count;
	a->args = NULL;
	a->arg_count = 0;
	a->capacity = 0;
	make_room(p, a);
}

static void star(struct parser *p, struct parameters *a, enum token_kind close)
{
	const struct token *t = parse_peek(p);

	if (a->seen_star) {
		if (p->second_pass)
			invalid_second_star(p, t);
		parse_fail(p);
	}
	parse_next(p);
	a->seen_star = true;
	make_room(p, a);
	if (parse_at(p, TOKEN_NAME)) {
		a->vararg = parameter(p, a, true);
		if (p->second_pass)
			invalid_star_default(p);
		return;
	}
	if (parse_is_2(p))
		parse_fail(p);
	bool ends = parse_at(p, close);
	bool bare = parse_at(p, TOKEN_COMMA) &&
		(parse_peek_at(p, 1)->kind == close ||
			parse_peek_at(p, 1)->kind == TOKEN_DOUBLESTAR);
	if (!ends && !bare)
		return;
	if (p->second_pass)
		parse_fail_token(p, t, "named arguments must follow bare *");
	if (parse_at_least(p, 3, 9) || ends)
		parse_fail(p);
	struct ast *at = ast_node(p->tree, AST_PASS, parse_token_place(t));
	parse_fail_late(p, at, "named arguments must follow bare *");
}

static void one_parameter(struct parser *p, struct parameters *a, enum token_kind close)
{
	if (a->kwarg) {
		if (p->second_pass)
			invalid_after_kwarg(p);
		parse_fail(p);
	}
	switch (parse_peek(p)->kind) {
	case TOKEN_SLASH:
		slash(p, a);
		break;
	case TOKEN_STAR:
		star(p, a, close);
		break;
	case TOKEN_DOUBLESTAR:
		parse_next(p);
		a->kwarg = parameter(p, a, false);
		if (p->second_pass)
			invalid_kwarg_default(p);
		break;
	default:
		if (p->second_pass)
			invalid_parameter(p);
		plain_parameter(p, a);
		break;
	}
}

static struct ast *finish(
	struct parser *p, struct parameters *a, struct ast_place place)
{
	struct ast *node = ast_node(p->tree, AST_ARGUMENTS, place);

	node->arguments.posonlyargs = (struct ast_list){
		a->positional_only, (uint32_t)a->positional_only_count};
	node->arguments.args = (struct ast_list){a->args, (uint32_t)a->arg_count};
	node->arguments.vararg = a->vararg;
	node->arguments.kwonlyargs =
		(struct ast_list){a->keyword_only, (uint32_t)a->keyword_only_count};
	node->arguments.kw_defaults =
		(struct ast_list){a->keyword_defaults, (uint32_t)a->keyword_only_count};
	node->arguments.kwarg = a->kwarg;
	node->arguments.defaults =
		(struct ast_list){a->defaults, (uint32_t)a->default_count};
	return node;
}

struct ast *parse_parameters(struct parser *p, enum token_kind close)
{
	struct parameters a = {.annotated = !parse_is_2(p) && close == TOKEN_RPAR};
	struct ast_place place = parse_token_place(parse_peek(p));

	p->in_lambda = close == TOKEN_COLON;
	while (!parse_at(p, close)) {
		one_parameter(p, &a, close);
		if (parse_is_2(p) && a.kwarg)
			break;
		if (!parse_accept(p, TOKEN_COMMA))
			break;
		if (parse_is_2(p) && a.seen_star && parse_at(p, close))
			parse_fail(p);
	}
	return finish(p, &a, place);
}
