#include "class.h"

#include <stdlib.h>
#include <string.h>

#include "attrs.h"
#include "attrs_split.h"
#include "class_bases.h"
#include "class_slots.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gccount.h"
#include "gclist.h"
#include "list.h"
#include "lookup.h"
#include "text.h"
#include "typecount.h"
#include "weakref.h"
#include "xalloc.h"

/* CPython 3.11: SHARED_KEYS_MAX_SIZE. */
#define SHARED_KEYS_MAX 30

/* A getset or member descriptor that a class statement adds to its dict. */
static void add_descriptor(
	struct world *w, obj_id type, enum builtin_type kind, obj_id name, uint32_t id)
{
	obj_id d, old;

	gc_count_new(w, FREE_NONE);
	d = obj_new_fields(w, KIND_DESCRIPTOR, type_object(kind), DESCRIPTOR_WORDS);

	hold(w, type);
	set_obj_field(w, d, DESCRIPTOR_TYPE, type);
	hold(w, name);
	set_obj_field(w, d, DESCRIPTOR_NAME, name);
	set_obj_field(w, d, DESCRIPTOR_ID, id);
	obj_born(w, d);
	gc_track(w, d);
	old = dict_set(w, obj_field(w, type, TYPE_DICT), name, d, NULL);
	if (old)
		drop(w, old, NULL);
}

/* Slot names of the layout: the base's first, then the class's own. */
static void lay_out_slots(struct world *w, obj_id type, const struct class_slots *s)
{
	obj_id base = obj_field(w, type, TYPE_BASE);
	uint32_t before = obj_field(w, base, TYPE_SLOT_COUNT);
	uint32_t n = before + s->count;
	uint32_t block;

	if (n == 0)
		return;
	block = block_new(w, n);
	for (uint32_t i = 0; i < before; i++) {
		obj_id name = word(w, obj_field(w, base, TYPE_SLOTS) + i);

		hold(w, name);
		set_word(w, block + i, name);
	}
	for (uint32_t i = before; i < n; i++)
		set_word(w, block + i, native_from(w, s->names[i - before]));
	set_obj_field(w, type, TYPE_SLOTS, block);
	set_obj_field(w, type, TYPE_SLOT_COUNT, n);
}

/* With __slots__, what other bases than the first may still bring along. */
static uint32_t inherited_flags(const struct world *w, obj_id type)
{
	obj_id bases = obj_field(w, type, TYPE_BASES);
	uint32_t flags = obj_field(w, obj_field(w, type, TYPE_BASE), TYPE_FLAGS) &
		(TYPE_HAS_DICT | TYPE_HAS_WEAK | TYPE_IS_EXCEPTION);

	for (uint32_t i = 0; i < obj_n(w, bases); i++) {
		obj_id base = item(w, bases, i);

		if (obj_kind(w, base) == KIND_OLD_CLASS)
			flags |= TYPE_HAS_DICT | TYPE_HAS_WEAK;
		else
			flags |= obj_field(w, base, TYPE_FLAGS) &
				(TYPE_HAS_DICT | TYPE_HAS_WEAK);
	}
	return flags;
}

static void set_flags(struct world *w, obj_id type, const struct class_slots *s)
{
	obj_id base = obj_field(w, type, TYPE_BASE);
	uint32_t flags = TYPE_HEAP | TYPE_BASE_ALLOWED | inherited_flags(w, type);
	enum kind kind = (enum kind)obj_field(w, base, TYPE_KIND);
	bool weakable = !class_has_items(w, base);

	/* 2.7's small numbers have no items. */
	if (w->dialect->version.major == 2 &&
		type_is_subtype(w, base, type_object(T_INT)))
		weakable = true;
	if (!s->given || s->dict)
		flags |= TYPE_HAS_DICT;
	if ((!s->given && weakable) || s->weak)
		flags |= TYPE_HAS_WEAK;
	set_obj_field(w, type, TYPE_FLAGS, flags);
	set_obj_field(w, type, TYPE_KIND, kind == KIND_OBJECT ? KIND_INSTANCE : kind);
}

