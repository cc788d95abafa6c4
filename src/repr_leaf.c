#include "repr_part.h"

#include <inttypes.h>
#include <string.h>

#include "attrs.h"
#include "builtin.h"
#include "code.h"
#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "generic.h"
#include "number.h"
#include "repr.h"
#include "text.h"
#include "weakref.h"

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

void put_qualified(const struct world *w, obj_id type, struct strbuf *out)
{
	const char *module = class_module(w, type);
	obj_id name = obj_field(
		w, type, w->dialect->version.major == 2 ? TYPE_NAME : TYPE_QUALNAME);

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
	uint32_t t = type - OBJ_TYPES;
	bool weak = t == T_WEAKREF || t == T_PROXY || t == T_CALLABLE_PROXY;

	if (w->dialect->version.major == 2 && t >= T_BASE_EXCEPTION && t < T_COUNT)
		return "exceptions";
	if (t == T_FILE && w->dialect->version.major == 3)
		return "_io";
	return weak && py_at_least(w->dialect->version, 3, 10) ? "weakref" : NULL;
}

static void put_type(const struct world *w, obj_id type, struct strbuf *out)
{
	bool heap = type_has(w, type, TYPE_HEAP);
	const char *module =
		heap ? class_module(w, type) : builtin_type_module(w, type);
	bool in_c = !heap || type_has(w, type, TYPE_NATIVE);

	strbuf_puts(
		out, w->dialect->version.major == 2 && in_c ? "<type '" : "<class '");
	if (!heap && module)
		strbuf_printf(out, "%s.", module);
	put_qualified(w, type, out);
	strbuf_puts(out, "'>");
}

static void put_function(const struct world *w, obj_id o, struct strbuf *out)
{
	uint32_t field =
		w->dialect->version.major == 2 ? FUNCTION_NAME : FUNCTION_QUALNAME;

	strbuf_printf(out, "<function %s at ", text_bytes(w, obj_field(w, o, field)));
	put_address(w, o, out);
	strbuf_putc(out, '>');
}

