#ifndef GCREFS_KEYED_H
#define GCREFS_KEYED_H

#include "dict.h"
#include "find.h"

/*
 * A key of a dict or set, found in C or in the steps of a FRAME_BUILTIN.
 */

/* Whether hashing O, which hash_value() does not do, is a matter of Python code. */
bool hashes_in_python(const struct world *w, obj_id o);

/* In C alone: OUT_VALUE, with *found and *p; OUT_ERROR: unhashable; OUT_PUSHED,
 * with nothing pushed: Python code is needed. */
enum outcome keyed_plain(struct world *w, obj_id container, obj_id key,
	struct dict_probe *p, bool *found);

/* In a FRAME_BUILTIN whose state is 0 at first: FIND_WAIT: call again. Uses the
 * states 0 to KEYED_DONE, which it has in the end, and own words from 0 on. */
enum {
	KEYED_DONE = 3
};
enum find_result keyed_step(struct world *w, uint32_t f, obj_id container, obj_id key);
void keyed_probe(const struct world *w, uint32_t f, obj_id key, struct dict_probe *p);
uint32_t keyed_entry(const struct world *w, uint32_t f);

#endif
