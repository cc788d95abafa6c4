#include "repr.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "attrs.h"
#include "builtin.h"
#include "code.h"
#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "leave.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "special.h"
#include "text.h"
#include "weakref.h"

/* How deep C code follows containers in containers. */
#define MAX_DEPTH 200

/* What a text is being made for: objects on the way from the outermost one, so
 * that a container inside itself is shown as [...]. */
struct writer {
	const struct world *w;
	struct strbuf *out;
	const struct writer *outer;
	obj_id object;
	int depth;
	bool *python;		/* set when only Python code knows a text */
};

static void put_repr(const struct writer *outer, obj_id o);

static void put_address(const struct world *w, obj_id o, struct strbuf *out)
{
	strbuf_printf(out, "0x%" PRIx64, obj_address(w, o));
}

/* __module__ of a class made by a class statement; NULL: built in. */
static const char *class_module(const struct world *w, obj_id type)
{
	obj_id module;

	if (!type_has(w, type, TYPE_HEAP))
		return NULL;
	module = dict_get(w, obj_field(w, type, TYPE_DICT), name_object(N_MODULE));
	return module ? text_bytes(w, module) : NULL;
}

static void put_qualified(const struct world *w, obj_id type, struct strbuf *out)
{
	const char *module = class_module(w, type);
	obj_id name = obj_field(w, type, w->dialect->version.major == 2 ? TYPE_NAME : TYPE_QUALNAME);

	if (module)
		strbuf_printf(out, "%s.", module);
	strbuf_puts(out, text_bytes(w, name));
}

void put_default_repr(const struct world *w, obj_id o, struct strbuf *out)
{
	strbuf_putc(out, '<');
	put_qualified(w, obj_class(w, o), out);
	strbuf_puts(out, " object at ");
	put_address(w, o, out);
	strbuf_putc(out, '>');
}

/* Types that print with the name of a module. */
static const char *builtin_type_module(const struct world *w, obj_id type)
{
	static const struct {
		uint8_t type;
		uint16_t since;
		const char *module2, *module3;
	} rows[] = {
		{T_WEAKREF, 310, NULL, "weakref"}, {T_PROXY, 310, NULL, "weakref"},
		{T_CALLABLE_PROXY, 310, NULL, "weakref"},
	};
	uint32_t t = type - OBJ_TYPES;
	int version = w->dialect->version.major * 100 + w->dialect->version.minor;

	if (w->dialect->version.major == 2 && t >= T_BASE_EXCEPTION && t < T_COUNT)
		return "exceptions";
	for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].type == t && version >= rows[i].since)
			return rows[i].module3;
	}
	return NULL;
}

static void put_type(const struct world *w, obj_id type, struct strbuf *out)
{
	bool heap = type_has(w, type, TYPE_HEAP);
	const char *module = heap ? class_module(w, type) : builtin_type_module(w, type);

	strbuf_puts(out, w->dialect->version.major == 2 && !heap ? "<type '" : "<class '");
	if (!heap && module)
		strbuf_printf(out, "%s.", module);
	put_qualified(w, type, out);
	strbuf_puts(out, "'>");
}

static bool inside_itself(const struct writer *outer, obj_id o)
{
	for (; outer; outer = outer->outer) {
		if (outer->object == o)
			return true;
	}
	return false;
}

static void put_items(const struct writer *me, obj_id o, const char *open, const char *close)
{
	uint32_t n = obj_n(me->w, o);

	strbuf_puts(me->out, open);
	for (uint32_t i = 0; i < n; i++) {
		if (i)
			strbuf_puts(me->out, ", ");
		put_repr(me, item(me->w, o, i));
	}
	if (n == 1 && open[0] == '(')
		strbuf_putc(me->out, ',');
	strbuf_puts(me->out, close);
}

