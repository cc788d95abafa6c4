#include "modules.h"

#include <stdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "boot.h"
#include "builtin.h"
#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "gclist.h"
#include "list.h"
#include "number.h"
#include "stream.h"
#include "text.h"

static void put(struct world *w, obj_id dict, const char *name, obj_id value)
{
	obj_id key = name_new(w, name);
	obj_id old = dict_set(w, dict, key, value, NULL);

	assert(!old);
	(void)old;
	/* The dict holds the name now. */
	if (!obj_immortal(w, key))
		set_word(w, BASE_RC + key, obj_rc(w, key) - 1);
}

static void put_held(struct world *w, obj_id dict, const char *name, obj_id value)
{
	hold(w, value);
	put(w, dict, name, value);
}

static obj_id module_new(struct world *w, const char *name)
{
	obj_id m = obj_new_fields(w, KIND_MODULE, type_object(T_MODULE), MODULE_WORDS);
	obj_id dict = dict_new(w);

	set_obj_field(w, m, MODULE_DICT, dict);
	put(w, dict, "__name__", name_new(w, name));
	put_held(w, dict, "__doc__", OBJ_NONE);
	put_held(w, dict, "__package__", OBJ_NONE);
	return m;
}

static void add_functions(struct world *w, obj_id module, int owner)
{
	obj_id dict = obj_field(w, module, MODULE_DICT);

	for (uint32_t id = 0; id < BUILTIN_COUNT; id++) {
		const struct builtin *b = &builtin_table[id];

		if (b->owner == owner && builtin_exists(b, w->dialect->version) &&
			!(b->flags & BUILTIN_ATTRIBUTE))
			put(w, dict, b->name,
				builtin_new(w, id, 0,
					dict_get(w, dict, name_object(N_NAME))));
	}
}

/* Types that have a name in the builtins module. */
static bool is_builtin_name(enum builtin_type t)
{
	static const uint8_t named[] = {T_OBJECT, T_TYPE, T_INT, T_LONG, T_BOOL,
		T_FLOAT, T_COMPLEX, T_STR, T_BYTES, T_LIST, T_TUPLE, T_DICT, T_SET,
		T_FROZENSET, T_SLICE, T_RANGE, T_PROPERTY, T_STATICMETHOD,
		T_CLASSMETHOD, T_SUPER, T_BASESTRING, T_ENUMERATE, T_REVERSED, T_ZIP,
		T_MAP, T_FILTER};

	for (unsigned i = 0; i < sizeof(named); i++) {
		if (named[i] == t)
			return true;
	}
	return builtin_type_kind(t) == KIND_EXCEPTION;
}

/* Other names of the builtins module. */
static const struct {
	const char *name;
	obj_id value;
	uint8_t major; /* only in this one; 0: in both */
} constants[] = {{"None", OBJ_NONE, 0}, {"Ellipsis", OBJ_ELLIPSIS, 0},
	{"NotImplemented", OBJ_NOT_IMPLEMENTED, 0}, {"True", OBJ_TRUE, 0},
	{"False", OBJ_FALSE, 0}, {"__debug__", OBJ_TRUE, 0},
	{"bytes", OBJ_TYPES + T_BYTES, 2},
	{"IOError", OBJ_TYPES + T_ENVIRONMENT_ERROR, 3},
	{"EnvironmentError", OBJ_TYPES + T_ENVIRONMENT_ERROR, 3}};
#define CONSTANTS (sizeof(constants) / sizeof(constants[0]))

static bool has_constant(unsigned i, struct py_version v)
{
	return !constants[i].major || constants[i].major == v.major;
}

static bool has_type(int t, struct py_version v)
{
	return is_builtin_name((enum builtin_type)t) &&
		builtin_type_exists(v, (enum builtin_type)t);
}

