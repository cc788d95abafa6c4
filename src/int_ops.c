#include "bigint.h"

#include <math.h>

#include "code.h"
#include "dialect.h"

/* Operations of two ints: in 64 bits where the result fits, else through GMP. */

static bool old(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static obj_id zero_division(
	const struct world *w, int op, bool as_long, struct number_error *e)
{
	const char *message = "integer division or modulo by zero";

	if (op == BINARY_TRUE_DIVIDE)
		message = "division by zero";
	else if (as_long)
		message = "long division or modulo by zero";
	else if (op == BINARY_MODULO && !old(w) && w->dialect->version.minor >= 11)
		message = "integer modulo by zero";
	return number_fail(e, T_ZERO_DIVISION_ERROR, message);
}

/* Floor division of 64-bit numbers; b != 0, and not INT64_MIN / -1. */
static int64_t floor_quotient(int64_t a, int64_t b)
{
	return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static int64_t floor_remainder(int64_t a, int64_t b)
{
	int64_t r = a % b;

	return r && (r < 0) != (b < 0) ? r + b : r;
}

/* False: the result does not fit, or takes more than this. */
static bool small_binary(int op, int64_t a, int64_t b, int64_t *r)
{
	switch (op) {
	case BINARY_ADD:
		return !__builtin_add_overflow(a, b, r);
	case BINARY_SUBTRACT:
		return !__builtin_sub_overflow(a, b, r);
	case BINARY_MULTIPLY:
		return !__builtin_mul_overflow(a, b, r);
	case BINARY_DIVIDE:
	case BINARY_FLOOR_DIVIDE:
		if (b == -1)
			return !__builtin_sub_overflow(0, a, r);
		*r = floor_quotient(a, b);
		return true;
	case BINARY_MODULO:
		*r = b == -1 ? 0 : floor_remainder(a, b);
		return true;
	case BINARY_AND:
		*r = a & b;
		return true;
	case BINARY_OR:
		*r = a | b;
		return true;
	case BINARY_XOR:
		*r = a ^ b;
		return true;
	default:
		return false;
	}
}

static void big_binary(int op, mpz_t r, const mpz_t a, const mpz_t b)
{
	switch (op) {
	case BINARY_ADD:
		mpz_add(r, a, b);
		break;
	case BINARY_SUBTRACT:
		mpz_sub(r, a, b);
		break;
	case BINARY_MULTIPLY:
		mpz_mul(r, a, b);
		break;
	case BINARY_DIVIDE:
	case BINARY_FLOOR_DIVIDE:
		mpz_fdiv_q(r, a, b);
		break;
	case BINARY_MODULO:
		mpz_fdiv_r(r, a, b);
		break;
	case BINARY_AND:
		mpz_and(r, a, b);
		break;
	case BINARY_OR:
		mpz_ior(r, a, b);
		break;
	default:
		mpz_xor(r, a, b);
	}
}

static obj_id no_memory(struct number_error *e)
{
	return number_fail(e, T_MEMORY_ERROR, "");
}

/* Shifts.  A count that does not fit 64 bits moves everything out, or is too
 * large: in the words of the version. */

static bool has_huge_shifts(const struct world *w)
{
	return !old(w) && w->dialect->version.minor >= 7;
}

static obj_id huge_shift(struct world *w, int op, obj_id a, struct number_error *e)
{
	int sign = int_sign(w, a);

	if (!has_huge_shifts(w))
		return number_fail(e, T_OVERFLOW_ERROR,
			old(w) ? "long int too large to convert to int"
			       : "Python int too large to convert to C ssize_t");
	if (op == BINARY_LSHIFT && sign)
		return number_fail(e, T_OVERFLOW_ERROR, "too many digits in integer");
	return int_new(w, op == BINARY_RSHIFT && sign < 0 ? -1 : 0);
}

static obj_id int_shift(struct world *w, int op, obj_id a, obj_id b, bool as_long,
	struct number_error *e)
{
	uint64_t count;
	mpz_t z;
	obj_id o;

	if (int_sign(w, b) < 0 && (int_fits(w, b) || has_huge_shifts(w)))
		return number_fail(e, T_VALUE_ERROR, "negative shift count");
	if (!int_fits(w, b))
		return huge_shift(w, op, a, e);
	count = (uint64_t)int_value(w, b);
	if (op == BINARY_LSHIFT && int_sign(w, a) != 0 &&
		!big_has_room(w, int_bits(w, a) + count))
		return no_memory(e);
	big_load(w, a, z);
	if (op == BINARY_RSHIFT)
		mpz_fdiv_q_2exp(z, z, count);
	else if (mpz_sgn(z) != 0)
		mpz_mul_2exp(z, z, count);
	o = big_store(w, z, as_long);
	mpz_clear(z);
	return o;
}

/* Powers. */

static obj_id int_power(
	struct world *w, obj_id a, obj_id b, bool as_long, struct number_error *e)
{
	double base, exponent;
	uint64_t bits = int_bits(w, a);
	mpz_t z;
	obj_id o;

	if (int_sign(w, b) < 0) {
		if (!number_double(w, a, &base, e) ||
			!number_double(w, b, &exponent, e))
			return 0;
		return float_power(w, base, exponent, e);
	}
	if (bits > 1 &&
		(!int_fits(w, b) || int_value(w, b) >> 32 ||
			!big_has_room(w, bits * (uint64_t)int_value(w, b))))
		return no_memory(e);
	big_load(w, a, z);
	if (bits > 1)
		mpz_pow_ui(z, z, (unsigned long)int_value(w, b));
	else if (int_sign(w, b) == 0)
		mpz_set_ui(z, 1);
	else if (obj_payload(w, b) % 2 == 0) /* the lowest word, of either form */
		mpz_abs(z, z);
	o = big_store(w, z, as_long);
	mpz_clear(z);
	return o;
}

static obj_id true_divide(struct world *w, obj_id a, obj_id b, struct number_error *e)
{
	const int64_t exact = INT64_C(1) << 53;
	mpz_t za, zb;
	double value;

	if (int_fits(w, a) && int_fits(w, b)) {
		int64_t x = int_value(w, a);
		int64_t y = int_value(w, b);

		if (x >= -exact && x <= exact && y >= -exact && y <= exact)
			return float_new(w, (double)x / (double)y);
	}
	big_load(w, a, za);
	big_load(w, b, zb);
	value = big_divide(za, zb);
	mpz_clears(za, zb, NULL);
	if (isinf(value))
		return number_fail(e, T_OVERFLOW_ERROR,
			"integer division result too large for a float");
	return float_new(w, value);
}

static bool is_bool(obj_id o)
{
	return o == OBJ_TRUE || o == OBJ_FALSE;
}

static bool is_division(int op)
{
	return op == BINARY_DIVIDE || op == BINARY_TRUE_DIVIDE ||
		op == BINARY_FLOOR_DIVIDE || op == BINARY_MODULO;
}

static bool is_bitwise(int op)
{
	return op == BINARY_AND || op == BINARY_OR || op == BINARY_XOR;
}

obj_id int_binary(struct world *w, int op, obj_id a, obj_id b, struct number_error *e)
{
	bool as_long = old(w) && (is_long(w, a) || is_long(w, b));
	int64_t r;
	mpz_t za, zb;
	obj_id o;

	if (op == BINARY_MATRIX_MULTIPLY)
		return 0;
	if (is_division(op) && int_sign(w, b) == 0)
		return zero_division(w, op, as_long, e);
	if (op == BINARY_TRUE_DIVIDE)
		return true_divide(w, a, b, e);
	if (op == BINARY_POWER)
		return int_power(w, a, b, as_long, e);
	if (op == BINARY_LSHIFT || op == BINARY_RSHIFT)
		return int_shift(w, op, a, b, as_long, e);
	if (int_fits(w, a) && int_fits(w, b) &&
		small_binary(op, int_value(w, a), int_value(w, b), &r)) {
		if (is_bitwise(op) && is_bool(a) && is_bool(b))
			return bool_of(r);
		return int_new_class(w, type_object(as_long ? T_LONG : T_INT), r);
	}
	if (!big_has_room(w, int_bits(w, a) + int_bits(w, b)))
		return no_memory(e);
	big_load(w, a, za);
	big_load(w, b, zb);
	big_binary(op, za, za, zb);
	o = big_store(w, za, as_long);
	mpz_clears(za, zb, NULL);
	return o;
}

obj_id int_unary(struct world *w, int op, obj_id a)
{
	bool as_long = is_long(w, a);
	mpz_t z;
	obj_id o;

	if (op == UNARY_POSITIVE &&
		obj_class(w, a) == type_object(as_long ? T_LONG : T_INT)) {
		hold(w, a);
		return a;
	}
	if (int_fits(w, a) && int_value(w, a) != INT64_MIN) {
		int64_t value = int_value(w, a);

		if (op == UNARY_NEGATIVE)
			value = -value;
		else if (op == UNARY_INVERT)
			value = ~value;
		return int_new_class(w, type_object(as_long ? T_LONG : T_INT), value);
	}
	big_load(w, a, z);
	if (op == UNARY_NEGATIVE)
		mpz_neg(z, z);
	else if (op == UNARY_INVERT)
		mpz_com(z, z);
	o = big_store(w, z, as_long);
	mpz_clear(z);
	return o;
}

int int_compare(const struct world *w, obj_id a, obj_id b)
{
	mpz_t za, zb;
	int order;

	if (int_fits(w, a) && int_fits(w, b)) {
		int64_t x = int_value(w, a);
		int64_t y = int_value(w, b);

		return (x > y) - (x < y);
	}
	big_load(w, a, za);
	big_load(w, b, zb);
	order = mpz_cmp(za, zb);
	mpz_clears(za, zb, NULL);
	return (order > 0) - (order < 0);
}

/* divmod(), and pow() with three arguments. */

static obj_id float_quotient(
	struct world *w, obj_id a, obj_id b, obj_id *remainder, struct number_error *e)
{
	double x, y;

	if (!number_double(w, a, &x, e) || !number_double(w, b, &y, e))
		return 0;
	if (y == 0)
		return number_fail(e, T_ZERO_DIVISION_ERROR, "float divmod()");
	*remainder = float_new(w, float_modulo(x, y));
	return float_new(w, float_floor_divide(x, y));
}

bool number_divmod(struct world *w, obj_id a, obj_id b, obj_id *quotient,
	obj_id *remainder, struct number_error *e)
{
	*e = (struct number_error){0};
	if (!is_number(w, a) || !is_number(w, b) || obj_kind(w, a) == KIND_COMPLEX ||
		obj_kind(w, b) == KIND_COMPLEX)
		return false;
	if (!is_int(w, a) || !is_int(w, b)) {
		*quotient = float_quotient(w, a, b, remainder, e);
		return *quotient != 0;
	}
	*quotient = int_binary(w, BINARY_FLOOR_DIVIDE, a, b, e);
	if (!*quotient)
		return false;
	*remainder = int_binary(w, BINARY_MODULO, a, b, e);
	return true;
}

static bool has_inverse(const struct world *w)
{
	return !old(w) && w->dialect->version.minor >= 8;
}

obj_id number_power_modulo(
	struct world *w, obj_id a, obj_id b, obj_id m, struct number_error *e)
{
	bool as_long = is_long(w, a) || is_long(w, b) || is_long(w, m);
	mpz_t za, zb, zm;
	obj_id o = 0;

	*e = (struct number_error){0};
	if (int_sign(w, b) < 0 && !has_inverse(w))
		return number_fail(e, old(w) ? T_TYPE_ERROR : T_VALUE_ERROR,
			"pow() 2nd argument cannot be negative when 3rd argument specified");
	if (int_sign(w, m) == 0)
		return number_fail(e, T_VALUE_ERROR, "pow() 3rd argument cannot be 0");
	big_load(w, a, za);
	big_load(w, b, zb);
	big_load(w, m, zm);
	if (mpz_sgn(zb) < 0 && !mpz_invert(za, za, zm)) {
		number_fail(e, T_VALUE_ERROR,
			"base is not invertible for the given modulus");
	} else {
		mpz_abs(zb, zb);
		mpz_powm(za, za, zb, zm);
		mpz_fdiv_r(za, za, zm);
		o = big_store(w, za, as_long);
	}
	mpz_clears(za, zb, zm, NULL);
	return o;
}
