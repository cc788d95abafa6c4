#include "scope_core.h"

#include <string.h>

static void visit(struct scope_table *t, struct block *b, const struct ast *node);

/* ---- definitions */

static void define(struct scope_table *t, struct block *b, const char *name,
	uint32_t flag, struct ast_place place)
{
	const char *mangled = scope_mangle_in(t, b->scope.class_name, name);
	struct symbol *s = scope_add(b, mangled);

	if (flag & DEF_PARAM && s->flags & DEF_PARAM)
		scope_fail(t, scope_at_least(t, 3, 10) ? place : b->scope.node->place,
			"duplicate argument '%s' in function definition", name);
	if (b->in_target) {
		if (s->flags & (DEF_GLOBAL | DEF_NONLOCAL))
			scope_fail(t, place,
				"comprehension inner loop cannot rebind assignment "
				"expression target '%s'",
				name);
		flag |= DEF_ITERATION;
	}
	s->flags |= flag;
}

static void each(struct scope_table *t, struct block *b, const struct ast_list *list)
{
	scope_each(t, b, list, visit);
}

static void one(struct scope_table *t, struct block *b, const struct ast *node)
{
	scope_one(t, b, node, visit);
}

/* ---- parameters */

static void define_arg(struct scope_table *t, struct block *b, const struct ast *arg)
{
	if (arg)
		define(t, b, arg->arg.arg, DEF_PARAM, arg->place);
}

/* 2.7: the names in a tuple parameter. */
static void define_tuple(struct scope_table *t, struct block *b, const struct ast *node)
{
	if (node->kind == AST_NAME) {
		define(t, b, node->name.id, DEF_PARAM, b->scope.node->place);
		return;
	}
	for (uint32_t i = 0; i < node->tuple.elts.count; i++)
		define_tuple(t, b, node->tuple.elts.items[i]);
}

static const char *numbered(struct scope_table *t, uint32_t i)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, ".%u", (unsigned)i);
	const char *name = ast_intern(t->tree, text.text, text.length);
	strbuf_free(&text);
	return name;
}

static void define_parameters(
	struct scope_table *t, struct block *b, const struct ast *args)
{
	const struct ast_list *list = &args->arguments.args;

	for (uint32_t i = 0; i < args->arguments.posonlyargs.count; i++)
		define_arg(t, b, args->arguments.posonlyargs.items[i]);
	for (uint32_t i = 0; i < list->count; i++) {
		if (list->items[i]->kind == AST_ARG)
			define_arg(t, b, list->items[i]);
		else
			define(t, b, numbered(t, i), DEF_PARAM, b->scope.node->place);
	}
	for (uint32_t i = 0; i < args->arguments.kwonlyargs.count; i++)
		define_arg(t, b, args->arguments.kwonlyargs.items[i]);
	define_arg(t, b, args->arguments.vararg);
	define_arg(t, b, args->arguments.kwarg);
	for (uint32_t i = 0; i < list->count; i++)
		if (list->items[i]->kind != AST_ARG)
			define_tuple(t, b, list->items[i]);
	/* Up to here the symbols are the parameters in order. */
	for (size_t i = 0; i < b->symbol_count; i++)
		scope_name_push(&b->varnames, b->symbols[i].name);
}

static void annotations(struct scope_table *t, struct block *b, const struct ast *args)
{
	const struct ast_list *lists[] = {&args->arguments.posonlyargs,
		&args->arguments.args, &args->arguments.kwonlyargs};

	for (size_t k = 0; k < 2; k++)
		for (uint32_t i = 0; i < lists[k]->count; i++)
			if (lists[k]->items[i]->kind == AST_ARG)
				one(t, b, lists[k]->items[i]->arg.annotation);
	if (args->arguments.vararg)
		one(t, b, args->arguments.vararg->arg.annotation);
	if (args->arguments.kwarg)
		one(t, b, args->arguments.kwarg->arg.annotation);
	for (uint32_t i = 0; i < lists[2]->count; i++)
		one(t, b, lists[2]->items[i]->arg.annotation);
}

/* ---- blocks */

