#ifndef GCREFS_AST_H
#define GCREFS_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "strbuf.h"

/*
 * The syntax tree of a Python program.
 *
 * A node is a `struct ast`: its kind, its place in the source, and the fields
 * of its kind, reached as node->member.field (`node->if_.test`, say).  The
 * kinds, members and fields are listed in ast.def; they are those of Python's
 * own `ast` module.  All nodes, lists, names and strings live in the arena of
 * one `struct ast_tree`, are never changed after the parser has returned, and
 * go with it in ast_tree_free().
 *
 * Names (identifiers) are interned: two names of one tree are equal exactly
 * when their pointers are.  ast_intern() adds names of the compiler's own.
 */

struct ast;

enum ast_kind {
#define AST_LEAF(kind, name) AST_##kind,
#define AST_BEGIN(kind, name, member) AST_##kind,
#define AST_CHILD(member, field)
#define AST_LIST(member, field)
#define AST_NAME(member, field)
#define AST_INT(member, field)
#define AST_CTX(member, field)
#define AST_OP(member, field)
#define AST_OPS(member, field)
#define AST_VALUE(member, field)
#define AST_END(member)
#include "ast.def"
#include "ast_undef.h"
	AST_KIND_COUNT
};

/* What an expression is for: to be read, bound, or deleted. */
enum ast_context {
	AST_LOAD,
	AST_STORE,
	AST_DEL,
};

enum ast_operator {
	/* BIN_OP and AUG_ASSIGN */
	AST_ADD,
	AST_SUB,
	AST_MULT,
	AST_MATMULT,
	AST_DIV,
	AST_MOD,
	AST_POW,
	AST_LSHIFT,
	AST_RSHIFT,
	AST_BITOR,
	AST_BITXOR,
	AST_BITAND,
	AST_FLOORDIV,
	/* BOOL_OP */
	AST_AND,
	AST_OR,
	/* UNARY_OP */
	AST_INVERT,
	AST_NOT,
	AST_UADD,
	AST_USUB,
	/* COMPARE */
	AST_EQ,
	AST_NOTEQ,
	AST_LT,
	AST_LTE,
	AST_GT,
	AST_GTE,
	AST_IS,
	AST_ISNOT,
	AST_IN,
	AST_NOTIN,
	AST_OPERATOR_COUNT
};

struct ast_list {
	struct ast **items;	/* NULL when count is 0 */
	uint32_t count;
};

struct ast_operators {
	uint8_t *items;		/* enum ast_operator */
	uint32_t count;
};

/* The value of a literal. */
enum ast_value_kind {
	AST_VALUE_NONE,
	AST_VALUE_TRUE,
	AST_VALUE_FALSE,
	AST_VALUE_ELLIPSIS,
	AST_VALUE_INT,
	AST_VALUE_FLOAT,	/* `real` */
	AST_VALUE_COMPLEX,	/* `real` is the imaginary part */
	AST_VALUE_STR,		/* text: str in 3, unicode in 2.7 */
	AST_VALUE_BYTES,	/* bytes in 3, str in 2.7 */
};

struct ast_value {
	enum ast_value_kind kind;
	/* INT: a 2.7 literal with the suffix L.  (One that is merely too large for
	 * 2.7's 64-bit int has `is_long` false and `fits` false.) */
	bool is_long;
	bool fits;		/* INT: the value is in `integer` */
	bool unicode_prefix;	/* STR: written u'...' (kind 'u' in Python's ast) */
	int64_t integer;	/* INT that fits */
	double real;
	/*
	 * INT that does not fit: its digits in hexadecimal, lower case, without
	 * prefix or leading zeros.  STR: UTF-8, in which surrogates written as
	 * escapes are encoded as 3 bytes each.  BYTES: the bytes; in 2.7 those
	 * of the file, in the file's own encoding.  May hold NULs; a NUL that
	 * `length` does not count follows.
	 */
	const char *text;
	size_t length;
};

/*
 * A place: lines from 1, columns in bytes of the UTF-8 text of the line, from 0,
 * as Python's lineno, col_offset, end_lineno and end_col_offset.  The end is one
 * past the last byte.  source_column() turns bytes into characters.
 */
struct ast_place {
	uint32_t line, column;
	uint32_t end_line, end_column;
};

/* Nodes are allocated only as large as their kind needs: never copy one by
 * assignment. */
struct ast {
	enum ast_kind kind;
	struct ast_place place;
	/* The expression stood in parentheses of its own (place does not count
	 * them).  For a TUPLE: it was written with parentheses (place does). */
	bool parenthesized;
	union {
#define AST_LEAF(kind, name)
#define AST_BEGIN(kind, name, member) struct {
#define AST_CHILD(member, field) struct ast *field;
#define AST_LIST(member, field) struct ast_list field;
#define AST_NAME(member, field) const char *field;
#define AST_INT(member, field) int field;
#define AST_CTX(member, field) enum ast_context field;
#define AST_OP(member, field) enum ast_operator field;
#define AST_OPS(member, field) struct ast_operators field;
#define AST_VALUE(member, field) struct ast_value field;
#define AST_END(member) } member;
#include "ast.def"
#include "ast_undef.h"
	};
};

/* ---- the tree */

struct ast_tree;

struct ast_tree *ast_tree_new(void);
/* Frees the tree and all nodes, lists and names in it.  NULL is allowed. */
void ast_tree_free(struct ast_tree *tree);

/* The MODULE; NULL until ast_tree_set_root(). */
struct ast *ast_tree_root(const struct ast_tree *tree);
void ast_tree_set_root(struct ast_tree *tree, struct ast *root);

/* SIZE bytes of the tree's arena, zeroed, aligned for any type. */
void *ast_alloc(struct ast_tree *tree, size_t size);
/* The one copy in TREE of a name of LENGTH bytes (UTF-8, no NUL), NUL-ended. */
const char *ast_intern(struct ast_tree *tree, const char *name, size_t length);
/* A node of KIND with all fields zero. */
struct ast *ast_node(struct ast_tree *tree, enum ast_kind kind, struct ast_place place);
/* A list of COUNT items, copied from ITEMS. */
struct ast_list ast_list_copy(
	struct ast_tree *tree, struct ast *const *items, size_t count);

/* ---- reading a tree without knowing its kinds */

enum ast_field_type {
	AST_FIELD_NONE,		/* ends a list of fields */
	AST_FIELD_CHILD,
	AST_FIELD_LIST,
	AST_FIELD_NAME,
	AST_FIELD_INT,
	AST_FIELD_CTX,
	AST_FIELD_OP,
	AST_FIELD_OPS,
	AST_FIELD_VALUE,
};

struct ast_field {
	enum ast_field_type type;
	const char *name;
	size_t offset;		/* of the field in struct ast */
};

/* "FunctionDef", ... */
const char *ast_kind_name(enum ast_kind kind);
/* "Add", "NotIn", ... */
const char *ast_operator_name(enum ast_operator op);
/* The fields of KIND in ast.def's order, ended by AST_FIELD_NONE. */
const struct ast_field *ast_fields(enum ast_kind kind);

/* Appends NODE as text in the manner of Python's ast.dump(): one line, every
 * field with its name, no places.  For tests. */
void ast_dump(const struct ast *node, struct strbuf *out);

#endif
