#include "special.h"

#include <stdlib.h>
#include <string.h>

#include "builtin_list.h"
#include "code.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "generic.h"
#include "percent.h"
#include "gc.h"
#include "list.h"
#include "number.h"
#include "plain.h"
#include "sequence.h"
#include "setops.h"
#include "text.h"
#include "xalloc.h"

/* Binary operators of the built-in types (Objects/abstract.c, binary_op1 and
 * sequence_repeat; the sequences' own concatenation and repetition). */

static const struct {
	const char *symbol, *inplace;
	enum name names[3]; /* enum binary_method */
} operators[BINARY_OPERATORS] = {
	[BINARY_ADD] = {"+", "+=", {N_ADD, N_RADD, N_IADD}},
	[BINARY_SUBTRACT] = {"-", "-=", {N_SUB, N_RSUB, N_ISUB}},
	[BINARY_MULTIPLY] = {"*", "*=", {N_MUL, N_RMUL, N_IMUL}},
	[BINARY_DIVIDE] = {"/", "/=", {N_DIV, N_RDIV, N_IDIV}},
	[BINARY_TRUE_DIVIDE] = {"/", "/=", {N_TRUEDIV, N_RTRUEDIV, N_ITRUEDIV}},
	[BINARY_FLOOR_DIVIDE] = {"//", "//=", {N_FLOORDIV, N_RFLOORDIV, N_IFLOORDIV}},
	[BINARY_MODULO] = {"%", "%=", {N_MOD, N_RMOD, N_IMOD}},
	[BINARY_POWER] = {"** or pow()", "**=", {N_POW, N_RPOW, N_IPOW}},
	[BINARY_MATRIX_MULTIPLY] = {"@", "@=", {N_MATMUL, N_RMATMUL, N_IMATMUL}},
	[BINARY_LSHIFT] = {"<<", "<<=", {N_LSHIFT, N_RLSHIFT, N_ILSHIFT}},
	[BINARY_RSHIFT] = {">>", ">>=", {N_RSHIFT, N_RRSHIFT, N_IRSHIFT}},
	[BINARY_AND] = {"&", "&=", {N_AND, N_RAND, N_IAND}},
	[BINARY_OR] = {"|", "|=", {N_OR, N_ROR, N_IOR}},
	[BINARY_XOR] = {"^", "^=", {N_XOR, N_RXOR, N_IXOR}},
	[BINARY_DIVMOD] = {"divmod()", "divmod()", {N_DIVMOD, N_RDIVMOD, N_DIVMOD}},
};

enum name binary_name(int op, enum binary_method which)
{
	return operators[op].names[which];
}

static const char *symbol_of(const struct world *w, int op, bool inplace)
{
	/* Before 3.8 a failing **= names the operator of pow(). */
	if (op == BINARY_POWER && !py_at_least(w->dialect->version, 3, 8))
		inplace = false;
	return inplace ? operators[op].inplace : operators[op].symbol;
}

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static bool is_sequence(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);

	return kind == KIND_LIST || kind == KIND_TUPLE || is_text(w, o);
}

/* Errors. */

static obj_id raise_concat(struct world *w, obj_id a, obj_id b)
{
	const char *left = type_name_of(w, a), *right = type_name_of(w, b);

	if (obj_kind(w, a) == KIND_LIST || obj_kind(w, a) == KIND_TUPLE)
		return raise_error(w, T_TYPE_ERROR,
			"can only concatenate %s (not \"%s\") to %s",
			obj_kind(w, a) == KIND_LIST ? "list" : "tuple", right,
			obj_kind(w, a) == KIND_LIST ? "list" : "tuple");
	if (is_two(w) && obj_kind(w, a) == KIND_BYTES)
		return raise_error(w, T_TYPE_ERROR,
			"cannot concatenate 'str' and '%s' objects", right);
	if (is_two(w))
		return raise_error(w, T_TYPE_ERROR,
			"coercing to Unicode: need string or buffer, %s found", right);
	if (obj_kind(w, a) == KIND_BYTES)
		return raise_error(
			w, T_TYPE_ERROR, "can't concat %s to %s", right, left);
	if (!py_at_least(w->dialect->version, 3, 7))
		return raise_error(w, T_TYPE_ERROR, "must be str, not %s", right);
	return raise_error(
		w, T_TYPE_ERROR, "can only concatenate str (not \"%s\") to str", right);
}

