#ifndef GCREFS_WTEXT_TABLE_H
#define GCREFS_WTEXT_TABLE_H

#include <stdint.h>

/*
 * Classes of code points, from the Unicode 15.1 character database (general
 * category, East Asian Width, Default_Ignorable_Code_Point).  Sorted ranges,
 * ends included; what is in no table is one column wide.
 */
struct wtext_range {
	uint32_t first, last;
};

/* Cc Cf Cs Co Cn Zl Zp and default ignorable: never shown as they are. */
extern const struct wtext_range wtext_hidden[];
extern const int wtext_hidden_count;
/* Mn Me and Hangul vowels and finals: no column of their own. */
extern const struct wtext_range wtext_marks[];
extern const int wtext_marks_count;
/* East Asian Wide and Fullwidth: two columns. */
extern const struct wtext_range wtext_wide[];
extern const int wtext_wide_count;

#endif
