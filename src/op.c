#include "code.h"

#include <string.h>

#include "utf8.h"

static const char *const names[] = {
#define OP(name, text) text,
#include "op.def"
#undef OP
};

const char *op_name(enum op_code code)
{
	return code < OP_CODES ? names[code] : "?";
}

int code_column(const struct unit *unit, const struct op_position *p)
{
	const char *line = unit->source;

	for (int i = 1; i < p->line && line; i++) {
		line = strchr(line, '\n');
		line += line != NULL;
	}
	return p->line && line ? 1 + (int)utf8_count(line, (size_t)p->column) : 0;
}

bool op_is_jump(enum op_code code)
{
	switch (code) {
	case OP_JUMP:
	case OP_JUMP_FALSE:
	case OP_JUMP_TRUE:
	case OP_JUMP_FALSE_OR_POP:
	case OP_JUMP_TRUE_OR_POP:
	case OP_JUMP_NONE:
	case OP_JUMP_NOT_NONE:
	case OP_FOR_ITER:
	case OP_SEND:
		return true;
	default:
		return false;
	}
}

bool op_is_end(enum op_code code)
{
	return code == OP_JUMP || code == OP_RETURN || code == OP_RAISE ||
		code == OP_RERAISE;
}

static int bits(int value)
{
	int count = 0;

	for (; value; value &= value - 1)
		count++;
	return count;
}

static int call_effect(const struct op *op)
{
	switch (op->code) {
	case OP_CALL:
		return -op->arg - (op->flag & 1);
	case OP_CALL_KW:
		return -op->arg - (op->flag & 1) - (op->flag & 2 ? 2 * op->extra : 0);
	default:
		if (op->flag & 4)
			return -op->arg - 2 * op->extra - bits(op->flag & 3);
		return -1 - (op->arg & 1);
	}
}

static int build_effect(const struct op *op)
{
	switch (op->code) {
	case OP_BUILD_DICT:
		return 1 - 2 * op->arg;
	case OP_BUILD_CONST_DICT:
		return -op->arg;
	case OP_UNPACK:
		return op->arg - 1;
	case OP_UNPACK_EX:
		return op->arg + op->extra;
	case OP_MAKE_FUNCTION:
		return -bits(op->arg & 31) - op->extra;
	default:
		return 1 - op->arg;
	}
}

static int slice_effect(const struct op *op)
{
	int bounds = bits(op->arg & 3);

	switch (op->code) {
	case OP_LOAD_SLICE:
		return -bounds;
	case OP_STORE_SLICE:
		return -2 - bounds;
	default:
		return -1 - bounds;
	}
}

static int jump_effect(const struct op *op, bool jumps)
{
	switch (op->code) {
	case OP_JUMP:
		return 0;
	case OP_JUMP_FALSE_OR_POP:
	case OP_JUMP_TRUE_OR_POP:
		return jumps ? 0 : -1;
	case OP_FOR_ITER:
		return jumps ? -1 : 1;
	case OP_SEND:
		return jumps ? -1 : 0;
	default:
		return -1;
	}
}

int op_effect(const struct op *op, bool jumps)
{
	if (op_is_jump(op->code))
		return jump_effect(op, jumps);
	switch (op->code) {
	case OP_CONST:
	case OP_LOAD_LOCAL:
	case OP_TAKE_LOCAL:
	case OP_LOAD_GLOBAL:
	case OP_LOAD_NAME:
	case OP_LOAD_CELL:
	case OP_LOAD_CLOSURE:
	case OP_LOAD_CLASS_CELL:
	case OP_LOAD_LOCALS:
	case OP_LOAD_METHOD:
	case OP_COPY:
	case OP_PUSH_NULL:
	case OP_LOAD_BUILD_CLASS:
	case OP_IMPORT_FROM:
	case OP_PUSH_EXC:
	case OP_EXC_VALUE:
	case OP_ASSERTION_ERROR:
	case OP_WITH_ENTER:
	case OP_WITH_EXCEPT:
	case OP_MATCH_MAPPING:
	case OP_MATCH_SEQUENCE:
	case OP_MATCH_KEYS:
	case OP_GET_LEN:
		return 1;
	case OP_STORE_LOCAL:
	case OP_PUT_LOCAL:
	case OP_STORE_GLOBAL:
	case OP_STORE_NAME:
	case OP_STORE_CELL:
	case OP_DEL_ATTR:
	case OP_LOAD_SUBSCR:
	case OP_BINARY:
	case OP_INPLACE:
	case OP_COMPARE:
	case OP_POP:
	case OP_LIST_APPEND:
	case OP_SET_ADD:
	case OP_LIST_EXTEND:
	case OP_SET_UPDATE:
	case OP_DICT_UPDATE:
	case OP_DICT_MERGE:
	case OP_RETURN:
	case OP_IMPORT_NAME:
	case OP_IMPORT_STAR:
	case OP_PRINT_ITEM:
	case OP_PRINT_NEWLINE_TO:
	case OP_RERAISE:
	case OP_POP_EXC:
	case OP_WITH_EXIT:
		return -1;
	case OP_STORE_ATTR:
	case OP_DEL_SUBSCR:
	case OP_STORE_MAP:
	case OP_MAP_ADD:
	case OP_BUILD_CLASS:
	case OP_PRINT_ITEM_TO:
	case OP_MATCH_CLASS:
		return -2;
	case OP_STORE_SUBSCR:
		return -3;
	case OP_LOAD_SUPER:
		return op->flag & 1 ? -1 : -2;
	case OP_LOAD_SLICE:
	case OP_STORE_SLICE:
	case OP_DEL_SLICE:
		return slice_effect(op);
	case OP_BUILD_TUPLE:
	case OP_BUILD_LIST:
	case OP_BUILD_SET:
	case OP_BUILD_DICT:
	case OP_BUILD_CONST_DICT:
	case OP_BUILD_STRING:
	case OP_BUILD_SLICE:
	case OP_UNPACK:
	case OP_UNPACK_EX:
	case OP_MAKE_FUNCTION:
		return build_effect(op);
	case OP_FORMAT_VALUE:
		return -(op->flag & 1);
	case OP_CALL:
	case OP_CALL_KW:
	case OP_CALL_EX:
		return call_effect(op);
	case OP_RAISE:
		return -op->arg;
	default:
		return 0;
	}
}

const struct handler *code_handler(const struct code *code, uint32_t pc)
{
	for (uint32_t i = code->handler_count; i-- > 0;) {
		const struct handler *h = &code->handlers[i];

		if (pc >= h->from && pc < h->to)
			return h;
	}
	return NULL;
}
