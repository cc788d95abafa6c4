#define ARENA_UNRECORDED

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
 * What would nest too deep goes into the trashcan, which is emptied where the end
 * of a frame would (trash_leave): what comes out of it are trees, too, on top of
 * what was under way.
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
	__builtin_prefetch(&w->arena.w[BASE_SERIAL + o], 1);
}

/* Objects nearer than this are in the cache, or will be without being asked for. */
#define NEAR 256u

TREE_INLINE void prefetch_items(const struct world *w, obj_id o)
{
	uint32_t items = plain_items(w, o);
	uint32_t n = obj_n(w, o);

	for (uint32_t i = 0; i < n && i < 8; i++) {
		obj_id item = word(w, items + i);

		if (item - o + NEAR > 2 * NEAR)
			prefetch_object(w, item);
	}
}

struct tree {
	struct world *w;
	obj_id holder; /* is being taken apart; 0: nothing */
	bool emptying; /* the holder's tree came out of the trashcan ... */
	obj_id below;  /* ... and this waits until that is empty; 0: nothing */
	struct trash_room room;
};

/* The last reference to O goes. */
TREE_INLINE void die(struct world *w, obj_id o)
{
	set_word(w, BASE_RC + o, 0);
	w->step++;
	if (obj_tracked(w, o)) {
		gclist_untrack(w, o);
		w->step++;
	}
}

TREE_INLINE void enter(struct tree *t, obj_id o)
{
	prefetch_items(t->w, o);
	set_word(t->w, parent_word(o), t->holder);
	t->holder = o;
	t->room.left--;
}

/* Back to what the holder, which is empty, was found in. */
TREE_INLINE void leave(struct tree *t)
{
	struct world *w = t->w;
	obj_id o = t->holder;

	t->holder = word(w, parent_word(o));
	set_word(w, parent_word(o), 0);
	set_word(w, BASE_RC + o, 0);
	plain_free(w, o);
	t->room.left++;
	if (!reg(w, REG_TRASH) || t->room.left < t->room.to_empty)
		return;
	t->below = t->holder;
	t->holder = 0;
	t->emptying = true;
	t->room.left--;
}

/* Goes on with what is in the trashcan.  Returns false, and does nothing, when
 * that needs a frame. */
TREE_INLINE bool empty_trashcan(struct tree *t)
{
	struct world *w = t->w;
	obj_id o = reg(w, REG_TRASH);

	if (o && !is_plain(w, o))
		return false;
	if (o) {
		set_reg(w, REG_TRASH, gc_prev(w, o));
		enter(t, o);
		return true;
	}
	t->holder = t->below;
	t->below = 0;
	t->emptying = false;
	t->room.left++;
	return true;
}

/* Drops a reference, if that can be done without a frame; else returns false, and
 * does nothing. */
TREE_INLINE bool drop_other(struct world *w, obj_id o)
{
	if (drop_kept(w, o))
		return true;
	if (!dealloc_is_atom(w, o))
		return false;
	drop(w, o, NULL);
	return true;
}

/* The same; plain objects need none. */
TREE_INLINE bool drop_one(struct tree *t, obj_id o)
{
	struct world *w = t->w;

	if (obj_rc(w, o) != 1 || !is_plain(w, o))
		return drop_other(w, o);
	die(w, o);
	if (t->room.left) {
		enter(t, o);
		return true;
	}
	set_obj_flag(w, o, OBJECT_DYING, true);
	trash_deposit(w, o);
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

/* The next reference that goes.  0: all is gone or, while the trashcan is being
 * emptied, what comes out of it needs a frame. */
TREE_INLINE obj_id next_reference(struct tree *t)
{
	obj_id o = 0;

	do {
		while (t->holder && !(o = take_item(t->w, t->holder)))
			leave(t);
	} while (!o && t->emptying && empty_trashcan(t));
	return o;
}

bool tree_drop(struct world *w, obj_id o, struct tree_stop *stop)
{
	struct tree t = {.w = w, .room = trash_room(w)};

	assert(!w->arena.recording);
	while (o && drop_one(&t, o))
		o = next_reference(&t);
	if (!o && !t.emptying)
		return true;
	*stop = (struct tree_stop){o, t.holder, t.emptying, t.below};
	return false;
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

/* For HOLDER and all that it was found in. */
static void push_frames(struct world *w, obj_id holder)
{
	obj_id next;

	for (obj_id o = reverse(w, holder); o; o = next) {
		uint32_t f = dealloc_push(w, o);

		next = word(w, parent_word(o));
		set_frame_state(w, f, 1);
		set_word(w, frame_extra(w, f, DEALLOC_CURSOR), obj_rc(w, o));
		set_word(w, BASE_RC + o, 0);
		set_word(w, parent_word(o), 0);
		if (w->dialect->trashcan)
			trash_enter(w, 1);
	}
}

void tree_go_on(struct world *w, const struct tree_stop *stop)
{
	push_frames(w, stop->below);
	if (stop->emptying)
		trash_begin(w);
	push_frames(w, stop->holder);
	if (stop->object)
		drop(w, stop->object, NULL);
}
