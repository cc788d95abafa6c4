#include "ast.h"

#include <assert.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum {
	BLOCK_SIZE = 64 * 1024
};

struct block {
	struct block *next;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

struct interned {
	const char *name;
	size_t length;
	uint32_t hash;
};

struct ast_tree {
	struct block *blocks;
	struct ast *root;
	struct interned *names; /* open addressing; capacity a power of two */
	size_t name_count, name_capacity;
};

struct kind_info {
	const char *name;
	size_t size; /* of a node of this kind */
	struct ast_field fields[8];
};

#define FIELD(type, member, field) \
	{AST_FIELD_##type, #field, offsetof(struct ast, member.field)},

static const struct kind_info kinds[] = {
#define AST_LEAF(kind, name) [AST_##kind] = {name, sizeof(struct ast), {{0}}},
#define AST_BEGIN(kind, name, member) \
	[AST_##kind] = {name, \
		offsetof(struct ast, member) + sizeof(((struct ast *)0)->member), {
#define AST_CHILD(member, field) FIELD(CHILD, member, field)
#define AST_LIST(member, field) FIELD(LIST, member, field)
#define AST_NAME(member, field) FIELD(NAME, member, field)
#define AST_INT(member, field) FIELD(INT, member, field)
#define AST_CTX(member, field) FIELD(CTX, member, field)
#define AST_OP(member, field) FIELD(OP, member, field)
#define AST_OPS(member, field) FIELD(OPS, member, field)
#define AST_VALUE(member, field) FIELD(VALUE, member, field)
#define AST_END(member) \
	{ \
		AST_FIELD_NONE, NULL, 0 \
	} \
	} \
	} \
	,
#include "ast.def"
#include "ast_undef.h"
};

struct ast_tree *ast_tree_new(void)
{
	return xcalloc(1, sizeof(struct ast_tree));
}

void ast_tree_free(struct ast_tree *tree)
{
	if (!tree)
		return;
	while (tree->blocks) {
		struct block *next = tree->blocks->next;
		free(tree->blocks);
		tree->blocks = next;
	}
	free(tree->names);
	free(tree);
}

struct ast *ast_tree_root(const struct ast_tree *tree)
{
	return tree->root;
}

void ast_tree_set_root(struct ast_tree *tree, struct ast *root)
{
	tree->root = root;
}

void *ast_alloc(struct ast_tree *tree, size_t size)
{
	struct block *b = tree->blocks;

	size = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (!b || b->size - b->used < size) {
		size_t block_size = size > BLOCK_SIZE ? size : BLOCK_SIZE;
		b = xcalloc(1, sizeof *b + block_size);
		b->size = block_size;
		b->next = tree->blocks;
		tree->blocks = b;
	}
	void *memory = b->bytes + b->used;
	b->used += size;
	return memory;
}

/* FNV-1a. */
static uint32_t hash_name(const char *name, size_t length)
{
	uint32_t hash = 2166136261U;

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)name[i]) * 16777619U;
	return hash;
}

static struct interned *find_name(struct interned *names, size_t capacity,
	const char *name, size_t length, uint32_t hash)
{
	size_t i = hash & (capacity - 1);

	while (names[i].name &&
		(names[i].hash != hash || names[i].length != length ||
			memcmp(names[i].name, name, length) != 0))
		i = (i + 1) & (capacity - 1);
	return &names[i];
}

static void grow_names(struct ast_tree *tree)
{
	size_t capacity = tree->name_capacity ? tree->name_capacity * 2 : 128;
	struct interned *names = xcalloc(capacity, sizeof *names);

	for (size_t i = 0; i < tree->name_capacity; i++) {
		const struct interned *old = &tree->names[i];
		if (old->name)
			*find_name(names, capacity, old->name, old->length, old->hash) =
				*old;
	}
	free(tree->names);
	tree->names = names;
	tree->name_capacity = capacity;
}

const char *ast_intern(struct ast_tree *tree, const char *name, size_t length)
{
	uint32_t hash = hash_name(name, length);

	if (tree->name_count * 2 >= tree->name_capacity)
		grow_names(tree);
	struct interned *at =
		find_name(tree->names, tree->name_capacity, name, length, hash);
	if (!at->name) {
		char *copy = ast_alloc(tree, length + 1);
		memcpy(copy, name, length);
		*at = (struct interned){copy, length, hash};
		tree->name_count++;
	}
	return at->name;
}

struct ast *ast_node(struct ast_tree *tree, enum ast_kind kind, struct ast_place place)
{
	struct ast *node = ast_alloc(tree, kinds[kind].size);

	node->kind = kind;
	node->place = place;
	return node;
}

struct ast_list ast_list_copy(
	struct ast_tree *tree, struct ast *const *items, size_t count)
{
	struct ast_list list = {NULL, (uint32_t)count};

	if (count) {
		list.items = ast_alloc(tree, count * sizeof *items);
		memcpy(list.items, items, count * sizeof *items);
	}
	return list;
}

const char *ast_kind_name(enum ast_kind kind)
{
	return kinds[kind].name;
}

const char *ast_operator_name(enum ast_operator op)
{
	static const char *const names[] = {"Add", "Sub", "Mult", "MatMult", "Div",
		"Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd",
		"FloorDiv", "And", "Or", "Invert", "Not", "UAdd", "USub", "Eq", "NotEq",
		"Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};

	static_assert(sizeof names / sizeof *names == AST_OPERATOR_COUNT, "one each");
	return names[op];
}

const struct ast_field *ast_fields(enum ast_kind kind)
{
	return kinds[kind].fields;
}
