#include "probe.h"

#include <string.h>

#include "number.h"
#include "text.h"
#include "plain.h"

/* How deep containers may be nested before it is left to who can push frames. */
#define DEPTH_LIMIT 100

static int equal_at(const struct world *w, obj_id a, obj_id b, int depth);

/* PyObject_RichCompareBool: what is the same is equal, NaN too. */
static int equal_item(const struct world *w, obj_id a, obj_id b, int depth)
{
	return a == b ? 1 : equal_at(w, a, b, depth);
}

static bool is_ascii(const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)bytes[i] >= 0x80)
			return false;
	}
	return true;
}

/* 2.7 compares a str with a unicode as text, if it is ASCII. */
static int equal_mixed_text(const struct world *w, obj_id a, obj_id b)
{
	uint32_t n = obj_n(w, a);

	return is_old(w) && n == obj_n(w, b) && is_ascii(text_bytes(w, a), n) &&
		memcmp(text_bytes(w, a), text_bytes(w, b), n) == 0;
}

static int equal_text(const struct world *w, obj_id a, obj_id b)
{
	if (obj_kind(w, a) == obj_kind(w, b))
		return text_same(w, a, b);
	return equal_mixed_text(w, a, b);
}

/* Items one by one until two differ; lists of different lengths are not looked
 * at (Objects/listobject.c, list_richcompare). */
static int equal_items(const struct world *w, obj_id a, obj_id b, int depth)
{
	uint32_t na = obj_n(w, a);
	uint32_t nb = obj_n(w, b);
	uint32_t head = obj_kind(w, a) == KIND_LIST ? LIST_HEAD : 0;

	if (head && na != nb)
		return 0;
	for (uint32_t i = 0; i < na && i < nb; i++) {
		int equal = equal_item(
			w, obj_field(w, a, head + i), obj_field(w, b, head + i), depth);

		if (equal != 1)
			return equal;
	}
	return na == nb;
}

static int equal_sets(const struct world *w, obj_id a, obj_id b)
{
	if (obj_n(w, a) != obj_n(w, b))
		return 0;
	return set_is_subset(w, a, b);
}

static int equal_in_dict(
	const struct world *w, obj_id a, uint32_t i, obj_id b, int depth)
{
	struct dict_probe p;

	dict_probe_start(w, b, dict_entry_key(w, a, i), dict_entry_hash(w, a, i), &p);
	switch (dict_probe(w, b, &p)) {
	case DICT_FOUND:
		return equal_item(w, dict_entry_value(w, a, i),
			dict_entry_value(w, b, p.entry), depth);
	case DICT_COMPARE:
		return -1;
	default:
		return 0;
	}
}

static int equal_dicts(const struct world *w, obj_id a, obj_id b, int depth)
{
	if (obj_n(w, a) != obj_n(w, b))
		return 0;
	for (uint32_t i = 0; i < dict_entries(w, a); i++) {
		int equal;

		if (!dict_entry_key(w, a, i))
			continue;
		equal = equal_in_dict(w, a, i, b, depth);
		if (equal != 1)
			return equal;
	}
	return 1;
}

static int equal_ranges(const struct world *w, obj_id a, obj_id b)
{
	int64_t na, nb;

	if (is_old(w))
		return 0;
	if (!range_length(w, a, &na) || !range_length(w, b, &nb))
		return -1;
	if (na != nb)
		return 0;
	if (na == 0)
		return 1;
	if (number_compare(
		    w, obj_field(w, a, RANGE_START), obj_field(w, b, RANGE_START)))
		return 0;
	return na == 1 ||
		number_compare(w, obj_field(w, a, RANGE_STEP),
			obj_field(w, b, RANGE_STEP)) == 0;
}

static int equal_slices(const struct world *w, obj_id a, obj_id b, int depth)
{
	for (uint32_t i = 0; i < SLICE_WORDS; i++) {
		int equal =
			equal_item(w, obj_field(w, a, i), obj_field(w, b, i), depth);

		if (equal != 1)
			return equal;
	}
	return 1;
}

static int equal_methods(const struct world *w, obj_id a, obj_id b, int depth)
{
	obj_id self = obj_field(w, a, METHOD_SELF);
	obj_id other = obj_field(w, b, METHOD_SELF);

	if (obj_field(w, a, METHOD_FUNCTION) != obj_field(w, b, METHOD_FUNCTION))
		return 0;
	if (self == other)
		return 1;
	return self && other && is_before(w, 8) ? equal_item(w, self, other, depth) : 0;
}

/* Kinds whose equality depends on other objects that are not at hand here. */
static bool is_unknown(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);

	return (type_has(w, obj_class(w, o), TYPE_HAS_EQ) && !passes_over(w, o)) ||
		kind == KIND_OLD_INSTANCE || kind == KIND_WEAKREF ||
		kind == KIND_VIEW || kind == KIND_PARTS;
}

static bool is_plain(const struct world *w, obj_id o, int depth)
{
	uint32_t count = 0;

	if (is_unknown(w, o) || depth == DEPTH_LIMIT)
		return false;
	if (obj_kind(w, o) == KIND_TUPLE)
		count = obj_n(w, o);
	for (uint32_t i = 0; i < count; i++) {
		if (!is_plain(w, obj_field(w, o, i), depth + 1))
			return false;
	}
	if (obj_kind(w, o) != KIND_SET)
		return true;
	for (uint32_t i = 0; i < set_entries(w, o); i++) {
		obj_id key = set_entry_key(w, o, i);

		if (key && !is_plain(w, key, depth + 1))
			return false;
	}
	return true;
}

bool is_plain_value(const struct world *w, obj_id o)
{
	return is_plain(w, o, 0);
}

static int equal_at(const struct world *w, obj_id a, obj_id b, int depth)
{
	enum kind kind = obj_kind(w, a);

	if (is_unknown(w, a) || is_unknown(w, b) || depth == DEPTH_LIMIT)
		return -1;
	if (is_number(w, a) && is_number(w, b))
		return number_compare(w, a, b) == 0;
	if (is_text(w, a) && is_text(w, b))
		return equal_text(w, a, b);
	if (kind != obj_kind(w, b))
		return 0;
	switch (kind) {
	case KIND_TUPLE:
	case KIND_LIST:
		return equal_items(w, a, b, depth + 1);
	case KIND_SET:
		return equal_sets(w, a, b);
	case KIND_DICT:
		return equal_dicts(w, a, b, depth + 1);
	case KIND_RANGE:
		return equal_ranges(w, a, b);
	case KIND_SLICE:
		return equal_slices(w, a, b, depth + 1);
	case KIND_METHOD:
		return equal_methods(w, a, b, depth + 1);
	default:
		return a == b;
	}
}

int equal_value(const struct world *w, obj_id a, obj_id b)
{
	return equal_at(w, a, b, 0);
}

int equal_within(const struct world *w, obj_id a, obj_id b, uint32_t levels)
{
	return equal_at(w, a, b, levels < DEPTH_LIMIT ? DEPTH_LIMIT - (int)levels : 0);
}
