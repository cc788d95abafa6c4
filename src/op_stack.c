#include "interp.h"

#include "codeobject.h"
#include "dict.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "gclist.h"
#include "insertion.h"
#include "list.h"
#include "text.h"

/* Constants, locals, cells, and moving things about on the stack. */

static obj_id code_object(const struct world *w, uint32_t f)
{
	return word(w, frame_slot(f, PY_CODE));
}

static struct place local_place(const struct world *w, uint32_t f, uint32_t i)
{
	return (struct place){
		PLACE_LOCAL, 0, i, code_slot_name(w, code_object(w, f), i)};
}

enum flow do_NOP(struct world *w, uint32_t f, const struct op *op)
{
	(void)w;
	(void)f;
	(void)op;
	return FLOW_NEXT;
}

enum flow do_LINE(struct world *w, uint32_t f, const struct op *op)
{
	if (reg(w, REG_WORDS) > w->memory_limit) {
		raise_value(w, T_MEMORY_ERROR, 0);
		return FLOW_STAY;
	}
	if (op->flag)
		return FLOW_NEXT;
	if (insertion_is_due(w)) {
		insertion_push(w, f);
		return FLOW_STAY;
	}
	set_reg(w, REG_LINE, (uint32_t)op->line);
	world_event(w, (struct event){.kind = EV_LINE, .line = op->line});
	return FLOW_NEXT;
}

enum flow do_CONST(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(
		w, f, op, code_constant(w, code_object(w, f), (uint32_t)op->arg));
}

static enum flow unbound_local(struct world *w, uint32_t f, uint32_t i)
{
	const char *name = text_bytes(w, code_slot_name(w, code_object(w, f), i));

	if (py_at_least(w->dialect->version, 3, 11))
		raise_error(w, T_UNBOUND_LOCAL_ERROR,
			"cannot access local variable '%s' where it is not associated with a value",
			name);
	else
		raise_error(w, T_UNBOUND_LOCAL_ERROR,
			"local variable '%s' referenced before assignment", name);
	return FLOW_STAY;
}

enum flow do_LOAD_LOCAL(struct world *w, uint32_t f, const struct op *op)
{
	obj_id v = word(w, slot_at(f, (uint32_t)op->arg));

	return v ? push_held(w, f, op, v) : unbound_local(w, f, (uint32_t)op->arg);
}

/* Moves TOS into the word INDEX; the old value is dropped. */
static enum flow move_in(struct world *w, uint32_t f, const struct op *op,
	uint32_t index, const struct place *p)
{
	obj_id v = operand(w, f, op, 0);
	obj_id old = word(w, index);

	set_word(w, slot_at(f, op->sp - 1u), 0);
	set_word(w, index, v);
	announce_bind(w, v, p, 0);
	if (old)
		drop(w, old, p);
	return FLOW_NEXT;
}

enum flow do_STORE_LOCAL(struct world *w, uint32_t f, const struct op *op)
{
	struct place p = local_place(w, f, (uint32_t)op->arg);

	return move_in(w, f, op, slot_at(f, (uint32_t)op->arg), &p);
}

enum flow do_DEL_LOCAL(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t index = slot_at(f, (uint32_t)op->arg);
	struct place p = local_place(w, f, (uint32_t)op->arg);
	obj_id old = word(w, index);

	if (!old)
		return unbound_local(w, f, (uint32_t)op->arg);
	set_word(w, index, 0);
	drop(w, old, &p);
	return FLOW_NEXT;
}

enum flow do_TAKE_LOCAL(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t index = slot_at(f, (uint32_t)op->arg);

	set_word(w, slot_at(f, op->sp), word(w, index));
	set_word(w, index, 0);
	return FLOW_NEXT;
}

enum flow do_PUT_LOCAL(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t index = slot_at(f, (uint32_t)op->arg);
	struct place p = local_place(w, f, (uint32_t)op->arg);
	obj_id old = word(w, index);

	set_word(w, index, word(w, slot_at(f, op->sp - 1u)));
	set_word(w, slot_at(f, op->sp - 1u), 0);
	if (old)
		drop(w, old, &p);
	return FLOW_NEXT;
}

/* Cells. */

enum flow do_MAKE_CELL(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t index = slot_at(f, (uint32_t)op->arg);
	uint32_t from = op->flag == 1 ? index : slot_at(f, (uint32_t)op->extra);
	obj_id content = 0, cell;

	if (!gc_charge(w, FREE_NONE))
		return FLOW_STAY;
	if (op->flag) {
		content = word(w, from);
		if (op->flag != 3)
			set_word(w, from, 0);
		else if (content)
			hold(w, content);
	}
	cell = obj_new_fields(w, KIND_CELL, type_object(T_CELL), CELL_WORDS);
	set_obj_field(w, cell, CELL_CONTENT, content);
	set_word(w, index, cell);
	obj_born(w, cell);
	gc_track(w, cell);
	return FLOW_NEXT;
}

static obj_id cell_at(const struct world *w, uint32_t f, const struct op *op)
{
	return word(w, slot_at(f, (uint32_t)op->arg));
}

static enum flow empty_cell(struct world *w, uint32_t f, const struct op *op)
{
	const struct code *code = code_of(w, code_object(w, f));
	uint32_t i = (uint32_t)op->arg;
	const char *name = text_bytes(w, code_slot_name(w, code_object(w, f), i));

