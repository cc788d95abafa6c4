#include "trashcan.h"

#include "dealloc_plain.h"
#include "dialect.h"
#include "gccount.h"
#include "gclist.h"

/* C recursion of 3.13 (Py_C_RECURSION_LIMIT, less what the evaluation of the module
 * takes) and what is left free. */
#define NATIVE_LIMIT 9998
#define HEADROOM 50

static enum reg counter(const struct world *w)
{
	return w->dialect->trash_native ? REG_NATIVE_DEPTH : REG_TRASH_DEPTH;
}

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
	uint32_t depth = reg(w, counter(w));

	if (w->dialect->trash_native)
		return depth + HEADROOM >= NATIVE_LIMIT;
	if (instance && w->dialect->trash_instances_wait)
		depth++;
	return w->dialect->trashcan && depth >= w->dialect->trashcan;
}

uint32_t trash_room(const struct world *w)
{
	uint32_t limit = w->dialect->trash_native ? NATIVE_LIMIT - HEADROOM
						  : w->dialect->trashcan;
	uint32_t depth = reg(w, counter(w));

	if (!w->dialect->trashcan)
		return UINT32_MAX;
	return depth < limit ? limit - depth : 0;
}

void trash_enter(struct world *w, uint32_t levels)
{
	set_reg(w, counter(w), reg(w, counter(w)) + levels);
}

bool trash_waits(const struct world *w)
{
	uint32_t depth = reg(w, counter(w));

	if (!reg(w, REG_TRASH))
		return false;
	return w->dialect->trash_native ? depth + 2 * HEADROOM < NATIVE_LIMIT
					: depth == 0;
}

void trash_leave(struct world *w, uint32_t levels, bool instance)
{
	set_reg(w, counter(w), reg(w, counter(w)) - levels);
	if (!trash_waits(w) || (instance && w->dialect->trash_instances_wait))
		return;
	trash_enter(w, 1);
	frame_push(w, FRAME_TRASH, 0, 0, 0);
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
		set_reg(w, counter(w), reg(w, counter(w)) - 1);
		return;
	}
	set_reg(w, REG_TRASH, gc_prev(w, o));
	set_word(w, BASE_LINKS + 2 * o + 1, 0);
	dealloc_push(w, o);
}
