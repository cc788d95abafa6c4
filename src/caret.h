#ifndef GCREFS_CARET_H
#define GCREFS_CARET_H

#include "code.h"
#include "pyversion.h"
#include "strbuf.h"

/*
 * The source that a traceback shows of one frame: a line, and from 3.11 on a line
 * of carets below the part that was running, when that is less than all of it.
 * From 3.13 on all lines of that part are shown.
 *
 * Sources: CPython 3.11 and 3.12, Python/traceback.c, tb_displayline and
 * extract_anchors_from_expr; 3.13, Lib/traceback.py, format_frame_summary.
 */

/* Appends what is shown of line LINE (from 1) of the program's text SOURCE (UTF-8;
 * NULL: nothing is shown).  WHERE: the running part, which starts in that line;
 * NULL or without a line: not known. */
void caret_lines(const char *source, struct py_version v, int line,
	const struct op_position *where, struct strbuf *out);

/* The line alone, as all versions show it when they know no more. */
void caret_plain_line(const char *source, int line, struct strbuf *out);

#endif
