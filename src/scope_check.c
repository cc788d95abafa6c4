#include "scope_check.h"

#include <string.h>

/* ---- the statements around */

struct scope_state scope_state_enter(struct scope_table *t)
{
	struct scope_state saved = t->state;

	t->state.count = 0;
	return saved;
}

void scope_state_leave(struct scope_table *t, struct scope_state saved)
{
	t->state = saved;
}

void scope_state_push(struct scope_table *t, enum state_kind kind,
	const struct ast *node, const struct ast_list *finalbody)
{
	if (t->state.count == MAX_STATES && scope_is_2(t))
		scope_fail_bare(t, "too many statically nested blocks");
	if (t->state.count == MAX_STATES)
		scope_fail(t, node->place, "too many statically nested blocks");
	t->state.items[t->state.count++] = (struct state_item){kind, finalbody};
}

void scope_state_pop(struct scope_table *t)
{
	t->state.count--;
}

/* ---- from __future__ */

static bool is_future(const struct ast *node)
{
	return node->kind == AST_IMPORT_FROM && node->import_from.module &&
		strcmp(node->import_from.module, "__future__") == 0;
}

static void check_feature(
	struct scope_table *t, const struct ast *node, const char *name)
{
	struct ast_place place = node->place;
	static const char *const features[] = {"nested_scopes", "generators",
		"division", "absolute_import", "with_statement", "print_function",
		"unicode_literals"};

	for (size_t i = 0; i < sizeof features / sizeof *features; i++)
		if (strcmp(name, features[i]) == 0)
			return;
	if (!scope_is_2(t) &&
		(strcmp(name, "barry_as_FLUFL") == 0 ||
			strcmp(name, "generator_stop") == 0))
		return;
	if (strcmp(name, "annotations") == 0 && scope_at_least(t, 3, 7))
		return;
	place.end_line = 0;
	if (strcmp(name, "braces") == 0)
		scope_fail(t, place, "not a chance");
	scope_fail(t, place, "future feature %s is not defined", name);
}

static bool is_docstring(const struct ast *node)
{
	return node->kind == AST_EXPR && node->expr.value->kind == AST_CONSTANT &&
		(node->expr.value->constant.value.kind == AST_VALUE_STR ||
			node->expr.value->constant.value.kind == AST_VALUE_BYTES);
}

void scope_check_futures(struct scope_table *t)
{
	const struct ast_list *body = &ast_tree_root(t->tree)->module.body;
	bool done = false, docstring = false;

	for (uint32_t i = 0; i < body->count; i++) {
		const struct ast *node = body->items[i];
		if (is_future(node)) {
			if (done)
				scope_check_future(t, node);
			for (uint32_t k = 0; k < node->import_from.names.count; k++)
				check_feature(t, node,
					node->import_from.names.items[k]->alias.name);
			t->last_future_line = node->place.line;
		} else if (is_docstring(node) && !docstring) {
			docstring = true;
		} else {
			done = true;
		}
	}
}

void scope_check_future(struct scope_table *t, const struct ast *node)
{
	if (is_future(node) && node->place.line > t->last_future_line)
		scope_fail(t, node->place,
			"from __future__ imports must occur at the beginning of the file");
}

/* ---- return, break, continue, yield, await */

static void check_except_star(
	struct scope_table *t, const struct ast *node, bool to_loop)
{
	for (size_t i = t->state.count; i-- > 0;) {
		if (t->state.items[i].kind == STATE_LOOP && to_loop)
			return;
		if (t->state.items[i].kind == STATE_EXCEPT_STAR)
			scope_fail(t, node->place,
				"'break', 'continue' and 'return' cannot appear in an "
				"except* block");
	}
}

void scope_check_return(
	struct scope_table *t, const struct block *b, const struct ast *node)
{
	if (b->scope.kind != SCOPE_FUNCTION)
		scope_fail(t, node->place, "'return' outside function");
	if (node->return_.value && b->scope.is_generator &&
		b->scope.node->kind == AST_ASYNC_FUNCTION_DEF)
		scope_fail(t, node->place, "'return' with value in async generator");
	check_except_star(t, node, false);
}

static bool in_loop(const struct scope_table *t)
{
	for (size_t i = 0; i < t->state.count; i++)
		if (t->state.items[i].kind == STATE_LOOP)
			return true;
	return false;
}

/* Up to 3.7 a continue may not leave a finally. */
static void check_continue(struct scope_table *t, const struct ast *node)
{
	for (size_t i = t->state.count; i-- > 0;) {
		if (t->state.items[i].kind == STATE_LOOP)
			return;
		if (t->state.items[i].kind == STATE_FINALLY_END &&
			!scope_at_least(t, 3, 8))
			scope_fail(t, node->place,
				"'continue' not supported inside 'finally' clause");
	}
	scope_fail(t, node->place, "'continue' not properly in loop");
}

