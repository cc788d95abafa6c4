#include "code_read.h"

#include "deque.h"
#include "dialect.h"

/*
 * The references an object holds, one list for all kinds:
 *
 *	__slots__ values | __dict__ | inline values | class | fields and items
 *
 * as subtype_traverse visits them: what the class statement added first, the
 * class, then what the built-in base keeps.
 */

uint32_t obj_attr_slots(const struct world *w, obj_id o)
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
		return kind_table[kind].fields +
			word(w, payload + frame_slots_head(kind) - 1);
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
	return obj_attr_slots(w, o) + owns_class(w, o) + own_count(w, o);
}

static uint32_t items_at(const struct world *w, obj_id o)
{
	return obj_payload(w, o) + (obj_kind(w, o) == KIND_LIST ? LIST_HEAD : 0) +
		kind_table[obj_kind(w, o)].fields;
}

/* Whether slot I of a dict is the value: 2.7 visits key then value of each
 * entry, later versions value then key. */
static bool is_dict_value(const struct world *w, uint32_t i)
{
	return (i % 2 == 0) == w->dialect->dict_ordered;
}

static struct slot dict_slot(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t payload = obj_payload(w, o);
	uint32_t entry = payload + DICT_HEAD + ENTRY_WORDS * (i / 2);

	if (is_dict_value(w, i))
		return (struct slot){.place = PLACE_KEY,
			.index = i / 2,
			.name = word(w, entry + ENTRY_KEY)};
	return (struct slot){.place = PLACE_FIELD,
		.index = i / 2,
		.hidden = w->dialect->dict_ordered && !word(w, payload + DICT_GENERAL)};
}

/* A class's names in blocks of their own: of __slots__, then the shared keys. */
static uint32_t type_name_word(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t slots = obj_field(w, o, TYPE_SLOT_COUNT);

	if (i < slots)
		return obj_field(w, o, TYPE_SLOTS) + i;
	return obj_field(w, o, TYPE_KEYS) + i - slots;
}

static uint32_t own_word(const struct world *w, obj_id o, uint32_t i)
{
	enum kind kind = obj_kind(w, o);
	uint32_t payload = obj_payload(w, o);

	switch (kind_table[kind].shape) {
	case SHAPE_ITEMS:
		if (i < kind_table[kind].fields)
			break;
		i -= kind_table[kind].fields;
		if (kind == KIND_DEQUE)
			return deque_word(w, o, i);
		return items_at(w, o) + obj_n(w, o) - 1 - i;
	case SHAPE_DICT:
		return payload + DICT_HEAD + ENTRY_WORDS * (i / 2) +
			(is_dict_value(w, i) ? ENTRY_VALUE : ENTRY_KEY);
	case SHAPE_SET:
		return payload + SET_HEAD + SET_ENTRY_WORDS * i + SET_ENTRY_KEY;
	case SHAPE_FRAME:
		if (i < kind_table[kind].fields)
			break;
		return payload + frame_slots_head(kind) + i - kind_table[kind].fields;
	default:
		if (kind == KIND_TYPE && i >= TYPE_KIND)
			return type_name_word(w, o, i - TYPE_KIND);
	}
	return payload + i;
}

/* Fields of a suspended frame that tp_traverse does not visit: up to 3.10 all that
 * its frame object has, then the globals; from 3.12 the code is the frame's. */
static bool is_hidden_part(const struct world *w, uint32_t i)
{
	if (i == GENERATOR_CODE)
		return py_at_least(w->dialect->version, 3, 12);
	if (i == GENERATOR_FUNCTION || i == GENERATOR_FRAME_CODE)
		return w->dialect->frame_objects;
	return i == GENERATOR_GLOBALS;
}

/* The name of a variable of a frame that has ended or is suspended; 0: a temporary. */
static obj_id frame_slot_name(const struct world *w, obj_id o, uint32_t i)
{
	obj_id code_object = obj_field(w, o,
		obj_kind(w, o) == KIND_GENERATOR ? (uint32_t)GENERATOR_CODE
						 : (uint32_t)FRAME_OBJECT_CODE);
	const struct code *code = code_object ? code_of(w, code_object) : NULL;

	if (!code ||
		i >= (uint32_t)code->local_count + code->cell_count + code->free_count)
		return 0;
	return code_slot_name(w, code_object, i);
}