static bool is_print(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_BUILTIN &&
		strcmp(builtin_table[obj_field(w, o, BUILTIN_ID)].name, "print") == 0;
}

obj_id binary_error(struct world *w, int op, bool inplace, obj_id a, obj_id b)
{
	if (op == BINARY_ADD && is_sequence(w, a))
		return raise_concat(w, a, b);
	if (op == BINARY_MULTIPLY && (is_sequence(w, a) || is_sequence(w, b)))
		return raise_error(w, T_TYPE_ERROR,
			"can't multiply sequence by non-int of type '%s'",
			type_name_of(w, is_sequence(w, a) ? b : a));
	return raise_error(w, T_TYPE_ERROR,
		"unsupported operand type(s) for %s: '%s' and '%s'%s",
		symbol_of(w, op, inplace), type_name_of(w, a), type_name_of(w, b),
		op == BINARY_RSHIFT && !is_two(w) && is_print(w, a)
			? ". Did you mean \"print(<message>, file=<output_stream>)\"?"
			: "");
}

/* Concatenation. */

static enum outcome done(obj_id v, obj_id *result)
{
	if (v == RESULT_AGAIN)
		return OUT_AGAIN;
	*result = v;
	return v ? OUT_VALUE : OUT_ERROR;
}

static obj_id held(struct world *w, obj_id o)
{
	hold(w, o);
	return o;
}

static bool is_exact(const struct world *w, obj_id o, enum builtin_type t)
{
	return obj_class(w, o) == type_object(t);
}

static obj_id concat_items(struct world *w, obj_id a, obj_id b)
{
	enum kind kind = obj_kind(w, a);
	uint32_t na = obj_n(w, a), nb = obj_n(w, b);

	if (kind == KIND_TUPLE && py_at_least(w->dialect->version, 3, 7)) {
		if (na == 0 && is_exact(w, b, T_TUPLE))
			return held(w, b);
		if (nb == 0 && is_exact(w, a, T_TUPLE))
			return held(w, a);
	}
	if (!sequence_room(w, kind, (uint64_t)na + nb))
		return 0;
	if (!sequence_charge(w, kind, na + nb))
		return RESULT_AGAIN;
	return sequence_joined(w, kind, a, b, 1);
}

/* 2.7 mixes str and unicode when the str is ASCII. */
static bool mixable(struct world *w, obj_id o)
{
	const unsigned char *s = (const unsigned char *)text_bytes(w, o);

	if (obj_kind(w, o) == KIND_STR)
		return true;
	for (uint32_t i = 0; i < obj_n(w, o); i++) {
		if (s[i] < 0x80)
			continue;
		raise_error(w, T_UNICODE_DECODE_ERROR,
			"'ascii' codec can't decode byte 0x%x in position %u: ordinal not in range(128)",
			s[i], i);
		return false;
	}
	return true;
}

static obj_id concat_texts(struct world *w, obj_id a, obj_id b)
{
	struct strbuf text = STRBUF_INIT;
	obj_id result, like = obj_kind(w, a) == KIND_STR ? a : b;

	if (obj_kind(w, a) != obj_kind(w, b) && (!mixable(w, a) || !mixable(w, b)))
		return 0;
	if (obj_n(w, b) == 0 && obj_kind(w, a) == obj_kind(w, like) &&
		!type_is_heap(w, obj_class(w, a)))
		return held(w, a);
	if (obj_n(w, a) == 0 && obj_kind(w, b) == obj_kind(w, like) &&
		!type_is_heap(w, obj_class(w, b)))
		return held(w, b);
	if (!sequence_room(w, KIND_STR, (uint64_t)obj_n(w, a) + obj_n(w, b)))
		return 0;
	strbuf_add(&text, text_bytes(w, a), obj_n(w, a));
	strbuf_add(&text, text_bytes(w, b), obj_n(w, b));
	result = text_new_like(w, like, text.text, text.length);
	strbuf_free(&text);
	return result;
}

static enum outcome concat(struct world *w, obj_id a, obj_id b, obj_id *result)
{
	enum kind ka = obj_kind(w, a), kb = obj_kind(w, b);

