#ifndef GCREFS_LEX_CORE_H
#define GCREFS_LEX_CORE_H

#include <setjmp.h>

#include "lex.h"

/* What the files of the lexer share; nobody else includes this. */

enum {
	LEX_MAX_INDENT = 100,	/* CPython's MAXINDENT */
	LEX_MAX_BRACKETS = 200,	/* CPython's MAXLEVEL (3.8) */
	LEX_MAX_FSTRINGS = 150,	/* CPython's MAXFSTRINGLEVEL (3.12) */
};

/* An f-string being read (3.12 and later). */
struct fstring_mode {
	char quote;
	int quote_size;		/* 1 or 3 */
	bool raw;
	bool is_template;
	uint32_t line, column;	/* of its prefix */
	size_t bracket_base;	/* brackets open outside the string */
	/* Brackets open at each nested `{`: text is being read when the innermost
	 * field is in its format (after the colon) or when there is none. */
	size_t fields[8];
	bool in_format[8];
	size_t field_count;
};

struct lexer {
	const struct source *source;
	struct py_version version;
	const char *at, *end;	/* next byte, end of text */
	const char *line_start;
	uint32_t line;
	bool at_line_begin;
	bool is_fragment;	/* an f-string's expression: no lines in it */

	int indent[LEX_MAX_INDENT + 1];
	int alt_indent[LEX_MAX_INDENT + 1];	/* with a tab of one column */
	int indent_count;

	struct open_bracket *brackets;
	size_t bracket_count, bracket_capacity;

	struct fstring_mode *fstrings;
	size_t fstring_count, fstring_capacity;

	struct token_list *out;
	size_t capacity;
	jmp_buf failed;
};

/* Where an error is, as its version reports it; end_line 0: no range. */
struct lex_place {
	uint32_t line;
	int column, end_column;	/* in bytes from 0; -1: none */
	uint32_t end_line;
	uint32_t said;		/* the line that is named, where another is shown; or 0 */
};

bool lex_at_least(const struct lexer *l, int major, int minor);
uint32_t lex_column(const struct lexer *l, const char *at);

/* Adds the token from START, which began at LINE and COLUMN, up to l->at. */
void lex_add(struct lexer *l, enum token_kind kind, const char *start, uint32_t line,
	uint32_t column);

/* Stores the error and leaves the lexer. */
_Noreturn void lex_fail(struct lexer *l, const char *type, struct lex_place place,
	const char *format, ...) __attribute__((format(printf, 4, 5)));
/* A SyntaxError at one character: the caret of version 3.10 is under COLUMN. */
_Noreturn void lex_fail_at(struct lexer *l, const char *at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

void lex_number(struct lexer *l);
/* A string whose prefix is START up to l->at, which is at the quote. */
void lex_string(struct lexer *l, const char *start);
bool lex_is_fstring_prefix(const struct lexer *l, const char *start, size_t length);
void lex_fstring_begin(struct lexer *l, const char *start);
/* Whether the next bytes are text of an f-string, not of an expression in it. */
bool lex_in_fstring_text(const struct lexer *l);
void lex_fstring_text(struct lexer *l);

#endif
