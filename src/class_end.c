#include "class_end.h"

#include <stdlib.h>

#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "exception.h"
#include "list.h"
#include "repr.h"
#include "special.h"
#include "super.h"
#include "text.h"
#include "xalloc.h"

static obj_id hook_of(const struct world *w, obj_id class)
{
	return super_find(w, class, class, name_object(N_INIT_SUBCLASS));
}

static bool is_own(const struct world *w, obj_id hook)
{
	return hook && obj_kind(w, hook) != KIND_DESCRIPTOR;
}

static bool learns_name(const struct world *w, obj_id value)
{
	return obj_flag(w, value, OBJECT_HEAP_CLASS) && special(w, value, N_SET_NAME);
}

bool class_end_needed(const struct world *w, obj_id class, uint32_t count)
{
	obj_id dict = obj_field(w, class, TYPE_DICT);

	if (!py_at_least(w->dialect->version, 3, 6))
		return false;
	if (count || is_own(w, hook_of(w, class)))
		return true;
	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		if (dict_entry_key(w, dict, i) &&
			learns_name(w, dict_entry_value(w, dict, i)))
			return true;
	}
	return false;
}

/* The frame: argument 0 is the class, then the values of the keywords. */
enum {
	STATE_NAMES,
	STATE_NAMED,
	STATE_SUBCLASS,
	STATE_END
};
enum {
	LOCAL_NAMES,
	LOCAL_RESULT
};
enum {
	WORD_POSITION
};

/* The tuple of the keys of DICT, whose values go to the words from INDEX on. */
static obj_id spread_keywords(struct world *w, obj_id dict, uint32_t index)
{
	obj_id *names = xcalloc(obj_n(w, dict), sizeof(*names)), tuple;
	uint32_t n = 0;

	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		obj_id name = dict_entry_key(w, dict, i);

		if (!name)
			continue;
		hold(w, name);
		names[n] = name;
		hold(w, dict_entry_value(w, dict, i));
		set_word(w, index + n++, dict_entry_value(w, dict, i));
	}
	tuple = tuple_of(w, names, n);
	free(names);
	return tuple;
}

void class_end_push(struct world *w, obj_id class, obj_id keywords, uint32_t dst)
{
	uint32_t count = keywords ? obj_n(w, keywords) : 0;
	uint32_t f = builtin_push(w, B_class_end_step, 0, 1 + count, dst);
	uint32_t first = frame_slot(f, BUILTIN_FIRST_ARGUMENT);

	set_word(w, first, class);
	if (count)
		set_word(w, frame_slot(f, BUILTIN_NAMES_SLOT),
			spread_keywords(w, keywords, first + 1));
	set_word(w, builtin_local(w, f, LOCAL_NAMES),
		dict_copy(w, obj_field(w, class, TYPE_DICT)));
}

/* The next value that wants to know its name is told; false: there is none. */
static bool tell_name(struct world *w, uint32_t f, obj_id class)
{
	obj_id names = word(w, builtin_local(w, f, LOCAL_NAMES));
	uint32_t position = builtin_word(w, f, WORD_POSITION);

	for (uint32_t i = word(w, position); i < dict_entries(w, names); i++) {
		obj_id name = dict_entry_key(w, names, i);
		obj_id value = name ? dict_entry_value(w, names, i) : 0;

		if (!value || !learns_name(w, value))
			continue;
		set_word(w, position, i);
		set_frame_state(w, f, STATE_NAMED);
		push_special(w, special(w, value, N_SET_NAME), value, class, name,
			f + FRAME_RESULT);
		return true;
	}
	return false;
}

/* __set_name__ has raised: up to 3.11 that is the cause of another exception, from 3.12
 * on it gets a note. */
