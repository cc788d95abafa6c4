#include "symbols.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* Open addressing over the numbers; texts[0] is the empty name. */
struct symbols {
	char **texts;
	uint32_t count, capacity;
	uint32_t *table;
	uint32_t table_size; /* a power of two, at most half full */
};

struct symbols *symbols_new(void)
{
	struct symbols *s = xcalloc(1, sizeof(*s));

	s->capacity = 64;
	s->texts = xcalloc(s->capacity, sizeof(*s->texts));
	s->texts[0] = xstrdup("");
	s->count = 1;
	s->table_size = 256;
	s->table = xcalloc(s->table_size, sizeof(*s->table));
	return s;
}

void symbols_free(struct symbols *s)
{
	if (!s)
		return;
	for (uint32_t i = 0; i < s->count; i++)
		free(s->texts[i]);
	free(s->texts);
	free(s->table);
	free(s);
}

static uint32_t hash_text(const char *text, size_t length)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < length; i++)
		h = (h ^ (unsigned char)text[i]) * 16777619u;
	return h ^ h >> 15;
}

/* The place in the table where the text is or would be. */
static uint32_t *find(const struct symbols *s, const char *text, size_t length)
{
	uint32_t i = hash_text(text, length) & (s->table_size - 1);

	while (s->table[i]) {
		const char *other = s->texts[s->table[i]];

		if (strlen(other) == length && memcmp(other, text, length) == 0)
			break;
		i = (i + 1) & (s->table_size - 1);
	}
	return &s->table[i];
}

static void grow(struct symbols *s)
{
	free(s->table);
	s->table_size *= 2;
	s->table = xcalloc(s->table_size, sizeof(*s->table));
	for (uint32_t i = 1; i < s->count; i++)
		*find(s, s->texts[i], strlen(s->texts[i])) = i;
}

uint32_t symbols_intern(struct symbols *s, const char *text, size_t length)
{
	const char *nul = memchr(text, '\0', length);
	uint32_t *place;

	if (nul)
		length = (size_t)(nul - text);
	if (length == 0)
		return 0;
	place = find(s, text, length);
	if (*place)
		return *place;
	if (s->count == s->capacity) {
		s->capacity *= 2;
		s->texts = xreallocarray(s->texts, s->capacity, sizeof(*s->texts));
	}
	s->texts[s->count] = xstrndup(text, length);
	*place = s->count++;
	if (s->count * 2 > s->table_size)
		grow(s);
	return s->count - 1;
}

const char *symbols_text(const struct symbols *s, uint32_t symbol)
{
	return symbol < s->count ? s->texts[symbol] : "";
}
