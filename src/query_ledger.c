#include "query.h"

#include <stdlib.h>

#include "codeobject.h"
#include "i18n.h"
#include "strbuf.h"
#include "text.h"
#include "xalloc.h"

uint32_t query_ledger(const struct query *q, obj_id o, struct reference **list)
{
	struct reference_cursor c = {0};
	struct reference r;
	uint32_t count = 0, capacity = 0;

	*list = NULL;
	while (query_reference(q->w, &c, &r)) {
		if (r.target != o)
			continue;
		if (count == capacity) {
			capacity = capacity ? 2 * capacity : 8;
			*list = xreallocarray(*list, capacity, sizeof(**list));
		}
		(*list)[count++] = r;
	}
	return count;
}

static void add_python_place(
	const struct query *q, const struct reference *r, struct strbuf *out)
{
	obj_id code_object = word(q->w, frame_slot(r->frame, PY_CODE));
	const struct code *code = code_of(q->w, code_object);
	uint32_t i = r->index - PY_FIRST;
	uint32_t cells = code->cell_count + code->free_count;

	if (r->index < PY_FIRST) {
		static const char *const texts[] = {
			[PY_CODE] = N_("the running code of %s()"),
			[PY_GLOBALS] = N_("the globals of %s()"),
			[PY_NAMES] = N_("the names of %s()"),
			[PY_FUNCTION] = N_("the call of %s()"),
			[PY_EXTRA] = N_("an operation of %s()"),
			[PY_HANDLED] = N_("what was handled before %s()"),
			[PY_TRACEBACK] = N_("what was handled before %s()"),
		};

		strbuf_printf(out, _(texts[r->index]), code->name);
	} else if (i < code->local_count) {
		strbuf_printf(
			out, _("local %s of %s()"), code->local_names[i], code->name);
	} else if (i < code->local_count + cells) {
		strbuf_printf(out, _("cell %s of %s()"),
			code->cell_names[i - code->local_count], code->name);
	} else {
		strbuf_printf(out, _("a temporary of %s()"), code->name);
	}
}

static void add_frame_place(
	const struct query *q, const struct reference *r, struct strbuf *out)
{
	static const char *const texts[FRAME_KINDS] = {
		[FRAME_DROP] = N_("a reference about to be dropped"),
		[FRAME_DEALLOC] = N_("the freeing under way"),
		[FRAME_CALL] = N_("the call under way"),
		[FRAME_UNRAISABLE] = N_("the report of an exception"),
		[FRAME_GC] = N_("the collector"),
		[FRAME_INSERTION] = N_("the statement that is tried"),
		[FRAME_EXIT] = N_("the exit of the interpreter"),
	};
	uint32_t kind = frame_kind(q->w, r->frame);

	if (r->index == FRAME_INDEX_RESULT)
		strbuf_puts(out, _("a result on its way"));
	else if (r->index == FRAME_INDEX_OBJECT)
		strbuf_puts(out, _("the running frame"));
	else if (kind == FRAME_PYTHON)
		add_python_place(q, r, out);
	else
		strbuf_puts(
			out, texts[kind] ? _(texts[kind]) : _("a built-in function"));
}

static void add_register_place(const struct reference *r, struct strbuf *out)
{
	switch (r->index) {
	case REG_AST:
		strbuf_puts(out, _("the syntax tree of the program"));
		break;
	case REG_MODULES:
		strbuf_puts(out, "sys.modules");
		break;
	case REG_GARBAGE:
		strbuf_puts(out, _("the module gc (gc.garbage)"));
		break;
	case REG_CALLBACKS:
		strbuf_puts(out, _("the module gc (gc.callbacks)"));
		break;
	case REG_EXCEPTION:
		strbuf_puts(out, _("the exception being raised"));
		break;
	case REG_HANDLED:
		strbuf_puts(out, _("the exception being handled"));
		break;
	default:
		strbuf_puts(out, _("the interpreter"));
		break;
	}
}

