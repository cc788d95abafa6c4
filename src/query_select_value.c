#include <string.h>

#include "dict.h"
#include "query_select.h"
#include "strbuf.h"
#include "text.h"

/* What an attribute is, without running anything. */

static bool says(const struct world *w, obj_id o, const char *text)
{
	return o && (obj_kind(w, o) == KIND_STR || obj_kind(w, o) == KIND_BYTES) &&
		obj_n(w, o) == strlen(text) &&
		memcmp(text_bytes(w, o), text, obj_n(w, o)) == 0;
}

obj_id query_dict_text(const struct query *q, obj_id dict, const char *key)
{
	if (!dict || obj_kind(q->w, dict) != KIND_DICT)
		return 0;
	for (uint32_t i = 0; i < dict_entries(q->w, dict); i++) {
		if (says(q->w, dict_entry_key(q->w, dict, i), key))
			return dict_entry_value(q->w, dict, i);
	}
	return 0;
}

/* In the dict of a class, or of those it inherits from. */
static obj_id in_class(const struct query *q, obj_id class, const char *name)
{
	obj_id mro, found = 0;

	if (!class || obj_kind(q->w, class) != KIND_TYPE)
		return 0;
	mro = obj_field(q->w, class, TYPE_MRO);
	for (uint32_t i = 0; mro && i < obj_n(q->w, mro) && !found; i++) {
		obj_id base = obj_field(q->w, mro, i);

		if (obj_kind(q->w, base) == KIND_TYPE)
			found = query_dict_text(
				q, obj_field(q->w, base, TYPE_DICT), name);
	}
	return found;
}

/* A reference that O itself has under this name: an attribute, a field. */
static obj_id in_slots(const struct query *q, obj_id o, const char *name)
{
	uint32_t slots = obj_slots(q->w, o);
	struct strbuf label = STRBUF_INIT;
	obj_id found = 0;

	for (uint32_t i = 0; i < slots && !found; i++) {
		struct slot s = obj_slot_info(q->w, o, i);

		if (!s.target || s.place == PLACE_INDEX || s.place == PLACE_KEY)
			continue;
		strbuf_clear(&label);
		query_slot_label(q, o, &s, &label);
		if (label.text[0] == '.' && strcmp(label.text + 1, name) == 0)
			found = s.target;
	}
	strbuf_free(&label);
	return found;
}

static obj_id dict_of(const struct world *w, obj_id o)
{
	uint32_t attrs = obj_attrs(w, o);

	switch (obj_kind(w, o)) {
	case KIND_OLD_INSTANCE:
		return obj_field(w, o, OLD_INSTANCE_DICT);
	case KIND_OLD_CLASS:
		return obj_field(w, o, OLD_CLASS_DICT);
	case KIND_MODULE:
		return obj_field(w, o, MODULE_DICT);
	case KIND_FUNCTION:
		return obj_field(w, o, FUNCTION_DICT);
	default:
		return attrs ? word(w, attrs + ATTRS_DICT) : 0;
	}
}

obj_id query_attribute(const struct query *q, obj_id o, const char *name)
{
	obj_id found = in_slots(q, o, name);

	if (!found)
		found = query_dict_text(q, dict_of(q->w, o), name);
	if (!found && obj_kind(q->w, o) == KIND_TYPE)
		found = in_class(q, o, name);
	if (!found && strcmp(name, "__class__") == 0)
		found = obj_class(q->w, o);
	if (!found)
		found = in_class(q, obj_class(q->w, o), name);
	return found;
}