	if (i < (uint32_t)code->local_count + code->cell_count)
		return unbound_local(w, f, i);
	raise_error(w, T_NAME_ERROR,
		py_at_least(w->dialect->version, 3, 11)
			? "cannot access free variable '%s' where it is not associated with a value in enclosing scope"
			: "free variable '%s' referenced before assignment in enclosing scope",
		name);
	return FLOW_STAY;
}

enum flow do_LOAD_CELL(struct world *w, uint32_t f, const struct op *op)
{
	obj_id v = obj_field(w, cell_at(w, f, op), CELL_CONTENT);

	return v ? push_held(w, f, op, v) : empty_cell(w, f, op);
}

static struct place cell_place(const struct world *w, uint32_t f, const struct op *op)
{
	return (struct place){PLACE_CELL, cell_at(w, f, op), 0,
		code_slot_name(w, code_object(w, f), (uint32_t)op->arg)};
}

enum flow do_STORE_CELL(struct world *w, uint32_t f, const struct op *op)
{
	struct place p = cell_place(w, f, op);

	return move_in(w, f, op, obj_payload(w, p.holder) + CELL_CONTENT, &p);
}

enum flow do_DEL_CELL(struct world *w, uint32_t f, const struct op *op)
{
	struct place p = cell_place(w, f, op);
	obj_id old = obj_field(w, p.holder, CELL_CONTENT);

	if (!old)
		return empty_cell(w, f, op);
	set_obj_field(w, p.holder, CELL_CONTENT, 0);
	drop(w, old, &p);
	return FLOW_NEXT;
}

enum flow do_LOAD_CLOSURE(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(w, f, op, cell_at(w, f, op));
}

enum flow do_LOAD_CLASS_CELL(struct world *w, uint32_t f, const struct op *op)
{
	obj_id names = word(w, frame_slot(f, PY_NAMES));
	obj_id v = names ? dict_get(w, names,
				   code_name(w, code_object(w, f), (uint32_t)op->extra))
			 : 0;

	return v ? push_held(w, f, op, v) : do_LOAD_CELL(w, f, op);
}

enum flow do_COPY_FREE(struct world *w, uint32_t f, const struct op *op)
{
	/* The cells are copied when the frame is made, see bind.c. */
	return do_NOP(w, f, op);
}

/* The stack itself. */

enum flow do_POP(struct world *w, uint32_t f, const struct op *op)
{
	return finish(w, f, op, 1, 0);
}

enum flow do_COPY(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(w, f, op, operand(w, f, op, (uint32_t)op->arg - 1));
}

enum flow do_SWAP(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	uint32_t other = slot_at(f, op->sp - (uint32_t)op->arg);
	obj_id v = word(w, top);

	set_word(w, top, word(w, other));
	set_word(w, other, v);
	return FLOW_NEXT;
}

enum flow do_ROTATE(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);
	uint32_t n = (uint32_t)op->arg;
	obj_id v = word(w, top);

	for (uint32_t i = 0; i + 1 < n; i++)
		set_word(w, top - i, word(w, top - i - 1));
	set_word(w, top - (n - 1), v);
	return FLOW_NEXT;
}

enum flow do_PUSH_NULL(struct world *w, uint32_t f, const struct op *op)
{
	set_word(w, slot_at(f, op->sp), 0);
	return FLOW_NEXT;
}

enum flow do_RETURN(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t top = slot_at(f, op->sp - 1u);

	set_word(w, frame_slot(f, PY_EXTRA), word(w, top));
	set_word(w, top, 0);
	set_frame_state(w, f, PYTHON_RETURNING);
	return FLOW_STAY;
}

/* Displays. */

enum flow do_BUILD_TUPLE(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t n = (uint32_t)op->arg;
	uint32_t base = slot_at(f, op->sp - n);

	if (n && !gc_charge(w, gc_free_list(w, KIND_TUPLE, n)))
		return FLOW_STAY;
	set_word(w, base, tuple_from_words(w, type_object(T_TUPLE), base, n));
	return FLOW_NEXT;
}

enum flow do_BUILD_LIST(struct world *w, uint32_t f, const struct op *op)
{
	uint32_t n = (uint32_t)op->arg;
	uint32_t base = slot_at(f, op->sp - n);

	if (!gc_charge(w, FREE_LIST_LIST))
		return FLOW_STAY;
	set_word(w, base, list_from_words(w, base, n));
	return FLOW_NEXT;
}

enum flow do_LIST_APPEND(struct world *w, uint32_t f, const struct op *op)
{
	obj_id list = operand(w, f, op, (uint32_t)op->arg);
	obj_id v = operand(w, f, op, 0);

	set_word(w, slot_at(f, op->sp - 1u), 0);
	list_append(w, list, v);
	return FLOW_NEXT;
}

enum flow do_LIST_TO_TUPLE(struct world *w, uint32_t f, const struct op *op)
{
	obj_id list = operand(w, f, op, 0);
	uint32_t n = obj_n(w, list);

	if (n && !gc_charge(w, gc_free_list(w, KIND_TUPLE, n)))
		return FLOW_STAY;
	return finish(w, f, op, 1,
		tuple_copy_words(w, type_object(T_TUPLE), item_index(w, list, 0), n));
}

/* Jumps. */

enum flow do_JUMP(struct world *w, uint32_t f, const struct op *op)
{
	(void)w;
	(void)f;
	(void)op;
	return FLOW_JUMP;
}
