#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "compile_core.h"

/* ---- names */

static bool is_optimized(const struct compiler *c)
{
	return c->b->kind != BUILDER_MODULE && c->b->kind != BUILDER_CLASS &&
		!c->b->scope->is_unoptimized;
}

/* The number by which operations name a cell: own ones first, then free. */
int32_t cell_index(const struct compiler *c, const char *name)
{
	int32_t at = name_table_find(&c->b->cells, name);

	if (at >= 0)
		return at;
	at = name_table_find(&c->b->frees, name);
	return at < 0 ? -1 : at + (int32_t)c->b->cells.names.count;
}

static void emit_local(struct compiler *c, const char *name, enum ast_context context)
{
	static const uint8_t codes[] = {OP_LOAD_LOCAL, OP_STORE_LOCAL, OP_DEL_LOCAL};

	emit(c, codes[context], (int32_t)name_table_add(&c->b->locals, name));
}

static void emit_cell(
	struct compiler *c, const char *name, enum ast_context context, bool in_class)
{
	static const uint8_t codes[] = {OP_LOAD_CELL, OP_STORE_CELL, OP_DEL_CELL};
	int32_t at = cell_index(c, name);

	assert(at >= 0);
	if (in_class && context == AST_LOAD)
		emit_full(c, OP_LOAD_CLASS_CELL, 0, at, (int32_t)add_name(c, name));
	else
		emit(c, codes[context], at);
}

/* compile.c, compiler_nameop. */
void compile_name(struct compiler *c, const char *id, enum ast_context context)
{
	static const uint8_t global[] = {
		OP_LOAD_GLOBAL, OP_STORE_GLOBAL, OP_DEL_GLOBAL};
	static const uint8_t named[] = {OP_LOAD_NAME, OP_STORE_NAME, OP_DEL_NAME};
	const char *name = mangle(c, id);
	bool hidden, in_class = c->b->kind == BUILDER_CLASS;
	bool fast;

	switch (name_use(c, id, &hidden)) {
	case SCOPE_FREE:
		emit_cell(c, name, context, in_class && !hidden && c->v.major == 3);
		break;
	case SCOPE_CELL:
		emit_cell(c, name, context, false);
		break;
	case SCOPE_LOCAL:
		if (is_optimized(c) || hidden)
			emit_local(c, name, context);
		else
			emit_name(c, named[context], name);
		break;
	case SCOPE_GLOBAL_EXPLICIT:
		emit_name(c, global[context], name);
		break;
	default:
		fast = is_optimized(c) || (hidden && in_class);
		emit_name(c, fast ? global[context] : named[context], name);
	}
}

/* ---- subscripts */

/* Which bounds a slice without step has: the operand of 2.7's LOAD_SLICE. */
static int bounds_of(const struct ast *slice)
{
	return (slice->slice.lower != NULL) | (slice->slice.upper != NULL) << 1;
}

static bool is_simple_slice(const struct ast *slice)
{
	return slice->kind == AST_SLICE && !slice->slice.step;
}

static void compile_bound(struct compiler *c, const struct ast *bound)
{
	if (bound)
		compile_expression(c, bound);
	else
		emit_none(c);
}

static void compile_index(struct compiler *c, const struct ast *slice);

static void compile_index_tuple(struct compiler *c, const struct ast *tuple)
{
	const struct ast_list *elts = &tuple->tuple.elts;

	for (uint32_t i = 0; i < elts->count; i++)
		compile_index(c, elts->items[i]);
	emit(c, OP_BUILD_TUPLE, (int32_t)elts->count);
}

static bool has_slices(const struct ast *node)
{
	for (uint32_t i = 0; node->kind == AST_TUPLE && i < node->tuple.elts.count; i++)
		if (node->tuple.elts.items[i]->kind == AST_SLICE)
			return true;
	return false;
}

/* What stands between the brackets. */
static void compile_index(struct compiler *c, const struct ast *slice)
{
	if (has_slices(slice)) {
		compile_index_tuple(c, slice);
		return;
	}
	if (slice->kind != AST_SLICE) {
		compile_expression(c, slice);
		return;
	}
	compile_bound(c, slice->slice.lower);
	compile_bound(c, slice->slice.upper);
	if (slice->slice.step)
		compile_expression(c, slice->slice.step);
	emit(c, OP_BUILD_SLICE, slice->slice.step ? 3 : 2);
}

