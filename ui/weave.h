#ifndef GCREFS_WEAVE_H
#define GCREFS_WEAVE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * References between the rows of a list, woven at its side: one lane a source, a
 * mark on every row that it refers to, no corners.  A row's horizontal line is the
 * object itself, so a line never has to be guessed (after BioFabric: Longabaugh,
 * BMC Bioinformatics 13:275, 2012).
 *
 *	 ●┼──  a     a refers to c, b to a and c
 *	 │●──  b
 *	 ▼▼──  c
 *
 * In a lane, from top to bottom, stands `▲? ►* ● ►* ▼?` with one source: a lane's
 * topmost and lowest targets are its ends.  Lane 0 is nearest to the text.  Pure
 * integers; the same edges in the same order give the same lanes.
 */
enum weave_mark {
	WEAVE_NONE,
	WEAVE_PASS,        /* the lane goes by */
	WEAVE_SOURCE,
	WEAVE_SOURCE_SELF, /* refers to itself, too */
	WEAVE_TOP,         /* a target, and the lane's upper end */
	WEAVE_BOTTOM,      /* its lower end */
	WEAVE_TARGET
};

enum {
	WEAVE_LANES = 14,
	WEAVE_REMEMBERED = 256 /* sources: several share a lane */
};

/* The lanes that sources had in the last frame: they keep them. */
struct weave_memory {
	struct {
		uint32_t key;
		int lane;
	} at[WEAVE_REMEMBERED];
	int count;
};

struct weave_edge {
	int from, to;
};

struct weave {
	int rows;
	int lanes;                 /* in use: 0 to this - 1 */
	struct weave_edge *edges;  /* sorted, each once, once it is woven */
	int edge_count, edge_capacity;
	int *lane;                 /* [rows] of each source; -1: it has none */
	uint8_t *marks;            /* [rows][WEAVE_LANES] enum weave_mark */
};

void weave_init(struct weave *w, int rows);
void weave_free(struct weave *w);
/* Row FROM refers to row TO. */
void weave_add(struct weave *w, int from, int to);
/* Gives lanes, at most ROOM.  KEYS: of the rows, the same in every frame.  MEMORY (may
 * be NULL) is read and written. */
void weave_assign(
	struct weave *w, int room, const uint32_t *keys, struct weave_memory *memory);

enum weave_mark weave_at(const struct weave *w, int row, int lane);
/* The lane of the leftmost mark in a row that is its own, from where its line runs to
 * the text; -1: none. */
int weave_reach(const struct weave *w, int row);
/* Whether a row has references to other rows, and no lane for them. */
bool weave_is_cut(const struct weave *w, int row);

#endif
