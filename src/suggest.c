#include "suggest.h"

#include <stdlib.h>
#include <string.h>

#include "attr.h"
#include "codeobject.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "list.h"
#include "suggest_part.h"
#include "text.h"

/* With more candidates than these nothing is suggested. */
#define MOST_CANDIDATES 750

static bool since(const struct world *w, int minor)
{
	return py_at_least(w->dialect->version, 3, minor);
}

void suggest_note(struct world *w, obj_id exception, obj_id name, obj_id object)
{
	if (!since(w, 10) || obj_field(w, exception, EXCEPTION_NAME) ||
		obj_field(w, exception, EXCEPTION_OBJECT))
		return;
	hold(w, name);
	set_obj_field(w, exception, EXCEPTION_NAME, name);
	if (object) {
		hold(w, object);
		set_obj_field(w, exception, EXCEPTION_OBJECT, object);
	}
}

/* The candidate closest to a name, the first of equally close ones; NULL: none is
 * close (calculate_suggestions). */
static const char *closest(const struct candidates *c, const char *name)
{
	size_t length = strlen(name), best = SIZE_MAX;
	const char *found = NULL;

	if (c->count >= MOST_CANDIDATES)
		return NULL;
	for (uint32_t i = 0; i < c->count; i++) {
		size_t n = c->list[i].length, max = (length + n + 3) * 2 / 6, distance;

		if (n == length && !memcmp(c->list[i].text, name, n))
			continue;
		if (found && max > best - 1)
			max = best - 1;
		distance = suggest_distance(name, length, c->list[i].text, n, max);
		if (distance > max)
			continue;
		found = c->list[i].text;
		best = distance;
	}
	return found;
}

static void put_quoted(const char *before, const char *name, struct strbuf *out)
{
	strbuf_printf(out, "%s'%.*s'?", before, (int)strcspn(name, " "), name);
}

static bool put_closest(struct candidates *c, const char *name, struct strbuf *out)
{
	const char *found = closest(c, name);

	if (found)
		put_quoted(". Did you mean: ", found, out);
	candidates_free(c);
	return found;
}

/* The frame in which the exception was raised: its frame object. */
static obj_id innermost_frame(const struct world *w, obj_id exception)
{
	obj_id tb = obj_field(w, exception, EXCEPTION_TRACEBACK), next;

	if (!tb)
		return 0;
	while ((next = obj_field(w, tb, TRACEBACK_NEXT)))
		tb = next;
	return obj_field(w, tb, TRACEBACK_FRAME);
}

/* NameError. */

/* Whether there is nothing more to look for: the method's `self` has the name, or
 * (3.12) `self` has been unbound. */
static bool put_self(
	const struct world *w, obj_id frame, obj_id name, struct strbuf *out)
{
	obj_id self;

	if (!since(w, 12) || !candidates_frame_has_self(w, frame))
		return false;
	self = candidates_frame_self(w, frame);
	if (!self)
		return !since(w, 13);
	if (attr_exists(w, self, name) != 1)
		return false;
	strbuf_printf(out, ". Did you mean: 'self.%s'?", text_bytes(w, name));
	return true;
}

/* Locals, globals, builtins: up to 3.12 the first of them that has a close name, then
 * the closest of all. */
static bool put_variable(
	const struct world *w, obj_id frame, const char *name, struct strbuf *out)
{
	struct candidates c = {0};

	candidates_add_locals(w, frame, &c);
	if (!since(w, 13) && put_closest(&c, name, out))
		return true;
	candidates_add_dict(w, obj_field(w, frame, FRAME_OBJECT_GLOBALS), &c);
	if (!since(w, 13) && put_closest(&c, name, out))
		return true;
	candidates_add_known(w, SUGGEST_LIST, "builtins", &c);
	candidates_add_dict(w, reg(w, REG_BUILTINS), &c);
	return put_closest(&c, name, out);
}

static void put_name_error(const struct world *w, obj_id exception, struct strbuf *out)
{
	obj_id name = obj_field(w, exception, EXCEPTION_NAME);
	obj_id frame = innermost_frame(w, exception);
	struct candidates modules = {0};
	bool found;

	if (!frame)
		return;
	found = put_self(w, frame, name, out) ||
		put_variable(w, frame, text_bytes(w, name), out);
	if (!since(w, 12))
		return;
	candidates_add_known(w, SUGGEST_LIST, "stdlib", &modules);
	if (candidates_have(&modules, text_bytes(w, name)))
		put_quoted(found ? " Or did you forget to import "
				 : ". Did you forget to import ",
			text_bytes(w, name), out);
	candidates_free(&modules);
}

/* AttributeError. */

/* 3.13: a name without an underscore is not taken for one with it, unless it was
 * asked of `self`. */
static bool hides_underscored(const struct world *w, obj_id exception)
{
	obj_id frame = innermost_frame(w, exception);

	if (!since(w, 13) ||
		text_bytes(w, obj_field(w, exception, EXCEPTION_NAME))[0] == '_')
		return false;
	return !frame || !candidates_frame_has_self(w, frame) ||
		candidates_frame_self(w, frame) !=
		obj_field(w, exception, EXCEPTION_OBJECT);
}

static void put_attribute_error(
	const struct world *w, obj_id exception, struct strbuf *out)
{
	struct candidates c = {0};

	candidates_add_dir(w, obj_field(w, exception, EXCEPTION_OBJECT), &c);
	if (hides_underscored(w, exception))
		candidates_hide_underscored(&c);
	put_closest(&c, text_bytes(w, obj_field(w, exception, EXCEPTION_NAME)), out);
}

/* ImportError: the name is the module's, the object the text that was not found. */
static void put_import_error(
	const struct world *w, obj_id exception, struct strbuf *out)
{
	obj_id module = dict_get(
		w, reg(w, REG_MODULES), obj_field(w, exception, EXCEPTION_NAME));
	const char *name = text_bytes(w, obj_field(w, exception, EXCEPTION_OBJECT));
	struct candidates c = {0};

	if (!module || !since(w, 12))
		return;
	candidates_add_dir(w, module, &c);
	if (since(w, 13) && name[0] != '_')
		candidates_hide_underscored(&c);
	put_closest(&c, name, out);
}

/* Up to 3.12 subclasses have no suggestions. */
static bool is_one(const struct world *w, obj_id exception, enum builtin_type type)
{
	return since(w, 13) ? exception_is(w, exception, type)
			    : obj_class(w, exception) == type_object(type);
}

void suggest_put(const struct world *w, obj_id exception, struct strbuf *out)
{
	obj_id object = obj_field(w, exception, EXCEPTION_OBJECT);

	if (!obj_field(w, exception, EXCEPTION_NAME))
		return;
	if (is_one(w, exception, T_NAME_ERROR))
		put_name_error(w, exception, out);
	else if (is_one(w, exception, T_ATTRIBUTE_ERROR) && object)
		put_attribute_error(w, exception, out);
	else if (is_one(w, exception, T_IMPORT_ERROR) && object)
		put_import_error(w, exception, out);
}
