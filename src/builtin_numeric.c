#include "builtin_list.h"

#include <math.h>

#include "code.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "list.h"
#include "number.h"
#include "range.h"
#include "search.h"
#include "strbuf.h"

/* Methods and attributes of numbers, ranges and slices. */

static obj_id held(struct world *w, obj_id o)
{
	hold(w, o);
	return o;
}

/* The number itself; of a subclass (bool): as a plain one. */
static obj_id plain_number(struct world *w, obj_id o)
{
	struct number_error e;

	if (obj_class(w, o) == type_object(T_INT) ||
		obj_class(w, o) == type_object(T_FLOAT) ||
		obj_class(w, o) == type_object(T_LONG))
		return held(w, o);
	return number_unary(w, UNARY_POSITIVE, o, &e);
}

#define ITSELF(name) \
	obj_id name(struct world *w, const struct args *a) \
	{ \
		return plain_number(w, a->self); \
	}
#define CONSTANT(name, value) \
	obj_id name(struct world *w, const struct args *a) \
	{ \
		(void)a; \
		return int_new(w, value); \
	}
#define FIELD(name, field) \
	obj_id name(struct world *w, const struct args *a) \
	{ \
		return held(w, obj_field(w, a->self, field)); \
	}

ITSELF(int_conjugate)
ITSELF(int_index)
ITSELF(int_int)
ITSELF(int_real)
ITSELF(int_numerator)
ITSELF(long_conjugate)
ITSELF(long_real)
ITSELF(long_numerator)
ITSELF(float_conjugate)
ITSELF(float_real)
CONSTANT(int_imag, 0)
CONSTANT(int_denominator, 1)
CONSTANT(long_imag, 0)
CONSTANT(long_denominator, 1)
FIELD(range_start, RANGE_START)
FIELD(range_stop, RANGE_STOP)
FIELD(range_step, RANGE_STEP)
FIELD(slice_start, SLICE_START)
FIELD(slice_stop, SLICE_STOP)
FIELD(slice_step, SLICE_STEP)

/* The binary digits of |o|. */
static void binary_digits(const struct world *w, obj_id o, struct strbuf *digits)
{
	int_digits(w, o, 2, digits);
}

obj_id int_bit_length(struct world *w, const struct args *a)
{
	struct strbuf digits = STRBUF_INIT;
	size_t length;

	binary_digits(w, a->self, &digits);
	length = digits.length - (int_sign(w, a->self) < 0);
	strbuf_free(&digits);
	return int_new(w, int_sign(w, a->self) ? (int64_t)length : 0);
}

obj_id long_bit_length(struct world *w, const struct args *a)
{
	return int_bit_length(w, a);
}

obj_id int_bit_count(struct world *w, const struct args *a)
{
	struct strbuf digits = STRBUF_INIT;
	int64_t count = 0;

	binary_digits(w, a->self, &digits);
	for (size_t i = 0; i < digits.length; i++)
		count += digits.text[i] == '1';
	strbuf_free(&digits);
	return int_new(w, count);
}

static obj_id pair_of(struct world *w, obj_id x, obj_id y)
{
	return tuple_of(w, (obj_id[]){x, y}, 2);
}

obj_id int_as_integer_ratio(struct world *w, const struct args *a)
{
	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 2)))
		return RESULT_AGAIN;
	return pair_of(w, plain_number(w, a->self), int_new(w, 1));
}

obj_id int_is_integer(struct world *w, const struct args *a)
{
	(void)w;
	(void)a;
	return OBJ_TRUE;
}

obj_id float_is_integer(struct world *w, const struct args *a)
{
	double value = float_value(w, a->self);

	return bool_of(isfinite(value) && floor(value) == value);
}

obj_id float_imag(struct world *w, const struct args *a)
{
	(void)a;
	return float_new(w, 0.0);
}

