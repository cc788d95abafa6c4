#include "dealloc.h"

#include "attrs.h"
#include "callbacks.h"
#include "dealloc_plain.h"
#include "dialect.h"
#include "dict.h"
#include "gccount.h"
#include "gclist.h"
#include "generator_state.h"
#include "lookup.h"
#include "order.h"
#include "passing.h"
#include "trashcan.h"
#include "typecount.h"
#include "weakref.h"

/*
 * FRAME_DEALLOC: an object whose count has reached zero is taken apart
 * (CPython: Objects/typeobject.c, subtype_dealloc; 2.7 also
 * Objects/classobject.c, instance_dealloc).
 *
 * The frame's state is a position in the version's list of stages.  The object
 * itself is named by a plain word: nobody owns it any more, except this frame
 * while __del__ runs (SLOT_SELF).
 */
enum {
	SLOT_SELF,
	SLOT_DEL,
	SLOT_EXCEPTION,
	DEALLOC_SLOTS
};

enum stage {
	STAGE_UNTRACK,
	STAGE_WEAKREFS,     /* cleared, callbacks run */
	STAGE_FINALIZE,     /* __del__ starts */
	STAGE_JUDGE,        /* __del__ is over: does the object live on? */
	STAGE_NEW_WEAKREFS, /* made by __del__: cleared, no callbacks */
	STAGE_CONTENTS,     /* references go, one by one */
	STAGE_FREE,
	STAGE_LEAVE /* the trashcan is emptied, if this was the outermost */
};

/* Flags of the frame. */
enum {
	COUNTED = 1,     /* it is a level of nesting for the trashcan */
	INSTANCE = 2,    /* of a class statement's class */
	BASE_COUNTED = 4 /* what its built-in base does is another level */
};

static const uint8_t stages_before[] = {STAGE_UNTRACK, STAGE_WEAKREFS, STAGE_FINALIZE,
	STAGE_JUDGE, STAGE_NEW_WEAKREFS, STAGE_CONTENTS, STAGE_FREE, STAGE_LEAVE};
static const uint8_t stages_after[] = {STAGE_UNTRACK, STAGE_FINALIZE, STAGE_JUDGE,
	STAGE_WEAKREFS, STAGE_NEW_WEAKREFS, STAGE_CONTENTS, STAGE_FREE, STAGE_LEAVE};

obj_id dealloc_object(const struct world *w, uint32_t f)
{
	return word(w, frame_extra(w, f, DEALLOC_OBJECT));
}

static enum stage stage_of(const struct world *w, uint32_t f)
{
	bool before = w->dialect->weakrefs_before_del ||
		obj_kind(w, dealloc_object(w, f)) == KIND_GENERATOR;

	return before ? stages_before[frame_state(w, f)]
		      : stages_after[frame_state(w, f)];
}

static void next_stage(struct world *w, uint32_t f)
{
	set_frame_state(w, f, frame_state(w, f) + 1);
}

/* The class of O when O owns it: made by a class statement; else 0. */
static obj_id owned_class(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);

	return class && !obj_immortal(w, class) ? class : 0;
}

/* Dropping one reference. */

bool dealloc_is_atom(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_SINGLETON:
	case KIND_INT:
	case KIND_FLOAT:
	case KIND_COMPLEX:
	case KIND_STR:
	case KIND_BYTES:
	case KIND_OBJECT:
		return !owned_class(w, o) && !obj_attrs(w, o) && !obj_weak(w, o);
	default:
		return false;
	}
}

void dealloc_free_blocks(struct world *w, obj_id o)
{
	uint32_t words = obj_payload_words(w, o);

	if (words) {
		block_free(w, obj_payload(w, o), words);
		set_obj_payload(w, o, 0);
	}
	words = obj_attrs_words(w, o);
	if (words) {
		block_free(w, obj_attrs(w, o), words);
		set_word(w, BASE_ATTRS + o, 0);
	}
}

uint32_t dealloc_push(struct world *w, obj_id o)
{
	uint32_t slots = is_plain(w, o) ? 0 : DEALLOC_SLOTS;
	uint32_t f = frame_push(w, FRAME_DEALLOC, 0, slots, DEALLOC_WORDS);

	set_word(w, frame_extra(w, f, DEALLOC_OBJECT), o);
	set_obj_flag(w, o, OBJECT_DYING, true);
	return f;
}

static bool is_binding(const struct place *p)
{
	return p && p->place >= PLACE_LOCAL && p->place <= PLACE_KEY;
}

