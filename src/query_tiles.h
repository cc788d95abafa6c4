#ifndef GCREFS_QUERY_TILES_H
#define GCREFS_QUERY_TILES_H

#include "query.h"

/*
 * The whole heap on a limited number of places: every object has a tile, and
 * where there are more objects than tiles, each tile stands for the same number of
 * neighbouring ones, a power of two, so that it rarely changes as the heap grows.
 *
 * Objects are in the order of their slots: roughly that of their birth, and an
 * object never moves.  In small heaps only the program's own objects have tiles (and
 * free places among them); a large one is taken as it is.  Then a tile is read from
 * what is kept of pages of objects (query_pages.h): a frame over 10,000,000 objects
 * takes a few milliseconds.
 */
enum tile_by {
	TILE_STATE,      /* enum object_state */
	TILE_GENERATION, /* enum gc_list; 0: in none */
	TILE_AGE,        /* 0 to 9: 8 to the power of it objects were made since */
	TILE_TYPE,       /* enum kind */
	TILE_BY_COUNT
};

struct tiles {
	const struct query *q;
	enum tile_by by;
	obj_id *objects; /* by place; NULL: place i is slot first + i */
	obj_id first;
	uint32_t places;
	uint32_t each;  /* objects a tile stands for */
	uint32_t count; /* tiles; the last may stand for fewer */
};

/* What a tile shows: of the objects in it the most urgent (states: unreachable
 * before set aside, uncollectable, dead, reachable, candidate, live; the oldest
 * list; the newest; the first one's type). */
struct tile {
	uint8_t what;
	bool empty; /* nothing lives there */
	bool all;   /* all that live there are like that */
};

/* ALL: the interpreter's objects too.  ROOM: at most so many tiles, 1 or more.  To
 * be freed. */
void tiles_init(struct tiles *t, const struct query *q, enum tile_by by, bool all,
	uint32_t room);
void tiles_free(struct tiles *t);

struct tile tiles_at(const struct tiles *t, uint32_t i);

/* The objects of tile I that live, at most ROOM of them; returns how many. */
uint32_t tiles_objects(const struct tiles *t, uint32_t i, obj_id *list, uint32_t room);
/* The one that a tile shows: the first that is like the tile; 0: it is empty. */
obj_id tiles_object(const struct tiles *t, uint32_t i);
/* The tile of an object; `count`: it has none. */
uint32_t tiles_find(const struct tiles *t, obj_id o);

#endif
