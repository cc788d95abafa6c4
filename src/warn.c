#include "warn.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* The walk: nodes that are still to be looked at, the next one last. */
struct walk {
	const struct source *source;
	struct strbuf *out;
	const struct ast **stack;
	size_t count, capacity;
};

static void warn(struct walk *k, const struct ast *node, const char *text)
{
	warn_put(k->source, node->place.line, text, k->out);
}

static bool since(const struct walk *k, int minor)
{
	return py_at_least(source_version(k->source), 3, minor);
}

/* The types of what is written out. */

static const char *constant_type(const struct ast *node)
{
	static const char *const names[] = {[AST_VALUE_NONE] = "NoneType",
		[AST_VALUE_TRUE] = "bool",
		[AST_VALUE_FALSE] = "bool",
		[AST_VALUE_ELLIPSIS] = "ellipsis",
		[AST_VALUE_INT] = "int",
		[AST_VALUE_FLOAT] = "float",
		[AST_VALUE_COMPLEX] = "complex",
		[AST_VALUE_STR] = "str",
		[AST_VALUE_BYTES] = "bytes"};

	return names[node->constant.value.kind];
}

/* Whether NODE is a number, or what is computed of numbers at compile time. */
static const char *number_type(const struct ast *node)
{
	const char *a, *b;

	switch (node->kind) {
	case AST_CONSTANT:
		if (node->constant.value.kind < AST_VALUE_INT ||
			node->constant.value.kind > AST_VALUE_COMPLEX)
			return NULL;
		return constant_type(node);
	case AST_UNARY_OP:
		return node->unary_op.op == AST_NOT
			? NULL
			: number_type(node->unary_op.operand);
	case AST_BIN_OP:
		a = number_type(node->bin_op.left);
		b = number_type(node->bin_op.right);
		return a && b ? (a[0] == 'i' ? b : a) : NULL;
	default:
		return NULL;
	}
}

static bool is_folded_tuple(const struct ast *node);

/* What the compiler has made a constant: its type; NULL: it is none. */
static const char *folded_type(const struct ast *node)
{
	const char *number = number_type(node);

	if (number)
		return number;
	if (node->kind == AST_CONSTANT)
		return constant_type(node);
	return is_folded_tuple(node) ? "tuple" : NULL;
}

static bool is_folded_tuple(const struct ast *node)
{
	if (node->kind != AST_TUPLE)
		return false;
	for (uint32_t i = 0; i < node->tuple.elts.count; i++) {
		if (!folded_type(node->tuple.elts.items[i]))
			return false;
	}
	return true;
}

static const char *type_of(const struct ast *node)
{
	switch (node->kind) {
	case AST_TUPLE:
		return "tuple";
	case AST_LIST:
	case AST_LIST_COMP:
		return "list";
	case AST_DICT:
	case AST_DICT_COMP:
		return "dict";
	case AST_SET:
	case AST_SET_COMP:
		return "set";
	case AST_GENERATOR_EXP:
		return "generator";
	case AST_LAMBDA:
		return "function";
	case AST_JOINED_STR:
		return "str";
	default:
		return folded_type(node);
	}
}

static bool is_singleton(const struct ast *node)
{
	return node->kind == AST_CONSTANT && node->constant.value.kind < AST_VALUE_INT;
}

/* The checks. */

static const char *literal(const struct ast *node)
{
	return is_singleton(node) ? NULL : folded_type(node);
}

static void look_at_compare(struct walk *k, const struct ast *node)
{
	const struct ast *left = node->compare.left;
	struct strbuf text = STRBUF_INIT;

	for (uint32_t i = 0; i < node->compare.comparators.count; i++) {
		const struct ast *right = node->compare.comparators.items[i];
		enum ast_operator op = node->compare.ops.items[i];
		const char *type = literal(left) ? literal(left) : literal(right);

		left = right;
		if ((op != AST_IS && op != AST_ISNOT) || !type)
			continue;
		strbuf_printf(&text, "\"is%s\" with ", op == AST_IS ? "" : " not");
		if (since(k, 12))
			strbuf_printf(&text, "'%s' literal", type);
		else
			strbuf_puts(&text, "a literal");
		strbuf_printf(
			&text, ". Did you mean \"%s=\"?", op == AST_IS ? "=" : "!");
		warn(k, node, text.text);
		break;
	}
	strbuf_free(&text);
}

