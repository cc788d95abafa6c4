#include "boot.h"

#include <stdio.h>
#include <string.h>

#include "builtin.h"
#include "call.h"
#include "code.h"
#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "gclist.h"
#include "insertion.h"
#include "modules.h"
#include "startup.h"
#include "surface.h"
#include "text.h"

static void make_immortal(struct world *w, obj_id o)
{
	set_word(w, BASE_RC + o, RC_IMMORTAL);
}

/* mro and bases tuples of the built-in types. */
static obj_id type_tuple(struct world *w, const obj_id *types, uint32_t n)
{
	obj_id tuple = obj_new(w, KIND_TUPLE, type_object(T_TUPLE));
	uint32_t block = block_new(w, n);

	for (uint32_t i = 0; i < n; i++)
		set_word(w, block + i, types[i]);
	set_obj_payload(w, tuple, block);
	set_obj_n(w, tuple, n);
	make_immortal(w, tuple);
	return tuple;
}

static obj_id existing_base(const struct world *w, enum builtin_type t)
{
	enum builtin_type base = builtin_type_base(t);

	/* 2.7's struct sequences are no tuples (Objects/structseq.c). */
	if (t == T_VERSION_INFO && w->dialect->version.major == 2)
		base = T_OBJECT;
	while (!builtin_type_exists(w->dialect->version, base) && base != T_OBJECT)
		base = builtin_type_base(base);
	return type_object(base);
}

static void type_lineage(struct world *w, enum builtin_type t)
{
	obj_id chain[16];
	uint32_t n = 0;
	obj_id type = type_object(t), base = existing_base(w, t);

	chain[n++] = type;
	if (t != T_OBJECT) {
		set_obj_field(w, type, TYPE_BASE, base);
		set_obj_field(w, type, TYPE_BASES, type_tuple(w, &base, 1));
		while (type != type_object(T_OBJECT)) {
			type = existing_base(w, (enum builtin_type)(type - OBJ_TYPES));
			chain[n++] = type;
		}
	} else {
		set_obj_field(w, type, TYPE_BASES, OBJ_EMPTY_TUPLE);
	}
	set_obj_field(w, chain[0], TYPE_MRO, type_tuple(w, chain, n));
}

/* Whether the objects of a built-in type can be weakly referenced. */
static bool is_weakable(const struct world *w, enum builtin_type t)
{
	bool three = w->dialect->version.major == 3;

	switch (builtin_type_kind(t)) {
	case KIND_FUNCTION:
	case KIND_TYPE:
	case KIND_SET:
	case KIND_METHOD:
	case KIND_GENERATOR:
	case KIND_OLD_INSTANCE:
	case KIND_OLD_CLASS:
	case KIND_CODE:
		return true;
	case KIND_MODULE:
		return three;
	case KIND_BUILTIN:
		return three && t == T_BUILTIN;
	default:
		return t == T_FILE;
	}
}

static uint32_t type_flags(const struct world *w, enum builtin_type t)
{
	static const uint8_t final[] = {T_BOOL, T_NONE, T_NOT_IMPLEMENTED, T_ELLIPSIS,
		T_FUNCTION, T_METHOD, T_BUILTIN, T_CODE, T_FRAME, T_GENERATOR,
		T_TRACEBACK, T_CELL, T_RANGE, T_SLICE, T_DICT_KEYS, T_DICT_VALUES,
		T_DICT_ITEMS, T_PROXY, T_CALLABLE_PROXY};
	enum kind kind = builtin_type_kind(t);
	uint32_t flags = TYPE_BASE_ALLOWED;

	for (unsigned i = 0; i < sizeof(final); i++) {
		if (final[i] == t)
			flags = 0;
	}
	if (kind == KIND_EXCEPTION)
		flags |= TYPE_IS_EXCEPTION | TYPE_HAS_DICT;
	if (is_weakable(w, t))
		flags |= TYPE_HAS_WEAK;
	if (kind == KIND_FUNCTION || kind == KIND_MODULE)
		flags |= TYPE_HAS_DICT;
	return flags;
}

static void build_types(struct world *w)
{
	for (int i = 0; i < T_COUNT; i++) {
		enum builtin_type t = (enum builtin_type)i;
		obj_id type = type_object(t);
		obj_id name = name_new(w, builtin_type_name(w->dialect->version, t));

		make_immortal(w, name);
		set_obj_field(w, type, TYPE_NAME, name);
		set_obj_field(w, type, TYPE_QUALNAME, name);
		set_obj_field(w, type, TYPE_FLAGS, type_flags(w, t));
		type_lineage(w, t);
		set_obj_field(w, type, TYPE_DICT, dict_new(w));
		make_immortal(w, obj_field(w, type, TYPE_DICT));
	}
}

static obj_id descriptor_new(
	struct world *w, enum builtin_type class, obj_id type, obj_id name, uint32_t id)
{
	obj_id d = obj_new_fields(
		w, KIND_DESCRIPTOR, type_object(class), DESCRIPTOR_WORDS);

