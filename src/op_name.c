#include "interp.h"

#include <string.h>

#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "passing.h"
#include "refuse.h"
#include "suggest.h"
#include "text.h"

/* Names: globals, the names dict of a class body or module, builtins. */

static obj_id name_of(const struct world *w, uint32_t f, const struct op *op)
{
	return code_name(w, word(w, frame_slot(f, PY_CODE)), (uint32_t)op->arg);
}

static obj_id globals_of(const struct world *w, uint32_t f)
{
	return word(w, frame_slot(f, PY_GLOBALS));
}

static obj_id names_of(const struct world *w, uint32_t f)
{
	obj_id names = word(w, frame_slot(f, PY_NAMES));

	return names ? names : globals_of(w, f);
}

/* The builtins are those that the globals name, as CPython's frames do it. */
static obj_id builtin_named(const struct world *w, obj_id name)
{
	return dict_get(w, reg(w, REG_BUILTINS), name);
}

static enum flow no_name(struct world *w, obj_id name, bool global)
{
	raise_error(w, T_NAME_ERROR,
		global && w->dialect->version.major == 2
			? "global name '%s' is not defined"
			: "name '%s' is not defined",
		text_bytes(w, name));
	suggest_note(w, reg(w, REG_EXCEPTION), name, 0);
	return FLOW_STAY;
}

enum flow do_LOAD_GLOBAL(struct world *w, uint32_t f, const struct op *op)
{
	obj_id name = name_of(w, f, op);
	obj_id v = dict_get(w, globals_of(w, f), name);

	if (!v)
		v = builtin_named(w, name);
	return v ? push_held(w, f, op, v) : no_name(w, name, true);
}

enum flow do_LOAD_NAME(struct world *w, uint32_t f, const struct op *op)
{
	obj_id name = name_of(w, f, op);
	obj_id v = dict_get(w, names_of(w, f), name);

	if (!v)
		v = dict_get(w, globals_of(w, f), name);
	if (!v)
		v = builtin_named(w, name);
	return v ? push_held(w, f, op, v) : no_name(w, name, false);
}

static uint8_t place_in(const struct world *w, obj_id dict)
{
	return dict == reg(w, REG_MAIN) ? PLACE_GLOBAL : PLACE_KEY;
}

static enum flow store(struct world *w, uint32_t f, const struct op *op, obj_id dict)
{
	obj_id name = name_of(w, f, op);
	obj_id v = operand(w, f, op, 0);
	struct place p = {place_in(w, dict), dict, 0, name};
	obj_id old;

	set_word(w, slot_at(f, op->sp - 1u), 0);
	old = dict_set(w, dict, name, v, &p);
	if (old)
		drop(w, old, &p);
	return FLOW_NEXT;
}

enum flow do_STORE_GLOBAL(struct world *w, uint32_t f, const struct op *op)
{
	return store(w, f, op, globals_of(w, f));
}

enum flow do_STORE_NAME(struct world *w, uint32_t f, const struct op *op)
{
	return store(w, f, op, names_of(w, f));
}

static enum flow delete (
	struct world *w, uint32_t f, const struct op *op, obj_id dict, bool global) {
	obj_id name = name_of(w, f, op);
		struct place p = {place_in(w, dict), dict, 0, name};
		struct dict_probe probe; obj_id key,
	value; uint64_t hash;

		hash_value(w, name, &hash);
		dict_probe_start(w, dict, name, hash, &probe);
		if (dict_probe(w, dict, &probe) != DICT_FOUND) return no_name(
			w, name, global);
		dict_take(w, dict, probe.entry, &key, &value); drop_all(w,
			(struct owned[]){
				{.object = value, .place = p}, {.object = key}},
			2);
		return FLOW_NEXT;
}

enum flow do_DEL_GLOBAL(struct world *w, uint32_t f, const struct op *op)
{
	return delete (w, f, op, globals_of(w, f), true);
}

enum flow do_DEL_NAME(struct world *w, uint32_t f, const struct op *op)
{
	return delete (w, f, op, names_of(w, f), false);
}

