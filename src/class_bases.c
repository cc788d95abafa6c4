#include "class_bases.h"

#include <stdlib.h>

#include "dialect.h"
#include "errors.h"
#include "list.h"
#include "lookup.h"
#include "strbuf.h"
#include "xalloc.h"

/* Built-in exceptions with a struct of their own, and from which 3.x. */
static bool has_own_struct(const struct world *w, enum builtin_type t)
{
	switch (t) {
	case T_BASE_EXCEPTION:
	case T_SYSTEM_EXIT:
	case T_ENVIRONMENT_ERROR:
	case T_SYNTAX_ERROR:
	case T_UNICODE_DECODE_ERROR:
	case T_UNICODE_ENCODE_ERROR:
		return true;
	case T_STOP_ITERATION:
	case T_IMPORT_ERROR:
		return w->dialect->version.major == 3;
	case T_NAME_ERROR:
	case T_ATTRIBUTE_ERROR:
		return py_at_least(w->dialect->version, 3, 10);
	default:
		return false;
	}
}

/* Whether instances of TYPE hold more than those of its base (extra_ivars). */
static bool is_solid(const struct world *w, obj_id type)
{
	obj_id base = obj_field(w, type, TYPE_BASE);

	if (!base)
		return true;
	if (type_has(w, type, TYPE_HEAP))
		return obj_field(w, type, TYPE_SLOT_COUNT) >
			obj_field(w, base, TYPE_SLOT_COUNT);
	if (obj_field(w, type, TYPE_KIND) == KIND_EXCEPTION)
		return has_own_struct(w, (enum builtin_type)(type - OBJ_TYPES));
	return obj_field(w, type, TYPE_KIND) != obj_field(w, base, TYPE_KIND);
}

static obj_id solid_base(const struct world *w, obj_id type)
{
	while (!is_solid(w, type))
		type = obj_field(w, type, TYPE_BASE);
	return type;
}

static bool acceptable(struct world *w, obj_id base)
{
	if (obj_kind(w, base) != KIND_TYPE)
		raise_error(w, T_TYPE_ERROR, "bases must be types");
	else if (!type_has(w, base, TYPE_BASE_ALLOWED))
		raise_error(w, T_TYPE_ERROR, "type '%s' is not an acceptable base type",
			type_name(w, base));
	return !reg(w, REG_EXCEPTION);
}

obj_id class_best_base(struct world *w, obj_id bases)
{
	obj_id best = 0, winner = 0;

	for (uint32_t i = 0; i < obj_n(w, bases); i++) {
		obj_id base = item(w, bases, i), solid;

		if (obj_kind(w, base) == KIND_OLD_CLASS)
			continue;
		if (!acceptable(w, base))
			return 0;
		solid = solid_base(w, base);
		if (winner && type_is_subtype(w, winner, solid))
			continue;
		if (winner && !type_is_subtype(w, solid, winner))
			return raise_error(w, T_TYPE_ERROR,
				"multiple bases have instance lay-out conflict");
		winner = solid;
		best = base;
	}
	if (!best && obj_n(w, bases))
		return raise_error(w, T_TYPE_ERROR,
			"a new-style class can't have only classic bases");
	return best ? best : type_object(T_OBJECT);
}

