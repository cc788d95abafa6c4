#ifndef GCREFS_CARET_PART_H
#define GCREFS_CARET_PART_H

#include <stdbool.h>
#include <stddef.h>

#include "code.h"
#include "pyversion.h"
#include "strbuf.h"

/* Private to caret*.c. */

struct caret_line {
	const char *text;	/* not NUL-ended */
	size_t length;		/* bytes */
};

/* Line LINE of the program, without its end; empty: there is none. */
struct caret_line caret_source_line(const char *source, int line);

/* The part of an expression that its error is about: an operator, an index, the
 * arguments of a call (3.13+).  From line LEFT_LINE (from 0), byte LEFT, up to
 * before byte RIGHT of RIGHT_LINE. */
struct anchors {
	bool found;
	size_t left_line, left, right_line, right;
};

/* The anchors of the expression that LINES are the text of. */
void caret_anchors(const struct caret_line *lines, size_t count, struct py_version v,
	struct anchors *a);

/* Whether LINES are a statement of which 3.13 shows no carets: `return f(...)` or
 * `x = f(...)`, running from character START of the first line to END of the last. */
bool caret_is_plain_call(const struct caret_line *lines, size_t count,
	struct py_version v, size_t start, size_t end);

/* 3.13+: all lines of WHERE. */
void caret_block(const char *source, struct py_version v, int line,
	const struct op_position *where, struct strbuf *out);

#endif