/* 3.12: the block of type parameters around a definition, or B without. */
static struct block *type_parameters(
	struct scope_table *t, struct block *b, const struct ast_list *params)
{
	if (!params->count)
		return b;
	struct block *inner =
		scope_block_new(t, SCOPE_TYPE_PARAMETERS, params->items[0], b);
	for (uint32_t i = 0; i < params->count; i++) {
		const struct ast *p = params->items[i];
		const char *name =
			p->kind == AST_TYPE_VAR ? p->type_var.name : p->param_spec.name;
		define(t, inner, name, DEF_TYPE_PARAM | DEF_LOCAL, p->place);
		if (p->kind == AST_TYPE_VAR) {
			one(t, inner, p->type_var.bound);
			one(t, inner, p->type_var.default_value);
		} else {
			one(t, inner, p->param_spec.default_value);
		}
	}
	return inner;
}

static void function(struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast *args = node->function_def.args;

	define(t, b, node->function_def.name, DEF_LOCAL, node->place);
	each(t, b, &args->arguments.defaults);
	each(t, b, &args->arguments.kw_defaults);
	struct block *outer = type_parameters(t, b, &node->function_def.type_params);
	if (!scope_is_2(t)) {
		annotations(t, outer, args);
		one(t, outer, node->function_def.returns);
	}
	each(t, b, &node->function_def.decorator_list);
	struct block *inner = scope_block_new(t, SCOPE_FUNCTION, node, outer);
	inner->scope.is_coroutine = node->kind == AST_ASYNC_FUNCTION_DEF;
	define_parameters(t, inner, args);
	each(t, inner, &node->function_def.body);
}

static void lambda(struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast *args = node->lambda.args;

	each(t, b, &args->arguments.defaults);
	each(t, b, &args->arguments.kw_defaults);
	struct block *inner = scope_block_new(t, SCOPE_FUNCTION, node, b);
	inner->is_lambda = true;
	define_parameters(t, inner, args);
	one(t, inner, node->lambda.body);
}

static void class_definition(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	define(t, b, node->class_def.name, DEF_LOCAL, node->place);
	struct block *outer = type_parameters(t, b, &node->class_def.type_params);
	each(t, outer, &node->class_def.bases);
	each(t, outer, &node->class_def.keywords);
	each(t, b, &node->class_def.decorator_list);
	struct block *inner = scope_block_new(t, SCOPE_CLASS, node, outer);
	inner->scope.class_name = node->class_def.name;
	each(t, inner, &node->class_def.body);
}

static void type_alias(struct scope_table *t, struct block *b, const struct ast *node)
{
	one(t, b, node->type_alias.name);
	struct block *outer = type_parameters(t, b, &node->type_alias.type_params);
	struct block *inner = scope_block_new(t, SCOPE_TYPE_PARAMETERS, node, outer);
	one(t, inner, node->type_alias.value);
}

/* ---- comprehensions */

static void check_yield(struct scope_table *t, struct block *b, const struct ast *node)
{
	const char *what;

	if (!b->is_comprehension || !scope_at_least(t, 3, 8))
		return;
	switch (b->scope.node->kind) {
	case AST_LIST_COMP:
		what = "list comprehension";
		break;
	case AST_SET_COMP:
		what = "set comprehension";
		break;
	case AST_DICT_COMP:
		what = "dict comprehension";
		break;
	default:
		what = "generator expression";
		break;
	}
	scope_fail(t, node->place, "'yield' inside %s", what);
}

static void targets(struct scope_table *t, struct block *b, const struct ast *target)
{
	bool outer = b->in_target;

	b->in_target = scope_at_least(t, 3, 8);
	one(t, b, target);
	b->in_target = outer;
}

static void iterable(struct scope_table *t, struct block *b, const struct ast *iter)
{
	bool outer = b->in_iterable;

	b->in_iterable = true;
	one(t, b, iter);
	b->in_iterable = outer;
}

/* A for of a comprehension that is not the first. */
static void inner_for(struct scope_table *t, struct block *b, const struct ast *node)
{
	targets(t, b, node->comprehension.target);
	iterable(t, b, node->comprehension.iter);
	each(t, b, &node->comprehension.ifs);
	b->scope.is_coroutine |= node->comprehension.is_async;
}

