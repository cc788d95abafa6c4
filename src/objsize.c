#include "objsize.h"

#include "attrs_split.h"
#include "dialect.h"
#include "dict.h"
#include "gccount.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "text.h"
#include "utf8.h"

static bool before(const struct world *w, uint8_t minor)
{
	return !py_at_least(w->dialect->version, 3, minor);
}

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static int64_t gc_head(const struct world *w)
{
	return before(w, 8) ? 32 : 16;
}

/* ---- built-in types by their contents; without the collector's header */

/* Digits of 30 bits. */
static int64_t digits(const struct world *w, obj_id o)
{
	uint64_t value;
	int64_t n = 0;
	uint32_t top;

	if (obj_flag(w, o, OBJECT_BIG)) {
		top = obj_field(w, o, obj_n(w, o) - 1);
		return ((int64_t)obj_n(w, o) * 32 - __builtin_clz(top) + 29) / 30;
	}
	value = int_value(w, o) < 0 ? 0 - (uint64_t)int_value(w, o)
				    : (uint64_t)int_value(w, o);
	for (; value; value >>= 30)
		n++;
	return n;
}

static int64_t int_size(const struct world *w, obj_id o)
{
	int64_t n = digits(w, o);

	if (is_two(w) && !is_long(w, o))
		return 24;
	return 24 + 4 * (n || before(w, 11) ? n : 1);
}

/* Bytes of a text's characters: the widest decides (PEP 393). */
static int64_t width(const struct world *w, obj_id o)
{
	const char *s = text_bytes(w, o);
	size_t length = obj_n(w, o), size;
	uint32_t widest = 0;

	for (size_t i = 0; i < length; i += size) {
		uint32_t c = utf8_decode(s + i, length - i, &size);

		if (c > widest)
			widest = c;
	}
	return widest < 0x80 ? 0 : widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
}

static int64_t str_size(const struct world *w, obj_id o)
{
	int64_t n = text_length(w, o), less = before(w, 12) ? 0 : 8, bytes;

	if (is_two(w))
		return 52 + 4 * n;
	bytes = width(w, o);
	/* From 3.12 the shared ones have their UTF-8 with them. */
	if (n == 1 && bytes == 1 && !before(w, 12) && obj_immortal(w, o))
		n += 3;
	/* Those of a subclass are in a block of their own. */
	if (type_has(w, obj_class(w, o), TYPE_HEAP))
		return 80 - 2 * less + (bytes ? bytes : 1) * (n + 1);
	return bytes ? 72 - 2 * less + bytes * (n + 1) : 49 - less + n;
}

static int64_t set_size(const struct world *w, obj_id o)
{
	int64_t entries = set_entries(w, o);

	return 200 + (entries > 8 ? 16 * entries : 0);
}

/* Objects/dictobject.c: the table of indices and the entries. */
static int64_t keys_size(const struct world *w, uint32_t log2, bool general)
{
	int64_t size = INT64_C(1) << log2, entry = general || before(w, 11) ? 24 : 16;
	int64_t index = log2 < 8 ? 1 : log2 < 16 ? 2 : 4;

	return (before(w, 11) ? 40 : 32) + index * size + entry * (2 * size / 3);
}

/* Whether its values are those of an instance, by the keys of the class. */
static obj_id shared_by(const struct world *w, obj_id dict)
{
	obj_id class = obj_field(w, dict, DICT_KEYS);

	if (class && obj_kind(w, class) == KIND_TYPE &&
		obj_serial(w, class) == obj_field(w, dict, DICT_KEYS_SERIAL))
		return class;
	return 0;
}

static int64_t dict_size(const struct world *w, obj_id o)
{
	uint32_t log2 = obj_field(w, o, DICT_LOG2);
	obj_id class = shared_by(w, o);

	if (is_two(w))
		return 248 + (log2 > 3 ? INT64_C(24) << log2 : 0);
	if (class)
		return 48 + 8 * (int64_t)split_keys(w, class);
	if (obj_field(w, o, DICT_KEYS_SERIAL) == NOT_FOLLOWED)
		return -1;
	if (!log2 && obj_flag(w, o, OBJECT_ROOMY))
		log2 = 3;
	return 48 + (log2 ? keys_size(w, log2, obj_field(w, o, DICT_GENERAL)) : 0);
}

/* ---- the others */

static const struct size_row {
	uint16_t type;
	uint16_t sizes[9];
} rows[] = {
#define SIZE(type, ...) {T_##type, {__VA_ARGS__}},
#include "sizes.def"
#undef SIZE
};

static int column(const struct world *w)
{
	int minor = w->dialect->version.minor;

	return is_two(w) ? 0 : (minor > 13 ? 13 : minor) - 5;
}

/* By the table; -1: not in it.  TYPE is a built-in one. */
static int64_t row_size(const struct world *w, obj_id type)
{
	for (;;) {
		for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
			if (type_object((enum builtin_type)rows[i].type) == type)
				return rows[i].sizes[column(w)]
					? rows[i].sizes[column(w)]
					: -1;
		}
		if (obj_field(w, type, TYPE_KIND) != KIND_EXCEPTION)
			return -1;
		type = obj_field(w, type, TYPE_BASE);
	}
}

