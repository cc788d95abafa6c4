#include "codeobject.h"

#include <stdlib.h>
#include <string.h>

#include "dealloc.h"
#include "dict.h"
#include "gclist.h"
#include "number.h"
#include "text.h"
#include "dialect.h"
#include "xalloc.h"

/* Strings that look like identifiers are one object each: CPython interns them
 * when code is made.  Kept in a dict of the world while it is built. */
static bool looks_like_name(const char *s, uint32_t length)
{
	for (uint32_t i = 0; i < length; i++) {
		char c = s[i];

		if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
			    (c >= 'A' && c <= 'Z')))
			return false;
	}
	return true;
}

static obj_id interned(struct world *w, obj_id text)
{
	obj_id known = dict_get(w, reg(w, REG_INTERNED), text);
	obj_id old;

	if (known) {
		hold(w, known);
		drop(w, text, NULL);
		return known;
	}
	set_obj_flag(w, text, OBJECT_INTERNED, true);
	hold(w, text);
	old = dict_set(w, reg(w, REG_INTERNED), text, text, NULL);
	assert(!old);
	(void)old;
	return text;
}

obj_id name_new(struct world *w, const char *text)
{
	return interned(w, native_from(w, text));
}

static obj_id constant_object(struct world *w, const struct constant *c);

static obj_id constant_items(struct world *w, const struct constant *c)
{
	obj_id tuple;
	uint32_t block;

	if (c->length == 0)
		return OBJ_EMPTY_TUPLE;
	tuple = obj_new(w, KIND_TUPLE, type_object(T_TUPLE));
	block = block_new(w, c->length);
	for (uint32_t i = 0; i < c->length; i++)
		set_word(w, block + i, 0);
	set_obj_payload(w, tuple, block);
	set_obj_n(w, tuple, c->length);
	for (uint32_t i = 0; i < c->length; i++)
		set_word(w, block + i, constant_object(w, &c->items[i]));
	gc_track(w, tuple);
	return tuple;
}

static obj_id constant_frozenset(struct world *w, const struct constant *c)
{
	obj_id set = set_new(w, type_object(T_FROZENSET));

	for (uint32_t i = 0; i < c->length; i++) {
		struct dict_probe p;
		obj_id item = constant_object(w, &c->items[i]);
		uint64_t hash = 0;

		if (!hash_value(w, item, &hash))
			abort();
		set_probe_start(w, set, item, hash, &p);
		if (set_probe(w, set, &p) == DICT_ABSENT)
			set_store(w, set, &p);
		drop(w, item, NULL);
	}
	return set;
}

static obj_id constant_text(struct world *w, const struct constant *c)
{
	bool native = (c->kind == CONSTANT_STR) == (w->dialect->version.major == 3);
	obj_id o = c->kind == CONSTANT_STR ? text_new(w, c->text, c->length)
					   : bytes_new(w, c->text, c->length);

	return native && looks_like_name(c->text, c->length) ? interned(w, o) : o;
}

static obj_id constant_object(struct world *w, const struct constant *c)
{
	switch (c->kind) {
	case CONSTANT_NONE:
		return OBJ_NONE;
	case CONSTANT_TRUE:
		return OBJ_TRUE;
	case CONSTANT_FALSE:
		return OBJ_FALSE;
	case CONSTANT_ELLIPSIS:
		return OBJ_ELLIPSIS;
	case CONSTANT_INT:
		if (c->is_long)
			return int_new_class(w, type_object(T_LONG), c->number);
		return int_new(w, c->number);
	case CONSTANT_BIGINT:
		return int_from_text(w, c->text, w->dialect->version.major == 2);
	case CONSTANT_FLOAT:
		return float_new(w, c->real);
	case CONSTANT_COMPLEX:
		return complex_new(w, c->real, c->imaginary);
	case CONSTANT_STR:
	case CONSTANT_BYTES:
		return constant_text(w, c);
	case CONSTANT_TUPLE:
		return constant_items(w, c);
	case CONSTANT_FROZENSET:
		return constant_frozenset(w, c);
	case CONSTANT_CODE:
		return code_object_build(w, c->code);
	}
	abort();
}

obj_id code_object_build(struct world *w, const struct code *code)
{
	uint32_t names = code->constant_count;
	uint32_t locals = names + code->name_count;
	uint32_t cells = locals + code->local_count;
	uint32_t last = cells + code->cell_count + code->free_count;
	uint32_t n = last + 2;
	obj_id o = obj_new(w, KIND_CODE, type_object(T_CODE));
	uint32_t block = block_new(w, n + 1);

	for (uint32_t i = 0; i < n; i++)
		set_word(w, block + i, 0);
	set_word(w, block + n, code->id);
	set_obj_payload(w, o, block);
	set_obj_n(w, o, n);
	for (uint32_t i = 0; i < code->constant_count; i++)
		set_word(w, block + i, constant_object(w, &code->constants[i]));
	for (uint32_t i = 0; i < code->name_count; i++)
		set_word(w, block + names + i, name_new(w, code->names[i]));
	for (uint32_t i = 0; i < code->local_count; i++)
		set_word(w, block + locals + i, name_new(w, code->local_names[i]));
	for (uint32_t i = cells; i < last; i++)
		set_word(w, block + i, name_new(w, code->cell_names[i - cells]));
	set_word(w, block + last, name_new(w, code->name));
	set_word(w, block + last + 1, name_new(w, code->qualified_name));
	return o;
}