	if (ka == kb && (ka == KIND_LIST || ka == KIND_TUPLE))
		return done(concat_items(w, a, b), result);
	if (is_text(w, a) && is_text(w, b) && (ka == kb || is_two(w)))
		return done(concat_texts(w, a, b), result);
	return OUT_UNKNOWN;
}

/* Repetition. */

static obj_id repeat_text(struct world *w, obj_id o, uint32_t times)
{
	struct strbuf text = STRBUF_INIT;
	obj_id result;

	if (times == 1 && !type_is_heap(w, obj_class(w, o)))
		return held(w, o);
	for (uint32_t i = 0; i < times; i++)
		strbuf_add(&text, text_bytes(w, o), obj_n(w, o));
	result = text_new_like(w, o, text.text, text.length);
	strbuf_free(&text);
	return result;
}

static obj_id repeat(struct world *w, obj_id o, int64_t times)
{
	uint64_t n = obj_n(w, o);
	enum kind kind = obj_kind(w, o);

	if (times < 0 || n == 0)
		times = 0;
	if (!sequence_room(
		    w, kind, times > UINT32_MAX ? UINT64_MAX : n * (uint64_t)times))
		return 0;
	if (is_text(w, o))
		return repeat_text(w, o, (uint32_t)times);
	if (kind == KIND_TUPLE && is_exact(w, o, T_TUPLE) && (times == 1 || n == 0))
		return held(w, o);
	if (!sequence_charge(w, kind, (uint32_t)(n * (uint64_t)times)))
		return RESULT_AGAIN;
	return sequence_joined(w, kind, o, 0, (uint32_t)times);
}

/* l *= n: the list itself. */
static obj_id repeat_in_place(struct world *w, obj_id list, int64_t times)
{
	uint32_t n = obj_n(w, list), block;

	if (n == 0)
		return held(w, list);
	if (times <= 0) {
		block = list_splice(w, list, 0, n, 0, 0);
		hold(w, list);
		drop_block(w, block, n, block, n, -1);
		return list;
	}
	if (!sequence_room(w, KIND_LIST,
		    times > UINT32_MAX ? UINT64_MAX : n * (uint64_t)times))
		return 0;
	list_resize(w, list, n * (uint32_t)times);
	for (uint32_t i = n; i < n * (uint32_t)times; i++)
		list_append(w, list, held(w, item(w, list, i - n)));
	return held(w, list);
}

static enum outcome multiply(
	struct world *w, obj_id a, obj_id b, bool inplace, obj_id *result)
{
	obj_id sequence = is_sequence(w, a) ? a : b;
	obj_id count = sequence == a ? b : a;
	int64_t times;
	enum outcome outcome;

	if (!is_sequence(w, sequence) || is_sequence(w, count) || !is_int(w, count))
		return OUT_UNKNOWN;
	outcome = index_value(w, count, true, &times);
	if (outcome != OUT_VALUE)
		return outcome;
	if (inplace && sequence == a && obj_kind(w, a) == KIND_LIST)
		return done(repeat_in_place(w, a, times), result);
	return done(repeat(w, sequence, times), result);
}

/* Sets, dicts and their views. */

/* What the plain half of a built-in gave, or its other half. */
static enum outcome or_push(struct world *w, obj_id r, uint32_t id, obj_id a, obj_id b,
	uint32_t dst, obj_id *result)
{
	if (r != RESULT_STEP)
		return done(r, result);
	push_builtin_step(w, id, a, &b, 1, dst);
	return OUT_PUSHED;
}

static enum outcome set_operator(struct world *w, int op, obj_id a, obj_id b,
	bool inplace, uint32_t dst, obj_id *result)
{
	static const uint16_t plain[] = {[BINARY_OR] = B_set_or,
		[BINARY_AND] = B_set_and,
		[BINARY_SUBTRACT] = B_set_sub,
		[BINARY_XOR] = B_set_xor};
	static const uint16_t in_place[] = {[BINARY_OR] = B_set_ior,
		[BINARY_AND] = B_set_iand,
		[BINARY_SUBTRACT] = B_set_isub,
		[BINARY_XOR] = B_set_ixor};

	if (op != BINARY_OR && op != BINARY_AND && op != BINARY_SUBTRACT &&
		op != BINARY_XOR)
		return OUT_UNKNOWN;
	if (inplace && !obj_flag(w, a, OBJECT_FROZEN))
		return or_push(w, RESULT_STEP, in_place[op], a, b, dst, result);
	return or_push(w, set_operate(w, op, a, b), plain[op], a, b, dst, result);
}

