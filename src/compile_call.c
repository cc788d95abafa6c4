#include <string.h>

#include "compile_core.h"

/* CPython's STACK_USE_GUIDELINE: longer argument lists are built in pieces. */
enum {
	STACK_GUIDELINE = 30
};

static bool has_star(const struct ast_list *args)
{
	for (uint32_t i = 0; i < args->count; i++)
		if (args->items[i]->kind == AST_STARRED)
			return true;
	return false;
}

static bool has_double_star(const struct ast_list *keywords)
{
	for (uint32_t i = 0; i < keywords->count; i++)
		if (!keywords->items[i]->keyword.arg)
			return true;
	return false;
}

/* ---- 2.7: positional, keywords, *, ** */

static uint32_t pairs_27(struct compiler *c, const struct ast_list *keywords)
{
	uint32_t pairs = 0;

	for (uint32_t i = 0; i < keywords->count; i++) {
		const struct ast *keyword = keywords->items[i];
		if (!keyword->keyword.arg)
			continue;
		emit_text(c, intern(c, keyword->keyword.arg));
		compile_expression(c, keyword->keyword.value);
		pairs++;
	}
	return pairs;
}

static uint32_t positional_27(struct compiler *c, const struct ast_list *args)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < args->count; i++) {
		if (args->items[i]->kind == AST_STARRED)
			continue;
		compile_expression(c, args->items[i]);
		count++;
	}
	return count;
}

static int stars_27(struct compiler *c, const struct ast_list *args,
	const struct ast_list *keywords)
{
	int flag = 0;

	for (uint32_t i = 0; i < args->count; i++)
		if (args->items[i]->kind == AST_STARRED) {
			compile_expression(c, args->items[i]->starred.value);
			flag |= 1;
		}
	for (uint32_t i = 0; i < keywords->count; i++)
		if (!keywords->items[i]->keyword.arg) {
			compile_expression(c, keywords->items[i]->keyword.value);
			flag |= 2;
		}
	return flag;
}

static void call_27(struct compiler *c, const struct ast_list *args,
	const struct ast_list *keywords)
{
	int32_t count = (int32_t)positional_27(c, args);
	int32_t pairs = (int32_t)pairs_27(c, keywords);
	int flag = stars_27(c, args, keywords);

	if (flag)
		emit_full(c, OP_CALL_EX, flag | 4, count, pairs);
	else if (pairs)
		emit_full(c, OP_CALL_KW, 2, count, pairs);
	else
		emit(c, OP_CALL, count);
}

/* ---- 3.x */

static uint32_t names_constant(
	struct compiler *c, const struct ast_list *keywords, struct constant *names)
{
	struct constant *items = unit_alloc(c->memory, keywords->count, sizeof *items);

	for (uint32_t i = 0; i < keywords->count; i++)
		items[i] = constant_text(c, mangle(c, keywords->items[i]->keyword.arg));
	*names = (struct constant){
		.kind = CONSTANT_TUPLE, .items = items, .length = keywords->count};
	return keywords->count;
}

static void keyword_values(struct compiler *c, const struct ast_list *keywords)
{
	for (uint32_t i = 0; i < keywords->count; i++)
		compile_expression(c, keywords->items[i]->keyword.value);
}

static void emit_call(
	struct compiler *c, int flag, int32_t count, const struct ast_list *keywords)
{
	struct constant names;

	if (!keywords->count) {
		emit_full(c, OP_CALL, flag, count, 0);
		return;
	}
	int32_t values = count + (int32_t)names_constant(c, keywords, &names);
	emit_full(c, OP_CALL_KW, flag, values, (int32_t)add_constant(c, &names));
}

