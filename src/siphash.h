#ifndef GCREFS_SIPHASH_H
#define GCREFS_SIPHASH_H

#include <stddef.h>
#include <stdint.h>

/*
 * SipHash (Aumasson, Bernstein: SipHash, a fast short-input PRF, 2012) with a
 * key of zero, which is CPython's with PYTHONHASHSEED=0.
 *
 * ROUNDS: compression rounds a word, 2 for SipHash-2-4 (Python 3.4 to 3.10), 1
 * for SipHash-1-3 (3.11 and later); two more finish.
 */
uint64_t siphash(const void *bytes, size_t length, int rounds);

#endif
