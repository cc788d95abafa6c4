#include "number.h"

#include <math.h>

#include "bigint.h"
#include "dialect.h"

/*
 * Hashes: 3.x, equal numbers of any kind hash equal, by reduction modulo the
 * prime 2**61 - 1 (Python/pyhash.c); 2.7's by kind.
 */
#define MODULUS_BITS 61
#define MODULUS ((UINT64_C(1) << MODULUS_BITS) - 1)
#define HASH_INFINITY 314159
#define HASH_IMAGINARY 1000003

/* -1 is CPython's mark for an error, so no hash is -1. */
static uint64_t not_minus_one(uint64_t hash)
{
	return hash == UINT64_MAX ? UINT64_MAX - 1 : hash;
}

static uint64_t modular_int(const struct world *w, obj_id o)
{
	mpz_t z;
	uint64_t rest;

	if (int_fits(w, o))
		return int64_hash(w, int_value(w, o));
	big_load(w, o, z);
	rest = mpz_tdiv_ui(z, MODULUS);
	mpz_clear(z);
	return not_minus_one(int_sign(w, o) < 0 ? -rest : rest);
}

uint64_t int64_hash(const struct world *w, int64_t value)
{
	uint64_t magnitude = value < 0 ? -(uint64_t)value : (uint64_t)value;

	if (w->dialect->version.major == 2)
		return not_minus_one((uint64_t)value);
	return not_minus_one(value < 0 ? -(magnitude % MODULUS) : magnitude % MODULUS);
}

static uint64_t modular_double(double value)
{
	uint64_t x = 0;
	int exponent;
	double m = frexp(fabs(value), &exponent);

	while (m != 0) {
		uint64_t y;

		x = (x << 28 & MODULUS) | x >> (MODULUS_BITS - 28);
		m *= 268435456.0;
		exponent -= 28;
		y = (uint64_t)m;
		m -= (double)y;
		x += y;
		if (x >= MODULUS)
			x -= MODULUS;
	}
	exponent = exponent >= 0 ? exponent % MODULUS_BITS
				 : MODULUS_BITS - 1 - (-1 - exponent) % MODULUS_BITS;
	x = (x << exponent & MODULUS) | x >> (MODULUS_BITS - exponent);
	return value < 0 ? -x : x;
}

static uint64_t hash_double(const struct world *w, obj_id o, double value)
{
	if (isinf(value))
		return value > 0 ? HASH_INFINITY : -(uint64_t)HASH_INFINITY;
	if (isnan(value))
		return w->dialect->version.minor >= 10 ? address_hash(w, o) : 0;
	return not_minus_one(modular_double(value));
}

/* 2.7. */

/* Objects/longobject.c, long_hash: digits of 30 bits, highest first, into a
 * sum modulo 2**64 - 1. */
#define OLD_DIGIT_BITS 30

static uint64_t old_big(const mpz_t z)
{
	mpz_t rest, digit;
	uint64_t x = 0;
	size_t i = (mpz_sizeinbase(z, 2) + OLD_DIGIT_BITS - 1) / OLD_DIGIT_BITS;

	mpz_inits(rest, digit, NULL);
	mpz_abs(rest, z);
	while (i-- > 0) {
		uint64_t d;

		mpz_fdiv_q_2exp(digit, rest, i * OLD_DIGIT_BITS);
		mpz_fdiv_r_2exp(digit, digit, OLD_DIGIT_BITS);
		d = mpz_get_ui(digit);
		x = x << OLD_DIGIT_BITS | x >> (64 - OLD_DIGIT_BITS);
		x += d;
		x += x < d;
	}
	mpz_clears(rest, digit, NULL);
	return not_minus_one(mpz_sgn(z) < 0 ? -x : x);
}

static uint64_t old_int(const struct world *w, obj_id o)
{
	mpz_t z;
	uint64_t hash;

	if (int_fits(w, o))
		return not_minus_one((uint64_t)int_value(w, o));
	big_load(w, o, z);
	hash = old_big(z);
	mpz_clear(z);
	return hash;
}

static uint64_t old_integral(double value)
{
	mpz_t z;
	uint64_t hash;

	if (value >= -9223372036854775808.0 && value < 9223372036854775808.0)
		return not_minus_one((uint64_t)(int64_t)value);
	mpz_init_set_d(z, value);
	hash = old_big(z);
	mpz_clear(z);
	return hash;
}

/* Objects/object.c of 2.7, _Py_HashDouble. */
static uint64_t old_double(double value)
{
	double whole;
	int exponent;
	int64_t high;

	if (isinf(value))
		return value < 0 ? -(uint64_t)271828 : 314159;
	if (isnan(value))
		return 0;
	if (modf(value, &whole) == 0)
		return old_integral(whole);
	value = frexp(value, &exponent) * 2147483648.0;
	high = (int64_t)value;
	value = (value - (double)high) * 2147483648.0;
	return not_minus_one((uint64_t)(high + (int64_t)value + exponent * 32768));
}

static uint64_t hash_part(const struct world *w, obj_id o, double value)
{
	return w->dialect->version.major == 2 ? old_double(value)
					      : hash_double(w, o, value);
}

uint64_t number_hash(const struct world *w, obj_id o)
{
	double real, imaginary;

	switch (obj_kind(w, o)) {
	case KIND_INT:
		if (w->dialect->version.major == 2)
			return old_int(w, o);
		return modular_int(w, o);
	case KIND_FLOAT:
		return hash_part(w, o, float_value(w, o));
	default:
		complex_value(w, o, &real, &imaginary);
		return not_minus_one(hash_part(w, o, real) +
			HASH_IMAGINARY * hash_part(w, o, imaginary));
	}
}
