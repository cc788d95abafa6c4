#include "compile_core.h"

/*
 * Comparisons, and tests that jump.
 */

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

/* ---- comparisons */

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

void compile_compare(struct compiler *c, const struct ast *node)
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
bool compile_inverted(struct compiler *c, const struct ast *node)
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

void compile_jump_if(
	struct compiler *c, const struct ast *test, label_id target, bool when)
{
	if (!enter_nesting(c, test))
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

void compile_conditional(struct compiler *c, const struct ast *node)
{
	label_id other = new_label(c), end = new_label(c);

	compile_jump_if(c, node->if_exp.test, other, false);
	compile_expression(c, node->if_exp.body);
	emit_jump(c, OP_JUMP, end);
	bind(c, other);
	compile_expression(c, node->if_exp.orelse);
	bind(c, end);
}
