#include "gc_frame.h"

#include "dialect.h"
#include "number.h"

/* CPython: Modules/gcmodule.c, collect(). */

#define BUDGET 4096u /* objects a call works on while nobody looks */

const char *gc_phase_function(enum gc_phase phase)
{
	static const char *const functions[GC_PHASES] = {
#define PHASE(name, function, step) function,
#include "gc_phase.def"
#undef PHASE
	};

	return functions[phase];
}

int gc_phase_step(enum gc_phase phase)
{
	static const uint8_t steps[GC_PHASES] = {
#define PHASE(name, function, step) step,
#include "gc_phase.def"
#undef PHASE
	};

	return steps[phase];
}

static void set_count(struct world *w, uint32_t generation, uint32_t value)
{
	uint32_t was = reg(w, REG_GC_COUNT + generation);

	if (was == value)
		return;
	set_reg(w, REG_GC_COUNT + generation, value);
	world_event(w,
		(struct event){.kind = EV_COUNT,
			.index = generation,
			.was = was,
			.now = value});
}

static void announce_promotion(struct world *w, uint32_t from, uint32_t to, uint32_t n)
{
	world_event(w,
		(struct event){.kind = EV_PROMOTE, .index = from, .was = to, .now = n});
}

/* The younger generations join the end of the one being collected. */
static bool merge(struct world *w, uint32_t f, uint32_t budget)
{
	uint32_t generation = gc_get(w, f, GC_WORD_GENERATION);

	(void)budget;
	if (generation < 2)
		set_count(w, generation + 1, reg(w, REG_GC_COUNT + generation + 1) + 1);
	for (uint32_t i = 0; i <= generation; i++)
		set_count(w, i, i ? 0 : gc_get(w, f, GC_WORD_LATE));
	for (uint32_t i = 0; i < generation; i++) {
		uint32_t n =
			w->arena.recording ? gclist_length(w, GC_GENERATION_0 + i) : 0;

		if (gclist_empty(w, GC_GENERATION_0 + i))
			continue;
		gclist_merge(w, GC_GENERATION_0 + i, gc_young(w, f));
		announce_promotion(w, i, generation, n);
	}
	return true;
}

/* Forgets what the collection knew about the survivors.  All objects in a row
 * are faster than a walk over a long list. */
static void forget_survivors(struct world *w, obj_id list, bool full)
{
	uint32_t end = reg(w, REG_SLOTS);

	if (!full) {
		for (obj_id o = gc_next(w, list); o != list; o = gc_next(w, o))
			set_word(w, BASE_GC_REFS + o, 0);
		return;
	}
	for (obj_id o = OBJ_FIRST_FREE; o < end; o++) {
		uint32_t value = word(w, BASE_GC_REFS + o);

		if (value && !(value & GC_FLAG_UNREACHABLE))
			set_word(w, BASE_GC_REFS + o, 0);
	}
}

static bool promote(struct world *w, uint32_t f, uint32_t budget)
{
	uint32_t generation = gc_get(w, f, GC_WORD_GENERATION);
	uint32_t survivors = gc_get(w, f, GC_WORD_SURVIVORS);

	(void)budget;
	if (survivors)
		forget_survivors(w, gc_young(w, f), generation == 2);
	if (generation == 2) {
		set_reg(w, REG_GC_LONG_LIVED_PENDING, 0);
		set_reg(w, REG_GC_LONG_LIVED_TOTAL, survivors);
	} else {
		if (generation == 1)
			set_reg(w, REG_GC_LONG_LIVED_PENDING,
				reg(w, REG_GC_LONG_LIVED_PENDING) + survivors);
		gclist_merge(w, gc_young(w, f), gc_old(w, f));
	}
	announce_promotion(w, generation, gc_old(w, f) - GC_GENERATION_0, survivors);
	return true;
}

/* The statistics of gc.get_stats(). */
static void add_stats(
	struct world *w, uint32_t generation, uint32_t found, uint32_t left)
{
	uint32_t at = REG_GC_STATS + 3 * generation;

	set_reg(w, at, reg(w, at) + 1);
	set_reg(w, at + 1, reg(w, at + 1) + found);
	set_reg(w, at + 2, reg(w, at + 2) + left);
}

