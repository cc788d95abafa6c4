#ifndef GCREFS_WARN_H
#define GCREFS_WARN_H

#include "ast.h"
#include "source.h"
#include "strbuf.h"

/*
 * The SyntaxWarnings that Python prints on the standard error stream before a program
 * runs: "file:3: SyntaxWarning: "is" with a literal. Did you mean "=="?" and the line.
 *
 * Those of the tokenizer and of the string parser come first (warn_tokens), then those of
 * the compiler (warn_tree), both in the order of the text.
 * Sources: CPython, Parser/string_parser.c, warn_invalid_escape_sequence;
 * Parser/tokenizer.c, verify_end_of_number; Python/compile.c, check_is_arg,
 * check_caller, check_subscripter, check_index, compiler_assert.
 */
void warn_tokens(const struct source *s, struct strbuf *out);
void warn_tree(const struct source *s, const struct ast *root, struct strbuf *out);

/* Appends one warning about line LINE. */
void warn_put(const struct source *s, uint32_t line, const char *text, struct strbuf *out);

#endif
