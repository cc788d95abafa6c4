#ifndef GCREFS_UTF8_H
#define GCREFS_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "strbuf.h"

/* Reading UTF-8 text that need not be valid. */

/* The length of the longest prefix that is ASCII. */
size_t utf8_ascii_prefix(const char *text, size_t length);

/* The length of the longest prefix that is valid UTF-8 (no surrogates, nothing
 * overlong, nothing above U+10FFFF). */
size_t utf8_valid_prefix(const char *text, size_t length);

/* The number of characters that start in TEXT: every byte that does not continue
 * another counts. */
size_t utf8_count(const char *text, size_t length);

/* The code point at TEXT (LENGTH > 0) and its size in bytes.  A byte that starts no
 * valid sequence gives U+FFFD and size 1. */
uint32_t utf8_decode(const char *text, size_t length, size_t *size);

/* Appends TEXT with every byte that is not valid replaced by U+FFFD. */
void utf8_replace(const char *text, size_t length, struct strbuf *out);

#endif
