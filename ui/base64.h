#ifndef GCREFS_BASE64_H
#define GCREFS_BASE64_H

#include <stddef.h>

struct strbuf;

/* Appends LENGTH bytes as base64 (RFC 4648, with padding, on one line). */
void base64_add(struct strbuf *out, const char *bytes, size_t length);

#endif
