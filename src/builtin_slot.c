#include "builtin.h"

#include "attr.h"
#include "code.h"
#include "compare.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "list.h"
#include "number.h"
#include "object_core.h"
#include "plain.h"
#include "refuse.h"
#include "repr.h"
#include "special.h"
#include "text.h"
#include "weakref.h"

/*
 * The slot wrappers of the built-in types: list.__len__, int.__add__ and their like.
 * One function serves all types that have the slot: it does what the operator does with
 * such a value, and passes over what the class of the value has of its own in Python
 * (plain.h).
 */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

/* OUT_UNKNOWN: gcrefs does not know the slot of such values. */
static obj_id settled(struct world *w, const struct args *a, const char *name,
	enum outcome outcome, obj_id result)
{
	if (outcome == OUT_UNKNOWN)
		return refuse_attribute(w, obj_class(w, a->self), name);
	return outcome_result(outcome, result);
}

/* Binary operators. */

/* Whether the operator of A's type knows B at all (int + float is float's). */
static bool knows(const struct world *w, obj_id a, obj_id b)
{
	switch (obj_kind(w, a)) {
	case KIND_INT:
		return is_int(w, b) && (is_long(w, a) || !is_long(w, b));
	case KIND_FLOAT:
		return is_number(w, b) && obj_kind(w, b) != KIND_COMPLEX;
	case KIND_COMPLEX:
		return is_number(w, b);
	case KIND_SET:
	case KIND_DICT:
		return obj_kind(w, b) == obj_kind(w, a);
	default:
		return true;
	}
}

static bool is_sequence(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);

	return kind == KIND_LIST || kind == KIND_TUPLE || is_text(w, o);
}

static obj_id bad_count(struct world *w, obj_id count)
{
	return raise_error(w, T_TYPE_ERROR,
		is_two(w) ? "'%s' object cannot be interpreted as an index"
			  : "'%s' object cannot be interpreted as an integer",
		type_name_of(w, count));
}

static obj_id operate(
	struct world *w, const struct args *a, int op, enum binary_method which)
{
	obj_id self = a->self, other = arg(w, a, 0), result = 0;
	bool reflected = which == METHOD_REFLECTED;
	enum outcome outcome;

	if (!knows(w, self, other))
		return OBJ_NOT_IMPLEMENTED;
	if (op == BINARY_MULTIPLY && is_sequence(w, self) && !is_int(w, other))
		return bad_count(w, other);
	plain_begin_both(w, self, other);
	outcome = binary_builtin(w, op, reflected ? other : self,
		reflected ? self : other, which == METHOD_INPLACE, a->dst, &result);
	plain_end(w);
	if (outcome == OUT_UNKNOWN && op == BINARY_ADD && is_sequence(w, self))
		return binary_error(w, op, false, self, other);
	return settled(w, a, text_bytes(w, name_object(binary_name(op, which))),
		outcome, result);
}

#define BINARY(name, op) \
	obj_id slot_##name(struct world *w, const struct args *a) \
	{ \
		return operate(w, a, op, METHOD_PLAIN); \
	} \
	obj_id slot_r##name(struct world *w, const struct args *a) \
	{ \
		return operate(w, a, op, METHOD_REFLECTED); \
	} \
	obj_id slot_i##name(struct world *w, const struct args *a) \
	{ \
		return operate(w, a, op, METHOD_INPLACE); \
	}

BINARY(add, BINARY_ADD)
BINARY(sub, BINARY_SUBTRACT)
BINARY(mul, BINARY_MULTIPLY)
BINARY(div, BINARY_DIVIDE)
BINARY(truediv, BINARY_TRUE_DIVIDE)
BINARY(floordiv, BINARY_FLOOR_DIVIDE)
BINARY(mod, BINARY_MODULO)
BINARY(lshift, BINARY_LSHIFT)
BINARY(rshift, BINARY_RSHIFT)
BINARY(and, BINARY_AND)
BINARY(or, BINARY_OR)
BINARY(xor, BINARY_XOR)

