#include "builtin.h"

#include "dialect.h"
#include "dict.h"
#include "lookup.h"
#include "number.h"
#include "refuse.h"
#include "text.h"
#include "utf8.h"

/*
 * sys.getsizeof() of what has one size by its value: numbers, texts, tuples, sets,
 * None, object().  Measured with the interpreters; what CPython's own growth decides
 * (lists, dicts) is refused.
 */

static bool before(const struct world *w, uint8_t minor)
{
	return !py_at_least(w->dialect->version, 3, minor);
}

/* Bytes of the collector's header. */
static int64_t gc_head(const struct world *w)
{
	return before(w, 8) ? 32 : 16;
}

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

	if (w->dialect->version.major == 2 && !is_long(w, o))
		return 24;
	return 24 + 4 * (n || before(w, 11) ? n : 1);
}

/* The characters' width decides (PEP 393). */
static int64_t str_size(const struct world *w, obj_id o)
{
	const char *s = text_bytes(w, o);
	size_t length = obj_n(w, o), size;
	int64_t n = text_length(w, o), less = before(w, 12) ? 0 : 8;
	uint32_t widest = 0;

	if (w->dialect->version.major == 2)
		return 52 + 4 * n;
	for (size_t i = 0; i < length; i += size) {
		uint32_t c = utf8_decode(s + i, length - i, &size);

		if (c > widest)
			widest = c;
	}
	if (widest < 0x80)
		return 49 - less + n;
	if (widest < 0x100)
		return 73 - 2 * less + n;
	return widest < 0x10000 ? 74 - 2 * less + 2 * n : 76 - 2 * less + 4 * n;
}

static int64_t set_size(const struct world *w, obj_id o)
{
	int64_t entries = set_entries(w, o);

	return 200 + gc_head(w) + (entries > 8 ? 16 * entries : 0);
}

/* -1: not known. */
static int64_t size_of(const struct world *w, obj_id o)
{
	bool two = w->dialect->version.major == 2;

	if (type_has(w, obj_class(w, o), TYPE_HEAP))
		return -1;
	switch (obj_kind(w, o)) {
	case KIND_SINGLETON:
	case KIND_OBJECT:
		return 16;
	case KIND_INT:
		return int_size(w, o);
	case KIND_FLOAT:
		return 24;
	case KIND_COMPLEX:
		return 32;
	case KIND_STR:
		/* One-character ones are shared, and some have their UTF-8 with them.
		 */
		return obj_immortal(w, o) && obj_n(w, o) > 1 ? -1 : str_size(w, o);
	case KIND_BYTES:
		return (two ? 37 : 33) + (int64_t)obj_n(w, o);
	case KIND_TUPLE:
		return obj_class(w, o) == type_object(T_TUPLE)
			? 24 + gc_head(w) + 8 * (int64_t)obj_n(w, o)
			: -1;
	case KIND_SET:
		return set_size(w, o);
	default:
		return -1;
	}
}

obj_id sys_getsizeof(struct world *w, const struct args *a)
{
	int64_t size = size_of(w, arg(w, a, 0));

	if (size < 0)
		return refuse(w,
			"sys.getsizeof() of '%s' objects is outside gcrefs's language",
			type_name_of(w, arg(w, a, 0)));
	return int_new(w, size);
}

obj_id sys_getdefaultencoding(struct world *w, const struct args *a)
{
	(void)a;
	return native_from(w, w->dialect->version.major == 2 ? "ascii" : "utf-8");
}
