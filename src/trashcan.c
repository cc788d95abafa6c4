#include "trashcan.h"

#include "dealloc_plain.h"
#include "gccount.h"
#include "gclist.h"

/* Types whose tp_dealloc has the two macros. */
static bool type_counts(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
	case KIND_TUPLE:
	case KIND_DICT:
	case KIND_SET:
	case KIND_FRAME:
	case KIND_TRACEBACK:
		return true;
	case KIND_BUILTIN:
		return w->dialect->trash_builtins;
	case KIND_EXCEPTION:
		return w->dialect->trash_exceptions &&
			!obj_flag(w, o, OBJECT_TYPE_ALONE);
	default:
		return false;
	}
}

bool trash_knows(const struct world *w, obj_id o)
{
	if (!w->dialect->trashcan)
		return false;
	if (obj_flag(w, o, OBJECT_HEAP_CLASS))
		return type_is_gc(w, obj_class(w, o), obj_kind(w, o));
	return type_counts(w, o);
}

uint32_t trash_base_levels(const struct world *w, obj_id o)
{
	return w->dialect->trash_bases && type_counts(w, o);
}

/* Up to 3.7 subtype_dealloc leaves its base's deallocation a level. */
bool trash_full(const struct world *w, bool instance)
{
	uint32_t depth = reg(w, trash_counter(w));

	if (w->dialect->trash_native)
		return depth + TRASH_HEADROOM >= TRASH_NATIVE_LIMIT;
	if (instance && w->dialect->trash_instances_wait)
		depth++;
	return w->dialect->trashcan && depth >= w->dialect->trashcan;
}

void trash_enter(struct world *w, uint32_t levels)
{
	set_reg(w, trash_counter(w), reg(w, trash_counter(w)) + levels);
}

bool trash_waits(const struct world *w)
{
	struct trash_room room = trash_room(w);

	return reg(w, REG_TRASH) && room.left >= room.to_empty;
}

void trash_begin(struct world *w)
{
	trash_enter(w, 1);
	frame_push(w, FRAME_TRASH, 0, 0, 0);
}

void trash_leave(struct world *w, uint32_t levels, bool instance)
{
	set_reg(w, trash_counter(w), reg(w, trash_counter(w)) - levels);
	if (trash_waits(w) && !(instance && w->dialect->trash_instances_wait))
		trash_begin(w);
}

obj_id trash_next(const struct world *w, obj_id o)
{
	return o ? gc_prev(w, o) : reg(w, REG_TRASH);
}

void trash_deposit(struct world *w, obj_id o)
{
	set_word(w, BASE_LINKS + 2 * o + 1, reg(w, REG_TRASH));
	set_reg(w, REG_TRASH, o);
	world_event(w, (struct event){.kind = EV_DEFERRED, .object = obj_serial(w, o)});
}

void trash_step(struct world *w)
{
	obj_id o = reg(w, REG_TRASH);

	if (!o) {
		frame_pop(w, 0);
		set_reg(w, trash_counter(w), reg(w, trash_counter(w)) - 1);
		return;
	}
	set_reg(w, REG_TRASH, gc_prev(w, o));
	set_word(w, BASE_LINKS + 2 * o + 1, 0);
	dealloc_push(w, o);
}
