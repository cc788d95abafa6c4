#include "attrs.h"

#include "attrs_split.h"
#include "dialect.h"
#include "dict.h"
#include "gccount.h"
#include "text.h"

/* CPython 3.11: SHARED_KEYS_MAX_SIZE. */
#define SHARED_KEYS_MAX 30

uint32_t attrs_words(const struct world *w, uint32_t attrs)
{
	return ATTRS_HEAD + word(w, attrs + ATTRS_SLOT_COUNT) +
		2 * word(w, attrs + ATTRS_CAPACITY);
}

/* Index of inline value I of the storage; the order list lies behind. */
static uint32_t value_index(const struct world *w, uint32_t attrs, uint32_t i)
{
	return attrs + ATTRS_HEAD + word(w, attrs + ATTRS_SLOT_COUNT) + i;
}

static uint32_t order_index(const struct world *w, uint32_t attrs, uint32_t i)
{
	return value_index(w, attrs, word(w, attrs + ATTRS_CAPACITY) + i);
}

static uint32_t new_storage(struct world *w, uint32_t slots, uint32_t capacity)
{
	uint32_t words = ATTRS_HEAD + slots + 2 * capacity;
	uint32_t attrs = block_new(w, words);

	for (uint32_t i = 0; i < words; i++)
		set_word(w, attrs + i, 0);
	set_word(w, attrs + ATTRS_SLOT_COUNT, slots);
	set_word(w, attrs + ATTRS_CAPACITY, capacity);
	return attrs;
}

static uint32_t storage(struct world *w, obj_id o)
{
	uint32_t attrs = obj_attrs(w, o);

	if (!attrs) {
		attrs = new_storage(
			w, obj_field(w, obj_class(w, o), TYPE_SLOT_COUNT), 0);
		set_word(w, BASE_ATTRS + o, attrs);
	}
	return attrs;
}

/* Room for CAPACITY inline values. */
static uint32_t grow(struct world *w, obj_id o, uint32_t capacity)
{
	uint32_t old = storage(w, o);
	uint32_t slots = word(w, old + ATTRS_SLOT_COUNT);
	uint32_t had = word(w, old + ATTRS_CAPACITY);
	uint32_t attrs = new_storage(w, slots, capacity);

	set_word(w, attrs + ATTRS_DICT, word(w, old + ATTRS_DICT));
	set_word(w, attrs + ATTRS_USED, word(w, old + ATTRS_USED));
	for (uint32_t i = 0; i < slots + had; i++)
		set_word(w, attrs + ATTRS_HEAD + i, word(w, old + ATTRS_HEAD + i));
	for (uint32_t i = 0; i < word(w, old + ATTRS_USED); i++)
		set_word(w, order_index(w, attrs, i), word(w, order_index(w, old, i)));
	block_free(w, old, attrs_words(w, old));
	set_word(w, BASE_ATTRS + o, attrs);
	return attrs;
}

#define NOT_THERE UINT32_MAX

static uint32_t shared_key(const struct world *w, obj_id class, obj_id name)
{
	uint32_t keys = obj_field(w, class, TYPE_KEYS);
	uint32_t n = obj_field(w, class, TYPE_KEY_COUNT);

	for (uint32_t i = 0; i < n; i++) {
		if (word(w, keys + i) == name)
			return i;
	}
	for (uint32_t i = 0; i < n; i++) {
		if (text_same(w, word(w, keys + i), name))
			return i;
	}
	return NOT_THERE;
}

/* A new shared key of the class; NOT_THERE when it has no room for more. */
static uint32_t add_shared_key(struct world *w, obj_id class, obj_id name)
{
	uint32_t n = obj_field(w, class, TYPE_KEY_COUNT);

	if (obj_field(w, class, TYPE_KEYS_USABLE) == 0)
		return NOT_THERE;
	if (!obj_field(w, class, TYPE_KEYS))
		set_obj_field(w, class, TYPE_KEYS, block_new(w, SHARED_KEYS_MAX));
	hold(w, name);
	set_word(w, obj_field(w, class, TYPE_KEYS) + n, name);
	set_obj_field(w, class, TYPE_KEY_COUNT, n + 1);
	set_obj_field(
		w, class, TYPE_KEYS_USABLE, obj_field(w, class, TYPE_KEYS_USABLE) - 1);
	return n;
}

