#include "compile_core.h"

/*
 * Lists, tuples, sets and dicts that are written out.
 */

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
	enum ast_kind kind, bool in_call)
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
			emit_full(c, star ? extend : add, star && in_call, 1, 0);
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

void compile_display(
	struct compiler *c, const struct ast_list *items, enum ast_kind kind)
{
	enum op_code build, add, extend;

	if (compile_constant_display(c, items, kind))
		return;
	if (has_star(items)) {
		compile_star_display(c, items, 0, kind, false);
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
	k.parts_in_ast = true;
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

void compile_dict(struct compiler *c, const struct ast *node)
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

/* ---- what is gone over */

void compile_iterable(struct compiler *c, const struct ast *node, bool loop)
{
	bool in_ast = py_at_least(c->v, 3, 7);
	struct constant k;

	if (!(loop && c->v.major == 2) && fold_container(c, node, &k)) {
		emit_folded(c, node, &k);
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
