#ifndef GCREFS_COMPILE_CORE_H
#define GCREFS_COMPILE_CORE_H

#include <stdbool.h>
#include <stdint.h>

#include "ast.h"
#include "code.h"
#include "compile_memory.h"
#include "diag.h"
#include "pyversion.h"
#include "scope.h"
#include "source.h"

/*
 * What the files of the compiler share.  A `struct compiler` compiles one source
 * file; its `b` is the code under construction (a builder), one for every
 * scope that is open, linked to the enclosing one.
 *
 * Operations are emitted in order.  The depth of the operand stack is known at
 * every moment (`depth`, counted from the stack's first slot) and kept right
 * across jumps by the labels: the first jump to a label says how deep the stack
 * is there, and binding it goes on from that depth.
 */

/* ---- code under construction: assemble.c */

/* A place in the code that jumps can name before it is known. */
typedef int label_id;

struct label {
	int32_t at;	/* operation; -1: not bound */
	int32_t depth;	/* of the stack there; -1: no jump yet */
};

/* A stretch of code that a handler watches; `level`: how deep it is nested. */
struct region {
	uint32_t from, to;
	label_id handler;
	uint16_t depth, level;
};

enum block_kind {
	BLOCK_WHILE,
	BLOCK_FOR,		/* an iterator is on the stack */
	BLOCK_TRY,		/* the body of try ... except */
	BLOCK_FINALLY,		/* what a finally watches: `node` is the TRY */
	BLOCK_FINALLY_END,	/* the finally itself, after an exception */
	BLOCK_WITH,		/* the exit method is on the stack */
	BLOCK_HANDLER,		/* the previous exception is on the stack */
	BLOCK_HANDLER_NAME,	/* `name` is to be unbound */
	BLOCK_WATCH,		/* only watches */
	BLOCK_VALUE		/* a value to drop is on the stack */
};

/* What a break, continue or return must leave. */
struct block {
	enum block_kind kind;
	label_id start, exit;	/* loops: for continue and break */
	label_id handler;	/* -1: does not watch */
	uint32_t from;		/* start of the open stretch of its region */
	uint16_t depth;		/* of the stack when the handler is entered, less 1 */
	const struct ast *node;
	const char *name;
};

enum { BLOCKS_MAX = 64, PYTHON_BLOCKS_MAX = 20 };

struct instruction {
	struct op op;
	struct ast_place place;
};

/* Grows by one at its end; `items` of any type. */
struct vector {
	void *items;
	uint32_t count, capacity;
};

struct name_slot {
	const char *name;
	uint32_t index;
};

/* Names in order of first use, with their numbers. */
struct name_table {
	struct vector names;	/* const char * */
	struct name_slot *slots; /* hash table */
	uint32_t slot_count;
};

enum builder_kind {
	BUILDER_MODULE, BUILDER_CLASS, BUILDER_FUNCTION, BUILDER_LAMBDA,
	BUILDER_COMPREHENSION, BUILDER_GENERATOR
};

/* A comprehension that runs in the frame of the code around it. */
struct inlined {
	struct inlined *outer;
	const struct scope *scope;
	struct name_table variables;	/* its own */
};

struct builder {
	struct builder *outer;
	enum builder_kind kind;
	const struct scope *scope;
	struct inlined *inlined;	/* 3.12: the comprehension we are in, or NULL */
	struct code *code;
	const char *qualified_name;
	struct vector instructions;	/* struct instruction */
	struct vector labels;		/* struct label */
	struct vector regions;		/* struct region */
	struct vector constants;	/* struct constant */
	uint32_t *constant_slots;	/* hash table of indices + 1 */
	uint32_t constant_slot_count;
	struct name_table names, locals, cells;	/* cells: with a slot or not */
	struct name_table frees;
	struct name_table attributes;	/* 3.13 class: stored to self in methods */
	int depth, deepest;
	struct block blocks[BLOCKS_MAX];
	uint32_t block_count;
	struct ast_place place;		/* of what is being compiled */
};

struct compiler {
	struct py_version v;
	const struct source *source;
	struct ast_tree *tree;
	struct scope_table *scopes;
	const char *file_name;
	struct diag *diag;
	bool failed;		/* diag is filled; what is emitted does not matter */
	struct unit_memory *memory;
	struct vector codes;	/* struct code * */
	struct name_table imported;	/* names that the module itself imports */
	struct builder *b;
	int nesting;		/* of statements and expressions */
	uint32_t future_flags;	/* enum code_flag */
	bool absolute_import, future_annotations;
};