/* __pow__(x[, modulus]) */
obj_id slot_pow(struct world *w, const struct args *a)
{
	if (a->count > 1 && arg(w, a, 1) != OBJ_NONE)
		return refuse_attribute(w, obj_class(w, a->self), "__pow__");
	return operate(w, a, BINARY_POWER, METHOD_PLAIN);
}

obj_id slot_rpow(struct world *w, const struct args *a)
{
	return operate(w, a, BINARY_POWER, METHOD_REFLECTED);
}

static obj_id divide(struct world *w, obj_id x, obj_id y)
{
	struct number_error e = {0};
	obj_id pair[2];

	if (!gc_charge(w, gc_free_list(w, KIND_TUPLE, 2)))
		return RESULT_AGAIN;
	if (number_divmod(w, x, y, &pair[0], &pair[1], &e))
		return tuple_of(w, pair, 2);
	return raise_error(w, (enum builtin_type)e.type, "%s", e.message);
}

obj_id slot_divmod(struct world *w, const struct args *a)
{
	return knows(w, a->self, arg(w, a, 0)) ? divide(w, a->self, arg(w, a, 0))
					       : OBJ_NOT_IMPLEMENTED;
}

obj_id slot_rdivmod(struct world *w, const struct args *a)
{
	return knows(w, a->self, arg(w, a, 0)) ? divide(w, arg(w, a, 0), a->self)
					       : OBJ_NOT_IMPLEMENTED;
}

/* Comparisons. */

/* Whether the comparison of A's type knows values of B's. */
static bool compares(const struct world *w, obj_id a, obj_id b)
{
	if (is_number(w, a))
		return knows(w, a, b);
	return obj_kind(w, a) == obj_kind(w, b);
}

/* Weak references are equal when what they refer to is; dead ones by identity. */
static obj_id compare_references(
	struct world *w, int op, obj_id a, obj_id b, uint32_t dst)
{
	obj_id x = weakref_referent(w, a), y = weakref_referent(w, b), result = 0;

	if ((op != COMPARE_EQ && op != COMPARE_NE) ||
		(is_two(w) && obj_class(w, a) != obj_class(w, b)))
		return OBJ_NOT_IMPLEMENTED;
	if (!x || !y)
		return bool_of((a == b) == (op == COMPARE_EQ));
	return outcome_result(compare_any(w, op, x, y, dst, &result), result);
}

static obj_id compare(struct world *w, const struct args *a, int op)
{
	obj_id other = arg(w, a, 0), result = 0;
	enum outcome outcome;

	if (!compares(w, a->self, other))
		return OBJ_NOT_IMPLEMENTED;
	if (obj_kind(w, a->self) == KIND_WEAKREF && !is_weak_proxy(w, a->self))
		return compare_references(w, op, a->self, other, a->dst);
	plain_begin_both(w, a->self, other);
	outcome = compare_plain(w, op, a->self, other, &result);
	plain_end(w);
	/* Frames would ask for methods in Python again. */
	if (outcome == OUT_PUSHED && !special(w, a->self, compare_name(op)) &&
		!special(w, other, compare_name(op)))
		outcome = compare_builtin(w, op, a->self, other, a->dst, &result);
	else if (outcome == OUT_PUSHED)
		outcome = OUT_UNKNOWN;
	return settled(
		w, a, text_bytes(w, name_object(compare_name(op))), outcome, result);
}

#define COMPARISON(name, op) \
	obj_id slot_##name(struct world *w, const struct args *a) \
	{ \
		return compare(w, a, op); \
	}

COMPARISON(lt, COMPARE_LT)
COMPARISON(le, COMPARE_LE)
COMPARISON(eq, COMPARE_EQ)
COMPARISON(ne, COMPARE_NE)
COMPARISON(gt, COMPARE_GT)
COMPARISON(ge, COMPARE_GE)

/* Numbers. */

static obj_id unary(struct world *w, const struct args *a, int op)
{
	struct number_error e = {0};
	obj_id result = number_unary(w, op, a->self, &e);

	return result ? result
		      : raise_error(w, (enum builtin_type)e.type, "%s", e.message);
}

obj_id slot_neg(struct world *w, const struct args *a)
{
	return unary(w, a, UNARY_NEGATIVE);
}