static void add_descriptors(struct world *w, obj_id type, const struct class_slots *s)
{
	obj_id base = obj_field(w, type, TYPE_BASE);
	uint32_t before = obj_field(w, base, TYPE_SLOT_COUNT);

	for (uint32_t i = 0; i < s->count; i++)
		add_descriptor(w, type, T_MEMBER_DESCRIPTOR,
			word(w, obj_field(w, type, TYPE_SLOTS) + before + i),
			before + i);
	if (py_at_least(w->dialect->version, 3, 15))
		return;
	if (type_has(w, type, TYPE_HAS_DICT) && !type_has(w, base, TYPE_HAS_DICT) &&
		obj_field(w, base, TYPE_KIND) != KIND_TYPE)
		add_descriptor(w, type, T_GETSET_DESCRIPTOR, name_object(N_DICT),
			B_object_dict);
	if (type_has(w, type, TYPE_HAS_WEAK) && !type_has(w, base, TYPE_HAS_WEAK))
		add_descriptor(w, type, T_GETSET_DESCRIPTOR, name_object(N_WEAKREF),
			B_object_weakref);
}

static bool add_mro(struct world *w, obj_id type)
{
	obj_id mro = class_linearize(w, type, obj_field(w, type, TYPE_BASES));

	if (mro)
		typecount_mro(w, type, obj_n(w, mro));
	set_obj_field(w, type, TYPE_MRO, mro);
	return mro != 0;
}

static void add_doc(struct world *w, obj_id type)
{
	obj_id dict = obj_field(w, type, TYPE_DICT);

	if (!dict_get(w, dict, name_object(N_DOC)))
		dict_set(w, dict, name_object(N_DOC), OBJ_NONE, NULL);
}

/* From 3.10 on properties learn the names they have in a class (property.__set_name__).
 */
static void name_properties(struct world *w, obj_id dict)
{
	if (!py_at_least(w->dialect->version, 3, 10))
		return;
	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		obj_id name = dict_entry_key(w, dict, i), p, old;

		p = name ? dict_entry_value(w, dict, i) : 0;
		if (!p || obj_kind(w, p) != KIND_PROPERTY)
			continue;
		old = obj_field(w, p, PROPERTY_NAME);
		hold(w, name);
		set_obj_field(w, p, PROPERTY_NAME, name);
		if (old)
			drop(w, old, NULL);
	}
}

/* Takes NAME out of DICT: its value is the caller's; 0: not there. */
static obj_id take_entry(struct world *w, obj_id dict, obj_id name)
{
	struct dict_probe p;
	obj_id key, value;
	uint64_t hash;

	hash_value(w, name, &hash);
	dict_probe_start(w, dict, name, hash, &p);
	if (dict_probe(w, dict, &p) != DICT_FOUND)
		return 0;
	dict_take(w, dict, p.entry, &key, &value);
	drop(w, key, NULL);
	return value;
}

/* __qualname__ leaves the namespace and becomes the type's own. */
static obj_id take_qualname(struct world *w, obj_id dict, obj_id name)
{
	obj_id value = take_entry(w, dict, name_object(N_QUALNAME));

	if (!value)
		hold(w, name);
	return value ? value : name;
}

/* The cell that the methods' super() looks into gets the class. */
static void fill_cell(struct world *w, obj_id type)
{
	obj_id cell =
		take_entry(w, obj_field(w, type, TYPE_DICT), name_object(N_CLASSCELL));

	if (!cell)
		return;
	if (obj_kind(w, cell) == KIND_CELL && !obj_field(w, cell, CELL_CONTENT)) {
		hold(w, type);
		set_obj_field(w, cell, CELL_CONTENT, type);
	}
	drop(w, cell, NULL);
}

static obj_id wrapper_new(struct world *w, enum builtin_type type, obj_id function)
{
	obj_id o = obj_new_fields(w, KIND_WRAPPER, type_object(type), WRAPPER_WORDS);

	hold(w, function);
	set_obj_field(w, o, WRAPPER_CALLABLE, function);
	obj_born(w, o);
	gc_track(w, o);
	return o;
}

/* Functions that a class statement makes static or class methods by their names. */
static void wrap_function(
	struct world *w, obj_id type, enum name name, enum builtin_type wrapper)
{
	obj_id dict = obj_field(w, type, TYPE_DICT);
	obj_id function = dict_get(w, dict, name_object(name)), old;

	if (!function || obj_kind(w, function) != KIND_FUNCTION)
		return;
	gc_count_new(w, FREE_NONE);
	old = dict_set(
		w, dict, name_object(name), wrapper_new(w, wrapper, function), NULL);
	drop(w, old, NULL);
}

