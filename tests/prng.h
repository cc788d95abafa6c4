#ifndef GCREFS_TESTS_PRNG_H
#define GCREFS_TESTS_PRNG_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Random numbers that are the same on every machine: for property tests, which
 * print the seed of the case that failed.  The generator is SplitMix64 (Steele,
 * Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014); every seed
 * is as good as any other, neighbouring ones included.
 */
struct prng {
	uint64_t state;
};

static inline struct prng prng_seed(uint64_t seed)
{
	return (struct prng){seed};
}

static inline uint64_t prng_u64(struct prng *r)
{
	uint64_t z = r->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

/* A number from 0 to BELOW - 1; 0 when BELOW is 0. */
static inline uint32_t prng_below(struct prng *r, uint32_t below)
{
	return (uint32_t)(((prng_u64(r) >> 32) * below) >> 32);
}

/* A number from LOW to HIGH, both included; LOW <= HIGH. */
static inline int prng_range(struct prng *r, int low, int high)
{
	uint32_t numbers = (uint32_t)high - (uint32_t)low + 1;

	return (int)((uint32_t)low + prng_below(r, numbers));
}

/* True PERCENT times in a hundred. */
static inline bool prng_chance(struct prng *r, unsigned percent)
{
	return prng_below(r, 100) < percent;
}

#endif
