#include "dealloc_plain.h"

#include "gccount.h"
#include "gclist.h"

static uint32_t plain_items(const struct world *w, obj_id o)
{
	return obj_payload(w, o) + (obj_kind(w, o) == KIND_LIST ? LIST_HEAD : 0);
}

/* Its references are gone, and it is no longer tracked. */
static void free_plain(struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);
	uint32_t words = obj_payload_words(w, o);

	gc_discharge(w, gc_free_list(w, kind, obj_n(w, o)));
	if (words)
		block_free(w, obj_payload(w, o), words);
	set_obj_payload(w, o, 0);
	obj_free(w, o);
}

static void drop_items(struct world *w, uint32_t f, obj_id o)
{
	uint32_t cursor = frame_extra(w, f, DEALLOC_CURSOR);
	uint32_t items = plain_items(w, o);
	uint32_t n = obj_n(w, o);

	for (uint32_t i = word(w, cursor); i < n; i++) {
		struct place p = {PLACE_INDEX, o, n - 1 - i, 0};
		obj_id child = word(w, items + p.index);

		if (!child)
			continue;
		set_word(w, items + p.index, 0);
		set_word(w, cursor, i + 1);
		drop_now(w, child, &p);
		if (reg(w, REG_TOP) != f)
			return;
	}
	frame_pop(w, 0);
	free_plain(w, o);
}

void dealloc_plain(struct world *w, uint32_t f, obj_id o)
{
	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		gc_untrack(w, o);
	}
	drop_items(w, f, o);
}

/*
 * Without frames: while an object of the tree is taken apart, its refcount word
 * is the cursor and its prev link the object it was found in.  Nobody else can
 * see that: its count is 0, and it is in no list.
 */
static uint32_t parent_word(obj_id o)
{
	return BASE_LINKS + 2 * o + 1;
}

/* What it takes to free an object: its columns, far apart, at once. */
static inline __attribute__((always_inline)) void prefetch_object(
	const struct world *w, obj_id o)
{
	__builtin_prefetch(&w->arena.w[BASE_LINKS + 2 * o], 1);
	__builtin_prefetch(&w->arena.w[BASE_RC + o], 1);
	__builtin_prefetch(&w->arena.w[BASE_BODY + 2 * o], 1);
	__builtin_prefetch(&w->arena.w[BASE_META + o], 1);
	__builtin_prefetch(&w->arena.w[BASE_WEAK + o]);
	__builtin_prefetch(&w->arena.w[BASE_SERIAL + o], 1);
}

static void prefetch_items(const struct world *w, obj_id o)
{
	uint32_t items = plain_items(w, o);
	uint32_t n = obj_n(w, o);

	for (uint32_t i = 0; i < n && i < 8; i++)
		prefetch_object(w, word(w, items + i));
}

static void enter(struct world *w, obj_id o, obj_id parent)
{
	prefetch_items(w, o);
	set_word(w, BASE_RC + o, 0);
	w->step++;
	gc_untrack(w, o);
	set_word(w, parent_word(o), parent);
}

/* Back to what it was found in; 0: all is done. */
static obj_id leave(struct world *w, obj_id o)
{
	obj_id parent = word(w, parent_word(o));

	set_word(w, parent_word(o), 0);
	set_word(w, BASE_RC + o, 0);
	free_plain(w, o);
	return parent;
}

/* Something that dies needs a frame: so do all that are taken apart. */
static void make_frames(struct world *w, obj_id o)
{
	obj_id found = 0;

	while (o) {
		obj_id parent = word(w, parent_word(o));

		set_word(w, parent_word(o), found);
		found = o;
		o = parent;
	}
	while (found) {
		uint32_t f = dealloc_push(w, found);
		obj_id next = word(w, parent_word(found));

		set_frame_state(w, f, 1);
		set_word(w, frame_extra(w, f, DEALLOC_CURSOR), obj_rc(w, found));
		set_word(w, BASE_RC + found, 0);
		set_word(w, parent_word(found), 0);
		found = next;
	}
}

/* Drops the items of O up to one that has to be entered, which is returned. */
static obj_id drop_some(struct world *w, obj_id o)
{
	uint32_t items = plain_items(w, o);
	uint32_t n = obj_n(w, o);

	for (uint32_t i = obj_rc(w, o); i < n; i++) {
		obj_id child = word(w, items + n - 1 - i);

		if (!child)
			continue;
		set_word(w, items + n - 1 - i, 0);
		if (obj_rc(w, child) == 1 && !dealloc_is_atom(w, child)) {
			set_word(w, BASE_RC + o, i + 1);
			return child;
		}
		drop(w, child, NULL);
	}
	return 0;
}

static void free_tree(struct world *w, obj_id o)
{
	enter(w, o, 0);
	while (o) {
		obj_id child = drop_some(w, o);

		if (!child) {
			o = leave(w, o);
		} else if (is_plain(w, child)) {
			enter(w, child, o);
			o = child;
		} else {
			make_frames(w, o);
			drop(w, child, NULL);
			return;
		}
	}
}

void drop_now(struct world *w, obj_id o, const struct place *p)
{
	if (!w->arena.recording && obj_rc(w, o) == 1 && is_plain(w, o))
		free_tree(w, o);
	else
		drop(w, o, p);
}
