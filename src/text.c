#include "text.h"

#include <stdlib.h>
#include <string.h>

#include "dialect.h"
#include "siphash.h"
#include "xalloc.h"

static uint32_t words_for(size_t length)
{
	return TEXT_HEAD + (uint32_t)(length / 4) + 1;
}

uint32_t text_words(const struct world *w, obj_id o)
{
	return words_for(obj_n(w, o));
}

static size_t count_characters(const char *bytes, size_t length)
{
	size_t n = 0;

	for (size_t i = 0; i < length; i++)
		n += ((unsigned char)bytes[i] & 0xc0) != 0x80;
	return n;
}

static void store_bytes(
	struct world *w, uint32_t index, const char *bytes, size_t length)
{
	for (size_t at = 0; at <= length; at += 4) {
		size_t left = length - at;
		uint32_t value = 0;

		memcpy(&value, bytes + at, left < 4 ? left : 4);
		set_word(w, index++, value);
	}
}

void text_fill(struct world *w, obj_id o, const char *bytes, size_t length)
{
	uint32_t block = block_new(w, words_for(length));
	size_t characters = length;

	if (obj_kind(w, o) == KIND_STR) {
		characters = count_characters(bytes, length);
		if (characters == length)
			set_obj_flag(w, o, OBJECT_ASCII, true);
	}
	set_word(w, block + TEXT_HASH, 0);
	set_word(w, block + TEXT_HASH_HIGH, 0);
	set_word(w, block + TEXT_HASHED, 0);
	set_word(w, block + TEXT_CHARS, (uint32_t)characters);
	store_bytes(w, block + TEXT_HEAD, bytes, length);
	set_obj_payload(w, o, block);
	set_obj_n(w, o, (uint32_t)length);
}

static obj_id filled(struct world *w, enum kind kind, enum builtin_type type,
	const char *bytes, size_t length)
{
	obj_id o = obj_new(w, kind, type_object(type));

	text_fill(w, o, bytes, length);
	obj_born(w, o);
	return o;
}

/* The shared object of one Latin-1 character; 0: it is no such text. */
static obj_id shared_text(const char *utf8, size_t length)
{
	const char *p = utf8;
	uint32_t c;

	if (length == 0)
		return OBJ_EMPTY_STR;
	if (length > 2)
		return 0;
	c = text_decode(&p, utf8 + length);
	return p == utf8 + length && c < 256 ? OBJ_LATIN1 + c : 0;
}

obj_id text_new(struct world *w, const char *utf8, size_t length)
{
	obj_id shared = shared_text(utf8, length);

	return shared ? shared : filled(w, KIND_STR, T_STR, utf8, length);
}

obj_id bytes_new(struct world *w, const char *bytes, size_t length)
{
	if (length == 0)
		return OBJ_EMPTY_BYTES;
	if (length == 1)
		return OBJ_BYTE + (unsigned char)bytes[0];
	return filled(w, KIND_BYTES, T_BYTES, bytes, length);
}

static bool native_is_bytes(const struct world *w)
{
	return w->dialect->version.major == 2;
}

obj_id native_new(struct world *w, const char *bytes, size_t length)
{
	return native_is_bytes(w) ? bytes_new(w, bytes, length)
				  : text_new(w, bytes, length);
}

obj_id native_from(struct world *w, const char *nul_terminated)
{
	return native_new(w, nul_terminated, strlen(nul_terminated));
}

enum kind native_kind(const struct world *w)
{
	return native_is_bytes(w) ? KIND_BYTES : KIND_STR;
}

obj_id text_new_like(struct world *w, obj_id like, const char *bytes, size_t length)
{
	if (obj_kind(w, like) == KIND_BYTES)
		return bytes_new(w, bytes, length);
	return text_new(w, bytes, length);
}

const char *text_bytes(const struct world *w, obj_id o)
{
	return (const char *)&w->arena.w[obj_payload(w, o) + TEXT_HEAD];
}

uint32_t text_length(const struct world *w, obj_id o)
{
	return obj_field(w, o, TEXT_CHARS);
}

bool text_is(const struct world *w, obj_id o, const char *s)
{
	size_t length = strlen(s);

	return is_text(w, o) && obj_n(w, o) == length &&
		memcmp(text_bytes(w, o), s, length) == 0;
}

