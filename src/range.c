#include "range.h"

#include "code.h"
#include "dialect.h"
#include "errors.h"
#include "number.h"
#include "special.h"

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

obj_id range_new(struct world *w, obj_id start, obj_id stop, obj_id step)
{
	const obj_id parts[3] = {start, stop, step};
	obj_id o;

	if (int_sign(w, step) == 0)
		return raise_error(w, T_VALUE_ERROR,
			is_two(w) ? "xrange() arg 3 must not be zero"
				  : "range() arg 3 must not be zero");
	o = obj_new_fields(w, KIND_RANGE, type_object(T_RANGE), RANGE_WORDS);
	for (uint32_t i = 0; i < 3; i++) {
		hold(w, parts[i]);
		set_obj_field(w, o, RANGE_START + i, parts[i]);
	}
	obj_born(w, o);
	return o;
}

/* Ranges that reach beyond 64 bits are added up as ints of any size. */
static obj_id big_item(struct world *w, obj_id range, int64_t i)
{
	struct number_error e;
	obj_id index = int_new(w, i);
	obj_id product = number_binary(
		w, BINARY_MULTIPLY, obj_field(w, range, RANGE_STEP), index, &e);
	obj_id item = number_binary(
		w, BINARY_ADD, obj_field(w, range, RANGE_START), product, &e);

	drop(w, index, NULL);
	drop(w, product, NULL);
	return item;
}

obj_id range_item(struct world *w, obj_id range, int64_t i)
{
	obj_id start = obj_field(w, range, RANGE_START),
	       step = obj_field(w, range, RANGE_STEP);
	int64_t product, sum;

	if (!int_fits(w, start) || !int_fits(w, step) ||
		__builtin_mul_overflow(int_value(w, step), i, &product) ||
		__builtin_add_overflow(int_value(w, start), product, &sum))
		return big_item(w, range, i);
	return int_new(w, sum);
}

obj_id range_slice(struct world *w, obj_id range, const obj_id parts[3])
{
	int64_t length = 0;
	struct slice_range r;
	obj_id bounds[3], result, step;
	struct number_error e;

	range_length(w, range, &length);
	if (!slice_resolve_parts(
		    w, parts, length > UINT32_MAX ? UINT32_MAX : (uint32_t)length, &r))
		return 0;
	bounds[0] = range_item(w, range, r.start);
	bounds[1] = range_item(w, range, r.stop);
	step = int_new(w, r.step);
	bounds[2] = number_binary(
		w, BINARY_MULTIPLY, obj_field(w, range, RANGE_STEP), step, &e);
	result = range_new(w, bounds[0], bounds[1], bounds[2]);
	drop(w, step, NULL);
	for (uint32_t i = 0; i < 3; i++)
		drop(w, bounds[i], NULL);
	return result;
}

int64_t range_index(struct world *w, obj_id range, obj_id value)
{
	obj_id start = obj_field(w, range, RANGE_START),
	       step = obj_field(w, range, RANGE_STEP);
	int64_t length, distance;

	if (!range_length(w, range, &length) || !int_fits(w, value) ||
		!int_fits(w, start) || !int_fits(w, step) ||
		__builtin_sub_overflow(
			int_value(w, value), int_value(w, start), &distance))
		return -1;
	if (distance % int_value(w, step))
		return -1;
	distance /= int_value(w, step);
	return distance >= 0 && distance < length ? distance : -1;
}
