#include "compile_core.h"

/*
 * Comprehensions: a function of their own, called at once with the outermost
 * iterator; in 2.7 the list comprehension, from 3.12 all but the generator
 * expression are part of the code around them (compile.c, compiler_comprehension).
 */

static const struct ast_list *generators_of(const struct ast *node)
{
	return node->kind == AST_DICT_COMP ? &node->dict_comp.generators
					   : &node->list_comp.generators;
}

static const struct ast *part(const struct ast *node, uint32_t at)
{
	return generators_of(node)->items[at];
}

/* What is made of one round.  DEPTH: how far the result is below the values. */
static void emit_element(struct compiler *c, const struct ast *node, int depth)
{
	bool value_first = !py_at_least(c->v, 3, 8);

	switch (node->kind) {
	case AST_GENERATOR_EXP:
		compile_expression(c, node->generator_exp.elt);
		emit(c, OP_YIELD, 0);
		emit(c, OP_POP, 0);
		break;
	case AST_DICT_COMP:
		compile_expression(
			c, value_first ? node->dict_comp.value : node->dict_comp.key);
		compile_expression(
			c, value_first ? node->dict_comp.key : node->dict_comp.value);
		emit_full(c, OP_MAP_ADD, value_first, depth, 0);
		break;
	case AST_SET_COMP:
		compile_expression(c, node->set_comp.elt);
		emit(c, OP_SET_ADD, depth);
		break;
	default:
		compile_expression(c, node->list_comp.elt);
		emit(c, OP_LIST_APPEND, depth);
	}
}

/* [.. it ->]: the loop of generator number AT, with those inside it.  BASE: the
 * depth of the stack up to the result. */
static void emit_loop(struct compiler *c, const struct ast *node, uint32_t at, int base)
{
	const struct ast *generator = part(node, at);
	const struct ast_list *ifs = &generator->comprehension.ifs;
	label_id start = new_label(c), first = new_label(c), next = new_label(c);
	label_id end = new_label(c);

	emit_jump(c, OP_JUMP, first);
	bind(c, start);
	emit_line(c, node);
	bind(c, first);
	emit_jump(c, OP_FOR_ITER, end);
	compile_store(c, generator->comprehension.target);
	for (uint32_t i = 0; i < ifs->count; i++)
		compile_jump_if(c, ifs->items[i], next, false);
	if (at + 1 < generators_of(node)->count) {
		compile_iterable(c, part(node, at + 1)->comprehension.iter, true);
		emit_placed(
			c, part(node, at + 1)->comprehension.iter, 13, OP_GET_ITER, 0);
		emit_loop(c, node, at + 1, base);
	} else {
		emit_element(c, node, c->b->depth - base + 1);
	}
	bind(c, next);
	emit_jump(c, OP_JUMP, start);
	bind(c, end);
}

static void emit_result(struct compiler *c, const struct ast *node)
{
	switch (node->kind) {
	case AST_LIST_COMP:
		emit(c, OP_BUILD_LIST, 0);
		break;
	case AST_SET_COMP:
		emit(c, OP_BUILD_SET, 0);
		break;
	case AST_DICT_COMP:
		emit(c, OP_BUILD_DICT, 0);
		break;
	default:
		break;
	}
}

static void compile_outermost(struct compiler *c, const struct ast *node)
{
	compile_iterable(c, part(node, 0)->comprehension.iter, true);
	emit_placed(c, part(node, 0)->comprehension.iter, 13, OP_GET_ITER, 0);
}

/* ---- 2.7: [... for ...] is a loop */

static void compile_list_27(struct compiler *c, const struct ast *node)
{
	emit(c, OP_BUILD_LIST, 0);
	int base = c->b->depth;
	compile_outermost(c, node);
	emit_loop(c, node, 0, base);
}

/* ---- a function of its own */

static const char *function_name(enum ast_kind kind)
{
	switch (kind) {
	case AST_LIST_COMP:
		return "<listcomp>";
	case AST_SET_COMP:
		return "<setcomp>";
	case AST_DICT_COMP:
		return "<dictcomp>";
	default:
		return "<genexpr>";
	}
}

