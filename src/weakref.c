#include "weakref.h"

#include "gclist.h"

static bool has_callback(const struct world *w, obj_id ref)
{
	return obj_field(w, ref, WEAKREF_CALLBACK);
}

static bool is_proxy_type(obj_id type)
{
	return type == type_object(T_PROXY) || type == type_object(T_CALLABLE_PROXY);
}

obj_id weakref_referent(const struct world *w, obj_id ref)
{
	obj_id referent = obj_field(w, ref, WEAKREF_REFERENT);

	return referent && obj_rc(w, referent) ? referent : 0;
}

/* The shared plain ref and the shared plain proxy of REFERENT; 0: none. */
struct basic_refs {
	obj_id ref, proxy;
};

static struct basic_refs basic_refs(const struct world *w, obj_id referent)
{
	struct basic_refs basic = {0};
	obj_id first = obj_weak(w, referent);

	if (first && !has_callback(w, first) &&
		obj_class(w, first) == type_object(T_WEAKREF)) {
		basic.ref = first;
		first = obj_field(w, first, WEAKREF_NEXT);
	}
	if (first && !has_callback(w, first) && is_proxy_type(obj_class(w, first)))
		basic.proxy = first;
	return basic;
}

obj_id weakref_existing(const struct world *w, obj_id type, obj_id referent)
{
	struct basic_refs basic = basic_refs(w, referent);
	obj_id found = 0;

	if (type == type_object(T_WEAKREF))
		found = basic.ref;
	else if (is_proxy_type(type))
		found = basic.proxy;
	return found && obj_rc(w, found) ? found : 0;
}

static void insert_after(struct world *w, obj_id referent, obj_id ref, obj_id previous)
{
	obj_id next =
		previous ? obj_field(w, previous, WEAKREF_NEXT) : obj_weak(w, referent);

	set_obj_field(w, ref, WEAKREF_PREV, previous);
	set_obj_field(w, ref, WEAKREF_NEXT, next);
	if (next)
		set_obj_field(w, next, WEAKREF_PREV, ref);
	if (previous)
		set_obj_field(w, previous, WEAKREF_NEXT, ref);
	else
		set_word(w, BASE_WEAK + referent, ref);
}

static obj_id insertion_point(
	const struct world *w, obj_id type, obj_id referent, obj_id callback)
{
	struct basic_refs basic = basic_refs(w, referent);

	if (!callback && type == type_object(T_WEAKREF))
		return 0;
	if (!callback && is_proxy_type(type))
		return basic.ref;
	return basic.proxy ? basic.proxy : basic.ref;
}

obj_id weakref_new(struct world *w, obj_id type, obj_id referent, obj_id callback)
{
	obj_id ref;

	if (callback == OBJ_NONE)
		callback = 0;
	ref = callback ? 0 : weakref_existing(w, type, referent);
	if (ref) {
		incref(w, ref, NULL);
		return ref;
	}
	ref = obj_new_fields(w, KIND_WEAKREF, type, WEAKREF_WORDS);
	insert_after(w, referent, ref, insertion_point(w, type, referent, callback));
	set_obj_field(w, ref, WEAKREF_REFERENT, referent);
	set_obj_flag(w, referent, OBJECT_WEAKREFED, true);
	obj_born(w, ref);
	if (callback) {
		set_obj_field(w, ref, WEAKREF_CALLBACK, callback);
		incref(w, callback,
			&(struct place){.place = PLACE_FIELD,
				.holder = ref,
				.index = WEAKREF_CALLBACK});
	}
	gc_track(w, ref);
	return ref;
}

void weakref_clear(struct world *w, obj_id ref)
{
	obj_id referent = obj_field(w, ref, WEAKREF_REFERENT);
	obj_id previous = obj_field(w, ref, WEAKREF_PREV);
	obj_id next = obj_field(w, ref, WEAKREF_NEXT);

	if (!referent)
		return;
	if (previous)
		set_obj_field(w, previous, WEAKREF_NEXT, next);
	else
		set_word(w, BASE_WEAK + referent, next);
	if (next)
		set_obj_field(w, next, WEAKREF_PREV, previous);
	set_obj_field(w, ref, WEAKREF_REFERENT, 0);
	set_obj_field(w, ref, WEAKREF_PREV, 0);
	set_obj_field(w, ref, WEAKREF_NEXT, 0);
	world_event(w,
		(struct event){.kind = EV_WEAKREF_CLEAR,
			.object = obj_serial(w, referent),
			.other = obj_serial(w, ref)});
}

uint32_t weakref_count(const struct world *w, obj_id referent)
{
	uint32_t n = 0;

	for (obj_id ref = obj_weak(w, referent); ref;
		ref = obj_field(w, ref, WEAKREF_NEXT))
		n++;
	return n;
}
