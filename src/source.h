#ifndef GCREFS_SOURCE_H
#define GCREFS_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag.h"
#include "pyversion.h"
#include "strbuf.h"

/*
 * The text of a Python file: any bytes in, lines of text out.
 *
 * The bytes are decoded as PEP 263 says (byte order mark, coding line in line 1
 * or 2, else ASCII in 2.7 and UTF-8 in 3) to UTF-8, line ends become '\n', and a
 * last line without one gets one.  Where Python itself goes on (2.7 keeps
 * undecodable bytes of a file declared as UTF-8; a NUL swallows the rest of its
 * line before 3.11) so do we; a form feed stays in the text.
 *
 * A file whose bytes Python refuses still gives a source: the text up to the
 * refused line, and the fault.  The lexer reports it when it gets there, since
 * Python may find another error first.
 */
struct source;

/* Never fails; NAME (of the file, as the user gave it) and BYTES are copied. */
struct source *source_new(
	const char *name, const void *bytes, size_t length, struct py_version version);
void source_free(struct source *s);

const char *source_name(const struct source *s);
struct py_version source_version(const struct source *s);

/* The whole text and its length; it may hold invalid UTF-8 only in 2.7. */
const char *source_text(const struct source *s, size_t *length);

/* The number of lines: "a\nb\n" has 2. */
uint32_t source_line_count(const struct source *s);

/* Line NUMBER (from 1) without its '\n'; not NUL-ended.  Past the end: empty. */
const char *source_line(const struct source *s, uint32_t number, size_t *length);

/* Bytes before COLUMN (in bytes, from 0) of line NUMBER, counted in characters. */
uint32_t source_column(const struct source *s, uint32_t number, uint32_t column);

/* Whether the file's own encoding differs from UTF-8, so that 2.7's byte strings
 * must be turned back with source_encode(). */
bool source_is_recoded(const struct source *s);

/* Appends LENGTH bytes of UTF-8 TEXT in the file's own encoding. */
void source_encode(
	const struct source *s, const char *text, size_t length, struct strbuf *out);

/* Why the file's bytes are refused, or NULL: a DIAG_SYNTAX of the source's own.
 * The text ends before its line. */
const struct diag *source_fault(const struct source *s);

#endif
