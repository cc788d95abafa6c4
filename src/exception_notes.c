#include "exception.h"

#include "attrs.h"
#include "dealloc.h"
#include "errors.h"
#include "gccount.h"
#include "list.h"
#include "text.h"

/* What is said about an exception after it was made: its cause, its notes; where what
 * was raised keeps its traceback. */

obj_id exception_class(const struct world *w, obj_id e)
{
	return obj_kind(w, e) == KIND_OLD_INSTANCE ? obj_field(w, e, OLD_INSTANCE_CLASS)
						   : obj_class(w, e);
}

uint32_t exception_traceback_index(const struct world *w, obj_id e)
{
	return obj_payload(w, e) +
		(obj_kind(w, e) == KIND_OLD_INSTANCE ? (uint32_t)OLD_INSTANCE_TRACEBACK
						     : (uint32_t)EXCEPTION_TRACEBACK);
}

void exception_because(struct world *w, obj_id cause)
{
	obj_id e = reg(w, REG_EXCEPTION), before = obj_field(w, e, EXCEPTION_CONTEXT);

	hold(w, cause);
	set_obj_field(w, e, EXCEPTION_CONTEXT, cause);
	set_obj_field(w, e, EXCEPTION_CAUSE, cause);
	set_obj_field(w, e, EXCEPTION_SUPPRESS, 1);
	if (before)
		drop(w, before, NULL);
}

bool exception_note(struct world *w, obj_id e, obj_id note)
{
	obj_id notes = instance_get(w, e, name_object(N_NOTES));

	if (!notes) {
		gc_count_new(w, FREE_LIST_LIST);
		notes = list_of(w, NULL, 0);
		instance_set(w, e, name_object(N_NOTES), notes);
	}
	if (obj_kind(w, notes) == KIND_LIST) {
		list_append(w, notes, note);
		return true;
	}
	raise_error(w, T_TYPE_ERROR, "Cannot add note: __notes__ is not a list");
	drop(w, note, NULL);
	return false;
}

/* BaseException.add_note(note): 3.11+ */
obj_id exception_add_note(struct world *w, const struct args *a)
{
	obj_id note = arg(w, a, 0);

	if (obj_kind(w, note) != KIND_STR)
		return raise_error(w, T_TYPE_ERROR, "note must be a str, not '%s'",
			type_name_of(w, note));
	hold(w, note);
	return exception_note(w, a->self, note) ? OBJ_NONE : 0;
}

/* What was not found, and in what (3.10+). */

static obj_id held(struct world *w, obj_id o)
{
	if (!o)
		return OBJ_NONE;
	hold(w, o);
	return o;
}

obj_id exception_attribute_name(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, EXCEPTION_NAME));
}

obj_id exception_attribute_object(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, EXCEPTION_OBJECT));
}

obj_id exception_name_name(struct world *w, const struct args *a)
{
	return held(w, obj_field(w, a->self, EXCEPTION_NAME));
}