static void announce_drop(
	struct world *w, obj_id o, const struct place *p, uint32_t was)
{
	struct event e = place_event(w, o, p);

	e.kind = is_binding(p) ? EV_UNBIND : EV_DECREF;
	e.was = was;
	world_record(w, e);
}

void drop(struct world *w, obj_id o, const struct place *p)
{
	uint32_t was = obj_rc(w, o);
	bool dies = was == 1;
	bool atom = dies && dealloc_is_atom(w, o);

	assert(was);
	if (was != RC_IMMORTAL)
		set_word(w, BASE_RC + o, was - 1);
	if (dies && !atom)
		dealloc_push(w, o);
	w->step++;
	if (w->arena.recording)
		announce_drop(w, o, p, was);
	if (atom) {
		dealloc_free_blocks(w, o);
		obj_free(w, o);
	}
}

/* __del__. */

static obj_id find_old_del(const struct world *w, obj_id o)
{
	obj_id name = name_object(N_DEL);
	obj_id found = dict_get(w, obj_field(w, o, OLD_INSTANCE_DICT), name);

	return found ? found
		     : type_lookup(w, obj_field(w, o, OLD_INSTANCE_CLASS), name);
}

obj_id find_del(const struct world *w, obj_id o)
{
	obj_id class;

	if (obj_kind(w, o) == KIND_OLD_INSTANCE)
		return find_old_del(w, o);
	if (obj_kind(w, o) == KIND_GENERATOR)
		return generator_closer(w, o);
	class = owned_class(w, o);
	if (!class || !type_has(w, class, TYPE_HAS_DEL))
		return 0;
	return type_lookup(w, class, name_object(N_DEL));
}

/* Only functions are bound to the object; a staticmethod gives what it wraps,
 * a classmethod binds that to the class, anything else is called as it is. */
void call_del(struct world *w, uint32_t f, obj_id callable, obj_id o)
{
	obj_id self = o;
	uint32_t count = obj_kind(w, callable) == KIND_FUNCTION ||
		obj_kind(w, o) == KIND_GENERATOR;
	uint32_t holds = count ? w->dialect->del_holds : 0, call;

	if (obj_kind(w, callable) == KIND_WRAPPER) {
		count = obj_class(w, callable) == type_object(T_CLASSMETHOD);
		self = obj_class(w, o);
		callable = obj_field(w, callable, WRAPPER_CALLABLE);
	}
	call = frame_push_call(w, f + FRAME_RESULT, callable, &self, count, holds);
	if (count)
		pass_call_frame(w, call,
			obj_kind(w, o) == KIND_GENERATOR ? CALL_DIRECT : CALL_SPECIAL);
}

void del_report(struct world *w, uint32_t slot, obj_id o)
{
	obj_id callable = word(w, slot);
	obj_id class = obj_kind(w, o) == KIND_OLD_INSTANCE
		? obj_field(w, o, OLD_INSTANCE_CLASS)
		: obj_class(w, o);
	obj_id method;

	if (w->dialect->bound_calls && obj_kind(w, callable) == KIND_FUNCTION) {
		gc_count_new(w, FREE_LIST_METHOD);
		method = obj_new_fields(
			w, KIND_METHOD, type_object(T_METHOD), METHOD_WORDS);
		set_obj_field(w, method, METHOD_FUNCTION, callable);
		set_obj_field(w, method, METHOD_SELF, o);
		hold(w, o);
		if (w->dialect->old_classes) {
			set_obj_field(w, method, METHOD_CLASS, class);
			hold(w, class);
		}
		set_word(w, slot, method);
		obj_born(w, method);
		gc_track(w, method);
	}
	frame_push_unraisable(w, obj_kind(w, o) == KIND_GENERATOR ? o : word(w, slot),
		UNRAISABLE_DEL);
}

/* The object lives again while __del__ runs: one reference, this frame's; and
 * the collector sees it (old-style instances of 2.7: only if it stays). */
static void revive(struct world *w, uint32_t f, obj_id o)
{
	set_word(w, BASE_RC + o, 1);
	set_word(w, frame_slot(f, SLOT_SELF), o);
	set_obj_flag(w, o, OBJECT_DYING, false);
	world_event(
		w, (struct event){.kind = EV_FINALIZER, .object = obj_serial(w, o)});
	if (obj_kind(w, o) != KIND_OLD_INSTANCE &&
		type_is_gc(w, obj_class(w, o), obj_kind(w, o)))
		gc_track(w, o);
}

