#include "subscript.h"

#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "keyed.h"
#include "list.h"
#include "number.h"
#include "range.h"
#include "recursion.h"
#include "sequence.h"
#include "strmethods.h"
#include "text.h"

/* o[k] of the built-in types. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static enum outcome got(struct world *w, obj_id v, obj_id *result)
{
	hold(w, v);
	*result = v;
	return OUT_VALUE;
}

static enum outcome made(obj_id v, obj_id *result)
{
	if (v == RESULT_AGAIN)
		return OUT_AGAIN;
	*result = v;
	return v ? OUT_VALUE : OUT_ERROR;
}

static enum outcome bad_index(struct world *w, obj_id o, obj_id k)
{
	const char *type = type_name_of(w, k);

	if (is_text(w, o)) {
		if (obj_kind(w, o) == KIND_BYTES && !is_two(w))
			raise_error(w, T_TYPE_ERROR,
				"byte indices must be integers or slices, not %s",
				type);
		else if (py_at_least(w->dialect->version, 3, 11))
			raise_error(w, T_TYPE_ERROR,
				"string indices must be integers, not '%s'", type);
		else if (is_two(w) && obj_kind(w, o) == KIND_BYTES)
			raise_error(w, T_TYPE_ERROR,
				"string indices must be integers, not %s", type);
		else
			raise_error(w, T_TYPE_ERROR, "string indices must be integers");
	} else if (is_two(w) && obj_kind(w, o) == KIND_RANGE) {
		raise_error(w, T_TYPE_ERROR, "sequence index must be integer, not '%s'",
			type);
	} else {
		raise_error(w, T_TYPE_ERROR, "%s indices must be integers%s, not %s",
			kind_table[obj_kind(w, o)].name, is_two(w) ? "" : " or slices",
			type);
	}
	return OUT_ERROR;
}

/* The index K of something LENGTH long; raises MESSAGE. */
static enum outcome resolve(struct world *w, obj_id o, obj_id k, int64_t length,
	const char *message, int64_t *i)
{
	enum outcome outcome = index_value(w, k, true, i);

	if (outcome == OUT_UNKNOWN)
		return bad_index(w, o, k);
	if (outcome != OUT_VALUE)
		return outcome;
	if (*i < 0)
		*i += length;
	if (*i >= 0 && *i < length)
		return OUT_VALUE;
	raise_error(w, T_INDEX_ERROR, "%s", message);
	return OUT_ERROR;
}

static enum outcome load_items(struct world *w, obj_id o, obj_id k, obj_id *result)
{
	bool list = obj_kind(w, o) == KIND_LIST;
	int64_t i;
	enum outcome outcome = resolve(w, o, k, obj_n(w, o),
		list ? "list index out of range" : "tuple index out of range", &i);

	return outcome == OUT_VALUE ? got(w, item(w, o, (uint32_t)i), result) : outcome;
}

static enum outcome load_item_slice(
	struct world *w, obj_id o, const struct slice_range *r, obj_id *result)
{
	enum kind kind = obj_kind(w, o);

	if (kind == KIND_TUPLE && r->count == obj_n(w, o) && r->step == 1 &&
		obj_class(w, o) == type_object(T_TUPLE))
		return got(w, o, result);
	if (!sequence_charge(w, kind, r->count))
		return OUT_AGAIN;
	return made(sequence_picked(w, kind, o, r->start, r->step, r->count), result);
}

static enum outcome load_text(struct world *w, obj_id o, obj_id k, obj_id *result)
{
	bool bytes = obj_kind(w, o) == KIND_BYTES;
	int64_t i;
	enum outcome outcome = resolve(w, o, k, text_length(w, o),
		bytes && !is_two(w) ? "index out of range"
				    : "string index out of range",
		&i);

	if (outcome != OUT_VALUE)
		return outcome;
	if (bytes && !is_two(w))
		return made(int_new(w, (unsigned char)text_bytes(w, o)[i]), result);
	return made(str_slice(w, o, i, 1, 1), result);
}

