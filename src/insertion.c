#include "insertion.h"

#include <stdlib.h>

#include "builtin.h"
#include "call.h"
#include "code_read.h"
#include "codeobject.h"
#include "dealloc.h"
#include "dict.h"
#include "interp.h"
#include "locals.h"
#include "xalloc.h"

/* FRAME_INSERTION: the statement's names. */
enum {
	SLOT_NAMES,
	SLOTS
};
enum state {
	STATE_STATEMENT, /* it runs, or has run */
	STATE_NAMES,
	STATE_END
};

void insertion_boot(struct world *w)
{
	for (uint32_t i = 0; w->insertions && i < w->insertions->count; i++) {
		set_reg(w, REG_INSERTED + i,
			code_object_build(w, w->insertions->at[i].code, NULL));
	}
}

void insertion_push(struct world *w, uint32_t f)
{
	obj_id names = frame_locals(w, f);
	uint32_t done = reg(w, REG_INSERTED_DONE);
	uint32_t frame;

	if (names == RESULT_AGAIN)
		return;
	set_reg(w, REG_INSERTED_DONE, done + 1);
	frame = frame_push(w, FRAME_INSERTION, 0, SLOTS, 0);
	set_word(w, frame_slot(frame, SLOT_NAMES), names);
	push_python(w, reg(w, REG_INSERTED + done), word(w, frame_slot(f, PY_GLOBALS)),
		names, 0, 0);
}

bool insertion_is_running(const struct world *w)
{
	uint32_t f = reg(w, REG_TOP);

	while (f && frame_kind(w, f) != FRAME_INSERTION)
		f = word(w, f + FRAME_LINK);
	return f;
}

/* Where the value of variable I of frame F is: its slot, or its cell's content. */
struct variable {
	obj_id cell; /* 0: it is in the slot */
	uint32_t slot;
	struct place place;
};

static struct variable variable_of(const struct world *w, uint32_t f, uint32_t i)
{
	obj_id code = word(w, frame_slot(f, PY_CODE));
	uint32_t slot = frame_slot(f, PY_FIRST + i);
	obj_id held = word(w, slot), name = code_slot_name(w, code, i);
	bool is_cell = held && obj_kind(w, held) == KIND_CELL;

	return (struct variable){is_cell ? held : 0, slot,
		{is_cell ? PLACE_CELL : PLACE_LOCAL, is_cell ? held : 0, i, name}};
}

/* Gives variable I of frame F the value it has in NAMES; *OUT gets the one before. */
static bool write_back(
	struct world *w, uint32_t f, uint32_t i, obj_id names, struct owned *out)
{
	struct variable v = variable_of(w, f, i);
	obj_id now = dict_get(w, names, v.place.name);
	obj_id was = v.cell ? obj_field(w, v.cell, CELL_CONTENT) : word(w, v.slot);

	if (now == was)
		return false;
	if (now)
		hold(w, now);
	if (v.cell)
		set_obj_field(w, v.cell, CELL_CONTENT, now);
	else
		set_word(w, v.slot, now);
	if (now)
		announce_bind(w, now, &v.place, 0);
	*out = (struct owned){was, v.place};
	return true;
}

/* The variables of the function that FRAME_PYTHON F runs. */
static void write_all_back(struct world *w, uint32_t f, obj_id names)
{
	const struct code *code = code_of(w, word(w, frame_slot(f, PY_CODE)));
	uint32_t n = (uint32_t)code->local_count + code->cell_count + code->free_count;
	struct owned *list;
	uint32_t count = 0;

	if (code->flags & (CODE_MODULE | CODE_CLASS_BODY))
		return;
	list = xcalloc((size_t)n + 1, sizeof(*list));
	for (uint32_t i = 0; i < n; i++)
		count += write_back(w, f, i, names, &list[count]);
	drop_all(w, list, count);
	free(list);
}

void insertion_step(struct world *w)
{
	uint32_t frame = reg(w, REG_TOP), state = frame_state(w, frame);
	obj_id names = word(w, frame_slot(frame, SLOT_NAMES));

	set_frame_state(w, frame, state + 1);
	if (state == STATE_END) {
		frame_pop(w, 0);
	} else if (state == STATE_NAMES) {
		set_word(w, frame_slot(frame, SLOT_NAMES), 0);
		drop(w, names, NULL);
	} else if (!reg(w, REG_EXCEPTION)) {
		write_all_back(w, word(w, frame + FRAME_LINK), names);
	}
}
