#include "search.h"

#include "code.h"
#include "dialect.h"
#include "errors.h"
#include "list.h"
#include "walk.h"

/*
 * Looking for a value among items that only Python code can compare: a
 * FRAME_BUILTIN.  Lists and tuples are looked at by index, so that an __eq__ that
 * changes the list is met as CPython meets it; anything else by its iterator.
 */
enum {
	WORD_INDEX
};
enum {
	LOCAL_ITERATOR,
	LOCAL_ITEM
};
enum state {
	STATE_START,
	STATE_NEXT,
	STATE_COMPARED
};

static bool by_index(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_LIST || obj_kind(w, o) == KIND_TUPLE;
}

uint32_t search_index(const struct world *w, uint32_t f)
{
	return word(w, builtin_word(w, f, WORD_INDEX));
}

static void set_item(struct world *w, uint32_t f, obj_id o)
{
	uint32_t index = builtin_local(w, f, LOCAL_ITEM);
	obj_id old = word(w, index);

	set_word(w, index, o);
	if (old)
		drop(w, old, NULL);
}

/* The next item, in its slot. */
static enum search fetch(struct world *w, uint32_t f, obj_id container, uint32_t end)
{
	uint32_t i = search_index(w, f);
	obj_id v = 0;

	if (by_index(w, container)) {
		if (i >= obj_n(w, container) || i >= end)
			return SEARCH_END;
		v = item(w, container, i);
		hold(w, v);
		set_item(w, f, v);
		return SEARCH_FOUND;
	}
	switch (walk_next(w, f, LOCAL_ITERATOR, &v)) {
	case WALK_ITEM:
		set_item(w, f, v);
		return SEARCH_FOUND;
	case WALK_END:
		return SEARCH_END;
	case WALK_RAISED:
		return SEARCH_RAISED;
	default:
		return SEARCH_WAIT;
	}
}

static enum search begin(struct world *w, uint32_t f, obj_id container)
{
	if (by_index(w, container)) {
		set_frame_state(w, f, STATE_NEXT);
		return SEARCH_FOUND;
	}
	switch (walk_start(w, f, LOCAL_ITERATOR, container, NULL)) {
	case WALK_READY:
		set_frame_state(w, f, STATE_NEXT);
		return SEARCH_FOUND;
	case WALK_RAISED:
		return SEARCH_RAISED;
	default:
		return SEARCH_WAIT;
	}
}

/* -1: not yet, or raised. */
static int compare_item(struct world *w, uint32_t f, obj_id value, bool value_first)
{
	obj_id x = word(w, builtin_local(w, f, LOCAL_ITEM)), result = 0;

	if (x == value)
		return 1;
	set_frame_state(w, f, STATE_COMPARED);
	if (compare_any(w, COMPARE_EQ, value_first ? value : x, value_first ? x : value,
		    f + FRAME_RESULT, &result) != OUT_VALUE)
		return -1;
	set_frame_state(w, f, STATE_NEXT);
	return result == OBJ_TRUE;
}

static int compared(struct world *w, uint32_t f)
{
	obj_id result = word(w, f + FRAME_RESULT);
	int equal = truth_plain(w, result);

	set_word(w, f + FRAME_RESULT, 0);
	set_frame_state(w, f, STATE_NEXT);
	drop(w, result, NULL);
	return equal;
}

static void advance(struct world *w, uint32_t f)
{
	set_word(w, builtin_word(w, f, WORD_INDEX), search_index(w, f) + 1);
}

void search_go_on(struct world *w, uint32_t f)
{
	advance(w, f);
}

void search_from(struct world *w, uint32_t f, uint32_t index)
{
	set_word(w, builtin_word(w, f, WORD_INDEX), index);
}

enum search search_step(struct world *w, uint32_t f, obj_id container, obj_id value,
	uint32_t end, bool value_first)
{
	if (frame_state(w, f) == STATE_START) {
		enum search begun = begin(w, f, container);

		if (begun != SEARCH_FOUND)
			return begun;
	}
	if (reg(w, REG_EXCEPTION) && frame_state(w, f) == STATE_COMPARED)
		return SEARCH_RAISED;
	if (frame_state(w, f) == STATE_COMPARED) {
		if (compared(w, f))
			return SEARCH_FOUND;
		advance(w, f);
	}
	for (;;) {
		enum search next = fetch(w, f, container, end);
		int equal;

		if (next != SEARCH_FOUND)
			return next;
		equal = compare_item(w, f, value, value_first);
		if (equal > 0)
			return SEARCH_FOUND;
		if (equal < 0)
			return reg(w, REG_EXCEPTION) ? SEARCH_RAISED : SEARCH_WAIT;
		advance(w, f);
	}
}

bool needle_first(const struct world *w)
{
	return !py_at_least(w->dialect->version, 3, 9);
}

void contains_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	switch (search_step(w, f, a.self, arg(w, &a, 0), UINT32_MAX, needle_first(w))) {
	case SEARCH_FOUND:
		builtin_return(w, OBJ_TRUE);
		break;
	case SEARCH_END:
		builtin_return(w, OBJ_FALSE);
		break;
	case SEARCH_RAISED:
		builtin_return(w, 0);
		break;
	case SEARCH_WAIT:
		break;
	}
}
