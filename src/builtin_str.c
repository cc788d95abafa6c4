#include "builtin_str.h"

#include "arguments.h"
#include "builtin_list.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "iterate.h"
#include "list.h"
#include "number.h"
#include "sequence.h"
#include "special.h"
#include "subscript.h"

/* Methods of str, bytes and unicode that give a text, a bool or a place. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static bool is_bytes(const struct world *w, const struct args *a)
{
	return obj_kind(w, a->self) == KIND_BYTES;
}

/* Case and properties. */

#define CASE(name, to) \
	static obj_id name(struct world *w, const struct args *a) \
	{ \
		return str_to_case(w, a->self, to); \
	}
#define PROPERTY(name, property) \
	obj_id name(struct world *w, const struct args *a) \
	{ \
		return bool_of(str_is(w, a->self, property)); \
	}

CASE(lower, CASE_LOWER)
CASE(upper, CASE_UPPER)
CASE(title, CASE_TITLE)
CASE(capitalize, CASE_CAPITAL)
CASE(swapcase, CASE_SWAPPED)
BOTH(lower)
BOTH(upper)
BOTH(title)
BOTH(capitalize)
BOTH(swapcase)

obj_id ustr_casefold(struct world *w, const struct args *a)
{
	return str_to_case(w, a->self, CASE_FOLDED);
}

PROPERTY(ustr_isalnum, IS_ALNUM)
PROPERTY(bstr_isalnum, IS_ALNUM)
PROPERTY(ustr_isalpha, IS_ALPHA)
PROPERTY(bstr_isalpha, IS_ALPHA)
PROPERTY(ustr_isdigit, IS_DIGIT)
PROPERTY(bstr_isdigit, IS_DIGIT)
PROPERTY(ustr_islower, IS_LOWER)
PROPERTY(bstr_islower, IS_LOWER)
PROPERTY(ustr_isspace, IS_SPACE)
PROPERTY(bstr_isspace, IS_SPACE)
PROPERTY(ustr_istitle, IS_TITLE)
PROPERTY(bstr_istitle, IS_TITLE)
PROPERTY(ustr_isupper, IS_UPPER)
PROPERTY(bstr_isupper, IS_UPPER)
PROPERTY(ustr_isascii, IS_ASCII)
PROPERTY(bstr_isascii, IS_ASCII)
PROPERTY(ustr_isdecimal, IS_DECIMAL)
PROPERTY(ustr_isnumeric, IS_NUMERIC)
PROPERTY(ustr_isidentifier, IS_IDENTIFIER)
PROPERTY(ustr_isprintable, IS_PRINTABLE)

/* Stripping. */

static obj_id strip_sides(
	struct world *w, const struct args *a, const char *name, bool left, bool right)
{
	obj_id characters = a->count ? arg(w, a, 0) : OBJ_NONE;
	struct str_pair p;
	obj_id result;

	if (characters == OBJ_NONE)
		return str_strip(w, a->self, 0, left, right);
	if (!is_text(w, characters) && !(is_bytes(w, a) && !is_two(w)))
		return raise_error(w, T_TYPE_ERROR,
			is_two(w) ? "%s arg must be None, str or unicode"
				  : "%s arg must be None or str",
			name);
	if (!str_pair(w, a->self, characters, MUST_BE_STR, name, &p))
		return 0;
	result = str_strip(w, p.self, p.part, left, right);
	str_pair_free(w, &p);
	return result;
}

static obj_id strip(struct world *w, const struct args *a)
{
	return strip_sides(w, a, "strip", true, true);
}

static obj_id lstrip(struct world *w, const struct args *a)
{
	return strip_sides(w, a, "lstrip", true, false);
}

static obj_id rstrip(struct world *w, const struct args *a)
{
	return strip_sides(w, a, "rstrip", false, true);
}

BOTH(strip)
BOTH(lstrip)
BOTH(rstrip)

/* Searching. */

