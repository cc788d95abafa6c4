#ifndef GCREFS_CAST_H
#define GCREFS_CAST_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A recording of what a terminal is sent, as asciinema plays it (asciicast version
 * 2): a line of JSON about the terminal, then a line for each frame and each new size
 * with the seconds since the beginning.
 */
struct cast;

/* Begins one in a new file; NULL when it cannot be written. */
struct cast *cast_begin(const char *file, int columns, int rows);
/* BYTES are whole characters of UTF-8 and whole sequences. */
void cast_output(struct cast *c, const char *bytes, size_t length);
void cast_size(struct cast *c, int columns, int rows);
/* False: not all of it could be written. */
bool cast_end(struct cast *c);

#endif
