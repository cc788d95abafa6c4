#include <stdlib.h>
#include <string.h>

#include "fold_number.h"

/*
 * What each version computes at compile time: up to 3.6 its peephole.c, from 3.7
 * ast_opt.c.  Limits are those of the version.  Results that would need more
 * than an ordinary number or text (formatting, complex products) are left to
 * be computed by the program; nobody can tell but by looking into co_consts.
 */

enum {
	PEEPHOLE_ITEMS_MAX = 20, /* peephole.c: fold_binops_on_constants */
	TUPLE_MAX = 256,         /* MAX_COLLECTION_SIZE */
	TEXT_MAX = 4096,         /* MAX_STR_SIZE */
	ITEMS_MAX = 1024,        /* MAX_TOTAL_ITEMS */
};

static bool is_27(const struct compiler *c)
{
	return c->v.major == 2;
}

static bool is_peephole(const struct compiler *c)
{
	return !py_at_least(c->v, 3, 7);
}

struct constant constant_text(const struct compiler *c, const char *text)
{
	struct constant k = {.kind = CONSTANT_STR};

	k.kind = is_27(c) ? CONSTANT_BYTES : CONSTANT_STR;
	k.length = (uint32_t)strlen(text);
	k.text = unit_intern(c->memory, text, k.length);
	return k;
}

/* ---- texts and tuples */

static bool is_text(const struct constant *k)
{
	return k->kind == CONSTANT_STR || k->kind == CONSTANT_BYTES;
}

static bool is_sequence(const struct constant *k)
{
	return is_text(k) || k->kind == CONSTANT_TUPLE;
}

/* What len() gives: code points of a str. */
static uint32_t sequence_length(const struct constant *k)
{
	uint32_t count = 0;

	if (k->kind != CONSTANT_STR)
		return k->length;
	for (uint32_t i = 0; i < k->length; i++)
		count += ((unsigned char)k->text[i] & 0xc0) != 0x80;
	return count;
}

/* A followed by B, TIMES times. */
static void join(struct compiler *c, const struct constant *a, const struct constant *b,
	uint32_t times, struct constant *value)
{
	size_t size = a->kind == CONSTANT_TUPLE ? sizeof *a : 1;
	size_t first = a->length * size, both = first + b->length * size;
	char *bytes = unit_alloc(c->memory, both * times + 1, 1);

	*value = (struct constant){.kind = a->kind};
	value->length = (a->length + b->length) * times;
	for (uint32_t i = 0; i < times; i++) {
		const void *x = is_text(a) ? (const void *)a->text : a->items;
		const void *y = is_text(b) ? (const void *)b->text : b->items;
		if (first)
			memcpy(bytes + i * both, x, first);
		if (both > first)
			memcpy(bytes + i * both + first, y, both - first);
	}
	if (is_text(a))
		value->text = unit_intern(c->memory, bytes, value->length);
	else
		value->items = (const struct constant *)(void *)bytes;
}

static uint32_t total_items(const struct constant *k)
{
	uint32_t total = k->length;

	for (uint32_t i = 0; i < k->length; i++)
		if (k->items[i].kind == CONSTANT_TUPLE ||
			k->items[i].kind == CONSTANT_FROZENSET)
			total += total_items(&k->items[i]);
	return total;
}

static bool fold_repeat(struct compiler *c, const struct constant *a,
	const struct constant *count, struct constant *value)
{
	int64_t n = count->number, length = sequence_length(a);
	int64_t max = a->kind == CONSTANT_TUPLE ? TUPLE_MAX : TEXT_MAX;
	struct constant nothing = {.kind = a->kind};

	if (count->kind != CONSTANT_INT)
		return false;
	if (is_peephole(c)) {
		n = n < 0 ? 0 : n;
		if (length && n > PEEPHOLE_ITEMS_MAX / length)
			return false;
	} else if (length) {
		if (n < 0 || n > max / length)
			return false;
		if (n && a->kind == CONSTANT_TUPLE && total_items(a) > ITEMS_MAX / n)
			return false;
	}
	join(c, a, &nothing, length ? (uint32_t)n : 1, value);
	return true;
}

static bool fold_sequences(struct compiler *c, enum binary op, const struct constant *a,
	const struct constant *b, struct constant *value)
{
	if (op == BINARY_MULTIPLY)
		return is_sequence(a) ? fold_repeat(c, a, b, value)
				      : fold_repeat(c, b, a, value);
	if (op != BINARY_ADD || a->kind != b->kind)
		return false;
	if (is_peephole(c) &&
		sequence_length(a) + sequence_length(b) > PEEPHOLE_ITEMS_MAX)
		return false;
	join(c, a, b, 1, value);
	return true;
}

