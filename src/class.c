#include "class.h"

#include <stdlib.h>
#include <string.h>

#include "attrs.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gclist.h"
#include "gccount.h"
#include "list.h"
#include "lookup.h"
#include "text.h"
#include "xalloc.h"

/* CPython 3.11: SHARED_KEYS_MAX_SIZE. */
#define SHARED_KEYS_MAX 30

/* The base whose instances' form the new class takes: the first one that is
 * not a plain object. */
static obj_id best_base(struct world *w, obj_id bases)
{
	obj_id best = 0;

	for (uint32_t i = 0; i < obj_n(w, bases); i++) {
		obj_id base = item(w, bases, i);

		if (obj_kind(w, base) != KIND_TYPE) {
			raise_error(w, T_TYPE_ERROR, "bases must be types");
			return 0;
		}
		if (!type_has(w, base, TYPE_BASE_ALLOWED)) {
			raise_error(w, T_TYPE_ERROR,
				w->dialect->version.major == 2
					? "Error when calling the metaclass bases\n    type '%s' is not an acceptable base type"
					: "type '%s' is not an acceptable base type",
				type_name(w, base));
			return 0;
		}
		if (!best || type_is_subtype(w, base, best))
			best = base;
	}
	return best ? best : type_object(T_OBJECT);
}

/* The C3 linearization, by repeated merging (mro_internal, pmerge). */
struct merge {
	obj_id **lists;
	uint32_t *sizes, *heads;
	uint32_t count;
};

static bool in_tail(const struct merge *m, obj_id candidate)
{
	for (uint32_t i = 0; i < m->count; i++) {
		for (uint32_t k = m->heads[i] + 1; k < m->sizes[i]; k++) {
			if (m->lists[i][k] == candidate)
				return true;
		}
	}
	return false;
}

static obj_id next_class(struct merge *m)
{
	for (uint32_t i = 0; i < m->count; i++) {
		obj_id candidate;

		if (m->heads[i] == m->sizes[i])
			continue;
		candidate = m->lists[i][m->heads[i]];
		if (in_tail(m, candidate))
			continue;
		for (uint32_t k = 0; k < m->count; k++) {
			if (m->heads[k] < m->sizes[k] &&
				m->lists[k][m->heads[k]] == candidate)
				m->heads[k]++;
		}
		return candidate;
	}
	return 0;
}

static void merge_list(const struct world *w, struct merge *m, obj_id tuple)
{
	uint32_t n = obj_n(w, tuple);
	obj_id *list = xcalloc(n + 1, sizeof(*list));

	for (uint32_t i = 0; i < n; i++)
		list[i] = item(w, tuple, i);
	m->lists[m->count] = list;
	m->sizes[m->count] = n;
	m->heads[m->count++] = 0;
}

static bool merge_done(const struct merge *m)
{
	for (uint32_t i = 0; i < m->count; i++) {
		if (m->heads[i] < m->sizes[i])
			return false;
	}
	return true;
}

/* The mro tuple of TYPE with BASES; 0: there is none (raised). */
static obj_id linearize(struct world *w, obj_id type, obj_id bases)
{
	uint32_t n = obj_n(w, bases), count = 1, capacity = 1;
	struct merge m = {0};
	obj_id *order, next;

	for (uint32_t i = 0; i < n; i++)
		capacity += obj_n(w, obj_field(w, item(w, bases, i), TYPE_MRO));
	order = xcalloc(capacity + n + 1, sizeof(*order));
	m.lists = xcalloc(n + 1, sizeof(*m.lists));
	m.sizes = xcalloc(n + 1, sizeof(*m.sizes));
	m.heads = xcalloc(n + 1, sizeof(*m.heads));
	for (uint32_t i = 0; i < n; i++)
		merge_list(w, &m, obj_field(w, item(w, bases, i), TYPE_MRO));
	merge_list(w, &m, bases);
	order[0] = type;
	while ((next = next_class(&m)))
		order[count++] = next;
	if (merge_done(&m)) {
		for (uint32_t i = 0; i < count; i++)
			hold(w, order[i]);
		next = tuple_of(w, order, count);
	} else {
		raise_error(w, T_TYPE_ERROR,
			"Cannot create a consistent method resolution\norder (MRO) for bases");
	}
	for (uint32_t i = 0; i < m.count; i++)
		free(m.lists[i]);
	free(m.lists);
	free(m.sizes);
	free(m.heads);
	free(order);
	return next;
}

