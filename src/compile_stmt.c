#include <string.h>

#include "compile_core.h"

/* ---- print, exec, assert */

static void compile_print(struct compiler *c, const struct ast *node)
{
	const struct ast *dest = node->print.dest;

	if (dest)
		compile_expression(c, dest);
	for (uint32_t i = 0; i < node->print.values.count; i++) {
		if (dest)
			emit(c, OP_COPY, 1);
		compile_expression(c, node->print.values.items[i]);
		if (dest)
			emit(c, OP_SWAP, 2);
		emit(c, dest ? OP_PRINT_ITEM_TO : OP_PRINT_ITEM, 0);
	}
	if (node->print.nl)
		emit(c, dest ? OP_PRINT_NEWLINE_TO : OP_PRINT_NEWLINE, 0);
	else if (dest)
		emit(c, OP_POP, 0);
}

/* The comparison that compiler_jump_if() visits last on its own; NULL: none. */
static const struct ast *last_compare(const struct ast *test)
{
	const struct ast *last = NULL, *found;

	switch (test->kind) {
	case AST_COMPARE:
		return test;
	case AST_UNARY_OP:
		return test->unary_op.op == AST_NOT
			? last_compare(test->unary_op.operand)
			: NULL;
	case AST_IF_EXP:
		last = last_compare(test->if_exp.orelse);
		last = last ? last : last_compare(test->if_exp.body);
		return last ? last : last_compare(test->if_exp.test);
	case AST_BOOL_OP:
		for (uint32_t i = 0; i < test->bool_op.values.count; i++) {
			found = last_compare(test->bool_op.values.items[i]);
			last = found ? found : last;
		}
		return last;
	default:
		return NULL;
	}
}

/* Where the error of an assert is: 3.11 forgets to go back from a comparison, from
 * 3.13 on it is the test. */
static void place_failure(struct compiler *c, const struct ast *test)
{
	const struct ast *at = NULL;

	if (py_at_least(c->v, 3, 13))
		at = test;
	else if (py_at_least(c->v, 3, 11) && !py_at_least(c->v, 3, 12))
		at = last_compare(test);
	if (at)
		c->b->place = at->place;
}

static void compile_assert(struct compiler *c, const struct ast *node)
{
	label_id end = new_label(c);

	compile_jump_if(c, node->assert_.test, end, true);
	place_failure(c, node->assert_.test);
	if (py_at_least(c->v, 3, 9))
		emit(c, OP_ASSERTION_ERROR, 0);
	else
		emit_name(c, OP_LOAD_GLOBAL, intern(c, "AssertionError"));
	if (node->assert_.msg) {
		compile_expression(c, node->assert_.msg);
		emit(c, OP_CALL, 1);
	}
	emit(c, OP_RAISE, 1);
	/* The label knows the depth; what follows RAISE is reached from there. */
	bind(c, end);
}

/* ---- import */

static void emit_level(struct compiler *c, int level)
{
	if (!level && c->v.major == 2 && !c->absolute_import)
		level = -1;
	emit_const(c, &(struct constant){.kind = CONSTANT_INT, .number = level});
}

static const char *first_part(struct compiler *c, const char *name)
{
	const char *dot = strchr(name, '.');

	if (!dot)
		return intern(c, name);
	return unit_intern(c->memory, name, (size_t)(dot - name));
}

/* import a.b.c as d binds c. */
static void import_as(struct compiler *c, const char *name, const char *as)
{
	const char *dot = strchr(name, '.');

	while (dot) {
		const char *next = strchr(dot + 1, '.');
		size_t length = next ? (size_t)(next - dot - 1) : strlen(dot + 1);
		const char *part = unit_intern(c->memory, dot + 1, length);
		if (py_at_least(c->v, 3, 7)) {
			emit_name(c, OP_IMPORT_FROM, part);
			emit(c, OP_SWAP, 2);
			emit(c, OP_POP, 0);
		} else {
			emit_name(c, OP_LOAD_ATTR, part);
		}
		dot = next;
	}
	compile_name(c, as, AST_STORE);
}

static void compile_import(struct compiler *c, const struct ast *node)
{
	for (uint32_t i = 0; i < node->import.names.count; i++) {
		const struct ast *alias = node->import.names.items[i];
		emit_level(c, 0);
		emit_none(c);
		emit_name(c, OP_IMPORT_NAME, intern(c, alias->alias.name));
		if (alias->alias.asname)
			import_as(c, alias->alias.name, alias->alias.asname);
		else
			compile_name(c, first_part(c, alias->alias.name), AST_STORE);
	}
}

