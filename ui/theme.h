#ifndef GCREFS_THEME_H
#define GCREFS_THEME_H

/*
 * How meanings look: a theme gives every style (style.h) colours and
 * attributes.  Colours are indices into xterm's palette; 16 to 255 where the
 * terminal has them, since users give 0 to 15 colours of their own.
 *
 * The colours of states were chosen by search (smallest CIEDE2000 distance
 * between any two of them and the text, normal and under simulated protanopia,
 * deuteranopia and tritanopia, with a floor on contrast); the marks, borders
 * and words that go with them are complete without any colour: `mono`.
 */
enum theme {
	THEME_DARK,
	THEME_LIGHT,
	THEME_PROJECTOR, /* black on white, states as fills */
	THEME_TERMINAL,  /* the user's own 8 or 16 colours */
	THEME_MONO,
	THEME_COUNT
};

enum theme_attribute {
	THEME_BOLD = 1,
	THEME_UNDERLINE = 2,
	THEME_REVERSE = 4
};

struct theme_look {
	short fg, bg; /* -1: the terminal's own */
	unsigned attributes;
};

/* The name on the command line. */
const char *theme_name(enum theme t);
/* The theme called NAME, or -1. */
int theme_find(const char *name);
/* How STYLE (a role with flags) looks. */
struct theme_look theme_look(enum theme t, unsigned style);

/* What COLORS colours allow: THEME_TERMINAL below 256, THEME_MONO below 8. */
enum theme theme_limit(enum theme wanted, int colors);
/* The theme for a terminal with COLORS colours when none is asked for: by
 * COLORFGBG ("15;0"; NULL: not set), dark in doubt. */
enum theme theme_guess(const char *colorfgbg, int colors);

#endif
