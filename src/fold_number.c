#include "fold_number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	INT_BITS_MAX = 128,    /* ast_opt.c: MAX_INT_SIZE */
	OLD_BITS_MAX = 1 << 16 /* ours, where CPython has no limit */
};

/* ---- whole numbers */

bool is_int_constant(const struct constant *k)
{
	return k->kind == CONSTANT_INT || k->kind == CONSTANT_BIGINT;
}

bool is_bool(const struct constant *k)
{
	return k->kind == CONSTANT_TRUE || k->kind == CONSTANT_FALSE;
}

/* True and False count as 1 and 0. */
struct constant as_number(const struct constant *k)
{
	if (is_bool(k))
		return (struct constant){
			.kind = CONSTANT_INT, .number = k->kind == CONSTANT_TRUE};
	return *k;
}

static void int_get(const struct constant *k, mpz_t z)
{
	char digits[24];

	if (k->kind == CONSTANT_BIGINT) {
		mpz_set_str(z, k->text, 10);
		return;
	}
	/* long may be narrower than 64 bits */
	uint64_t size = k->number < 0 ? 0 - (uint64_t)k->number : (uint64_t)k->number;
	int at = sizeof digits - 1;
	for (digits[at] = 0; size || !digits[at]; size /= 10)
		digits[--at] = (char)('0' + size % 10);
	mpz_set_str(z, digits + at, 10);
	if (k->number < 0)
		mpz_neg(z, z);
}

void set_int(struct compiler *c, mpz_t z, bool is_long, struct constant *value)
{
	char *text = mpz_get_str(NULL, 10, z);

	*value = (struct constant){.kind = CONSTANT_INT, .is_long = is_long};
	if (mpz_sizeinbase(z, 2) < 64 || !strcmp(text, "-9223372036854775808")) {
		value->number = strtoll(text, NULL, 10);
	} else {
		value->kind = CONSTANT_BIGINT;
		value->is_long = c->v.major == 2;
		value->length = (uint32_t)strlen(text);
		value->text = unit_intern(c->memory, text, value->length);
	}
	void (*release)(void *, size_t);
	mp_get_memory_functions(NULL, NULL, &release);
	release(text, strlen(text) + 1);
}

static size_t bits_of(const mpz_t z)
{
	return mpz_sgn(z) ? mpz_sizeinbase(z, 2) : 0;
}

static size_t bits_max(const struct compiler *c)
{
	return py_at_least(c->v, 3, 7) ? INT_BITS_MAX : OLD_BITS_MAX;
}

static bool int_multiply(struct compiler *c, mpz_t r, const mpz_t a, const mpz_t b)
{
	if (mpz_sgn(a) && mpz_sgn(b) && bits_of(a) + bits_of(b) > bits_max(c))
		return false;
	mpz_mul(r, a, b);
	return true;
}

static bool int_power(struct compiler *c, mpz_t r, const mpz_t a, const mpz_t b)
{
	size_t max = bits_max(c);

	if (mpz_sgn(b) < 0 || !mpz_fits_ulong_p(b))
		return false;
	unsigned long n = mpz_get_ui(b);
	if (n && mpz_sgn(a) && bits_of(a) > max / n)
		return false;
	mpz_pow_ui(r, a, n);
	return true;
}

static bool int_shift(
	struct compiler *c, mpz_t r, const mpz_t a, const mpz_t b, bool left)
{
	size_t max = bits_max(c);

	if (mpz_sgn(b) < 0 || !mpz_fits_ulong_p(b))
		return false;
	unsigned long n = mpz_get_ui(b);
	if (!left)
		mpz_fdiv_q_2exp(r, a, n);
	else if (mpz_sgn(a) && (n > max || bits_of(a) > max - n))
		return false;
	else
		mpz_mul_2exp(r, a, n);
	return true;
}

