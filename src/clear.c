#include "clear.h"

#include "dealloc.h"
#include "deque.h"
#include "dialect.h"
#include "dict.h"
#include "order.h"
#include "weakref.h"

enum {
	WORD_OBJECT,
	WORD_CURSOR,
	CLEAR_WORDS
};

static void clear_list(struct world *w, obj_id o)
{
	uint32_t block = obj_payload(w, o);
	uint32_t n = obj_n(w, o);
	uint32_t words;

	if (!block)
		return;
	words = LIST_HEAD + word(w, block + LIST_CAPACITY);
	set_obj_n(w, o, 0);
	set_obj_payload(w, o, 0);
	drop_block(w, block, words, block + LIST_HEAD, n, -1);
}

static void clear_deque(struct world *w, obj_id o)
{
	uint32_t block = obj_payload(w, o), first;
	uint32_t n = obj_n(w, o);

	if (!block)
		return;
	first = deque_word(w, o, 0);
	set_obj_n(w, o, 0);
	set_obj_payload(w, o, 0);
	drop_block(w, block, DEQUE_HEAD + word(w, block + DEQUE_CAPACITY), first, n, 1);
}

/* Entries of a detached dict: key and value are neighbours. */
static void drop_entries(struct world *w, struct dict_block b)
{
	uint32_t next = b.first_entry;

	if (!b.block)
		return;
	for (uint32_t i = 0; i < b.entries; i++) {
		uint32_t entry = b.first_entry + ENTRY_WORDS * i;

		set_word(w, next++, word(w, entry + ENTRY_KEY));
		set_word(w, next++, word(w, entry + ENTRY_VALUE));
	}
	drop_block(w, b.block, b.words, b.first_entry, next - b.first_entry, 1);
}

static void drop_keys(struct world *w, struct dict_block b)
{
	if (!b.block)
		return;
	for (uint32_t i = 0; i < b.entries; i++) {
		set_word(w, b.first_entry + i,
			word(w, b.first_entry + SET_ENTRY_WORDS * i + SET_ENTRY_KEY));
	}
	drop_block(w, b.block, b.words, b.first_entry, b.entries, 1);
}

/* What goes as a whole, after the fields. */
static void clear_contents(struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
		clear_list(w, o);
		break;
	case KIND_DEQUE:
		clear_deque(w, o);
		break;
	case KIND_DICT:
		drop_entries(w, dict_detach(w, o));
		break;
	case KIND_SET:
		drop_keys(w, set_detach(w, o));
		break;
	default:
		break;
	}
}

/* A class starts with the contents of its dict. */
static void clear_type_dict(struct world *w, obj_id o)
{
	obj_id dict = obj_field(w, o, TYPE_DICT);

	if (dict)
		drop_entries(w, dict_detach(w, dict));
}

/* 3.13: all inline values are taken out before the first goes. */
static void clear_inline(struct world *w, obj_id o)
{
	uint32_t attrs = obj_attrs(w, o);
	uint32_t capacity = word(w, attrs + ATTRS_CAPACITY);
	uint32_t values = attrs + ATTRS_HEAD + word(w, attrs + ATTRS_SLOT_COUNT);

	set_word(w, attrs + ATTRS_USED, 0);
	take_words(w, values, capacity);
}

void clear_container(struct world *w, obj_id o)
{
	uint32_t f;

	if (obj_kind(w, o) == KIND_LIST && !obj_attrs(w, o)) {
		clear_list(w, o);
		return;
	}
	f = frame_push(w, FRAME_CLEAR, 0, 0, CLEAR_WORDS);
	set_word(w, frame_extra(w, f, WORD_OBJECT), o);
	if (obj_kind(w, o) == KIND_TYPE)
		clear_type_dict(w, o);
	else if (obj_kind(w, o) == KIND_WEAKREF)
		weakref_clear(w, o);
	else if (obj_kind(w, o) == KIND_FRAME)
		set_obj_field(w, o, FRAME_OBJECT_CLEARED, 1);
}

static bool is_first_inline(const struct world *w, obj_id o, uint32_t cursor)
{
	uint32_t attrs = obj_attrs(w, o);

	return attrs && cursor == word(w, attrs + ATTRS_SLOT_COUNT) + 1 &&
		word(w, attrs + ATTRS_CAPACITY);
}

static void clear_next(struct world *w, uint32_t f, obj_id o, uint32_t cursor)
{
	struct place p;
	obj_id child;

	if (is_first_inline(w, o, cursor) && !w->dialect->clear_in_place) {
		set_word(w, frame_extra(w, f, WORD_CURSOR), obj_attr_slots(w, o));
		clear_inline(w, o);
		return;
	}
	set_word(w, frame_extra(w, f, WORD_CURSOR), cursor + 1);
	child = take_slot(w, o, clear_slot(w, o, cursor), &p);
	if (child)
		drop(w, child, &p);
}

void clear_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);
	obj_id o = word(w, frame_extra(w, f, WORD_OBJECT));

	while (reg(w, REG_TOP) == f) {
		uint32_t cursor = word(w, frame_extra(w, f, WORD_CURSOR));

		if (cursor == clear_slots(w, o)) {
			frame_pop(w, 0);
			clear_contents(w, o);
			return;
		}
		clear_next(w, f, o, cursor);
	}
}