bool modules_have_builtin(struct py_version v, const char *name)
{
	static const char *const of_modules[] = {"__name__", "__doc__", "__package__"};
	/* lib/__builtin__.py */
	static const char *const python2[] = {
		"zip", "map", "filter", "reduce", "apply"};

	for (unsigned i = 0; v.major == 2 && i < sizeof(python2) / sizeof(python2[0]);
		i++) {
		if (strcmp(python2[i], name) == 0)
			return true;
	}
	for (uint32_t id = 0; id < BUILTIN_COUNT; id++) {
		if (builtin_table[id].owner == OWNER_BUILTINS &&
			builtin_exists(&builtin_table[id], v) &&
			strcmp(builtin_table[id].name, name) == 0)
			return true;
	}
	for (int t = 0; t < T_COUNT; t++) {
		if (has_type(t, v) &&
			strcmp(builtin_type_name(v, (enum builtin_type)t), name) == 0)
			return true;
	}
	for (unsigned i = 0; i < CONSTANTS; i++) {
		if (has_constant(i, v) && strcmp(constants[i].name, name) == 0)
			return true;
	}
	for (unsigned i = 0; i < sizeof(of_modules) / sizeof(of_modules[0]); i++) {
		if (strcmp(of_modules[i], name) == 0)
			return true;
	}
	return false;
}

static void build_builtins(struct world *w)
{
	struct py_version v = w->dialect->version;
	const char *name = v.major == 2 ? "__builtin__" : "builtins";
	obj_id m = module_new(w, name);
	obj_id dict = obj_field(w, m, MODULE_DICT);

	set_reg(w, REG_BUILTINS, dict);
	add_functions(w, m, OWNER_BUILTINS);
	for (unsigned i = 0; i < CONSTANTS; i++) {
		if (has_constant(i, v))
			put_held(w, dict, constants[i].name, constants[i].value);
	}
	for (int t = 0; t < T_COUNT; t++) {
		if (has_type(t, v))
			put(w, dict, builtin_type_name(v, (enum builtin_type)t),
				type_object((enum builtin_type)t));
	}
	put(w, reg(w, REG_MODULES), name, m);
}

static void build_gc(struct world *w)
{
	static const struct {
		const char *name;
		int value, value2;
	} flags[] = {{"DEBUG_STATS", 1, 1}, {"DEBUG_COLLECTABLE", 2, 2},
		{"DEBUG_UNCOLLECTABLE", 4, 4}, {"DEBUG_INSTANCES", 0, 8},
		{"DEBUG_OBJECTS", 0, 16}, {"DEBUG_SAVEALL", 32, 32},
		{"DEBUG_LEAK", 38, 62}};
	bool two = w->dialect->version.major == 2;
	obj_id m = module_new(w, "gc");
	obj_id dict = obj_field(w, m, MODULE_DICT);

	add_functions(w, m, OWNER_GC);
	for (unsigned i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
		int value = two ? flags[i].value2 : flags[i].value;

		if (value)
			put(w, dict, flags[i].name, int_new(w, value));
	}
	put(w, reg(w, REG_MODULES), "gc", m);
}

/* From the release that the version follows: "3.11.7". */
static obj_id version_info(struct world *w)
{
	const struct py_version v = w->dialect->version;
	const char *micro = strrchr(w->dialect->release, '.') + 1;
	obj_id items[5] = {int_new(w, v.major), int_new(w, v.minor),
		int_new(w, atoi(micro)), name_new(w, "final"), int_new(w, 0)};
	obj_id o = obj_new(w, KIND_TUPLE, type_object(T_VERSION_INFO));

	set_obj_payload(w, o, block_new(w, 5));
	set_obj_n(w, o, 5);
	for (unsigned i = 0; i < 5; i++)
		set_word(w, item_index(w, o, i), items[i]);
	return o;
}

/* 3.11.7, final, serial 0: 0x030b07f0. */
static int64_t hex_version(const struct dialect *d)
{
	int64_t micro = atoi(strrchr(d->release, '.') + 1);

	return (int64_t)d->version.major << 24 | (int64_t)d->version.minor << 16 |
		micro << 8 | 0xf0;
}

