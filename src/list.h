#ifndef GCREFS_LIST_H
#define GCREFS_LIST_H

#include "heap.h"

/*
 * Lists and tuples.  References that leave a list are handed to the caller.
 * New lists and tuples are tracked as CPython tracks them, and announced.
 */

/* Takes over the references in ITEMS (0 allowed when COUNT is 0). */
obj_id tuple_of(struct world *w, const obj_id *items, uint32_t count);
obj_id list_of(struct world *w, const obj_id *items, uint32_t count);

/* The same from COUNT words of the arena, which are moved: set to 0. */
obj_id tuple_from_words(struct world *w, obj_id class, uint32_t index, uint32_t count);
obj_id list_from_words(struct world *w, uint32_t index, uint32_t count);

/* The same, holding each item (a slice, a copy). */
obj_id tuple_copy_words(struct world *w, obj_id class, uint32_t index, uint32_t count);
obj_id list_copy_words(struct world *w, uint32_t index, uint32_t count);

/* Index of the word of item I of a list or tuple (valid until it grows). */
uint32_t item_index(const struct world *w, obj_id o, uint32_t i);
static inline obj_id item(const struct world *w, obj_id o, uint32_t i)
{
	return word(w, item_index(w, o, i));
}

/*
 * A list has room for as many items as CPython has allocated: sys.getsizeof() shows it.
 *
 * list_set_room() gives it exactly COUNT, which is not less than it has items;
 * list_resize() is CPython's list_resize(): room for COUNT items and some more, less
 * when it is less than half full; list_expect() is done before COUNT items are
 * appended one by one that CPython appends together (EXACT: as list.extend() does), and
 * list_resize() afterwards, when COUNT was a guess.
 */
uint32_t list_room(const struct world *w, obj_id list);
/* What list_resize() makes room for when there are HAD items and COUNT are to be. */
uint32_t list_grown(const struct world *w, uint32_t had, uint32_t count);
/* What room a list has that COUNT items were appended to when EXPECTED were expected. */
uint32_t list_room_filled(const struct world *w, uint32_t expected, uint32_t count);
/* The same when there was ROOM at first, and none is given back. */
uint32_t list_room_appended(const struct world *w, uint32_t room, uint32_t count);
void list_set_room(struct world *w, obj_id list, uint32_t count);
void list_resize(struct world *w, obj_id list, uint32_t count);
void list_expect(struct world *w, obj_id list, uint32_t count, bool exact);

/* Appends; takes over the reference; announces BIND. */
void list_append(struct world *w, obj_id list, obj_id value);
void list_insert(struct world *w, obj_id list, uint32_t at, obj_id value);
/* Replaces item I; the old value becomes the caller's. */
obj_id list_set(struct world *w, obj_id list, uint32_t i, obj_id value);
/* Takes item I out; it becomes the caller's.  The room for it stays. */
obj_id list_take(struct world *w, obj_id list, uint32_t i);
/* The same as CPython's pop(): the room may become less. */
obj_id list_withdraw(struct world *w, obj_id list, uint32_t i);
/* Replaces the COUNT items from FROM on by NEW_COUNT words, each held.  The
 * removed references are moved into a block of COUNT words (0 when COUNT is
 * 0), the caller's to drop and free. */
uint32_t list_splice(struct world *w, obj_id list, uint32_t from, uint32_t count,
	uint32_t new_words, uint32_t new_count);

#endif
