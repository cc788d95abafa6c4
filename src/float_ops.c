#include "bigint.h"

#include <math.h>

#include "code.h"
#include "dialect.h"

double float_modulo(double a, double b)
{
	double r = fmod(a, b);

	if (r == 0)
		return copysign(0.0, b);
	return (b < 0) != (r < 0) ? r + b : r;
}

double float_floor_divide(double a, double b)
{
	double r = fmod(a, b);
	double q = (a - r) / b;
	double floored;

	if (r != 0 && (b < 0) != (r < 0))
		q -= 1;
	if (q == 0)
		return copysign(0.0, a / b);
	floored = floor(q);
	return q - floored > 0.5 ? floored + 1 : floored;
}

static bool at_least(const struct world *w, int minor)
{
	return w->dialect->version.major > 2 && w->dialect->version.minor >= minor;
}

static obj_id zero_division(const struct world *w, int op, struct number_error *e)
{
	const char *message = "float division by zero";

	if (op == BINARY_FLOOR_DIVIDE)
		message = at_least(w, 9) ? "float floor division by zero"
					 : "float divmod()";
	else if (op == BINARY_MODULO)
		message = at_least(w, 13) ? "float modulo by zero" : "float modulo";
	return number_fail(e, T_ZERO_DIVISION_ERROR, message);
}

static bool is_odd(double x)
{
	return fmod(fabs(x), 2) == 1;
}

/* Powers with an infinite operand: Objects/floatobject.c, float_pow. */
static double infinite_power(double x, double y)
{
	bool odd = is_odd(y);

	if (isinf(y)) {
		x = fabs(x);
		if (x == 1)
			return 1;
		return (y > 0) == (x > 1) ? fabs(y) : 0;
	}
	if (y > 0)
		return odd ? x : fabs(x);
	return odd ? copysign(0.0, x) : 0;
}

obj_id float_power(struct world *w, double x, double y, struct number_error *e)
{
	bool negate = false;
	double value;

	if (y == 0 || x == 1)
		return float_new(w, 1);
	if (isnan(x) || isnan(y))
		return float_new(w, isnan(x) ? x : y);
	if (isinf(x) || isinf(y))
		return float_new(w, infinite_power(x, y));
	if (x == 0) {
		if (y < 0)
			return number_fail(e, T_ZERO_DIVISION_ERROR,
				"0.0 cannot be raised to a negative power");
		return float_new(w, is_odd(y) ? x : 0);
	}
	if (x < 0) {
		if (y != floor(y)) {
			if (at_least(w, 0))
				return complex_power(w, x, 0, y, 0, e);
			return number_fail(e, T_VALUE_ERROR,
				"negative number cannot be raised to a fractional power");
		}
		x = -x;
		negate = is_odd(y);
	}
	if (x == 1)
		return float_new(w, negate ? -1 : 1);
	value = pow(x, y);
	if (isinf(value))
		return number_fail(
			e, T_OVERFLOW_ERROR, "(34, 'Numerical result out of range')");
	return float_new(w, negate ? -value : value);
}

obj_id float_binary(struct world *w, int op, obj_id a, obj_id b, struct number_error *e)
{
	double x, y;

	if (op > BINARY_POWER)
		return 0;
	if (!number_double(w, a, &x, e) || !number_double(w, b, &y, e))
		return 0;
	switch (op) {
	case BINARY_ADD:
		return float_new(w, x + y);
	case BINARY_SUBTRACT:
		return float_new(w, x - y);
	case BINARY_MULTIPLY:
		return float_new(w, x * y);
	case BINARY_POWER:
		return float_power(w, x, y, e);
	}
	if (y == 0)
		return zero_division(w, op, e);
	if (op == BINARY_FLOOR_DIVIDE)
		return float_new(w, float_floor_divide(x, y));
	if (op == BINARY_MODULO)
		return float_new(w, float_modulo(x, y));
	return float_new(w, x / y);
}