/* Lib classes are heap types too.  The built-in type below CLASS. */
static obj_id native_base(const struct world *w, obj_id class)
{
	while (type_has(w, class, TYPE_HEAP))
		class = obj_field(w, class, TYPE_BASE);
	return class;
}

/* Classes made by a class statement: 3.6 to 3.10 also count keys that instances
 * share, which are not followed there once they have grown. */
static int64_t type_size(const struct world *w, obj_id o)
{
	static const uint16_t builtin[] = {872, 400, 400, 416, 408, 408, 424, 432, 416};
	static const uint16_t plain[] = {904, 896, 896, 896, 896, 904, 920, 936, 944};
	bool keyed = type_has(w, o, TYPE_HAS_DICT) && !is_two(w);
	obj_id base = native_base(w, o);
	uint32_t kind = obj_field(w, base, TYPE_KIND);

	if (!type_has(w, o, TYPE_HEAP))
		return builtin[column(w)] - gc_head(w) * object_is_gc(w, o);
	if (is_two(w))
		return 872 +
			40 *
			(int64_t)(obj_field(w, o, TYPE_SLOT_COUNT) -
				obj_field(w, obj_field(w, o, TYPE_BASE),
					TYPE_SLOT_COUNT));
	if (!before(w, 11) &&
		(kind == KIND_EXCEPTION ||
			(before(w, 12) &&
				(kind == KIND_INT || kind == KIND_TUPLE ||
					kind == KIND_BYTES))))
		keyed = false;
	if (before(w, 11) && keyed &&
		(!split_has_keys(w, o) || split_keys(w, o) != SPLIT_KEYS))
		return -1;
	return plain[column(w)] - gc_head(w) + (keyed ? before(w, 11) ? 168 : 768 : 0);
}

static int64_t builtin_size(const struct world *w, obj_id o, obj_id type)
{
	int64_t size;

	switch (obj_kind(w, o)) {
	case KIND_INT:
		return int_size(w, o);
	case KIND_STR:
		return str_size(w, o);
	case KIND_BYTES:
		return (is_two(w) ? 37 : 33) + (int64_t)obj_n(w, o);
	case KIND_TUPLE:
		return 24 + 8 * (int64_t)obj_n(w, o);
	case KIND_LIST:
		return 40 + 8 * (int64_t)list_room(w, o);
	case KIND_SET:
		return set_size(w, o);
	case KIND_DICT:
		return dict_size(w, o);
	case KIND_TYPE:
		return type_size(w, o);
	case KIND_INSTANCE:
		return 16;
	default:
		size = row_size(w, type);
		return size < 0 ? size : size - gc_head(w) * obj_is_gc(w, o);
	}
}

/* ---- what a class statement adds */

/* Whether objects of KIND are of no fixed size. */
static bool is_var_sized(const struct world *w, enum kind kind)
{
	return kind == KIND_TUPLE || kind == KIND_BYTES || kind == KIND_TYPE ||
		(kind == KIND_INT && !is_two(w));
}

/* Whether __sizeof__ of KIND does not look at the size of the class. */
static bool ignores_class(const struct world *w, enum kind kind, obj_id o)
{
	if (kind == KIND_INT)
		return !is_two(w) || is_long(w, o);
	return kind == KIND_STR || kind == KIND_BYTES || kind == KIND_TYPE;
}

/* Words that an instance has for its __dict__ and its weak references, one each: in
 * the object, or before it. */
static unsigned extra_words(const struct world *w, obj_id o, obj_id base, bool in_front)
{
	obj_id class = obj_class(w, o);
	enum kind kind = obj_kind(w, o);
	bool dict = type_has(w, class, TYPE_HAS_DICT) &&
		!type_has(w, base, TYPE_HAS_DICT) && kind != KIND_EXCEPTION;
	bool weak =
		type_has(w, class, TYPE_HAS_WEAK) && !type_has(w, base, TYPE_HAS_WEAK);
	bool dict_in_front =
		!before(w, 12) || (!before(w, 11) && !is_var_sized(w, kind));
	bool weak_in_front = !before(w, 12);

	if (!in_front)
		return (dict && !dict_in_front) + (weak && !weak_in_front);
	return (dict && dict_in_front) || (weak && weak_in_front) ? 2 : 0;
}

int64_t object_own_size(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o), base = native_base(w, class);
	int64_t size = builtin_size(w, o, base);

	if (size < 0 || class == base)
		return size;
	if (type_has(w, class, TYPE_NATIVE))
		return -1;
	if (ignores_class(w, obj_kind(w, o), o))
		return size;
	return size + 8 * extra_words(w, o, base, false) +
		8 * (int64_t)obj_field(w, class, TYPE_SLOT_COUNT);
}

int64_t object_front(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);
	int64_t size = object_is_gc(w, o) ? gc_head(w) : 0;

	if (type_has(w, class, TYPE_HEAP))
		size += 8 * extra_words(w, o, native_base(w, class), true);
	return size;
}

int64_t object_size(const struct world *w, obj_id o)
{
	int64_t size = object_own_size(w, o);

	return size < 0 ? size : size + object_front(w, o);
}
