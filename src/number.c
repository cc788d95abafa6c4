#include "number.h"

#include <math.h>
#include <string.h>

#include "bigint.h"
#include "code.h"
#include "dialect.h"

/* New objects. */

void int_fill(struct world *w, obj_id o, int64_t value)
{
	set_obj_payload(w, o, (uint32_t)value);
	set_obj_n(w, o, (uint32_t)((uint64_t)value >> 32));
}

void float_fill(struct world *w, obj_id o, double value)
{
	uint32_t words[2];

	memcpy(words, &value, sizeof(value));
	set_obj_payload(w, o, words[0]);
	set_obj_n(w, o, words[1]);
}

obj_id int_new_class(struct world *w, obj_id class, int64_t value)
{
	obj_id o;

	if (class == type_object(T_INT) && value >= -5 && value <= 256)
		return OBJ_SMALL_INT_FIRST + (obj_id)(value + 5);
	o = obj_new(w, KIND_INT, class);
	int_fill(w, o, value);
	obj_born(w, o);
	return o;
}

obj_id int_new(struct world *w, int64_t value)
{
	return int_new_class(w, type_object(T_INT), value);
}

obj_id float_new(struct world *w, double value)
{
	obj_id o = obj_new(w, KIND_FLOAT, type_object(T_FLOAT));

	float_fill(w, o, value);
	obj_born(w, o);
	return o;
}

static void set_double(struct world *w, uint32_t index, double value)
{
	uint32_t words[2];

	memcpy(words, &value, sizeof(value));
	set_word(w, index, words[0]);
	set_word(w, index + 1, words[1]);
}

#define COMPLEX_WORDS 4

obj_id complex_new(struct world *w, double real, double imaginary)
{
	obj_id o =
		obj_new_fields(w, KIND_COMPLEX, type_object(T_COMPLEX), COMPLEX_WORDS);

	set_double(w, obj_payload(w, o), real);
	set_double(w, obj_payload(w, o) + 2, imaginary);
	obj_born(w, o);
	return o;
}

obj_id int_from_text(struct world *w, const char *digits, bool as_long)
{
	mpz_t z;
	obj_id o;
	int bad = mpz_init_set_str(z, digits + (*digits == '+'), 10);

	assert(!bad);
	(void)bad;
	o = big_store(w, z, as_long);
	mpz_clear(z);
	return o;
}

obj_id int_from_double(struct world *w, double value, struct number_error *e)
{
	mpz_t z;
	obj_id o;

	if (isnan(value))
		return number_fail(
			e, T_VALUE_ERROR, "cannot convert float NaN to integer");
	if (isinf(value))
		return number_fail(e, T_OVERFLOW_ERROR,
			"cannot convert float infinity to integer");
	mpz_init_set_d(z, value);
	o = big_store(w, z, false);
	mpz_clear(z);
	return o;
}

/* Reading. */

bool is_int(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_INT;
}

bool is_long(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);

	if (obj_kind(w, o) != KIND_INT)
		return false;
	while (class >= OBJ_FIRST_FREE)
		class = obj_field(w, class, TYPE_BASE);
	return class == type_object(T_LONG);
}

bool is_number(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);

	return kind == KIND_INT || kind == KIND_FLOAT || kind == KIND_COMPLEX;
}

bool int_fits(const struct world *w, obj_id o)
{
	return !obj_flag(w, o, OBJECT_BIG);
}

int64_t int_value(const struct world *w, obj_id o)
{
	return (int64_t)(obj_payload(w, o) | (uint64_t)obj_n(w, o) << 32);
}

int int_sign(const struct world *w, obj_id o)
{
	if (!int_fits(w, o))
		return obj_flag(w, o, OBJECT_NEGATIVE) ? -1 : 1;
	return (int_value(w, o) > 0) - (int_value(w, o) < 0);
}

static double double_at(const struct world *w, uint32_t index)
{
	uint32_t words[2] = {word(w, index), word(w, index + 1)};
	double value;

	memcpy(&value, words, sizeof(value));
	return value;
}

double float_value(const struct world *w, obj_id o)
{
	return double_at(w, BASE_BODY + 2 * o);
}

void complex_value(const struct world *w, obj_id o, double *real, double *imaginary)
{
	*real = double_at(w, obj_payload(w, o));
	*imaginary = double_at(w, obj_payload(w, o) + 2);
}

bool number_double(
	const struct world *w, obj_id o, double *value, struct number_error *e)
{
	mpz_t z;

	if (obj_kind(w, o) == KIND_FLOAT) {
		*value = float_value(w, o);
		return true;
	}
	if (int_fits(w, o)) {
		*value = (double)int_value(w, o);
		return true;
	}
	big_load(w, o, z);
	*value = big_double(z);
	mpz_clear(z);
	if (!isinf(*value))
		return true;
	number_fail(e, T_OVERFLOW_ERROR,
		w->dialect->version.major == 2
			? "long int too large to convert to float"
			: "int too large to convert to float");
	return false;
}

bool number_true(const struct world *w, obj_id o)
{
	double real, imaginary;

	switch (obj_kind(w, o)) {
	case KIND_INT:
		return int_sign(w, o) != 0;
	case KIND_FLOAT:
		return float_value(w, o) != 0;
	default:
		complex_value(w, o, &real, &imaginary);
		return real != 0 || imaginary != 0;
	}
}

/* Operators. */

obj_id number_binary(
	struct world *w, int op, obj_id a, obj_id b, struct number_error *e)
{
	enum kind ka = obj_kind(w, a);
	enum kind kb = obj_kind(w, b);

	*e = (struct number_error){0};
	if (!is_number(w, a) || !is_number(w, b))
		return 0;
	if (ka == KIND_COMPLEX || kb == KIND_COMPLEX)
		return complex_binary(w, op, a, b, e);
	if (ka == KIND_FLOAT || kb == KIND_FLOAT)
		return float_binary(w, op, a, b, e);
	return int_binary(w, op, a, b, e);
}

obj_id number_unary(struct world *w, int op, obj_id a, struct number_error *e)
{
	double real, imaginary;

	*e = (struct number_error){0};
	if (obj_kind(w, a) == KIND_INT)
		return int_unary(w, op, a);
	if (!is_number(w, a) || op == UNARY_INVERT)
		return 0;
	if (obj_kind(w, a) == KIND_FLOAT)
		return float_new(w,
			op == UNARY_NEGATIVE ? -float_value(w, a) : float_value(w, a));
	complex_value(w, a, &real, &imaginary);
	if (op == UNARY_NEGATIVE)
		return complex_new(w, -real, -imaginary);
	return complex_new(w, real, imaginary);
}

obj_id number_abs(struct world *w, obj_id a, struct number_error *e)
{
	double real, imaginary;

	*e = (struct number_error){0};
	if (obj_kind(w, a) == KIND_INT)
		return int_unary(
			w, int_sign(w, a) < 0 ? UNARY_NEGATIVE : UNARY_POSITIVE, a);
	if (obj_kind(w, a) == KIND_FLOAT)
		return float_new(w, fabs(float_value(w, a)));
	complex_value(w, a, &real, &imaginary);
	real = hypot(real, imaginary);
	if (isinf(real) && !isinf(imaginary))
		return number_fail(e, T_OVERFLOW_ERROR, "absolute value too large");
	return float_new(w, real);
}