enum flow do_LOAD_LOCALS(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(w, f, op, names_of(w, f));
}

enum flow do_LOAD_BUILD_CLASS(struct world *w, uint32_t f, const struct op *op)
{
	return push_held(w, f, op, builtin_named(w, name_object(N_BUILD_CLASS)));
}

static obj_id module_named(struct world *w, const char *name, size_t length)
{
	obj_id key = native_new(w, name, length);
	obj_id module = dict_get(w, reg(w, REG_MODULES), key);

	drop(w, key, NULL);
	return module;
}

/* [level names -> module]: `import a.b` gives a, `from a.b import c` gives a.b. */
/* 2.7: a tuple of arguments for __import__().  3.10, 3.11: the error that sys has no
 * __spec__._initializing, a module no __path__, made and put away. */
static void pass_import(struct world *w, obj_id name, obj_id from)
{
	struct py_version v = w->dialect->version;

	if (v.major == 2)
		pass_tuple(w, 4);
	if (v.major == 2 || !py_at_least(v, 3, 10) || py_at_least(v, 3, 12))
		return;
	if (text_is(w, name, "sys") || from != OBJ_NONE)
		pass_tuple(w, 1);
}

enum flow do_IMPORT_NAME(struct world *w, uint32_t f, const struct op *op)
{
	obj_id name = name_of(w, f, op);
	obj_id module = dict_get(w, reg(w, REG_MODULES), name);
	const char *text = text_bytes(w, name), *dot = strchr(text, '.');

	if (!module) {
		raise_error(w,
			py_at_least(w->dialect->version, 3, 6)
				? T_MODULE_NOT_FOUND_ERROR
				: T_IMPORT_ERROR,
			py_at_least(w->dialect->version, 3, 6) ? "No module named '%s'"
							       : "No module named %s",
			text);
		return FLOW_STAY;
	}
	if (dot && operand(w, f, op, 0) == OBJ_NONE)
		module = module_named(w, text, (size_t)(dot - text));
	pass_import(w, name, operand(w, f, op, 0));
	hold(w, module);
	return finish(w, f, op, 2, module);
}

enum flow do_IMPORT_FROM(struct world *w, uint32_t f, const struct op *op)
{
	obj_id module = operand(w, f, op, 0);
	obj_id name = name_of(w, f, op);
	obj_id v = dict_get(w, obj_field(w, module, MODULE_DICT), name);
	obj_id module_name =
		dict_get(w, obj_field(w, module, MODULE_DICT), name_object(N_NAME));
	obj_id file;

	if (v)
		return push_held(w, f, op, v);
	if (refuse_module_name(w, module, text_bytes(w, name)))
		return FLOW_STAY;
	file = dict_get(w, obj_field(w, module, MODULE_DICT), name_object(N_FILE));
	if (!py_at_least(w->dialect->version, 3, 7))
		raise_error(w, T_IMPORT_ERROR,
			w->dialect->version.major == 2 ? "cannot import name %s"
						       : "cannot import name '%s'",
			text_bytes(w, name));
	else
		raise_error(w, T_IMPORT_ERROR, "cannot import name '%s' from '%s' (%s)",
			text_bytes(w, name), text_bytes(w, module_name),
			file ? text_bytes(w, file) : "unknown location");
	suggest_note(w, reg(w, REG_EXCEPTION), module_name, name);
	return FLOW_STAY;
}

enum flow do_IMPORT_STAR(struct world *w, uint32_t f, const struct op *op)
{
	obj_id module = operand(w, f, op, 0);
	obj_id dict = obj_field(w, module, MODULE_DICT);
	obj_id names = names_of(w, f);

	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		obj_id key = dict_entry_key(w, dict, i);
		obj_id value;

		if (!key || text_bytes(w, key)[0] == '_')
			continue;
		value = dict_entry_value(w, dict, i);
		hold(w, value);
		dict_set(w, names, key, value, NULL);
	}
	return finish(w, f, op, 1, 0);
}
