#include "disasm.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* ---- constants */

static void put_text(const struct constant *k, struct strbuf *out)
{
	strbuf_puts(out, k->kind == CONSTANT_BYTES ? "b'" : "'");
	for (uint32_t i = 0; i < k->length; i++) {
		unsigned char ch = (unsigned char)k->text[i];
		if (ch == '\'' || ch == '\\')
			strbuf_printf(out, "\\%c", ch);
		else if (ch == '\n')
			strbuf_puts(out, "\\n");
		else if (ch < ' ' || ch == 127 ||
			(ch > 127 && k->kind == CONSTANT_BYTES))
			strbuf_printf(out, "\\x%02x", ch);
		else
			strbuf_putc(out, (char)ch);
	}
	strbuf_putc(out, '\'');
}

static void put_items(const struct constant *k, struct strbuf *out)
{
	strbuf_puts(out, k->kind == CONSTANT_TUPLE ? "(" : "frozenset({");
	for (uint32_t i = 0; i < k->length; i++) {
		if (i)
			strbuf_puts(out, ", ");
		disasm_constant(&k->items[i], out);
	}
	if (k->kind == CONSTANT_TUPLE)
		strbuf_puts(out, k->length == 1 ? ",)" : ")");
	else
		strbuf_puts(out, "})");
}

static void put_real(double real, struct strbuf *out)
{
	size_t at = out->length;

	for (int digits = 1; digits <= 17; digits++) {
		out->length = at;
		strbuf_printf(out, "%.*g", digits, real);
		if (strtod(out->text + at, NULL) == real)
			break;
	}
	if (!strpbrk(out->text + at, ".enia"))
		strbuf_puts(out, ".0");
}

void disasm_constant(const struct constant *k, struct strbuf *out)
{
	switch (k->kind) {
	case CONSTANT_NONE:
		strbuf_puts(out, "None");
		break;
	case CONSTANT_TRUE:
		strbuf_puts(out, "True");
		break;
	case CONSTANT_FALSE:
		strbuf_puts(out, "False");
		break;
	case CONSTANT_ELLIPSIS:
		strbuf_puts(out, "Ellipsis");
		break;
	case CONSTANT_INT:
		strbuf_printf(out, "%" PRId64 "%s", k->number, k->is_long ? "L" : "");
		break;
	case CONSTANT_BIGINT:
		strbuf_printf(out, "%s%s", k->text, k->is_long ? "L" : "");
		break;
	case CONSTANT_FLOAT:
		put_real(k->real, out);
		break;
	case CONSTANT_COMPLEX:
		strbuf_puts(out, "(");
		put_real(k->real, out);
		strbuf_puts(out, "+");
		put_real(k->imaginary, out);
		strbuf_puts(out, "j)");
		break;
	case CONSTANT_STR:
	case CONSTANT_BYTES:
		put_text(k, out);
		break;
	case CONSTANT_TUPLE:
	case CONSTANT_FROZENSET:
		put_items(k, out);
		break;
	case CONSTANT_CODE:
		strbuf_printf(out, "<code %s>", k->code->qualified_name);
		break;
	}
}

/* ---- operands */

static const char *slot_name(const struct code *code, int32_t slot)
{
	if (slot < 0)
		return "?";
	if (slot < code->local_count)
		return code->local_names[slot];
	slot -= code->local_count;
	return slot < code->cell_count + code->free_count ? code->cell_names[slot]
							  : "?";
}

static void put_operator(const struct op *op, struct strbuf *out)
{
	static const char *const unary[] = {"not", "-", "+", "~"};
	static const char *const binary[] = {"+", "-", "*", "/ (classic)", "/", "//",
		"%", "**", "@", "<<", ">>", "&", "|", "^"};
	static const char *const compare[] = {
		"<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not"};

	if (op->code == OP_UNARY)
		strbuf_printf(out, " %s", unary[op->arg]);
	else if (op->code == OP_COMPARE)
		strbuf_printf(out, " %s", compare[op->arg]);
	else
		strbuf_printf(out, " %s%s", binary[op->arg],
			op->code == OP_INPLACE ? "=" : "");
}

static void put_numbers(const struct op *op, struct strbuf *out)
{
	strbuf_printf(out, " %" PRId32, op->arg);
	if (op->extra)
		strbuf_printf(out, ", %" PRId32, op->extra);
	if (op->flag)
		strbuf_printf(out, " flag %d", op->flag);
}