obj_id class_metaclass(struct world *w, obj_id meta, obj_id bases)
{
	for (uint32_t i = 0; i < obj_n(w, bases); i++) {
		obj_id class = obj_class(w, item(w, bases, i));

		if (obj_kind(w, item(w, bases, i)) == KIND_OLD_CLASS ||
			type_is_subtype(w, meta, class))
			continue;
		if (!type_is_subtype(w, class, meta))
			return raise_error(w, T_TYPE_ERROR,
				"metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
		meta = class;
	}
	return meta;
}

/* The C3 linearization, by repeated merging of lists. */
struct class_list {
	obj_id *items;
	uint32_t count, head, capacity;
};

struct merge {
	struct class_list *lists;
	uint32_t count;
};

static bool contains(const struct class_list *l, uint32_t from, obj_id class)
{
	for (uint32_t i = from; i < l->count; i++) {
		if (l->items[i] == class)
			return true;
	}
	return false;
}

static void append(struct class_list *l, obj_id class)
{
	if (l->count == l->capacity) {
		l->capacity = l->capacity ? 2 * l->capacity : 8;
		l->items = xreallocarray(l->items, l->capacity, sizeof(*l->items));
	}
	l->items[l->count++] = class;
}

/* A classic class's own order: depth first, left to right (fill_classic_mro). */
static void append_classic(const struct world *w, struct class_list *l, obj_id class)
{
	obj_id bases = obj_field(w, class, OLD_CLASS_BASES);

	if (!contains(l, 0, class))
		append(l, class);
	for (uint32_t i = 0; i < obj_n(w, bases); i++)
		append_classic(w, l, item(w, bases, i));
}

static void append_lineage(const struct world *w, struct class_list *l, obj_id base)
{
	obj_id mro;

	if (obj_kind(w, base) == KIND_OLD_CLASS) {
		append_classic(w, l, base);
		return;
	}
	mro = obj_field(w, base, TYPE_MRO);
	for (uint32_t i = 0; i < obj_n(w, mro); i++)
		append(l, item(w, mro, i));
}

static bool in_tail(const struct merge *m, obj_id candidate)
{
	for (uint32_t i = 0; i < m->count; i++) {
		if (contains(&m->lists[i], m->lists[i].head + 1, candidate))
			return true;
	}
	return false;
}

static obj_id head_of(const struct class_list *l)
{
	return l->head < l->count ? l->items[l->head] : 0;
}

static obj_id next_class(struct merge *m)
{
	for (uint32_t i = 0; i < m->count; i++) {
		obj_id candidate = head_of(&m->lists[i]);

		if (!candidate || in_tail(m, candidate))
			continue;
		for (uint32_t k = 0; k < m->count; k++)
			m->lists[k].head += head_of(&m->lists[k]) == candidate;
		return candidate;
	}
	return 0;
}

/* The classes that stand in each other's way (set_mro_error). */
static obj_id no_order(struct world *w, const struct merge *m)
{
	struct class_list blocked = {0};
	struct strbuf text = STRBUF_INIT;

	for (uint32_t i = 0; i < m->count; i++) {
		obj_id class = head_of(&m->lists[i]);

		if (class && !contains(&blocked, 0, class))
			append(&blocked, class);
	}
	for (uint32_t i = 0; i < blocked.count; i++)
		strbuf_printf(
			&text, "%s %s", i ? "," : "", type_name(w, blocked.items[i]));
	raise_error(w, T_TYPE_ERROR,
		"Cannot create a consistent method resolution%corder (MRO) for bases%s",
		py_at_least(w->dialect->version, 3, 13) ? ' ' : '\n', text.text);
	strbuf_free(&text);
	free(blocked.items);
	return 0;
}

static bool distinct(struct world *w, obj_id bases)
{
	for (uint32_t i = 1; i < obj_n(w, bases); i++) {
		for (uint32_t k = 0; k < i; k++) {
			if (item(w, bases, i) != item(w, bases, k))
				continue;
			raise_error(w, T_TYPE_ERROR, "duplicate base class %s",
				type_name(w, item(w, bases, i)));
			return false;
		}
	}
	return true;
}

static obj_id merged(struct world *w, struct merge *m, obj_id type)
{
	struct class_list order = {0};
	obj_id result = 0, next;
	bool done = true;

	append(&order, type);
	while ((next = next_class(m)))
		append(&order, next);
	for (uint32_t i = 0; i < m->count; i++)
		done &= !head_of(&m->lists[i]);
	if (done) {
		for (uint32_t i = 0; i < order.count; i++)
			hold(w, order.items[i]);
		result = tuple_of(w, order.items, order.count);
	} else {
		no_order(w, m);
	}
	free(order.items);
	return result;
}

obj_id class_linearize(struct world *w, obj_id type, obj_id bases)
{
	uint32_t n = obj_n(w, bases);
	struct merge m = {.count = n + 1};
	obj_id mro;

	if (!distinct(w, bases))
		return 0;
	m.lists = xcalloc(n + 1, sizeof(*m.lists));
	for (uint32_t i = 0; i < n; i++) {
		append_lineage(w, &m.lists[i], item(w, bases, i));
		append(&m.lists[n], item(w, bases, i));
	}
	mro = merged(w, &m, type);
	for (uint32_t i = 0; i < m.count; i++)
		free(m.lists[i].items);
	free(m.lists);
	return mro;
}