static bool finish(struct world *w, uint32_t f, uint32_t budget)
{
	uint32_t generation = gc_get(w, f, GC_WORD_GENERATION);
	uint32_t found = gc_get(w, f, GC_WORD_FOUND);
	uint32_t left = gc_get(w, f, GC_WORD_UNCOLLECTABLE);
	obj_id result = 0;

	(void)budget;
	if (!gc_get(w, f, GC_WORD_COUNTED)) {
		gc_set(w, f, GC_WORD_COUNTED, 1);
		gc_debug_end(w, f);
		if (generation == 2)
			gc_clear_free_lists(w);
		add_stats(w, generation, found, left);
	}
	if (!gc_tell(w, f, "stop"))
		return false;
	set_reg(w, REG_GC_COLLECTING, 0);
	set_reg(w, REG_GC_CHARGES, 0);
	set_reg(w, REG_GC_PAID, gc_get(w, f, GC_WORD_CHARGES));
	if (word(w, f + FRAME_DST))
		result = int_new(w, (int64_t)found + left);
	frame_pop(w, result);
	world_event(w,
		(struct event){.kind = EV_GC_END,
			.index = generation,
			.was = left,
			.now = found + left});
	return false;
}

static bool (*const runners[GC_PHASES])(struct world *, uint32_t, uint32_t) = {
	[GC_PHASE_MERGE] = merge,
	[GC_PHASE_UPDATE_REFS] = gc_update_refs,
	[GC_PHASE_SUBTRACT_REFS] = gc_subtract_refs,
	[GC_PHASE_MOVE_UNREACHABLE] = gc_move_unreachable,
	[GC_PHASE_MOVE_REACHABLE] = gc_move_reachable,
	[GC_PHASE_FOLLOW_REACHABLE] = gc_follow_reachable,
	[GC_PHASE_REORDER] = gc_reorder,
	[GC_PHASE_UNTRACK_TUPLES] = gc_untrack_tuples,
	[GC_PHASE_UNTRACK_DICTS] = gc_untrack_dicts,
	[GC_PHASE_PROMOTE] = promote,
	[GC_PHASE_MOVE_FINALIZERS] = gc_move_finalizers,
	[GC_PHASE_MOVE_FINALIZER_REACHABLE] = gc_move_finalizer_reachable,
	[GC_PHASE_HANDLE_WEAKREFS] = gc_handle_weakrefs,
	[GC_PHASE_RUN_CALLBACKS] = gc_run_callbacks,
	[GC_PHASE_FINALIZE_GARBAGE] = gc_finalize_garbage,
	[GC_PHASE_RESURRECT_UPDATE_REFS] = gc_resurrect_update,
	[GC_PHASE_RESURRECT_SUBTRACT_REFS] = gc_resurrect_subtract,
	[GC_PHASE_RESURRECT_MOVE] = gc_resurrect_move,
	[GC_PHASE_CLEAR_WEAKREFS] = gc_clear_weakrefs,
	[GC_PHASE_DELETE_GARBAGE] = gc_delete_garbage,
	[GC_PHASE_HANDLE_FINALIZERS] = gc_handle_finalizers,
	[GC_PHASE_FINISH] = finish,
};

/* Whether a collection by this version and algorithm has the phase now. */
static bool is_wanted(const struct world *w, uint32_t f, enum gc_phase phase)
{
	const struct dialect *d = w->dialect;
	bool five = reg(w, REG_GC_ALGORITHM) == GC_FIVE_STEP;
	bool has_others = gc_get(w, f, GC_WORD_KINDS) & GC_HAS_OTHERS;

	switch (phase) {
	case GC_PHASE_MOVE_UNREACHABLE:
		return !five;
	case GC_PHASE_MOVE_REACHABLE:
	case GC_PHASE_FOLLOW_REACHABLE:
	case GC_PHASE_REORDER:
		return five;
	case GC_PHASE_UNTRACK_TUPLES:
		return d->untrack_tuples && (five || !d->untrack_in_walk) &&
			(gc_get(w, f, GC_WORD_KINDS) & GC_HAS_TUPLES);
	case GC_PHASE_UNTRACK_DICTS:
		return d->untrack_dicts && gc_get(w, f, GC_WORD_GENERATION) == 2 &&
			(gc_get(w, f, GC_WORD_KINDS) & GC_HAS_DICTS);
	case GC_PHASE_MOVE_FINALIZERS:
		return d->legacy_finalizers && !gclist_empty(w, GC_UNREACHABLE);
	case GC_PHASE_MOVE_FINALIZER_REACHABLE:
	case GC_PHASE_HANDLE_FINALIZERS:
		return !gclist_empty(w, GC_FINALIZERS);
	case GC_PHASE_HANDLE_WEAKREFS:
		return !gclist_empty(w, GC_UNREACHABLE) &&
			(has_others || d->count_before);
	case GC_PHASE_RUN_CALLBACKS:
		return gc_get(w, f, GC_WORD_QUEUED);
	case GC_PHASE_FINALIZE_GARBAGE:
		return !d->legacy_finalizers && has_others &&
			!gclist_empty(w, GC_UNREACHABLE);
	case GC_PHASE_RESURRECT_UPDATE_REFS:
	case GC_PHASE_RESURRECT_SUBTRACT_REFS:
	case GC_PHASE_RESURRECT_MOVE:
		return !d->legacy_finalizers && !gclist_empty(w, GC_UNREACHABLE);
	case GC_PHASE_CLEAR_WEAKREFS:
		return d->weakrefs_late && !gclist_empty(w, gc_trash(w));
	case GC_PHASE_DELETE_GARBAGE:
		return !gclist_empty(w, gc_trash(w));
	default:
		return true;
	}
}

