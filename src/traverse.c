#include "traverse.h"

#include "dialect.h"
#include "dict.h"

static bool is_embedded(const struct world *w, obj_id dict)
{
	return dict && obj_flag(w, dict, OBJECT_EMBEDDED);
}

/* The dict whose values O visits as its own; 0: none. */
static obj_id embedded_dict(const struct world *w, obj_id o)
{
	uint32_t attrs = w->dialect->dict_embedded ? obj_attrs(w, o) : 0;
	obj_id dict = attrs ? word(w, attrs + ATTRS_DICT) : 0;

	return is_embedded(w, dict) ? dict : 0;
}

uint32_t visited_count(const struct world *w, obj_id o)
{
	obj_id dict = embedded_dict(w, o);

	if (obj_kind(w, o) == KIND_DICT && is_embedded(w, o))
		return 0;
	if (!dict)
		return obj_slots(w, o);
	return obj_slots(w, o) - 1 + obj_field(w, obj_class(w, o), TYPE_KEY_COUNT);
}

/* The value in DICT of shared key I of the class. */
static struct visited value_slot(
	const struct world *w, obj_id o, obj_id dict, uint32_t i)
{
	obj_id key = word(w, obj_field(w, obj_class(w, o), TYPE_KEYS) + i);
	uint32_t entry = dict_find(w, dict, key);

	return (struct visited){
		dict, entry == DICT_DELETED ? VISITED_NOTHING : 2 * entry};
}

/* What bases know a class by: theirs, and type_traverse() does not go there. */
static bool is_own_weakref(const struct world *w, obj_id type, uint32_t i)
{
	obj_id ref = obj_field(w, type, TYPE_WEAKREF);

	return ref && obj_slot(w, type, i) == ref;
}

struct visited visited_slot(const struct world *w, obj_id o, uint32_t i)
{
	obj_id dict = embedded_dict(w, o);
	uint32_t slots, keys;

	if (obj_kind(w, o) == KIND_TYPE && is_own_weakref(w, o, i))
		return (struct visited){o, VISITED_NOTHING};
	if (!dict)
		return (struct visited){o, i};
	slots = word(w, obj_attrs(w, o) + ATTRS_SLOT_COUNT);
	keys = obj_field(w, obj_class(w, o), TYPE_KEY_COUNT);
	if (i < slots)
		return (struct visited){o, i};
	if (i < slots + keys)
		return value_slot(w, o, dict, i - slots);
	return (struct visited){o, i - keys + 1};
}

obj_id visited_target(const struct world *w, struct visited v)
{
	return v.slot == VISITED_NOTHING ? 0 : obj_slot(w, v.holder, v.slot);
}
