#include "scope_core.h"

#include <string.h>

#include "scope_check.h"

/*
 * The order in which the compiler meets names (Python/compile.c): it gives the order
 * of fast locals, and so that in which they die.
 */

static void visit(struct scope_table *t, struct block *b, const struct ast *node);

static void each(struct scope_table *t, struct block *b, const struct ast_list *list)
{
	scope_each(t, b, list, visit);
}

static void one(struct scope_table *t, struct block *b, const struct ast *node)
{
	scope_one(t, b, node, visit);
}

/* Items among which a starred one may stand. */
static void elements(
	struct scope_table *t, struct block *b, const struct ast_list *list)
{
	for (uint32_t i = 0; i < list->count; i++) {
		const struct ast *item = list->items[i];
		one(t, b, item->kind == AST_STARRED ? item->starred.value : item);
	}
}

/* The block whose frame holds B's variables. */
static struct block *frame_of(struct block *b)
{
	while (b->scope.is_inlined)
		b = b->parent;
	return b;
}

static void meet(struct scope_table *t, struct block *b, const char *name)
{
	const char *mangled = scope_mangle_in(t, b->scope.class_name, name);
	struct block *frame = frame_of(b);
	const struct symbol *s = scope_find(b, mangled);

	while (b->scope.is_inlined && !(s && s->flags & DEF_BOUND)) {
		b = b->parent;
		s = scope_find(b, mangled);
	}
	if (!s || s->use != SCOPE_LOCAL || b->scope.kind == SCOPE_MODULE ||
		b->scope.kind == SCOPE_CLASS)
		return;
	if (!scope_name_has(&frame->varnames, mangled))
		scope_name_push(&frame->varnames, mangled);
}

/* ---- definitions */

static void defaults(struct scope_table *t, struct block *b, const struct ast *args)
{
	each(t, b, &args->arguments.defaults);
	each(t, b, &args->arguments.kw_defaults);
}

/* *args: *Ts */
static void annotation_of_star(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	if (node)
		one(t, b, node->kind == AST_STARRED ? node->starred.value : node);
}

static void annotate(struct scope_table *t, struct block *b, const struct ast *args)
{
	const struct ast_list *lists[] = {&args->arguments.args,
		&args->arguments.posonlyargs, &args->arguments.kwonlyargs};

	if (!scope_at_least(t, 3, 9)) {
		lists[0] = &args->arguments.posonlyargs;
		lists[1] = &args->arguments.args;
	}
	for (size_t k = 0; k < 2; k++)
		for (uint32_t i = 0; i < lists[k]->count; i++)
			if (lists[k]->items[i]->kind == AST_ARG)
				one(t, b, lists[k]->items[i]->arg.annotation);
	if (args->arguments.vararg)
		annotation_of_star(t, b, args->arguments.vararg->arg.annotation);
	for (uint32_t i = 0; i < lists[2]->count; i++)
		one(t, b, lists[2]->items[i]->arg.annotation);
	if (args->arguments.kwarg)
		one(t, b, args->arguments.kwarg->arg.annotation);
}

static void function(struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast *args = node->function_def.args;
	struct block *inner = scope_block_of(t, node);
	struct block *outer = inner->parent;

	scope_check_parameters(t, node, args);
	each(t, b, &node->function_def.decorator_list);
	defaults(t, b, args);
	if (!scope_is_2(t)) {
		annotate(t, outer, args);
		one(t, outer, node->function_def.returns);
	}
	struct scope_state saved = scope_state_enter(t);
	each(t, inner, &node->function_def.body);
	scope_state_leave(t, saved);
	meet(t, b, node->function_def.name);
}

static void lambda(struct scope_table *t, struct block *b, const struct ast *node)
{
	struct scope_state saved;

	defaults(t, b, node->lambda.args);
	saved = scope_state_enter(t);
	one(t, scope_block_of(t, node), node->lambda.body);
	scope_state_leave(t, saved);
}

static void class_definition(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	struct block *inner = scope_block_of(t, node);
	struct scope_state saved;

	each(t, b, &node->class_def.decorator_list);
	if (scope_is_2(t))
		each(t, b, &node->class_def.bases);
	saved = scope_state_enter(t);
	each(t, inner, &node->class_def.body);
	scope_state_leave(t, saved);
	if (!scope_is_2(t)) {
		elements(t, inner->parent, &node->class_def.bases);
		each(t, inner->parent, &node->class_def.keywords);
		scope_check_keywords(t, &node->class_def.keywords, node->place);
	}
	meet(t, b, node->class_def.name);
}

