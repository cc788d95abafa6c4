#include "builtin.h"

#include <stdlib.h>

#include "attr.h"
#include "attrs.h"
#include "codeobject.h"
#include "code.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "class.h"
#include "exception.h"
#include "gc.h"
#include "list.h"
#include "number.h"
#include "object_core.h"
#include "text.h"
#include "xalloc.h"

/* Attributes of functions, methods, built-in functions, cells, code. */

static obj_id held(struct world *w, obj_id o)
{
	if (!o)
		o = OBJ_NONE;
	hold(w, o);
	return o;
}

/* A field as it is; None when it is empty. */
#define FIELD(function, field) \
	obj_id function(struct world *w, const struct args *a) \
	{ \
		return held(w, obj_field(w, a->self, field)); \
	}

FIELD(function_name, FUNCTION_NAME)
FIELD(function_qualname, FUNCTION_QUALNAME)
FIELD(function_closure, FUNCTION_CLOSURE)
FIELD(function_defaults, FUNCTION_DEFAULTS)
FIELD(function_kwdefaults, FUNCTION_KWDEFAULTS)
FIELD(function_code, FUNCTION_CODE)
FIELD(function_globals, FUNCTION_GLOBALS)
FIELD(function_doc, FUNCTION_DOC)
FIELD(function_module, FUNCTION_MODULE)
FIELD(function_name2, FUNCTION_NAME)
FIELD(function_closure2, FUNCTION_CLOSURE)
FIELD(function_defaults2, FUNCTION_DEFAULTS)
FIELD(function_code2, FUNCTION_CODE)
FIELD(function_globals2, FUNCTION_GLOBALS)
FIELD(function_doc2, FUNCTION_DOC)
FIELD(method_self, METHOD_SELF)
FIELD(method_function, METHOD_FUNCTION)
FIELD(method_self2, METHOD_SELF)
FIELD(method_function2, METHOD_FUNCTION)
FIELD(method_class2, METHOD_CLASS)
FIELD(module_dict, MODULE_DICT)

/* A dict that is made when it is first asked for. */
static obj_id made_dict(struct world *w, obj_id o, enum field field)
{
	if (!obj_field(w, o, field)) {
		if (!gc_charge(w, FREE_LIST_DICT))
			return RESULT_AGAIN;
		set_obj_field(w, o, field, dict_new(w));
	}
	return held(w, obj_field(w, o, field));
}

obj_id function_dict(struct world *w, const struct args *a)
{
	return made_dict(w, a->self, FUNCTION_DICT);
}

obj_id function_dict2(struct world *w, const struct args *a)
{
	return made_dict(w, a->self, FUNCTION_DICT);
}

/* 3.10+: MAKE_FUNCTION leaves a tuple of names and values until somebody looks. */
static bool unfold_annotations(struct world *w, obj_id function)
{
	obj_id tuple = obj_field(w, function, FUNCTION_ANNOTATIONS), dict;

	if (!tuple || obj_kind(w, tuple) != KIND_TUPLE)
		return true;
	if (!gc_charge(w, FREE_LIST_DICT))
		return false;
	dict = dict_new(w);
	for (uint32_t i = 0; i + 1 < obj_n(w, tuple); i += 2)
		dict_set(w, dict, item(w, tuple, i), held(w, item(w, tuple, i + 1)),
			NULL);
	set_obj_field(w, function, FUNCTION_ANNOTATIONS, dict);
	drop(w, tuple, NULL);
	return true;
}

obj_id function_annotations(struct world *w, const struct args *a)
{
	if (!unfold_annotations(w, a->self))
		return RESULT_AGAIN;
	return made_dict(w, a->self, FUNCTION_ANNOTATIONS);
}

obj_id cell_contents(struct world *w, const struct args *a)
{
	obj_id content = obj_field(w, a->self, CELL_CONTENT);

	return content ? held(w, content)
		       : raise_error(w, T_VALUE_ERROR, "Cell is empty");
}

/* What a method shows of its function; 0: it is no Python function. */
static obj_id of_function(
	struct world *w, obj_id method, enum field field, const char *name)
{
	obj_id function = obj_field(w, method, METHOD_FUNCTION);