static bool int_apply(
	struct compiler *c, enum binary op, mpz_t r, const mpz_t a, const mpz_t b)
{
	switch (op) {
	case BINARY_ADD:
		mpz_add(r, a, b);
		return true;
	case BINARY_SUBTRACT:
		mpz_sub(r, a, b);
		return true;
	case BINARY_AND:
		mpz_and(r, a, b);
		return true;
	case BINARY_OR:
		mpz_ior(r, a, b);
		return true;
	case BINARY_XOR:
		mpz_xor(r, a, b);
		return true;
	case BINARY_MULTIPLY:
		return int_multiply(c, r, a, b);
	case BINARY_POWER:
		return int_power(c, r, a, b);
	case BINARY_LSHIFT:
		return int_shift(c, r, a, b, true);
	case BINARY_RSHIFT:
		return int_shift(c, r, a, b, false);
	case BINARY_FLOOR_DIVIDE:
		if (mpz_sgn(b))
			mpz_fdiv_q(r, a, b);
		return mpz_sgn(b) != 0;
	case BINARY_MODULO:
		if (mpz_sgn(b))
			mpz_fdiv_r(r, a, b);
		return mpz_sgn(b) != 0;
	default:
		return false;
	}
}

bool fold_ints(struct compiler *c, enum binary op, const struct constant *a,
	const struct constant *b, struct constant *value)
{
	mpz_t x, y, r;

	mpz_inits(x, y, r, NULL);
	int_get(a, x);
	int_get(b, y);
	bool done = int_apply(c, op, r, x, y);
	if (done)
		set_int(c, r, a->is_long || b->is_long, value);
	mpz_clears(x, y, r, NULL);
	return done;
}

/* ---- floating point */

/* Whether K is a number that a double holds exactly. */
static bool as_double(const struct constant *k, double *value)
{
	const int64_t exact = (int64_t)1 << 53;

	if (k->kind == CONSTANT_FLOAT) {
		*value = k->real;
		return true;
	}
	*value = (double)k->number;
	return k->kind == CONSTANT_INT && k->number <= exact && k->number >= -exact;
}

/* Python's float_divmod. */
static double float_modulo(double a, double b)
{
	double r = fmod(a, b);

	if (r)
		return (b < 0) != (r < 0) ? r + b : r;
	return copysign(0.0, b);
}

static double float_floor_divide(double a, double b)
{
	double r = fmod(a, b);
	double q = (a - r) / b;

	if (r && (b < 0) != (r < 0))
		q -= 1.0;
	if (!q)
		return copysign(0.0, a / b);
	double whole = floor(q);
	return q - whole > 0.5 ? whole + 1.0 : whole;
}

static bool float_apply(enum binary op, double a, double b, double *r)
{
	switch (op) {
	case BINARY_ADD:
		*r = a + b;
		return true;
	case BINARY_SUBTRACT:
		*r = a - b;
		return true;
	case BINARY_MULTIPLY:
		*r = a * b;
		return true;
	case BINARY_TRUE_DIVIDE:
		*r = b ? a / b : 0;
		return b != 0;
	case BINARY_MODULO:
		*r = b ? float_modulo(a, b) : 0;
		return b != 0;
	case BINARY_FLOOR_DIVIDE:
		*r = b ? float_floor_divide(a, b) : 0;
		return b != 0;
	case BINARY_POWER:
		*r = pow(a, b);
		return a && isfinite(*r) && !(a < 0 && b != floor(b));
	default:
		return false;
	}
}

bool fold_floats(enum binary op, const struct constant *a, const struct constant *b,
	struct constant *value)
{
	double x, y, r;

	if (!as_double(a, &x) || !as_double(b, &y) || !float_apply(op, x, y, &r))
		return false;
	*value = (struct constant){.kind = CONSTANT_FLOAT, .real = r};
	return true;
}

bool fold_complex(enum binary op, const struct constant *a, const struct constant *b,
	struct constant *value)
{
	double x = a->real, y = b->real;

	if (op != BINARY_ADD && op != BINARY_SUBTRACT)
		return false;
	if ((a->kind != CONSTANT_COMPLEX && !as_double(a, &x)) ||
		(b->kind != CONSTANT_COMPLEX && !as_double(b, &y)))
		return false;
	*value = (struct constant){.kind = CONSTANT_COMPLEX};
	value->real = op == BINARY_ADD ? x + y : x - y;
	value->imaginary = op == BINARY_ADD ? a->imaginary + b->imaginary
					    : a->imaginary - b->imaginary;
	return true;
}
