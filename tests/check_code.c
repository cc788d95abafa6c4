#include "check_code.h"

#include <stdlib.h>

#include "xalloc.h"

struct check {
	const struct code *code;
	struct strbuf *out;
	bool fine;
	int *depth; /* by operation: slot of the first free value, -1 not reached */
	uint32_t *todo;
	uint32_t count;
};

static void bad(struct check *k, uint32_t at, const char *what)
{
	k->fine = false;
	strbuf_printf(k->out, "%s, operation %u (%s): %s\n", k->code->qualified_name,
		(unsigned)at,
		at < k->code->op_count ? op_name(k->code->ops[at].code) : "end", what);
}

static int first_stack_slot(const struct code *code)
{
	return code->local_count + code->cell_count + code->free_count;
}

/* ---- operands */

static bool in_range(int32_t value, uint32_t count)
{
	return value >= 0 && (uint32_t)value < count;
}

static void check_operands(struct check *k, uint32_t at)
{
	const struct code *code = k->code;
	const struct op *op = &code->ops[at];

	switch (op->code) {
	case OP_CONST:
		if (!in_range(op->arg, code->constant_count))
			bad(k, at, "no such constant");
		break;
	case OP_CALL_KW:
		if (!(op->flag & 2) &&
			(!in_range(op->extra, code->constant_count) ||
				code->constants[op->extra].kind != CONSTANT_TUPLE))
			bad(k, at, "no names");
		break;
	case OP_LOAD_LOCAL:
	case OP_STORE_LOCAL:
	case OP_DEL_LOCAL:
	case OP_TAKE_LOCAL:
	case OP_PUT_LOCAL:
		if (!in_range(op->arg, code->local_count))
			bad(k, at, "no such local");
		break;
	case OP_MAKE_CELL:
	case OP_LOAD_CELL:
	case OP_STORE_CELL:
	case OP_DEL_CELL:
	case OP_LOAD_CLOSURE:
	case OP_LOAD_CLASS_CELL:
	case OP_COPY_FREE:
		if (!in_range(op->arg, (uint32_t)first_stack_slot(code)))
			bad(k, at, "no such cell");
		break;
	case OP_LOAD_GLOBAL:
	case OP_STORE_GLOBAL:
	case OP_DEL_GLOBAL:
	case OP_LOAD_NAME:
	case OP_STORE_NAME:
	case OP_DEL_NAME:
	case OP_LOAD_ATTR:
	case OP_STORE_ATTR:
	case OP_DEL_ATTR:
	case OP_LOAD_METHOD:
	case OP_LOAD_SUPER:
	case OP_IMPORT_NAME:
	case OP_IMPORT_FROM:
		if (!in_range(op->arg, code->name_count))
			bad(k, at, "no such name");
		break;
	case OP_COPY:
	case OP_SWAP:
	case OP_ROTATE:
		if (op->arg < 1 || op->sp - op->arg < first_stack_slot(code))
			bad(k, at, "reaches below the stack");
		break;
	case OP_LIST_APPEND:
	case OP_SET_ADD:
	case OP_MAP_ADD:
	case OP_LIST_EXTEND:
	case OP_SET_UPDATE:
	case OP_DICT_UPDATE:
	case OP_DICT_MERGE:
		if (op->arg < 1 || op->sp - op->arg - 1 < first_stack_slot(code))
			bad(k, at, "reaches below the stack");
		break;
	default:
		break;
	}
	if (op_is_jump(op->code) && !in_range(op->arg, code->op_count))
		bad(k, at, "jumps outside");
}

/* ---- depths */

static void reach(struct check *k, uint32_t from, uint32_t at, int depth)
{
	if (at >= k->code->op_count) {
		bad(k, from, "runs off the end");
		return;
	}
	if (depth < first_stack_slot(k->code))
		bad(k, at, "below the stack");
	if (depth > k->code->slot_count)
		bad(k, at, "above slot_count");
	if (depth != k->code->ops[at].sp)
		bad(k, at, "reached with another depth than its sp");
	if (k->depth[at] >= 0)
		return;
	k->depth[at] = depth;
	k->todo[k->count++] = at;
}

static void follow(struct check *k, uint32_t at)
{
	const struct code *code = k->code;
	const struct op *op = &code->ops[at];

	for (uint32_t i = 0; i < code->handler_count; i++) {
		const struct handler *h = &code->handlers[i];
		if (at < h->from || at >= h->to)
			continue;
		if (h->sp > op->sp)
			bad(k, at, "its handler is above its stack");
		reach(k, at, h->handler, h->sp + 1);
	}
	if (op_is_jump(op->code) && in_range(op->arg, code->op_count))
		reach(k, at, (uint32_t)op->arg, op->sp + op_effect(op, true));
	if (!op_is_end(op->code))
		reach(k, at, at + 1, op->sp + op_effect(op, false));
}

/* ---- loops: no cycle in the code without its LINEs and YIELDs */

static bool stops(const struct op *op)
{
	return op->code == OP_LINE || op->code == OP_YIELD;
}

enum {
	NEW,
	OPEN,
	DONE
};

/* What comes after AT; NUMBER 0, 1. */
static bool successor(const struct check *k, uint32_t at, int number, uint32_t *next)
{
	const struct op *op = &k->code->ops[at];

	if (stops(op))
		return false;
	*next = number ? (uint32_t)op->arg : at + 1;
	return number ? op_is_jump(op->code) : !op_is_end(op->code);
}

static void check_loops(struct check *k)
{
	uint32_t count = k->code->op_count, depth = 0, next;
	uint8_t *state = xcalloc(count, 1), *number = xcalloc(count, 1);

	for (uint32_t start = 0; start < count; start++) {
		if (state[start] != NEW)
			continue;
		k->todo[depth++] = start;
		state[start] = OPEN;
		while (depth) {
			uint32_t at = k->todo[depth - 1];
			if (number[at] == 2) {
				state[at] = DONE;
				depth--;
				continue;
			}
			if (!successor(k, at, number[at]++, &next) || next >= count)
				continue;
			if (state[next] == OPEN)
				bad(k, at, "goes round without a LINE");
			if (state[next] != NEW)
				continue;
			state[next] = OPEN;
			k->todo[depth++] = next;
		}
	}
	free(state);
	free(number);
}

bool check_code(const struct code *code, struct strbuf *out)
{
	struct check k = {.code = code, .out = out, .fine = true};

	k.depth = xcalloc(code->op_count + 1, sizeof *k.depth);
	k.todo = xcalloc(code->op_count + 1, sizeof *k.todo);
	for (uint32_t i = 0; i < code->op_count; i++) {
		k.depth[i] = -1;
		check_operands(&k, i);
	}
	reach(&k, 0, 0, first_stack_slot(code));
	while (k.count)
		follow(&k, k.todo[--k.count]);
	if (k.fine)
		check_loops(&k);
	free(k.depth);
	free(k.todo);
	return k.fine;
}

bool check_unit(const struct unit *unit, struct strbuf *out)
{
	bool fine = true;

	for (uint32_t i = 0; i < unit->code_count; i++)
		fine &= check_code(unit->codes[i], out);
	return fine;
}
