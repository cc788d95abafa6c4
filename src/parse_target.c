#include "parse_core.h"

#include <string.h>

/* What Python up to 3.7 calls what cannot be bound; NULL: it can. */
static const char *old_name(const struct ast *node)
{
	switch (node->kind) {
	case AST_LAMBDA:
		return "lambda";
	case AST_CALL:
		return "function call";
	case AST_BOOL_OP:
	case AST_BIN_OP:
	case AST_UNARY_OP:
		return "operator";
	case AST_GENERATOR_EXP:
		return "generator expression";
	case AST_YIELD:
	case AST_YIELD_FROM:
		return "yield expression";
	case AST_AWAIT:
		return "await expression";
	case AST_LIST_COMP:
		return "list comprehension";
	case AST_SET_COMP:
		return "set comprehension";
	case AST_DICT_COMP:
		return "dict comprehension";
	case AST_DICT:
	case AST_SET:
	case AST_JOINED_STR:
	case AST_FORMATTED_VALUE:
		return "literal";
	case AST_CONSTANT:
		switch (node->constant.value.kind) {
		case AST_VALUE_NONE:
		case AST_VALUE_TRUE:
		case AST_VALUE_FALSE:
			return "keyword";
		case AST_VALUE_ELLIPSIS:
			return "Ellipsis";
		default:
			return "literal";
		}
	case AST_COMPARE:
		return "comparison";
	case AST_REPR:
		return "repr";
	case AST_IF_EXP:
		return "conditional expression";
	default:
		return NULL;
	}
}

static const char *constant_name(const struct parser *p, const struct ast *node)
{
	switch (node->constant.value.kind) {
	case AST_VALUE_NONE:
		return "None";
	case AST_VALUE_TRUE:
		return "True";
	case AST_VALUE_FALSE:
		return "False";
	case AST_VALUE_ELLIPSIS:
		return parse_at_least(p, 3, 11) ? "ellipsis" : "Ellipsis";
	default:
		return "literal";
	}
}

const char *parse_expr_name(const struct parser *p, const struct ast *node)
{
	switch (node->kind) {
	case AST_ATTRIBUTE:
		return "attribute";
	case AST_SUBSCRIPT:
		return "subscript";
	case AST_STARRED:
		return "starred";
	case AST_NAME:
		return "name";
	case AST_LIST:
		return "list";
	case AST_TUPLE:
		return "tuple";
	case AST_CONSTANT:
		return constant_name(p, node);
	case AST_BOOL_OP:
	case AST_BIN_OP:
	case AST_UNARY_OP:
		return parse_at_least(p, 3, 10) ? "expression" : "operator";
	case AST_DICT:
		return parse_at_least(p, 3, 10) ? "dict literal" : "dict display";
	case AST_SET:
		return "set display";
	case AST_JOINED_STR:
	case AST_FORMATTED_VALUE:
		return "f-string expression";
	case AST_TEMPLATE_STR:
	case AST_INTERPOLATION:
		return "t-string expression";
	case AST_NAMED_EXPR:
		return "named expression";
	default:
		return old_name(node);
	}
}

/* ---- names that may not be bound */

static bool is_forbidden(const struct parser *p, const char *name)
{
	if (parse_is_2(p))
		return strcmp(name, "None") == 0 || strcmp(name, "__debug__") == 0;
	return strcmp(name, "__debug__") == 0 && !parse_at_least(p, 3, 9);
}

void parse_check_name(struct parser *p, const char *name, const struct ast *node)
{
	if (!is_forbidden(p, name))
		return;
	if (parse_is_2(p))
		parse_fail_late(p, node, "cannot assign to %s", name);
	else
		parse_fail_late(p, node,
			parse_at_least(p, 3, 8) ? "cannot assign to %s"
						: "assignment to keyword%.0s",
			name);
}

/* ---- contexts */

static void fail_target(struct parser *p, const struct ast *node, enum ast_context ctx)
{
	const char *name =
		parse_at_least(p, 3, 8) ? parse_expr_name(p, node) : old_name(node);
	bool del = ctx == AST_DEL;

	if (!name)
		parse_fail(p);
	if (parse_at_least(p, 3, 8))
		parse_fail_late(
			p, node, "cannot %s %s", del ? "delete" : "assign to", name);
	else
		parse_fail_late(
			p, node, "can't %s %s", del ? "delete" : "assign to", name);
}

static void set_all(struct parser *p, struct ast_list *list, enum ast_context ctx)
{
	for (uint32_t i = 0; i < list->count; i++)
		parse_set_context(p, list->items[i], ctx);
}

/* () = x was refused until 3.6 in some forms. */
static void set_tuple(struct parser *p, struct ast *node, enum ast_context ctx)
{
	if (node->tuple.elts.count == 0 && parse_is_2(p)) {
		parse_fail_late(p, node, "can't %s ()",
			ctx == AST_DEL ? "delete" : "assign to");
		return;
	}
	node->tuple.ctx = ctx;
	set_all(p, &node->tuple.elts, ctx);
}

void parse_set_context(struct parser *p, struct ast *node, enum ast_context ctx)
{
	parse_enter(p, 1);
	switch (node->kind) {
	case AST_ATTRIBUTE:
		node->attribute.ctx = ctx;
		if (ctx == AST_STORE)
			parse_check_name(p, node->attribute.attr, node);
		break;
	case AST_SUBSCRIPT:
		node->subscript.ctx = ctx;
		break;
	case AST_NAME:
		node->name.ctx = ctx;
		if (ctx == AST_STORE)
			parse_check_name(p, node->name.id, node);
		break;
	case AST_STARRED:
		if (ctx == AST_DEL) {
			fail_target(p, node, ctx);
			break;
		}
		node->starred.ctx = ctx;
		parse_set_context(p, node->starred.value, ctx);
		break;
	case AST_LIST:
		node->list.ctx = ctx;
		set_all(p, &node->list.elts, ctx);
		break;
	case AST_TUPLE:
		set_tuple(p, node, ctx);
		break;
	default:
		fail_target(p, node, ctx);
		break;
	}
	parse_leave(p, 1);
}