/* A slice that has operations of its own; its bounds are then on the stack. */
static bool compile_own_slice(
	struct compiler *c, const struct ast *slice, bool deletes, int *bits)
{
	if (!is_simple_slice(slice))
		return false;
	if (c->v.major == 2) {
		if (slice->slice.lower)
			compile_expression(c, slice->slice.lower);
		if (slice->slice.upper)
			compile_expression(c, slice->slice.upper);
		*bits = bounds_of(slice);
		return true;
	}
	if (!py_at_least(c->v, 3, 12) || deletes)
		return false;
	compile_bound(c, slice->slice.lower);
	compile_bound(c, slice->slice.upper);
	*bits = 3;
	return true;
}

void compile_subscript(struct compiler *c, const struct ast *node)
{
	const struct ast *slice = node->subscript.slice;
	enum ast_context context = node->subscript.ctx;
	static const uint8_t sliced[] = {OP_LOAD_SLICE, OP_STORE_SLICE, OP_DEL_SLICE};
	static const uint8_t indexed[] = {
		OP_LOAD_SUBSCR, OP_STORE_SUBSCR, OP_DEL_SUBSCR};
	int bits = 0;

	compile_expression(c, node->subscript.value);
	if (compile_own_slice(c, slice, context == AST_DEL, &bits)) {
		emit(c, sliced[context], bits);
		return;
	}
	compile_index(c, slice);
	emit(c, indexed[context], 0);
}

/* ---- targets */

static void compile_attribute_target(
	struct compiler *c, const struct ast *node, enum op_code code)
{
	const char *name = mangle(c, node->attribute.attr);

	note_attribute(c, node);
	compile_expression(c, node->attribute.value);
	emit_name(c, code, name);
}

static void compile_unpack(struct compiler *c, const struct ast_list *elts)
{
	int32_t star = -1;

	for (uint32_t i = 0; i < elts->count; i++) {
		if (elts->items[i]->kind != AST_STARRED)
			continue;
		if (star >= 0) {
			fail_syntax(c, elts->items[i], "%s",
				py_at_least(c->v, 3, 9)
					? "multiple starred expressions in assignment"
					: "two starred expressions in assignment");
			return;
		}
		star = (int32_t)i;
	}
	if (star >= 0)
		emit_full(c, OP_UNPACK_EX, 0, star, (int32_t)elts->count - star - 1);
	else
		emit(c, OP_UNPACK, (int32_t)elts->count);
	for (uint32_t i = 0; i < elts->count; i++) {
		const struct ast *item = elts->items[i];
		compile_store(
			c, item->kind == AST_STARRED ? item->starred.value : item);
	}
}

static void store_kind(struct compiler *c, const struct ast *target)
{
	switch (target->kind) {
	case AST_NAME:
		compile_name(c, target->name.id, AST_STORE);
		break;
	case AST_ATTRIBUTE:
		compile_attribute_target(c, target, OP_STORE_ATTR);
		break;
	case AST_SUBSCRIPT:
		compile_subscript(c, target);
		break;
	case AST_TUPLE:
		compile_unpack(c, &target->tuple.elts);
		break;
	case AST_LIST:
		compile_unpack(c, &target->list.elts);
		break;
	default:
		fail_syntax(c, target, "%s",
			"starred assignment target must be in a list or tuple");
	}
}

/* Lines as in compile_expression(). */
static struct ast_place enter_target(struct compiler *c, const struct ast *target)
{
	struct ast_place before = c->b->place;

	if (py_at_least(c->v, 3, 8) || target->place.line > before.line)
		c->b->place = target->place;
	return before;
}

static void leave_target(struct compiler *c, struct ast_place before)
{
	if (py_at_least(c->v, 3, 8))
		c->b->place = before;
}

void compile_store(struct compiler *c, const struct ast *target)
{
	if (c->failed)
		return;
	struct ast_place before = enter_target(c, target);
	store_kind(c, target);
	leave_target(c, before);
}

static void delete_name(struct compiler *c, const struct ast *target)
{
	enum scope_use kind = name_kind(c, target->name.id);

	if (c->v.major == 2 && (kind == SCOPE_CELL || kind == SCOPE_FREE))
		fail_syntax(c, target,
			"can not delete variable '%s' referenced in nested scope",
			target->name.id);
	else
		compile_name(c, target->name.id, AST_DEL);
}