	set_obj_field(w, d, DESCRIPTOR_TYPE, type);
	set_obj_field(w, d, DESCRIPTOR_NAME, name);
	set_obj_field(w, d, DESCRIPTOR_ID, id);
	return d;
}

static enum builtin_type descriptor_type(const struct builtin *b)
{
	if (b->flags & BUILTIN_ATTRIBUTE)
		return T_GETSET_DESCRIPTOR;
	return b->flags & BUILTIN_SLOT ? T_SLOT_WRAPPER : T_METHOD_DESCRIPTOR;
}

/* Methods of built-in types become descriptors in their dicts. */
static void build_methods(struct world *w)
{
	for (uint32_t id = 0; id < BUILTIN_COUNT; id++) {
		const struct builtin *b = &builtin_table[id];
		obj_id type, descriptor, name, kept;

		if (b->owner >= OWNER_BUILTINS ||
			!builtin_exists(b, w->dialect->version))
			continue;
		type = type_object((enum builtin_type)b->owner);
		name = name_new(w, b->name);
		if (b->flags & BUILTIN_STATIC) {
			descriptor = builtin_new(w, id, type, 0);
		} else {
			descriptor = obj_new_fields(w, KIND_DESCRIPTOR,
				type_object(descriptor_type(b)), DESCRIPTOR_WORDS);
			set_obj_field(w, descriptor, DESCRIPTOR_TYPE, type);
			set_obj_field(w, descriptor, DESCRIPTOR_NAME, name);
			set_obj_field(w, descriptor, DESCRIPTOR_ID, id);
		}
		make_immortal(w, descriptor);
		make_immortal(w, name);
		kept = dict_set(
			w, obj_field(w, type, TYPE_DICT), name, descriptor, NULL);
		assert(!kept);
		(void)kept;
	}
}

/* What real Python has and gcrefs does not: it is there, and refused when it is used.
 */

/* The function that serves a slot of all types; BUILTIN_COUNT: there is none. */
static uint32_t slot_function(const struct world *w, const char *name)
{
	for (uint32_t id = B_slot_add; id <= B_slot_call; id++) {
		const struct builtin *b = &builtin_table[id];

		if (strcmp(b->name, name) == 0 &&
			builtin_exists(b, w->dialect->version))
			return id;
	}
	return BUILTIN_COUNT;
}

static obj_id slot_new(struct world *w, obj_id type, obj_id name)
{
	uint32_t id = slot_function(w, text_bytes(w, name));

	return id == BUILTIN_COUNT ? 0
				   : descriptor_new(w, T_SLOT_WRAPPER, type, name, id);
}

static obj_id lacking_new(
	struct world *w, obj_id type, enum surface_kind kind, obj_id name)
{
	static const uint8_t types[] = {[SURFACE_SLOT] = T_SLOT_WRAPPER,
		[SURFACE_METHOD] = T_METHOD_DESCRIPTOR,
		[SURFACE_CLASS_METHOD] = T_METHOD_DESCRIPTOR,
		[SURFACE_STATIC] = T_METHOD_DESCRIPTOR,
		[SURFACE_GETSET] = T_GETSET_DESCRIPTOR,
		[SURFACE_MEMBER] = T_MEMBER_DESCRIPTOR,
		[SURFACE_VALUE] = T_METHOD_DESCRIPTOR};
	bool is_value = kind == SURFACE_STATIC || kind == SURFACE_VALUE ||
		kind == SURFACE_CLASS_METHOD;

	if (kind == SURFACE_NONE)
		return OBJ_NONE;
	return descriptor_new(w, (enum builtin_type)types[kind], type, name,
		is_value ? B_lacking_value : B_lacking);
}

/* What the built-in exceptions have again of what BaseException has: the same functions
 * serve all of them.  0: nothing. */
static obj_id exception_has(struct world *w, obj_id type, obj_id name)
{
	obj_id base = type_object(T_BASE_EXCEPTION);
	obj_id own = dict_get(w, obj_field(w, base, TYPE_DICT), name);

	if (!own || type == base || !type_has(w, type, TYPE_IS_EXCEPTION))
		return 0;
	if (obj_kind(w, own) == KIND_BUILTIN)
		return builtin_new(w, obj_field(w, own, BUILTIN_ID), type, 0);
	if (obj_class(w, own) != type_object(T_SLOT_WRAPPER))
		return 0;
	return descriptor_new(
		w, T_SLOT_WRAPPER, type, name, obj_field(w, own, DESCRIPTOR_ID));
}

