#include "query.h"

/* All references, one after another. */

static const uint16_t register_holders[] = {
	REG_AST,
	REG_MODULES,
	REG_BUILTINS,
	REG_MAIN,
	REG_GARBAGE,
	REG_CALLBACKS,
	REG_EXCEPTION,
	REG_HANDLED,
	REG_INTERNED,
};

enum {
	REGISTERS = sizeof(register_holders) / sizeof(register_holders[0]),
	INSERTED = REG_INSERTED_END - REG_INSERTED + 1
};

static uint32_t holding_register(uint32_t i)
{
	return i < REGISTERS ? register_holders[i] : REG_INSERTED + i - REGISTERS;
}

static bool next_register(
	const struct world *w, struct reference_cursor *c, struct reference *r)
{
	while (c->index < REGISTERS + INSERTED) {
		uint32_t which = holding_register(c->index++);

		if (reg(w, which)) {
			*r = (struct reference){.holder = HOLDER_REGISTER,
				.target = reg(w, which),
				.index = which};
			return true;
		}
	}
	return false;
}

/* Word of slot I of frame F, counting the two that every frame has. */
static obj_id frame_reference(
	const struct world *w, uint32_t f, uint32_t i, uint32_t *index)
{
	uint32_t slots = word(w, f + FRAME_SLOT_COUNT);

	*index = i;
	if (i < slots)
		return word(w, frame_slot(f, i));
	*index = i == slots ? FRAME_INDEX_RESULT : FRAME_INDEX_OBJECT;
	return word(w, f + (i == slots ? FRAME_RESULT : FRAME_OBJECT));
}

static bool next_in_frames(
	const struct world *w, struct reference_cursor *c, struct reference *r)
{
	while (c->frame) {
		while (c->index < word(w, c->frame + FRAME_SLOT_COUNT) + 2) {
			uint32_t index;
			obj_id target =
				frame_reference(w, c->frame, c->index++, &index);

			if (!target)
				continue;
			*r = (struct reference){.holder = HOLDER_FRAME,
				.target = target,
				.frame = c->frame,
				.index = index};
			return true;
		}
		c->frame = word(w, c->frame + FRAME_LINK);
		c->index = 0;
	}
	return false;
}

static bool next_in_objects(
	const struct world *w, struct reference_cursor *c, struct reference *r)
{
	for (; c->object < reg(w, REG_SLOTS); c->object++, c->index = 0) {
		if (obj_kind(w, c->object) == KIND_NONE)
			continue;
		if (c->index == 0)
			c->count = obj_slots(w, c->object);
		while (c->index < c->count) {
			struct slot s = obj_slot_info(w, c->object, c->index++);

			if (!s.target)
				continue;
			*r = (struct reference){.holder = HOLDER_OBJECT,
				.target = s.target,
				.object = c->object,
				.slot = s};
			return true;
		}
	}
	return false;
}

bool query_reference(
	const struct world *w, struct reference_cursor *c, struct reference *r)
{
	if (c->stage == HOLDER_REGISTER) {
		if (next_register(w, c, r))
			return true;
		c->stage = HOLDER_FRAME;
		c->frame = reg(w, REG_TOP);
		c->index = 0;
	}
	if (c->stage == HOLDER_FRAME) {
		if (next_in_frames(w, c, r))
			return true;
		c->stage = HOLDER_OBJECT;
		c->object = OBJ_NONE;
		c->index = 0;
	}
	return next_in_objects(w, c, r);
}
