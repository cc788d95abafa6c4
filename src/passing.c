#include "passing.h"

#include "dialect.h"
#include "frame.h"
#include "gccount.h"
#include "trashcan.h"

/* A container goes back to where it came from. */
static void give_back(struct world *w, enum kind kind, uint32_t n)
{
	gc_discharge(w, gc_free_list(w, kind, n));
	if (kind != KIND_METHOD && trash_waits(w))
		set_reg(w, REG_TRASH_DUE, 1);
}

void pass_object(struct world *w, enum kind kind, uint32_t n)
{
	bool repeated = reg(w, REG_GC_PAID);

	gc_count_new(w, gc_free_list(w, kind, n));
	if (!repeated)
		give_back(w, kind, n);
}

void pass_tuple(struct world *w, uint32_t count)
{
	if (count)
		pass_object(w, KIND_TUPLE, count);
}

void pass_objects(struct world *w, enum kind kind, uint32_t n, uint32_t count)
{
	bool repeated = reg(w, REG_GC_PAID);
	enum free_list list = gc_free_list(w, kind, n);

	for (uint32_t i = 0; i < count; i++)
		gc_count_new(w, list);
	for (uint32_t i = 0; i < count && !repeated; i++)
		give_back(w, kind, n);
}

bool pass_once(struct world *w, unsigned what)
{
	uint32_t bit = 1u << what, made = reg(w, REG_GC_ONCE);

	if (made & bit)
		return false;
	set_reg(w, REG_GC_ONCE, made | bit);
	return true;
}

void pass_once_repr(struct world *w)
{
	if (!pass_once(w, ONCE_REPR))
		return;
	gc_count_new(w, FREE_LIST_DICT);
	gc_count_new(w, FREE_LIST_LIST);
}

/* What is held: bit 0 a bound method, then the lengths of two tuples, at last a dict.
 */
#define HELD_METHOD 1u
#define HELD_FIRST 1
#define HELD_SECOND 16
#define HELD_DICT (1u << 31)
#define HELD_MASK 0x7fffu

static void count_tuple(struct world *w, uint32_t n)
{
	if (n)
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, n));
}

static uint32_t held_length(uint32_t n)
{
	return n < HELD_MASK ? n : HELD_MASK;
}

uint32_t pass_held(uint32_t count, uint32_t more, bool dict)
{
	return held_length(count) << HELD_FIRST | held_length(more) << HELD_SECOND |
		(dict ? HELD_DICT : 0);
}

static uint32_t hold_for_call(struct world *w, bool method, uint32_t n, uint32_t more)
{
	if (method)
		gc_count_new(w, FREE_LIST_METHOD);
	count_tuple(w, n);
	count_tuple(w, more);
	return (method ? HELD_METHOD : 0) | pass_held(n, more, false);
}

uint32_t pass_kept(uint32_t held)
{
	return held & ~(HELD_MASK << HELD_FIRST);
}

uint32_t pass_call(struct world *w, enum call_form form, uint32_t count)
{
	bool two = w->dialect->version.major == 2;

	if (form == CALL_SLOT)
		return hold_for_call(w, false, count, 0);
	if (form == CALL_HOOK)
		return hold_for_call(w, true, w->dialect->bound_calls ? count : 0,
			two ? count + 1 : 0);
	switch (w->dialect->bound_calls ? form : CALL_DIRECT) {
	case CALL_SPECIAL:
		return hold_for_call(w, true, count, two ? count + 1 : 0);
	case CALL_TUPLE:
		return two ? hold_for_call(w, false, count, 0) : 0;
	case CALL_BOUND:
		return two ? hold_for_call(w, false, count, count + 1) : 0;
	case CALL_INIT:
		return hold_for_call(w, true, 0, two ? count + 1 : 0);
	default:
		return 0;
	}
}

void pass_call_frame(struct world *w, uint32_t f, enum call_form form)
{
	uint32_t count = word(w, frame_extra(w, f, CALL_COUNT));
	bool self = form == CALL_SPECIAL || form == CALL_BOUND || form == CALL_HOOK;

	set_word(w, frame_extra(w, f, CALL_HELD),
		pass_call(w, form, self ? count - 1 : count));
}

static void release_tuple(struct world *w, uint32_t n)
{
	if (n)
		give_back(w, KIND_TUPLE, n);
}

void pass_release(struct world *w, uint32_t held)
{
	if (held & HELD_METHOD)
		gc_discharge(w, FREE_LIST_METHOD);
	release_tuple(w, held >> HELD_FIRST & HELD_MASK);
	release_tuple(w, held >> HELD_SECOND & HELD_MASK);
	if (held & HELD_DICT)
		give_back(w, KIND_DICT, 0);
}

/* Iterators that know how much is left. */
static bool has_length_hint(const struct world *w, obj_id iterator)
{
	switch (obj_class(w, iterator) - OBJ_TYPES) {
	case T_ENUMERATE:
	case T_ZIP:
	case T_MAP:
	case T_FILTER:
	case T_CALLABLE_ITERATOR:
		return false;
	default:
		return true;
	}
}

void pass_class_check(struct world *w)
{
	if (w->dialect->version.major != 2)
		return;
	pass_object(w, KIND_BUILTIN, 0);
	pass_tuple(w, 1);
}

void pass_exception(struct world *w, uint32_t arguments)
{
	count_tuple(w, arguments);
	pass_object(w, KIND_EXCEPTION, 0);
	release_tuple(w, arguments);
}

void pass_length_hint(struct world *w, obj_id iterable)
{
	switch (obj_kind(w, iterable)) {
	case KIND_GENERATOR:
		pass_class_check(w);
		break;
	case KIND_ITERATOR:
		pass_class_check(w);
		if (has_length_hint(w, iterable))
			pass_object(w, KIND_BUILTIN, 0);
		break;
	case KIND_INSTANCE:
	case KIND_OLD_INSTANCE:
		pass_class_check(w);
		break;
	default:
		break;
	}
}

void pass_frame(struct world *w, obj_id code)
{
	if (!w->dialect->frame_objects)
		return;
	if (obj_flag(w, code, OBJECT_FRAME_KEPT))
		set_obj_flag(w, code, OBJECT_FRAME_KEPT, false);
	else
		gc_count_new(w, gc_free_list(w, KIND_FRAME, 0));
}

void pass_frame_end(struct world *w, obj_id code)
{
	if (!w->dialect->frame_objects)
		return;
	if (obj_flag(w, code, OBJECT_FRAME_KEPT))
		gc_discharge(w, gc_free_list(w, KIND_FRAME, 0));
	else
		set_obj_flag(w, code, OBJECT_FRAME_KEPT, true);
}