static enum outcome load_range(struct world *w, obj_id o, obj_id k, obj_id *result)
{
	int64_t length = 0, i;
	enum outcome outcome;

	range_length(w, o, &length);
	outcome = resolve(w, o, k, length,
		is_two(w) ? "xrange object index out of range"
			  : "range object index out of range",
		&i);
	if (outcome != OUT_VALUE)
		return outcome;
	return made(range_item(w, o, i), result);
}

static enum outcome load_slice(
	struct world *w, obj_id o, const obj_id parts[3], obj_id *result)
{
	bool text = is_text(w, o);
	struct slice_range r;

	if (!slice_resolve_parts(w, parts, text ? text_length(w, o) : obj_n(w, o), &r))
		return OUT_ERROR;
	if (text && r.step == 1 && r.count == text_length(w, o) &&
		!type_is_heap(w, obj_class(w, o)))
		return got(w, o, result);
	if (text)
		return made(str_slice(w, o, r.start, r.step, r.count), result);
	return load_item_slice(w, o, &r, result);
}

/* Dicts. */

static enum outcome missing(struct world *w, obj_id dict, obj_id k, uint32_t dst)
{
	obj_id function = special(w, dict, N_MISSING);

	if (function) {
		push_special(w, function, dict, k, 0, dst);
		frame_set_path(w, LEVELS_MISSING);
		return OUT_PUSHED;
	}
	raise_value(w, T_KEY_ERROR, k);
	return OUT_ERROR;
}

static enum outcome load_dict(
	struct world *w, obj_id dict, obj_id k, uint32_t dst, obj_id *result)
{
	struct dict_probe p;
	bool found = false;
	enum outcome outcome = keyed_plain(w, dict, k, &p, &found);

	if (outcome == OUT_PUSHED)
		push_builtin_step(w, B_dict_getitem, dict, &k, 1, dst);
	if (outcome != OUT_VALUE)
		return outcome;
	if (!found)
		return missing(w, dict, k, dst);
	return got(w, dict_entry_value(w, dict, p.entry), result);
}

static enum outcome store_dict(struct world *w, obj_id dict, obj_id k, obj_id value,
	uint32_t dst, struct removed *r)
{
	struct dict_probe p;
	bool found = false;
	enum outcome outcome = keyed_plain(w, dict, k, &p, &found);

	if (outcome == OUT_PUSHED) {
		push_builtin_step(w, value ? B_dict_setitem : B_dict_delitem, dict,
			(obj_id[]){k, value}, value ? 2 : 1, dst);
		return OUT_PUSHED;
	}
	if (outcome != OUT_VALUE)
		return outcome;
	if (value) {
		r->a = dict_store(w, dict, &p, value, NULL);
		return OUT_VALUE;
	}
	if (!found) {
		raise_value(w, T_KEY_ERROR, k);
		return OUT_ERROR;
	}
	dict_take(w, dict, p.entry, &r->a, &r->b);
	return OUT_VALUE;
}

/* Loading. */

enum outcome subscript_load(
	struct world *w, obj_id o, obj_id k, uint32_t dst, obj_id *result)
{
	obj_id parts[3];

	o = dict_of_proxy(w, o);
	if (overrides(w, o, N_GETITEM))
		return OUT_UNKNOWN;
	if (obj_kind(w, o) == KIND_DICT)
		return load_dict(w, o, k, dst, result);
	if (obj_kind(w, k) != KIND_SLICE)
		return subscript_item(w, o, k, result);
	for (uint32_t i = 0; i < 3; i++)
		parts[i] = obj_field(w, k, SLICE_START + i);
	return subscript_load_parts(w, o, parts, result);
}

enum outcome subscript_item(struct world *w, obj_id o, obj_id k, obj_id *result)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
	case KIND_TUPLE:
		return load_items(w, o, k, result);
	case KIND_STR:
	case KIND_BYTES:
		return load_text(w, o, k, result);
	case KIND_RANGE:
		return load_range(w, o, k, result);
	default:
		return OUT_UNKNOWN;
	}
}

