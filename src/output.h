#ifndef GCREFS_OUTPUT_H
#define GCREFS_OUTPUT_H

#include <stdbool.h>

#include "world.h"

#include <stddef.h>

/*
 * What the program prints: bytes that are only ever appended, outside the
 * arena; how many of them exist at a step is a word (REG_STDOUT counts the
 * bytes of both streams).  Going back and printing again overwrites the same
 * bytes with the same bytes, or, on another branch, with others.
 */
struct output;

struct output *output_new(void);
void output_free(struct output *o);

/* Prints LENGTH bytes on STREAM (1 or 2); announces PRINT. */
void output_write(struct world *w, int stream, const char *bytes, size_t length);

/* Pieces in the order of printing, from *cursor (start with 0) up to the
 * present length; returns false at the end. */
bool output_piece(const struct world *w, size_t *cursor, int *stream,
	const char **bytes, size_t *length);

#endif