/* The class whose shared keys DICT still has; 0: none. */
static obj_id sharing_class(const struct world *w, obj_id dict)
{
	obj_id class = obj_field(w, dict, DICT_KEYS);

	if (class && obj_kind(w, class) == KIND_TYPE &&
		obj_serial(w, class) == obj_field(w, dict, DICT_KEYS_SERIAL))
		return class;
	return 0;
}

obj_id attrs_share_key(struct world *w, obj_id dict, obj_id key)
{
	obj_id class = sharing_class(w, dict);

	if (class && split_dicts(w) && split_takes_key(w, class, dict, key))
		return 0;
	if (class && !split_dicts(w) && obj_class(w, key) == type_object(T_STR) &&
		(shared_key(w, class, key) != NOT_THERE ||
			add_shared_key(w, class, key) != NOT_THERE))
		return 0;
	attrs_unshare(w, dict);
	return class;
}

void attrs_detach(struct world *w, obj_id dict)
{
	if (obj_flag(w, dict, OBJECT_EMBEDDED))
		set_obj_flag(w, dict, OBJECT_EMBEDDED, false);
}

void attrs_unshare(struct world *w, obj_id dict)
{
	set_obj_field(w, dict, DICT_KEYS, 0);
	attrs_detach(w, dict);
}

/* Where a key stands among the shared ones; those that are gone come last. */
static uint32_t rank_of(const struct world *w, obj_id class, obj_id key)
{
	return key ? shared_key(w, class, key) : NOT_THERE;
}

static void exchange_entries(struct world *w, uint32_t a, uint32_t b)
{
	for (uint32_t i = 0; i < ENTRY_WORDS; i++) {
		uint32_t kept = word(w, a + i);

		set_word(w, a + i, word(w, b + i));
		set_word(w, b + i, kept);
	}
}

void attrs_order_entries(struct world *w, obj_id dict)
{
	obj_id class = sharing_class(w, dict);
	uint32_t first = obj_payload(w, dict) + DICT_HEAD;
	uint32_t n = class ? obj_field(w, dict, DICT_ENTRIES) : 0;

	for (uint32_t i = 1; i < n; i++) {
		for (uint32_t k = i; k > 0; k--) {
			uint32_t at = first + ENTRY_WORDS * k,
				 before = at - ENTRY_WORDS;

			if (rank_of(w, class, word(w, before + ENTRY_KEY)) <=
				rank_of(w, class, word(w, at + ENTRY_KEY)))
				break;
			exchange_entries(w, before, at);
		}
	}
	if (class)
		set_obj_field(w, dict, DICT_KEYS, 0);
}

static bool is_inline(const struct world *w, obj_id o)
{
	return obj_flag(w, o, OBJECT_INPLACE);
}

static obj_id own_dict(const struct world *w, obj_id o)
{
	uint32_t attrs = obj_attrs(w, o);

	return attrs ? word(w, attrs + ATTRS_DICT) : 0;
}

obj_id instance_get(const struct world *w, obj_id o, obj_id name)
{
	obj_id dict = own_dict(w, o);
	uint32_t attrs = obj_attrs(w, o);
	uint32_t i;

	if (dict)
		return dict_get(w, dict, name);
	if (!attrs || !is_inline(w, o))
		return 0;
	i = shared_key(w, obj_class(w, o), name);
	if (i == NOT_THERE || i >= word(w, attrs + ATTRS_CAPACITY))
		return 0;
	return word(w, value_index(w, attrs, i));
}

