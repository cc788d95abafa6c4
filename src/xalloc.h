#ifndef GCREFS_XALLOC_H
#define GCREFS_XALLOC_H

#include <stddef.h>

/*
 * Memory of the program itself (not of the simulated world).
 *
 * None of these returns NULL.  When the system has no more memory they call
 * the handler set by xalloc_on_failure() (which puts the terminal back), say
 * so on standard error and exit with status 1.
 */

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
/* Resizes to COUNT elements of SIZE bytes; checks the product for overflow. */
void *xreallocarray(void *old, size_t count, size_t size);
char *xstrdup(const char *text);
char *xstrndup(const char *text, size_t length);

/* Called once, before the message, when memory runs out.  NULL: nothing. */
void xalloc_on_failure(void (*handler)(void));

#endif