static bool is_inlined(const struct scope_table *t, const struct ast *node)
{
	return scope_at_least(t, 3, 12) && node->kind != AST_GENERATOR_EXP;
}

static void comprehension(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast_list *generators = scope_generators(node);
	const struct ast *first = generators->items[0];

	iterable(t, b, first->comprehension.iter);
	struct block *inner = scope_block_new(t, SCOPE_FUNCTION, node, b);
	inner->is_comprehension = true;
	inner->is_generator_expression = node->kind == AST_GENERATOR_EXP;
	inner->scope.is_inlined = is_inlined(t, node);
	inner->scope.is_coroutine = first->comprehension.is_async;
	inner->in_iterable = b->in_iterable;
	define(t, inner, numbered(t, 0), DEF_PARAM, node->place);
	scope_name_push(&inner->varnames, inner->symbols[0].name);
	targets(t, inner, first->comprehension.target);
	each(t, inner, &first->comprehension.ifs);
	for (uint32_t i = 1; i < generators->count; i++)
		inner_for(t, inner, generators->items[i]);
	if (node->kind == AST_DICT_COMP) {
		one(t, inner, node->dict_comp.value);
		one(t, inner, node->dict_comp.key);
	} else {
		one(t, inner, node->list_comp.elt);
	}
	inner->scope.is_generator |= inner->is_generator_expression;
	if (inner->scope.is_coroutine && scope_at_least(t, 3, 8) &&
		!inner->is_generator_expression)
		b->scope.is_coroutine = true;
}

/* 2.7: a list comprehension binds in the block itself. */
static void old_list(struct scope_table *t, struct block *b, const struct ast *node)
{
	one(t, b, node->list_comp.elt);
	for (uint32_t i = 0; i < node->list_comp.generators.count; i++) {
		const struct ast *g = node->list_comp.generators.items[i];
		one(t, b, g->comprehension.target);
		one(t, b, g->comprehension.iter);
		each(t, b, &g->comprehension.ifs);
	}
}

/* The target of := in a comprehension belongs to the function around. */
static void extend_named(struct scope_table *t, struct block *b, const char *name,
	struct ast_place place)
{
	for (struct block *p = b; p; p = p->parent) {
		const struct symbol *s =
			scope_find(p, scope_mangle_in(t, p->scope.class_name, name));
		uint32_t flags = s ? s->flags : 0;
		if (p->is_comprehension) {
			if (flags & DEF_ITERATION)
				scope_fail(t, place,
					"assignment expression cannot rebind comprehension "
					"iteration variable '%s'",
					name);
			continue;
		}
		if (p->scope.kind == SCOPE_CLASS)
			scope_fail(t, place,
				"assignment expression within a comprehension cannot be "
				"used in a class body");
		bool global = p->scope.kind == SCOPE_MODULE || flags & DEF_GLOBAL;
		define(t, b, name, global ? DEF_GLOBAL : DEF_NONLOCAL, place);
		define(t, p, name,
			p->scope.kind == SCOPE_MODULE ? DEF_GLOBAL : DEF_LOCAL, place);
		return;
	}
}

static void named(struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast *target = node->named_expr.target;

	if (b->in_iterable)
		scope_fail(t, node->place,
			"assignment expression cannot be used in a comprehension iterable "
			"expression");
	if (b->is_comprehension)
		extend_named(t, b, target->name.id, target->place);
	one(t, b, node->named_expr.value);
	one(t, b, target);
}

/* ---- statements that declare */

/* symtable_add_def() notes it in the module's own symbols too, so that 2.7 says
 * "global name" of it there. */
static void global_in_module(struct scope_table *t, struct block *b, const char *name)
{
	const char *mangled = scope_mangle_in(t, b->scope.class_name, name);

	while (b->parent)
		b = b->parent;
	scope_add(b, mangled)->flags |= DEF_GLOBAL;
}