static const char *field_name(enum kind kind, uint32_t i)
{
	static const char *const function[] = {"__code__", "__globals__",
		"__builtins__", "__module__", "__defaults__", "__kwdefaults__",
		"__doc__", "__name__", "__dict__", "__closure__", "__annotations__",
		"__qualname__"};
	static const char *const type[] = {"__dict__", "__mro__", "__bases__",
		"__base__", "__module__", "__name__", "__qualname__", "__subclasses__"};
	static const char *const old_class[] = {"__bases__", "__dict__", "__name__"};
	static const char *const old_instance[] = {"__class__", "__dict__"};
	static const char *const method[] = {"__func__", "__self__", "im_class"};
	static const char *const exception[] = {"args", "__traceback__", "__cause__",
		"__context__", "value", "message", "name", "obj"};
	static const char *const slice[] = {"start", "stop", "step"};

	_Static_assert(sizeof(function) == FUNCTION_WORDS * sizeof(*function), "names");
	_Static_assert(sizeof(type) == TYPE_KIND * sizeof(*type), "names");
	_Static_assert(
		sizeof(exception) == EXCEPTION_SUPPRESS * sizeof(*exception), "names");

	switch (kind) {
	case KIND_FUNCTION:
		return i < FUNCTION_WORDS ? function[i] : NULL;
	case KIND_TYPE:
		return i < TYPE_KIND ? type[i] : "__slots__";
	case KIND_OLD_CLASS:
		return i < OLD_CLASS_WORDS ? old_class[i] : NULL;
	case KIND_OLD_INSTANCE:
		return i < OLD_INSTANCE_WORDS ? old_instance[i] : NULL;
	case KIND_METHOD:
		return i < METHOD_WORDS ? method[i] : NULL;
	case KIND_EXCEPTION:
		return i < EXCEPTION_SUPPRESS ? exception[i] : NULL;
	case KIND_RANGE:
	case KIND_SLICE:
		return i < SLICE_WORDS ? slice[i] : NULL;
	case KIND_CELL:
		return "cell_contents";
	case KIND_MODULE:
		return "__dict__";
	case KIND_WEAKREF:
		return "callback";
	case KIND_BUILTIN:
		return i ? "__module__" : "__self__";
	default:
		return NULL;
	}
}

static void add_key(const struct query *q, const struct slot *s, struct strbuf *out)
{
	if (!s->name) {
		strbuf_printf(out, "[%u]", s->index);
		return;
	}
	strbuf_putc(out, '[');
	query_value(q, s->name, 16, out);
	strbuf_putc(out, ']');
}

static void add_text(const struct query *q, obj_id text, struct strbuf *out)
{
	if (obj_kind(q->w, text) == KIND_STR || obj_kind(q->w, text) == KIND_BYTES)
		strbuf_add(out, text_bytes(q->w, text), obj_n(q->w, text));
	else
		query_value(q, text, 16, out);
}

void query_slot_label(
	const struct query *q, obj_id holder, const struct slot *s, struct strbuf *out)
{
	const char *field;

	switch (s->place) {
	case PLACE_ATTRIBUTE:
		strbuf_putc(out, '.');
		add_text(q, s->name, out);
		break;
	case PLACE_KEY:
		add_key(q, s, out);
		break;
	case PLACE_CLASS:
		strbuf_puts(out, ".__class__");
		break;
	case PLACE_DICT:
		strbuf_puts(out, ".__dict__");
		break;
	case PLACE_FIELD:
		if (obj_kind(q->w, holder) == KIND_DICT) {
			strbuf_puts(out, _(" (key)"));
			break;
		}
		field = field_name(obj_kind(q->w, holder), s->index);
		if (field)
			strbuf_printf(out, ".%s", field);
		else
			strbuf_printf(out, ".(%u)", s->index);
		break;
	default:
		if (obj_kind(q->w, holder) == KIND_SET)
			strbuf_puts(out, _(" (item)"));
		else
			strbuf_printf(out, "[%u]", s->index);
		break;
	}
}

/* A value in the dict of a module, a class or an instance. */
static bool add_owned_place(
	const struct query *q, const struct reference *r, struct strbuf *out)
{
	obj_id owner = q->owner[r->object];

	if (r->slot.place != PLACE_KEY || !r->slot.name)
		return false;
	if (r->object == reg(q->w, REG_MAIN)) {
		strbuf_puts(out, _("name "));
		add_text(q, r->slot.name, out);
		return true;
	}
	if (!owner || obj_kind(q->w, r->object) != KIND_DICT)
		return false;
	query_own_name(q, owner, out);
	strbuf_putc(out, '.');
	add_text(q, r->slot.name, out);
	return true;
}

void query_place(const struct query *q, const struct reference *r, struct strbuf *out)
{
	if (r->holder == HOLDER_REGISTER) {
		add_register_place(r, out);
	} else if (r->holder == HOLDER_FRAME) {
		add_frame_place(q, r, out);
	} else if (!add_owned_place(q, r, out)) {
		query_name(q, r->object, out);
		query_slot_label(q, r->object, &r->slot, out);
	}
}
