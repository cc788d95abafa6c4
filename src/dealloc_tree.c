#include "dealloc_plain.h"

#include "dialect.h"
#include "gclist.h"
#include "trashcan.h"

/*
 * Deallocation without frames, while nothing is recorded: same order, same
 * steps counted, same words left as with them.
 *
 * While an object of the tree is taken apart, its refcount word is the cursor
 * and its prev link the object it was found in.  Nobody else can see that: its
 * count is 0, and it is in no list.
 *
 * Here the collector spends its time when there is much garbage; therefore all
 * is inlined into one function, for which the log is compiled away.
 */
#define TREE_INLINE static inline __attribute__((always_inline))

TREE_INLINE uint32_t parent_word(obj_id o)
{
	return BASE_LINKS + 2 * o + 1;
}

/* What it takes to free an object: its columns, far apart, at once. */
TREE_INLINE void prefetch_object(const struct world *w, obj_id o)
{
	__builtin_prefetch(&w->arena.w[BASE_LINKS + 2 * o], 1);
	__builtin_prefetch(&w->arena.w[BASE_RC + o], 1);
	__builtin_prefetch(&w->arena.w[BASE_GC_REFS + o], 1);
	__builtin_prefetch(&w->arena.w[BASE_BODY + 2 * o], 1);
	__builtin_prefetch(&w->arena.w[BASE_META + o], 1);
	__builtin_prefetch(&w->arena.w[BASE_WEAK + o]);
	__builtin_prefetch(&w->arena.w[BASE_SERIAL + o], 1);
}

TREE_INLINE void prefetch_items(const struct world *w, obj_id o)
{
	uint32_t items = plain_items(w, o);
	uint32_t n = obj_n(w, o);

	for (uint32_t i = 0; i < n && i < 8; i++)
		prefetch_object(w, word(w, items + i));
}

/* The last reference to O goes. */
TREE_INLINE void enter(struct world *w, obj_id o, obj_id parent)
{
	prefetch_items(w, o);
	set_word(w, BASE_RC + o, 0);
	w->step++;
	if (obj_tracked(w, o)) {
		gclist_untrack(w, o);
		w->step++;
	}
	set_word(w, parent_word(o), parent);
}

/* Back to what it was found in; 0: all is done. */
TREE_INLINE obj_id leave(struct world *w, obj_id o)
{
	obj_id parent = word(w, parent_word(o));

	set_word(w, parent_word(o), 0);
	set_word(w, BASE_RC + o, 0);
	plain_free(w, o);
	arena_unrecorded(&w->arena);
	return parent;
}

/* Drops a reference that is not the last of a plain object.  Returns false, and
 * does nothing, when what dies needs a frame. */
TREE_INLINE bool drop_other(struct world *w, obj_id o)
{
	uint32_t rc = obj_rc(w, o);

	if (rc == 1 && !dealloc_is_atom(w, o))
		return false;
	if (rc == 1) {
		drop(w, o, NULL);
		arena_unrecorded(&w->arena);
		return true;
	}
	w->step++;
	if (rc != RC_IMMORTAL)
		set_word(w, BASE_RC + o, rc - 1);
	return true;
}

/* Takes the next item out of O, from the last to the first, and moves the
 * cursor on.  0: none is left. */
TREE_INLINE obj_id take_item(struct world *w, obj_id o)
{
	uint32_t items = plain_items(w, o);
	uint32_t n = obj_n(w, o);
	obj_id item = 0;
	uint32_t i;

	for (i = obj_rc(w, o); i < n && !item; i++)
		item = word(w, items + n - 1 - i);
	if (!item)
		return 0;
	set_word(w, items + n - i, 0);
	set_word(w, BASE_RC + o, i);
	return item;
}

TREE_INLINE bool dies_here(const struct world *w, obj_id o)
{
	return obj_rc(w, o) == 1 && is_plain(w, o);
}

struct tree_stop tree_drop(struct world *w, obj_id o)
{
	uint32_t room = trash_room(w);
	bool dies = dies_here(w, o);
	obj_id holder = 0;

	for (;;) {
		arena_unrecorded(&w->arena);
		if (dies_here(w, o) && room) {
			enter(w, o, holder);
			holder = o;
			room--;
		} else if (!drop_other(w, o)) {
			return (struct tree_stop){.object = o, .holder = holder};
		}
		while (holder && !(o = take_item(w, holder))) {
			holder = leave(w, holder);
			room++;
		}
		if (!holder)
			return (struct tree_stop){.trash = dies && trash_waits(w)};
	}
}

/* Turns the links around: from the tree's root on. */
static obj_id reverse(struct world *w, obj_id o)
{
	obj_id found = 0;

	while (o) {
		obj_id parent = word(w, parent_word(o));

		set_word(w, parent_word(o), found);
		found = o;
		o = parent;
	}
	return found;
}

void tree_go_on(struct world *w, struct tree_stop stop)
{
	obj_id next;

	for (obj_id o = reverse(w, stop.holder); o; o = next) {
		uint32_t f = dealloc_push(w, o);

		next = word(w, parent_word(o));
		set_frame_state(w, f, 1);
		set_word(w, frame_extra(w, f, DEALLOC_CURSOR), obj_rc(w, o));
		set_word(w, BASE_RC + o, 0);
		set_word(w, parent_word(o), 0);
		if (w->dialect->trashcan)
			trash_enter(w, 1);
	}
	if (stop.object)
		drop(w, stop.object, NULL);
	else
		trash_leave(w, 0, false);
}

void drop_now(struct world *w, obj_id o, const struct place *p)
{
	struct tree_stop stop;

	if (w->arena.recording) {
		drop(w, o, p);
		return;
	}
	stop = tree_drop(w, o);
	if (!tree_is_gone(stop))
		tree_go_on(w, stop);
}
