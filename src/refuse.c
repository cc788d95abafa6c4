#include "refuse.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "code_read.h"
#include "diag.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "frame.h"
#include "output.h"
#include "strbuf.h"
#include "surface.h"
#include "text.h"

/* The frame of Python code that runs; 0: none. */
static uint32_t running(const struct world *w)
{
	uint32_t f = reg(w, REG_TOP);

	while (f && frame_kind(w, f) != FRAME_PYTHON)
		f = word(w, f + FRAME_LINK);
	return f;
}

static void say(struct world *w, const char *message)
{
	struct diag d = DIAG_INIT;
	uint32_t f = running(w);
	const struct code *code =
		f ? code_of(w, word(w, frame_slot(f, PY_CODE))) : NULL;
	uint32_t pc = f ? word(w, frame_extra(w, f, PY_PC)) : 0;
	int line = code ? code->ops[pc].line : 0;
	bool placed = code && code->positions[pc].line == line;
	char *text;

	diag_refuse(&d, code ? code->file_name : NULL, line,
		placed ? code_column(w->unit, &code->positions[pc]) : 0, "%s", message);
	text = diag_format(&d, w->dialect->version.major, w->dialect->version.minor);
	output_write(w, 2, text, strlen(text));
	free(text);
	diag_free(&d);
}

obj_id refuse(struct world *w, const char *format, ...)
{
	struct strbuf message = STRBUF_INIT;
	va_list args;

	va_start(args, format);
	strbuf_vprintf(&message, format, args);
	va_end(args);
	say(w, message.text);
	raise_error(w, T_NOT_IMPLEMENTED_ERROR, "%s", message.text);
	strbuf_free(&message);
	set_reg(w, REG_EXIT_STATUS, 2);
	set_reg(w, REG_REFUSED, 1);
	return 0;
}

obj_id refuse_attribute(struct world *w, obj_id type, const char *name)
{
	return refuse(w, "'%s' of '%s' objects is outside gcrefs's language", name,
		type_name(w, type));
}

bool refuse_module_name(struct world *w, obj_id module, const char *name)
{
	obj_id own =
		dict_get(w, obj_field(w, module, MODULE_DICT), name_object(N_NAME));
	const char *known = own && is_text(w, own) ? text_bytes(w, own) : "";
	enum surface_module m = surface_module_named(known);

	if (m == SURFACE_MODULES || !surface_module_has(m, w->dialect->version, name))
		return false;
	refuse(w, "'%s' of module %s is outside gcrefs's language", name, known);
	return true;
}

/* The functions behind what is lacking. */

obj_id lacking(struct world *w, const struct args *a)
{
	(void)a;
	return refuse(w, "this built-in is outside gcrefs's language");
}

obj_id lacking_value(struct world *w, const struct args *a)
{
	return lacking(w, a);
}
