#ifndef GCREFS_CARET_WIDTH_H
#define GCREFS_CARET_WIDTH_H

#include <stdint.h>

/* How many columns Python's traceback module counts for a character: 2 for those that
 * are wide in East Asian text, else 1. */
unsigned caret_width(uint32_t c);

#endif