static void finalize(struct world *w, uint32_t f, obj_id o)
{
	obj_id callable = find_del(w, o);

	if (!callable || (w->dialect->del_once && obj_flag(w, o, OBJECT_FINALIZED)))
		return;
	revive(w, f, o);
	save_exception(w, f, SLOT_EXCEPTION);
	set_word(w, frame_slot(f, SLOT_DEL), callable);
	hold(w, callable);
	call_del(w, f, callable, o);
}

/* The slot's reference, which is the caller's now; 0: none. */
static obj_id take_frame_slot(struct world *w, uint32_t f, uint32_t slot)
{
	obj_id o = word(w, frame_slot(f, slot));

	set_word(w, frame_slot(f, slot), 0);
	return o;
}

/* The frame's last act. */
static void leave(struct world *w, uint32_t f)
{
	uint32_t flags = frame_flags(w, f);

	frame_pop(w, 0);
	if (flags & COUNTED)
		trash_leave(w, 1, flags & INSTANCE);
}

static void live_on(struct world *w, uint32_t f, obj_id o)
{
	world_event(w,
		(struct event){.kind = EV_RESURRECT,
			.object = obj_serial(w, o),
			.now = obj_rc(w, o)});
	if (!obj_tracked(w, o) && object_is_gc(w, o))
		gc_track(w, o);
	leave(w, f);
}

/* The reference that kept the object alive during __del__ goes; it dies unless
 * somebody else has one now. */
static void judge(struct world *w, uint32_t f, obj_id o)
{
	uint32_t rc = obj_rc(w, o);

	take_frame_slot(w, f, SLOT_SELF);
	set_word(w, BASE_RC + o, rc - 1);
	if (w->dialect->del_once && type_is_gc(w, obj_class(w, o), obj_kind(w, o)))
		set_obj_flag(w, o, OBJECT_FINALIZED, true);
	if (rc == 1) {
		set_obj_flag(w, o, OBJECT_DYING, true);
		next_stage(w, f);
	}
	world_event(w,
		(struct event){.kind = EV_DECREF,
			.object = obj_serial(w, o),
			.place = PLACE_TEMPORARY,
			.was = rc,
			.now = rc - 1});
	if (rc == 1)
		gc_untrack(w, o);
	else
		live_on(w, f, o);
}

/* Whether everything that the call of __del__ left behind is gone. */
static bool del_settled(struct world *w, uint32_t f, obj_id o)
{
	obj_id callable = word(w, frame_slot(f, SLOT_DEL));

	if (!callable)
		return true;
	if (!word(w, f + FRAME_RESULT) && reg(w, REG_EXCEPTION)) {
		del_report(w, frame_slot(f, SLOT_DEL), o);
		return false;
	}
	if (!call_settled(w, f, callable, UNRAISABLE_DEL))
		return false;
	take_frame_slot(w, f, SLOT_DEL);
	restore_exception(w, f, SLOT_EXCEPTION);
	drop(w, callable, NULL);
	return reg(w, REG_TOP) == f;
}

static void after_del(struct world *w, uint32_t f, obj_id o)
{
	if (!word(w, frame_slot(f, SLOT_SELF)))
		next_stage(w, f);
	else if (del_settled(w, f, o))
		judge(w, f, o);
}

/* Taking the contents out. */

/* A class leaves the list of its base's subclasses. */
static void unlink_subclass(struct world *w, obj_id type)
{
	obj_id base = obj_field(w, type, TYPE_BASE);
	obj_id at = base ? obj_field(w, base, TYPE_SUBCLASSES) : 0;

	if (at == type) {
		set_obj_field(
			w, base, TYPE_SUBCLASSES, obj_field(w, type, TYPE_SIBLING));
		return;
	}
	while (at && obj_field(w, at, TYPE_SIBLING) != type)
		at = obj_field(w, at, TYPE_SIBLING);
	if (at)
		set_obj_field(w, at, TYPE_SIBLING, obj_field(w, type, TYPE_SIBLING));
}

/* What the class statement added is gone, what the built-in base has comes now. */
static void enter_base(struct world *w, uint32_t f, obj_id o)
{
	if (!(frame_flags(w, f) & INSTANCE) || (frame_flags(w, f) & BASE_COUNTED) ||
		!trash_base_levels(w, o))
		return;
	add_frame_flags(w, f, BASE_COUNTED);
	trash_enter(w, 1);
}

