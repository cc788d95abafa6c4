#include "builtin_str.h"

#include "codec_error.h"
#include "dialect.h"
#include "errors.h"
#include "number.h"
#include "special.h"

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

obj_id str_to_unicode(struct world *w, obj_id o)
{
	struct codec_failure f;
	obj_id text;

	if (obj_kind(w, o) == KIND_STR) {
		hold(w, o);
		return o;
	}
	text = str_decode(
		w, text_bytes(w, o), obj_n(w, o), CODEC_ASCII, ERRORS_STRICT, &f);
	return text ? text : raise_codec(w, T_UNICODE_DECODE_ERROR, &f, o);
}

static void complain(struct world *w, obj_id self, obj_id part,
	enum str_complaint complaint, const char *method)
{
	const char *type = type_name_of(w, part);

	if (is_two(w)) {
		if (obj_kind(w, self) == KIND_STR)
			raise_error(w, T_TYPE_ERROR,
				"coercing to Unicode: need string or buffer, %s found",
				type);
		else
			raise_error(w, T_TYPE_ERROR,
				"expected a string or other character buffer object");
	} else if (obj_kind(w, self) == KIND_BYTES) {
		if (complaint == FIND_ARGUMENT &&
			py_at_least(w->dialect->version, 3, 7))
			raise_error(w, T_TYPE_ERROR,
				"argument should be integer or bytes-like object, not '%s'",
				type);
		else
			raise_error(w, T_TYPE_ERROR,
				"a bytes-like object is required, not '%s'", type);
	} else if (complaint == ARGUMENT_1 || complaint == ARGUMENT_2) {
		raise_error(w, T_TYPE_ERROR, "%s() argument %d must be str, not %s",
			method, complaint == ARGUMENT_1 ? 1 : 2, type);
	} else if (complaint == FIND_ARGUMENT &&
		py_at_least(w->dialect->version, 3, 13)) {
		raise_error(w, T_TYPE_ERROR, "%s() argument 1 must be str, not %s",
			method, type);
	} else {
		raise_error(w, T_TYPE_ERROR, "must be str%s, not %s",
			complaint == MUST_BE_STR_OR_NONE ? " or None" : "", type);
	}
}

bool str_pair(struct world *w, obj_id self, obj_id part, enum str_complaint complaint,
	const char *method, struct str_pair *p)
{
	*p = (struct str_pair){self, part, 0};
	if (is_text(w, part) && obj_kind(w, part) == obj_kind(w, self))
		return true;
	if (!is_text(w, part) || !is_two(w)) {
		complain(w, self, part, complaint, method);
		return false;
	}
	p->made = str_to_unicode(w, obj_kind(w, self) == KIND_BYTES ? self : part);
	if (obj_kind(w, self) == KIND_BYTES)
		p->self = p->made;
	else
		p->part = p->made;
	return p->made != 0;
}

void str_pair_free(struct world *w, const struct str_pair *p)
{
	if (p->made)
		drop(w, p->made, NULL);
}

bool str_bounds(
	struct world *w, const struct args *a, uint32_t i, int64_t *start, int64_t *end)
{
	int64_t *const places[2] = {start, end};

	*start = 0;
	*end = TEXT_END;
	for (uint32_t k = 0; k < 2 && i + k < a->count; k++) {
		obj_id o = arg(w, a, i + k);

		if (o == OBJ_NONE || index_value(w, o, false, places[k]) == OUT_VALUE)
			continue;
		raise_error(w, T_TYPE_ERROR,
			"slice indices must be integers or None or have an __index__ method");
		return false;
	}
	return true;
}
