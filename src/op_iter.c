#include "interp.h"

#include <stdlib.h>

#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "iterate.h"
#include "list.h"
#include "special.h"
#include "text.h"
#include "repr.h"
#include "xalloc.h"

/* Iteration, unpacking, strings. */

enum flow do_GET_ITER(struct world *w, uint32_t f, const struct op *op)
{
	obj_id o = operand(w, f, op, 0), function, result = 0;
	enum outcome outcome;

	if (frame_state(w, f))
		return finish(w, f, op, 1, take_result(w, f));
	outcome = iter_builtin(w, o, &result);
	if (outcome != OUT_UNKNOWN)
		return settle_outcome(w, f, op, outcome, 1, result);
	o = behind(w, o);
	function = special(w, o, N_ITER);
	if (!function) {
		not_iterable(w, o);
		return FLOW_STAY;
	}
	push_special(w, function, o, 0, 0, f + FRAME_RESULT);
	set_frame_state(w, f, 1);
	return FLOW_STAY;
}

/* The next item goes on the stack; none: the iterator goes. */
enum flow do_FOR_ITER(struct world *w, uint32_t f, const struct op *op)
{
	obj_id v = 0;

	if (frame_state(w, f)) {
		v = take_result(w, f);
	} else {
		enum outcome outcome =
			iter_next(w, operand(w, f, op, 0), f + FRAME_RESULT, &v);

		if (outcome != OUT_VALUE)
			return settle_outcome(w, f, op, outcome, 0, 0);
	}
	if (!v) {
		finish(w, f, op, 1, 0);
		return FLOW_JUMP;
	}
	set_word(w, slot_at(f, op->sp), v);
	world_event(w,
		(struct event){.kind = EV_INCREF,
			.object = obj_serial(w, v),
			.place = PLACE_TEMPORARY,
			.now = obj_rc(w, v),
			.was = obj_rc(w, v) - 1});
	return FLOW_NEXT;
}

static enum flow wrong_length(struct world *w, uint32_t want, uint32_t have)
{
	bool two = w->dialect->version.major == 2;

	if (have > want && two)
		raise_error(w, T_VALUE_ERROR, "too many values to unpack");
	else if (have > want)
		raise_error(w, T_VALUE_ERROR, "too many values to unpack (expected %u)",
			want);
	else if (two)
		raise_error(w, T_VALUE_ERROR, "need more than %u value%s to unpack",
			have, have == 1 ? "" : "s");
	else
		raise_error(w, T_VALUE_ERROR,
			"not enough values to unpack (expected %u, got %u)", want,
			have);
	return FLOW_STAY;
}

/* [s -> vn .. v1] for a tuple or list. */
static enum flow unpack_items(
	struct world *w, uint32_t f, const struct op *op, obj_id s)
{
	uint32_t n = (uint32_t)op->arg;
	uint32_t base = slot_at(f, op->sp - 1u);

	if (obj_n(w, s) != n)
		return wrong_length(w, n, obj_n(w, s));
	set_word(w, base, 0);
	for (uint32_t i = n; i-- > 0;) {
		obj_id v = item(w, s, i);

		set_word(w, base + n - 1 - i, v);
		hold(w, v);
	}
	drop(w, s, NULL);
	return FLOW_NEXT;
}

enum flow do_UNPACK(struct world *w, uint32_t f, const struct op *op)
{
	obj_id s = operand(w, f, op, 0);
	obj_id list = 0;
	enum outcome outcome;

	if (obj_kind(w, s) == KIND_TUPLE || obj_kind(w, s) == KIND_LIST)
		return unpack_items(w, f, op, s);
	if (obj_kind(w, s) == KIND_EXCEPTION && dict_of_proxy(w, s) != s) {
		hold(w, dict_of_proxy(w, s));
		set_word(w, slot_at(f, op->sp - 1u), dict_of_proxy(w, s));
		drop(w, s, NULL);
		return FLOW_STAY;
	}
	if (frame_state(w, f)) {
		list = take_result(w, f);
		outcome = OUT_VALUE;
	} else {
		outcome = items_of_builtin(w, s, f + FRAME_RESULT, &list);
	}
	if (outcome == OUT_PUSHED) {
		set_frame_state(w, f, 1);
		return FLOW_STAY;
	}
	if (outcome == OUT_UNKNOWN)
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 7)
				? "cannot unpack non-iterable %s object"
				: "'%s' object is not iterable",
			type_name_of(w, s));
	if (outcome != OUT_VALUE)
		return FLOW_STAY;
	set_word(w, slot_at(f, op->sp - 1u), list);
	drop(w, s, NULL);
	return FLOW_STAY;
}

enum flow do_BUILD_STRING(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t n = (uint32_t)op->arg;
	uint32_t base = slot_at(f, op->sp - n);
	struct strbuf text = STRBUF_INIT;
	struct owned *list = xcalloc(n + 1, sizeof(*list));

	for (uint32_t i = 0; i < n; i++) {
		list[i].object = word(w, base + i);
		strbuf_add(
			&text, text_bytes(w, list[i].object), obj_n(w, list[i].object));
		set_word(w, base + i, 0);
	}
	set_word(w, base, text_new(w, text.text, text.length));
	strbuf_free(&text);
	drop_all(w, list, n);
	free(list);
	return FLOW_NEXT;
}
