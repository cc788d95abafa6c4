#ifndef GCREFS_BIGINT_H
#define GCREFS_BIGINT_H

#include <gmp.h>

#include "number.h"

/*
 * Between objects and GMP.  An int that does not fit int64_t is OBJECT_BIG
 * (and OBJECT_NEGATIVE), its magnitude in `n` limbs of 32 bits, lowest first.
 * GMP's numbers live on scratch memory only while one operation is computed.
 */

/* Initializes Z with the value of an int; mpz_clear() it. */
void big_load(const struct world *w, obj_id o, mpz_t z);
void big_set_int64(mpz_t z, int64_t value);

/* A new int: in the body words when it fits.  AS_LONG: 2.7's long even then. */
obj_id big_store(struct world *w, const mpz_t z, bool as_long);

/* Bits of the magnitude; 0 for 0. */
uint64_t int_bits(const struct world *w, obj_id o);

/* Whether an int of BITS bits stays within the memory limit. */
bool big_has_room(const struct world *w, uint64_t bits);

/* num / den, correctly rounded (half to even); infinite when too large.
 * den != 0.  (Objects/longobject.c, long_true_divide.) */
double big_divide(const mpz_t num, const mpz_t den);

/* The nearest double, half to even; infinite when too large. */
double big_double(const mpz_t z);

/* Operations of two ints, and of one: see number_binary(). */
obj_id int_binary(struct world *w, int op, obj_id a, obj_id b, struct number_error *e);
obj_id int_unary(struct world *w, int op, obj_id a);
int int_compare(const struct world *w, obj_id a, obj_id b);

/* Operations of numbers of which one at least is a float, a complex. */
obj_id float_binary(struct world *w, int op, obj_id a, obj_id b, struct number_error *e);
obj_id complex_binary(struct world *w, int op, obj_id a, obj_id b, struct number_error *e);

/* VALUE ** EXPONENT of two doubles; 0 with *e.  May be complex (3.x). */
obj_id float_power(struct world *w, double value, double exponent, struct number_error *e);
/* The same of complex numbers (Objects/complexobject.c, complex_pow). */
obj_id complex_power(struct world *w, double a_real, double a_imaginary, double b_real,
	double b_imaginary, struct number_error *e);
/* Floor division and modulo, b != 0 (Objects/floatobject.c, _float_div_mod). */
double float_floor_divide(double a, double b);
double float_modulo(double a, double b);

static inline obj_id number_fail(struct number_error *e, int type, const char *message)
{
	*e = (struct number_error){type, message};
	return 0;
}

#endif
