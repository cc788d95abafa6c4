#ifndef GCREFS_CODING_H
#define GCREFS_CODING_H

#include <stddef.h>

#include "strbuf.h"

/* Encodings of source files: PEP 263's coding line, and iconv. */

/*
 * The encoding that line 1 or 2 of BYTES declares, or NULL; to be freed.  As
 * CPython's get_coding_spec() and get_normal_name() (Parser/tokenizer.c): the
 * many spellings of UTF-8 and Latin-1 come back as "utf-8" and "iso-8859-1", all
 * others as written.
 */
char *coding_find(const char *bytes, size_t length);

/* The name under which iconv may know what Python calls NAME; to be freed. */
char *coding_iconv_name(const char *name);

enum coding_result {
	CODING_OK,
	CODING_UNKNOWN,		/* iconv does not know the encoding */
	CODING_BAD,		/* a byte cannot be decoded */
};

/* Appends BYTES to OUT as UTF-8.  CODING_BAD: *BAD is the offset of the byte. */
enum coding_result coding_decode(const char *iconv_name, const char *bytes,
	size_t length, struct strbuf *out, size_t *bad);

/* Appends UTF-8 TEXT in an encoding that coding_decode() has accepted.  What it
 * cannot hold becomes '?'. */
void coding_encode(
	const char *iconv_name, const char *text, size_t length, struct strbuf *out);

#endif