/* ---- comprehensions */

/* 3.12: the variables are made room for before the comprehension runs. */
static void push_inlined(struct block *inner)
{
	bool in_class = frame_of(inner)->scope.kind == SCOPE_CLASS;

	for (size_t i = 0; i < inner->symbol_count; i++) {
		const struct symbol *s = &inner->symbols[i];
		struct block *frame = frame_of(inner);
		bool own = s->flags & DEF_LOCAL &&
			!(s->flags & (DEF_NONLOCAL | DEF_GLOBAL));
		if (!own && !in_class)
			continue;
		if (!scope_name_has(&frame->varnames, s->name))
			scope_name_push(&frame->varnames, s->name);
	}
}

static void comprehension_for(
	struct scope_table *t, struct block *b, const struct ast *node, bool outermost)
{
	if (!outermost)
		one(t, b, node->comprehension.iter);
	one(t, b, node->comprehension.target);
	each(t, b, &node->comprehension.ifs);
}

/* Up to 3.7 a dict's value is computed before its key. */
static void key_and_value(struct scope_table *t, struct block *b, const struct ast *key,
	const struct ast *value, bool value_first)
{
	one(t, b, value_first ? value : key);
	one(t, b, value_first ? key : value);
}

static void element(struct scope_table *t, struct block *b, const struct ast *node)
{
	if (node->kind == AST_DICT_COMP)
		key_and_value(t, b, node->dict_comp.key, node->dict_comp.value,
			!scope_at_least(t, 3, 8));
	else
		one(t, b, node->list_comp.elt);
}

static void comprehension(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast_list *generators = scope_generators(node);
	struct block *inner = scope_block_of(t, node);
	struct scope_state saved;

	one(t, b, generators->items[0]->comprehension.iter);
	scope_check_async_comprehension(t, b, inner, node);
	if (inner->scope.is_inlined)
		push_inlined(inner);
	saved = scope_state_enter(t);
	for (uint32_t i = 0; i < generators->count; i++)
		comprehension_for(t, inner, generators->items[i], i == 0);
	element(t, inner, node);
	scope_state_leave(t, saved);
}

static void old_list(struct scope_table *t, struct block *b, const struct ast *node)
{
	for (uint32_t i = 0; i < node->list_comp.generators.count; i++)
		comprehension_for(t, b, node->list_comp.generators.items[i], false);
	one(t, b, node->list_comp.elt);
}

/* ---- expressions whose order is not that of the fields */

static void dict(struct scope_table *t, struct block *b, const struct ast *node)
{
	for (uint32_t i = 0; i < node->dict.keys.count; i++)
		key_and_value(t, b, node->dict.keys.items[i],
			node->dict.values.items[i], scope_is_2(t));
}

/* 2.7: f(*args, **kw) are computed after all others. */
static void call(struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast_list *args = &node->call.args,
			      *keywords = &node->call.keywords;

	one(t, b, node->call.func);
	if (!scope_is_2(t)) {
		elements(t, b, args);
		scope_check_keywords(t, keywords, node->place);
		each(t, b, keywords);
		return;
	}
	for (uint32_t i = 0; i < args->count; i++)
		if (args->items[i]->kind != AST_STARRED)
			one(t, b, args->items[i]);
	for (uint32_t i = 0; i < keywords->count; i++)
		if (keywords->items[i]->keyword.arg)
			one(t, b, keywords->items[i]);
	for (uint32_t i = 0; i < args->count; i++)
		if (args->items[i]->kind == AST_STARRED)
			one(t, b, args->items[i]->starred.value);
	for (uint32_t i = 0; i < keywords->count; i++)
		if (!keywords->items[i]->keyword.arg)
			one(t, b, keywords->items[i]);
}

/* ---- statements */

/* Until 3.9 what cannot run is not compiled, and its names are not met. */
static bool skips_dead(const struct scope_table *t)
{
	return !scope_at_least(t, 3, 10);
}

static void if_statement(struct scope_table *t, struct block *b, const struct ast *node)
{
	int truth = scope_constant_truth(t, node->if_.test);

	if (truth < 0 || !skips_dead(t))
		one(t, b, node->if_.test);
	if (truth != 0 || !skips_dead(t))
		each(t, b, &node->if_.body);
	if (truth != 1 || !skips_dead(t))
		each(t, b, &node->if_.orelse);
}

