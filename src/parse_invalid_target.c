#include "parse_invalid.h"

/* ---- what the grammar takes */

static bool all_targets(
	struct parser *p, const struct ast_list *list, enum ast_context ctx)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (!invalid_is_target(p, list->items[i], ctx))
			return false;
	return true;
}

bool invalid_is_target(struct parser *p, const struct ast *node, enum ast_context ctx)
{
	switch (node->kind) {
	case AST_NAME:
	case AST_ATTRIBUTE:
	case AST_SUBSCRIPT:
		return true;
	case AST_STARRED:
		return ctx == AST_STORE && node->starred.value->kind != AST_STARRED &&
			invalid_is_target(p, node->starred.value, ctx);
	case AST_TUPLE:
		return all_targets(p, &node->tuple.elts, ctx);
	case AST_LIST:
		return all_targets(p, &node->list.elts, ctx);
	default:
		return false;
	}
}

/* ---- which part is wrong: CPython's _PyPegen_get_invalid_target() */

enum target_use {
	USE_STAR,
	USE_DEL,
	USE_FOR
};

static const struct ast *wrong_part(const struct ast *node, enum target_use use);

static const struct ast *wrong_in(const struct ast_list *list, enum target_use use)
{
	for (uint32_t i = 0; i < list->count; i++) {
		const struct ast *found = wrong_part(list->items[i], use);
		if (found)
			return found;
	}
	return NULL;
}

static const struct ast *wrong_part(const struct ast *node, enum target_use use)
{
	switch (node->kind) {
	case AST_TUPLE:
		return wrong_in(&node->tuple.elts, use);
	case AST_LIST:
		return wrong_in(&node->list.elts, use);
	case AST_STARRED:
		return use == USE_DEL ? node : wrong_part(node->starred.value, use);
	case AST_NAME:
	case AST_ATTRIBUTE:
	case AST_SUBSCRIPT:
		return NULL;
	default:
		return node;
	}
}

static void fail_wrong_part(
	struct parser *p, const struct ast *node, enum target_use use)
{
	const struct ast *wrong = wrong_part(node, use);

	if (wrong)
		parse_fail_node(p, wrong, "cannot %s %s",
			use == USE_DEL ? "delete" : "assign to",
			parse_expr_name(p, wrong));
}

/* ---- the rules */

void invalid_assignment(struct parser *p, const struct ast *target, bool first)
{
	const struct ast *last = target;

	if (target->kind == AST_TUPLE && !target->parenthesized &&
		target->tuple.elts.count)
		last = target->tuple.elts.items[target->tuple.elts.count - 1];
	if (first && parse_last(p)->kind != TOKEN_COMMA &&
		(last->parenthesized || last->kind != AST_YIELD))
		invalid_named(p, last);
	if (target->kind == AST_YIELD || target->kind == AST_YIELD_FROM)
		if (!target->parenthesized)
			parse_fail_node(p, target,
				"assignment to yield expression not possible");
	fail_wrong_part(p, target, USE_STAR);
}

void invalid_augmented(struct parser *p, const struct ast *target)
{
	if (target->kind != AST_YIELD && target->kind != AST_YIELD_FROM)
		parse_fail_node(p, target,
			"'%s' is an illegal expression for augmented assignment",
			parse_expr_name(p, target));
}

void invalid_old_augmented(struct parser *p, const struct ast *target)
{
	struct ast *mutable_target = (struct ast *)(uintptr_t)target;

	if (target->kind == AST_GENERATOR_EXP && parse_is_2(p))
		parse_fail_late(p, target,
			"augmented assignment to generator expression not possible");
	else if ((target->kind == AST_YIELD) && parse_is_2(p))
		parse_fail_late(p, target,
			"augmented assignment to yield expression not possible");
	else if (target->kind == AST_LIST || target->kind == AST_TUPLE)
		parse_fail_late(
			p, target, "illegal expression for augmented assignment");
	else
		parse_set_context(p, mutable_target, AST_STORE);
}

void invalid_annotation(struct parser *p, const struct ast *target)
{
	if (target->kind == AST_LIST)
		parse_fail_node(
			p, target, "only single target (not list) can be annotated");
	if (target->kind == AST_TUPLE && target->parenthesized)
		parse_fail_node(
			p, target, "only single target (not tuple) can be annotated");
	if (target->kind == AST_TUPLE)
		parse_fail_node(p, target->tuple.elts.items[0],
			"only single target (not tuple) can be annotated");
	if (target->kind != AST_STARRED)
		parse_fail_node(p, target, "illegal target for annotation");
}

void invalid_for_target(struct parser *p, size_t at, const struct ast *target)
{
	size_t end = p->at;

	if (!parse_at(p, TOKEN_IN)) {
		p->at = at;
		parse_attempt(p, parse_star_expressions);
		p->at = end;
	}
	fail_wrong_part(p, target, USE_FOR);
}

void invalid_with_target(struct parser *p, const struct ast *target)
{
	if (parse_at(p, TOKEN_COMMA) || parse_at(p, TOKEN_RPAR) ||
		parse_at(p, TOKEN_COLON))
		fail_wrong_part(p, target, USE_STAR);
}

void invalid_del(struct parser *p)
{
	size_t at = p->at;
	struct ast *node = parse_attempt(p, parse_star_expressions);

	if (node)
		fail_wrong_part(p, node, USE_DEL);
	p->at = at;
}