obj_id slot_pos(struct world *w, const struct args *a)
{
	return unary(w, a, UNARY_POSITIVE);
}

obj_id slot_invert(struct world *w, const struct args *a)
{
	return unary(w, a, UNARY_INVERT);
}

obj_id slot_abs(struct world *w, const struct args *a)
{
	struct number_error e = {0};
	obj_id result = number_abs(w, a->self, &e);

	return result ? result
		      : raise_error(w, (enum builtin_type)e.type, "%s", e.message);
}

obj_id slot_bool(struct world *w, const struct args *a)
{
	return bool_of(truth_plain(w, a->self));
}

obj_id slot_nonzero(struct world *w, const struct args *a)
{
	return slot_bool(w, a);
}

static obj_id to_int(struct world *w, const struct args *a)
{
	struct number_error e = {0};
	obj_id result;

	if (obj_kind(w, a->self) == KIND_INT)
		return unary(w, a, UNARY_POSITIVE);
	if (obj_kind(w, a->self) != KIND_FLOAT)
		return refuse_attribute(w, obj_class(w, a->self), "__int__");
	result = int_from_double(w, float_value(w, a->self), &e);
	return result ? result
		      : raise_error(w, (enum builtin_type)e.type, "%s", e.message);
}

obj_id slot_int(struct world *w, const struct args *a)
{
	return to_int(w, a);
}

obj_id slot_index(struct world *w, const struct args *a)
{
	return to_int(w, a);
}

obj_id slot_float(struct world *w, const struct args *a)
{
	struct number_error e = {0};
	double value;

	if (obj_kind(w, a->self) == KIND_COMPLEX)
		return refuse_attribute(w, obj_class(w, a->self), "__float__");
	if (number_double(w, a->self, &value, &e))
		return float_new(w, value);
	return raise_error(w, (enum builtin_type)e.type, "%s", e.message);
}

/* Containers. */

obj_id slot_len(struct world *w, const struct args *a)
{
	int64_t n;

	if (!length_plain(w, a->self, &n))
		return refuse_attribute(w, obj_class(w, a->self), "__len__");
	return int_new(w, n);
}

obj_id slot_iter(struct world *w, const struct args *a)
{
	obj_id result = 0;
	enum outcome outcome;

	plain_begin(w, a->self);
	outcome = iter_builtin(w, a->self, &result);
	plain_end(w);
	return settled(w, a, "__iter__", outcome, result);
}

obj_id slot_contains(struct world *w, const struct args *a)
{
	obj_id result = 0;
	enum outcome outcome;

	plain_begin(w, a->self);
	outcome = contains_builtin(w, a->self, arg(w, a, 0), a->dst, &result);
	plain_end(w);
	return settled(w, a, "__contains__", outcome, result);
}

obj_id slot_getitem(struct world *w, const struct args *a)
{
	obj_id result = 0;
	enum outcome outcome;

	plain_begin(w, a->self);
	outcome = subscript_load(w, a->self, arg(w, a, 0), a->dst, &result);
	plain_end(w);
	return settled(w, a, "__getitem__", outcome, result);
}

static obj_id put_item(
	struct world *w, const struct args *a, obj_id value, const char *name)
{
	struct removed removed = {0};
	enum outcome outcome;

	if (value)
		hold(w, value);
	plain_begin(w, a->self);
	outcome = subscript_store(w, a->self, arg(w, a, 0), value, a->dst, &removed);
	plain_end(w);
	if (outcome == OUT_VALUE)
		drop_removed(w, &removed, NULL, 0);
	else if (value && outcome != OUT_PUSHED)
		drop(w, value, NULL);
	return settled(w, a, name, outcome, OBJ_NONE);
}

obj_id slot_setitem(struct world *w, const struct args *a)
{
	return put_item(w, a, arg(w, a, 1), "__setitem__");
}

obj_id slot_delitem(struct world *w, const struct args *a)
{
	return put_item(w, a, 0, "__delitem__");
}

/* Any object. */

obj_id slot_repr(struct world *w, const struct args *a)
{
	obj_id result = 0;
	enum outcome outcome;

	plain_begin(w, a->self);
	outcome = repr_of(w, a->self, a->dst, &result);
	plain_end(w);
	return settled(w, a, "__repr__", outcome, result);
}

