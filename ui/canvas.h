#ifndef GCREFS_CANVAS_H
#define GCREFS_CANVAS_H

#include <stddef.h>
#include <stdint.h>

#include "glyph.h"
#include "style.h"
#include "wtext.h"

struct strbuf;

/*
 * A grid of terminal cells: what every view draws on and every output
 * (terminal, text, SVG ...) reads.
 *
 * Columns and rows count from 0 at the top left.  Anything may be drawn
 * anywhere, also at negative places: what lies outside the clip is not drawn.
 * A character of two columns fills two cells; drawing over one half blanks the
 * other, and a half that would be cut by the clip is drawn as a blank.
 */

struct canvas_cell {
	uint32_t code[WTEXT_CODES];	/* base and marks, unused 0; blank: ' ' */
	uint16_t style;			/* enum style, with flags */
	uint8_t width;			/* 1, 2; 0: right half of the cell before */
	uint8_t line;			/* rules: kind << 4 | arms; 0: no rule */
};

struct canvas_rect {
	int x, y, width, height;
};

/*
 * A canvas owns its cells, or (from canvas_sub()) is a window on another one.
 * Read the sizes and `glyphs`; set `glyphs` before drawing.  The rest is the
 * canvas's own.
 */
struct canvas {
	int columns, rows;
	enum glyph_set glyphs;

	struct canvas_cell *cells;	/* of the whole grid, row by row */
	int stride, height;		/* size of the whole grid */
	int x, y;			/* our 0,0 in the whole grid */
	int x0, y0, x1, y1;		/* clip in the whole grid, ends excluded */
	int owner;
};

/* Makes a blank grid; give back with canvas_free(). */
void canvas_init(struct canvas *c, int columns, int rows, enum glyph_set glyphs);
void canvas_free(struct canvas *c);
/* Gives the grid a new size and blanks it.  Not for sub-canvases; ends the
 * life of all windows on it. */
void canvas_resize(struct canvas *c, int columns, int rows);

/* A window: same cells, own 0,0 and size, clipped to R and to C's own clip.
 * Need not be freed; lives as long as C. */
struct canvas canvas_sub(const struct canvas *c, struct canvas_rect r);

/* The cell at a place, or NULL outside of C's clip. */
const struct canvas_cell *canvas_at(const struct canvas *c, int x, int y);

/* Blanks all of C, or a rectangle, in STYLE. */
void canvas_clear(struct canvas *c);
void canvas_fill(struct canvas *c, struct canvas_rect r, unsigned style);

/* Changes styles only: the role to ROLE unless it is STYLE_DEFAULT, and adds
 * the flags. */
void canvas_restyle(struct canvas *c, struct canvas_rect r, unsigned style);

/* Draws one code point that is known to be one or two columns wide. */
void canvas_put(struct canvas *c, int x, int y, uint32_t code, unsigned style);
void canvas_glyph(struct canvas *c, int x, int y, enum glyph g, unsigned style);

/* Draws text (UTF-8, made safe as wtext.h says) on one row and returns the
 * columns it takes, drawn or clipped. */
int canvas_text(struct canvas *c, int x, int y, const char *text, unsigned style);
int canvas_printf(struct canvas *c, int x, int y, unsigned style, const char *format,
	...) __attribute__((format(printf, 5, 6)));

/* How a text that is too long is cut; an ellipsis marks the place. */
enum canvas_cut {
	CANVAS_CUT_END,
	CANVAS_CUT_MIDDLE,
};

/* Draws text in at most WIDTH columns and returns the columns drawn. */
int canvas_text_fit(struct canvas *c, int x, int y, int width, enum canvas_cut cut,
	const char *text, unsigned style);

/* Draws TEXT broken at blanks into rows of WIDTH columns, at most HEIGHT rows
 * (the last one with an ellipsis if there is more); returns the rows the whole
 * text needs.  With HEIGHT 0 only counts. */
int canvas_text_wrap(struct canvas *c, struct canvas_rect r, const char *text,
	unsigned style);

/* Straight rules and a box's frame.  Where rules of one kind meet they join:
 * each cell keeps its arms (N, E, S, W).  A horizontal rule's ends have one
 * arm, pointing inwards; draw a frame's corner by letting rules share it. */
void canvas_hline(struct canvas *c, int x, int y, int length, enum line_kind kind,
	unsigned style);
void canvas_vline(struct canvas *c, int x, int y, int length, enum line_kind kind,
	unsigned style);
/* A frame of at least 2x2 cells; its inside is left alone. */
void canvas_box(struct canvas *c, struct canvas_rect r, enum line_kind kind,
	unsigned style);
/* Adds arms to one cell, joining with a rule of the same kind there. */
void canvas_arms(struct canvas *c, int x, int y, enum line_kind kind, unsigned arms,
	unsigned style);

/* Copies all of SRC so that its cell (SCROLL_X, SCROLL_Y) comes to R's corner;
 * the rest of R is blanked where SRC ends. */
void canvas_blit(struct canvas *c, struct canvas_rect r, const struct canvas *src,
	int scroll_x, int scroll_y);

/* Appends row Y as UTF-8 text without trailing blanks and without newline. */
void canvas_row_text(const struct canvas *c, int y, struct strbuf *out);
/* Appends all rows, each ending in a newline; blank rows at the end are kept. */
void canvas_dump(const struct canvas *c, struct strbuf *out);

#endif
