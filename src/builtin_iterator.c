#include "errors.h"
#include "iterate.h"

/* The methods of iterators, for each type of them: __iter__, and __next__ (2.7:
 * next). */

static obj_id itself(struct world *w, const struct args *a)
{
	hold(w, a->self);
	return a->self;
}

static obj_id next_or_stop(struct world *w, const struct args *a)
{
	obj_id v = 0;

	if (!iterates_plainly(w, a->self))
		return RESULT_STEP;
	switch (next_plain(w, a->self, &v)) {
	case OUT_VALUE:
		return v ? v : raise_value(w, T_STOP_ITERATION, 0);
	case OUT_AGAIN:
		return RESULT_AGAIN;
	default:
		return 0;
	}
}

static void next_in_frame(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id v = word(w, f + FRAME_RESULT);

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		if (iter_next(w, a.self, f + FRAME_RESULT, &v) == OUT_PUSHED)
			return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	if (!v && !reg(w, REG_EXCEPTION))
		raise_value(w, T_STOP_ITERATION, 0);
	builtin_return(w, v);
}

#define NEXT(name) \
	obj_id name(struct world *w, const struct args *a) \
	{ \
		return next_or_stop(w, a); \
	} \
	void name##_step(struct world *w, uint32_t f) \
	{ \
		next_in_frame(w, f); \
	}
#define ITERATOR3(type) \
	obj_id type##_iterator_iter(struct world *w, const struct args *a) \
	{ \
		return itself(w, a); \
	} \
	NEXT(type##_iterator_next)
#define ITERATOR(type) \
	ITERATOR3(type) \
	NEXT(type##_iterator_next27)

ITERATOR(list)
ITERATOR(list_reverse)
ITERATOR(tuple)
ITERATOR(str)
ITERATOR(bytes)
ITERATOR(range)
ITERATOR(set)
ITERATOR(dict_key)
ITERATOR(dict_value)
ITERATOR(dict_item)
ITERATOR(sequence)
ITERATOR(callable)
ITERATOR(enumerate)
ITERATOR(reversed)
ITERATOR3(zip)
ITERATOR3(map)
ITERATOR3(filter)