uint32_t instance_names(const struct world *w, obj_id o, obj_id *names, uint32_t room)
{
	obj_id dict = own_dict(w, o);
	uint32_t attrs = obj_attrs(w, o), n = 0;

	if (dict) {
		for (uint32_t i = 0; i < dict_entries(w, dict) && n < room; i++) {
			if (dict_entry_key(w, dict, i))
				names[n++] = dict_entry_key(w, dict, i);
		}
		return n;
	}
	for (uint32_t i = 0; attrs && i < word(w, attrs + ATTRS_USED) && n < room; i++)
		names[n++] = word(w,
			obj_field(w, obj_class(w, o), TYPE_KEYS) +
				word(w, order_index(w, attrs, i)));
	return n;
}

static void move_to_dict(struct world *w, obj_id o, obj_id dict)
{
	uint32_t attrs = storage(w, o);
	uint32_t keys = obj_field(w, obj_class(w, o), TYPE_KEYS);

	for (uint32_t i = 0; i < word(w, attrs + ATTRS_USED); i++) {
		uint32_t k = word(w, order_index(w, attrs, i));
		obj_id value = word(w, value_index(w, attrs, k));
		obj_id old = dict_set(w, dict, word(w, keys + k), value, NULL);

		assert(!old);
		(void)old;
		set_word(w, value_index(w, attrs, k), 0);
	}
	set_word(w, attrs + ATTRS_USED, 0);
	if (w->dialect->dict_embedded)
		set_obj_flag(w, dict, OBJECT_EMBEDDED, true);
}

/* The class has shared keys; from 3.11 when its instances have no dict from a built-in
 * base; up to 3.11 neither if they are of no fixed size (type_new_descriptors). */
static bool has_shared_keys(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);

	if (split_dicts(w))
		return type_is_heap(w, obj_class(w, o)) &&
			split_has_keys(w, obj_class(w, o));
	if (w->dialect->instance_dict || !type_is_heap(w, obj_class(w, o)) ||
		kind == KIND_EXCEPTION)
		return false;
	return (kind != KIND_TUPLE && kind != KIND_INT) ||
		py_at_least(w->dialect->version, 3, 12);
}

static obj_id make_dict(struct world *w, obj_id o)
{
	obj_id dict = dict_new(w);

	if (has_shared_keys(w, o)) {
		set_obj_field(w, dict, DICT_KEYS, obj_class(w, o));
		set_obj_field(
			w, dict, DICT_KEYS_SERIAL, obj_serial(w, obj_class(w, o)));
	}
	if (is_inline(w, o)) {
		move_to_dict(w, o, dict);
		set_obj_flag(w, o, OBJECT_INPLACE, false);
	}
	set_word(w, storage(w, o) + ATTRS_DICT, dict);
	return dict;
}

obj_id instance_dict(struct world *w, obj_id o)
{
	obj_id dict = own_dict(w, o);

	if (dict)
		return dict;
	gc_count_new(w, FREE_LIST_DICT);
	return make_dict(w, o);
}

obj_id instance_replace_dict(struct world *w, obj_id o, obj_id dict)
{
	uint32_t attrs = storage(w, o);
	obj_id old = word(w, attrs + ATTRS_DICT);

	set_word(w, attrs + ATTRS_DICT, dict);
	return old;
}

bool instance_lacks_dict(const struct world *w, obj_id o)
{
	return !is_inline(w, o) && !own_dict(w, o);
}

static obj_id set_inline(
	struct world *w, obj_id o, uint32_t i, obj_id name, obj_id value)
{
	uint32_t attrs = storage(w, o);
	obj_id old;

	if (i >= word(w, attrs + ATTRS_CAPACITY))
		attrs = grow(w, o, i < 4 ? 4 : i < 12 ? 12 : SHARED_KEYS_MAX);
	old = word(w, value_index(w, attrs, i));
	set_word(w, value_index(w, attrs, i), value);
	if (!old) {
		uint32_t used = word(w, attrs + ATTRS_USED);

		set_word(w, order_index(w, attrs, used), i);
		set_word(w, attrs + ATTRS_USED, used + 1);
	}
	announce_bind(w, value, &(struct place){PLACE_ATTRIBUTE, o, i, name}, 0);
	return old;
}