/* 3.x bytes look for a byte by its number too: as a new text. */
static obj_id sought(struct world *w, const struct args *a)
{
	obj_id part = arg(w, a, 0);
	char byte;

	if (!is_bytes(w, a) || is_two(w) || !is_int(w, part)) {
		hold(w, part);
		return part;
	}
	if (!int_fits(w, part) || int_value(w, part) < 0 || int_value(w, part) > 255)
		return raise_error(w, T_VALUE_ERROR, "byte must be in range(0, 256)");
	byte = (char)int_value(w, part);
	return bytes_new(w, &byte, 1);
}

enum {
	NOT_FOUND = -1,
	BAD_ARGUMENT = -2
};

static int64_t find_place(
	struct world *w, const struct args *a, const char *name, bool last)
{
	obj_id part = sought(w, a);
	int64_t start, end, place = BAD_ARGUMENT;
	struct str_pair p;

	if (!part)
		return BAD_ARGUMENT;
	if (str_pair(w, a->self, part, FIND_ARGUMENT, name, &p)) {
		if (str_bounds(w, a, 1, &start, &end))
			place = str_find(w, p.self, p.part, start, end, last);
		str_pair_free(w, &p);
	}
	drop(w, part, NULL);
	return place;
}

static obj_id find_or_raise(
	struct world *w, const struct args *a, const char *name, bool last)
{
	int64_t place = find_place(w, a, name, last);

	if (place >= 0)
		return int_new(w, place);
	if (place == NOT_FOUND)
		raise_error(w, T_VALUE_ERROR,
			is_bytes(w, a) && !is_two(w) ? "subsection not found"
						     : "substring not found");
	return 0;
}

static obj_id find_number(
	struct world *w, const struct args *a, const char *name, bool last)
{
	int64_t place = find_place(w, a, name, last);

	return place == BAD_ARGUMENT ? 0 : int_new(w, place);
}

static obj_id find(struct world *w, const struct args *a)
{
	return find_number(w, a, "find", false);
}

static obj_id rfind(struct world *w, const struct args *a)
{
	return find_number(w, a, "rfind", true);
}

static obj_id index(struct world *w, const struct args *a)
{
	return find_or_raise(w, a, "index", false);
}

static obj_id rindex(struct world *w, const struct args *a)
{
	return find_or_raise(w, a, "rindex", true);
}

static obj_id count(struct world *w, const struct args *a)
{
	obj_id part = sought(w, a), result = 0;
	int64_t start, end;
	struct str_pair p;

	if (!part)
		return 0;
	if (str_pair(w, a->self, part, FIND_ARGUMENT, "count", &p)) {
		if (str_bounds(w, a, 1, &start, &end))
			result = int_new(w, str_count(w, p.self, p.part, start, end));
		str_pair_free(w, &p);
	}
	drop(w, part, NULL);
	return result;
}

BOTH(find)
BOTH(rfind)
BOTH(index)
BOTH(rindex)
BOTH(count)

/* 1, 0; -1: raised. */
static int has_affix(
	struct world *w, const struct args *a, obj_id part, const char *name, bool end)
{
	int64_t from, to;
	struct str_pair p;
	int found = -1;

	if (!str_pair(w, a->self, part, MUST_BE_STR, name, &p))
		return -1;
	if (str_bounds(w, a, 1, &from, &to))
		found = end ? str_ends(w, p.self, p.part, from, to)
			    : str_starts(w, p.self, p.part, from, to);
	str_pair_free(w, &p);
	return found;
}

static bool is_affix(const struct world *w, const struct args *a, obj_id o)
{
	return is_text(w, o) && (is_two(w) || obj_kind(w, o) == obj_kind(w, a->self));
}

