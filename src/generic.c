#include "generic.h"

#include "builtin.h"
#include "dialect.h"
#include "dict.h"
#include "gc.h"
#include "gclist.h"
#include "list.h"
#include "lookup.h"
#include "repr.h"
#include "text.h"

/* Fields of the KIND_PARTS object. */
enum {
	ARGS,
	ORIGIN
};

bool generic_takes(const struct world *w, obj_id type)
{
	static const uint8_t containers[] = {T_LIST, T_TUPLE, T_DICT, T_SET,
		T_FROZENSET, T_TYPE, T_ENUMERATE, T_WEAKREF};

	for (unsigned i = 0; i < sizeof(containers); i++) {
		if (py_at_least(w->dialect->version, 3, 9) &&
			type_is_subtype(
				w, type, type_object((enum builtin_type)containers[i])))
			return type != type_object(T_TYPE) || containers[i] == T_TYPE;
	}
	return false;
}

static obj_id make(struct world *w, enum builtin_type type, obj_id args, obj_id origin)
{
	obj_id o = obj_new_fields(w, KIND_PARTS, type_object(type), PARTS_WORDS);

	set_obj_field(w, o, ARGS, args);
	if (origin)
		hold(w, origin);
	set_obj_field(w, o, ORIGIN, origin);
	obj_born(w, o);
	gc_track(w, o);
	return o;
}

obj_id generic_alias(struct world *w, obj_id type, obj_id k)
{
	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	hold(w, k);
	if (obj_kind(w, k) != KIND_TUPLE) {
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, 1));
		k = tuple_of(w, &k, 1);
	}
	return make(w, T_GENERIC_ALIAS, k, type);
}

static bool is_member(const struct world *w, obj_id o)
{
	return o == OBJ_NONE || obj_kind(w, o) == KIND_TYPE ||
		obj_class(w, o) == type_object(T_UNION) ||
		obj_class(w, o) == type_object(T_GENERIC_ALIAS);
}

bool generic_joins(const struct world *w, obj_id a, obj_id b)
{
	return py_at_least(w->dialect->version, 3, 10) && is_member(w, a) &&
		is_member(w, b) && (a != OBJ_NONE || b != OBJ_NONE);
}

/* Adds the types of O to the COUNT ones in LIST, each once. */
static uint32_t add(const struct world *w, obj_id o, obj_id *list, uint32_t count)
{
	obj_id members = generic_members(w, o);

	if (members) {
		for (uint32_t i = 0; i < obj_n(w, members); i++)
			count = add(w, item(w, members, i), list, count);
		return count;
	}
	if (o == OBJ_NONE)
		o = type_object(T_NONE);
	for (uint32_t i = 0; i < count; i++) {
		if (list[i] == o)
			return count;
	}
	list[count] = o;
	return count + 1;
}

#define MEMBERS 64 /* more are left out */

static uint32_t members_of(const struct world *w, obj_id o)
{
	obj_id members = generic_members(w, o);

	return members ? obj_n(w, members) : 1;
}

obj_id generic_union(struct world *w, obj_id a, obj_id b)
{
	obj_id list[MEMBERS];
	uint32_t count = 0;

	if (!gc_charge(w, FREE_NONE))
		return RESULT_AGAIN;
	count = add(w, a, list, count);
	if (count + members_of(w, b) <= MEMBERS)
		count = add(w, b, list, count);
	if (count == 1) {
		hold(w, list[0]);
		return list[0];
	}
	for (uint32_t i = 0; i < count; i++)
		hold(w, list[i]);
	gc_count_new(w, gc_free_list(w, KIND_TUPLE, count));
	return make(w, T_UNION, tuple_of(w, list, count), 0);
}

obj_id generic_members(const struct world *w, obj_id o)
{
	return obj_class(w, o) == type_object(T_UNION) ? obj_field(w, o, ARGS) : 0;
}

obj_id generic_origin(const struct world *w, obj_id o)
{
	return obj_class(w, o) == type_object(T_GENERIC_ALIAS) ? obj_field(w, o, ORIGIN)
							       : 0;
}

/* "int", "__main__.A". */
static void put_class(const struct world *w, obj_id type, struct strbuf *out)
{
	obj_id module = type_has(w, type, TYPE_HEAP)
		? dict_get(w, obj_field(w, type, TYPE_DICT), name_object(N_MODULE))
		: 0;
	obj_id name = obj_field(w, type, TYPE_QUALNAME);

	if (module && is_text(w, module) && !text_is(w, module, "builtins"))
		strbuf_printf(out, "%s.", text_bytes(w, module));
	strbuf_puts(out, name ? text_bytes(w, name) : type_name(w, type));
}

static void put_member(const struct world *w, obj_id o, struct strbuf *out)
{
	if (o == OBJ_ELLIPSIS)
		strbuf_puts(out, "...");
	else if (o == OBJ_NONE || o == type_object(T_NONE))
		strbuf_puts(out, "None");
	else if (obj_kind(w, o) == KIND_TYPE)
		put_class(w, o, out);
	else
		repr_text(w, o, out);
}

void generic_text(const struct world *w, obj_id o, struct strbuf *out)
{
	obj_id args = obj_field(w, o, ARGS), origin = generic_origin(w, o);

	if (origin) {
		put_class(w, origin, out);
		strbuf_puts(out, "[");
	}
	for (uint32_t i = 0; i < obj_n(w, args); i++) {
		if (i)
			strbuf_puts(out, origin ? ", " : " | ");
		put_member(w, item(w, args, i), out);
	}
	if (origin)
		strbuf_puts(out, obj_n(w, args) ? "]" : "()]");
}

/* Attributes. */

static obj_id held(struct world *w, obj_id o)
{
	hold(w, o);
	return o;
}

obj_id generic_attr_origin(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, ORIGIN));
}

obj_id generic_attr_args(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, ARGS));
}

obj_id union_attr_args(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, ARGS));
}
