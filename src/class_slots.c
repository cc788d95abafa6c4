#include "class_slots.h"

#include <stdlib.h>
#include <string.h>

#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "list.h"
#include "strmethods.h"
#include "text.h"
#include "xalloc.h"

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Private names get the class's in front. */
static char *mangled(const char *class_name, const char *name)
{
	size_t n = strlen(name);
	char *copy;

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
	return copy;
}

bool class_has_items(const struct world *w, obj_id base)
{
	switch (obj_field(w, base, TYPE_KIND)) {
	case KIND_TUPLE:
	case KIND_BYTES:
	case KIND_TYPE:
		return true;
	case KIND_INT:
		return w->dialect->version.major == 3 ||
			type_is_subtype(w, base, type_object(T_LONG));
	default:
		return false;
	}
}

static bool add_dict(struct world *w, obj_id base, struct class_slots *s)
{
	if (s->dict || type_has(w, base, TYPE_HAS_DICT))
		raise_error(w, T_TYPE_ERROR,
			"__dict__ slot disallowed: we already got one");
	s->dict = true;
	return !reg(w, REG_EXCEPTION);
}

static bool add_weak(struct world *w, obj_id base, struct class_slots *s)
{
	if (s->weak || type_has(w, base, TYPE_HAS_WEAK) || class_has_items(w, base))
		raise_error(w, T_TYPE_ERROR,
			"__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
	s->weak = true;
	return !reg(w, REG_EXCEPTION);
}

static bool is_name(struct world *w, obj_id item)
{
	if (!is_text(w, item))
		raise_error(w, T_TYPE_ERROR,
			"__slots__ items must be strings, not '%s'",
			type_name_of(w, item));
	else if (!str_is(w, item, IS_IDENTIFIER))
		raise_error(w, T_TYPE_ERROR, "__slots__ must be identifiers");
	return !reg(w, REG_EXCEPTION);
}

static bool add(struct world *w, obj_id class_name, obj_id item, obj_id base,
	struct class_slots *s)
{
	if (!is_name(w, item))
		return false;
	if (text_is(w, item, "__dict__"))
		return add_dict(w, base, s);
	if (text_is(w, item, "__weakref__"))
		return add_weak(w, base, s);
	s->names = xreallocarray(s->names, s->count + 1, sizeof(*s->names));
	s->names[s->count++] = mangled(text_bytes(w, class_name), text_bytes(w, item));
	return true;
}

/* 3.x: a class variable would hide the slot. */
static bool no_conflict(struct world *w, obj_id namespace, const struct class_slots *s)
{
	for (uint32_t i = 0; i < s->count && w->dialect->version.major == 3; i++) {
		obj_id key = native_from(w, s->names[i]);

		text_hash_cached(w, key);
		if (dict_get(w, namespace, key))
			raise_error(w, T_VALUE_ERROR,
				"'%s' in __slots__ conflicts with class variable",
				s->names[i]);
		drop(w, key, NULL);
		if (reg(w, REG_EXCEPTION))
			return false;
	}
	return true;
}

static uint32_t item_count(const struct world *w, obj_id value)
{
	return obj_kind(w, value) == KIND_DICT ? dict_entries(w, value)
					       : obj_n(w, value);
}

/* Item I of a tuple, list or dict; 0: a deleted entry. */
static obj_id item_of(const struct world *w, obj_id value, uint32_t i)
{
	return obj_kind(w, value) == KIND_DICT ? dict_entry_key(w, value, i)
					       : item(w, value, i);
}

static bool add_all(
	struct world *w, obj_id name, obj_id value, obj_id base, struct class_slots *s)
{
	if (is_text(w, value))
		return add(w, name, value, base, s);
	if (obj_kind(w, value) != KIND_TUPLE && obj_kind(w, value) != KIND_LIST &&
		obj_kind(w, value) != KIND_DICT) {
		raise_error(w, T_TYPE_ERROR, "'%s' object is not iterable",
			type_name_of(w, value));
		return false;
	}
	for (uint32_t i = 0; i < item_count(w, value); i++) {
		obj_id one = item_of(w, value, i);

		if (one && !add(w, name, one, base, s))
			return false;
	}
	return true;
}

static bool may_have_slots(struct world *w, obj_id value, obj_id base)
{
	if ((is_text(w, value) || item_count(w, value)) && class_has_items(w, base))
		raise_error(w, T_TYPE_ERROR,
			"nonempty __slots__ not supported for subtype of '%s'",
			type_name(w, base));
	return !reg(w, REG_EXCEPTION);
}

bool class_slots_read(struct world *w, obj_id name, obj_id namespace, obj_id base,
	struct class_slots *s)
{
	obj_id value = dict_get(w, namespace, name_object(N_SLOTS));

	*s = (struct class_slots){.given = value != 0};
	if (!value)
		return true;
	if (!may_have_slots(w, value, base) || !add_all(w, name, value, base, s) ||
		!no_conflict(w, namespace, s)) {
		class_slots_free(s);
		return false;
	}
	if (s->count)
		qsort(s->names, s->count, sizeof(*s->names), by_text);
	return true;
}

void class_slots_free(struct class_slots *s)
{
	for (uint32_t i = 0; i < s->count; i++)
		free(s->names[i]);
	free(s->names);
	*s = (struct class_slots){.given = false};
}
