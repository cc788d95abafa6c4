#ifndef GCREFS_GRAPH_GRID_H
#define GCREFS_GRAPH_GRID_H

#include <stdbool.h>
#include <stdint.h>

#include "graph_reader.h"

/* The first half of graph_reader: a picture's text as cells, and its boxes. */

enum arm { ARM_NORTH = 1, ARM_EAST = 2, ARM_SOUTH = 4, ARM_WEST = 8 };

/* What a cell is, once the boxes are found. */
enum part {
	PART_OUTSIDE,
	PART_INSIDE,	/* of a box, or its upper or lower border */
	PART_SIDE,	/* of a frame whose tails are drawn on it */
	PART_OPEN_SIDE, /* of a box whose tails only touch it */
};

enum sign_kind {
	SIGN_NONE,
	SIGN_LINE,
	SIGN_WEAK,
	SIGN_TURN,	/* a corner or a join: as weak as its line */
	SIGN_CROSSING,
	SIGN_HEAD,
	SIGN_GUESSED,	/* ASCII, whose arms depend on what is around */
};

struct grid_cell {
	uint32_t code;	/* 0: right half of a wide character */
	enum part part;
	int box;	/* unless outside */
	enum sign_kind kind;
	unsigned arms;	/* of the line, or of a tail on a side */
};

struct grid {
	int columns, rows;
	struct grid_cell *cells, blank;
	struct graph_reading *out;
};

/* Reads TEXT into cells and finds the boxes, which go to OUT; SIGN_NONE and no
 * arms but those of tails on frames.  Give back with grid_free(). */
struct grid grid_read(const char *text, struct graph_reading *out);
void grid_free(struct grid *g);

/* The cell at a place; a blank one outside of the picture. */
struct grid_cell *grid_at(struct grid *g, int x, int y);

/* Adds a spot to the reading. */
void grid_complain(struct grid *g, int x, int y, const char *why);

#endif
