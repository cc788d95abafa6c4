#include "leave.h"

#include <stdlib.h>

#include "dealloc.h"
#include "xalloc.h"

void frame_leave(struct world *w, uint32_t f, obj_id result)
{
	uint32_t n = word(w, f + FRAME_SLOT_COUNT);
	struct owned few[16];
	struct owned *list = n <= 16 ? few : xcalloc(n, sizeof(*list));
	uint32_t count = 0;
	bool wanted = word(w, f + FRAME_DST) != 0;

	assert(f == reg(w, REG_TOP));
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