static bool is_complex(const struct constant *a, const struct constant *b)
{
	return a->kind == CONSTANT_COMPLEX || b->kind == CONSTANT_COMPLEX;
}

static bool is_bitwise(enum binary op)
{
	return op == BINARY_AND || op == BINARY_OR || op == BINARY_XOR;
}

static bool fold_bools(enum binary op, const struct constant *a,
	const struct constant *b, struct constant *value)
{
	bool x = a->kind == CONSTANT_TRUE, y = b->kind == CONSTANT_TRUE;
	bool r = op == BINARY_AND ? x && y : op == BINARY_OR ? x || y : x != y;

	*value = (struct constant){.kind = r ? CONSTANT_TRUE : CONSTANT_FALSE};
	return true;
}

static bool fold_binary(
	struct compiler *c, const struct ast *node, struct constant *value)
{
	struct constant a, b;
	enum binary op = (enum binary)binary_operator(c, node->bin_op.op);

	if (!fold(c, node->bin_op.right, &b) || !fold(c, node->bin_op.left, &a))
		return false;
	if (is_bool(&a) && is_bool(&b) && is_bitwise(op))
		return fold_bools(op, &a, &b, value);
	a = as_number(&a);
	b = as_number(&b);
	if (is_sequence(&a) || is_sequence(&b))
		return fold_sequences(c, op, &a, &b, value);
	if (op == BINARY_DIVIDE)
		return false;
	if (is_complex(&a, &b))
		return fold_complex(op, &a, &b, value);
	bool negative_power = op == BINARY_POWER && is_int_constant(&b) &&
		(b.kind == CONSTANT_INT ? b.number < 0 : b.text[0] == '-');
	if (is_int_constant(&a) && is_int_constant(&b) && op != BINARY_TRUE_DIVIDE &&
		!negative_power)
		return fold_ints(c, op, &a, &b, value);
	return fold_floats(op, &a, &b, value);
}

/* ---- one operand */

bool constant_is_true(const struct constant *k)
{
	switch (k->kind) {
	case CONSTANT_NONE:
	case CONSTANT_FALSE:
		return false;
	case CONSTANT_INT:
		return k->number != 0;
	case CONSTANT_FLOAT:
	case CONSTANT_COMPLEX:
		return k->real != 0 || k->imaginary != 0;
	case CONSTANT_STR:
	case CONSTANT_BYTES:
	case CONSTANT_TUPLE:
	case CONSTANT_FROZENSET:
		return k->length != 0;
	default:
		return true;
	}
}

static bool negate(struct compiler *c, const struct constant *a, struct constant *value)
{
	struct constant zero = {.kind = CONSTANT_INT};

	if (is_int_constant(a))
		return fold_ints(c, BINARY_SUBTRACT, &zero, a, value);
	if (a->kind != CONSTANT_FLOAT && a->kind != CONSTANT_COMPLEX)
		return false;
	*value = *a;
	value->real = -a->real;
	if (a->kind == CONSTANT_COMPLEX)
		value->imaginary = -a->imaginary;
	return true;
}

/* 2.7's parser makes one number of it. */
static bool is_negative_literal(const struct compiler *c, const struct ast *node)
{
	return is_27(c) && node->kind == AST_UNARY_OP &&
		node->unary_op.op == AST_USUB &&
		!node->unary_op.operand->parenthesized &&
		node->unary_op.operand->kind == AST_CONSTANT;
}

/* -9223372036854775808 is no long in 2.7. */
static bool negate_literal(
	struct compiler *c, const struct ast *operand, struct constant *value)
{
	struct constant a;

	literal(c, &operand->constant.value, &a);
	if (a.kind == CONSTANT_BIGINT && !operand->constant.value.is_long)
		a.is_long = false;
	return negate(c, &a, value);
}

static bool fold_unary(
	struct compiler *c, const struct ast *node, struct constant *value)
{
	enum ast_operator op = node->unary_op.op;
	const struct ast *operand = node->unary_op.operand;
	struct constant a, minus_one = {.kind = CONSTANT_INT, .number = -1};

	if (is_peephole(c) && op == AST_NOT)
		return false;
	if (is_27(c) && op == AST_UADD)
		return false;
	if (!fold(c, operand, &a))
		return false;
	if (op != AST_NOT)
		a = as_number(&a);
	switch (op) {
	case AST_NOT:
		value->kind = constant_is_true(&a) ? CONSTANT_FALSE : CONSTANT_TRUE;
		*value = (struct constant){.kind = value->kind};
		return true;
	case AST_USUB:
		if (is_negative_literal(c, node))
			return negate_literal(c, operand, value);
		if (is_27(c) && !constant_is_true(&a))
			return false;
		return negate(c, &a, value);
	case AST_INVERT: /* -1 - a */
		return is_int_constant(&a) &&
			fold_ints(c, BINARY_SUBTRACT, &minus_one, &a, value);
	default:
		*value = a;
		return is_int_constant(&a) || a.kind == CONSTANT_FLOAT ||
			a.kind == CONSTANT_COMPLEX;
	}
}

