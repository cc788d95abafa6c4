#include "heap.h"

#include "dialect.h"

/*
 * How large the blocks of an object are: for freeing them, and for the audit.
 */

static const uint8_t field_words[KIND_COUNT] = {
	[KIND_TYPE] = TYPE_WORDS,
	[KIND_OLD_CLASS] = OLD_CLASS_WORDS,
	[KIND_OLD_INSTANCE] = OLD_INSTANCE_WORDS,
	[KIND_FUNCTION] = FUNCTION_WORDS,
	[KIND_METHOD] = METHOD_WORDS,
	[KIND_BUILTIN] = BUILTIN_WORDS,
	[KIND_CELL] = CELL_WORDS,
	[KIND_MODULE] = MODULE_WORDS,
	[KIND_WEAKREF] = WEAKREF_WORDS,
	[KIND_ITERATOR] = ITERATOR_WORDS,
	[KIND_RANGE] = RANGE_WORDS,
	[KIND_SLICE] = SLICE_WORDS,
	[KIND_VIEW] = VIEW_WORDS,
	[KIND_PROPERTY] = PROPERTY_WORDS,
	[KIND_WRAPPER] = WRAPPER_WORDS,
	[KIND_SUPER] = SUPER_WORDS,
	[KIND_DESCRIPTOR] = DESCRIPTOR_WORDS,
	[KIND_EXCEPTION] = EXCEPTION_WORDS,
	[KIND_TRACEBACK] = TRACEBACK_WORDS,
	[KIND_COMPLEX] = 4,
};

static uint32_t dict_table_words(const struct world *w, uint32_t log2)
{
	uint32_t size = 1u << log2;

	if (!log2)
		return DICT_HEAD;
	if (!w->dialect->dict_ordered)
		return DICT_HEAD + ENTRY_WORDS * size;
	return DICT_HEAD + ENTRY_WORDS * (2 * size / 3) + size;
}

uint32_t obj_payload_words(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);
	uint32_t payload = obj_payload(w, o);

	if (kind == KIND_INT)
		return obj_flag(w, o, OBJECT_BIG) ? obj_n(w, o) : 0;
	if (!payload || kind == KIND_FLOAT)
		return 0;
	switch (kind) {
	case KIND_STR:
	case KIND_BYTES:
		return TEXT_HEAD + obj_n(w, o) / 4 + 1;
	case KIND_LIST:
		return LIST_HEAD + word(w, payload + LIST_CAPACITY);
	case KIND_DEQUE:
		return DEQUE_HEAD + word(w, payload + DEQUE_CAPACITY);
	case KIND_DICT:
		return dict_table_words(w, word(w, payload + DICT_LOG2));
	case KIND_SET:
		return SET_HEAD + (SET_ENTRY_WORDS << word(w, payload + SET_LOG2));
	case KIND_CODE:
		return obj_n(w, o) + 2;
	case KIND_PARTS:
		if (!obj_n(w, o))
			return PARTS_WORDS;
		return kind_table[kind].fields + obj_n(w, o);
	case KIND_TUPLE:
		return kind_table[kind].fields + obj_n(w, o);
	case KIND_FRAME:
	case KIND_GENERATOR:
		return frame_slots_head(kind) +
			word(w, payload + frame_slots_head(kind) - 1);
	default:
		return field_words[kind];
	}
}

uint32_t obj_attrs_words(const struct world *w, obj_id o)
{
	uint32_t attrs = obj_attrs(w, o);

	if (!attrs)
		return 0;
	return ATTRS_HEAD + word(w, attrs + ATTRS_SLOT_COUNT) +
		2 * word(w, attrs + ATTRS_CAPACITY);
}