static void wrap_functions(struct world *w, obj_id type)
{
	wrap_function(w, type, N_NEW, T_STATICMETHOD);
	if (w->dialect->version.major == 2)
		return;
	wrap_function(w, type, N_INIT_SUBCLASS, T_CLASSMETHOD);
	if (py_at_least(w->dialect->version, 3, 7))
		wrap_function(w, type, N_CLASS_GETITEM, T_CLASSMETHOD);
}

static obj_id new_type_object(
	struct world *w, obj_id meta, obj_id name, obj_id bases, obj_id base)
{
	obj_id type = obj_new_fields(w, KIND_TYPE, meta, TYPE_WORDS);

	hold(w, bases);
	set_obj_field(w, type, TYPE_BASES, bases);
	hold(w, base);
	set_obj_field(w, type, TYPE_BASE, base);
	hold(w, name);
	set_obj_field(w, type, TYPE_NAME, name);
	set_obj_field(w, type, TYPE_KEYS_USABLE,
		split_dicts(w) ? SPLIT_KEYS : SHARED_KEYS_MAX);
	obj_born(w, type);
	gc_track(w, type);
	return type;
}

static obj_id default_bases(struct world *w)
{
	obj_id object = type_object(T_OBJECT);

	return tuple_of(w, &object, 1);
}

/* Whether a class statement's class along the mro has NAME. */
static bool has_special(const struct world *w, obj_id type, enum name name)
{
	obj_id found = type_lookup(w, type, name_object(name));

	return found && obj_kind(w, found) != KIND_DESCRIPTOR &&
		!(obj_kind(w, found) == KIND_BUILTIN && obj_immortal(w, found));
}

static const struct {
	uint16_t name;
	uint32_t flag;
} special_flags[] = {{N_DEL, TYPE_HAS_DEL}, {N_EQ, TYPE_HAS_EQ}, {N_CMP, TYPE_HAS_EQ},
	{N_HASH, TYPE_HAS_HASH}, {N_GETATTRIBUTE, TYPE_HAS_GETATTRIBUTE},
	{N_GETATTR, TYPE_HAS_GETATTR}, {N_SETATTR, TYPE_HAS_SETATTR},
	{N_DELATTR, TYPE_HAS_SETATTR}};

#define SPECIAL_FLAGS (sizeof(special_flags) / sizeof(special_flags[0]))

bool class_is_special_name(const struct world *w, obj_id name)
{
	for (unsigned i = 0; i < SPECIAL_FLAGS; i++) {
		if (text_same(w, name, name_object((enum name)special_flags[i].name)))
			return true;
	}
	return false;
}

void class_update_specials(struct world *w, obj_id type)
{
	uint32_t flags = obj_field(w, type, TYPE_FLAGS), now = flags;

	for (unsigned i = 0; i < SPECIAL_FLAGS; i++)
		now &= ~special_flags[i].flag;
	for (unsigned i = 0; i < SPECIAL_FLAGS; i++) {
		if (special_flags[i].name == N_CMP && w->dialect->version.major == 3)
			continue;
		if (has_special(w, type, (enum name)special_flags[i].name))
			now |= special_flags[i].flag;
	}
	if (now != flags)
		set_obj_field(w, type, TYPE_FLAGS, now);
}

void class_update_all_specials(struct world *w)
{
	for (obj_id o = OBJ_FIRST_FREE; o < reg(w, REG_SLOTS); o++) {
		if (obj_kind(w, o) == KIND_TYPE && type_has(w, o, TYPE_HEAP) &&
			obj_field(w, o, TYPE_MRO))
			class_update_specials(w, o);
	}
}

/* 3.x: a class with __eq__ alone cannot be hashed (type_ready_set_hash). */
static void forbid_hash(struct world *w, obj_id type)
{
	obj_id dict = obj_field(w, type, TYPE_DICT);

	if (w->dialect->version.major == 3 && dict_get(w, dict, name_object(N_EQ)) &&
		!dict_get(w, dict, name_object(N_HASH)))
		dict_set(w, dict, name_object(N_HASH), OBJ_NONE, NULL);
}

/* The contents of a new type object: false when its bases have no order. */
static bool fill(
	struct world *w, obj_id type, obj_id name, const struct class_slots *slots)
{
	bool early = py_at_least(w->dialect->version, 3, 10);
	obj_id dict = obj_field(w, type, TYPE_DICT);

