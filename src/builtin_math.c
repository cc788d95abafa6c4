#include "builtin.h"

#include <math.h>

#include "bigint.h"
#include "code.h"
#include "dialect.h"
#include "errors.h"
#include "refuse.h"
#include "special.h"

/* The functions of math (Modules/mathmodule.c): the C library's results. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static obj_id raised(struct world *w, const struct number_error *e)
{
	return raise_error(w, (enum builtin_type)e->type, "%s", e->message);
}

/* Argument I as a double; false: raised. */
static bool read_double(
	struct world *w, const struct args *a, uint32_t i, double *value)
{
	struct number_error e = {0};
	obj_id o = arg(w, a, i);

	if (is_int(w, o) || obj_kind(w, o) == KIND_FLOAT) {
		if (number_double(w, o, value, &e))
			return true;
		raised(w, &e);
	} else if (special(w, o, N_FLOAT) || special(w, o, N_INDEX)) {
		refuse(w,
			"a function of math with an object with __float__ is outside "
			"gcrefs's language");
	} else if (is_two(w)) {
		raise_error(w, T_TYPE_ERROR, "a float is required");
	} else {
		raise_error(w, T_TYPE_ERROR, "must be real number, not %s",
			type_name_of(w, o));
	}
	return false;
}

static obj_id domain_error(struct world *w)
{
	return raise_error(w, T_VALUE_ERROR, "math domain error");
}

/* RESULT of a function of X (and Y): what is no number is an error when they are. */
static obj_id checked(
	struct world *w, double result, bool nan, bool finite, bool overflows)
{
	if (isnan(result) && !nan)
		return domain_error(w);
	if (isinf(result) && finite)
		return overflows ? raise_error(w, T_OVERFLOW_ERROR, "math range error")
				 : domain_error(w);
	return float_new(w, result);
}

static obj_id of_one(
	struct world *w, const struct args *a, double (*f)(double), bool overflows)
{
	double x;

	if (!read_double(w, a, 0, &x))
		return 0;
	return checked(w, f(x), isnan(x), isfinite(x), overflows);
}

static obj_id of_two(struct world *w, const struct args *a, double (*f)(double, double))
{
	double x, y;

	if (!read_double(w, a, 0, &x) || !read_double(w, a, 1, &y))
		return 0;
	return checked(
		w, f(x, y), isnan(x) || isnan(y), isfinite(x) && isfinite(y), true);
}

#define OF_ONE(name, overflows) \
	obj_id math_##name(struct world *w, const struct args *a) \
	{ \
		return of_one(w, a, name, overflows); \
	}
#define OF_TWO(name) \
	obj_id math_##name(struct world *w, const struct args *a) \
	{ \
		return of_two(w, a, name); \
	}

OF_ONE(acos, false)
OF_ONE(acosh, false)
OF_ONE(asin, false)
OF_ONE(asinh, false)
OF_ONE(atan, false)
OF_ONE(atanh, false)
OF_ONE(cos, false)
OF_ONE(cosh, true)
OF_ONE(exp, true)
OF_ONE(expm1, true)
OF_ONE(fabs, false)
OF_ONE(sin, false)
OF_ONE(sinh, true)
OF_ONE(sqrt, false)
OF_ONE(tan, false)
OF_ONE(tanh, false)
OF_TWO(atan2)
OF_TWO(copysign)

/* x % inf is x. */
obj_id math_fmod(struct world *w, const struct args *a)
{
	double x, y;

	if (!read_double(w, a, 0, &x) || !read_double(w, a, 1, &y))
		return 0;
	if (isinf(y) && isfinite(x))
		return float_new(w, x);
	return checked(w, fmod(x, y), isnan(x) || isnan(y), true, true);
}

obj_id math_pow(struct world *w, const struct args *a)
{
	double x, y;

	if (!read_double(w, a, 0, &x) || !read_double(w, a, 1, &y))
		return 0;
	return checked(
		w, pow(x, y), isnan(x) || isnan(y), isfinite(x) && isfinite(y), x != 0);
}

obj_id math_degrees(struct world *w, const struct args *a)
{
	double x;

	return read_double(w, a, 0, &x) ? float_new(w, x * (180.0 / M_PI)) : 0;
}

obj_id math_radians(struct world *w, const struct args *a)
{
	double x;

	return read_double(w, a, 0, &x) ? float_new(w, x * (M_PI / 180.0)) : 0;
}

obj_id math_isnan(struct world *w, const struct args *a)
{
	double x;

	return read_double(w, a, 0, &x) ? bool_of(isnan(x)) : 0;
}

obj_id math_isinf(struct world *w, const struct args *a)
{
	double x;

	return read_double(w, a, 0, &x) ? bool_of(isinf(x)) : 0;
}

obj_id math_isfinite(struct world *w, const struct args *a)
{
	double x;

	return read_double(w, a, 0, &x) ? bool_of(isfinite(x)) : 0;
}

/* ---- logarithms: also of ints that no double holds */

