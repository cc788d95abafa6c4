#ifndef GCREFS_TESTS_RECORDED_H
#define GCREFS_TESTS_RECORDED_H

#include <stdio.h>

#include "prng.h"
#include "strbuf.h"
#include "world_fixture.h"

/* Results of the real interpreters, recorded by tests/data/record.py. */

extern const char *const recorded_versions[]; /* "2.7" ...; NULL at the end */

/* Opens tests/data/NAME-VERSION.  Fails the test when it is not there. */
FILE *recorded_open(const char *name, const char *version);

/* The next line without its end; false: there is none. */
bool recorded_line(FILE *f, struct strbuf *line);

/* A new object from its written form: i5 l5 f3ff0000000000000 b1 n stext. */
obj_id recorded_value(struct world *w, const char *text);

/* FNV-1a of a text, going on from HASH (first 0x811c9dc5). */
uint32_t recorded_digest(uint32_t hash, const char *text);

#endif