/* A namespace: its only part is its dict. */
static obj_id implementation(struct world *w, obj_id version)
{
	obj_id o = obj_new_fields(w, KIND_PARTS, type_object(T_NAMESPACE), PARTS_WORDS);
	obj_id dict = dict_new(w);
	char tag[32];

	snprintf(tag, sizeof(tag), "cpython-%u%u", w->dialect->version.major,
		w->dialect->version.minor);
	/* in the order of namespace_name() and its kin, builtin_sys.c */
	put(w, dict, "name", native_from(w, "cpython"));
	put(w, dict, "cache_tag", native_from(w, tag));
	put_held(w, dict, "version", version);
	put(w, dict, "hexversion", int_new(w, hex_version(w->dialect)));
	put(w, dict, "_multiarch", native_from(w, "x86_64-linux-gnu"));
	set_obj_field(w, o, 0, dict);
	return o;
}

static void build_sys(struct world *w)
{
	obj_id m = module_new(w, "sys");
	obj_id dict = obj_field(w, m, MODULE_DICT), version = version_info(w);

	add_functions(w, m, OWNER_SYS);
	for (uint32_t i = 1; i <= 2; i++) {
		obj_id stream = stream_new(w, i);

		put(w, dict, i == 1 ? "stdout" : "stderr", stream);
		put_held(w, dict, i == 1 ? "__stdout__" : "__stderr__", stream);
	}
	put(w, dict, "version_info", version);
	if (w->dialect->version.major == 3)
		put(w, dict, "implementation", implementation(w, version));
	put(w, dict, "maxsize", int_new(w, INT64_MAX));
	put(w, dict, "maxunicode", int_new(w, 0x10ffff));
	put(w, dict, "api_version", int_new(w, 1013));
	put(w, dict, "hexversion", int_new(w, hex_version(w->dialect)));
	put(w, dict, "byteorder", native_from(w, "little"));
	put(w, dict, "platform",
		native_from(w, w->dialect->version.major == 2 ? "linux2" : "linux"));
	if (w->dialect->version.major == 2)
		put(w, dict, "maxint", int_new(w, INT64_MAX));
	put(w, reg(w, REG_MODULES), "sys", m);
}

static void build_math(struct world *w)
{
	obj_id m = module_new(w, "math");
	obj_id dict = obj_field(w, m, MODULE_DICT);

	add_functions(w, m, OWNER_MATH);
	put(w, dict, "pi", float_new(w, M_PI));
	put(w, dict, "e", float_new(w, M_E));
	if (w->dialect->version.major == 3) {
		put(w, dict, "tau", float_new(w, 2 * M_PI));
		put(w, dict, "inf", float_new(w, INFINITY));
		put(w, dict, "nan", float_new(w, NAN));
	}
	put(w, reg(w, REG_MODULES), "math", m);
}

static void build_weakref(struct world *w)
{
	obj_id m = module_new(w, "_weakref");
	obj_id dict = obj_field(w, m, MODULE_DICT);

	add_functions(w, m, OWNER_WEAKREF);
	put(w, dict, "ref", type_object(T_WEAKREF));
	put(w, dict, "ReferenceType", type_object(T_WEAKREF));
	put(w, dict, "ProxyType", type_object(T_PROXY));
	put(w, dict, "CallableProxyType", type_object(T_CALLABLE_PROXY));
	put(w, dict, "ReferenceError", type_object(T_REFERENCE_ERROR));
	put(w, reg(w, REG_MODULES), "_weakref", m);
}

/* Types in C that modules of the library are made of. */
static void build_library(struct world *w)
{
	obj_id m = module_new(w, "_library");
	obj_id dict = obj_field(w, m, MODULE_DICT);

	put(w, dict, "deque", type_object(T_DEQUE));
	put(w, dict, "method", type_object(T_METHOD));
	put(w, reg(w, REG_MODULES), "_library", m);
}

void modules_build(struct world *w)
{
	set_reg(w, REG_MODULES, dict_new(w));
	build_builtins(w);
	build_gc(w);
	build_sys(w);
	build_math(w);
	build_weakref(w);
	build_library(w);
}