/* A new item at the end, zeroed; valid until the next. */
void *vector_add(struct vector *v, size_t size);

/* The number of NAME (interned in the unit), which is added if it is new. */
uint32_t name_table_add(struct name_table *t, const char *name);
/* The number of NAME, or -1. */
int32_t name_table_find(const struct name_table *t, const char *name);
void name_table_free(struct name_table *t);

void builder_open(struct compiler *c, struct builder *b, enum builder_kind kind,
	const char *name, const struct scope *scope, int first_line);
/* Finishes the code of c->b and returns to the enclosing builder. */
struct code *builder_close(struct compiler *c);

/* Appends an operation at c->b->place and returns its index. */
uint32_t emit_full(
	struct compiler *c, enum op_code code, int flag, int32_t arg, int32_t extra);
uint32_t emit(struct compiler *c, enum op_code code, int32_t arg);
/* OP with names[] operand. */
void emit_name(struct compiler *c, enum op_code code, const char *name);
void emit_line(struct compiler *c, const struct ast *node);
void emit_const(struct compiler *c, const struct constant *value);
void emit_none(struct compiler *c);
void emit_text(struct compiler *c, const char *text); /* the program's own kind of str */
/* The index of VALUE in co_consts, which has it once. */
uint32_t add_constant(struct compiler *c, const struct constant *value);
/* The same for a constant of its own, even if there is an equal one. */
uint32_t append_constant(struct compiler *c, const struct constant *value);
uint32_t add_name(struct compiler *c, const char *name);

label_id new_label(struct compiler *c);
void bind(struct compiler *c, label_id label);
void emit_jump(struct compiler *c, enum op_code code, label_id label);

/* Opens a block.  HANDLER -1: it watches nothing; else the handler starts with
 * DROP values less on the stack than there are now, and the exception. */
struct block *push_block(
	struct compiler *c, enum block_kind kind, label_id handler, int drop);
void pop_block(struct compiler *c);
/* Stops and continues watching in the middle of a block. */
void block_suspend(struct compiler *c, struct block *block);
void block_resume(struct compiler *c, struct block *block);

/* ---- compile.c */