static void not_named(struct world *w, uint32_t f, obj_id class)
{
	obj_id names = word(w, builtin_local(w, f, LOCAL_NAMES));
	uint32_t i = word(w, builtin_word(w, f, WORD_POSITION));
	obj_id value = dict_entry_value(w, names, i), e = reg(w, REG_EXCEPTION);
	struct strbuf text = STRBUF_INIT, name = STRBUF_INIT;

	repr_text(w, dict_entry_key(w, names, i), &name);
	strbuf_printf(&text, "Error calling __set_name__ on '%s' instance %s in '%s'",
		type_name_of(w, value), name.text, type_name(w, class));
	if (py_at_least(w->dialect->version, 3, 12)) {
		exception_note(w, e, native_new(w, text.text, text.length));
	} else {
		set_reg(w, REG_EXCEPTION, 0);
		raise_error(w, T_RUNTIME_ERROR, "%s", text.text);
		exception_because(w, e);
	}
	strbuf_free(&text);
	strbuf_free(&name);
	builtin_return(w, 0);
}

obj_id class_end_refuse(struct world *w, obj_id class)
{
	if (py_at_least(w->dialect->version, 3, 9))
		return raise_error(w, T_TYPE_ERROR,
			"%s.__init_subclass__() takes no keyword arguments",
			type_name(w, class));
	return raise_error(
		w, T_TYPE_ERROR, "__init_subclass__() takes no keyword arguments");
}

static enum outcome call_hook(
	struct world *w, uint32_t f, const struct args *a, obj_id *result)
{
	obj_id class = arg(w, a, 0), hook = hook_of(w, class);
	struct args rest = *a;

	rest.base++;
	rest.count--;
	if (!is_own(w, hook)) {
		if (!rest.count)
			return OUT_VALUE;
		class_end_refuse(w, class);
		return OUT_ERROR;
	}
	if (obj_kind(w, hook) == KIND_WRAPPER) {
		hook = obj_field(w, hook, WRAPPER_CALLABLE);
		rest.self = class;
	}
	rest.move = true;
	return call(w, hook, &rest, f + FRAME_RESULT, result);
}

static void tell_base(struct world *w, uint32_t f, const struct args *a)
{
	obj_id result = 0;

	set_frame_state(w, f, STATE_SUBCLASS);
	switch (call_hook(w, f, a, &result)) {
	case OUT_AGAIN:
		return;
	case OUT_ERROR:
		builtin_return(w, 0);
		return;
	case OUT_VALUE:
		set_word(w, f + FRAME_RESULT, result);
		break;
	default:
		break;
	}
	set_frame_state(w, f, STATE_END);
}

static void end(struct world *w, uint32_t f)
{
	uint32_t first = frame_slot(f, BUILTIN_FIRST_ARGUMENT);
	obj_id class = word(w, first);

	set_word(w, builtin_local(w, f, LOCAL_RESULT), word(w, f + FRAME_RESULT));
	set_word(w, f + FRAME_RESULT, 0);
	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	set_word(w, first, 0);
	builtin_return(w, class);
}

void class_end_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t position = builtin_word(w, f, WORD_POSITION);
	obj_id result;

	if (frame_state(w, f) == STATE_END) {
		end(w, f);
		return;
	}
	if (frame_state(w, f) == STATE_NAMED) {
		if (reg(w, REG_EXCEPTION)) {
			not_named(w, f, arg(w, &a, 0));
			return;
		}
		result = word(w, f + FRAME_RESULT);
		set_word(w, f + FRAME_RESULT, 0);
		set_frame_state(w, f, STATE_NAMES);
		set_word(w, position, word(w, position) + 1);
		drop(w, result, NULL);
		return;
	}
	if (frame_state(w, f) == STATE_NAMES && tell_name(w, f, arg(w, &a, 0)))
		return;
	tell_base(w, f, &a);
}

/* object.__init_subclass__(): does nothing, and takes nothing. */
obj_id object_init_subclass(struct world *w, const struct args *a)
{
	return a->count ? class_end_refuse(w, a->self) : OBJ_NONE;
}