static enum outcome container_operator(struct world *w, int op, obj_id a, obj_id b,
	bool inplace, uint32_t dst, obj_id *result)
{
	enum kind ka = obj_kind(w, a), kb = obj_kind(w, b);

	if (ka == KIND_SET && kb == KIND_SET)
		return set_operator(w, op, a, b, inplace, dst, result);
	if (ka == KIND_DICT && kb == KIND_DICT && op == BINARY_OR &&
		py_at_least(w->dialect->version, 3, 9))
		return or_push(w, RESULT_STEP, inplace ? B_dict_ior : B_dict_or, a, b,
			dst, result);
	return OUT_UNKNOWN;
}

static enum outcome list_iadd_operator(
	struct world *w, obj_id a, obj_id b, uint32_t dst, obj_id *result)
{
	obj_id r = list_extend_plain(w, a, b);

	return or_push(
		w, r == OBJ_NONE ? held(w, a) : r, B_list_iadd, a, b, dst, result);
}

/* The pair; 0: *e says why not. */
static obj_id divide(struct world *w, obj_id a, obj_id b, struct number_error *e)
{
	obj_id pair[2];

	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 2)))
		return RESULT_AGAIN;
	if (number_divmod(w, a, b, &pair[0], &pair[1], e))
		return tuple_of(w, pair, 2);
	if (!e->type)
		e->type = T_OBJECT;
	return 0;
}

static enum outcome number_operator(
	struct world *w, int op, obj_id a, obj_id b, obj_id *result)
{
	struct number_error e;

	*result = op == BINARY_DIVMOD ? divide(w, a, b, &e)
				      : number_binary(w, op, a, b, &e);
	if (*result == RESULT_AGAIN)
		return OUT_AGAIN;
	if (*result)
		return OUT_VALUE;
	if (e.type == T_OBJECT)
		return OUT_UNKNOWN;
	raise_error(w, (enum builtin_type)e.type, "%s", e.message);
	return OUT_ERROR;
}

/* Whether a class statement's class has a method of its own for this. */
static bool has_own_method(
	const struct world *w, int op, obj_id a, obj_id b, bool inplace)
{
	if (passes_over(w, a) || passes_over(w, b))
		return false;
	return overrides(w, a, binary_name(op, METHOD_PLAIN)) ||
		overrides(w, b, binary_name(op, METHOD_REFLECTED)) ||
		(inplace && overrides(w, a, binary_name(op, METHOD_INPLACE)));
}

/* Whether the % of a text comes before a __rmod__ of what is formatted. */
static bool formats_first(const struct world *w, obj_id text, obj_id value)
{
	return is_text(w, text) && !overrides(w, text, N_MOD) &&
		(obj_class(w, value) == obj_class(w, text) ||
			!type_is_subtype(w, obj_class(w, value), obj_class(w, text)));
}

enum outcome binary_builtin(struct world *w, int op, obj_id a, obj_id b, bool inplace,
	uint32_t dst, obj_id *result)
{
	if (is_number(w, a) && is_number(w, b) && !type_is_heap(w, obj_class(w, a)) &&
		!type_is_heap(w, obj_class(w, b)))
		return number_operator(w, op, a, b, result);
	if (op == BINARY_MODULO && formats_first(w, a, b))
		return format_percent(w, a, b, dst, result);
	if (has_own_method(w, op, a, b, inplace))
		return OUT_UNKNOWN;
	if (is_number(w, a) && is_number(w, b))
		return number_operator(w, op, a, b, result);
	if (op == BINARY_MODULO && is_text(w, a))
		return format_percent(w, a, b, dst, result);
	if (op == BINARY_ADD && inplace && obj_kind(w, a) == KIND_LIST)
		return list_iadd_operator(w, a, b, dst, result);
	if (op == BINARY_ADD && is_sequence(w, a))
		return concat(w, a, b, result);
	if (op == BINARY_OR && generic_joins(w, a, b)) {
		*result = generic_union(w, a, b);
		return *result == RESULT_AGAIN ? OUT_AGAIN : OUT_VALUE;
	}
	if (op == BINARY_MULTIPLY)
		return multiply(w, a, b, inplace, result);
	return container_operator(w, op, a, b, inplace, dst, result);
}
