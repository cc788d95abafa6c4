#include "heap.h"

#include "dialect.h"

/*
 * The references an object holds, one list for all kinds:
 *
 *	__slots__ values | __dict__ | inline values | class | fields and items
 *
 * as subtype_traverse visits them: what the class statement added first, the
 * class, then what the built-in base keeps.
 */

static uint32_t attrs_count(const struct world *w, obj_id o)
{
	uint32_t attrs = obj_attrs(w, o);

	if (!attrs)
		return 0;
	return word(w, attrs + ATTRS_SLOT_COUNT) + 1 + word(w, attrs + ATTRS_CAPACITY);
}

static uint32_t own_count(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);
	uint32_t payload = obj_payload(w, o);

	switch (kind_table[kind].shape) {
	case SHAPE_ITEMS:
		return kind_table[kind].fields + obj_n(w, o);
	case SHAPE_DICT:
		return payload ? 2 * word(w, payload + DICT_ENTRIES) : 0;
	case SHAPE_SET:
		return payload ? 1u << word(w, payload + SET_LOG2) : 0;
	case SHAPE_FRAME:
		return kind_table[kind].fields + word(w, payload + FRAME_OBJECT_SLOTS);
	default:
		if (kind == KIND_TYPE)
			return TYPE_KIND + word(w, payload + TYPE_SLOT_COUNT) +
				word(w, payload + TYPE_KEY_COUNT);
		return kind_table[kind].fields;
	}
}

static bool owns_class(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);

	return class && !obj_immortal(w, class);
}

uint32_t obj_slots(const struct world *w, obj_id o)
{
	return attrs_count(w, o) + owns_class(w, o) + own_count(w, o);
}

static uint32_t items_at(const struct world *w, obj_id o)
{
	return obj_payload(w, o) + (obj_kind(w, o) == KIND_LIST ? LIST_HEAD : 0) +
		kind_table[obj_kind(w, o)].fields;
}

/* Entry I / 2 of a dict: key then value on 2.7, value then key later. */
static struct slot dict_slot(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t payload = obj_payload(w, o);
	uint32_t entry = payload + DICT_HEAD + ENTRY_WORDS * (i / 2);
	bool is_value = (i % 2 == 0) == w->dialect->dict_ordered;
	obj_id key = word(w, entry + ENTRY_KEY);

	if (is_value)
		return (struct slot){.target = word(w, entry + ENTRY_VALUE),
			.place = PLACE_KEY, .index = i / 2, .name = key};
	return (struct slot){.target = key, .place = PLACE_FIELD, .index = i / 2,
		.hidden = w->dialect->dict_ordered && !word(w, payload + DICT_GENERAL)};
}

static struct slot type_slot(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t slots = obj_field(w, o, TYPE_SLOT_COUNT);
	struct slot s = {.place = PLACE_FIELD, .index = i, .hidden = i >= TYPE_NAME};

	if (i < TYPE_KIND)
		s.target = obj_field(w, o, i);
	else if (i - TYPE_KIND < slots)
		s.target = word(w, obj_field(w, o, TYPE_SLOTS) + i - TYPE_KIND);
	else
		s.target = word(w, obj_field(w, o, TYPE_KEYS) + i - TYPE_KIND - slots);
	return s;
}

static struct slot own_slot(const struct world *w, obj_id o, uint32_t i)
{
	enum kind kind = obj_kind(w, o);
	uint32_t fields = kind_table[kind].fields;

	switch (kind_table[kind].shape) {
	case SHAPE_ITEMS:
		if (i < fields)
			break;
		i = obj_n(w, o) - 1 - (i - fields);
		return (struct slot){.target = word(w, items_at(w, o) + i),
			.place = PLACE_INDEX, .index = i};
	case SHAPE_DICT:
		return dict_slot(w, o, i);
	case SHAPE_SET:
		return (struct slot){
			.target = obj_field(w, o, SET_HEAD + SET_ENTRY_WORDS * i +
				SET_ENTRY_KEY),
			.place = PLACE_INDEX, .index = i};
	case SHAPE_FRAME:
		if (i < fields)
			break;
		return (struct slot){.place = PLACE_LOCAL, .index = i - fields,
			.target = obj_field(w, o, FRAME_OBJECT_HEAD + i - fields)};
	default:
		if (kind == KIND_TYPE)
			return type_slot(w, o, i);
	}
	return (struct slot){.target = obj_field(w, o, i), .place = PLACE_FIELD,
		.index = i};
}

static struct slot attrs_slot(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t attrs = obj_attrs(w, o);
	uint32_t slots = word(w, attrs + ATTRS_SLOT_COUNT);
	obj_id class = obj_class(w, o);

	if (i < slots)
		return (struct slot){.target = word(w, attrs + ATTRS_HEAD + i),
			.place = PLACE_ATTRIBUTE, .index = i,
			.name = word(w, obj_field(w, class, TYPE_SLOTS) + i)};
	if (i == slots)
		return (struct slot){.target = word(w, attrs + ATTRS_DICT),
			.place = PLACE_DICT};
	return (struct slot){.target = word(w, attrs + ATTRS_HEAD + i - 1),
		.place = PLACE_ATTRIBUTE, .index = i - 1,
		.name = word(w, obj_field(w, class, TYPE_KEYS) + i - 1 - slots)};
}

struct slot obj_slot_info(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t attrs = attrs_count(w, o);

	if (i < attrs)
		return attrs_slot(w, o, i);
	i -= attrs;
	if (owns_class(w, o)) {
		if (i == 0)
			return (struct slot){.target = obj_class(w, o), .place = PLACE_CLASS};
		i--;
	}
	return own_slot(w, o, i);
}

obj_id obj_slot(const struct world *w, obj_id o, uint32_t i)
{
	enum kind kind = obj_kind(w, o);

	if (!obj_attrs(w, o) && !owns_class(w, o) && kind_table[kind].shape == SHAPE_ITEMS &&
		!kind_table[kind].fields)
		return word(w, items_at(w, o) + obj_n(w, o) - 1 - i);
	return obj_slot_info(w, o, i).target;
}
