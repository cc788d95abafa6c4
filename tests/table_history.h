#ifndef GCREFS_TESTS_TABLE_HISTORY_H
#define GCREFS_TESTS_TABLE_HISTORY_H

#include "recorded.h"

/* Random histories of a dict or set, as tests/data/record.py makes them. */

struct table_keys {
	uint32_t kind;		/* 0: ints, 1: strings, 2: mixed */
	uint32_t space;		/* how many there are */
};

struct table_keys history_keys(struct prng *r);
/* A new reference. */
obj_id history_key(struct world *w, struct prng *r, struct table_keys k);
void history_name(const struct world *w, obj_id key, struct strbuf *out);

/* Appends to OUT what the interpreter showed. */
typedef void table_history(struct world *w, uint64_t seed, struct strbuf *out);

/* Runs the recorded seeds in all versions and compares. */
void history_compare(const char *name, table_history *run);
/* Runs some seeds while recording; the world must be the same after undoing, and
 * the same again after redoing. */
void history_undo(table_history *run);

#endif
