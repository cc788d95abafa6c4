#include "frame.h"

#include <stddef.h>

uint32_t frame_push(struct world *w, enum frame_kind kind, uint32_t dst, uint32_t slots,
	uint32_t extra)
{
	uint32_t f = reg(w, REG_SP);
	uint32_t size = FRAME_HEAD + slots + extra;

	set_word(w, f + FRAME_LINK, reg(w, REG_TOP));
	set_word(w, f + FRAME_INFO, kind);
	set_word(w, f + FRAME_SIZE, size);
	set_word(w, f + FRAME_DST, dst);
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, f + FRAME_OBJECT, 0);
	set_word(w, f + FRAME_LEVELS, 0);
	set_word(w, f + FRAME_SLOT_COUNT, slots);
	for (uint32_t i = FRAME_HEAD; i < size; i++)
		set_word(w, f + i, 0);
	set_reg(w, REG_SP, f + size);
	set_reg(w, REG_TOP, f);
	return f;
}

/* Half of the stack is kept for what must not fail. */
bool frame_has_room(const struct world *w)
{
	uint32_t words = reg(w, REG_SP) - BASE_STACK;

	return words < STACK_WORDS / 2 && heap_has_room(w, words);
}

void frame_leave_levels(struct world *w, uint32_t levels)
{
	uint32_t native = levels & 0xffff, hidden = levels >> 16;

	if (native)
		set_reg(w, REG_NATIVE_DEPTH, reg(w, REG_NATIVE_DEPTH) - native);
	if (hidden)
		set_reg(w, REG_HIDDEN_DEPTH, reg(w, REG_HIDDEN_DEPTH) - hidden);
}

void frame_pop(struct world *w, obj_id result)
{
	uint32_t f = reg(w, REG_TOP);
	uint32_t dst = word(w, f + FRAME_DST);

	assert(f + word(w, f + FRAME_SIZE) == reg(w, REG_SP));
	frame_leave_levels(w, word(w, f + FRAME_LEVELS));
	set_reg(w, REG_TOP, word(w, f + FRAME_LINK));
	set_reg(w, REG_SP, f);
	if (dst)
		set_word(w, dst, result);
	else
		assert(!result);
}

uint32_t frame_push_call(struct world *w, uint32_t dst, obj_id callable,
	const obj_id *arguments, uint32_t count, uint32_t holds)
{
	uint32_t f =
		frame_push(w, FRAME_CALL, dst, 1 + count * (1 + holds), CALL_WORDS);

	set_word(w, frame_extra(w, f, CALL_COUNT), count);
	set_word(w, frame_slot(f, 0), callable);
	incref(w, callable, NULL);
	for (uint32_t i = 0; i < count; i++) {
		set_word(w, frame_slot(f, 1 + i), arguments[i]);
		incref(w, arguments[i], NULL);
	}
	for (uint32_t i = 0; i < count * holds; i++) {
		set_word(w, frame_slot(f, 1 + count + i), arguments[i % count]);
		incref(w, arguments[i % count], NULL);
	}
	return f;
}

void frame_push_unraisable(struct world *w, obj_id context, enum unraisable what)
{
	obj_id exception = reg(w, REG_EXCEPTION);
	uint32_t f = frame_push(w, FRAME_UNRAISABLE, 0, 3, 1);

	set_word(w, frame_slot(f, 0), exception);
	set_reg(w, REG_EXCEPTION, 0);
	set_word(w, frame_slot(f, 1), context);
	incref(w, context, NULL);
	set_word(w, frame_extra(w, f, 0), what);
}

uint32_t frame_operation(const struct world *w, uint32_t f)
{
	uint32_t at = word(w, frame_extra(w, f, PY_AT));

	return at ? at - 1 : word(w, frame_extra(w, f, PY_PC));
}