static obj_id bad_affix(struct world *w, const struct args *a, obj_id o,
	const char *name, bool in_tuple)
{
	const char *self = is_bytes(w, a) ? "bytes" : "str";

	if (is_two(w) && in_tuple)
		return raise_error(w, T_TYPE_ERROR,
			"expected a string or other character buffer object");
	if (is_two(w))
		return raise_error(w, T_TYPE_ERROR,
			"%s first arg must be str, unicode, or tuple, not %s", name,
			type_name_of(w, o));
	if (in_tuple && is_bytes(w, a))
		return raise_error(w, T_TYPE_ERROR,
			"a bytes-like object is required, not '%s'",
			type_name_of(w, o));
	if (in_tuple)
		return raise_error(w, T_TYPE_ERROR,
			"tuple for %s must only contain str, not %s", name,
			type_name_of(w, o));
	return raise_error(w, T_TYPE_ERROR,
		"%s first arg must be %s or a tuple of %s, not %s", name, self, self,
		type_name_of(w, o));
}

static obj_id affix(struct world *w, const struct args *a, const char *name, bool end)
{
	obj_id part = arg(w, a, 0);
	bool tuple = obj_kind(w, part) == KIND_TUPLE;
	uint32_t n = tuple ? obj_n(w, part) : 1;

	for (uint32_t i = 0; i < n; i++) {
		obj_id o = tuple ? item(w, part, i) : part;
		int found;

		if (!is_affix(w, a, o))
			return bad_affix(w, a, o, name, tuple);
		found = has_affix(w, a, o, name, end);
		if (found)
			return found < 0 ? 0 : OBJ_TRUE;
	}
	return OBJ_FALSE;
}

static obj_id startswith(struct world *w, const struct args *a)
{
	return affix(w, a, "startswith", false);
}

static obj_id endswith(struct world *w, const struct args *a)
{
	return affix(w, a, "endswith", true);
}

BOTH(startswith)
BOTH(endswith)

static obj_id without(struct world *w, const struct args *a, const char *name, bool end)
{
	obj_id part = arg(w, a, 0);
	struct str_pair p;

	if (!is_affix(w, a, part) && !is_bytes(w, a))
		return raise_error(w, T_TYPE_ERROR, "%s() argument must be str, not %s",
			name, type_name_of(w, part));
	if (!str_pair(w, a->self, part, MUST_BE_STR, name, &p))
		return 0;
	return end ? str_remove_suffix(w, a->self, part)
		   : str_remove_prefix(w, a->self, part);
}

static obj_id removeprefix(struct world *w, const struct args *a)
{
	return without(w, a, "removeprefix", false);
}

static obj_id removesuffix(struct world *w, const struct args *a)
{
	return without(w, a, "removesuffix", true);
}

BOTH(removeprefix)
BOTH(removesuffix)

/* Whether there is room for all of O with NEW in the place of OLD. */
static bool replace_room(
	struct world *w, obj_id o, obj_id old, obj_id new, int64_t maximum)
{
	int64_t n = obj_n(w, new) ? str_count(w, o, old, 0, INT64_MAX) : 0;

	if (maximum >= 0 && n > maximum)
		n = maximum;
	return sequence_room(w, KIND_STR, obj_n(w, o) + (uint64_t)n * obj_n(w, new));
}

/* replace(old, new, count). */
static obj_id replace(struct world *w, const struct args *a)
{
	obj_id old = arg(w, a, 0), new = arg(w, a, 1), result = 0;
	int64_t maximum = -1;
	struct str_pair p, q;

	if (a->count > 2 && !integer_argument(w, arg(w, a, 2), &maximum))
		return 0;
	if (!str_pair(w, a->self, old, ARGUMENT_1, "replace", &p))
		return 0;
	if (str_pair(w, p.self, new, ARGUMENT_2, "replace", &q)) {
		obj_id part = p.part, again = 0;

		if (obj_kind(w, q.self) != obj_kind(w, part))
			part = again = str_to_unicode(w, part);
		if (part && replace_room(w, q.self, part, q.part, maximum))
			result = str_replace(w, q.self, part, q.part, maximum);
		if (again)
			drop(w, again, NULL);
		str_pair_free(w, &q);
	}
	str_pair_free(w, &p);
	return result;
}

BOTH(replace)

/* Padding. */

static bool fill_argument(
	struct world *w, const struct args *a, const char *name, uint32_t *fill)
{
	obj_id o;
	const char *p;

