#include "dealloc_plain.h"

#include "dialect.h"
#include "gclist.h"
#include "trashcan.h"

static void drop_items(struct world *w, uint32_t f, obj_id o)
{
	uint32_t cursor = frame_extra(w, f, DEALLOC_CURSOR);
	uint32_t items = plain_items(w, o);
	uint32_t n = obj_n(w, o);

	for (uint32_t i = word(w, cursor); i < n; i++) {
		struct place p = {PLACE_INDEX, o, n - 1 - i, 0};
		obj_id child = word(w, items + p.index);

		if (!child)
			continue;
		set_word(w, items + p.index, 0);
		set_word(w, cursor, i + 1);
		drop_now(w, child, &p);
		if (reg(w, REG_TOP) != f)
			return;
	}
	frame_pop(w, 0);
	plain_free(w, o);
	if (w->dialect->trashcan)
		trash_leave(w, 1, false);
}

/* Whether O is taken apart now, not later. */
static bool begin(struct world *w, obj_id o)
{
	if (!w->dialect->trashcan)
		return true;
	if (trash_full(w, false)) {
		frame_pop(w, 0);
		trash_deposit(w, o);
		return false;
	}
	trash_enter(w, 1);
	return true;
}

void dealloc_plain(struct world *w, uint32_t f, obj_id o)
{
	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		gc_untrack(w, o);
		if (!begin(w, o))
			return;
	}
	drop_items(w, f, o);
}

void drop_now(struct world *w, obj_id o, const struct place *p)
{
	struct tree_stop stop;

	if (w->arena.recording)
		drop(w, o, p);
	else if (!drop_kept(w, o) && !tree_drop(w, o, &stop))
		tree_go_on(w, &stop);
}