static void put_builtin(const struct world *w, obj_id o, struct strbuf *out)
{
	const struct builtin *b = &builtin_table[obj_field(w, o, BUILTIN_ID)];
	obj_id self = obj_field(w, o, BUILTIN_SELF);

	if (!self) {
		strbuf_printf(out, "<built-in function %s>", b->name);
		return;
	}
	strbuf_printf(out,
		obj_class(w, o) == type_object(T_METHOD_WRAPPER)
			? "<method-wrapper '%s' of %s object at "
			: "<built-in method %s of %s object at ",
		b->name, type_name_of(w, self));
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

/* The __name__ of an instance, as far as that is no Python code; from 3.11 on that of
 * its class alone counts. */
static obj_id name_of_instance(const struct world *w, obj_id o)
{
	obj_id name = 0;

	if (!py_at_least(w->dialect->version, 3, 11))
		name = instance_get(w, o, name_object(N_NAME));
	return name ? name : type_lookup(w, obj_class(w, o), name_object(N_NAME));
}

/* The __name__ that a weak reference to O shows; NULL: none. */
static const char *shown_name(const struct world *w, obj_id o)
{
	bool reads_attributes = !py_at_least(w->dialect->version, 3, 11);
	obj_id name = 0;

	switch (obj_kind(w, o)) {
	case KIND_TYPE:
		name = obj_field(w, o, TYPE_NAME);
		break;
	case KIND_FUNCTION:
		name = obj_field(w, o, FUNCTION_NAME);
		break;
	case KIND_GENERATOR:
		name = obj_field(w, o, GENERATOR_NAME);
		if (!name)
			name = code_object_name(w, obj_field(w, o, GENERATOR_CODE));
		break;
	case KIND_BUILTIN:
		return builtin_table[obj_field(w, o, BUILTIN_ID)].name;
	case KIND_METHOD:
		return reads_attributes
			? shown_name(w, obj_field(w, o, METHOD_FUNCTION))
			: NULL;
	case KIND_MODULE:
		if (reads_attributes)
			name = dict_get(
				w, obj_field(w, o, MODULE_DICT), name_object(N_NAME));
		break;
	default:
		if (type_is_heap(w, obj_class(w, o)))
			name = name_of_instance(w, o);
	}
	return name && is_text(w, name) ? text_bytes(w, name) : NULL;
}

/* From 3.13 on with the module, if that is not __main__, and the names around it. */
static void put_class_of(const struct world *w, obj_id o, struct strbuf *out)
{
	obj_id type = obj_class(w, o);
	const char *module = class_module(w, type);

	if (!py_at_least(w->dialect->version, 3, 13) || !module) {
		strbuf_puts(out, type_name(w, type));
		return;
	}
	if (strcmp(module, "__main__") && strcmp(module, "builtins"))
		strbuf_printf(out, "%s.", module);
	strbuf_puts(out, text_bytes(w, obj_field(w, type, TYPE_QUALNAME)));
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
		strbuf_printf(out, " to %s at ",
			type_name_of(w, referent ? referent : OBJ_NONE));
		put_address(w, referent ? referent : OBJ_NONE, out);
	} else if (!referent) {
		strbuf_puts(out, "; dead");
	} else {
		const char *name = proxy ? NULL : shown_name(w, referent);

		strbuf_puts(out, "; to '");
		put_class_of(w, referent, out);
		strbuf_puts(out, "' at ");
		put_address(w, referent, out);
		if (name)
			strbuf_printf(out, " (%s)", name);
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

void put_old_class(const struct world *w, obj_id class, struct strbuf *out)
{
	obj_id module =
		dict_get(w, obj_field(w, class, OLD_CLASS_DICT), name_object(N_MODULE));

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

static void put_range(const struct world *w, obj_id o, struct strbuf *out)
{
	obj_id start = obj_field(w, o, RANGE_START), step = obj_field(w, o, RANGE_STEP);
	bool one = int_fits(w, step) && int_value(w, step) == 1;
	bool zero = int_fits(w, start) && int_value(w, start) == 0;

	strbuf_printf(out, "%s(", type_short_name(w, obj_class(w, o)));
	if (w->dialect->version.major == 3 || !zero || !one) {
		number_repr(w, start, out);
		strbuf_puts(out, ", ");
	}
	number_repr(w, obj_field(w, o, RANGE_STOP), out);
	if (!one) {
		strbuf_puts(out, ", ");
		number_repr(w, step, out);
	}
	strbuf_putc(out, ')');
}

static void put_code(const struct world *w, obj_id o, struct strbuf *out)
{
	const struct code *code = code_of(w, o);

	strbuf_printf(out, "<code object %s at ", code->name);
	put_address(w, o, out);
	strbuf_printf(
		out, ", file \"%s\", line %d>", code->file_name, (int)code->first_line);
}

static void put_frame(const struct world *w, obj_id o, struct strbuf *out)
{
	const struct code *code = code_of(w, obj_field(w, o, FRAME_OBJECT_CODE));

	if (!py_at_least(w->dialect->version, 3, 7)) {
		put_default_repr(w, o, out);
		return;
	}
	strbuf_puts(out, "<frame at ");
	put_address(w, o, out);
	strbuf_printf(out, ", file '%s', line %u, code %s>", code->file_name,
		obj_field(w, o, FRAME_OBJECT_RUNNING)
			? reg(w, REG_LINE)
			: obj_field(w, o, FRAME_OBJECT_LINE),
		code->name);
}

static void put_super(const struct world *w, obj_id o, struct strbuf *out)
{
	obj_id type = obj_field(w, o, SUPER_TYPE),
	       bound = obj_field(w, o, SUPER_OBJECT_TYPE);

	strbuf_printf(
		out, "<super: <class '%s'>, ", type ? type_name(w, type) : "NULL");
	if (bound)
		strbuf_printf(out, "<%s object>>", type_name(w, bound));
	else
		strbuf_puts(out, "NULL>");
}

static void put_file(const struct world *w, obj_id o, struct strbuf *out)
{
	const char *name = obj_field(w, o, PARTS_STREAM) == 2 ? "<stderr>" : "<stdout>";

	if (w->dialect->version.major == 3) {
		strbuf_printf(out,
			"<_io.TextIOWrapper name='%s' mode='w' encoding='%s'>", name,
			py_at_least(w->dialect->version, 3, 8) ? "utf-8" : "UTF-8");
		return;
	}
	strbuf_printf(out, "<open file '%s', mode 'w' at ", name);
	put_address(w, o, out);
	strbuf_putc(out, '>');
}

/* 3.11 has two types of iterators over a str. */
static void put_iterator(const struct world *w, obj_id o, struct strbuf *out)
{
	obj_id source = obj_field(w, o, ITERATOR_SOURCE);

	if (obj_class(w, o) != type_object(T_STR_ITERATOR) || !source ||
		!py_at_least(w->dialect->version, 3, 11) ||
		!obj_flag(w, source, OBJECT_ASCII)) {
		put_default_repr(w, o, out);
		return;
	}
	strbuf_puts(out, "<str_ascii_iterator object at ");
	put_address(w, o, out);
	strbuf_putc(out, '>');
}

static void put_singleton(obj_id o, struct strbuf *out)
{
	strbuf_puts(out,
		o == OBJ_NONE               ? "None"
			: o == OBJ_ELLIPSIS ? "Ellipsis"
					    : "NotImplemented");
}

/* Objects/genobject.c, gen_repr. */
static void put_generator(const struct world *w, obj_id o, struct strbuf *out)
{
	obj_id name = obj_field(w, o, GENERATOR_QUALNAME);

	if (!name)
		name = code_object_name(w, obj_field(w, o, GENERATOR_CODE));
	strbuf_printf(out, "<generator object %s at ", text_bytes(w, name));
	put_address(w, o, out);
	strbuf_putc(out, '>');
}

void put_leaf(const struct world *w, obj_id o, struct strbuf *out)
{
	switch (obj_kind(w, o)) {
	case KIND_SINGLETON:
		put_singleton(o, out);
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
	case KIND_TYPE:
		put_type(w, o, out);
		break;
	case KIND_FUNCTION:
		put_function(w, o, out);
		break;
	case KIND_BUILTIN:
		put_builtin(w, o, out);
		break;
	case KIND_DESCRIPTOR:
		put_descriptor(w, o, out);
		break;
	case KIND_CELL:
		put_cell(w, o, out);
		break;
	case KIND_WEAKREF:
		put_weakref(w, o, out);
		break;
	case KIND_MODULE:
		put_module(w, o, out);
		break;
	case KIND_RANGE:
		put_range(w, o, out);
		break;
	case KIND_CODE:
		put_code(w, o, out);
		break;
	case KIND_FRAME:
		put_frame(w, o, out);
		break;
	case KIND_GENERATOR:
		put_generator(w, o, out);
		break;
	case KIND_SUPER:
		put_super(w, o, out);
		break;
	case KIND_ITERATOR:
		put_iterator(w, o, out);
		break;
	case KIND_OLD_CLASS:
	case KIND_OLD_INSTANCE:
		put_old(w, o, out);
		break;
	case KIND_PARTS:
		if (obj_class(w, o) == type_object(T_FILE))
			put_file(w, o, out);
		else if (generic_origin(w, o) || generic_members(w, o))
			generic_text(w, o, out);
		else
			put_default_repr(w, o, out);
		break;
	default:
		put_default_repr(w, o, out);
		break;
	}
}
