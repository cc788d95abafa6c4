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
		set_obj_field(w, o, LIST_CAPACITY, count);
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

uint32_t list_room(const struct world *w, obj_id list)
{
	return obj_payload(w, list) ? obj_field(w, list, LIST_CAPACITY) : 0;
}

void list_set_room(struct world *w, obj_id list, uint32_t count)
{
	uint32_t block = obj_payload(w, list), had = list_room(w, list);

	if (count == had)
		return;
	if (!count) {
		block_free(w, block, LIST_HEAD + had);
		set_obj_payload(w, list, 0);
		return;
	}
	if (block)
		block = block_resize(w, block, LIST_HEAD + had, LIST_HEAD + count,
			LIST_HEAD + obj_n(w, list));
	else
		block = block_new(w, LIST_HEAD + count);
	set_word(w, block + LIST_CAPACITY, count);
	set_obj_payload(w, list, block);
}

/* Objects/listobject.c, list_resize. */
uint32_t list_grown(const struct world *w, uint32_t had, uint32_t count)
{
	uint32_t room;

	if (!count)
		return 0;
	if (!py_at_least(w->dialect->version, 3, 9))
		return count + (count >> 3) + (count < 9 ? 3 : 6);
	room = (count + (count >> 3) + 6) & ~3u;
	return (int64_t)count - had > (int64_t)room - count ? (count + 3) & ~3u : room;
}

void list_resize(struct world *w, obj_id list, uint32_t count)
{
	uint32_t room = list_room(w, list);

	if (room < count || count < room >> 1)
		list_set_room(w, list, list_grown(w, obj_n(w, list), count));
}

/* Objects/listobject.c, list_extend: from 3.10 the first items get exact room. */
static uint32_t first_room(const struct world *w, uint32_t count)
{
	return py_at_least(w->dialect->version, 3, 10) ? (count + 1) & ~1u
						       : list_grown(w, 0, count);
}

void list_expect(struct world *w, obj_id list, uint32_t count, bool exact)
{
	if (exact && !list_room(w, list))
		list_set_room(w, list, first_room(w, count));
	else
		list_resize(w, list, obj_n(w, list) + count);
}

uint32_t list_room_appended(const struct world *w, uint32_t room, uint32_t count)
{
	while (room < count)
		room = list_grown(w, room, room + 1);
	return room;
}

uint32_t list_room_filled(const struct world *w, uint32_t expected, uint32_t count)
{
	uint32_t room = list_room_appended(w, first_room(w, expected), count);

	return count < room >> 1 ? list_grown(w, count, count) : room;
}

/* Room for one more. */
static void reserve(struct world *w, obj_id list, uint32_t count)
{
	if (count > list_room(w, list))
		list_resize(w, list, count);
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

obj_id list_withdraw(struct world *w, obj_id list, uint32_t i)
{
	obj_id value = list_take(w, list, i);

	list_resize(w, list, obj_n(w, list));
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
	if (new_count > count)
		list_resize(w, list, from + new_count + tail);
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
	if (new_count < count)
		list_resize(w, list, n - count + new_count);
	for (uint32_t i = 0; i < new_count; i++)
		announce_item(w, list, from + i, 1);
	return removed;
}