static void put_dict(const struct writer *me, obj_id o)
{
	const struct world *w = me->w;
	bool first = true;

	strbuf_putc(me->out, '{');
	for (uint32_t i = 0; i < dict_entries(w, o); i++) {
		if (!dict_entry_key(w, o, i))
			continue;
		if (!first)
			strbuf_puts(me->out, ", ");
		first = false;
		put_repr(me, dict_entry_key(w, o, i));
		strbuf_puts(me->out, ": ");
		put_repr(me, dict_entry_value(w, o, i));
	}
	strbuf_putc(me->out, '}');
}

static void put_set(const struct writer *me, obj_id o)
{
	const struct world *w = me->w;
	bool plain = obj_class(w, o) == type_object(T_SET) && w->dialect->version.major == 3;
	bool two = w->dialect->version.major == 2;
	bool first = true;

	if (obj_n(w, o) == 0) {
		strbuf_printf(me->out, two ? "%s([])" : "%s()", type_name_of(w, o));
		return;
	}
	if (!plain)
		strbuf_printf(me->out, "%s(", type_name_of(w, o));
	strbuf_putc(me->out, two ? '[' : '{');
	for (uint32_t i = 0; i < set_entries(w, o); i++) {
		if (!set_entry_key(w, o, i))
			continue;
		if (!first)
			strbuf_puts(me->out, ", ");
		first = false;
		put_repr(me, set_entry_key(w, o, i));
	}
	strbuf_putc(me->out, two ? ']' : '}');
	if (!plain)
		strbuf_putc(me->out, ')');
}

static void put_function(const struct world *w, obj_id o, struct strbuf *out)
{
	uint32_t field = w->dialect->version.major == 2 ? FUNCTION_NAME : FUNCTION_QUALNAME;

	strbuf_printf(out, "<function %s at ", text_bytes(w, obj_field(w, o, field)));
	put_address(w, o, out);
	strbuf_putc(out, '>');
}

static const char *callable_name(const struct world *w, obj_id o)
{
	if (obj_kind(w, o) != KIND_FUNCTION)
		return "?";
	return text_bytes(w, obj_field(w, o, w->dialect->version.major == 2 ? FUNCTION_NAME
									     : FUNCTION_QUALNAME));
}

static void put_method(const struct writer *me, obj_id o)
{
	const struct world *w = me->w;
	obj_id self = obj_field(w, o, METHOD_SELF), class = obj_field(w, o, METHOD_CLASS);
	obj_id function = obj_field(w, o, METHOD_FUNCTION);

	strbuf_puts(me->out, self ? "<bound method " : "<unbound method ");
	if (class)
		strbuf_printf(me->out, "%s.",
			obj_kind(w, class) == KIND_TYPE
				? type_name(w, class) : text_bytes(w, obj_field(w, class, OLD_CLASS_NAME)));
	strbuf_puts(me->out, callable_name(w, function));
	if (self) {
		strbuf_puts(me->out, " of ");
		put_repr(me, self);
	}
	strbuf_putc(me->out, '>');
}

static void put_builtin(const struct world *w, obj_id o, struct strbuf *out)
{
	const struct builtin *b = &builtin_table[obj_field(w, o, BUILTIN_ID)];
	obj_id self = obj_field(w, o, BUILTIN_SELF);

	if (!self) {
		strbuf_printf(out, "<built-in function %s>", b->name);
		return;
	}
	strbuf_printf(out, "<built-in method %s of %s object at ", b->name, type_name_of(w, self));
	put_address(w, self, out);
	strbuf_putc(out, '>');
}

static void put_descriptor(const struct world *w, obj_id o, struct strbuf *out)
{
	const char *type = type_name(w, obj_field(w, o, DESCRIPTOR_TYPE));
	const char *name = text_bytes(w, obj_field(w, o, DESCRIPTOR_NAME));
	static const struct {
		uint8_t type;
		const char *format;
	} rows[] = {
		{T_METHOD_DESCRIPTOR, "<method '%s' of '%s' objects>"},
		{T_SLOT_WRAPPER, "<slot wrapper '%s' of '%s' objects>"},
		{T_GETSET_DESCRIPTOR, "<attribute '%s' of '%s' objects>"},
		{T_MEMBER_DESCRIPTOR, "<member '%s' of '%s' objects>"},
	};

	for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (obj_class(w, o) == type_object((enum builtin_type)rows[i].type))
			strbuf_printf(out, rows[i].format, name, type);
	}
}

