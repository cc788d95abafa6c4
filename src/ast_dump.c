#include "ast.h"

static void dump_bytes(const char *text, size_t length, struct strbuf *out)
{
	for (size_t i = 0; i < length; i++)
		strbuf_printf(out, "%02x", (unsigned char)text[i]);
}

static void dump_value(const struct ast_value *v, struct strbuf *out)
{
	switch (v->kind) {
	case AST_VALUE_NONE:
		strbuf_puts(out, "None");
		break;
	case AST_VALUE_TRUE:
		strbuf_puts(out, "True");
		break;
	case AST_VALUE_FALSE:
		strbuf_puts(out, "False");
		break;
	case AST_VALUE_ELLIPSIS:
		strbuf_puts(out, "Ellipsis");
		break;
	case AST_VALUE_INT:
		if (v->fits)
			strbuf_printf(out, "int:%llx", (unsigned long long)v->integer);
		else
			strbuf_printf(out, "int:%s", v->text);
		strbuf_puts(out, v->is_long ? "L" : "");
		break;
	case AST_VALUE_FLOAT:
		strbuf_printf(out, "float:%a", v->real);
		break;
	case AST_VALUE_COMPLEX:
		strbuf_printf(out, "complex:%a", v->real);
		break;
	case AST_VALUE_STR:
		strbuf_puts(out, v->unicode_prefix ? "u:" : "str:");
		dump_bytes(v->text, v->length, out);
		break;
	case AST_VALUE_BYTES:
		strbuf_puts(out, "bytes:");
		dump_bytes(v->text, v->length, out);
		break;
	}
}

static void dump_child(const struct ast *node, struct strbuf *out)
{
	if (node)
		ast_dump(node, out);
	else
		strbuf_puts(out, "None");
}

static void dump_list(const struct ast_list *list, struct strbuf *out)
{
	strbuf_putc(out, '[');
	for (uint32_t i = 0; i < list->count; i++) {
		strbuf_puts(out, i ? ", " : "");
		dump_child(list->items[i], out);
	}
	strbuf_putc(out, ']');
}

static void dump_operators(const struct ast_operators *ops, struct strbuf *out)
{
	strbuf_putc(out, '[');
	for (uint32_t i = 0; i < ops->count; i++)
		strbuf_printf(
			out, "%s%s", i ? ", " : "", ast_operator_name(ops->items[i]));
	strbuf_putc(out, ']');
}

static void dump_field(
	const struct ast *node, const struct ast_field *f, struct strbuf *out)
{
	static const char *const contexts[] = {"Load", "Store", "Del"};
	const void *at = (const char *)node + f->offset;
	const char *name;

	switch (f->type) {
	case AST_FIELD_CHILD:
		dump_child(*(struct ast *const *)at, out);
		break;
	case AST_FIELD_LIST:
		dump_list(at, out);
		break;
	case AST_FIELD_NAME:
		name = *(const char *const *)at;
		strbuf_printf(out, "%s%s%s", name ? "'" : "", name ? name : "None",
			name ? "'" : "");
		break;
	case AST_FIELD_INT:
		strbuf_printf(out, "%d", *(const int *)at);
		break;
	case AST_FIELD_CTX:
		strbuf_puts(out, contexts[*(const enum ast_context *)at]);
		break;
	case AST_FIELD_OP:
		strbuf_puts(out, ast_operator_name(*(const enum ast_operator *)at));
		break;
	case AST_FIELD_OPS:
		dump_operators(at, out);
		break;
	case AST_FIELD_VALUE:
		dump_value(at, out);
		break;
	case AST_FIELD_NONE:
		break;
	}
}

void ast_dump(const struct ast *node, struct strbuf *out)
{
	const struct ast_field *fields = ast_fields(node->kind);

	strbuf_printf(out, "%s(", ast_kind_name(node->kind));
	for (int i = 0; fields[i].type != AST_FIELD_NONE; i++) {
		strbuf_printf(out, "%s%s=", i ? ", " : "", fields[i].name);
		dump_field(node, &fields[i], out);
	}
	strbuf_putc(out, ')');
}
