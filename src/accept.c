#include "accept.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

static const struct {
	bool now;
	const char *text, *instead;
} constructs[] = {
#define YES true
#define NO false
#define ACCEPT(name, now, text, instead) {now, text, instead},
#include "accept.def"
#undef ACCEPT
#undef YES
#undef NO
};

bool compile_accepts(enum construct construct)
{
	return constructs[construct].now;
}

const char *construct_name(enum construct construct)
{
	return constructs[construct].text;
}

const char *construct_instead(enum construct construct)
{
	return constructs[construct].instead;
}

/* The walk: nodes that are still to be looked at, and the best find. */
struct search {
	struct py_version v;
	const struct ast **stack;
	size_t count, capacity;
	const struct ast *found;
	enum construct construct;
};

static void push(struct search *s, const struct ast *node)
{
	if (!node)
		return;
	if (s->count == s->capacity) {
		s->capacity = s->capacity ? s->capacity * 2 : 64;
		s->stack = xreallocarray(s->stack, s->capacity, sizeof *s->stack);
	}
	s->stack[s->count++] = node;
}

static bool is_before(const struct ast *a, const struct ast *b)
{
	if (a->place.line != b->place.line)
		return a->place.line < b->place.line;
	return a->place.column < b->place.column;
}

static void meet(struct search *s, const struct ast *node, enum construct construct)
{
	if (!node || compile_accepts(construct))
		return;
	if (s->found && !is_before(node, s->found))
		return;
	s->found = node;
	s->construct = construct;
}

static void meet_first(
	struct search *s, const struct ast_list *list, enum construct construct)
{
	if (list->count)
		meet(s, list->items[0], construct);
}

static void meet_starred(
	struct search *s, const struct ast_list *list, enum construct construct)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (list->items[i]->kind == AST_STARRED)
			meet(s, list->items[i], construct);
}

/* ---- imports */

static void look_at_import(struct search *s, const struct ast *node)
{
	if (import_unaccepted(node))
		meet(s, node, CONSTRUCT_IMPORT);
}

static void look_at_import_from(struct search *s, const struct ast *node)
{
	look_at_import(s, node);
	for (uint32_t i = 0; i < node->import_from.names.count; i++)
		if (!strcmp(node->import_from.names.items[i]->alias.name, "*"))
			meet(s, node, CONSTRUCT_IMPORT_STAR);
}

/* ---- definitions */

static void look_at_arguments(struct search *s, const struct ast *node)
{
	meet_first(s, &node->arguments.posonlyargs, CONSTRUCT_POSITIONAL_ONLY);
	meet_first(s, &node->arguments.kwonlyargs, CONSTRUCT_KEYWORD_ONLY);
	meet(s, node->arguments.vararg, CONSTRUCT_STAR_PARAMETER);
	meet(s, node->arguments.kwarg, CONSTRUCT_DOUBLE_STAR_PARAMETER);
	for (uint32_t i = 0; i < node->arguments.args.count; i++)
		if (node->arguments.args.items[i]->kind == AST_TUPLE)
			meet(s, node->arguments.args.items[i],
				CONSTRUCT_TUPLE_PARAMETER);
}

static void look_at_class(struct search *s, const struct ast *node)
{
	meet_first(s, &node->class_def.decorator_list, CONSTRUCT_DECORATOR);
	meet_first(s, &node->class_def.keywords, CONSTRUCT_CLASS_KEYWORDS);
	meet_first(s, &node->class_def.type_params, CONSTRUCT_TYPE_PARAMETERS);
	if (node->class_def.bases.count > 1)
		meet(s, node, CONSTRUCT_MULTIPLE_INHERITANCE);
	meet_starred(s, &node->class_def.bases, CONSTRUCT_STAR_ARGUMENT);
}

static void look_at_function(struct search *s, const struct ast *node)
{
	meet_first(s, &node->function_def.decorator_list, CONSTRUCT_DECORATOR);
	meet_first(s, &node->function_def.type_params, CONSTRUCT_TYPE_PARAMETERS);
	meet(s, node->function_def.returns, CONSTRUCT_ARGUMENT_ANNOTATION);
}

/* ---- expressions */

static void look_at_call(struct search *s, const struct ast *node)
{
	meet_starred(s, &node->call.args, CONSTRUCT_STAR_ARGUMENT);
	for (uint32_t i = 0; i < node->call.keywords.count; i++)
		if (!node->call.keywords.items[i]->keyword.arg)
			meet(s, node->call.keywords.items[i],
				CONSTRUCT_DOUBLE_STAR_ARGUMENT);
}

static void look_at_dict(struct search *s, const struct ast *node)
{
	for (uint32_t i = 0; i < node->dict.keys.count; i++)
		if (!node->dict.keys.items[i])
			meet(s, node->dict.values.items[i],
				CONSTRUCT_DOUBLE_STAR_DISPLAY);
}

static void look_at_items(
	struct search *s, const struct ast_list *items, enum ast_context context)
{
	meet_starred(s, items,
		context == AST_LOAD ? CONSTRUCT_STAR_DISPLAY : CONSTRUCT_STAR_TARGET);
}

