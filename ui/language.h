#ifndef GCREFS_LANGUAGE_H
#define GCREFS_LANGUAGE_H

#include "glyph.h"

/*
 * In which language texts are.  Like the locale that it goes with, this belongs to
 * the whole process.
 */

/* At the start: the characters and the language of the environment (LANGUAGE,
 * LC_ALL, LC_MESSAGES, LANG, as gettext has them).  The locale need not be
 * installed.  On the Linux console, whose font is small: English. */
void language_start(void);

/* The language CODE from here on: "zh", "zh_CN"; "en" or one that we have not:
 * English; "": that of the environment.  Where characters are not UTF-8, texts are
 * English. */
void language_choose(const char *code);

/* The code of the language in force: "en", "zh". */
const char *language_code(void);

/* Chooses, and returns the language of captions: CODE itself, for there may be
 * captions in languages that texts are not in. */
const char *language_set(const char *code);

/* What to draw with where SET was chosen: the ascii set has no characters for texts
 * that are not English, so the plain one stands in for it. */
enum glyph_set language_glyphs(enum glyph_set set);

#endif