static void complain(struct walk *k, const struct ast *node, const struct ast *about,
	const char *cannot)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, "'%s' object is not %s; perhaps you missed a comma?",
		type_of(about), cannot);
	warn(k, node, text.text);
	strbuf_free(&text);
}

static void look_at_call(struct walk *k, const struct ast *node)
{
	const struct ast *function = node->call.func;

	if (function->kind != AST_LAMBDA && type_of(function))
		complain(k, node, function, "callable");
}

/* Whether NODE[...] cannot be. */
static bool has_no_items(const struct ast *node)
{
	if (node->kind == AST_CONSTANT)
		return node->constant.value.kind < AST_VALUE_STR;
	return number_type(node) || node->kind == AST_SET ||
		node->kind == AST_SET_COMP || node->kind == AST_GENERATOR_EXP ||
		node->kind == AST_LAMBDA;
}

/* The type of an index that is not an int, nor something computed. */
static const char *bad_index(const struct ast *node)
{
	const char *type = type_of(node);

	if (!type || node->kind == AST_DICT || node->kind == AST_DICT_COMP ||
		node->kind == AST_SET || node->kind == AST_SET_COMP ||
		node->kind == AST_GENERATOR_EXP || node->kind == AST_LAMBDA)
		return NULL;
	return !strcmp(type, "int") || !strcmp(type, "bool") ? NULL : type;
}

static bool takes_ints(const struct ast *node)
{
	const char *type = type_of(node);

	return type &&
		(!strcmp(type, "str") || !strcmp(type, "bytes") ||
			!strcmp(type, "tuple") || !strcmp(type, "list"));
}

static void look_at_subscript(struct walk *k, const struct ast *node)
{
	const struct ast *value = node->subscript.value;
	struct strbuf text = STRBUF_INIT;
	const char *index = bad_index(node->subscript.slice);

	if (node->subscript.ctx != AST_LOAD)
		return;
	if (has_no_items(value)) {
		complain(k, node, value, "subscriptable");
	} else if (index && takes_ints(value)) {
		strbuf_printf(&text,
			"%s indices must be integers or slices, not %s; perhaps you missed a comma?",
			type_of(value), index);
		warn(k, node, text.text);
	}
	strbuf_free(&text);
}

/* From 3.7 to 3.9 a tuple of constants is no tuple any more when it is looked at. */
static void look_at_assert(struct walk *k, const struct ast *node)
{
	const struct ast *test = node->assert_.test;

	if (test->kind != AST_TUPLE || !test->tuple.elts.count)
		return;
	if (since(k, 7) && !since(k, 10) && is_folded_tuple(test))
		return;
	warn(k, node, "assertion is always true, perhaps remove parentheses?");
}

static void look_at(struct walk *k, const struct ast *node)
{
	if (node->kind == AST_ASSERT)
		look_at_assert(k, node);
	if (!since(k, 8))
		return;
	if (node->kind == AST_COMPARE)
		look_at_compare(k, node);
	else if (node->kind == AST_CALL)
		look_at_call(k, node);
	else if (node->kind == AST_SUBSCRIPT)
		look_at_subscript(k, node);
}

static void push(struct walk *k, const struct ast *node)
{
	if (!node)
		return;
	if (k->count == k->capacity) {
		k->capacity = k->capacity ? k->capacity * 2 : 64;
		k->stack = xreallocarray(k->stack, k->capacity, sizeof(*k->stack));
	}
	k->stack[k->count++] = node;
}

/* The first child comes to the end. */
static void push_children(struct walk *k, const struct ast *node)
{
	size_t first = k->count;

	for (const struct ast_field *f = ast_fields(node->kind); f->type; f++) {
		const char *at = (const char *)node + f->offset;

		if (f->type == AST_FIELD_CHILD)
			push(k, *(struct ast *const *)(const void *)at);
		if (f->type != AST_FIELD_LIST)
			continue;
		const struct ast_list *list = (const struct ast_list *)(const void *)at;
		for (uint32_t i = 0; i < list->count; i++)
			push(k, list->items[i]);
	}
	for (size_t a = first, b = k->count; a + 1 < b; a++, b--) {
		const struct ast *swap = k->stack[a];

		k->stack[a] = k->stack[b - 1];
		k->stack[b - 1] = swap;
	}
}

void warn_tree(const struct source *s, const struct ast *root, struct strbuf *out)
{
	struct walk k = {.source = s, .out = out};

	push(&k, root);
	while (k.count) {
		const struct ast *node = k.stack[--k.count];

		look_at(&k, node);
		push_children(&k, node);
	}
	free(k.stack);
}
