#ifndef GCREFS_COMPILE_MEMORY_H
#define GCREFS_COMPILE_MEMORY_H

#include <stddef.h>

/*
 * Memory that lives as long as a unit: taken in pieces, given back at once.
 */
struct unit_memory;

struct unit_memory *unit_memory_new(void);
void unit_memory_free(struct unit_memory *m);
/* COUNT elements of SIZE bytes, zeroed; never NULL. */
void *unit_alloc(struct unit_memory *m, size_t count, size_t size);
/* A copy of COUNT elements; NULL when COUNT is 0. */
void *unit_copy(struct unit_memory *m, const void *from, size_t count, size_t size);
/* The one copy of a text, NUL-ended: equal texts give equal pointers. */
const char *unit_intern(struct unit_memory *m, const char *text, size_t length);

#endif