	if (obj_kind(w, function) == KIND_FUNCTION)
		return held(w, obj_field(w, function, field));
	return raise_error(w, T_ATTRIBUTE_ERROR, "'%s' object has no attribute '%s'",
		type_name_of(w, function), name);
}

obj_id method_name(struct world *w, const struct args *a)
{
	return of_function(w, a->self, FUNCTION_NAME, "__name__");
}

obj_id method_doc(struct world *w, const struct args *a)
{
	return of_function(w, a->self, FUNCTION_DOC, "__doc__");
}

obj_id method_module(struct world *w, const struct args *a)
{
	return of_function(w, a->self, FUNCTION_MODULE, "__module__");
}

obj_id method_qualname(struct world *w, const struct args *a)
{
	return of_function(w, a->self, FUNCTION_QUALNAME, "__qualname__");
}

obj_id builtin_name(struct world *w, const struct args *a)
{
	return native_from(w, builtin_table[obj_field(w, a->self, BUILTIN_ID)].name);
}

obj_id builtin_self(struct world *w, const struct args *a)
{
	obj_id self = obj_field(w, a->self, BUILTIN_SELF);
	obj_id module = obj_field(w, a->self, BUILTIN_MODULE);

	if (!self && module && w->dialect->version.major == 3)
		self = dict_get(w, reg(w, REG_MODULES), module);
	return held(w, self);
}

/* Code objects. */

obj_id code_attr_name(struct world *w, const struct args *a)
{
	return held(w, code_object_name(w, a->self));
}

obj_id code_attr_argcount(struct world *w, const struct args *a)
{
	return int_new(w, code_of(w, a->self)->argument_count);
}

obj_id code_attr_firstlineno(struct world *w, const struct args *a)
{
	return int_new(w, code_of(w, a->self)->first_line);
}

obj_id code_attr_filename(struct world *w, const struct args *a)
{
	return native_from(w, code_of(w, a->self)->file_name);
}

/* A tuple of the names of COUNT slots from FIRST on. */
static obj_id slot_names(struct world *w, obj_id code, uint32_t first, uint32_t count)
{
	obj_id *names, tuple;

	if (count && !gc_charge(w, gc_free_list(w, KIND_TUPLE, count)))
		return RESULT_AGAIN;
	names = xcalloc(count + 1u, sizeof(*names));
	for (uint32_t i = 0; i < count; i++)
		names[i] = held(w, code_slot_name(w, code, first + i));
	tuple = count ? tuple_of(w, names, count) : OBJ_EMPTY_TUPLE;
	free(names);
	return tuple;
}

obj_id code_attr_varnames(struct world *w, const struct args *a)
{
	return slot_names(w, a->self, 0, code_of(w, a->self)->local_count);
}

obj_id code_attr_freevars(struct world *w, const struct args *a)
{
	const struct code *code = code_of(w, a->self);

	return slot_names(w, a->self, (uint32_t)code->local_count + code->cell_count,
		code->free_count);
}

/* Setting. */

/* VALUE (taken over; None counts as empty) goes into FIELD. */
static bool put_field(
	struct world *w, obj_id o, enum field field, obj_id value, struct owned *old)
{
	struct place p = {PLACE_FIELD, o, field, 0};

	old[0] = (struct owned){obj_field(w, o, field), p};
	set_obj_field(w, o, field, value == OBJ_NONE ? 0 : value);
	if (value && value != OBJ_NONE)
		announce_bind(w, value, &p, 0);
	return true;
}

static bool wrong(struct world *w, const char *name, const char *what)
{
	raise_error(w, T_TYPE_ERROR, "%s must be set to a %s object", name, what);
	return false;
}

static bool set_name(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	if (!value || obj_kind(w, value) != native_kind(w))
		return wrong(w, "__name__", "string");
	return put_field(w, o, FUNCTION_NAME, value, old);
}

static bool set_qualname(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	if (!value || obj_kind(w, value) != native_kind(w))
		return wrong(w, "__qualname__", "string");
	return put_field(w, o, FUNCTION_QUALNAME, value, old);
}

