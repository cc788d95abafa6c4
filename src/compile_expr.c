#include <string.h>

#include "compile_core.h"

enum {
	NESTING_MAX = 1500
};

int binary_operator(const struct compiler *c, enum ast_operator op)
{
	static const uint8_t operators[] = {
		[AST_ADD] = BINARY_ADD,
		[AST_SUB] = BINARY_SUBTRACT,
		[AST_MULT] = BINARY_MULTIPLY,
		[AST_MATMULT] = BINARY_MATRIX_MULTIPLY,
		[AST_DIV] = BINARY_TRUE_DIVIDE,
		[AST_MOD] = BINARY_MODULO,
		[AST_POW] = BINARY_POWER,
		[AST_LSHIFT] = BINARY_LSHIFT,
		[AST_RSHIFT] = BINARY_RSHIFT,
		[AST_BITOR] = BINARY_OR,
		[AST_BITXOR] = BINARY_XOR,
		[AST_BITAND] = BINARY_AND,
		[AST_FLOORDIV] = BINARY_FLOOR_DIVIDE,
	};

	if (op == AST_DIV && c->v.major == 2 &&
		!(c->future_flags & CODE_FUTURE_DIVISION))
		return BINARY_DIVIDE;
	return operators[op];
}

bool enter_nesting(struct compiler *c, const struct ast *node)
{
	if (c->nesting++ < NESTING_MAX)
		return true;
	if (!c->failed)
		fail_refuse(c, node, "nested too deeply");
	c->nesting--;
	return false;
}

/* ---- operators */

static void compile_bool_op(struct compiler *c, const struct ast *node)
{
	enum op_code code = node->bool_op.op == AST_AND ? OP_JUMP_FALSE_OR_POP
							: OP_JUMP_TRUE_OR_POP;
	const struct ast_list *values = &node->bool_op.values;
	label_id end = new_label(c);

	for (uint32_t i = 0; i < values->count; i++) {
		compile_expression(c, values->items[i]);
		if (i + 1 < values->count)
			emit_jump(c, code, end);
	}
	bind(c, end);
}

static void compile_unary(struct compiler *c, const struct ast *node)
{
	static const uint8_t operators[] = {
		[AST_INVERT] = UNARY_INVERT,
		[AST_NOT] = UNARY_NOT,
		[AST_UADD] = UNARY_POSITIVE,
		[AST_USUB] = UNARY_NEGATIVE,
	};

	if (compile_inverted(c, node))
		return;
	compile_expression(c, node->unary_op.operand);
	emit(c, OP_UNARY, operators[node->unary_op.op]);
}

/* ---- texts */

static void compile_formatted(struct compiler *c, const struct ast *node)
{
	int conversion = node->formatted_value.conversion;
	const struct ast *spec = node->formatted_value.format_spec;

	compile_expression(c, node->formatted_value.value);
	if (spec)
		compile_expression(c, spec);
	emit_full(c, OP_FORMAT_VALUE, spec != NULL,
		conversion == 's'           ? 1
			: conversion == 'r' ? 2
			: conversion == 'a' ? 3
					    : 0,
		0);
}

static void compile_joined(struct compiler *c, const struct ast *node)
{
	const struct ast_list *values = &node->joined_str.values;

	if (!values->count) {
		emit_text(c, "");
		return;
	}
	compile_expressions(c, values);
	if (values->count > 1)
		emit(c, OP_BUILD_STRING, (int32_t)values->count);
}

/* ---- generators */

static bool in_function(struct compiler *c, const struct ast *node, const char *what)
{
	enum builder_kind kind = c->b->kind;

	if (kind != BUILDER_MODULE && kind != BUILDER_CLASS)
		return true;
	fail_syntax(c, node, "%s", what);
	return false;
}

static void compile_yield(struct compiler *c, const struct ast *node)
{
	if (!in_function(c, node, "'yield' outside function"))
		return;
	if (node->yield.value)
		compile_expression(c, node->yield.value);
	else
		emit_none(c);
	emit(c, OP_YIELD, 0);
}

static void compile_yield_from(struct compiler *c, const struct ast *node)
{
	label_id again = new_label(c), end = new_label(c);

	if (!in_function(c, node, "'yield' outside function"))
		return;
	compile_expression(c, node->yield_from.value);
	emit(c, OP_GET_YIELD_FROM, 0);
	emit_none(c);
	bind(c, again);
	emit_jump(c, OP_SEND, end);
	emit(c, OP_YIELD, 0);
	emit_jump(c, OP_JUMP, again);
	bind(c, end);
}

/* ---- the rest */

static void compile_constant(
	struct compiler *c, const struct ast *node, const struct constant *value)
{
	if (node->kind == AST_NAME && c->v.major == 2)
		add_name(c, intern(c, node->name.id));
	emit_folded(c, node, value);
}

static void compile_binary(struct compiler *c, const struct ast *node)
{
	if (compile_format(c, node))
		return;
	compile_expression(c, node->bin_op.left);
	compile_expression(c, node->bin_op.right);
	emit(c, OP_BINARY, binary_operator(c, node->bin_op.op));
}

