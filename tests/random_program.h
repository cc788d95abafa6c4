#ifndef GCREFS_TESTS_RANDOM_PROGRAM_H
#define GCREFS_TESTS_RANDOM_PROGRAM_H

#include <stdint.h>

#include "strbuf.h"

/* A random Python program that builds, ties and drops lists, dicts, instances,
 * functions, generators and weak references, and collects now and then; it runs
 * without an error on every version.  The same SEED gives the same program. */
void random_program(uint64_t seed, struct strbuf *out);

#endif