void compile_delete(struct compiler *c, const struct ast *target)
{
	if (c->failed)
		return;
	struct ast_place before = enter_target(c, target);
	switch (target->kind) {
	case AST_NAME:
		delete_name(c, target);
		break;
	case AST_ATTRIBUTE:
		compile_expression(c, target->attribute.value);
		emit_name(c, OP_DEL_ATTR, mangle(c, target->attribute.attr));
		break;
	case AST_SUBSCRIPT:
		compile_subscript(c, target);
		break;
	case AST_TUPLE:
		for (uint32_t i = 0; i < target->tuple.elts.count; i++)
			compile_delete(c, target->tuple.elts.items[i]);
		break;
	case AST_LIST:
		for (uint32_t i = 0; i < target->list.elts.count; i++)
			compile_delete(c, target->list.elts.items[i]);
		break;
	default:
		fail_syntax(c, target, "cannot delete this");
	}
	leave_target(c, before);
}

/* ---- assignments */

static const struct ast_list *plain_items(
	const struct compiler *c, const struct ast *node)
{
	const struct ast_list *list = NULL;

	if (node->kind == AST_TUPLE)
		list = &node->tuple.elts;
	else if (node->kind == AST_LIST && !py_at_least(c->v, 3, 7))
		list = &node->list.elts;
	for (uint32_t i = 0; list && i < list->count; i++)
		if (list->items[i]->kind == AST_STARRED)
			return NULL;
	return list;
}

static const struct ast_list *target_items(const struct ast *target)
{
	const struct ast_list *list = NULL;

	if (target->kind == AST_TUPLE)
		list = &target->tuple.elts;
	else if (target->kind == AST_LIST)
		list = &target->list.elts;
	for (uint32_t i = 0; list && i < list->count; i++)
		if (list->items[i]->kind == AST_STARRED)
			return NULL;
	return list;
}

/* 3.11+: stores to different plain locals are exchanged instead of the values
 * (flowgraph.c, apply_static_swaps). */
static bool may_reverse(struct compiler *c, const struct ast_list *targets)
{
	const char *names[3] = {NULL, NULL, NULL};

	if (!py_at_least(c->v, 3, 11) || !is_optimized(c))
		return false;
	for (uint32_t i = 0; i < targets->count; i++) {
		const struct ast *target = targets->items[i];
		if (target->kind != AST_NAME ||
			name_kind(c, target->name.id) != SCOPE_LOCAL ||
			target->place.line != targets->items[0]->place.line)
			return false;
		names[i] = target->name.id;
		for (uint32_t k = 0; k < i; k++)
			if (names[k] == names[i])
				return false;
	}
	return true;
}

static void store_reversed(struct compiler *c, const struct ast_list *targets)
{
	/* The order of co_varnames is that of the source. */
	for (uint32_t i = 0; i < targets->count; i++)
		name_table_add(&c->b->locals, mangle(c, targets->items[i]->name.id));
	for (uint32_t i = targets->count; i-- > 0;)
		compile_store(c, targets->items[i]);
}

/* a, b = x, y of up to three items makes no tuple, in all versions. */
static bool compile_parallel(
	struct compiler *c, const struct ast *target, const struct ast *value)
{
	const struct ast_list *values = plain_items(c, value);
	const struct ast_list *targets = target_items(target);
	struct constant k;

	if (!values || !targets || values->count != targets->count || !values->count ||
		values->count > 3 || (value->kind == AST_TUPLE && fold(c, value, &k)))
		return false;
	compile_expressions(c, values);
	if (values->count > 1 && may_reverse(c, targets)) {
		store_reversed(c, targets);
		return true;
	}
	if (values->count > 1)
		emit(c, OP_SWAP, (int32_t)values->count);
	for (uint32_t i = 0; i < targets->count; i++)
		compile_store(c, targets->items[i]);
	return true;
}

void compile_assign(struct compiler *c, const struct ast *node)
{
	const struct ast_list *targets = &node->assign.targets;

	if (targets->count == 1 &&
		compile_parallel(c, targets->items[0], node->assign.value))
		return;
	compile_expression(c, node->assign.value);
	for (uint32_t i = 0; i < targets->count; i++) {
		if (i + 1 < targets->count)
			emit(c, OP_COPY, 1);
		compile_store(c, targets->items[i]);
	}
}