void scope_check_jump(struct scope_table *t, const struct ast *node)
{
	check_except_star(t, node, true);
	if (node->kind == AST_CONTINUE)
		check_continue(t, node);
	else if (!in_loop(t))
		scope_fail(t, node->place, "'break' outside loop");
}

static bool is_async(const struct block *b)
{
	return b->scope.node->kind == AST_ASYNC_FUNCTION_DEF;
}

void scope_check_yield(
	struct scope_table *t, const struct block *b, const struct ast *node)
{
	bool function = b->scope.kind == SCOPE_FUNCTION;

	if (node->kind == AST_AWAIT) {
		if (!function)
			scope_fail(t, node->place, "'await' outside function");
		if (!is_async(b) && !b->is_comprehension)
			scope_fail(t, node->place, "'await' outside async function");
		return;
	}
	if (!function)
		scope_fail(t, node->place, "'yield' outside function");
	if (node->kind == AST_YIELD_FROM && is_async(b))
		scope_fail(t, node->place, "'yield from' inside async function");
}

void scope_check_async(struct scope_table *t, const struct block *b,
	const struct ast *node, const char *what)
{
	if (b->scope.kind != SCOPE_FUNCTION || !is_async(b))
		scope_fail(t, node->place, "'async %s' outside async function", what);
}

void scope_check_async_comprehension(struct scope_table *t, const struct block *b,
	const struct block *inner, const struct ast *node)
{
	bool function = b->scope.kind == SCOPE_FUNCTION;

	if (inner->scope.is_coroutine && node->kind != AST_GENERATOR_EXP &&
		!(function && (is_async(b) || b->is_comprehension)))
		scope_fail(t, node->place,
			"asynchronous comprehension outside of an asynchronous function");
}

/* ---- others */

void scope_check_bare(struct scope_table *t, const struct ast *handler, bool is_last,
	struct ast_place place)
{
	if (!handler->except_handler.type && !is_last)
		scope_fail(t, scope_is_2(t) ? place : handler->place,
			"default 'except:' must be last");
}

void scope_check_keywords(
	struct scope_table *t, const struct ast_list *keywords, struct ast_place place)
{
	for (uint32_t i = 0; i < keywords->count; i++) {
		const struct ast *k = keywords->items[i];
		if (!k->keyword.arg)
			continue;
		scope_check_name(t, k->keyword.arg, AST_STORE, place);
		for (uint32_t j = i + 1; j < keywords->count; j++)
			if (keywords->items[j]->keyword.arg == k->keyword.arg)
				scope_fail(t, keywords->items[j]->place,
					"keyword argument repeated: %s",
					k->keyword.arg);
	}
}

void scope_check_stars(struct scope_table *t, const struct ast *node)
{
	bool seen = false;

	if (node->tuple.ctx != AST_STORE)
		return;
	for (uint32_t i = 0; i < node->tuple.elts.count; i++) {
		if (node->tuple.elts.items[i]->kind != AST_STARRED)
			continue;
		if (seen)
			scope_fail(t, node->place,
				"%s starred expressions in assignment",
				scope_at_least(t, 3, 9) ? "multiple" : "two");
		seen = true;
	}
}

_Noreturn void scope_check_starred(struct scope_table *t, const struct ast *node)
{
	if (node->starred.ctx == AST_STORE)
		scope_fail(t, node->place,
			"starred assignment target must be in a list or tuple");
	scope_fail(t, node->place, "can't use starred expression here");
}

void scope_check_name(struct scope_table *t, const char *name, enum ast_context ctx,
	struct ast_place place)
{
	if (ctx == AST_LOAD || !scope_at_least(t, 3, 9) ||
		strcmp(name, "__debug__") != 0)
		return;
	if (ctx == AST_DEL && !scope_at_least(t, 3, 10))
		return;
	scope_fail(t, place, "cannot %s __debug__",
		ctx == AST_DEL ? "delete" : "assign to");
}

void scope_check_parameters(
	struct scope_table *t, const struct ast *def, const struct ast *args)
{
	const struct ast_list *lists[] = {&args->arguments.posonlyargs,
		&args->arguments.args, &args->arguments.kwonlyargs};
	const struct ast *stars[] = {args->arguments.vararg, args->arguments.kwarg};

	scope_check_name(t, def->function_def.name, AST_STORE, def->place);
	for (size_t k = 0; k < 3; k++)
		for (uint32_t i = 0; i < lists[k]->count; i++)
			if (lists[k]->items[i]->kind == AST_ARG)
				scope_check_name(t, lists[k]->items[i]->arg.arg,
					AST_STORE, def->place);
	for (size_t k = 0; k < 2; k++)
		if (stars[k])
			scope_check_name(t, stars[k]->arg.arg, AST_STORE, def->place);
}

