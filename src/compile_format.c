#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile_core.h"

/*
 * 3.11+: '%s and %r' % (a, b) is compiled as the f-string with the same meaning
 * (ast_opt.c, optimize_format), so no tuple is made.
 */

enum {
	DIGITS_MAX = 3
};

/* A literal piece, or (spec not 0) a conversion of one item. */
struct piece {
	const char *text;
	size_t length;
	char spec; /* 's', 'r', 'a' */
	bool left;
	int width, precision; /* -1: none */
};

struct format {
	const char *at, *end;
	struct vector pieces; /* struct piece */
	uint32_t conversions;
};

static bool read_number(struct format *f, int *number)
{
	int digits = 0;

	for (*number = 0; f->at < f->end && *f->at >= '0' && *f->at <= '9'; f->at++) {
		if (++digits >= DIGITS_MAX)
			return false;
		*number = *number * 10 + (*f->at - '0');
	}
	return true;
}

/* After the '%'. */
static bool read_conversion(struct format *f)
{
	struct piece piece = {.width = -1, .precision = -1};

	for (; f->at < f->end && strchr("-+ #0", *f->at) && *f->at; f->at++)
		piece.left |= *f->at == '-';
	if (f->at < f->end && *f->at >= '0' && *f->at <= '9' &&
		!read_number(f, &piece.width))
		return false;
	if (f->at < f->end && *f->at == '.') {
		f->at++;
		if (!read_number(f, &piece.precision))
			return false;
	}
	if (f->at == f->end || !*f->at || !strchr("sra", *f->at))
		return false;
	piece.spec = *f->at++;
	*(struct piece *)vector_add(&f->pieces, sizeof piece) = piece;
	f->conversions++;
	return true;
}

static void read_literal(struct format *f)
{
	struct piece piece = {.text = f->at};

	while (f->at < f->end) {
		if (*f->at != '%')
			f->at++;
		else if (f->at + 1 < f->end && f->at[1] == '%')
			f->at += 2;
		else
			break;
	}
	piece.length = (size_t)(f->at - piece.text);
	if (piece.length)
		*(struct piece *)vector_add(&f->pieces, sizeof piece) = piece;
}

/* Whether all of the format is simple and takes ITEMS items. */
static bool read_format(struct format *f, uint32_t items)
{
	for (;;) {
		read_literal(f);
		if (f->at == f->end)
			return f->conversions == items;
		f->at++;
		if (f->conversions == items || !read_conversion(f))
			return false;
	}
}

/* ---- emitting */

static void emit_literal(struct compiler *c, const struct piece *piece)
{
	struct constant k = {.kind = CONSTANT_STR, .in_ast = true};
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < piece->length; i++) {
		strbuf_putc(&text, piece->text[i]);
		i += piece->text[i] == '%';
	}
	k.length = (uint32_t)text.length;
	k.text = unit_intern(c->memory, text.text, text.length);
	emit_const(c, &k);
	strbuf_free(&text);
}

static void emit_spec(struct compiler *c, const struct piece *piece)
{
	struct strbuf text = STRBUF_INIT;

	if (!piece->left && piece->width > 0)
		strbuf_putc(&text, '>');
	if (piece->width >= 0)
		strbuf_printf(&text, "%d", piece->width);
	if (piece->precision >= 0)
		strbuf_printf(&text, ".%d", piece->precision);
	if (text.length)
		emit_text(c, text.text);
	emit_full(c, OP_FORMAT_VALUE, text.length > 0,
		piece->spec == 's'           ? 1
			: piece->spec == 'r' ? 2
					     : 3,
		0);
	strbuf_free(&text);
}

static void emit_pieces(
	struct compiler *c, const struct format *f, const struct ast_list *items)
{
	const struct piece *pieces = f->pieces.items;
	uint32_t item = 0;

	for (uint32_t i = 0; i < f->pieces.count; i++) {
		if (!pieces[i].spec) {
			emit_literal(c, &pieces[i]);
			continue;
		}
		compile_expression(c, items->items[item++]);
		emit_spec(c, &pieces[i]);
	}
	if (f->pieces.count > 1)
		emit(c, OP_BUILD_STRING, (int32_t)f->pieces.count);
}

bool compile_format(struct compiler *c, const struct ast *node)
{
	const struct ast *right = node->bin_op.right;
	struct constant left;

	if (!py_at_least(c->v, 3, 11) || node->bin_op.op != AST_MOD ||
		right->kind != AST_TUPLE || !fold(c, node->bin_op.left, &left) ||
		left.kind != CONSTANT_STR)
		return false;
	for (uint32_t i = 0; i < right->tuple.elts.count; i++)
		if (right->tuple.elts.items[i]->kind == AST_STARRED)
			return false;
	struct constant all;
	if (fold_list(c, &right->tuple.elts, &all))
		return false;
	struct format f = {.at = left.text, .end = left.text + left.length};
	bool simple = read_format(&f, right->tuple.elts.count);
	if (simple)
		emit_pieces(c, &f, &right->tuple.elts);
	free(f.pieces.items);
	return simple;
}