static void compile_import_from(struct compiler *c, const struct ast *node)
{
	const struct ast_list *names = &node->import_from.names;
	const char *module = node->import_from.module;
	struct constant *items = unit_alloc(c->memory, names->count, sizeof *items);

	for (uint32_t i = 0; i < names->count; i++)
		items[i] = constant_text(c, intern(c, names->items[i]->alias.name));
	emit_level(c, node->import_from.level);
	emit_const(c,
		&(struct constant){.kind = CONSTANT_TUPLE,
			.items = items,
			.length = names->count});
	emit_name(c, OP_IMPORT_NAME, intern(c, module ? module : ""));
	if (names->count == 1 && !strcmp(names->items[0]->alias.name, "*")) {
		emit(c, OP_IMPORT_STAR, 0);
		return;
	}
	for (uint32_t i = 0; i < names->count; i++) {
		const struct ast *alias = names->items[i];
		emit_name(c, OP_IMPORT_FROM, intern(c, alias->alias.name));
		compile_name(c,
			alias->alias.asname ? alias->alias.asname : alias->alias.name,
			AST_STORE);
	}
	emit(c, OP_POP, 0);
}

/* ---- if and loops */

static const struct ast *elif (const struct ast *node)
{
	const struct ast_list *orelse = &node->if_.orelse;

	return orelse->count == 1 && orelse->items[0]->kind == AST_IF ? orelse->items[0]
								      : NULL;
}

/* if ... elif ... elif: a chain, not nested calls. */
static void compile_if(struct compiler *c, const struct ast *node)
{
	label_id end = new_label(c);

	for (const struct ast *next; node; node = next) {
		int known = fold_test(c, node->if_.test);
		next = elif (node);
		if (known == 1) {
			compile_body(c, &node->if_.body);
			break;
		}
		if (known < 0) {
			label_id other = new_label(c);
			compile_jump_if(c, node->if_.test, other, false);
			compile_body(c, &node->if_.body);
			if (node->if_.orelse.count)
				emit_jump(c, OP_JUMP, end);
			bind(c, other);
		}
		if (!next)
			compile_body(c, &node->if_.orelse);
		else
			emit_line(c, next);
		if (next)
			c->b->place = next->place;
	}
	bind(c, end);
}

/* Whether BODY starts with a statement that has no line event of its own. */
static bool begins_silent(const struct ast_list *body)
{
	for (uint32_t i = 0; i < body->count; i++)
		if (body->items[i]->kind != AST_GLOBAL &&
			body->items[i]->kind != AST_NONLOCAL)
			return false;
	return true;
}

static struct block *open_loop(
	struct compiler *c, enum block_kind kind, label_id start, label_id exit)
{
	struct block *block = push_block(c, kind, -1, 0);

	block->start = start;
	block->exit = exit;
	return block;
}

/* 3.10+ tests again at the end of the body, and only then jumps back (which is
 * where 3.12+ may collect). */
static bool tests_twice(const struct compiler *c)
{
	return py_at_least(c->v, 3, 10);
}

static void compile_while(struct compiler *c, const struct ast *node)
{
	int known = fold_test(c, node->while_.test);
	label_id start = new_label(c), out = new_label(c), end = new_label(c);
	label_id body = new_label(c);

	if (known == 0) {
		bind(c, start);
		bind(c, out);
		compile_body(c, &node->while_.orelse);
		bind(c, body);
		bind(c, end);
		return;
	}
	if (known == 1)
		emit_line(c, node);
	bind(c, start);
	if (known < 0) {
		emit_line(c, node);
		compile_jump_if(c, node->while_.test, out, false);
	} else if (begins_silent(&node->while_.body)) {
		emit_line(c, node);
	}
	bind(c, body);
	open_loop(c, BLOCK_WHILE, start, end);
	compile_body(c, &node->while_.body);
	if (known < 0 && tests_twice(c)) {
		emit_line(c, node);
		c->b->place = node->place;
		compile_jump_if(c, node->while_.test, out, false);
		emit_jump(c, OP_JUMP, body);
	} else {
		emit_jump(c, OP_JUMP, start);
	}
	pop_block(c);
	bind(c, out);
	compile_body(c, &node->while_.orelse);
	bind(c, end);
}