static void next_phase(struct world *w, uint32_t f)
{
	enum gc_phase was = (enum gc_phase)frame_state(w, f);
	enum gc_phase now = (enum gc_phase)(was + 1);

	if (was < GC_PHASE_HANDLE_WEAKREFS) {
		while (now < GC_PHASE_HANDLE_WEAKREFS && !is_wanted(w, f, now))
			now++;
		if (now == GC_PHASE_HANDLE_WEAKREFS)
			gc_debug_trash(w);
	}
	while (!is_wanted(w, f, now))
		now++;
	set_frame_state(w, f, now);
	gc_set(w, f, GC_WORD_CURSOR, 0);
	world_event(w, (struct event){.kind = EV_GC_PHASE, .was = was, .now = now});
}

bool gc_start(struct world *w, uint32_t generation, bool automatic, uint32_t dst)
{
	uint32_t f;

	if (reg(w, REG_GC_COLLECTING))
		return false;
	f = frame_push(w, FRAME_GC, dst, GC_SLOTS, GC_WORDS);
	set_reg(w, REG_GC_COLLECTING, f);
	gc_set(w, f, GC_WORD_GENERATION, generation);
	gc_set(w, f, GC_WORD_AUTOMATIC, automatic);
	set_reg(w, REG_GC_PENDING, 0);
	world_event(w,
		(struct event){
			.kind = EV_GC_START, .index = generation, .now = automatic});
	return true;
}

bool gc_start_silently(struct world *w)
{
	if (!gc_start(w, 2, false, 0))
		return false;
	gc_set(w, reg(w, REG_TOP), GC_WORD_SILENT, 1);
	return true;
}

/* Those who want to know are told before anything happens. */
static bool begin(struct world *w, uint32_t f)
{
	if (!gc_tell(w, f, "start"))
		return false;
	gc_debug_start(w, f);
	return true;
}

void gc_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);
	enum gc_phase phase = (enum gc_phase)frame_state(w, f);

	if (phase == GC_PHASE_IDLE && !begin(w, f))
		return;
	if (phase == GC_PHASE_IDLE ||
		runners[phase](w, f, w->arena.recording ? 1 : BUDGET))
		next_phase(w, f);
}

bool gc_charge(struct world *w, enum free_list list)
{
	int generation;

	if (!gc_count_new(w, list) || !reg(w, REG_GC_PENDING) ||
		w->dialect->gc_at_breaker)
		return true;
	generation = gc_due(w);
	if (generation < 0 || !gc_start(w, (uint32_t)generation, true, 0))
		return true;
	gc_set(w, reg(w, REG_TOP), GC_WORD_CHARGES, reg(w, REG_GC_CHARGES));
	return false;
}

bool gc_breaker(struct world *w)
{
	int generation = gc_oldest_over(w);
	uint32_t due = reg(w, REG_GC_PENDING), count = reg(w, REG_GC_COUNT);

	if (!due)
		return false;
	set_reg(w, REG_GC_PENDING, 0);
	if (!reg(w, REG_GC_ENABLED) || generation < 0 ||
		!gc_start(w, (uint32_t)generation, true, 0))
		return false;
	if (!w->dialect->gc_at_breaker)
		gc_set(w, reg(w, REG_TOP), GC_WORD_LATE, count > due ? count - due : 0);
	return true;
}

struct gc_state gc_state(const struct world *w)
{
	uint32_t f = reg(w, REG_GC_COLLECTING);
	obj_id cursor;

	if (!f)
		return (struct gc_state){.phase = GC_PHASE_IDLE};
	cursor = gc_get(w, f, GC_WORD_CURSOR);
	return (struct gc_state){
		.phase = (enum gc_phase)frame_state(w, f),
		.generation = gc_get(w, f, GC_WORD_GENERATION),
		.automatic = gc_get(w, f, GC_WORD_AUTOMATIC),
		.object = cursor >= GC_LISTS_END ? cursor : 0,
		.frame = f,
	};
}
