#include "insertion.h"

#include "builtin.h"
#include "call.h"
#include "codeobject.h"
#include "locals.h"

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

	if (names == RESULT_AGAIN)
		return;
	set_reg(w, REG_INSERTED_DONE, done + 1);
	push_python(w, reg(w, REG_INSERTED + done), word(w, frame_slot(f, PY_GLOBALS)),
		names, 0, 0);
	if (!obj_immortal(w, names))
		set_word(w, BASE_RC + names, obj_rc(w, names) - 1);
}
