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

void pass_arguments_end(struct world *w, uint32_t length)
{
	if (length)
		give_back(w, KIND_TUPLE, length);
}

/* What is held: bit 0 a bound method, then the lengths of two tuples. */
#define HELD_BITS 15
#define HELD_MASK ((1u << HELD_BITS) - 1)

static uint32_t hold_tuple(struct world *w, uint32_t n)
{
	if (n)
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, n));
	return n < HELD_MASK ? n : HELD_MASK;
}

static uint32_t hold_for_call(struct world *w, bool method, uint32_t n, uint32_t more)
{
	if (method)
		gc_count_new(w, FREE_LIST_METHOD);
	n = hold_tuple(w, n);
	return (method ? 1 : 0) | n << 1 | hold_tuple(w, more) << (1 + HELD_BITS);
}

uint32_t pass_call(struct world *w, enum call_form form, uint32_t count)
{
	bool two = w->dialect->version.major == 2;

	if (form == CALL_SLOT)
		return hold_for_call(w, false, count, 0);
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
	bool self = form == CALL_SPECIAL || form == CALL_BOUND;

	set_word(w, frame_extra(w, f, CALL_HELD),
		pass_call(w, form, self ? count - 1 : count));
}

void pass_release(struct world *w, uint32_t held)
{
	if (held & 1)
		gc_discharge(w, FREE_LIST_METHOD);
	pass_arguments_end(w, held >> 1 & HELD_MASK);
	pass_arguments_end(w, held >> (1 + HELD_BITS));
}

void pass_class_check(struct world *w)
{
	if (w->dialect->version.major != 2)
		return;
	pass_object(w, KIND_BUILTIN, 0);
	pass_tuple(w, 1);
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
