#ifndef GCREFS_GLYPH_H
#define GCREFS_GLYPH_H

#include <stdint.h>

/*
 * The signs gcrefs draws with, in four sets:
 *
 *   unicode  a UTF-8 terminal with a full font
 *   console  the Linux console's font (CP437): no round, heavy, dashed lines
 *   ascii    any terminal
 *   plain    the signs of ascii, and text as it is: a UTF-8 terminal with wide
 *            ambiguous characters, and lines of text that are read aloud
 *
 * Every glyph is one column wide.  In the ascii set, and only there, text
 * outside ASCII is shown escaped or folded to a glyph's ASCII form (wtext.h).
 */
enum glyph_set {
	GLYPHS_UNICODE,
	GLYPHS_CONSOLE,
	GLYPHS_ASCII,
	GLYPHS_PLAIN,
	GLYPHS_COUNT,
};

enum glyph {
	GLYPH_HEAD_RIGHT,	/* head of a reference: ► > */
	GLYPH_HEAD_LEFT,	/* ◄ < */
	GLYPH_HEAD_UP,		/* ▲ ^ */
	GLYPH_HEAD_DOWN,	/* ▼ v */
	GLYPH_CROSSING,		/* two references cross: ┼ +; never a join */
	GLYPH_JOIN,		/* four arms of one reference meet: ● * */
	GLYPH_SOURCE,		/* list view: row that refers: ● o */
	GLYPH_SOURCE_SELF,	/* list view: refers to itself too: ◎ @ */
	GLYPH_ELLIPSIS,		/* … ~ */
	GLYPH_TO,		/* old→new, on a list: → > */
	GLYPH_FROM,		/* ← < */
	GLYPH_UP,		/* ↑ ^ */
	GLYPH_DOWN,		/* ↓ v */
	GLYPH_BULLET,		/* • * */
	GLYPH_FULL,		/* a full tile: █ # */
	GLYPH_SHADE,		/* a light tile: ░ . */
	GLYPH_INFINITY,		/* refcount of an immortal: ∞ i */
	GLYPH_COUNT,
};

/* Arms of a line in a cell; a mask of these. */
enum arm {
	ARM_N = 1,
	ARM_E = 2,
	ARM_S = 4,
	ARM_W = 8,
};

enum line_kind {
	LINE_SINGLE,	/* ┌─┐ +-+ rules, boxes; square corners: an object */
	LINE_DASHED,	/* ┌┄┐ :.: set aside */
	LINE_DOUBLE,	/* ╔═╗ #=# garbage */
	LINE_HEAVY,	/* ┏━┓ *** being visited */
	LINE_DOTTED,	/* ┈ ┊ corners ·: a ghost */
	LINE_ROUND,	/* ╭─╮ .-. a reference */
	LINE_WEAK,	/* ╭╌╮ .~. a weak reference */
	LINE_GHOST,	/* ┄ ┆: a reference that is gone */
	LINE_COUNT,
};

/* Whether the signs of SET are ASCII. */
int glyph_is_ascii(enum glyph_set set);

/* The code point of G in SET. */
uint32_t glyph_code(enum glyph_set set, enum glyph g);

/* The code point of a line of KIND with arms MASK (1 to 15). */
uint32_t glyph_line(enum glyph_set set, enum line_kind kind, unsigned mask);

/* A code point of the unicode set as SET shows it, or 0 when CODE is none of
 * our glyphs.  Lets text such as "1→0" be shown in every set. */
uint32_t glyph_fold(enum glyph_set set, uint32_t code);

#endif