static void put_cell(const struct world *w, obj_id o, struct strbuf *out)
{
	obj_id content = obj_field(w, o, CELL_CONTENT);

	strbuf_puts(out, "<cell at ");
	put_address(w, o, out);
	if (!content) {
		strbuf_puts(out, ": empty>");
		return;
	}
	strbuf_printf(out, ": %s object at ", type_name_of(w, content));
	put_address(w, content, out);
	strbuf_putc(out, '>');
}

static void put_weakref(const struct world *w, obj_id o, struct strbuf *out)
{
	obj_id referent = weakref_referent(w, o);
	bool proxy = obj_class(w, o) != type_object(T_WEAKREF) &&
		!type_has(w, obj_class(w, o), TYPE_HEAP);
	bool modern = py_at_least(w->dialect->version, 3, 13);

	strbuf_printf(out, "<%s at ", proxy ? "weakproxy" : "weakref");
	put_address(w, o, out);
	if (proxy && !modern) {
		strbuf_printf(out, " to %s at ", type_name_of(w, referent ? referent : OBJ_NONE));
		put_address(w, referent ? referent : OBJ_NONE, out);
	} else if (!referent) {
		strbuf_puts(out, "; dead");
	} else {
		strbuf_printf(out, "; to '%s' at ", type_name_of(w, referent));
		put_address(w, referent, out);
		if (obj_kind(w, referent) == KIND_TYPE)
			strbuf_printf(out, " (%s)", type_name(w, referent));
		else if (obj_kind(w, referent) == KIND_FUNCTION)
			strbuf_printf(out, " (%s)", text_bytes(w, obj_field(w, referent, FUNCTION_NAME)));
	}
	strbuf_putc(out, '>');
}

static void put_module(const struct world *w, obj_id o, struct strbuf *out)
{
	obj_id name = dict_get(w, obj_field(w, o, MODULE_DICT), name_object(N_NAME));
	obj_id file = dict_get(w, obj_field(w, o, MODULE_DICT), name_object(N_FILE));

	strbuf_printf(out, "<module '%s' ", name ? text_bytes(w, name) : "?");
	if (file)
		strbuf_printf(out, "from '%s'>", text_bytes(w, file));
	else
		strbuf_puts(out, "(built-in)>");
}

static void put_range(const struct writer *me, obj_id o)
{
	const struct world *w = me->w;
	obj_id start = obj_field(w, o, RANGE_START), step = obj_field(w, o, RANGE_STEP);
	bool one = int_fits(w, step) && int_value(w, step) == 1;
	bool zero = int_fits(w, start) && int_value(w, start) == 0;

	strbuf_printf(me->out, "%s(", type_name_of(w, o));
	if (w->dialect->version.major == 3 || !zero || !one) {
		put_repr(me, start);
		strbuf_puts(me->out, ", ");
	}
	put_repr(me, obj_field(w, o, RANGE_STOP));
	if (!one) {
		strbuf_puts(me->out, ", ");
		put_repr(me, step);
	}
	strbuf_putc(me->out, ')');
}

static void put_exception(const struct writer *me, obj_id o)
{
	const struct world *w = me->w;
	obj_id args = obj_field(w, o, EXCEPTION_ARGS);

	strbuf_puts(me->out, type_name_of(w, o));
	if (obj_n(w, args) == 1 && py_at_least(w->dialect->version, 3, 7)) {
		strbuf_putc(me->out, '(');
		put_repr(me, item(w, args, 0));
		strbuf_putc(me->out, ')');
	} else {
		put_items(me, args, "(", ")");
	}
}

