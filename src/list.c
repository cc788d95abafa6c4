#include "list.h"

#include "dialect.h"
#include "dict.h"
#include "gclist.h"

uint32_t item_index(const struct world *w, obj_id o, uint32_t i)
{
	return obj_payload(w, o) + (obj_kind(w, o) == KIND_LIST ? LIST_HEAD : 0) + i;
}

static bool holds_container(const struct world *w, uint32_t index, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (may_be_tracked(w, word(w, index + i)))
			return true;
	}
	return false;
}

static obj_id new_tuple(struct world *w, obj_id class, uint32_t count)
{
	obj_id o = obj_new(w, KIND_TUPLE, class);

	if (count)
		set_obj_payload(w, o, block_new(w, count));
	set_obj_n(w, o, count);
	return o;
}

static obj_id tuple_done(struct world *w, obj_id o)
{
	obj_born(w, o);
	if (!w->dialect->tuple_lazy ||
		holds_container(w, obj_payload(w, o), obj_n(w, o)))
		gc_track(w, o);
	return o;
}

static obj_id new_list(struct world *w, uint32_t count)
{
	obj_id o = obj_new(w, KIND_LIST, type_object(T_LIST));

	if (count) {
		set_obj_payload(w, o, block_new(w, LIST_HEAD + count));
		set_obj_field(
			w, o, LIST_CAPACITY, block_size(LIST_HEAD + count) - LIST_HEAD);
	}
	set_obj_n(w, o, count);
	return o;
}

static obj_id list_done(struct world *w, obj_id o)
{
	obj_born(w, o);
	gc_track(w, o);
	return o;
}

obj_id tuple_of(struct world *w, const obj_id *items, uint32_t count)
{
	obj_id o;

	if (count == 0)
		return OBJ_EMPTY_TUPLE;
	o = new_tuple(w, type_object(T_TUPLE), count);
	for (uint32_t i = 0; i < count; i++)
		set_word(w, item_index(w, o, i), items[i]);
	return tuple_done(w, o);
}

obj_id list_of(struct world *w, const obj_id *items, uint32_t count)
{
	obj_id o = new_list(w, count);

	for (uint32_t i = 0; i < count; i++)
		set_word(w, item_index(w, o, i), items[i]);
	return list_done(w, o);
}

static void move_words(struct world *w, uint32_t from, uint32_t to, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		set_word(w, to + i, word(w, from + i));
		set_word(w, from + i, 0);
	}
}

static void copy_words(struct world *w, uint32_t from, uint32_t to, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		set_word(w, to + i, word(w, from + i));
		hold(w, word(w, from + i));
	}
}

obj_id tuple_from_words(struct world *w, obj_id class, uint32_t index, uint32_t count)
{
	obj_id o;

	if (count == 0 && class == type_object(T_TUPLE))
		return OBJ_EMPTY_TUPLE;
	o = new_tuple(w, class, count);
	move_words(w, index, obj_payload(w, o), count);
	return tuple_done(w, o);
}

obj_id tuple_copy_words(struct world *w, obj_id class, uint32_t index, uint32_t count)
{
	obj_id o;

	if (count == 0 && class == type_object(T_TUPLE))
		return OBJ_EMPTY_TUPLE;
	o = new_tuple(w, class, count);
	copy_words(w, index, obj_payload(w, o), count);
	return tuple_done(w, o);
}

obj_id list_from_words(struct world *w, uint32_t index, uint32_t count)
{
	obj_id o = new_list(w, count);

	move_words(w, index, item_index(w, o, 0), count);
	return list_done(w, o);
}

obj_id list_copy_words(struct world *w, uint32_t index, uint32_t count)
{
	obj_id o = new_list(w, count);

	copy_words(w, index, item_index(w, o, 0), count);
	return list_done(w, o);
}

/* Room for COUNT items. */
static void reserve(struct world *w, obj_id list, uint32_t count)
{
	uint32_t block = obj_payload(w, list);
	uint32_t had = block ? word(w, block + LIST_CAPACITY) : 0;
	uint32_t words = LIST_HEAD + count;

	if (count <= had)
		return;
	if (block)
		block = block_resize(
			w, block, LIST_HEAD + had, words, LIST_HEAD + obj_n(w, list));
	else
		block = block_new(w, words);
	set_word(w, block + LIST_CAPACITY, block_size(words) - LIST_HEAD);
	set_obj_payload(w, list, block);
}

static void announce_item(struct world *w, obj_id list, uint32_t i, uint32_t raised)
{
	announce_bind(
		w, item(w, list, i), &(struct place){PLACE_INDEX, list, i, 0}, raised);
}

void list_append(struct world *w, obj_id list, obj_id value)
{
	uint32_t n = obj_n(w, list);

	reserve(w, list, n + 1);
	set_word(w, item_index(w, list, n), value);
	set_obj_n(w, list, n + 1);
	announce_item(w, list, n, 0);
}

void list_insert(struct world *w, obj_id list, uint32_t at, obj_id value)
{
	uint32_t n = obj_n(w, list);

	reserve(w, list, n + 1);
	for (uint32_t i = n; i > at; i--)
		set_word(w, item_index(w, list, i), item(w, list, i - 1));
	set_word(w, item_index(w, list, at), value);
	set_obj_n(w, list, n + 1);
	announce_item(w, list, at, 0);
}

obj_id list_set(struct world *w, obj_id list, uint32_t i, obj_id value)
{
	obj_id old = item(w, list, i);

	set_word(w, item_index(w, list, i), value);
	announce_item(w, list, i, 0);
	return old;
}

obj_id list_take(struct world *w, obj_id list, uint32_t i)
{
	uint32_t n = obj_n(w, list);
	obj_id value = item(w, list, i);

	for (; i + 1 < n; i++)
		set_word(w, item_index(w, list, i), item(w, list, i + 1));
	set_obj_n(w, list, n - 1);
	return value;
}

uint32_t list_splice(struct world *w, obj_id list, uint32_t from, uint32_t count,
	uint32_t new_words, uint32_t new_count)
{
	uint32_t n = obj_n(w, list);
	uint32_t tail = n - from - count;
	uint32_t removed = count ? block_new(w, count) : 0;

	for (uint32_t i = 0; i < new_count; i++)
		hold(w, word(w, new_words + i));
	for (uint32_t i = 0; i < count; i++)
		set_word(w, removed + i, item(w, list, from + i));
	reserve(w, list, from + new_count + tail);
	if (new_count < count) {
		for (uint32_t i = 0; i < tail; i++)
			set_word(w, item_index(w, list, from + new_count + i),
				item(w, list, from + count + i));
	} else {
		for (uint32_t i = tail; i-- > 0;)
			set_word(w, item_index(w, list, from + new_count + i),
				item(w, list, from + count + i));
	}
	for (uint32_t i = 0; i < new_count; i++)
		set_word(w, item_index(w, list, from + i), word(w, new_words + i));
	set_obj_n(w, list, n - count + new_count);
	for (uint32_t i = 0; i < new_count; i++)
		announce_item(w, list, from + i, 1);
	return removed;
}
