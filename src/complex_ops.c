#include "bigint.h"

#include <math.h>

#include "code.h"
#include "dialect.h"

struct complex {
	double real, imaginary;
};

static bool load(
	const struct world *w, obj_id o, struct complex *z, struct number_error *e)
{
	if (obj_kind(w, o) == KIND_COMPLEX) {
		complex_value(w, o, &z->real, &z->imaginary);
		return true;
	}
	z->imaginary = 0;
	return number_double(w, o, &z->real, e);
}

static struct complex times(struct complex a, struct complex b)
{
	return (struct complex){a.real * b.real - a.imaginary * b.imaginary,
		a.real * b.imaginary + a.imaginary * b.real};
}

/* Objects/complexobject.c, c_quot: scaled by the larger part of the divisor. */
static struct complex quotient(struct complex a, struct complex b)
{
	double ratio, denominator;

	if (fabs(b.real) >= fabs(b.imaginary)) {
		ratio = b.imaginary / b.real;
		denominator = b.real + b.imaginary * ratio;
		return (struct complex){(a.real + a.imaginary * ratio) / denominator,
			(a.imaginary - a.real * ratio) / denominator};
	}
	if (fabs(b.imaginary) >= fabs(b.real)) {
		ratio = b.real / b.imaginary;
		denominator = b.real * ratio + b.imaginary;
		return (struct complex){(a.real * ratio + a.imaginary) / denominator,
			(a.imaginary * ratio - a.real) / denominator};
	}
	return (struct complex){NAN, NAN};
}

static bool is_zero(struct complex z)
{
	return z.real == 0 && z.imaginary == 0;
}

static struct complex positive_power(struct complex z, long n)
{
	struct complex r = {1, 0};

	for (long mask = 1; mask <= n; mask <<= 1) {
		if (n & mask)
			r = times(r, z);
		z = times(z, z);
	}
	return r;
}

static struct complex polar_power(struct complex a, struct complex b)
{
	double length, angle, magnitude;

	if (is_zero(b))
		return (struct complex){1, 0};
	if (is_zero(a))
		return a;
	magnitude = hypot(a.real, a.imaginary);
	length = pow(magnitude, b.real);
	angle = atan2(a.imaginary, a.real);
	if (b.imaginary != 0) {
		length /= exp(angle * b.imaginary);
		angle = angle * b.real + b.imaginary * log(magnitude);
	} else {
		angle *= b.real;
	}
	return (struct complex){length * cos(angle), length * sin(angle)};
}

/* A whole exponent up to 100 is multiplied out. */
#define WHOLE_POWER_LIMIT 100

obj_id complex_power(struct world *w, double a_real, double a_imaginary, double b_real,
	double b_imaginary, struct number_error *e)
{
	struct complex a = {a_real, a_imaginary};
	struct complex b = {b_real, b_imaginary};
	struct complex r;

	if (is_zero(a) && (b_imaginary != 0 || b_real < 0))
		return number_fail(e, T_ZERO_DIVISION_ERROR,
			w->dialect->version.major > 2 && w->dialect->version.minor >= 14
				? "zero to a negative or complex power"
				: "0.0 to a negative or complex power");
	if (b_imaginary == 0 && b_real == floor(b_real) &&
		fabs(b_real) <= WHOLE_POWER_LIMIT) {
		long n = (long)b_real;

		r = positive_power(a, n < 0 ? -n : n);
		if (n < 0)
			r = quotient((struct complex){1, 0}, r);
	} else {
		r = polar_power(a, b);
	}
	if ((isinf(r.real) || isinf(r.imaginary)) && isfinite(a_real) &&
		isfinite(a_imaginary) && isfinite(b_real) && isfinite(b_imaginary))
		return number_fail(e, T_OVERFLOW_ERROR, "complex exponentiation");
	return complex_new(w, r.real, r.imaginary);
}

/* 2.7's // and %: by the real part of the quotient. */
static obj_id old_division(struct world *w, int op, struct complex a, struct complex b,
	struct number_error *e)
{
	struct complex q, product;

	if (is_zero(b))
		return number_fail(e, T_ZERO_DIVISION_ERROR,
			op == BINARY_MODULO ? "complex remainder" : "complex divmod()");
	q = quotient(a, b);
	q = (struct complex){floor(q.real), 0};
	if (op == BINARY_FLOOR_DIVIDE)
		return complex_new(w, q.real, q.imaginary);
	product = times(b, q);
	return complex_new(w, a.real - product.real, a.imaginary - product.imaginary);
}

static obj_id floor_operator(struct world *w, int op, struct complex a,
	struct complex b, struct number_error *e)
{
	if (w->dialect->version.major == 2)
		return old_division(w, op, a, b, e);
	if (w->dialect->version.minor >= 10)
		return 0;
	return number_fail(e, T_TYPE_ERROR,
		op == BINARY_MODULO ? "can't mod complex numbers."
				    : "can't take floor of complex number.");
}

obj_id complex_binary(
	struct world *w, int op, obj_id x, obj_id y, struct number_error *e)
{
	struct complex a, b, r;

	if (op > BINARY_POWER || !load(w, x, &a, e) || !load(w, y, &b, e))
		return 0;
	switch (op) {
	case BINARY_ADD:
		r = (struct complex){a.real + b.real, a.imaginary + b.imaginary};
		break;
	case BINARY_SUBTRACT:
		r = (struct complex){a.real - b.real, a.imaginary - b.imaginary};
		break;
	case BINARY_MULTIPLY:
		r = times(a, b);
		break;
	case BINARY_POWER:
		return complex_power(w, a.real, a.imaginary, b.real, b.imaginary, e);
	case BINARY_FLOOR_DIVIDE:
	case BINARY_MODULO:
		return floor_operator(w, op, a, b, e);
	default:
		if (is_zero(b))
			return number_fail(
				e, T_ZERO_DIVISION_ERROR, "complex division by zero");
		r = quotient(a, b);
	}
	return complex_new(w, r.real, r.imaginary);
}