obj_id slot_str(struct world *w, const struct args *a)
{
	obj_id result = 0;
	enum outcome outcome;

	plain_begin(w, a->self);
	outcome = str_of(w, a->self, a->dst, &result);
	plain_end(w);
	return settled(w, a, "__str__", outcome, result);
}

obj_id slot_hash(struct world *w, const struct args *a)
{
	uint64_t hash;
	bool known;

	plain_begin(w, a->self);
	known = hash_value(w, a->self, &hash);
	plain_end(w);
	if (known)
		return int_new(w, (int64_t)hash);
	return refuse_attribute(w, obj_class(w, a->self), "__hash__");
}

obj_id slot_call(struct world *w, const struct args *a)
{
	struct args given = *a;
	obj_id result = 0;
	enum outcome outcome;

	given.self = 0;
	plain_begin(w, a->self);
	outcome = call(w, a->self, &given, a->dst, &result);
	plain_end(w);
	return outcome_result(outcome, result);
}

obj_id slot_getattribute(struct world *w, const struct args *a)
{
	obj_id result = 0;
	enum outcome outcome;

	outcome = attr_load_plain(w, a->self, arg(w, a, 0), a->dst, &result);
	return outcome_result(outcome, result);
}

static obj_id put_attribute(struct world *w, const struct args *a, obj_id value)
{
	struct owned old[2];
	enum outcome outcome;

	if (value)
		hold(w, value);
	outcome = attr_store_plain(w, a->self, arg(w, a, 0), value, a->dst, old);
	if (outcome == OUT_VALUE)
		drop_all(w, old, 2);
	else if (value && outcome != OUT_PUSHED)
		drop(w, value, NULL);
	return outcome_result(outcome, OBJ_NONE);
}

obj_id slot_setattr(struct world *w, const struct args *a)
{
	return put_attribute(w, a, arg(w, a, 1));
}

obj_id slot_delattr(struct world *w, const struct args *a)
{
	return put_attribute(w, a, 0);
}

/* object's own comparisons: by identity, or not at all. */

obj_id object_eq(struct world *w, const struct args *a)
{
	return a->self == arg(w, a, 0) ? OBJ_TRUE : OBJ_NOT_IMPLEMENTED;
}

#define NO_ORDER(name) \
	obj_id name(struct world *w, const struct args *a) \
	{ \
		(void)w; \
		(void)a; \
		return OBJ_NOT_IMPLEMENTED; \
	}

NO_ORDER(object_lt)
NO_ORDER(object_le)
NO_ORDER(object_gt)
NO_ORDER(object_ge)

/* What __eq__ of a built-in type says, as far as that is C code. */
static obj_id own_equality(struct world *w, obj_id a, obj_id b)
{
	obj_id result;

	if (!is_number(w, a) && !is_sequence(w, a) && obj_kind(w, a) != KIND_SET &&
		obj_kind(w, a) != KIND_DICT)
		return a == b ? OBJ_TRUE : OBJ_NOT_IMPLEMENTED;
	if (!compares(w, a, b))
		return OBJ_NOT_IMPLEMENTED;
	if (compare_plain(w, COMPARE_EQ, a, b, &result) == OUT_VALUE)
		return result;
	return refuse_attribute(w, type_object(T_OBJECT), "__ne__");
}

/* The opposite of what __eq__ says, whoever wrote that. */
void object_ne(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id equal = word(w, f + FRAME_RESULT), other = arg(w, &a, 0);
	obj_id method;

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		method = special(w, a.self, N_EQ);
		if (method) {
			push_special(w, method, a.self, other, 0, f + FRAME_RESULT);
			return;
		}
		equal = own_equality(w, a.self, other);
	}
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, 0), equal);
	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
	} else if (equal == OBJ_NOT_IMPLEMENTED) {
		builtin_return(w, OBJ_NOT_IMPLEMENTED);
	} else {
		builtin_return(w, bool_of(!truth_plain(w, equal)));
	}
}

obj_id object_hash(struct world *w, const struct args *a)
{
	return int_new(w, (int64_t)address_hash(w, a->self));
}