obj_id instance_set(struct world *w, obj_id o, obj_id name, obj_id value)
{
	if (is_inline(w, o)) {
		obj_id class = obj_class(w, o);
		uint32_t i = shared_key(w, class, name);

		if (i == NOT_THERE)
			i = add_shared_key(w, class, name);
		if (i != NOT_THERE)
			return set_inline(w, o, i, name, value);
	}
	return dict_set(w,
		instance_lacks_dict(w, o) ? make_dict(w, o) : instance_dict(w, o), name,
		value, &(struct place){PLACE_ATTRIBUTE, o, 0, name});
}

static obj_id delete_inline(struct world *w, obj_id o, obj_id name)
{
	uint32_t attrs = obj_attrs(w, o);
	uint32_t i = shared_key(w, obj_class(w, o), name);
	uint32_t used, at = 0;
	obj_id value;

	if (!attrs || i == NOT_THERE || i >= word(w, attrs + ATTRS_CAPACITY))
		return 0;
	value = word(w, value_index(w, attrs, i));
	if (!value)
		return 0;
	set_word(w, value_index(w, attrs, i), 0);
	used = word(w, attrs + ATTRS_USED);
	while (word(w, order_index(w, attrs, at)) != i)
		at++;
	for (; at + 1 < used; at++)
		set_word(w, order_index(w, attrs, at),
			word(w, order_index(w, attrs, at + 1)));
	set_word(w, attrs + ATTRS_USED, used - 1);
	return value;
}

obj_id instance_delete(struct world *w, obj_id o, obj_id name, obj_id *key)
{
	struct dict_probe p;
	obj_id dict = own_dict(w, o);
	obj_id value;
	uint64_t hash;

	*key = 0;
	if (is_inline(w, o))
		return delete_inline(w, o, name);
	if (!dict || !hash_value(w, name, &hash))
		return 0;
	dict_probe_start(w, dict, name, hash, &p);
	if (dict_probe(w, dict, &p) != DICT_FOUND)
		return 0;
	dict_take(w, dict, p.entry, key, &value);
	if (split_dicts(w) && type_is_heap(w, obj_class(w, o)))
		split_forget_keys(w, obj_class(w, o));
	return value;
}

obj_id instance_slot(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t attrs = obj_attrs(w, o);

	return attrs ? word(w, attrs + ATTRS_HEAD + i) : 0;
}

obj_id instance_set_slot(struct world *w, obj_id o, uint32_t i, obj_id value)
{
	uint32_t attrs = storage(w, o);
	obj_id old = word(w, attrs + ATTRS_HEAD + i);

	set_word(w, attrs + ATTRS_HEAD + i, value);
	return old;
}

/* Which kinds of instances keep attributes inline (3.11+): those of plain
 * classes (from 3.13 without slots), and from 3.14 those of subclasses of list, dict
 * and str. */
static bool may_be_inline(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);

	if (w->dialect->instance_dict || !type_has(w, obj_class(w, o), TYPE_HAS_DICT))
		return false;
	if (kind == KIND_LIST || kind == KIND_DICT || kind == KIND_STR)
		return py_at_least(w->dialect->version, 3, 14);
	return kind == KIND_INSTANCE &&
		!(py_at_least(w->dialect->version, 3, 13) &&
			obj_field(w, obj_class(w, o), TYPE_SLOT_COUNT));
}

void instance_init(struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);
	uint32_t usable = obj_field(w, class, TYPE_KEYS_USABLE);

	if (!may_be_inline(w, o))
		return;
	/* init_inline_values(): every new instance leaves the keys less room. */
	if (usable > 1)
		set_obj_field(w, class, TYPE_KEYS_USABLE, usable - 1);
	set_obj_flag(w, o, OBJECT_INPLACE, true);
}
