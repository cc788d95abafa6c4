#include "attrs_split.h"

#include "dialect.h"
#include "dict.h"
#include "text.h"

bool split_dicts(const struct world *w)
{
	return w->dialect->instance_dict && w->dialect->dict_ordered;
}

bool split_has_keys(const struct world *w, obj_id class)
{
	return !(obj_field(w, class, TYPE_KEYS_USABLE) & NO_SHARED_KEYS);
}

static uint32_t usable_keys(const struct world *w, obj_id class)
{
	return obj_field(w, class, TYPE_KEYS_USABLE) & ~NO_SHARED_KEYS;
}

uint32_t split_keys(const struct world *w, obj_id class)
{
	return obj_field(w, class, TYPE_KEY_COUNT) + usable_keys(w, class);
}

static uint32_t key_index(const struct world *w, obj_id class, obj_id name)
{
	uint32_t keys = obj_field(w, class, TYPE_KEYS);
	uint32_t n = obj_field(w, class, TYPE_KEY_COUNT);

	for (uint32_t i = 0; i < n; i++) {
		if (text_same(w, word(w, keys + i), name))
			return i;
	}
	return UINT32_MAX;
}

static void append_key(struct world *w, obj_id class, obj_id name)
{
	uint32_t n = obj_field(w, class, TYPE_KEY_COUNT);

	if (!obj_field(w, class, TYPE_KEYS))
		set_obj_field(w, class, TYPE_KEYS, block_new(w, SHARED_KEYS_MAX));
	hold(w, name);
	set_word(w, obj_field(w, class, TYPE_KEYS) + n, name);
	set_obj_field(w, class, TYPE_KEY_COUNT, n + 1);
}

bool split_takes_key(struct world *w, obj_id class, obj_id dict, obj_id key)
{
	uint32_t used = obj_n(w, dict), i;

	if (obj_class(w, key) != type_object(T_STR))
		return false;
	i = key_index(w, class, key);
	if (i != UINT32_MAX)
		return i == used;
	if (!usable_keys(w, class) || obj_field(w, class, TYPE_KEY_COUNT) != used)
		return false;
	append_key(w, class, key);
	set_obj_field(
		w, class, TYPE_KEYS_USABLE, obj_field(w, class, TYPE_KEYS_USABLE) - 1);
	return true;
}

void split_forget_keys(struct world *w, obj_id class)
{
	set_obj_field(w, class, TYPE_KEYS_USABLE,
		obj_field(w, class, TYPE_KEYS_USABLE) | NO_SHARED_KEYS);
}

static bool anyone_shares(const struct world *w, obj_id class)
{
	for (obj_id o = OBJ_FIRST_FREE; o < reg(w, REG_SLOTS); o++) {
		if (obj_kind(w, o) == KIND_DICT && obj_payload(w, o) &&
			obj_field(w, o, DICT_KEYS) == class &&
			obj_field(w, o, DICT_KEYS_SERIAL) == obj_serial(w, class))
			return true;
	}
	return false;
}

/* The shared keys go, but for names that nobody else holds: then they stay. */
static bool drop_keys(struct world *w, obj_id class)
{
	uint32_t keys = obj_field(w, class, TYPE_KEYS);
	uint32_t n = obj_field(w, class, TYPE_KEY_COUNT);

	for (uint32_t i = 0; i < n; i++) {
		if (obj_rc(w, word(w, keys + i)) == 1)
			return false;
	}
	for (uint32_t i = 0; i < n; i++) {
		obj_id name = word(w, keys + i);

		if (!obj_immortal(w, name))
			set_word(w, BASE_RC + name, obj_rc(w, name) - 1);
	}
	set_obj_field(w, class, TYPE_KEY_COUNT, 0);
	return true;
}

void split_left(struct world *w, obj_id class, obj_id dict)
{
	uint32_t room = (2u << obj_field(w, dict, DICT_LOG2)) / 3;

	if (!split_has_keys(w, class))
		return;
	if (obj_field(w, dict, DICT_GENERAL) || anyone_shares(w, class) ||
		room > SHARED_KEYS_MAX || !drop_keys(w, class)) {
		split_forget_keys(w, class);
		if (room > SHARED_KEYS_MAX)
			set_obj_field(w, dict, DICT_KEYS_SERIAL, NOT_FOLLOWED);
		return;
	}
	for (uint32_t i = 0; i < dict_entries(w, dict); i++)
		append_key(w, class, dict_entry_key(w, dict, i));
	set_obj_field(
		w, class, TYPE_KEYS_USABLE, room - obj_field(w, class, TYPE_KEY_COUNT));
	set_obj_field(w, dict, DICT_KEYS, class);
	set_obj_field(w, dict, DICT_KEYS_SERIAL, obj_serial(w, class));
}