static void emit_in_place(struct compiler *c, const struct ast *node)
{
	compile_expression(c, node->aug_assign.value);
	emit(c, OP_INPLACE, binary_operator(c, node->aug_assign.op));
}

static void aug_attribute(struct compiler *c, const struct ast *node)
{
	const struct ast *target = node->aug_assign.target;
	const char *name = mangle(c, target->attribute.attr);
	bool placed = py_at_least(c->v, 3, 11);
	struct ast_place before;

	note_attribute(c, target);
	compile_expression(c, target->attribute.value);
	emit(c, OP_COPY, 1);
	before = c->b->place;
	if (placed)
		c->b->place = target->place;
	emit_name(c, OP_LOAD_ATTR, name);
	c->b->place = before;
	emit_in_place(c, node);
	emit(c, OP_SWAP, 2);
	if (placed)
		c->b->place = target->place;
	emit_name(c, OP_STORE_ATTR, name);
	c->b->place = before;
}

static void copy_top(struct compiler *c, int count)
{
	for (int i = 0; i < count; i++)
		emit(c, OP_COPY, count);
}

static void aug_subscript(struct compiler *c, const struct ast *node)
{
	const struct ast *target = node->aug_assign.target;
	int bits = 0, before = c->b->depth;
	bool own;

	compile_expression(c, target->subscript.value);
	own = compile_own_slice(c, target->subscript.slice, false, &bits);
	if (!own)
		compile_index(c, target->subscript.slice);
	int values = c->b->depth - before;
	copy_top(c, values);
	emit_placed(c, target, 11, own ? OP_LOAD_SLICE : OP_LOAD_SUBSCR, bits);
	emit_in_place(c, node);
	if (values == 1)
		emit(c, OP_SWAP, 2);
	else
		emit(c, OP_ROTATE, values + 1);
	emit_placed(c, target, 11, own ? OP_STORE_SLICE : OP_STORE_SUBSCR, bits);
}

static void compile_aug_name(struct compiler *c, const struct ast *target)
{
	struct ast_place before = c->b->place;

	if (py_at_least(c->v, 3, 11))
		c->b->place = target->place;
	compile_name(c, target->name.id, AST_LOAD);
	c->b->place = before;
}

void compile_aug_assign(struct compiler *c, const struct ast *node)
{
	const struct ast *target = node->aug_assign.target;

	switch (target->kind) {
	case AST_NAME:
		compile_aug_name(c, target);
		emit_in_place(c, node);
		compile_name(c, target->name.id, AST_STORE);
		break;
	case AST_ATTRIBUTE:
		aug_attribute(c, node);
		break;
	case AST_SUBSCRIPT:
		aug_subscript(c, node);
		break;
	default:
		fail_syntax(c, target, "illegal expression for augmented assignment");
	}
}

void compile_named_expression(struct compiler *c, const struct ast *node)
{
	compile_expression(c, node->named_expr.value);
	emit(c, OP_COPY, 1);
	compile_store(c, node->named_expr.target);
}

/* ---- annotations */

static void evaluate(struct compiler *c, const struct ast *node)
{
	compile_expression(c, node);
	emit(c, OP_POP, 0);
}

/* The parts of a target that is only declared. */
static void evaluate_target(struct compiler *c, const struct ast *target)
{
	if (target->kind == AST_ATTRIBUTE) {
		evaluate(c, target->attribute.value);
	} else if (target->kind == AST_SUBSCRIPT) {
		evaluate(c, target->subscript.value);
		compile_index(c, target->subscript.slice);
		emit(c, OP_POP, 0);
	}
}

void compile_ann_assign(struct compiler *c, const struct ast *node)
{
	const struct ast *target = node->ann_assign.target;
	bool stored = c->b->kind == BUILDER_MODULE || c->b->kind == BUILDER_CLASS;

	if (node->ann_assign.value) {
		compile_expression(c, node->ann_assign.value);
		compile_store(c, target);
	} else if (target->kind != AST_NAME) {
		evaluate_target(c, target);
	}
	if (!stored || py_at_least(c->v, 3, 14))
		return;
	if (!node->ann_assign.simple) {
		evaluate(c, node->ann_assign.annotation);
		return;
	}
	compile_expression(c, node->ann_assign.annotation);
	emit_name(c, OP_LOAD_NAME, intern(c, "__annotations__"));
	emit_text(c, mangle(c, target->name.id));
	emit(c, OP_STORE_SUBSCR, 0);
}
