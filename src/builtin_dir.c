#include "builtin.h"

#include <stdlib.h>
#include <string.h>

#include "attr.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "list.h"
#include "locals.h"
#include "lookup.h"
#include "refuse.h"
#include "special.h"
#include "surface.h"
#include "text.h"
#include "weakref.h"
#include "xalloc.h"

/*
 * dir(): the names of an object's own dict, of its class's and of all bases', sorted.
 * Source: CPython, Objects/object.c, typeobject.c and moduleobject.c, the __dir__ of
 * each; 2.7: Objects/object.c, _dir_object.
 */

struct name_list {
	struct world *w;
	obj_id *names; /* owned references */
	uint32_t count, capacity;
};

static void add_name(struct name_list *l, obj_id name)
{
	if (!is_text(l->w, name))
		return;
	if (l->count == l->capacity) {
		l->capacity = l->capacity ? 2 * l->capacity : 64;
		l->names = xreallocarray(l->names, l->capacity, sizeof(*l->names));
	}
	hold(l->w, name);
	l->names[l->count++] = name;
}

static void add_keys(struct name_list *l, obj_id dict)
{
	for (uint32_t i = 0; dict && i < dict_entries(l->w, dict); i++) {
		if (dict_entry_key(l->w, dict, i))
			add_name(l, dict_entry_key(l->w, dict, i));
	}
}

/* Names separated by spaces. */
static void add_texts(struct name_list *l, const char *names)
{
	const char *text;
	int length;

	while ((text = surface_next(&names, &length))) {
		obj_id name = native_new(l->w, text, (size_t)length);

		add_name(l, name);
		drop(l->w, name, NULL);
	}
}

/* The names in the rows of OWNER. */
static void add_surface(struct name_list *l, const struct surface_row *row, int owner)
{
	for (; row->names; row++) {
		if (row->owner == owner && surface_applies(row, l->w->dialect->version))
			add_texts(l, row->names);
	}
}

static void add_class(struct name_list *l, obj_id class)
{
	bool old = obj_kind(l->w, class) == KIND_OLD_CLASS;
	obj_id bases = obj_field(
		l->w, class, old ? (uint32_t)OLD_CLASS_BASES : (uint32_t)TYPE_BASES);

	if (!old && !type_has(l->w, class, TYPE_HEAP))
		add_surface(l, surface_types, (int)(class - OBJ_TYPES));
	else
		add_keys(l,
			obj_field(l->w, class,
				old ? (uint32_t)OLD_CLASS_DICT : (uint32_t)TYPE_DICT));
	for (uint32_t i = 0; bases && i < obj_n(l->w, bases); i++)
		add_class(l, item(l->w, bases, i));
}

static void add_module(struct name_list *l, obj_id module)
{
	obj_id dict = obj_field(l->w, module, MODULE_DICT);
	obj_id name = dict_get(l->w, dict, name_object(N_NAME));

	add_keys(l, dict);
	if (name && is_text(l->w, name))
		add_surface(l, surface_modules,
			(int)surface_module_named(text_bytes(l->w, name)));
}

static int by_text(const struct world *w, obj_id a, obj_id b)
{
	uint32_t na = obj_n(w, a), nb = obj_n(w, b);
	int order = memcmp(text_bytes(w, a), text_bytes(w, b), na < nb ? na : nb);

	return order ? order : (na > nb) - (na < nb);
}

/* Merges two sorted runs of A into B. */
static void merge(const struct world *w, const obj_id *a, uint32_t middle, uint32_t end,
	obj_id *b)
{
	uint32_t i = 0, j = middle;

	for (uint32_t k = 0; k < end; k++)
		b[k] = j == end || (i < middle && by_text(w, a[i], a[j]) <= 0) ? a[i++]
									       : a[j++];
}

static void sort_names(struct name_list *l)
{
	obj_id *other = xcalloc(l->count + 1, sizeof(*other));

	for (uint32_t width = 1; width < l->count; width *= 2) {
		for (uint32_t at = 0; at < l->count; at += 2 * width) {
			uint32_t left = l->count - at;
			uint32_t end = left < 2 * width ? left : 2 * width;

			merge(l->w, l->names + at, left < width ? left : width, end,
				other + at);
		}
		memcpy(l->names, other, l->count * sizeof(*other));
	}
	free(other);
}

/* Sorted, each once; the list is a new one. */
static obj_id finish(struct name_list *l)
{
	uint32_t kept = 0;
	obj_id list;

	sort_names(l);
	for (uint32_t i = 0; i < l->count; i++) {
		obj_id name = l->names[i];

		if (kept && by_text(l->w, l->names[kept - 1], name) == 0)
			drop(l->w, name, NULL);
		else
			l->names[kept++] = name;
	}
	list = list_of(l->w, l->names, kept);
	free(l->names);
	return list;
}

/* Whether O has a __dict__ that gcrefs knows. */
static bool has_dict(const struct world *w, obj_id o)
{
	obj_id d = type_lookup(w, obj_class(w, o), name_object(N_DICT));

	return d && obj_kind(w, d) == KIND_DESCRIPTOR &&
		obj_field(w, d, DESCRIPTOR_ID) != B_lacking;
}

/* The names in O's __dict__, and in its class. */
static enum outcome add_instance(struct name_list *l, obj_id o, obj_id *dict)
{
	enum outcome outcome = OUT_VALUE;

