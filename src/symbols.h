#ifndef GCREFS_SYMBOLS_H
#define GCREFS_SYMBOLS_H

#include <stddef.h>
#include <stdint.h>

/*
 * Names in events: texts with small numbers that never change.  A table grows
 * and is never undone; a number means the same at every step.  0 is no name.
 */
struct symbols;

struct symbols *symbols_new(void);
void symbols_free(struct symbols *s);
/* The number of a text of LENGTH bytes (copied). */
uint32_t symbols_intern(struct symbols *s, const char *text, size_t length);
/* Borrowed, NUL-terminated; "" for 0. */
const char *symbols_text(const struct symbols *s, uint32_t symbol);

#endif
