#ifndef GCREFS_CODE_H
#define GCREFS_CODE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Compiled code: what Python's code object is.  Made once by compile(), never
 * changed afterwards, so it lives outside the arena.  A `struct unit` owns all
 * code of one source file.
 */

enum op_code {
#define OP(name, text) OP_##name,
#include "op.def"
#undef OP
	OP_CODES
};

enum unary { UNARY_NOT, UNARY_NEGATIVE, UNARY_POSITIVE, UNARY_INVERT };

/* True division is its own operator: 2.7's `/` without the __future__ import
 * is BINARY_DIVIDE. */
enum binary {
	BINARY_ADD, BINARY_SUBTRACT, BINARY_MULTIPLY, BINARY_DIVIDE,
	BINARY_TRUE_DIVIDE, BINARY_FLOOR_DIVIDE, BINARY_MODULO, BINARY_POWER,
	BINARY_MATRIX_MULTIPLY, BINARY_LSHIFT, BINARY_RSHIFT, BINARY_AND,
	BINARY_OR, BINARY_XOR,
	BINARY_DIVMOD,		/* of divmod(), no operation has it */
	BINARY_OPERATORS
};

enum compare {
	COMPARE_LT, COMPARE_LE, COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE,
	COMPARE_IN, COMPARE_NOT_IN, COMPARE_IS, COMPARE_IS_NOT
};

struct op {
	uint8_t code;		/* enum op_code */
	uint8_t flag;
	uint16_t sp;		/* first free stack slot before it runs */
	int32_t arg;
	int32_t extra;
	int32_t line;
};

/* Where an operation comes from, for tracebacks with carets (3.11+). */
struct op_position {
	int32_t line, end_line;	/* 0: no position */
	int32_t column, end_column; /* bytes of the UTF-8 line, from 0 */
};

/* While an operation FROM <= pc < TO runs, an exception drops the stack down
 * to slot `sp` (top first), pushes itself and goes on at HANDLER.  Of two that
 * match the later one in the table (the inner one) counts. */
struct handler {
	uint32_t from, to, handler;
	uint16_t sp;
};

enum constant_kind {
	CONSTANT_NONE, CONSTANT_TRUE, CONSTANT_FALSE, CONSTANT_ELLIPSIS,
	CONSTANT_INT,	/* `number`: fits 64 bits; `is_long`: 2.7's 10L */
	CONSTANT_BIGINT, /* `text`: decimal digits, maybe with a sign */
	CONSTANT_FLOAT, CONSTANT_COMPLEX,
	CONSTANT_STR,	/* text: UTF-8 (3.x str, 2.7 unicode) */
	CONSTANT_BYTES,	/* text: bytes (3.x bytes, 2.7 str) */
	CONSTANT_TUPLE, CONSTANT_FROZENSET, /* of constants */
	CONSTANT_CODE
};

struct constant {
	enum constant_kind kind;
	bool is_long;
	bool in_ast;		/* the syntax tree holds it too, until the program ends */
	bool parts_in_ast;	/* its items are those of the tree, not of co_consts */
	int64_t number;
	double real, imaginary;
	const char *text;
	uint32_t length;	/* bytes of text; items of a tuple */
	const struct constant *items;
	const struct code *code;
};

enum code_flag {
	CODE_VARARGS = 1,	/* *args: slot argument_count + keyword_only_count */
	CODE_VARKEYWORDS = 2,	/* **kwargs: the slot after */
	CODE_GENERATOR = 4,
	CODE_CLASS_BODY = 8,	/* names live in a dict */
	CODE_MODULE = 16,	/* names dict is the globals */
	CODE_HIDDEN = 32,	/* no frame of its own in tracebacks */
	CODE_FUTURE_DIVISION = 64,
	CODE_FUTURE_UNICODE = 128,
	CODE_LIBRARY = 256,	/* of a module of the library (library.h) */
	CODE_NATIVE = 512	/* ... that is C code in CPython: no frame in tracebacks */
};

struct code {
	const char *name;	/* UTF-8 */
	const char *qualified_name;
	const char *file_name;	/* as the user named it */
	const char *source;	/* the text of the file, lines ended by '\n': for tracebacks */
	const char *doc;	/* NULL: none; consts[0] is it then */
	int first_line;
	uint32_t flags;
	uint16_t argument_count; /* positional, without * and keyword-only */
	uint16_t positional_only_count;
	uint16_t keyword_only_count;
	uint16_t local_count;	/* slots 0..: arguments, *args, **kwargs, locals */
	uint16_t cell_count;	/* cells that have a slot of their own */
	uint16_t free_count;	/* free cells */
	uint16_t slot_count;	/* all slots with the deepest operand stack */
	const char *const *local_names; /* [local_count] co_varnames */
	const char *const *cell_names;	/* [cell_count + free_count], by slot from local_count */
	uint32_t op_count, constant_count, name_count, handler_count;
	const struct op *ops;
	const struct op_position *positions; /* [op_count] */
	const struct constant *constants;
	const char *const *names;
	const struct handler *handlers;
	uint32_t id;		/* index in the unit */
};

struct unit_module {
	const char *name;
	const struct code *code;
};

struct unit {
	struct code **codes;	/* codes[0] is the module; behind the unit's own ones
				   those of the library */
	uint32_t code_count;	/* without those of the library */
	const char *source;	/* the program's text */
	const char *warnings;	/* what Python prints before it runs; NULL: nothing */
	struct unit_module *modules; /* the library's, each after those that it imports */
	uint32_t module_count;
	struct unit **libraries; /* [module_count], owned */
	void *memory;		/* owns everything else */
};

/* Whether A and B are one constant to the compiler: 1, 1.0 and True are three, and so
 * are 0.0 and -0.0.  Texts are compared as pointers: one unit has each once. */
bool constant_same(const struct constant *a, const struct constant *b);
uint32_t constant_hash(const struct constant *k);

/* The handler of an exception in operation PC; NULL: it leaves the code. */
const struct handler *code_handler(const struct code *code, uint32_t pc);

/* The column at which P begins in the unit's source: in characters, from 1; 0: P is no
 * position. */
int code_column(const struct unit *unit, const struct op_position *p);

const char *op_name(enum op_code code);

/* How much higher the stack is after OP: when it goes on with the next
 * operation, or JUMPS to its target.  Operations that never do the one or the
 * other give any number. */
int op_effect(const struct op *op, bool jumps);
/* Whether `arg` is the operation to go to. */
bool op_is_jump(enum op_code code);
/* Whether the next operation is never reached from this one (a jump without
 * condition, RETURN, RAISE, RERAISE). */
bool op_is_end(enum op_code code);

#endif