static bool logarithm(struct world *w, const struct args *a, uint32_t i,
	double (*f)(double), double *result)
{
	struct number_error e = {0};
	obj_id o = arg(w, a, i);
	long exponent;
	mpz_t z;
	double x;

	if (is_int(w, o) && int_sign(w, o) > 0 && !number_double(w, o, &x, &e)) {
		big_load(w, o, z);
		x = mpz_get_d_2exp(&exponent, z);
		mpz_clear(z);
		*result = f(x) + f(2.0) * (double)exponent;
		return true;
	}
	if (is_int(w, o) && int_sign(w, o) <= 0)
		return domain_error(w) != 0;
	if (!read_double(w, a, i, &x))
		return false;
	if (x <= 0)
		return domain_error(w) != 0;
	*result = f(x);
	return true;
}

obj_id math_log(struct world *w, const struct args *a)
{
	double x, base;

	if (!logarithm(w, a, 0, log, &x))
		return 0;
	if (a->count < 2)
		return float_new(w, x);
	if (!logarithm(w, a, 1, log, &base))
		return 0;
	if (base == 0)
		return raise_error(w, T_ZERO_DIVISION_ERROR, "float division by zero");
	return float_new(w, x / base);
}

obj_id math_log2(struct world *w, const struct args *a)
{
	double x;

	return logarithm(w, a, 0, log2, &x) ? float_new(w, x) : 0;
}

obj_id math_log10(struct world *w, const struct args *a)
{
	double x;

	return logarithm(w, a, 0, log10, &x) ? float_new(w, x) : 0;
}

/* ---- whole numbers */

/* An int as it is, other numbers by F; 2.7: floats. */
static obj_id whole(struct world *w, const struct args *a, double (*f)(double))
{
	struct number_error e = {0};
	obj_id o = arg(w, a, 0), result;
	double x;

	if (is_int(w, o) && !(is_two(w) && f != trunc)) {
		result = number_unary(w, UNARY_POSITIVE, o, &e);
		return result;
	}
	if (!read_double(w, a, 0, &x))
		return 0;
	if (is_two(w) && f != trunc)
		return float_new(w, f(x));
	result = int_from_double(w, f(x), &e);
	return result ? result : raised(w, &e);
}

obj_id math_ceil(struct world *w, const struct args *a)
{
	return whole(w, a, ceil);
}

obj_id math_floor(struct world *w, const struct args *a)
{
	return whole(w, a, floor);
}

obj_id math_trunc(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0);

	if (!is_int(w, o) && obj_kind(w, o) != KIND_FLOAT)
		return raise_error(w, is_two(w) ? T_ATTRIBUTE_ERROR : T_TYPE_ERROR,
			is_two(w) ? "'%s' object has no attribute '__trunc__'"
				  : "type %s doesn't define __trunc__ method",
			type_name_of(w, o));
	return whole(w, a, trunc);
}

static bool read_int(struct world *w, obj_id o)
{
	if (is_int(w, o))
		return true;
	if (special(w, o, N_INDEX))
		refuse(w,
			"a function of math with an object with __index__ is outside "
			"gcrefs's language");
	else
		raise_error(w, T_TYPE_ERROR,
			"'%s' object cannot be interpreted as an integer",
			type_name_of(w, o));
	return false;
}

obj_id math_gcd(struct world *w, const struct args *a)
{
	obj_id result;
	mpz_t all, one;

	for (uint32_t i = 0; i < a->count; i++) {
		if (!read_int(w, arg(w, a, i)))
			return 0;
	}
	mpz_init(all);
	for (uint32_t i = 0; i < a->count; i++) {
		big_load(w, arg(w, a, i), one);
		mpz_gcd(all, all, one);
		mpz_clear(one);
	}
	result = big_store(w, all, false);
	mpz_clear(all);
	return result;
}

obj_id math_isqrt(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0), result;
	mpz_t z;

	if (!read_int(w, o))
		return 0;
	if (int_sign(w, o) < 0)
		return raise_error(
			w, T_VALUE_ERROR, "isqrt() argument must be nonnegative");
	big_load(w, o, z);
	mpz_sqrt(z, z);
	result = big_store(w, z, false);
	mpz_clear(z);
	return result;
}

#define FACTORIAL_MAX 100000

obj_id math_factorial(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0), result;
	mpz_t z;

	if (obj_kind(w, o) == KIND_FLOAT && !py_at_least(w->dialect->version, 3, 12))
		return refuse(w, "factorial() of a float is outside gcrefs's language");
	if (!read_int(w, o))
		return 0;
	if (int_sign(w, o) < 0)
		return raise_error(w, T_VALUE_ERROR,
			"factorial() not defined for negative values");
	if (!int_fits(w, o) || int_value(w, o) > FACTORIAL_MAX)
		return refuse(w,
			"factorial() of more than 100000 is outside gcrefs's "
			"language");
	mpz_init(z);
	mpz_fac_ui(z, (unsigned long)int_value(w, o));
	result = big_store(w, z, is_two(w) && int_value(w, o) > 20);
	mpz_clear(z);
	return result;
}
