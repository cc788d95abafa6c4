#include "compile_memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum {
	CHUNK = 16384
};

struct chunk {
	struct chunk *next;
	max_align_t start[];
};

struct text {
	struct text *next;
	size_t length;
	char bytes[];
};

struct unit_memory {
	struct chunk *chunks;
	char *at;
	size_t left;
	struct text **texts;
	size_t text_count, buckets;
};

struct unit_memory *unit_memory_new(void)
{
	struct unit_memory *m = xcalloc(1, sizeof *m);

	m->buckets = 64;
	m->texts = xcalloc(m->buckets, sizeof *m->texts);
	return m;
}

void unit_memory_free(struct unit_memory *m)
{
	if (!m)
		return;
	for (struct chunk *c = m->chunks, *next; c; c = next) {
		next = c->next;
		free(c);
	}
	free(m->texts);
	free(m);
}

static void add_chunk(struct unit_memory *m, size_t size)
{
	struct chunk *c = xcalloc(1, sizeof *c + size);

	c->next = m->chunks;
	m->chunks = c;
	m->at = (char *)c->start;
	m->left = size;
}

void *unit_alloc(struct unit_memory *m, size_t count, size_t size)
{
	size_t align = sizeof(max_align_t);
	size_t bytes = (count * size + align - 1) / align * align;

	if (bytes > m->left)
		add_chunk(m, bytes > CHUNK ? bytes : CHUNK);
	void *result = m->at;
	m->at += bytes;
	m->left -= bytes;
	return result;
}

void *unit_copy(struct unit_memory *m, const void *from, size_t count, size_t size)
{
	if (!count)
		return NULL;
	return memcpy(unit_alloc(m, count, size), from, count * size);
}

static size_t hash(const char *text, size_t length)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < length; i++)
		h = (h ^ (unsigned char)text[i]) * 1099511628211u;
	return (size_t)(h ^ h >> 32);
}

static void grow(struct unit_memory *m)
{
	size_t buckets = m->buckets * 2;
	struct text **texts = xcalloc(buckets, sizeof *texts);

	for (size_t i = 0; i < m->buckets; i++) {
		for (struct text *t = m->texts[i], *next; t; t = next) {
			next = t->next;
			size_t at = hash(t->bytes, t->length) & (buckets - 1);
			t->next = texts[at];
			texts[at] = t;
		}
	}
	free(m->texts);
	m->texts = texts;
	m->buckets = buckets;
}

const char *unit_intern(struct unit_memory *m, const char *text, size_t length)
{
	size_t at = hash(text, length) & (m->buckets - 1);

	for (struct text *t = m->texts[at]; t; t = t->next)
		if (t->length == length && !memcmp(t->bytes, text, length))
			return t->bytes;
	struct text *t = unit_alloc(m, 1, sizeof *t + length + 1);
	t->length = length;
	memcpy(t->bytes, text, length);
	t->next = m->texts[at];
	m->texts[at] = t;
	if (++m->text_count > m->buckets)
		grow(m);
	return t->bytes;
}