enum outcome subscript_load_parts(
	struct world *w, obj_id o, const obj_id parts[3], obj_id *result)
{
	if (obj_kind(w, o) == KIND_RANGE && !is_two(w))
		return made(range_slice(w, o, parts), result);
	if (obj_kind(w, o) != KIND_LIST && obj_kind(w, o) != KIND_TUPLE &&
		!is_text(w, o))
		return OUT_UNKNOWN;
	return load_slice(w, o, parts, result);
}

/* Storing. */

enum outcome subscript_store_item(
	struct world *w, obj_id list, obj_id k, obj_id value, struct removed *r)
{
	int64_t i;
	enum outcome outcome = resolve(
		w, list, k, obj_n(w, list), "list assignment index out of range", &i);

	if (outcome != OUT_VALUE)
		return outcome;
	if (value)
		r->a = list_set(w, list, (uint32_t)i, value);
	else if (py_at_least(w->dialect->version, 3, 13))
		r->a = list_take(w, list, (uint32_t)i);
	else
		r->a = list_withdraw(w, list, (uint32_t)i);
	return OUT_VALUE;
}

/* The value as a list or tuple: itself, or a new list that *made holds. */
static enum outcome as_items(struct world *w, obj_id list, obj_id value, bool extended,
	obj_id *items, obj_id *made_list)
{
	enum kind kind = obj_kind(w, value);
	enum outcome outcome;

	*items = value;
	if ((kind == KIND_LIST && value != list) || kind == KIND_TUPLE)
		return OUT_VALUE;
	outcome = list_of_builtin(w, value, 0, made_list);
	*items = *made_list;
	if (outcome != OUT_UNKNOWN)
		return outcome;
	raise_error(w, T_TYPE_ERROR, "%s",
		extended || py_at_least(w->dialect->version, 3, 13)
			? "must assign iterable to extended slice"
			: "can only assign an iterable");
	return OUT_ERROR;
}

static void splice(struct world *w, obj_id list, const struct slice_range *s,
	obj_id items, struct removed *r)
{
	uint32_t n = items ? obj_n(w, items) : 0;
	uint32_t count = s->stop > s->start ? (uint32_t)(s->stop - s->start) : 0;

	r->count = count;
	r->words = count;
	r->block = list_splice(
		w, list, (uint32_t)s->start, count, n ? item_index(w, items, 0) : 0, n);
}

/* l[a:b:c] = items of the same number: what they replace goes first to last. */
static enum outcome replace_each(struct world *w, obj_id list,
	const struct slice_range *s, obj_id items, struct removed *r)
{
	uint32_t n = obj_n(w, items);

	if (n != s->count) {
		raise_error(w, T_VALUE_ERROR,
			"attempt to assign sequence of size %u to extended slice of size %u",
			n, s->count);
		return OUT_ERROR;
	}
	if (!n)
		return OUT_VALUE;
	r->block = block_new(w, n);
	r->words = r->count = n;
	for (uint32_t i = 0; i < n; i++) {
		obj_id v = item(w, items, i);

		hold(w, v);
		set_word(w, r->block + n - 1 - i,
			list_set(w, list, (uint32_t)(s->start + i * s->step), v));
	}
	return OUT_VALUE;
}

/* del l[a:b:c]: first to last. */
static void delete_each(
	struct world *w, obj_id list, const struct slice_range *s, struct removed *r)
{
	int64_t start = s->step < 0 ? s->start + (s->count - 1) * s->step : s->start;
	int64_t step = s->step < 0 ? -s->step : s->step;

	if (!s->count)
		return;
	r->block = block_new(w, s->count);
	r->words = r->count = s->count;
	for (uint32_t i = 0; i < s->count; i++)
		set_word(w, r->block + s->count - 1 - i,
			list_take(w, list, (uint32_t)(start + i * (step - 1))));
	list_resize(w, list, obj_n(w, list));
}