static void compile_kind(struct compiler *c, const struct ast *node)
{
	switch (node->kind) {
	case AST_BOOL_OP:
		compile_bool_op(c, node);
		break;
	case AST_NAMED_EXPR:
		compile_named_expression(c, node);
		break;
	case AST_BIN_OP:
		compile_binary(c, node);
		break;
	case AST_UNARY_OP:
		compile_unary(c, node);
		break;
	case AST_LAMBDA:
		compile_lambda(c, node);
		break;
	case AST_IF_EXP:
		compile_conditional(c, node);
		break;
	case AST_DICT:
		compile_dict(c, node);
		break;
	case AST_SET:
		compile_display(c, &node->set.elts, AST_SET);
		break;
	case AST_LIST:
		compile_display(c, &node->list.elts, AST_LIST);
		break;
	case AST_TUPLE:
		compile_display(c, &node->tuple.elts, AST_TUPLE);
		break;
	case AST_LIST_COMP:
	case AST_SET_COMP:
	case AST_DICT_COMP:
	case AST_GENERATOR_EXP:
		compile_comprehension(c, node);
		break;
	case AST_YIELD:
		compile_yield(c, node);
		break;
	case AST_YIELD_FROM:
		compile_yield_from(c, node);
		break;
	case AST_COMPARE:
		compile_compare(c, node);
		break;
	case AST_CALL:
		compile_call(c, node);
		break;
	case AST_REPR:
		compile_expression(c, node->repr.value);
		emit(c, OP_REPR, 0);
		break;
	case AST_FORMATTED_VALUE:
		compile_formatted(c, node);
		break;
	case AST_JOINED_STR:
		compile_joined(c, node);
		break;
	case AST_ATTRIBUTE:
		compile_attribute(c, node);
		break;
	case AST_SUBSCRIPT:
		compile_subscript(c, node);
		break;
	case AST_NAME:
		compile_name(c, node->name.id, AST_LOAD);
		break;
	case AST_STARRED:
		fail_syntax(c, node, "can't use starred expression here");
		break;
	default:
		fail_refuse(c, node, "'%s' is outside gcrefs's language",
			ast_kind_name(node->kind));
	}
}

/* Whether the text at NODE is written with three quotes. */
static bool is_long_text(const struct compiler *c, const struct ast *node)
{
	size_t length, at = node->place.column;
	const char *line = source_line(c->source, node->place.line, &length);

	while (at < length && strchr("bBuUrR", line[at]))
		at++;
	return at + 2 < length && line[at] == line[at + 1] && line[at] == line[at + 2];
}

/* The part of a constant expression that is loaded last. */
static const struct ast *last_part(const struct ast *node)
{
	switch (node->kind) {
	case AST_BIN_OP:
		return node->bin_op.right;
	case AST_UNARY_OP:
		return node->unary_op.operand;
	case AST_SUBSCRIPT:
		return node->subscript.slice;
	case AST_TUPLE:
		return node->tuple.elts.count
			? node->tuple.elts.items[node->tuple.elts.count - 1]
			: NULL;
	default:
		return NULL;
	}
}

/* Up to 3.7 a text in three quotes is on the line of its end; what peephole.c folds
 * is on that of the last operand. */
uint32_t line_of(struct compiler *c, const struct ast *node)
{
	const struct ast *last = NULL;
	struct constant k;

	if (py_at_least(c->v, 3, 8))
		return node->place.line;
	if (!py_at_least(c->v, 3, 7) && last_part(node) && fold(c, node, &k))
		while ((last = last_part(node)))
			node = last;
	bool text = node->kind == AST_CONSTANT &&
		(node->constant.value.kind == AST_VALUE_STR ||
			node->constant.value.kind == AST_VALUE_BYTES);
	return text && is_long_text(c, node) ? node->place.end_line : node->place.line;
}

void emit_placed(struct compiler *c, const struct ast *node, int minor, enum op_code op,
	int32_t arg)
{
	struct ast_place before = c->b->place;

	if (py_at_least(c->v, 3, minor))
		c->b->place = node->place;
	emit(c, op, arg);
	c->b->place = before;
}

/*
 * Lines of operations.  Up to 3.7 an expression only moves the line forward, and
 * it stays there; from 3.8 every operation has the place of its own node.
 */
void compile_expression(struct compiler *c, const struct ast *node)
{
	struct ast_place before = c->b->place;
	bool exact = py_at_least(c->v, 3, 8);
	struct constant k;

	if (c->failed || !enter_nesting(c, node))
		return;
	uint32_t line = line_of(c, node);
	if (exact || line > before.line) {
		c->b->place = node->place;
		c->b->place.line = line;
	}
	if (fold(c, node, &k))
		compile_constant(c, node, &k);
	else
		compile_kind(c, node);
	if (exact)
		c->b->place = before;
	c->nesting--;
}