bool text_same(const struct world *w, obj_id a, obj_id b)
{
	return a == b ||
		(obj_kind(w, a) == obj_kind(w, b) && obj_n(w, a) == obj_n(w, b) &&
			memcmp(text_bytes(w, a), text_bytes(w, b), obj_n(w, a)) == 0);
}

int text_compare(const struct world *w, obj_id a, obj_id b)
{
	uint32_t na = obj_n(w, a);
	uint32_t nb = obj_n(w, b);
	int order = memcmp(text_bytes(w, a), text_bytes(w, b), na < nb ? na : nb);

	if (order)
		return order < 0 ? -1 : 1;
	return (na > nb) - (na < nb);
}

uint32_t text_decode(const char **p, const char *end)
{
	const unsigned char *s = (const unsigned char *)*p;
	uint32_t c = *s++;
	int more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;

	if (more)
		c &= 0x3fu >> more;
	while (more-- && s < (const unsigned char *)end)
		c = c << 6 | (*s++ & 0x3f);
	*p = (const char *)s;
	return c;
}

/* Hashes. */

/* Objects/stringobject.c, string_hash, and unicodeobject.c, unicode_hash, of 2.7. */
struct old_hash {
	uint64_t x;
	bool started;
};

static void old_hash_add(struct old_hash *h, uint32_t unit)
{
	if (!h->started)
		h->x = (uint64_t)unit << 7;
	h->started = true;
	h->x = (1000003 * h->x) ^ unit;
}

/* -1 is CPython's mark for an error, so no hash is -1. */
static uint64_t not_minus_one(uint64_t hash)
{
	return hash == UINT64_MAX ? UINT64_MAX - 1 : hash;
}

uint64_t hash_bytes(const struct world *w, const char *bytes, size_t length)
{
	struct old_hash h = {0};

	if (length == 0)
		return 0;
	if (w->dialect->siphash_rounds)
		return not_minus_one(
			siphash(bytes, length, w->dialect->siphash_rounds));
	for (size_t i = 0; i < length; i++)
		old_hash_add(&h, (unsigned char)bytes[i]);
	return not_minus_one(h.x ^ length);
}

static uint64_t old_hash_text(const char *p, const char *end)
{
	struct old_hash h = {0};
	uint64_t length = 0;

	for (; p < end; length++)
		old_hash_add(&h, text_decode(&p, end));
	return not_minus_one(h.x ^ length);
}

static unsigned width_of(const char *p, const char *end)
{
	uint32_t all = 0;

	while (p < end)
		all |= text_decode(&p, end);
	return all < 0x100 ? 1 : all < 0x10000 ? 2 : 4;
}

static uint64_t hash_wide(const struct world *w, const char *p, const char *end)
{
	unsigned width = width_of(p, end);
	char *units = xmalloc((size_t)(end - p) * width);
	size_t length = 0;
	uint64_t hash;

	while (p < end) {
		uint32_t c = text_decode(&p, end);

		for (unsigned i = 0; i < width; i++)
			units[length++] = (char)(c >> (8 * i) & 0xff);
	}
	hash = siphash(units, length, w->dialect->siphash_rounds);
	free(units);
	return not_minus_one(hash);
}

uint64_t text_hash_computed(const struct world *w, obj_id o)
{
	const char *bytes = text_bytes(w, o);

	if (obj_kind(w, o) == KIND_BYTES || obj_flag(w, o, OBJECT_ASCII))
		return hash_bytes(w, bytes, obj_n(w, o));
	if (!w->dialect->siphash_rounds)
		return old_hash_text(bytes, bytes + obj_n(w, o));
	return hash_wide(w, bytes, bytes + obj_n(w, o));
}

uint64_t text_hash_cached(struct world *w, obj_id o)
{
	uint64_t hash = text_hash(w, o);

	if (!obj_field(w, o, TEXT_HASHED)) {
		set_obj_field(w, o, TEXT_HASH, (uint32_t)hash);
		set_obj_field(w, o, TEXT_HASH_HIGH, (uint32_t)(hash >> 32));
		set_obj_field(w, o, TEXT_HASHED, 1);
	}
	return hash;
}
