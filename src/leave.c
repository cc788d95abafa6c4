#include "leave.h"

#include <stdlib.h>

#include "builtin.h"
#include "dealloc.h"
#include "passing.h"
#include "xalloc.h"

/* What CPython's call holds. */
static void release(struct world *w, uint32_t f)
{
	if (frame_kind(w, f) == FRAME_BUILTIN) {
		pass_release(w, word(w, frame_extra(w, f, BUILTIN_WORD_HELD)));
		pass_release(w, word(w, frame_extra(w, f, BUILTIN_WORD_ARGUMENTS)));
	} else if (frame_kind(w, f) == FRAME_CALL) {
		pass_release(w, word(w, frame_extra(w, f, CALL_HELD)));
	}
}

void frame_leave(struct world *w, uint32_t f, obj_id result)
{
	bool wanted = word(w, f + FRAME_DST) != 0;
	uint32_t n = word(w, f + FRAME_SLOT_COUNT), count = 0;
	struct owned few[16], *list;

	if (f != reg(w, REG_TOP)) {
		set_word(w, f + FRAME_RESULT, result);
		set_frame_flags(w, f, frame_flags(w, f) | FRAME_LEAVES);
		return;
	}
	release(w, f);
	list = n <= 16 ? few : xcalloc(n, sizeof(*list));
	for (uint32_t i = 0; i < n; i++) {
		obj_id o = word(w, frame_slot(f, i));

		if (o) {
			list[count++] = (struct owned){.object = o};
			set_word(w, frame_slot(f, i), 0);
		}
	}
	if (result && !wanted && count < 16)
		list[count++] = (struct owned){.object = result};
	frame_pop(w, wanted ? result : 0);
	drop_all(w, list, count);
	if (list != few)
		free(list);
}

bool frame_leaves(struct world *w, uint32_t f)
{
	obj_id result;

	if (!(frame_flags(w, f) & FRAME_LEAVES))
		return false;
	result = word(w, f + FRAME_RESULT);
	set_word(w, f + FRAME_RESULT, 0);
	frame_leave(w, f, result);
	return true;
}