/* Keywords without **, as a dict (compiler_subkwargs). */
static void keyword_dict(struct compiler *c, const struct ast_list *keywords)
{
	bool big = py_at_least(c->v, 3, 10) && 2 * keywords->count > STACK_GUIDELINE;
	struct constant names;

	if (keywords->count > 1 && !big && !py_at_least(c->v, 3, 14)) {
		keyword_values(c, keywords);
		names_constant(c, keywords, &names);
		emit_const(c, &names);
		emit(c, OP_BUILD_CONST_DICT, (int32_t)keywords->count);
		return;
	}
	if (big)
		emit(c, OP_BUILD_DICT, 0);
	for (uint32_t i = 0; i < keywords->count; i++) {
		emit_text(c, mangle(c, keywords->items[i]->keyword.arg));
		compile_expression(c, keywords->items[i]->keyword.value);
		if (big)
			emit(c, OP_MAP_ADD, 1);
	}
	if (!big)
		emit(c, OP_BUILD_DICT, (int32_t)keywords->count);
}

static void keyword_run(struct compiler *c, const struct ast_list *keywords, bool *have)
{
	if (!keywords->count)
		return;
	keyword_dict(c, keywords);
	if (*have)
		emit(c, OP_DICT_MERGE, 1);
	*have = true;
}

static void all_keywords(struct compiler *c, const struct ast_list *keywords)
{
	bool have = false;
	uint32_t from = 0;

	for (uint32_t i = 0; i <= keywords->count; i++) {
		if (i < keywords->count && keywords->items[i]->keyword.arg)
			continue;
		struct ast_list run = {keywords->items + from, i - from};
		keyword_run(c, &run, &have);
		from = i + 1;
		if (i == keywords->count)
			break;
		if (!have)
			emit(c, OP_BUILD_DICT, 0);
		have = true;
		compile_expression(c, keywords->items[i]->keyword.value);
		emit(c, OP_DICT_MERGE, 1);
	}
}

static void argument_tuple(struct compiler *c, int before, const struct ast_list *args)
{
	bool big = py_at_least(c->v, 3, 10) &&
		args->count + (uint32_t)before > STACK_GUIDELINE;
	struct constant k;

	if (!before && fold_list(c, args, &k)) {
		emit_folded_list(c, args, &k);
	} else if (has_star(args)) {
		compile_star_display(c, args, before, AST_TUPLE, true);
	} else if (big) {
		emit(c, OP_BUILD_LIST, before);
		for (uint32_t i = 0; i < args->count; i++) {
			compile_expression(c, args->items[i]);
			emit(c, OP_LIST_APPEND, 1);
		}
		emit(c, OP_LIST_TO_TUPLE, 0);
	} else {
		compile_expressions(c, args);
		emit(c, OP_BUILD_TUPLE, (int32_t)args->count + before);
	}
}

/* compile.c, compiler_call_helper: the callable and BEFORE arguments are on the
 * stack. */
void compile_call_part(struct compiler *c, int before, const struct ast_list *args,
	const struct ast_list *keywords)
{
	bool big = py_at_least(c->v, 3, 10) &&
		args->count + 2 * keywords->count > STACK_GUIDELINE;

	if (!has_star(args) && !has_double_star(keywords) && !big) {
		compile_expressions(c, args);
		keyword_values(c, keywords);
		emit_call(c, 0, (int32_t)args->count + before, keywords);
		return;
	}
	if (!before && args->count == 1 && has_star(args))
		compile_expression(c, args->items[0]->starred.value);
	else
		argument_tuple(c, before, args);
	if (keywords->count)
		all_keywords(c, keywords);
	emit(c, OP_CALL_EX, keywords->count > 0);
}

/* ---- o.m(...), 3.7+ */

/* compile.c, maybe_optimize_method_call. */
static bool is_method_call(struct compiler *c, const struct ast *node)
{
	const struct ast_list *args = &node->call.args,
			      *keywords = &node->call.keywords;

	if (!py_at_least(c->v, 3, 7) || node->call.func->kind != AST_ATTRIBUTE ||
		has_star(args))
		return false;
	if (!py_at_least(c->v, 3, 11))
		return keywords->count == 0;
	const struct ast *object = node->call.func->attribute.value;
	if (object->kind == AST_NAME &&
		name_table_find(&c->imported, intern(c, object->name.id)) >= 0)
		return false;
	return args->count + keywords->count + (keywords->count != 0) <
		STACK_GUIDELINE &&
		!has_double_star(keywords);
}