static void put_old_class(const struct world *w, obj_id class, struct strbuf *out)
{
	obj_id module = dict_get(w, obj_field(w, class, OLD_CLASS_DICT), name_object(N_MODULE));

	strbuf_printf(out, "%s.%s", module ? text_bytes(w, module) : "?",
		text_bytes(w, obj_field(w, class, OLD_CLASS_NAME)));
}

static void put_old(const struct world *w, obj_id o, struct strbuf *out)
{
	bool instance = obj_kind(w, o) == KIND_OLD_INSTANCE;

	strbuf_puts(out, instance ? "<" : "<class ");
	put_old_class(w, instance ? obj_field(w, o, OLD_INSTANCE_CLASS) : o, out);
	strbuf_puts(out, instance ? " instance at " : " at ");
	put_address(w, o, out);
	strbuf_putc(out, '>');
}

static void put_view(const struct writer *me, obj_id o)
{
	const struct world *w = me->w;
	obj_id dict = obj_field(w, o, VIEW_DICT), class = obj_class(w, o);
	bool first = true;

	strbuf_printf(me->out, "%s([", type_name_of(w, o));
	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		obj_id key = dict_entry_key(w, dict, i);

		if (!key)
			continue;
		strbuf_puts(me->out, first ? "" : ", ");
		first = false;
		if (class == type_object(T_DICT_ITEMS))
			strbuf_putc(me->out, '(');
		if (class != type_object(T_DICT_VALUES))
			put_repr(me, key);
		if (class == type_object(T_DICT_ITEMS))
			strbuf_puts(me->out, ", ");
		if (class != type_object(T_DICT_KEYS))
			put_repr(me, dict_entry_value(w, dict, i));
		if (class == type_object(T_DICT_ITEMS))
			strbuf_putc(me->out, ')');
	}
	strbuf_puts(me->out, "])");
}

static void put_singleton(const struct world *w, obj_id o, struct strbuf *out)
{
	strbuf_puts(out, o == OBJ_NONE ? "None" : o == OBJ_ELLIPSIS ? "Ellipsis" : "NotImplemented");
	(void)w;
}

/* Containers: shown as [...] inside themselves. */
static void put_container(const struct writer *outer, obj_id o)
{
	const struct world *w = outer->w;
	struct writer me = *outer;
	enum kind kind = obj_kind(w, o);

	if (inside_itself(outer, o)) {
		strbuf_puts(outer->out, kind == KIND_LIST ? "[...]" : kind == KIND_TUPLE ? "(...)"
			: kind == KIND_DICT ? "{...}" : "set(...)");
		return;
	}
	me.outer = outer;
	me.object = o;
	me.depth++;
	if (me.depth > MAX_DEPTH) {
		*me.python = true;
		return;
	}
	if (kind == KIND_LIST)
		put_items(&me, o, "[", "]");
	else if (kind == KIND_TUPLE)
		put_items(&me, o, "(", ")");
	else if (kind == KIND_DICT)
		put_dict(&me, o);
	else
		put_set(&me, o);
}

/* A __repr__ (or __str__) written in Python; 0: C code does it. */
static obj_id python_method(const struct world *w, obj_id o, enum name name)
{
	obj_id class = obj_class(w, o), method;

	if (!type_has(w, class, TYPE_HEAP))
		return 0;
	method = type_lookup(w, class, name_object(name));
	return method && obj_kind(w, method) == KIND_FUNCTION ? method : 0;
}

