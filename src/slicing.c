#include "special.h"

#include "dialect.h"
#include "errors.h"
#include "number.h"

/* Indices and slices as numbers (Objects/sliceobject.c, PySlice_Unpack and
 * PySlice_AdjustIndices). */

enum outcome index_value(struct world *w, obj_id o, bool raises, int64_t *value)
{
	if (!is_int(w, o))
		return OUT_UNKNOWN;
	if (int_fits(w, o)) {
		*value = int_value(w, o);
		return OUT_VALUE;
	}
	if (raises) {
		raise_error(w, T_INDEX_ERROR,
			"cannot fit '%s' into an index-sized integer",
			type_name_of(w, o));
		return OUT_ERROR;
	}
	*value = int_sign(w, o) < 0 ? INT64_MIN : INT64_MAX;
	return OUT_VALUE;
}

static bool part(struct world *w, obj_id o, int64_t missing, int64_t *value)
{
	if (!o || o == OBJ_NONE) {
		*value = missing;
		return true;
	}
	if (index_value(w, o, false, value) == OUT_VALUE)
		return true;
	raise_error(w, T_TYPE_ERROR,
		"slice indices must be integers or None or have an __index__ method");
	return false;
}

static int64_t clamp(int64_t i, int64_t length, int64_t step)
{
	if (i < 0) {
		i += length;
		return i < 0 ? (step < 0 ? -1 : 0) : i;
	}
	return i >= length ? (step < 0 ? length - 1 : length) : i;
}

static uint32_t count_of(const struct slice_range *r)
{
	if (r->step < 0)
		return r->stop < r->start
			? (uint32_t)((r->start - r->stop - 1) / -r->step + 1)
			: 0;
	return r->start < r->stop ? (uint32_t)((r->stop - r->start - 1) / r->step + 1)
				  : 0;
}

bool slice_resolve_parts(
	struct world *w, const obj_id parts[3], uint32_t length, struct slice_range *r)
{
	if (!part(w, parts[2], 1, &r->step))
		return false;
	if (r->step == 0) {
		raise_error(w, T_VALUE_ERROR, "slice step cannot be zero");
		return false;
	}
	if (r->step < -INT64_MAX)
		r->step = -INT64_MAX;
	if (!part(w, parts[0], r->step < 0 ? INT64_MAX : 0, &r->start) ||
		!part(w, parts[1], r->step < 0 ? INT64_MIN : INT64_MAX, &r->stop))
		return false;
	r->start = clamp(r->start, length, r->step);
	r->stop = clamp(r->stop, length, r->step);
	r->count = count_of(r);
	return true;
}

bool slice_resolve(
	struct world *w, obj_id slice, uint32_t length, struct slice_range *r)
{
	obj_id parts[3] = {obj_field(w, slice, SLICE_START),
		obj_field(w, slice, SLICE_STOP), obj_field(w, slice, SLICE_STEP)};

	return slice_resolve_parts(w, parts, length, r);
}
