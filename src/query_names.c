#include "query.h"

#include "builtin.h"
#include "dict.h"
#include "i18n.h"
#include "number.h"
#include "strbuf.h"
#include "text.h"
#include "weakref.h"

/* The words for objects. */

int64_t query_number(const struct query *q, uint32_t serial)
{
	int64_t n = (int64_t)serial - q->first_serial;

	return n >= 0 ? n + 1 : n;
}

static void add_text_of(const struct world *w, obj_id o, struct strbuf *out)
{
	if (o && (obj_kind(w, o) == KIND_STR || obj_kind(w, o) == KIND_BYTES))
		strbuf_add(out, text_bytes(w, o), obj_n(w, o));
	else
		strbuf_putc(out, '?');
}

static obj_id class_name(const struct world *w, obj_id o)
{
	if (obj_kind(w, o) == KIND_OLD_INSTANCE) {
		obj_id class = obj_field(w, o, OLD_INSTANCE_CLASS);

		return class ? obj_field(w, class, OLD_CLASS_NAME) : 0;
	}
	return obj_class(w, o) ? obj_field(w, obj_class(w, o), TYPE_NAME) : 0;
}

void query_type_name(const struct query *q, obj_id o, struct strbuf *out)
{
	add_text_of(q->w, class_name(q->w, o), out);
}

/* What has a name of its own. */
static obj_id own_name(const struct world *w, obj_id o, const char **format)
{
	switch (obj_kind(w, o)) {
	case KIND_TYPE:
		*format = N_("class %s");
		return obj_field(w, o, TYPE_NAME);
	case KIND_OLD_CLASS:
		*format = N_("class %s");
		return obj_field(w, o, OLD_CLASS_NAME);
	case KIND_FUNCTION:
		*format = N_("function %s");
		return obj_field(w, o, FUNCTION_NAME);
	case KIND_MODULE:
		*format = N_("module %s");
		return obj_field(w, o, MODULE_DICT)
			? dict_get(w, obj_field(w, o, MODULE_DICT), name_object(N_NAME))
			: 0;
	default:
		return 0;
	}
}

/* What the interpreter itself keeps. */
static const char *register_name(const struct world *w, obj_id o)
{
	if (o == reg(w, REG_GARBAGE))
		return "gc.garbage";
	if (o == reg(w, REG_AST))
		return _("the syntax tree");
	if (o == reg(w, REG_CALLBACKS))
		return "gc.callbacks";
	return o == reg(w, REG_MODULES) ? "sys.modules" : NULL;
}

static bool is_dict_of_named(const struct query *q, obj_id o)
{
	const char *format = NULL;

	if (obj_kind(q->w, o) != KIND_DICT || !q->owner[o])
		return false;
	own_name(q->w, q->owner[o], &format);
	return format != NULL;
}

void query_own_name(const struct query *q, obj_id o, struct strbuf *out)
{
	const char *format = NULL;
	obj_id name = own_name(q->w, o, &format);

	if (format)
		add_text_of(q->w, name, out);
	else
		query_name(q, o, out);
}

/* "len", "list #4.append" */
static void add_builtin(const struct query *q, obj_id o, struct strbuf *out)
{
	obj_id self = obj_field(q->w, o, BUILTIN_SELF);

	if (self) {
		query_name(q, self, out);
		strbuf_putc(out, '.');
	}
	strbuf_puts(out, builtin_table[obj_field(q->w, o, BUILTIN_ID)].name);
}

void query_name(const struct query *q, obj_id o, struct strbuf *out)
{
	const char *format = NULL, *fixed = register_name(q->w, o);
	obj_id name = own_name(q->w, o, &format);
	struct strbuf text = STRBUF_INIT;

	if (format) {
		add_text_of(q->w, name, &text);
		strbuf_printf(out, _(format), text.text);
		strbuf_free(&text);
	} else if (fixed) {
		strbuf_puts(out, fixed);
	} else if (q->marks[o] & QUERY_ATOM) {
		query_value(q, o, 24, out);
	} else if (is_dict_of_named(q, o)) {
		query_name(q, q->owner[o], &text);
		strbuf_printf(out, _("dict of %s"), text.text);
		strbuf_free(&text);
	} else if (obj_kind(q->w, o) == KIND_BUILTIN) {
		add_builtin(q, o, out);
	} else {
		add_text_of(q->w, class_name(q->w, o), out);
		strbuf_printf(
			out, " #%lld", (long long)query_number(q, obj_serial(q->w, o)));
	}
}

/* A value as an item of another: atoms by their repr, the rest by number. */
static void add_item(
	const struct query *q, obj_id o, uint32_t width, struct strbuf *out)
{
	if (q->marks[o] & QUERY_ATOM)
		query_value(q, o, width, out);
	else if (obj_kind(q->w, o) == KIND_TYPE || obj_kind(q->w, o) == KIND_FUNCTION ||
		obj_kind(q->w, o) == KIND_MODULE)
		query_name(q, o, out);
	else
		strbuf_printf(
			out, "#%lld", (long long)query_number(q, obj_serial(q->w, o)));
}

/* Cuts what was added since START down to WIDTH bytes, on a character. */
static void cut(struct strbuf *out, size_t start, uint32_t width)
{
	static const char ellipsis[] = "\xe2\x80\xa6";
	size_t end = start + width;

	if (out->length <= end)
		return;
	while (end > start && ((unsigned char)out->text[end] & 0xc0) == 0x80)
		end--;
	out->length = end;
	out->text[end] = '\0';
	strbuf_puts(out, ellipsis);
}

struct items {
	const char *open, *close;
	bool keys; /* items with a key */
};

