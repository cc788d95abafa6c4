#ifndef GCREFS_FIND_H
#define GCREFS_FIND_H

#include "special.h"

/*
 * Looking up keys of dicts and sets when that may run Python code: __hash__ of
 * the key, __eq__ of it or of the keys in the table.
 *
 * For functions that run in a FRAME_BUILTIN: the search is kept in FIND_WORDS of
 * the frame's own words, from AT on.  The frame itself holds container and key.
 * A search starts again when __eq__ has changed the table (dict_version()).
 */
#define FIND_WORDS 10

enum find_result {
	FIND_FOUND,
	FIND_ABSENT,
	FIND_WAIT, /* a frame was pushed: go on with find_resume() */
	FIND_RAISED
};

/* The hash of KEY: OUT_VALUE, OUT_ERROR (unhashable), or OUT_PUSHED: __hash__
 * runs, and its result, once in FRAME_RESULT, is given to hash_result(). */
enum outcome hash_key(struct world *w, obj_id key, uint32_t dst, uint64_t *hash);
/* Drops nothing; raises and returns false. */
bool hash_result(struct world *w, obj_id result, uint64_t *hash);

enum find_result find_start(struct world *w, uint32_t f, uint32_t at, obj_id container,
	obj_id key, uint64_t hash);
enum find_result find_resume(
	struct world *w, uint32_t f, uint32_t at, obj_id container, obj_id key);

/* After FIND_FOUND: the entry. */
uint32_t find_entry(const struct world *w, uint32_t f, uint32_t at);
/* After FIND_FOUND or FIND_ABSENT, as long as the table has not been changed: for
 * dict_store() and set_store(). */
struct dict_probe;
void find_probe(const struct world *w, uint32_t f, uint32_t at, obj_id key,
	struct dict_probe *p);

#endif
