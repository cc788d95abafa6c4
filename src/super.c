#include "super.h"

#include <string.h>

#include "arguments.h"
#include "attr.h"
#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "interp.h"
#include "lookup.h"
#include "text.h"

static obj_id class_dict(const struct world *w, obj_id class)
{
	return obj_field(w, class,
		obj_kind(w, class) == KIND_OLD_CLASS ? (uint32_t)OLD_CLASS_DICT
						     : (uint32_t)TYPE_DICT);
}

obj_id super_find(const struct world *w, obj_id class, obj_id start, obj_id name)
{
	obj_id mro = obj_field(w, start, TYPE_MRO);
	bool after = false;

	if (name == name_object(N_CLASS))
		return 0;
	for (uint32_t i = 0; mro && i < obj_n(w, mro); i++) {
		obj_id c = obj_field(w, mro, i), found;

		if (after && class_dict(w, c)) {
			found = dict_get(w, class_dict(w, c), name);
			if (found)
				return found;
		}
		after |= c == class;
	}
	return 0;
}

static obj_id refuse(struct world *w, obj_id class, obj_id o)
{
	bool is_class = obj_kind(w, o) == KIND_TYPE;

	if (py_at_least(w->dialect->version, 3, 13))
		return raise_error(w, T_TYPE_ERROR,
			"super(type, obj): obj (%s%s) is not an instance or subtype of type (%s).",
			is_class ? "type " : "instance of ",
			is_class ? type_name(w, o) : type_name_of(w, o),
			type_name(w, class));
	return raise_error(w, T_TYPE_ERROR,
		"super(type, obj): obj must be an instance or subtype of type");
}

obj_id super_start(struct world *w, obj_id class, obj_id o)
{
	if (obj_kind(w, o) == KIND_TYPE && type_is_subtype(w, o, class))
		return o;
	if (type_is_subtype(w, obj_class(w, o), class))
		return obj_class(w, o);
	return refuse(w, class, o);
}

enum outcome super_load(
	struct world *w, obj_id s, obj_id name, uint32_t dst, obj_id *result)
{
	obj_id start = obj_field(w, s, SUPER_OBJECT_TYPE),
	       o = obj_field(w, s, SUPER_OBJECT);
	obj_id found =
		start ? super_find(w, obj_field(w, s, SUPER_TYPE), start, name) : 0;

	if (!found)
		return OUT_UNKNOWN;
	return bind_attribute(w, found, o == start ? 0 : o, start, dst, result);
}

/* The frame that called. */
static uint32_t calling_frame(const struct world *w)
{
	uint32_t f = reg(w, REG_TOP);

	while (f && frame_kind(w, f) != FRAME_PYTHON)
		f = word(w, f + FRAME_LINK);
	return f;
}

/* The first argument: in its slot, or in the cell that it was moved to. */
static obj_id first_argument(const struct world *w, uint32_t f, const struct code *code)
{
	obj_id o = word(w, slot_at(f, 0));
	uint32_t cells = code->local_count;

	for (uint32_t i = 0; !o && i < code->cell_count; i++) {
		if (!strcmp(code->cell_names[i], code->local_names[0]))
			o = word(w, slot_at(f, cells + i));
	}
	if (o && obj_kind(w, o) == KIND_CELL)
		o = obj_field(w, o, CELL_CONTENT);
	return o;
}

/* The cell __class__ that the compiler gives a function that says super. */
static obj_id class_cell(const struct world *w, uint32_t f, const struct code *code)
{
	uint32_t cells = code->cell_count, all = cells + code->free_count;

	for (uint32_t i = cells; i < all; i++) {
		if (!strcmp(code->cell_names[i], "__class__"))
			return word(w, slot_at(f, code->local_count + i));
	}
	return 0;
}

/* super(): from the frame; false: raised. */
static bool look_around(struct world *w, obj_id *class, obj_id *o)
{
	uint32_t f = calling_frame(w);
	const struct code *code =
		f ? code_of(w, word(w, frame_slot(f, PY_CODE))) : NULL;
	obj_id cell;
	const char *message = NULL;

	if (!code || code->argument_count == 0) {
		raise_error(w, T_RUNTIME_ERROR, "super(): no arguments");
		return false;
	}
	*o = first_argument(w, f, code);
	cell = class_cell(w, f, code);
	*class = cell ? obj_field(w, cell, CELL_CONTENT) : 0;
	if (!*o)
		message = "super(): arg[0] deleted";
	else if (!cell)
		message = "super(): __class__ cell not found";
	else if (!*class)
		message = "super(): empty __class__ cell";
	if (message)
		raise_error(w, T_RUNTIME_ERROR, "%s", message);
	return !message;
}

static bool look_at_arguments(
	struct world *w, const struct args *a, obj_id *class, obj_id *o)
{
	if (a->count > 2) {
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 12)
				? "super expected at most 2 arguments, got %u"
				: "super() takes at most 2 arguments (%u given)",
			a->count);
		return false;
	}
	*class = arg(w, a, 0);
	if (obj_kind(w, *class) != KIND_TYPE) {
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 11)
				? "super() argument 1 must be a type, not %s"
				: "super() argument 1 must be type, not %s",
			type_name_of(w, *class));
		return false;
	}
	*o = a->count == 2 && arg(w, a, 1) != OBJ_NONE ? arg(w, a, 1) : 0;
	return true;
}

