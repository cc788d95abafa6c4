#include "builtin_list.h"

#include "errors.h"
#include "list.h"
#include "number.h"
#include "repr.h"
#include "search.h"
#include "subscript.h"

/* Methods of list and tuple that compare items or let go of them. */

enum {
	STATE_REPR = 100,
	STATE_DROPPED
};

static void step_contains(struct world *w, uint32_t f)
{
	contains_step(w, f);
}

void sequence_contains(struct world *w, uint32_t f)
{
	step_contains(w, f);
}

void tuple_contains(struct world *w, uint32_t f)
{
	step_contains(w, f);
}

/* A start or end argument of index(). */
static bool bound(struct world *w, const struct args *a, uint32_t i, int64_t missing,
	uint32_t *value)
{
	int64_t n = obj_n(w, a->self), v = missing;

	if (i < a->count && index_value(w, arg(w, a, i), false, &v) != OUT_VALUE) {
		raise_error(w, T_TYPE_ERROR,
			"slice indices must be integers or have an __index__ method");
		return false;
	}
	if (v < 0)
		v = v + n < 0 ? 0 : v + n;
	*value = v > UINT32_MAX ? UINT32_MAX : (uint32_t)v;
	return true;
}

/* "5 is not in list": its text may be Python code. */
static void not_in_list(struct world *w, uint32_t f, obj_id value)
{
	obj_id text = 0;

	set_frame_state(w, f, STATE_REPR);
	switch (repr_of(w, value, f + FRAME_RESULT, &text)) {
	case OUT_PUSHED:
		return;
	case OUT_VALUE:
		set_word(w, f + FRAME_RESULT, text);
		return;
	default:
		builtin_return(w, 0);
	}
}

static void raise_not_in_list(struct world *w, uint32_t f)
{
	obj_id text = word(w, f + FRAME_RESULT);

	if (!reg(w, REG_EXCEPTION)) {
		raise_error(w, T_VALUE_ERROR, "%s is not in list",
			(const char *)&w->arena.w[obj_payload(w, text) + TEXT_HEAD]);
		set_word(w, f + FRAME_RESULT, 0);
		set_word(w, builtin_local(w, f, 3), text);
	}
	builtin_return(w, 0);
}

static void index_in(struct world *w, uint32_t f, bool tuple)
{
	struct args a = builtin_args(w, f);
	uint32_t start, end;

	if (frame_state(w, f) == STATE_REPR) {
		raise_not_in_list(w, f);
		return;
	}
	if (!bound(w, &a, 1, 0, &start) || !bound(w, &a, 2, UINT32_MAX, &end)) {
		builtin_return(w, 0);
		return;
	}
	if (frame_state(w, f) == 0)
		search_from(w, f, start);
	switch (search_step(w, f, a.self, arg(w, &a, 0), end, false)) {
	case SEARCH_FOUND:
		builtin_return(w, int_new(w, search_index(w, f)));
		break;
	case SEARCH_END:
		if (tuple) {
			raise_error(w, T_VALUE_ERROR, "tuple.index(x): x not in tuple");
			builtin_return(w, 0);
		} else {
			not_in_list(w, f, arg(w, &a, 0));
		}
		break;
	case SEARCH_RAISED:
		builtin_return(w, 0);
		break;
	case SEARCH_WAIT:
		break;
	}
}

void list_index(struct world *w, uint32_t f)
{
	index_in(w, f, false);
}

void tuple_index(struct world *w, uint32_t f)
{
	index_in(w, f, true);
}

static void count_in(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t count = builtin_word(w, f, 1);

	for (;;) {
		switch (search_step(w, f, a.self, arg(w, &a, 0), UINT32_MAX, false)) {
		case SEARCH_FOUND:
			set_word(w, count, word(w, count) + 1);
			search_go_on(w, f);
			break;
		case SEARCH_END:
			builtin_return(w, int_new(w, word(w, count)));
			return;
		case SEARCH_RAISED:
			builtin_return(w, 0);
			return;
		case SEARCH_WAIT:
			return;
		}
	}
}

void list_count(struct world *w, uint32_t f)
{
	count_in(w, f);
}

void tuple_count(struct world *w, uint32_t f)
{
	count_in(w, f);
}

void list_remove(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t i;

	if (frame_state(w, f) == STATE_DROPPED) {
		builtin_return(w, OBJ_NONE);
		return;
	}
	switch (search_step(w, f, a.self, arg(w, &a, 0), UINT32_MAX, false)) {
	case SEARCH_FOUND:
		set_frame_state(w, f, STATE_DROPPED);
		i = search_index(w, f);
		if (i < obj_n(w, a.self))
			drop(w, list_withdraw(w, a.self, i),
				&(struct place){PLACE_INDEX, a.self, i, 0});
		break;
	case SEARCH_END:
		raise_error(w, T_VALUE_ERROR, "list.remove(x): x not in list");
		builtin_return(w, 0);
		break;
	case SEARCH_RAISED:
		builtin_return(w, 0);
		break;
	case SEARCH_WAIT:
		break;
	}
}

void list_clear(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t n = obj_n(w, a.self), block;

	if (frame_state(w, f) || n == 0) {
		builtin_return(w, OBJ_NONE);
		return;
	}
	set_frame_state(w, f, 1);
	block = list_splice(w, a.self, 0, n, 0, 0);
	drop_block(w, block, n, block, n, -1);
}

/* list.__setitem__ and list.__delitem__, as the subscripts do it. */

static void store_at(struct world *w, uint32_t f, obj_id value)
{
	struct args a = builtin_args(w, f);
	obj_id k = arg(w, &a, 0), parts[3];
	struct removed r = {0};
	enum outcome outcome;

	if (frame_state(w, f)) {
		builtin_return(w, OBJ_NONE);
		return;
	}
	for (uint32_t i = 0; i < 3 && obj_kind(w, k) == KIND_SLICE; i++)
		parts[i] = obj_field(w, k, SLICE_START + i);
	outcome = obj_kind(w, k) == KIND_SLICE
		? subscript_store_parts(w, a.self, parts, value, &r)
		: subscript_store_item(w, a.self, k, value, &r);
	set_frame_state(w, f, 1);
	if (outcome != OUT_VALUE) {
		builtin_return(w, 0);
		return;
	}
	if (value && a.base == frame_slot(f, BUILTIN_FIRST_ARGUMENT))
		set_word(w, a.base + 1, 0);
	else if (value)
		hold(w, value);
	drop_removed(w, &r, NULL, 0);
}

void list_setitem(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	store_at(w, f, arg(w, &a, 1));
}

void list_delitem(struct world *w, uint32_t f)
{
	store_at(w, f, 0);
}