static void put_operands(
	const struct code *code, const struct op *op, struct strbuf *out)
{
	switch (op->code) {
	case OP_CONST:
		strbuf_putc(out, ' ');
		disasm_constant(&code->constants[op->arg], out);
		break;
	case OP_LOAD_LOCAL:
	case OP_STORE_LOCAL:
	case OP_DEL_LOCAL:
	case OP_TAKE_LOCAL:
	case OP_PUT_LOCAL:
	case OP_LOAD_CELL:
	case OP_STORE_CELL:
	case OP_DEL_CELL:
	case OP_LOAD_CLOSURE:
	case OP_LOAD_CLASS_CELL:
		strbuf_printf(out, " %s", slot_name(code, op->arg));
		break;
	case OP_MAKE_CELL:
		strbuf_printf(out, " %s flag %d", slot_name(code, op->arg), op->flag);
		if (op->flag > 1)
			strbuf_printf(out, " from slot %" PRId32, op->extra);
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
		strbuf_printf(out, " %s", code->names[op->arg]);
		break;
	case OP_CALL_KW:
		put_numbers(op, out);
		if (op->flag & 2)
			break;
		strbuf_putc(out, ' ');
		disasm_constant(&code->constants[op->extra], out);
		break;
	case OP_UNARY:
	case OP_BINARY:
	case OP_INPLACE:
	case OP_COMPARE:
		put_operator(op, out);
		break;
	default:
		if (op_is_jump(op->code))
			strbuf_printf(out, " %" PRId32 "%s", op->arg,
				op->flag ? " back" : "");
		else if (op->arg || op->extra || op->flag)
			put_numbers(op, out);
	}
}

/* ---- a code */

static bool *find_targets(const struct code *code)
{
	bool *targets = xcalloc(code->op_count + 1, sizeof *targets);

	for (uint32_t i = 0; i < code->op_count; i++)
		if (op_is_jump(code->ops[i].code))
			targets[code->ops[i].arg] = true;
	for (uint32_t i = 0; i < code->handler_count; i++)
		targets[code->handlers[i].handler] = true;
	return targets;
}

static void put_names(
	const char *title, const char *const *names, uint32_t count, struct strbuf *out)
{
	if (!count)
		return;
	strbuf_printf(out, "  %s", title);
	for (uint32_t i = 0; i < count; i++)
		strbuf_printf(out, " %s", names[i]);
	strbuf_putc(out, '\n');
}

static void put_header(const struct code *code, struct strbuf *out)
{
	strbuf_printf(out, "%s, line %d", code->qualified_name, code->first_line);
	if (code->argument_count)
		strbuf_printf(out, ", %d arguments", code->argument_count);
	if (code->positional_only_count)
		strbuf_printf(out, ", %d positional only", code->positional_only_count);
	if (code->keyword_only_count)
		strbuf_printf(out, ", %d keyword only", code->keyword_only_count);
	if (code->flags)
		strbuf_printf(out, ", flags %" PRIx32, code->flags);
	strbuf_printf(out, ", %d slots\n", code->slot_count);
	put_names("locals", code->local_names, code->local_count, out);
	put_names("cells", code->cell_names, code->cell_count, out);
	put_names("free", code->cell_names + code->cell_count, code->free_count, out);
	put_names("names", code->names, code->name_count, out);
	if (code->constant_count)
		strbuf_puts(out, "  constants");
	for (uint32_t i = 0; i < code->constant_count; i++) {
		strbuf_puts(out, i ? ", " : " ");
		disasm_constant(&code->constants[i], out);
	}
	if (code->constant_count)
		strbuf_putc(out, '\n');
}

void disasm_code(const struct code *code, struct strbuf *out)
{
	int stack = code->local_count + code->cell_count + code->free_count;
	bool *targets = find_targets(code);
	int32_t line = -1;

	put_header(code, out);
	for (uint32_t i = 0; i < code->op_count; i++) {
		const struct op *op = &code->ops[i];
		if (op->line != line)
			strbuf_printf(out, "%5" PRId32, op->line);
		else
			strbuf_puts(out, "     ");
		line = op->line;
		strbuf_printf(out, " %4" PRIu32 " %s%s", i, targets[i] ? ">" : " ",
			op_name(op->code));
		put_operands(code, op, out);
		strbuf_printf(out, " | %d\n", op->sp - stack);
	}
	for (uint32_t i = 0; i < code->handler_count; i++) {
		const struct handler *h = &code->handlers[i];
		strbuf_printf(out,
			"  handler %" PRIu32 "-%" PRIu32 " -> %" PRIu32 " | %d\n",
			h->from, h->to, h->handler, h->sp - stack);
	}
	free(targets);
}

void disasm_unit(const struct unit *unit, struct strbuf *out)
{
	for (uint32_t i = 0; i < unit->code_count; i++) {
		if (i)
			strbuf_putc(out, '\n');
		disasm_code(unit->codes[i], out);
	}
}