static void put_repr(const struct writer *outer, obj_id o)
{
	const struct world *w = outer->w;

	if (python_method(w, o, N_REPR)) {
		*outer->python = true;
		put_default_repr(w, o, outer->out);
		return;
	}
	switch (obj_kind(w, o)) {
	case KIND_SINGLETON:
		put_singleton(w, o, outer->out);
		break;
	case KIND_INT:
	case KIND_FLOAT:
	case KIND_COMPLEX:
		number_repr(w, o, outer->out);
		break;
	case KIND_STR:
	case KIND_BYTES:
		text_repr(w, o, outer->out);
		break;
	case KIND_LIST:
	case KIND_TUPLE:
	case KIND_DICT:
	case KIND_SET:
		put_container(outer, o);
		break;
	case KIND_TYPE:
		put_type(w, o, outer->out);
		break;
	case KIND_FUNCTION:
		put_function(w, o, outer->out);
		break;
	case KIND_METHOD:
		put_method(outer, o);
		break;
	case KIND_BUILTIN:
		put_builtin(w, o, outer->out);
		break;
	case KIND_DESCRIPTOR:
		put_descriptor(w, o, outer->out);
		break;
	case KIND_CELL:
		put_cell(w, o, outer->out);
		break;
	case KIND_WEAKREF:
		put_weakref(w, o, outer->out);
		break;
	case KIND_MODULE:
		put_module(w, o, outer->out);
		break;
	case KIND_RANGE:
		put_range(outer, o);
		break;
	case KIND_VIEW:
		put_view(outer, o);
		break;
	case KIND_EXCEPTION:
		put_exception(outer, o);
		break;
	case KIND_OLD_CLASS:
	case KIND_OLD_INSTANCE:
		put_old(w, o, outer->out);
		break;
	default:
		put_default_repr(w, o, outer->out);
		break;
	}
}

/* str() of a float: 12 digits on 2.7, its repr later. */
static void put_float(const struct world *w, obj_id o, struct strbuf *out)
{
	char text[40];

	if (w->dialect->version.major == 3) {
		number_repr(w, o, out);
		return;
	}
	snprintf(text, sizeof(text), "%.12g", float_value(w, o));
	strbuf_puts(out, text);
	if (!text[strcspn(text, ".enai")])
		strbuf_puts(out, ".0");
}

static void put_str(const struct writer *me, obj_id o)
{
	const struct world *w = me->w;
	enum kind kind = obj_kind(w, o);
	bool native = (kind == KIND_STR) == (w->dialect->version.major == 3);

	if (kind == KIND_OLD_CLASS)
		put_old_class(w, o, me->out);
	else if (kind == KIND_FLOAT)
		put_float(w, o, me->out);
	else if ((kind == KIND_STR || kind == KIND_BYTES) && native)
		strbuf_add(me->out, text_bytes(w, o), obj_n(w, o));
	else if (kind == KIND_EXCEPTION)
		exception_text(w, o, me->out);
	else
		put_repr(me, o);
}

void repr_text(const struct world *w, obj_id o, struct strbuf *out)
{
	bool python = false;

	put_repr(&(struct writer){.w = w, .out = out, .python = &python}, o);
}

void str_text(const struct world *w, obj_id o, struct strbuf *out)
{
	bool python = false;

	put_str(&(struct writer){.w = w, .out = out, .python = &python}, o);
}

enum outcome repr_of(struct world *w, obj_id o, uint32_t dst, obj_id *result)
{
	struct strbuf out = STRBUF_INIT;
	bool python = false;
	obj_id method = python_method(w, o, N_REPR);

	if (method) {
		push_special(w, method, o, 0, 0, dst);
		return OUT_PUSHED;
	}
	put_repr(&(struct writer){.w = w, .out = &out, .python = &python}, o);
	*result = native_new(w, out.text, out.length);
	strbuf_free(&out);
	return OUT_VALUE;
}

enum outcome str_of(struct world *w, obj_id o, uint32_t dst, obj_id *result)
{
	struct strbuf out = STRBUF_INIT;
	bool python = false;
	obj_id method = python_method(w, o, N_STR);

	if (!method && obj_kind(w, o) == KIND_INSTANCE)
		method = python_method(w, o, N_REPR);
	if (method) {
		push_special(w, method, o, 0, 0, dst);
		return OUT_PUSHED;
	}
	put_str(&(struct writer){.w = w, .out = &out, .python = &python}, o);
	*result = native_new(w, out.text, out.length);
	strbuf_free(&out);
	return OUT_VALUE;
}

void repr_step(struct world *w)
{
	frame_leave(w, reg(w, REG_TOP), 0);
}
