#include "repr_part.h"

#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "list.h"
#include "text.h"

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static obj_id next_item(const struct world *w, struct pieces *p, obj_id items,
	const char *close, struct strbuf *out)
{
	if (p->position >= obj_n(w, items)) {
		strbuf_puts(out, close);
		return 0;
	}
	if (p->given)
		strbuf_puts(out, ", ");
	return item(w, items, p->position++);
}

static obj_id next_of_tuple(
	const struct world *w, struct pieces *p, obj_id tuple, struct strbuf *out)
{
	if (!p->given)
		strbuf_putc(out, '(');
	return next_item(w, p, tuple, obj_n(w, tuple) == 1 ? ",)" : ")", out);
}

/* The first entry in use from I on; dict_entries() when there is none. */
static uint32_t used_entry(const struct world *w, obj_id dict, uint32_t i)
{
	while (i < dict_entries(w, dict) && !dict_entry_key(w, dict, i))
		i++;
	return i;
}

/* POSITION is twice the entry, plus one when its key was given. */
static obj_id next_of_dict(const struct world *w, struct pieces *p, obj_id dict,
	const char *before, const char *between, const char *after, struct strbuf *out)
{
	uint32_t i = p->position / 2;
	obj_id value;

	if (p->position % 2) {
		p->position++;
		strbuf_puts(out, between);
		value = i < dict_entries(w, dict) ? dict_entry_value(w, dict, i) : 0;
		return value ? value : OBJ_NONE;
	}
	if (p->given)
		strbuf_puts(out, after);
	i = used_entry(w, dict, i);
	if (i >= dict_entries(w, dict))
		return 0;
	strbuf_puts(out, p->given ? ", " : "");
	strbuf_puts(out, before);
	p->position = 2 * i + 1;
	return dict_entry_key(w, dict, i);
}

static obj_id dict_piece(const struct world *w, struct pieces *p, struct strbuf *out)
{
	obj_id next;

	if (!p->given)
		strbuf_putc(out, '{');
	next = next_of_dict(w, p, p->object, "", ": ", "", out);
	if (!next)
		strbuf_putc(out, '}');
	return next;
}

/* Keys or values alone. */
static obj_id next_half(const struct world *w, struct pieces *p, obj_id dict, bool keys,
	struct strbuf *out)
{
	uint32_t i = used_entry(w, dict, p->position);

	p->position = i + 1;
	if (i >= dict_entries(w, dict))
		return 0;
	strbuf_puts(out, p->given ? ", " : "");
	return keys ? dict_entry_key(w, dict, i) : dict_entry_value(w, dict, i);
}

static obj_id view_piece(const struct world *w, struct pieces *p, struct strbuf *out)
{
	obj_id dict = obj_field(w, p->object, VIEW_DICT),
	       class = obj_class(w, p->object);
	obj_id next;

	if (!p->given)
		strbuf_printf(out, "%s([", type_name_of(w, p->object));
	if (class == type_object(T_DICT_ITEMS))
		next = next_of_dict(w, p, dict, "(", ", ", ")", out);
	else
		next = next_half(w, p, dict, class == type_object(T_DICT_KEYS), out);
	if (!next)
		strbuf_puts(out, "])");
	return next;
}

static obj_id next_key(const struct world *w, struct pieces *p, struct strbuf *out)
{
	uint32_t i = p->position;

	if (p->keys)
		return next_item(w, p, p->keys, "", out);
	while (i < set_entries(w, p->object) && !set_entry_key(w, p->object, i))
		i++;
	p->position = i + 1;
	if (i >= set_entries(w, p->object))
		return 0;
	if (p->given)
		strbuf_puts(out, ", ");
	return set_entry_key(w, p->object, i);
}

static obj_id set_piece(const struct world *w, struct pieces *p, struct strbuf *out)
{
	bool two = is_two(w);
	bool named = two || obj_class(w, p->object) != type_object(T_SET);
	const char *open = two ? "[" : "{", *close = two ? "]" : "}";
	obj_id next;

	if (!p->given && obj_n(w, p->object) == 0) {
		strbuf_printf(out, two ? "%s([])" : "%s()",
			type_short_name(w, obj_class(w, p->object)));
		return 0;
	}
	if (!p->given && named)
		strbuf_printf(out, "%s(", type_short_name(w, obj_class(w, p->object)));
	if (!p->given)
		strbuf_puts(out, open);
	next = next_key(w, p, out);
	if (!next) {
		strbuf_puts(out, close);
		strbuf_puts(out, named ? ")" : "");
	}
	return next;
}

static obj_id exception_piece(
	const struct world *w, struct pieces *p, struct strbuf *out)
{
	obj_id args = obj_field(w, p->object, EXCEPTION_ARGS);

	if (!p->given)
		strbuf_puts(out, type_short_name(w, obj_class(w, p->object)));
	if (obj_n(w, args) != 1 || !py_at_least(w->dialect->version, 3, 7))
		return next_of_tuple(w, p, args, out);
	if (!p->given)
		strbuf_putc(out, '(');
	return next_item(w, p, args, ")", out);
}

static const char *callable_name(const struct world *w, obj_id o)
{
	if (obj_kind(w, o) != KIND_FUNCTION)
		return "?";
	return text_bytes(
		w, obj_field(w, o, is_two(w) ? FUNCTION_NAME : FUNCTION_QUALNAME));
}

static const char *class_text(const struct world *w, obj_id class)
{
	return obj_kind(w, class) == KIND_TYPE
		? type_name(w, class)
		: text_bytes(w, obj_field(w, class, OLD_CLASS_NAME));
}

