#include "deque.h"

#define ROOM 4 /* words at the end of a new row */

static void move_items(struct world *w, uint32_t from, uint32_t to, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		uint32_t k = from < to ? n - 1 - i : i;

		set_word(w, to + k, word(w, from + k));
	}
}

/* Another block, the items in its middle. */
static void grow(struct world *w, obj_id o)
{
	uint32_t n = obj_n(w, o), old = obj_payload(w, o);
	uint32_t words = block_size(DEQUE_HEAD + 2 * n + ROOM);
	uint32_t block = block_new(w, words);
	uint32_t start = (words - DEQUE_HEAD - n) / 2;

	if (old)
		move_items(w, deque_word(w, o, 0), block + DEQUE_HEAD + start, n);
	set_word(w, block + DEQUE_CAPACITY, words - DEQUE_HEAD);
	set_word(w, block + DEQUE_START, start);
	set_word(w, block + DEQUE_LIMIT, old ? word(w, old + DEQUE_LIMIT) : 0);
	if (old)
		block_free(w, old, DEQUE_HEAD + word(w, old + DEQUE_CAPACITY));
	set_obj_payload(w, o, block);
}

void deque_set_limit(struct world *w, obj_id o, uint32_t limit)
{
	if (!obj_payload(w, o))
		grow(w, o);
	set_obj_field(w, o, DEQUE_LIMIT, limit);
}

uint32_t deque_limit(const struct world *w, obj_id o)
{
	return obj_payload(w, o) ? obj_field(w, o, DEQUE_LIMIT) : 0;
}

/* Whether an item more at the end (else at the start) has room. */
static bool has_room(const struct world *w, obj_id o, bool end)
{
	uint32_t start;

	if (!obj_payload(w, o))
		return false;
	start = obj_field(w, o, DEQUE_START);
	return end ? start + obj_n(w, o) < obj_field(w, o, DEQUE_CAPACITY) : start > 0;
}

void deque_insert(struct world *w, obj_id o, uint32_t at, obj_id value)
{
	uint32_t n = obj_n(w, o);
	bool end = at > n / 2 || n == 0;

	if (!has_room(w, o, end))
		grow(w, o);
	if (end) {
		move_items(w, deque_word(w, o, at), deque_word(w, o, at + 1), n - at);
	} else {
		set_obj_field(w, o, DEQUE_START, obj_field(w, o, DEQUE_START) - 1);
		move_items(w, deque_word(w, o, 1), deque_word(w, o, 0), at);
	}
	set_obj_n(w, o, n + 1);
	set_word(w, deque_word(w, o, at), value);
	announce_bind(w, value, &(struct place){PLACE_INDEX, o, at, 0}, 0);
}

obj_id deque_take(struct world *w, obj_id o, uint32_t at)
{
	uint32_t n = obj_n(w, o);
	obj_id value = word(w, deque_word(w, o, at));

	if (at >= n / 2) {
		move_items(
			w, deque_word(w, o, at + 1), deque_word(w, o, at), n - 1 - at);
	} else {
		move_items(w, deque_word(w, o, 0), deque_word(w, o, 1), at);
		set_obj_field(w, o, DEQUE_START, obj_field(w, o, DEQUE_START) + 1);
	}
	set_obj_n(w, o, n - 1);
	return value;
}