static void declare_global(struct scope_table *t, struct block *b,
	const struct ast *node, const char *name)
{
	bool global = node->kind == AST_GLOBAL;
	const char *word = global ? "global" : "nonlocal";
	const struct symbol *s =
		scope_find(b, scope_mangle_in(t, b->scope.class_name, name));
	uint32_t flags = s ? s->flags : 0;

	if (scope_is_2(t))
		flags = 0; /* only warned about */
	if (flags & DEF_PARAM)
		scope_fail(t, node->place, "name '%s' is parameter and %s", name, word);
	if (flags & DEF_USE)
		scope_fail(t, node->place, "name '%s' is used prior to %s declaration",
			name, word);
	if (flags & DEF_ANNOT)
		scope_fail(
			t, node->place, "annotated name '%s' can't be %s", name, word);
	if (flags & DEF_LOCAL)
		scope_fail(t, node->place,
			"name '%s' is assigned to before %s declaration", name, word);
	define(t, b, name, global ? DEF_GLOBAL : DEF_NONLOCAL, node->place);
	if (global && scope_is_2(t))
		global_in_module(t, b, name);
}

static void declarations(struct scope_table *t, struct block *b, const struct ast *node)
{
	for (uint32_t i = 0; i < node->global.names.count; i++)
		declare_global(t, b, node, node->global.names.items[i]->identifier.id);
}

static void annotated(struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast *target = node->ann_assign.target;
	bool simple = node->ann_assign.simple;

	if (target->kind == AST_NAME) {
		const char *name = target->name.id;
		const struct symbol *s =
			scope_find(b, scope_mangle_in(t, b->scope.class_name, name));
		uint32_t flags = s ? s->flags : 0;
		if (simple && flags & (DEF_GLOBAL | DEF_NONLOCAL) &&
			b->scope.kind != SCOPE_MODULE)
			scope_fail(t, node->place, "annotated name '%s' can't be %s",
				name, flags & DEF_GLOBAL ? "global" : "nonlocal");
		if (simple)
			define(t, b, name, DEF_ANNOT | DEF_LOCAL, target->place);
		else if (node->ann_assign.value)
			define(t, b, name, DEF_LOCAL, target->place);
	} else {
		one(t, b, target);
	}
	one(t, b, node->ann_assign.annotation);
	one(t, b, node->ann_assign.value);
}

static void imported(struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast_list *names = node->kind == AST_IMPORT
		? &node->import.names
		: &node->import_from.names;

	for (uint32_t i = 0; i < names->count; i++) {
		const struct ast *alias = names->items[i];
		const char *name =
			alias->alias.asname ? alias->alias.asname : alias->alias.name;
		if (strcmp(name, "*") == 0) {
			if (b->scope.kind != SCOPE_MODULE && !scope_is_2(t))
				scope_fail(t,
					scope_at_least(t, 3, 10) ? alias->place
								 : node->place,
					"import * only allowed at module level");
			b->unoptimized |= OPT_STAR;
			if (!b->unoptimized_line)
				b->unoptimized_line = node->place.line;
			continue;
		}
		const char *dot = alias->alias.asname ? NULL : strchr(name, '.');
		if (dot)
			name = ast_intern(t->tree, name, (size_t)(dot - name));
		define(t, b, name, DEF_IMPORT | DEF_LOCAL, node->place);
	}
}

static void exec(struct scope_table *t, struct block *b, const struct ast *node)
{
	one(t, b, node->exec.body);
	if (!b->unoptimized_line)
		b->unoptimized_line = node->place.line;
	b->unoptimized |= node->exec.globals ? OPT_EXEC : OPT_BARE_EXEC;
	one(t, b, node->exec.globals);
	one(t, b, node->exec.locals);
}

/* ---- generators */

static void return_statement(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	one(t, b, node->return_.value);
	if (!node->return_.value)
		return;
	b->returns_value = true;
	b->return_place = node->place;
	if (scope_is_2(t) && b->scope.is_generator)
		scope_fail(t, node->place, "'return' with argument inside generator");
}

static void yield(struct scope_table *t, struct block *b, const struct ast *node)
{
	scope_children(t, b, node, visit);
	b->scope.is_generator = true;
	if (scope_is_2(t) && b->returns_value)
		scope_fail(t, node->place, "'return' with argument inside generator");
	check_yield(t, b, node);
}

