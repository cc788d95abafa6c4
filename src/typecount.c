#include "typecount.h"

#include "dialect.h"
#include "passing.h"
#include "gccount.h"
#include "weakref.h"

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static enum free_list tuple_list(const struct world *w, uint32_t n)
{
	return gc_free_list(w, KIND_TUPLE, n);
}

void typecount_slots(struct world *w, obj_id value, uint32_t count)
{
	uint32_t n = obj_kind(w, value) == KIND_LIST ? obj_n(w, value) : 1;

	/* A text or a list becomes a tuple first. */
	if (obj_kind(w, value) != KIND_TUPLE)
		pass_tuple(w, n);
	pass_object(w, KIND_LIST, 0);
	if (count)
		gc_count_new(w, tuple_list(w, count));
}

void typecount_mro(struct world *w, obj_id type, uint32_t n)
{
	uint32_t bases = obj_n(w, obj_field(w, type, TYPE_BASES));

	if (is_two(w))
		pass_objects(w, KIND_LIST, 0, bases + 3);
	else if (bases > 1)
		pass_object(w, KIND_LIST, 0);
	/* A metaclass is asked for mro(), a list. */
	if (!is_two(w) && obj_class(w, type) != type_object(T_TYPE))
		pass_object(w, KIND_LIST, 0);
	gc_count_new(w, tuple_list(w, n));
}

/* A class has its list of subclasses from the first one on: 2.7 a list, 3.x a
 * dict. */
static enum free_list subclass_list(const struct world *w)
{
	return is_two(w) ? FREE_LIST_LIST : FREE_LIST_DICT;
}

/* The built-in types without a subclass when a program starts: in 3.SINCE to 3.UNTIL;
 * 0 is 2.7.  Measured: type.__subclasses__(). */
static const struct {
	uint8_t type, since, until;
} childless[] = {
	{T_LIST, 0, 10},
	{T_DICT, 0, 0},
	{T_STR, 0, 10},
	{T_STR, 12, 13},
	{T_BYTES, 0, 13},
	{T_LONG, 0, 0},
	{T_SET, 0, 13},
	{T_FROZENSET, 0, 13},
	{T_FLOAT, 0, 13},
	{T_COMPLEX, 0, 13},
	{T_SUPER, 0, 13},
	{T_STATICMETHOD, 0, 0},
	{T_CLASSMETHOD, 0, 0},
	{T_MODULE, 0, 10},
	{T_MODULE, 12, 13},
	{T_KEY_ERROR, 0, 13},
	{T_TYPE_ERROR, 0, 13},
	{T_ATTRIBUTE_ERROR, 0, 13},
	{T_INDEX_ERROR, 0, 13},
	{T_STOP_ITERATION, 0, 13},
	{T_ZERO_DIVISION_ERROR, 0, 13},
	{T_KEYBOARD_INTERRUPT, 0, 13},
	{T_SYSTEM_EXIT, 0, 13},
	{T_GENERATOR_EXIT, 0, 13},
	{T_ASSERTION_ERROR, 0, 13},
	{T_MEMORY_ERROR, 0, 13},
	{T_REFERENCE_ERROR, 0, 13},
	{T_NOT_IMPLEMENTED_ERROR, 0, 13},
	{T_OS_ERROR, 0, 0},
	{T_USER_WARNING, 0, 13},
};

/* Whether BASE may be without its list of subclasses. */
static bool may_be_childless(const struct world *w, obj_id base)
{
	int minor = is_two(w) ? 0 : w->dialect->version.minor;

	if (type_has(w, base, TYPE_HEAP))
		return true;
	for (unsigned i = 0; i < sizeof(childless) / sizeof(childless[0]); i++) {
		if (base == type_object((enum builtin_type)childless[i].type) &&
			minor >= childless[i].since && minor <= childless[i].until)
			return true;
	}
	return false;
}

static void note_subclass(struct world *w, obj_id base)
{
	uint32_t flags = obj_field(w, base, TYPE_FLAGS);

	if ((flags & TYPE_HAD_SUBCLASS) || !may_be_childless(w, base))
		return;
	set_obj_field(w, base, TYPE_FLAGS, flags | TYPE_HAD_SUBCLASS);
	gc_count_new(w, subclass_list(w));
}

void typecount_links(struct world *w, obj_id type)
{
	obj_id bases = obj_field(w, type, TYPE_BASES);

	gc_count_new(w, FREE_NONE);
	set_obj_field(
		w, type, TYPE_WEAKREF, weakref_new(w, type_object(T_WEAKREF), type, 0));
	for (uint32_t i = 0; i < obj_n(w, bases); i++) {
		obj_id base = word(w, obj_payload(w, bases) + i);

		if (obj_kind(w, base) == KIND_TYPE)
			note_subclass(w, base);
	}
	if (is_two(w))
		return;
	/* type_new_set_names, type_new_init_subclass: super(type, type) */
	pass_object(w, KIND_DICT, 0);
	if (!py_at_least(w->dialect->version, 3, 11))
		pass_tuple(w, 2);
	gc_count_new(w, FREE_NONE);
	pass_object(w, KIND_BUILTIN, 0);
	gc_discharge(w, FREE_NONE);
}

void typecount_discharge(struct world *w, obj_id type)
{
	obj_id base = obj_field(w, type, TYPE_BASE);
	uint32_t inherited = base ? obj_field(w, base, TYPE_SLOT_COUNT) : 0;
	uint32_t slots = obj_field(w, type, TYPE_SLOT_COUNT) - inherited;

	if (slots)
		gc_discharge(w, tuple_list(w, slots));
	if (type_has(w, type, TYPE_HAD_SUBCLASS))
		gc_discharge(w, subclass_list(w));
}
