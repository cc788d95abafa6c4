#include "callbacks.h"

#include "dealloc.h"
#include "dialect.h"
#include "gccount.h"
#include "passing.h"
#include "weakref.h"

/* Slots: the pending exception, then a weak reference and its callback each. */
enum {
	SLOT_EXCEPTION,
	SLOT_PAIRS
};
enum {
	WORD_CURSOR,
	WORD_SINGLE,
	WORD_TUPLE, /* length of the tuple that holds them in CPython */
	CALLBACK_WORDS
};
enum state {
	STATE_CALL,
	STATE_RESULT,
	STATE_DROP
};

bool call_settled(struct world *w, uint32_t f, obj_id context, enum unraisable what)
{
	obj_id result = word(w, f + FRAME_RESULT);

	if (result) {
		set_word(w, f + FRAME_RESULT, 0);
		drop(w, result, NULL);
		return reg(w, REG_TOP) == f;
	}
	if (!reg(w, REG_EXCEPTION))
		return true;
	frame_push_unraisable(w, context, what);
	return false;
}

void save_exception(struct world *w, uint32_t f, uint32_t slot)
{
	set_word(w, frame_slot(f, slot), reg(w, REG_EXCEPTION));
	set_reg(w, REG_EXCEPTION, 0);
}

void restore_exception(struct world *w, uint32_t f, uint32_t slot)
{
	set_reg(w, REG_EXCEPTION, word(w, frame_slot(f, slot)));
	set_word(w, frame_slot(f, slot), 0);
}

/* A weak reference that is itself being deallocated is not called back. */
static bool calls_back(const struct world *w, obj_id ref)
{
	return obj_field(w, ref, WEAKREF_CALLBACK) && obj_rc(w, ref);
}

static uint32_t count_callbacks(const struct world *w, obj_id o)
{
	uint32_t n = 0;

	for (obj_id ref = obj_weak(w, o); ref; ref = obj_field(w, ref, WEAKREF_NEXT))
		n += calls_back(w, ref);
	return n;
}

/* Hands a weak reference and its callback over to pair I of frame F.  Alone, it
 * is not held by anything but the call (before 3.13). */
static void take_pair(struct world *w, uint32_t f, uint32_t i, obj_id ref)
{
	uint32_t pair = frame_slot(f, SLOT_PAIRS + 2 * i);
	uint32_t single = frame_extra(w, f, WORD_SINGLE);

	set_word(w, pair + 1, obj_field(w, ref, WEAKREF_CALLBACK));
	set_obj_field(w, ref, WEAKREF_CALLBACK, 0);
	if (word(w, single)) {
		set_word(w, single, ref);
		return;
	}
	set_word(w, pair, ref);
	incref(w, ref, NULL);
}

/* How many are left when the plain reference and the plain proxy, which come first,
 * are gone (PyObject_ClearWeakRefs). */
static uint32_t count_others(const struct world *w, obj_id o)
{
	uint32_t n = 0;

	for (obj_id ref = obj_weak(w, o); ref; ref = obj_field(w, ref, WEAKREF_NEXT))
		n += n || obj_field(w, ref, WEAKREF_CALLBACK) ||
			type_is_heap(w, obj_class(w, ref));
	return n;
}

static void count_tuple(struct world *w, uint32_t f, uint32_t n)
{
	if (n == 1 && !w->dialect->callback_tuple)
		return;
	set_word(w, frame_extra(w, f, WORD_TUPLE), 2 * n);
	gc_count_new(w, gc_free_list(w, KIND_TUPLE, 2 * n));
}

void callbacks_start(struct world *w, obj_id o)
{
	uint32_t count = count_callbacks(w, o);
	uint32_t f = 0, taken = 0;

	if (count) {
		f = frame_push(
			w, FRAME_CALLBACKS, 0, SLOT_PAIRS + 2 * count, CALLBACK_WORDS);
		set_word(w, frame_extra(w, f, WORD_SINGLE),
			count == 1 && !w->dialect->callback_tuple);
		count_tuple(w, f, count_others(w, o));
	}
	while (obj_weak(w, o)) {
		obj_id ref = obj_weak(w, o);

		if (calls_back(w, ref))
			take_pair(w, f, taken++, ref);
		weakref_clear(w, ref);
	}
	if (f)
		save_exception(w, f, SLOT_EXCEPTION);
}

static uint32_t pair_count(const struct world *w, uint32_t f)
{
	return (word(w, f + FRAME_SLOT_COUNT) - SLOT_PAIRS) / 2;
}

static void call_next(struct world *w, uint32_t f)
{
	uint32_t cursor = word(w, frame_extra(w, f, WORD_CURSOR));
	uint32_t pair = frame_slot(f, SLOT_PAIRS + 2 * cursor);
	obj_id ref = word(w, frame_extra(w, f, WORD_SINGLE));
	obj_id callback;

	if (cursor == pair_count(w, f)) {
		set_frame_state(w, f, STATE_DROP);
		set_word(w, frame_extra(w, f, WORD_CURSOR), 0);
		return;
	}
	ref = ref ? ref : word(w, pair);
	callback = word(w, pair + 1);
	set_frame_state(w, f, STATE_RESULT);
	world_event(w,
		(struct event){.kind = EV_WEAKREF_CALLBACK,
			.object = obj_serial(w, ref),
			.other = obj_serial(w, callback)});
	pass_call_frame(w,
		frame_push_call(w, f + FRAME_RESULT, callback, &ref, 1,
			w->dialect->callback_holds),
		CALL_TUPLE);
}

static void finish_call(struct world *w, uint32_t f)
{
	uint32_t cursor = frame_extra(w, f, WORD_CURSOR);
	obj_id callback = word(w, frame_slot(f, SLOT_PAIRS + 2 * word(w, cursor) + 1));

	if (!call_settled(w, f, callback, UNRAISABLE_WEAKREF_CALLBACK))
		return;
	set_word(w, cursor, word(w, cursor) + 1);
	set_frame_state(w, f, STATE_CALL);
}

/* As the tuple that held them: last to first. */
static void drop_next(struct world *w, uint32_t f)
{
	uint32_t cursor = frame_extra(w, f, WORD_CURSOR);
	uint32_t count = 2 * pair_count(w, f);
	uint32_t at = word(w, cursor);
	obj_id o;

	if (at == count) {
		if (word(w, frame_extra(w, f, WORD_TUPLE)))
			gc_discharge_kind(
				w, KIND_TUPLE, word(w, frame_extra(w, f, WORD_TUPLE)));
		restore_exception(w, f, SLOT_EXCEPTION);
		frame_pop(w, 0);
		return;
	}
	set_word(w, cursor, at + 1);
	at = frame_slot(f, SLOT_PAIRS + count - 1 - at);
	o = word(w, at);
	set_word(w, at, 0);
	if (o)
		drop(w, o, NULL);
}

void callbacks_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);

	switch ((enum state)frame_state(w, f)) {
	case STATE_CALL:
		call_next(w, f);
		break;
	case STATE_RESULT:
		finish_call(w, f);
		break;
	case STATE_DROP:
		drop_next(w, f);
		break;
	}
}
