#ifndef GCREFS_TEXT_H
#define GCREFS_TEXT_H

#include "heap.h"
#include "strbuf.h"

/*
 * Texts and byte strings as objects.
 *
 * KIND_STR is text (3.x str, 2.7 unicode), its bytes are UTF-8 with lone
 * surrogates in their three-byte form; KIND_BYTES is bytes (2.7 str, 3.x
 * bytes).  "Native" means str of the version: what identifiers, reprs and
 * messages are.
 */

/* New objects (one reference, the caller's).  Empty and one-character ones are
 * the shared immortal objects, as in CPython. */
obj_id text_new(struct world *w, const char *utf8, size_t length);
obj_id bytes_new(struct world *w, const char *bytes, size_t length);
obj_id native_new(struct world *w, const char *bytes, size_t length);
obj_id native_from(struct world *w, const char *nul_terminated);

/* The bytes; borrowed until the next write.  obj_n() tells how many. */
const char *text_bytes(const struct world *w, obj_id o);
/* Characters (3.x: code points; bytes: bytes). */
uint32_t text_length(const struct world *w, obj_id o);
/* Whether O is a str or bytes equal to a C string. */
bool text_is(const struct world *w, obj_id o, const char *s);
bool text_same(const struct world *w, obj_id a, obj_id b); /* same kind and bytes */

/* 64-bit hash as CPython's with PYTHONHASHSEED=0, per version: SipHash-1-3,
 * SipHash-2-4, or 2.7's own (str and unicode agree there for ASCII). */
uint64_t hash_bytes(const struct world *w, const char *bytes, size_t length);

/* The repr of a str or bytes, quotes and escapes as the version does (u'..',
 * b'..'; printable according to unicode data: see printable.c). */
void text_repr(const struct world *w, obj_id o, struct strbuf *out);

#endif