	set_obj_field(w, type, TYPE_QUALNAME, take_qualname(w, dict, name));
	wrap_functions(w, type);
	lay_out_slots(w, type, slots);
	set_flags(w, type, slots);
	if (early && !add_mro(w, type))
		return false;
	add_descriptors(w, type, slots);
	if (!early && !add_mro(w, type))
		return false;
	fill_cell(w, type);
	typecount_links(w, type);
	name_properties(w, dict);
	add_doc(w, type);
	forbid_hash(w, type);
	class_update_specials(w, type);
	return true;
}

obj_id class_new(
	struct world *w, obj_id meta, obj_id name, obj_id bases, obj_id namespace)
{
	bool early = py_at_least(w->dialect->version, 3, 10);
	obj_id base = class_best_base(w, bases);
	obj_id type, dict = 0;
	struct class_slots slots;
	bool good;

	if (!base || !class_slots_read(w, name, namespace, base, &slots))
		return 0;
	if (obj_n(w, bases) == 0) {
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, 1));
		bases = default_bases(w);
	} else {
		hold(w, bases);
	}
	gc_count_new(w, FREE_LIST_DICT);
	if (slots.given)
		typecount_slots(
			w, dict_get(w, namespace, name_object(N_SLOTS)), slots.count);
	gc_count_new(w, FREE_NONE);
	if (early)
		dict = dict_copy(w, namespace);
	type = new_type_object(w, meta, name, bases, base);
	if (!early)
		dict = dict_copy(w, namespace);
	set_obj_field(w, type, TYPE_DICT, dict);
	good = fill(w, type, name, &slots);
	class_slots_free(&slots);
	drop_all(
		w, (struct owned[]){{.object = bases}, {.object = good ? 0 : type}}, 2);
	return good ? type : 0;
}

obj_id instance_new(struct world *w, obj_id class)
{
	enum kind kind = (enum kind)obj_field(w, class, TYPE_KIND);
	obj_id o = kind == KIND_EXCEPTION
		? obj_new_fields(w, kind, class, EXCEPTION_WORDS)
		: obj_new(w, kind, class);

	instance_init(w, o);
	obj_born(w, o);
	if (type_is_gc(w, class, kind))
		gc_track(w, o);
	return o;
}

enum outcome call_weakref(
	struct world *w, obj_id ref, const struct args *a, uint32_t dst, obj_id *result)
{
	obj_id o = weakref_referent(w, ref);

	if (obj_class(w, ref) == type_object(T_CALLABLE_PROXY)) {
		if (o)
			return call(w, o, a, dst, result);
		raise_error(w, T_REFERENCE_ERROR,
			"weakly-referenced object no longer exists");
		return OUT_ERROR;
	}
	if (a->count) {
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 11)
				? "weakref expected 0 arguments, got %u"
				: "__call__() takes at most 0 arguments (%u given)",
			a->count);
		return OUT_ERROR;
	}
	*result = o ? o : OBJ_NONE;
	hold(w, *result);
	return OUT_VALUE;
}

static bool is_instance(const struct world *w, obj_id o, obj_id class)
{
	if (obj_kind(w, o) == KIND_OLD_INSTANCE)
		return class_is_subclass(w, obj_field(w, o, OLD_INSTANCE_CLASS), class);
	return type_is_subtype(w, obj_class(w, o), class);
}

static const char *class_name_of(const struct world *w, obj_id o)
{
	return type_name(w,
		obj_kind(w, o) == KIND_OLD_INSTANCE
			? obj_field(w, o, OLD_INSTANCE_CLASS)
			: obj_class(w, o));
}

enum outcome call_unbound(struct world *w, obj_id method, const struct args *a,
	uint32_t dst, obj_id *result)
{
	obj_id class = obj_field(w, method, METHOD_CLASS);
	obj_id first = a->count ? arg(w, a, 0) : 0;
	const char *name = text_bytes(
		w, obj_field(w, obj_field(w, method, METHOD_FUNCTION), FUNCTION_NAME));

	if (first && is_instance(w, first, class))
		return call(w, obj_field(w, method, METHOD_FUNCTION), a, dst, result);
	raise_error(w, T_TYPE_ERROR,
		first ? "unbound method %s() must be called with %s instance as first argument (got %s instance instead)"
		      : "unbound method %s() must be called with %s instance as first argument (got nothing instead)",
		name, type_name(w, class), first ? class_name_of(w, first) : "");
	return OUT_ERROR;
}
