#include "probe.h"

#include "gclist.h"

/*
 * Operations on two sets whose keys need no Python code, in the order in which
 * Objects/setobject.c looks at the keys: the order decides where they end up.
 * Results are born with their contents.
 */

bool set_is_plain(const struct world *w, obj_id set)
{
	for (uint32_t i = 0; i < set_entries(w, set); i++) {
		obj_id key = set_entry_key(w, set, i);

		if (key && !is_plain_value(w, key))
			return false;
	}
	return true;
}

/* Looks in SET for the key at place I of OTHER. */
static enum dict_result find(const struct world *w, obj_id set, obj_id other,
	uint32_t i, struct dict_probe *p)
{
	set_probe_start(
		w, set, set_entry_key(w, other, i), set_entry_hash(w, other, i), p);
	return set_probe(w, set, p);
}

static bool has(const struct world *w, obj_id set, obj_id other, uint32_t i)
{
	struct dict_probe p;

	return find(w, set, other, i, &p) == DICT_FOUND;
}

static void add(struct world *w, obj_id set, obj_id other, uint32_t i)
{
	struct dict_probe p;

	if (find(w, set, other, i, &p) == DICT_ABSENT)
		set_put(w, set, &p);
}

/* Takes a key out that others hold too. */
static bool discard(struct world *w, obj_id set, obj_id other, uint32_t i)
{
	struct dict_probe p;
	obj_id key;

	if (find(w, set, other, i, &p) != DICT_FOUND)
		return false;
	key = set_take(w, set, p.entry);
	if (!obj_immortal(w, key))
		set_word(w, BASE_RC + key, obj_rc(w, key) - 1);
	return true;
}

/* An empty table takes all over at once: places may differ from those that
 * adding one by one would give. */
static void fill_empty(struct world *w, obj_id set, obj_id other)
{
	set_copy_into(w, set, other);
	for (uint32_t i = 0; i < set_entries(w, set); i++) {
		obj_id key = set_entry_key(w, set, i);

		if (key)
			announce_bind(
				w, key, &(struct place){PLACE_INDEX, set, i, 0}, 1);
	}
}

void set_merge(struct world *w, obj_id set, obj_id other)
{
	struct dict_probe p;

	if (set == other || !obj_n(w, other))
		return;
	if (!obj_field(w, set, SET_FILL)) {
		fill_empty(w, set, other);
		return;
	}
	set_merge_room(w, set, obj_n(w, other));
	for (uint32_t i = 0; i < set_entries(w, other); i++) {
		if (set_entry_key(w, other, i) &&
			find(w, set, other, i, &p) == DICT_ABSENT)
			set_store(w, set, &p);
	}
}

static obj_id unborn(struct world *w, obj_id class)
{
	obj_id set = obj_new(w, KIND_SET, class);

	set_fill(w, set);
	return set;
}

static obj_id born(struct world *w, obj_id set)
{
	obj_born(w, set);
	gc_track(w, set);
	return set;
}

obj_id set_copy(struct world *w, obj_id set, obj_id class)
{
	obj_id copy = unborn(w, class);

	set_copy_into(w, copy, set);
	return born(w, copy);
}

obj_id set_union(struct world *w, obj_id a, obj_id b, obj_id class)
{
	obj_id result = unborn(w, class);

	set_copy_into(w, result, a);
	if (!obj_n(w, a)) {
		set_copy_into(w, result, b);
	} else if (a != b && obj_n(w, b)) {
		set_merge_room(w, result, obj_n(w, b));
		for (uint32_t i = 0; i < set_entries(w, b); i++) {
			if (set_entry_key(w, b, i))
				add(w, result, b, i);
		}
	}
	return born(w, result);
}

obj_id set_intersection(struct world *w, obj_id a, obj_id b, obj_id class)
{
	obj_id result;

	if (a == b)
		return set_copy(w, a, class);
	result = unborn(w, class);
	if (obj_n(w, b) > obj_n(w, a)) {
		obj_id t = a;

		a = b;
		b = t;
	}
	for (uint32_t i = 0; i < set_entries(w, b); i++) {
		if (set_entry_key(w, b, i) && has(w, a, b, i))
			add(w, result, b, i);
	}
	return born(w, result);
}

/* 3.x copies A and takes B's keys out when B is much smaller. */
static void copy_without(struct world *w, obj_id result, obj_id a, obj_id b)
{
	set_copy_into(w, result, a);
	for (uint32_t i = 0; i < set_entries(w, b); i++) {
		if (set_entry_key(w, b, i))
			discard(w, result, b, i);
	}
	set_tidy(w, result);
}

obj_id set_difference(struct world *w, obj_id a, obj_id b, obj_id class)
{
	obj_id result = unborn(w, class);

	if (!is_old(w) && obj_n(w, a) >> 2 > obj_n(w, b)) {
		copy_without(w, result, a, b);
		return born(w, result);
	}
	for (uint32_t i = 0; i < set_entries(w, a); i++) {
		if (set_entry_key(w, a, i) && !has(w, b, a, i))
			add(w, result, a, i);
	}
	return born(w, result);
}

obj_id set_symmetric_difference(struct world *w, obj_id a, obj_id b, obj_id class)
{
	obj_id result = unborn(w, class);

	set_copy_into(w, result, b);
	for (uint32_t i = 0; i < set_entries(w, a); i++) {
		if (set_entry_key(w, a, i) && !discard(w, result, a, i))
			add(w, result, a, i);
	}
	return born(w, result);
}

int set_is_subset(const struct world *w, obj_id a, obj_id b)
{
	struct dict_probe p;

	if (obj_n(w, a) > obj_n(w, b))
		return 0;
	for (uint32_t i = 0; i < set_entries(w, a); i++) {
		enum dict_result result = DICT_FOUND;

		if (set_entry_key(w, a, i))
			result = find(w, b, a, i, &p);
		if (result != DICT_FOUND)
			return result == DICT_COMPARE ? -1 : 0;
	}
	return 1;
}