/* ---- match */

static bool is_irrefutable(const struct ast *pattern)
{
	if (pattern->kind == AST_MATCH_OR) {
		const struct ast_list *list = &pattern->match_or.patterns;
		return is_irrefutable(list->items[list->count - 1]);
	}
	return pattern->kind == AST_MATCH_AS &&
		(!pattern->match_as.pattern ||
			is_irrefutable(pattern->match_as.pattern));
}

static void fail_unreachable(struct scope_table *t, const struct ast *pattern)
{
	while (pattern->kind == AST_MATCH_OR)
		pattern = pattern->match_or.patterns
				  .items[pattern->match_or.patterns.count - 1];
	if (pattern->match_as.name)
		scope_fail(t, pattern->place,
			"name capture '%s' makes remaining patterns unreachable",
			pattern->match_as.name);
	scope_fail(t, pattern->place, "wildcard makes remaining patterns unreachable");
}

static const char *bound_name(const struct ast *node)
{
	switch (node->kind) {
	case AST_MATCH_AS:
		return node->match_as.name;
	case AST_MATCH_STAR:
		return node->match_star.name;
	case AST_MATCH_MAPPING:
		return node->match_mapping.rest;
	default:
		return NULL;
	}
}

/* The names that a pattern binds; within one alternative none twice. */
struct captures {
	const char *names[64];
	size_t count;
};

static bool has(const struct captures *c, const char *name)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->names[i] == name)
			return true;
	return false;
}

static void capture(struct scope_table *t, const struct ast *node, struct captures *c);

static void alternatives(
	struct scope_table *t, const struct ast *node, struct captures *c)
{
	const struct ast_list *list = &node->match_or.patterns;
	struct captures first = *c;

	for (uint32_t i = 0; i < list->count; i++) {
		struct captures mine = *c;
		if (i + 1 < list->count && is_irrefutable(list->items[i]))
			fail_unreachable(t, list->items[i]);
		capture(t, list->items[i], &mine);
		bool same = i == 0 || mine.count == first.count;
		for (size_t k = 0; k < mine.count && same && i > 0; k++)
			same = has(&first, mine.names[k]);
		if (!same)
			scope_fail(t, list->items[i]->place,
				"alternative patterns bind different names");
		if (i == 0)
			first = mine;
	}
	*c = first;
}

static void check_sequence(struct scope_table *t, const struct ast *node)
{
	bool seen = false;

	for (uint32_t i = 0; i < node->match_sequence.patterns.count; i++) {
		if (node->match_sequence.patterns.items[i]->kind != AST_MATCH_STAR)
			continue;
		if (seen)
			scope_fail(t, node->place,
				"multiple starred names in sequence pattern");
		seen = true;
	}
}

static void capture_list(
	struct scope_table *t, const struct ast_list *list, struct captures *c)
{
	for (uint32_t i = 0; i < list->count; i++)
		capture(t, list->items[i], c);
}

static void capture(struct scope_table *t, const struct ast *node, struct captures *c)
{
	const char *name = bound_name(node);

	scope_enter(t);
	if (node->kind == AST_MATCH_OR)
		alternatives(t, node, c);
	else if (node->kind == AST_MATCH_AS && node->match_as.pattern)
		capture(t, node->match_as.pattern, c);
	else if (node->kind == AST_MATCH_SEQUENCE) {
		check_sequence(t, node);
		capture_list(t, &node->match_sequence.patterns, c);
	} else if (node->kind == AST_MATCH_MAPPING) {
		capture_list(t, &node->match_mapping.patterns, c);
	} else if (node->kind == AST_MATCH_CLASS) {
		capture_list(t, &node->match_class.patterns, c);
		capture_list(t, &node->match_class.kwd_patterns, c);
	}
	scope_leave(t);
	if (!name)
		return;
	if (has(c, name))
		scope_fail(t, node->place,
			"multiple assignments to name '%s' in pattern", name);
	if (c->count < sizeof c->names / sizeof *c->names)
		c->names[c->count++] = name;
}

void scope_check_match(struct scope_table *t, const struct ast *node)
{
	const struct ast_list *cases = &node->match.cases;

	for (uint32_t i = 0; i < cases->count; i++) {
		const struct ast *c = cases->items[i];
		struct captures captures = {{NULL}, 0};
		capture(t, c->match_case.pattern, &captures);
		if (i + 1 < cases->count && !c->match_case.guard &&
			is_irrefutable(c->match_case.pattern))
			fail_unreachable(t, c->match_case.pattern);
	}
}
