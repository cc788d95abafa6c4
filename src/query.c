#include "query.h"

#include <stdlib.h>

#include <string.h>

#include "codeobject.h"
#include "i18n.h"
#include "query_pages.h"
#include "xalloc.h"

/* Objects still to be looked at. */
struct work {
	obj_id *items;
	uint32_t count;
};

static void push(struct query *q, struct work *work, obj_id o, uint16_t mark)
{
	if (!o || (q->marks[o] & mark) == mark)
		return;
	q->marks[o] |= mark;
	work->items[work->count++] = o;
}

/* What only gc.garbage leads to is not reachable, but kept by it. */
static void spread(struct query *q, struct work *work, uint16_t mark)
{
	while (work->count > 0) {
		obj_id o = work->items[--work->count];
		bool ends = mark & QUERY_REACHABLE && o == reg(q->w, REG_GARBAGE);
		uint32_t slots = ends ? 0 : obj_slots(q->w, o);

		for (uint32_t i = 0; i < slots; i++)
			push(q, work, obj_slot(q->w, o, i), mark);
	}
}

bool query_is_firm(const struct world *w, const struct reference *r)
{
	const struct code *code;
	obj_id o;

	if (r->holder == HOLDER_REGISTER)
		return r->index != REG_EXCEPTION;
	if (frame_kind(w, r->frame) != FRAME_PYTHON || r->index >= FRAME_INDEX_OBJECT)
		return false;
	o = word(w, frame_slot(r->frame, PY_CODE));
	if (!o || r->index < PY_FIRST)
		return o && r->index < PY_EXTRA;
	code = code_of(w, o);
	return r->index - PY_FIRST <
		(uint32_t)code->local_count + code->cell_count + code->free_count;
}

static void push_roots(struct query *q, struct work *work, bool firm, uint16_t mark)
{
	struct reference_cursor c = {0};
	struct reference r;

	while (query_reference(q->w, &c, &r) && r.holder != HOLDER_OBJECT) {
		if ((r.holder != HOLDER_REGISTER || r.index != REG_GARBAGE) &&
			query_is_firm(q->w, &r) == firm)
			push(q, work, r.target, mark);
	}
}

static void mark_reachable(struct query *q)
{
	struct work work = {xcalloc(q->slots, sizeof(obj_id)), 0};

	push_roots(q, &work, true, QUERY_REACHABLE | QUERY_FIRM);
	spread(q, &work, QUERY_REACHABLE | QUERY_FIRM);
	push_roots(q, &work, false, QUERY_REACHABLE);
	for (obj_id o = OBJ_FIRST_FREE; o < q->slots; o++) {
		if (q->marks[o] & QUERY_HELD)
			push(q, &work, o, QUERY_REACHABLE);
	}
	spread(q, &work, QUERY_REACHABLE);
	push(q, &work, reg(q->w, REG_GARBAGE), QUERY_GARBAGE);
	spread(q, &work, QUERY_GARBAGE);
	free(work.items);
}

void query_find_lists(struct query *q)
{
	memset(q->list, 0, q->slots);
	for (obj_id head = GC_LIST_FIRST; head < GC_LISTS_END; head++) {
		if (!gc_next(q->w, head))
			continue;
		for (obj_id o = gc_next(q->w, head); o != head; o = gc_next(q->w, o))
			q->list[o] = (uint8_t)head;
	}
}

/* Whether only values without references are in it, and classes. */
static bool holds_atoms_only(const struct world *w, obj_id o)
{
	uint32_t slots = obj_slots(w, o);

	for (uint32_t i = 0; i < slots; i++) {
		obj_id target = obj_slot(w, o, i);

		if (target && !obj_immortal(w, target) &&
			obj_kind(w, target) != KIND_TYPE &&
			(obj_is_gc(w, target) || obj_kind(w, target) == KIND_OBJECT))
			return false;
	}
	return true;
}