static void add_slot(
	const struct query *q, const struct slot *s, bool keys, struct strbuf *out)
{
	if (s->place == PLACE_ATTRIBUTE) {
		add_text_of(q->w, s->name, out);
		strbuf_putc(out, '=');
	} else if (keys && s->name) {
		add_item(q, s->name, 16, out);
		strbuf_puts(out, ": ");
	}
	add_item(q, s->target, 16, out);
}

static bool is_item(const struct slot *s)
{
	return s->target &&
		(s->place == PLACE_INDEX || s->place == PLACE_KEY ||
			s->place == PLACE_ATTRIBUTE);
}

/* Items of O in the order a person reads them; tp_traverse visits lists and
 * tuples from their end. */
static void add_items(const struct query *q, obj_id o, struct items how, uint32_t width,
	struct strbuf *out)
{
	size_t start = out->length;
	uint32_t slots = obj_slots(q->w, o);
	bool backwards = kind_table[obj_kind(q->w, o)].shape == SHAPE_ITEMS &&
		obj_kind(q->w, o) != KIND_DEQUE;
	const char *comma = "";

	strbuf_puts(out, how.open);
	for (uint32_t i = 0; i < slots && out->length - start <= width; i++) {
		struct slot s = obj_slot_info(q->w, o, backwards ? slots - 1 - i : i);

		if (!is_item(&s))
			continue;
		strbuf_puts(out, comma);
		add_slot(q, &s, how.keys, out);
		comma = ", ";
	}
	strbuf_puts(out, how.close);
	cut(out, start, width);
}

/* Attributes, wherever the version keeps them. */
static void add_attributes(
	const struct query *q, obj_id o, uint32_t width, struct strbuf *out)
{
	const struct world *w = q->w;
	size_t start = out->length;
	uint32_t attrs = obj_attrs(w, o);
	obj_id dict = attrs ? word(w, attrs + ATTRS_DICT) : 0;
	const char *space = "";

	if (obj_kind(w, o) == KIND_OLD_INSTANCE)
		dict = obj_field(w, o, OLD_INSTANCE_DICT);
	if (attrs) {
		uint32_t slots = obj_slots(w, o);

		for (uint32_t i = 0; i < slots && out->length - start <= width; i++) {
			struct slot s = obj_slot_info(w, o, i);

			if (!s.target || s.place != PLACE_ATTRIBUTE)
				continue;
			strbuf_puts(out, space);
			add_slot(q, &s, false, out);
			space = " ";
		}
	}
	for (uint32_t i = 0; dict && i < dict_entries(w, dict); i++) {
		obj_id key = dict_entry_key(w, dict, i), value;

		if (!key || out->length - start > width)
			continue;
		value = dict_entry_value(w, dict, i);
		strbuf_puts(out, space);
		add_text_of(w, key, out);
		strbuf_putc(out, '=');
		if (value)
			add_item(q, value, 16, out);
		space = " ";
	}
	cut(out, start, width);
}

static void add_singleton(const struct query *q, obj_id o, struct strbuf *out)
{
	switch (o) {
	case OBJ_NONE:
		strbuf_puts(out, "None");
		break;
	case OBJ_ELLIPSIS:
		strbuf_puts(out, "Ellipsis");
		break;
	case OBJ_NOT_IMPLEMENTED:
		strbuf_puts(out, "NotImplemented");
		break;
	default:
		query_type_name(q, o, out);
		break;
	}
}

static void add_referent(const struct query *q, obj_id o, struct strbuf *out)
{
	obj_id referent = weakref_referent(q->w, o);

	if (referent) {
		strbuf_puts(out, _("weakly: "));
		query_name(q, referent, out);
	} else {
		strbuf_puts(out, _("dead: refers to nothing"));
	}
}

static void add_content(const struct query *q, obj_id o, struct strbuf *out)
{
	obj_id content = obj_field(q->w, o, CELL_CONTENT);

	if (content)
		add_item(q, content, 24, out);
	else
		strbuf_puts(out, _("(empty)"));
}

void query_value(const struct query *q, obj_id o, uint32_t width, struct strbuf *out)
{
	size_t start = out->length;
	const struct world *w = q->w;

	switch (obj_kind(w, o)) {
	case KIND_SINGLETON:
		add_singleton(q, o, out);
		break;
	case KIND_INT:
	case KIND_FLOAT:
	case KIND_COMPLEX:
		number_repr(w, o, out);
		break;
	case KIND_STR:
	case KIND_BYTES:
		text_repr(w, o, out);
		break;
	case KIND_DEQUE:
		add_items(q, o, (struct items){"deque([", "])", false}, width, out);
		break;
	case KIND_LIST:
		add_items(q, o, (struct items){"[", "]", false}, width, out);
		break;
	case KIND_TUPLE:
		add_items(q, o,
			(struct items){"(", obj_n(w, o) == 1 ? ",)" : ")", false},
			width, out);
		break;
	case KIND_DICT:
		add_items(q, o, (struct items){"{", "}", true}, width, out);
		break;
	case KIND_SET:
		add_items(q, o, (struct items){"{", "}", false}, width, out);
		break;
	case KIND_CELL:
		add_content(q, o, out);
		break;
	case KIND_WEAKREF:
		add_referent(q, o, out);
		break;
	default:
		add_attributes(q, o, width, out);
		break;
	}
	cut(out, start, width);
}

bool query_has_finalizer(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);

	if (obj_kind(w, o) == KIND_OLD_INSTANCE) {
		class = obj_field(w, o, OLD_INSTANCE_CLASS);
		return class &&
			dict_get(w, obj_field(w, class, OLD_CLASS_DICT),
				name_object(N_DEL)) != 0;
	}
	return class && type_has(w, class, TYPE_HAS_DEL);
}

uint32_t query_weakrefs(const struct world *w, obj_id o)
{
	return obj_weak(w, o) ? weakref_count(w, o) : 0;
}
