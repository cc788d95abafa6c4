#include "dealloc_plain.h"

/*
 * FRAME_DROP: references that go one after another.
 *
 * Slots: the references in the order they go.  Plain words: the cursor, whether
 * places follow, and then PLACE_WORDS for each slot.
 */
enum {
	WORD_CURSOR,
	WORD_PLACES,
	DROP_WORDS
};
enum place_word {
	PLACE_KIND,
	PLACE_HOLDER,
	PLACE_HOLDER_SERIAL,
	PLACE_AT,
	PLACE_NAME,
	PLACE_NAME_SERIAL,
	PLACE_WORDS
};

static uint32_t count_references(const struct world *w, uint32_t index, uint32_t count)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < count; i++)
		n += word(w, index + i) != 0;
	return n;
}

/* Pushes a frame with the references in COUNT words, of which N are not 0.  With
 * one alone there is no frame: that one is returned. */
static obj_id take_over(struct world *w, uint32_t index, uint32_t count, int step)
{
	uint32_t n = count_references(w, index, count);
	uint32_t at = step > 0 ? index : index + count - 1;
	uint32_t f = 0, slot = 0;
	obj_id only = 0;

	if (n > 1) {
		f = frame_push(w, FRAME_DROP, 0, n, DROP_WORDS);
		slot = frame_slot(f, 0);
	}
	for (uint32_t i = 0; i < count; i++, at += (uint32_t)step) {
		obj_id o = word(w, at);

		if (!o)
			continue;
		if (f)
			set_word(w, slot++, o);
		else
			only = o;
	}
	return only;
}

void take_words(struct world *w, uint32_t index, uint32_t count)
{
	obj_id only = take_over(w, index, count, 1);

	for (uint32_t i = 0; i < count; i++)
		set_word(w, index + i, 0);
	if (only)
		drop(w, only, NULL);
}

/* The references of a row that tree_drop() has left: from word AT on. */
static void wait_in_frame(
	struct world *w, uint32_t index, uint32_t count, uint32_t at, int step)
{
	uint32_t n = count_references(w, index, count);
	uint32_t left = step > 0 ? index + count - at : at + 1 - index;
	uint32_t waiting = count_references(w, step > 0 ? at : index, left);
	uint32_t f;

	if (!waiting)
		return;
	f = frame_push(w, FRAME_DROP, 0, n, DROP_WORDS);
	set_word(w, frame_extra(w, f, WORD_CURSOR), n - waiting);
	for (uint32_t slot = frame_slot(f, n - waiting); left;
		left--, at += (uint32_t)step) {
		if (word(w, at))
			set_word(w, slot++, word(w, at));
	}
}

/* Drops the references in a block just freed, which nothing takes while they
 * go: without a frame, while none that dies needs one. */
static void drop_row(struct world *w, uint32_t index, uint32_t count, int step)
{
	uint32_t at = step > 0 ? index : index + count - 1;

	for (uint32_t left = count; left; left--) {
		obj_id o = word(w, at);
		struct tree_stop stop;

		at += (uint32_t)step;
		if (!o)
			continue;
		if (drop_kept(w, o) || tree_drop(w, o, &stop))
			continue;
		if (left > 1)
			wait_in_frame(w, index, count, at, step);
		tree_go_on(w, &stop);
		return;
	}
}

void drop_block(struct world *w, uint32_t block, uint32_t words, uint32_t index,
	uint32_t count, int step)
{
	obj_id only;

	/* A free block's first word is used. */
	if (!w->arena.recording && index != block) {
		block_free(w, block, words);
		drop_row(w, index, count, step);
		return;
	}
	only = take_over(w, index, count, step);
	block_free(w, block, words);
	if (only)
		drop_now(w, only, NULL);
}

static void store_place(struct world *w, uint32_t at, const struct place *p)
{
	set_word(w, at + PLACE_KIND, p->place);
	set_word(w, at + PLACE_AT, p->index);
	if (p->holder) {
		set_word(w, at + PLACE_HOLDER, p->holder);
		set_word(w, at + PLACE_HOLDER_SERIAL, obj_serial(w, p->holder));
	}
	if (p->name) {
		set_word(w, at + PLACE_NAME, p->name);
		set_word(w, at + PLACE_NAME_SERIAL, obj_serial(w, p->name));
	}
}