bool query_is_atom(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_SINGLETON:
	case KIND_INT:
	case KIND_FLOAT:
	case KIND_COMPLEX:
	case KIND_STR:
	case KIND_BYTES:
	case KIND_RANGE:
	case KIND_SLICE:
		return obj_class(w, o) < OBJ_FIRST_FREE;
	case KIND_TUPLE:
		return holds_atoms_only(w, o);
	default:
		return false;
	}
}

static void own(struct query *q, obj_id part, obj_id owner)
{
	if (part)
		q->owner[part] = owner;
}

static void own_fields(struct query *q, obj_id o, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i <= last; i++)
		own(q, obj_field(q->w, o, i), o);
}

/* What a class's bases know it by; a program that asks for a weak reference to the
 * class shares it. */
static void own_weakref(struct query *q, obj_id class)
{
	obj_id ref = obj_field(q->w, class, TYPE_WEAKREF);

	if (ref && obj_rc(q->w, ref) == 1)
		own(q, ref, class);
}

/* Parts that belong to one object and are not shown apart from it. */
static void find_parts(struct query *q, obj_id o)
{
	const struct world *w = q->w;
	uint32_t attrs = obj_attrs(w, o);

	if (attrs)
		own(q, word(w, attrs + ATTRS_DICT), o);
	switch (obj_kind(w, o)) {
	case KIND_TYPE:
		own_fields(q, o, TYPE_DICT, TYPE_BASES);
		own_weakref(q, o);
		break;
	case KIND_OLD_CLASS:
		own_fields(q, o, OLD_CLASS_BASES, OLD_CLASS_DICT);
		break;
	case KIND_OLD_INSTANCE:
		own(q, obj_field(w, o, OLD_INSTANCE_DICT), o);
		break;
	case KIND_FUNCTION:
		own_fields(q, o, FUNCTION_DEFAULTS, FUNCTION_KWDEFAULTS);
		own_fields(q, o, FUNCTION_DICT, FUNCTION_ANNOTATIONS);
		break;
	case KIND_MODULE:
		own(q, obj_field(w, o, MODULE_DICT), o);
		break;
	case KIND_EXCEPTION:
		own(q, obj_field(w, o, EXCEPTION_ARGS), o);
		break;
	default:
		break;
	}
}

static void classify(struct query *q)
{
	for (obj_id o = OBJ_NONE; o < q->slots; o++) {
		if (obj_kind(q->w, o) == KIND_NONE) {
			q->marks[o] |= QUERY_FREE;
			continue;
		}
		if (obj_immortal(q->w, o))
			q->marks[o] |= QUERY_IMMORTAL;
		if (obj_flag(q->w, o, OBJECT_UNCOLLECTABLE))
			q->marks[o] |= QUERY_FLAGGED;
		if (query_is_atom(q->w, o))
			q->marks[o] |= QUERY_ATOM;
		find_parts(q, o);
	}
}

bool query_is_held(const struct query *q, obj_id o)
{
	return obj_kind(q->w, o) != KIND_NONE && !obj_immortal(q->w, o) &&
		obj_rc(q->w, o) > q->holders[o];
}

/* A part that another object refers to has a life of its own; an object with
 * more references than holders is held by the operation that is under way. */
static void count_holders(struct query *q)
{
	struct reference_cursor c = {0};
	struct reference r;
	uint32_t *holders = q->holders;

	while (query_reference(q->w, &c, &r) && r.holder != HOLDER_OBJECT)
		holders[r.target]++;
	for (obj_id o = OBJ_NONE; o < q->slots; o++) {
		uint32_t slots = q->marks[o] & QUERY_FREE ? 0 : obj_slots(q->w, o);

		for (uint32_t i = 0; i < slots; i++) {
			obj_id target = obj_slot(q->w, o, i);

			holders[target]++;
			if (q->owner[target] && q->owner[target] != o)
				q->marks[target] |= QUERY_SHARED;
		}
	}
	for (obj_id o = OBJ_FIRST_FREE; o < q->slots; o++) {
		if (query_is_held(q, o))
			q->marks[o] |= QUERY_HELD;
	}
}

