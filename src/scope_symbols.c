#include "scope_core.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

static size_t hash_pointer(const void *p)
{
	uint64_t x = (uint64_t)(uintptr_t)p;

	return (size_t)((x >> 4) * 0x9e3779b97f4a7c15ULL >> 20);
}

/* ---- blocks */

static void place_block(struct block **slots, size_t capacity, struct block *b)
{
	size_t i = hash_pointer(b->scope.node) & (capacity - 1);

	while (slots[i])
		i = (i + 1) & (capacity - 1);
	slots[i] = b;
}

static void grow_by_node(struct scope_table *t)
{
	size_t capacity = t->by_node_capacity ? t->by_node_capacity * 2 : 64;

	free(t->by_node);
	t->by_node = xcalloc(capacity, sizeof *t->by_node);
	t->by_node_capacity = capacity;
	for (size_t i = 0; i < t->block_count; i++)
		place_block(t->by_node, capacity, t->blocks[i]);
}

static void add_child(struct block *parent, struct block *child)
{
	if (parent->child_count == parent->child_capacity) {
		parent->child_capacity = parent->child_capacity * 2 + 4;
		parent->children = xreallocarray(parent->children,
			parent->child_capacity, sizeof *parent->children);
	}
	parent->children[parent->child_count++] = child;
}

struct block *scope_block_new(struct scope_table *t, enum scope_kind kind,
	const struct ast *node, struct block *parent)
{
	struct block *b = xcalloc(1, sizeof *b);

	b->scope.kind = kind;
	b->scope.node = node;
	b->scope.parent = parent ? &parent->scope : NULL;
	b->scope.class_name = parent ? parent->scope.class_name : NULL;
	b->parent = parent;
	b->scope.is_nested = parent &&
		(parent->scope.is_nested || parent->scope.kind == SCOPE_FUNCTION);
	if (t->block_count == t->block_capacity) {
		t->block_capacity = t->block_capacity * 2 + 16;
		t->blocks =
			xreallocarray(t->blocks, t->block_capacity, sizeof *t->blocks);
	}
	t->blocks[t->block_count++] = b;
	if (t->block_count * 2 > t->by_node_capacity)
		grow_by_node(t);
	else
		place_block(t->by_node, t->by_node_capacity, b);
	if (parent)
		add_child(parent, b);
	return b;
}

void scope_block_free(struct block *b)
{
	free(b->children);
	free(b->symbols);
	free(b->index);
	free(b->varnames.names);
	free(b);
}

struct block *scope_block_of(const struct scope_table *t, const struct ast *node)
{
	size_t i = hash_pointer(node) & (t->by_node_capacity - 1);

	while (t->by_node[i] && t->by_node[i]->scope.node != node)
		i = (i + 1) & (t->by_node_capacity - 1);
	return t->by_node[i];
}

/* ---- symbols */

static size_t slot_of(const struct block *b, const char *name)
{
	size_t i = hash_pointer(name) & (b->index_capacity - 1);

	while (b->index[i] && b->symbols[b->index[i] - 1].name != name)
		i = (i + 1) & (b->index_capacity - 1);
	return i;
}

struct symbol *scope_find(const struct block *b, const char *mangled)
{
	if (b->symbol_count == 0)
		return NULL;
	size_t slot = slot_of(b, mangled);
	return b->index[slot] ? &b->symbols[b->index[slot] - 1] : NULL;
}

static void grow_index(struct block *b)
{
	b->index_capacity = b->index_capacity ? b->index_capacity * 2 : 8;
	free(b->index);
	b->index = xcalloc(b->index_capacity, sizeof *b->index);
	for (size_t i = 0; i < b->symbol_count; i++)
		b->index[slot_of(b, b->symbols[i].name)] = (uint32_t)i + 1;
}

struct symbol *scope_add(struct block *b, const char *mangled)
{
	struct symbol *s = scope_find(b, mangled);

