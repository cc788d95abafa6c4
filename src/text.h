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
/* A text or byte string of the same kind as LIKE. */
obj_id text_new_like(struct world *w, obj_id like, const char *bytes, size_t length);

/* Fills the new object O (of either kind, no payload yet) with contents: for
 * subclasses, and for the shared objects themselves.  No event. */
void text_fill(struct world *w, obj_id o, const char *bytes, size_t length);

/* Words of its payload block, for block_free(). */
uint32_t text_words(const struct world *w, obj_id o);

/* The bytes, with a NUL behind them; borrowed until the object is freed (the
 * arena never moves).  obj_n() tells how many. */
const char *text_bytes(const struct world *w, obj_id o);
/* Characters (3.x: code points; bytes: bytes). */
uint32_t text_length(const struct world *w, obj_id o);
/* Whether O is a str or bytes equal to a C string. */
bool text_is(const struct world *w, obj_id o, const char *s);
bool text_same(const struct world *w, obj_id a, obj_id b); /* same kind and bytes */
static inline bool is_text(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_STR || obj_kind(w, o) == KIND_BYTES;
}
/* The kind of the version's str. */
enum kind native_kind(const struct world *w);

/* -1, 0, 1: a before, the same as, after b; two objects of one kind, by bytes
 * or code points (UTF-8 keeps that order). */
int text_compare(const struct world *w, obj_id a, obj_id b);

/* The code point at P (in valid internal form, before END) and the next one. */
uint32_t text_decode(const char **p, const char *end);

/* 64-bit hash as CPython's with PYTHONHASHSEED=0, per version: SipHash-1-3,
 * SipHash-2-4, or 2.7's own (str and unicode agree there for ASCII). */
uint64_t hash_bytes(const struct world *w, const char *bytes, size_t length);
/* The same of an object: CPython hashes a text's code points in the narrowest
 * of 1, 2, 4 bytes that holds them all. */
uint64_t text_hash_computed(const struct world *w, obj_id o);
static inline uint64_t text_hash(const struct world *w, obj_id o)
{
	uint32_t text = obj_payload(w, o);

	if (!word(w, text + TEXT_HASHED))
		return text_hash_computed(w, o);
	return word(w, text + TEXT_HASH) | (uint64_t)word(w, text + TEXT_HASH_HIGH) << 32;
}
/* The same, and remembers it in the object. */
uint64_t text_hash_cached(struct world *w, obj_id o);

/* The repr of a str or bytes, quotes and escapes as the version does (u'..',
 * b'..'; printable according to unicode data: see printable.c). */
void text_repr(const struct world *w, obj_id o, struct strbuf *out);
void bytes_repr(const struct world *w, const char *bytes, size_t length, struct strbuf *out);
void unicode_repr(const struct world *w, const char *utf8, size_t length, struct strbuf *out);
/* Escapes what is beyond ASCII in a repr that was made elsewhere. */
void text_escape(const char *utf8, size_t length, struct strbuf *out);

#endif
