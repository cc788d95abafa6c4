#include "repr_use.h"

#include "dialect.h"
#include "gccount.h"
#include "passing.h"

#define LONGEST 20u

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

/* Whether Py_ReprEnter() is asked: an empty list or tuple is shown before. */
static bool enters(const struct world *w, obj_id o, bool printed)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
		return is_two(w) || obj_n(w, o);
	case KIND_TUPLE:
		return obj_n(w, o) && !printed;
	case KIND_DICT:
	case KIND_SET:
		return true;
	default:
		return false;
	}
}

/* How many lists there are while the items' texts are made. */
static uint32_t lists_for(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
	case KIND_DICT:
		return is_two(w) && obj_n(w, o);
	case KIND_SET:
		if (is_two(w))
			return obj_n(w, o) ? 2 : 1;
		return obj_n(w, o) != 0;
	default:
		return 0;
	}
}

static uint32_t tuple_for(const struct world *w, obj_id o)
{
	uint32_t n = is_two(w) && obj_kind(w, o) == KIND_TUPLE ? obj_n(w, o) : 0;

	return n <= LONGEST ? n : 0;
}

static void raise_peak(uint32_t *peak, uint32_t value)
{
	if (value > *peak)
		*peak = value;
}

void repr_use_begin(const struct world *w, struct repr_use *use, obj_id o)
{
	uint32_t n = tuple_for(w, o);

	use->enters |= enters(w, o, use->printed);
	if (use->printed)
		return;
	use->lists += lists_for(w, o);
	raise_peak(&use->most_lists, use->lists);
	use->tuples[n]++;
	raise_peak(&use->most_tuples[n], use->tuples[n]);
}

void repr_use_end(const struct world *w, struct repr_use *use, obj_id o)
{
	if (use->printed)
		return;
	use->lists -= lists_for(w, o);
	use->tuples[tuple_for(w, o)]--;
}

void repr_use_count(struct world *w, const struct repr_use *use)
{
	if (use->enters)
		pass_once_repr(w);
	pass_objects(w, KIND_LIST, 0, use->most_lists);
	for (uint32_t n = 1; n <= LONGEST; n++)
		pass_objects(w, KIND_TUPLE, n, use->most_tuples[n]);
}

uint32_t repr_use_hold(struct world *w, obj_id o)
{
	uint32_t n = tuple_for(w, o);

	if (enters(w, o, false))
		pass_once_repr(w);
	if (n)
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, n));
	if (n || !is_two(w) || !lists_for(w, o))
		return n;
	gc_count_new(w, FREE_LIST_LIST);
	return LONGEST + 1;
}

void repr_use_release(struct world *w, uint32_t held)
{
	if (held > LONGEST)
		gc_discharge(w, FREE_LIST_LIST);
	else if (held)
		gc_discharge(w, gc_free_list(w, KIND_TUPLE, held));
}