/* The INDEX-th code point of a str. */
static void text_item(struct compiler *c, const struct constant *a, uint32_t index,
	struct constant *value)
{
	const char *at = a->text, *end = a->text + a->length;
	const char *next = at;

	for (uint32_t i = 0; i <= index; i++) {
		at = next;
		for (next++; next < end && ((unsigned char)*next & 0xc0) == 0x80;)
			next++;
	}
	*value = (struct constant){.kind = a->kind};
	value->length = (uint32_t)(next - at);
	value->text = unit_intern(c->memory, at, value->length);
}

static bool fold_subscript(
	struct compiler *c, const struct ast *node, struct constant *value)
{
	struct constant a, k;

	if (node->subscript.ctx != AST_LOAD || !fold(c, node->subscript.value, &a) ||
		!is_sequence(&a) || !fold(c, node->subscript.slice, &k) ||
		k.kind != CONSTANT_INT)
		return false;
	int64_t length = sequence_length(&a);
	int64_t index = k.number < 0 ? k.number + length : k.number;
	if (index < 0 || index >= length || (is_27(c) && a.kind == CONSTANT_STR))
		return false;
	if (a.kind == CONSTANT_TUPLE) {
		*value = a.items[index];
	} else if (a.kind == CONSTANT_STR) {
		text_item(c, &a, (uint32_t)index, value);
	} else if (is_27(c)) {
		*value = (struct constant){.kind = CONSTANT_BYTES, .length = 1};
		value->text = unit_intern(c->memory, a.text + index, 1);
	} else {
		*value = (struct constant){.kind = CONSTANT_INT};
		value->number = (unsigned char)a.text[index];
	}
	return true;
}

/* ---- the whole expression */

static void big_literal(
	struct compiler *c, const struct ast_value *from, struct constant *value)
{
	mpz_t z;

	mpz_init_set_str(z, from->text, 16);
	set_int(c, z, from->is_long, value);
	mpz_clear(z);
}

void literal(struct compiler *c, const struct ast_value *from, struct constant *value)
{
	static const enum constant_kind kinds[] = {
		[AST_VALUE_NONE] = CONSTANT_NONE,
		[AST_VALUE_TRUE] = CONSTANT_TRUE,
		[AST_VALUE_FALSE] = CONSTANT_FALSE,
		[AST_VALUE_ELLIPSIS] = CONSTANT_ELLIPSIS,
		[AST_VALUE_INT] = CONSTANT_INT,
		[AST_VALUE_FLOAT] = CONSTANT_FLOAT,
		[AST_VALUE_COMPLEX] = CONSTANT_COMPLEX,
		[AST_VALUE_STR] = CONSTANT_STR,
		[AST_VALUE_BYTES] = CONSTANT_BYTES,
	};

	*value = (struct constant){.kind = kinds[from->kind]};
	switch (from->kind) {
	case AST_VALUE_INT:
		value->is_long = from->is_long;
		value->number = from->integer;
		if (!from->fits)
			big_literal(c, from, value);
		break;
	case AST_VALUE_FLOAT:
		value->real = from->real;
		break;
	case AST_VALUE_COMPLEX:
		value->imaginary = from->real;
		break;
	case AST_VALUE_STR:
	case AST_VALUE_BYTES:
		value->length = (uint32_t)from->length;
		value->text = unit_intern(c->memory, from->text, from->length);
		break;
	default:
		break;
	}
	value->in_ast = true;
}

/* One LOAD_CONST before the peephole optimizer looks at it. */
static bool is_leaf(const struct compiler *c, const struct ast *node)
{
	return node->kind == AST_CONSTANT || node->kind == AST_NAME ||
		is_negative_literal(c, node);
}

/* 2.7's peephole.c finds the parts of a tuple side by side only if no part but the
 * first was itself folded. */
static bool may_fold_item(const struct compiler *c, const struct ast *node, uint32_t i)
{
	return !is_27(c) || i == 0 || is_leaf(c, node);
}