static bool set_defaults(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	if (value && value != OBJ_NONE && obj_kind(w, value) != KIND_TUPLE)
		return wrong(w,
			w->dialect->version.major == 2 ? "func_defaults"
						       : "__defaults__",
			"tuple");
	return put_field(w, o, FUNCTION_DEFAULTS, value, old);
}

static bool set_doc(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	put_field(w, o, FUNCTION_DOC, value, old);
	if (!value || value == OBJ_NONE)
		set_obj_field(w, o, FUNCTION_DOC, OBJ_NONE);
	return true;
}

static bool set_module(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	return put_field(w, o, FUNCTION_MODULE, value, old);
}

static bool set_annotations(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	if (value && value != OBJ_NONE && obj_kind(w, value) != KIND_DICT)
		return wrong(w, "__annotations__", "dict");
	return put_field(w, o, FUNCTION_ANNOTATIONS, value, old);
}

static bool set_dict(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	if (!value) {
		raise_error(w, T_TYPE_ERROR,
			w->dialect->version.major == 2
				? "function's dictionary may not be deleted"
				: "cannot delete __dict__");
		return false;
	}
	if (obj_kind(w, value) != KIND_DICT) {
		raise_error(w, T_TYPE_ERROR,
			w->dialect->version.major == 2
				? "setting function's dictionary to a non-dict"
				: "__dict__ must be set to a dictionary, not a '%s'",
			type_name_of(w, value));
		return false;
	}
	return put_field(w, o, FUNCTION_DICT, value, old);
}

/* cell_contents: deletable from 3.7, where it became writable. */
static bool set_cell(struct world *w, obj_id o, obj_id value, struct owned *old)
{
	struct place p = {PLACE_FIELD, o, CELL_CONTENT, 0};

	if (!py_at_least(w->dialect->version, 3, 7)) {
		raise_error(w,
			w->dialect->version.major == 2 ? T_TYPE_ERROR
						       : T_ATTRIBUTE_ERROR,
			"attribute 'cell_contents' of 'cell' objects is not writable");
		return false;
	}
	old[0] = (struct owned){obj_field(w, o, CELL_CONTENT), p};
	set_obj_field(w, o, CELL_CONTENT, value);
	if (value)
		announce_bind(w, value, &p, 0);
	return true;
}

attribute_setter *attribute_setter_find(uint32_t id)
{
	static const struct {
		uint32_t id;
		attribute_setter *setter;
	} rows[] = {
		{B_function_name, set_name},
		{B_function_name2, set_name},
		{B_function_qualname, set_qualname},
		{B_function_defaults, set_defaults},
		{B_function_defaults2, set_defaults},
		{B_function_module, set_module},
		{B_function_annotations, set_annotations},
		{B_function_doc, set_doc},
		{B_function_doc2, set_doc},
		{B_function_dict, set_dict},
		{B_function_dict2, set_dict},
		{B_type_attr_name, type_set_name},
		{B_type_attr_qualname, type_set_qualname},
		{B_type_attr_abstract, type_set_abstract},
		{B_type_attr_module, type_set_module},
		{B_object_dict, object_set_dict},
		{B_cell_contents, set_cell},
		{B_object_class, object_set_class},
	};

	for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].id == id)
			return rows[i].setter;
	}
	return type_setter_find(id) ? type_setter_find(id) : exception_setter_find(id);
}

/* types.MethodType(function, object) */
obj_id method_create(struct world *w, const struct args *a)
{
	obj_id function = arg(w, a, 0), self = arg(w, a, 1);

	if (!is_callable(w, function))
		return raise_error(w, T_TYPE_ERROR, "first argument must be callable");
	if (self == OBJ_NONE && w->dialect->version.major == 3)
		return raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 12)
				? "instance must not be None"
				: "self must not be None");
	if (!gc_charge(w, gc_free_list(w, KIND_METHOD, 0)))
		return RESULT_AGAIN;
	return method_new(w, function, self == OBJ_NONE ? 0 : self,
		a->count > 2 ? arg(w, a, 2) : obj_class(w, self));
}