	if (s)
		return s;
	if (b->symbol_count == b->symbol_capacity) {
		b->symbol_capacity = b->symbol_capacity * 2 + 4;
		b->symbols = xreallocarray(
			b->symbols, b->symbol_capacity, sizeof *b->symbols);
	}
	b->symbols[b->symbol_count++] =
		(struct symbol){mangled, 0, SCOPE_GLOBAL_IMPLICIT};
	if (b->symbol_count * 2 > b->index_capacity)
		grow_index(b);
	else
		b->index[slot_of(b, mangled)] = (uint32_t)b->symbol_count;
	return &b->symbols[b->symbol_count - 1];
}

/* ---- names */

/* As _Py_Mangle() in Python/compile.c. */
const char *scope_mangle_in(
	const struct scope_table *t, const char *class_name, const char *name)
{
	size_t length = strlen(name);
	struct strbuf text = STRBUF_INIT;

	if (!class_name || name[0] != '_' || name[1] != '_')
		return name;
	if ((name[length - 1] == '_' && name[length - 2] == '_') || strchr(name, '.'))
		return name;
	class_name += strspn(class_name, "_");
	if (!*class_name)
		return name;
	strbuf_printf(&text, "_%s%s", class_name, name);
	const char *mangled = ast_intern(t->tree, text.text, text.length);
	strbuf_free(&text);
	return mangled;
}

void scope_name_push(struct name_list *list, const char *name)
{
	if (list->count == list->capacity) {
		list->capacity = list->capacity * 2 + 8;
		list->names =
			xreallocarray(list->names, list->capacity, sizeof *list->names);
	}
	list->names[list->count++] = name;
}

bool scope_name_has(const struct name_list *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->names[i] == name)
			return true;
	return false;
}

/* ---- walking */

void scope_one(struct scope_table *t, struct block *b, const struct ast *node,
	scope_visitor *visit)
{
	if (node)
		visit(t, b, node);
}

void scope_each(struct scope_table *t, struct block *b, const struct ast_list *list,
	scope_visitor *visit)
{
	for (uint32_t i = 0; i < list->count; i++)
		scope_one(t, b, list->items[i], visit);
}

void scope_children(struct scope_table *t, struct block *b, const struct ast *node,
	scope_visitor *visit)
{
	const struct ast_field *f = ast_fields(node->kind);

	for (; f->type != AST_FIELD_NONE; f++) {
		const char *at = (const char *)node + f->offset;
		if (f->type == AST_FIELD_CHILD)
			scope_one(t, b, *(struct ast *const *)(const void *)at, visit);
		else if (f->type == AST_FIELD_LIST)
			scope_each(
				t, b, (const struct ast_list *)(const void *)at, visit);
	}
}

bool scope_is_comprehension(const struct scope_table *t, const struct ast *node)
{
	switch (node->kind) {
	case AST_LIST_COMP:
		return !scope_is_2(t);
	case AST_SET_COMP:
	case AST_DICT_COMP:
	case AST_GENERATOR_EXP:
		return true;
	default:
		return false;
	}
}

const struct ast_list *scope_generators(const struct ast *node)
{
	return node->kind == AST_DICT_COMP ? &node->dict_comp.generators
					   : &node->list_comp.generators;
}

int scope_constant_truth(const struct scope_table *t, const struct ast *test)
{
	if (test->kind == AST_NAME && strcmp(test->name.id, "__debug__") == 0)
		return 1;
	if (test->kind == AST_UNARY_OP && test->unary_op.op == AST_NOT &&
		scope_at_least(t, 3, 8)) {
		int truth = scope_constant_truth(t, test->unary_op.operand);
		return truth < 0 ? -1 : !truth;
	}
	if (test->kind != AST_CONSTANT)
		return -1;
	const struct ast_value *v = &test->constant.value;
	switch (v->kind) {
	case AST_VALUE_NONE:
	case AST_VALUE_FALSE:
		return 0;
	case AST_VALUE_TRUE:
	case AST_VALUE_ELLIPSIS:
		return 1;
	case AST_VALUE_INT:
		return !v->fits || v->integer != 0;
	case AST_VALUE_FLOAT:
	case AST_VALUE_COMPLEX:
		return v->real != 0;
	default:
		return v->length != 0;
	}
}