static void look_at_constant(struct search *s, const struct ast *node)
{
	switch (node->constant.value.kind) {
	case AST_VALUE_COMPLEX:
		meet(s, node, CONSTRUCT_COMPLEX);
		break;
	case AST_VALUE_ELLIPSIS:
		meet(s, node, CONSTRUCT_ELLIPSIS);
		break;
	case AST_VALUE_BYTES:
		if (s->v.major == 3)
			meet(s, node, CONSTRUCT_BYTES);
		break;
	default:
		break;
	}
}

/* Kinds that as such are a construct. */
static enum construct construct_of(enum ast_kind kind)
{
	switch (kind) {
	case AST_ANN_ASSIGN:
		return CONSTRUCT_ANNOTATED_ASSIGNMENT;
	case AST_ASSERT:
		return CONSTRUCT_ASSERT;
	case AST_ASYNC_FOR:
	case AST_ASYNC_FUNCTION_DEF:
	case AST_ASYNC_WITH:
	case AST_AWAIT:
		return CONSTRUCT_ASYNC;
	case AST_REPR:
		return CONSTRUCT_BACKQUOTES;
	case AST_LIST_COMP:
	case AST_SET_COMP:
	case AST_DICT_COMP:
		return CONSTRUCT_COMPREHENSION;
	case AST_IF_EXP:
		return CONSTRUCT_CONDITIONAL;
	case AST_EXEC:
		return CONSTRUCT_EXEC;
	case AST_JOINED_STR:
		return CONSTRUCT_FSTRING;
	case AST_YIELD:
	case AST_YIELD_FROM:
		return CONSTRUCT_GENERATOR;
	case AST_GENERATOR_EXP:
		return CONSTRUCT_GENERATOR_EXPRESSION;
	case AST_LAMBDA:
		return CONSTRUCT_LAMBDA;
	case AST_MATCH:
		return CONSTRUCT_MATCH;
	case AST_RAISE:
		return CONSTRUCT_RAISE;
	case AST_TEMPLATE_STR:
		return CONSTRUCT_TEMPLATE_STRING;
	case AST_TRY:
		return CONSTRUCT_TRY;
	case AST_TRY_STAR:
		return CONSTRUCT_TRY_STAR;
	case AST_TYPE_ALIAS:
		return CONSTRUCT_TYPE_ALIAS;
	case AST_NAMED_EXPR:
		return CONSTRUCT_WALRUS;
	case AST_WITH:
		return CONSTRUCT_WITH;
	default:
		return CONSTRUCT_COUNT;
	}
}

static void look_at(struct search *s, const struct ast *node)
{
	enum construct construct = construct_of(node->kind);

	if (construct != CONSTRUCT_COUNT)
		meet(s, node, construct);
	switch (node->kind) {
	case AST_FUNCTION_DEF:
		look_at_function(s, node);
		break;
	case AST_CLASS_DEF:
		look_at_class(s, node);
		break;
	case AST_PRINT:
		meet(s, node->print.dest, CONSTRUCT_PRINT_TO);
		break;
	case AST_IMPORT:
		look_at_import(s, node);
		break;
	case AST_IMPORT_FROM:
		look_at_import_from(s, node);
		break;
	case AST_BIN_OP:
		if (node->bin_op.op == AST_MATMULT)
			meet(s, node, CONSTRUCT_MATRIX_MULTIPLY);
		break;
	case AST_AUG_ASSIGN:
		if (node->aug_assign.op == AST_MATMULT)
			meet(s, node, CONSTRUCT_MATRIX_MULTIPLY);
		break;
	case AST_CALL:
		look_at_call(s, node);
		break;
	case AST_DICT:
		look_at_dict(s, node);
		break;
	case AST_SET:
		meet_starred(s, &node->set.elts, CONSTRUCT_STAR_DISPLAY);
		break;
	case AST_LIST:
		look_at_items(s, &node->list.elts, node->list.ctx);
		break;
	case AST_TUPLE:
		look_at_items(s, &node->tuple.elts, node->tuple.ctx);
		break;
	case AST_CONSTANT:
		look_at_constant(s, node);
		break;
	case AST_ARGUMENTS:
		look_at_arguments(s, node);
		break;
	case AST_ARG:
		meet(s, node->arg.annotation, CONSTRUCT_ARGUMENT_ANNOTATION);
		break;
	default:
		break;
	}
}

static void push_children(struct search *s, const struct ast *node)
{
	for (const struct ast_field *f = ast_fields(node->kind); f->type; f++) {
		const char *at = (const char *)node + f->offset;
		if (f->type == AST_FIELD_CHILD)
			push(s, *(struct ast *const *)(const void *)at);
		if (f->type != AST_FIELD_LIST)
			continue;
		const struct ast_list *list = (const struct ast_list *)(const void *)at;
		for (uint32_t i = 0; i < list->count; i++)
			push(s, list->items[i]);
	}
}

const struct ast *find_unaccepted(
	const struct ast *root, struct py_version v, enum construct *construct)
{
	struct search s = {.v = v};

	push(&s, root);
	while (s.count) {
		const struct ast *node = s.stack[--s.count];
		look_at(&s, node);
		push_children(&s, node);
	}
	free(s.stack);
	*construct = s.construct;
	return s.found;
}