/* The references from LIST on, N of them not 0, of which the first DONE are gone. */
static void push_list(
	struct world *w, const struct owned *list, uint32_t n, uint32_t done)
{
	uint32_t f = frame_push(w, FRAME_DROP, 0, n, DROP_WORDS + PLACE_WORDS * n);

	set_word(w, frame_extra(w, f, WORD_PLACES), 1);
	set_word(w, frame_extra(w, f, WORD_CURSOR), done);
	for (uint32_t at = 0; at < n; list++) {
		if (!list->object)
			continue;
		if (at >= done)
			set_word(w, frame_slot(f, at), list->object);
		store_place(w, frame_extra(w, f, DROP_WORDS + PLACE_WORDS * at),
			&list->place);
		at++;
	}
}

static uint32_t count_owned(const struct owned *list, uint32_t count)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < count; i++)
		n += list[i].object != 0;
	return n;
}

/* Whether the operation that drops leaves nothing to be done before the next one:
 * then it does not matter whether a frame was needed. */
static bool is_quiet(const struct world *w)
{
	return !w->arena.recording && !reg(w, REG_GC_PENDING) && !reg(w, REG_TRASH_DUE);
}

/* Without a frame, while none that dies needs one. */
static void drop_list(struct world *w, const struct owned *list, uint32_t count)
{
	struct tree_stop stop;
	uint32_t n, done = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (!list[i].object)
			continue;
		done++;
		if (drop_kept(w, list[i].object) || tree_drop(w, list[i].object, &stop))
			continue;
		n = count_owned(list, count);
		if (done < n)
			push_list(w, list, n, done);
		tree_go_on(w, &stop);
		return;
	}
}

void drop_all(struct world *w, const struct owned *list, uint32_t count)
{
	uint32_t n;

	if (is_quiet(w)) {
		drop_list(w, list, count);
		return;
	}
	n = count_owned(list, count);
	if (n > 1)
		push_list(w, list, n, 0);
	while (n == 1 && !list->object)
		list++;
	if (n == 1)
		drop(w, list->object, list->place.place ? &list->place : NULL);
}

/* The object with this serial, if it is still the one. */
static obj_id still(const struct world *w, obj_id o, uint32_t serial)
{
	return o && obj_serial(w, o) == serial ? o : 0;
}

static bool stored_place(const struct world *w, uint32_t f, uint32_t i, struct place *p)
{
	uint32_t at = frame_extra(w, f, DROP_WORDS + PLACE_WORDS * i);

	if (!word(w, frame_extra(w, f, WORD_PLACES)) || !word(w, at + PLACE_KIND))
		return false;
	p->place = (uint8_t)word(w, at + PLACE_KIND);
	p->index = word(w, at + PLACE_AT);
	p->holder =
		still(w, word(w, at + PLACE_HOLDER), word(w, at + PLACE_HOLDER_SERIAL));
	p->name = still(w, word(w, at + PLACE_NAME), word(w, at + PLACE_NAME_SERIAL));
	return true;
}

/* Drops reference I.  Before the last one the frame goes, so that a chain of
 * objects that die does not leave a frame for each behind. */
static void drop_one(struct world *w, uint32_t f, uint32_t i)
{
	struct place p;
	bool placed = stored_place(w, f, i, &p);
	uint32_t slot = frame_slot(f, i);
	obj_id o = word(w, slot);

	set_word(w, slot, 0);
	if (i + 1 == word(w, f + FRAME_SLOT_COUNT))
		frame_pop(w, 0);
	else
		set_word(w, frame_extra(w, f, WORD_CURSOR), i + 1);
	drop_now(w, o, placed ? &p : NULL);
}

void drop_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);
	uint32_t count = word(w, f + FRAME_SLOT_COUNT);
	uint32_t i = word(w, frame_extra(w, f, WORD_CURSOR));

	for (; i < count; i++) {
		drop_one(w, f, i);
		if (reg(w, REG_TOP) != f)
			return;
	}
}