static void name(struct scope_table *t, struct block *b, const struct ast *node)
{
	bool load = node->name.ctx == AST_LOAD;

	define(t, b, node->name.id, load ? DEF_USE : DEF_LOCAL, node->place);
	if (load && !scope_is_2(t) && b->scope.kind == SCOPE_FUNCTION &&
		strcmp(node->name.id, "super") == 0)
		define(t, b, t->class_name_cell, DEF_USE, node->place);
}

static void try_statement(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	each(t, b, &node->try_.body);
	each(t, b, &node->try_.orelse);
	each(t, b, &node->try_.handlers);
	each(t, b, &node->try_.finalbody);
}

static void handler(struct scope_table *t, struct block *b, const struct ast *node)
{
	one(t, b, node->except_handler.type);
	one(t, b, node->except_handler.target);
	if (node->except_handler.name)
		define(t, b, node->except_handler.name, DEF_LOCAL, node->place);
	each(t, b, &node->except_handler.body);
}

static void pattern_name(
	struct scope_table *t, struct block *b, const char *id, const struct ast *node)
{
	if (id)
		define(t, b, id, DEF_LOCAL, node->place);
}

static void visit_kind(struct scope_table *t, struct block *b, const struct ast *node)
{
	switch (node->kind) {
	case AST_FUNCTION_DEF:
	case AST_ASYNC_FUNCTION_DEF:
		function(t, b, node);
		break;
	case AST_LAMBDA:
		lambda(t, b, node);
		break;
	case AST_CLASS_DEF:
		class_definition(t, b, node);
		break;
	case AST_TYPE_ALIAS:
		type_alias(t, b, node);
		break;
	case AST_LIST_COMP:
	case AST_SET_COMP:
	case AST_DICT_COMP:
	case AST_GENERATOR_EXP:
		if (scope_is_comprehension(t, node))
			comprehension(t, b, node);
		else
			old_list(t, b, node);
		break;
	case AST_NAMED_EXPR:
		named(t, b, node);
		break;
	case AST_GLOBAL:
	case AST_NONLOCAL:
		declarations(t, b, node);
		break;
	case AST_ANN_ASSIGN:
		annotated(t, b, node);
		break;
	case AST_IMPORT:
	case AST_IMPORT_FROM:
		imported(t, b, node);
		break;
	case AST_EXEC:
		exec(t, b, node);
		break;
	case AST_RETURN:
		return_statement(t, b, node);
		break;
	case AST_YIELD:
	case AST_YIELD_FROM:
		yield(t, b, node);
		break;
	case AST_AWAIT:
		one(t, b, node->await.value);
		b->scope.is_coroutine = true;
		break;
	case AST_NAME:
		name(t, b, node);
		break;
	case AST_TRY:
	case AST_TRY_STAR:
		try_statement(t, b, node);
		break;
	case AST_EXCEPT_HANDLER:
		handler(t, b, node);
		break;
	case AST_MATCH_STAR:
		pattern_name(t, b, node->match_star.name, node);
		break;
	case AST_MATCH_AS:
		one(t, b, node->match_as.pattern);
		pattern_name(t, b, node->match_as.name, node);
		break;
	case AST_MATCH_MAPPING:
		each(t, b, &node->match_mapping.keys);
		each(t, b, &node->match_mapping.patterns);
		pattern_name(t, b, node->match_mapping.rest, node);
		break;
	default:
		scope_children(t, b, node, visit);
		break;
	}
}

static void visit(struct scope_table *t, struct block *b, const struct ast *node)
{
	scope_enter(t);
	visit_kind(t, b, node);
	scope_leave(t);
}

void scope_build(struct scope_table *t)
{
	const struct ast *root = ast_tree_root(t->tree);
	struct block *module = scope_block_new(t, SCOPE_MODULE, root, NULL);

	each(t, module, &root->module.body);
	for (size_t i = 0; i < t->block_count; i++) {
		struct block *b = t->blocks[i];
		b->scope.is_unoptimized =
			b->unoptimized && b->scope.kind == SCOPE_FUNCTION;
	}
}