static void compile_for(struct compiler *c, const struct ast *node)
{
	label_id start = new_label(c), first = new_label(c);
	label_id out = new_label(c), end = new_label(c);
	struct ast_place before;

	compile_iterable(c, node->for_.iter, true);
	emit_placed(c, node->for_.iter, 13, OP_GET_ITER, 0);
	open_loop(c, BLOCK_FOR, start, end);
	emit_jump(c, OP_JUMP, first);
	bind(c, start);
	emit_line(c, node);
	bind(c, first);
	before = c->b->place;
	if (py_at_least(c->v, 3, 13))
		c->b->place = node->for_.iter->place;
	emit_jump(c, OP_FOR_ITER, out);
	c->b->place = before;
	compile_store(c, node->for_.target);
	compile_body(c, &node->for_.body);
	emit_jump(c, OP_JUMP, start);
	pop_block(c);
	bind(c, out);
	compile_body(c, &node->for_.orelse);
	bind(c, end);
}

/* ---- any statement */

static void compile_expression_statement(struct compiler *c, const struct ast *node)
{
	const struct ast *value = node->expr.value;

	/* A literal alone is no code at all; in 2.7 that is numbers and texts. */
	if (value->kind == AST_CONSTANT)
		return;
	compile_expression(c, value);
	emit(c, OP_POP, 0);
}

static void compile_kind(struct compiler *c, const struct ast *node)
{
	switch (node->kind) {
	case AST_FUNCTION_DEF:
		compile_function(c, node);
		break;
	case AST_CLASS_DEF:
		compile_class(c, node);
		break;
	case AST_RETURN:
		compile_return(c, node);
		break;
	case AST_DELETE:
		for (uint32_t i = 0; i < node->delete_.targets.count; i++)
			compile_delete(c, node->delete_.targets.items[i]);
		break;
	case AST_ASSIGN:
		compile_assign(c, node);
		break;
	case AST_AUG_ASSIGN:
		compile_aug_assign(c, node);
		break;
	case AST_ANN_ASSIGN:
		compile_ann_assign(c, node);
		break;
	case AST_PRINT:
		compile_print(c, node);
		break;
	case AST_FOR:
		compile_for(c, node);
		break;
	case AST_WHILE:
		compile_while(c, node);
		break;
	case AST_IF:
		compile_if(c, node);
		break;
	case AST_WITH:
		compile_with(c, node);
		break;
	case AST_MATCH:
		compile_match(c, node);
		break;
	case AST_RAISE:
		compile_raise(c, node);
		break;
	case AST_TRY:
		compile_try(c, node);
		break;
	case AST_ASSERT:
		compile_assert(c, node);
		break;
	case AST_IMPORT:
		compile_import(c, node);
		break;
	case AST_IMPORT_FROM:
		compile_import_from(c, node);
		break;
	case AST_EXPR:
		compile_expression_statement(c, node);
		break;
	case AST_BREAK:
		compile_break(c, node);
		break;
	case AST_CONTINUE:
		compile_continue(c, node);
		break;
	case AST_GLOBAL:
	case AST_NONLOCAL:
	case AST_PASS:
		break;
	default:
		fail_refuse(c, node, "'%s' is outside gcrefs's language",
			ast_kind_name(node->kind));
	}
}

/* Statements that say themselves when their line runs, or never do. */
static bool has_own_lines(const struct compiler *c, const struct ast *node)
{
	switch (node->kind) {
	case AST_GLOBAL:
	case AST_NONLOCAL:
	case AST_FUNCTION_DEF:
	case AST_CLASS_DEF:
		return true;
	case AST_WHILE:
		(void)c;
		return true;
	default:
		return false;
	}
}

enum {
	NESTING_MAX = 1500
};

void compile_statement(struct compiler *c, const struct ast *node)
{
	if (c->failed)
		return;
	if (c->nesting >= NESTING_MAX) {
		fail_refuse(c, node, "nested too deeply");
		return;
	}
	c->nesting++;
	c->b->place = node->place;
	if (!has_own_lines(c, node))
		emit_line(c, node);
	compile_kind(c, node);
	c->nesting--;
}

void compile_body(struct compiler *c, const struct ast_list *body)
{
	for (uint32_t i = 0; i < body->count; i++)
		compile_statement(c, body->items[i]);
}