	add_class(l, obj_class(l->w, o));
	if (obj_kind(l->w, o) == KIND_SUPER)
		o = obj_field(l->w, o, SUPER_OBJECT);
	if (o && has_dict(l->w, o))
		outcome = attr_load(l->w, o, name_object(N_DICT), 0, dict);
	if (outcome == OUT_VALUE && *dict && obj_kind(l->w, *dict) == KIND_DICT)
		add_keys(l, *dict);
	return outcome;
}

static enum outcome add_object(struct name_list *l, obj_id o, bool proxy, obj_id *dict)
{
	switch (proxy ? KIND_NONE : obj_kind(l->w, o)) {
	case KIND_MODULE:
		add_module(l, o);
		return OUT_VALUE;
	case KIND_TYPE:
	case KIND_OLD_CLASS:
		add_class(l, o);
		return OUT_VALUE;
	case KIND_TRACEBACK:
		if (l->w->dialect->version.major == 2)
			return add_instance(l, o, dict);
		add_texts(l, "tb_frame tb_lasti tb_lineno tb_next");
		return OUT_VALUE;
	case KIND_OLD_INSTANCE:
		add_keys(l, obj_field(l->w, o, OLD_INSTANCE_DICT));
		add_class(l, obj_field(l->w, o, OLD_INSTANCE_CLASS));
		return OUT_VALUE;
	default:
		return add_instance(l, o, dict);
	}
}

static obj_id give_up(struct name_list *l, enum outcome outcome)
{
	for (uint32_t i = 0; i < l->count; i++)
		set_word(l->w, BASE_RC + l->names[i], obj_rc(l->w, l->names[i]) - 1);
	free(l->names);
	return outcome_result(outcome, 0);
}

static obj_id dir_of_locals(struct world *w)
{
	struct name_list l = {.w = w};
	obj_id dict, list;

	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	dict = frame_locals(w, frame_of_caller(w));
	if (dict == RESULT_AGAIN)
		return dict;
	add_keys(&l, dict);
	list = finish(&l);
	drop(w, dict, NULL);
	return list;
}

/* 3.x: object.__dir__ makes a copy of the __dict__, and a list of the keys, which is
 * copied.  The copy of an instance's dict, which shares its keys, is never one that was
 * kept for reuse (Objects/dictobject.c, PyDict_Copy). */
static void pass_copies(struct world *w, obj_id o)
{
	obj_id dict, list;

	if (w->dialect->version.major == 2)
		return;
	gc_count_new(w, obj_kind(w, o) == KIND_INSTANCE ? FREE_NONE : FREE_LIST_DICT);
	dict = dict_new(w);
	gc_count_new(w, FREE_LIST_LIST);
	list = list_of(w, NULL, 0);
	drop_all(w, (struct owned[]){{.object = dict}, {.object = list}}, 2);
}

/* A weak proxy of something dead. */
static bool is_gone(const struct world *w, obj_id o)
{
	return is_weak_proxy(w, o) && !weakref_referent(w, o);
}

obj_id core_dir(struct world *w, const struct args *a)
{
	struct name_list l = {.w = w};
	obj_id o, list, dict = 0;
	enum outcome outcome;

	if (a->count == 0)
		return dir_of_locals(w);
	if (is_gone(w, arg(w, a, 0)) && !py_at_least(w->dialect->version, 3, 8))
		return gc_charge(w, FREE_LIST_LIST) ? list_of(w, NULL, 0)
						    : RESULT_AGAIN;
	o = unproxy(w, arg(w, a, 0));
	if (!o)
		return 0;
	if (special(w, arg(w, a, 0), N_DIR) && o == arg(w, a, 0))
		return RESULT_STEP;
	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	pass_copies(w, o);
	outcome = add_object(&l, o, is_weak_proxy(w, arg(w, a, 0)), &dict);
	if (outcome != OUT_VALUE)
		return give_up(&l, outcome);
	list = finish(&l);
	if (dict)
		drop(w, dict, NULL);
	return list;
}

/* What a __dir__ in Python gave, sorted. */
static obj_id sorted_answer(struct world *w, obj_id answer)
{
	struct name_list l = {.w = w};

	if (obj_kind(w, answer) != KIND_LIST && obj_kind(w, answer) != KIND_TUPLE)
		return refuse(
			w, "a __dir__ that gives no list is outside gcrefs's language");
	for (uint32_t i = 0; i < obj_n(w, answer); i++) {
		if (!is_text(w, item(w, answer, i)))
			return refuse(w,
				"a __dir__ that gives no names is outside gcrefs's language");
	}
	for (uint32_t i = 0; i < obj_n(w, answer); i++)
		add_name(&l, item(w, answer, i));
	sort_names(&l);
	answer = list_of(w, l.names, l.count);
	free(l.names);
	return answer;
}

void core_dir_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o = arg(w, &a, 0), answer = word(w, f + FRAME_RESULT);

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		push_looked_up(w, N_DIR, o, 0, f + FRAME_RESULT);
		return;
	}
	if (!reg(w, REG_EXCEPTION) && !gc_charge(w, FREE_LIST_LIST))
		return;
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, 0), answer);
	builtin_return(w, reg(w, REG_EXCEPTION) ? 0 : sorted_answer(w, answer));
}
