#ifndef GCREFS_UNICODE_CASE_H
#define GCREFS_UNICODE_CASE_H

#include <stdint.h>

/* What the methods of str know of single characters. */

enum unicode_flag {
	UNICODE_ALPHA = 1, UNICODE_DECIMAL = 2, UNICODE_DIGIT = 4, UNICODE_NUMERIC = 8,
	UNICODE_SPACE = 16, UNICODE_UPPER = 32, UNICODE_LOWER = 64, UNICODE_TITLE = 128,
	UNICODE_CASED = 256,
	UNICODE_IGNORABLE = 512	/* passed over when a word's end is looked for */
};

enum unicode_mapping { UNICODE_TO_LOWER, UNICODE_TO_UPPER, UNICODE_TO_TITLE, UNICODE_TO_FOLDED };

/* A sum of enum unicode_flag. */
unsigned unicode_flags(uint32_t c);

/* One character for one; C itself when there is none. */
uint32_t unicode_map(uint32_t c, enum unicode_mapping mapping);

/* The several characters that C becomes, as UTF-8; NULL: unicode_map() says. */
const char *unicode_map_special(uint32_t c, enum unicode_mapping mapping);

#endif
