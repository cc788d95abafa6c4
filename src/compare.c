#include "special.h"

#include <string.h>

#include "attr.h"
#include "code.h"
#include "compare.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "lookup.h"
#include "list.h"
#include "number.h"
#include "plain.h"
#include "recursion.h"
#include "text.h"
#include "weakref.h"

/* Comparisons of the built-in types. */

static const enum name names[] = {N_LT, N_LE, N_EQ, N_NE, N_GT, N_GE};
static const uint8_t swapped[] = {
	COMPARE_GT, COMPARE_GE, COMPARE_EQ, COMPARE_NE, COMPARE_LT, COMPARE_LE};

enum name compare_name(int op)
{
	return names[op];
}

int compare_swapped(int op)
{
	return swapped[op];
}

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

bool order_holds(int op, int order)
{
	switch (op) {
	case COMPARE_LT:
		return order < 0;
	case COMPARE_LE:
		return order <= 0;
	case COMPARE_EQ:
		return order == 0;
	case COMPARE_NE:
		return order != 0;
	case COMPARE_GT:
		return order > 0;
	default:
		return order >= 0;
	}
}

bool inverts_eq(const struct world *w, obj_id o)
{
	obj_id ne;

	if (!overrides(w, o, N_EQ))
		return false;
	ne = type_lookup(w, obj_class(w, o), name_object(N_NE));
	return ne && obj_kind(w, ne) == KIND_DESCRIPTOR &&
		obj_field(w, ne, DESCRIPTOR_TYPE) == type_object(T_OBJECT);
}

/* Which class has a method of its own for OP: special methods come first. */
static bool has_own_method(const struct world *w, int op, obj_id a, obj_id b)
{
	if (passes_over(w, a) || passes_over(w, b))
		return false;
	if (overrides(w, a, names[op]) || overrides(w, b, names[swapped[op]]))
		return true;
	if (is_two(w))
		return overrides(w, a, N_CMP) || overrides(w, b, N_CMP);
	return op == COMPARE_NE && (inverts_eq(w, a) || inverts_eq(w, b));
}

/* Two numbers; NaN is not equal and not ordered. */
static enum outcome compare_numbers(
	struct world *w, int op, obj_id a, obj_id b, obj_id *result)
{
	bool complex = obj_kind(w, a) == KIND_COMPLEX || obj_kind(w, b) == KIND_COMPLEX;
	int order;

	if (complex && op != COMPARE_EQ && op != COMPARE_NE) {
		if (!is_two(w))
			return OUT_UNKNOWN;
		raise_error(w, T_TYPE_ERROR,
			"no ordering relation is defined for complex numbers");
		return OUT_ERROR;
	}
	order = number_compare(w, a, b);
	*result = order == 2 ? bool_of(op == COMPARE_NE)
			     : bool_of(order_holds(op, order));
	return OUT_VALUE;
}

/* 3.x: subset relations of sets. */
static enum outcome compare_sets(
	struct world *w, int op, obj_id a, obj_id b, obj_id *result)
{
	obj_id small = op == COMPARE_LT || op == COMPARE_LE ? a : b;
	obj_id large = small == a ? b : a;
	int subset;

	if ((op == COMPARE_LT || op == COMPARE_GT) && obj_n(w, a) == obj_n(w, b)) {
		*result = OBJ_FALSE;
		return OUT_VALUE;
	}
	subset = set_is_subset(w, small, large);
	if (subset < 0)
		return OUT_PUSHED;
	*result = bool_of(subset);
	return OUT_VALUE;
}

/* How deep nested sequences are compared in C. */
#define DEPTH_LIMIT 100

static enum outcome order_value(
	struct world *w, int op, obj_id a, obj_id b, int depth, obj_id *result);

/* The items that decide: when C does not know their order, frames find out. */
static enum outcome order_decided(
	struct world *w, int op, obj_id x, obj_id y, int depth, obj_id *result)
{
	enum outcome outcome = order_value(w, op, x, y, depth + 1, result);

	return outcome == OUT_UNKNOWN ? OUT_PUSHED : outcome;
}

/* Sequences: the first items that differ decide, else the lengths. */
static enum outcome order_items(
	struct world *w, int op, obj_id a, obj_id b, int depth, obj_id *result)
{
	uint32_t na = obj_n(w, a), nb = obj_n(w, b);

	for (uint32_t i = 0; i < na && i < nb; i++) {
		obj_id x = item(w, a, i), y = item(w, b, i);
		int equal = x == y
			? 1
			: equal_within(w, x, y, (uint32_t)(DEPTH_LIMIT - depth - 1));

		if (equal < 0)
			return OUT_PUSHED;
		if (!equal)
			return order_decided(w, op, x, y, depth, result);
	}
	*result = bool_of(order_holds(op, (na > nb) - (na < nb)));
	return OUT_VALUE;
}

static bool both(const struct world *w, obj_id a, obj_id b, enum kind kind)
{
	return obj_kind(w, a) == kind && obj_kind(w, b) == kind;
}

static bool is_ascii(const struct world *w, obj_id o)
{
	const char *s = text_bytes(w, o);

	for (uint32_t i = 0; i < obj_n(w, o); i++) {
		if ((unsigned char)s[i] >= 0x80)
			return false;
	}
	return true;
}

static bool comparable_texts(const struct world *w, obj_id a, obj_id b)
{
	if (!is_text(w, a) || !is_text(w, b))
		return false;
	return obj_kind(w, a) == obj_kind(w, b) ||
		(is_two(w) && is_ascii(w, a) && is_ascii(w, b));
}