static obj_id method_piece(const struct world *w, struct pieces *p, struct strbuf *out)
{
	obj_id self = obj_field(w, p->object, METHOD_SELF);
	obj_id class = obj_field(w, p->object, METHOD_CLASS);

	if (p->given) {
		strbuf_putc(out, '>');
		return 0;
	}
	strbuf_puts(out, self ? "<bound method " : "<unbound method ");
	if (class)
		strbuf_printf(out, "%s.", class_text(w, class));
	strbuf_puts(out, callable_name(w, obj_field(w, p->object, METHOD_FUNCTION)));
	strbuf_puts(out, self ? " of " : ">");
	return self;
}

static obj_id slice_piece(const struct world *w, struct pieces *p, struct strbuf *out)
{
	if (p->given == 3) {
		strbuf_putc(out, ')');
		return 0;
	}
	strbuf_puts(out, p->given ? ", " : "slice(");
	return obj_field(w, p->object, SLICE_START + p->given);
}

/* One value between two literals. */
static obj_id only_piece(struct pieces *p, obj_id value, const char *open,
	const char *close, struct strbuf *out)
{
	strbuf_puts(out, p->given ? close : open);
	return p->given ? 0 : value;
}

static obj_id wrapper_piece(const struct world *w, struct pieces *p, struct strbuf *out)
{
	bool fixed = obj_class(w, p->object) == type_object(T_STATICMETHOD);

	return only_piece(p, obj_field(w, p->object, WRAPPER_CALLABLE),
		fixed ? "<staticmethod(" : "<classmethod(", ")>", out);
}

static bool is_dict_proxy(const struct world *w, obj_id o)
{
	return obj_class(w, o) == type_object(T_DICT_PROXY);
}

static bool is_namespace(const struct world *w, obj_id o)
{
	return obj_class(w, o) == type_object(T_NAMESPACE);
}

bool is_composed(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
	case KIND_TUPLE:
	case KIND_DICT:
	case KIND_SET:
	case KIND_VIEW:
	case KIND_EXCEPTION:
	case KIND_METHOD:
	case KIND_SLICE:
		return true;
	case KIND_WRAPPER:
		return py_at_least(w->dialect->version, 3, 10);
	case KIND_PARTS:
		return is_dict_proxy(w, o) || is_namespace(w, o);
	default:
		return false;
	}
}

/* "sys.version_info(major=3, ...)". */
static obj_id version_piece(const struct world *w, struct pieces *p, struct strbuf *out)
{
	static const char *const names[] = {"sys.version_info(major=", ", minor=",
		", micro=", ", releaselevel=", ", serial="};
	uint32_t i = p->given;

	strbuf_puts(out, i < 5 ? names[i] : ")");
	return i < 5 ? item(w, p->object, i) : 0;
}

/* "namespace(name='cpython', ...)"; before 3.9 by name (sys.implementation's five). */
static obj_id namespace_piece(
	const struct world *w, struct pieces *p, struct strbuf *out)
{
	static const uint8_t sorted[] = {4, 1, 3, 0, 2};
	obj_id dict = obj_field(w, p->object, 0);
	uint32_t i = p->given;

	strbuf_puts(out, i == 0 ? "namespace(" : i < 5 ? ", " : ")");
	if (i >= 5)
		return 0;
	i = py_at_least(w->dialect->version, 3, 9) ? i : sorted[i];
	strbuf_printf(out, "%s=", text_bytes(w, dict_entry_key(w, dict, i)));
	return dict_entry_value(w, dict, i);
}

static obj_id piece(const struct world *w, struct pieces *p, struct strbuf *out)
{
	switch (obj_kind(w, p->object)) {
	case KIND_LIST:
		if (!p->given)
			strbuf_putc(out, '[');
		return next_item(w, p, p->object, "]", out);
	case KIND_TUPLE:
		if (obj_class(w, p->object) == type_object(T_VERSION_INFO))
			return version_piece(w, p, out);
		return next_of_tuple(w, p, p->object, out);
	case KIND_DICT:
		return dict_piece(w, p, out);
	case KIND_SET:
		return set_piece(w, p, out);
	case KIND_VIEW:
		return view_piece(w, p, out);
	case KIND_EXCEPTION:
		return exception_piece(w, p, out);
	case KIND_METHOD:
		return method_piece(w, p, out);
	case KIND_SLICE:
		return slice_piece(w, p, out);
	case KIND_WRAPPER:
		return wrapper_piece(w, p, out);
	case KIND_PARTS:
		if (is_namespace(w, p->object))
			return namespace_piece(w, p, out);
		/* fallthrough */
	default:
		return only_piece(p, obj_field(w, p->object, 0),
			is_two(w) ? "dict_proxy(" : "mappingproxy(", ")", out);
	}
}

obj_id next_piece(const struct world *w, struct pieces *p, struct strbuf *out)
{
	obj_id next = piece(w, p, out);

	p->given += next != 0;
	return next;
}

const char *inside_text(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
		return "[...]";
	case KIND_TUPLE:
		return is_two(w) ? NULL : "(...)";
	case KIND_DICT:
		return "{...}";
	case KIND_SET:
		return is_two(w) && obj_class(w, o) == type_object(T_SET) ? "set(...)"
			: obj_class(w, o) == type_object(T_FROZENSET) ? "frozenset(...)"
								      : "set(...)";
	case KIND_VIEW:
		return is_two(w) ? NULL : "...";
	default:
		return NULL;
	}
}