/* A getset or member descriptor that a class statement adds to its dict. */
static void add_descriptor(
	struct world *w, obj_id type, enum builtin_type kind, obj_id name, uint32_t id)
{
	obj_id d =
		obj_new_fields(w, KIND_DESCRIPTOR, type_object(kind), DESCRIPTOR_WORDS);
	obj_id old;

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

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What __slots__ asks for. */
struct slots {
	bool given, dict, weak;
	uint32_t count;
	char **names; /* sorted, mangled; owned */
};

static void slots_add(struct slots *s, const char *class_name, const char *name)
{
	size_t n = strlen(name);
	char *copy;

	if (!strcmp(name, "__dict__")) {
		s->dict = true;
		return;
	}
	if (!strcmp(name, "__weakref__")) {
		s->weak = true;
		return;
	}
	while (*class_name == '_')
		class_name++;
	copy = xmalloc(n + strlen(class_name) + 2);
	if (n > 2 && !strncmp(name, "__", 2) && strcmp(name + n - 2, "__") &&
		*class_name) {
		copy[0] = '_';
		strcpy(copy + 1, class_name);
		strcat(copy, name);
	} else {
		strcpy(copy, name);
	}
	s->names = xreallocarray(s->names, s->count + 1, sizeof(*s->names));
	s->names[s->count++] = copy;
}

static struct slots slots_read(const struct world *w, obj_id name, obj_id namespace)
{
	obj_id value = dict_get(w, namespace, name_object(N_SLOTS));
	const char *class_name = text_bytes(w, name);
	struct slots s = {.given = value != 0};