static void build_lacking(struct world *w, const struct surface_row *row)
{
	obj_id type = type_object((enum builtin_type)row->owner);
	obj_id dict = obj_field(w, type, TYPE_DICT);
	const char *cursor = row->names, *text;
	int length;

	while ((text = surface_next(&cursor, &length))) {
		char copy[64];
		obj_id name, have, lacking;

		snprintf(copy, sizeof(copy), "%.*s", length, text);
		name = name_new(w, copy);
		have = dict_get(w, dict, name);
		if (have && row->kind == SURFACE_MEMBER)
			set_word(
				w, BASE_CLASS + have, type_object(T_MEMBER_DESCRIPTOR));
		if (have)
			continue;
		lacking = exception_has(w, type, name);
		if (!lacking && row->kind == SURFACE_SLOT)
			lacking = slot_new(w, type, name);
		if (!lacking)
			lacking = lacking_new(w, type, row->kind, name);
		make_immortal(w, lacking);
		make_immortal(w, name);
		dict_set(w, dict, name, lacking, NULL);
	}
}

static void build_surface(struct world *w)
{
	for (const struct surface_row *row = surface_types; row->names; row++) {
		/* What instances of old-style classes have is what their classes have.
		 */
		if (row->owner == T_OLD_INSTANCE || row->owner == T_OLD_CLASS)
			continue;
		if (surface_applies(row, w->dialect->version))
			build_lacking(w, row);
	}
}

/* Whatever exists when the program starts never dies and is not collected. */
static void settle(struct world *w)
{
	for (obj_id o = OBJ_NONE; o < reg(w, REG_SLOTS); o++) {
		if (obj_kind(w, o) == KIND_NONE)
			continue;
		make_immortal(w, o);
		if (obj_tracked(w, o))
			gclist_remove(w, o);
	}
}

/* Names that always exist are known from the start. */
static void know_fixed_names(struct world *w)
{
	obj_id dict = dict_new(w);

	set_reg(w, REG_INTERNED, dict);
	for (int n = 0; n < N_COUNT; n++)
		dict_set(w, dict, name_object((enum name)n), name_object((enum name)n),
			NULL);
}

/* The table of names known at boot goes; the names stay with who uses them. */
static void forget_interned(struct world *w)
{
	obj_id dict = reg(w, REG_INTERNED);
	struct dict_block b;

	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		obj_id name = dict_entry_key(w, dict, i);

		if (name && !obj_immortal(w, name))
			set_word(w, BASE_RC + name, obj_rc(w, name) - 2);
	}
	b = dict_detach(w, dict);
	block_free(w, b.block, b.words);
	set_reg(w, REG_INTERNED, 0);
}

void boot_begin(struct world *w)
{
	boot_objects(w);
	know_fixed_names(w);
	build_types(w);
	build_methods(w);
	build_surface(w);
	modules_build(w);
	set_reg(w, REG_GC_ENABLED, 0);
}

void boot_library(struct world *w, uint32_t i)
{
	const struct unit_module *m = &w->unit->modules[i];
	obj_id code = code_object_build(w, m->code, NULL);
	obj_id dict = modules_add(w, m->name, m->code->file_name);

	push_python(w, code, dict, dict, 0, 0);
	set_word(w, BASE_RC + code, obj_rc(w, code) - 1);
}

/* What running the library has left in registers. */
static void reset_registers(struct world *w)
{
	assert(!reg(w, REG_EXCEPTION));
	set_reg(w, REG_GC_ENABLED, 1);
	for (unsigned i = REG_FREE_LIST; i <= REG_FREE_LIST_END; i++)
		set_reg(w, i, 0);
}

/* The classes of a module that is C code in CPython. */
static void mark_native(struct world *w, obj_id dict)
{
	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		obj_id v =
			dict_entry_key(w, dict, i) ? dict_entry_value(w, dict, i) : 0;

		if (v && obj_kind(w, v) == KIND_TYPE && type_is_heap(w, v))
			set_obj_field(w, v, TYPE_FLAGS,
				obj_field(w, v, TYPE_FLAGS) | TYPE_NATIVE);
	}
}

static void mark_native_modules(struct world *w)
{
	for (uint32_t i = 0; i < w->unit->module_count; i++) {
		const struct unit_module *m = &w->unit->modules[i];

		if (m->code->flags & CODE_NATIVE)
			mark_native(w, modules_add(w, m->name, NULL));
	}
}

void boot_program(struct world *w, const char *file_name)
{
	obj_id ast;

	mark_native_modules(w);
	reset_registers(w);
	settle(w);
	modules_mortal(w, file_name);
	set_reg(w, REG_MAIN_CODE, code_object_build(w, w->unit->codes[0], &ast));
	gclist_remove(w, ast);
	set_reg(w, REG_AST, ast);
	insertion_boot(w);
	forget_interned(w);
	startup_free_lists(w);
	for (unsigned i = 0; i < 3; i++)
		set_reg(w, REG_GC_COUNT + i, 0);
}

void boot_main_frame(struct world *w)
{
	obj_id code = reg(w, REG_MAIN_CODE), main = reg(w, REG_MAIN);

	set_reg(w, REG_MAIN_CODE, 0);
	push_python(w, code, main, main, 0, 0);
	set_word(w, BASE_RC + code, obj_rc(w, code) - 1);
}