obj_id super_new(struct world *w, const struct args *a)
{
	obj_id class = 0, o = 0, start = 0, s;

	if (!args_no_keywords(w, a, "super"))
		return 0;
	if (a->count == 0 && w->dialect->version.major == 2)
		return raise_error(
			w, T_TYPE_ERROR, "super() takes at least 1 argument (0 given)");
	if (!(a->count ? look_at_arguments(w, a, &class, &o)
		       : look_around(w, &class, &o)))
		return 0;
	if (o) {
		start = super_start(w, class, o);
		if (!start)
			return 0;
	}
	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	s = obj_new_fields(w, KIND_SUPER, a->self, SUPER_WORDS);
	hold(w, class);
	set_obj_field(w, s, SUPER_TYPE, class);
	if (o) {
		hold(w, o);
		hold(w, start);
		set_obj_field(w, s, SUPER_OBJECT, o);
		set_obj_field(w, s, SUPER_OBJECT_TYPE, start);
	}
	obj_born(w, s);
	gc_track(w, s);
	return s;
}

/* Attributes of super objects. */

static obj_id field_of(struct world *w, const struct args *a, enum field field)
{
	obj_id o = obj_field(w, a->self, field);

	if (!o)
		return OBJ_NONE;
	hold(w, o);
	return o;
}

obj_id super_thisclass(struct world *w, const struct args *a)
{
	return field_of(w, a, SUPER_TYPE);
}

obj_id super_self(struct world *w, const struct args *a)
{
	return field_of(w, a, SUPER_OBJECT);
}

obj_id super_self_class(struct world *w, const struct args *a)
{
	return field_of(w, a, SUPER_OBJECT_TYPE);
}

/* [super class self -> v], or [f self], [NULL v] for a call. */

static enum flow loaded(struct world *w, uint32_t f, const struct op *op, obj_id v)
{
	uint32_t base = slot_at(f, op->sp - 3u), kept = frame_slot(f, PY_EXTRA);
	struct owned list[4] = {{.object = word(w, kept)}};

	set_word(w, kept, 0);
	for (uint32_t i = 0; i < 3; i++) {
		list[i + 1] = (struct owned){.object = word(w, base + i)};
		set_word(w, base + i, 0);
	}
	set_word(w, base + (op->flag & 1), v);
	drop_all(w, list, 4);
	return FLOW_NEXT;
}

/* By way of a super object (or what somebody else's `super` gives): state 2 has it; it
 * is kept. */
static enum flow load_by_calling(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t base = slot_at(f, op->sp - 3u), kept = frame_slot(f, PY_EXTRA);
	obj_id v = 0,
	       name = code_name(w, word(w, frame_slot(f, PY_CODE)), (uint32_t)op->arg);
	obj_id arguments[2] = {word(w, base + 1), word(w, base + 2)};
	enum outcome outcome;

	if (frame_state(w, f) == 2)
		set_word(w, kept, take_result(w, f));
	if (!word(w, kept)) {
		frame_push_call(w, f + FRAME_RESULT, word(w, base), arguments,
			op->extra ? 0 : 2, 0);
		set_frame_state(w, f, 2);
		return FLOW_STAY;
	}
	outcome = attr_load(w, word(w, kept), name, f + FRAME_RESULT, &v);
	if (outcome == OUT_PUSHED)
		set_frame_state(w, f, 1);
	return outcome == OUT_VALUE ? loaded(w, f, op, v) : FLOW_STAY;
}

static enum flow load_directly(struct world *w, uint32_t f, const struct op *op)
{
	obj_id class = operand(w, f, op, 1), o = operand(w, f, op, 0);
	obj_id name = code_name(w, word(w, frame_slot(f, PY_CODE)), (uint32_t)op->arg);
	uint32_t base = slot_at(f, op->sp - 3u);
	obj_id start, found, result = 0;
	enum outcome outcome;

	start = super_start(w, class, o);
	if (!start)
		return FLOW_STAY;
	found = super_find(w, class, start, name);
	if (!found)
		return load_by_calling(w, f, op);
	if ((op->flag & 1) && o != start &&
		(obj_kind(w, found) == KIND_FUNCTION ||
			obj_class(w, found) == type_object(T_METHOD_DESCRIPTOR))) {
		obj_id super = word(w, base);

		hold(w, found);
		set_word(w, base, found);
		set_word(w, base + 1, o);
		set_word(w, base + 2, 0);
		drop_all(w, (struct owned[]){{.object = super}, {.object = class}}, 2);
		return FLOW_NEXT;
	}
	outcome = bind_attribute(
		w, found, o == start ? 0 : o, start, f + FRAME_RESULT, &result);
	if (outcome == OUT_VALUE)
		return loaded(w, f, op, result);
	if (outcome == OUT_PUSHED)
		set_frame_state(w, f, 1);
	return FLOW_STAY;
}

enum flow do_LOAD_SUPER(struct world *w, uint32_t f, const struct op *op)
{
	if (frame_state(w, f) == 1)
		return loaded(w, f, op, take_result(w, f));
	if (frame_state(w, f) == 0 && !word(w, frame_slot(f, PY_EXTRA)) &&
		operand(w, f, op, 2) == type_object(T_SUPER) &&
		obj_kind(w, operand(w, f, op, 1)) == KIND_TYPE)
		return load_directly(w, f, op);
	return load_by_calling(w, f, op);
}