static struct slot own_slot(const struct world *w, obj_id o, uint32_t i)
{
	enum kind kind = obj_kind(w, o);
	uint32_t fields = kind_table[kind].fields;

	switch (kind_table[kind].shape) {
	case SHAPE_ITEMS:
		if (i < fields)
			break;
		i -= fields;
		return (struct slot){.place = PLACE_INDEX,
			.index = kind == KIND_DEQUE ? i : obj_n(w, o) - 1 - i};
	case SHAPE_DICT:
		return dict_slot(w, o, i);
	case SHAPE_SET:
		return (struct slot){.place = PLACE_INDEX, .index = i};
	case SHAPE_FRAME:
		if (i < fields)
			break;
		return (struct slot){.place = PLACE_LOCAL,
			.index = i - fields,
			.name = frame_slot_name(w, o, i - fields)};
	default:
		break;
	}
	return (struct slot){.place = PLACE_FIELD,
		.index = i,
		.hidden = (kind == KIND_TYPE && i >= TYPE_NAME) ||
			(kind == KIND_GENERATOR && is_hidden_part(w, i))};
}

/* Where the I-th __slots__ value to be visited is: they are laid out from the
 * oldest base to the class itself and visited from the class to the oldest. */
static uint32_t slot_position(const struct world *w, obj_id class, uint32_t i)
{
	for (;;) {
		obj_id base = obj_field(w, class, TYPE_BASE);
		uint32_t below = base ? obj_field(w, base, TYPE_SLOT_COUNT) : 0;
		uint32_t own = obj_field(w, class, TYPE_SLOT_COUNT) - below;

		if (i < own || !base)
			return below + i;
		i -= own;
		class = base;
	}
}

static uint32_t attrs_word(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t attrs = obj_attrs(w, o);
	uint32_t slots = word(w, attrs + ATTRS_SLOT_COUNT);

	if (i < slots)
		return attrs + ATTRS_HEAD + slot_position(w, obj_class(w, o), i);
	if (i == slots)
		return attrs + ATTRS_DICT;
	return attrs + ATTRS_HEAD + i - 1;
}

/* Name I of the block of names in field FIELD of the class; 0: none there. */
static obj_id class_name(
	const struct world *w, obj_id class, uint32_t field, uint32_t i)
{
	uint32_t names = class ? obj_field(w, class, field) : 0;

	return names ? word(w, names + i) : 0;
}

static struct slot attrs_slot(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t slots = word(w, obj_attrs(w, o) + ATTRS_SLOT_COUNT);
	obj_id class = obj_class(w, o);
	uint32_t position;

	if (i == slots)
		return (struct slot){.place = PLACE_DICT};
	if (i > slots)
		return (struct slot){.place = PLACE_ATTRIBUTE,
			.index = i - 1,
			.name = class_name(w, class, TYPE_KEYS, i - 1 - slots)};
	position = slot_position(w, class, i);
	return (struct slot){.place = PLACE_ATTRIBUTE,
		.index = position,
		.name = class_name(w, class, TYPE_SLOTS, position)};
}

uint32_t obj_slot_word(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t attrs = obj_attr_slots(w, o);

	if (i < attrs)
		return attrs_word(w, o, i);
	i -= attrs;
	if (!owns_class(w, o))
		return own_word(w, o, i);
	return i == 0 ? BASE_CLASS + o : own_word(w, o, i - 1);
}

struct slot obj_slot_info(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t attrs = obj_attr_slots(w, o), own = i - attrs;
	struct slot s;

	if (i < attrs) {
		s = attrs_slot(w, o, i);
		s.target = word(w, attrs_word(w, o, i));
		return s;
	}
	if (owns_class(w, o)) {
		if (own == 0)
			return (struct slot){
				.place = PLACE_CLASS, .target = obj_class(w, o)};
		own--;
	}
	s = own_slot(w, o, own);
	s.target = word(w, own_word(w, o, own));
	return s;
}

obj_id obj_slot(const struct world *w, obj_id o, uint32_t i)
{
	return word(w, obj_slot_word(w, o, i));
}