/* VALUE = whole / 2**shift, WHOLE an integer (Objects/floatobject.c). */
obj_id float_as_integer_ratio(struct world *w, const struct args *a)
{
	double value = float_value(w, a->self);
	bool two = w->dialect->version.major == 2;
	obj_id whole, one, shift, denominator;
	struct number_error e;
	int exponent, halvings = 0;

	if (isinf(value))
		return raise_error(w, T_OVERFLOW_ERROR,
			two ? "Cannot pass infinity to float.as_integer_ratio."
			    : "cannot convert Infinity to integer ratio");
	if (isnan(value))
		return raise_error(w, T_VALUE_ERROR,
			two ? "Cannot pass NaN to float.as_integer_ratio."
			    : "cannot convert NaN to integer ratio");
	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 2)))
		return RESULT_AGAIN;
	value = frexp(value, &exponent);
	for (; halvings < 300 && value != floor(value); halvings++, exponent--)
		value *= 2;
	whole = int_from_double(w, value, &e);
	one = int_new(w, 1);
	shift = int_new(w, exponent < 0 ? -exponent : exponent);
	denominator = number_binary(w, BINARY_LSHIFT, one, shift, &e);
	if (exponent > 0) {
		obj_id small = whole;

		whole = number_binary(w, BINARY_MULTIPLY, small, denominator, &e);
		drop_all(w,
			(struct owned[]){{.object = small}, {.object = denominator}},
			2);
		denominator = held(w, one);
	}
	drop(w, shift, NULL);
	return pair_of(w, whole, denominator);
}

obj_id complex_real(struct world *w, const struct args *a)
{
	double real, imaginary;

	complex_value(w, a->self, &real, &imaginary);
	return float_new(w, real);
}

obj_id complex_imag(struct world *w, const struct args *a)
{
	double real, imaginary;

	complex_value(w, a->self, &real, &imaginary);
	return float_new(w, imaginary);
}

obj_id complex_conjugate(struct world *w, const struct args *a)
{
	double real, imaginary;

	complex_value(w, a->self, &real, &imaginary);
	return complex_new(w, real, -imaginary);
}

/* Ranges: ints are found by arithmetic, other values one by one. */

static void not_in_range(struct world *w, obj_id value)
{
	struct strbuf text = STRBUF_INIT;

	if (is_int(w, value)) {
		number_repr(w, value, &text);
		raise_error(w, T_VALUE_ERROR, "%s is not in range", text.text);
	} else {
		raise_error(w, T_VALUE_ERROR, "sequence.index(x): x not in sequence");
	}
	strbuf_free(&text);
}

void range_index_method(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id value = arg(w, &a, 0);
	enum search found = SEARCH_END;
	int64_t i = -1;

	if (is_int(w, value))
		i = range_index(w, a.self, value);
	else
		found = search_step(w, f, a.self, value, UINT32_MAX, needle_first(w));
	if (found == SEARCH_WAIT)
		return;
	if (found == SEARCH_FOUND)
		i = search_index(w, f);
	if (i < 0 && found != SEARCH_RAISED)
		not_in_range(w, value);
	builtin_return(w, i < 0 ? 0 : int_new(w, i));
}

void range_count_method(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	if (is_int(w, arg(w, &a, 0)))
		builtin_return(
			w, int_new(w, range_index(w, a.self, arg(w, &a, 0)) >= 0));
	else
		list_count(w, f);
}

/* Slices. */

obj_id slice_new(struct world *w, const struct args *a)
{
	obj_id s;

	if (!gc_charge(w, FREE_LIST_SLICE))
		return RESULT_AGAIN;
	s = obj_new_fields(w, KIND_SLICE, type_object(T_SLICE), SLICE_WORDS);
	set_obj_field(
		w, s, SLICE_START, a->count > 1 ? held(w, arg(w, a, 0)) : OBJ_NONE);
	set_obj_field(w, s, SLICE_STOP, held(w, arg(w, a, a->count > 1 ? 1 : 0)));
	set_obj_field(
		w, s, SLICE_STEP, a->count > 2 ? held(w, arg(w, a, 2)) : OBJ_NONE);
	obj_born(w, s);
	gc_track(w, s);
	return s;
}

obj_id slice_indices(struct world *w, const struct args *a)
{
	struct slice_range r;
	int64_t length;
	obj_id items[3];

	if (!integer_argument(w, arg(w, a, 0), &length))
		return 0;
	if (length < 0)
		return raise_error(w, T_VALUE_ERROR, "length should not be negative");
	if (!slice_resolve(w, a->self,
		    length > UINT32_MAX ? UINT32_MAX : (uint32_t)length, &r))
		return 0;
	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 3)))
		return RESULT_AGAIN;
	items[0] = int_new(w, r.start);
	items[1] = int_new(w, r.stop);
	items[2] = int_new(w, r.step);
	return tuple_of(w, items, 3);
}
