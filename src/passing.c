#include "passing.h"

#include "dialect.h"
#include "gccount.h"
#include "trashcan.h"

/*
 * Until which 3.x a builtin gets its arguments as a tuple.  Measured: the change of
 * gc.get_count() over a call right after a full collection, on each interpreter.
 * In 2.7 and 3.6 all do whose arity is not fixed at none or one.
 */
#define FOR_EVER 99
static const struct {
	uint16_t id;
	uint8_t until;
} tuples[] = {
	{B_list_new, 8},
	{B_tuple_new, 8},
	{B_set_create, 8},
	{B_frozenset_create, 8},
	{B_core_range_new, 8},
	{B_core_reversed, 9},
	{B_core_bool, 9},
	{B_core_float, 9},
	{B_type_new, 9},
	{B_core_enumerate, 10},
	{B_core_str, 12},
	{B_core_int, 12},
	{B_core_zip, FOR_EVER},
	{B_core_map, FOR_EVER},
	{B_core_filter, FOR_EVER},
	{B_exception_create, FOR_EVER},
	{B_weakref_ref_new, FOR_EVER},
	{B_core_next, 7},
	{B_core_min, 12},
	{B_core_max, 12},
	{B_dict_pop, 7},
	{B_dict_update, FOR_EVER},
	{B_gc_set_threshold, FOR_EVER},
	{B_gc_get_referrers, FOR_EVER},
	{B_gc_get_referents, FOR_EVER},
	{B_class_call_step, FOR_EVER},
};

/* Methods of texts with a range: find(), startswith() and their like. */
#define RANGES_UNTIL 12

static int until(uint32_t id)
{
	for (unsigned i = 0; i < sizeof(tuples) / sizeof(tuples[0]); i++) {
		if (tuples[i].id == id)
			return tuples[i].until;
	}
	return builtin_table[id].arity == ARITY_FIND ? RANGES_UNTIL : 0;
}

static bool takes_tuple(const struct world *w, uint32_t id)
{
	const struct builtin *b = &builtin_table[id];
	struct py_version v = w->dialect->version;

	if (v.major == 3 && v.minor > 6)
		return v.minor <= until(id);
	if (b->owner == OWNER_HIDDEN)
		return until(id) != 0;
	return b->arity != ARITY_NONE && b->arity != ARITY_ONE;
}

/* A container goes back to where it came from. */
static void give_back(struct world *w, enum kind kind, uint32_t n)
{
	gc_discharge(w, gc_free_list(w, kind, n));
	if (kind != KIND_METHOD && trash_waits(w))
		set_reg(w, REG_TRASH_DUE, 1);
}

static void pass(struct world *w, enum kind kind, uint32_t n)
{
	gc_count_new(w, gc_free_list(w, kind, n));
	give_back(w, kind, n);
}

static void pass_tuple(struct world *w, uint32_t n)
{
	if (n)
		pass(w, KIND_TUPLE, n);
}

uint32_t pass_arguments_begin(struct world *w, uint32_t id, const struct args *a)
{
	uint32_t keywords = a->names ? obj_n(w, a->names) : 0;
	uint32_t length = a->count - keywords;

	if (!takes_tuple(w, id))
		return 0;
	if (length)
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, length));
	if (keywords)
		pass(w, KIND_DICT, 0);
	/* A class hands its keywords on as an array, with a tuple of names. */
	if (keywords && id == B_class_call_step)
		pass_tuple(w, w->dialect->version.major == 2 ? 2 * keywords : keywords);
	return length;
}

void pass_arguments_end(struct world *w, uint32_t length)
{
	if (length)
		give_back(w, KIND_TUPLE, length);
}

void pass_arguments(struct world *w, uint32_t id, const struct args *a)
{
	pass_arguments_end(w, pass_arguments_begin(w, id, a));
}

void pass_special(struct world *w, uint32_t count)
{
	if (!w->dialect->bound_calls)
		return;
	pass(w, KIND_METHOD, 0);
	pass_tuple(w, count);
	if (w->dialect->version.major == 2)
		pass_tuple(w, count + 1);
}

void pass_init(struct world *w, uint32_t count)
{
	if (!w->dialect->bound_calls)
		return;
	pass(w, KIND_METHOD, 0);
	if (w->dialect->version.major == 2)
		pass_tuple(w, count + 1);
}

void pass_frame(struct world *w, obj_id code)
{
	if (!w->dialect->frame_objects)
		return;
	if (obj_flag(w, code, OBJECT_FRAME_KEPT))
		set_obj_flag(w, code, OBJECT_FRAME_KEPT, false);
	else
		gc_count_new(w, gc_free_list(w, KIND_FRAME, 0));
}

void pass_frame_end(struct world *w, obj_id code)
{
	if (!w->dialect->frame_objects)
		return;
	if (obj_flag(w, code, OBJECT_FRAME_KEPT))
		gc_discharge(w, gc_free_list(w, KIND_FRAME, 0));
	else
		set_obj_flag(w, code, OBJECT_FRAME_KEPT, true);
}
