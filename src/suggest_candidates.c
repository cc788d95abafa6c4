#include "suggest_part.h"

#include <stdlib.h>
#include <string.h>

#include "attrs.h"
#include "code.h"
#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "frame.h"
#include "list.h"
#include "lookup.h"
#include "text.h"
#include "xalloc.h"

static void add(struct candidates *c, const char *text, size_t length)
{
	if ((c->count & (c->count - 1)) == 0)
		c->list = xreallocarray(
			c->list, c->count ? 2 * c->count : 1, sizeof(*c->list));
	c->list[c->count++] = (struct candidate){text, length};
}

void candidates_free(struct candidates *c)
{
	free(c->list);
	*c = (struct candidates){0};
}

static bool have(const struct candidates *c, const char *name, size_t length)
{
	for (uint32_t i = 0; i < c->count; i++) {
		if (c->list[i].length == length &&
			!memcmp(c->list[i].text, name, length))
			return true;
	}
	return false;
}

bool candidates_have(const struct candidates *c, const char *name)
{
	return have(c, name, strlen(name));
}

/* The newest recorded row that is not newer than the version. */
static const struct suggest_names *known(
	const struct world *w, enum suggest_what what, const char *name)
{
	const struct suggest_names *found = NULL;

	for (const struct suggest_names *n = suggest_names; n->what; n++) {
		if (n->what == what && !strcmp(n->name, name) &&
			py_at_least(w->dialect->version, 3, n->first))
			found = n;
	}
	return found;
}

void candidates_add_known(const struct world *w, enum suggest_what what,
	const char *name, struct candidates *c)
{
	const struct suggest_names *row = known(w, what, name);

	for (const char *s = row ? row->names : ""; *s; s += strspn(s, " ")) {
		add(c, s, strcspn(s, " "));
		s += strcspn(s, " ");
	}
}

static bool is_name(const struct world *w, obj_id o)
{
	return o && obj_kind(w, o) == KIND_STR;
}

static void add_name(const struct world *w, obj_id name, struct candidates *c)
{
	if (is_name(w, name) && !have(c, text_bytes(w, name), obj_n(w, name)))
		add(c, text_bytes(w, name), obj_n(w, name));
}

void candidates_add_dict(const struct world *w, obj_id dict, struct candidates *c)
{
	for (uint32_t i = 0; i < dict_entries(w, dict); i++)
		add_name(w, dict_entry_key(w, dict, i), c);
}

static void add_type(const struct world *w, obj_id type, struct candidates *c)
{
	obj_id mro = obj_field(w, type, TYPE_MRO);

	for (uint32_t i = 0; i < obj_n(w, mro); i++) {
		obj_id base = item(w, mro, i);

		if (!type_has(w, base, TYPE_HEAP))
			candidates_add_known(w, SUGGEST_TYPE, type_name(w, base), c);
		candidates_add_dict(w, obj_field(w, base, TYPE_DICT), c);
	}
}

static void add_own(const struct world *w, obj_id o, struct candidates *c)
{
	obj_id names[1000];
	uint32_t n = 0;

	if (obj_kind(w, o) == KIND_FUNCTION) {
		if (obj_field(w, o, FUNCTION_DICT))
			candidates_add_dict(w, obj_field(w, o, FUNCTION_DICT), c);
		return;
	}
	if (type_has(w, obj_class(w, o), TYPE_HAS_DICT))
		n = instance_names(w, o, names, sizeof(names) / sizeof(names[0]));
	for (uint32_t i = 0; i < n; i++)
		add_name(w, names[i], c);
}

static void add_module(const struct world *w, obj_id module, struct candidates *c)
{
	obj_id dict = obj_field(w, module, MODULE_DICT);
	obj_id name = dict_get(w, dict, name_object(N_NAME));

	if (is_name(w, name))
		candidates_add_known(w, SUGGEST_MODULE, text_bytes(w, name), c);
	candidates_add_dict(w, dict, c);
}

static int compare(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	size_t n = x->length < y->length ? x->length : y->length;
	int order = memcmp(x->text, y->text, n);

	return order ? order : (x->length > y->length) - (x->length < y->length);
}

void candidates_add_dir(const struct world *w, obj_id o, struct candidates *c)
{
	if (obj_kind(w, o) == KIND_MODULE) {
		add_module(w, o, c);
	} else if (obj_kind(w, o) == KIND_TYPE) {
		add_type(w, o, c);
	} else {
		add_type(w, obj_class(w, o), c);
		add_own(w, o, c);
	}
	if (c->count)
		qsort(c->list, c->count, sizeof(*c->list), compare);
}

void candidates_hide_underscored(struct candidates *c)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < c->count; i++) {
		if (c->list[i].text[0] != '_')
			c->list[n++] = c->list[i];
	}
	c->count = n;
}

/* Frames. */

static const struct code *frame_code(const struct world *w, obj_id frame)
{
	return code_of(w, obj_field(w, frame, FRAME_OBJECT_CODE));
}

/* The value in slot I of a frame object, out of its cell; 0: none. */
static obj_id slot_value(const struct world *w, obj_id frame, uint32_t i)
{
	uint32_t f = obj_field(w, frame, FRAME_OBJECT_RUNNING);
	obj_id value = f ? word(w, frame_slot(f, PY_FIRST + i)) : 0;

	if (!f && i < obj_field(w, frame, FRAME_OBJECT_SLOTS))
		value = obj_field(w, frame, FRAME_OBJECT_HEAD + i);
	return value && obj_kind(w, value) == KIND_CELL
		? obj_field(w, value, CELL_CONTENT)
		: value;
}

/* The value of local variable NAME: in its own slot or in a cell. */
static obj_id variable(const struct world *w, obj_id frame, const char *name)
{
	const struct code *code = frame_code(w, frame);
	obj_id value = 0;

	for (uint32_t i = 0; !value && i < code->local_count; i++) {
		if (!strcmp(code->local_names[i], name))
			value = slot_value(w, frame, i);
	}
	for (uint32_t i = 0;
		!value && i < (uint32_t)code->cell_count + code->free_count; i++) {
		if (!strcmp(code->cell_names[i], name))
			value = slot_value(w, frame, code->local_count + i);
	}
	return value;
}

static void add_variable(
	const struct world *w, obj_id frame, const char *name, struct candidates *c)
{
	bool bound = py_at_least(w->dialect->version, 3, 13);

	if (name[0] != '.' && (!bound || variable(w, frame, name)) &&
		!have(c, name, strlen(name)))
		add(c, name, strlen(name));
}

void candidates_add_locals(const struct world *w, obj_id frame, struct candidates *c)
{
	const struct code *code = frame_code(w, frame);
	obj_id names = obj_field(w, frame, FRAME_OBJECT_NAMES);

	for (uint32_t i = 0; i < code->local_count; i++)
		add_variable(w, frame, code->local_names[i], c);
	if (!py_at_least(w->dialect->version, 3, 13))
		return;
	for (uint32_t i = 0; i < (uint32_t)code->cell_count + code->free_count; i++)
		add_variable(w, frame, code->cell_names[i], c);
	if (names)
		candidates_add_dict(w, names, c);
}

bool candidates_frame_has_self(const struct world *w, obj_id frame)
{
	const struct code *code = frame_code(w, frame);

	if (py_at_least(w->dialect->version, 3, 13))
		return candidates_frame_self(w, frame);
	for (uint32_t i = 0; i < code->local_count; i++) {
		if (!strcmp(code->local_names[i], "self"))
			return true;
	}
	return false;
}

obj_id candidates_frame_self(const struct world *w, obj_id frame)
{
	return variable(w, frame, "self");
}
