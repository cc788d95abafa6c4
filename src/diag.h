#ifndef GCREFS_DIAG_H
#define GCREFS_DIAG_H

#include <stdbool.h>

/*
 * What is wrong with something the user gave us, as a value.
 *
 * A function that can meet such a mistake takes a `struct diag *`, fills it
 * and returns false (or NULL).  The message is one line of text without a
 * final newline.  The caller owns the diag and frees it with diag_free(); an
 * untouched diag (DIAG_INIT) need not be freed.
 */
enum diag_kind {
	DIAG_NONE,
	DIAG_REFUSED,	/* outside gcrefs's language or usage: exit status 2 */
	DIAG_SYNTAX,	/* Python's own syntax error: printed as Python does, status 1 */
};

struct diag {
	enum diag_kind kind;
	char *file;		/* as the user named it; NULL: no file */
	int line;		/* from 1; 0: not about a line */
	int column;		/* from 1, in characters; 0: not known */
	int end_line, end_column; /* one past the last character; 0: not known */
	char *type;		/* DIAG_SYNTAX: "SyntaxError", "IndentationError", ... */
	char *message;
	char *source_line;	/* DIAG_SYNTAX: text of the line to show; NULL: none */
};

#define DIAG_INIT {DIAG_NONE, 0, 0, 0, 0, 0, 0, 0, 0}

void diag_free(struct diag *d);

/* Fills D as DIAG_REFUSED.  Returns false, so that a caller can return it. */
bool diag_refuse(struct diag *d, const char *file, int line, int column,
	const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The text a user reads: "FILE:LINE:COL: error: MESSAGE\n" or, for
 * DIAG_SYNTAX, Python's own lines for a syntax error in version MAJOR.MINOR
 * (File line, source line, caret line, "Type: message").  To be freed. */
char *diag_format(const struct diag *d, int major, int minor);

#endif
