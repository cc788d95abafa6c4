#ifndef GCREFS_SCOPE_CORE_H
#define GCREFS_SCOPE_CORE_H

#include <setjmp.h>

#include "scope.h"

/*
 * What the files of the scope module share; nobody else includes this.
 *
 * Three walks over the tree, as CPython does them: scope_build.c notes what is done
 * to each name in each block (symtable.c's symtable_visit_*), scope_resolve.c
 * decides what each name is (analyze_block), scope_order.c meets names and mistakes
 * in the order in which the compiler would (compile.c).
 */

enum {
	DEF_GLOBAL = 1,		/* global statement */
	DEF_LOCAL = 2,		/* bound in the block */
	DEF_PARAM = 4,
	DEF_NONLOCAL = 8,
	DEF_USE = 16,
	DEF_IMPORT = 64,
	DEF_ANNOT = 128,
	DEF_ITERATION = 256,	/* target of a comprehension's for */
	DEF_TYPE_PARAM = 512,
	DEF_FREE_CLASS = 1024,	/* bound in a class, and free for its methods */
	DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM,
};

struct symbol {
	const char *name;	/* mangled */
	uint32_t flags;
	enum scope_use use;
};

/* What forbids fast locals in a function of 2.7. */
enum { OPT_STAR = 1, OPT_BARE_EXEC = 2, OPT_EXEC = 4 };

struct block {
	struct scope scope;	/* first: what the others see */
	struct block *parent;
	struct block **children;
	size_t child_count, child_capacity;
	struct symbol *symbols;	/* in the order of their first mention */
	size_t symbol_count, symbol_capacity;
	uint32_t *index;	/* hash table: 1 + place in symbols, 0: empty */
	size_t index_capacity;
	bool is_comprehension, is_generator_expression, is_async_generator;
	bool is_lambda;
	bool in_iterable;	/* walking the iterable of a comprehension */
	bool in_target;		/* walking its target */
	bool returns_value;
	struct ast_place return_place;
	bool has_free, child_has_free;
	int unoptimized;
	uint32_t unoptimized_line;
	struct name_list {
		const char **names;
		size_t count, capacity;
	} varnames;		/* fast locals in order */
};

/* A statement around the current one. */
enum state_kind {
	STATE_LOOP,
	STATE_TRY,		/* the body of a try with handlers */
	STATE_HANDLER,
	STATE_EXCEPT_STAR,
	STATE_FINALLY_TRY,	/* what comes before `finally` */
	STATE_FINALLY_END,	/* the finally itself */
	STATE_WITH,
};

enum { MAX_STATES = 20 };	/* CPython's CO_MAXBLOCKS */

struct scope_state {
	struct state_item {
		enum state_kind kind;
		const struct ast_list *finalbody;
	} items[MAX_STATES];
	size_t count;
};

struct scope_table {
	struct ast_tree *tree;
	const struct source *source;
	struct py_version version;
	struct block **blocks;	/* all, the module first */
	size_t block_count, block_capacity;
	struct block **by_node;	/* hash table by node */
	size_t by_node_capacity;
	const char *class_name_cell; /* "__class__" */
	struct scope_state state;
	uint32_t last_future_line;
	int depth, depth_limit;
	struct diag *error;
	jmp_buf failed;
};

/* scope_symbols.c */
struct block *scope_block_new(struct scope_table *t, enum scope_kind kind,
	const struct ast *node, struct block *parent);
void scope_block_free(struct block *b);
struct block *scope_block_of(const struct scope_table *t, const struct ast *node);
/* NULL: not mentioned. */
struct symbol *scope_find(const struct block *b, const char *mangled);
/* The symbol, made if need be.  Moves others. */
struct symbol *scope_add(struct block *b, const char *mangled);
const char *scope_mangle_in(
	const struct scope_table *t, const char *class_name, const char *name);
void scope_name_push(struct name_list *list, const char *name);
bool scope_name_has(const struct name_list *list, const char *name);

/* errors */
bool scope_at_least(const struct scope_table *t, int major, int minor);
bool scope_is_2(const struct scope_table *t);
/* A SyntaxError at PLACE; the version decides what of it is shown. */
_Noreturn void scope_fail(struct scope_table *t, struct ast_place place,
	const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The same without a place. */
_Noreturn void scope_fail_bare(struct scope_table *t, const char *message);
void scope_enter(struct scope_table *t);
void scope_leave(struct scope_table *t);

/* Calls VISIT for every child of NODE, in the order of its fields. */
typedef void scope_visitor(
	struct scope_table *t, struct block *b, const struct ast *node);
void scope_children(struct scope_table *t, struct block *b, const struct ast *node,
	scope_visitor *visit);
void scope_each(struct scope_table *t, struct block *b, const struct ast_list *list,
	scope_visitor *visit);
void scope_one(struct scope_table *t, struct block *b, const struct ast *node,
	scope_visitor *visit);

/* Whether NODE is a comprehension with a scope of its own in this version. */
bool scope_is_comprehension(const struct scope_table *t, const struct ast *node);
const struct ast_list *scope_generators(const struct ast *comprehension);

/* Whether the compiler knows what TEST is: 1 true, 0 false, -1 it does not. */
int scope_constant_truth(const struct scope_table *t, const struct ast *test);

/* the three walks */
void scope_build(struct scope_table *t);
void scope_resolve(struct scope_table *t);
void scope_order(struct scope_table *t);

#endif
