#include "number.h"

#include <math.h>

#include "bigint.h"

static int compare_doubles(double a, double b)
{
	if (isnan(a) || isnan(b))
		return 2;
	return (a > b) - (a < b);
}

/* Exactly: an int is not rounded (Objects/floatobject.c, float_richcompare). */
static int compare_mixed(const struct world *w, obj_id whole, double b)
{
	mpz_t z;
	int order;

	if (isnan(b))
		return 2;
	if (isinf(b))
		return b > 0 ? -1 : 1;
	big_load(w, whole, z);
	order = mpz_cmp_d(z, b);
	mpz_clear(z);
	return (order > 0) - (order < 0);
}

static int compare_real(const struct world *w, obj_id a, double b)
{
	if (obj_kind(w, a) == KIND_FLOAT)
		return compare_doubles(float_value(w, a), b);
	return compare_mixed(w, a, b);
}

static int compare_complex(const struct world *w, obj_id a, obj_id b)
{
	double real, imaginary, other_real, other_imaginary;

	complex_value(w, a, &real, &imaginary);
	if (obj_kind(w, b) != KIND_COMPLEX)
		return imaginary == 0 && compare_real(w, b, real) == 0 ? 0 : 2;
	complex_value(w, b, &other_real, &other_imaginary);
	return real == other_real && imaginary == other_imaginary ? 0 : 2;
}

int number_compare(const struct world *w, obj_id a, obj_id b)
{
	int order;

	if (obj_kind(w, a) == KIND_COMPLEX)
		return compare_complex(w, a, b);
	if (obj_kind(w, b) == KIND_COMPLEX)
		return compare_complex(w, b, a);
	if (obj_kind(w, b) == KIND_FLOAT)
		return compare_real(w, a, float_value(w, b));
	if (obj_kind(w, a) == KIND_INT)
		return int_compare(w, a, b);
	order = compare_mixed(w, b, float_value(w, a));
	return order == 2 ? 2 : -order;
}

static bool item_count(int64_t start, int64_t stop, int64_t step, int64_t *length)
{
	int64_t distance;

	if (step < 0) {
		int64_t t = start;

		start = stop;
		stop = t;
		if (step == INT64_MIN)
			return false;
		step = -step;
	}
	if (__builtin_sub_overflow(stop, start, &distance))
		return false;
	*length = distance > 0 ? (distance - 1) / step + 1 : 0;
	return true;
}

bool range_length(const struct world *w, obj_id range, int64_t *length)
{
	obj_id start = obj_field(w, range, RANGE_START);
	obj_id stop = obj_field(w, range, RANGE_STOP);
	obj_id step = obj_field(w, range, RANGE_STEP);

	return int_fits(w, start) && int_fits(w, stop) && int_fits(w, step) &&
		item_count(int_value(w, start), int_value(w, stop), int_value(w, step),
			length);
}
