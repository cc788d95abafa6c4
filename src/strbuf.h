#ifndef GCREFS_STRBUF_H
#define GCREFS_STRBUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Text that grows at its end.  `text` always ends in a NUL that `length` does
 * not count; it may hold NUL bytes of its own.  Initialize with STRBUF_INIT
 * (no memory yet: `text` is a static empty string) and give back with
 * strbuf_free(), after which it is empty and usable again.  Any call that
 * appends may move `text`.
 */
struct strbuf {
	char *text;
	size_t length;
	size_t capacity;
};

extern char strbuf_empty[1];
#define STRBUF_INIT {strbuf_empty, 0, 0}

void strbuf_free(struct strbuf *b);
void strbuf_clear(struct strbuf *b);
void strbuf_add(struct strbuf *b, const void *bytes, size_t length);
void strbuf_puts(struct strbuf *b, const char *text);
void strbuf_putc(struct strbuf *b, char c);
/* Appends the UTF-8 form of a code point (surrogates are encoded as they are). */
void strbuf_put_utf8(struct strbuf *b, uint32_t code_point);
void strbuf_printf(struct strbuf *b, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void strbuf_vprintf(struct strbuf *b, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));
/* Returns the text, to be freed by the caller, and leaves B empty. */
char *strbuf_take(struct strbuf *b);

#endif