static enum outcome assign_slice(struct world *w, obj_id list,
	const struct slice_range *s, obj_id value, struct removed *r)
{
	obj_id items = 0, temporary = 0;
	enum outcome outcome =
		as_items(w, list, value, s->step != 1, &items, &temporary);

	if (outcome != OUT_VALUE)
		return outcome;
	if (s->step == 1)
		splice(w, list, s, items, r);
	else
		outcome = replace_each(w, list, s, items, r);
	if (outcome != OUT_VALUE) {
		if (temporary)
			drop(w, temporary, NULL);
		return outcome;
	}
	r->a = temporary;
	r->b = value;
	return OUT_VALUE;
}

enum outcome subscript_store_parts(struct world *w, obj_id o, const obj_id parts[3],
	obj_id value, struct removed *r)
{
	struct slice_range s;

	if (obj_kind(w, o) != KIND_LIST)
		return OUT_UNKNOWN;
	if (!slice_resolve_parts(w, parts, obj_n(w, o), &s))
		return OUT_ERROR;
	if (value)
		return assign_slice(w, o, &s, value, r);
	if (s.step == 1)
		splice(w, o, &s, 0, r);
	else
		delete_each(w, o, &s, r);
	return OUT_VALUE;
}

enum outcome subscript_store(struct world *w, obj_id o, obj_id k, obj_id value,
	uint32_t dst, struct removed *removed)
{
	obj_id parts[3];

	if (overrides(w, o, value ? N_SETITEM : N_DELITEM))
		return OUT_UNKNOWN;
	if (obj_kind(w, o) == KIND_DICT)
		return store_dict(w, o, k, value, dst, removed);
	if (obj_kind(w, o) != KIND_LIST)
		return OUT_UNKNOWN;
	if (obj_kind(w, k) != KIND_SLICE)
		return subscript_store_item(w, o, k, value, removed);
	for (uint32_t i = 0; i < 3; i++)
		parts[i] = obj_field(w, k, SLICE_START + i);
	return subscript_store_parts(w, o, parts, value, removed);
}

/* Types with a tp_as_sequence word their complaint in another way. */
static bool is_like_sequence(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_INSTANCE:
	case KIND_LIST:
	case KIND_TUPLE:
	case KIND_STR:
	case KIND_BYTES:
	case KIND_RANGE:
	case KIND_SET:
	case KIND_VIEW:
		return true;
	default:
		return type_is_heap(w, obj_class(w, o));
	}
}

void subscript_missing(struct world *w, enum name name, obj_id o, obj_id k)
{
	bool two = w->dialect->version.major == 2;
	const char *message = "'%s' object does not support item assignment";
	bool sequence =
		is_like_sequence(w, o) && (is_int(w, k) || special(w, k, N_INDEX));

	if (obj_kind(w, o) == KIND_OLD_INSTANCE) {
		raise_error(w, T_ATTRIBUTE_ERROR, "%s instance has no attribute '%s'",
			text_bytes(w,
				obj_field(w, obj_field(w, o, OLD_INSTANCE_CLASS),
					OLD_CLASS_NAME)),
			text_bytes(w, name_object(name)));
		return;
	}
	if (name == N_DELITEM)
		message = is_like_sequence(w, o)
			? "'%s' object doesn't support item deletion"
			: "'%s' object does not support item deletion";
	else if (name == N_GETITEM && sequence &&
		!py_at_least(w->dialect->version, 3, 7))
		message = "'%s' object does not support indexing";
	else if (name == N_GETITEM)
		message = two ? "'%s' object has no attribute '__getitem__'"
			      : "'%s' object is not subscriptable";
	if (name == N_GETITEM && obj_kind(w, o) == KIND_TYPE &&
		py_at_least(w->dialect->version, 3, 11))
		raise_error(w, T_TYPE_ERROR, "type '%s' is not subscriptable",
			type_name(w, o));
	else
		raise_error(w, T_TYPE_ERROR, message, type_name_of(w, o));
}
