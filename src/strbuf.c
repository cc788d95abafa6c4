#include "strbuf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

char strbuf_empty[1] = "";

void strbuf_free(struct strbuf *b)
{
	if (b->capacity)
		free(b->text);
	*b = (struct strbuf)STRBUF_INIT;
}

void strbuf_clear(struct strbuf *b)
{
	b->length = 0;
	b->text[0] = '\0';
}

static void reserve(struct strbuf *b, size_t extra)
{
	size_t want = b->length + extra + 1;
	size_t capacity = b->capacity ? b->capacity : 32;

	if (want <= b->capacity)
		return;
	while (capacity < want)
		capacity *= 2;
	b->text = xreallocarray(b->capacity ? b->text : NULL, capacity, 1);
	b->capacity = capacity;
	b->text[b->length] = '\0';
}

void strbuf_add(struct strbuf *b, const void *bytes, size_t length)
{
	reserve(b, length);
	if (length)
		memcpy(b->text + b->length, bytes, length);
	b->length += length;
	b->text[b->length] = '\0';
}

void strbuf_puts(struct strbuf *b, const char *text)
{
	strbuf_add(b, text, strlen(text));
}

void strbuf_putc(struct strbuf *b, char c)
{
	strbuf_add(b, &c, 1);
}

void strbuf_put_utf8(struct strbuf *b, uint32_t c)
{
	char out[4];
	size_t n = 0;

	if (c < 0x80) {
		out[n++] = (char)c;
	} else if (c < 0x800) {
		out[n++] = (char)(0xc0 | c >> 6);
		out[n++] = (char)(0x80 | (c & 0x3f));
	} else if (c < 0x10000) {
		out[n++] = (char)(0xe0 | c >> 12);
		out[n++] = (char)(0x80 | (c >> 6 & 0x3f));
		out[n++] = (char)(0x80 | (c & 0x3f));
	} else {
		out[n++] = (char)(0xf0 | c >> 18);
		out[n++] = (char)(0x80 | (c >> 12 & 0x3f));
		out[n++] = (char)(0x80 | (c >> 6 & 0x3f));
		out[n++] = (char)(0x80 | (c & 0x3f));
	}
	strbuf_add(b, out, n);
}

void strbuf_vprintf(struct strbuf *b, const char *format, va_list args)
{
	va_list again;
	int n;

	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, again);
	va_end(again);
	assert(n >= 0);
	reserve(b, (size_t)n);
	vsnprintf(b->text + b->length, (size_t)n + 1, format, args);
	b->length += (size_t)n;
}

void strbuf_printf(struct strbuf *b, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	strbuf_vprintf(b, format, args);
	va_end(args);
}

char *strbuf_take(struct strbuf *b)
{
	char *text = b->capacity ? b->text : xstrdup("");

	*b = (struct strbuf)STRBUF_INIT;
	return text;
}
