#include "typecount.h"

#include "dialect.h"
#include "passing.h"
#include "gccount.h"

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static enum free_list tuple_list(const struct world *w, uint32_t n)
{
	return gc_free_list(w, KIND_TUPLE, n);
}

void typecount_slots(struct world *w, obj_id value, uint32_t count)
{
	uint32_t n = obj_kind(w, value) == KIND_LIST ? obj_n(w, value) : 1;

	/* A text or a list becomes a tuple first. */
	if (obj_kind(w, value) != KIND_TUPLE)
		pass_tuple(w, n);
	pass_object(w, KIND_LIST, 0);
	if (count)
		gc_count_new(w, tuple_list(w, count));
}

void typecount_mro(struct world *w, obj_id type, uint32_t n)
{
	uint32_t bases = obj_n(w, obj_field(w, type, TYPE_BASES));

	if (is_two(w))
		pass_objects(w, KIND_LIST, 0, bases + 3);
	else if (bases > 1)
		pass_object(w, KIND_LIST, 0);
	gc_count_new(w, tuple_list(w, n));
}

/* A class has its list of subclasses from the first one on: 2.7 a list, 3.x a
 * dict. */
static enum free_list subclass_list(const struct world *w)
{
	return is_two(w) ? FREE_LIST_LIST : FREE_LIST_DICT;
}

static void note_subclass(struct world *w, obj_id base)
{
	uint32_t flags = obj_field(w, base, TYPE_FLAGS);

	if (!(flags & TYPE_HEAP) || (flags & TYPE_HAD_SUBCLASS))
		return;
	set_obj_field(w, base, TYPE_FLAGS, flags | TYPE_HAD_SUBCLASS);
	gc_count_new(w, subclass_list(w));
}

void typecount_links(struct world *w, obj_id type)
{
	obj_id bases = obj_field(w, type, TYPE_BASES);

	gc_count_new(w, FREE_NONE);
	for (uint32_t i = 0; i < obj_n(w, bases); i++) {
		obj_id base = word(w, obj_payload(w, bases) + i);

		if (obj_kind(w, base) == KIND_TYPE)
			note_subclass(w, base);
	}
	if (is_two(w))
		return;
	/* type_new_set_names, type_new_init_subclass */
	pass_object(w, KIND_DICT, 0);
	pass_object(w, KIND_BUILTIN, 0);
}

void typecount_discharge(struct world *w, obj_id type)
{
	obj_id base = obj_field(w, type, TYPE_BASE);
	uint32_t inherited = base ? obj_field(w, base, TYPE_SLOT_COUNT) : 0;
	uint32_t slots = obj_field(w, type, TYPE_SLOT_COUNT) - inherited;

	gc_discharge(w, FREE_NONE);
	if (slots)
		gc_discharge(w, tuple_list(w, slots));
	if (type_has(w, type, TYPE_HAD_SUBCLASS))
		gc_discharge(w, subclass_list(w));
}