	if (!value)
		return s;
	if (obj_kind(w, value) == KIND_TUPLE || obj_kind(w, value) == KIND_LIST) {
		for (uint32_t i = 0; i < obj_n(w, value); i++)
			slots_add(&s, class_name, text_bytes(w, item(w, value, i)));
	} else if (obj_kind(w, value) == KIND_STR || obj_kind(w, value) == KIND_BYTES) {
		slots_add(&s, class_name, text_bytes(w, value));
	}
	if (s.count)
		qsort(s.names, s.count, sizeof(*s.names), by_text);
	return s;
}

/* Slot names of the layout: the base's first, then the class's own. */
static void lay_out_slots(struct world *w, obj_id type, const struct slots *s)
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

static void set_flags(struct world *w, obj_id type, const struct slots *s)
{
	obj_id base = obj_field(w, type, TYPE_BASE);
	uint32_t flags = TYPE_HEAP | TYPE_BASE_ALLOWED;
	enum kind kind = (enum kind)obj_field(w, base, TYPE_KIND);
	bool weakable = kind != KIND_TUPLE && kind != KIND_INT && kind != KIND_BYTES;

	flags |= obj_field(w, base, TYPE_FLAGS) &
		(TYPE_HAS_DICT | TYPE_HAS_WEAK | TYPE_IS_EXCEPTION);
	if (!s->given || s->dict)
		flags |= TYPE_HAS_DICT;
	if ((!s->given && weakable) || s->weak)
		flags |= TYPE_HAS_WEAK;
	set_obj_field(w, type, TYPE_FLAGS, flags);
	set_obj_field(w, type, TYPE_KIND, kind == KIND_OBJECT ? KIND_INSTANCE : kind);
}

static void add_descriptors(struct world *w, obj_id type, const struct slots *s)
{
	obj_id base = obj_field(w, type, TYPE_BASE);
	uint32_t before = obj_field(w, base, TYPE_SLOT_COUNT);

	for (uint32_t i = 0; i < s->count; i++)
		add_descriptor(w, type, T_MEMBER_DESCRIPTOR,
			word(w, obj_field(w, type, TYPE_SLOTS) + before + i),
			before + i);
	if (py_at_least(w->dialect->version, 3, 15))
		return;
	if (type_has(w, type, TYPE_HAS_DICT) && !type_has(w, base, TYPE_HAS_DICT))
		add_descriptor(w, type, T_GETSET_DESCRIPTOR, name_object(N_DICT),
			B_object_dict);
	if (type_has(w, type, TYPE_HAS_WEAK) && !type_has(w, base, TYPE_HAS_WEAK))
		add_descriptor(w, type, T_GETSET_DESCRIPTOR, name_object(N_WEAKREF),
			B_object_weakref);
}

static bool add_mro(struct world *w, obj_id type)
{
	obj_id mro = linearize(w, type, obj_field(w, type, TYPE_BASES));

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

/* __qualname__ leaves the namespace and becomes the type's own. */
static obj_id take_qualname(struct world *w, obj_id dict, obj_id name)
{
	struct dict_probe p;
	obj_id key, value;
	uint64_t hash;

	hash_value(w, name_object(N_QUALNAME), &hash);
	dict_probe_start(w, dict, name_object(N_QUALNAME), hash, &p);
	if (dict_probe(w, dict, &p) != DICT_FOUND) {
		hold(w, name);
		return name;
	}
	dict_take(w, dict, p.entry, &key, &value);
	drop(w, key, NULL);
	return value;
}

static obj_id new_type_object(struct world *w, obj_id name, obj_id bases, obj_id base)
{
	obj_id type = obj_new_fields(w, KIND_TYPE, type_object(T_TYPE), TYPE_WORDS);

	hold(w, bases);
	set_obj_field(w, type, TYPE_BASES, bases);
	hold(w, base);
	set_obj_field(w, type, TYPE_BASE, base);
	hold(w, name);
	set_obj_field(w, type, TYPE_NAME, name);
	set_obj_field(w, type, TYPE_KEYS_USABLE, SHARED_KEYS_MAX);
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

void class_update_specials(struct world *w, obj_id type)
{
	static const struct {
		uint8_t name;
		uint32_t flag;
	} rows[] = {{N_DEL, TYPE_HAS_DEL}, {N_EQ, TYPE_HAS_EQ}, {N_CMP, TYPE_HAS_EQ},
		{N_HASH, TYPE_HAS_HASH}};
	uint32_t flags = obj_field(w, type, TYPE_FLAGS);
	uint32_t now = flags & ~(uint32_t)(TYPE_HAS_DEL | TYPE_HAS_EQ | TYPE_HAS_HASH);

	for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].name == N_CMP && w->dialect->version.major == 3)
			continue;
		if (has_special(w, type, (enum name)rows[i].name))
			now |= rows[i].flag;
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

obj_id class_new(struct world *w, obj_id name, obj_id bases, obj_id namespace)
{
	bool early = py_at_least(w->dialect->version, 3, 10);
	obj_id base = best_base(w, bases);
	obj_id type, dict = 0;
	struct slots slots;

	if (!base)
		return 0;
	if (obj_n(w, bases) == 0)
		bases = default_bases(w);
	else
		hold(w, bases);
	slots = slots_read(w, name, namespace);
	if (early)
		dict = dict_copy(w, namespace);
	type = new_type_object(w, name, bases, base);
	if (!early)
		dict = dict_copy(w, namespace);
	set_obj_field(w, type, TYPE_DICT, dict);
	set_obj_field(w, type, TYPE_QUALNAME, take_qualname(w, dict, name));
	lay_out_slots(w, type, &slots);
	set_flags(w, type, &slots);
	if (early && !add_mro(w, type))
		return 0;
	add_descriptors(w, type, &slots);
	if (!early && !add_mro(w, type))
		return 0;
	name_properties(w, dict);
	add_doc(w, type);
	forbid_hash(w, type);
	class_update_specials(w, type);
	for (uint32_t i = 0; i < slots.count; i++)
		free(slots.names[i]);
	free(slots.names);
	drop(w, bases, NULL);
	return type;
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
	obj_id o = obj_field(w, ref, WEAKREF_REFERENT);

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

enum outcome call_unbound(struct world *w, obj_id method, const struct args *a,
	uint32_t dst, obj_id *result)
{
	obj_id class = obj_field(w, method, METHOD_CLASS);
	obj_id first = a->count ? arg(w, a, 0) : 0;
	const char *name = text_bytes(
		w, obj_field(w, obj_field(w, method, METHOD_FUNCTION), FUNCTION_NAME));

	if (first && type_is_subtype(w, obj_class(w, first), class))
		return call(w, obj_field(w, method, METHOD_FUNCTION), a, dst, result);
	raise_error(w, T_TYPE_ERROR,
		first ? "unbound method %s() must be called with %s instance as first argument (got %s instance instead)"
		      : "unbound method %s() must be called with %s instance as first argument (got nothing instead)",
		name, type_name(w, class), first ? type_name_of(w, first) : "");
	return OUT_ERROR;
}