	*fill = ' ';
	if (a->count < 2)
		return true;
	o = arg(w, a, 1);
	if (is_text(w, o) && obj_kind(w, o) == obj_kind(w, a->self) &&
		text_length(w, o) == 1) {
		p = text_bytes(w, o);
		*fill = is_bytes(w, a) ? (unsigned char)*p
				       : text_decode(&p, p + obj_n(w, o));
		return true;
	}
	if (is_two(w) && is_bytes(w, a))
		raise_error(w, T_TYPE_ERROR, "%s() argument 2 must be char, not %s",
			name, type_name_of(w, o));
	else if (is_bytes(w, a))
		raise_error(w, T_TYPE_ERROR,
			"%s() argument 2 must be a byte string of length 1, not %s",
			name, type_name_of(w, o));
	else if (is_text(w, o))
		raise_error(w, T_TYPE_ERROR,
			"The fill character must be exactly one character long");
	else
		raise_error(w, T_TYPE_ERROR,
			"The fill character must be a unicode character, not %s",
			type_name_of(w, o));
	return false;
}

static obj_id pad(struct world *w, const struct args *a, const char *name, char align)
{
	int64_t width;
	uint32_t fill;

	if (!integer_argument(w, arg(w, a, 0), &width) ||
		!fill_argument(w, a, name, &fill))
		return 0;
	if (!sequence_room(w, KIND_STR, width > 0 ? (uint64_t)width : 0))
		return 0;
	return str_pad(w, a->self, width, fill, align);
}

static obj_id ljust(struct world *w, const struct args *a)
{
	return pad(w, a, "ljust", '<');
}

static obj_id rjust(struct world *w, const struct args *a)
{
	return pad(w, a, "rjust", '>');
}

static obj_id center(struct world *w, const struct args *a)
{
	return pad(w, a, "center", '^');
}

static obj_id zfill(struct world *w, const struct args *a)
{
	int64_t width;

	if (!integer_argument(w, arg(w, a, 0), &width) ||
		!sequence_room(w, KIND_STR, width > 0 ? (uint64_t)width : 0))
		return 0;
	return str_zfill(w, a->self, width);
}

static uint64_t count_tabs(const struct world *w, obj_id o)
{
	const char *text = text_bytes(w, o);
	uint64_t n = 0;

	for (uint32_t i = 0; i < obj_n(w, o); i++)
		n += text[i] == '\t';
	return n;
}

static obj_id expandtabs(struct world *w, const struct args *a)
{
	int64_t size = 8;

	if (a->count && !integer_argument(w, arg(w, a, 0), &size))
		return 0;
	if (!sequence_room(w, KIND_STR,
		    size > 0 ? (uint64_t)size * count_tabs(w, a->self) : 0))
		return 0;
	return str_expandtabs(w, a->self, size);
}

BOTH(ljust)
BOTH(rjust)
BOTH(center)
BOTH(zfill)
BOTH(expandtabs)

/* What operators do, by name. */

static obj_id len(struct world *w, const struct args *a)
{
	return int_new(w, text_length(w, a->self));
}

static obj_id getitem(struct world *w, const struct args *a)
{
	obj_id k = arg(w, a, 0), parts[3], result = 0;
	enum outcome outcome;

	if (obj_kind(w, k) == KIND_SLICE) {
		for (uint32_t i = 0; i < 3; i++)
			parts[i] = obj_field(w, k, SLICE_START + i);
		outcome = subscript_load_parts(w, a->self, parts, &result);
	} else {
		outcome = subscript_item(w, a->self, k, &result);
	}
	return outcome == OUT_VALUE ? result : 0;
}

static obj_id contains(struct world *w, const struct args *a)
{
	obj_id result = 0;

	return contains_builtin(w, a->self, arg(w, a, 0), 0, &result) == OUT_VALUE
		? result
		: 0;
}

static obj_id iter(struct world *w, const struct args *a)
{
	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	return iterator_new(
		w, is_bytes(w, a) ? T_BYTES_ITERATOR : T_STR_ITERATOR, a->self, 0, 0);
}

BOTH(len)
BOTH(getitem)
BOTH(contains)
BOTH(iter)