static void compile_as_function(struct compiler *c, const struct ast *node)
{
	const char *name = intern(c, function_name(node->kind));
	const char *path = qualified(c, name);
	const struct scope *scope = scope_of(c->scopes, node);
	struct builder b;

	builder_open(c, &b,
		node->kind == AST_GENERATOR_EXP ? BUILDER_GENERATOR
						: BUILDER_COMPREHENSION,
		name, scope, (int)node->place.line);
	b.qualified_name = path;
	b.code->argument_count = 1;
	name_table_add(&b.locals, intern(c, ".0"));
	open_cells(c);
	b.place = node->place;
	emit_line(c, node);
	emit_result(c, node);
	int base = b.depth;
	emit(c, OP_LOAD_LOCAL, 0);
	emit_loop(c, node, 0, base);
	if (node->kind == AST_GENERATOR_EXP)
		emit_none(c);
	emit(c, OP_RETURN, 0);
	const struct code *code = builder_close(c);
	emit_make_function(c, code, scope, path, 0, 0);
	compile_outermost(c, node);
	emit(c, OP_CALL, 1);
}

/* ---- 3.12: in the frame of the code around it */

/* The names that TARGET binds. */
static void add_variables(
	struct compiler *c, const struct ast *target, struct name_table *names)
{
	const struct ast_list *elts = NULL;

	switch (target->kind) {
	case AST_NAME:
		name_table_add(names, mangle(c, target->name.id));
		return;
	case AST_STARRED:
		add_variables(c, target->starred.value, names);
		return;
	case AST_TUPLE:
		elts = &target->tuple.elts;
		break;
	case AST_LIST:
		elts = &target->list.elts;
		break;
	default:
		return;
	}
	for (uint32_t i = 0; i < elts->count; i++)
		add_variables(c, elts->items[i], names);
}

/* [it -> old values, it]: the comprehension's variables are emptied. */
static void take_variables(struct compiler *c, const struct inlined *inlined)
{
	const char **names = inlined->variables.names.items;
	uint32_t count = inlined->variables.names.count;

	for (uint32_t i = 0; i < count; i++) {
		emit(c, OP_TAKE_LOCAL,
			(int32_t)name_table_add(&c->b->locals, names[i]));
		if (name_table_find(&c->b->cells, names[i]) >= 0)
			emit_full(c, OP_MAKE_CELL, 0, cell_index(c, names[i]), 0);
	}
	if (count)
		emit(c, OP_SWAP, (int32_t)count + 1);
}

/* [old values, v -> v] */
static void put_variables(struct compiler *c, const struct inlined *inlined)
{
	const char **names = inlined->variables.names.items;
	uint32_t count = inlined->variables.names.count;

	if (count)
		emit(c, OP_SWAP, (int32_t)count + 1);
	for (uint32_t i = count; i-- > 0;)
		emit(c, OP_PUT_LOCAL, name_table_find(&c->b->locals, names[i]));
}

static void compile_inlined(
	struct compiler *c, const struct ast *node, const struct scope *scope)
{
	struct inlined inlined = {.outer = c->b->inlined, .scope = scope};
	label_id cleanup = new_label(c), end = new_label(c);

	for (uint32_t i = 0; i < generators_of(node)->count; i++)
		add_variables(
			c, part(node, i)->comprehension.target, &inlined.variables);
	compile_outermost(c, node);
	c->b->inlined = &inlined;
	take_variables(c, &inlined);
	push_block(c, BLOCK_WATCH, cleanup, 0);
	emit_result(c, node);
	int base = c->b->depth - 1;
	emit(c, OP_SWAP, 2);
	emit_loop(c, node, 0, base);
	pop_block(c);
	emit_jump(c, OP_JUMP, end);
	bind(c, cleanup);
	emit(c, OP_SWAP, 2);
	emit(c, OP_POP, 0);
	put_variables(c, &inlined);
	emit(c, OP_RERAISE, 0);
	bind(c, end);
	put_variables(c, &inlined);
	c->b->inlined = inlined.outer;
	name_table_free(&inlined.variables);
}

void compile_comprehension(struct compiler *c, const struct ast *node)
{
	const struct scope *scope = scope_of(c->scopes, node);

	if (!scope)
		compile_list_27(c, node);
	else if (scope->is_inlined)
		compile_inlined(c, node, scope);
	else
		compile_as_function(c, node);
}
