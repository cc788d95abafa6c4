#include "codeobject.h"

#include <stdlib.h>
#include <string.h>

#include "dealloc.h"
#include "dict.h"
#include "gclist.h"
#include "list.h"
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
	if (w->dialect->names_immortal)
		set_word(w, BASE_RC + text, RC_IMMORTAL);
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

/* References to a name just interned: its user's, and REG_INTERNED's two. */
enum {
	NEW_NAME = 3
};

/* The objects made so far of constants; of equal ones the last. */
struct made {
	struct made_slot {
		const struct constant *constant;
		obj_id object;
	} * slots;
	uint32_t count, capacity;
};

/* What is made from one source.  From 3.8 equal constants are one object in all of
 * its code, in tuples too (compile.c, merge_const_one); before, those of one code
 * object are, and in the tuples that peephole.c makes of them. */
struct maker {
	struct world *w;
	bool merges;  /* 3.8+ */
	bool has_ast; /* it is read from a file of source */
	struct made made;
	obj_id *ast; /* the constants that the syntax tree holds, held */
	uint32_t ast_count, ast_capacity;
};

static struct made_slot *made_slot(const struct made *m, const struct constant *c)
{
	uint32_t at = constant_hash(c) & (m->capacity - 1);

	while (m->slots[at].constant && !constant_same(m->slots[at].constant, c))
		at = (at + 1) & (m->capacity - 1);
	return &m->slots[at];
}

static obj_id made_find(const struct made *m, const struct constant *c)
{
	return m->capacity ? made_slot(m, c)->object : 0;
}

static void made_grow(struct made *m)
{
	struct made old = *m;

	m->capacity = old.capacity ? 2 * old.capacity : 16;
	m->slots = xcalloc(m->capacity, sizeof(*m->slots));
	for (uint32_t i = 0; i < old.capacity; i++)
		if (old.slots[i].constant)
			*made_slot(m, old.slots[i].constant) = old.slots[i];
	free(old.slots);
}

static void made_add(struct made *m, const struct constant *c, obj_id o)
{
	if (2 * m->count >= m->capacity)
		made_grow(m);
	struct made_slot *slot = made_slot(m, c);
	m->count += !slot->constant;
	*slot = (struct made_slot){c, o};
}

static void ast_holds(struct maker *m, obj_id o)
{
	if (obj_immortal(m->w, o))
		return;
	if (m->ast_count == m->ast_capacity) {
		m->ast_capacity = m->ast_capacity ? 2 * m->ast_capacity : 16;
		m->ast = xreallocarray(m->ast, m->ast_capacity, sizeof(*m->ast));
	}
	hold(m->w, o);
	m->ast[m->ast_count++] = o;
}

static obj_id constant_object(struct maker *m, const struct constant *c);

/* What is made from here on shares nothing with what was made so far. */
static struct made begin_apart(struct maker *m)
{
	struct made before = m->made;

	m->made = (struct made){0};
	return before;
}

static void end_apart(struct maker *m, struct made before)
{
	free(m->made.slots);
	m->made = before;
}

/* The object of a part of a tuple. */
static obj_id part_object(
	struct maker *m, const struct constant *whole, const struct constant *part)
{
	struct made before;
	obj_id o;

	if (m->merges || !whole->parts_in_ast)
		return constant_object(m, part);
	before = begin_apart(m);
	o = constant_object(m, part);
	end_apart(m, before);
	return o;
}

static obj_id constant_items(struct maker *m, const struct constant *c)
{
	struct world *w = m->w;
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
		set_word(w, block + i, part_object(m, c, &c->items[i]));
	gc_track(w, tuple);
	return tuple;
}

static obj_id constant_frozenset(struct maker *m, const struct constant *c)
{
	struct world *w = m->w;
	obj_id set = set_new(w, type_object(T_FROZENSET));

	for (uint32_t i = 0; i < c->length; i++) {
		struct dict_probe p;
		obj_id item = part_object(m, c, &c->items[i]);
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

static obj_id code_object(struct maker *m, const struct code *code);

static obj_id new_constant(struct maker *m, const struct constant *c)
{
	struct world *w = m->w;

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
		return constant_items(m, c);
	case CONSTANT_FROZENSET:
		return constant_frozenset(m, c);
	case CONSTANT_CODE:
		return code_object(m, c->code);
	}
	abort();
}

/* A new object; a str that was interned before is not the one in the tree. */
static obj_id make_constant(struct maker *m, const struct constant *c)
{
	obj_id o = new_constant(m, c);
	bool known = obj_flag(m->w, o, OBJECT_INTERNED) && obj_rc(m->w, o) > NEW_NAME;

	if (m->has_ast && c->in_ast && !known)
		ast_holds(m, o);
	made_add(&m->made, c, o);
	return o;
}

static obj_id constant_object(struct maker *m, const struct constant *c)
{
	obj_id o = made_find(&m->made, c);

	if (!o)
		return make_constant(m, c);
	hold(m->w, o);
	return o;
}

static void make_constants(struct maker *m, const struct code *code, uint32_t block)
{
	for (uint32_t i = 0; i < code->constant_count; i++) {
		const struct constant *c = &code->constants[i];

		set_word(m->w, block + i,
			m->merges ? constant_object(m, c) : make_constant(m, c));
	}
}

/* Code before 3.8 shares no constants with the code around it. */
static void make_all_constants(struct maker *m, const struct code *code, uint32_t block)
{
	struct made before;

	if (m->merges) {
		make_constants(m, code, block);
		return;
	}
	before = begin_apart(m);
	make_constants(m, code, block);
	end_apart(m, before);
}

static obj_id code_object(struct maker *m, const struct code *code)
{
	uint32_t names = code->constant_count;
	uint32_t locals = names + code->name_count;
	uint32_t cells = locals + code->local_count;
	uint32_t last = cells + code->cell_count + code->free_count;
	uint32_t n = last + 2;
	struct world *w = m->w;
	obj_id o = obj_new(w, KIND_CODE, type_object(T_CODE));
	uint32_t block = block_new(w, n + 2);

	for (uint32_t i = 0; i < n; i++)
		set_word(w, block + i, 0);
	set_word(w, block + n, code->id);
	set_word(w, block + n + 1, 0);
	set_obj_payload(w, o, block);
	set_obj_n(w, o, n);
	make_all_constants(m, code, block);
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

obj_id code_object_build(struct world *w, const struct code *code, obj_id *ast)
{
	struct maker m = {
		.w = w, .has_ast = ast != NULL, .merges = w->dialect->constants_merged};
	obj_id o;

	o = code_object(&m, code);
	if (ast)
		*ast = list_of(w, m.ast, m.ast_count);
	free(m.made.slots);
	free(m.ast);
	return o;
}
