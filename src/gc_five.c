#include <stdlib.h>

#include "gc_frame.h"
#include "gc_visit.h"
#include "xalloc.h"

/*
 * The textbook's steps 3 and 4: what has gc_refs > 0 moves to a new list; then
 * everything that this list refers to, until nothing more does.
 *
 * Their order of survivors is not the one that CPython's single walk leaves.
 * So that a program's future does not depend on the picture, the list as it was
 * is kept behind the words of the frame during these steps, and REORDER walks
 * it once as CPython does.
 */
#define KEPT (1u << 31) /* in the list as it was: gc_refs was > 0 */

static uint32_t list_start(const struct world *w, uint32_t f)
{
	return frame_extra(w, f, GC_WORDS);
}

static void grow_frame(struct world *w, uint32_t f, uint32_t words)
{
	set_word(w, f + FRAME_SIZE, word(w, f + FRAME_SIZE) + words);
	set_reg(w, REG_SP, f + word(w, f + FRAME_SIZE));
}

static void remember(struct world *w, uint32_t f, obj_id o, uint32_t refs)
{
	uint32_t at = gc_get(w, f, GC_WORD_SEEN);

	set_word(w, list_start(w, f) + at, o | (refs ? KEPT : 0));
	gc_set(w, f, GC_WORD_SEEN, at + 1);
}

/* Step 3. */
bool gc_move_reachable(struct world *w, uint32_t f, uint32_t budget)
{
	obj_id list = gc_young(w, f);
	struct gc_pass p = gc_pass(w, list, true);
	obj_id o = gc_cursor(w, f, list);

	if (!gc_get(w, f, GC_WORD_CURSOR))
		grow_frame(w, f, gc_get(w, f, GC_WORD_LENGTH));
	for (; o != list && budget; budget--) {
		obj_id next = gc_next(w, o);
		uint32_t refs = gc_refs(w, o);

		remember(w, f, o, refs);
		if (refs) {
			set_gc_word(w, o, refs | GC_FLAG_REACHED);
			gclist_move(w, o, GC_REACHABLE);
		} else {
			set_gc_word(w, o, GC_FLAG_COLLECTING | GC_FLAG_UNREACHABLE);
		}
		gc_object_event(&p, refs ? EV_KEEP : EV_SET_ASIDE, o, refs);
		o = next;
	}
	gc_pass_end(&p);
	return gc_walk_stops(w, f, list, o);
}

GC_INLINE void visit_follow(struct gc_pass *p, obj_id from, uint32_t slot, obj_id to)
{
	if (!(gc_word(p->w, to) & GC_FLAG_UNREACHABLE))
		return;
	gc_put_word(p, to, GC_FLAG_REACHED | 1);
	gc_move(p, to, GC_REACHABLE);
	gc_reference_event(p, EV_RESCUE, from, slot, to, 0);
}

/* Step 4.  What nothing reached stays behind, in its old order. */
bool gc_follow_reachable(struct world *w, uint32_t f, uint32_t budget)
{
	struct gc_pass p = gc_pass(w, GC_REACHABLE, true);
	obj_id o = gc_cursor(w, f, GC_REACHABLE);
	bool over;

	for (; o != GC_REACHABLE && budget; budget--) {
		gc_visit(&p, o, visit_follow);
		o = gc_next(w, o);
	}
	gc_pass_end(&p);
	over = gc_walk_stops(w, f, GC_REACHABLE, o);
	if (over)
		gclist_merge(w, gc_young(w, f), GC_UNREACHABLE);
	return over;
}

/* The walk of move_unreachable, on a copy. */
enum walk_state {
	STATE_OUTSIDE,
	STATE_AHEAD,
	STATE_MARKED,
	STATE_ASIDE,
	STATE_DONE
};

struct walk {
	struct world *w;
	uint8_t *state; /* by object */
	obj_id *order;  /* those that came back */
	uint32_t end;
};

static void walk_references(struct walk *k, obj_id o)
{
	uint32_t n = visited_count(k->w, o);

	for (uint32_t i = 0; i < n; i++) {
		obj_id to = visited_target(k->w, visited_slot(k->w, o, i));

		if (k->state[to] == STATE_ASIDE)
			k->order[k->end++] = to;
		if (k->state[to] == STATE_ASIDE || k->state[to] == STATE_AHEAD)
			k->state[to] = STATE_MARKED;
	}
}

/* Fills STAY with those that keep their place; returns how many. */
static uint32_t walk_list(struct walk *k, obj_id *stay, uint32_t start, uint32_t length)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < length; i++) {
		uint32_t entry = word(k->w, start + i);

		k->state[entry & ~KEPT] = entry & KEPT ? STATE_MARKED : STATE_AHEAD;
	}
	for (uint32_t i = 0; i < length; i++) {
		obj_id o = word(k->w, start + i) & ~KEPT;

		if (k->state[o] != STATE_MARKED) {
			k->state[o] = STATE_ASIDE;
			continue;
		}
		k->state[o] = STATE_DONE;
		stay[n++] = o;
		walk_references(k, o);
	}
	for (uint32_t i = 0; i < k->end; i++) {
		k->state[k->order[i]] = STATE_DONE;
		walk_references(k, k->order[i]);
	}
	return n;
}

static void relink(struct world *w, obj_id list, const obj_id *order, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		gclist_append(w, list, order[i]);
}

bool gc_reorder(struct world *w, uint32_t f, uint32_t budget)
{
	uint32_t length = gc_get(w, f, GC_WORD_LENGTH);
	obj_id list = gc_young(w, f);
	obj_id *stay = xcalloc(length + 1, sizeof(*stay));
	struct walk k = {.w = w,
		.state = xcalloc(reg(w, REG_SLOTS), 1),
		.order = xcalloc(length + 1, sizeof(*k.order))};
	uint32_t n = walk_list(&k, stay, list_start(w, f), length);

	(void)budget;
	gclist_init(w, GC_REACHABLE);
	relink(w, list, stay, n);
	relink(w, list, k.order, k.end);
	gc_set(w, f, GC_WORD_SURVIVORS, n + k.end);
	gc_set(w, f, GC_WORD_SEEN, 0);
	grow_frame(w, f, -length);
	world_event(w, (struct event){.kind = EV_REORDER, .now = n + k.end});
	free(stay);
	free(k.state);
	free(k.order);
	return true;
}