void query_init(struct query *q, const struct world *w, uint32_t first_serial)
{
	*q = (struct query){.w = w, .first_serial = first_serial};
	q->slots = reg(w, REG_SLOTS);
	q->gc = gc_state(w);
	q->list = xcalloc(q->slots + 1, 1);
	q->marks = xcalloc(q->slots + 1, sizeof(*q->marks));
	q->owner = xcalloc(q->slots + 1, sizeof(*q->owner));
	q->holders = xcalloc(q->slots + 1, sizeof(*q->holders));
	q->pages = xcalloc(q->slots / PAGE_SLOTS + 1, sizeof(*q->pages));
	query_find_lists(q);
	classify(q);
	count_holders(q);
	mark_reachable(q);
}

void query_free(struct query *q)
{
	free(q->list);
	free(q->marks);
	free(q->owner);
	free(q->holders);
	free(q->pages);
}

/* Whether the collection has told what is unreachable for good. */
static bool is_decided(enum gc_phase phase)
{
	return gc_phase_step(phase) == 5;
}

static enum object_state collected_state(const struct query *q, obj_id o)
{
	if (obj_flag(q->w, o, OBJECT_UNCOLLECTABLE))
		return STATE_UNCOLLECTABLE;
	if (gc_flag(q->w, o, GC_FLAG_UNREACHABLE))
		return is_decided(q->gc.phase) ? STATE_UNREACHABLE : STATE_SET_ASIDE;
	return gc_flag(q->w, o, GC_FLAG_REACHED) ? STATE_REACHABLE : STATE_CANDIDATE;
}

bool query_is_collected(const struct query *q, obj_id o)
{
	return q->gc.phase != GC_PHASE_IDLE && q->list[o] &&
		gc_flag(q->w, o,
			GC_FLAG_COLLECTING | GC_FLAG_REACHED | GC_FLAG_UNREACHABLE);
}

enum object_state query_state(const struct query *q, obj_id o)
{
	if (obj_kind(q->w, o) == KIND_NONE)
		return STATE_FREED;
	if (query_is_collected(q, o))
		return collected_state(q, o);
	if (q->marks[o] & QUERY_REACHABLE || obj_immortal(q->w, o))
		return STATE_LIVE;
	return q->marks[o] & QUERY_GARBAGE ? STATE_UNCOLLECTABLE : STATE_DEAD;
}

const char *state_word(enum object_state s)
{
	static const char *const words[STATE_COUNT] = {
		[STATE_LIVE] = N_("live"),
		[STATE_DEAD] = N_("dead"),
		[STATE_CANDIDATE] = N_("candidate"),
		[STATE_REACHABLE] = N_("reachable"),
		[STATE_SET_ASIDE] = N_("set aside"),
		[STATE_UNREACHABLE] = N_("unreachable"),
		[STATE_UNCOLLECTABLE] = N_("uncollectable"),
		[STATE_FREED] = N_("freed"),
	};

	return _(words[s]);
}

const char *state_mark(enum object_state s)
{
	static const char *const marks[STATE_COUNT] = {
		[STATE_LIVE] = "",
		[STATE_DEAD] = "D",
		[STATE_CANDIDATE] = ".",
		[STATE_REACHABLE] = "R",
		[STATE_SET_ASIDE] = "?",
		[STATE_UNREACHABLE] = "X",
		[STATE_UNCOLLECTABLE] = "U",
		[STATE_FREED] = "freed",
	};

	return marks[s];
}

const char *query_list_name(enum gc_list list)
{
	static const char *const names[GC_LISTS_END] = {
		[GC_GENERATION_0] = N_("generation 0"),
		[GC_GENERATION_1] = N_("generation 1"),
		[GC_GENERATION_2] = N_("generation 2"),
		[GC_PERMANENT] = N_("frozen"),
		[GC_REACHABLE] = N_("reachable"),
		[GC_UNREACHABLE] = N_("unreachable"),
		[GC_FINALIZERS] = N_("with __del__"),
		[GC_STILL_UNREACHABLE] = N_("still unreachable"),
		[GC_CALLBACKS] = N_("callbacks to run"),
		[GC_SEEN] = N_("__del__ has run"),
		[GC_FROZEN] = N_("frozen"),
	};

	return _(names[list]);
}