static void drop_contents(struct world *w, uint32_t f, obj_id o)
{
	uint32_t cursor = frame_extra(w, f, DEALLOC_CURSOR);
	uint32_t count = dealloc_slots(w, o);
	uint32_t i = word(w, cursor);
	struct place p;
	obj_id child;

	if (i == 0 && obj_kind(w, o) == KIND_TYPE) {
		typecount_discharge(w, o);
		unlink_subclass(w, o);
	}
	if (i == 0 && obj_kind(w, o) == KIND_FRAME)
		pass_frame_end(w, obj_field(w, o, FRAME_OBJECT_CODE));
	while (i < count) {
		if (i == obj_attr_slots(w, o))
			enter_base(w, f, o);
		child = take_slot(w, o, dealloc_slot(w, o, i++), &p);
		if (!child)
			continue;
		set_word(w, cursor, i);
		drop(w, child, &p);
		if (reg(w, REG_TOP) != f)
			return;
	}
	next_stage(w, f);
}

static void free_type_blocks(struct world *w, obj_id o)
{
	if (obj_field(w, o, TYPE_SLOTS))
		block_free(w, obj_field(w, o, TYPE_SLOTS),
			obj_field(w, o, TYPE_SLOT_COUNT));
	if (obj_field(w, o, TYPE_KEYS))
		block_free(w, obj_field(w, o, TYPE_KEYS), SHARED_KEYS_MAX);
}

/* Memory first, then the class, as subtype_dealloc: between the two the frame
 * holds the class. */
static void free_object(struct world *w, uint32_t f, obj_id o)
{
	obj_id class = owned_class(w, o);

	next_stage(w, f);
	set_word(w, frame_extra(w, f, DEALLOC_OBJECT), 0);
	gc_discharge_object(w, o, obj_n(w, o));
	set_word(w, BASE_CLASS + o, 0);
	set_word(w, frame_slot(f, SLOT_SELF), class);
	if (obj_kind(w, o) == KIND_TYPE)
		free_type_blocks(w, o);
	dealloc_free_blocks(w, o);
	obj_free(w, o);
	if (frame_flags(w, f) & BASE_COUNTED)
		trash_leave(w, 1, true);
	if (!class)
		return;
	take_frame_slot(w, f, SLOT_SELF);
	drop(w, class, NULL);
}

/* Whether O is taken apart now, not later. */
static bool begin(struct world *w, uint32_t f, obj_id o)
{
	bool instance = owned_class(w, o) != 0;

	if (!trash_knows(w, o))
		return true;
	if (trash_full(w, instance)) {
		frame_pop(w, 0);
		trash_deposit(w, o);
		return false;
	}
	add_frame_flags(w, f, COUNTED | (instance ? INSTANCE : 0));
	trash_enter(w, 1);
	return true;
}

static void run_stage(struct world *w, uint32_t f, obj_id o)
{
	switch (stage_of(w, f)) {
	case STAGE_UNTRACK:
		next_stage(w, f);
		gc_untrack(w, o);
		if (!begin(w, f, o))
			break;
		if (obj_kind(w, o) == KIND_WEAKREF)
			weakref_clear(w, o);
		if (obj_kind(w, o) == KIND_DICT)
			attrs_order_entries(w, o);
		break;
	case STAGE_WEAKREFS:
		next_stage(w, f);
		if (obj_weak(w, o))
			callbacks_start(w, o);
		break;
	case STAGE_FINALIZE:
		next_stage(w, f);
		finalize(w, f, o);
		break;
	case STAGE_JUDGE:
		after_del(w, f, o);
		break;
	case STAGE_NEW_WEAKREFS:
		next_stage(w, f);
		while (obj_weak(w, o))
			weakref_clear(w, obj_weak(w, o));
		break;
	case STAGE_CONTENTS:
		drop_contents(w, f, o);
		break;
	case STAGE_FREE:
		free_object(w, f, o);
		if (reg(w, REG_TOP) == f)
			leave(w, f);
		break;
	case STAGE_LEAVE:
		leave(w, f);
		break;
	}
}

void dealloc_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);
	obj_id o = dealloc_object(w, f);

	if (!word(w, f + FRAME_SLOT_COUNT)) {
		dealloc_plain(w, f, o);
		return;
	}
	do {
		run_stage(w, f, o);
	} while (reg(w, REG_TOP) == f && frame_kind(w, f) == FRAME_DEALLOC &&
		dealloc_object(w, f) == o);
}
