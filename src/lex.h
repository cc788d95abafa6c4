#ifndef GCREFS_LEX_H
#define GCREFS_LEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag.h"
#include "source.h"

/*
 * Python source to tokens, with INDENT and DEDENT, as CPython's tokenizer
 * (Parser/tokenizer.c) of the source's version gives them to its parser.
 */

enum token_kind {
#define TOKEN(kind, text) TOKEN_##kind,
#define PUNCT(kind, text) TOKEN_##kind,
#define KEYWORD(kind, text) TOKEN_##kind,
#include "token.def"
#undef TOKEN
#undef PUNCT
#undef KEYWORD
	TOKEN_KIND_COUNT
};

struct token {
	enum token_kind kind;
	uint32_t line, column;	/* lines from 1, columns in bytes from 0 */
	uint32_t end_line, end_column;
	uint32_t length;
	const char *text;	/* in the source's text; not NUL-ended */
	/* Brackets open around it: before an opening one, after a closing one. */
	uint32_t level;
};

/* An opening bracket that was never closed. */
struct open_bracket {
	char character;
	uint32_t line, column;
	/* 3.12 and later: it begins an expression of an f-string. */
	bool in_fstring;
};

/*
 * All tokens of a source, up to its end (the last is TOKEN_END) or to the first
 * mistake (the last is TOKEN_ERROR, and `error` says what is wrong).
 */
struct token_list {
	struct token *tokens;
	size_t count;
	struct open_bracket *open;	/* at the end, outermost first */
	size_t open_count;
	struct diag error;
};

/* The tokens of the whole source, which must outlive them. */
void lex_source(const struct source *s, struct token_list *out);

/* The tokens of the expression of an old (before 3.12) f-string: LENGTH bytes of
 * the source's text from AT, which is at COLUMN of LINE.  Line ends are blanks. */
void lex_expression(const struct source *s, const char *at, size_t length,
	uint32_t line, uint32_t column, struct token_list *out);

void token_list_free(struct token_list *list);

/* The spelling of a keyword or of punctuation, or a word for the other kinds. */
const char *token_name(enum token_kind kind);

#endif
