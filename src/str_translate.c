#include "strmethods.h"

#include <string.h>

#include "dealloc.h"
#include "dict.h"

obj_id bytes_translate(struct world *w, obj_id o, obj_id table, obj_id deleted)
{
	const char *p = text_bytes(w, o);
	const char *map = table ? text_bytes(w, table) : NULL;
	struct strbuf b = STRBUF_INIT;

	for (uint32_t i = 0; i < obj_n(w, o); i++) {
		if (deleted && memchr(text_bytes(w, deleted), p[i], obj_n(w, deleted)))
			continue;
		strbuf_putc(&b, map ? map[(unsigned char)p[i]] : p[i]);
	}
	return new_from(w, o, &b);
}

/* The value under the int C; 0: none. */
static obj_id value_of(const struct world *w, obj_id dict, uint32_t c)
{
	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		obj_id key = dict_entry_key(w, dict, i);

		if (key && is_int(w, key) && int_fits(w, key) && int_value(w, key) == c)
			return dict_entry_value(w, dict, i);
	}
	return 0;
}

/* Objects/unicodeobject.c, charmaptranslate_lookup. */
static bool put_value(
	const struct world *w, obj_id value, struct strbuf *b, struct format_error *e)
{
	if (value == OBJ_NONE)
		return true;
	if (obj_kind(w, value) == KIND_STR) {
		strbuf_add(b, text_bytes(w, value), obj_n(w, value));
		return true;
	}
	if (!is_int(w, value))
		return format_fail(e, T_TYPE_ERROR,
			"character mapping must return integer, None or str");
	if (!int_fits(w, value) || int_value(w, value) < 0 ||
		int_value(w, value) > 0x10ffff)
		return format_fail(e, T_VALUE_ERROR,
			"character mapping must be in range(0x110000)");
	strbuf_put_utf8(b, (uint32_t)int_value(w, value));
	return true;
}

obj_id str_translate(struct world *w, obj_id o, obj_id dict, struct format_error *e)
{
	struct view v = span_of(w, o);
	struct strbuf b = STRBUF_INIT;

	e->type = 0;
	for (const char *p = v.p; p < v.p + v.n;) {
		const char *start = p;
		obj_id value = value_of(w, dict, span_next(&v, &p));

		if (!value) {
			strbuf_add(&b, start, (size_t)(p - start));
		} else if (!put_value(w, value, &b, e)) {
			strbuf_free(&b);
			return 0;
		}
	}
	return new_from(w, o, &b);
}

static void map_character(struct world *w, obj_id dict, uint32_t c, obj_id value)
{
	obj_id key = int_new(w, c);
	struct dict_probe p;
	obj_id old;

	dict_probe_start(w, dict, key, number_hash(w, key), &p);
	dict_probe(w, dict, &p);
	old = dict_store(w, dict, &p, value, NULL);
	drop(w, key, NULL);
	if (old)
		drop(w, old, NULL);
}

obj_id str_maketrans(struct world *w, obj_id from, obj_id to, obj_id deleted)
{
	struct view f = span_of(w, from), t = span_of(w, to);
	obj_id dict = dict_new(w);

	for (const char *p = f.p, *q = t.p; p < f.p + f.n && q < t.p + t.n;)
		map_character(
			w, dict, span_next(&f, &p), int_new(w, span_next(&t, &q)));
	if (deleted) {
		struct view d = span_of(w, deleted);

		for (const char *p = d.p; p < d.p + d.n;)
			map_character(w, dict, span_next(&d, &p), OBJ_NONE);
	}
	return dict;
}
