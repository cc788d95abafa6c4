#include "op_subscr.h"

#include "attr.h"
#include "dialect.h"
#include "gc.h"
#include "number.h"
#include "special.h"
#include "subscript.h"

/*
 * o[a:b] of 2.7 and 3.12+, whose bounds are on the stack without a slice object.
 *
 * 2.7's built-in sequences take the bounds as they are, and instances may have
 * __getslice__ and its kin; in all other cases a slice is made, which PY_EXTRA
 * keeps until the end.
 */
enum access {
	ACCESS_LOAD,
	ACCESS_STORE,
	ACCESS_DELETE
};

struct slice_site {
	uint32_t base;        /* first operand's word: value, or object */
	uint32_t count;       /* operands */
	obj_id value, object; /* value 0: none */
	obj_id parts[3];
};

static struct slice_site slice_site(
	const struct world *w, uint32_t f, const struct op *op, enum access access)
{
	uint32_t bounds = (op->arg & 1 ? 1u : 0) + (op->arg & 2 ? 1u : 0);
	uint32_t stored = access == ACCESS_STORE;
	struct slice_site s = {.count = stored + 1 + bounds};
	uint32_t first;

	s.base = slot_at(f, op->sp - s.count);
	first = s.base + stored + 1;
	s.value = stored ? word(w, s.base) : 0;
	s.object = word(w, s.base + stored);
	s.parts[0] = op->arg & 1 ? word(w, first) : OBJ_NONE;
	s.parts[1] = op->arg & 2 ? word(w, first + bounds - 1) : OBJ_NONE;
	s.parts[2] = OBJ_NONE;
	return s;
}

/* Puts RESULT in the operands' place; what was removed goes, then they. */
static enum flow slice_done(struct world *w, uint32_t f, const struct slice_site *s,
	const struct removed *r, obj_id result)
{
	uint32_t extra = frame_slot(f, PY_EXTRA);
	struct owned list[5];

	for (uint32_t i = 0; i < s->count; i++) {
		list[i] = (struct owned){.object = word(w, s->base + i)};
		set_word(w, s->base + i, 0);
	}
	list[s->count] = (struct owned){.object = word(w, extra)};
	set_word(w, extra, 0);
	if (result)
		set_word(w, s->base, result);
	drop_removed(w, r, list, s->count + 1);
	return FLOW_NEXT;
}

/* A bound for __getslice__: missing ones are 0 and the largest int. */
static obj_id slice_bound(struct world *w, obj_id o, int64_t missing)
{
	if (o == OBJ_NONE)
		return int_new(w, missing);
	hold(w, o);
	return o;
}

/* 2.7: o.__getslice__(i, j); false: there is no such method. */
static bool call_old_method(
	struct world *w, uint32_t f, enum access access, const struct slice_site *s)
{
	static const enum name names[] = {N_GETSLICE, N_SETSLICE, N_DELSLICE};
	obj_id function = special(w, s->object, names[access]);
	obj_id arguments[4] = {s->object, 0, 0, s->value};

	if (!function)
		return false;
	arguments[1] = slice_bound(w, s->parts[0], 0);
	arguments[2] = slice_bound(w, s->parts[1], INT64_MAX);
	set_frame_state(w, f, 1);
	push_hook(w, function, arguments, s->value ? 4 : 3, f + FRAME_RESULT);
	drop(w, arguments[1], NULL);
	drop(w, arguments[2], NULL);
	return true;
}

static enum outcome by_parts(struct world *w, enum access access,
	const struct slice_site *s, struct removed *r, obj_id *result)
{
	if (access == ACCESS_LOAD)
		return subscript_load_parts(w, s->object, s->parts, result);
	return subscript_store_parts(w, s->object, s->parts, s->value, r);
}

static enum outcome by_slice(struct world *w, uint32_t f, enum access access,
	const struct slice_site *s, struct removed *r, obj_id *result)
{
	obj_id slice = word(w, frame_slot(f, PY_EXTRA));

	if (access == ACCESS_LOAD)
		return subscript_load(w, s->object, slice, f + FRAME_RESULT, result);
	return subscript_store(w, s->object, slice, s->value, f + FRAME_RESULT, r);
}

/* False: a collection runs first. */
static bool make_slice(struct world *w, uint32_t f, const struct slice_site *s)
{
	uint32_t extra = frame_slot(f, PY_EXTRA);

	if (word(w, extra))
		return true;
	if (!gc_charge(w, FREE_LIST_SLICE))
		return false;
	hold(w, s->parts[0]);
	hold(w, s->parts[1]);
	set_word(w, extra, slice_object(w, s->parts[0], s->parts[1], OBJ_NONE));
	return true;
}

/* The value is the list's own now, unless it was a sequence of items. */
static void give_value(struct world *w, const struct slice_site *s)
{
	if (s->value)
		set_word(w, s->base, 0);
}

static enum flow slice_access(
	struct world *w, uint32_t f, const struct op *op, enum access access)
{
	static const enum name names[] = {N_GETITEM, N_SETITEM, N_DELITEM};
	struct slice_site s = slice_site(w, f, op, access);
	bool two = w->dialect->version.major == 2;
	struct removed r = {0};
	obj_id result = 0;
	enum outcome outcome = OUT_UNKNOWN;

	if (frame_state(w, f)) {
		result = take_result(w, f);
		r.a = access == ACCESS_LOAD ? 0 : result;
		return slice_done(w, f, &s, &r, access == ACCESS_LOAD ? result : 0);
	}
	s.object = unproxy(w, s.object);
	if (!s.object)
		return FLOW_STAY;
	if (two && call_old_method(w, f, access, &s))
		return FLOW_STAY;
	if (two && !overrides(w, s.object, names[access]))
		outcome = by_parts(w, access, &s, &r, &result);
	if (outcome == OUT_UNKNOWN) {
		if (!make_slice(w, f, &s))
			return FLOW_STAY;
		outcome = by_slice(w, f, access, &s, &r, &result);
	}
	switch (outcome) {
	case OUT_VALUE:
		give_value(w, &s);
		return slice_done(w, f, &s, &r, result);
	case OUT_PUSHED:
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	case OUT_UNKNOWN:
		return subscript_special(w, f, names[access], s.object,
			word(w, frame_slot(f, PY_EXTRA)), s.value);
	default:
		return FLOW_STAY;
	}
}

enum flow do_LOAD_SLICE(struct world *w, uint32_t f, const struct op *op)
{
	return slice_access(w, f, op, ACCESS_LOAD);
}

enum flow do_STORE_SLICE(struct world *w, uint32_t f, const struct op *op)
{
	return slice_access(w, f, op, ACCESS_STORE);
}

enum flow do_DEL_SLICE(struct world *w, uint32_t f, const struct op *op)
{
	return slice_access(w, f, op, ACCESS_DELETE);
}