/* < <= > >= : OUT_PUSHED with nothing pushed: frames must do it. */
static enum outcome order_value(
	struct world *w, int op, obj_id a, obj_id b, int depth, obj_id *result)
{
	if (has_own_method(w, op, a, b) || depth == DEPTH_LIMIT)
		return OUT_PUSHED;
	if (is_number(w, a) && is_number(w, b))
		return compare_numbers(w, op, a, b, result);
	if (comparable_texts(w, a, b)) {
		*result = bool_of(order_holds(op, text_compare(w, a, b)));
		return OUT_VALUE;
	}
	if (both(w, a, b, KIND_LIST) || both(w, a, b, KIND_TUPLE))
		return order_items(w, op, a, b, depth, result);
	if (both(w, a, b, KIND_SET))
		return compare_sets(w, op, a, b, result);
	if (is_two(w) && both(w, a, b, KIND_DICT))
		return OUT_PUSHED;
	return OUT_UNKNOWN;
}

/* Where to begin for no deeper than the recursion that is left. */
static int first_depth(const struct world *w)
{
	uint32_t room = recursion_room(w);

	return room < DEPTH_LIMIT ? DEPTH_LIMIT - (int)room : 0;
}

static enum outcome equality(
	struct world *w, int op, obj_id a, obj_id b, obj_id *result)
{
	int equal = equal_within(w, a, b, recursion_room(w));

	if (equal < 0)
		return OUT_PUSHED;
	*result = bool_of(equal == (op == COMPARE_EQ));
	return OUT_VALUE;
}

/* != of values that have none in Python: a built-in type's, whatever their __eq__. */
static enum outcome unequal(struct world *w, obj_id a, obj_id b, obj_id *result)
{
	enum outcome outcome;

	plain_begin_both(w, a, b);
	outcome = equality(w, COMPARE_NE, a, b, result);
	plain_end(w);
	return outcome;
}

static bool is_container(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
	case KIND_TUPLE:
	case KIND_DICT:
	case KIND_SET:
	case KIND_VIEW:
	case KIND_WEAKREF:
	case KIND_SLICE:
	case KIND_METHOD:
	case KIND_RANGE:
		return true;
	default:
		return false;
	}
}

static bool looks_behind(const struct world *w, obj_id a, obj_id b)
{
	return !is_two(w) || (is_weak_proxy(w, a) && is_weak_proxy(w, b));
}

bool compare_operands(struct world *w, obj_id *a, obj_id *b)
{
	if (!looks_behind(w, *a, *b))
		return true;
	*a = unproxy(w, *a);
	if (*a)
		*b = unproxy(w, *b);
	return *a && *b;
}

void compare_behind(const struct world *w, obj_id *a, obj_id *b)
{
	if (!looks_behind(w, *a, *b))
		return;
	*a = behind(w, *a);
	*b = behind(w, *b);
}

enum outcome compare_plain(struct world *w, int op, obj_id a, obj_id b, obj_id *result)
{
	if (!compare_operands(w, &a, &b))
		return OUT_ERROR;
	if (has_own_method(w, op, a, b))
		return OUT_UNKNOWN;
	if (op == COMPARE_NE && !is_two(w) && !reg(w, REG_PLAIN))
		return unequal(w, a, b, result);
	if (op == COMPARE_EQ || op == COMPARE_NE)
		return equality(w, op, a, b, result);
	return order_value(w, op, a, b, first_depth(w), result);
}

enum outcome compare_builtin(
	struct world *w, int op, obj_id a, obj_id b, uint32_t dst, obj_id *result)
{
	enum outcome outcome;

	if (!recursion_check(w, LEVELS_COMPARE, false))
		return OUT_ERROR;
	outcome = compare_plain(w, op, a, b, result);
	if (outcome != OUT_PUSHED)
		return outcome;
	if (!is_container(w, a) || !is_container(w, b))
		return OUT_UNKNOWN;
	compare_push(w, op, a, b, dst);
	return OUT_PUSHED;
}

enum outcome compare_any(
	struct world *w, int op, obj_id a, obj_id b, uint32_t dst, obj_id *result)
{
	enum outcome outcome;

	if (!recursion_check(w, LEVELS_COMPARE, false))
		return OUT_ERROR;
	outcome = compare_plain(w, op, a, b, result);
	if (outcome == OUT_VALUE || outcome == OUT_ERROR)
		return outcome;
	compare_push(w, op, a, b, dst);
	return OUT_PUSHED;
}

/* 2.7's order of values that do not know each other: None, numbers, the rest by
 * the names of their types (Objects/object.c, default_3way_compare). */
static const char *order_name(const struct world *w, obj_id o)
{
	if (is_number(w, o) || obj_kind(w, o) == KIND_OLD_INSTANCE)
		return "";
	return type_name_of(w, o);
}

static int order_of_addresses(const struct world *w, obj_id a, obj_id b)
{
	uint64_t x = obj_address(w, a), y = obj_address(w, b);

	return (x > y) - (x < y);
}

int default_order(const struct world *w, obj_id a, obj_id b)
{
	int order;

	if (obj_class(w, a) == obj_class(w, b))
		return order_of_addresses(w, a, b);
	if (a == OBJ_NONE || b == OBJ_NONE)
		return a == OBJ_NONE ? -1 : 1;
	order = strcmp(order_name(w, a), order_name(w, b));
	if (order)
		return order < 0 ? -1 : 1;
	return order_of_addresses(w, obj_class(w, a), obj_class(w, b));
}

bool compare_order2(const struct world *w, int op, obj_id a, obj_id b)
{
	return order_holds(op, default_order(w, a, b));
}