static void loop_body(struct scope_table *t, struct block *b, const struct ast *node,
	const struct ast_list *body)
{
	scope_state_push(t, STATE_LOOP, node, NULL);
	each(t, b, body);
	scope_state_pop(t);
}

static void while_statement(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	int truth = scope_constant_truth(t, node->while_.test);

	if (truth == 0 && skips_dead(t)) {
		each(t, b, &node->while_.orelse);
		return;
	}
	one(t, b, node->while_.test);
	loop_body(t, b, node, &node->while_.body);
	each(t, b, &node->while_.orelse);
}

static void for_statement(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	if (node->kind == AST_ASYNC_FOR)
		scope_check_async(t, frame_of(b), node, "for");
	one(t, b, node->for_.iter);
	one(t, b, node->for_.target);
	loop_body(t, b, node, &node->for_.body);
	each(t, b, &node->for_.orelse);
}

/* From 3.9 a jump out of try runs a copy of each finally on its way: the names in
 * it are met there. */
static void unwind(struct scope_table *t, struct block *b, bool to_loop)
{
	struct scope_state *s = &t->state;
	size_t depth = s->count;

	if (!scope_at_least(t, 3, 8))
		return;
	while (s->count > 0) {
		struct state_item item = s->items[s->count - 1];
		if (item.kind == STATE_LOOP && to_loop)
			break;
		s->count--;
		if (item.kind == STATE_FINALLY_TRY && scope_at_least(t, 3, 9))
			each(t, b, item.finalbody);
	}
	s->count = depth;
}

static void handlers(struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast_list *list = &node->try_.handlers;
	bool star = node->kind == AST_TRY_STAR;

	for (uint32_t i = 0; i < list->count; i++) {
		const struct ast *h = list->items[i];
		const struct ast_list *before =
			i ? &list->items[i - 1]->except_handler.body : &node->try_.body;
		scope_check_bare(t, h, i + 1 == list->count,
			before->items[before->count - 1]->place);
		one(t, b, h->except_handler.type);
		one(t, b, h->except_handler.target);
		if (h->except_handler.name)
			meet(t, b, h->except_handler.name);
		scope_state_push(
			t, star ? STATE_EXCEPT_STAR : STATE_HANDLER, node, NULL);
		each(t, b, &h->except_handler.body);
		scope_state_pop(t);
	}
}

/* try and except, without finally */
static void try_except(struct scope_table *t, struct block *b, const struct ast *node)
{
	scope_state_push(t, STATE_TRY, node, NULL);
	each(t, b, &node->try_.body);
	scope_state_pop(t);
	if (scope_at_least(t, 3, 11))
		each(t, b, &node->try_.orelse);
	handlers(t, b, node);
	if (!scope_at_least(t, 3, 11))
		each(t, b, &node->try_.orelse);
}

static void try_statement(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	bool finally = node->try_.finalbody.count > 0;
	bool first = t->version.major == 3 && t->version.minor == 8;

	if (!finally) {
		try_except(t, b, node);
		return;
	}
	/* 3.8 compiles the finally first. */
	if (first) {
		scope_state_push(t, STATE_FINALLY_END, node, NULL);
		each(t, b, &node->try_.finalbody);
		scope_state_pop(t);
	}
	scope_state_push(t, STATE_FINALLY_TRY, node, &node->try_.finalbody);
	if (node->try_.handlers.count)
		try_except(t, b, node);
	else
		each(t, b, &node->try_.body);
	scope_state_pop(t);
	if (!first) {
		scope_state_push(t, STATE_FINALLY_END, node, NULL);
		each(t, b, &node->try_.finalbody);
		scope_state_pop(t);
	}
}

static void with_statement(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	if (node->kind == AST_ASYNC_WITH)
		scope_check_async(t, frame_of(b), node, "with");
	each(t, b, &node->with.items);
	for (uint32_t i = 0; i < node->with.items.count; i++)
		scope_state_push(t, STATE_WITH, node, NULL);
	each(t, b, &node->with.body);
	for (uint32_t i = 0; i < node->with.items.count; i++)
		scope_state_pop(t);
}

static void return_statement(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	scope_check_return(t, b, node);
	one(t, b, node->return_.value);
	unwind(t, b, false);
}

static void jump(struct scope_table *t, struct block *b, const struct ast *node)
{
	scope_check_jump(t, node);
	unwind(t, b, true);
}