/* Fails with Python's own SyntaxError, or with gcrefs's refusal. */
void fail_syntax(struct compiler *c, const struct ast *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void fail_refuse(struct compiler *c, const struct ast *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* NAME in the unit's memory. */
const char *intern(struct compiler *c, const char *name);
/* NAME as the class around makes it, in the unit's memory. */
const char *mangle(struct compiler *c, const char *name);

/* What NAME, as written, is in the scope being compiled.  *HIDDEN:
 * that is so because of an inlined comprehension: a local is then a fast one in
 * modules and classes too, and a class's own names are not seen. */
enum scope_use name_use(struct compiler *c, const char *id, bool *hidden);
enum scope_use name_kind(struct compiler *c, const char *id);
/* Whether the module itself binds NAME. */
bool module_binds(struct compiler *c, const char *id);
/* The number by which operations name a cell (own ones first, then free); -1. */
int32_t cell_index(const struct compiler *c, const char *name);
/* Remembers a store to an attribute of `self` (3.13: __static_attributes__). */
void note_attribute(struct compiler *c, const struct ast *node);

/* ---- fold.c */

/* Whether NODE is a constant in this version; its value then. */
bool fold(struct compiler *c, const struct ast *node, struct constant *value);
/* Whether all of LIST are; VALUE: the tuple of them. */
bool fold_list(struct compiler *c, const struct ast_list *list, struct constant *value);
/* Emits VALUE, to which NODE was folded.  Up to 3.6 the peephole optimizer leaves
 * in co_consts what it has folded, and never looks for an equal result. */
void emit_folded(
	struct compiler *c, const struct ast *node, const struct constant *value);
/* Up to 3.11 the compiler itself makes a tuple of constants of LIST; it leaves them
 * in co_consts. */
void emit_folded_list(struct compiler *c, const struct ast_list *list,
	const struct constant *value);
bool constant_is_true(const struct constant *value);
/* 1 true, 0 false, -1 not known: for the tests of if and while. */
int fold_test(struct compiler *c, const struct ast *node);
/* The tuple or frozenset for a list or set display of constants only. */
bool fold_container(struct compiler *c, const struct ast *node, struct constant *value);
/* The value of a literal. */
void literal(struct compiler *c, const struct ast_value *from, struct constant *value);
struct constant constant_text(const struct compiler *c, const char *text);

/* ---- compile_stmt.c, compile_expr.c, ... */

void compile_statement(struct compiler *c, const struct ast *node);
void compile_body(struct compiler *c, const struct ast_list *body);
void compile_expression(struct compiler *c, const struct ast *node);
/* The line that this version gives NODE. */
uint32_t line_of(struct compiler *c, const struct ast *node);
void compile_expressions(struct compiler *c, const struct ast_list *list);
/* One deeper in the tree (`nesting`); false, and failed, when that is too deep. */
bool enter_nesting(struct compiler *c, const struct ast *node);
/* Jumps to TARGET when the truth of TEST is WHEN. */
void compile_jump_if(
	struct compiler *c, const struct ast *test, label_id target, bool when);
void compile_compare(struct compiler *c, const struct ast *node);
void compile_conditional(struct compiler *c, const struct ast *node);
/* `not a in b` as one operation; false: NODE is something else. */
bool compile_inverted(struct compiler *c, const struct ast *node);
/* A LIST, TUPLE or SET of ITEMS. */
void compile_display(
	struct compiler *c, const struct ast_list *items, enum ast_kind kind);
void compile_dict(struct compiler *c, const struct ast *node);
/* What a LOOP goes over or, without it, `in` searches: from 3.7 a tuple where a
 * list is written; constants are one constant (2.7: only for `in`). */
/* An operation whose place is that of NODE, and not of what is being compiled, in
 * versions from 3.MINOR on. */
void emit_placed(struct compiler *c, const struct ast *node, int minor, enum op_code op,
	int32_t arg);
void compile_iterable(struct compiler *c, const struct ast *node, bool loop);

/* Stores TOS to a target; loads, stores or deletes a name as written. */
void compile_store(struct compiler *c, const struct ast *target);
void compile_delete(struct compiler *c, const struct ast *target);
void compile_name(struct compiler *c, const char *id, enum ast_context context);
void compile_assign(struct compiler *c, const struct ast *node);
void compile_aug_assign(struct compiler *c, const struct ast *node);
void compile_ann_assign(struct compiler *c, const struct ast *node);
void compile_subscript(struct compiler *c, const struct ast *node);
void compile_named_expression(struct compiler *c, const struct ast *node);
int binary_operator(const struct compiler *c, enum ast_operator op);

void compile_call(struct compiler *c, const struct ast *node);
void compile_call_part(struct compiler *c, int before, const struct ast_list *args,
	const struct ast_list *keywords);
void compile_attribute(struct compiler *c, const struct ast *node);
/* super().name without making the super object; false: NODE is something else. */
bool compile_super_attribute(struct compiler *c, const struct ast *node, bool method);
/* A display with stars; arg BEFORE values on the stack become its first items. */
void compile_star_display(struct compiler *c, const struct ast_list *items,
	int before, enum ast_kind kind, bool in_call);

/* The path of a scope ID that is opened inside c->b. */
const char *qualified(struct compiler *c, const char *id);
/* The first operations of c->b: its cells; a generator leaves. */
void open_cells(struct compiler *c);
/* The literal that is the docstring of BODY, or NULL; its value; the operations
 * that store it (modules, classes). */
const struct ast *docstring(const struct compiler *c, const struct ast_list *body);
void docstring_value(
	struct compiler *c, const struct ast *doc, struct constant *value);
void compile_docstring(struct compiler *c, const struct ast_list *body);
/* Makes __annotations__ when BODY annotates a variable. */
void setup_annotations(struct compiler *c, const struct ast_list *body);
/* '%s' % (a,) as an f-string (3.11+); false: NODE is something else. */
bool compile_format(struct compiler *c, const struct ast *node);
void compile_function(struct compiler *c, const struct ast *node);
void compile_lambda(struct compiler *c, const struct ast *node);
void compile_class(struct compiler *c, const struct ast *node);
/* A function of CODE; ARG: what already is on the stack for it. */
void emit_make_function(struct compiler *c, const struct code *code,
	const struct scope *scope, const char *qualified_name, int arg, int extra);

void compile_comprehension(struct compiler *c, const struct ast *node);

void compile_try(struct compiler *c, const struct ast *node);
void compile_with(struct compiler *c, const struct ast *node);
void compile_raise(struct compiler *c, const struct ast *node);
void compile_return(struct compiler *c, const struct ast *node);
void compile_break(struct compiler *c, const struct ast *node);
void compile_continue(struct compiler *c, const struct ast *node);

void compile_match(struct compiler *c, const struct ast *node);

#endif
