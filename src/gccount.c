#include "gccount.h"

#include "dialect.h"

/* Measured: the change of gc.get_count() when 4000 objects of a kind are made,
 * dropped, and made again, on each interpreter. */
#define FRAMES_KEPT 200
#define METHODS_KEPT 256
#define TUPLES_KEPT 2000 /* of each length */
#define TUPLE_LENGTHS (FREE_LIST_TUPLE_MAX + 1)

/* Tuples up to this length are kept: one more from 3.13. */
static uint32_t longest_tuple(const struct world *w)
{
	return w->dialect->callback_tuple ? TUPLE_LENGTHS : FREE_LIST_TUPLE_MAX;
}

enum free_list gc_free_list(const struct world *w, enum kind kind, uint32_t n)
{
	switch (kind) {
	case KIND_LIST:
		return FREE_LIST_LIST;
	case KIND_DICT:
		return FREE_LIST_DICT;
	case KIND_SET:
		return FREE_LIST_SET;
	case KIND_FRAME:
		return FREE_LIST_FRAME;
	case KIND_METHOD:
		return FREE_LIST_METHOD;
	case KIND_BUILTIN:
		return FREE_LIST_BUILTIN;
	case KIND_SLICE:
		return FREE_LIST_SLICE;
	case KIND_TUPLE:
		return n >= 1 && n <= longest_tuple(w) ? FREE_LIST_TUPLE + n
						       : FREE_NONE;
	default:
		return FREE_NONE;
	}
}

/* How many objects a free list keeps. */
static uint32_t free_list_limit(const struct world *w, enum free_list list)
{
	const struct dialect *d = w->dialect;

	switch (list) {
	case FREE_NONE:
		return 0;
	case FREE_LIST_LIST:
	case FREE_LIST_DICT:
		return GC_LISTS_KEPT;
	case FREE_LIST_SET:
		return d->old_classes ? GC_LISTS_KEPT : 0;
	case FREE_LIST_FRAME:
		return d->frame_objects ? FRAMES_KEPT : 0;
	case FREE_LIST_METHOD:
	case FREE_LIST_BUILTIN:
		return d->method_free_lists ? METHODS_KEPT : 0;
	case FREE_LIST_SLICE:
		return d->old_classes ? 0 : 1;
	default:
		return TUPLES_KEPT;
	}
}

bool type_is_gc(const struct world *w, obj_id type, enum kind kind)
{
	bool heap_type = type_is_heap(w, type);

	if (type == type_object(T_RANGE_ITERATOR))
		return false;
	if (kind != KIND_INSTANCE && (kind_table[kind].flags & KIND_GC))
		return true;
	if (!heap_type)
		return kind == KIND_INSTANCE;
	return w->dialect->slot_free_gc || obj_field(w, type, TYPE_SLOT_COUNT) ||
		type_has(w, type, TYPE_HAS_DICT | TYPE_HAS_WEAK);
}

bool object_is_gc(const struct world *w, obj_id o)
{
	if (!obj_flag(w, o, OBJECT_HEAP_CLASS))
		return obj_is_gc(w, o);
	return type_is_gc(w, obj_class(w, o), obj_kind(w, o));
}

bool gc_accounted(struct world *w)
{
	uint32_t paid = reg(w, REG_GC_PAID);

	set_reg(w, REG_GC_CHARGES, reg(w, REG_GC_CHARGES) + 1);
	if (paid)
		set_reg(w, REG_GC_PAID, paid - 1);
	return paid;
}

bool gc_count_new(struct world *w, enum free_list list)
{
	uint32_t kept = list ? reg(w, REG_FREE_LIST + list) : 0;
	uint32_t count = reg(w, REG_GC_COUNT);

	if (gc_accounted(w))
		return false;
	if (kept) {
		set_reg(w, REG_FREE_LIST + list, kept - 1);
		return false;
	}
	set_reg(w, REG_GC_COUNT, count + 1);
	world_event(
		w, (struct event){.kind = EV_COUNT, .was = count, .now = count + 1});
	if (count >= reg(w, REG_GC_THRESHOLD) && !reg(w, REG_GC_PENDING) &&
		gc_due(w) >= 0)
		set_reg(w, REG_GC_PENDING, count + 1);
	return true;
}

void gc_discharge(struct world *w, enum free_list list)
{
	gc_give_back(w, list, free_list_limit(w, list));
}

void gc_discharge_object(struct world *w, obj_id o, uint32_t size)
{
	obj_id class = obj_class(w, o);
	enum kind kind = obj_kind(w, o);

	if (obj_flag(w, o, OBJECT_UNMADE))
		return;
	if (kind == KIND_CODE && obj_flag(w, o, OBJECT_FRAME_KEPT))
		gc_discharge(w, FREE_NONE);
	/* Up to 3.10: see pass_frame_end(). */
	if (kind == KIND_FRAME && w->dialect->frame_objects)
		return;
	if (!type_is_gc(w, class, kind) || class == type_object(T_RANGE_ITERATOR))
		return;
	if (type_is_heap(w, class) || class == type_object(T_METHOD_WRAPPER))
		gc_discharge(w, FREE_NONE);
	else
		gc_discharge_kind(w, kind, size);
}

void gc_clear_free_lists(struct world *w)
{
	/* 2.7 leaves lists, dicts and sets alone, and all the one slice. */
	uint32_t first = w->dialect->old_classes ? FREE_LIST_FRAME : FREE_LIST_LIST;
	uint32_t count = reg(w, REG_GC_COUNT);
	uint32_t freed = 0;

	for (uint32_t i = first; i <= FREE_LIST_TUPLE + TUPLE_LENGTHS; i++) {
		if (i == FREE_LIST_SLICE)
			continue;
		freed += reg(w, REG_FREE_LIST + i);
		set_reg(w, REG_FREE_LIST + i, 0);
	}
	set_reg(w, REG_GC_COUNT, freed < count ? count - freed : 0);
}

void gc_keep_free(struct world *w, enum free_list list, uint32_t n)
{
	uint32_t limit = free_list_limit(w, list);

	set_reg(w, REG_FREE_LIST + list, n < limit ? n : limit);
}

static bool is_over(const struct world *w, uint32_t generation)
{
	return reg(w, REG_GC_COUNT + generation) >
		reg(w, REG_GC_THRESHOLD + generation);
}

/* A full collection waits until a quarter as many objects have survived a
 * middle one as survived the last full one. */
static bool full_is_worth_it(const struct world *w)
{
	return reg(w, REG_GC_LONG_LIVED_PENDING) >= reg(w, REG_GC_LONG_LIVED_TOTAL) / 4;
}

int gc_oldest_over(const struct world *w)
{
	if (is_over(w, 2) && full_is_worth_it(w))
		return 2;
	if (is_over(w, 1))
		return 1;
	return is_over(w, 0) ? 0 : -1;
}

int gc_due(const struct world *w)
{
	if (!is_over(w, 0) || !reg(w, REG_GC_THRESHOLD) || !reg(w, REG_GC_ENABLED) ||
		reg(w, REG_GC_COLLECTING) || reg(w, REG_EXCEPTION))
		return -1;
	return gc_oldest_over(w);
}
