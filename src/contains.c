#include "special.h"

#include <string.h>

#include "code.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "find.h"
#include "iterate.h"
#include "list.h"
#include "number.h"
#include "range.h"
#include "text.h"

/* value in container, of the built-in types. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static enum outcome answer(bool found, obj_id *result)
{
	*result = bool_of(found);
	return OUT_VALUE;
}

static bool has_bytes(const char *text, uint32_t n, const char *part, uint32_t k)
{
	return memmem(text, n, part, k) != NULL || k == 0;
}

static enum outcome in_bytes3(
	struct world *w, obj_id bytes, obj_id value, obj_id *result)
{
	if (obj_kind(w, value) == KIND_INT) {
		int64_t c = int_fits(w, value) ? int_value(w, value) : -1;

		if (c < 0 || c > 255) {
			raise_error(w, T_VALUE_ERROR, "byte must be in range(0, 256)");
			return OUT_ERROR;
		}
		return answer(
			memchr(text_bytes(w, bytes), (int)c, obj_n(w, bytes)) != NULL,
			result);
	}
	if (obj_kind(w, value) != KIND_BYTES) {
		raise_error(w, T_TYPE_ERROR,
			"a bytes-like object is required, not '%s'",
			type_name_of(w, value));
		return OUT_ERROR;
	}
	return answer(has_bytes(text_bytes(w, bytes), obj_n(w, bytes),
			      text_bytes(w, value), obj_n(w, value)),
		result);
}

static enum outcome in_text(struct world *w, obj_id text, obj_id value, obj_id *result)
{
	if (obj_kind(w, text) == KIND_BYTES && !is_two(w))
		return in_bytes3(w, text, value, result);
	if (!is_text(w, value) || (obj_kind(w, value) == KIND_BYTES && !is_two(w))) {
		raise_error(w, T_TYPE_ERROR,
			"'in <string>' requires string as left operand, not %s",
			type_name_of(w, value));
		return OUT_ERROR;
	}
	return answer(has_bytes(text_bytes(w, text), obj_n(w, text),
			      text_bytes(w, value), obj_n(w, value)),
		result);
}

/* Items one by one; OUT_PUSHED: from one on Python code compares. */
static enum outcome in_items(
	struct world *w, obj_id o, obj_id value, uint32_t dst, obj_id *result)
{
	for (uint32_t i = 0; i < obj_n(w, o); i++) {
		int equal = item(w, o, i) == value
			? 1
			: equal_value(w, item(w, o, i), value);

		if (equal > 0)
			return answer(true, result);
		if (equal < 0) {
			push_builtin_step(w, B_contains_step, o, &value, 1, dst);
			return OUT_PUSHED;
		}
	}
	return answer(false, result);
}

static enum outcome in_table(
	struct world *w, obj_id o, obj_id value, uint32_t dst, obj_id *result)
{
	bool dict = obj_kind(w, o) == KIND_DICT;
	struct dict_probe p;
	uint64_t hash;
	enum dict_result r = DICT_COMPARE;

	if (hash_value(w, value, &hash) || (!dict && set_hash_value(w, value, &hash))) {
		if (dict)
			dict_probe_start(w, o, value, hash, &p);
		else
			set_probe_start(w, o, value, hash, &p);
		r = dict ? dict_probe(w, o, &p) : set_probe(w, o, &p);
	}
	if (r != DICT_COMPARE)
		return answer(r == DICT_FOUND, result);
	push_builtin_step(
		w, dict ? B_dict_contains : B_set_contains, o, &value, 1, dst);
	return OUT_PUSHED;
}

enum outcome contains_builtin(
	struct world *w, obj_id container, obj_id value, uint32_t dst, obj_id *result)
{
	container = dict_of_proxy(w, container);
	if (overrides(w, container, N_CONTAINS))
		return OUT_UNKNOWN;
	switch (obj_kind(w, container)) {
	case KIND_STR:
	case KIND_BYTES:
		return in_text(w, container, value, result);
	case KIND_LIST:
	case KIND_TUPLE:
		return in_items(w, container, value, dst, result);
	case KIND_DICT:
	case KIND_SET:
		return in_table(w, container, value, dst, result);
	case KIND_VIEW:
		if (obj_class(w, container) == type_object(T_DICT_KEYS))
			return in_table(w, obj_field(w, container, VIEW_DICT), value,
				dst, result);
		break;
	case KIND_RANGE:
		if (obj_kind(w, value) == KIND_INT && !is_two(w))
			return answer(range_index(w, container, value) >= 0, result);
		break;
	default:
		if (!is_iterator(w, container) && !overrides(w, container, N_ITER) &&
			!overrides(w, container, N_GETITEM))
			return OUT_UNKNOWN;
	}
	push_builtin_step(w, B_contains_step, container, &value, 1, dst);
	return OUT_PUSHED;
}
