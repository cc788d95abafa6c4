#include "text_slice.h"

#include "strbuf.h"
#include "text.h"

static bool is_plain(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_BYTES || obj_flag(w, o, OBJECT_ASCII);
}

uint32_t text_offset(const struct world *w, obj_id o, uint32_t i)
{
	const char *bytes = text_bytes(w, o);
	const char *p = bytes;

	if (is_plain(w, o))
		return i;
	while (i-- > 0)
		text_decode(&p, bytes + obj_n(w, o));
	return (uint32_t)(p - bytes);
}

static void add_character(const struct world *w, obj_id o, uint32_t i, struct strbuf *out)
{
	uint32_t from = text_offset(w, o, i);
	const char *p = text_bytes(w, o) + from;
	const char *end = p;

	if (is_plain(w, o))
		end++;
	else
		text_decode(&end, text_bytes(w, o) + obj_n(w, o));
	strbuf_add(out, p, (size_t)(end - p));
}

obj_id text_slice(struct world *w, obj_id o, int64_t start, int64_t step, uint32_t count)
{
	struct strbuf text = STRBUF_INIT;
	obj_id result;

	if (step == 1 && count == text_length(w, o) && obj_immortal(w, obj_class(w, o))) {
		hold(w, o);
		return o;
	}
	if (step == 1) {
		uint32_t from = text_offset(w, o, (uint32_t)start);
		uint32_t to = text_offset(w, o, (uint32_t)start + count);

		return text_new_like(w, o, text_bytes(w, o) + from, to - from);
	}
	for (uint32_t i = 0; i < count; i++)
		add_character(w, o, (uint32_t)(start + i * step), &text);
	result = text_new_like(w, o, text.text ? text.text : "", text.length);
	strbuf_free(&text);
	return result;
}