static void annotated(struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast *target = node->ann_assign.target;
	bool in_function = b->scope.kind == SCOPE_FUNCTION;

	if (node->ann_assign.value) {
		one(t, b, node->ann_assign.value);
		one(t, b, target);
	} else if (target->kind != AST_NAME) {
		scope_children(t, b, target, visit);
	}
	if (!in_function)
		one(t, b, node->ann_assign.annotation);
}

static void augmented(struct scope_table *t, struct block *b, const struct ast *node)
{
	const struct ast *target = node->aug_assign.target;

	one(t, b, target);
	one(t, b, node->aug_assign.value);
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
		const char *dot = alias->alias.asname ? NULL : strchr(name, '.');
		if (dot)
			name = ast_intern(t->tree, name, (size_t)(dot - name));
		meet(t, b, name);
	}
}

static void visit_statement(
	struct scope_table *t, struct block *b, const struct ast *node)
{
	switch (node->kind) {
	case AST_FUNCTION_DEF:
	case AST_ASYNC_FUNCTION_DEF:
		function(t, b, node);
		break;
	case AST_CLASS_DEF:
		class_definition(t, b, node);
		break;
	case AST_ASSIGN:
		one(t, b, node->assign.value);
		each(t, b, &node->assign.targets);
		break;
	case AST_AUG_ASSIGN:
		augmented(t, b, node);
		break;
	case AST_ANN_ASSIGN:
		annotated(t, b, node);
		break;
	case AST_FOR:
	case AST_ASYNC_FOR:
		for_statement(t, b, node);
		break;
	case AST_WHILE:
		while_statement(t, b, node);
		break;
	case AST_IF:
		if_statement(t, b, node);
		break;
	case AST_WITH:
	case AST_ASYNC_WITH:
		with_statement(t, b, node);
		break;
	case AST_TRY:
	case AST_TRY_STAR:
		try_statement(t, b, node);
		break;
	case AST_RETURN:
		return_statement(t, b, node);
		break;
	case AST_BREAK:
	case AST_CONTINUE:
		jump(t, b, node);
		break;
	case AST_IMPORT:
	case AST_IMPORT_FROM:
		scope_check_future(t, node);
		imported(t, b, node);
		break;
	case AST_MATCH:
		scope_check_match(t, node);
		scope_children(t, b, node, visit);
		break;
	default:
		scope_children(t, b, node, visit);
		break;
	}
}

static void visit_kind(struct scope_table *t, struct block *b, const struct ast *node)
{
	switch (node->kind) {
	case AST_LAMBDA:
		lambda(t, b, node);
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
		one(t, b, node->named_expr.value);
		one(t, b, node->named_expr.target);
		break;
	case AST_DICT:
		dict(t, b, node);
		break;
	case AST_CALL:
		call(t, b, node);
		break;
	case AST_YIELD:
	case AST_YIELD_FROM:
	case AST_AWAIT:
		scope_check_yield(t, frame_of(b), node);
		scope_children(t, b, node, visit);
		break;
	case AST_NAME:
		scope_check_name(t, node->name.id, node->name.ctx, node->place);
		meet(t, b, node->name.id);
		break;
	case AST_TUPLE:
	case AST_LIST:
		scope_check_stars(t, node);
		elements(t, b, &node->tuple.elts);
		break;
	case AST_SET:
		elements(t, b, &node->set.elts);
		break;
	case AST_STARRED:
		scope_check_starred(t, node);
	case AST_MATCH_STAR:
	case AST_MATCH_AS:
	case AST_MATCH_MAPPING:
		scope_children(t, b, node, visit);
		if (node->kind == AST_MATCH_STAR && node->match_star.name)
			meet(t, b, node->match_star.name);
		else if (node->kind == AST_MATCH_AS && node->match_as.name)
			meet(t, b, node->match_as.name);
		else if (node->kind == AST_MATCH_MAPPING && node->match_mapping.rest)
			meet(t, b, node->match_mapping.rest);
		break;
	default:
		visit_statement(t, b, node);
		break;
	}
}

static void visit(struct scope_table *t, struct block *b, const struct ast *node)
{
	scope_enter(t);
	visit_kind(t, b, node);
	scope_leave(t);
}

void scope_order(struct scope_table *t)
{
	const struct ast *root = ast_tree_root(t->tree);
	struct scope_state saved = scope_state_enter(t);

	each(t, t->blocks[0], &root->module.body);
	scope_state_leave(t, saved);
}
