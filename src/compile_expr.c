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

static enum compare compare_operator(enum ast_operator op)
{
	static const uint8_t operators[] = {
		[AST_EQ] = COMPARE_EQ,
		[AST_NOTEQ] = COMPARE_NE,
		[AST_LT] = COMPARE_LT,
		[AST_LTE] = COMPARE_LE,
		[AST_GT] = COMPARE_GT,
		[AST_GTE] = COMPARE_GE,
		[AST_IS] = COMPARE_IS,
		[AST_ISNOT] = COMPARE_IS_NOT,
		[AST_IN] = COMPARE_IN,
		[AST_NOTIN] = COMPARE_NOT_IN,
	};

	return (enum compare)operators[op];
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

void compile_iterable(struct compiler *c, const struct ast *node, bool loop)
{
	bool in_ast = py_at_least(c->v, 3, 7);
	struct constant k;

	if (!(loop && c->v.major == 2) && fold_container(c, node, &k)) {
		emit_const(c, &k);
		return;
	}
	bool star = false;
	for (uint32_t i = 0; node->kind == AST_LIST && i < node->list.elts.count; i++)
		star |= node->list.elts.items[i]->kind == AST_STARRED;
	if (in_ast && node->kind == AST_LIST && !star) {
		compile_expressions(c, &node->list.elts);
		emit(c, OP_BUILD_TUPLE, (int32_t)node->list.elts.count);
		return;
	}
	compile_expression(c, node);
}

static void compile_comparator(struct compiler *c, const struct ast *node, uint32_t i)
{
	uint8_t op = node->compare.ops.items[i];
	const struct ast *right = node->compare.comparators.items[i];
	bool last = i + 1 == node->compare.comparators.count;

	/* ast_opt.c looks only at the last one of a chain, peephole.c at all. */
	if ((op == AST_IN || op == AST_NOTIN) && last)
		compile_iterable(c, right, false);
	else
		compile_expression(c, right);
}

static void emit_compare(struct compiler *c, const struct ast *node, uint32_t i)
{
	emit(c, OP_COMPARE, compare_operator(node->compare.ops.items[i]));
}

static void compile_compare(struct compiler *c, const struct ast *node)
{
	uint32_t last = node->compare.ops.count - 1;

	compile_expression(c, node->compare.left);
	if (!last) {
		compile_comparator(c, node, 0);
		emit_compare(c, node, 0);
		return;
	}
	label_id cleanup = new_label(c), end = new_label(c);
	for (uint32_t i = 0; i < last; i++) {
		compile_comparator(c, node, i);
		emit(c, OP_COPY, 1);
		emit(c, OP_ROTATE, 3);
		emit_compare(c, node, i);
		emit_jump(c, OP_JUMP_FALSE_OR_POP, cleanup);
	}
	compile_comparator(c, node, last);
	emit_compare(c, node, last);
	emit_jump(c, OP_JUMP, end);
	bind(c, cleanup);
	emit(c, OP_SWAP, 2);
	emit(c, OP_POP, 0);
	bind(c, end);
}

/* `not a in b` and `not a is b` are one operation. */
static bool compile_inverted(struct compiler *c, const struct ast *node)
{
	const struct ast *operand = node->unary_op.operand;
	enum compare inverse;

	if (node->unary_op.op != AST_NOT || operand->kind != AST_COMPARE ||
		operand->compare.ops.count != 1)
		return false;
	switch (operand->compare.ops.items[0]) {
	case AST_IN:
		inverse = COMPARE_NOT_IN;
		break;
	case AST_NOTIN:
		inverse = COMPARE_IN;
		break;
	case AST_IS:
		inverse = COMPARE_IS_NOT;
		break;
	case AST_ISNOT:
		inverse = COMPARE_IS;
		break;
	default:
		return false;
	}
	compile_expression(c, operand->compare.left);
	compile_comparator(c, operand, 0);
	emit(c, OP_COMPARE, inverse);
	return true;
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

/* ---- jumps: compile.c, compiler_jump_if (before 3.7 the peephole's threading of
 * jumps comes to the same) */

static void jump_if_bool_op(
	struct compiler *c, const struct ast *test, label_id target, bool when)
{
	const struct ast_list *values = &test->bool_op.values;
	bool is_or = test->bool_op.op == AST_OR;
	label_id out = is_or == when ? target : new_label(c);

	for (uint32_t i = 0; i + 1 < values->count; i++)
		compile_jump_if(c, values->items[i], out, is_or);
	compile_jump_if(c, values->items[values->count - 1], target, when);
	if (out != target)
		bind(c, out);
}

static void jump_if_conditional(
	struct compiler *c, const struct ast *test, label_id target, bool when)
{
	label_id other = new_label(c), end = new_label(c);

	compile_jump_if(c, test->if_exp.test, other, false);
	compile_jump_if(c, test->if_exp.body, target, when);
	emit_jump(c, OP_JUMP, end);
	bind(c, other);
	compile_jump_if(c, test->if_exp.orelse, target, when);
	bind(c, end);
}

static void jump_if_chain(
	struct compiler *c, const struct ast *test, label_id target, bool when)
{
	uint32_t last = test->compare.ops.count - 1;
	enum op_code code = when ? OP_JUMP_TRUE : OP_JUMP_FALSE;
	label_id cleanup = new_label(c), end = new_label(c);

	compile_expression(c, test->compare.left);
	for (uint32_t i = 0; i < last; i++) {
		compile_comparator(c, test, i);
		emit(c, OP_COPY, 1);
		emit(c, OP_ROTATE, 3);
		emit_compare(c, test, i);
		emit_jump(c, OP_JUMP_FALSE, cleanup);
	}
	compile_comparator(c, test, last);
	emit_compare(c, test, last);
	emit_jump(c, code, target);
	emit_jump(c, OP_JUMP, end);
	bind(c, cleanup);
	emit(c, OP_POP, 0);
	if (!when)
		emit_jump(c, OP_JUMP, target);
	bind(c, end);
}

static bool is_not(const struct ast *node)
{
	return node->kind == AST_UNARY_OP && node->unary_op.op == AST_NOT;
}

static bool is_chain(const struct ast *node)
{
	return node->kind == AST_COMPARE && node->compare.ops.count > 1;
}

/* 3.11+: x is None, x is not None. */
static bool is_none_test(const struct compiler *c, const struct ast *node)
{
	if (!py_at_least(c->v, 3, 11) || node->kind != AST_COMPARE ||
		node->compare.ops.count != 1)
		return false;
	const struct ast *right = node->compare.comparators.items[0];
	uint8_t op = node->compare.ops.items[0];
	return (op == AST_IS || op == AST_ISNOT) && right->kind == AST_CONSTANT &&
		right->constant.value.kind == AST_VALUE_NONE;
}

static bool enter(struct compiler *c, const struct ast *node)
{
	if (c->nesting++ < NESTING_MAX)
		return true;
	if (!c->failed)
		fail_refuse(c, node, "nested too deeply");
	c->nesting--;
	return false;
}

void compile_jump_if(
	struct compiler *c, const struct ast *test, label_id target, bool when)
{
	if (!enter(c, test))
		return;
	if (is_not(test))
		compile_jump_if(c, test->unary_op.operand, target, !when);
	else if (test->kind == AST_BOOL_OP)
		jump_if_bool_op(c, test, target, when);
	else if (test->kind == AST_IF_EXP)
		jump_if_conditional(c, test, target, when);
	else if (is_chain(test))
		jump_if_chain(c, test, target, when);
	else if (is_none_test(c, test)) {
		compile_expression(c, test->compare.left);
		emit_jump(c,
			(test->compare.ops.items[0] == AST_IS) == when
				? OP_JUMP_NONE
				: OP_JUMP_NOT_NONE,
			target);
	} else {
		compile_expression(c, test);
		emit_jump(c, when ? OP_JUMP_TRUE : OP_JUMP_FALSE, target);
	}
	c->nesting--;
}

static void compile_conditional(struct compiler *c, const struct ast *node)
{
	label_id other = new_label(c), end = new_label(c);

	compile_jump_if(c, node->if_exp.test, other, false);
	compile_expression(c, node->if_exp.body);
	emit_jump(c, OP_JUMP, end);
	bind(c, other);
	compile_expression(c, node->if_exp.orelse);
	bind(c, end);
}

/* ---- displays */

void compile_expressions(struct compiler *c, const struct ast_list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		compile_expression(c, list->items[i]);
}

static void display_ops(enum ast_kind kind, enum op_code *build, enum op_code *add,
	enum op_code *extend)
{
	*build = kind == AST_SET ? OP_BUILD_SET : OP_BUILD_LIST;
	*add = kind == AST_SET ? OP_SET_ADD : OP_LIST_APPEND;
	*extend = kind == AST_SET ? OP_SET_UPDATE : OP_LIST_EXTEND;
}

/* compile.c, starunpack_helper. */
void compile_star_display(struct compiler *c, const struct ast_list *items, int before,
	enum ast_kind kind)
{
	enum op_code build, add, extend;
	bool open = false;

	display_ops(kind, &build, &add, &extend);
	for (uint32_t i = 0; i < items->count; i++) {
		const struct ast *item = items->items[i];
		bool star = item->kind == AST_STARRED;
		if (star && !open) {
			emit(c, build, (int32_t)i + before);
			open = true;
		}
		compile_expression(c, star ? item->starred.value : item);
		if (open)
			emit(c, star ? extend : add, 1);
	}
	if (!open)
		emit(c, build, (int32_t)items->count + before);
	if (kind == AST_TUPLE)
		emit(c, OP_LIST_TO_TUPLE, 0);
}

static bool has_star(const struct ast_list *items)
{
	for (uint32_t i = 0; i < items->count; i++)
		if (items->items[i]->kind == AST_STARRED)
			return true;
	return false;
}

/* From 3.9 three or more constants are copied from a tuple (set: frozenset). */
static bool compile_constant_display(
	struct compiler *c, const struct ast_list *items, enum ast_kind kind)
{
	enum op_code build, add, extend;
	struct constant k;

	if (!py_at_least(c->v, 3, 9) || kind == AST_TUPLE || items->count < 3 ||
		!fold_list(c, items, &k))
		return false;
	display_ops(kind, &build, &add, &extend);
	if (kind == AST_SET)
		k.kind = CONSTANT_FROZENSET;
	emit(c, build, 0);
	emit_const(c, &k);
	emit(c, extend, 1);
	return true;
}

/* From 3.9 to 3.14 many items are added one by one: the stack stays small. */
static bool is_big(const struct compiler *c, uint32_t values)
{
	return py_at_least(c->v, 3, 11) && values > 30;
}

static void compile_display(
	struct compiler *c, const struct ast_list *items, enum ast_kind kind)
{
	enum op_code build, add, extend;

	if (compile_constant_display(c, items, kind))
		return;
	if (has_star(items)) {
		compile_star_display(c, items, 0, kind);
		return;
	}
	display_ops(kind, &build, &add, &extend);
	if (is_big(c, items->count)) {
		emit(c, build, 0);
		for (uint32_t i = 0; i < items->count; i++) {
			compile_expression(c, items->items[i]);
			emit(c, add, 1);
		}
		if (kind == AST_TUPLE)
			emit(c, OP_LIST_TO_TUPLE, 0);
		return;
	}
	compile_expressions(c, items);
	emit(c, kind == AST_TUPLE ? OP_BUILD_TUPLE : build, (int32_t)items->count);
}

static void compile_dict_27(struct compiler *c, const struct ast *node)
{
	uint32_t count = node->dict.keys.count;

	emit_full(c, OP_BUILD_DICT, 0, 0, (int32_t)count);
	for (uint32_t i = 0; i < count; i++) {
		compile_expression(c, node->dict.values.items[i]);
		compile_expression(c, node->dict.keys.items[i]);
		emit(c, OP_STORE_MAP, 0);
	}
}

static bool compile_constant_keys(
	struct compiler *c, const struct ast *node, uint32_t from, uint32_t to)
{
	struct ast_list keys = {node->dict.keys.items + from, to - from};
	struct constant k;

	if (to - from < 2 || py_at_least(c->v, 3, 14) || !fold_list(c, &keys, &k))
		return false;
	for (uint32_t i = from; i < to; i++)
		compile_expression(c, node->dict.values.items[i]);
	emit_const(c, &k);
	emit(c, OP_BUILD_CONST_DICT, (int32_t)(to - from));
	return true;
}

/* compile.c, compiler_subdict. */
static void compile_pairs(
	struct compiler *c, const struct ast *node, uint32_t from, uint32_t to)
{
	bool big = is_big(c, 2 * (to - from));

	if (!big && compile_constant_keys(c, node, from, to))
		return;
	if (big)
		emit(c, OP_BUILD_DICT, 0);
	for (uint32_t i = from; i < to; i++) {
		compile_expression(c, node->dict.keys.items[i]);
		compile_expression(c, node->dict.values.items[i]);
		if (big)
			emit(c, OP_MAP_ADD, 1);
	}
	if (!big)
		emit(c, OP_BUILD_DICT, (int32_t)(to - from));
}

/* The pairs FROM <= i < TO; joins them to the dict below when there is one. */
static void compile_part(struct compiler *c, const struct ast *node, uint32_t from,
	uint32_t to, bool *have)
{
	if (from == to)
		return;
	compile_pairs(c, node, from, to);
	if (*have)
		emit(c, OP_DICT_UPDATE, 1);
	*have = true;
}

static void compile_dict(struct compiler *c, const struct ast *node)
{
	uint32_t count = node->dict.keys.count, from = 0;
	bool have = false;

	if (c->v.major == 2) {
		compile_dict_27(c, node);
		return;
	}
	for (uint32_t i = 0; i < count; i++) {
		if (node->dict.keys.items[i]) {
			if (is_big(c, 2 * (i - from))) {
				compile_part(c, node, from, i + 1, &have);
				from = i + 1;
			}
			continue;
		}
		compile_part(c, node, from, i, &have);
		if (!have)
			emit(c, OP_BUILD_DICT, 0);
		have = true;
		compile_expression(c, node->dict.values.items[i]);
		emit(c, OP_DICT_UPDATE, 1);
		from = i + 1;
	}
	compile_part(c, node, from, count, &have);
	if (!have)
		emit(c, OP_BUILD_DICT, 0);
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
	emit_const(c, value);
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

/* Up to 3.7 the line of a text is that of its end. */
uint32_t line_of(const struct compiler *c, const struct ast *node)
{
	bool text = node->kind == AST_CONSTANT &&
		(node->constant.value.kind == AST_VALUE_STR ||
			node->constant.value.kind == AST_VALUE_BYTES);

	return text && !py_at_least(c->v, 3, 8) ? node->place.end_line
						: node->place.line;
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

	if (c->failed || !enter(c, node))
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