bool fold_list(struct compiler *c, const struct ast_list *list, struct constant *value)
{
	struct vector items = {0};
	bool done = list->count > 0 || c->v.major == 2 || py_at_least(c->v, 3, 7);

	for (uint32_t i = 0; done && i < list->count; i++)
		done = may_fold_item(c, list->items[i], i) &&
			fold(c, list->items[i], vector_add(&items, sizeof *value));
	if (done) {
		*value = (struct constant){
			.kind = CONSTANT_TUPLE, .length = list->count};
		value->items =
			unit_copy(c->memory, items.items, items.count, sizeof *value);
	}
	free(items.items);
	return done;
}

static bool fold_name(
	struct compiler *c, const struct ast *node, struct constant *value)
{
	const char *id = node->name.id;

	if (node->name.ctx != AST_LOAD)
		return false;
	if (is_27(c) && !strcmp(id, "None"))
		*value = (struct constant){.kind = CONSTANT_NONE};
	else if (!is_peephole(c) && !strcmp(id, "__debug__"))
		*value = (struct constant){.kind = CONSTANT_TRUE};
	else
		return false;
	return true;
}

/* An operator or a display: what an optimizer computes. */
static bool fold_parts(
	struct compiler *c, const struct ast *node, struct constant *value)
{
	switch (node->kind) {
	case AST_TUPLE:
		return node->tuple.ctx == AST_LOAD &&
			fold_list(c, &node->tuple.elts, value);
	case AST_BIN_OP:
		return fold_binary(c, node, value);
	case AST_UNARY_OP:
		return fold_unary(c, node, value);
	case AST_SUBSCRIPT:
		return fold_subscript(c, node, value);
	default:
		return false;
	}
}

bool fold(struct compiler *c, const struct ast *node, struct constant *value)
{
	if (node->kind == AST_CONSTANT) {
		literal(c, &node->constant.value, value);
		return true;
	}
	if (node->kind == AST_NAME)
		return fold_name(c, node, value);
	if (!fold_parts(c, node, value))
		return false;
	value->in_ast = !is_peephole(c) || is_negative_literal(c, node);
	value->parts_in_ast = value->in_ast;
	return true;
}

/* ---- what is left of it in co_consts */

static void keep_operands(struct compiler *c, const struct ast *node);

static void keep(struct compiler *c, const struct ast *node)
{
	struct constant k;

	if (is_peephole(c))
		keep_operands(c, node);
	if (!fold(c, node, &k))
		return;
	if (is_peephole(c) && !is_leaf(c, node))
		append_constant(c, &k);
	else
		add_constant(c, &k);
}

static void keep_all(struct compiler *c, const struct ast_list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		keep(c, list->items[i]);
}

static void keep_operands(struct compiler *c, const struct ast *node)
{
	if (is_leaf(c, node))
		return;
	switch (node->kind) {
	case AST_TUPLE:
		keep_all(c, &node->tuple.elts);
		break;
	case AST_LIST:
		keep_all(c, &node->list.elts);
		break;
	case AST_SET:
		keep_all(c, &node->set.elts);
		break;
	case AST_BIN_OP:
		keep(c, node->bin_op.left);
		keep(c, node->bin_op.right);
		break;
	case AST_UNARY_OP:
		keep(c, node->unary_op.operand);
		break;
	case AST_SUBSCRIPT:
		keep(c, node->subscript.value);
		keep(c, node->subscript.slice);
		break;
	default:
		break;
	}
}

void emit_folded(
	struct compiler *c, const struct ast *node, const struct constant *value)
{
	if (!is_peephole(c) || is_leaf(c, node)) {
		emit_const(c, value);
		return;
	}
	keep_operands(c, node);
	emit(c, OP_CONST, (int32_t)append_constant(c, value));
}

void emit_folded_list(
	struct compiler *c, const struct ast_list *list, const struct constant *value)
{
	if (!py_at_least(c->v, 3, 12))
		keep_all(c, list);
	emit_const(c, value);
}

bool fold_container(struct compiler *c, const struct ast *node, struct constant *value)
{
	bool is_set = node->kind == AST_SET && !is_27(c);

	if (!is_set && node->kind != AST_LIST)
		return false;
	if (!fold_list(c, is_set ? &node->set.elts : &node->list.elts, value))
		return false;
	if (is_set)
		value->kind = CONSTANT_FROZENSET;
	value->in_ast = value->parts_in_ast = !is_peephole(c);
	return true;
}

int fold_test(struct compiler *c, const struct ast *node)
{
	struct constant k;

	if (node->kind == AST_NAME && !strcmp(node->name.id, "__debug__"))
		return 1;
	if (is_peephole(c) && node->kind != AST_CONSTANT &&
		!is_negative_literal(c, node))
		return -1;
	if (!fold(c, node, &k))
		return -1;
	if (is_peephole(c) && k.kind == CONSTANT_BYTES && !is_27(c))
		return -1;
	return constant_is_true(&k);
}