/* The line of an attribute that stands on a later line than its object. */
static void place_at_attribute(struct compiler *c, const struct ast *node)
{
	struct ast_place *place = &c->b->place;

	if (!py_at_least(c->v, 3, 10) || node->place.line == node->place.end_line)
		return;
	uint32_t length = (uint32_t)strlen(node->attribute.attr);
	place->line = node->place.end_line;
	if (length <= node->place.end_column)
		place->column = node->place.end_column - length;
	else
		place->column = place->end_column = 0;
	if (place->end_line < place->line)
		place->end_line = place->line;
}

/* Up to 3.7 lines only go forward: see compile_expression(). */
static void leave(struct compiler *c, struct ast_place before)
{
	if (py_at_least(c->v, 3, 8))
		c->b->place = before;
}

void compile_attribute(struct compiler *c, const struct ast *node)
{
	if (compile_super_attribute(c, node, false))
		return;
	struct ast_place before = c->b->place;
	compile_expression(c, node->attribute.value);
	place_at_attribute(c, node);
	emit_name(c, OP_LOAD_ATTR, mangle(c, node->attribute.attr));
	leave(c, before);
}

static void method_call(struct compiler *c, const struct ast *node)
{
	const struct ast *method = node->call.func;
	struct ast_place before = c->b->place;

	if (!compile_super_attribute(c, method, true)) {
		compile_expression(c, method->attribute.value);
		if (py_at_least(c->v, 3, 8))
			c->b->place = method->place;
		place_at_attribute(c, method);
		emit_name(c, OP_LOAD_METHOD, mangle(c, method->attribute.attr));
	}
	compile_expressions(c, &node->call.args);
	keyword_values(c, &node->call.keywords);
	leave(c, before);
	place_at_attribute(c, method);
	emit_call(c, 1, (int32_t)node->call.args.count, &node->call.keywords);
	leave(c, before);
}

void compile_call(struct compiler *c, const struct ast *node)
{
	if (is_method_call(c, node)) {
		method_call(c, node);
		return;
	}
	compile_expression(c, node->call.func);
	if (c->v.major == 2)
		call_27(c, &node->call.args, &node->call.keywords);
	else
		compile_call_part(c, 0, &node->call.args, &node->call.keywords);
}

/* ---- super().name, 3.12+ */

static bool is_name(const struct ast *node, const char *id)
{
	return node->kind == AST_NAME && !strcmp(node->name.id, id);
}

/* compile.c, can_optimize_super_call. */
static bool is_super_call(struct compiler *c, const struct ast *node)
{
	const struct ast *call = node->attribute.value;

	if (!py_at_least(c->v, 3, 12) || call->kind != AST_CALL ||
		!is_name(call->call.func, "super") || call->call.keywords.count ||
		name_kind(c, "super") != SCOPE_GLOBAL_IMPLICIT ||
		has_star(&call->call.args))
		return false;
	if (module_binds(c, "super"))
		return false;
	if (call->call.args.count == 2)
		return true;
	if (call->call.args.count || c->b->kind != BUILDER_FUNCTION)
		return false;
	return c->b->code->argument_count > 0 &&
		name_kind(c, "__class__") == SCOPE_FREE;
}

/* False: NODE is not of this kind, nothing was done. */
bool compile_super_attribute(struct compiler *c, const struct ast *node, bool method)
{
	const struct ast *call = node->attribute.value;

	if (!is_super_call(c, node))
		return false;
	compile_expression(c, call->call.func);
	if (call->call.args.count) {
		compile_expressions(c, &call->call.args);
	} else {
		compile_name(c, "__class__", AST_LOAD);
		compile_name(c, ((const char **)c->b->locals.names.items)[0], AST_LOAD);
	}
	emit_full(c, OP_LOAD_SUPER, method,
		(int32_t)add_name(c, mangle(c, node->attribute.attr)),
		!call->call.args.count);
	return true;
}