/* The package that NAME is in knows the module by its last part. */
static void add_to_package(struct world *w, const char *name, obj_id module)
{
	const char *dot = strrchr(name, '.');
	obj_id package, key;

	if (!dot)
		return;
	key = native_new(w, name, (size_t)(dot - name));
	package = dict_get(w, reg(w, REG_MODULES), key);
	if (package)
		put_held(w, obj_field(w, package, MODULE_DICT), dot + 1, module);
}

obj_id modules_add(struct world *w, const char *name, const char *file_name)
{
	obj_id key = native_from(w, name);
	obj_id m = dict_get(w, reg(w, REG_MODULES), key), dict;

	/* The Python half of a module in C. */
	if (m)
		return obj_field(w, m, MODULE_DICT);
	m = module_new(w, name);
	dict = obj_field(w, m, MODULE_DICT);
	put(w, dict, "__file__", native_from(w, file_name));
	put(w, reg(w, REG_MODULES), name, m);
	add_to_package(w, name, m);
	return dict;
}

/* Where the last collection before the program has left what the interpreter made. */
static obj_id startup_list(const struct world *w)
{
	return w->dialect->startup_old ? GC_GENERATION_2 : GC_GENERATION_1;
}

/* What the interpreter made is on a list already: what a program fills is in
 * startup_list(), the rest is out of the collector's way. */
static void track_in(struct world *w, obj_id o, obj_id list)
{
	if (obj_tracked(w, o))
		gclist_move(w, o, list);
	else
		gclist_append(w, list, o);
}

static obj_id module_named(const struct world *w, enum name name)
{
	return dict_get(w, reg(w, REG_MODULES), name_object(name));
}

/* The names of __main__ in the order in which CPython sets them. */
static obj_id build_main(struct world *w, const char *file_name)
{
	bool two = w->dialect->version.major == 2;
	obj_id main = module_new(w, "__main__");
	obj_id dict = obj_field(w, main, MODULE_DICT);

	if (!two) {
		put_held(w, dict, "__loader__", OBJ_NONE);
		put_held(w, dict, "__spec__", OBJ_NONE);
		put(w, dict, "__annotations__", dict_new(w));
	}
	put_held(w, dict, "__builtins__",
		module_named(w, two ? N_BUILTINS2 : N_BUILTINS3));
	put(w, dict, "__file__", native_new(w, file_name, strlen(file_name)));
	if (!two)
		put_held(w, dict, "__cached__", OBJ_NONE);
	track_in(w, dict, startup_list(w));
	hold(w, dict);
	set_reg(w, REG_MAIN, dict);
	return main;
}

void modules_mortal(struct world *w, const char *file_name)
{
	obj_id gc = module_named(w, N_GC), sys = module_named(w, N_SYS);
	obj_id argv = native_new(w, file_name, strlen(file_name));
	obj_id garbage = list_of(w, NULL, 0), arguments = list_of(w, &argv, 1);
	obj_id main = build_main(w, file_name);

	track_in(w, main, GC_PERMANENT);
	track_in(w, garbage, startup_list(w));
	track_in(w, arguments, GC_PERMANENT);
	hold(w, garbage);
	set_reg(w, REG_GARBAGE, garbage);
	put(w, obj_field(w, gc, MODULE_DICT), "garbage", garbage);
	if (w->dialect->version.major == 3) {
		obj_id callbacks = list_of(w, NULL, 0);

		track_in(w, callbacks, GC_PERMANENT);
		hold(w, callbacks);
		set_reg(w, REG_CALLBACKS, callbacks);
		put(w, obj_field(w, gc, MODULE_DICT), "callbacks", callbacks);
	}
	put(w, obj_field(w, sys, MODULE_DICT), "argv", arguments);
	put_held(w, obj_field(w, sys, MODULE_DICT), "modules", reg(w, REG_MODULES));
	put(w, reg(w, REG_MODULES), "__main__", main);
}
