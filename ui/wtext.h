#ifndef GCREFS_WTEXT_H
#define GCREFS_WTEXT_H

#include <stddef.h>
#include <stdint.h>

#include "glyph.h"

/*
 * Text as terminal columns.  Widths come from our own tables (Unicode 15.1),
 * never from the locale, so that a picture is the same everywhere.
 *
 * Text is made safe on the way: what could move the cursor, hide or reorder
 * (C0, C1, bidi controls, zero-width and other ignorable characters, private
 * use, unassigned, surrogates, a combining mark without a base) and invalid
 * UTF-8 becomes visible ASCII: "\x1b" for bytes and code points below U+0100,
 * "U+202E" for the rest.  In the ascii glyph set every character outside
 * ASCII does, unless it is one of our glyphs.
 */

enum { WTEXT_CODES = 5 };

/* One column's or two columns' worth of text: a base and its marks.  More
 * than four marks on one base are dropped. */
struct wtext_cluster {
	uint32_t code[WTEXT_CODES];	/* unused: 0 */
	int width;			/* 1 or 2 */
};

/* A position in a text that is being read; start with wtext_start(). */
struct wtext {
	const char *at, *end;
	enum glyph_set glyphs;
	char escape[12];	/* rest of an escape being given out */
	int escape_at;
};

/* Reads LENGTH bytes of TEXT, which must outlive the reader. */
struct wtext wtext_start(const char *text, size_t length, enum glyph_set glyphs);
/* Gives the next cluster; returns 0 at the end, else 1. */
int wtext_next(struct wtext *t, struct wtext_cluster *out);

/* Columns that TEXT takes once made safe. */
int wtext_width(const char *text, enum glyph_set glyphs);

/* Width of one code point: 0 combining, 1, 2; -1 when it is not to be shown
 * as it is. */
int wtext_code_width(uint32_t code);

/* Decodes one code point of UTF-8 and returns its bytes, or 0 when the bytes
 * at AT (before END) are not valid UTF-8. */
int wtext_decode(const char *at, const char *end, uint32_t *code);

#endif
